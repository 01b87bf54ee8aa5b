"""A waiver is agreed by those it concerns, ends, and is never blanket; otherwise the finding stands and says why."""

from __future__ import annotations

import pytest
from tests.review.conftest import judgement, one, plan, reviewed, waiver

# Chosen by the ally, agreed by nobody: an error of REP-1.
CHOSEN = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
]
"""
UNTIL = "until = 2027-06-30"


def test_a_valid_waiver_keeps_the_finding_in_sight() -> None:
    finding = one(reviewed(plan(CHOSEN + waiver("REP-1", "s1", "net", more=UNTIL))), "REP-1", "s1")
    assert (finding.result, finding.severity, finding.message_id) == ("waived", "error", "chosen-by-others")
    assert finding.waiver is not None


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (waiver("REP-99", "s1", "net", more=UNTIL), "no-such-rule"),
        (waiver("SAF-3", "s1", "net", more=UNTIL), "cannot-be-waived"),
        (waiver("FORM-5", "s1", "net", more=UNTIL), "cannot-be-waived"),
        (waiver("REP-1", "nowhere", "net", more=UNTIL), "no-such-object"),
        (waiver("REP-1", "s1", "net", more="until = 2027-01-01"), "ends-before-it-starts"),
        (waiver("REP-1", "s1", "net", on="2027-02-01", more=UNTIL), "dated-ahead"),
        (waiver("REP-1", "s1", "net", on="2026-12-02", more="until = 2027-01-09"), "expired"),
        (waiver("REP-1", "s1", "net"), "needs-an-end"),
        (waiver("REP-1", "s1", "net", more="until = 2028-01-07"), "too-long"),
        (waiver("REP-1", "s1", "ally", more=UNTIL), "not-theirs-to-agree"),
        (waiver("REP-1", "s1", "tide", more=UNTIL), "not-theirs-to-agree"),
    ],
)
def test_a_waiver_without_effect_says_why_and_the_finding_stands(written: str, reason: str) -> None:
    result = reviewed(plan(CHOSEN + written))
    assert one(result, "REP-1", "s1").result == "not-met"
    assert one(result, "FORM-13", "waivers[0]").message_id == reason


def test_a_waiver_that_matches_nothing_is_a_note() -> None:
    result = reviewed(plan(CHOSEN.replace('"ally"', '"net"') + waiver("REP-1", "s1", "net", more=UNTIL)))
    finding = one(result, "FORM-13", "waivers[0]")
    assert (finding.message_id, finding.severity) == ("matches-nothing", "note")


def test_a_waiver_on_the_last_day_of_its_year_still_holds() -> None:
    result = reviewed(plan(CHOSEN + waiver("REP-1", "s1", "net", more="until = 2028-01-06")))
    assert one(result, "REP-1", "s1").result == "waived"


def test_a_waiver_at_an_index_needs_its_digest() -> None:
    sponsors = '[[sponsors]]\norganisation = "ally"\nconditions = ["speaker-veto"]\n'
    result = reviewed(plan(CHOSEN + sponsors + waiver("SPO-2", "sponsors[0]", "net", more=UNTIL)))
    assert one(result, "FORM-13", "waivers[0]").message_id == "asked-again"
    assert one(result, "SPO-2", "sponsors[0]").result == "not-met"


def test_a_lesson_makes_a_rule_that_fails_again_weigh_more() -> None:
    agreed = (
        'consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, '
        'answered_on = 2026-11-20, outcome = "agreed" }]\n'
    )
    body = plan(CHOSEN).replace("[[organisations]]", agreed + "[[organisations]]", 1)
    lesson = '[[lessons]]\nraised_on = 2026-05-01\nraised_by = "net"\nwhat = "as last year"\nrule = "REP-1"\n'
    assert one(reviewed(body), "REP-1", "s1").severity == "warning"
    raised = one(reviewed(body + lesson), "REP-1", "s1")
    assert (raised.severity, raised.raised) == ("error", True)
    ahead = lesson.replace("2026-05-01", "2027-05-01")
    assert one(reviewed(body + ahead), "REP-1", "s1").severity == "warning"


def test_a_warning_that_a_judgement_settles_needs_no_waiver() -> None:
    agreed = (
        'consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, '
        'answered_on = 2026-11-20, outcome = "agreed" }]\n'
    )
    body = plan(CHOSEN).replace("[[organisations]]", agreed + "[[organisations]]", 1)
    finding = one(reviewed(body + judgement("REP-1", "s1", "met", "net")), "REP-1", "s1")
    assert (finding.result, finding.message_id) == ("met", "agreed-not-chosen")


# Printed under a text that two community organisations haven't approved.
SIGNED = """
[[statements]]
id = "t"
title = "Text"
drafters = ["ally"]
signatories = ["net", "south"]
published_on = 2027-01-05
"""


def test_a_name_in_print_is_waived_by_its_own_organisation_each_for_itself() -> None:
    def at_statement(*waivers: str) -> str:
        return one(reviewed(plan(SIGNED + "".join(waivers), stage="published")), "STA-4", "t").result

    own, other, ally = (waiver("STA-4", "t", by, more=UNTIL) for by in ("net", "south", "ally"))
    assert at_statement(ally) == "not-met"
    assert at_statement(own) == "not-met"
    assert at_statement(own, other) == "waived"
