"""From outcomes to findings: one for each rule and object, listing the populations that share it (RULES.md A1)."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.faults import path_text
from eventreview.plan.references import address_around
from eventreview.review.digests import digest_of, fingerprint
from eventreview.review.finding import QUIET, Finding, Related
from eventreview.rules import catalogue
from eventreview.rules.outcome import MET, NOT_APPLICABLE, NOT_MET, WAIVED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import ParamSpec, TypeVar

    from eventreview.plan.faults import Fault
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.file import PlanFile
    from eventreview.plan.outing import Outing
    from eventreview.review.entry import Entry
    from eventreview.review.finding import Where
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Rule
    from eventreview.rules.words import Scene

    Groups = Sequence[list[Entry]]
    P = ParamSpec("P")
    T = TypeVar("T")


class Quiet:
    """What is met or not applicable: counted at once, made into findings only when somebody wants to see it."""

    __slots__ = ("_file", "_groups", "_made", "_scene")

    def __init__(self, file: PlanFile, made: list[Finding], scene: Scene | None = None, groups: Groups = ()) -> None:
        self._file = file
        self._scene = scene
        self._groups = groups
        self._made = made

    def results(self) -> Iterator[tuple[Rule, str]]:
        """The rule and result of each."""
        for finding in self._made:
            yield finding.rule, finding.result
        for group in self._groups:
            yield group[0].rule, group[0].outcome.result

    def among(self, loud: Sequence[Finding]) -> tuple[Finding, ...]:
        """They and the loud ones, in the order of the file."""
        found = [*loud, *self._made]
        if self._scene is not None:
            found += [_finding(self._file, self._scene, group) for group in self._groups]
        return tuple(in_file_order(found))


def merged(
    file: PlanFile, scene: Scene | None, entries: Sequence[Entry], found: Sequence[Finding]
) -> tuple[list[Finding], Quiet]:
    """The findings that the entries make, with those already `found`: the loud in the order of the file, and the quiet."""
    loud = [finding for finding in found if not finding.is_quiet]
    quiet: list[list[Entry]] = []
    for group in _groups(entries):
        if group[0].outcome.result in QUIET and group[0].waiver is None:
            quiet.append(group)
        elif scene is not None:
            loud.append(_finding(file, scene, group))
    return in_file_order(loud), Quiet(file, [f for f in found if f.is_quiet], scene, quiet)


def _groups(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries of one list on one object that share result, severity, message and waiver. A list's entries stand together."""
    start = 0
    while start < len(entries):
        first = entries[start]
        end = start + 1
        while end < len(entries) and entries[end].table is first.table and entries[end].check is first.check:
            end += 1
        if end == start + 1:
            yield [first]
        else:
            yield from _alike(entries[start:end])
        start = end


def _alike(entries: Sequence[Entry]) -> Iterable[list[Entry]]:
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        outcome = entry.outcome
        waived = id(entry.waiver) if entry.waiver is not None else 0
        group = (outcome.result, outcome.severity, outcome.message_id, waived)
        groups.setdefault(group, []).append(entry)
    return groups.values()


def _finding(file: PlanFile, scene: Scene, group: list[Entry]) -> Finding:
    first = group[0]
    rule, table, outcome = first.rule, first.table, first.outcome
    named = sorted((entry.population for entry in group if entry.population), key=v.order_of)
    plain = outcome.result == NOT_APPLICABLE and outcome.message_id == NOT_APPLICABLE
    populations = () if plain or rule.sex_workers_only else tuple(dict.fromkeys(named))
    path = _path_of(table, outcome.key)
    offers = rule.choices

    finding = Finding(
        rule,
        WAIVED if first.waiver is not None else outcome.result,
        outcome.severity,
        outcome.message_id,
        _merged_params(group),
        table.at,
        path,
        table=table.TABLE,
        object_path=table.path,
        populations=populations,
        judged_by=outcome.judged_by or rule.judged_by,
        decision=outcome.line,
        keys=tuple(dict.fromkeys(key for entry in group for key in entry.outcome.keys)),
        related=_merged_related(group),
        parts=_merged_parts(group),
        remarks=_merged_remarks(group),
        locate=_bound(_where, file, path),
        answers=tuple({id(a): a for entry in group for a in entry.answers}.values()),
        asked_again=any(entry.asked_again for entry in group),
        waiver=first.waiver,
        raised=any(entry.raised for entry in group),
        choices=(lambda: offers(scene, table, outcome, populations)) if offers is not None else None,
        fingerprint=lambda: fingerprint(finding, scene.plan, table),
    )
    return finding


def _path_of(table: Table, key: str | None) -> Path:
    return (*table.path, *key.split(".")) if key else table.path


def _merged_params(group: list[Entry]) -> dict[str, object]:
    """The parameters of the sentence; where populations differ in one, its values by population."""
    merged_params: dict[str, object] = {}
    for name in group[0].outcome.params:
        values = [entry.outcome.params.get(name) for entry in group]
        if all(value == values[0] for value in values):
            merged_params[name] = values[0]
        elif all(value == entry.population for entry, value in zip(group, values, strict=True)):
            # Each names itself: a list of populations, not a table of them.
            merged_params[name] = tuple(sorted(map(str, values), key=v.order_of))
        else:
            merged_params[name] = {entry.population: value for entry, value in zip(group, values, strict=True)}
    return merged_params


def _merged_parts(group: list[Entry]) -> tuple[Outcome, ...]:
    """What else was found for any of the populations, each sentence once."""
    found: list[Outcome] = []
    for part in (part for entry in group for part in entry.outcome.parts):
        if not any(part.message_id == each.message_id and part.params == each.params for each in found):
            found.append(part)
    return tuple(found)


def _merged_related(group: list[Entry]) -> list[Related]:
    found: dict[Path, Related] = {}
    for entry in group:
        for table in entry.outcome.related:
            found.setdefault(table.path, Related(table.at, table.path))
    return list(found.values())


def _merged_remarks(group: list[Entry]) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    for entry in group:
        found += [remark for remark in entry.outcome.remarks if remark not in found]
    return found


def faults_as_findings(file: PlanFile, faults: Iterable[Fault]) -> list[Finding]:
    """The findings of family FORM."""
    from eventreview.rules.form.choices import choices_of_fault

    rules = catalogue.rules()
    found: list[Finding] = []
    for fault in faults:
        related = (Related("", fault.related),) if fault.related is not None else ()
        found.append(
            Finding(
                rules[fault.code],
                NOT_MET,
                fault.severity,
                fault.message_id,
                fault.params,
                fault.at,
                fault.path,
                object_path=fault.path,
                judged_by="nobody",
                remarks=fault.remarks,
                locate=_bound(_where_of_fault, file, fault),
                related=related,
                choices=_bound(choices_of_fault, fault, file.values or {}),
                fingerprint=_bound(digest_of, [fault.code, path_text(fault.path), fault.message_id]),
            )
        )
    return found


def outings_as_findings(file: PlanFile, outings: list[Outing]) -> list[Finding]:
    """The findings of SAF-1; what was found is named by its path alone."""
    from eventreview.rules.saf.no_outing_data import choices_of_outing

    rule = catalogue.rules()["SAF-1"]
    if not outings:
        return [Finding(rule, MET, None, MET, {}, "plan", (), judged_by="nobody")]
    return [
        Finding(
            rule,
            NOT_MET,
            "error",
            outing.what,
            {"key": outing.key},
            address_around(file.ids, file.values or {}, outing.path),
            outing.shown,
            object_path=outing.path[:-1],
            judged_by="nobody",
            locate=_bound(_where, file, outing.path),
            choices=_bound(choices_of_outing, outing, file.values or {}),
            fingerprint=_bound(digest_of, ["SAF-1", path_text(outing.shown), outing.what]),
        )
        for outing in outings
    ]


def _bound(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Callable[[], T]:
    return lambda: function(*args, **kwargs)


def _where(file: PlanFile, path: Path) -> Where | None:
    """Where a path stands; an absent single table stands nowhere, an absent key of the root at the file's beginning."""
    if path and path[0] in v.SINGLE_TABLES and path[0] not in (file.values or ()):
        return None
    return file.positions.where(path)


def _where_of_fault(file: PlanFile, fault: Fault) -> Where | None:
    if fault.position is not None:
        return (*fault.position, *fault.position)
    return _where(file, fault.path) if file.values is not None else None


def in_file_order(findings: list[Finding]) -> list[Finding]:
    """Line (null last), family, number, column, `at`, first population, message id: same input, same order."""
    return sorted(
        findings,
        key=lambda f: (
            f.line if f.line is not None else 1 << 60,
            catalogue.FAMILIES.index(f.rule.family),
            f.rule.number,
            f.column or 0,
            f.at,
            v.order_of(f.populations[0]) if f.populations else (-1, ""),
            f.message_id,
        ),
    )
