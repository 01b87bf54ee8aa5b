"""Ids and references: one name space for the whole file, and nothing pointing nowhere (FORM-8, FORM-9)."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan import vocabulary as v
from eventreview.plan.faults import Fault, path_text, short
from eventreview.plan.fields import Table
from eventreview.plan.model import Plan
from eventreview.plan.suggest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from eventreview.plan.fields import Field, Path

    Gone = list[tuple[Table, str, object]]

TABLES_WITH_IDS = ("organisations", "panels", "consultations", "statements", "work")
SELF_POINTING = ("replaces", "supplement_to", "member_of", "led_by_verified_by")
CHAINS = (("speakers", "replaces"), ("statements", "supplement_to"))


class Ids:
    """Which entry owns which id: the first in the file. Later ones are faults."""

    __slots__ = ("faults", "owner")

    def __init__(self) -> None:
        self.owner: dict[str, Path] = {}
        self.faults: list[Fault] = []


class Reference:
    """One id written where another object is meant; an array gives one for each element."""

    __slots__ = ("field", "path", "table", "value")

    def __init__(self, table: Table, field: Field, value: str, path: Path) -> None:
        self.table = table
        self.field = field
        self.value = value
        self.path = path


def owners(data: dict[str, object], order: Callable[[Path], int] | None = None) -> Ids:
    """The owner of each id.

    order: where in the file the entry at a path stands; needed only when an id is used twice. Without it the format's
    order of tables decides.
    """
    ids = Ids()
    found = [(id, path) for id, path in _ids(data) if id.strip() and id not in v.RESERVED_IDS]
    if len({id for id, _ in found}) < len(found) and order is not None:
        found.sort(key=lambda pair: order(pair[1]))
    for id, path in found:
        if id not in ids.owner:
            ids.owner[id] = path
            continue
        shown = {} if outing.reveals(id) else {"id": short(id)}
        message_id = "duplicate" if shown else "duplicate-hidden"
        at = "event" if path == ("event",) else path_text(path)
        ids.faults.append(Fault("FORM-8", message_id, (*path, "id"), at, related=(*ids.owner[id], "id"), **shown))
    return ids


def _ids(data: dict[str, object]) -> Iterator[tuple[str, Path]]:
    event = data.get("event")
    if isinstance(event, dict) and isinstance(event.get("id"), str):
        yield event["id"], ("event",)
    for name in TABLES_WITH_IDS:
        yield from _ids_in(data.get(name), (name,))


def _ids_in(entries: object, path: Path) -> Iterator[tuple[str, Path]]:
    if not isinstance(entries, list):
        return
    for index, entry in enumerate(entries):
        if not isinstance(entry, dict):
            continue
        here = (*path, index)
        if isinstance(entry.get("id"), str):
            yield entry["id"], here
        if path == ("panels",):
            yield from _ids_in(entry.get("speakers"), (*here, "speakers"))


def check(plan: Plan, written: list[Reference], faults: list[Fault]) -> Gone:
    """Notes every reference at fault, and says what is to be taken out: (table, key, what stays)."""
    bad = [reference for reference in written if _is_bad(plan, reference, faults)]
    bad += _rings(plan, faults, {id(reference.table) for reference in bad})
    gone: Gone = []
    for table, field in {(id(r.table), r.field.key): (r.table, r.field) for r in bad}.values():
        wrong = {r.value for r in bad if r.table is table and r.field is field}
        value = getattr(table, field.name)
        gone.append((table, field.key, tuple(each for each in value if each not in wrong) if field.many else None))
        if field.key == "ref":
            # A consultation on one object mustn't widen to the whole event: the entry goes.
            for key in ("with_", "what"):
                if hasattr(table, key):
                    gone.append((table, key.rstrip("_"), None))
    return gone


def _is_bad(plan: Plan, reference: Reference, faults: list[Fault]) -> bool:
    field, value, table = reference.field, reference.value, reference.table
    if value in field.also:
        return False
    target = plan.objects.get(value)
    if target is not None and target.TABLE in field.refers:
        if field.key in SELF_POINTING and target is table:
            faults.append(Fault("FORM-9", "itself", reference.path, table.at, key=field.key))
            return True
        return False
    if outing.reveals(value):
        faults.append(Fault("FORM-9", "no-such-hidden", reference.path, table.at, key=field.key))
    elif target is not None:
        faults.append(
            Fault(
                "FORM-9",
                "wrong-kind",
                reference.path,
                table.at,
                key=field.key,
                id=short(value),
                found=target.TABLE,
                wanted=tuple(field.refers),
            )
        )
    else:
        candidates = [at for at, other in plan.objects.items() if other.TABLE in field.refers]
        near = nearest(value, candidates)
        faults.append(
            Fault(
                "FORM-9",
                "no-such",
                reference.path,
                table.at,
                key=field.key,
                id=short(value),
                suggestion=near[0] if near else "",
            )
        )
    return True


def _rings(plan: Plan, faults: list[Fault], already_bad: set[int]) -> list[Reference]:
    """Rings of `replaces` or `supplement_to`: one fault for each, and all its links."""
    links: list[Reference] = []
    for kind, key in CHAINS:
        seen: set[int] = set()
        for table in sorted(plan.objects.values(), key=lambda each: each.path):
            if table.TABLE != kind or id(table) in seen:
                continue
            ring = _ring_from(plan, table, kind, key, seen)
            if not ring or any(id(each) in already_bad for each in ring):
                continue
            first = min(ring, key=lambda each: each.path)
            faults.append(Fault("FORM-9", "ring", (*first.path, key), first.at, key=key))
            field = first.FIELDS[key]
            links += [Reference(each, field, getattr(each, key), (*each.path, key)) for each in ring]
    return links


def _ring_from(plan: Plan, start: Table, kind: str, key: str, seen: set[int]) -> list[Table]:
    walked: list[Table] = []
    table: Table | None = start
    while table is not None and table.TABLE == kind and id(table) not in seen:
        seen.add(id(table))
        walked.append(table)
        table = plan.objects.get(getattr(table, key) or "")
        if table is not None and table in walked:
            ring = walked[walked.index(table) :]
            return ring if len(ring) > 1 else []
    return []
