"""The words that filter the list of findings."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import Input

from eventreview.language import gettext as _
from eventreview.tui.messages import FilterChanged, FilterLeft
from eventreview.tui.widgets.in_order import OrderedInput

# Control characters and overrides can be pasted, and an input would hand them on to the terminal.
VISIBLE = r"[^\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]*"


class FilterBar(OrderedInput):
    """Enter goes to the list and keeps the words; Esc shows all again."""

    BINDINGS = [
        Binding("escape", "clear_filter", show=False),
        Binding("down", "leave_filter", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, restrict=VISIBLE, compact=True)
        self.cursor_blink = False
        self.name_field()

    def name_field(self) -> None:
        """Says what goes into it, in the language in use."""
        self.placeholder = _("words of a rule, an object, a message")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filters with each letter."""
        event.stop()
        self.post_message(FilterChanged(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Goes to the list."""
        event.stop()
        self.post_message(FilterLeft())

    def action_clear_filter(self) -> None:
        """Shows all findings again."""
        self.value = ""
        self.post_message(FilterLeft())

    def action_leave_filter(self) -> None:
        """Goes to the list."""
        self.post_message(FilterLeft())
