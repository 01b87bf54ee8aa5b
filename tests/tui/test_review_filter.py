"""Words filter the list; letters are letters while they are typed."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import desk


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


async def test_words_that_nothing_holds_leave_an_empty_list(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("/")
        await ui.type("zzz")
        assert ui.findings.finding is None
        assert "No finding has these words." in ui.detail_text
