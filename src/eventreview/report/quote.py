"""Lines of a plan as an output may quote them: names, tags, notes, comments and what SAF-1 forbids are `•••` (SAF-6)."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan.model import Plan
from eventreview.report.marks import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.file import PlanFile
    from eventreview.plan.positions import Positions

    Span = tuple[int, int]

BLANK = "•••"
PRIVATE = ("display", "listed_as", "person", "notes")


class Quotes:
    """Quotes lines of one file; what must not be shown is worked out once."""

    __slots__ = ("_ends", "_positions", "_spans")

    def __init__(self, file: PlanFile) -> None:
        self._positions = file.positions
        spans = sorted(_hidden(file, file.positions))
        self._spans = spans
        self._ends = [end for _, end in spans]

    def line(self, number: int) -> str:
        """One line, from 1, without its line end, blanked and with every control character visible."""
        text = self._positions.text
        start = self._positions.line_start(number)
        end = start + len(self._positions.line(number))
        parts: list[str] = []
        at = start
        for first, last in self._overlapping(start, end):
            if first > at:
                parts.append(visible(text[at:first]))
            # A hidden value over several lines shows its mark on each of them.
            if parts[-1:] != [BLANK]:
                parts.append(BLANK)
            at = max(at, last)
        if at < end:
            parts.append(visible(text[at:end]))
        return "".join(parts)

    def _overlapping(self, start: int, end: int) -> Iterator[Span]:
        from bisect import bisect_right

        for first, last in self._spans[bisect_right(self._ends, start) :]:
            if first >= end:
                return
            yield max(first, start), min(last, end)


def _hidden(file: PlanFile, positions: Positions) -> Iterator[Span]:
    """Spans that no output may show: comments after their sign, private values, and what SAF-1 forbids."""
    for start, end in positions.comments:
        yield min(start + 2, end), end
    if file.values is None:
        return
    for path in _private(file.values, ()):
        span = positions.value(path)
        if span is not None:
            yield span
    for found in outing.find(file.values):
        key = positions.key(found.path) if found.what != outing.KEY and found.key_at_fault else None
        if key is not None:
            yield key
        value = positions.value(found.path)
        if value is not None:
            yield value


def _private(value: object, path: Path, cls: type[Table] | None = Plan) -> Iterator[Path]:
    """Paths of what no quotation shows: private keys, and every key that the format doesn't know: it may be one misspelt."""
    if isinstance(value, dict):
        for key, inner in value.items():
            field = cls.FIELDS.get(key) if cls is not None else None
            if field is None or key in PRIVATE:
                yield from whole(inner, (*path, key))
            else:
                yield from _private(inner, (*path, key), field.table)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _private(inner, (*path, index), cls)


def whole(value: object, path: Path) -> Iterator[Path]:
    """The path of a value, and those of everything in it: a table's lines stand apart from its header."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from whole(inner, (*path, key))
