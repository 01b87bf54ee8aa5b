"""The bars of a panel count as the rules count, and never one person alone."""

from __future__ import annotations

import pytest
from tests.review.conftest import FEWER, plan, reviewed

from eventreview.config.thresholds import Thresholds
from eventreview.review.pictures.panels import ALONE, IN_CLOSED_CAUCUS, KIND_UNREADABLE, PanelPicture, picture_of
from eventreview.rules.words import Scene

BALANCED = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 5 },
  { id = "s2", organisation = "south", represents = ["sex-workers"], minutes = 7 },
  { id = "s3", organisation = "net", minutes = 8 },
  { id = "a1", organisation = "ally", minutes = 20 },
  { id = "a2", organisation = "min" },
  { id = "m1", organisation = "ally", role = "moderator", minutes = 60 },
  { id = "o1", organisation = "net", status = "open", minutes = 9 },
  { id = "w1", organisation = "net", represents = ["sex-workers"], status = "withdrawn", minutes = 30 },
]
[[organisations]]
id = "min"
name = "Ministry of Lakes (fictional)"
kind = "government"
"""


def drawn(body: str, **how: str) -> PanelPicture | None:
    """The picture of the first panel of a plan."""
    file = reviewed(plan(body, **how)).file
    assert file.plan is not None
    return picture_of(Scene(file.plan, Thresholds()), file.plan.panels[0])


def counts(picture: PanelPicture | None) -> tuple[int, int, int, int, int]:
    assert picture is not None
    places = picture.places
    assert places is not None
    return places.community, places.unstated, places.ally, places.institution, places.open


def test_each_seat_is_counted_once_and_only_seats_are_counted() -> None:
    assert counts(drawn(BALANCED)) == (2, 1, 1, 1, 1)


def test_minutes_are_those_of_the_seats_and_say_how_many_have_none() -> None:
    picture = drawn(BALANCED)
    assert picture is not None
    assert picture.minutes is not None
    assert (picture.minutes.community, picture.minutes.total, picture.minutes.unstated) == (12, 40, 1)


def test_a_place_that_was_left_is_no_seat_and_after_its_days_of_grace_no_open_place() -> None:
    left = BALANCED.replace('status = "withdrawn"', 'status = "withdrawn", out_on = 2027-01-08')
    assert counts(drawn(left)) == (2, 1, 1, 1, 2)
    assert counts(drawn(left, as_of="2027-03-10")) == (2, 1, 1, 1, 1)


def test_a_panel_without_places_has_nobody_in_it() -> None:
    picture = drawn('[[panels]]\nid = "p"\ntitle = "Panel"\n')
    assert counts(picture) == (0, 0, 0, 0, 0)
    assert picture is not None
    assert picture.minutes is None


@pytest.mark.parametrize("kind", ["opening", "logistics"])
def test_a_panel_that_needs_no_balance_has_no_bars(kind: str) -> None:
    assert drawn(BALANCED.replace('title = "Panel"', f'title = "Panel"\nkind = "{kind}"')) is None


def test_a_panel_about_nobody_has_no_bars() -> None:
    assert drawn(BALANCED, concerns="[]") is None


@pytest.mark.parametrize(("kind", "why"), [("closed-caucus", IN_CLOSED_CAUCUS), ("closed-cucus", KIND_UNREADABLE)])
def test_nobody_is_counted_where_a_panel_is_closed_or_may_be(kind: str, why: str) -> None:
    picture = drawn(BALANCED.replace('title = "Panel"', f'title = "Panel"\nkind = "{kind}"'))
    assert picture is not None
    assert (picture.places, picture.minutes, picture.why_none) == (None, None, why)


def test_a_voice_that_is_alone_comes_with_its_organisation_and_without_its_minutes() -> None:
    picture = drawn(FEWER.replace('chosen_by = "net"', 'chosen_by = "net", minutes = 5'))
    assert picture is not None
    assert picture.places is not None
    assert (picture.places.community, picture.places.organisation) == (1, "net")
    assert (picture.minutes, picture.why_no_minutes) == (None, ALONE)


def test_minutes_that_only_one_of_two_voices_has_are_not_shown() -> None:
    picture = drawn(BALANCED.replace(", minutes = 7", ""))
    assert picture is not None
    assert picture.places is not None
    assert (picture.places.community, picture.minutes, picture.why_no_minutes) == (2, None, ALONE)


def test_somebody_alone_who_speaks_for_themselves_is_not_counted() -> None:
    own_word = 'represents = ["sex-workers"], basis = "self", self_declared = true'
    picture = drawn(
        FEWER.replace('organisation = "net", represents = ["sex-workers"]', f'organisation = "ally", {own_word}')
    )
    assert picture is not None
    assert (picture.places, picture.why_none) == (None, ALONE)
