"""Closed caucuses: who sits there is for those who sit there, so no message names a place of one (SAF-6)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.model import Place


def in_caucus(s: Place) -> bool:
    """Whether a place is on a closed caucus."""
    return s.parent.kind == "closed-caucus"


def named(s: Place) -> str:
    """The address by which a message names a place: its own, or that of its panel where that is a closed caucus."""
    return s.parent.at if in_caucus(s) else s.at
