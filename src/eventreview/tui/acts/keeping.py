"""Keeping the work on an open plan: its lock, the copy of what isn't saved, and what an earlier session left."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.plan.lock import NOT_WRITABLE, UNDECIDED
from eventreview.plan.lock import sentence as why_not_locked
from eventreview.review.keeping import EVERY
from eventreview.tui.acts.changing import counts_of
from eventreview.tui.acts.filing import Filing
from eventreview.tui.screens.plan_screen import PlanScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.lock import Holder
    from eventreview.plan.recovery import Copy
    from eventreview.review.session import Session


class Keeping(Filing):
    """The plan is locked from the beginning to the end; while something is unsaved, a copy of it is beside the plan."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waits = False  # until the copy may be written again
        session.keeper.begin()

    def on_mount(self) -> None:
        """Says why the plan can't be edited, or offers what was left of an earlier session."""
        self.session.keeper.on_change = self._keep
        self._settle_opening()

    def on_unmount(self) -> None:
        """Leaves the plan, unless another screen goes on with it. What wasn't given up stays in the copy."""
        if not any(
            isinstance(each, PlanScreen) and each is not self and each.session is self.session
            for each in self.app.screen_stack
        ):
            self.session.keeper.close()

    @work(group="asking")
    async def _settle_opening(self) -> None:
        await self._settle()

    async def _settle(self) -> None:
        keeper = self.session.keeper
        refused = keeper.refused
        if keeper.is_locked:
            copy = keeper.offer()
            if copy is not None:
                await self._offer(copy)
        elif refused is not None and refused.holder is not None:
            from eventreview.tui.modals.locked import TAKE_OVER, LockedModal

            if await self.app.push_screen_wait(LockedModal(why_not_locked(refused))) == TAKE_OVER:
                await self._lock_again(refused.holder)
        elif refused is not None and refused.message_id in (NOT_WRITABLE, UNDECIDED):
            self.warn(why_not_locked(refused))
        elif refused is not None:
            await self.explain(_("This plan is being edited elsewhere"), why_not_locked(refused))

    async def _lock_again(self, over: Holder | None = None) -> None:
        """Tries once more for the lock; what stands on disk by then is what is edited."""
        self.session.keeper.begin(over)
        self._reload()
        if self.session.readable:
            await self._settle()

    async def _offer(self, copy: Copy) -> None:
        from eventreview.tui import recovering
        from eventreview.tui.modals.recovery import DISCARD

        answer, change = await recovering.settle(self.app, self.session, copy)
        if change is not None:
            self.show_change(_("Recovered. {counts} · u undoes").format(counts=counts_of(change)))
        elif answer == DISCARD:
            self.say(_("The recovery copy is gone."))
        else:
            self.show_change("")
            self.warn(_("Open for reading only, until you decide about the unsaved work. r asks again."))

    def action_reload_plan(self) -> None:
        """Reads the file again; where the lock couldn't be had, tries for it again too."""
        if self.session.keeper.refused is not None:
            self._try_again()
        else:
            super().action_reload_plan()

    @work(group="asking")
    async def _try_again(self) -> None:
        await self._lock_again()

    async def may_leave(self) -> bool:
        """As the guard says; what is given up isn't kept."""
        may = await super().may_leave()
        if may and self.session.dirty:
            self.session.keeper.discard()
        return may

    # The copy

    def _keep(self) -> None:
        """After a change: the copy is written once the change is shown, then at most every two seconds."""
        if self.session.keeper.is_due and not self._waits:
            self._waits = True
            self.call_after_refresh(self._write_copy)

    def _write_copy(self) -> None:
        keeper = self.session.keeper
        failed = keeper.failed
        keeper.keep()
        if keeper.failed and not failed:
            self.warn(_("No recovery copy can be written beside the plan: save often."))
        self.set_timer(EVERY, self._go_on_keeping)

    def _go_on_keeping(self) -> None:
        self._waits = False
        self._keep()
