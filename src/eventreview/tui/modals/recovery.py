"""Work that an earlier session couldn't save: what it would change, and what becomes of it."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.safetext import safe
from eventreview.tui.widgets.diff_view import DiffView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.review.diff import DiffLine

RECOVER, DISCARD = "recover", "discard"


class RecoveryModal(AskingModal):
    """Shows what a recovery copy would change and asks: recover, discard, or decide later.

    said: what was found, in sentences. lines: the diff against the file; None for a copy that can't be taken over.
    """

    def __init__(self, said: Sequence[str], lines: Sequence[DiffLine] | None) -> None:
        later = Answer(LEAVE, pgettext("answer", "Decide later"), "escape")
        discard = Answer(DISCARD, pgettext("answer", "Discard"), "d")
        # Enter gives the first answer: it must never be the one that loses something.
        answers = (
            (Answer(RECOVER, pgettext("answer", "Recover"), "r"), discard, later)
            if lines is not None
            else (later, discard)
        )
        super().__init__(_("Unsaved work was found"), answers)
        self._said = tuple(said)
        self._lines = lines

    def body(self) -> Sequence[Widget]:
        """What was found, and the diff."""
        said = Static(safe("\n".join(self._said)))
        if self._lines is None:
            return (said,)
        then = Static(safe(_("Recovering changes these lines, as one step that u undoes; saving is asked as always.")))
        return said, then, DiffView(self._lines)
