"""The history of a text: of each step only the slice that it replaced is kept."""

from __future__ import annotations


class Step:
    """One step: where it replaced what by what, and what it is called."""

    __slots__ = ("new", "offset", "old", "title")

    def __init__(self, before: str, after: str, title: str) -> None:
        limit = min(len(before), len(after))
        start = _same(before, after, limit)
        end = _same(before[start:][::-1], after[start:][::-1], limit - start)
        self.offset = start
        self.old = before[start : len(before) - end]
        self.new = after[start : len(after) - end]
        self.title = title

    def undone(self, text: str) -> str:
        """The text without this step, which was the last one."""
        return text[: self.offset] + self.old + text[self.offset + len(self.new) :]

    def redone(self, text: str) -> str:
        """The text with this step again."""
        return text[: self.offset] + self.new + text[self.offset + len(self.old) :]


def _same(a: str, b: str, limit: int) -> int:
    """How many characters two texts share from their beginning, found by halving."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
