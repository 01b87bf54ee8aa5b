"""From parsed data to a `Plan`: every fault of form in one pass, and a plan that holds only what is sound.

A fault takes out the one key (in an array the one element), never its neighbours; an entry goes only where it says
nothing without the missing key. What was taken out is noted on the object as `removed`, so that no verdict rests on it.
The walk is driven by the declarations of `model`; the checks that need the whole plan stand in `references` (ids) and
`consistency` (dates, sums).
"""

from __future__ import annotations

import datetime

from eventreview.plan import consistency, outing, references
from eventreview.plan import vocabulary as v
from eventreview.plan.faults import ERROR, WARNING, Fault, near, short
from eventreview.plan.fields import NOTHING, Table, Trace, blank, put, trace_reads
from eventreview.plan.model import Plan
from eventreview.plan.shapes import SHAPES, is_id, is_population
from eventreview.plan.suggest import fold, nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.faults import Remark
    from eventreview.plan.fields import Field, Path

# Tables whose entries are kept without some of their required keys: the key alone is left out.
KEPT: dict[str, frozenset[str] | None] = {
    "": None,
    "event": None,
    "panels": None,
    "speakers": None,
    "statements": None,
    "sponsors": None,
    "organisations": frozenset(("name",)),
    "consultations": frozenset(("id",)),
    "work": frozenset(("id",)),
}
# What stands for `other:TEXT` where SAF-1 forbids to repeat the text.
HIDDEN_POPULATION = v.OTHER + outing.HIDDEN
STRINGS = frozenset(("text", "shaped", "word", "population", "reference", "id", "tag", "rule", "at"))
TYPE_NAMES: tuple[tuple[type, str], ...] = (
    (bool, "bool"),
    (int, "int"),
    (float, "float"),
    (str, "string"),
    (datetime.datetime, "date-time"),
    (datetime.date, "date"),
    (datetime.time, "time"),
    (dict, "table"),
    (list, "array"),
)


def read_plan(
    data: dict[str, object], today: datetime.date | None = None, ids: references.Ids | None = None
) -> tuple[Plan, list[Fault]]:
    """The plan that parsed TOML describes, and all its faults of form, in no particular order.

    today: the day given on the command line; without it the plan's `as_of`, else the clock. ids: which path owns which
    id, where the caller knows the order of the file (`references.owners`); worked out from the data otherwise.
    """
    return _Reading(data, ids or references.owners(data)).plan(today)


def type_name(value: object) -> str:
    """What a value of TOML is called: int, string, date …"""
    return next((name for cls, name in TYPE_NAMES if isinstance(value, cls)), "value")


class _Reading:
    """One walk over one plan. Holds only what the walk collects."""

    def __init__(self, data: dict[str, object], ids: references.Ids) -> None:
        self.data = data
        self.ids = ids
        self.owners = frozenset(ids.owner.values())
        self.faults: list[Fault] = []
        self.tables: list[Table] = []
        self.removed: dict[Path, set[str]] = {}
        self.references: list[references.Reference] = []

    def plan(self, today: datetime.date | None) -> tuple[Plan, list[Fault]]:
        plan = self.table(Plan, self.data, (), None)
        assert isinstance(plan, Plan)
        self.faults += self.ids.faults
        put(plan, "objects", {table.at: table for table in self.tables if table.path in self.owners})
        # A reference at fault is gone before the dates are compared: each pass sees only what the one before left.
        self._take_out(references.check(plan, self.references, self.faults))
        self._set_today(plan, today)
        self._take_out(consistency.check(plan, self.faults))
        self._drop_entries()
        trace: Trace | None = None
        for table in self.tables if self.removed else ():
            # Nothing reads an id but references, and a reference to an id that isn't there is a fault of its own.
            removed = self.removed.get(table.path, set()) - {"id"}
            if removed:
                put(table, "removed", frozenset(removed))
                trace = trace or Trace()
                trace_reads(table, trace)
        put(plan, "trace", trace)
        return plan, self.faults

    def _set_today(self, plan: Plan, today: datetime.date | None) -> None:
        if today is not None:
            put(plan, "today", today)
            put(plan, "today_from", "option")
        elif plan.as_of is not None:
            put(plan, "today", plan.as_of)
            put(plan, "today_from", "as_of")
        else:
            put(plan, "today", datetime.date.today())
            put(plan, "today_from", "clock")

    def _take_out(self, gone: references.Gone) -> None:
        """Removes what a later check found at fault: the key, or of an array the elements that don't stay."""
        for table, key, stays in gone:
            put(table, type(table).FIELDS[key].name, stays)
            self.removed.setdefault(table.path, set()).add(key)

    def _drop_entries(self) -> None:
        """Leaves out entries of arrays that say nothing without a required key that is missing or was taken out."""
        # Without a fault, nothing is missing.
        dropped = {table.path for table in self.tables if self._is_dropped(table)} if self.faults else None
        if not dropped:
            return
        for table in self.tables:
            for field in table.FIELDS.values():
                if field.kind == "tables":
                    entries: tuple[Table, ...] = getattr(table, field.name)
                    kept = tuple(entry for entry in entries if entry.path not in dropped)
                    if len(kept) < len(entries):
                        put(table, field.name, kept)
                        self.removed.setdefault(table.path, set()).add(field.key)
                elif field.kind == "table" and getattr(table, field.name) is not None:
                    nested: Table = getattr(table, field.name)
                    if nested.path in dropped and nested.path[-1] not in v.SINGLE_TABLES:
                        put(table, field.name, None)
                        self.removed.setdefault(table.path, set()).add(field.key)

    def _is_dropped(self, table: Table) -> bool:
        kept = KEPT.get(table.TABLE, NOTHING)
        if kept is None:
            return False
        return any(
            field.required and field.key not in kept and getattr(table, field.name) is None
            for field in table.FIELDS.values()
        )

    # Tables

    def table(self, cls: type[Table], data: dict[str, object], path: Path, parent: Table | None) -> Table:
        table = blank(cls)
        put(table, "path", path)
        put(table, "parent", parent)
        put(table, "keys", frozenset(data))
        put(table, "at", references.address(self.ids, cls, data, path, "" if parent is None else parent.at))
        self.tables.append(table)
        known = 0
        missing = cls.EXPECTED - data.keys()
        for key in [key for key in cls.FIELDS if key in data or key in missing]:
            field = cls.FIELDS[key]
            if key in data:
                known += 1
                value = self.value(field, data[key], (*path, key), table)
                if value is not None:
                    put(table, field.name, value)
                    continue
                if field.kind != "tables":
                    self.removed.setdefault(path, set()).add(key)
                    put(table, field.name, None)
            else:
                put(table, field.name, self.absent(field, (*path, key), table))
        if known < len(data):
            self.unknown_keys(cls, data, path, table)
        return table

    def absent(self, field: Field, path: Path, table: Table) -> object:
        if field.kind == "table" and field.key in v.SINGLE_TABLES and field.table is not None:
            if field.key == "event":
                self.fault("FORM-3", "missing", path, table, {"key": "event", "table": ""})
                empty = self.table_without_faults(field.table, path, table)
                self.removed[path] = {"title", "concerns"}
                return empty
            return self.table_without_faults(field.table, path, table)
        if field.required:
            self.fault("FORM-3", "missing", path, table, {"key": field.key, "table": table.TABLE})
            self.removed.setdefault(table.path, set()).add(field.key)
        return field.default

    def table_without_faults(self, cls: type[Table], path: Path, parent: Table) -> Table:
        """A table that the file doesn't have: no key is present, and nothing is missed."""
        table = blank(cls)
        put(table, "path", path)
        put(table, "parent", parent)
        put(table, "at", str(path[0]))
        self.tables.append(table)
        return table

    def unknown_keys(self, cls: type[Table], data: dict[str, object], path: Path, table: Table) -> None:
        for key in data:
            if key in cls.FIELDS or outing.is_forbidden(key) or outing.reveals(key):
                continue
            meant = nearest_key(cls, key)
            home = "" if meant else _home_of(key)
            params: dict[str, object] = {"key": short(key)}
            params.update({"table": home} if home else {"suggestion": meant})
            message_id = "belongs-to" if home else "unknown-key"
            self.fault("FORM-5", message_id, (*path, key), table, params, severity=WARNING, remarks=near(meant))
            if meant and meant not in data:
                # What was meant is unread, so nothing may rest on its absence, nor on what counts in its stead.
                self.removed.setdefault(path, set()).add(meant)

    # Values. Each gives the sound value, or None once the fault is noted.

    def value(self, field: Field, raw: object, path: Path, table: Table) -> object:
        if field.withheld and raw == v.WITHHELD:
            return v.WITHHELD
        if field.kind == "tables":
            return self.entries(field, raw, path, table)
        if field.kind == "table":
            assert field.table is not None
            if isinstance(raw, dict):
                return self.table(field.table, raw, path, table)
            self.wrong_type(field, raw, path, table, "table")
            if field.key in v.SINGLE_TABLES:
                # The table is left out whole: each of its keys counts as taken out.
                empty = self.table_without_faults(field.table, path, table)
                self.removed[path] = {inner.key for inner in field.table.FIELDS.values()}
                return empty
            return None
        if field.many:
            return self.elements(field, raw, path, table)
        return self.single(field, raw, path, table)

    def entries(self, field: Field, raw: object, path: Path, table: Table) -> object:
        assert field.table is not None
        if not isinstance(raw, list):
            self.wrong_type(field, raw, path, table, "array of tables")
            self.removed.setdefault(table.path, set()).add(field.key)
            return None
        entries: list[Table] = []
        for index, item in enumerate(raw):
            if isinstance(item, dict):
                entries.append(self.table(field.table, item, (*path, index), table))
            else:
                self.wrong_type(field, item, (*path, index), table, "table")
                self.removed.setdefault(table.path, set()).add(field.key)
        return tuple(entries)

    def elements(self, field: Field, raw: object, path: Path, table: Table) -> object:
        if not isinstance(raw, list):
            self.wrong_type(field, raw, path, table, "array")
            return None
        sound: list[object] = []
        words: set[object] = set()
        for index, item in enumerate(raw):
            value = self.single(field, item, (*path, index), table)
            if value is None:
                self.removed.setdefault(table.path, set()).add(field.key)
            elif value in words:
                params: dict[str, object] = {"word": short(str(value)), "key": field.key}
                self.fault("FORM-6", "repeated", (*path, index), table, params, severity=WARNING)
            else:
                sound.append(value)
                if field.kind in ("word", "population") and value != HIDDEN_POPULATION:
                    words.add(value)
        if field.whole_key and field.key in self.removed.get(table.path, NOTHING):
            return None
        return tuple(sound)

    def single(self, field: Field, raw: object, path: Path, table: Table) -> object:
        kind = field.kind
        if kind in STRINGS:
            return self.string(field, raw, path, table)
        if kind == "bool":
            if isinstance(raw, bool):
                return raw
        elif kind == "date":
            if type(raw) is datetime.date:
                return raw
        elif kind == "when":
            if isinstance(raw, datetime.date):
                return raw
        elif kind == "moment":
            if isinstance(raw, datetime.datetime) and raw.tzinfo is not None:
                return raw
        elif isinstance(raw, int | float) and _is_number(raw, whole=kind == "whole"):
            return self.in_range(field, raw, path, table)
        self.wrong_type(field, raw, path, table, WANTED[kind])
        return None

    def string(self, field: Field, raw: object, path: Path, table: Table) -> object:
        if not isinstance(raw, str):
            self.wrong_type(field, raw, path, table, "string")
            return None
        if not raw or raw.isspace():
            self.fault("FORM-4", "blank", path, table, {"key": field.key})
            return None
        kind = field.kind
        if kind in ("word", "population"):
            return self.word(field, raw, path, table)
        if kind == "reference":
            raw = self.ids.hidden.get(raw, raw)
            self.references.append(references.Reference(table, field, raw, path))
            return raw
        if kind in ("id", "tag"):
            return self.id(field, raw, path, table)
        if kind == "shaped" and field.shape is not None and not SHAPES[field.shape](raw):
            self.out_of_range(field, path, table, field.shape)
            return None
        return raw

    def id(self, field: Field, raw: str, path: Path, table: Table) -> object:
        if raw in v.RESERVED_IDS:
            self.fault("FORM-7", "reserved-id", path, table, {"key": field.key})
            return None
        if not is_id(raw):
            self.fault("FORM-7", "bad-id", path, table, {"key": field.key})
        return self.ids.hidden.get(raw, raw) if field.kind == "id" else raw

    def word(self, field: Field, raw: str, path: Path, table: Table) -> object:
        if field.kind == "word" and raw in field.words:
            return raw
        if field.kind == "population" and is_population(raw, group=field.group):
            # Populations are shown in findings; a text that SAF-1 forbids may not come along.
            return HIDDEN_POPULATION if raw not in v.POPULATIONS and outing.reveals(raw) else raw
        close = nearest(raw, words_of(field))
        suggestion = close[0] if close else ""
        params: dict[str, object] = {"word": outing.echoed(field, raw), "key": field.key, "suggestion": suggestion}
        self.fault("FORM-6", "unknown-word", path, table, params, remarks=near(suggestion))
        return None

    def in_range(self, field: Field, raw: int | float, path: Path, table: Table) -> object:
        too_low = field.least is not None and raw < field.least
        too_high = field.greatest is not None and raw > field.greatest
        allowed = ""
        if too_low or too_high:
            allowed = "share" if field.greatest is not None else "not-negative"
        elif field.key == "rate" and raw <= 0:
            allowed = "positive"
        if allowed:
            self.out_of_range(field, path, table, allowed)
            return None
        return raw

    # Faults

    def out_of_range(self, field: Field, path: Path, table: Table, allowed: str) -> None:
        remarks = ((f"allowed-{allowed}", dict[str, object]()),)
        self.fault("FORM-14", "out-of-range", path, table, {"key": field.key, "allowed": allowed}, remarks=remarks)

    def wrong_type(self, field: Field, raw: object, path: Path, table: Table, wanted: str) -> None:
        remarks = ((f"wants-{wanted.replace(' ', '-')}", dict[str, object]()),)
        params: dict[str, object] = {"key": field.key}
        if raw == v.WITHHELD:
            self.fault("FORM-4", "withheld-here", path, table, params, remarks=remarks)
            return
        params.update(wanted=wanted, found=type_name(raw))
        self.fault("FORM-4", "wrong-type", path, table, params, remarks=remarks)

    def fault(
        self,
        code: str,
        message_id: str,
        path: Path,
        table: Table,
        params: dict[str, object],
        *,
        severity: str = ERROR,
        remarks: Sequence[Remark] = (),
    ) -> None:
        self.faults.append(Fault(code, message_id, path, table.at, params, severity=severity, remarks=remarks))


WANTED = {
    "bool": "bool",
    "date": "date",
    "when": "date or date-time",
    "moment": "date-time with offset",
    "whole": "int",
    "number": "number",
}


def _is_number(value: int | float, whole: bool) -> bool:
    """Whether a value counts as a number: no bool, no infinity, and no float where a whole number is wanted."""
    if isinstance(value, int):
        return not isinstance(value, bool)
    return not whole and value - value == 0


def nearest_key(cls: type[Table], key: str) -> str:
    """The key of a table that was most likely meant, or ""; one that folding alone makes equal comes first."""
    same = [known for known in cls.FIELDS if fold(known) == fold(key)]
    found = same or nearest(key, cls.FIELDS)
    return found[0] if found else ""


def words_of(field: Field) -> Sequence[str]:
    """The words that a key of a closed vocabulary takes, in the format's order."""
    if field.kind == "word":
        return field.words
    return (*v.POPULATIONS, v.GROUP) if field.group else v.POPULATIONS


def _home_of(key: str) -> str:
    """The table that has a key of this name, in the format's order; "" where none has."""
    waiting: list[type[Table]] = [Plan]
    while waiting:
        cls = waiting.pop(0)
        if any(fold(known) == fold(key) for known in cls.FIELDS):
            return cls.TABLE or "plan"
        waiting += [field.table for field in cls.FIELDS.values() if field.table is not None]
    return ""
