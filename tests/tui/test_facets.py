"""Facets sift the findings: any value within a facet, every facet with a choice, and a count beside each value."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import NARROW, Driver, desk
from textual.widgets import Input, OptionList

from eventreview.review.session import Session
from eventreview.tui.facets import FACETS, NOTHING, OBJECT, RESULT, RULE, SEVERITY, counted, value_of
from eventreview.tui.grouping import grouped, listed, open_ones


def values(name: str, session: Session) -> list[str]:
    """The values of a facet that the findings of a session have, in the order of the window."""
    return [value for value, _said, _n in counted(name, list(listed(session)), NOTHING)]


def test_within_one_facet_any_value_does(meeting: Path) -> None:
    session = Session(str(meeting))
    chosen = NOTHING.toggled(SEVERITY, "warning").toggled(SEVERITY, "note")
    shown = list(open_ones(grouped(session, chosen=chosen)))
    assert {finding.severity for finding in shown} == {"warning", "note"}


def test_across_facets_all_have_to_hold(meeting: Path) -> None:
    session = Session(str(meeting))
    chosen = NOTHING.toggled(SEVERITY, "error").toggled(RULE, "CON-1").toggled(RULE, "REP-1")
    shown = list(open_ones(grouped(session, chosen=chosen)))
    assert {finding.rule.code for finding in shown} == {"CON-1", "REP-1"}
    assert {finding.severity for finding in shown} == {"error"}


def test_a_count_is_what_ticking_the_value_alone_shows(meeting: Path) -> None:
    session = Session(str(meeting))
    findings = list(listed(session))
    for facet in FACETS:
        for value, _said, n in counted(facet, findings, NOTHING):
            shown = grouped(session, chosen=NOTHING.toggled(facet, value))
            assert sum(len(group.findings) for group in shown) == n > 0, (facet, value)


def test_a_count_follows_the_other_facets_but_not_its_own(meeting: Path) -> None:
    session = Session(str(meeting))
    findings = list(listed(session))
    errors = NOTHING.toggled(SEVERITY, "error")
    assert counted(SEVERITY, findings, errors) == counted(SEVERITY, findings, NOTHING)
    before = {value: n for value, _said, n in counted(RULE, findings, NOTHING)}
    after = {value: n for value, _said, n in counted(RULE, findings, errors)}
    assert sum(after.values()) < sum(before.values())


def test_a_chosen_value_stays_listed_when_nothing_is_left_of_it(small: Path) -> None:
    session = Session(str(small))
    chosen = NOTHING.toggled(RULE, "SPO-1").toggled(SEVERITY, "error")
    assert ("SPO-1", "SPO-1", 0) in counted(RULE, list(listed(session)), chosen)


def test_rules_stand_in_the_order_of_their_numbers(meeting: Path) -> None:
    codes = values(RULE, Session(str(meeting)))
    saf = [int(code.partition("-")[2]) for code in codes if code.startswith("SAF-")]
    assert saf == sorted(saf)
    assert len(saf) > 1


def test_met_and_met_for_safety_are_one_result(meeting: Path) -> None:
    session = Session(str(meeting))
    assert "met-withheld" not in values(RESULT, session)
    assert {value_of(RESULT, finding) for finding in session.findings() if finding.result == "met-withheld"} <= {"met"}


def test_the_whole_plan_is_a_kind_of_object_too(meeting: Path) -> None:
    session = Session(str(meeting))
    assert {"plan", "panels", "speakers"} <= set(values(OBJECT, session))


async def tick(ui: Driver, *searches: str) -> None:
    """Ticks the first value that each search finds."""
    for search in searches:
        ui.screen.query_one(Input).value = search
        await ui.pilot.pause()
        await ui.press("enter")


async def test_f_sifts_the_list_and_its_title_says_so(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        await tick(ui, "warning", "place")
        await ui.answer("FacetsModal", "ctrl+s")
        shown = list(ui.findings._findings.values())
        assert shown
        assert {finding.severity for finding in shown} == {"warning"}
        assert {finding.table for finding in shown} == {"speakers"}
        assert f"Findings · warning · Places · {len(shown)} findings" in ui.screen_text()
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")


async def test_words_and_facets_go_together_and_esc_takes_both_away(meeting: Path) -> None:
    async with desk(meeting) as ui:
        before = len(ui.findings.options)
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        await tick(ui, "CON-1")
        await ui.answer("FacetsModal", "ctrl+s")
        await ui.press("/")
        await ui.type("p2")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert {(finding.rule.code, finding.at) for finding in ui.findings._findings.values()} == {("CON-1", "p2")}
        await ui.press("escape")
        await ui.wait_for(lambda: len(ui.findings.options) == before, "all findings")


async def test_a_result_that_is_asked_for_is_unfolded_and_can_be_folded(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        await tick(ui, "not stated")
        await ui.answer("FacetsModal", "ctrl+s")
        assert {finding.result for finding in ui.findings._findings.values()} == {"not-stated"}
        await ui.press("z")
        await ui.wait_for(lambda: not ui.findings._findings, "the group folded")


async def test_esc_leaves_the_facets_as_they_were(small: Path) -> None:
    async with desk(small) as ui:
        before = len(ui.findings.options)
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        await tick(ui, "error")
        await ui.answer("FacetsModal", "escape")
        assert len(ui.findings.options) == before


async def test_what_is_ticked_can_be_taken_away_at_once(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        await tick(ui, "error")
        listed_values = ui.screen.query_one(OptionList)
        assert listed_values.get_option("all")
        listed_values.highlighted = 0
        await ui.press("enter")
        assert "All findings are shown." in ui.window_text


async def test_where_there_is_little_room_the_first_line_says_what_is_in_force(meeting: Path) -> None:
    async with desk(meeting, size=NARROW) as ui:
        await ui.press("f")
        await ui.wait_for_screen("FacetsModal")
        assert "ctrl+s shows them" in ui.screen_text()
        await tick(ui, "CON-1")
        await ui.answer("FacetsModal", "ctrl+s")
        assert "CON-1 · " in ui.screen_text()
        assert ui.cursor is not None
        assert ui.cursor[0] == "CON-1"
