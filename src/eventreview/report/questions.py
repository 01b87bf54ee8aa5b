"""Questions as a file that an organisation fills in and sends back, and what is said of answers that aren't taken in.

The file leaves the plan's folder: it is TOML of which all that isn't for the program stands in comments, and it is
redacted as every report is (SAF-6). What other organisations answered isn't in it: each answers for itself.
"""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, words
from eventreview.plan import outing
from eventreview.plan.model import Consultation, Place, key_order
from eventreview.plan.toml import written
from eventreview.report import sentences
from eventreview.report.full import wrapped
from eventreview.report.marks import visible
from eventreview.report.values import LEFT_OUT, Values
from eventreview.review.digests import read_values
from eventreview.review.questions import object_of
from eventreview.rules.closed import in_caucus

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.file import PlanFile
    from eventreview.report.values import Row
    from eventreview.review.answers import NotAnswers, Refusal
    from eventreview.review.questions import Answerers, Question

# Values of the plan that one question quotes at most.
MOST_QUOTED = 24


def render(file: PlanFile, answerers: Answerers, by: str, questions: Sequence[Question], waiting: int) -> str:
    """The questions to an organisation as TOML. waiting: how many it has answered that wait for others."""
    sheet = _Sheet(file, answerers, by)
    lines = list(sheet.head(waiting))
    for number, question in enumerate(questions, 1):
        lines += ["", *sheet.question(question, number, len(questions))]
    return "".join(f"{line}\n" for line in lines)


class _Sheet:
    def __init__(self, file: PlanFile, answerers: Answerers, by: str) -> None:
        self.file = file
        self.answerers = answerers
        self.plan = answerers.plan
        self.by = by
        self.values = Values(file, LEFT_OUT)

    def head(self, waiting: int) -> Iterator[str]:
        import os

        name = next((each.name for each in self.plan.organisations if each.id == self.by), None)
        plan = _outside(os.path.basename(self.file.name))
        organisation = f"{self.by} – {_outside(name)}" if name else self.by
        yield from _comment(_("Questions to {organisation}").format(organisation=organisation))
        title = _outside(self.plan.event.title or "")
        if title:
            yield from _comment(_("About the event “{title}”").format(title=title))
        date = words.date(self.plan.today)
        yield from _comment(_("From the plan {plan}, as it stands on {date}").format(plan=plan, date=date))
        yield "#"
        for text in (
            _(
                "The plan asks this of your organisation. Each question stands above a block that begins with "
                "[[answers]]; nobody has to answer all of them."
            ),
            _(
                "To answer, take away the # before verdict and keep one of the words beside it: met (it is as it should "
                "be), not-met (it isn't), not-applicable (the question doesn't arise here). A reason and a day help and "
                "aren't needed."
            ),
            _("Please name no person and give no address or number: others read the plan."),
            _(
                "Leave rule, at, by and covers as they are. Where the plan changes meanwhile in what a question is "
                "about, the question will be asked again."
            ),
            _("Then send the file back to whoever sent it to you, who takes the answers into the plan with:"),
        ):
            yield from _comment(text)
        yield from _comment(f"  eventreview questions {plan} --merge {_('FILE')}")
        if waiting:
            yield "#"
            said = ngettext(
                "{n} answer of yours is in the plan already; others have a say on it as well.",
                "{n} answers of yours are in the plan already; others have a say on them as well.",
                waiting,
            )
            yield from _comment(said.format(n=waiting))

    def question(self, question: Question, number: int, count: int) -> Iterator[str]:
        rule, findings = question.rule, question.findings
        subject = sentences.subject(self.file, findings[0])
        yield from _comment(
            _("{number} of {count}: {subject} ({rule} {name})").format(
                number=number, count=count, subject=subject, rule=rule.code, name=rule.name
            )
        )
        yield from _labelled(_("What counts"), sentences.what(rule))
        for finding in findings:
            yield from _labelled(_("What the plan does"), sentences.message(finding))
            if len(finding.populations) > 1:
                heard = self.answerers.heard_for(finding, self.by)
                yield from _labelled(
                    _("Your answer counts for"), words.join([labels.label_of_value("population", p) for p in heard])
                )
        yield from _labelled(_("The question"), sentences.question(rule))
        if any(finding.answers for finding in findings):
            yield from _comment(_("Others have answered this already. Your answer is asked for all the same."))
        yield from self.evidence(question)
        yield "[[answers]]"
        for key, value in (
            ("rule", rule.code),
            ("at", question.table.at),
            ("by", self.by),
            ("covers", question.covers),
        ):
            yield f"{key} = {written(value, (), key_order)}"
        # A warning or note that a judgement settles is settled by "met" alone.
        settles = all(finding.decision in rule.settles for finding in findings)
        others = '"not-met"' if settles else '"not-met", "not-applicable"'
        yield f'# verdict = "met"   # {_("or {words}").format(words=others)}'
        yield '# reason = ""'
        yield f"# on = {self.plan.today.isoformat()}"

    def evidence(self, question: Question) -> Iterator[str]:
        """The values that the question rests on, object by object."""
        groups: dict[Path, tuple[Table, list[Row]]] = {}
        hidden, quoted, left = False, 0, 0
        for owner, key, value in read_values(self.plan, question.rule, question.table):
            table = object_of(owner)
            if isinstance(table, Place) and in_caucus(table):
                hidden = True
                continue
            if self.is_others_word(table, key):
                continue
            rows = list(self.values.rows(owner, key, value))
            shown = rows[: max(MOST_QUOTED - quoted, 0)]
            quoted += len(shown)
            left += len(rows) - len(shown)
            if shown:
                groups.setdefault(table.path, (table, []))[1].extend(shown)
        for table, rows in groups.values():
            yield from _comment(_("In the file: {text}").format(text=sentences.subject_of(table)))
            yield from (f"# {line or '':>6} | {text}" for line, text in rows)
        if left:
            yield f"#        | {ngettext('and {n} more value', 'and {n} more values', left).format(n=left)}"
        if hidden:
            yield from _comment(_("No line about the places of a closed caucus is quoted."))

    def is_others_word(self, table: Table, key: str) -> bool:
        """Whether this is what another organisation said when it was asked: that is between it and the organisers."""
        field = table.FIELDS.get(key)
        if not isinstance(table, Consultation) or field is None or field.kind != "text":
            return False
        return self.by not in (table.by, table.with_)


def _outside(text: str) -> str:
    """Text of the plan as it may leave its folder: not at all where it holds a way to reach somebody."""
    return outing.HIDDEN if outing.reveals(text) else text


def _labelled(label: str, text: str) -> Iterator[str]:
    if text:
        yield from _comment(_("{label}: {text}").format(label=label, text=text), "#   ")


def _comment(text: str, others: str = "# ") -> Iterator[str]:
    """The text as comment lines: no line end of it gets out of them."""
    yield from wrapped(visible(text), "# ", others)


def not_answers(error: NotAnswers) -> str:
    """Why a file holds no answers."""
    if error.message_id == "unknown-key":
        return _unknown_key(error.params)
    return _("answers stand in blocks that begin with [[answers]]")


def refused(refusal: Refusal) -> str:
    """Why an answer isn't taken in."""
    params = {name: _shown(value) for name, value in refusal.params.items()}
    if refusal.message_id == "unknown-key":
        sentence = _unknown_key(refusal.params)
    else:
        sentence = _reasons()[refusal.message_id].format(**params)
        if params.get("suggestion"):
            sentence = _("{sentence}; did you mean {suggestion}?").format(sentence=sentence, **_suggested(params))
    return _("answer {number}: {sentence}").format(number=refusal.number, sentence=sentence)


def _suggested(params: dict[str, str]) -> dict[str, str]:
    return {"suggestion": params["suggestion"]}


def _unknown_key(params: dict[str, object]) -> str:
    if params["suggestion"]:
        return _("there is no key {key} here; did you mean {suggestion}?").format(**params)
    return _("there is no key {key} here").format(**params)


def _shown(value: object) -> str:
    import datetime

    return words.date(value) if isinstance(value, datetime.date) else str(value)


def _reasons() -> dict[str, str]:
    met, not_met, not_applicable = (
        f"{verdict} ({labels.label_of_value('judgements.verdict', verdict)})"
        for verdict in ("met", "not-met", "not-applicable")
    )
    verdicts = _("its verdict is none of {met}, {not_met}, {not_applicable}").format(
        met=met, not_met=not_met, not_applicable=not_applicable
    )
    return {
        "missing-key": _("the key {key} is missing or no text"),
        "no-verdict": _("it has a reason or a day, and no verdict"),
        "no-such-verdict": verdicts,
        "no-day": _("its day isn't written as a date such as 2027-03-20"),
        "no-text": _("its reason is no text"),
        "outing": _("its reason holds a way to reach somebody, and a plan never does"),
        "dated-ahead": _("it is dated {date}, after the plan's day, {today}; --today sets another"),
        "no-such-rule": _("there is no rule {rule}"),
        "rule-not-built": _("this version doesn't check {rule} yet"),
        "no-such-object": _("{rule} looks at nothing called {at} in this plan"),
        "no-such-organisation": _("the plan has no organisation {by}"),
        "not-theirs": _("{by} isn't among those whom {rule} asks about {at}"),
        "not-asked": _("{rule} asks nothing about {at}"),
        "changed": _("what {rule} reads about {at} has changed since; the question is asked again"),
        "answered-otherwise": _("{by} has already answered {rule} on {at} otherwise; take one of the two answers out"),
    }
