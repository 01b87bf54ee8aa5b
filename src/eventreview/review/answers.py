"""Answers that came back from an organisation: which of them become judgements of the plan, and why others don't.

An answer is believed about whose it is: the file can't prove it, and whoever takes it in vouches for it. All else is
looked at: that this organisation may answer, that the question is still open, and that the plan still holds the values
which the answer is about.
"""

from __future__ import annotations

import datetime

from eventreview.plan import outing
from eventreview.plan.suggest import nearest
from eventreview.plan.vocabulary import VERDICTS
from eventreview.review.digests import covers
from eventreview.review.engine import OBJECTS
from eventreview.review.questions import Answerers, is_asked
from eventreview.rules import catalogue
from eventreview.rules.known import KNOWN
from eventreview.rules.outcome import NOBODY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Plan
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Rule

TABLE = "answers"
KEYS = ("rule", "at", "by", "covers", "verdict", "reason", "on")
TEXTS = ("rule", "at", "by", "covers")
# Why a judgement that was just taken in would be without effect (FORM-12); what others still have to say isn't among them.
WITHOUT_EFFECT = (
    "no-such-rule",
    "no-such-object",
    "dated-ahead",
    "not-theirs-to-answer",
    "cannot-settle",
    "asked-again",
)


class NotAnswers(Exception):
    """A file that holds no answers.

    message_id: unknown-key or not-entries. params: `key`, `suggestion` ("" for none).
    """

    def __init__(self, message_id: str, **params: object) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params = params


class Refusal(Exception):
    """An answer that isn't taken in.

    number: which of the file's answers, from 1. params: what its sentence needs, hidden where SAF-1 forbids it.
    """

    def __init__(self, message_id: str, **params: object) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params = params
        self.number = 0


class Taken:
    """What becomes of a file of answers.

    judgements: entries to add to the plan, as values. refused: answers that can't be taken in. known: how many stand in
    the plan already. unanswered: how many have no verdict.
    """

    __slots__ = ("judgements", "known", "refused", "unanswered")

    def __init__(self) -> None:
        self.judgements: list[dict[str, object]] = []
        self.refused: list[Refusal] = []
        self.known = 0
        self.unanswered = 0


def entries_of(values: dict[str, object]) -> list[dict[str, object]]:
    """The answers in a parsed file. Raises NotAnswers."""
    for key in values:
        if key != TABLE:
            raise NotAnswers("unknown-key", **_near(key, (TABLE,)))
    entries = values.get(TABLE, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise NotAnswers("not-entries")
    return entries


def taken(review: Review, plan: Plan, entries: Sequence[dict[str, object]]) -> Taken:
    """What the answers come to on this plan."""
    result = Taken()
    reader = _Reader(review, plan)
    for number, entry in enumerate(entries, 1):
        try:
            judgement = reader.judgement(entry)
            if judgement is None:
                result.unanswered += 1
            elif reader.is_known(judgement, result.judgements):
                result.known += 1
            else:
                result.judgements.append(judgement)
        except Refusal as refusal:
            refusal.number = number
            result.refused.append(refusal)
    return result


def without_effect(review: Review, first: int) -> list[Finding]:
    """FORM-12 on the judgements of a plan from the index `first` on, but where others have a say as well."""
    return [
        finding
        for finding in review.loud
        if finding.rule.code == "FORM-12"
        and finding.message_id in WITHOUT_EFFECT
        and isinstance(index := finding.path[1], int)
        and index >= first
    ]


class _Reader:
    """Reads answers against one plan."""

    def __init__(self, review: Review, plan: Plan) -> None:
        self.review = review
        self.plan = plan
        self.answerers = Answerers(plan)

    def judgement(self, entry: dict[str, object]) -> dict[str, object] | None:
        """The judgement that an answer makes; None where it has no verdict. Raises Refusal."""
        for key in entry:
            if key not in KEYS:
                raise Refusal("unknown-key", **_near(key, KEYS))
        reason = _reason(entry)
        if "verdict" not in entry:
            if reason or "on" in entry:
                raise Refusal("no-verdict")
            return None
        texts = {key: _text(entry, key) for key in TEXTS}
        verdict = _word(entry["verdict"])
        on = self._day(entry.get("on"))
        rule = _rule(texts["rule"])
        table = self._object(rule, texts["at"])
        self._check(rule, table, texts["by"], texts["covers"])
        judgement: dict[str, object] = {
            "rule": rule.code,
            "at": table.at,
            "verdict": verdict,
            "by": texts["by"],
            "on": on,
            "covers": texts["covers"],
        }
        return {**judgement, "reason": reason} if reason else judgement

    def is_known(self, judgement: dict[str, object], others: Sequence[dict[str, object]]) -> bool:
        """Whether the plan or an answer before says the same already. Raises Refusal where it says something else."""
        said = [each["verdict"] for each in others if all(each[key] == judgement[key] for key in TEXTS)]
        here = [f for f in self.review.findings if f.rule.code == judgement["rule"] and f.at == judgement["at"]]
        said += [answer.verdict for f in here for answer in f.answers if answer.by == judgement["by"]]
        said += [
            each.verdict
            for each in self.plan.judgements
            if (catalogue.code_of(each.rule), each.at_, each.by, each.covers)
            == (judgement["rule"], judgement["at"], judgement["by"], judgement["covers"])
        ]
        if any(verdict != judgement["verdict"] for verdict in said):
            raise Refusal("answered-otherwise", **_named(judgement))
        if not said and not any(is_asked(f) and self.answerers.may_answer(f, str(judgement["by"])) for f in here):
            raise Refusal("not-asked", **_named(judgement))
        return bool(said)

    def _day(self, on: object) -> datetime.date:
        if on is None:
            return self.plan.today
        if not isinstance(on, datetime.date) or isinstance(on, datetime.datetime):
            raise Refusal("no-day")
        if on > self.plan.today:
            raise Refusal("dated-ahead", date=on, today=self.plan.today)
        return on

    def _object(self, rule: Rule, at: str) -> Table:
        looked_at = [table for check in rule.checks for table in OBJECTS[check.kind](self.plan)]
        found = next((table for table in looked_at if table.at == at), None)
        if found is None:
            near = _near(at, [table.at for table in looked_at])
            raise Refusal("no-such-object", rule=rule.code, at=near["key"], suggestion=near["suggestion"])
        return found

    def _check(self, rule: Rule, table: Table, by: str, digest: str) -> None:
        """Whether this organisation may answer, about the values as they stand. Raises Refusal."""
        params = {"rule": rule.code, "at": table.at, "by": _shown(by)}
        if self.answerers.scene.organisation(by) is None:
            ids = [each.id for each in self.plan.organisations if each.id is not None]
            raise Refusal("no-such-organisation", **{**params, "suggestion": _near(by, ids)["suggestion"]})
        here = [f for f in self.review.findings if f.rule is rule and f.object_path == table.path]
        if not here or all(f.judged_by == NOBODY for f in here):
            raise Refusal("not-asked", **params)
        if not any(self.answerers.may_answer(finding, by) for finding in here):
            raise Refusal("not-theirs", **params)
        if digest != covers(self.plan, rule, table):
            raise Refusal("changed", **params)


def _named(judgement: dict[str, object]) -> dict[str, object]:
    return {key: judgement[key] for key in ("rule", "at", "by")}


def _text(entry: dict[str, object], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise Refusal("missing-key", key=key)
    return value


def _word(verdict: object) -> str:
    if isinstance(verdict, str) and verdict in VERDICTS:
        return verdict
    near = nearest(verdict, VERDICTS) if isinstance(verdict, str) else []
    raise Refusal("no-such-verdict", suggestion=near[0] if near else "")


def _reason(entry: dict[str, object]) -> str:
    reason = entry.get("reason", "")
    if not isinstance(reason, str):
        raise Refusal("no-text")
    if outing.reveals(reason):
        raise Refusal("outing")
    return reason.strip()


def _rule(word: str) -> Rule:
    rule = catalogue.find(word)
    if rule is None and catalogue.code_of(word) is not None:
        raise Refusal("rule-not-built", rule=_shown(word))
    if rule is None:
        near = _near(word, (*KNOWN, *KNOWN.values()))
        raise Refusal("no-such-rule", rule=near["key"], suggestion=near["suggestion"])
    return rule


def _near(word: str, candidates: Sequence[str]) -> dict[str, str]:
    """A word of the answers as a sentence may repeat it, and what it was probably meant to be, "" for nothing near."""
    near = nearest(word, candidates)
    return {"key": _shown(word), "suggestion": near[0] if near else ""}


def _shown(word: str) -> str:
    return outing.echoed(None, word)
