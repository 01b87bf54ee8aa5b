"""A lesson weighs: what happens again is raised one level, and LRN-3 says so once all other rules have had their say."""

from __future__ import annotations

import pytest
from tests.review.conftest import judgement, one, plan, reviewed, waiver

from eventreview.plan.file import read_bytes
from eventreview.report import sentences
from eventreview.review.digests import covers
from eventreview.review.engine import review
from eventreview.review.finding import Finding, Review
from eventreview.rules import catalogue
from eventreview.rules.rule import on_places

# Chosen by the ally, agreed by nobody: an error of REP-1.
CHOSEN = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
]
"""
# Agreed to before the choice: a warning of REP-1.
AGREED = """
[[consultations]]
id = "c1"
by = "ally"
with = "net"
about = ["speakers"]
asked_on = 2026-11-01
answered_on = 2026-11-20
outcome = "agreed"
"""
# One voice of three: BAL-1 asks the community.
FEWER = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "a1", organisation = "ally" },
  { id = "a2", organisation = "ally" },
]
"""
UNTIL = "until = 2027-06-30"


def lesson(rule: str, by: str = "net", on: str = "2026-05-01", response: str = "we ask first") -> str:
    answered = f'response = "{response}"\n' if response else ""
    return f'[[lessons]]\nraised_on = {on}\nraised_by = "{by}"\nwhat = "nobody asked us"\nrule = "{rule}"\n{answered}'


def described(finding: Finding) -> tuple[str, str | None, str]:
    return finding.result, finding.severity, finding.message_id


def at_lesson(result: Review) -> tuple[str, str | None, str]:
    return described(one(result, "LRN-3", "lessons[0]"))


# What is raised.


def test_a_warning_that_comes_back_is_an_error() -> None:
    assert one(reviewed(plan(CHOSEN + AGREED)), "REP-1", "s1").severity == "warning"
    raised = one(reviewed(plan(CHOSEN + AGREED + lesson("REP-1"))), "REP-1", "s1")
    assert (raised.severity, raised.raised) == ("error", True)


def test_it_is_raised_once_however_many_lessons_name_it() -> None:
    note = "[[bridges]]\n" + 'community_organisation = "net"\nto = "ally"\nwanted_by_community = true\n'
    again = lesson("BRI-2") + lesson("bridge-has-purpose")
    result = reviewed(plan(note + again, stage="published"))
    assert described(one(result, "BRI-2", "bridges[0]")) == ("not-met", "warning", "no-purpose")
    assert at_lesson(result) == ("not-met", "error", "repeats")


def test_a_lesson_of_tomorrow_raises_nothing_and_says_nothing() -> None:
    result = reviewed(plan(CHOSEN + AGREED + lesson("REP-1", on="2027-01-11")))
    assert one(result, "REP-1", "s1").severity == "warning"
    assert at_lesson(result)[0] == "not-applicable"


def test_faults_of_form_are_raised_too() -> None:
    result = reviewed(plan('[[panels]]\nid = "p"\ntitle = "Panel"\nnickname = "x"\n' + lesson("FORM-5")))
    fault = one(result, "FORM-5", "p")
    assert (fault.severity, fault.raised) == ("error", True)
    assert at_lesson(result) == ("not-met", "error", "repeats")


def test_a_lesson_about_lessons_raises_none() -> None:
    result = reviewed(plan(lesson("LRN-3", response="")))
    finding = one(result, "LRN-3", "lessons[0]")
    assert described(finding) == ("not-met", "warning", "no-response")
    assert not finding.raised


# What LRN-3 reads: the results of all other rules, judgements and waivers applied.


def test_what_is_waived_is_no_repetition_and_keeps_its_weight() -> None:
    body = CHOSEN + AGREED + lesson("REP-1")
    assert at_lesson(reviewed(plan(body))) == ("not-met", "error", "repeats")
    result = reviewed(plan(body + waiver("REP-1", "s1", "net", more=UNTIL)))
    assert described(one(result, "REP-1", "s1")) == ("waived", "warning", "agreed-not-chosen")
    assert at_lesson(result) == ("met", None, "met")


def test_what_those_concerned_call_met_is_no_repetition() -> None:
    body = FEWER + lesson("BAL-1")
    assert at_lesson(reviewed(plan(body))) == ("to-be-judged", None, "may-repeat")
    assert at_lesson(reviewed(plan(body + judgement("BAL-1", "p", "met", "net")))) == ("met", None, "met")
    again = reviewed(plan(body + judgement("BAL-1", "p", "not-met", "net")))
    assert at_lesson(again) == ("not-met", "error", "repeats")


def test_the_gravest_result_over_the_objects_counts_and_they_alone_are_named() -> None:
    others = """
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s3", organisation = "net", represents = ["sex-workers"] },
]
"""
    finding = one(reviewed(plan(CHOSEN.removesuffix("]\n") + others + lesson("REP-1"))), "LRN-3", "lessons[0]")
    assert (finding.message_id, finding.params["objects"]) == ("repeats", ("s1",))
    assert [related.at for related in finding.related] == ["s1"]


def test_a_rule_that_is_off_tells_nothing() -> None:
    body = plan('[[sponsors]]\norganisation = "ally"\nconditions = ["speaker-veto"]\n' + lesson("SPO-2"))
    assert at_lesson(reviewed(body)) == ("not-met", "error", "repeats")
    without = review(read_bytes("plan.toml", body.encode()), sets=("form", "allyship"))
    assert described(one(without, "LRN-3", "lessons[0]")) == ("met", None, "met")


def test_a_rule_that_broke_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> tuple[str, ...]:
        raise RuntimeError

    rule = catalogue.rules()["REP-1"]
    monkeypatch.setattr(rule, "checks", (on_places(broken, rule.checks[0].decide),))
    result = review(read_bytes("plan.toml", plan(CHOSEN + lesson("REP-1")).encode()))
    assert result.failures == (("REP-1", "RuntimeError"),)
    assert at_lesson(result) == ("met", None, "met")


def test_a_rule_that_has_nothing_to_look_at_repeats_nothing() -> None:
    assert at_lesson(reviewed(plan(lesson("REP-1")))) == ("met", None, "met")


def test_an_answer_without_effect_is_a_lesson_too() -> None:
    by_the_ally = judgement("BAL-1", "p", "met", "ally")
    result = reviewed(plan(FEWER + by_the_ally + lesson("FORM-12")))
    assert at_lesson(result) == ("not-met", "error", "repeats")


def test_an_answer_to_the_lesson_itself_isnt_mistaken_for_one_without_effect() -> None:
    result = reviewed(plan(FEWER + judgement("LRN-3", "lessons[0]", "met", "net") + lesson("FORM-12")))
    assert at_lesson(result) == ("met", None, "met")


# Who says whether it is repaired.


def test_those_who_lead_whoever_raised_it_say_whether_it_is_repaired() -> None:
    body = FEWER + lesson("BAL-1")
    mended = reviewed(plan(body + judgement("LRN-3", "lessons[0]", "met", "south")))
    assert at_lesson(mended) == ("met", None, "may-repeat")
    asked = reviewed(plan(body + judgement("LRN-3", "lessons[0]", "met", "ally")))
    assert at_lesson(asked) == ("to-be-judged", None, "may-repeat")
    assert one(asked, "FORM-12", "judgements[0]").message_id == "not-theirs-to-answer"


def test_where_nobody_concerned_leads_them_those_who_raised_it_say_so_alone() -> None:
    body = FEWER + lesson("BAL-1", by="ally")
    finding = one(reviewed(plan(body)), "LRN-3", "lessons[0]")
    assert (finding.message_id, finding.populations) == ("may-repeat", ())
    mended = reviewed(plan(body + judgement("LRN-3", "lessons[0]", "met", "ally")))
    assert at_lesson(mended) == ("met", None, "may-repeat")
    for another in ("net", "tide"):
        asked = reviewed(plan(body + judgement("LRN-3", "lessons[0]", "met", another)))
        assert at_lesson(asked) == ("to-be-judged", None, "may-repeat")
        assert one(asked, "FORM-12", "judgements[0]").message_id == "not-theirs-to-answer"


@pytest.mark.parametrize(
    ("by", "agreed_by", "result"),
    [("net", "net", "waived"), ("net", "ally", "not-met"), ("ally", "ally", "waived"), ("ally", "net", "not-met")],
)
def test_they_may_agree_to_live_with_a_repetition_for_a_while(by: str, agreed_by: str, result: str) -> None:
    body = CHOSEN + lesson("REP-1", by=by)
    found = read_bytes("plan.toml", plan(body).encode()).plan
    assert found is not None
    digest = covers(found, catalogue.rules()["LRN-3"], found.lessons[0])
    agreed = waiver("LRN-3", "lessons[0]", agreed_by, more=f'{UNTIL}\ncovers = "{digest}"')
    review_of = reviewed(plan(body + agreed))
    assert one(review_of, "LRN-3", "lessons[0]").result == result
    assert one(review_of, "REP-1", "s1").result == "not-met"
    faults = [f.message_id for f in review_of.findings if f.rule.code == "FORM-13"]
    assert faults == ([] if result == "waived" else ["not-theirs-to-agree"])


# What it shows and offers.


def test_what_was_raised_is_in_no_message() -> None:
    finding = one(reviewed(plan(CHOSEN + lesson("REP-1", response=""))), "LRN-3", "lessons[0]")
    said = sentences.message(finding)
    assert "REP-1" in said
    assert "s1" in said
    assert "254 days" in said
    assert "nobody asked us" not in said


def test_it_offers_what_the_rule_offers_and_says_where() -> None:
    result = reviewed(plan(CHOSEN + lesson("REP-1")))
    finding, named = one(result, "LRN-3", "lessons[0]"), one(result, "REP-1", "s1")
    offered = finding.choices()
    assert [choice.edits for choice in offered] == [choice.edits for choice in named.choices()]
    titles = [sentences.choice_title(finding.rule, choice) for choice in offered]
    assert titles == [f"s1: {sentences.choice_title(named.rule, choice)}" for choice in named.choices()]


def test_what_is_missing_is_what_the_rule_misses() -> None:
    body = CHOSEN.replace(', chosen_by = "ally", chosen_on = 2026-12-01', "") + lesson("REP-1")
    result = reviewed(plan(body))
    finding, named = one(result, "LRN-3", "lessons[0]"), one(result, "REP-1", "s1")
    assert finding.result == "not-stated"
    assert finding.keys == named.keys != ()


def test_a_verdict_that_no_value_of_an_unreadable_key_could_change_stands() -> None:
    """Every trial of another value sees the same verdicts of the other rules."""
    unreadable = '[[organisations]]\nid = "far"\nname = "Lantern Far (fictional)"\nled_by = ["sex-workers", "x"]\n'
    result = reviewed(plan(CHOSEN + lesson("REP-1", by="far") + unreadable))
    assert described(one(result, "LRN-3", "lessons[0]")) == ("not-met", "error", "repeats")
