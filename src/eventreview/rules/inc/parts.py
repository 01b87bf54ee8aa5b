"""Lists in parts: the strongest part speaks, and nothing of the others that are listed with it is lost."""

from __future__ import annotations

from eventreview.rules.outcome import strongest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.rules.outcome import Outcome


def together(parts: Sequence[Outcome]) -> Outcome:
    """The strongest of the parts, with the others listed, their remarks, missing keys and related objects included."""
    first = strongest(parts)
    for other in first.parts:
        first.remarks += tuple(remark for remark in other.remarks if remark not in first.remarks)
        first.keys += tuple(key for key in other.keys if key not in first.keys)
        first.related += other.related
    return first
