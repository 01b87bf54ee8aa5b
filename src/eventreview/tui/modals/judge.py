"""Recording what an organisation answered to a question: who may answer, on what, and what was answered already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.language.labels import label_of_value
from eventreview.plan import outing
from eventreview.report import answering as said
from eventreview.report import sentences
from eventreview.review.answering import Judging
from eventreview.rules.outcome import TO_BE_JUDGED
from eventreview.tui.form_checks import Problem
from eventreview.tui.form_options import Option
from eventreview.tui.modals.answering import AnsweringModal, section
from eventreview.tui.outlook import prefilled
from eventreview.tui.safetext import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding


class JudgeModal(AnsweringModal):
    """Records an answer to the question of a finding."""

    KEYS = ("by", "verdict", "reason")
    NEEDED = ("by", "verdict")
    asking: Judging

    def heading(self) -> str:
        """Which question, on what."""
        finding = self.asking.finding
        subject = sentences.subject(self.asking.session.file, finding)
        return _("Answer to {rule} {name} · {subject}").format(
            rule=finding.rule.code, name=finding.rule.name, subject=subject
        )

    def above(self) -> Iterator[Content]:
        """The question, what the plan does, the answers so far, and whose words are recorded."""
        finding = self.asking.finding
        who = sentences.who(finding)
        question = sentences.question(finding.rule)
        yield safe(pgettext("question", "{who}: {question}").format(who=who, question=question), "bold")
        yield safe(sentences.message(finding))
        answers = [said.entry(self.asking, each) for each in self.asking.entries()]
        if finding.result == TO_BE_JUDGED and _differ(finding):
            answers.append(_("Two answers that differ stand side by side, and the question stays open."))
        if answers:
            yield section(_("Answers so far"), answers)
        may = self.asking.may
        if len(may) == 1:
            yield safe(_("Record only what {organisation} said; it alone may answer.").format(organisation=may[0]))
        elif may:
            yield safe(_("Record only what an organisation said itself; nobody answers in its place."))
        else:
            yield safe(_("No organisation of this plan may answer this, and nobody answers in its place."), "$warning")

    def below(self) -> Iterator[Content]:
        """Who may answer and who not, and the values that the answer is about."""
        if self.asking.may:
            may = [said.organisation(self.asking, each) for each in self.asking.may]
            yield section(_("Who may answer"), may)
        barred = said.barred(self.asking)
        if barred:
            yield section(_("Who may not answer"), barred)
        evidence = list(said.evidence(self.asking))
        if evidence:
            yield section(_("What is judged"), evidence)

    def options(self, key: str) -> tuple[Option, ...] | None:
        """The organisations that may answer, and the answers that there are."""
        if key == "by":
            return tuple(Option(each, said.organisation(self.asking, each)) for each in self.asking.may)
        if key == "verdict":
            return tuple(Option(each, label_of_value("judgements.verdict", each)) for each in self.asking.verdicts)
        return None

    def begun(self) -> dict[str, object]:
        """The only organisation that may answer, and what it said before."""
        if len(self.asking.may) != 1:
            return {}
        (by,) = self.asking.may
        standing = self.asking.of(by)
        before = prefilled(standing[0], ("verdict", "reason")) if standing else {}
        if before.get("verdict") not in self.asking.verdicts or outing.reveals(str(before.get("reason", ""))):
            before = {}
        return {"by": by, **before}

    def key_of_flaw(self) -> str:
        """The answer itself."""
        return "verdict"

    def remarks(self, by: str | None, after: Sequence[Finding]) -> dict[str, Problem]:
        """That the answer differs from another, or takes the place of one."""
        if any(each.result == TO_BE_JUDGED and _differ(each) for each in after):
            text = _("This differs from another answer: both stand side by side, and the question stays open.")
            return {"verdict": Problem(text, False)}
        if by is not None and self.asking.of(by):
            return {"by": Problem(_("It has answered before; this takes the place of that answer."), False)}
        return {}


def _differ(finding: Finding) -> bool:
    return len({each.verdict for each in finding.answers}) > 1
