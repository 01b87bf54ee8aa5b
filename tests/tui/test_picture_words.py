"""Bars and the strip can be read with and without their characters, at any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.conftest import plan, reviewed

from eventreview.config.thresholds import Thresholds
from eventreview.review.pictures.facts import AHEAD, UNSTATED, WITH, WITHOUT
from eventreview.review.pictures.panels import Minutes
from eventreview.review.pictures.steps import StepShown
from eventreview.rules.words import Scene
from eventreview.tui.picture_words import Line, minutes_bar, panel_lines, strip_line, strip_words

TWO_OF_FIVE = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 5 },
  { id = "s2", organisation = "south", represents = ["sex-workers"], minutes = 5 },
  { id = "a1", organisation = "ally", minutes = 20 },
  { id = "a2", organisation = "ally", minutes = 20 },
  { id = "a3", organisation = "min", minutes = 15 },
  { id = "o1", organisation = "net", status = "open" },
]
[[organisations]]
id = "min"
name = "Ministry of Lakes (fictional)"
kind = "government"
"""


def lines(body: str, already_said: bool = False) -> list[Line]:
    found = reviewed(plan(body)).file.plan
    assert found is not None
    return panel_lines(Scene(found, Thresholds()), found.panels[0], already_said)


def test_the_bars_say_their_numbers_in_words() -> None:
    places, minutes = lines(TWO_OF_FIVE)
    assert places.fitted(80) == "●●○○□· 2 of 5 community · 2 allies · 1 institution · 1 open"
    assert minutes.fitted(80) == "▬─────── 10 of 65 min"
    assert places.sentence == "2 of 5 community (●), 2 allies (○), 1 institution (□), 1 open (·)."


def test_with_less_room_words_go_then_the_bar_and_the_numbers_last() -> None:
    places, _minutes = lines(TWO_OF_FIVE)
    shown = [places.fitted(room) for room in (40, 22, 18, 16, 5)]
    assert shown == ["●●○○□· 2 of 5 community", "●●○○□· 2/5 community", "2 of 5 community", "2 of 5 community", "2 of…"]


@given(room=st.integers(0, 80))
def test_a_line_never_takes_more_than_its_room(room: int) -> None:
    assert all(len(line.fitted(room)) <= room for line in LINES)


LINES = lines(TWO_OF_FIVE)


def test_why_a_closed_caucus_has_no_bar_is_said_once() -> None:
    closed = TWO_OF_FIVE.replace('title = "Panel"', 'title = "Panel"\nkind = "closed-caucus"')
    (line,) = lines(closed)
    assert (line.bar, line.words) == ("", ("closed: no bar",))
    assert not any(sign.isdigit() for sign in line.sentence)
    assert lines(closed, already_said=True) == []


def test_a_panel_without_places_or_minutes_says_so() -> None:
    assert [line.words for line in lines('[[panels]]\nid = "p"\ntitle = "Panel"\n')] == [("no places yet",)]
    silent = TWO_OF_FIVE.replace("minutes = 5", "").replace(", minutes = 20", "").replace(", minutes = 15", "")
    assert lines(silent.replace('["sex-workers"], }', '["sex-workers"] }'))[1].words == ("minutes not stated",)


@pytest.mark.parametrize(
    ("community", "total", "bar"),
    [(0, 60, "────────"), (1, 600, "▬───────"), (30, 60, "▬▬▬▬────"), (599, 600, "▬▬▬▬▬▬▬─"), (60, 60, "▬▬▬▬▬▬▬▬"), (0, 0, "")],
)  # fmt: skip
def test_neither_part_of_the_minutes_vanishes_while_it_has_one(community: int, total: int, bar: str) -> None:
    assert minutes_bar(Minutes(community, total, 0)) == bar


STRIP = (StepShown("aims", WITH), StepShown("agenda", WITHOUT, ("trans-people",)), StepShown("budget", AHEAD))


def test_the_strip_has_a_sign_and_the_word_for_it() -> None:
    shown = "aims ✓  agenda ✗  budget ·    ✓ with them  ✗ without them  · not yet"
    assert strip_line(STRIP, 80) == shown
    assert strip_line(STRIP, len(shown) - 1) == "✓ with them: aims  ✗ without them: agenda  · not yet: budget"


def test_the_strip_names_the_populations_where_it_is_not_so_of_all() -> None:
    strip = (*STRIP, StepShown("statement", WITHOUT, ("sex-workers", "trans-people")), StepShown("speakers", UNSTATED))
    assert "✗ without them: agenda (trans people) and statement" in strip_words(strip)
