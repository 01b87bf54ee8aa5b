"""The strip says of each step what INC-2 found, and of a moderator what CON-1 found."""

from __future__ import annotations

from tests.review.conftest import judgement, one, plan, reviewed

from eventreview.config.thresholds import SETS_ON
from eventreview.plan.file import read_bytes
from eventreview.review.engine import review
from eventreview.review.pictures.facts import AHEAD, UNDECIDED, UNSTATED, WITH, WITHOUT
from eventreview.review.pictures.steps import strip
from eventreview.rules.inc.steps import STEPS

ASKED = """
[[consultations]]
id = "c1"
by = "ally"
with = "net"
about = ["aims", "budget", "moderator"]
asked_on = 2026-11-01
answered_on = 2026-12-01
outcome = "agreed"
"""


def decision(what: str, on: str, more: str = "") -> str:
    return f'[[decisions]]\nwhat = "{what}"\nmade_on = {on}\nmade_by = ["ally"]\n{more}\n'


def facts(body: str, **how: str) -> dict[str, str]:
    return {step.subject: step.fact for step in strip(reviewed(plan(body, **how)))}


def test_every_step_is_shown_once_in_its_order() -> None:
    assert tuple(facts(ASKED)) == STEPS


def test_an_answer_before_the_decision_is_told_from_one_after_it_and_one_of_the_same_day() -> None:
    decided = decision("aims", "2026-12-02") + decision("budget", "2026-11-30")
    shown = facts(ASKED + decided)
    assert (shown["aims"], shown["budget"]) == (WITH, WITHOUT)
    assert facts(ASKED + decision("aims", "2026-12-01"))["aims"] == UNDECIDED


def test_what_nothing_decides_lies_ahead_until_the_programme_is_out() -> None:
    assert facts(decision("aims", "2026-12-02"))["budget"] == AHEAD
    assert facts(decision("aims", "2026-12-02"), stage="published")["budget"] == UNSTATED


def test_a_decision_still_to_come_is_no_decision() -> None:
    assert facts(decision("budget", "2027-02-01"), stage="published")["budget"] == AHEAD


def test_a_step_is_without_them_as_soon_as_it_is_so_for_one_population_and_names_it() -> None:
    text = plan(ASKED + decision("aims", "2026-12-02"), concerns='["sex-workers", "trans-people"]')
    (aims,) = [step for step in strip(reviewed(text)) if step.subject == "aims"]
    assert (aims.fact, aims.populations) == (WITHOUT, ("trans-people",))


def test_an_answer_of_theirs_changes_no_date() -> None:
    body = decision("aims", "2026-12-02")
    judged = reviewed(plan(body + judgement("INC-2", "event", "met", "net")))
    assert one(judged, "INC-2", "event").result == "met"
    assert {step.subject: step.fact for step in strip(judged)}["aims"] == WITHOUT


def test_a_decision_on_a_moderator_stands_after_the_speakers() -> None:
    panel = '[[panels]]\nid = "p"\ntitle = "Panel"\n'
    shown = facts(ASKED + panel + decision("moderator", "2026-12-02", 'ref = "p"'))
    assert list(shown)[3] == "moderator"
    assert shown["moderator"] == WITH
    assert facts(panel + decision("moderator", "2026-12-02", 'ref = "p"'))["moderator"] == WITHOUT


def test_there_is_no_strip_about_nobody_or_without_the_rule() -> None:
    assert facts(decision("aims", "2026-12-02"), concerns="[]") == {}
    file = read_bytes("plan.toml", plan(decision("aims", "2026-12-02")).encode())
    assert strip(review(file, sets=[each for each in SETS_ON if each != "allyship"])) == ()
