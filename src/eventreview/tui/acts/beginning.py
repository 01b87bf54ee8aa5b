"""Beginning a plan: what it starts with is asked, the rest waits in comment lines, and nothing is written over."""

from __future__ import annotations

import os

from textual import work
from textual.screen import Screen

from eventreview.language import gettext as _
from eventreview.language import labels
from eventreview.plan import vocabulary as v
from eventreview.plan.model import Event
from eventreview.plan.save import NotSaved
from eventreview.plan.save import sentence as why_not_saved
from eventreview.plan.skeleton import skeleton, write_new
from eventreview.tui.messages import PlanChosen


class Beginning(Screen[None]):
    """The command that makes a new plan."""

    paths: list[str]

    def begun(self, path: str) -> None:
        """A plan was made. For the screen to fill in."""

    @work(group="asking", exclusive=True)
    async def action_new_plan(self) -> None:
        """Asks for title, file, stage and populations; writes the plan and opens it."""
        from eventreview.tui.form_options import Option
        from eventreview.tui.modals.error import ErrorModal
        from eventreview.tui.modals.new_plan import NewPlanModal
        from eventreview.tui.modals.pick import PickModal

        asked = await self.app.push_screen_wait(NewPlanModal(self._folder))
        if asked is None:
            return
        title, path = asked
        stages = [Option(each, labels.label_of_value("stage", each)) for each in v.STAGES]
        stage = await self.app.push_screen_wait(PickModal(_("How far is it?"), stages, ()))
        if stage is None:
            return
        words = Event.FIELDS["concerns"].words or v.POPULATIONS
        communities = [Option(each, labels.label_of_value("population", each)) for each in words]
        heading = _("Whom does it concern?")
        concerns = await self.app.push_screen_wait(PickModal(heading, communities, (), many=True, own_population=True))
        if concerns is None:
            return
        event: dict[str, object] = {"title": title}
        # Ticking nothing isn't the same as saying that it concerns nobody.
        if concerns:
            event["concerns"] = list(concerns)
        try:
            write_new(path, skeleton(stage[0], event))
        except NotSaved as error:
            await self.app.push_screen_wait(ErrorModal(_("Not saved"), why_not_saved(error)))
            return
        self.begun(path)
        self.post_message(PlanChosen(path))

    @property
    def _folder(self) -> str:
        """Where a new plan goes: the folder that was named; of several the first."""
        return next((path for path in self.paths if os.path.isdir(path)), "plans" if os.path.isdir("plans") else "")
