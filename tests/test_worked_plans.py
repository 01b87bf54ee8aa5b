"""The two worked plans come out as their tables say, row by row, and say nothing else."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from eventreview.plan.file import read_path
from eventreview.review.engine import review
from eventreview.review.finding import Finding, Review
from eventreview.rules import catalogue

HERE = Path(__file__).parent
PLANS = HERE.parent / "plans"
WORKED = ("csw-side-event", "virtual-prevention-meeting")
POPULATIONS = {
    "SW": "sex-workers",
    "GM": "gay-men-and-msm",
    "PD": "people-who-use-drugs",
    "TP": "trans-people",
    "people in prisons": "people-in-prisons",
}
QUIET = ("met", "met-withheld", "not-applicable")
Row = tuple[str, str, str, str, str, tuple[str, ...]]


def rows(name: str, heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the expected results."""
    text = (HERE / "expected" / f"{name}.expected.md").read_text(encoding="utf-8")
    section = text.split(f"## {heading}")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def populations_in(cell: str) -> tuple[str, ...]:
    found = re.search(r"\(([^)]*)\)", cell)
    return tuple(POPULATIONS[each.strip()] for each in found[1].split(",")) if found else ()


def ids_in(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def wanted(name: str) -> set[Row]:
    """What the table of everything that isn't met or not applicable says of the rules that are built."""
    found: set[Row] = set()
    for rule, at, result, severity, message, _why in rows(name, "Everything other than met"):
        if rule not in catalogue.rules():
            continue
        plain = re.sub(r" \(.*\)", "", result)
        message_id = ids_in(message)[0] if ids_in(message) else plain
        found.add((rule, ids_in(at)[0], plain, severity, message_id, populations_in(at)))
    return found


def described(finding: Finding) -> Row:
    populations = finding.populations
    return (
        finding.rule.code,
        finding.at,
        finding.result,
        finding.severity or "",
        finding.message_id,
        populations,
    )


@pytest.fixture(scope="module", params=WORKED)
def worked(request: pytest.FixtureRequest) -> tuple[str, Review]:
    name = str(request.param)
    return name, review(read_path(str(PLANS / f"{name}.toml")))


def test_everything_that_is_not_met_is_found_and_nothing_else(worked: tuple[str, Review]) -> None:
    name, result = worked
    found = {described(f) for f in result.findings if f.result not in QUIET}
    expected = wanted(name)
    # A row without populations is about a rule decided once, or about the only population of the event.
    plain = {row[:5] for row in expected if not row[5]}
    found = {(*row[:5], () if row[:5] in plain else row[5]) for row in found}
    assert found - expected == set()
    assert expected - found == set()


def test_what_is_met_and_matters_is_met(worked: tuple[str, Review]) -> None:
    name, result = worked
    found = [f for f in result.findings if f.result in ("met", "met-withheld")]
    # Without an id of its own a line has the name of its result: an empty cell is that, withheld or not.
    met = {(f.rule.code, f.at, "met" if f.message_id == f.result else f.message_id) for f in found}
    for rules, at, message, _why in rows(name, "The met that matter"):
        codes, places = re.findall(r"[A-Z]+-\d+", rules), ids_in(at)
        # Several rules in a row, and as many places: each rule has its own.
        paired = len(codes) == len(places) > 1
        for rule, place in zip(codes, places, strict=True) if paired else product(codes, places):
            if rule not in catalogue.rules() or "…" in at:
                continue
            wanted_id = ids_in(message)[0].split("(")[0] if ids_in(message) else "met"
            assert (rule, place, wanted_id) in met, f"{rule} at {place} isn't met {wanted_id}"


def test_the_worked_plans_have_no_fault_of_form(worked: tuple[str, Review]) -> None:
    assert [f for f in worked[1].findings if f.rule.family == "FORM"] == []


def test_no_rule_breaks_on_a_worked_plan(worked: tuple[str, Review]) -> None:
    assert worked[1].failures == ()
