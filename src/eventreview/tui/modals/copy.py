"""The copy menu: what is taken along, and whether it goes to the clipboard or into a file."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.modals.save_as import SaveAsModal, refusal_of_any
from eventreview.tui.safetext import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MESSAGE, FINDING, PLACE, PATH, REVIEW = "message", "finding", "place", "path", "review"
# Beside the answers: where it goes, which can be changed before one is given.
WHERE = "where"
TO_FILE = "file-"


class CopyModal(AskingModal):
    """Gives what is to be copied; with `TO_FILE` before it where it is to be written into a file.

    with_finding: one is at the cursor.
    """

    def __init__(self, *, with_finding: bool) -> None:
        self._to_file = False
        answers = [
            Answer(MESSAGE, pgettext("copy", "The message of the finding"), "m"),
            Answer(FINDING, pgettext("copy", "The finding as report text"), "f"),
            Answer(PLACE, pgettext("copy", "File and line"), "l"),
            Answer(PATH, pgettext("copy", "The path of the file"), "p"),
            Answer(REVIEW, pgettext("copy", "The whole review as text"), "a"),
            Answer(WHERE, pgettext("copy", "Clipboard or file"), "w"),
            Answer(LEAVE, pgettext("answer", "Leave it"), "escape"),
        ]
        kept = [each for each in answers if with_finding or each.id not in (MESSAGE, FINDING, PLACE)]
        super().__init__(_("Copy"), kept)

    def body(self) -> Sequence[Widget]:
        """Where it goes, and what can go wrong there."""
        return (Static(self._where(), id="copy-where"),)

    def on_resize(self) -> None:
        """The answers always stand below each other."""
        super().on_resize()
        self.add_class("-stacked")

    def _where(self) -> Content:
        if self._to_file:
            return safe(_("Into a file, whose name is asked for. w: to the clipboard."))
        return safe(_("To the clipboard of the terminal; some terminals don’t allow it. w: into a file instead."))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Gives the answer of a button."""
        event.stop()
        self.action_give_answer((event.button.id or "").removeprefix("answer-").replace("leave", LEAVE))

    def action_give_answer(self, id: str) -> None:
        """Gives an answer, or changes where it goes."""
        if id == WHERE:
            self._to_file = not self._to_file
            self.query_one("#copy-where", Static).update(self._where())
        else:
            self.dismiss(TO_FILE + id if self._to_file and id else id)


class WriteModal(SaveAsModal):
    """Asks for the name of the file that a text is written into; "" when it is left. A file that is there is never taken."""

    def heading(self) -> str:
        """What is asked for."""
        return _("Write to a file")

    def refusal(self, path: str) -> str | None:
        """Why nothing can be written at a path; None when it can."""
        return refusal_of_any(path)
