"""The text of a plan as its owner sees it: as it is, but for what SAF-1 forbids."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan.edit.data import value_at
from eventreview.report.quote import BLANK, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.file import PlanFile
    from eventreview.plan.positions import Span


def owners_text(file: PlanFile) -> str:
    """The text of a plan with each stretch that SAF-1 forbids as •••; its lines keep their numbers."""
    text = file.text or ""
    parts: list[str] = []
    at = 0
    for start, end in sorted(_forbidden(file)):
        if start >= at:
            parts += [text[at:start], BLANK, "\n" * text.count("\n", start, end)]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _forbidden(file: PlanFile) -> Iterator[Span]:
    for found in outing.find(file.values or {}):
        if found.key_at_fault:
            key = file.positions.key(found.path)
            if key is not None:
                yield key
        # Under a forbidden key a table's lines stand apart from its header, and are as forbidden.
        for path in whole(value_at(file.values, found.path), found.path):
            place = file.positions.value(path) or file.positions.header(path)
            if place is not None:
                yield place
