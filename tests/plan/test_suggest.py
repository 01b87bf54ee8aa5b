"""The nearest word is what somebody most likely meant, and far words are never offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan.suggest import edit_distance, fold, nearest

WORDS = st.text(alphabet="abcd", max_size=7)


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("chosen", "choosen", 1),
        ("minutes", "minuets", 1),
        ("date", "data", 1),
        ("ab", "ba", 1),
        ("abc", "cab", 2),
    ],
)
def test_a_distance_counts_what_a_hand_slips(a: str, b: str, distance: int) -> None:
    assert edit_distance(a, b) == distance


@given(WORDS, WORDS)
def test_a_distance_is_the_same_both_ways_and_nought_only_for_the_same_word(a: str, b: str) -> None:
    assert edit_distance(a, b) == edit_distance(b, a)
    assert (edit_distance(a, b) == 0) == (a == b)
    assert abs(len(a) - len(b)) <= edit_distance(a, b) <= max(len(a), len(b))


@given(WORDS, st.integers(0, 6), st.sampled_from("abcd"))
def test_one_letter_more_is_a_distance_of_one(word: str, at: int, letter: str) -> None:
    assert edit_distance(word, word[:at] + letter + word[at:]) == 1


def test_folding_forgets_case_hyphens_and_underscores() -> None:
    assert fold("Chosen-By") == fold("chosen_by")


def test_short_words_may_differ_by_one_and_longer_ones_by_two() -> None:
    assert nearest("fe", ["fee"]) == ["fee"]
    assert nearest("fx", ["fee"]) == []
    assert nearest("chosn_b", ["chosen_by"]) == ["chosen_by"]
    assert nearest("chosn_", ["chosen_by"]) == []


def test_ties_are_settled_by_the_order_of_the_candidates() -> None:
    assert nearest("starp", ["stars", "start"], 3) == ["stars", "start"]
    assert nearest("starp", ["start", "stars"], 3) == ["start", "stars"]


def test_the_nearer_word_comes_first_and_no_more_than_wanted_come() -> None:
    candidates = ["minute", "minutess", "minutes"]
    assert nearest("minutes", candidates, 2) == ["minutes", "minute"]
    assert nearest("minutes", candidates) == ["minutes"]


def test_nothing_is_near_among_nothing() -> None:
    assert nearest("minutes", []) == []
