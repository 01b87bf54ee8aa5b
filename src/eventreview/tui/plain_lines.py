"""The lines of a plan as its owner sees them: as they are, but for what SAF-1 forbids."""

from __future__ import annotations

from eventreview.plan.file import read_bytes
from eventreview.report.owner import owners_text
from eventreview.review.diff import DiffLine, diff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.file import PlanFile


def plain_lines(file: PlanFile) -> list[str]:
    """The lines of a plan, the first at index 0, without line ends."""
    return [line.removesuffix("\r") for line in owners_text(file).split("\n")]


def plain_diff(old: PlanFile, new: PlanFile) -> list[DiffLine]:
    """What differs between two states of a plan, line by line."""
    return diff(owners_text(old), owners_text(new))


def plain_file(name: str, data: bytes) -> PlanFile:
    """A state of a plan to compare with, from its bytes."""
    return read_bytes(name, data)
