"""Why an edit wasn't made."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.plan.faults import path_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.positions import Path


class Refused(Exception):
    """An edit that can't be made safely; nothing was changed.

    message_id: one of those in `sentence`. params: `path` as people see it. line: where to look in the file, from 1;
    None when nowhere.
    """

    def __init__(self, message_id: str, path: Path) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.path = path
        self.params: dict[str, object] = {"path": path_text(path)}
        self.line: int | None = None


def sentence(error: Refused) -> str:
    """What a person reads, in the language in use; the line isn't in it."""
    texts = {
        "absent": _("There is no {path} in this file."),
        "not-a-table": _("Nothing can be put at {path}: what is around it isn't a table."),
        "not-an-array": _("Nothing can be added to {path}: it isn't an array."),
        "not-an-entry": _("{path} holds tables: only a table can be added to it."),
        "table": _("{path} is written as a table with a header: another kind of value can't take its place."),
        "value": _("The new value of {path} can't be written in a TOML file."),
        "comment": _("This comment can't be written: each of its lines has to be one line of plain text."),
        "shape": _("The way {path} is written can't be changed safely from here. Change it in an editor."),
        "shared-lines": _(
            "Entries and comments share lines in {path}: nobody can tell which comment would move. Change it in an editor."
        ),
        "comment-lost": _("A comment would be lost with this change to {path}. Change it in an editor."),
        "would-differ": _("After this change to {path} the file would no longer say what is meant."),
        "no-such-id": _("Nothing in this file has that id."),
        "not-an-id": _(
            "That can't be an id: it takes small letters a to z, digits and hyphens, at most 64, no hyphen first, "
            "and no word that the format uses itself."
        ),
        "id-taken": _("That id belongs to something else in this file."),
    }
    return texts[error.message_id].format(**error.params)
