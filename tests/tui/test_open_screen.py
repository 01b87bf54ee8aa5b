"""The plans of a folder are listed with their counts, found by their words, and opened."""

from __future__ import annotations

from pathlib import Path

import tomli
from tests.tui.form_driver import NARROW, ScreenDriver, showing
from textual import events
from textual.widgets import Input

from eventreview.plan import recovery
from eventreview.plan.vocabulary import STAGES
from eventreview.tui.modals.new_plan import NewPlanModal
from eventreview.tui.modals.pick import PickModal
from eventreview.tui.screens.open import OpenScreen

PLAN = 'format = 1\nstage = "{stage}"\n[event]\ntitle = "{title}"\nconcerns = []\nstarts = 2027-03-20\n'


def plan_in(folder: Path, name: str, title: str, stage: str = "idea") -> None:
    """A small plan in a folder."""
    (folder / name).write_text(PLAN.format(title=title, stage=stage), encoding="utf-8")


async def checked(ui: ScreenDriver[None]) -> OpenScreen:
    """Waits until every plan was checked."""
    screen = ui.screen
    assert isinstance(screen, OpenScreen)
    await ui.wait_for(lambda: screen.done, "all plans checked")
    await ui.pilot.pause()
    return screen


async def test_every_plan_shows_its_title_stage_day_file_and_counts(tmp_path: Path) -> None:
    plan_in(tmp_path, "b.toml", "Second", "drafting")
    plan_in(tmp_path, "a.toml", "First")
    (tmp_path / "notes.toml").write_text("[tool]\n", encoding="utf-8")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        lines = [line.strip() for line in ui.text.splitlines()]
        first = lines.index("First")
        assert lines[first + 1] == "idea · 20 March 2027 · a.toml"
        assert "met" in lines[first + 2] or "unmet" in lines[first + 2]
        assert lines[first + 3] == "Second"
        assert "2 plans · 1 file isn't a plan" in lines


async def test_enter_says_which_plan_was_chosen(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    plan_in(tmp_path, "b.toml", "Second")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        await ui.press("j", "enter")
        assert ui.host.chosen == [str(tmp_path / "b.toml")]


async def test_the_search_narrows_the_list_down_and_esc_shows_all_again(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "Rencontre à Genève")
    plan_in(tmp_path, "b.toml", "Second")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        await ui.press("slash")
        await ui.type("geneve")
        assert "Genève" in ui.text
        assert "Second" not in ui.text
        await ui.press("enter", "enter")
        assert ui.host.chosen == [str(tmp_path / "a.toml")]
        await ui.press("escape")
        assert "Second" in ui.text


async def test_words_that_no_plan_has_are_answered(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        screen = await checked(ui)
        screen.query_one(Input).value = "zzz"
        await ui.pilot.pause()
        assert "No plan has these words" in ui.text


async def test_in_a_folder_without_plans_no_key_is_typed_into_the_search(tmp_path: Path) -> None:
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        screen = await checked(ui)
        assert "There is no plan here." in ui.text
        await ui.press("q", "r")
        await checked(ui)
        assert screen.query_one(Input).value == ""
        assert not screen.query_one(Input).has_focus


async def test_a_plan_that_cant_be_read_is_listed_with_what_breaks(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text('format = 1\nstage = "idea\n', encoding="utf-8")
    async with showing(OpenScreen([str(tmp_path)]), NARROW) as ui:
        await checked(ui)
        assert "broken.toml" in ui.text
        assert "✗ can't be read" in ui.text
        assert "1 plan · 1 can't be read" in ui.text


async def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        assert "There is no plan here." in ui.text
        assert "eventreview PATH" in ui.text


async def test_a_title_with_markup_and_escapes_stands_there_as_text(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", r"[/b][@click=app.quit]x[/] \u001b]52;c;aGk=\u0007")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        assert "[/b][@click=app.quit]x[/] ␛]52;c;aGk=␇" in ui.text


async def test_a_folder_of_many_plans_can_be_used_while_they_are_checked(tmp_path: Path) -> None:
    for number in range(60):
        plan_in(tmp_path, f"p{number:03}.toml", f"Plan {number}")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        screen = ui.screen
        assert isinstance(screen, OpenScreen)
        await ui.wait_for(lambda: bool(screen.entries), "the first plans")
        await ui.press("down")
        assert screen.lines.highlighted == 1
        await checked(ui)
        assert screen.lines.highlighted == 1
        assert screen.lines.option_count == 60


async def test_looking_again_finds_a_plan_that_has_come_since(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        plan_in(tmp_path, "b.toml", "Second")
        await ui.press("r")
        screen = await checked(ui)
        assert [entry.title for entry in screen.entries] == ["First", "Second"]


async def test_back_from_a_plan_its_line_says_what_it_holds_now(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        await ui.press("enter")
        plan_in(tmp_path, "a.toml", "Renamed")
        await ui.host.push_screen(OpenScreen([str(tmp_path)]))
        ui.host.pop_screen()
        await ui.wait_for(lambda: "Renamed" in ui.text, "the new title")


async def test_letters_sent_at_once_after_slash_are_searched_for(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    plan_in(tmp_path, "b.toml", "Iris")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        screen = await checked(ui)
        for key in ("slash", "i", "r", "i", "s"):
            ui.host.post_message(events.Key(key, "/" if key == "slash" else key))
        await ui.wait_for(lambda: screen.query_one(Input).value == "iris", "the words")
        assert ui.host.screen is screen


async def test_work_that_wasnt_saved_is_marked_in_the_list(tmp_path: Path) -> None:
    plan_in(tmp_path, "a.toml", "First")
    path = tmp_path / "a.toml"
    recovery.write(str(path), path.read_bytes(), path.read_text("utf-8") + "# more\n")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        assert "! unsaved work of" in ui.text


async def test_a_new_plan_is_asked_for_written_and_opened(tmp_path: Path) -> None:
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        screen = await checked(ui)
        await ui.press("i")
        await ui.wait_for(lambda: isinstance(ui.host.screen, NewPlanModal), "the window")
        await ui.type("Été 2028")
        path = tmp_path / "ete-2028.toml"
        assert ui.host.screen.query_one("#new-path", Input).value == str(path)
        await ui.press("enter")
        await ui.wait_for(lambda: isinstance(ui.host.screen, PickModal), "the stages")
        await ui.press("enter")
        await ui.wait_for(lambda: isinstance(ui.host.screen, PickModal) and ui.host.screen.many, "whom it concerns")
        await ui.press("enter", "ctrl+s")
        await ui.wait_for(lambda: ui.host.chosen == [str(path)], "the plan opened")
        plan = tomli.loads(path.read_text("utf-8"))
        assert plan["stage"] == STAGES[0]
        assert plan["event"]["title"] == "Été 2028"
        assert len(plan["event"]["concerns"]) == 1
        assert [entry.title for entry in screen.entries] == ["Été 2028"]


async def test_a_new_plan_never_takes_the_name_of_a_file_that_is_there(tmp_path: Path) -> None:
    plan_in(tmp_path, "first.toml", "First")
    async with showing(OpenScreen([str(tmp_path)])) as ui:
        await checked(ui)
        await ui.press("i")
        await ui.wait_for(lambda: isinstance(ui.host.screen, NewPlanModal), "the window")
        await ui.type("First")
        await ui.press("enter")
        assert "There is a file of this name already." in ui.text
        await ui.press("escape")
        assert ui.host.chosen == []
