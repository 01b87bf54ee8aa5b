"""The catalogue is searched, read, and left for the finding that it names; the review lies untouched below."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, WIDE, Driver, desk
from textual.widgets import Input, OptionList

from eventreview.report import sentences
from eventreview.rules import catalogue
from eventreview.tui.screens.rules import RulesScreen
from eventreview.tui.widgets.rule_detail import RuleDetail


async def opened(ui: Driver) -> RulesScreen:
    """The catalogue, opened by its key."""
    await ui.press("R")
    await ui.wait_for_screen("RulesScreen")
    screen = ui.screen
    assert isinstance(screen, RulesScreen)
    return screen


def listed(screen: RulesScreen) -> list[str]:
    """The codes in the list."""
    return [option.id for option in screen.query_one("#rules-list", OptionList).options if option.id is not None]


async def test_every_rule_is_listed_and_the_cursor_is_at_that_of_the_finding(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        screen = await opened(ui)
        assert listed(screen) == list(catalogue.rules())
        assert screen.rule is not None
        assert screen.rule.code == "REP-1"


async def test_a_rule_is_told_in_full(small: Path) -> None:
    async with desk(small, size=(120, 100)) as ui:
        await ui.select("REP-1", "s1")
        await opened(ui)
        rule = catalogue.rules()["REP-1"]
        text = ui.window_text
        for part in (sentences.what(rule), sentences.why(rule), sentences.remedy(rule), sentences.question(rule)):
            assert part in text
        for citation in sentences.citations(rule):
            assert citation in text


@pytest.mark.parametrize("words", ["chosen-by-community", "rep-1", "REP 1 chosen"])
async def test_the_search_narrows_the_list_down(small: Path, words: str) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        await ui.press("slash")
        screen.query_one("#rules-search", Input).value = words
        await ui.wait_for(lambda: len(listed(screen)) < len(catalogue.rules()), "fewer rules")
        assert "REP-1" in listed(screen)
        await ui.press("escape")
        await ui.wait_for(lambda: len(listed(screen)) == len(catalogue.rules()), "all rules again")
        await ui.answer("RulesScreen", "escape")


async def test_a_search_that_finds_nothing_says_so(small: Path) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        screen.query_one("#rules-search", Input).value = "[/b] nowhere"
        await ui.wait_for(lambda: listed(screen) == [], "no rule")
        assert "No rule has these words." in ui.screen_text()


async def test_enter_on_a_result_goes_to_its_finding(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        screen = await opened(ui)
        target = next(f for f in ui.session.findings() if f.is_open and f.rule.code not in ("REP-1", "FORM-1"))
        screen._fill("", target.rule.code)
        await ui.press("enter")
        await ui.wait_for(lambda: screen.focused is not None and screen.focused.id == "rule-results", "the results")
        await ui.answer("RulesScreen", "enter")
        assert ui.cursor == (target.rule.code, target.at)
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")


async def test_a_result_that_is_folded_or_filtered_away_is_reached_too(small: Path) -> None:
    async with desk(small) as ui:
        met = next(f for f in ui.session.findings() if f.result == "met")
        await ui.press("/")
        await ui.type("REP-1")
        await ui.press("f3")
        screen = await opened(ui)
        screen.dismiss(met)
        await ui.wait_for(lambda: ui.cursor == (met.rule.code, met.at), "the cursor at the met finding")
        assert ui.findings.finding is not None
        assert ui.findings.finding.key == met.key


async def test_a_rule_that_concerns_nothing_here_says_so(small: Path) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        seen = {finding.rule.code for finding in ui.session.findings() if finding.result != "not-applicable"}
        silent = next(rule for rule in catalogue.rules().values() if rule.code not in seen and rule.set == "allyship")
        screen._fill("", silent.code)
        await ui.wait_for(lambda: "it concerns nothing here" in ui.screen_text(), "that it concerns nothing")


@pytest.mark.parametrize(("size", "both"), [(WIDE, True), (MEDIUM, True), (NARROW, False)])
async def test_below_80_columns_there_is_one_pane_at_a_time(small: Path, size: tuple[int, int], both: bool) -> None:
    async with desk(small, size=size) as ui:
        screen = await opened(ui)
        assert screen.query_one("#rules-left").display
        assert screen.query_one(RuleDetail).display is both
        await ui.press("enter")
        await ui.wait_for(lambda: screen.query_one(RuleDetail).display, "the rule in full")
        assert screen.query_one("#rules-left").display is both
        await ui.press("escape")
        await ui.wait_for(lambda: screen.query_one("#rules-left").display, "the list")
        await ui.answer("RulesScreen", "escape")
        assert ui.is_running
