"""A date, typed as the file has it, with the day of the week beside it; with shift, up and down are a day later and earlier."""

from __future__ import annotations

import datetime

from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from eventreview.language import words
from eventreview.tui.form_values import shown, step_of
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.typed import LineInput, TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.content import Content
    from textual.widget import Widget

    from eventreview.tui.form_rows import Row


class DateStepped(Message):
    """Somebody went so many days on."""

    def __init__(self, days: int) -> None:
        super().__init__()
        self.days = days


class DateInput(LineInput):
    """An input in which up and down with shift step by a day: without it they go through the form, and change nothing."""

    BINDINGS = [
        Binding("shift+up", "step_days(1)", show=False),
        Binding("shift+down", "step_days(-1)", show=False),
    ]

    def action_step_days(self, days: int) -> None:
        """A day later or earlier."""
        self.post_message(DateStepped(days))


class DateField(TypedField):
    """A date; where the key allows it, with a time."""

    def __init__(self, row: Row, today: datetime.date) -> None:
        super().__init__(row)
        self.today = today

    def make_input(self, shown: str) -> Widget:
        """The input for the date."""
        return DateInput(shown, placeholder=self.hint())

    def with_aside(self, made: Widget) -> Widget:
        """The input and the day of the week."""
        return Horizontal(made, Static(self._weekday(), classes="field-weekday"), classes="field-date")

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
        typed_in = self.query_one(DateInput)
        typed_in.value = stepped
        typed_in.cursor_position = len(stepped)
        # Taken at once: the next step may come before the input has told of this one.
        self.typed(stepped)

    def _weekday(self) -> Content:
        day = words.weekday(self.value) if isinstance(self.value, datetime.date) else ""
        return safe_line(day, style="$quiet")
