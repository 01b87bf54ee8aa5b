"""The findings as the list shows them: in groups, the gravest first, sifted by words and facets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eventreview import language
from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.report.full import HEADINGS, QUESTION_HEADINGS
from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_MET, NOT_STATED, NOT_YET, SEVERITIES, TO_BE_JUDGED, WAIVED
from eventreview.tui.facets import NOTHING, RESULT, Chosen
from eventreview.tui.folding import searchable, sought

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session

# Words that every finding holds.
ANYTHING = " "
LEFT_ASIDE = "left-aside"
# Folded under their count until somebody asks for them.
FOLDED = (NOT_STATED, NOT_YET, WAIVED, LEFT_ASIDE, MET)
LISTED = frozenset((NOT_MET, TO_BE_JUDGED, NOT_STATED, NOT_YET, WAIVED, MET, MET_WITHHELD))
ORDER = (NOT_MET, *QUESTION_HEADINGS, *FOLDED)
TITLES = {NOT_MET: "Not met", **QUESTION_HEADINGS, **HEADINGS, LEFT_ASIDE: "Left aside", MET: "Met"}


@dataclass(frozen=True)
class Group:
    """Findings under one heading. id: a result, who judges, or `LEFT_ASIDE`. asked_for: by its result, in the facets."""

    id: str
    findings: tuple[Finding, ...]
    asked_for: bool = False

    @property
    def title(self) -> str:
        """The heading in words."""
        return pgettext("heading", TITLES[self.id])

    @property
    def folds(self) -> bool:
        """Whether it can be folded under its count."""
        return self.id in FOLDED


class Texts:
    """What each finding of a session is searched by, folded; made once for a review in a language."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made_for: tuple[int, str] | None = None
        self._texts: dict[int, str] = {}

    def prepare(self) -> None:
        """Makes the texts of all findings that the list can show; a thread can do it."""
        for _finding in listed(self._session, texts=self, words=ANYTHING):
            pass

    def holding(self, words: str, findings: Iterable[Finding]) -> Iterator[Finding]:
        """The findings that hold each of the words in their rule, label, subject, populations or message."""
        made_for = (self._session.generation, language.current())
        if made_for != self._made_for:
            self._made_for, self._texts = made_for, {}
        texts, needles = self._texts, sought(words)
        for finding in findings:
            text = texts.get(id(finding))
            if text is None:
                text = texts[id(finding)] = searchable(_text_of(self._session, finding))
            if all(needle in text for needle in needles):
                yield finding


def grouped(session: Session, words: str = "", chosen: Chosen = NOTHING, texts: Texts | None = None) -> list[Group]:
    """The groups that have findings, in order; in each the errors first, then the order of the file.

    words: only findings that hold all of these in their rule, subject, message or label. chosen: only those that pass
    these facets. Not applicable: never.
    """
    found: dict[str, list[Finding]] = {group: [] for group in ORDER}
    for finding in listed(session, words, texts):
        group = group_of(session, finding)
        if group is not None and (not chosen or chosen.keeps(finding)):
            found[group].append(finding)
    for findings in found.values():
        findings.sort(key=_weight)
    wanted = chosen.under(RESULT)
    return [Group(group, tuple(each), group in wanted) for group, each in found.items() if each]


def listed(session: Session, words: str = "", texts: Texts | None = None) -> Iterator[Finding]:
    """The findings that the list can show and that hold these words, in the order of the file."""
    findings = (finding for finding in session.findings() if finding.result in LISTED)
    return (texts or Texts(session)).holding(words, findings) if words else findings


def group_of(session: Session, finding: Finding) -> str | None:
    """The group that a finding stands in; None for one that the list never shows."""
    if finding.is_open and session.is_skipped(finding):
        return LEFT_ASIDE
    if finding.result == TO_BE_JUDGED:
        return finding.judged_by
    if finding.result == MET_WITHHELD:
        return MET
    return finding.result if finding.result in LISTED else None


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
        return _("No finding is left by these words and facets. Esc shows all again.")
    if next(open_ones(groups), None) is None:
        return _("Nothing here waits for anybody now. z unfolds the rest.")
    return _("Enter unfolds this group, z all of them.")


def messages() -> list[tuple[str, str]]:
    """The headings, as (context, msgid)."""
    return [("heading", title) for title in TITLES.values()]
