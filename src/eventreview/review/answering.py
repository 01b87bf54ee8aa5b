"""What an answer or a waiver written now would be: who may give it, who may not and why, and the edits that write it.

Whether one holds is never worked out here a second time: the engine is asked, on the plan as it would stand.
"""

from __future__ import annotations

from eventreview.plan.edits import Insert, Remove, Set
from eventreview.plan.file import read_text
from eventreview.review.answers import WITHOUT_EFFECT
from eventreview.review.digests import covers
from eventreview.review.engine import review
from eventreview.review.judgements import concerned_populations
from eventreview.review.questions import Answerers, is_asked
from eventreview.review.waivers import NEVER_WAIVED
from eventreview.rules import catalogue
from eventreview.rules.outcome import (
    BOTH,
    ERROR,
    MET,
    MET_WITHHELD,
    NOBODY,
    NOT_APPLICABLE,
    NOT_MET,
    ORGANISER,
    WAIVED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.model import Judgement, Organisation, Plan, Waiver
    from eventreview.review.finding import Finding, Review
    from eventreview.review.session import Session

# Why an organisation may not answer, or agree.
NOT_LED, UNSTATED, ALONE, NAMED = "not-led", "unstated", "alone", "named"
LED, NOT_ORGANISING, NEITHER = "led", "not-organising", "neither"


class Barred:
    """An organisation that may not answer, or agree.

    why: not-led by those concerned, unstated who leads it, alone (another one answers), named (only those whose name it
    is), led by those concerned where the organisers are asked, not-organising, or neither. alone: the one that answers.
    """

    __slots__ = ("alone", "id", "populations", "why")

    def __init__(self, id: str, why: str, populations: Sequence[str], alone: str | None) -> None:
        self.id = id
        self.why = why
        self.populations = tuple(populations)
        self.alone = alone


def why_not_asked(finding: Finding) -> str | None:
    """Why no answer can change a finding; None where one can.

    nobody-judges, takes-a-waiver, not-met, not-stated, not-yet, met, not-applicable or waived.
    """
    if is_asked(finding):
        return None
    if finding.result == NOT_MET:
        if finding.judged_by == NOBODY or not finding.rule.question:
            return "nobody-judges"
        return "takes-a-waiver" if finding.severity == ERROR else NOT_MET
    return MET if finding.result == MET_WITHHELD else finding.result


def why_not_waivable(finding: Finding) -> str | None:
    """Why a finding can't be waived; None where it can.

    form, never-waived, to-be-judged, not-stated, not-yet, met or not-applicable.
    """
    if finding.result not in (NOT_MET, WAIVED):
        return MET if finding.result == MET_WITHHELD else finding.result
    if finding.rule.family == "FORM":
        return "form"
    return "never-waived" if finding.rule.code in NEVER_WAIVED else None


class Asking:
    """What can be written into one table of the plan about one finding. Raises ValueError where there is no such object.

    may: the organisations that count, by id, in the order of the file. covers: the digest of the values it is about.
    """

    TABLE = ""
    FORM = ""
    BY = ""

    def __init__(self, session: Session, finding: Finding) -> None:
        plan = session.file.plan
        if plan is None:
            raise ValueError("no plan")
        self.session = session
        self.plan: Plan = plan
        self.finding = finding
        self.answerers = Answerers(plan, session.thresholds)
        if finding.object_path not in self.answerers.tables:
            raise ValueError(finding.at)
        self.table = self.answerers.tables[finding.object_path]
        self.covers = covers(plan, finding.rule, self.table)
        self.populations = finding.populations or concerned_populations(self.answerers.scene, finding.rule, self.table)
        self.may = self._may()

    def _may(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _why(self, organisation: Organisation) -> str:
        raise NotImplementedError

    @property
    def ids(self) -> tuple[str, ...]:
        """The organisations of the plan, by id, in the order of the file."""
        return tuple(dict.fromkeys(each.id for each in self.plan.organisations if each.id is not None))

    def barred(self) -> tuple[Barred, ...]:
        """The organisations of the plan that don't count here, and why."""
        found = {each.id: each for each in reversed(self.plan.organisations) if each.id not in self.may}
        alone = self.answerers.alone(self.finding)
        return tuple(Barred(id, self._why(found[id]), self.populations, alone) for id in self.ids if id not in self.may)

    def entries(self) -> tuple[Judgement | Waiver, ...]:
        """What the plan holds already about this finding, in the order of the file, with effect or without."""
        there: tuple[Judgement | Waiver, ...] = getattr(self.plan, self.TABLE)
        code, at = self.finding.rule.code, self.finding.at
        return tuple(each for each in there if catalogue.code_of(each.rule) == code and each.at_ == at)

    def of(self, by: str) -> tuple[Judgement | Waiver, ...]:
        """Those of one organisation."""
        return tuple(each for each in self.entries() if getattr(each, self.BY) == by)

    def written(self, by: str, values: Mapping[str, object]) -> tuple[Edit, ...]:
        """The edits that write an entry of an organisation; one that it has already is replaced.

        values: by key, without rule, at and covers; None for a key that is left out.
        """
        values = {**values, "covers": self.covers}
        standing = self.of(by)
        if not standing:
            entry: dict[str, object] = {"rule": self.finding.rule.code, "at": self.finding.at, self.BY: by}
            entry |= {key: value for key, value in values.items() if value is not None}
            return (Insert((self.TABLE,), self._end(), entry),)
        first, *others = standing
        edits: list[Edit] = []
        for key, value in values.items():
            if value is not None:
                edits.append(Set((*first.path, key), value))
            elif first.has(key):
                edits.append(Remove((*first.path, key)))
        return (*edits, *self._removed(others))

    def taken_back(self, by: str) -> tuple[Edit, ...]:
        """The edits that take out what an organisation has said; none where it has said nothing."""
        return self._removed(self.of(by))

    def _removed(self, entries: Sequence[Judgement | Waiver]) -> tuple[Edit, ...]:
        # From the last, so that the paths of those before stay what they are.
        return tuple(Remove(each.path) for each in reversed(entries))

    def _end(self) -> int:
        there = (self.session.file.values or {}).get(self.TABLE)
        return len(there) if isinstance(there, list) else 0

    def flaw(self, after: Review, by: str) -> Finding | None:
        """What the review of the plan with the written entry has to say of it, first what SAF-1 forbids; None for nothing."""
        standing = self.of(by)
        path = standing[0].path if standing else (self.TABLE, self._end())
        forbidden = (each for each in after.loud if each.rule.code == "SAF-1" and each.path[:2] == path)
        return next(forbidden, None) or self.flaw_of(after, path)

    def flaw_of(self, review: Review, path: tuple[str | int, ...]) -> Finding | None:
        """What a review has to say of the entry at a path, first why it is without effect."""
        found = [each for each in review.loud if each.rule.family == "FORM" and each.path[:2] == path]
        return min(found, key=lambda each: each.rule.code != self.FORM, default=None)

    def blocks(self, flaw: Finding) -> bool:
        """Whether an entry with this flaw is never written."""
        return flaw.rule.code == self.FORM or flaw.severity == ERROR


class Judging(Asking):
    """Answers to one question: the judgements of the plan."""

    TABLE, FORM, BY = "judgements", "FORM-12", "by"

    def _may(self) -> tuple[str, ...]:
        return self.answerers.who(self.finding)

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What can be answered: where a warning or note is to be settled, that it is met or that it isn't."""
        here = [each for each in self.session.review.loud if is_asked(each) and self._is_same(each)]
        settles = bool(here) and all(each.decision in each.rule.settles for each in here)
        return (MET, NOT_MET) if settles else (MET, NOT_MET, NOT_APPLICABLE)

    def _is_same(self, finding: Finding) -> bool:
        return finding.rule is self.finding.rule and finding.object_path == self.finding.object_path

    def blocks(self, flaw: Finding) -> bool:
        """An answer that waits for others, or repeats what is so already, may be written."""
        return flaw.message_id in WITHOUT_EFFECT or (flaw.rule.code != self.FORM and flaw.severity == ERROR)

    def _why(self, organisation: Organisation) -> str:
        return ALONE if self.answerers.alone(self.finding) is not None else _why_not_heard(self, organisation)


class Waiving(Asking):
    """Agreements to live with one fault: the waivers of the plan."""

    TABLE, FORM, BY = "waivers", "FORM-13", "agreed_by"

    def _may(self) -> tuple[str, ...]:
        """Asked of the engine: on the plan with a waiver of every organisation, whose isn't theirs to agree to?

        Raises `plan.edit.Refused` where the waivers of the plan are written so that they can't be set aside.
        """
        import tomli_w

        session, today = self.session, self.plan.today
        entry = {"rule": self.finding.rule.code, "at": self.finding.at, "reason": "-", "covers": self.covers}
        tried = [{**entry, "agreed_by": id, "on": today, "until": today} for id in self.ids]
        has_some = self.TABLE in (session.file.values or {})
        text = session.preview([Remove((self.TABLE,))]).text if has_some else session.text
        file = read_text(session.name, f"{text}\n{tomli_w.dumps({self.TABLE: tried})}", session.file, session.today)
        after = review(file, thresholds=session.thresholds, sets=session.sets)
        refused = {each.path[1] for each in after.loud if each.rule.code == self.FORM}
        return tuple(id for index, id in enumerate(self.ids) if index not in refused)

    def _why(self, organisation: Organisation) -> str:
        if self.finding.rule.waived_by:
            return NAMED
        return ALONE if self.answerers.alone(self.finding) is not None else _why_not_heard(self, organisation)


def _why_not_heard(asking: Asking, organisation: Organisation) -> str:
    judge = asking.finding.judged_by
    if judge == ORGANISER:
        return LED if asking.answerers.scene.led_by_any(organisation.id, asking.populations) else NOT_ORGANISING
    if organisation.led_by is None:
        return UNSTATED
    # A waiver of what both judge needs those concerned; an answer may come from the organisers as well.
    return NEITHER if judge == BOTH and isinstance(asking, Judging) else NOT_LED


def moved_to(day: datetime.date) -> Edit:
    """The edit that lets the plan speak from another day."""
    return Set(("as_of",), day)
