"""No sentence of TOK, EXP or SAF-5 names a place of a closed caucus or counts what is there, or tells a text or a tag."""

from __future__ import annotations

import re

import pytest
from tests.rules.test_examples import whole_plan

from eventreview.plan.file import read_bytes
from eventreview.report import sentences
from eventreview.review.engine import review
from eventreview.review.finding import Finding
from eventreview.rules import catalogue
from eventreview.rules.rule import Example, Rule

RULES = [rule for rule in catalogue.rules().values() if rule.family in ("TOK", "EXP") or rule.code == "SAF-5"]
EXAMPLES = [(rule, case) for rule in RULES for case in rule.examples]
CASES = [pytest.param(rule, case, id=f"{rule.code} {case.name}") for rule, case in EXAMPLES]
OF_A_CAUCUS = [(rule, case) for rule, case in EXAMPLES if "closed-caucus" in case.plan and "speakers" in case.plan]


def everything_told(finding: Finding) -> str:
    """What a report may print of a finding, its choices included."""
    titles = [sentences.choice_title(finding.rule, choice) for choice in finding.choices()]
    related = [each.at for each in finding.related]
    return " ".join([sentences.message(finding), repr(finding.params), repr(finding.remarks), *titles, *related])


def findings(rule: Rule, case: Example) -> list[Finding]:
    file = read_bytes("example.toml", whole_plan(case.plan).encode())
    return [f for f in review(file).findings if f.rule is rule]


@pytest.mark.parametrize(("rule", "case"), OF_A_CAUCUS, ids=lambda each: getattr(each, "name", ""))
def test_no_place_and_no_number_of_a_closed_caucus(rule: Rule, case: Example) -> None:
    plan = read_bytes("example.toml", whole_plan(case.plan).encode()).plan
    assert plan is not None
    inside = {s.at for panel in plan.panels if panel.kind == "closed-caucus" for s in panel.speakers}
    assert inside
    for finding in findings(rule, case):
        # The finding's own address is the owner's to see; reports for others have that of the panel.
        words = set(re.findall(r"[a-z0-9-]+", everything_told(finding))) - {finding.at}
        assert words.isdisjoint(inside), everything_told(finding)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_no_text_and_no_tag_of_a_place(rule: Rule, case: Example) -> None:
    plan = read_bytes("example.toml", whole_plan(case.plan).encode()).plan
    assert plan is not None
    places = [s for panel in plan.panels for s in panel.speakers]
    for finding in findings(rule, case):
        words = set(everything_told(finding).split())
        for s in places:
            assert s.display is None or s.display not in everything_told(finding)
            assert s.person is None or s.person not in words
