"""The rows of the timeline hold the dates of the plan in the order they came, and what the rules found of it."""

from __future__ import annotations

import pytest
from tests.review.conftest import judgement, plan, reviewed

from eventreview.config.thresholds import Thresholds
from eventreview.review.pictures.facts import WITH, WITHOUT
from eventreview.review.pictures.rows import timeline
from eventreview.review.pictures.timeline import Row, Timeline
from eventreview.rules.words import Scene

PLACE = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-10,
    invited_on = 2026-12-12 },
  { id = "a1", organisation = "ally" },
]
"""
DECISION = '[[decisions]]\nwhat = "budget"\nmade_on = {on}\nmade_by = ["{by}"]\n'
CLOSED = PLACE.replace('title = "Panel"', 'title = "Panel"\nkind = "closed-caucus"')


def asked(on: str, answered: str, about: str = "speakers", more: str = "") -> str:
    return (
        f'[[consultations]]\nid = "c1"\nby = "ally"\nwith = "net"\nabout = ["{about}"]\nasked_on = {on}\n'
        f'answered_on = {answered}\noutcome = "agreed"\n{more}\n'
    )


def drawn(body: str, **how: str) -> Timeline:
    result = reviewed(plan(body, **how))
    assert result.file.plan is not None
    return timeline(Scene(result.file.plan, Thresholds()), result)


def row(shown: Timeline, kind: str) -> Row:
    return next(each for each in shown.rows if each.kind == kind)


def kinds(found: Row) -> list[str]:
    return [mark.kind for mark in found.marks]


def test_a_question_after_the_choice_stands_after_it_and_the_choice_is_flagged() -> None:
    found = row(drawn(PLACE + asked("2026-12-20", "2027-01-02")), "place")
    assert kinds(found) == ["chosen", "invited", "asked", "answered"]
    assert (found.fact, found.flagged) == (WITHOUT, "chosen")
    assert found.finding is not None
    assert (found.finding.rule.code, found.finding.message_id) == ("CON-1", "asked-afterwards")


def test_an_answer_before_the_choice_flags_nothing() -> None:
    found = row(drawn(PLACE + asked("2026-11-20", "2026-12-02")), "place")
    assert kinds(found) == ["asked", "answered", "chosen", "invited"]
    assert (found.fact, found.flagged, found.absent) == (WITH, None, ())


def test_who_was_never_asked_lacks_a_question() -> None:
    found = row(drawn(PLACE), "place")
    assert (found.flagged, found.absent) == ("chosen", ("asked",))


@pytest.mark.parametrize(
    ("answered", "chosen", "order", "open_end"),
    [
        ("2026-12-10", "2026-12-10", ["asked", "answered", "chosen"], True),
        ("2026-12-10T09:00:00", "2026-12-10T16:00:00", ["asked", "answered", "chosen"], False),
        ("2026-12-10T16:00:00", "2026-12-10T09:00:00", ["asked", "chosen", "answered"], False),
    ],
)
def test_on_one_day_the_times_decide_and_without_them_nothing_does(
    answered: str, chosen: str, order: list[str], open_end: bool
) -> None:
    body = PLACE.replace("chosen_on = 2026-12-10,\n    invited_on = 2026-12-12", f"chosen_on = {chosen}")
    found = row(drawn(body + asked("2026-11-20", answered)), "place")
    assert kinds(found) == order
    assert [mark.with_next for mark in found.marks] == [False, open_end, False]


def test_a_date_after_today_is_an_intention() -> None:
    found = row(drawn(PLACE.replace("invited_on = 2026-12-12", "invited_on = 2027-03-12")), "place")
    assert [mark.ahead for mark in found.marks] == [False, True]


def test_places_of_a_closed_caucus_have_no_row_and_are_in_no_count() -> None:
    narrowed = asked("2026-11-20", "2026-12-02", more='ref = "s1"')
    decision = '[[decisions]]\nwhat = "speakers"\nref = "s1"\nmade_on = 2026-12-10\nmade_by = ["ally"]\n'
    shown = drawn(CLOSED + narrowed + decision)
    assert shown.closed
    assert {each.kind for each in (*shown.rows, *shown.left_out)} == {"agenda", "event", "today"}


def test_a_panel_whose_kind_cannot_be_read_may_be_closed() -> None:
    shown = drawn(CLOSED.replace("closed-caucus", "closed-cucus"))
    assert shown.closed
    assert not any(each.kind == "place" for each in (*shown.rows, *shown.left_out))


def test_objects_without_dates_and_findings_are_left_out_by_name() -> None:
    shown = drawn(PLACE)
    assert [each.table.at for each in shown.left_out] == ["a1", "event"]


def test_a_consultation_that_no_row_shows_has_its_own() -> None:
    shown = drawn(asked("2026-11-20", "2026-12-02", about="partnership"))
    assert kinds(row(shown, "consultation")) == ["asked", "answered"]
    assert "consultation" not in [each.kind for each in drawn(PLACE + asked("2026-11-20", "2026-12-02")).rows]


def test_an_agenda_fixed_on_another_day_than_a_decision_on_it_takes_nothing_from_it() -> None:
    decision = '[[decisions]]\nwhat = "agenda"\nmade_on = 2026-12-20\nmade_by = ["net"]\n'
    text = plan(decision).replace('scope = "global"', 'scope = "global", agenda_fixed_on = 2026-11-01')
    result = reviewed(text)
    assert result.file.plan is not None
    shown = timeline(Scene(result.file.plan, Thresholds()), result)
    assert row(shown, "agenda").finding is None
    assert row(shown, "decision").fact == WITH


def test_a_decision_without_them_is_flagged_and_one_that_lies_ahead_is_not() -> None:
    assert row(drawn(DECISION.format(on="2026-12-20", by="ally")), "decision").flagged == "decided"
    ahead = row(drawn(DECISION.format(on="2027-02-20", by="ally")), "decision")
    assert (ahead.flagged, ahead.marks[0].ahead) == (None, True)


def test_a_text_finalised_without_them_is_flagged_at_its_end() -> None:
    text = '[[statements]]\nid = "t"\ntitle = "Text"\ndrafters = ["ally"]\ndrafting_from = 2026-11-01\n'
    found = row(drawn(f"{text}finalised_on = 2026-12-01\n"), "statement")
    assert kinds(found) == ["drafting", "fixed"]
    assert (found.flagged, found.fact) == ("fixed", WITHOUT)


def test_a_withheld_date_stays_withheld() -> None:
    found = row(drawn('[safety]\nrisk_assessed_on = "withheld"\n'), "safety")
    assert (found.marks, found.withheld, found.absent) == ((), ("assessed",), ())


def test_today_is_the_last_row_and_always_in_the_span() -> None:
    shown = drawn(PLACE)
    assert shown.rows[-1].kind == "today"
    assert str(shown.span[1]) == "2027-01-10"


def test_of_two_decisions_on_one_step_only_the_one_without_them_is_flagged() -> None:
    both = DECISION.format(on="2026-12-20", by="ally") + DECISION.format(on="2026-12-21", by="net")
    first, second = [each for each in drawn(both).rows if each.kind == "decision"]
    assert (first.flagged, second.flagged, second.fact) == ("decided", None, None)


def test_what_was_decided_with_them_says_nothing_of_a_decision_still_to_come() -> None:
    both = DECISION.format(on="2026-12-20", by="net") + DECISION.format(on="2027-02-20", by="ally")
    first, second = [each for each in drawn(both).rows if each.kind == "decision"]
    assert (first.fact, second.fact) == (WITH, None)


def test_what_was_decided_with_one_population_says_nothing_of_a_decision_about_another() -> None:
    panel = '[[panels]]\nid = "p"\ntitle = "Panel"\nconcerns = ["trans-people"]\n'
    both = DECISION.format(on="2026-12-20", by="net") + DECISION.format(on="2026-12-21", by="ally") + 'ref = "p"\n'
    first, second = [each for each in drawn(panel + both).rows if each.kind == "decision"]
    assert (first.fact, second.fact) == (WITH, None)


def test_a_choice_and_its_invitation_on_one_day_leave_nothing_open() -> None:
    found = row(drawn(PLACE.replace("invited_on = 2026-12-12", "invited_on = 2026-12-10")), "place")
    assert [mark.with_next for mark in found.marks] == [False, False]


def test_silence_accepted_by_those_concerned_stays_a_choice_without_an_answer() -> None:
    silent = (
        '[[consultations]]\nid = "c1"\nby = "ally"\nwith = "net"\nabout = ["speakers"]\nasked_on = 2026-11-01\n'
        'reply_by = 2026-11-20\noutcome = "no-answer"\n'
    )
    found = row(drawn(PLACE + silent + judgement("CON-1", "s1", "met", "net")), "place")
    assert found.finding is not None
    assert (found.finding.result, found.fact, found.absent) == ("met", WITHOUT, ("answered",))
