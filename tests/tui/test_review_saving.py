"""Nothing is written without its diff, nothing unsaved is left without asking, and nobody else's work is overwritten."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import SMALL
from tests.tui.driver import Driver, desk
from textual.widgets import Input

CHANGED = SMALL.replace('chosen_by = "ally"', 'chosen_by = "rpm"')
THEIRS = SMALL.replace("A small plan", "Somebody else's plan")


async def _change(ui: Driver) -> None:
    """Makes one change through the form."""
    await ui.select("REP-1", "s1")
    await ui.press("e")
    await ui.fill_in({"chosen_by": "rpm"})
    assert ui.session.text == CHANGED


async def test_saving_shows_the_diff_first(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("ctrl+s")
        await ui.wait_for_screen("SaveModal")
        assert '+   33 │ chosen_by = "rpm"' in ui.window_text
        assert small.read_text() == SMALL
        await ui.answer("SaveModal", "enter")
        await ui.wait_for(lambda: not ui.session.dirty, "saved")
        assert small.read_text() == CHANGED
        assert ui.status.startswith("Saved: ")
        assert "●" not in ui.screen_text().splitlines()[0]


async def test_not_saving_keeps_the_change_and_the_file(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("ctrl+s")
        await ui.answer("SaveModal", "escape")
        assert ui.session.dirty
        assert small.read_text() == SMALL


async def test_without_a_change_there_is_nothing_to_save(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("ctrl+s")
        assert ui.status == "Everything is saved."


async def test_leaving_without_a_change_asks_nothing(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("q")
        await ui.wait_for(lambda: not ui.is_running, "the end")


async def test_leaving_with_a_change_asks_and_enter_saves_behind_the_diff(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("q")
        await ui.answer("QuitModal", "enter")
        await ui.answer("SaveModal", "enter")
        await ui.wait_for(lambda: not ui.is_running, "the end")
        assert small.read_text() == CHANGED


async def test_ctrl_q_meets_the_same_guard_and_escape_stays(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("ctrl+q")
        await ui.answer("QuitModal", "escape")
        assert ui.is_running
        assert ui.session.dirty


async def test_discarding_leaves_the_file_as_it_was(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("q")
        await ui.answer("QuitModal", "d")
        await ui.wait_for(lambda: not ui.is_running, "the end")
        assert small.read_text() == SMALL


async def test_ctrl_q_closes_no_window_that_holds_half_an_answer(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await ui.press("e")
        await ui.wait_for_screen("FormModal")
        await ui.press("ctrl+q")
        assert type(ui.screen).__name__ == "FormModal"
        assert ui.is_running


async def test_ctrl_c_says_how_to_leave(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("ctrl+c")
        assert "q leaves" in ui.status
        assert ui.is_running


async def test_a_file_changed_meanwhile_is_not_overwritten_unasked(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        small.write_text(THEIRS)
        await ui.press("ctrl+s")
        await ui.answer("ConflictModal", "escape")
        assert small.read_text() == THEIRS
        assert ui.session.text == CHANGED


async def test_overwriting_shows_first_what_would_be_lost(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        small.write_text(THEIRS)
        await ui.press("ctrl+s")
        await ui.answer("ConflictModal", "o")
        await ui.wait_for_screen("SaveModal")
        assert "-    1 │ # Somebody else's plan" in ui.window_text
        await ui.answer("SaveModal", "enter")
        assert small.read_text() == CHANGED


async def test_reloading_takes_what_is_on_disk(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        small.write_text(THEIRS)
        await ui.press("ctrl+s")
        await ui.answer("ConflictModal", "r")
        assert ui.session.text == THEIRS
        assert not ui.session.dirty


async def test_saving_as_keeps_both(small: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    async with desk(small) as ui:
        await _change(ui)
        small.write_text(THEIRS)
        await ui.press("ctrl+s")
        await ui.answer("ConflictModal", "w")
        await ui.wait_for_screen("SaveAsModal")
        ui.screen.query_one(Input).value = str(mine)
        await ui.answer("SaveAsModal", "enter")
        await ui.wait_for(lambda: not ui.session.dirty, "saved")
        assert mine.read_text() == CHANGED
        assert small.read_text() == THEIRS
        assert "mine.toml" in ui.screen_text().splitlines()[0]


async def test_saving_as_never_takes_a_file_that_is_there(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("# kept")
    async with desk(small) as ui:
        await ui.press("W")
        await ui.wait_for_screen("SaveAsModal")
        ui.screen.query_one(Input).value = str(other)
        await ui.press("enter")
        await ui.wait_for(lambda: "There is a file of this name already" in ui.window_text, "the refusal")
        assert other.read_text() == "# kept"


async def test_a_file_that_is_gone_can_be_written_again(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        small.unlink()
        await ui.press("ctrl+s")
        await ui.wait_for_screen("ConflictModal")
        assert "isn’t there any more" in ui.window_text
        await ui.answer("ConflictModal", "o")
        await ui.answer("SaveModal", "enter")
        assert small.read_text() == CHANGED


async def test_r_reads_the_file_again_and_keeps_the_cursor(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        small.write_text(THEIRS)
        await ui.press("r")
        assert ui.session.text == THEIRS
        assert ui.cursor == ("REP-1", "s1")


async def test_r_never_gives_up_unsaved_changes(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("r")
        assert "unsaved changes" in ui.status
        assert ui.session.text == CHANGED


async def test_a_file_that_broke_meanwhile_shows_where(small: Path) -> None:
    async with desk(small) as ui:
        small.write_text(SMALL + "\n[broken\n")
        await ui.press("r")
        await ui.wait_for_screen("UnreadableScreen")
        small.write_text(THEIRS)
        await ui.press("r")
        await ui.wait_for_screen("ReviewScreen")
        assert ui.session.text == THEIRS


async def test_the_answers_to_leaving_are_save_discard_and_cancel(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.press("q")
        await ui.wait_for_screen("QuitModal")
        answers = ui.window_text.splitlines()[-3:]
        assert [each.split()[0] for each in answers] == ["Save", "Discard", "Cancel"]
        focused = ui.app.focused
        assert focused is not None
        assert focused.id == "answer-save"
