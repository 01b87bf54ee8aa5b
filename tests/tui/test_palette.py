"""The palette lists every command with its keys or why it can't be used, finds things to go to, and runs what is picked."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import NARROW, Driver, desk
from tests.tui.test_hostile import look_over
from textual.command import CommandList
from textual.widgets import Input

from eventreview import language
from eventreview.tui import commands
from eventreview.tui.commands import COMMANDS, ON_DESK, ON_REVIEW
from eventreview.tui.palette import COMMAND, FINDING, KINDS, MOST, NOT_LISTED, OBJECT, RULE, Entry, entries, found

LISTED = [each for each in COMMANDS if each.where in (ON_REVIEW, ON_DESK) and each.id not in NOT_LISTED]


async def opened(ui: Driver, query: str = "") -> None:
    """The palette, with some words typed into it and their hits there."""
    await ui.press("ctrl+p")
    await ui.wait_for_screen("Palette")
    await ui.wait_for(lambda: ui.screen.query_one(CommandList).option_count > 0, "the commands")
    if query:
        before = prompts(ui)
        ui.screen.query_one(Input).value = query
        await ui.wait_for(lambda: prompts(ui) != before, f"hits for {query}")


def prompts(ui: Driver) -> list[str]:
    """What the palette lists."""
    return [str(option.prompt) for option in ui.screen.query_one(CommandList).options]


def titles(all_entries: list[Entry], query: str, kind: str = "") -> list[str]:
    """What a search finds, as it is shown."""
    return [each.content().plain for _score, each in found(all_entries, query) if kind in ("", each.kind)]


async def test_every_command_is_listed_with_its_keys_and_help_or_why_not(small: Path) -> None:
    async with desk(small) as ui:
        await opened(ui)
        listed = "\n".join(prompts(ui))
        for command in LISTED:
            assert f"{commands.title(command)}  {commands.keys_label(command)}".rstrip() in listed
            reason = command.reason(ui.review.desk) if command.where == ON_REVIEW else None
            assert (commands.help_line(command) if reason is None else f"Not now: {reason}") in listed


async def test_a_command_is_run_from_the_palette(small: Path) -> None:
    async with desk(small) as ui:
        await opened(ui, "catalogue")
        await ui.press("enter")
        await ui.wait_for_screen("RulesScreen")


async def test_a_disabled_command_says_why_when_it_is_picked(small: Path) -> None:
    async with desk(small) as ui:
        await opened(ui, "taken back")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.status == "There is nothing to redo.", "why it can't be done")


async def test_a_choice_is_shown_from_the_palette(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await opened(ui, "choice 2")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.screen is not ui.review, "the change of the choice")
        assert type(ui.screen).__name__ in ("ChoiceModal", "FormModal")


@pytest.mark.parametrize(
    ("query", "path"),
    [("opening", ("panels", 0)), ("s2", ("panels", 0, "speakers", 1)), ("harbour", ("organisations", 1))],
)
async def test_it_goes_to_an_object(small: Path, query: str, path: tuple[str | int, ...]) -> None:
    async with desk(small, size=NARROW) as ui:
        await opened(ui, query)
        await ui.press("enter")
        await ui.wait_for(lambda: ui.outline.has_focus and ui.outline.path == path, f"the outline at {path}")


async def test_it_goes_to_a_finding_from_a_page_on_top_of_the_review(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("v")
        await ui.wait_for_screen("SourceScreen")
        last = [each for each in ui.session.review.loud if each.is_open][-1]
        run = next(
            e.run
            for e in entries(ui.screen.app)
            if e.kind == FINDING and e.title.startswith(f"{last.rule.code.lower()} ")
        )
        await run()
        await ui.wait_for_screen("ReviewScreen")
        assert ui.cursor is not None
        assert ui.cursor[0] == last.rule.code


async def test_a_rule_is_found_without_a_plan_too(small: Path) -> None:
    async with desk(small.parent) as ui:
        await opened(ui, "chosen-by-community")
        await ui.press("enter")
        await ui.wait_for_screen("RulesScreen")
        assert "REP-1" in ui.window_text


async def test_what_nothing_holds_is_said_in_our_words(small: Path) -> None:
    async with desk(small) as ui:
        await opened(ui, "[/b] nowhere")
        assert prompts(ui) == ["Nothing has these words."]
        await ui.press("enter")
        await ui.wait_for_screen("ReviewScreen")


async def test_names_of_people_are_never_listed_and_nothing_is_live(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    hostile = SMALL.replace('title = "Opening"', r'title = "[/b][@click=app.quit]x \u001b]52;c;aGk=\u0007"')
    path.write_text(hostile + 'display = "Kim Doe"\nlisted_as = "K. D."\nperson = "kim"\n', encoding="utf-8")
    async with desk(path) as ui:
        all_entries = list(entries(ui.screen.app))
        assert not [each for each in all_entries if "kim" in each.text or "k. d." in each.text]
        assert titles(all_entries, "opening", OBJECT) == ["panel opening  [/b][@click=app.quit]x ␛]52;c;aGk=␇"]
        await opened(ui, "opening")
        assert "[/b][@click=app.quit]x ␛]52;c;aGk=␇" in ui.screen_text()
        look_over(ui)
        assert ui.is_running


async def test_commands_come_before_objects_rules_and_findings_and_beginnings_before_the_rest(small: Path) -> None:
    async with desk(small) as ui:
        all_entries = list(entries(ui.screen.app))
        kinds = [each.kind for _score, each in found(all_entries, "s")]
        assert set(kinds) == set(KINDS)
        scores = [score for score, _each in found(all_entries, "s")]
        assert scores == sorted(scores, reverse=True)
        assert titles(all_entries, "save")[0].startswith("save")
        assert titles(all_entries, "rep-1", RULE)


async def test_a_search_among_ten_thousand_findings_is_short_and_quick(small: Path) -> None:
    async with desk(small) as ui:
        some = [each for each in entries(ui.screen.app) if each.kind == FINDING]
        many = some * (10_000 // len(some) + 1)
        begun = time.perf_counter()
        hits = found([*entries(ui.screen.app), *many], "rep place")
        spent = time.perf_counter() - begun
        assert 0 < len(hits) <= MOST
        assert spent < 0.5  # A tenth of a second on a machine at rest, and this one may be busy.


async def test_no_english_of_textual_is_shown_in_french(small: Path) -> None:
    language.use("fr")
    try:
        async with desk(small) as ui:
            await opened(ui)
            assert "Search for commands" not in ui.screen_text()
            await ui.press("escape")
            await opened(ui, "zzzz")
            assert "No matches" not in ui.screen_text()
    finally:
        language.use("en")


async def test_a_command_that_asks_for_a_plan_says_so_without_one(small: Path) -> None:
    async with desk(small.parent) as ui:
        reasons = [each.content().plain for each in entries(ui.screen.app) if each.kind == COMMAND]
        assert any("Not now: Open a plan first." in each for each in reasons)


async def test_in_the_list_of_plans_its_own_commands_are_run(small: Path) -> None:
    async with desk(small.parent) as ui:
        await opened(ui, "show only plans")
        await ui.press("enter")
        await ui.wait_for(
            lambda: isinstance(ui.app.focused, Input) and ui.app.focused.id == "open-search", "the search"
        )
