"""A plan that can't be read says what breaks and where, and is read again once it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.form_driver import MEDIUM, NARROW, WIDE, showing

from eventreview.review.session import Session
from eventreview.tui.screens.unreadable import UnreadableScreen

BROKEN = """\
format = 1
stage = "idea"

[event]
title = "Forum
concerns = []
"""


def session_on(folder: Path, data: str | bytes) -> Session:
    """A session on a file with these bytes."""
    path = folder / "a.toml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return Session(str(path))


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_line_that_breaks_is_marked_among_the_lines_around_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with showing(UnreadableScreen(session_on(tmp_path, BROKEN)), size) as ui:
        assert "This plan can't be read." in ui.text
        assert "FORM-2" in ui.text
        lines = [line.strip() for line in ui.text.splitlines()]
        at = next(number for number, line in enumerate(lines) if 'title = "Forum' in line)
        assert lines[at].startswith("▌ 5 │")
        assert "^ here" in lines[at + 1]
        assert lines[at + 2].startswith("6 │ concerns")


async def test_a_file_in_another_format_shows_the_line_that_says_so(tmp_path: Path) -> None:
    async with showing(UnreadableScreen(session_on(tmp_path, "# first\nformat = 9\n"))) as ui:
        assert "Line 2, column 1 · FORM-11" in ui.text
        assert "▌ 2 │ format = 9" in ui.text


async def test_a_file_that_is_no_text_shows_no_line(tmp_path: Path) -> None:
    async with showing(UnreadableScreen(session_on(tmp_path, b"\xff\xfe\x00bad"))) as ui:
        assert "FORM-1" in ui.text
        assert "│" not in ui.text


async def test_no_line_shows_a_way_to_reach_somebody_or_a_forbidden_value(tmp_path: Path) -> None:
    text = BROKEN.replace("concerns = []", 'contact = "ana@example.org"\nlegal_name = "A. B."')
    async with showing(UnreadableScreen(session_on(tmp_path, text))) as ui:
        assert 'contact = "•••"' in ui.text
        assert "ana@" not in ui.text
        assert "A. B." not in ui.text


async def test_escapes_and_markup_of_a_line_stand_there_as_text(tmp_path: Path) -> None:
    text = BROKEN.replace("Forum", "[/b][@click=app.quit]x[/] \x1b]52;c;aGk=\x07")
    async with showing(UnreadableScreen(session_on(tmp_path, text))) as ui:
        assert "[/b][@click=app.quit]x[/] ␛]52;c;aGk=␇" in ui.text
        assert "\x1b" not in ui.text


async def test_the_mark_stays_under_its_sign_on_a_very_long_line(tmp_path: Path) -> None:
    text = f'title = "{"x" * 300}" oops\n'
    async with showing(UnreadableScreen(session_on(tmp_path, text)), NARROW) as ui:
        lines = ui.text.splitlines()
        at = next(number for number, line in enumerate(lines) if "oops" in line)
        assert lines[at + 1].index("^") == lines[at].index("oops")


async def test_read_again_it_opens_once_it_is_mended(tmp_path: Path) -> None:
    session = session_on(tmp_path, BROKEN)
    async with showing(UnreadableScreen(session)) as ui:
        await ui.press("r")
        assert "it still can't be read" in ui.text
        assert not ui.answered
        session_on(tmp_path, BROKEN.replace('"Forum', '"Forum"'))
        await ui.press("r")
        assert ui.answer is True
        assert session.readable


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_it_is_left_as_it_is(tmp_path: Path, key: str) -> None:
    async with showing(UnreadableScreen(session_on(tmp_path, BROKEN))) as ui:
        await ui.press(key)
        assert ui.answer is False
