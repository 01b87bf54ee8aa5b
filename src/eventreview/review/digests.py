"""Digests: which values a judgement was about, and by what a finding is known when lines move.

`covers` is made of every key under a rule's *Reads* for one object, so that a changed value opens its question again.
What must never be read back from a digest (names, tags, notes, anything SAF-1 forbids) enters only as present.
"""

from __future__ import annotations

import datetime

from eventreview.plan import outing
from eventreview.plan.fields import Table
from eventreview.plan.model import Panel, Place, Plan
from eventreview.plan.vocabulary import SINGLE_TABLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Rule

    Pair = tuple[Table, str, object]

NOT_IN_IT = ("stage",)
PRESENT = "present"
LENGTH = 16


def covers(plan: Plan, rule: Rule, table: Table) -> str:
    """The digest of the values that the rule reads for an object: 16 hex digits."""
    pairs = [[f"{_name(owner)}.{key}", _plain(key, value)] for owner, key, value in read_values(plan, rule, table)]
    return digest_of(sorted(pairs, key=lambda pair: str(pair[0])))


def fingerprint(finding: Finding, plan: Plan | None, table: Table | None) -> str:
    """The digest of rule, address, populations, message and values: 16 hex digits."""
    digest = covers(plan, finding.rule, table) if plan is not None and table is not None else ""
    at = _name(table) if table is not None else finding.at
    return digest_of([finding.rule.code, at, list(finding.populations), finding.message_id, digest])


def dates_read(plan: Plan, rule: Rule, table: Table) -> Iterator[datetime.date]:
    """Every date under the rule's *Reads* for an object."""
    for _, _, value in read_values(plan, rule, table):
        yield from _dates_in(value)


def _dates_in(value: object) -> Iterator[datetime.date]:
    if isinstance(value, datetime.datetime):
        yield value.date()
    elif isinstance(value, datetime.date):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _dates_in(each)
    elif isinstance(value, Table):
        for field in value.FIELDS.values():
            yield from _dates_in(getattr(value, field.name))


def read_values(plan: Plan, rule: Rule, table: Table) -> Iterator[Pair]:
    """(object, key, value) for every key under the rule's *Reads* that is there."""
    for spec in rule.reads:
        if spec in NOT_IN_IT:
            continue
        name, bracket, subject = spec.partition("[")
        if bracket:
            yield from _on_subject(plan, name, subject.rstrip("]"))
            continue
        owner, dot, key = spec.rpartition(".")
        if not dot:
            yield from _value(table, spec)
        elif table.FIELDS.get(owner) is not None and table.FIELDS[owner].kind == "table":
            yield from _value(getattr(table, table.FIELDS[owner].name), key)
        else:
            for each in _owners(plan, owner, table):
                yield from _value(each, key)


def _owners(plan: Plan, name: str, table: Table) -> tuple[Table, ...]:
    if name == "panel":
        return (table.parent,) if isinstance(table, Place) else (table,) if isinstance(table, Panel) else plan.panels
    if name == "speakers":
        panel = table if isinstance(table, Panel) else table.parent if isinstance(table, Place) else None
        if isinstance(panel, Panel):
            return panel.speakers
        return tuple(place for each in plan.panels for place in each.speakers)
    if name in SINGLE_TABLES:
        return (getattr(plan, name),)
    if name == "panels.speakers":
        return tuple(place for each in plan.panels for place in each.speakers)
    if name == "left_out":
        return tuple(each for decision in plan.decisions for each in decision.left_out)
    found: tuple[Table, ...] = getattr(plan, name)
    return found


def _on_subject(plan: Plan, name: str, subject: str) -> Iterator[Pair]:
    """Every key of the consultations or decisions on a subject; "*" is any subject."""
    entries: tuple[Table, ...] = getattr(plan, name)
    for entry in entries:
        subjects = getattr(entry, "about", None) or (getattr(entry, "what", None),)
        if subject == "*" or subject in subjects:
            for key in entry.FIELDS:
                yield from _value(entry, key)


def _value(table: Table | None, key: str) -> Iterator[Pair]:
    field = table.FIELDS.get(key) if table is not None else None
    if table is None or field is None or not table.has(key):
        return
    value = getattr(table, field.name)
    if value is not None:
        yield table, key, value


def _name(table: Table) -> str:
    """How an object is named in a digest: by its address, an entry without id by its own content."""
    if table.at.endswith("]"):
        return f"{table.TABLE}:{digest_of(_plain('', table))}"
    return table.at


def _plain(key: str, value: object) -> object:
    """A value as JSON can hold it, without what no digest may carry."""
    if isinstance(value, Table):
        fields = [field for field in value.FIELDS.values() if value.has(field.key)]
        return {
            field.key: PRESENT
            if field.private or field.key == "notes"
            else _plain(field.key, getattr(value, field.name))
            for field in fields
            if getattr(value, field.name) is not None
        }
    if key in ("display", "listed_as", "person", "notes"):
        return PRESENT
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        plain = [_plain(key, each) for each in value]
        return plain if key == "represents" else sorted(plain, key=_as_json)
    if isinstance(value, str) and outing.reveals(value):
        return PRESENT
    return value


def digest_of(value: object) -> str:
    """16 hex digits over canonical JSON."""
    import hashlib

    return hashlib.sha256(_as_json(value).encode()).hexdigest()[:LENGTH]


def _as_json(value: object) -> str:
    import json

    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
