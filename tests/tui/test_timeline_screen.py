"""The timeline, and the bars of the outline, as a person sees them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.tui.conftest import PLANS
from tests.tui.driver import MEDIUM, NARROW, WIDE, Driver, desk, text_of
from textual.widgets import OptionList, Static

from eventreview import language


def rows(ui: Driver) -> OptionList:
    return ui.screen.query_one("#timeline-rows", OptionList)


def told(ui: Driver) -> str:
    return text_of(ui.screen.query_one("#timeline-row", Static))


def line(ui: Driver, beginning: str) -> str:
    return next(each for each in ui.screen_text().splitlines() if each.strip().startswith(beginning))


async def open_timeline(ui: Driver) -> None:
    await ui.press("t")
    await ui.wait_for_screen("TimelineScreen")
    await ui.wait_for(lambda: told(ui) != "", "the row at the cursor in words")


async def test_a_choice_before_its_question_is_seen_and_said(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await open_timeline(ui)
        drawn = line(ui, "place p1 (gmn)")
        assert drawn.split()[3:] == ["C✗", "ia━A", "✗", "asked", "afterwards", "(CON-1)"]
        assert "chosen 10 April 2027, invited 28 April 2027, asked 29 April 2027, answered 2 May 2027." in told(ui)
        assert "CON-1, ✗ error: By 10 April 2027 the choice was made" in told(ui)
        assert "✗ without them: agenda, speakers and statement" in ui.screen_text()


async def test_enter_goes_to_the_finding_of_the_row_and_esc_back_to_where_one_was(meeting: Path) -> None:
    async with desk(meeting) as ui:
        before = ui.cursor
        await open_timeline(ui)
        await ui.answer("TimelineScreen", "escape")
        assert ui.cursor == before
        await open_timeline(ui)
        await ui.press("down")
        await ui.answer("TimelineScreen", "enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert ui.cursor == ("CON-1", "p2")


async def test_enter_on_a_row_without_a_finding_goes_to_its_object(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await open_timeline(ui)
        await ui.press("down", "down")
        await ui.answer("TimelineScreen", "enter")
        await ui.wait_for(lambda: ui.outline.path == ("panels", 0, "speakers", 2), "the place in the outline")


async def test_end_and_home_reach_the_last_and_the_first_row(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await open_timeline(ui)
        await ui.press("end")
        assert told(ui).startswith("event: ")
        await ui.press("g")
        assert told(ui).startswith("place p1")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_row_and_the_way_back_are_on_the_screen_at_every_size(meeting: Path, size: tuple[int, int]) -> None:
    async with desk(meeting, size=size) as ui:
        await open_timeline(ui)
        text = ui.screen_text()
        assert "✗ asked afterwards (CON-1)" in text
        assert "Esc back" in text
        assert "April 2027" in text or "Apr 2027" in text
        assert max(map(len, text.splitlines())) <= size[0]


async def test_where_it_is_narrow_the_dates_stand_in_words_and_come_back_as_a_scale(meeting: Path) -> None:
    async with desk(meeting, size=NARROW) as ui:
        await open_timeline(ui)
        assert "chosen 10 April 2027" in line(ui, "chosen")
        await ui.pilot.resize_terminal(*WIDE)
        await ui.wait_for(lambda: "C✗" in ui.screen_text(), "the scale")
        assert rows(ui).highlighted == 0


async def test_no_place_of_a_closed_caucus_is_drawn_counted_or_told(tmp_path: Path) -> None:
    path = Path(shutil.copy(PLANS / "closed-caucus.toml", tmp_path))
    async with desk(path) as ui:
        await ui.select_object("panels", 0)
        await ui.press("down")
        assert ui.status.startswith("panel room: Nobody is counted in a closed caucus")
        assert not {"●", "▬"} & set(ui.screen_text())
        assert "of 2 community" not in ui.screen_text()
        await open_timeline(ui)
        text = ui.screen_text()
        assert "r1" not in text
        assert "r2" not in text
        assert "Places of a panel that is closed" in text


async def test_a_date_still_to_come_stands_in_brackets_and_is_called_planned(tmp_path: Path) -> None:
    path = Path(shutil.copy(PLANS / "closed-caucus.toml", tmp_path))
    async with desk(path) as ui:
        await open_timeline(ui)
        assert "(◆)" in line(ui, "event")
        await ui.press("end")
        assert "event (planned) 2 April 2027" in told(ui)
        assert "published: not stated" in told(ui)


async def test_the_outline_shows_the_bars_of_a_panel_and_says_them(meeting: Path) -> None:
    async with desk(meeting) as ui:
        assert "●●○○□ 2 of 5 community" in ui.screen_text()
        assert "▬─────── 10 of 65 min" in ui.screen_text()
        await ui.select_object("panels", 0)
        await ui.press("down")
        assert ui.status == "panel plenary: 2 of 5 community (●), 2 allies (○), 1 institution (□)."


async def test_the_head_shows_the_strip_with_its_words_where_there_is_room(meeting: Path) -> None:
    async with desk(meeting) as ui:
        assert "agenda ✗  speakers ✗" in ui.screen_text()
        assert "✗ without them" in ui.screen_text()
    async with desk(meeting, size=MEDIUM) as ui:
        assert "agenda ✗" not in ui.screen_text()


async def test_another_language_says_the_timeline_anew(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await open_timeline(ui)
        await ui.press("down", "L")
        await ui.wait_for(lambda: language.current() == "fr" and "place p2, tenue pour gmn" in told(ui), "French")
        assert rows(ui).highlighted == 1
