"""No verdict by accident: what rests on a key that can't be read is not stated, and points there."""

from __future__ import annotations

import pytest
from tests.review.conftest import one, plan, reviewed

PANEL = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  {{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net"{first} }},
  {{ id = "a1", organisation = "ally"{second} }},
]
"""


def panel(first: str = "", second: str = "") -> str:
    return PANEL.format(first=first, second=second)


def test_a_status_that_cant_be_read_makes_no_balance_met() -> None:
    three = panel(second=', status = "{}"').replace("\n]\n", '\n  { id = "a2", organisation = "ally" },\n]\n')
    assert one(reviewed(plan(three.replace("{}", "declined"))), "BAL-1", "p").result == "met"
    finding = one(reviewed(plan(three.replace("{}", "confimed"))), "BAL-1", "p")
    assert (finding.result, finding.message_id) == ("not-stated", "at-fault")
    assert finding.params["keys"] == ("status",)


def test_a_misspelt_key_lets_no_default_stand_for_what_was_meant() -> None:
    finding = one(reviewed(plan(panel(first=', statsu = "declined"'))), "BAL-1", "p")
    assert (finding.result, finding.message_id) == ("not-stated", "at-fault")
    assert finding.params["keys"] == ("status",)


def test_a_fault_that_could_not_change_the_verdict_leaves_it() -> None:
    nobody = panel().replace('"net", represents = ["sex-workers"]', '"ally"')
    with_fault = nobody.replace('id = "a1"', 'id = "a1", role = "speeker"')
    three = with_fault.replace("\n]\n", '\n  { id = "a2", organisation = "ally" },\n]\n')
    finding = one(reviewed(plan(three)), "BAL-1", "p")
    assert (finding.result, finding.message_id) == ("not-met", "none")


def test_a_chooser_that_points_nowhere_makes_no_error_and_no_met() -> None:
    broken = panel().replace('chosen_by = "net"', 'chosen_by = "nett"')
    finding = one(reviewed(plan(broken)), "REP-1", "s1")
    assert finding.result == "not-stated"


def test_a_veto_among_conditions_that_cant_be_read_makes_no_sponsor_clean() -> None:
    sponsors = '[[sponsors]]\norganisation = "ally"\nconditions = ["none", "speaker-vetoo"]\n'
    result = reviewed(plan(panel() + sponsors))
    assert one(result, "SPO-2", "sponsors[0]").message_id == "said-there"
    assert one(result, "SPO-1", "sponsors[0]").result == "not-stated"


def test_a_consultation_that_was_dropped_makes_no_error_of_never_asked() -> None:
    chosen = panel().replace('chosen_by = "net"', 'chosen_by = "ally", chosen_on = 2026-12-01')
    lost = (
        '[[consultations]]\nid = "c1"\nby = "ally"\nwith = "nett"\nabout = ["speakers"]\n'
        'asked_on = 2026-10-01\nanswered_on = 2026-10-20\noutcome = "agreed"\n'
    )
    assert one(reviewed(plan(chosen)), "CON-1", "s1").message_id == "never-asked"
    assert one(reviewed(plan(chosen + lost)), "CON-1", "s1").result == "not-stated"


def test_rules_about_whom_the_event_concerns_are_not_run_without_that() -> None:
    text = plan(panel()).replace('concerns = ["sex-workers"], ', "")
    result = reviewed(text)
    assert one(result, "FORM-3", "event").message_id == "missing"
    assert [f for f in result.findings if f.rule.code in ("BAL-1", "KP-2", "REP-5") and f.result == "met"] == []


def test_without_a_stage_only_the_rules_of_any_stage_speak() -> None:
    text = plan(panel()).replace('stage = "inviting"', 'stage = "inviting-soon"')
    codes = {f.rule.code for f in reviewed(text).findings}
    assert "BAL-1" not in codes
    assert "SAF-3" in codes


@pytest.mark.parametrize("key", ["status", "role", "basis"])
def test_a_place_whose_word_cant_be_read_is_no_voice(key: str) -> None:
    text = plan(panel(first=f', {key} = "wrong"'))
    finding = one(reviewed(text), "BAL-1", "p")
    assert finding.result == "not-stated"


LEFT = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  {{ id = "r", organisation = "net", represents = ["sex-workers"], status = "withdrawn", out_on = 2026-08-01 }},
  {{ id = "v", organisation = "net", represents = ["{represents}"] }},
  {{ id = "a1", organisation = "ally" }},
{more}]
"""


def test_another_rules_verdict_that_cant_be_given_makes_no_place_left_free() -> None:
    left = LEFT.format(represents="sex-worker", more='  { id = "a2", organisation = "ally" },\n')
    result = reviewed(plan(left))
    assert one(result, "BAL-1", "p").message_id == "at-fault"
    finding = one(result, "REP-4", "r")
    assert (finding.result, finding.message_id, finding.params["keys"]) == ("not-stated", "at-fault", ("represents",))


def test_another_rules_verdict_that_no_value_changes_leaves_the_place_free() -> None:
    more = '  { id = "w", organisation = "net", represents = ["sex-workers"] },\n'
    more += '  { id = "x", organisation = "net", represents = ["sex-workers"] },\n'
    finding = one(reviewed(plan(LEFT.format(represents="sex-worker", more=more))), "REP-4", "r")
    assert (finding.result, finding.message_id) == ("met", "left-free")


def test_a_population_that_cant_be_read_may_have_been_the_first_of_a_shared_place() -> None:
    text = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "v", basis = "self", self_declared = true, represents = ["trans-peple", "sex-workers"] },
  { id = "a1", organisation = "ally" },
]
"""
    whole = plan(text)
    assert one(reviewed(whole.replace('"trans-peple", ', "")), "KP-2", "event").result == "met"
    finding = one(reviewed(whole), "KP-2", "event")
    assert (finding.result, finding.message_id) == ("not-stated", "at-fault")


def test_a_population_outside_the_vocabulary_may_be_what_was_meant() -> None:
    text = plan(panel().replace('represents = ["sex-workers"]', 'represents = ["othr:refugees"]'))
    three = text.replace("\n]\n", '\n  { id = "a2", organisation = "ally" },\n]\n')
    named = three.replace('["sex-workers"]', '["other:refugees"]')
    finding = one(reviewed(named), "BAL-1", "p")
    assert (finding.result, finding.message_id) == ("not-stated", "at-fault")


def test_a_chooser_that_points_nowhere_makes_no_footing_the_same() -> None:
    text = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "v", organisation = "net", represents = ["sex-workers"], chosen_by = "nett", minutes = 9,
    invited_on = 2026-12-01 },
  { id = "t", organisation = "tide", represents = ["trans-people"], chosen_by = "tide", minutes = 9,
    invited_on = 2026-12-01 },
]
"""
    whole = plan(text, stage="published", concerns='["sex-workers", "trans-people"]')
    assert one(reviewed(whole.replace('"nett"', '"net"')), "KP-5", "p").result == "met"
    finding = one(reviewed(whole), "KP-5", "p")
    assert (finding.result, finding.message_id) == ("not-stated", "at-fault")
