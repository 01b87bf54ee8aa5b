"""One outcome on its way to a finding: a rule, an object, a population, and what was decided."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Judgement, Waiver
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Check, Rule

    Reads = frozenset[tuple[Path, str]]


class Entry:
    """What a rule's list decided for one object and one population ("" when it decides once).

    reads: removed keys it was made from. answers: judgements that count. asked_again: one of them is about values that
    changed. waiver: the valid waiver. raised: a lesson raised it by one level.
    """

    __slots__ = (
        "answers",
        "asked_again",
        "check",
        "outcome",
        "population",
        "raised",
        "reads",
        "rule",
        "table",
        "waiver",
    )

    def __init__(
        self, rule: Rule, check: Check | None, table: Table, population: str, outcome: Outcome, reads: Reads
    ) -> None:
        self.rule = rule
        self.check = check
        self.table = table
        self.population = population
        self.outcome = outcome
        self.reads = reads
        self.answers: tuple[Judgement, ...] = ()
        self.asked_again = False
        self.waiver: Waiver | None = None
        self.raised = False
