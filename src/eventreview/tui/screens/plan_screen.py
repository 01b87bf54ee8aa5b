"""A screen on one open plan: what its parts need of it. What a person can do there stands in `tui.acts`."""

from __future__ import annotations

from pathlib import Path as FilePath

from textual.app import App
from textual.screen import Screen

from eventreview.tui.desk import Desk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.session import Session


class PlanScreen(Screen[None]):
    """A screen on one session. Every change goes through the session; a screen shows what came of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def desk(self) -> Desk:
        """What the commands look at."""
        return Desk(self.session)

    @property
    def name_shown(self) -> str:
        """The name of the file, without its folder."""
        return FilePath(self.session.path).name

    def show_change(self, said: str, added: Path | None = None) -> None:
        """Shows the plan as it stands now, what was done, and which object was added. For the screen to fill in."""

    def say(self, said: str) -> None:
        """Says what was done. For the screen to fill in."""

    def warn(self, said: str) -> None:
        """Says why something wasn't done. For the screen to fill in."""

    async def explain(self, title: str, why: str) -> None:
        """Explains in a window why something can't be done, until it is closed."""
        from eventreview.tui.modals.error import ErrorModal

        await self.app.push_screen_wait(ErrorModal(title, why))


def is_on_folder(app: App[None]) -> bool:
    """Whether a list of plans lies under what is shown."""
    from eventreview.tui.screens.open import OpenScreen

    return any(isinstance(screen, OpenScreen) for screen in app.screen_stack)
