"""The strip of the steps: for each, whether those concerned had their part before it was decided, as INC-2 found it."""

from __future__ import annotations

from eventreview.plan.model import Decision
from eventreview.plan.moments import day
from eventreview.review.pictures.facts import AHEAD, UNDECIDED, UNSTATED, WITH, WITHOUT, fact_of, gravest
from eventreview.rules.inc.steps import STEPS
from eventreview.rules.outcome import NOT_YET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.model import Plan
    from eventreview.review.finding import Finding, Review

# Subjects of a consultation whose order no rule looks at.
NOT_LOOKED_AT = ("partnership", "safety")
NOT_DECIDED = "not-decided"
BY_PARAM = {"decided_without": WITHOUT, "undecided": UNDECIDED, "decided_with": WITH}
PUBLISHED = ("published", "held", "closed")


class StepShown:
    """One step. fact: one of `facts`. populations: those for whom it is so, where it is without them or undecided."""

    __slots__ = ("fact", "populations", "subject")

    def __init__(self, subject: str, fact: str, populations: tuple[str, ...] = ()) -> None:
        self.subject = subject
        self.fact = fact
        self.populations = populations


def strip(review: Review) -> tuple[StepShown, ...]:
    """The steps in their order; none where INC-2 has nothing to say or isn't run.

    The choice of a moderator isn't a step of INC-2; where CON-1 looks at a decision on it, that stands after the speakers.
    """
    plan = review.file.plan
    found = [f for f in review.findings if f.rule.code == "INC-2" and fact_of(f) is not None]
    if plan is None or not found:
        return ()
    shown: list[StepShown] = []
    for step in STEPS:
        shown.append(_step(plan, step, found))
        if step == "speakers":
            shown += _moderator(review)
    return tuple(shown)


def _step(plan: Plan, step: str, found: list[Finding]) -> StepShown:
    facts: dict[str, list[str]] = {}
    for finding in found:
        for population in finding.populations or ("",):
            facts.setdefault(_fact(finding, step, population), []).append(population)
    # Where nothing is decided for one population, that takes nothing from what was decided with another.
    undecided_yet = facts.pop(NOT_DECIDED, None)
    worst = gravest(list(facts))
    if worst is None:
        return StepShown(step, AHEAD if undecided_yet and _is_ahead(plan, step) else UNSTATED)
    return StepShown(step, worst, tuple(filter(None, facts[worst])) if worst in (WITHOUT, UNDECIDED) else ())


def _fact(finding: Finding, step: str, population: str) -> str:
    """What a finding says of a step for a population; one that couldn't read the steps says it of all of them."""
    for param, fact in BY_PARAM.items():
        if step in _of(finding, param, population):
            return fact
    if step in _of(finding, "not_decided", population):
        return NOT_DECIDED
    return AHEAD if finding.result == NOT_YET else UNSTATED


def steps_of(finding: Finding, param: str) -> tuple[str, ...]:
    """The steps that a parameter of an INC-2 finding names for at least one of its populations."""
    populations = finding.populations or ("",)
    return tuple(dict.fromkeys(step for p in populations for step in _of(finding, param, p)))


def _of(finding: Finding, param: str, population: str) -> tuple[str, ...]:
    """The steps that a parameter names for a population; where populations differ it is a table by population."""
    value = finding.params.get(param)
    if isinstance(value, dict):
        value = value.get(population)
    return tuple(map(str, value)) if isinstance(value, tuple | list) else ()


def _is_ahead(plan: Plan, step: str) -> bool:
    """Whether an undecided step is still to come: before the programme is out, or with a decision dated later on."""
    return plan.stage not in PUBLISHED or any(e.what == step and _later(plan, e) for e in plan.decisions)


def _later(plan: Plan, e: Decision) -> bool:
    return day(e.made_on) > plan.today


def _moderator(review: Review) -> list[StepShown]:
    tables = review.file.tables
    facts: list[str] = []
    populations: list[str] = []
    for finding in review.findings:
        table = tables.get(finding.object_path) if finding.rule.code == "CON-1" else None
        fact = fact_of(finding)
        if isinstance(table, Decision) and table.what == "moderator" and fact is not None:
            facts.append(fact)
            populations += finding.populations if fact in (WITHOUT, UNDECIDED) else ()
    worst = gravest(facts)
    return [StepShown("moderator", worst, tuple(dict.fromkeys(populations)))] if worst is not None else []
