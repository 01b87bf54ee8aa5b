"""A plan of strangers is shown as its characters on every screen; nothing of it is a command to the desk or the terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segment
from tests.tui.conftest import SMALL
from tests.tui.driver import NARROW, WIDE, Driver, desk

TITLE = r"[/b][@click=app.quit]x[/] \u001b]52;c;aGk=\u0007"
SHOWN = "[/b][@click=app.quit]x[/] ␛]52;c;aGk=␇"
UNSEEN = "\u202e\u2066\u200b"
RAW = "\u202e\u009b31m\u2066\u200b"
MARKS = r"\u202e\u009b31m\u2066\u200b"
HOSTILE = (
    SMALL.replace("Forum on working conditions", TITLE)
    .replace("Red Poppy Movement (fictional)", TITLE)
    .replace('title = "Opening"', f'title = "{TITLE}"')
    .replace("# to be looked at again", f"# {RAW} [/b]")
    + f'display = "{TITLE}"\nlisted_as = "{RAW}"\nnotes = "[/b]{RAW}"\n'
    + f'\n[[sources]]\ntitle = "{TITLE}"\nkind = "un"\nthemes = ["{RAW}"]\n'
    + f'\n[[sponsors]]\norganisation = "rpm"\nconditions = ["[/b]"]\n"[/b]{RAW}" = 1\n'
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A plan whose every text is an attack."""
    path = tmp_path / "hostile.toml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def controls(segment: Segment) -> list[str]:
    """What of a segment the terminal would take for a command, or show otherwise than it is."""
    return [letter for letter in segment.text if ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 or letter in UNSEEN]


def look_over(ui: Driver) -> None:
    """Every cell of the screen is a plain character, and none of them an action or a link of the plan's."""
    for strip in ui.screen._compositor.render_strips():
        for segment in strip:
            assert not controls(segment), repr(segment.text)
            if segment.style is not None:
                assert segment.style.link is None
                assert "quit" not in str(segment.style.meta.get("@click"))


async def _at_rest(ui: Driver) -> None:
    """The review as it opens."""


async def _unfolded(ui: Driver) -> None:
    await ui.press("z")


async def _in_the_outline(ui: Driver) -> None:
    await ui.select_object("sources", 0)


async def _in_the_detail(ui: Driver) -> None:
    await ui.select("REP-1", "s1")
    await ui.press("enter")
    await ui.wait_for(lambda: ui.detail.has_focus, "the focus in the detail")


async def _in_a_choice(ui: Driver) -> None:
    await ui.select("REP-1", "s1")
    await ui.press("a")
    await ui.wait_for_screen("ChoiceModal")


async def _in_the_form_of_a_place(ui: Driver) -> None:
    await ui.select_object("panels", 0, "speakers", 2)
    await ui.press("e")
    await ui.wait_for_screen("FormModal")


async def _in_the_form_of_a_source(ui: Driver) -> None:
    await ui.select_object("sources", 0)
    await ui.press("e")
    await ui.wait_for_screen("FormModal")


async def _before_saving(ui: Driver) -> None:
    await _in_a_choice(ui)
    await ui.answer("ChoiceModal", "enter")
    await ui.press("ctrl+s")
    await ui.wait_for_screen("SaveModal")


async def _before_leaving(ui: Driver) -> None:
    await _in_a_choice(ui)
    await ui.answer("ChoiceModal", "enter")
    await ui.press("q")
    await ui.wait_for_screen("QuitModal")


async def _in_the_help(ui: Driver) -> None:
    await ui.press("?")
    await ui.wait_for_screen("HelpScreen")


async def _filtered(ui: Driver) -> None:
    await ui.press("/")
    await ui.type("[/b]")


PLACES = [
    _at_rest,
    _unfolded,
    _in_the_outline,
    _in_the_detail,
    _in_a_choice,
    _in_the_form_of_a_place,
    _in_the_form_of_a_source,
    _before_saving,
    _before_leaving,
    _in_the_help,
    _filtered,
]


@pytest.mark.parametrize("go", PLACES, ids=lambda go: go.__name__.strip("_"))
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_no_screen_lets_anything_through(
    hostile: Path, go: Callable[[Driver], object], size: tuple[int, int]
) -> None:
    async with desk(hostile, size=size) as ui:
        done = go(ui)
        assert hasattr(done, "__await__")
        await done
        await ui.pilot.pause()
        look_over(ui)
        assert ui.is_running


async def test_a_title_is_shown_as_its_characters(hostile: Path) -> None:
    async with desk(hostile, size=(200, 40)) as ui:
        assert "[/b][@click=app.quit]x[/] ␛]" in ui.screen_text()
        await ui.select_object("organisations", 0)
        await ui.press("e")
        await ui.wait_for_screen("FormModal")
        assert TITLE in ui.screen_text()


async def test_a_comment_is_shown_with_marks(hostile: Path) -> None:
    async with desk(hostile, size=(200, 40)) as ui:
        await ui.select("REP-1", "s1")
        assert f"# {MARKS} [/b]" in ui.detail_text


async def test_a_click_on_what_looks_like_an_action_does_nothing(hostile: Path) -> None:
    async with desk(hostile, size=(200, 40)) as ui:
        lines = ui.screen_text().splitlines()
        row = next(number for number, line in enumerate(lines) if "[/b][@click" in line)
        await ui.pilot.click(offset=(lines[row].index("[@click") + 3, row))
        await ui.pilot.pause()
        assert ui.is_running


async def test_the_list_of_plans_lets_nothing_through(hostile: Path) -> None:
    async with desk(hostile.parent) as ui:
        await ui.wait_for(lambda: SHOWN in ui.screen_text(), "the title in the list")
        look_over(ui)


async def test_a_broken_plan_lets_nothing_through(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(f'title = "[/b]\x1b]52;c;aGk=\x07{RAW}"\n'.encode())
    async with desk(path) as ui:
        await ui.wait_for_screen("UnreadableScreen")
        look_over(ui)
        assert "[/b]␛]52;c;aGk=␇" in ui.screen_text()


@pytest.mark.parametrize("name", ["[red][@click=app.quit]x.toml", "\x1b]52;c;aGk=\x07.toml", "a\nb\u202e.toml"])
async def test_a_hostile_file_name_is_shown_as_its_characters(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(SMALL, encoding="utf-8")
    async with desk(path) as ui:
        look_over(ui)
        await _before_saving(ui)
        look_over(ui)
        await ui.answer("SaveModal", "enter")
        look_over(ui)
        assert ui.is_running


def test_nothing_of_it_reaches_the_terminal(hostile: Path) -> None:
    sent = terminal_output(hostile, until="REP-1", keys=b"\x1bOQ")
    for forbidden in ("\x1b]52", "\u009b", "\u202e", "\u2066", "\u200b", "aGk=\x07"):
        assert forbidden not in sent, repr(forbidden)


def terminal_output(plan: Path, until: str, keys: bytes) -> str:
    """What the program sends to a real terminal from its start until it shows a text, and until it is left."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {**os.environ, "TERM": "xterm-256color", "EVENTREVIEW_LANG": "en"}
        os.execve(sys.executable, [sys.executable, "-m", "eventreview", str(plan)], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    sent = b""
    pressed = False
    while select.select([terminal], [], [], 20)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        sent += part
        if not pressed and until.encode() in sent:
            pressed = True
            os.write(terminal, keys + b"q")
    os.close(terminal)
    os.waitpid(pid, 0)
    assert pressed, sent[-2000:]
    return sent.decode(errors="replace")
