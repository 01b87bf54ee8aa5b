"""What lies on the desk at one moment: the session, the finding at the cursor and the object at the cursor."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.rules.outcome import TO_BE_JUDGED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.rules.rule import Choice

OUTLINE, FINDINGS, DETAIL = PANES = ("outline", "findings", "detail")


@dataclass(frozen=True)
class Desk:
    """What the commands look at to say whether they can be used, and why not.

    finding: at the cursor of the list. choices: what that finding offers. path: of the object at the cursor (in the
    outline when it has the focus, else the finding's), None for none.
    """

    session: Session
    finding: Finding | None = None
    choices: tuple[Choice, ...] = ()
    path: Path | None = None

    @property
    def is_question(self) -> bool:
        """Whether the finding at the cursor is for somebody to answer."""
        return self.finding is not None and self.finding.result == TO_BE_JUDGED
