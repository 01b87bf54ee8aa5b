"""Values of a plan one by one, each on a line of its own, with the number of the line it is written on.

A key is shown alone, whatever else stands on its line of the file: so no line puts a name beside a population, nor what
wasn't meant beside what was. What SAF-1 forbids is blanked, and comments are left out.
"""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.plan import outing
from eventreview.plan.fields import Table
from eventreview.report.marks import visible
from eventreview.report.quote import BLANK, PRIVATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile
    from eventreview.plan.positions import Span

    # The line, from 1, None where there is none, and what is shown.
    Row = tuple[int | None, str]

# What becomes of names, tags, affiliations and notes.
SHOWN, BLANKED, LEFT_OUT = "shown", "blanked", "left-out"
LONGEST = 160


class Values:
    """The values of one file. private: what becomes of names, tags, affiliations and notes."""

    __slots__ = ("_ends", "_hidden", "_positions", "_private")

    def __init__(self, file: PlanFile, private: str) -> None:
        self._positions = file.positions
        self._private = private
        self._hidden = sorted(_hidden(file))
        self._ends = [end for _start, end, _instead in self._hidden]

    def rows(self, owner: Table, key: str, value: object, prefix: str = "") -> Iterator[Row]:
        """What stands under a key of an object: one row, or for a table one for each of its keys."""
        name, path = f"{prefix}{key}", (*owner.path, key)
        if key in PRIVATE and self._private == LEFT_OUT:
            return
        line = self.line(path)
        if isinstance(value, Table):
            for field in value.FIELDS.values():
                if value.has(field.key):
                    yield from self.rows(value, field.key, getattr(value, field.name), f"{name}.")
        elif isinstance(value, tuple) and value and isinstance(value[0], Table):
            n = len(value)
            yield line, said(name, ngettext("{n} entry", "{n} entries", n).format(n=n))
        elif key in PRIVATE and self._private == BLANKED:
            yield line, f"{name} = {BLANK}"
        else:
            yield line, f"{name} = {self._source(path)}"

    def line(self, path: Path) -> int | None:
        """The line on which a path is written, or the nearest table around it."""
        where = self._positions.where(path)
        return where[0] if where is not None else None

    def _source(self, path: Path) -> str:
        """A value as it is written, on one line."""
        from bisect import bisect_right

        span = self._positions.value(path)
        if span is None:
            return "…"
        text, parts, (at, last) = self._positions.text, list[str](), span
        for start, end, instead in self._hidden[bisect_right(self._ends, at) :]:
            if start >= last:
                break
            parts += [text[at : max(start, at)], instead]
            at = max(at, end)
        whole = visible(" ".join("".join([*parts, text[at:last]]).split()))
        return whole if len(whole) <= LONGEST else whole[: LONGEST - 1] + "…"


def said(key: str, text: str) -> str:
    """What is to say about a key that has no value to show."""
    return _("{label}: {text}").format(label=key, text=text)


def _hidden(file: PlanFile) -> Iterator[tuple[int, int, str]]:
    """Spans of the text that aren't shown, and what stands in their place: what SAF-1 forbids, and comments."""
    positions = file.positions
    for start, end in positions.comments:
        yield start, end, ""
    for found in outing.find(file.values or {}):
        places: list[Span | None] = [positions.value(found.path) or positions.header(found.path)]
        if found.key_at_fault:
            places.append(positions.key(found.path))
        yield from ((*place, BLANK) for place in places if place is not None)
