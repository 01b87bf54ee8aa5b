"""The facets by which the list of findings is sifted: what each finding is under a facet, and what was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import labels, pgettext
from eventreview.rules.outcome import (
    BOTH,
    COMMUNITY,
    MET,
    MET_WITHHELD,
    NOT_MET,
    NOT_STATED,
    NOT_YET,
    ORGANISER,
    SEVERITIES,
    TO_BE_JUDGED,
    WAIVED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from eventreview.review.finding import Finding

RESULT, SEVERITY, FAMILY, OBJECT, JUDGE, RULE = FACETS = ("result", "severity", "family", "object", "judge", "rule")
TITLES = {
    RESULT: "Result",
    SEVERITY: "Severity",
    FAMILY: "Family of rules",
    OBJECT: "Kind of object",
    JUDGE: "Who judges",
    RULE: "Rule",
}
# Values that have an order of their own; the others stand in that of the findings.
ORDERS: Mapping[str, tuple[str, ...]] = {
    RESULT: (NOT_MET, TO_BE_JUDGED, NOT_STATED, NOT_YET, WAIVED, MET),
    SEVERITY: tuple(SEVERITIES),
    JUDGE: (COMMUNITY, ORGANISER, BOTH),
}


@dataclass(frozen=True)
class Chosen:
    """The values chosen under each facet. Within one facet any of them does; every facet with a choice has to hold."""

    values: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)

    def under(self, facet: str) -> tuple[str, ...]:
        """What is chosen under a facet."""
        return tuple(value for each, value in self.values if each == facet)

    def toggled(self, facet: str, value: str) -> Chosen:
        """The same with this value chosen; without it where it was."""
        pair = (facet, value)
        if pair in self.values:
            return Chosen(tuple(each for each in self.values if each != pair))
        return Chosen((*self.values, pair))

    def keeps(self, finding: Finding, but: str = "") -> bool:
        """Whether a finding passes every facet. but: a facet to leave out."""
        wanted = {facet for facet, _value in self.values if facet != but}
        return all((facet, value_of(facet, finding)) in self.values for facet in wanted)

    def in_words(self) -> str:
        """What is in force: "error, warning · REP-1"; "" for nothing."""
        parts = [", ".join(label_of(facet, value) for value in self.under(facet)) for facet in FACETS]
        return " · ".join(filter(None, parts))


NOTHING = Chosen()


def value_of(facet: str, finding: Finding) -> str:
    """What a finding is under a facet; "" where the facet says nothing of it."""
    if facet == RESULT:
        return MET if finding.result == MET_WITHHELD else finding.result
    if facet == SEVERITY:
        return finding.severity or ""
    if facet == FAMILY:
        return finding.rule.family
    if facet == OBJECT:
        return finding.table or "plan"
    if facet == JUDGE:
        return finding.judged_by if finding.result == TO_BE_JUDGED else ""
    return finding.rule.code


def label_of(facet: str, value: str) -> str:
    """A value of a facet as it stands in the list's title."""
    if facet == RESULT:
        return labels.label_of_result(value)
    if facet == SEVERITY:
        return labels.label_of_severity(value)
    if facet == OBJECT:
        return labels.label_of_table(value, plural=True)
    if facet == JUDGE:
        return labels.label_of_judge(value)
    return value


def counted(facet: str, findings: Sequence[Finding], chosen: Chosen) -> list[tuple[str, str, int]]:
    """The values of a facet with what is said of each and how many findings it would show.

    They are those that the other facets let through, so that a count says what ticking the value brings. A value that
    is chosen is always there, if it would show nothing too.
    """
    found: dict[str, int] = dict.fromkeys(chosen.under(facet), 0)
    said: dict[str, str] = {}
    for finding in findings:
        value = value_of(facet, finding)
        if value and chosen.keeps(finding, but=facet):
            found[value] = found.get(value, 0) + 1
            said.setdefault(value, _said(facet, finding))
    order = ORDERS.get(facet)
    values = sorted(found, key=_by_name) if order is None else [each for each in order if each in found]
    return [(value, said.get(value) or label_of(facet, value), found[value]) for value in values]


def _by_name(value: str) -> tuple[str, int]:
    """Rules in the order of their numbers: SAF-2 before SAF-10."""
    family, _dash, number = value.partition("-")
    return family, int(number) if number.isdigit() else 0


def _said(facet: str, finding: Finding) -> str:
    if facet == RULE:
        return f"{finding.rule.code} {finding.rule.name}"
    if facet == FAMILY:
        return f"{finding.rule.family} {labels.label_of_family(finding.rule.family)}"
    return ""


def title_of(facet: str) -> str:
    """The heading of a facet."""
    return pgettext("facet", TITLES[facet])


def hint_of(chosen: Chosen) -> str:
    """What is in force, or that nothing is, for the window of the facets."""
    return chosen.in_words() or _("All findings are shown.")


def messages() -> Iterable[tuple[str, str]]:
    """The headings, as (context, msgid)."""
    return [("facet", title) for title in TITLES.values()]
