"""Before unsaved changes are left behind."""

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

SAVE, DISCARD = "save", "discard"


class QuitModal(AskingModal):
    """Asks what becomes of unsaved changes: save them, discard them, or stay."""

    def __init__(self, name: str) -> None:
        answers = (
            Answer(SAVE, pgettext("answer", "Save"), "s"),
            Answer(DISCARD, pgettext("answer", "Discard"), "d"),
            Answer(LEAVE, pgettext("answer", "Cancel"), "escape"),
        )
        super().__init__(_("Unsaved changes"), answers)
        self._name = name

    def body(self) -> Sequence[Widget]:
        """Which plan."""
        return (Static(safe(_("{name} has changes that aren’t saved.").format(name=self._name))),)
