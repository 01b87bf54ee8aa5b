"""Other keys from the configuration: they work, the help and the line of keys show them, and mistakes stop the start."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.tui.driver import WIDE, Driver

from eventreview.cli import desk as desk_command
from eventreview.cli.entry import run
from eventreview.tui import app as desk_app
from eventreview.tui import commands, keymap
from eventreview.tui.app import ReviewApp
from eventreview.tui.widgets.status_line import KeysLine

Keys = dict[str, tuple[str, ...]]


@pytest.fixture(autouse=True)
def _shipped_keys() -> Iterator[None]:
    """The next test begins with the keys of the table."""
    yield
    keymap.use({})


@asynccontextmanager
async def desk_with(plan: Path, keys: Keys) -> AsyncIterator[Driver]:
    """The desk with these keys."""
    app = ReviewApp([str(plan)], keys=keys)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        ui = Driver(app, pilot)
        await ui.wait_for_screen("ReviewScreen")
        yield ui


async def test_a_new_key_works_and_the_old_one_does_not(small: Path) -> None:
    async with desk_with(small, {"skip-finding": ("X",)}) as ui:
        await ui.press("s")
        assert not ui.session.skipped
        await ui.press("X")
        assert ui.session.skipped


async def test_every_key_of_a_command_works_and_keys_can_be_swapped(small: Path) -> None:
    async with desk_with(small, {"skip-finding": ("f9", ","), "skip-rule": ("s",)}) as ui:
        await ui.press("f9")
        assert len(ui.session.skipped) == 1
        await ui.press("comma")
        assert len(ui.session.skipped) == 2
        await ui.press("s")
        assert len(ui.session.skipped_rules) == 1


async def test_a_command_without_a_key_gets_one(small: Path) -> None:
    async with desk_with(small, {"choose-theme": ("T",)}) as ui:
        await ui.press("T")
        await ui.wait_for_screen("PickModal")


async def test_help_and_the_line_of_keys_show_the_new_keys(small: Path) -> None:
    async with desk_with(small, {"skip-finding": ("X", "f9"), "show-help": ("f12",)}) as ui:
        assert "X skip" in ui.keys
        assert "F12 keys" in ui.keys
        await ui.press("f12")
        await ui.wait_for_screen("HelpScreen")
        assert "X F9" in ui.window_text.splitlines()


async def test_leaving_stays_possible_from_everywhere_and_never_happens_while_somebody_types(small: Path) -> None:
    async with desk_with(small, {"quit-desk": ("Q",)}) as ui:
        assert commands.BY_ID["quit-desk"].keys == ("Q", "ctrl+q")
        await ui.press("q")
        await ui.press("/", "Q")
        assert ui.is_running
        await ui.press("ctrl+q")
        await ui.wait_for(lambda: not ui.is_running, "the desk to end")


async def test_a_click_on_the_line_of_keys_does_what_the_key_does(small: Path) -> None:
    async with desk_with(small, {}) as ui:
        line = ui.review.query_one(KeysLine)
        await ui.pilot.click(line, offset=(line.gutter.left + ui.keys.index("s skip"), 0))
        assert len(ui.session.skipped) == 1
        await ui.pilot.click(line, offset=(line.gutter.left + ui.keys.index("? keys") + 3, 0))
        await ui.wait_for_screen("HelpScreen")


async def test_a_click_on_a_choice_shows_what_it_changes(small: Path) -> None:
    async with desk_with(small, {}) as ui:
        await ui.select("CON-1")
        finding = ui.findings.finding
        assert finding is not None
        lines = ui.screen_text().splitlines()
        y = next(number for number, line in enumerate(lines) if "2 Add the lines" in line)
        await ui.pilot.click(offset=(90, y))
        await ui.wait_for_screen("FormModal")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own configuration file, on a terminal."""
    path = tmp_path / "config" / "eventreview" / "config.toml"
    path.parent.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("EVENTREVIEW_LANG", raising=False)
    monkeypatch.setenv("LANG", "C")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(desk_command, "_ask_for_terminal", lambda _paths: None)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[keys]\nundo-edits = "U"', "2:1: the desk has no command “undo-edits”. Did you mean undo-edit?"),
        ('[keys]\n\nundo-edit = "s"', "3:1: “s” for “undo-edit” is a key of “skip-finding” already."),
        ('[keys]\nundo-edit = "ctrl+h"', "2:1: “ctrl+h” for “undo-edit” can’t be used"),
        ('[keys]\nundo-edit = "Alt+U"', "2:1: “Alt+U” for “undo-edit” is no key"),
        ('[keys]\nmove-cursor = "J"', "2:1: the keys of “move-cursor” can’t be changed."),
        ('theme = "nordd"', "1:1: there is no theme “nordd”"),
        ("[keys]\nundo-edit = 4", "2:1: “undo-edit” takes a key as text"),
        ("lang = 'fr", "1:11: this isn’t valid TOML"),
    ],
)
def test_a_mistake_stops_the_start_with_its_place(
    small: Path, config: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    config.write_text(text, encoding="utf-8")
    assert run([str(small)]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"eventreview: {config}:{said}")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("text", ["lang = 3", 'lang = "xx"', 'language = "fr"', "[keys"])
def test_a_mistake_stops_every_command(
    small: Path, config: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    config.write_text(text, encoding="utf-8")
    assert run(["check", str(small)]) == 2
    assert str(config) in capsys.readouterr().err


def test_the_desk_gets_what_is_set(small: Path, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('theme = "eventreview-contrast"\n[keys]\nundo-edit = ["U", "F9"]\n', encoding="utf-8")
    given: dict[str, object] = {}

    def ran(_paths: list[str], **settings: object) -> int:
        given.update(settings)
        return 0

    monkeypatch.setattr(desk_app, "run", ran)
    assert run([str(small)]) == 0
    assert given["theme"] == "eventreview-contrast"
    assert given["keys"] == {"undo-edit": ("U", "f9")}


def test_the_plain_mode_takes_the_plan_over(
    small: Path, config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desk_app, "run", lambda _paths, **settings: settings["go_on"](str(small)))
    monkeypatch.setattr("sys.stdin", None)
    assert run(["--today", "2027-01-15", str(small)]) == 1
    assert "Finding 1 of" in capsys.readouterr().out


def test_the_configured_language_is_spoken_unless_another_is_asked_for(
    small: Path, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from eventreview import language

    config.write_text('lang = "fr"', encoding="utf-8")
    spoken = []
    for options in ((), ("--lang", "en")):
        run(["check", str(small), *options])
        spoken.append(language.current())
    language.use("en")
    capsys.readouterr()
    assert spoken == ["fr", "en"]
