"""Judgements (RULES.md A3, A6): whose answer counts, what it changes, and why another is without effect (FORM-12).

What belongs to the community is asked of the community: an ally can't mark its own work. Two valid answers that differ
leave the question open, side by side.
"""

from __future__ import annotations

from eventreview.plan.faults import WARNING, Fault
from eventreview.review.digests import covers, dates_read
from eventreview.rules import catalogue
from eventreview.rules.outcome import (
    BOTH,
    COMMUNITY,
    ERROR,
    MET,
    NOBODY,
    NOT_APPLICABLE,
    NOT_MET,
    ORGANISER,
    TO_BE_JUDGED,
    Outcome,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Judgement
    from eventreview.review.entry import Entry
    from eventreview.rules.rule import Rule
    from eventreview.rules.words import Scene


class Judgements:
    """The judgements of one plan, and what became of each."""

    __slots__ = ("effects", "rules_on", "scene", "targets")

    def __init__(self, scene: Scene, rules_on: dict[str, Rule]) -> None:
        self.scene = scene
        self.rules_on = rules_on
        # (rule, at) -> judgements on it; and for each judgement why it has no effect, "" when it has one.
        self.targets: dict[tuple[str, str], list[Judgement]] = {}
        self.effects: dict[int, tuple[str, dict[str, object]]] = {}
        for index, judgement in enumerate(scene.plan.judgements):
            code = catalogue.code_of(judgement.rule)
            if code is None:
                self.effects[index] = ("no-such-rule", {})
            else:
                self.effects[index] = ("no-such-object", {})
                self.targets.setdefault((code, judgement.at_), []).append(judgement)

    def apply(self, rule: Rule, table: Table, entries: Sequence[Entry]) -> None:
        """Changes the outcomes of one list on one object as the judgements on it say."""
        here = self.targets.get((rule.code, table.at))
        if not here or not entries:
            return
        concerned = self._concerned(rule, table, entries)
        asked = [
            (entry.outcome.judged_by or rule.judged_by, (entry.population,) if entry.population else concerned)
            for entry in entries
        ]
        valid = [each for each in here if self._is_valid(each, rule, table, asked)]
        for entry, (judge, populations) in zip(entries, asked, strict=True):
            entry.asked_again = entry.asked_again or any(self._reason(each) == "asked-again" for each in here)
            answers = [each for each in valid if self._may_judge(each, rule, table, judge, populations)]
            if answers:
                self._settle(rule, entry, answers, populations)

    def _concerned(self, rule: Rule, table: Table, entries: Sequence[Entry]) -> tuple[str, ...]:
        named = tuple(entry.population for entry in entries if entry.population)
        if named:
            return named
        return concerned_populations(self.scene, rule, table)

    def _is_valid(
        self, judgement: Judgement, rule: Rule, table: Table, asked: Sequence[tuple[str, tuple[str, ...]]]
    ) -> bool:
        """Checks that don't depend on the outcome; notes why a judgement fails them.

        asked: who judges each outcome, and the populations that it is about.
        """
        scene, on = self.scene, judgement.on
        reason = ""
        if scene.ahead(on):
            reason = "dated-ahead"
        elif all(judge == NOBODY for judge, _ in asked):
            reason = "cannot-settle"
        elif not any(self._may_judge(judgement, rule, table, judge, populations) for judge, populations in asked):
            reason = "not-theirs-to-answer"
        elif judgement.covers is not None:
            reason = "" if judgement.covers == covers(scene.plan, rule, table) else "asked-again"
        elif any(on < each <= scene.today for each in dates_read(scene.plan, rule, table)):
            reason = "asked-again"
        self._note(judgement, reason or "nothing-to-settle")
        return not reason

    def _may_judge(
        self, judgement: Judgement, rule: Rule, table: Table, judge: str, populations: tuple[str, ...]
    ) -> bool:
        """Whether whoever answered may answer as this judge (A3)."""
        alone = answers_alone(rule, table, populations)
        if alone is not None:
            return judgement.by == alone
        return answers_as(self.scene, judgement.by, judge, populations)

    def _settle(self, rule: Rule, entry: Entry, answers: list[Judgement], populations: tuple[str, ...]) -> None:
        outcome = entry.outcome
        if outcome.result == NOT_MET and outcome.severity == ERROR:
            for each in answers:
                self._note(each, "cannot-settle")
            return
        settles = outcome.result == NOT_MET and outcome.line in rule.settles
        if outcome.result != TO_BE_JUDGED and not settles:
            return
        verdicts = {each.verdict for each in answers}
        entry.answers = tuple(answers)
        if len(verdicts) > 1:
            for each in answers:
                self._note(each, "")
            return
        (verdict,) = verdicts
        waiting = () if verdict == NOT_MET else self._waiting(rule, entry, answers, populations)
        if waiting:
            for each in answers:
                self._note(each, "others-to-answer", populations=waiting)
            return
        if settles and verdict != MET:
            return
        for each in answers:
            self._note(each, "")
        entry.outcome = _judged(outcome, verdict, rule)

    def _waiting(
        self, rule: Rule, entry: Entry, answers: list[Judgement], populations: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Which populations concerned haven't answered yet; the organisers of a rule for both wait as well."""
        if rule.judged_by_itself:
            return ()
        scene = self.scene
        judge = entry.outcome.judged_by or rule.judged_by
        waiting: tuple[str, ...] = ()
        if judge in (COMMUNITY, BOTH):
            # Where the plan has no organisation of theirs, nobody answers in its place.
            having_one = [p for p in populations if scene.own(p)] or populations
            waiting = tuple(p for p in having_one if not any(scene.led(each.by, p) for each in answers))
        if judge == BOTH and not any(is_organiser(scene, each.by, populations) for each in answers):
            waiting = (*waiting, ORGANISER)
        return waiting

    def _note(self, judgement: Judgement, reason: str, **params: object) -> None:
        index = self.scene.plan.judgements.index(judgement)
        # An effect on one population is an effect: a judgement that settled something isn't without one.
        if self.effects[index][0] != "":
            self.effects[index] = (reason, params)

    def _reason(self, judgement: Judgement) -> str:
        return self.effects[self.scene.plan.judgements.index(judgement)][0]

    def faults(self) -> list[Fault]:
        """FORM-12 for every judgement without effect. One about a rule that is off says nothing."""
        found: list[Fault] = []
        for index, judgement in enumerate(self.scene.plan.judgements):
            reason, params = self.effects[index]
            code = catalogue.code_of(judgement.rule)
            if not reason or (code is not None and code not in self.rules_on):
                continue
            severity = "note" if reason in ("asked-again", "nothing-to-settle", "others-to-answer") else WARNING
            path = (*judgement.path, KEY_AT_FAULT.get(reason, "verdict"))
            params = {"rule": code or "", "by": judgement.by, **params}
            found.append(Fault("FORM-12", reason, path, judgement.at, params, severity=severity))
        return found


KEY_AT_FAULT = {
    "no-such-rule": "rule",
    "no-such-object": "at",
    "dated-ahead": "on",
    "not-theirs-to-answer": "by",
    "asked-again": "on",
}


def _judged(outcome: Outcome, verdict: str, rule: Rule) -> Outcome:
    """The outcome once an answer settles it; it keeps its message unless the rule names another."""
    severity, message_id = None, outcome.message_id
    if verdict == NOT_MET:
        severity = rule.severity or WARNING
        if rule.judged_not_met is not None:
            severity, message_id = rule.judged_not_met
    result = {MET: MET, NOT_APPLICABLE: NOT_APPLICABLE}.get(verdict, NOT_MET)
    judged = Outcome(result, severity, outcome.line, message_id, outcome.params)
    judged.key, judged.related, judged.remarks = outcome.key, outcome.related, outcome.remarks
    judged.judged_by = outcome.judged_by
    return judged


def concerned_populations(scene: Scene, rule: Rule, table: Table) -> tuple[str, ...]:
    """The populations concerned by a rule that decides once for an object."""
    if rule.sex_workers_only:
        return ("sex-workers",)
    if rule.concerns is not None:
        return rule.concerns(scene, table)
    return scene.about(table)


def answers_alone(rule: Rule, table: Table, populations: Sequence[str]) -> str | None:
    """The only organisation that answers, by its id, where a rule leaves it to one; None where it doesn't.

    That is the organisation that the finding is about, or the one named where no population is concerned.
    """
    if rule.judged_by_itself:
        return table.at
    if rule.answered_by is not None and not populations:
        return rule.answered_by(table)
    return None


def answers_as(scene: Scene, id: str, judge: str, populations: Sequence[str]) -> bool:
    """Whether an organisation may answer as this judge (A3): as the community, as the organisers, or as one of both."""
    as_community = scene.led_by_any(id, populations)
    if judge == COMMUNITY:
        return as_community
    as_organiser = is_organiser(scene, id, populations)
    return as_organiser if judge == ORGANISER else judge == BOTH and (as_community or as_organiser)


def is_organiser(scene: Scene, id: str, populations: Sequence[str]) -> bool:
    """Whether an organisation may answer as the organisers: organising, not led by a population concerned.

    Where the plan has no such organisation, any organisation may.
    """
    allies = [
        each.id
        for each in scene.plan.organisations
        if scene.organising(each) and not any(p in (each.led_by or ()) for p in populations)
    ]
    return id in allies if allies else scene.organisation(id) is not None
