"""A field that is typed: its input, and where the key allows it a box for what is kept out of the file."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Checkbox, Input, Static

from eventreview.plan import vocabulary as v
from eventreview.report.marks import MARKS
from eventreview.tui.form_options import label_of_withheld
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.form_values import NotUnderstood, read, typed_of
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.fields.field import FieldWidget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widget import Widget

    from eventreview.tui.form_rows import Row

# One sign for one sign, so that the cursor stays where it belongs.
ONE_SIGN = {code: mark if len(mark) == 1 else "�" for code, mark in MARKS.items()}


class SeenAsMarks(Highlighter):
    """Shows what can't be seen as marks: an input hands its text to the terminal as it is."""

    def highlight(self, text: Text) -> None:
        """Replaces each such sign of the text by a mark."""
        text.plain = text.plain.translate(ONE_SIGN)


class LineInput(Input):
    """One line to type in, without a frame."""

    def __init__(self, value: str, *, password: bool = False, placeholder: str = "", disabled: bool = False) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            password=password,
            highlighter=SeenAsMarks(),
            compact=True,
            select_on_focus=False,
            disabled=disabled,
        )
        self.cursor_blink = False


class TypedField(FieldWidget):
    """A field with an input to type in."""

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self.add_class("-typed")
        self._shown = typed_of(row, row.start)

    def compose(self) -> ComposeResult:
        """The label, the input and what stands beside it, the notes."""
        yield Static(self.label(), classes="field-label")
        yield self.make_input(self._shown)
        yield from self.beside()
        if self.row.field.withheld:
            box = Checkbox(safe_line(label_of_withheld()), value=self.value == v.WITHHELD, compact=True)
            box.disabled = self.is_locked
            yield box
        yield Static(self._notes(), classes="field-notes")

    def on_mount(self) -> None:
        """Shows the notes if there are any, and the input if something may be typed."""
        self.show_notes()
        self._show_input()

    def make_input(self, shown: str) -> Widget:
        """The input with what it begins with."""
        return LineInput(shown, disabled=self.is_locked)

    def beside(self) -> ComposeResult:
        """What stands beside the input."""
        yield from ()

    @property
    def input(self) -> Widget:
        """The input."""
        return self.query_one(Input)

    def focus_input(self) -> None:
        """Puts the focus into the input; of what is kept out of the file, on the box."""
        (self.query_one(Checkbox) if self.value == v.WITHHELD and self.row.field.withheld else self.input).focus()

    def typed(self, text: str) -> None:
        """Takes what is typed, if it was typed just now."""
        if text == self._shown:
            return
        self._shown = text
        try:
            self.take(read(self.row, text))
        except NotUnderstood as error:
            self.take(ABSENT, error.sentence)
        self.show_notes()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads along with whoever types."""
        event.stop()
        self.typed(event.value)

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """Keeps the value out of the file, or lets it be typed again."""
        event.stop()
        if event.value != (self.value == v.WITHHELD):
            self.take(v.WITHHELD if event.value else ABSENT)
            self._show_input()
            self.show_notes()
            if not event.value and self._shown:
                shown, self._shown = self._shown, ""
                self.typed(shown)

    def _show_input(self) -> None:
        if self.row.field.withheld:
            self.input.display = self.value != v.WITHHELD

    def show_notes(self) -> None:
        """Shows the notes; without any their line is gone."""
        if not self.is_mounted:
            return
        notes = self.query_one(".field-notes", Static)
        notes.update(self._notes())
        notes.display = bool(self.notes())

    def _notes(self) -> Content:
        return safe("\n").join(self.notes())
