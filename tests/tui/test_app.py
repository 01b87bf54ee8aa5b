"""What comes first on the desk, the way back to a folder, and what is said when the program itself breaks."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import desk

from eventreview.tui.app import ReviewApp
from eventreview.tui.ending import crash_note


async def test_a_plan_opens_on_its_review(small: Path) -> None:
    async with desk(small) as ui:
        assert type(ui.screen).__name__ == "ReviewScreen"


async def test_a_folder_lists_its_plans_and_escape_comes_back_to_them(small: Path) -> None:
    shutil.copy(small, small.with_name("second.toml"))
    async with desk(small.parent) as ui:
        await ui.wait_for_screen("OpenScreen")
        await ui.wait_for(lambda: "2 plans" in ui.screen_text(), "two plans")
        await ui.press("enter")
        await ui.wait_for_screen("ReviewScreen")
        await ui.press("escape")
        await ui.wait_for_screen("OpenScreen")


async def test_the_way_back_to_the_folder_meets_the_guard(small: Path) -> None:
    async with desk(small.parent) as ui:
        await ui.wait_for(lambda: "1 plan" in ui.screen_text(), "the plan")
        await ui.press("enter")
        await ui.wait_for_screen("ReviewScreen")
        await ui.select_object("event")
        await ui.press("e")
        await ui.fill_in({"title": "Another title"})
        await ui.press("escape")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        await ui.press("escape")
        await ui.answer("QuitModal", "escape")
        assert type(ui.screen).__name__ == "ReviewScreen"
        await ui.press("escape")
        await ui.answer("QuitModal", "d")
        await ui.wait_for_screen("OpenScreen")
        assert small.read_text() == SMALL


async def test_a_plan_that_cannot_be_read_says_where_it_breaks_and_opens_once_mended(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(SMALL + "\n[broken\n", encoding="utf-8")
    async with desk(path) as ui:
        await ui.wait_for_screen("UnreadableScreen")
        assert "[broken" in ui.screen_text()
        path.write_text(SMALL, encoding="utf-8")
        await ui.press("r")
        await ui.wait_for_screen("ReviewScreen")


async def test_leaving_a_plan_that_cannot_be_read_leaves_the_desk(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("[broken\n", encoding="utf-8")
    async with desk(path) as ui:
        await ui.wait_for_screen("UnreadableScreen")
        await ui.press("q")
        await ui.wait_for(lambda: not ui.is_running, "the end")


def test_the_note_after_a_crash_says_where_and_nothing_of_the_plan() -> None:
    try:
        secret = "ada@example.org"
        raise KeyError(secret)
    except KeyError as error:
        note = crash_note(error, is_kept=True)
    assert "KeyError, test_app.py:" in note
    assert "ada" not in note


async def test_after_a_crash_no_local_variables_are_printed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = "ada@example.org"
    app = ReviewApp([str(small)])
    with pytest.raises(ZeroDivisionError):
        await _break(app, lambda: len(secret) // 0)
    printed = capsys.readouterr().err
    assert "internal error (ZeroDivisionError" in printed
    assert "ada@" not in printed


async def _break(app: ReviewApp, broken: Callable[[], object]) -> None:
    async with app.run_test() as pilot:
        app.call_later(broken)
        await pilot.pause()
