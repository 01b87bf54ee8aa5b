"""The desk as a program: which screen comes first, leaving through the guard, and the note after a crash."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence

from textual import work
from textual.app import App
from textual.screen import ModalScreen

from eventreview.language import gettext as _
from eventreview.review.session import Session
from eventreview.tui import commands, theme
from eventreview.tui.acts.filing import Filing
from eventreview.tui.messages import PlanChosen
from eventreview.tui.safetext import safe_text
from eventreview.tui.screens.help import HelpScreen
from eventreview.tui.screens.open import OpenScreen
from eventreview.tui.screens.plan_screen import PlanScreen, is_on_folder
from eventreview.tui.screens.review import ReviewScreen
from eventreview.tui.screens.unreadable import UnreadableScreen

BROKEN = 3


def run(paths: list[str], *, today: datetime.date | None, read_only: bool) -> int:
    """Runs the desk on these plans or folders, in the language in use; gives the exit code."""
    app = ReviewApp(paths, today=today, read_only=read_only)
    app.run()
    return BROKEN if app.return_code else 0


class ReviewApp(App[None]):
    """The desk. One plan is opened at once; a folder or several plans are listed first."""

    TITLE = "eventreview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = commands.bindings(commands.ON_DESK)

    def __init__(self, paths: Sequence[str], *, today: datetime.date | None = None, read_only: bool = False) -> None:
        super().__init__()
        self.animation_level = "none"
        self._paths = list(paths)
        self._today = today
        self._read_only = read_only
        for each in (theme.DARK, theme.LIGHT):
            self.register_theme(each)
        if "TEXTUAL_THEME" not in os.environ:
            self.theme = theme.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The tints that Textual's own themes lack."""
        return theme.DEFAULTS

    def on_mount(self) -> None:
        """Opens the one plan, or lists the plans."""
        if len(self._paths) == 1 and not os.path.isdir(self._paths[0]):
            self.open_plan(self._paths[0])
        else:
            self.push_screen(OpenScreen(self._paths, self._today))

    def open_plan(self, path: str) -> None:
        """Shows the review of a plan, or where it can't be read."""
        session = Session(path, today=self._today, read_only=self._read_only)
        if session.readable:
            self.push_screen(ReviewScreen(session))
            return

        def once_read(readable: bool | None) -> None:
            if readable:
                self.push_screen(ReviewScreen(session))
            elif not is_on_folder(self):
                self.exit()

        self.push_screen(UnreadableScreen(session), once_read)

    def on_plan_chosen(self, event: PlanChosen) -> None:
        """Opens the plan that was picked."""
        self.open_plan(event.path)

    # Commands

    def action_show_help(self) -> None:
        """Shows all keys."""
        screen = self.screen
        self.push_screen(HelpScreen(screen.desk if isinstance(screen, PlanScreen) else None))

    @work(exclusive=True, group="leaving")
    async def action_quit_desk(self) -> None:
        """Leaves, unless something is unsaved and a person wants to stay."""
        if isinstance(self.screen, ModalScreen):
            # A window may hold half of an answer: it is closed by its own key, so that nothing is lost by mistake.
            self.bell()
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Filing) and not await screen.may_leave():
                return
        self.exit()

    async def action_quit(self) -> None:
        """Textual's own way out goes through the guard too."""
        self.action_quit_desk()

    def action_help_quit(self) -> None:
        """ctrl+c without a selection: says how to leave."""
        if isinstance(self.screen, PlanScreen):
            self.screen.say(_("q leaves; ctrl+c copies what is selected."))

    def _fatal_error(self) -> None:
        # Textual would print the local variables of every frame, and plans with them.
        self.panic(safe_text(crash_note(self._exception)))


def crash_note(error: Exception | None) -> str:
    """What a person reads when the program itself broke: where, and nothing of any plan."""
    where = "?"
    frame = error.__traceback__ if error is not None else None
    while frame is not None:
        where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}"
        frame = frame.tb_next
    return _("eventreview stopped: an internal error ({kind}, {where}). What wasn’t saved is lost.").format(
        kind=type(error).__name__, where=where
    )
