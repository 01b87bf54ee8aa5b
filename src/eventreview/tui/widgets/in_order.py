"""Keys taken in the order in which they were pressed, also when many arrive at once.

Textual gives letters to an input at once, while any other key climbs to the app first, where its bindings are looked up:
over a slow line, or when a key repeats, letters overtake a pending Backspace, and what follows a Tab lands in the field
before it. Here each key is done with before the next is looked at, and a key that finds the focus moved goes after it.
"""

from __future__ import annotations

from textual import events
from textual.widgets import Input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.widget import Widget as Base
else:
    Base = object  # a widget takes its styles from its first base that is one: that has to be the input


class InOrder(Base):
    """Stands before Input or TextArea among the bases of a class."""

    # Keys besides letters that the widget takes itself.
    OWN_KEYS: tuple[str, ...] = ()

    async def _on_key(self, event: events.Key) -> None:
        focused = self.screen.focused  # `has_focus` tells of a move only later
        if focused is not None and focused is not self:
            event.stop()
            event.prevent_default()
            focused._forward_event(events.Key(event.key, event.character))
        elif not event.is_printable and event.key not in self.OWN_KEYS:
            event.stop()
            event.prevent_default()
            await self.app._check_bindings(event.key)


class OrderedInput(InOrder, Input):
    """An input of one line."""
