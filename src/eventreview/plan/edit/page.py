"""A text with its positions, seen as lines: where a line starts and ends, whose comment is whose."""

from __future__ import annotations

from itertools import groupby

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eventreview.plan.positions import Node, Path, Positions

Splice = tuple[int, int, str]
"""Put this text in the place of what stands from the first offset to the one before the second."""


class Page:
    """Reads lines off a text; lines are meant by any offset in them."""

    __slots__ = ("at", "comments", "text")

    def __init__(self, at: Positions) -> None:
        self.at = at
        self.text = at.text
        self.comments = {start for start, _ in at.comments}

    def start(self, offset: int) -> int:
        """The first offset of the line."""
        return self.text.rfind("\n", 0, offset) + 1

    def end(self, offset: int) -> int:
        """The offset after the line and its line end."""
        return self.text.find("\n", offset) + 1 or len(self.text)

    def skip(self, offset: int) -> int:
        """The offset after the blanks that stand here."""
        while self.text[offset : offset + 1] in (" ", "\t"):
            offset += 1
        return offset

    def indent(self, offset: int) -> str:
        """The blanks that the line starts with."""
        start = self.start(offset)
        return self.text[start : self.skip(start)]

    def is_blank(self, offset: int) -> bool:
        """Whether this is a line, and nothing is on it."""
        start = self.start(offset)
        return start < len(self.text) and not self.text[start : self.end(start)].strip()

    def starts_here(self, offset: int) -> bool:
        """Whether nothing stands before this offset on its line."""
        return self.skip(self.start(offset)) >= offset

    def ends_here(self, offset: int) -> bool:
        """Whether nothing but a comment follows on the line."""
        return (end := self.skip(offset)) in self.comments or self.text[end : end + 1] in ("", "\r", "\n")

    def top(self, offset: int) -> int:
        """Where the line starts, with the comment lines right above it; but the head of the file stays its own."""
        start = top = self.start(offset)
        while top and self.skip(above := self.start(top - 1)) in self.comments:
            top = above
        return top or start

    def bottom(self, offset: int) -> int:
        """Where the line ends, with the comment lines right below it unless they belong to what comes next."""
        end = bottom = self.end(offset)
        while bottom < len(self.text) and self.skip(bottom) in self.comments:
            bottom = self.end(bottom)
        return bottom if bottom == len(self.text) or self.is_blank(bottom) else end

    def line_end(self, offset: int) -> str:
        """How the line ends, or the one before it where it is the last and has no end."""
        end = self.end(offset)
        if not self.text.endswith("\n", 0, end):
            end = self.start(offset)
        return "\r\n" if self.text.endswith("\r\n", 0, end) else "\n"

    def add_lines(self, offset: int, lines: Iterable[str], like: int | None = None) -> Splice:
        """Whole lines at the start of a line or after the last one, indented like the line of the offset `like`."""
        end = self.line_end(max(offset - 1, 0))
        whole = not offset or self.text.endswith("\n", 0, offset)
        indented = lines if like is None else [self.indent(like) + line for line in lines]
        return offset, offset, "".join(line + end if whole else end + line for line in indented)

    def comma(self, offset: int) -> int:
        """The comma that follows a value in an array or inline table; -1 without one."""
        while (sign := self.text[offset]) in "# \t\r\n":
            offset = self.end(offset) if sign == "#" else offset + 1
        return offset if sign == "," else -1

    def alone(self, start: int, to: int) -> bool:
        """Whether a value from its start, or its key's, has its lines to itself, with its comma and a comment."""
        end = max(to, self.comma(to) + 1)
        return self.starts_here(start) and self.ends_here(end) and self.end(to) == self.end(end)

    def block(self, start: int, to: int) -> tuple[int, int]:
        """The lines of what stands from `start` to `to`, with the comment lines that belong to it."""
        return self.top(start), self.bottom(to)

    def closed(self, start: int, end: int) -> Splice:
        """Take whole lines out; of two blank lines that would meet, one goes too."""
        if not start or self.is_blank(start - 1):
            if self.is_blank(end):
                end = self.end(end)
            elif start and end == len(self.text):
                start = self.start(start - 1)
        return start, end, ""

    def holder(self, path: Path) -> Node:
        """The array, inline table or table with a header in which the entry at this path is written."""
        around = (self.at.node(path[:length]) for length in range(len(path) - 1, 0, -1))
        found = (node for node in around if node is not None and node.kind in ("array", "inline", "table"))
        return next(found, self.at.root)

    def runs(self, path: Path) -> list[list[Node]]:
        """The tables at and below a path that have headers, in groups that stand together."""
        groups = groupby(self.at.sections, lambda section: section[0][: len(path)] == path)
        return [[node for _, node in group] for inside, group in groups if inside]


def begin(node: Node) -> int:
    """Where an item starts: its key, or its value where it has none."""
    return node.begin if node.begin >= 0 else node.at


def body_end(tables: Sequence[Node]) -> int:
    """The offset after the last entry of tables with headers that stand together, or after the last header."""
    return tables[-1].items[-1].to if tables[-1].items else tables[-1].to


def whole_lines(text: str) -> list[str]:
    """The lines of a text that starts and ends with a line, without their line ends."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []


def splice(text: str, splices: Iterable[Splice]) -> str:
    """The text with every splice made; they don't overlap."""
    parts, at = list[str](), 0
    for start, end, put in sorted(splices, key=lambda one: one[:2]):
        parts += [text[at:start], put]
        at = end
    return "".join([*parts, text[at:]])
