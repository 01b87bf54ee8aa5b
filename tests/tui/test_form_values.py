"""What is typed into a form becomes a value of the right type, and what isn't one is answered with a sentence."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.form_plans import S1, file_of, row_of

from eventreview.plan.fields import Field
from eventreview.plan.positions import Path
from eventreview.tui.form_rows import ABSENT, Kind, Row
from eventreview.tui.form_values import NotUnderstood, read, step_of, typed_of
from eventreview.tui.forms import form_of


@pytest.mark.parametrize(
    ("path", "name", "typed", "value"),
    [
        (("event",), "city", "  Geneva ", "Geneva"),
        (("event",), "city", "   ", ABSENT),
        (("event",), "languages", "fr, pt-BR,", ["fr", "pt-BR"]),
        (("sources", 0), "regions", "africa\n\nlatin america", ["africa", "latin america"]),
        (S1, "minutes", "8", 8),
        (S1, "minutes", "1 200", 1200),
        (S1, "fee.amount", "300", 300),
        (S1, "fee.amount", "300.50", 300.5),
        (S1, "chosen_on", "2027-03-20", datetime.date(2027, 3, 20)),
        (S1, "chosen_on", "2027-03-20 14:30", datetime.datetime(2027, 3, 20, 14, 30)),
        (S1, "chosen_on", "2027-03-20T14:30:05", datetime.datetime(2027, 3, 20, 14, 30, 5)),
        (S1, "chosen_on", "2027-03-20 14:30Z", datetime.datetime(2027, 3, 20, 14, 30, tzinfo=datetime.UTC)),
        (S1, "invited_on", "2027-03-20", datetime.date(2027, 3, 20)),
    ],
)
def test_what_is_typed_becomes_a_value_of_the_right_type(path: Path, name: str, typed: str, value: object) -> None:
    found = read(row_of(form_of(file_of(), path), name), typed)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("path", "name", "typed"),
    [
        (S1, "minutes", "8.5"),
        (S1, "minutes", "eight"),
        (S1, "fee.amount", "300,50"),
        (S1, "fee.amount", "nan"),
        (S1, "invited_on", "20 March 2027"),
        (S1, "invited_on", "2027-02-30"),
        (S1, "invited_on", "2027-03-20 14:30"),
        (S1, "invited_on", "20270320"),
        (S1, "chosen_on", "2027-03-20 25:00"),
        (("import",), "retrieved_at", "2027-03-20 14:30"),
        (("event",), "country", "Switzerland"),
        (("event",), "currency", "euro"),
        (("event",), "timezone", "Zurich"),
        (("event",), "languages", "fr, english"),
        (S1, "utc_offset", "+2"),
        (("access",), "interpretation", "en, fr"),
    ],
)
def test_what_isnt_a_value_is_answered_with_a_sentence(path: Path, name: str, typed: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read(row_of(form_of(file_of(), path), name), typed)
    assert caught.value.sentence.endswith(".")


def row_with(field: Field, kind: Kind) -> Row:
    """A row of a kind, with nothing in it."""
    return Row(("x",), field, "", "X", kind, ABSENT, ABSENT)


minutes = st.datetimes(min_value=datetime.datetime(1000, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
VALUES = st.one_of(
    st.tuples(st.just(row_with(Field("whole"), Kind.NUMBER)), st.integers(-(10**15), 10**15)),
    st.tuples(st.just(row_with(Field("number"), Kind.NUMBER)), st.floats(-(10**6), 10**6).map(lambda x: round(x, 2))),
    st.tuples(st.just(row_with(Field("date"), Kind.DATE)), st.dates(min_value=datetime.date(1000, 1, 1))),
    st.tuples(st.just(row_with(Field("when"), Kind.DATE)), minutes),
    st.tuples(st.just(row_with(Field("moment"), Kind.DATE)), minutes.map(lambda m: m.replace(tzinfo=datetime.UTC))),
    st.tuples(
        st.just(row_with(Field("shaped", shape="language", many=True), Kind.LIST)),
        st.lists(st.sampled_from(["fr", "en", "pt-BR"]), min_size=1),
    ),
)


@given(VALUES)
def test_what_stands_in_an_input_is_read_as_the_value_it_stands_for(pair: tuple[Row, object]) -> None:
    row, value = pair
    found = read(row, typed_of(row, value))
    assert found == value
    assert type(found) is type(value)


def test_a_step_keeps_the_time_and_nothing_steps_to_today() -> None:
    today = datetime.date(2027, 3, 1)
    assert step_of(datetime.datetime(2027, 2, 28, 9, 30), 1, today) == datetime.datetime(2027, 3, 1, 9, 30)
    assert step_of(datetime.date(2027, 3, 1), -1, today) == datetime.date(2027, 2, 28)
    assert step_of(ABSENT, 1, today) == today
    assert step_of(datetime.date.max, 1, today) == datetime.date.max
