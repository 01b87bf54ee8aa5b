"""What an organisation may answer (RULES.md A3, A6): open questions, and faults that an answer would settle."""

from __future__ import annotations

from eventreview.config.thresholds import Thresholds
from eventreview.plan.model import every_table
from eventreview.review.digests import covers
from eventreview.review.judgements import answers_alone, answers_as, concerned_populations
from eventreview.rules.outcome import ERROR, NOT_MET, TO_BE_JUDGED
from eventreview.rules.words import Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Plan
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Rule


class Question:
    """What is asked of one organisation about one object by one rule; a single answer answers all its findings.

    table: the object. findings: those that the organisation may answer, in the order of the file. covers: the digest of
    the values that an answer is about.
    """

    __slots__ = ("covers", "findings", "rule", "table")

    def __init__(self, rule: Rule, table: Table, findings: Iterable[Finding], covers: str) -> None:
        self.rule = rule
        self.table = table
        self.findings = tuple(findings)
        self.covers = covers


class Answerers:
    """Who may answer what in one plan."""

    __slots__ = ("plan", "scene", "tables")

    def __init__(self, plan: Plan, thresholds: Thresholds | None = None) -> None:
        self.plan = plan
        self.scene = Scene(plan, thresholds or Thresholds())
        self.tables: dict[Path, Table] = {table.path: table for table in every_table(plan)}

    def may_answer(self, finding: Finding, by: str) -> bool:
        """Whether the organisation with this id is among those whom the rule asks about the finding's object (A3)."""
        if finding.object_path not in self.tables or self.scene.organisation(by) is None:
            return False
        alone = self.alone(finding)
        return (
            by == alone
            if alone is not None
            else answers_as(self.scene, by, finding.judged_by, self._populations(finding))
        )

    def heard_for(self, finding: Finding, by: str) -> tuple[str, ...]:
        """For which of a finding's populations an answer of the organisation counts."""
        if self.alone(finding) is not None:
            return finding.populations
        return tuple(p for p in finding.populations if answers_as(self.scene, by, finding.judged_by, (p,)))

    def alone(self, finding: Finding) -> str | None:
        """The organisation that answers about the finding's object alone, by id; None where the rule asks more widely."""
        table = self.tables.get(finding.object_path)
        return answers_alone(finding.rule, table, self._populations(finding)) if table is not None else None

    def _populations(self, finding: Finding) -> tuple[str, ...]:
        table = self.tables[finding.object_path]
        return finding.populations or concerned_populations(self.scene, finding.rule, table)

    def who(self, finding: Finding) -> tuple[str, ...]:
        """The organisations of the plan that may answer, by id, in the order of the file."""
        ids = dict.fromkeys(each.id for each in self.plan.organisations if each.id is not None)
        return tuple(id for id in ids if self.may_answer(finding, id))

    def questions(self, review: Review, by: str) -> list[Question]:
        """What the organisation may answer and hasn't, in the order of the file.

        What another organisation has settled is among it: whoever is asked first doesn't answer for everybody.
        """
        asked: dict[tuple[str, Path], list[Finding]] = {}
        for finding in review.findings:
            if is_asked(finding) and not has_answered(finding, by) and self.may_answer(finding, by):
                asked.setdefault((finding.rule.code, finding.object_path), []).append(finding)
        return [self._question(findings) for findings in asked.values()]

    def answered(self, review: Review, by: str) -> list[Finding]:
        """The questions that are still open although the organisation has answered: others have a say as well."""
        return [f for f in review.loud if f.result == TO_BE_JUDGED and has_answered(f, by)]

    def _question(self, findings: list[Finding]) -> Question:
        rule, table = findings[0].rule, self.tables[findings[0].object_path]
        return Question(rule, table, findings, covers(self.plan, rule, table))


def is_asked(finding: Finding) -> bool:
    """Whether an answer can change something: a question, or a warning or note that the rule lets a judgement settle.

    So too once it is answered, since an answer that differs opens it again.
    """
    if finding.result == TO_BE_JUDGED or finding.answers:
        return True
    # An error takes a waiver; one that was a warning before a lesson raised it doesn't.
    settles = finding.result == NOT_MET and finding.decision in finding.rule.settles
    return settles and (finding.severity != ERROR or finding.raised)


def has_answered(finding: Finding, by: str) -> bool:
    """Whether an answer of the organisation counts for the finding."""
    return any(answer.by == by for answer in finding.answers)


def object_of(table: Table) -> Table:
    """The object that a nested table, such as a consent or a fee, belongs to."""
    while table.parent is not None and table.parent.at == table.at:
        table = table.parent
    return table
