"""The scale keeps the order of marks whatever the width, and names the months that have room."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from eventreview.language import words
from eventreview.tui.scale import Placed, Scale
from eventreview.tui.timeline_words import SHORT_MONTHS

APRIL, JULY = datetime.date(2027, 4, 3), datetime.date(2027, 7, 1)
DAYS = st.dates(APRIL, JULY)


def placed(*days: datetime.date, text: str = "x") -> list[Placed]:
    return [Placed(day, text) for day in days]


@given(days=st.lists(DAYS, max_size=8).map(sorted), width=st.integers(16, 90))
def test_every_mark_is_drawn_once_in_its_order_and_within_the_width(days: list[datetime.date], width: int) -> None:
    marks = [Placed(day, "abcdefgh"[number]) for number, day in enumerate(days)]
    line = Scale(APRIL, JULY, width).line(marks)
    assert line is not None
    assert len(line) <= width
    assert line.replace(" ", "") == "abcdefgh"[: len(days)]


@given(days=st.lists(DAYS, min_size=2, max_size=2).map(sorted), width=st.integers(10, 90))
def test_marks_alone_on_their_cells_stand_at_their_days(days: list[datetime.date], width: int) -> None:
    scale = Scale(APRIL, JULY, width)
    first, second = map(scale.column, days)
    line = scale.line(placed(*days))
    assert line is not None
    if first != second:
        assert [number for number, cell in enumerate(line) if cell == "x"] == [first, second]


def test_a_mark_leads_to_another_over_free_cells_alone() -> None:
    marks = [Placed(APRIL, "a", to=2), Placed(datetime.date(2027, 5, 10), "C"), Placed(JULY, "A")]
    line = Scale(APRIL, JULY, 20).line(marks)
    assert line is not None
    assert line == "a" + "━" * 7 + "C" + "━" * 10 + "A"


def test_a_line_to_what_is_only_meant_is_dashed() -> None:
    line = Scale(APRIL, JULY, 20).line([Placed(APRIL, "a", to=1, planned=True), Placed(JULY, "(A)", offset=1)])
    assert line is not None
    assert "╌" in line
    assert "━" not in line


def test_a_mark_in_brackets_stands_with_its_sign_at_its_day() -> None:
    scale = Scale(APRIL, JULY, 60)
    day = datetime.date(2027, 5, 20)
    line = scale.line([Placed(day, "(C)", offset=1)])
    assert line is not None
    assert line.index("C") == scale.column(day)


def test_marks_whose_order_is_open_stand_together() -> None:
    day = datetime.date(2027, 5, 20)
    line = Scale(APRIL, JULY, 60).line([Placed(day, "A=", glued=True), Placed(datetime.date(2027, 5, 25), "C")])
    assert line is not None
    assert "A=C" in line


def test_too_many_marks_for_the_width_are_not_drawn() -> None:
    assert Scale(APRIL, JULY, 5).line(placed(*[APRIL] * 6)) is None


def test_the_months_stand_at_their_first_day_the_first_with_its_year() -> None:
    scale = Scale(APRIL, JULY, 60)
    header = scale.header(words.MONTHS, SHORT_MONTHS)
    assert header.startswith("April 2027")
    assert header.index("June") == scale.column(datetime.date(2027, 6, 1))


def test_with_little_room_months_are_short_or_left_out_and_january_has_its_year() -> None:
    header = Scale(datetime.date(2026, 11, 1), datetime.date(2027, 4, 1), 34).header(words.MONTHS, SHORT_MONTHS)
    assert header.split() == ["Nov", "2026", "Jan", "2027", "March"]


def test_one_day_and_the_end_of_the_calendar_have_a_scale() -> None:
    assert Scale(APRIL, APRIL, 40).header(words.MONTHS, SHORT_MONTHS).startswith("Apr")
    last = datetime.date(9999, 12, 31)
    assert Scale(last, last, 40).header(words.MONTHS, SHORT_MONTHS) == "December 9999"
