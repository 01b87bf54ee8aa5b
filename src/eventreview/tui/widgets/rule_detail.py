"""One rule in full, and what it says of the open plan, one line a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, pgettext
from eventreview.report import sentences
from eventreview.rules.outcome import NOT_APPLICABLE
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET, tint_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.rules.rule import Rule

MOST = 200


class RuleDetail(Vertical):
    """The results of a rule on the plan as a list, and its texts below."""

    def __init__(self, session: Session | None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._shown: list[Finding] = []

    def compose(self) -> ComposeResult:
        """The head, the results, the texts."""
        yield Static(id="rule-head")
        yield Static(id="rule-on-plan")
        yield OptionList(id="rule-results", markup=False, compact=True)
        with VerticalScroll(id="rule-text"):
            yield Static(id="rule-body")

    @property
    def _results(self) -> OptionList:
        return self.query_one("#rule-results", OptionList)

    def show(self, rule: Rule | None, found: Sequence[Finding]) -> None:
        """Shows a rule with its findings on the plan; nothing for None."""
        told = [finding for finding in found if finding.result != NOT_APPLICABLE]
        # What somebody has to do something about comes first; the rest in the order of the file.
        told.sort(key=lambda finding: not finding.is_open)
        self._shown = told[:MOST]
        self._results.set_options([Option(self._result_content(each), id=str(i)) for i, each in enumerate(self._shown)])
        self._results.display = bool(self._shown)
        self._results.highlighted = 0 if self._shown else None
        on_plan = self.query_one("#rule-on-plan", Static)
        on_plan.display = rule is not None and self._session is not None
        self.query_one("#rule-head", Static).update(_head_content(rule))
        self.query_one("#rule-body", Static).update(_body_content(rule))
        if rule is not None and self._session is not None:
            on_plan.update(safe_line(_said_of_plan(self._session, rule, len(told), len(found)), style="bold"))
        self.query_one("#rule-text").scroll_home(animate=False)

    def _result_content(self, finding: Finding) -> Content:
        word = safe_line(f"{sentences.sign(finding)} {sentences.label(finding)}  ", style=tint_of(finding))
        subject = sentences.subject(self._session.file, finding) if self._session is not None else finding.at
        return Content.assemble(word, safe_line(subject), safe_line(f"  {sentences.short(finding)}", style=QUIET))

    def finding_of(self, option: Option) -> Finding | None:
        """The finding that a line of the results stands for."""
        return self._shown[int(option.id)] if option.id is not None else None

    @property
    def first(self) -> Widget:
        """Where the keys begin: at the results; where there are none, in the texts."""
        return self._results if self._shown else self.query_one("#rule-text")


def _said_of_plan(session: Session, rule: Rule, told: int, found: int) -> str:
    """What stands above the results."""
    if told > MOST:
        return _("On this plan, the first {n}").format(n=MOST)
    if told:
        return ngettext("On this plan: {n} result", "On this plan: {n} results", told).format(n=told)
    if rule.set != "form" and rule.set not in session.review.sets:
        return _("This rule isn’t in force: its set is off.")
    return _("On this plan: it concerns nothing here.") if found or rule.set != "form" else _("On this plan: no fault.")


def _head_content(rule: Rule | None) -> Content:
    if rule is None:
        return safe("")
    facts = (gravity(rule), labels.label_of_set(rule.set) if rule.set != "form" else "", _stage(rule))
    who = pgettext("rule", "judged by: {who}").format(who=judge(rule))
    lines = [safe_line(f"{rule.code} {rule.name}", style="bold"), safe(" · ".join(filter(None, facts)), QUIET)]
    return Content("\n").join([*lines, safe(who, QUIET)])


def _body_content(rule: Rule | None) -> Content:
    sections = _sections(rule) if rule is not None else ()
    parts = [safe(heading, "bold") + safe(f"\n{text}") for heading, text in sections]
    return Content("\n\n").join(parts)


def _sections(rule: Rule) -> Iterator[tuple[str, str]]:
    for heading, text in (
        (_("What it asks"), sentences.what(rule)),
        (_("Why it matters"), sentences.why(rule)),
        (_("What to do"), sentences.remedy(rule)),
        (_("The question"), sentences.question(rule)),
        (_("Where it comes from"), "\n\n".join(sentences.citations(rule))),
        (_("The keys it reads"), ", ".join(rule.reads)),
    ):
        if text:
            yield heading, text


def gravity(rule: Rule) -> str:
    """How grave a breach is, or that the rule only asks."""
    return labels.label_of_severity(rule.severity) if rule.severity else pgettext("finding", "question")


def judge(rule: Rule) -> str:
    """Who judges, in words."""
    if rule.judged_by_itself:
        return _("the organisation itself")
    return labels.label_of_judge(rule.judged_by) if rule.judged_by != "nobody" else _("the data alone")


def _stage(rule: Rule) -> str:
    if rule.any_stage:
        return _("at any stage")
    stage = labels.label_of_value("stage", rule.stage)
    return pgettext("rule", "from the stage “{stage}” on").format(stage=stage)
