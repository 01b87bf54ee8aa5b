"""No verdict by accident: a met or not-met that rests on a key taken out by a FORM fault is not stated instead.

While a decision list is run, the plan's `Trace` notes which removed keys it reads. Where no value of such a key could
change the result, the result stands: words, yes and no, and references are tried one by one; anything else could be
anything. Other rules whose results the list reads are asked again with every value tried.
"""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.model import Plan, every_table
from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_MET, Outcome, not_stated
from eventreview.rules.words import Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from eventreview.plan.fields import Field, Path, Table

    Mark = tuple[Path, str]
    Decides = Callable[[Scene], dict[str, Outcome]]
    Again = Callable[[Scene, str, Table], dict[str, Outcome]]

MOST_KEYS = 2
MOST_TRIALS = 200


class Evaluation:
    """An outcome and the removed keys that were read on the way to it."""

    __slots__ = ("outcome", "reads")

    def __init__(self, outcome: Outcome, reads: frozenset[Mark]) -> None:
        self.outcome = outcome
        self.reads = reads


def evaluate(scene: Scene, decide: Decides, again: Again) -> dict[str, Evaluation]:
    """Runs a decision list and replaces every verdict that would rest on something unreadable.

    again: what another rule says of an object on a scene, by population.
    """
    trace = scene.plan.trace
    if trace is None:
        return {p: Evaluation(outcome, frozenset()) for p, outcome in decide(scene).items()}
    outer, trace.reads = trace.reads, set()
    try:
        outcomes = decide(scene)
        reads = frozenset(trace.reads)
        if reads:
            outcomes = {p: _careful(scene, decide, again, p, outcome, reads) for p, outcome in outcomes.items()}
    finally:
        trace.reads = outer
    return {p: Evaluation(outcome, reads) for p, outcome in outcomes.items()}


def told_apart(outcome: Outcome) -> tuple[str, str | None]:
    """What makes two outcomes different verdicts."""
    return outcome.result, outcome.severity


def _careful(
    scene: Scene, decide: Decides, again: Again, population: str, outcome: Outcome, reads: frozenset[Mark]
) -> Outcome:
    if outcome.result not in (MET, MET_WITHHELD, NOT_MET) or not _could_change(
        scene, decide, again, population, outcome, reads
    ):
        return outcome
    tables = {table.path: table for table in every_table(scene.plan)}
    missing = [(tables[path], key) for path, key in sorted(reads, key=repr) if path in tables]
    careful = not_stated(outcome.line, "at-fault", keys=tuple(dict.fromkeys(key for _, key in missing)))
    return careful.missing(*missing).related_to(*(table for table, _ in missing))


def _could_change(
    scene: Scene, decide: Decides, again: Again, population: str, outcome: Outcome, reads: frozenset[Mark]
) -> bool:
    trials = _trials(scene.plan, reads)
    trace = scene.plan.trace
    if trials is None or trace is None:
        return True
    before = trace.instead
    try:
        for instead in trials:
            trace.instead, trace.reads = instead, set()
            trial = Scene(scene.plan, scene.thresholds, scene.assume_mandates)
            trial.results, trial.unsoftened, trial.in_the_end = scene.results, scene.unsoftened, scene.in_the_end
            trial.behind, trial.again = scene.behind, again
            tried = decide(trial).get(population)
            if tried is None or told_apart(tried) != told_apart(outcome) or tried.message_id != outcome.message_id:
                return True
            if not trace.reads <= reads:
                return True
    finally:
        trace.instead = before
    return False


def _trials(plan: Plan, reads: frozenset[Mark]) -> list[dict[Mark, object]] | None:
    """Every value the keys could have, as replacements to try; None where they are without number."""
    if len(reads) > MOST_KEYS:
        return None
    tables = {table.path: table for table in every_table(plan)}
    trials: list[dict[Mark, object]] = [{}]
    for path, key in reads:
        table = tables.get(path)
        field = table.FIELDS.get(key) if table is not None else None
        values = _values(plan, field, getattr(table, field.name)) if field is not None else None
        if values is None or len(trials) * len(values) > MOST_TRIALS:
            return None
        trials = [{**trial, (path, key): value} for trial in trials for value in values]
    return trials


def _values(plan: Plan, field: Field, stands: object) -> list[object] | None:
    """The values a key could have: for an array what stands with one more, at its end or its beginning.

    The order counts in `represents`: a place of its holder's own stands for the first it names.
    """
    single: list[object]
    if field.kind == "word":
        single = list(field.words)
    elif field.kind == "population":
        single = [*v.POPULATIONS, *_others(plan)]
    elif field.kind == "bool":
        single = [True, False]
    elif field.kind == "reference":
        single = [at for at, other in plan.objects.items() if other.TABLE in field.refers]
        single += field.also
    else:
        return None
    if not field.many:
        return [*single, field.default]
    kept = stands if isinstance(stands, tuple) else ()
    before: list[object] = [(each, *kept) for each in single] if kept else []
    return [kept, *((*kept, each) for each in single), *before]


def _others(plan: Plan) -> tuple[str, ...]:
    """The populations outside the vocabulary that the plan names."""
    named: list[str] = []
    for table in every_table(plan):
        for field in table.FIELDS.values():
            value = getattr(table, field.name) if field.kind == "population" else None
            named += (value,) if isinstance(value, str) else value or ()
    return tuple(dict.fromkeys(each for each in named if each.startswith(v.OTHER)))
