"""The text of the plan is shown line by line as it stands, findings beside it, and nothing that could out a person."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import NARROW, WIDE, Driver, desk
from tests.tui.test_hostile import look_over
from textual.widgets import Input

from eventreview.plan.edits import Set
from eventreview.review.session import Session
from eventreview.tui import highlighting
from eventreview.tui.highlighting import COMMENT, HEADER, KEY, NUMBER, STRING, parts_of
from eventreview.tui.screens.source import SourceScreen, found_by_line


async def opened(ui: Driver) -> SourceScreen:
    """The source, opened by its key."""
    await ui.press("v")
    await ui.wait_for_screen("SourceScreen")
    screen = ui.screen
    assert isinstance(screen, SourceScreen)
    await ui.pilot.pause()
    return screen


def line_with(ui: Driver, text: str) -> int:
    """The first line of the plan, from 1, that holds a text."""
    return next(number for number, line in enumerate(ui.session.text.split("\n"), 1) if text in line)


async def test_it_opens_at_the_line_of_the_finding_and_says_it_in_words(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        screen = await opened(ui)
        assert screen.view.line == line_with(ui, "chosen_by")
        assert "REP-1" in ui.window_text
        assert f"Line {screen.view.line} of" in ui.window_text


async def test_it_opens_at_the_object_of_the_outline(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("organisations", 1)
        screen = await opened(ui)
        assert ui.session.text.split("\n")[screen.view.line - 1] == "[[organisations]]"
        assert "organisation ally" in ui.window_text


async def test_lines_are_shown_with_their_numbers_and_signs(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        await opened(ui)
        number = line_with(ui, "chosen_by")
        shown = next(line for line in ui.screen_text().splitlines() if 'chosen_by = "ally"' in line)
        assert shown.split("│")[0].split() == ["✗", str(number)]
        assert shown.endswith('chosen_by = "ally"  # to be looked at again')


async def test_unsaved_changes_are_shown(small: Path) -> None:
    async with desk(small) as ui:
        ui.session.apply([Set(("event", "title"), "Another title")])
        await opened(ui)
        assert 'title = "Another title"' in ui.screen_text()
        assert "with unsaved changes" in ui.window_text


async def test_n_goes_from_one_marked_line_to_the_next_and_around_the_end(small: Path) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        marked = sorted(found_by_line(ui.session))
        screen.view.go_to(1)
        seen = []
        for _ in marked:
            screen.action_go_on(1)
            seen.append(screen.view.line)
        assert sorted(seen) == marked
        screen.view.go_to(marked[0])
        await ui.press("N")
        assert screen.view.line == marked[-1]


async def test_enter_goes_to_the_finding_of_the_line(small: Path) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        line, found = next(iter(found_by_line(ui.session).items()))
        screen.view.go_to(line)
        await ui.answer("SourceScreen", "enter")
        assert ui.cursor == (found[0].rule.code, found[0].at)


async def test_the_search_goes_to_the_words_and_escape_goes_back_in_steps(small: Path) -> None:
    async with desk(small) as ui:
        screen = await opened(ui)
        screen.view.go_to(1)
        await ui.press("slash")
        await ui.wait_for(lambda: screen.query_one("#source-search", Input).has_focus, "the search")
        await ui.type("KIND")
        await ui.press("enter")
        first = screen.view.line
        assert first == line_with(ui, "kind")
        await ui.press("n")
        assert screen.view.line > first
        assert "2 lines have these words" in ui.window_text
        await ui.press("escape")
        assert "have these words" not in ui.window_text
        await ui.answer("SourceScreen", "escape")


async def test_what_could_out_a_person_or_reach_one_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "outing.toml"
    text = SMALL + 'notes = "ask kim@example.org"\nlegal_name = "Kim Doe"\npassport = """\nA1\nB2"""\n'
    path.write_text(text, encoding="utf-8")
    async with desk(path, size=(120, 80)) as ui:
        await opened(ui)
        shown = ui.screen_text()
        for secret in ("kim@example", "Kim Doe", "A1", "B2"):
            assert secret not in shown
        assert "•••" in shown
        last = max(int(line.split("│")[0].split()[-1]) for line in shown.splitlines() if "│" in line)
        assert last == text.count("\n")


async def test_nothing_of_a_hostile_text_is_live(tmp_path: Path) -> None:
    path = tmp_path / "hostile.toml"
    path.write_text(f"# [/b][@click=app.quit]x[/] \u202e\u009b31m\t\n{SMALL}", encoding="utf-8")
    async with desk(path, size=(120, 80)) as ui:
        await opened(ui)
        assert "# [/b][@click=app.quit]x[/] \\u202e\\u009b31m␉" in ui.screen_text()
        look_over(ui)
        assert ui.is_running


@pytest.mark.parametrize("size", [WIDE, NARROW, (20, 5)])
async def test_the_cursor_stays_visible_at_every_size(small: Path, size: tuple[int, int]) -> None:
    async with desk(small, size=size) as ui:
        screen = await opened(ui)
        for line in (1, len(SMALL.splitlines()), 20):
            screen.view.go_to(line)
            await ui.pilot.pause()
            top, height = screen.view.scroll_offset.y, screen.view.scrollable_content_region.height
            assert not height or top < line <= top + height


def test_a_text_without_the_extra_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighting, "find_spec", lambda _name: None)
    assert parts_of(SMALL.split("\n")) == {}


def test_a_very_long_text_is_plain() -> None:
    assert parts_of(["a = 1"] * (highlighting.MOST_LINES + 1)) == {}


def test_every_part_of_a_line_has_its_kind() -> None:
    pytest.importorskip("tree_sitter_toml")
    lines = [
        "[event]  # é",
        "title = true",
        '"é" = "à" # x',
        "on = 2027-01-02",
        "••• = 1",
        '"e" = •••',
        "s = '''a",
        "b'''",
    ]
    found = {
        row: [(lines[row][start:end], kind) for start, end, kind in parts] for row, parts in parts_of(lines).items()
    }
    assert found[0] == [("event", HEADER), ("# é", COMMENT)]
    assert found[1] == [("title", KEY), ("true", NUMBER)]
    assert found[2] == [('"é"', KEY), ('"à"', STRING), ("# x", COMMENT)]
    assert found[3] == [("on", KEY), ("2027-01-02", NUMBER)]
    assert found[4] == [("•••", KEY), ("1", NUMBER)]
    assert found[5][-1] == ("•••", NUMBER)
    assert found[6][-1] == ("'''a", STRING)
    assert found[7] == [("b'''", STRING)]


def test_what_was_left_aside_is_not_marked(small: Path) -> None:
    session = Session(str(small))
    every = {finding.rule.code for found in found_by_line(session).values() for finding in found}
    assert "REP-1" in every
    session.skip_rule("REP-1")
    assert {finding.rule.code for found in found_by_line(session).values() for finding in found} == every - {"REP-1"}
