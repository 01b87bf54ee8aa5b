"""Why a finding takes no answer, or no waiver, at one moment."""

from __future__ import annotations

from eventreview.tui import reasons

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.tui.desk import Desk


def without_question(desk: Desk) -> str | None:
    """The finding at the cursor has to be one that an answer can change."""
    from eventreview.report import answering

    return reasons.without_finding(desk) if desk.finding is None else answering.no_answer(desk.finding)


def without_fault_to_waive(desk: Desk) -> str | None:
    """The finding at the cursor has to be a fault that those concerned may agree to live with."""
    from eventreview.report import answering

    return reasons.without_finding(desk) if desk.finding is None else answering.no_waiver(desk.finding)
