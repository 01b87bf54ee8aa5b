"""Entries of the plan's arrays: what can be added where, what a copy of an entry takes over, where an entry can move."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language.labels import label_of_table
from eventreview.plan import outing
from eventreview.plan.edits import Move
from eventreview.plan.model import table_of
from eventreview.tui.changing import Form, insertion, value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile

# What a copy never takes over: what is said of one holder, one answer or one agreement, and what only time can tell.
_OF_THIS_ONE = frozenset(
    (
        "id", "notes", "display", "display_kind", "person", "listed_as", "status", "self_declared", "confirmed_by",
        "chosen_by", "mode_chosen_by", "label_chosen_by", "delegated_by", "speaks_on_behalf_of", "replaces", "starts",
        "title", "name", "with", "outcome", "changes", "reply_summary", "reason", "answer", "response", "paid",
        "agreed_by", "credited", "url", "import_ref", "import_digest",
        # What an organisation says of itself, and what gives it a right to answer.
        "led_by", "led_by_basis", "led_by_verified_by", "member_of", "roles", "listed_publicly", "position",
        "position_source", "selection_process",
        # What the holder of a place declares or decides, and where the holder is.
        "basis", "talk", "mode", "label_kind", "languages", "utc_offset",
        # Who took part in, signed, decided, asked for or wanted something.
        "proposed_by", "agenda_set_with", "drafters", "signatories", "sent_to", "linked_from_main", "made_by", "binds",
        "ask", "asks", "raised_by", "wanted_by_community",
    )
)  # fmt: skip
_DATES = ("date", "when", "moment")
_TABLES = ("table", "tables")
SELF = "self"
# An answer is given once, by somebody: there is nothing to copy.
_NEVER_COPIED = ("judgements", "waivers")


@dataclass(frozen=True)
class Room:
    """Where an entry can be added: the array, the index, and what the entry is."""

    array: Path
    index: int
    label: str


def rooms(file: PlanFile, path: Path) -> list[Room]:
    """Where an entry can be added from the object at a path, the nearest array first; on a panel, among its places alone.

    In the object's array, after it; and at the end of the arrays in the object, such as the requests of a statement.
    """
    near = insertion(file, path)
    found = [Room(*near, _label(near[0]))] if near is not None else []
    return found + [room for room in _inside(file, path) if near is None or room.array != near[0]]


def _inside(file: PlanFile, path: Path) -> Iterator[Room]:
    """The arrays of tables in the object at a path."""
    around, table = table_of(path[:-1]), table_of(path)
    if not path or around is None or table is None:
        return
    if not isinstance(path[-1], int) and around.FIELDS[path[-1]].kind == "tables":
        return
    for key, field in table.FIELDS.items():
        if field.kind == "tables":
            there = value_at(file, (*path, key))
            yield Room((*path, key), len(there) if isinstance(there, list) else 0, _label((key,)))


def _label(array: Path) -> str:
    return label_of_table(str(array[-1]))


def copied(file: PlanFile, path: Path) -> Form | None:
    """The form of a new entry after the one at a path, filled in with what may be the same; None where nothing is copied.

    Persons, choices, consent, fees, answers and dates are never copied: they are true of one entry alone. Nor is what an
    organisation declares, whom a place speaks for that is its holder's own, and what SAF-1 keeps out of a plan.
    """
    entry, table = value_at(file, path), table_of(path)
    if not path or not isinstance(path[-1], int) or not isinstance(entry, dict) or table is None:
        return None
    if path[0] in _NEVER_COPIED:
        return None
    never = {str(found.path[len(path)]) for found in outing.find(file.values or {}) if _is_in(path, found.path)}
    if entry.get("basis") == SELF:
        never.add("represents")
    same = {
        key: value
        for key, value in entry.items()
        if key in table.FIELDS
        and key not in _OF_THIS_ONE
        and key not in never
        and table.FIELDS[key].kind not in (*_DATES, *_TABLES)
    }
    return Form(path[:-1], None, same, path[-1] + 1)


def _is_in(path: Path, found: Path) -> bool:
    return len(found) > len(path) and found[: len(path)] == path


def moved(file: PlanFile, path: Path, by: int) -> Move | None:
    """The edit that moves the entry at a path by so many entries of its array; None where it can't go further."""
    if not path or not isinstance(path[-1], int):
        return None
    array = value_at(file, path[:-1])
    to = path[-1] + by
    if not isinstance(array, list) or not 0 <= to < len(array):
        return None
    return Move(path[:-1], path[-1], to)


def is_entry(path: Path | None) -> bool:
    """Whether the object at a path is an entry of an array."""
    return bool(path) and isinstance((path or ("",))[-1], int)
