"""When something couldn't be done: why, in a sentence that can be selected and copied."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Static

from eventreview.language import pgettext
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.safetext import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class ErrorModal(AskingModal):
    """Says what couldn't be done, and why."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__(title, [Answer(LEAVE, pgettext("answer", "Close"), "escape")])
        self._sentence = sentence

    def body(self) -> Sequence[Widget]:
        """Why."""
        return (Static(safe(self._sentence)),)
