"""Ids and codes are told by their letters alone, so that no verdict depends on the lists of a machine."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan import vocabulary as v
from eventreview.plan.shapes import (
    SHAPES,
    is_country,
    is_currency,
    is_id,
    is_interpretation,
    is_language,
    is_population,
    is_timezone,
    is_utc_offset,
)


@pytest.mark.parametrize("value", ["a", "0", "s1", "csw71-evidence", "a-", "0-0", "a" * 64, "plan"])
def test_an_id(value: str) -> None:
    assert is_id(value)


@pytest.mark.parametrize("value", ["", "-a", "A", "a b", "a_b", "é", "a.b", "a" * 65, "a\n", " a", "٣"])
def test_no_id(value: str) -> None:
    assert not is_id(value)


@given(st.text(alphabet="aZ0-_ é\n", max_size=66))
def test_an_id_is_what_its_pattern_says(value: str) -> None:
    assert is_id(value) == (re.fullmatch(r"[a-z0-9][a-z0-9-]*", value) is not None and len(value) <= 64)


@pytest.mark.parametrize(("value", "fits"), [("CH", True), ("ch", False), ("CHE", False), ("C1", False), ("ÉÉ", False)])
def test_a_country_is_two_capitals(value: str, fits: bool) -> None:
    assert is_country(value) is fits


@pytest.mark.parametrize(("value", "fits"), [("XOF", True), ("EU", False), ("Eur", False), ("€€€", False), ("", False)])
def test_a_currency_is_three_capitals(value: str, fits: bool) -> None:
    assert is_currency(value) is fits


@pytest.mark.parametrize("value", ["fr", "fra", "pt-BR", "zh-Hant-TW", "es-419", "sl-rozaj-1994"])
def test_a_language(value: str) -> None:
    assert is_language(value)


@given(st.text(alphabet="afZ09-é ", max_size=12))
def test_a_language_is_what_its_pattern_says(value: str) -> None:
    assert is_language(value) == (re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value) is not None)


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("en-fr", True),
        ("eng-fra", True),
        ("en", False),
        ("en-fr-es", False),
        ("EN-FR", False),
        ("en>fr", False),
        ("en-f", False),
    ],
)
def test_an_interpretation_is_two_languages(value: str, fits: bool) -> None:
    assert is_interpretation(value) is fits


@pytest.mark.parametrize("value", ["UTC", "Europe/Zurich", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "Made/Up"])
def test_a_timezone(value: str) -> None:
    assert is_timezone(value)


@pytest.mark.parametrize(
    "value", ["", "CET", "Europe", "Europe/", "/Zurich", "Europe Zurich/x", "../../etc/passwd", "utc"]
)
def test_no_timezone(value: str) -> None:
    assert not is_timezone(value)


@pytest.mark.parametrize("value", ["+00:00", "-00:00", "+02:00", "-12:00", "+14:00", "+05:45", "+13:59"])
def test_an_offset(value: str) -> None:
    assert is_utc_offset(value)


@pytest.mark.parametrize(
    "value", ["", "02:00", "+2:00", "+14:01", "-12:01", "+10:60", "+1a:00", "+02-00", "+02:00 ", "+٠٢:00"]
)
def test_no_offset(value: str) -> None:
    assert not is_utc_offset(value)


@pytest.mark.parametrize("value", [*v.POPULATIONS, "other:nurses", "other: women farmers"])
def test_a_population(value: str) -> None:
    assert is_population(value, group=False)


@pytest.mark.parametrize("value", ["", "other:", "other:  ", "Other:nurses", "nurses", "sex_workers"])
def test_no_population(value: str) -> None:
    assert not is_population(value, group=True)


def test_the_group_is_one_where_groups_may_stand() -> None:
    assert is_population(v.GROUP, group=True)
    assert not is_population(v.GROUP, group=False)


@pytest.mark.parametrize("fits", SHAPES.values())
@given(value=st.text(max_size=80))
def test_any_text_gets_an_answer(fits: object, value: str) -> None:
    assert callable(fits)
    assert fits(value) in (True, False)
