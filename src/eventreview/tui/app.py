"""The desk as a program: which screen comes first, leaving through the guard, and the note after a crash."""

from __future__ import annotations

import os

from textual import events, work
from textual.app import ComposeResult
from textual.screen import ModalScreen

from eventreview.language import gettext as _
from eventreview.plan.garbage import loaded
from eventreview.review.session import Session
from eventreview.tui import commands, ending, keymap
from eventreview.tui.acts.choosing import Choosing
from eventreview.tui.first_sight import FirstSeen, FirstSight
from eventreview.tui.screens.plan_screen import PlanScreen, is_on_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping, Sequence

    from eventreview.tui.messages import PlainModeChosen, PlanChosen

BROKEN = 3


def run(
    paths: list[str],
    *,
    today: datetime.date | None,
    read_only: bool,
    theme: str | None,
    keys: Mapping[str, tuple[str, ...]],
    go_on: Callable[[str], int],
) -> int:
    """Runs the desk on these plans or folders, in the language in use; gives the exit code.

    theme, keys: from the configuration. go_on: takes a plan over in the plain mode, where somebody asks for that.
    """
    app = ReviewApp(paths, today=today, read_only=read_only, theme=theme, keys=keys)
    app.run()
    ending.stop_listening()
    if app.return_code:
        return app.return_code if app.return_code > ending.SIGNALLED else BROKEN
    return go_on(app.plain) if app.plain else 0


class ReviewApp(Choosing):
    """The desk. One plan is opened at once; a folder or several plans are listed first."""

    TITLE = "eventreview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = commands.bindings(commands.ON_DESK)

    def __init__(
        self,
        paths: Sequence[str],
        *,
        today: datetime.date | None = None,
        read_only: bool = False,
        theme: str | None = None,
        keys: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__()
        # The plan to go on with in the plain mode, "" for none.
        self.plain = ""
        keymap.use(keys or {})
        self.animation_level = "none"
        self._paths = list(paths)
        self._today = today
        self._read_only = read_only
        # While the review is loaded: what is seen instead, and the keys pressed meanwhile.
        self._sight: FirstSight | None = None
        self._early_keys: list[events.Key | events.Paste] = []
        self.use_themes(theme or os.environ.get("TEXTUAL_THEME", ""))

    def compose(self) -> ComposeResult:
        """Of one plan what can be shown at once. The review needs many modules, and they are loaded once this is seen."""
        if self._is_for_one:
            session = self._session(self._paths[0])
            if session.readable:
                self._sight = FirstSight(session)
                yield self._sight
            else:
                self._open_unreadable(session)
                loaded()

    def on_mount(self) -> None:
        """Lists the plans, where there isn't just one."""
        self.set_keymap(keymap.for_textual())
        if not self.is_headless:
            ending.listen(self)
        if not self._is_for_one:
            from eventreview.tui.screens.open import OpenScreen

            self.push_screen(OpenScreen(self._paths, self._today))
            loaded()

    @property
    def _is_for_one(self) -> bool:
        return len(self._paths) == 1 and not os.path.isdir(self._paths[0])

    def _session(self, path: str) -> Session:
        return Session(path, today=self._today, read_only=self._read_only)

    async def on_first_seen(self, _event: FirstSeen) -> None:
        """The review takes the place of the first sight, and gets the keys that were meant for it."""
        if self._sight is None:
            return
        await self._open(self._sight.session)
        self._sight.remove()
        self._sight = None
        early, self._early_keys = self._early_keys, []
        for event in early:
            await super().on_event(event)
        loaded()

    async def on_event(self, event: events.Event) -> None:
        """Keys that come before the review is there are kept for it."""
        if self._sight is not None and isinstance(event, events.Key | events.Paste):
            self._early_keys.append(event)
        else:
            await super().on_event(event)

    async def _open(self, session: Session) -> None:
        """Shows the review of a plan, or where it can't be read."""
        if session.readable:
            from eventreview.tui.screens.review import ReviewScreen

            await self.push_screen(ReviewScreen(session))
        else:
            self._open_unreadable(session)

    @work(group="asking")
    async def _open_unreadable(self, session: Session) -> None:
        from eventreview.tui.recovering import was_recovered
        from eventreview.tui.screens.review import ReviewScreen
        from eventreview.tui.screens.unreadable import UnreadableScreen

        if await was_recovered(self, session) or await self.push_screen_wait(UnreadableScreen(session)):
            self.push_screen(ReviewScreen(session))
        elif not is_on_folder(self):
            self.exit()

    async def on_plan_chosen(self, event: PlanChosen) -> None:
        """Opens the plan that was picked."""
        await self._open(self._session(event.path))

    def on_plain_mode_chosen(self, event: PlainModeChosen) -> None:
        """Leaves; the plain mode goes on in the same terminal."""
        self.plain = event.path
        self.exit()

    # Commands

    def action_show_help(self) -> None:
        """Shows all keys."""
        from eventreview.tui.screens.help import HelpScreen

        review = next((each for each in reversed(self.screen_stack) if isinstance(each, PlanScreen)), None)
        self.push_screen(HelpScreen(review.desk if review is not None else None))

    def action_show_palette(self) -> None:
        """Searches every command, and places to go to."""
        from eventreview.tui.palette import Palette

        self.push_screen(Palette())

    @work(exclusive=True, group="leaving")
    async def action_quit_desk(self) -> None:
        """Leaves, unless something is unsaved and a person wants to stay."""
        if isinstance(self.screen, ModalScreen):
            # A window may hold half of an answer: it is closed by its own key, so that nothing is lost by mistake.
            self.bell()
            return
        from eventreview.tui.acts.filing import Filing

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
        from eventreview.tui.safetext import safe_text

        # Textual would print the local variables of every frame, and plans with them.
        note = safe_text(ending.crash_note(self._exception, ending.keep_all(self)))
        note.no_wrap = False
        self.panic(note)
