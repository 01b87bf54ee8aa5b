"""A field that is typed: its input, and where the key allows it a box for what is kept out of the file."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input, Static

from eventreview.language import gettext as _
from eventreview.plan import vocabulary as v
from eventreview.report.marks import MARKS
from eventreview.tui.form_options import label_of_absent, label_of_withheld
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.form_values import NotUnderstood, read, typed_of
from eventreview.tui.safetext import safe
from eventreview.tui.widgets.fields.field import FieldWidget
from eventreview.tui.widgets.fields.tick import BoxTicked, TickBox
from eventreview.tui.widgets.in_order import OrderedInput

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


class LineInput(OrderedInput):
    """One line to type in, without a frame."""

    def __init__(self, value: str, *, password: bool = False, placeholder: str = "") -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            password=password,
            highlighter=SeenAsMarks(),
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False


class TypedField(FieldWidget):
    """A field with an input to type in."""

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self.add_class("-typed")
        self._shown = typed_of(row, row.start)

    def compose(self) -> ComposeResult:
        """The label, the input and what stands beside it, the boxes, the notes."""
        yield Static(self.label(), classes="field-label")
        self.area = self.with_aside(self.make_input(self._shown))
        yield self.area
        yield from self.boxes()
        if self.row.field.withheld:
            yield TickBox(label_of_withheld(), ticked=self.value == v.WITHHELD)
        notes = Static(self._notes(), classes="field-notes")
        notes.display = bool(self.notes())
        yield notes

    def on_mount(self) -> None:
        """Shows the input if something may be typed."""
        self._show_input()

    def make_input(self, shown: str) -> Widget:
        """The input with what it begins with."""
        return LineInput(shown, placeholder=self.hint())

    def hint(self, how: str = "") -> str:
        """What stands in an empty input: that nothing is stated, and how it is written."""
        if self.row.raw:
            return _("type to replace it")
        absent = label_of_absent(self.row.field, self.row.table)
        return f"{absent} ({how})" if how else absent

    def with_aside(self, made: Widget) -> Widget:
        """The input, together with what stands beside it."""
        return made

    def boxes(self) -> ComposeResult:
        """What can be ticked beneath the input."""
        yield from ()

    @property
    def input(self) -> Widget:
        """The input."""
        return self.query_one(Input)

    def focus_input(self) -> None:
        """Puts the focus into the input; of what is kept out of the file, on the box."""
        if self.row.field.withheld and self.value == v.WITHHELD:
            self.query_one(TickBox).focus()
        else:
            self.input.focus()

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

    def catch_up(self) -> None:
        """Takes what stands in the input now: the input tells of it a little later than it holds it."""
        self.typed(self.query_one(Input).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads along with whoever types."""
        event.stop()
        self.typed(event.value)

    def on_box_ticked(self, event: BoxTicked) -> None:
        """Does what the box says."""
        event.stop()
        self.box_ticked(event.ticked)
        self.show_notes()

    def box_ticked(self, ticked: bool) -> None:
        """Keeps the value out of the file, or lets it be typed again."""
        self.take(v.WITHHELD if ticked else ABSENT)
        self._show_input()
        if not ticked and self._shown:
            shown, self._shown = self._shown, ""
            self.typed(shown)

    def _show_input(self) -> None:
        if self.row.field.withheld:
            self.area.display = self.value != v.WITHHELD

    def show_notes(self) -> None:
        """Shows the notes; without any their line is gone."""
        if not self.is_mounted:
            return
        notes = self.query_one(".field-notes", Static)
        notes.update(self._notes())
        notes.display = bool(self.notes())

    def _notes(self) -> Content:
        return safe("\n").join(self.notes())
