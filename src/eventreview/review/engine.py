"""From a plan file to a review: every rule of the sets in force, on every object it concerns (RULES.md A1).

For each rule and object: applies, stage, decision list, then judgements, waivers and lessons. A rule that reads other
rules' results is run after them; one that speaks of all of them is run last, when their waivers have been applied. A rule
that breaks is named and spares the others.
"""

from __future__ import annotations

from eventreview.config.thresholds import SETS_ON, Thresholds
from eventreview.plan import outing
from eventreview.plan.garbage import Uncollected
from eventreview.plan.model import Panel
from eventreview.review import lessons, waivers
from eventreview.review.entry import Entry
from eventreview.review.finding import Review
from eventreview.review.judgements import Judgements
from eventreview.review.merge import faults_as_findings, merged, outings_as_findings
from eventreview.review.removed import Evaluation, evaluate, told_apart
from eventreview.review.verdicts import Verdicts
from eventreview.rules import catalogue
from eventreview.rules.outcome import NOT_APPLICABLE, NOT_MET, Outcome, not_applicable, not_stated, not_yet
from eventreview.rules.rule import LAST
from eventreview.rules.words import Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from eventreview.plan.faults import Fault
    from eventreview.plan.fields import Table
    from eventreview.plan.file import PlanFile
    from eventreview.plan.model import Place, Plan
    from eventreview.review.entry import Reads
    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Check, Rule

    Assumed = dict[tuple[str, int, str, str], Outcome]
    from eventreview.rules.verdict import Verdict

OBJECTS: dict[str, Callable[[Plan], Sequence[Table]]] = {
    "place": lambda plan: [place for panel in plan.panels for place in panel.speakers],
    "panel": lambda plan: plan.panels,
    "event": lambda plan: (plan.event,),
    "organisation": lambda plan: plan.organisations,
    "consultation": lambda plan: plan.consultations,
    "decision": lambda plan: plan.decisions,
    "statement": lambda plan: plan.statements,
    "source": lambda plan: plan.sources,
    "work": lambda plan: plan.work,
    "notice": lambda plan: plan.notices,
    "collective": lambda plan: plan.collectives,
    "bridge": lambda plan: plan.bridges,
    "lesson": lambda plan: plan.lessons,
    "sponsor": lambda plan: plan.sponsors,
    "safety": lambda plan: (plan.safety,),
    "budget": lambda plan: (plan.budget,),
    "partnership": lambda plan: (plan.partnership,),
    "evaluation": lambda plan: (plan.evaluation,),
    "assessment": lambda plan: (plan.assessment,),
    "plan": lambda plan: (plan,),
}


def review(
    file: PlanFile,
    *,
    thresholds: Thresholds | None = None,
    sets: Iterable[str] = SETS_ON,
    extra: Collection[str] = (),
) -> Review:
    """Everything the rules say of a plan file.

    sets: the sets of rules in force. extra: codes of rules switched on beside them. Unreadable files give a review whose
    findings are faults of form alone.
    """
    with Uncollected():
        return _review(file, thresholds or Thresholds(), tuple(sets), extra)


def _review(file: PlanFile, thresholds: Thresholds, sets: tuple[str, ...], extra: Collection[str]) -> Review:
    findings = faults_as_findings(file, file.faults)
    if file.values is not None:
        findings += outings_as_findings(file, outing.find(file.values))
    if file.plan is None:
        # Nothing was looked at, so nothing is met either.
        loud, quiet = merged(file, None, (), [finding for finding in findings if not finding.is_quiet])
        return Review(file, loud, quiet, _without_form(sets))
    run = _Run(file.plan, thresholds, _in_force(sets, frozenset(extra)))
    entries, faults = run.entries(findings)
    findings += faults_as_findings(file, faults)
    lessons.apply(run.scene, entries, findings)
    loud, quiet = merged(file, run.scene, entries, findings)
    return Review(file, loud, quiet, _without_form(sets), run.failures)


def _in_force(sets: tuple[str, ...], extra: frozenset[str]) -> RulesOn:
    """The rules of the sets, and the extra ones; each choice of sets is put in order once."""
    found = _chosen.get((sets, extra))
    if found is None:
        rules = catalogue.rules().items()
        found = _chosen[sets, extra] = RulesOn({c: r for c, r in rules if r.set in sets or c in extra})
    return found


class RulesOn:
    """The rules in force: by code, in the order in which they are run, and whose results others read."""

    __slots__ = ("by_code", "first", "last", "read")

    def __init__(self, by_code: dict[str, Rule]) -> None:
        ordered = in_order(by_code.values())
        self.by_code = by_code
        self.first = [rule for rule in ordered if LAST not in rule.after]
        self.last = [rule for rule in ordered if LAST in rule.after]
        self.read = frozenset(code for rule in ordered for code in rule.after)


_chosen: dict[tuple[tuple[str, ...], frozenset[str]], RulesOn] = {}


def _without_form(sets: Sequence[str]) -> list[str]:
    return [each for each in sets if each != "form"]


class _Run:
    """One pass of the rules over one plan."""

    def __init__(self, plan: Plan, thresholds: Thresholds, rules_on: RulesOn) -> None:
        self.plan = plan
        self.thresholds = thresholds
        self.on = rules_on
        self.rules_on = rules_on.by_code
        self.scene = Scene(plan, thresholds)
        self.judgements = Judgements(self.scene, self.rules_on)
        self.failures: list[tuple[str, str]] = []
        self.objects: dict[str, Sequence[Table]] = {}

    def entries(self, found: Sequence[Finding]) -> tuple[list[Entry], list[Fault]]:
        """What every rule says after judgements and waivers, and the faults of judgements and waivers.

        found: what has been found without a decision list.
        """
        assumed = self._assumed()
        entries: list[Entry] = []
        ran = [rule.code for rule in self.on.first if self._runs(rule, entries, assumed)]
        last = self.on.last
        if last and self.plan.lessons:
            self.scene.in_the_end = self._in_the_end(entries, found, ran, {rule.code for rule in last})
        for rule in last:
            self._runs(rule, entries, None)
        faults = self.judgements.faults()
        faults += waivers.apply(self.scene, entries, self.rules_on)
        return entries, faults

    def _runs(self, rule: Rule, entries: list[Entry], assumed: Assumed | None) -> bool:
        """Adds what a rule says to the entries. False where it broke: a mistake of ours, the others still answer."""
        found = self._guarded(rule, self.scene, self.judgements, assumed)
        entries += found or ()
        return found is not None

    def _guarded(
        self, rule: Rule, scene: Scene, judgements: Judgements, assumed: Assumed | None = None
    ) -> list[Entry] | None:
        """What a rule says; None where it broke, which is noted once."""
        try:
            return self._run(rule, scene, judgements, assumed)
        except Exception as error:  # noqa: BLE001 - a mistake of ours in one rule mustn't silence the others
            failure = (rule.code, type(error).__name__)
            if failure not in self.failures:
                self.failures.append(failure)
            return None

    def _in_the_end(
        self, entries: Sequence[Entry], found: Sequence[Finding], ran: Sequence[str], last: Collection[str]
    ) -> Callable[[str], tuple[Verdict, ...] | None]:
        """The verdicts of all rules but the last. Waivers are applied anew when those have spoken, to the same effect."""
        faults = self.judgements.faults() + waivers.apply(self.scene, entries, self.rules_on)
        settled = [fault for fault in faults if fault.params.get("rule") not in last]
        return Verdicts(self.scene, entries, found, settled, ran).of

    def _assumed(self) -> Assumed | None:
        """The softened rules' outcomes as if every silent place were a voice; None where no place is silent."""
        if not any(self.scene.silent(place) for place in self.scene.places()):
            return None
        scene = Scene(self.plan, self.thresholds, assume_mandates=True)
        judgements = Judgements(scene, self.rules_on)
        order = (*self.on.first, *self.on.last)
        wanted = {code for rule in order if rule.softened for code in (rule.code, *rule.after)}
        outcomes: Assumed = {}
        for rule in order:
            if rule.code not in wanted:
                continue
            for entry in self._guarded(rule, scene, judgements) or ():
                index = rule.checks.index(entry.check) if entry.check is not None else 0
                outcomes[rule.code, index, entry.table.at, entry.population] = entry.outcome
        return outcomes

    def _run(
        self,
        rule: Rule,
        scene: Scene,
        judgements: Judgements,
        assumed: Assumed | None = None,
    ) -> list[Entry]:
        found: list[Entry] = []
        if self.plan.stage is None and not rule.any_stage:
            return found
        softened = assumed if rule.softened else None
        as_they_are = self.plan.trace is None and softened is None and not judgements.targets
        for index, check in enumerate(rule.checks):
            tables = self._objects(check.kind)
            if not tables:
                continue
            too_early = not rule.any_stage and scene.before_stage(check.stage or rule.stage)
            if as_they_are:
                # Most plans have neither faults nor judgements: one pass over all objects.
                entries = _list_on(rule, check, tables, scene, too_early)
            else:
                entries = self._settled(rule, index, scene, judgements, softened, too_early)
            # Nobody asks for the results of the other rules.
            if rule.code in self.on.read:
                for entry in entries:
                    scene.results.setdefault((rule.code, entry.table.at, entry.population), entry.outcome)
            found += entries
        return found

    def _settled(
        self,
        rule: Rule,
        index: int,
        scene: Scene,
        judgements: Judgements,
        assumed: Assumed | None,
        too_early: bool,
    ) -> list[Entry]:
        """The outcomes of one list on all its objects, one by one, after softening and judgements."""
        found: list[Entry] = []
        check = rule.checks[index]
        for table in self._objects(check.kind):
            if self.plan.trace is None:
                entries = _list_on(rule, check, (table,), scene, too_early)
            else:
                entries = self._careful_list_on(rule, check, table, scene, too_early)
            if assumed is not None:
                self._soften(rule, index, entries, assumed)
            if judgements.targets:
                judgements.apply(rule, table, entries)
            for entry in entries:
                if entry.reads:
                    at = (rule.code, table.at)
                    scene.behind[at] = scene.behind.get(at, NO_READS) | entry.reads
            found += entries
        return found

    def _objects(self, kind: str) -> Sequence[Table]:
        objects = self.objects.get(kind)
        if objects is None:
            objects = self.objects[kind] = OBJECTS[kind](self.plan)
        return objects

    def _careful_list_on(self, rule: Rule, check: Check, table: Table, scene: Scene, too_early: bool) -> list[Entry]:
        """The outcomes of one list on one object of a plan with faults: no verdict may rest on what can't be read."""

        def decide(on: Scene) -> dict[str, Outcome]:
            return {entry.population: entry.outcome for entry in _list_on(rule, check, (table,), on, too_early)}

        return [
            Entry(rule, check, table, population, evaluation.outcome, evaluation.reads)
            for population, evaluation in evaluate(scene, decide, self._again).items()
            if not self._is_not_run(evaluation)
        ]

    def _again(self, scene: Scene, code: str, table: Table) -> dict[str, Outcome]:
        """What a rule says of an object on another scene, by population, before judgements."""
        rule = self.rules_on[code]
        found: dict[str, Outcome] = {}
        for check in rule.checks:
            if all(each.TABLE != table.TABLE for each in self._objects(check.kind)[:1]):
                continue
            too_early = not rule.any_stage and scene.before_stage(check.stage or rule.stage)
            for entry in _list_on(rule, check, (table,), scene, too_early):
                found.setdefault(entry.population, entry.outcome)
        return found

    def _is_not_run(self, evaluation: Evaluation) -> bool:
        """A rule over *about* isn't run where an event's own `concerns` is missing (FORM-3)."""
        event = self.plan.event
        return (event.path, "concerns") in evaluation.reads and event.concerns is None

    def _soften(
        self,
        rule: Rule,
        index: int,
        entries: list[Entry],
        assumed: Assumed,
    ) -> None:
        """A2: absent isn't no. A not-met that an absent `represents` would change is not stated instead."""
        for entry in entries:
            if entry.outcome.result != NOT_MET:
                continue
            key = (rule.code, entry.table.at, entry.population)
            other = assumed.get((rule.code, index, entry.table.at, entry.population))
            if other is not None and told_apart(other) == told_apart(entry.outcome):
                continue
            places = self._silent_places(entry)
            if not places:
                continue
            self.scene.unsoftened.setdefault(key, entry.outcome)
            entry.outcome = not_stated(entry.outcome.line, "represents-absent", places=tuple(s.at for s in places))
            entry.outcome.missing(*((s, "represents") for s in places)).related_to(*places)

    def _silent_places(self, entry: Entry) -> list[Place]:
        """The places without `represents` that a verdict may hang on: those of the panel, or of the whole plan."""
        scene = self.scene
        populations = (entry.population,) if entry.population else scene.about(entry.table)
        panel = entry.table if isinstance(entry.table, Panel) else entry.table.parent
        found = [s for s in scene.places() if scene.silent(s) and scene.led_by_any(s.organisation, populations)]
        # A verdict on one panel may hang on the places of another (BAL-1, a single seat).
        return [s for s in found if s.parent is panel] or found


NO_READS: Reads = frozenset()


def _list_on(rule: Rule, check: Check, tables: Sequence[Table], scene: Scene, too_early: bool) -> list[Entry]:
    """The outcomes of one list on each of these objects, before judgements."""
    applies, decide, silent = check.applies, check.decide, check.silent
    found: list[Entry] = []
    for table in tables:
        populations = applies(scene, table)
        if not populations:
            if not silent:
                found.append(Entry(rule, check, table, "", NOT_HERE_AT_ALL, NO_READS))
            continue
        for population in populations:
            outcome = (
                not_yet("stage", stage=check.stage or rule.stage) if too_early else decide(scene, table, population)
            )
            if not silent or outcome.result != NOT_APPLICABLE:
                found.append(Entry(rule, check, table, population, outcome, NO_READS))
    return found


# One outcome for all: nothing about it differs, and most lists on most objects end here.
NOT_HERE_AT_ALL = not_applicable()


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """The rules so that each comes after those whose results it reads."""
    waiting = list(rules)
    codes = {rule.code for rule in waiting}
    done: set[str] = set()
    ordered: list[Rule] = []
    while waiting:
        ready = [rule for rule in waiting if all(code in done or code not in codes for code in rule.after)]
        if not ready:
            raise ValueError("rules read each other's results in a ring: " + ", ".join(r.code for r in waiting))
        ordered += ready
        done.update(rule.code for rule in ready)
        waiting = [rule for rule in waiting if rule.code not in done]
    return ordered
