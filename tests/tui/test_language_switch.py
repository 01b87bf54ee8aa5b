"""Another language without a new start: everything is said anew, and nobody loses their place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.driver import desk
from textual.widgets import Input, OptionList

from eventreview import language
from eventreview.language import gettext


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """The desk begins in English, and leaves English behind; without the catalogue there is nothing to switch to."""
    language.use("fr")
    has_french = language.current() == "fr"
    language.use("en")
    if not has_french:
        pytest.skip("the French catalogue isn't compiled")
    yield
    language.use("en")


async def test_the_review_is_said_anew_and_cursor_and_words_stay(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("/")
        await ui.type("s1")
        await ui.press("enter")
        await ui.select("CON-1")
        cursor = ui.cursor
        english = ui.screen_text()
        await ui.press("L")
        await ui.wait_for(lambda: "erreur" in ui.screen_text(), "French in the list")
        french = ui.screen_text()
        for word in ("error", "Findings", "Detail", "What you can do", "undo", "place s1"):
            assert word in english
        for word in ("error ", "Findings", "What you can do", "undo"):
            assert word not in french
        assert ui.cursor == cursor
        assert "s1" in french
        assert ui.findings.has_focus
        await ui.press("L")
        await ui.wait_for(lambda: "What you can do" in ui.screen_text(), "English again")
        assert ui.cursor == cursor


async def test_the_list_of_plans_is_said_anew(small: Path) -> None:
    shutil.copy(small, small.with_name("second.toml"))
    async with desk(small.parent) as ui:
        await ui.wait_for(lambda: "2 plans" in ui.screen_text(), "two plans")
        await ui.press("/")
        await ui.type("second")
        await ui.press("enter")
        await ui.press("L")
        await ui.wait_for(lambda: "erreur" in ui.screen_text(), "French in the list")
        assert ui.screen.query(Input).first().value == "second"
        assert "small.toml" not in ui.screen_text()


@pytest.mark.parametrize(("key", "page", "list_id"), [("R", "RulesScreen", "rules-list"), ("v", "SourceScreen", "")])
async def test_a_page_that_is_only_read_is_said_anew(small: Path, key: str, page: str, list_id: str) -> None:
    async with desk(small) as ui:
        await ui.select("CON-1")
        await ui.press(key)
        await ui.wait_for_screen(page)
        await ui.press("down")
        english = ui.screen_text()
        row = ui.screen.query_one(f"#{list_id}", OptionList).highlighted if list_id else None
        await ui.press("L")
        await ui.wait_for(lambda: ui.screen_text() != english and language.current() == "fr", "another page")
        await ui.press("down")
        if list_id:
            assert ui.screen.query_one(f"#{list_id}", OptionList).highlighted == (row or 0) + 1
        await ui.press("escape")
        await ui.wait_for_screen("ReviewScreen")


async def test_a_page_on_top_and_the_review_below_are_both_said_anew(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("?")
        await ui.wait_for_screen("HelpScreen")
        await ui.press("L")
        await ui.wait_for(lambda: "Touches" in ui.window_text, "French in the help")
        await ui.press("escape")
        await ui.wait_for_screen("ReviewScreen")
        assert "erreur" in ui.screen_text()
        assert gettext("Applied. {counts} · u undoes") != "Applied. {counts} · u undoes"
