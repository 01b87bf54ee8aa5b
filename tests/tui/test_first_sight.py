"""The first sight of a plan: it stands where the review stands, and no key pressed during it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, TURNS, WIDE, desk
from tests.tui.hostile_plan import plan_of_attacks
from textual import events
from textual.geometry import Size

from eventreview.review.session import Session
from eventreview.tui.app import ReviewApp
from eventreview.tui.first_sight import first_lines
from eventreview.tui.widgets.filter_bar import FilterBar


def stands_there(line: str, shown: str) -> bool:
    """Whether the screen has each character of a line in its place; what is still missing beside it doesn't count."""
    return all(letter in (" ", "─", "…", there) for letter, there in zip(line, shown.ljust(len(line)), strict=False))


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW, (170, 45), (120, 29)])
async def test_what_is_seen_first_stays_where_it_is_when_the_review_comes(small: Path, size: tuple[int, int]) -> None:
    first = [line.plain for line in first_lines(Session(str(small)), Size(*size))]
    async with desk(small, size=size) as ui:
        shown = ui.screen_text().splitlines()
        assert small.name in first[0]
        assert any("REP-" in line or "COM-" in line for line in first[:12]), first
        for line, there in zip(first, shown, strict=False):
            assert stands_there(line, there), (line, there)


async def test_keys_pressed_before_the_review_is_there_are_done_in_their_order(small: Path) -> None:
    app = ReviewApp([str(small)])
    async with app.run_test(size=WIDE) as pilot:
        for key in ("down", "slash", "p", "q"):
            app.post_message(events.Key(key, "/" if key == "slash" else key if len(key) == 1 else None))
        for _turn in range(TURNS):
            await pilot.pause()
            if [each.value for each in app.screen.query(FilterBar)] == ["pq"]:
                break
        assert [each.value for each in app.screen.query(FilterBar)] == ["pq"]
        assert app._exit is False


def test_nothing_of_a_hostile_plan_obeys_in_the_first_sight(tmp_path: Path) -> None:
    path = tmp_path / "[b]\x1b]52;c;aGk=\x07.toml"
    path.write_text(plan_of_attacks(words=False), encoding="utf-8")
    said = "\n".join(line.plain for line in first_lines(Session(str(path)), Size(*WIDE)))
    assert "\x1b" not in said
    assert "\x07" not in said
    assert "[b]" in said
