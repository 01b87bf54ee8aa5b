"""`--format full`, for people: what is not met first and in full, then the questions, then what to add, then a count."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, pgettext
from eventreview.plan import vocabulary as v
from eventreview.report import sentences
from eventreview.report.counts import Counts, summary
from eventreview.report.marks import visible
from eventreview.report.quote import Quotes
from eventreview.rules.outcome import BOTH, COMMUNITY, NOT_MET, NOT_STATED, NOT_YET, ORGANISER, TO_BE_JUDGED, WAIVED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventreview.report.run import Run
    from eventreview.review.finding import Finding, Review

WIDTH = 100
MOST_LINES = 3
BOLD, DIM, RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;34m", TO_BE_JUDGED: "\x1b[1;35m"}
QUESTION_HEADINGS = {
    COMMUNITY: "Questions for the community",
    ORGANISER: "Questions for the organisers",
    BOTH: "Questions for both sides, separately",
}
HEADINGS = {NOT_STATED: "Not stated", NOT_YET: "Not yet", WAIVED: "Waived"}


def render(run: Run, colour: bool = False) -> str:
    """The whole run as text. colour: with escape sequences for a terminal."""
    page = _Page(colour)
    total = Counts(())
    for review in run.reviews:
        findings = run.reported(review)
        if run.everything:
            page.in_full(review, findings)
        else:
            page.review(review, findings)
        counts = run.counts(review)
        total.add(counts)
        page.line(page.bold(f"{visible(review.file.name)}: ") + summary(counts))
        page.line()
    if len(run.reviews) > 1:
        n = len(run.reviews)
        page.line(page.bold(ngettext("{n} plan: ", "{n} plans: ", n).format(n=n)) + summary(total))
    return page.text()


class _Page:
    def __init__(self, colour: bool) -> None:
        self.colour = colour
        self.lines: list[str] = []

    def text(self) -> str:
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return "".join(f"{line}\n" for line in self.lines)

    def line(self, text: str = "") -> None:
        self.lines.append(text)

    def bold(self, text: str) -> str:
        return f"{BOLD}{text}{RESET}" if self.colour else text

    def dim(self, text: str) -> str:
        return f"{DIM}{text}{RESET}" if self.colour else text

    def review(self, review: Review, findings: list[Finding]) -> None:
        self.in_full(review, [f for f in findings if f.result == NOT_MET])
        self.questions(review, [f for f in findings if f.result == TO_BE_JUDGED])
        self.not_stated(review, [f for f in findings if f.result == NOT_STATED])
        self.not_yet([f for f in findings if f.result == NOT_YET])
        self.waived(review, [f for f in findings if f.result == WAIVED])

    def in_full(self, review: Review, findings: Iterable[Finding]) -> None:
        """Each finding with its lines; what a rule asks and why is said once for each plan."""
        quotes: Quotes | None = None
        told: set[str] = set()
        for finding in findings:
            if quotes is None and review.file.values is not None:
                quotes = Quotes(review.file)
            self.heading(review, finding)
            self.wrapped(sentences.message(finding), "  ")
            if quotes is not None:
                self.quotation(quotes, finding)
            if finding.result == TO_BE_JUDGED:
                self.wrapped(sentences.question(finding.rule), "  ")
            for answer in sentences.answers(finding):
                self.wrapped(answer, "  · ")
            if finding.result in (NOT_MET, TO_BE_JUDGED):
                self.background(finding, told)
            if finding.result == WAIVED:
                self.wrapped(sentences.waived(finding), "  ")
            self.line()

    def heading(self, review: Review, finding: Finding) -> None:
        place = f":{finding.line}:{finding.column}" if finding.line is not None else ""
        word = sentences.label(finding)
        tint = COLOURS.get(finding.severity or finding.result, "")
        word = f"{tint}{word}{RESET}" if self.colour and tint else word
        rule = f"{finding.rule.code} {finding.rule.name}"
        parts = [f"{visible(review.file.name)}{place}: {word} {rule}", visible(sentences.subject(review.file, finding))]
        concerned = sentences.populations(finding)
        if concerned:
            parts.append(visible(concerned))
        self.line(" · ".join(parts))

    def quotation(self, quotes: Quotes, finding: Finding) -> None:
        """The lines that the finding is about, the first few of them, the part it means underlined when it is one line."""
        if finding.where is None:
            return
        first, column, last, end = finding.where
        if first == last and end <= column:
            # The plan as a whole: its first line says nothing of what is found.
            return
        for number in range(first, min(last, first + MOST_LINES - 1) + 1):
            self.line(self.dim(f"  {number:>5} | ") + quotes.line(number))
        if last - first >= MOST_LINES:
            self.line(self.dim("        | …"))
        elif first == last:
            shown = quotes.line(first)
            width = min(end - column, max(len(shown) - column + 1, 1))
            self.line(self.dim("        | " + " " * (column - 1) + "^" * width))

    def background(self, finding: Finding, told: set[str]) -> None:
        code = finding.rule.code
        if code in told:
            return
        told.add(code)
        self.wrapped(" ".join(filter(None, (sentences.why(finding.rule), sentences.remedy(finding.rule)))), "  ")
        for citation in sentences.citations(finding.rule):
            self.wrapped(citation, "  ", dim=True)

    def questions(self, review: Review, findings: list[Finding]) -> None:
        for judge, heading in QUESTION_HEADINGS.items():
            asked = [f for f in findings if f.judged_by == judge]
            if not asked:
                continue
            self.line(self.bold(pgettext("heading", heading)))
            for finding in asked:
                self.aligned(review, finding, f"{sentences.short(finding)} {sentences.question(finding.rule)}")
                for answer in sentences.answers(finding):
                    self.wrapped(answer, "           · ")
            self.line()

    def not_stated(self, review: Review, findings: list[Finding]) -> None:
        """One line an object, with the keys to add."""
        wanted: dict[str, list[str]] = {}
        for finding in findings:
            for subject, keys in sentences.missing_keys(review.file, finding) or [
                (sentences.subject(review.file, finding), [finding.rule.code])
            ]:
                here = wanted.setdefault(subject, [])
                here += [key for key in keys if key not in here]
        if not wanted:
            return
        self.line(self.bold(pgettext("heading", HEADINGS[NOT_STATED])))
        width = min(max(map(len, wanted)), 40)
        for subject, keys in wanted.items():
            self.wrapped(f"{visible(subject):<{width}}  {visible(', '.join(keys))}", "  ", hang=width + 4)
        self.line()

    def not_yet(self, findings: list[Finding]) -> None:
        """A count by the stage that each waits for."""
        by_stage: dict[str, int] = {}
        for finding in findings:
            stage = finding.params.get("stage")
            by_stage[stage if isinstance(stage, str) else ""] = by_stage.get(str(stage or ""), 0) + 1
        if not by_stage:
            return
        self.line(self.bold(pgettext("heading", HEADINGS[NOT_YET])))
        for stage in (*v.STAGES, ""):
            n = by_stage.get(stage, 0)
            if n and stage:
                said = ngettext("{n} point from the stage “{stage}” on", "{n} points from the stage “{stage}” on", n)
                self.line("  " + said.format(n=n, stage=labels.label_of_value("stage", stage)))
            elif n:
                said = ngettext(
                    "{n} point once a coming date has passed", "{n} points once coming dates have passed", n
                )
                self.line("  " + said.format(n=n))
        self.line()

    def waived(self, review: Review, findings: list[Finding]) -> None:
        if not findings:
            return
        self.line(self.bold(pgettext("heading", HEADINGS[WAIVED])))
        for finding in findings:
            reason = finding.waiver.reason if finding.waiver is not None else ""
            said = _("{sentence} Reason given: {reason}").format(sentence=sentences.waived(finding), reason=reason)
            self.aligned(review, finding, said)
        self.line()

    def aligned(self, review: Review, finding: Finding, text: str) -> None:
        subject = visible(sentences.subject(review.file, finding))
        said = _("{subject}: {text}").format(subject=subject, text=text)
        self.wrapped(f"{finding.rule.code:<7} {said}", "  ", hang=10)

    def wrapped(self, text: str, indent: str, hang: int | None = None, dim: bool = False) -> None:
        for line in wrapped(visible(text), indent, " " * (len(indent) if hang is None else hang)):
            self.line(self.dim(line) if dim else line)


def wrapped(text: str, first: str, others: str) -> Iterator[str]:
    """The text in lines of at most WIDTH, broken at plain spaces only (a narrow no-break space holds)."""
    line = first
    empty = True
    for word in text.split(" "):
        if not empty and len(line) + 1 + len(word) > WIDTH:
            yield line
            line, empty = others, True
        line += word if empty else f" {word}"
        empty = False
    if not empty and line.strip():
        yield line


def messages() -> list[tuple[str, str]]:
    """The headings, as (context, msgid)."""
    return [("heading", text) for text in (*QUESTION_HEADINGS.values(), *HEADINGS.values())]
