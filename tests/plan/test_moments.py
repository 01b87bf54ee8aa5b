"""*Before* has one meaning: dates decide, on one day only two times do, and what can't be known is undecided."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan.moments import before, day

ZURICH = "Europe/Zurich"
DATES = st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1))
NAIVE = st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2030, 1, 1))
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))
MOMENTS = st.one_of(DATES, NAIVE, st.builds(lambda d, z: d.replace(tzinfo=z), NAIVE, OFFSETS))


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


def on(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_the_day_of_a_moment_is_the_one_written() -> None:
    assert day(at("2027-03-10T23:30:00-10:00")) == on("2027-03-10")
    assert day(on("2027-03-10")) == on("2027-03-10")


def test_two_days_decide_with_or_without_times() -> None:
    assert before(on("2027-03-10"), on("2027-03-11"), None) is True
    assert before(at("2027-03-10T23:59:00"), on("2027-03-11"), None) is True
    assert before(on("2027-03-11"), at("2027-03-10T23:59:00"), None) is False


def test_on_one_day_a_date_without_a_time_leaves_it_open() -> None:
    assert before(on("2027-03-10"), on("2027-03-10"), ZURICH) is None
    assert before(at("2027-03-10T09:00:00"), on("2027-03-10"), ZURICH) is None
    assert before(on("2027-03-10"), at("2027-03-10T09:00:00+01:00"), ZURICH) is None


def test_on_one_day_two_times_decide_and_equal_ones_do_not() -> None:
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T16:00:00"), None) is True
    assert before(at("2027-03-10T16:00:00"), at("2027-03-10T09:00:00"), None) is False
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T09:00:00"), None) is None


def test_two_offsets_are_compared_as_instants_whatever_their_dates() -> None:
    assert before(at("2027-03-11T00:30:00+14:00"), at("2027-03-10T12:00:00+00:00"), None) is True
    assert before(at("2027-03-10T12:00:00+00:00"), at("2027-03-11T00:30:00+14:00"), None) is False
    assert before(at("2027-03-11T02:00:00+02:00"), at("2027-03-11T00:00:00+00:00"), None) is None


def test_a_local_time_beside_an_offset_is_read_in_the_events_zone() -> None:
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T08:30:00+00:00"), ZURICH) is True
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T07:30:00+00:00"), ZURICH) is False
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T08:00:00+00:00"), ZURICH) is None


@pytest.mark.parametrize("zone", [None, "Nowhere/Atall", "../../etc/passwd", "UTC/", ""])
def test_without_a_known_zone_that_is_undecided(zone: str | None) -> None:
    assert before(at("2027-03-10T09:00:00"), at("2027-03-10T20:00:00+00:00"), zone) is None
    assert before(at("2027-03-10T23:00:00"), at("2027-03-11T01:00:00+00:00"), zone) is None


def test_days_far_apart_decide_without_a_zone_too() -> None:
    assert before(at("2027-03-10T09:00:00"), at("2027-04-10T09:00:00+00:00"), None) is True
    assert before(at("2027-04-10T09:00:00+00:00"), at("2027-03-10T09:00:00"), None) is False


def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others() -> None:
    first, last = at("0001-01-01T00:00:00"), at("9999-12-31T23:59:59")
    assert before(first, last, ZURICH) is True
    assert before(first, at("0001-01-01T00:00:00+14:00"), ZURICH) in (True, False, None)
    assert before(at("9999-12-31T23:59:59-12:00"), last, ZURICH) in (True, False, None)


@given(MOMENTS, MOMENTS, st.sampled_from((None, ZURICH, "Nowhere/Atall")))
def test_before_one_way_is_not_before_the_other_way(a: datetime.date, b: datetime.date, zone: str | None) -> None:
    there, back = before(a, b, zone), before(b, a, zone)
    assert (there, back) in ((True, False), (False, True), (None, None))


@given(MOMENTS, st.sampled_from((None, ZURICH)))
def test_no_moment_is_before_itself(moment: datetime.date, zone: str | None) -> None:
    assert before(moment, moment, zone) is None


@given(DATES, DATES)
def test_dates_are_compared_as_dates(a: datetime.date, b: datetime.date) -> None:
    assert before(a, b, None) == (None if a == b else a < b)
