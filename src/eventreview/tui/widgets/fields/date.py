"""A date, typed as the file has it, with the day of the week beside it; up and down are a day later and earlier."""

from __future__ import annotations

import datetime

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from eventreview.language import words
from eventreview.tui.form_values import shown, step_of
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.typed import LineInput, TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widget import Widget

    from eventreview.tui.form_rows import Row

HINTS = {"date": "2027-03-20", "when": "2027-03-20 14:30", "moment": "2027-03-20 14:30Z"}


class DateStepped(Message):
    """Somebody went so many days on."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class DateInput(LineInput):
    """An input in which up and down step by a day."""

    BINDINGS = [
        Binding("up", "step_days(1)", show=False),
        Binding("down", "step_days(-1)", show=False),
    ]

    def action_step_days(self, days: int) -> None:
        """A day later or earlier."""
        self.post_message(DateStepped(days))


class DateField(TypedField):
    """A date; where the key allows it, with a time."""

    def __init__(self, row: Row, today: datetime.date) -> None:
        super().__init__(row)
        self.add_class("-date")
        self.today = today

    def make_input(self, shown: str) -> Widget:
        """The input for the date."""
        return DateInput(shown, placeholder=HINTS[self.row.field.kind], disabled=self.is_locked)

    def beside(self) -> ComposeResult:
        """The day of the week."""
        yield Static(self._weekday(), classes="field-weekday")

    def typed(self, text: str) -> None:
        """Takes what is typed, and says which day it is."""
        super().typed(text)
        self.query_one(".field-weekday", Static).update(self._weekday())

    def on_date_stepped(self, event: DateStepped) -> None:
        """Goes on by so many days; from nothing, to today. What isn't a date stays for its writer to mend."""
        event.stop()
        if self.error:
            return
        stepped = shown(step_of(self.value, event.days, self.today))
        self.query_one(DateInput).value = stepped
        self.query_one(DateInput).cursor_position = len(stepped)

    def _weekday(self) -> Content:
        day = words.weekday(self.value) if isinstance(self.value, datetime.date) else ""
        return safe_line(day, style="$quiet")
