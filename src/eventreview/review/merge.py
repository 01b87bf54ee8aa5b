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
    from collections.abc import Iterable, Iterator, Sequence

    from eventreview.plan.faults import Fault
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.file import PlanFile
    from eventreview.plan.outing import Outing
    from eventreview.review.entry import Entry
    from eventreview.review.finding import Where
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Choice, Rule
    from eventreview.rules.words import Scene

    Groups = Sequence[list[Entry]]


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
    together: list[Entry] = []
    for entry in entries:
        if together and (entry.table is not together[0].table or entry.check is not together[0].check):
            yield from (together,) if len(together) == 1 else _alike(together)
            together = []
        if entry.population:
            together.append(entry)
        else:
            # Decided once: it stands alone.
            yield [entry]
    if together:
        yield from (together,) if len(together) == 1 else _alike(together)


def _alike(entries: Sequence[Entry]) -> Iterable[list[Entry]]:
    groups: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        outcome = entry.outcome
        waived = id(entry.waiver) if entry.waiver is not None else 0
        group = (outcome.result, outcome.severity, outcome.message_id, waived)
        groups.setdefault(group, []).append(entry)
    return groups.values()


class _Decided:
    """Where a finding of a decision list comes from: asked only for what somebody wants to see."""

    __slots__ = ("_file", "_first", "_scene")

    def __init__(self, file: PlanFile, scene: Scene, first: Entry) -> None:
        self._file = file
        self._scene = scene
        self._first = first

    def where(self, finding: Finding) -> Where | None:
        return _where(self._file, finding.path)

    def choices(self, finding: Finding) -> Iterable[Choice]:
        offers = self._first.rule.choices
        if offers is None:
            return ()
        return offers(self._scene, self._first.table, self._first.outcome, finding.populations)

    def fingerprint(self, finding: Finding) -> str:
        return fingerprint(finding, self._scene.plan, self._first.table)


def _finding(file: PlanFile, scene: Scene, group: list[Entry]) -> Finding:
    first = group[0]
    rule, table, outcome = first.rule, first.table, first.outcome
    populations: tuple[str, ...] = ()
    plain = outcome.result == NOT_APPLICABLE and outcome.message_id == NOT_APPLICABLE
    if first.population and not plain and not rule.sex_workers_only:
        populations = tuple(sorted(dict.fromkeys(entry.population for entry in group), key=v.order_of))
    alone = len(group) == 1
    return Finding(
        rule,
        WAIVED if first.waiver is not None else outcome.result,
        outcome.severity,
        outcome.message_id,
        outcome.params if alone else _merged_params(group),
        table.at,
        _path_of(table, outcome.key),
        table=table.TABLE,
        object_path=table.path,
        populations=populations,
        judged_by=outcome.judged_by or rule.judged_by,
        decision=outcome.line,
        # Most outcomes stand alone and have none of these: there is nothing to merge.
        keys=() if alone and not outcome.keys else dict.fromkeys(key for each in group for key in each.outcome.keys),
        related=() if alone and not outcome.related else _merged_related(group),
        parts=() if alone and not outcome.parts else _merged_parts(group),
        remarks=() if alone and not outcome.remarks else _merged_remarks(group),
        answers=() if alone and not first.answers else {id(a): a for each in group for a in each.answers}.values(),
        asked_again=first.asked_again if alone else any(entry.asked_again for entry in group),
        waiver=first.waiver,
        raised=first.raised if alone else any(entry.raised for entry in group),
        origin=_Decided(file, scene, first),
    )


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


class _Fault:
    """Where a finding of family FORM comes from."""

    __slots__ = ("_fault", "_file")

    def __init__(self, file: PlanFile, fault: Fault) -> None:
        self._file = file
        self._fault = fault

    def where(self, _finding: Finding) -> Where | None:
        return _where_of_fault(self._file, self._fault)

    def choices(self, _finding: Finding) -> Iterable[Choice]:
        from eventreview.rules.form.choices import choices_of_fault

        return choices_of_fault(self._fault, self._file.values or {})

    def fingerprint(self, finding: Finding) -> str:
        return digest_of([self._fault.code, path_text(finding.path), finding.message_id])


def faults_as_findings(file: PlanFile, faults: Iterable[Fault]) -> list[Finding]:
    """The findings of family FORM."""
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
                related=related,
                origin=_Fault(file, fault),
            )
        )
    return found


class _Outing:
    """Where a finding of SAF-1 comes from."""

    __slots__ = ("_file", "_outing")

    def __init__(self, file: PlanFile, outing: Outing) -> None:
        self._file = file
        self._outing = outing

    def where(self, _finding: Finding) -> Where | None:
        return _where(self._file, self._outing.path)

    def choices(self, _finding: Finding) -> Iterable[Choice]:
        from eventreview.rules.saf.no_outing_data import choices_of_outing

        return choices_of_outing(self._outing, self._file.values or {})

    def fingerprint(self, _finding: Finding) -> str:
        return digest_of(["SAF-1", path_text(self._outing.shown), self._outing.what])


def outings_as_findings(file: PlanFile, outings: list[Outing]) -> list[Finding]:
    """The findings of SAF-1; what was found is named by its path alone."""
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
            origin=_Outing(file, outing),
        )
        for outing in outings
    ]


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
    return sorted(findings, key=_place_in_order)


_FAMILY = {family: index for index, family in enumerate(catalogue.FAMILIES)}
_NOWHERE = (1 << 60, 0)
_NO_POPULATION = (-1, "")


def _place_in_order(finding: Finding) -> tuple[object, ...]:
    # Asked of every finding there is: the place in the file is looked up once.
    line, column = (finding.where or _NOWHERE)[:2]
    first = v.order_of(finding.populations[0]) if finding.populations else _NO_POPULATION
    rule = finding.rule
    return line, _FAMILY[rule.family], rule.number, column, finding.at, first, finding.message_id
