"""What stands at the head of a screen beside the name of the file: what the plan was read with."""

from __future__ import annotations

from eventreview import language
from eventreview.language import gettext as _
from eventreview.language.labels import label_of_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.session import Session

# Columns from which it is said with its words.
IN_FULL = 110
# Lines of the screen from which the strip of the steps has one.
FOR_STEPS = 30


def context(session: Session, short: bool) -> str:
    """Stage, day and language, and whether the plan is open for reading alone."""
    plan = session.file.plan
    parts = []
    if plan is not None:
        stage = label_of_value("stage", plan.stage) if plan.stage is not None else "–"
        today = plan.today.isoformat()
        parts.append(stage if short else _("stage: {stage}").format(stage=stage))
        parts.append(today if short else _("today: {date}").format(date=today))
    if session.read_only:
        parts.append(_("read-only"))
    return " · ".join((*parts, language.current()))
