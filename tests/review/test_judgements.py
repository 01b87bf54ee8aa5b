"""What belongs to the community is answered by the community; an ally can't mark its own work."""

from __future__ import annotations

import pytest
from tests.review.conftest import FEWER, judgement, one, plan, reviewed

from eventreview.plan.file import read_bytes
from eventreview.review.digests import covers
from eventreview.rules import catalogue


def test_an_answer_of_the_community_settles_a_question() -> None:
    finding = one(reviewed(plan(FEWER + judgement("BAL-1", "p", "met", "net"))), "BAL-1", "p")
    assert (finding.result, finding.message_id) == ("met", "fewer")
    assert [answer.by for answer in finding.answers] == ["net"]


def test_a_no_of_the_community_weighs_as_the_rule_does() -> None:
    finding = one(reviewed(plan(FEWER + judgement("panel-balance", "p", "not-met", "net"))), "BAL-1", "p")
    assert (finding.result, finding.severity) == ("not-met", "error")


def test_an_ally_answers_nothing_and_is_told_so() -> None:
    result = reviewed(plan(FEWER + judgement("BAL-1", "p", "met", "ally")))
    assert one(result, "BAL-1", "p").result == "to-be-judged"
    fault = one(result, "FORM-12", "judgements[0]")
    assert (fault.message_id, fault.severity) == ("not-theirs-to-answer", "warning")


def test_two_answers_that_differ_leave_the_question_open() -> None:
    both = judgement("BAL-1", "p", "met", "net") + judgement("BAL-1", "p", "not-met", "south")
    result = reviewed(plan(FEWER + both))
    finding = one(result, "BAL-1", "p")
    assert finding.result == "to-be-judged"
    assert [answer.verdict for answer in finding.answers] == ["met", "not-met"]
    assert [f for f in result.findings if f.rule.code == "FORM-12"] == []


def test_an_error_is_never_settled_by_an_answer() -> None:
    nobody = '[[panels]]\nid = "p"\ntitle = "P"\nspeakers = [{ id = "a1", organisation = "ally" }, { id = "a2" }]\n'
    result = reviewed(plan(nobody + judgement("BAL-1", "p", "met", "net")))
    assert one(result, "BAL-1", "p").severity == "error"
    assert one(result, "FORM-12", "judgements[0]").message_id == "cannot-settle"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (judgement("BAL-99", "p", "met", "net"), "no-such-rule"),
        (judgement("BAL-1", "nowhere", "met", "net"), "no-such-object"),
        (judgement("BAL-1", "p", "met", "net", on="2027-02-01"), "dated-ahead"),
        (judgement("KP-2", "p", "met", "tide"), "no-such-object"),
        (judgement("SAF-3", "s1", "met", "net"), "cannot-settle"),
        (judgement("REP-3", "s1", "met", "net"), "nothing-to-settle"),
    ],
)
def test_an_answer_without_effect_says_why(written: str, reason: str) -> None:
    assert one(reviewed(plan(FEWER + written)), "FORM-12", "judgements[0]").message_id == reason


def test_where_a_rule_decides_once_every_population_has_its_say() -> None:
    two = {"concerns": '["sex-workers", "trans-people"]'}
    result = reviewed(plan(FEWER + judgement("BAL-1", "p", "met", "net"), **two))
    assert one(result, "BAL-1", "p").result == "to-be-judged"
    waiting = one(result, "FORM-12", "judgements[0]")
    assert waiting.message_id == "others-to-answer"
    assert waiting.params["populations"] == ("trans-people",)
    both = judgement("BAL-1", "p", "met", "net") + judgement("BAL-1", "p", "met", "tide")
    assert one(reviewed(plan(FEWER + both, **two)), "BAL-1", "p").result == "met"


def test_an_answer_without_digest_holds_until_a_date_it_was_about_changes() -> None:
    early = judgement("REP-1", "s1", "met", "net", on="2026-11-01")
    place = (
        '[[panels]]\nid = "p"\ntitle = "P"\nspeakers = [{ id = "s1", organisation = "net", represents = '
        '["sex-workers"], chosen_by = "net", chosen_on = 2026-12-20, invited_on = 2026-10-01 }]\n'
    )
    result = reviewed(plan(place + early))
    finding = one(result, "REP-1", "s1")
    assert finding.result == "to-be-judged"
    assert finding.asked_again
    assert one(result, "FORM-12", "judgements[0]").message_id == "asked-again"


def test_a_digest_holds_as_long_as_the_values_do() -> None:
    file = read_bytes("plan.toml", plan(FEWER).encode())
    assert file.plan is not None
    digest = covers(file.plan, catalogue.rules()["BAL-1"], file.plan.panels[0])
    answer = judgement("BAL-1", "p", "met", "net", more=f'covers = "{digest}"')
    assert one(reviewed(plan(FEWER + answer)), "BAL-1", "p").result == "met"
    changed = FEWER.replace('{ id = "a2", organisation = "ally" },', "")
    asked_again = plan(changed.replace('"a1", organisation', '"a1", role = "keynote", organisation') + answer)
    result = reviewed(asked_again)
    assert one(result, "FORM-12", "judgements[0]").message_id in ("asked-again",)


def test_nothing_private_enters_a_digest() -> None:
    def digest(more: str) -> str:
        body = FEWER.replace('chosen_by = "net"', f'chosen_by = "net"{more}')
        file = read_bytes("plan.toml", plan(body).encode())
        assert file.plan is not None
        place = file.plan.panels[0].speakers[0]
        return covers(file.plan, catalogue.rules()["SAF-3"], place)

    assert digest(', display = "Rosa M."') == digest(', display = "Ana P."')
    assert digest(', display = "Rosa M."') != digest("")


def test_what_both_answer_no_ally_settles_alone_where_the_community_has_no_organisation() -> None:
    body = plan(
        "[assessment]\norganiser_on = 2026-12-01\ncommunity_on = 2026-12-02\n"
        + judgement("LRN-2", "assessment", "met", "ally"),
        concerns='["people-in-prisons"]',
    )
    result = reviewed(body)
    assert one(result, "LRN-2", "assessment").result == "to-be-judged"
    waiting = one(result, "FORM-12", "judgements[0]")
    assert (waiting.message_id, waiting.params["populations"]) == ("others-to-answer", ("people-in-prisons",))


def test_an_organiser_answers_for_the_populations_that_it_isnt_led_by() -> None:
    tide = plan(
        '[[collectives]]\nname = "Group (fictional)"\nmembers = ["ally"]\n'
        + judgement("INC-5", "collectives[0]", "met", "tide"),
        concerns='["sex-workers", "trans-people"]',
    ).replace('led_by = ["trans-people"]', 'led_by = ["trans-people"]\nroles = ["lead"]')
    result = reviewed(tide)
    found = {f.populations: f.result for f in result.findings if f.rule.code == "INC-5"}
    assert found == {("sex-workers",): "met", ("trans-people",): "not-met"}
    assert [f for f in result.findings if f.rule.code == "FORM-12"] == []


def test_a_request_made_later_asks_an_answer_without_digest_again() -> None:
    text = (
        '[[statements]]\nid = "t"\ntitle = "T"\ndrafters = ["ally"]\nrequests = [\n'
        '  { by = "net", asked_on = 2026-12-01, ask = "x", answer = "refused", reason = "y" },\n'
        '  { by = "net", asked_on = 2027-01-05, ask = "z", answer = "refused", reason = "y" } ]\n'
    )
    for on, expected in (("2027-01-05", "met"), ("2027-01-04", "to-be-judged")):
        answered = plan(text + judgement("STA-3", "t", "met", "net", on=on), stage="published")
        assert one(reviewed(answered), "STA-3", "t").result == expected


def test_a_fee_on_another_panel_that_changes_asks_about_equal_fees_again() -> None:
    def fees(other: int) -> str:
        return (
            '[[panels]]\nid = "p"\ntitle = "P"\nspeakers = [{ id = "s1", organisation = "net", minutes = 10, '
            'represents = ["sex-workers"], fee = { amount = 100 } }]\n'
            '[[panels]]\nid = "q"\ntitle = "Q"\nspeakers = [{ id = "a1", organisation = "ally", minutes = 60, '
            f"fee = {{ amount = {other} }} }}]\n"
        )

    file = read_bytes("plan.toml", plan(fees(300)).encode())
    assert file.plan is not None
    digest = covers(file.plan, catalogue.rules()["PAY-1"], file.plan.panels[0].speakers[0])
    answer = judgement("PAY-1", "s1", "met", "net", more=f'covers = "{digest}"')
    assert one(reviewed(plan(fees(300) + answer)), "PAY-1", "s1").result == "met"
    assert one(reviewed(plan(fees(9000) + answer)), "PAY-1", "s1").result == "to-be-judged"
