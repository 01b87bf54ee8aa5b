"""The review shows the plan, its findings and the detail, at every size, and says where the cursor is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, WIDE, desk

from eventreview import language

PANES = ("outline", "findings-pane", "detail")


async def test_the_head_names_the_file_its_stage_and_its_day(small: Path) -> None:
    async with desk(small) as ui:
        first, second, *_ = ui.screen_text().splitlines()
        assert "small.toml" in first
        assert "stage: inviting" in first
        assert "2027-01-15" in first
        assert "error" in second


async def test_at_120_columns_three_panes_stand_side_by_side(small: Path) -> None:
    async with desk(small, size=WIDE) as ui:
        assert ui.displayed(*PANES) == [True, True, True]


async def test_at_80_columns_the_outline_takes_the_place_of_the_detail_when_asked_for(small: Path) -> None:
    async with desk(small, size=MEDIUM) as ui:
        assert ui.displayed(*PANES) == [False, True, True]
        await ui.press("f2")
        await ui.wait_for(lambda: ui.outline.has_focus, "the focus in the outline")
        assert ui.displayed(*PANES) == [True, True, False]
        await ui.press("escape")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert ui.displayed(*PANES) == [False, True, True]


@pytest.mark.parametrize("size", [NARROW, (100, 18)])
async def test_where_there_is_little_room_one_pane_is_shown_with_a_way_back(small: Path, size: tuple[int, int]) -> None:
    async with desk(small, size=size) as ui:
        assert ui.displayed(*PANES) == [False, True, False]
        await ui.press("enter")
        await ui.wait_for(lambda: ui.detail.has_focus, "the focus in the detail")
        assert ui.displayed(*PANES) == [False, False, True]
        assert "Esc" in ui.keys
        await ui.press("escape")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert ui.displayed(*PANES) == [False, True, False]


async def test_resizing_shows_other_panes(small: Path) -> None:
    async with desk(small, size=NARROW) as ui:
        await ui.pilot.resize_terminal(*WIDE)
        await ui.wait_for(lambda: ui.displayed(*PANES) == [True, True, True], "three panes")


async def test_the_list_begins_with_what_is_not_met_and_folds_what_needs_nobody(small: Path) -> None:
    async with desk(small) as ui:
        text = ui.screen_text()
        assert text.index("Not met") < text.index("REP-1") < text.index("Met ▸")
        assert ui.cursor is not None


async def test_z_unfolds_and_folds_what_is_met(small: Path) -> None:
    async with desk(small) as ui:
        before = len(ui.findings.options)
        await ui.press("z")
        assert len(ui.findings.options) > before
        await ui.press("z")
        assert len(ui.findings.options) == before


async def test_unfolding_leaves_the_words_of_other_groups_aligned(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.press("z")
        assert "✗ error    INC-2   event" in ui.screen_text()


async def test_enter_on_the_line_of_a_group_unfolds_that_group(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("G")
        assert ui.findings.finding is None
        await ui.press("enter")
        await ui.wait_for(lambda: "Met ▾" in ui.screen_text(), "the group unfolded")


async def test_a_plan_with_nothing_open_says_so_and_how_to_see_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "first-thought.toml"
    path.write_text('format = 1\nstage = "idea"\n[event]\ntitle = "Spring meeting"\nconcerns = []\n', encoding="utf-8")
    async with desk(path) as ui:
        assert "Nothing here waits for anybody now." in ui.detail_text
        await ui.press("n")
        assert ui.status == "No finding is open."


async def test_the_detail_says_what_why_where_and_what_can_be_done(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.select("REP-1", "p1")
        text = ui.detail_text
        assert "REP-1 chosen-by-community" in text
        assert "✗ error · place p1, held for gmn" in text
        assert "hpf chose" in text
        assert "1 " in text[text.index("What you can do") :]
        assert '80 │ chosen_by = "hpf"' in text
        assert "allyship note, section" in text


async def test_a_question_names_who_may_answer_and_offers_nothing_to_apply(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.select("BAL-1")
        assert "the community concerned: Is this line-up one you would sign?" in ui.detail_text
        await ui.press("a")
        await ui.wait_for(lambda: "This is a question" in ui.status, "why nothing is applied")


async def test_n_goes_to_the_next_open_finding_and_around_the_end(small: Path) -> None:
    async with desk(small) as ui:
        first = ui.cursor
        seen = [first]
        for _each in ui.findings.options:
            await ui.press("n")
            if ui.cursor == first:
                break
            seen.append(ui.cursor)
        assert len(seen) == sum(1 for finding in ui.session.findings() if finding.is_open)
        await ui.press("N")
        assert ui.cursor == seen[-1]


async def test_enter_in_the_outline_goes_to_the_first_finding_of_the_object(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.select_object("panels", 0, "speakers", 1)
        await ui.press("enter")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        assert ui.cursor is not None
        assert ui.cursor[1] == "p2"


async def test_the_outline_counts_the_open_findings_of_each_object(meeting: Path) -> None:
    async with desk(meeting) as ui:
        line = next(line for line in ui.screen_text().splitlines() if line.lstrip().startswith("p2 "))
        of_p2 = [f for f in ui.session.findings() if f.is_open and f.at == "p2"]
        assert line[: line.index("│")].split()[-1] == str(len(of_p2))


async def test_h_and_l_fold_the_outline_and_change_the_pane_elsewhere(meeting: Path) -> None:
    async with desk(meeting) as ui:
        await ui.press("h")
        await ui.wait_for(lambda: ui.outline.has_focus, "the focus in the outline")
        await ui.select_object("panels", 0)
        before = ui.outline.last_line
        await ui.press("h")
        assert ui.outline.last_line < before
        await ui.press("l")
        assert ui.outline.last_line == before


async def test_tab_goes_round_the_panes(small: Path) -> None:
    async with desk(small) as ui:
        for pane in (ui.detail, ui.outline, ui.findings):
            await ui.press("tab")
            await ui.wait_for(lambda pane=pane: pane.has_focus, str(pane))  # type: ignore[misc]


async def test_the_review_is_in_french_when_french_is_spoken(small: Path) -> None:
    language.use("fr")
    async with desk(small) as ui:
        assert "erreur" in ui.screen_text()
        assert "Constats" in ui.screen_text()


@pytest.mark.parametrize("theme", ["eventreview-light", "textual-light", "ansi-dark"])
async def test_another_theme_shows_the_same_words(small: Path, theme: str) -> None:
    async with desk(small) as dark:
        words = dark.screen_text()
    async with desk(small, theme=theme) as other:
        assert other.screen_text() == words


async def test_it_is_said_once_that_names_are_shown(small: Path) -> None:
    async with desk(small) as ui:
        assert ui.status == "Lines of the plan are shown as they are, names too."
        await ui.press("n")
        assert ui.status == ""


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (30, 8), (300, 100)])
async def test_no_size_breaks_the_desk(small: Path, size: tuple[int, int]) -> None:
    async with desk(small, size=size) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("a")
        await ui.wait_for_screen("ChoiceModal")
        await ui.pilot.resize_terminal(*WIDE)
        await ui.answer("ChoiceModal", "escape")
        assert ui.is_running
