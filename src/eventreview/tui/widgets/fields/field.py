"""What every field of a form is: a key's label, its input, and beneath it what is to be said about it."""

from __future__ import annotations

from textual.message import Message
from textual.widget import Widget

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.safetext import safe, safe_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.content import Content

    from eventreview.tui.form_checks import Problem
    from eventreview.tui.form_rows import Row

# Cells: of the labels, and the width of a form below which they stand above their inputs.
LABEL_WIDTH = 38
NARROW = 70


class FieldChanged(Message):
    """Somebody changed a field."""

    def __init__(self, field: FieldWidget) -> None:
        super().__init__()
        self.field = field

    @property
    def control(self) -> FieldWidget:
        """The field."""
        return self.field


class FieldWidget(Widget):
    """One row of a form.

    value: what the field holds. error: why what was typed isn't a value, "" when it is. touched: somebody changed it.
    """

    def __init__(self, row: Row) -> None:
        super().__init__(classes="field")
        self.row = row
        self.value: object = row.start
        self.error = ""
        self.touched = row.start is not row.value
        self.problem: Problem | None = None

    def take(self, value: object, error: str = "") -> None:
        """Holds what somebody filled in."""
        self.value, self.error, self.touched = value, error, True
        self.post_message(FieldChanged(self))

    def show_problem(self, problem: Problem | None) -> None:
        """Says what is wrong with the row, None for nothing."""
        if problem != self.problem:
            self.problem = problem
            self.show_notes()

    def show_notes(self) -> None:
        """Shows `notes` anew."""

    def focus_input(self) -> None:
        """Puts the focus where the value is filled in."""
        self.focus()

    @property
    def is_locked(self) -> bool:
        """Whether the key can't be changed here."""
        return bool(self.row.lock)

    def label(self) -> Content:
        """The label, the key as the file has it, and whether it is needed."""
        label = safe_line(self.row.label) + safe_line("  " + self.row.key, style="$quiet")
        if self.row.field.required and not self.is_locked:
            label += safe_line("  " + pgettext("form", "needed"), style="$accent")
        return label

    def notes(self) -> list[Content]:
        """What is said beneath the input, a line each: what the file has, why it is locked, what is wrong."""
        notes: list[Content] = []
        if self.row.raw and (not self.touched or self.is_locked):
            notes.append(safe_line(_("In the file: {text}").format(text=self.row.raw), style="$quiet"))
        if self.row.lock:
            notes.append(safe(self.row.lock, style="$quiet"))
        elif self.error:
            notes.append(safe("✗ " + self.error, style="$error"))
        elif self.problem is not None:
            sign, style = ("✗ ", "$error") if self.problem.blocks else ("! ", "$warning")
            notes.append(safe(sign + self.problem.sentence, style=style))
        return notes

    @property
    def is_absent(self) -> bool:
        """Whether the key isn't stated."""
        return self.value is ABSENT
