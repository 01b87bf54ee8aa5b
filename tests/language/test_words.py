"""Lists, dates and numbers in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview import language
from eventreview.language import words

EQUINOX = datetime.date(2027, 3, 20)


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the language as the other tests expect it."""
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("items", "english", "french"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a et b"),
        (["a", "b", "c"], "a, b and c", "a, b et c"),
        (["{first}", "%s", "{"], "{first}, %s and {", "{first}, %s et {"),
    ],
)
def test_a_list_in_words(items: list[str], english: str, french: str) -> None:
    assert words.join(items) == english
    language.use("fr")
    assert words.join(items) == french


@pytest.mark.parametrize(
    ("moment", "english", "french"),
    [
        (EQUINOX, "20 March 2027", "20 mars 2027"),
        (datetime.date(2027, 8, 1), "1 August 2027", "1er août 2027"),
        (datetime.date(987, 12, 31), "31 December 987", "31 décembre 987"),
        (datetime.datetime(2027, 3, 20, 14, 30), "20 March 2027, 14:30", "20 mars 2027 à 14 h 30"),
        (datetime.datetime(2027, 3, 20, 9, 5, 59), "20 March 2027, 09:05", "20 mars 2027 à 9 h 05"),
        (datetime.datetime(2027, 3, 20), "20 March 2027, 00:00", "20 mars 2027 à 0 h 00"),
        (
            datetime.datetime(2027, 3, 20, 14, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-4))),
            "20 March 2027, 14:30 (UTC-04:00)",
            "20 mars 2027 à 14 h 30 (UTC-04:00)",
        ),
        (
            datetime.datetime(2027, 3, 20, 14, 30, tzinfo=datetime.UTC),
            "20 March 2027, 14:30 (UTC)",
            "20 mars 2027 à 14 h 30 (UTC)",
        ),
    ],
)
def test_a_date_in_words(moment: datetime.date, english: str, french: str) -> None:
    assert words.date(moment) == english
    language.use("fr")
    assert words.date(moment) == french


def test_a_day_of_the_week() -> None:
    assert words.weekday(EQUINOX) == "Saturday"
    language.use("fr")
    assert words.weekday(datetime.datetime(2027, 3, 21, 10)) == "dimanche"


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1,000", "1\u202f000"),
        (-1234567, "-1,234,567", "-1\u202f234\u202f567"),
        (1234.5, "1,234.5", "1\u202f234,5"),
        (0.5, "0.5", "0,5"),
    ],
)
def test_a_number_with_its_separators(number: float, english: str, french: str) -> None:
    assert words.number(number) == english
    language.use("fr")
    assert words.number(number) == french


@given(st.dates(), st.sampled_from(language.LANGUAGES))
def test_no_two_dates_read_the_same(day: datetime.date, name: str) -> None:
    language.use(name)
    number, month, year = words.date(day).split(" ")
    months = [language.pgettext("month", english) for english in words.MONTHS]
    assert datetime.date(int(year), months.index(month) + 1, int(number.removesuffix("er"))) == day


@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False), st.sampled_from(language.LANGUAGES))
def test_a_number_reads_back_as_itself(number: float, name: str) -> None:
    language.use(name)
    thousands, decimals = words.SEPARATORS[name]
    shown = words.number(number).replace(thousands, "").replace(decimals, ".")
    assert type(number)(shown) == number
