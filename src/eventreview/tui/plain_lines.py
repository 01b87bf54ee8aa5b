"""The lines of a plan as its owner sees them: as they are, but for what SAF-1 forbids."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan.file import read_bytes
from eventreview.report.quote import BLANK
from eventreview.review.diff import DiffLine, diff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.file import PlanFile
    from eventreview.plan.positions import Span


def plain_text(file: PlanFile) -> str:
    """The text of a plan with each stretch that SAF-1 forbids as •••; its lines keep their numbers."""
    text = file.text or ""
    parts: list[str] = []
    at = 0
    for start, end in sorted(_forbidden(file)):
        if start >= at:
            parts += [text[at:start], BLANK, "\n" * text.count("\n", start, end)]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def plain_lines(file: PlanFile) -> list[str]:
    """The lines of a plan, the first at index 0, without line ends."""
    return [line.removesuffix("\r") for line in plain_text(file).split("\n")]


def plain_diff(old: PlanFile, new: PlanFile) -> list[DiffLine]:
    """What differs between two states of a plan, line by line."""
    return diff(plain_text(old), plain_text(new))


def plain_file(name: str, data: bytes) -> PlanFile:
    """A state of a plan to compare with, from its bytes."""
    return read_bytes(name, data)


def _forbidden(file: PlanFile) -> Iterator[Span]:
    for found in outing.find(file.values or {}):
        places = [file.positions.value(found.path) or file.positions.header(found.path)]
        if found.key_at_fault:
            places.append(file.positions.key(found.path))
        yield from (place for place in places if place is not None)
