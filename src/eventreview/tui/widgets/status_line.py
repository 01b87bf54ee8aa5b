"""The last lines of a screen: what just happened, and the keys that can be pressed now."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from eventreview.tui import commands
from eventreview.tui.commands import Command
from eventreview.tui.desk import Desk
from eventreview.tui.safetext import safe, safe_line

GAP = 2


class StatusLine(Static):
    """What just happened, in a sentence or two; it stays until something else happens."""

    def say(self, text: str, style: str = "") -> None:
        """Shows a sentence; an empty one gives its line back where there is little room."""
        self.set_class(not text, "-empty")
        self.update(safe(text, style))

    def warn(self, text: str) -> None:
        """Shows why something wasn't done."""
        self.say(text, "$warning")


class KeysLine(Widget):
    """The keys of some commands, as many as fit, the most needed first; what can't be used now is dimmed."""

    def __init__(self, shown: Iterable[Command] = commands.COMMANDS, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown = commands.in_footer(shown)
        self._first: tuple[Command, ...] = ()
        self._disabled: frozenset[str] = frozenset()

    def look(self, desk: Desk, first: Iterable[str] = ()) -> None:
        """Dims what can't be used on this desk. first: ids of commands that come before all others here."""
        self._disabled = frozenset(command.id for command in self._shown if command.reason(desk))
        self._first = tuple(commands.BY_ID[each] for each in first)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render(self) -> Content:
        """As many keys as fit into the width, in the order of the table."""
        return Content(" " * GAP).join([_entry_content(each, each.id in self._disabled) for each in self._kept()])

    async def on_click(self, event: events.Click) -> None:
        """Does what the key does that was clicked."""
        at = event.get_content_offset(self)
        left = 0
        for command in self._kept() if at is not None else ():
            right = left + _entry_content(command, False).cell_length
            if at is not None and left <= at.x < right:
                await self._run(command)
            left = right + GAP

    async def _run(self, command: Command) -> None:
        if command.where == commands.ON_WIDGET:
            self.app.simulate_key(command.keys[0])
        elif command.where == commands.ON_DESK:
            await self.app.run_action(command.action)
        else:
            await self.screen.run_action(f"run('{command.id}')")

    def _kept(self) -> list[Command]:
        kept: list[Command] = []
        room = self.size.width
        for command in dict.fromkeys((*self._first, *self._shown)):
            room -= _entry_content(command, False).cell_length + GAP
            if room + GAP < 0:
                break
            kept.append(command)
        kept.sort(key=lambda command: (command not in self._first, commands.COMMANDS.index(command)))
        return kept


def _entry_content(command: Command, disabled: bool) -> Content:
    key = safe_line(commands.key_label(command.keys[0]), style="$quiet" if disabled else "bold $accent")
    return Content.assemble(key, safe_line(f" {commands.title(command)}", style="$quiet" if disabled else ""))
