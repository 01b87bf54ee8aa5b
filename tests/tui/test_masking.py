"""What could out or reach a person is masked by the look of a line alone, where the file may be no TOML."""

from __future__ import annotations

import pytest

from eventreview.tui.folding import fold, matches
from eventreview.tui.masking import masked, masked_lines


def test_each_way_to_reach_somebody_is_masked_and_the_rest_stays() -> None:
    assert masked("Ask ana@example.org or call +41 22 555 01 99, please") == "Ask ••• or call •••, please"


def test_a_text_without_any_stays_as_it_is() -> None:
    assert masked("Meeting on 2027-03-20, 09:30–11:00") == "Meeting on 2027-03-20, 09:30–11:00"


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        (['legal_name = "A. B."', 'id = "s1"'], ["•••", 'id = "s1"']),
        (['s = { id = "s1", Nationality = "x" }'], ['s = { id = "s1", •••']),
        (['"real name" = "A', "B", 'id = "s1"'], ["•••", "•••", 'id = "s1"']),
        (["phone = [", '  "022 555",', "]", 'id = "s1"'], ["•••", "•••", "•••", 'id = "s1"']),
        (["[passport]", 'number = "X1"', "", "[event]", 'title = "T"'], ["[•••", "•••", "", "[event]", 'title = "T"']),
        (['title = "unclosed', 'contact = "ana@example.org"'], ['title = "unclosed', 'contact = "•••"']),
        (['event.gender = "x"'], ["event.•••"]),
    ],
)
def test_the_value_of_a_forbidden_key_is_masked_to_its_end(lines: list[str], shown: list[str]) -> None:
    assert masked_lines(lines) == shown


def test_a_search_needs_no_accents_no_capitals_and_no_typographic_signs() -> None:
    assert matches("equipe ŒUVRE l'eveil", "L’équipe à l’œuvre : l’éveil")
    assert not matches("equipe rien", "L’équipe")
    assert matches("", "anything")
    assert fold("Ligne\u202f!") == "ligne !"
