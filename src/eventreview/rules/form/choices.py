"""What can be done about a fault of form. Safe is only what leaves the meaning as it is; the rest a person picks."""

from __future__ import annotations

import datetime

from eventreview.plan import outing
from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Comment, Remove, Set
from eventreview.plan.model import Plan, table_of
from eventreview.plan.reader import words_of
from eventreview.plan.references import owners
from eventreview.plan.shapes import LONGEST_ID, is_id, is_population
from eventreview.plan.suggest import fold, nearest
from eventreview.rules.at_path import value_at
from eventreview.rules.rule import Choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.faults import Fault
    from eventreview.plan.fields import Field, Path, Table

    Values = dict[str, object]

MOST = 3
DIGITS, SIGNS_OF_NUMBERS, SIGNS_OF_DATES = "0123456789", "+-.", "+-.: TZ"


def choices_of_fault(fault: Fault, values: Values) -> Iterator[Choice]:
    """What a person may pick for a fault. values: the parsed data of the file."""
    offer = OFFERS.get(fault.code)
    if offer is not None:
        yield from offer(fault, values)


def _field(path: Path) -> Field | None:
    """The field that a path is about: of the key, or of the array an element stands in."""
    last = next((index for index in range(len(path) - 1, -1, -1) if isinstance(path[index], str)), None)
    cls = table_of(path[:last]) if last is not None else None
    return cls.FIELDS.get(str(path[last])) if cls is not None and last is not None else None


def _fill_in(fault: Fault, values: Values) -> Iterator[Choice]:
    """FORM-3: the key, with empty hands."""
    key = str(fault.params["key"])
    if fault.path == ("event",):
        edit = Comment(("event",), ("# [event]", "# title =", "# concerns ="))
    else:
        edit = Comment(fault.path[:-1], (f"# {key} =   # {fault.at}",))
    yield Choice("template", "add", (edit,), key=key)


# FORM-4


def _another_kind(fault: Fault, values: Values) -> Iterator[Choice]:
    raw, wanted, key = value_at(values, fault.path), fault.params.get("wanted"), fault.params["key"]
    if isinstance(raw, str) and isinstance(wanted, str):
        meant = unquoted(raw, wanted)
        field = _field(fault.path)
        if meant is not None:
            yield Choice("safe", "unquote", (Set(fault.path, meant),), key=key)
        elif wanted == "array" and field is not None and _is_element(field, raw):
            yield Choice("safe", "into-list", (Set(fault.path, [raw]),), key=key)
    elif isinstance(raw, datetime.datetime) and wanted == "date":
        yield Choice("choice", "drop-time", (Set(fault.path, raw.date()),), key=key)


def unquoted(raw: str, wanted: str) -> object:
    """The value that a quoted date, number or bool reads as, where it is exactly of the kind wanted; else None."""
    allowed = DIGITS + (SIGNS_OF_NUMBERS if wanted in ("int", "number") else SIGNS_OF_DATES)
    if raw != raw.strip() or not (raw in ("true", "false") or set(allowed).issuperset(raw)):
        return None
    import tomli

    try:
        value: object = tomli.loads(f"x = {raw}")["x"]
    except (ValueError, RecursionError):
        return None
    return value if _is_of_kind(value, wanted) else None


def _is_of_kind(value: object, wanted: str) -> bool:
    if isinstance(value, bool) or wanted == "bool":
        return isinstance(value, bool) and wanted == "bool"
    if isinstance(value, datetime.datetime):
        return wanted == "date or date-time" or (wanted == "date-time with offset" and value.tzinfo is not None)
    if isinstance(value, datetime.date):
        return wanted in ("date", "date or date-time")
    return (isinstance(value, int) and wanted in ("int", "number")) or (isinstance(value, float) and wanted == "number")


def _is_element(field: Field, raw: str) -> bool:
    """Whether a text is as it stands a sound element of the list that a key takes."""
    if field.kind == "word":
        return raw in field.words
    if field.kind == "population":
        return is_population(raw, group=field.group)
    return is_id(raw) if field.kind == "reference" else bool(raw.strip())


# FORM-5


def _another_key(fault: Fault, values: Values) -> Iterator[Choice]:
    table, cls = value_at(values, fault.path[:-1]), table_of(fault.path[:-1])
    key, value = str(fault.path[-1]), value_at(values, fault.path)
    if cls is None or not isinstance(table, dict):
        return
    same = [known for known in cls.FIELDS if fold(known) == fold(key)]
    # What stands under a header of its own can't be moved without moving its comments.
    movable = not _is_table(value)
    if same and same[0] not in table and movable:
        yield _renamed("safe", fault.path, same[0], value)
        return
    for near in nearest(key, cls.FIELDS, MOST) if movable and not same else ():
        if near not in table:
            yield _renamed("choice", fault.path, near, value)
    yield Choice("choice", "remove", (Remove(fault.path),))


def _renamed(kind: str, path: Path, new: str, value: object) -> Choice:
    return Choice(kind, "rename", (Set((*path[:-1], new), value), Remove(path)), new=new)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


# FORM-6


def _another_word(fault: Fault, values: Values) -> Iterator[Choice]:
    raw, field = value_at(values, fault.path), _field(fault.path)
    if fault.message_id == "repeated":
        yield Choice("choice", "remove", (Remove(fault.path),), word=fault.params["word"])
        return
    if not isinstance(raw, str) or field is None:
        return
    beside = value_at(values, fault.path[:-1]) if isinstance(fault.path[-1], int) else ()
    taken = beside if isinstance(beside, list) else ()
    same = [word for word in words_of(field) if fold(word) == fold(raw)]
    if same and same[0] not in taken:
        yield Choice("safe", "replace", (Set(fault.path, same[0]),), new=same[0])
        return
    for near in nearest(raw, words_of(field), MOST):
        if near not in taken:
            yield Choice("choice", "replace", (Set(fault.path, near),), new=near)


# FORM-7, FORM-8, FORM-9


def _another_id(fault: Fault, values: Values) -> Iterator[Choice]:
    """A spelling that is an id, changed together with everything that names it. A person's tag isn't touched."""
    raw = value_at(values, fault.path)
    if (
        fault.params["key"] != "id"
        or not isinstance(raw, str)
        or outing.echoed(_field(fault.path), raw) == outing.HIDDEN
    ):
        return
    ids = owners(values)
    if fault.message_id == "bad-id" and ids.owner.get(raw) != fault.path[:-1]:
        return
    new = fresh(folded_id(raw), ids.owner)
    if new:
        edits: list[Edit] = [Set(fault.path, new)]
        edits += [Set(path, new) for path in naming(values, raw)]
        yield Choice("choice", "rename", edits, new=new)


def _own_id(fault: Fault, values: Values) -> Iterator[Choice]:
    """FORM-8: an id of its own for the later entry; whatever names the old one still means the first."""
    raw = value_at(values, fault.path)
    new = fresh(raw, owners(values).owner) if isinstance(raw, str) and is_id(raw) else ""
    if new:
        yield Choice("choice", "rename", (Set(fault.path, new),), new=new)


def _another_object(fault: Fault, values: Values) -> Iterator[Choice]:
    raw, field = value_at(values, fault.path), _field(fault.path)
    if fault.message_id not in ("no-such", "wrong-kind") or not isinstance(raw, str) or field is None:
        return
    for near in nearest(raw, _ids_of(values, field.refers), MOST):
        yield Choice("choice", "replace", (Set(fault.path, near),), new=near)
    if fault.message_id == "no-such" and "organisations" in field.refers and is_id(raw) and raw not in v.RESERVED_IDS:
        there = values.get("organisations")
        last: Path = ("organisations", len(there) - 1) if isinstance(there, list) and there else ("organisations",)
        lines = ("# [[organisations]]", f'# id = "{raw}"', "# name =")
        yield Choice("template", "add", (Comment(last, lines),), id=raw)


def _ids_of(values: Values, kinds: Sequence[str]) -> list[str]:
    """The ids of the entries of these tables, in the format's order of tables."""
    found: list[str] = []
    for own, path in owners(values).owner.items():
        kind = next((step for step in reversed(path) if isinstance(step, str)), "")
        if kind in kinds and is_id(own):
            found.append(own)
    return found


def folded_id(raw: str) -> str:
    """The spelling of a text as an id: small letters without marks, hyphens for all else; "" where nothing is left."""
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFKD", raw) if not unicodedata.combining(c)).lower()
    parts = "".join(c if is_id(c) else " " for c in plain).replace("-", " ").split()
    return "-".join(parts)[:LONGEST_ID].rstrip("-")


def fresh(stem: str, taken: dict[str, Path]) -> str:
    """The stem, or the first of `stem-2`, `stem-3` … that nothing has; "" for no stem."""
    new, number = stem, 1
    while new and (new in taken or new in v.RESERVED_IDS):
        number += 1
        new = f"{stem[: LONGEST_ID - len(str(number)) - 1]}-{number}"
    return new


def naming(values: Values, id: str) -> Iterator[Path]:
    """The paths of everything in the data that names an id: references, and the objects of judgements and waivers."""
    waiting: list[tuple[Path, type[Table], object]] = [((), Plan, values)]
    while waiting:
        path, cls, table = waiting.pop()
        for key, value in table.items() if isinstance(table, dict) else ():
            field = cls.FIELDS.get(key)
            if field is None:
                continue
            entries = list(enumerate(value)) if isinstance(value, list) else []
            if field.table is not None:
                waiting += [((*path, key, index), field.table, item) for index, item in reversed(entries)]
                waiting.append(((*path, key), field.table, value))
            elif field.kind in ("reference", "at") and id not in field.also:
                yield from ((*path, key, index) for index, item in entries if item == id)
                if value == id:
                    yield (*path, key)


OFFERS: dict[str, Callable[[Fault, Values], Iterator[Choice]]] = {
    "FORM-3": _fill_in,
    "FORM-4": _another_kind,
    "FORM-5": _another_key,
    "FORM-6": _another_word,
    "FORM-7": _another_id,
    "FORM-8": _own_id,
    "FORM-9": _another_object,
}
