"""A box to tick: a sign that says whether it is ticked, colour or none."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from eventreview.tui.safetext import safe_line


class BoxTicked(Message):
    """Somebody ticked a box, or took the tick away."""

    def __init__(self, ticked: bool) -> None:
        super().__init__()
        self.ticked = ticked


class TickBox(Widget, can_focus=True):
    """A box with its words."""

    BINDINGS = [
        Binding("space,left,right", "tick", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]
    ticked = reactive(False)

    def __init__(self, words: str, ticked: bool = False) -> None:
        super().__init__()
        self.words = words
        self.set_reactive(TickBox.ticked, ticked)

    def render(self) -> Content:
        """The box and its words."""
        sign, style = ("[x] ", "bold") if self.ticked else ("[ ] ", "$quiet")
        return safe_line(sign + self.words, style=style)

    def on_click(self) -> None:
        """Ticks it."""
        self.action_tick()

    def action_tick(self) -> None:
        """Ticks it, or takes the tick away."""
        self.ticked = not self.ticked
        self.post_message(BoxTicked(self.ticked))
