"""What a change does to the text, line by line, for people to read before they agree to it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SAME, ADDED, REMOVED, GAP = " ", "+", "-", "…"


class DiffLine:
    """One line of a diff: its sign, its number in the text it stands in (new text for added and same), and its text."""

    __slots__ = ("number", "sign", "text")

    def __init__(self, sign: str, number: int, text: str) -> None:
        self.sign = sign
        self.number = number
        self.text = text

    def __repr__(self) -> str:
        return f"{self.sign} {self.number} {self.text}"


def diff(old: str, new: str, context: int = 2) -> list[DiffLine]:
    """The lines that differ, each stretch with up to `context` unchanged lines around it; GAP stands between stretches."""
    before, after = _lines(old), _lines(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    start = max(head - context, 0)
    before_end, after_end = len(before) - tail, len(after) - tail
    spare = min(context, tail)
    return list(_middle(before[start : before_end + spare], after[start : after_end + spare], start, context))


def _lines(text: str) -> list[str]:
    """The lines as the file has them: they end at a line feed, and at nothing else that Unicode calls a line end."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines[:-1] if lines and not lines[-1] else lines


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _middle(before: list[str], after: list[str], start: int, context: int) -> list[DiffLine]:
    import difflib

    lines: list[DiffLine] = []
    for group in difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(context):
        if lines:
            lines.append(DiffLine(GAP, 0, ""))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                lines += [DiffLine(SAME, start + j + 1, after[j]) for j in range(j1, j2)]
                continue
            lines += [DiffLine(REMOVED, start + i + 1, before[i]) for i in range(i1, i2)]
            lines += [DiffLine(ADDED, start + j + 1, after[j]) for j in range(j1, j2)]
    return lines
