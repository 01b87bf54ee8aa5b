"""The findings as the list shows them: in groups, the gravest first, filtered by words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.report.full import HEADINGS, QUESTION_HEADINGS
from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_MET, NOT_STATED, NOT_YET, SEVERITIES, TO_BE_JUDGED, WAIVED
from eventreview.tui.folding import matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session

LEFT_ASIDE = "left-aside"
# Folded under their count until somebody asks for them.
FOLDED = (NOT_STATED, NOT_YET, WAIVED, LEFT_ASIDE, MET)
ORDER = (NOT_MET, *QUESTION_HEADINGS, *FOLDED)
TITLES = {NOT_MET: "Not met", **QUESTION_HEADINGS, **HEADINGS, LEFT_ASIDE: "Left aside", MET: "Met"}


@dataclass(frozen=True)
class Group:
    """Findings under one heading. id: a result, who judges, or `LEFT_ASIDE`."""

    id: str
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The heading in words."""
        return pgettext("heading", TITLES[self.id])

    @property
    def folds(self) -> bool:
        """Whether it is folded under its count at first."""
        return self.id in FOLDED


def grouped(session: Session, words: str = "") -> list[Group]:
    """The groups that have findings, in order; in each the errors first, then the order of the file.

    words: only findings that hold all of these in their rule, subject, message or label. Not applicable: never.
    """
    found: dict[str, list[Finding]] = {group: [] for group in ORDER}
    for finding in session.findings():
        group = _group_of(session, finding)
        if group is not None and (not words or matches(words, _text_of(session, finding))):
            found[group].append(finding)
    for findings in found.values():
        findings.sort(key=_weight)
    return [Group(group, tuple(findings)) for group, findings in found.items() if findings]


def _group_of(session: Session, finding: Finding) -> str | None:
    if finding.is_open and session.is_skipped(finding):
        return LEFT_ASIDE
    if finding.result == TO_BE_JUDGED:
        return finding.judged_by
    if finding.result == MET_WITHHELD:
        return MET
    return finding.result if finding.result in ORDER else None


def _weight(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity) if finding.result == NOT_MET and finding.severity else 0


def _text_of(session: Session, finding: Finding) -> str:
    return " ".join(
        (
            finding.rule.code,
            finding.rule.name,
            sentences.label(finding),
            sentences.subject(session.file, finding),
            sentences.populations(finding),
            sentences.message(finding),
        )
    )


def open_ones(groups: Sequence[Group]) -> Iterator[Finding]:
    """The findings that somebody still has to do something about, in the order of the list."""
    for group in groups:
        if not group.folds:
            yield from group.findings


def without_one(groups: Sequence[Group]) -> str:
    """What is said where the cursor is on no finding."""
    if not groups:
        return _("No finding has these words. Esc shows all again.")
    if next(open_ones(groups), None) is None:
        return _("Nothing here waits for anybody now. z unfolds the rest.")
    return _("Enter unfolds this group, z all of them.")


def messages() -> list[tuple[str, str]]:
    """The headings, as (context, msgid)."""
    return [("heading", title) for title in TITLES.values()]
