"""The file of the plan: saving behind a diff, saving elsewhere, reading again, and leaving through the guard."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.plan.save import NotSaved
from eventreview.plan.save import sentence as why_not_saved
from eventreview.tui.screens.plan_screen import PlanScreen, is_on_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.file import PlanFile


class Filing(PlanScreen):
    """The commands for the file on disk."""

    @work(group="asking")
    async def action_save_plan(self) -> None:
        """Shows what changes on disk, and saves."""
        await self.save()

    async def save(self) -> bool:
        """Saves behind the diff; gives whether everything is on disk now."""
        from eventreview.tui.plain_lines import plain_file

        session = self.session
        if session.changed_on_disk():
            return await self._settle_conflict()
        old = plain_file(session.name, session.saved_bytes)
        return await self._save_behind(old, overwrite=False)

    async def _save_behind(self, old: PlanFile, overwrite: bool) -> bool:
        from eventreview.tui.modals.save import SAVE, SaveModal
        from eventreview.tui.plain_lines import plain_diff

        lines = plain_diff(old, self.session.file)
        modal = SaveModal(self.session.path, lines, overwrites=overwrite)
        if await self.app.push_screen_wait(modal) != SAVE:
            return False
        try:
            self.session.save(overwrite=overwrite)
        except NotSaved as error:
            await self.explain(_("Not saved"), why_not_saved(error))
            return False
        self.show_change(_("Saved: {path}").format(path=self.session.path))
        return True

    async def _settle_conflict(self) -> bool:
        from eventreview.tui.modals.conflict import OVERWRITE, RELOAD, SAVE_AS, ConflictModal
        from eventreview.tui.plain_lines import plain_file

        there = self.session.on_disk()
        answer = await self.app.push_screen_wait(ConflictModal(self.name_shown, is_gone=there is None))
        if answer == SAVE_AS:
            return await self._save_as()
        if answer == OVERWRITE:
            return await self._save_behind(plain_file(self.session.name, there or b""), overwrite=True)
        if answer == RELOAD:
            self._reload()
            return True
        return False

    @work(group="asking")
    async def action_save_plan_as(self) -> None:
        """Saves under another name, and goes on there."""
        await self._save_as()

    async def _save_as(self) -> bool:
        from eventreview.tui.modals.save_as import SaveAsModal

        path = await self.app.push_screen_wait(SaveAsModal(self.session.path))
        if not path:
            return False
        try:
            self.session.save_as(path)
        except NotSaved as error:
            await self.explain(_("Not saved"), why_not_saved(error))
            return False
        self.show_change(_("Saved: {path}").format(path=path))
        return True

    def action_reload_plan(self) -> None:
        """Reads the file again from disk."""
        self._reload()

    def _reload(self) -> None:
        from eventreview.tui.screens.unreadable import UnreadableScreen

        self.session.reload()
        if self.session.readable:
            self.show_change(_("Read again from disk."))
        else:
            self.app.push_screen(UnreadableScreen(self.session), self._go_on_once_read)

    def _go_on_once_read(self, readable: bool | None) -> None:
        if readable:
            self.show_change(_("Read again from disk."))
        else:
            self.leave()

    def leave(self) -> None:
        """Goes back to the plans of the folder; where there are none, out."""
        if is_on_folder(self.app):
            self.dismiss()
        else:
            self.app.exit()

    async def may_leave(self) -> bool:
        """Whether the plan may be left: nothing is unsaved, or it was saved or given up now."""
        from eventreview.tui.modals.quit import DISCARD, SAVE, QuitModal

        if not self.session.dirty:
            return True
        answer = await self.app.push_screen_wait(QuitModal(self.name_shown))
        if answer == SAVE:
            return await self.save()
        return answer == DISCARD
