"""The line of keys of a page that is only read: as many of its keys as fit."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from eventreview.tui import commands
from eventreview.tui.safetext import safe_line

GAP = 2


class PageKeys(Widget):
    """Some commands of the table by their first key and word, in the order given."""

    def __init__(self, ids: Iterable[str], id: str | None = None) -> None:
        super().__init__(id=id)
        self._ids = tuple(ids)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render(self) -> Content:
        """As many as fit into the width."""
        shown: list[Content] = []
        room = self.size.width
        for each in (*self._ids, "show-help", "show-palette"):
            command = commands.BY_ID[each]
            key = safe_line(commands.key_label(command.keys[0]), style="bold $accent")
            entry = Content.assemble(key, safe_line(f" {commands.title(command)}"))
            room -= entry.cell_length + GAP
            if room + GAP < 0:
                break
            shown.append(entry)
        return Content(" " * GAP).join(shown)
