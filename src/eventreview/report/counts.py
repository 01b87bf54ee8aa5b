"""How many of each result: counts, never a score."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.rules.outcome import (
    BOTH,
    COMMUNITY,
    ERROR,
    MET,
    MET_WITHHELD,
    NOT_APPLICABLE,
    NOT_MET,
    NOT_STATED,
    NOT_YET,
    NOTE,
    ORGANISER,
    TO_BE_JUDGED,
    WAIVED,
    WARNING,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.review.finding import Finding


class Counts:
    """Findings by result; not met by severity, to be judged by who answers.

    quiet: results of findings that weren't made, because nobody reads them one by one.
    """

    __slots__ = ("judged", "met", "met_withheld", "not_applicable", "not_met", "not_stated", "not_yet", "waived")

    def __init__(self, findings: Iterable[Finding], quiet: Iterable[str] = ()) -> None:
        self.not_met = {ERROR: 0, WARNING: 0, NOTE: 0}
        self.judged = {COMMUNITY: 0, ORGANISER: 0, BOTH: 0}
        others = {NOT_STATED: 0, NOT_YET: 0, MET: 0, MET_WITHHELD: 0, NOT_APPLICABLE: 0, WAIVED: 0}
        for finding in findings:
            if finding.result == NOT_MET:
                self.not_met[finding.severity or WARNING] += 1
            elif finding.result == TO_BE_JUDGED:
                self.judged[finding.judged_by] = self.judged.get(finding.judged_by, 0) + 1
            else:
                others[finding.result] += 1
        for result in quiet:
            others[result] += 1
        self.not_stated = others[NOT_STATED]
        self.not_yet = others[NOT_YET]
        self.met = others[MET]
        self.met_withheld = others[MET_WITHHELD]
        self.not_applicable = others[NOT_APPLICABLE]
        self.waived = others[WAIVED]

    @property
    def errors(self) -> int:
        """Not met, as errors."""
        return self.not_met[ERROR]

    @property
    def warnings(self) -> int:
        """Not met, as warnings."""
        return self.not_met[WARNING]

    @property
    def notes(self) -> int:
        """Not met, as notes."""
        return self.not_met[NOTE]

    @property
    def questions(self) -> int:
        """To be judged, by whomever."""
        return sum(self.judged.values())

    def add(self, other: Counts) -> None:
        """Counts another plan's findings in."""
        for severity, count in other.not_met.items():
            self.not_met[severity] += count
        for judge, count in other.judged.items():
            self.judged[judge] = self.judged.get(judge, 0) + count
        self.not_stated += other.not_stated
        self.not_yet += other.not_yet
        self.met += other.met
        self.met_withheld += other.met_withheld
        self.not_applicable += other.not_applicable
        self.waived += other.waived


def severities(counts: Counts) -> str:
    """What is not met, in words: "26 errors, 15 warnings, 4 notes"; "" where everything is met."""
    parts = []
    if counts.errors:
        parts.append(ngettext("{n} error", "{n} errors", counts.errors).format(n=counts.errors))
    if counts.warnings:
        parts.append(ngettext("{n} warning", "{n} warnings", counts.warnings).format(n=counts.warnings))
    if counts.notes:
        parts.append(ngettext("{n} note", "{n} notes", counts.notes).format(n=counts.notes))
    return ", ".join(parts)


def questions(counts: Counts) -> str:
    """What is to be judged, by who answers: "2 questions for the community"; "" for none."""
    parts = []
    asked = counts.judged
    if asked.get(COMMUNITY):
        n = asked[COMMUNITY]
        parts.append(ngettext("{n} question for the community", "{n} questions for the community", n).format(n=n))
    if asked.get(ORGANISER):
        n = asked[ORGANISER]
        parts.append(ngettext("{n} question for the organisers", "{n} questions for the organisers", n).format(n=n))
    if asked.get(BOTH):
        n = asked[BOTH]
        parts.append(ngettext("{n} question for both sides", "{n} questions for both sides", n).format(n=n))
    return ", ".join(parts)


def summary(counts: Counts) -> str:
    """All counts in one line, the heaviest first; never a score."""
    parts = [severities(counts) or _("nothing unmet"), questions(counts)]
    if counts.not_stated:
        n = counts.not_stated
        parts.append(ngettext("{n} not stated", "{n} not stated", n).format(n=n))
    if counts.not_yet:
        parts.append(pgettext("count", "{n} not yet").format(n=counts.not_yet))
    if counts.met or counts.met_withheld:
        n = counts.met + counts.met_withheld
        parts.append(ngettext("{n} met", "{n} met", n).format(n=n))
    if counts.met_withheld:
        n = counts.met_withheld
        parts.append(ngettext("{n} of them withheld", "{n} of them withheld", n).format(n=n))
    if counts.waived:
        parts.append(pgettext("count", "{n} waived").format(n=counts.waived))
    return " · ".join(part for part in parts if part)
