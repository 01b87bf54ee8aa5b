"""Words filter the list; letters are letters while they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import NARROW, desk
from textual import events

from eventreview.tui.folding import matches
from eventreview.tui.widgets import finding_list
from eventreview.tui.widgets.filter_bar import FilterBar


async def test_slash_filters_by_words_of_the_subject(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.press("/")
        await ui.type("p2 gmn")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        shown = [finding.at for finding in ui.findings._findings.values()]
        assert shown
        assert set(shown) == {"p2"}
        assert "with “p2 gmn”" in ui.screen_text()


async def test_escape_shows_all_findings_again(small: Path) -> None:
    async with desk(small) as ui:
        before = len(ui.findings.options)
        await ui.press("/")
        await ui.type("rep-1")
        assert len(ui.findings.options) < before
        await ui.press("escape")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert len(ui.findings.options) == before


async def test_escape_in_the_list_clears_words_that_were_kept(small: Path) -> None:
    async with desk(small) as ui:
        before = len(ui.findings.options)
        await ui.press("/")
        await ui.type("rep-1")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        await ui.press("escape")
        await ui.wait_for(lambda: len(ui.findings.options) == before, "all findings")


async def test_commands_are_letters_while_words_are_typed(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("/")
        await ui.type("aesuxq1")
        assert type(ui.screen).__name__ == "ReviewScreen"
        assert not ui.session.dirty
        assert ui.is_running


async def test_of_too_many_findings_the_first_are_shown_and_it_is_said(
    meeting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding_list, "MOST", 5)
    async with desk(meeting) as ui:
        assert len(ui.findings._findings) == 5
        assert "The first 5 are shown. A filter shows others." in ui.screen_text()


async def test_words_that_nothing_holds_leave_an_empty_list(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("/")
        await ui.type("zzz")
        assert ui.findings.finding is None
        assert "No finding is left by these words and facets." in ui.detail_text


@pytest.mark.parametrize("pane", ["f2", "f3", "f4"])
async def test_letters_sent_at_once_after_slash_are_words_and_nothing_else(small: Path, pane: str) -> None:
    async with desk(small) as ui:
        await ui.press(pane)
        for key in ("slash", "u", "x", "s", "q", "slash"):
            ui.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await ui.wait_for(lambda: ui.review.query_one(FilterBar).value == "uxsq/", "the words")
        assert type(ui.screen).__name__ == "ReviewScreen"
        assert not ui.session.skipped
        assert ui.is_running


async def test_letters_are_kept_where_the_list_was_out_of_sight(small: Path) -> None:
    async with desk(small, size=NARROW) as ui:
        await ui.press("f4")
        for key in ("slash", "r", "e", "p"):
            ui.app.post_message(events.Key(key, "/" if key == "slash" else key))
        await ui.wait_for(lambda: ui.review.query_one(FilterBar).value == "rep", "the words")
        await ui.press("minus", "1", "enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert ui.cursor is not None
        assert ui.cursor[0] == "REP-1"


def test_a_word_in_the_inclusive_form_is_found_by_either_form() -> None:
    for words in ("modératrice", "modérateur", "MODERATRICE", "modérateurtrice"):
        assert matches(words, "une place de modérateurTRICE")
    assert matches("travailleuses", "travailleurSEs du sexe")
    assert matches("travailleurs", "travailleurSEs du sexe")
    assert matches("décideuses", "les décideurEUSEs")
    assert matches("expertes", "des expertEs")
    assert not matches("modératrices", "une place de modérateurTRICE")
    assert not matches("travailleuses", "des travailleurs")
