"""Why a rule comes to its result on a plan: what it read and where, what decided, and what would change the result.

This is the plan as its owner sees it: its text is shown as it stands, but for what SAF-1 forbids (SAF-6). A rule that
compares who holds two places says nothing of them, here neither. Each value has a line of its own, so that no line puts
a name beside a population.
"""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, words
from eventreview.plan import outing
from eventreview.plan.faults import path_text
from eventreview.plan.fields import Table
from eventreview.plan.model import Place
from eventreview.plan.vocabulary import SINGLE_TABLES
from eventreview.report import sentences
from eventreview.report.full import wrapped
from eventreview.report.marks import visible
from eventreview.report.quote import BLANK
from eventreview.report.values import BLANKED, SHOWN, Values, said
from eventreview.review.digests import NOT_IN_IT, read_values
from eventreview.review.questions import Answerers, is_asked, object_of
from eventreview.rules.outcome import (
    BOTH,
    MET,
    NOBODY,
    NOT_APPLICABLE,
    NOT_MET,
    NOT_STATED,
    NOT_YET,
    TO_BE_JUDGED,
    WAIVED,
)
from eventreview.rules.rule import LAST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Path
    from eventreview.plan.model import Plan
    from eventreview.report.values import Row
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Rule


# Values shown for each finding where several are explained at once.
MOST_OF_EACH = 12
# The key that links two places of one holder; a rule that reads it is about who people are.
HOLDER = "person"


def render(review: Review, plan: Plan, rule: Rule, findings: Sequence[Finding], brief: bool = False) -> str:
    """The explanation of these findings of one rule. brief: of each only the first of the values read."""
    page = _Page(review, plan, rule, brief)
    lines = list(page.head())
    for finding in findings:
        lines += ["", *page.finding(finding)]
    if not findings:
        lines += ["", *wrapped(page.nothing(), "", "")]
    lines += list(page.sources())
    return "".join(f"{line}\n" for line in lines)


class _Page:
    def __init__(self, review: Review, plan: Plan, rule: Rule, brief: bool) -> None:
        self.file = review.file
        self.plan = plan
        self.rule = rule
        self.brief = brief
        self.answerers = Answerers(plan)
        self.told: set[Path] = set()
        about_holders = any(spec.rpartition(".")[2] == HOLDER for spec in rule.reads)
        self.values = Values(review.file, BLANKED if about_holders else SHOWN)

    def head(self) -> Iterator[str]:
        yield f"{self.rule.code} {self.rule.name}"
        yield from wrapped(sentences.what(self.rule), "  ", "  ")
        facts = [visible(self.file.name)]
        if self.plan.stage is not None:
            stage = labels.label_of_value("stage", self.plan.stage)
            facts.append(_("stage: {stage}").format(stage=stage))
        day = words.date(self.plan.today)
        facts.append(
            _("read on {date}, its as_of").format(date=day)
            if self.plan.today_from == "as_of"
            else _("read on {date}").format(date=day)
        )
        yield from wrapped(" · ".join(facts), "  ", "    ")
        yield from wrapped(
            _(
                "This is for whoever keeps the plan: its values aren't redacted, they are shown as they stand. Only what "
                "SAF-1 forbids is blanked."
            ),
            "  ",
            "  ",
        )

    def nothing(self) -> str:
        if self.plan.stage is None and not self.rule.any_stage:
            return _("The plan's stage can't be read, so {rule} wasn't looked at.").format(rule=self.rule.code)
        return _("{rule} found nothing in this plan to speak about.").format(rule=self.rule.code)

    def finding(self, finding: Finding) -> Iterator[str]:
        """Everything about one finding."""
        subject = [sentences.subject(self.file, finding), sentences.populations(finding)]
        place = self.place(finding.line)
        yield visible(" · ".join(filter(None, (place, *subject))))
        result = f"{sentences.sign(finding)} {sentences.label(finding)}"
        yield from _wrapped(_("{label}: {text}").format(label=result, text=sentences.message(finding)), "  ", "    ")
        if self.brief and finding.result == NOT_APPLICABLE and not finding.decision:
            return
        for heading, lines in (
            (_("What decided"), self.decision(finding)),
            (_("What was read"), self.read(finding)),
            (_("Also concerned"), self.related(finding)),
            (_("Who judges"), self.judges(finding)),
            (_("What would change the result"), self.remedies(finding)),
        ):
            shown = list(lines)
            if shown:
                yield f"  {heading}"
                yield from shown

    def place(self, line: int | None) -> str:
        return f"{self.file.name}:{line}" if line is not None else self.file.name

    # What decided

    def decision(self, finding: Finding) -> Iterator[str]:
        for sentence in self.branch(finding):
            yield from _item(sentence)
        if finding.path != finding.object_path and finding.rule.family != "FORM":
            key = path_text(finding.path[len(finding.object_path) :])
            # The name of a key that no plan may hold is kept out of its path, and the key stands in the file all the same.
            there = outing.HIDDEN in finding.path or self.file.positions.node(finding.path) is not None
            where = self.place(finding.line) if there else _("not in the plan")
            yield from _item(_("It is about the key {key} ({where}).").format(key=key, where=where))

    def branch(self, finding: Finding) -> Iterator[str]:
        stage = finding.params.get("stage")
        if finding.decision == "stage" and isinstance(stage, str):
            yield _("The stage, before the rule's list: the rule speaks from the stage “{stage}” on.").format(
                stage=labels.label_of_value("stage", stage)
            )
        elif finding.decision:
            yield _("Line {line} of the rule's list.").format(line=finding.decision)
        elif finding.result == NOT_APPLICABLE:
            yield _("The rule's condition: it isn't about this, so its list wasn't gone through.")
        else:
            yield _("The reading of the file: this is seen before any rule has its turn.")
        if finding.answers and finding.result in (MET, NOT_APPLICABLE):
            yield _("Then an answer settled it.")
        elif finding.answers and finding.result == TO_BE_JUDGED:
            differ = len({answer.verdict for answer in finding.answers}) > 1
            yield _("The answers differ, so it stays open.") if differ else _("Others have yet to answer.")
        if finding.waiver is not None:
            yield _("Then a waiver covered it: {waiver} Reason given: {reason}").format(
                waiver=sentences.waived(finding), reason=_masked(finding.waiver.reason)
            )

    # What was read

    def read(self, finding: Finding) -> Iterator[str]:
        table = self.answerers.tables.get(finding.object_path)
        if table is None or not self.rule.reads or finding.rule.family == "FORM":
            return
        if table.path in self.told:
            yield from _item(_("The same as above."))
            return
        self.told.add(table.path)
        groups: dict[Path, tuple[Table, list[Row]]] = {}
        shown = left = 0
        for owner, key, value in read_values(self.plan, self.rule, table):
            if self.brief and shown >= MOST_OF_EACH:
                left += 1
                continue
            rows = list(self.values.rows(owner, key, value))
            shown += len(rows)
            groups.setdefault(owner.path, (owner, []))[1].extend(rows)
        for owner, row in self.absent(table):
            groups.setdefault(owner.path, (owner, []))[1].append(row)
        for owner, rows in groups.values():
            yield visible(f"    {sentences.subject_of(object_of(owner))}")
            for line, text in rows:
                where = self.place(line) if line is not None else "–"
                yield visible(f"      {where}  {text}")
        if left:
            said = ngettext("and {n} more value; {code}@ID shows all", "and {n} more values; {code}@ID shows all", left)
            yield f"      {said.format(n=left, code=self.rule.code)}"
        if LAST in self.rule.after:
            yield from _item(_("The results of all other rules as well"))
        elif self.rule.after:
            yield from _item(_("The results of these rules as well: {rules}").format(rules=words.join(self.rule.after)))

    def absent(self, table: Table) -> Iterator[tuple[Table, Row]]:
        """The keys that the rule would have read of the object, its panel and the single tables, and didn't find."""
        for spec in self.rule.reads:
            owner_name, dot, key = spec.rpartition(".")
            owner = self.owner(table, owner_name) if dot else table
            field = owner.FIELDS.get(key) if owner is not None and spec not in NOT_IN_IT and "[" not in spec else None
            if owner is None or field is None:
                continue
            if key in owner.removed:
                yield owner, (None, said(key, _("can't be read")))
            elif not owner.has(key):
                text = _("not in the plan")
                if field.default is not None:
                    text = _("not in the plan, and counts as {word}").format(word=field.default)
                yield owner, (None, said(key, text))

    def owner(self, table: Table, name: str) -> Table | None:
        nested = table.FIELDS.get(name)
        if nested is not None and nested.kind == "table":
            found = getattr(table, nested.name)
            return found if isinstance(found, Table) else None
        if name in SINGLE_TABLES:
            single = getattr(self.plan, name)
            return single if isinstance(single, Table) else None
        return table.parent if name == "panel" and isinstance(table, Place) else None

    def related(self, finding: Finding) -> Iterator[str]:
        for each in finding.related:
            subject = sentences.subject_at(self.file, each.path)
            yield visible(f"    {self.place(self.values.line(each.path))}  {subject}")

    # Who judges, what would change it

    def judges(self, finding: Finding) -> Iterator[str]:
        if finding.judged_by in ("", NOBODY):
            yield from _item(_("The data alone."))
            return
        who = self.answerers.who(finding)
        judge = sentences.who(finding)
        if self.answerers.alone(finding) is not None:
            text = _("{organisation} alone").format(organisation=words.join(who) or "–")
        elif who:
            text = _("{judge}; in this plan: {organisations}").format(judge=judge, organisations=words.join(who))
        else:
            text = _("{judge}; no organisation of this plan is among them").format(judge=judge)
        yield from _item(text)
        if is_asked(finding):
            yield from _item(sentences.question(self.rule))
        for answer in sentences.answers(finding):
            yield from _item(_("Answer of {answer}").format(answer=answer))

    def remedies(self, finding: Finding) -> Iterator[str]:
        if finding.result in (NOT_MET, TO_BE_JUDGED, NOT_STATED, WAIVED):
            yield from _item(sentences.remedy(self.rule))
        for subject, keys in sentences.missing_keys(self.file, finding):
            keys_shown = words.join(list(dict.fromkeys(keys)))
            yield from _item(_("Add to {subject}: {keys}").format(subject=subject, keys=keys_shown))
        if is_asked(finding):
            both = _("An answer of each side.") if finding.judged_by == BOTH else _("An answer of those who judge.")
            yield from _item(both)
        for choice in finding.choices():
            kind = labels.label_of_choice_kind(choice.kind)
            title = sentences.choice_title(self.rule, choice)
            yield from _item(_("{kind}: {title}").format(kind=kind, title=title))
        if finding.result == NOT_YET:
            yield from _item(_("Time, and the plan as it goes on."))
        elif finding.result in (MET, NOT_APPLICABLE):
            yield from _item(_("Nothing has to change. Other values than those read can give another result."))

    def sources(self) -> Iterator[str]:
        citations = sentences.citations(self.rule)
        if citations:
            yield ""
            yield _("Where it comes from")
            for citation in citations:
                yield from wrapped(citation, "  ", "    ")


def _masked(text: str) -> str:
    return BLANK if outing.reveals(text) else text


def _item(text: str) -> Iterator[str]:
    return _wrapped(text, "    ", "      ") if text else iter(())


def _wrapped(text: str, first: str, others: str) -> Iterator[str]:
    return wrapped(visible(text), first, others)
