"""Ids and references: one name space for the whole file, and nothing pointing nowhere (FORM-8, FORM-9)."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan import vocabulary as v
from eventreview.plan.faults import Fault, near, path_text, short
from eventreview.plan.fields import Table
from eventreview.plan.model import Plan
from eventreview.plan.shapes import is_id
from eventreview.plan.suggest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from eventreview.plan.faults import Remark
    from eventreview.plan.fields import Field, Path

    Gone = list[tuple[Table, str, object]]
    LineAndColumn = tuple[int, int]

TABLES_WITH_IDS = ("organisations", "panels", "consultations", "statements", "work")
SELF_POINTING = ("replaces", "supplement_to", "member_of", "led_by_verified_by")
MOST_SUGGESTIONS = 50
CHAINS = (("speakers", "replaces"), ("statements", "supplement_to"))


class Ids:
    """Which entry owns which id: the first in the file. Later ones are faults.

    hidden: an id that SAF-1 forbids to repeat, and the address that stands for it everywhere.
    """

    __slots__ = ("faults", "hidden", "owner")

    def __init__(self) -> None:
        self.owner: dict[str, Path] = {}
        self.hidden: dict[str, str] = {}
        self.faults: list[Fault] = []


class Reference:
    """One id written where another object is meant; an array gives one for each element."""

    __slots__ = ("field", "path", "table", "value")

    def __init__(self, table: Table, field: Field, value: str, path: Path) -> None:
        self.table = table
        self.field = field
        self.value = value
        self.path = path


def owners(data: dict[str, object], order: Callable[[Path], LineAndColumn] | None = None) -> Ids:
    """The owner of each id.

    order: where in the file the entry at a path stands; asked only when an id is used twice. Without it the format's
    order of tables decides.
    """
    ids = Ids()
    found = [(own, path) for own, path in _ids(data) if own.strip() and own not in v.RESERVED_IDS]
    if order is not None and len({own for own, _ in found}) < len(found):
        found.sort(key=lambda pair: order(pair[1]))
    for own, path in found:
        if own not in ids.owner:
            ids.owner[own] = path
            if not is_id(own) and outing.reveals(own):
                ids.hidden[own] = path_text(path)
            continue
        first = (*ids.owner[own], "id")
        at = "event" if path == ("event",) else path_text(path)
        shown = outing.HIDDEN if own in ids.hidden else short(own)
        line = order(first)[0] if order is not None else 0
        ids.faults.append(Fault("FORM-8", "duplicate", (*path, "id"), at, related=first, id=shown, first_line=line))
    return ids


def address(ids: Ids, cls: type[Table], data: dict[str, object], path: Path, around: str) -> str:
    """The `at` of findings about the table at `path` (RULES.md A1); `around` is that of the table it stands in."""
    if not path:
        return "plan"
    own = data.get("id")
    if cls.TABLE != "event" and isinstance(own, str) and ids.owner.get(own) == path:
        return ids.hidden.get(own, own)
    if len(path) == 1:
        return str(path[0])
    if "id" in cls.FIELDS or len(path) == 2:
        return path_text(path)
    return around


def address_around(ids: Ids, data: dict[str, object], path: Path) -> str:
    """The `at` of a finding about a key, known or not: of the nearest table around it that the format knows."""
    at = "plan"
    cls: type[Table] = Plan
    value = data
    for depth, step in enumerate(path):
        if isinstance(step, int):
            continue
        field = cls.FIELDS.get(step)
        if field is None or field.table is None:
            break
        inner: object = value.get(step)
        end = depth + 1
        if field.kind == "tables":
            index = path[end] if end < len(path) else None
            if not isinstance(inner, list) or not isinstance(index, int):
                break
            inner, end = inner[index], end + 1
        if not isinstance(inner, dict):
            break
        cls, value = field.table, inner
        at = address(ids, cls, value, path[:end], at)
    return at


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
    suggestions: dict[tuple[str, Sequence[str]], str] = {}
    bad = [reference for reference in written if _is_bad(plan, reference, faults, suggestions)]
    bad += _rings(plan, faults)
    by_key: dict[tuple[Path, str], list[Reference]] = {}
    for reference in bad:
        by_key.setdefault((reference.table.path, reference.field.key), []).append(reference)
    gone: Gone = []
    for together in by_key.values():
        table, field = together[0].table, together[0].field
        wrong = {reference.value for reference in together}
        value = getattr(table, field.name)
        gone.append((table, field.key, tuple(each for each in value if each not in wrong) if field.many else None))
        if field.key == "ref":
            # A consultation on one object mustn't widen to the whole event: the entry goes.
            gone += [(table, key, None) for key in ("with", "what") if key in table.FIELDS]
    return gone


def _is_bad(
    plan: Plan, reference: Reference, faults: list[Fault], suggestions: dict[tuple[str, Sequence[str]], str]
) -> bool:
    field, value, table = reference.field, reference.value, reference.table
    if value in field.also:
        return False
    target = _target(plan, value)
    if target is not None and target.TABLE in field.refers:
        if field.key not in SELF_POINTING or target is not table:
            return False
        faults.append(Fault("FORM-9", "itself", reference.path, table.at, key=field.key))
        return True
    params: dict[str, object] = {"key": field.key, "id": outing.echoed(field, value)}
    wanted: Remark = (f"wants-{'-'.join(field.refers)}", {})
    remarks: tuple[Remark, ...]
    if target is not None:
        message_id, remarks = "wrong-kind", ((f"is-{target.TABLE}", {}), wanted)
        params.update(found=target.TABLE, wanted=tuple(field.refers))
    else:
        params["suggestion"] = _suggested(plan, value, field, suggestions)
        message_id, remarks = "no-such", near(str(params["suggestion"])) or (wanted,)
    faults.append(Fault("FORM-9", message_id, reference.path, table.at, params, remarks=remarks))
    return True


def _target(plan: Plan, value: str) -> Table | None:
    """What an id means. `event` is an address, not an id; the event has an id of its own."""
    if value == "event":
        return None
    target = plan.objects.get(value)
    return plan.objects.get("event") if target is None and value == plan.event.id else target


def _suggested(plan: Plan, value: str, field: Field, known: dict[tuple[str, Sequence[str]], str]) -> str:
    """The id that was probably meant. A plan with very many wrong ids has another fault, and is spared the search."""
    wanted = (value, tuple(field.refers))
    if wanted not in known:
        found = nearest(value, ids_of(plan, field.refers)) if len(known) < MOST_SUGGESTIONS else []
        known[wanted] = found[0] if found else ""
    return known[wanted]


def ids_of(plan: Plan, kinds: Sequence[str]) -> list[str]:
    """The ids of the objects of these tables, in the order of the file."""
    return [at for at, table in plan.objects.items() if table.TABLE in kinds and is_id(at)]


def _rings(plan: Plan, faults: list[Fault]) -> list[Reference]:
    """Rings of `replaces` or `supplement_to`: one fault for each, and all its links."""
    links: list[Reference] = []
    for kind, key in CHAINS:
        seen: set[Path] = set()
        chained = [table for table in plan.objects.values() if kind == table.TABLE and getattr(table, key) is not None]
        for table in sorted(chained, key=lambda each: each.path):
            ring = _ring_from(plan, table, kind, key, seen)
            if not ring:
                continue
            first = min(ring, key=lambda each: each.path)
            faults.append(Fault("FORM-9", "ring", (*first.path, key), first.at, key=key))
            field = first.FIELDS[key]
            links += [Reference(each, field, getattr(each, key), (*each.path, key)) for each in ring]
    return links


def _ring_from(plan: Plan, start: Table, kind: str, key: str, seen: set[Path]) -> list[Table]:
    """The ring that the links from `start` run into, if it is new: tables seen before have been followed already."""
    walked: list[Table] = []
    places: dict[Path, int] = {}
    table: Table | None = start
    while table is not None and kind == table.TABLE and table.path not in seen:
        seen.add(table.path)
        places[table.path] = len(walked)
        walked.append(table)
        table = plan.objects.get(getattr(table, key) or "")
        if table is not None and table.path in places:
            ring = walked[places[table.path] :]
            return ring if len(ring) > 1 else []
    return []
