"""Recording what organisations said of the plan: their answers to its questions, and their waivers of its faults."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.tui.acts.changing import Changing, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime


def clock() -> datetime.date:
    """Today, by the clock of the machine."""
    import datetime

    return datetime.date.today()


class Judging(Changing):
    """The commands for what others have to say."""

    @work(group="asking")
    async def action_judge_finding(self) -> None:
        """Records an answer to the question at the cursor, or takes one back."""
        from eventreview.review.answering import Judging as Answers
        from eventreview.tui.modals.judge import JudgeModal

        finding = self.desk.finding
        if finding is None:
            return
        asking = Answers(self.session, finding)
        given = await self.app.push_screen_wait(JudgeModal(asking, clock()))
        if given is None:
            return
        title = (
            _("take back the answer of {organisation} to {rule}")
            if given.takes_back
            else _("answer of {organisation} to {rule}")
        )
        await self._apply(given.edits, title.format(organisation=given.by, rule=finding.rule.code))

    @work(group="asking")
    async def action_waive_finding(self) -> None:
        """Records that those concerned agreed to live with the fault at the cursor, or takes that back."""
        from eventreview.plan.edit import Refused
        from eventreview.review.answering import Waiving
        from eventreview.tui.modals.waive import WaiveModal

        finding = self.desk.finding
        if finding is None:
            return
        try:
            asking = Waiving(self.session, finding)
        except Refused as error:
            await self.explain(_("This change can’t be made"), refusal(error))
            return
        given = await self.app.push_screen_wait(WaiveModal(asking, clock()))
        if given is None:
            return
        title = (
            _("take back the waiver of {rule} by {organisation}")
            if given.takes_back
            else _("waiver of {rule} by {organisation}")
        )
        await self._apply(given.edits, title.format(organisation=given.by, rule=finding.rule.code))
