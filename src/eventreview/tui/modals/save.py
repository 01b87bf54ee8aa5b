"""Before a plan is saved: what changes on disk."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.review.diff import ADDED, REMOVED, DiffLine
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.safetext import safe
from eventreview.tui.widgets.diff_view import DiffView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SAVE = "save"


class SaveModal(AskingModal):
    """Shows the lines that change on disk and asks: save, or not now.

    path: where it is saved. overwrites: whether the file on disk was changed by somebody else meanwhile.
    """

    def __init__(self, path: str, lines: Sequence[DiffLine], *, overwrites: bool = False) -> None:
        answers = (
            Answer(SAVE, pgettext("answer", "Overwrite") if overwrites else pgettext("answer", "Save"), "enter"),
            Answer(LEAVE, pgettext("answer", "Not now"), "escape"),
        )
        super().__init__(_("Save {path}").format(path=path), answers)
        self._lines = tuple(lines)

    def body(self) -> Sequence[Widget]:
        """How many lines change, and which."""
        added = sum(1 for line in self._lines if line.sign == ADDED)
        removed = sum(1 for line in self._lines if line.sign == REMOVED)
        said = [
            ngettext("{n} line is added.", "{n} lines are added.", added).format(n=added),
            ngettext("{n} line is removed.", "{n} lines are removed.", removed).format(n=removed),
        ]
        return Static(safe(" ".join(said), "$quiet")), DiffView(self._lines)
