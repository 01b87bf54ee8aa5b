"""When the file on disk isn't the one that was opened any more."""

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

SAVE_AS, OVERWRITE, RELOAD = "save-as", "overwrite", "reload"


class ConflictModal(AskingModal):
    """Asks what to do when somebody else changed or removed the file: save as, overwrite, reload, or go on editing.

    is_gone: whether there is no file at the path any more.
    """

    def __init__(self, name: str, *, is_gone: bool) -> None:
        answers = [
            Answer(SAVE_AS, pgettext("answer", "Save as…"), "w"),
            Answer(
                OVERWRITE, pgettext("answer", "Write it again") if is_gone else pgettext("answer", "Overwrite…"), "o"
            ),
        ]
        if not is_gone:
            answers.append(Answer(RELOAD, pgettext("answer", "Reload"), "r"))
        answers.append(Answer(LEAVE, pgettext("answer", "Cancel"), "escape"))
        super().__init__(_("The file on disk was changed"), answers)
        self._name = name
        self._is_gone = is_gone

    def body(self) -> Sequence[Widget]:
        """What happened, and what each answer does."""
        if self._is_gone:
            said = [_("{name} isn’t there any more, or can’t be read.").format(name=self._name)]
        else:
            said = [
                _("Somebody else, or another program, changed {name} since it was opened here.").format(
                    name=self._name
                ),
                _("Overwriting shows first what would be lost. Reloading gives up your own unsaved changes."),
            ]
        said.append(_("Saving under another name keeps both."))
        return (Static(safe("\n".join(said))),)
