"""The text of a plan, line by line: numbers, signs of findings in the gutter, a cursor. Only what is visible is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from eventreview.tui.highlighting import KINDS, Part, parts_of
from eventreview.tui.safetext import safe_text

SIDEWAYS = 8
SIGN = 2


class LineReached(Message):
    """The cursor came to a line, from 1."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class LineOpened(Message):
    """The line at the cursor, from 1, was entered."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class SourceView(ScrollView, can_focus=True):
    """Read-only lines. signs: by line, from 1, the sign shown beside it and the name of its tint."""

    TINTS = ("error", "warning", "note", "question", "quiet")
    COMPONENT_CLASSES = {f"source--{name}" for name in (*KINDS, *TINTS, "cursor", "gutter", "hit")}
    BINDINGS = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "move_page(-1)", show=False),
        Binding("pagedown", "move_page(1)", show=False),
        Binding("home,g", "go_to_line(1)", show=False),
        Binding("end,G", "go_to_line(0)", show=False),
        Binding("left,h", "scroll_sideways(-1)", show=False),
        Binding("right,l", "scroll_sideways(1)", show=False),
        Binding("enter", "open_line", show=False),
    ]
    line: reactive[int] = reactive(1, init=False)

    def __init__(self, lines: Sequence[str], signs: Mapping[int, tuple[str, str]], id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines = lines
        self._signs = signs
        self._hits: frozenset[int] = frozenset()
        self._parts: Mapping[int, list[Part]] = parts_of(lines)
        self._digits = len(str(len(lines)))
        self._gutter = SIGN + self._digits + 3
        widest = max((cell_len(safe_text(line).plain) for line in lines), default=0)
        self.virtual_size = Size(self._gutter + widest + 1, len(lines))

    def show_hits(self, hits: frozenset[int]) -> None:
        """Marks the lines, from 1, that a search found."""
        self._hits = hits
        self.refresh()

    def go_to(self, line: int, *, middle: bool = False) -> None:
        """Puts the cursor on a line, from 1, or the nearest there is. middle: in the middle of what is visible."""
        self.line = min(max(line, 1), max(len(self._lines), 1))
        height = self.scrollable_content_region.height
        if middle and height:
            self.scroll_to(y=max(self.line - 1 - height // 2, 0), animate=False, immediate=True)
        else:
            self._reveal()

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        row = self.line - 1
        if row < top:
            self.scroll_to(y=row, animate=False, immediate=True)
        elif height and row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, immediate=True)

    def on_resize(self) -> None:
        """The line of the cursor stays visible."""
        self._reveal()

    def watch_line(self, before: int, line: int) -> None:
        """Draws the two lines anew and tells where the cursor is."""
        for each in (before, line):
            row = each - 1 - self.scroll_offset.y
            self.refresh(Region(0, row, self.size.width, 1))
        self.post_message(LineReached(line))

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of what is visible: sign, number, text."""
        left, top = self.scroll_offset
        row = y + top
        width = self.scrollable_content_region.width
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        is_cursor = row + 1 == self.line
        base = self.rich_style + (self._cursor_look() if is_cursor else Style.null())
        sign, tint = self._signs.get(row + 1, ("", "quiet"))
        number = "hit" if row + 1 in self._hits else "gutter"
        gutter = [
            Segment(safe_text(f"{sign:<{SIGN}}").plain, base + self._look_of(tint)),
            Segment(safe_text(f"{row + 1:>{self._digits}}").plain, base + self._look_of(number)),
            Segment(safe_text(" │ ").plain, base + self._look_of("gutter")),
        ]
        text = Strip(self._segments(row, base)).crop(left, left + max(width - self._gutter, 0))
        return Strip([*gutter, *text]).adjust_cell_length(width, base)

    def _segments(self, row: int, base: Style) -> Iterator[Segment]:
        line, at = self._lines[row], 0
        for start, end, kind in self._parts.get(row, ()):
            if start > at:
                yield Segment(safe_text(line[at:start]).plain, base)
            yield Segment(safe_text(line[max(start, at) : end]).plain, base + self._look_of(kind))
            at = max(at, end)
        yield Segment(safe_text(line[at:]).plain, base)

    def _look_of(self, name: str) -> Style:
        return self.get_component_rich_style(f"source--{name}", partial=True)

    def _cursor_look(self) -> Style:
        """The background of the cursor, blended: a style of the terminal knows no tints."""
        tint = self.get_component_styles("source--cursor").background
        return Style(bgcolor=(self.background_colors[1] + tint).rich_color)

    # Moving

    def action_move(self, lines: int) -> None:
        """Moves the cursor by lines."""
        self.go_to(self.line + lines)

    def action_move_page(self, pages: int) -> None:
        """Moves the cursor by what is visible."""
        self.go_to(self.line + pages * max(self.scrollable_content_region.height - 1, 1))

    def action_go_to_line(self, line: int) -> None:
        """Goes to a line; 0: to the last one."""
        self.go_to(line or len(self._lines))

    def action_scroll_sideways(self, steps: int) -> None:
        """Shows what stands farther right, or left."""
        self.scroll_relative(x=steps * SIDEWAYS, animate=False)

    def action_open_line(self) -> None:
        """Tells that the line was entered."""
        self.post_message(LineOpened(self.line))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor where the mouse is; on the line where it is already, enters it."""
        line = event.y + self.scroll_offset.y + 1
        if line == self.line:
            self.action_open_line()
        else:
            self.go_to(line)
