"""Outside the desk: the person's own editor at the line and back, the plain mode, and a file that others change."""

from __future__ import annotations

from textual import events, work

from eventreview.language import gettext as _
from eventreview.tui.acts.changing import counts_of
from eventreview.tui.acts.filing import Filing
from eventreview.tui.acts.looking import line_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.tui.commands import Command

# These settle for themselves what becomes of a file that others changed.
SETTLING = ("save-plan", "open-editor", "plain-mode")


class Outside(Filing):
    """The commands that lead out of the desk, and the eye on the file meanwhile."""

    # What stood on disk when somebody was last told that it isn't what was read here.
    _told: bytes | str | None = ""

    def on_mount(self) -> None:
        """Looks at the file whenever the terminal gets the focus again."""
        self.watch(self.app, "app_focus", self._look_when_back, init=False)

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        """Looks at the file when a screen above this one is left."""
        self.notice_change()

    def _look_when_back(self, focused: bool) -> None:
        if focused and self.is_current:
            self.notice_change()

    def notice_change(self) -> bool:
        """Says once for each change that others made to the file; gives whether it said so now."""
        there = self.session.on_disk()
        if there == self.session.saved_bytes or there == self._told:
            return False
        self._told = there
        if there is None:
            said = _("The file isn’t there any more, or can’t be read. W saves elsewhere.")
        elif self.session.dirty:
            said = _("The file was changed on disk by another program. Saving asks what to do.")
        else:
            said = _("The file was changed on disk by another program: r reads it again.")
        self.warn(said)
        return True

    def holds_back(self, command: Command) -> bool:
        """Whether a command waits because the file has just been found changed; a second time it doesn't."""
        return command.mutates and command.id not in SETTLING and self.notice_change()

    @work(group="asking")
    async def action_open_editor(self) -> None:
        """Opens the file in the editor at the line of what is at the cursor; then reads it again."""
        from eventreview.tui import editors, leaving
        from eventreview.tui.editors import NoEditor

        line = line_of(self.desk)
        try:
            words = editors.named()
        except NoEditor as error:
            self.warn(error.sentence)
            return
        if self.session.dirty and not await self.save():
            self.warn(_("Not opened: the editor reads the file, and your changes aren’t saved in it."))
            return
        try:
            status = leaving.run_editor(self.app, words, self.session.path, line)
        except NoEditor as error:
            self.warn(error.sentence)
            return
        self._come_back(editors.name_of(words), status)

    def _come_back(self, editor: str, status: int) -> None:
        from eventreview.tui import leaving
        from eventreview.tui.screens.unreadable import UnreadableScreen

        failed = leaving.ended_badly(editor, status)
        if not self.session.changed_on_disk():
            (self.warn if failed else self.say)(
                failed or _("Back from {editor}: nothing changed.").format(editor=editor)
            )
            return
        change = self.session.reload()
        if not self.session.readable:
            self.app.push_screen(UnreadableScreen(self.session), self._go_on_once_read)
            return
        said = _("Read again. {counts}").format(counts=counts_of(change))
        self.show_change(f"{failed} {said}" if failed else said)

    @work(group="asking")
    async def action_plain_mode(self) -> None:
        """Leaves through the guard, and goes on in the plain mode on the same plan."""
        from eventreview.tui.messages import PlainModeChosen

        if await self.may_leave():
            self.app.post_message(PlainModeChosen(self.session.path))
