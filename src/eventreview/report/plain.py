"""Findings, changes and lines of a plan as plain sentences for its owner: for screen readers, pipes and dumb terminals.

Nothing here relies on colour, on signs alone or on where something stands on a screen. Comments and names are shown, for
the plan is the reader's own; what SAF-1 forbids isn't.
"""

from __future__ import annotations

from eventreview.language import current, labels, ngettext, pgettext
from eventreview.language import gettext as _
from eventreview.report import sentences
from eventreview.report.owner import owners_text
from eventreview.review.diff import ADDED, GAP, diff
from eventreview.rules.outcome import ERROR, NOT_MET, NOTE, TO_BE_JUDGED, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.file import PlanFile
    from eventreview.review.finding import Finding
    from eventreview.review.session import Change
    from eventreview.rules.rule import Choice

# At the beginning of a sentence, so with a capital.
WORDS = {ERROR: "Error", WARNING: "Warning", NOTE: "Note", TO_BE_JUDGED: "To be judged"}
# Lines around the ones that are meant, and the most that are read out.
AROUND, MOST = 1, 9


def _rule(finding: Finding) -> str:
    """The rule by its code; its name is English, and read aloud among other words it would be taken for a sentence."""
    name = f", {finding.rule.name.replace('-', ' ')}" if current() == "en" else ""
    return f"{finding.rule.code}{name}."


def finding_lines(file: PlanFile, finding: Finding, number: int, count: int) -> Iterator[str]:
    """A finding: which of how many, its weight, rule and place, then what was found, and who is asked what."""
    yield " ".join(
        (
            _("Finding {number} of {count}.").format(number=number, count=count),
            pgettext("plain", "{word}.").format(word=_word(finding)),
            _rule(finding),
            _place(file, finding),
        )
    )
    if finding.populations:
        yield _("Concerned: {populations}.").format(populations=sentences.populations(finding))
    yield sentences.message(finding)
    question = sentences.asked(finding)
    if question:
        yield question
    if finding.result == TO_BE_JUDGED and sentences.who(finding):
        yield _("Who may answer: {who}.").format(who=sentences.who(finding))
    yield from sentences.answers(finding)


def _word(finding: Finding) -> str:
    kind = finding.severity if finding.result == NOT_MET and finding.severity else TO_BE_JUDGED
    return pgettext("plain", WORDS[kind])


def _place(file: PlanFile, finding: Finding) -> str:
    subject = sentences.subject(file, finding)
    if finding.line is None:
        return _("About: {subject}.").format(subject=subject)
    return _("About: {subject}, line {line}.").format(subject=subject, line=finding.line)


def choice_lines(finding: Finding, choices: Sequence[Choice]) -> Iterator[str]:
    """The choices by number, with the kind of those that are no plain choice."""
    if not choices:
        yield _("No ready choice: this is changed in the file, or between people.")
        return
    yield _("Choices:")
    for number, choice in enumerate(choices, 1):
        title = sentences.choice_title(finding.rule, choice)
        kind = "" if choice.kind == "choice" else f" ({labels.label_of_choice_kind(choice.kind)})"
        yield f"{number}. {title}{kind}"


def why_lines(finding: Finding) -> Iterator[str]:
    """What the rule asks, why, what helps, and what it rests on."""
    rule = finding.rule
    yield from filter(None, (sentences.what(rule), sentences.why(rule), sentences.remedy(rule)))
    yield from sentences.citations(rule)


def file_lines(file: PlanFile, finding: Finding) -> Iterator[str]:
    """The lines of the file that a finding is about and one on each side; of many the first ones."""
    if finding.where is None:
        yield _("This is about no line of the file.")
        return
    first, _column, last, _end = finding.where
    lines = owners_text(file).removesuffix("\n").split("\n")
    end = min(last, first + MOST - 1) + AROUND
    for number in range(max(first - AROUND, 1), min(end, len(lines)) + 1):
        yield _("Line {line}: {text}").format(line=number, text=lines[number - 1].removesuffix("\r"))


def diff_lines(old: PlanFile, new: PlanFile) -> Iterator[str]:
    """What differs between two states of a plan, line by line, in words."""
    found = [line for line in diff(owners_text(old), owners_text(new), context=0) if line.sign != GAP]
    if not found:
        yield _("Only hidden values differ.")
    for line in found:
        if line.sign == ADDED:
            yield _("Added, line {line}: {text}").format(line=line.number, text=line.text)
        else:
            yield _("Removed, line {line}: {text}").format(line=line.number, text=line.text)


def change_sentence(change: Change) -> str:
    """What a change did to the open findings: "1 closed, 0 opened."; those that read otherwise now where there are any."""
    closed, changed, opened = len(change.closed), len(change.changed), len(change.opened)
    counts = [ngettext("{n} closed", "{n} closed", closed).format(n=closed)]
    if changed:
        counts.append(ngettext("{n} changed", "{n} changed", changed).format(n=changed))
    counts.append(ngettext("{n} opened", "{n} opened", opened).format(n=opened))
    return f"{', '.join(counts)}."


def messages() -> list[tuple[str, str]]:
    """The words for a finding's weight, as (context, msgid)."""
    return [("plain", word) for word in WORDS.values()]
