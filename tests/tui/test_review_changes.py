"""A change is made behind its diff, checked again, taken back and made again; what can't be done says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import Driver, desk


async def _choose(ui: Driver, code: str, at: str, title: str) -> None:
    """Opens the window of the choice with this title."""
    await ui.select(code, at)
    found = next(line for line in ui.detail_text.splitlines() if title in line)
    await ui.press(found.strip()[0])
    await ui.wait_for_screen("ChoiceModal")


async def test_a_choice_shows_its_diff_and_what_becomes_of_the_findings(small: Path) -> None:
    async with desk(small) as ui:
        await _choose(ui, "REP-1", "s1", "Record that rpm chose")
        assert '-   33 │ chosen_by = "ally"  # to be looked at again' in ui.window_text
        assert '+   33 │ chosen_by = "rpm"  # to be looked at again' in ui.window_text
        assert "✗ error REP-1 place s1, held for rpm" in ui.window_text.partition("This closes:")[2]


async def test_applying_a_choice_checks_again_and_goes_to_the_next_open_finding(small: Path) -> None:
    async with desk(small) as ui:
        await _choose(ui, "REP-1", "s1", "Record that rpm chose")
        await ui.answer("ChoiceModal", "enter")
        assert ui.session.dirty
        assert "●" in ui.screen_text().splitlines()[0]
        assert "closed" in ui.status
        assert "u undoes" in ui.status
        assert ui.cursor != ("REP-1", "s1")
        assert ui.findings.finding is not None
        assert ui.findings.finding.is_open


async def test_leaving_a_choice_changes_nothing(small: Path) -> None:
    async with desk(small) as ui:
        await _choose(ui, "REP-1", "s1", "Record that rpm chose")
        await ui.answer("ChoiceModal", "escape")
        assert not ui.session.dirty
        assert ui.cursor == ("REP-1", "s1")


async def test_a_choice_can_be_edited_before_it_is_made(small: Path) -> None:
    async with desk(small) as ui:
        await _choose(ui, "REP-1", "s1", "Record that rpm chose")
        await ui.answer("ChoiceModal", "e")
        await ui.fill_in({"minutes": 10})
        assert 'chosen_by = "rpm"  # to be looked at again' in ui.session.text
        assert "minutes = 10" in ui.session.text


async def test_enter_goes_to_the_detail_and_then_to_the_best_choice(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.detail.has_focus, "the focus in the detail")
        await ui.press("enter")
        await ui.wait_for_screen("ChoiceModal")


async def test_a_number_without_a_choice_says_so(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("9")
        await ui.wait_for(lambda: "no choice 9" in ui.status, "that there is none")


async def test_undo_and_redo_give_the_same_bytes(small: Path) -> None:
    async with desk(small) as ui:
        await _choose(ui, "REP-1", "s1", "Record that rpm chose")
        await ui.answer("ChoiceModal", "enter")
        changed = ui.session.text
        await ui.press("u")
        assert ui.session.text == SMALL
        assert not ui.session.dirty
        assert "Undone" in ui.status
        await ui.press("ctrl+y")
        assert ui.session.text == changed
        await ui.press("ctrl+z")
        assert ui.session.text == SMALL


async def test_nothing_to_undo_says_so(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("u")
        assert ui.status == "There is nothing to undo."


async def test_e_opens_the_form_at_the_key_of_the_finding(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("e")
        await ui.fill_in({"chosen_by": "rpm"})
        assert ui.session.text == SMALL.replace('chosen_by = "ally"', 'chosen_by = "rpm"')


async def test_the_outline_goes_to_what_was_added_so_that_x_means_it(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("panels", 0, "speakers", 0)
        await ui.press("i")
        await ui.fill_in({"id": "s9"})
        added = ("panels", 0, "speakers", 1)
        await ui.wait_for(lambda: ui.outline.path == added, "the cursor at the new place")
        await ui.press("x")
        await ui.answer("ChoiceModal", "enter")
        assert ui.session.text == SMALL
        await ui.wait_for(lambda: ui.outline.path == added, "the cursor at what stands there now")


async def test_e_in_the_outline_edits_the_object_there(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("organisations", 0)
        await ui.press("e")
        await ui.fill_in({"name": "Red Poppies (fictional)"})
        assert ui.session.text == SMALL.replace("Red Poppy Movement", "Red Poppies")


@pytest.mark.parametrize(
    ("path", "before"),
    [
        (("panels", 0), "[end]"),
        (("panels", 0, "speakers", 0), '\n[[panels.speakers]]\nid = "s2"'),
    ],
)
async def test_i_adds_a_place_to_the_panel_at_the_cursor(small: Path, path: tuple[str | int, ...], before: str) -> None:
    async with desk(small) as ui:
        await ui.select_object(*path)
        await ui.press("i")
        await ui.fill_in({"id": "s4", "organisation": "rpm"})
        new = '\n[[panels.speakers]]\nid = "s4"\norganisation = "rpm"\n'
        expected = SMALL + new if before == "[end]" else SMALL.replace(before, new + before)
        assert ui.session.text == expected


async def test_x_removes_the_object_at_the_cursor_behind_its_diff(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("panels", 0, "speakers", 2)
        await ui.press("x")
        await ui.wait_for_screen("ChoiceModal")
        assert "remove place s3, held for ally" in ui.window_text
        await ui.answer("ChoiceModal", "enter")
        assert ui.session.text == SMALL.replace('\n[[panels.speakers]]\nid = "s3"\norganisation = "ally"\n', "")


async def test_the_event_is_never_removed(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("event")
        await ui.press("x")
        assert ui.status == "This can’t be removed from the plan."
        assert type(ui.screen).__name__ == "ReviewScreen"


async def test_read_only_says_so_and_opens_no_window(small: Path) -> None:
    async with desk(small, read_only=True) as ui:
        await ui.select("REP-1", "s1")
        for key in ("a", "1", "e", "i", "x", "ctrl+s"):
            await ui.press(key)
            assert ui.status == "This plan is open for reading only."
        assert "read-only" in ui.screen_text().splitlines()[0]


async def test_s_leaves_a_finding_aside_and_takes_it_back(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("s")
        assert "Left aside ▸ 1" in ui.screen_text()
        assert ui.cursor != ("REP-1", "s1")
        await ui.press("z")
        await ui.select("REP-1", "s1")
        await ui.press("s")
        assert "Left aside" not in ui.screen_text()


async def test_capital_s_leaves_a_whole_rule_aside(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.select("REP-1", "p1")
        await ui.press("S")
        open_ones = [f for f in ui.session.findings() if f.is_open and f.rule.code == "REP-1"]
        assert len(open_ones) > 1
        await ui.press("G")
        assert f"Left aside ▸ {len(open_ones)}" in ui.screen_text()


async def test_a_template_opens_the_form_of_the_new_entry_with_what_is_known(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.select("KP-1", "plenary")
        templates = [n for n, each in enumerate(ui.review.desk.choices, 1) if each.kind == "template"]
        if not templates:
            await ui.select("REP-3", "p2")
            templates = [n for n, each in enumerate(ui.review.desk.choices, 1) if each.kind == "template"]
        await ui.press(str(templates[0]))
        await ui.wait_for_screen("FormModal")
