"""One table of commands: every binding, the line of keys and the help come from it, and nothing else is bound."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, WIDE, desk

from eventreview.tui import commands, palette
from eventreview.tui.app import ReviewApp
from eventreview.tui.commands import COMMANDS, ON_DESK, ON_FOLDER, ON_REVIEW, ON_WIDGET, Command
from eventreview.tui.screens.open import OpenScreen
from eventreview.tui.screens.review import ReviewScreen

NEVER = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "[", "]", "{", "}", "\\", "~", "@", "ctrl+enter"}
DESK = Path(commands.__file__).parent


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_keys_a_word_a_line_of_help_and_something_that_does_it(command: Command) -> None:
    assert command.keys or (command.where != ON_WIDGET and command.id not in palette.NOT_LISTED)
    assert command.title
    assert command.help.endswith((".", "…"))
    assert command.group in commands.GROUPS
    owner = {ON_REVIEW: ReviewScreen, ON_DESK: ReviewApp, ON_FOLDER: OpenScreen}.get(command.where)
    if owner is not None:
        assert callable(getattr(owner, f"action_{command.action}"))


def test_ids_are_unique() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("place", [*commands.APART, "the review"])
def test_no_key_belongs_to_two_commands(place: str) -> None:
    """Windows and pages that lie on top of the review have keys of their own."""
    there = [each for each in COMMANDS if (each.group if each.group in commands.APART else "the review") == place]
    keys = [key for command in there for key in command.keys]
    assert sorted(keys) == sorted(set(keys))


def test_keys_that_terminals_or_keyboards_lack_are_never_bound() -> None:
    for command in COMMANDS:
        assert not NEVER & set(command.keys)
        assert not any(key.startswith(("alt+", "super+", "ctrl+shift+")) for key in command.keys)


def test_no_module_of_the_desk_binds_such_a_key() -> None:
    for path in DESK.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Binding":
                key = node.args[0]
                if isinstance(key, ast.Constant):
                    assert not NEVER & set(str(key.value).split(",")), f"{path.name}: {key.value!r}"


def test_the_bindings_of_the_review_are_those_of_the_table() -> None:
    bound = {binding.key for binding in ReviewScreen._merge_bindings().key_to_bindings.get("a", [])}
    assert bound == {"a"}
    for command in COMMANDS:
        if command.where == ON_REVIEW:
            for key in command.keys:
                found = [each for each in commands.bindings(ON_REVIEW) if getattr(each, "key", "") == key]
                assert len(found) == 1


async def test_the_help_shows_every_command_with_its_keys(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("?")
        await ui.wait_for_screen("HelpScreen")
        text = ui.window_text
        for command in COMMANDS:
            assert commands.keys_label(command) in text
            assert commands.help_line(command) in text


async def test_the_help_says_why_a_command_is_disabled(small: Path) -> None:
    async with desk(small) as ui:
        await ui.press("f1")
        await ui.wait_for_screen("HelpScreen")
        assert "Not now: There is nothing to undo." in ui.window_text
        await ui.press("escape")
        await ui.wait_for_screen("ReviewScreen")


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_line_of_keys_fits_and_names_the_way_to_all_keys(small: Path, size: tuple[int, int]) -> None:
    async with desk(small, size=size) as ui:
        assert len(ui.keys) <= size[0]
        assert "? keys" in ui.keys
        assert "q quit" in ui.keys
        assert "a apply" in ui.keys


async def test_every_disabled_command_says_why(small: Path) -> None:
    async with desk(small) as ui:
        for command in COMMANDS:
            reason = command.reason(ui.review.desk)
            if reason is None or command.where in (ON_WIDGET, ON_FOLDER):
                continue
            await ui.press(command.keys[0])
            assert ui.status == reason


async def test_textuals_own_palette_never_opens(small: Path) -> None:
    async with desk(small) as ui:
        ui.app.action_command_palette()
        await ui.pilot.pause()
        assert type(ui.screen).__name__ == "ReviewScreen"
