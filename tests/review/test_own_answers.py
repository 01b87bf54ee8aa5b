"""What is done with an organisation's name is for that organisation to answer, and for nobody in its place."""

from __future__ import annotations

import pytest
from tests.review.conftest import judgement, one, plan, reviewed, waiver

from eventreview.plan.file import read_bytes
from eventreview.review.digests import covers
from eventreview.rules import catalogue

# Shown as a partner with its agreement, and part of nothing: a warning of TOK-5. South is led by sex workers too.
SHOWN = """
[[organisations]]
id = "shown"
name = "Lantern Bay (fictional)"
led_by = ["sex-workers"]
roles = ["partner"]
listed_publicly = true
listing_agreed_on = 2027-01-02
"""
WITHOUT_AGREEMENT = SHOWN.replace("listing_agreed_on = 2027-01-02\n", "")
NOBODY_SAYS_WHO_LEADS = SHOWN.replace('led_by = ["sex-workers"]', 'kind = "community-network"')
OTHERS = ("net", "south", "tide", "ally")
UNTIL = "until = 2027-06-30"


def published(body: str, concerns: str = '["sex-workers"]') -> str:
    return plan(body, stage="published", concerns=concerns)


def test_nobody_has_answered_yet() -> None:
    finding = one(reviewed(published(SHOWN)), "TOK-5", "shown")
    assert (finding.result, finding.severity, finding.message_id) == ("not-met", "warning", "shown-not-involved")


@pytest.mark.parametrize("body", [SHOWN, NOBODY_SAYS_WHO_LEADS])
def test_its_own_answer_settles_it_whoever_leads_it(body: str) -> None:
    result = reviewed(published(body + judgement("TOK-5", "shown", "met", "shown")))
    finding = one(result, "TOK-5", "shown")
    assert (finding.result, finding.message_id) == ("met", "shown-not-involved")
    assert [answer.by for answer in finding.answers] == ["shown"]
    assert not [f for f in result.findings if f.rule.code == "FORM-12"]


def test_its_own_answer_waits_for_no_other_population() -> None:
    two = '["sex-workers", "trans-people"]'
    result = reviewed(published(SHOWN + judgement("TOK-5", "shown", "met", "shown"), concerns=two))
    assert one(result, "TOK-5", "shown").result == "met"


@pytest.mark.parametrize("by", OTHERS)
def test_no_other_organisation_answers_in_its_place(by: str) -> None:
    result = reviewed(published(SHOWN + judgement("TOK-5", "shown", "met", by)))
    finding = one(result, "TOK-5", "shown")
    assert finding.result == "not-met"
    assert finding.answers == ()
    assert one(result, "FORM-12", "judgements[0]").message_id == "not-theirs-to-answer"


def test_anothers_no_doesnt_stand_beside_its_own_yes() -> None:
    answers = judgement("TOK-5", "shown", "met", "shown") + judgement("TOK-5", "shown", "not-met", "south")
    result = reviewed(published(SHOWN + answers))
    assert one(result, "TOK-5", "shown").result == "met"
    assert one(result, "FORM-12", "judgements[1]").message_id == "not-theirs-to-answer"


def test_no_answer_settles_an_error_its_own_neither() -> None:
    result = reviewed(published(WITHOUT_AGREEMENT + judgement("TOK-5", "shown", "met", "shown")))
    assert one(result, "TOK-5", "shown").message_id == "listed-without-agreement"
    assert one(result, "FORM-12", "judgements[0]").message_id == "cannot-settle"


@pytest.mark.parametrize("body", [SHOWN, WITHOUT_AGREEMENT, NOBODY_SAYS_WHO_LEADS])
def test_it_may_agree_to_live_with_it_for_a_while(body: str) -> None:
    two = '["sex-workers", "trans-people"]'
    result = reviewed(published(body + waiver("TOK-5", "shown", "shown", more=UNTIL), concerns=two))
    assert one(result, "TOK-5", "shown").result == "waived"
    assert not [f for f in result.findings if f.rule.code == "FORM-13"]


@pytest.mark.parametrize("by", OTHERS)
def test_no_other_organisation_agrees_in_its_place(by: str) -> None:
    result = reviewed(published(SHOWN + waiver("TOK-5", "shown", by, more=UNTIL)))
    assert one(result, "TOK-5", "shown").result == "not-met"
    assert one(result, "FORM-13", "waivers[0]").message_id == "not-theirs-to-agree"


def test_its_answer_is_asked_again_once_the_agreement_has_changed() -> None:
    file = read_bytes("plan.toml", published(SHOWN).encode())
    assert file.plan is not None
    (shown,) = [each for each in file.plan.organisations if each.id == "shown"]
    digest = covers(file.plan, catalogue.rules()["TOK-5"], shown)
    answer = judgement("TOK-5", "shown", "met", "shown", more=f'covers = "{digest}"')
    assert one(reviewed(published(SHOWN + answer)), "TOK-5", "shown").result == "met"
    later = SHOWN.replace("2027-01-02", "2027-01-03")
    assert one(reviewed(published(later + answer)), "FORM-12", "judgements[0]").message_id == "asked-again"


def test_a_rule_of_the_community_is_still_answered_by_the_community() -> None:
    body = SHOWN + '[[panels]]\nid = "p"\ntitle = "Panel"\nframing = ["harms"]\n'
    for by in ("net", "south", "shown"):
        assert one(reviewed(published(body + judgement("EXP-3", "p", "met", by))), "EXP-3", "p").result == "met"
