"""A plan whose lock belongs to another machine, or to nobody who can be told: a person decides."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.safetext import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

TAKE_OVER = "take-over"


class LockedModal(AskingModal):
    """Says why the plan is open for reading only, and offers to take the lock over."""

    def __init__(self, why: str) -> None:
        answers = (
            Answer(LEAVE, pgettext("answer", "Read only"), "escape"),
            Answer(TAKE_OVER, pgettext("answer", "Take over"), "t"),
        )
        super().__init__(_("This plan is being edited elsewhere"), answers)
        self._why = why

    def body(self) -> Sequence[Widget]:
        """Why, and what taking it over means."""
        said = _(
            "Take it over only if nobody works on it there any more: otherwise each would undo what the other saves."
        )
        return (Static(safe(f"{self._why}\n\n{said}")),)
