"""Why a command can't be used at one moment: each asks the desk, and gives a sentence, or None where nothing is in the way."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_YET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.tui.desk import Desk


def always(_desk: Desk) -> str | None:
    """Nothing stands in the way."""
    return None


def without_finding(desk: Desk) -> str | None:
    """A finding has to be at the cursor."""
    return None if desk.finding is not None else _("There is no finding at the cursor.")


def without_choice(desk: Desk) -> str | None:
    """The finding at the cursor has to offer something."""
    if desk.finding is None:
        return without_finding(desk)
    if desk.choices:
        return None
    if desk.finding.result in (MET, MET_WITHHELD):
        return _("This is met: there is nothing to apply.")
    if desk.finding.result == NOT_YET:
        return _("It is too early for this point: there is nothing to apply yet.")
    return _("There is no ready-made change for this finding: e edits the object.")


def without_answerless_choice(desk: Desk) -> str | None:
    """As `without_choice`; and what somebody has to answer isn't settled by an edit."""
    if desk.finding is not None and desk.is_question:
        from eventreview.report import sentences

        who = sentences.who(desk.finding)
        return _("This is a question, so nothing is applied. Who may answer: {who}.").format(who=who)
    return without_choice(desk)


def without_object(desk: Desk) -> str | None:
    """An object of the plan has to be at the cursor."""
    return None if desk.path is not None else _("There is no object of the plan at the cursor.")


def without_room(desk: Desk) -> str | None:
    """The object at the cursor has to be one, or in one, that takes another entry."""
    from eventreview.tui.ordering import rooms

    if desk.path is None:
        return without_object(desk)
    if not rooms(desk.session.file, desk.path):
        return _("Nothing can be added here. On a panel, i adds a place; in a list, an entry.")
    return None


def without_removable(desk: Desk) -> str | None:
    """The object at the cursor has to be one that may go."""
    from eventreview.tui.changing import removal

    if desk.path is None:
        return without_object(desk)
    return None if removal(desk.session.file, desk.path) is not None else _("This can’t be removed from the plan.")


def without_step(desk: Desk) -> str | None:
    """There has to be a step to take back."""
    return None if desk.session.can_undo else _("There is nothing to undo.")


def without_undone(desk: Desk) -> str | None:
    """There has to be a step that was taken back."""
    return None if desk.session.can_redo else _("There is nothing to redo.")


def without_change(desk: Desk) -> str | None:
    """There has to be something to save."""
    return None if desk.session.dirty else _("Everything is saved.")


def with_change(desk: Desk) -> str | None:
    """Nothing may be unsaved."""
    return _("There are unsaved changes: save or undo them first.") if desk.session.dirty else None


def without_editor(_desk: Desk) -> str | None:
    """An editor has to be named, and be there."""
    from eventreview.tui.editors import NoEditor, named

    try:
        named()
    except NoEditor as error:
        return error.sentence
    return None


def without_shell(_desk: Desk) -> str | None:
    """The system has to know how to put a program to sleep."""
    import signal

    return None if hasattr(signal, "SIGTSTP") else _("This system can’t put a program to sleep.")


def without_entry(desk: Desk) -> str | None:
    """An entry of an array has to be at the cursor that others can be like."""
    from eventreview.tui.ordering import copied

    if desk.path is None:
        return _("There is no object of the plan at the cursor.")
    if copied(desk.session.file, desk.path) is None:
        return _("There can’t be another like this one.")
    return None


def without_room_above(desk: Desk) -> str | None:
    """An entry has to be at the cursor that isn't the first."""
    return _without_room(desk, -1, _("This is the first already."))


def without_room_below(desk: Desk) -> str | None:
    """An entry has to be at the cursor that isn't the last."""
    return _without_room(desk, 1, _("This is the last already."))


def _without_room(desk: Desk, by: int, at_the_end: str) -> str | None:
    from eventreview.tui.ordering import is_entry, moved

    if desk.path is None or not is_entry(desk.path):
        return _("Only an entry of a list can be moved.")
    return None if moved(desk.session.file, desk.path, by) is not None else at_the_end
