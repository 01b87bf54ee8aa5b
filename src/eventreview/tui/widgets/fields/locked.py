"""A key that can't be changed here: what may be shown of it, and why."""

from __future__ import annotations

from textual.content import Content

from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.choice import ChoiceField


class LockedField(ChoiceField, can_focus=False):
    """Nothing to fill in."""

    def chosen(self) -> Content:
        """Nothing: what there is to say stands in the notes."""
        return safe_line("")

    def chosen_lines(self, room: int) -> list[Content]:
        """No line at all."""
        return []

    def focus_input(self) -> None:
        """Comes into sight, since there is no input."""
        self.scroll_visible(animate=False)
