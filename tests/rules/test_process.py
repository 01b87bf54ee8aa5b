"""The words that the rules on process share: replies, months, last days, folded texts, medians."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.config.thresholds import Thresholds
from eventreview.plan.file import read_bytes
from eventreview.rules import process
from eventreview.rules.words import Scene

HEAD = """
format = 1
stage = "closed"
as_of = 2027-05-31
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "quiet", name = "Quiet Harbour (fictional)" },
]
"""
EVENT = '[event]\ntitle = "Rights and evidence"\nconcerns = ["sex-workers"]\n'
DATES = st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(9990, 12, 31))


def scene(more: str = "", event: str = "") -> Scene:
    file = read_bytes("plan.toml", (HEAD + EVENT + event + "\n" + more).encode())
    assert file.plan is not None
    assert not file.faults
    return Scene(file.plan, Thresholds())


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        ("answered_on = 2027-05-31", True),
        ('answered_on = 2027-05-31\noutcome = "objected"', True),
        ('answered_on = 2027-05-01T10:00:00\noutcome = "partly"', True),
        ('answered_on = 2027-05-01\noutcome = "declined"', False),
        ('answered_on = 2027-05-01\noutcome = "no-answer"', False),
        ("answered_on = 2027-06-01", False),
        ('outcome = "agreed"', False),
    ],
)
def test_a_reply_has_come_by_today_and_says_something(answer: str, counts: bool) -> None:
    head = '[[consultations]]\nid = "c"\nby = "quiet"\nwith = "net"\nabout = ["aims"]\nasked_on = 2027-01-01\n'
    on = scene(head + answer)
    assert process.reply(on, on.plan.consultations[0]) is counts


def test_has_theirs_and_other_are_told_by_who_leads() -> None:
    on = scene()
    assert process.has(on, ("quiet", "net"), "sex-workers")
    assert not process.has(on, ("quiet", "tnet"), "sex-workers")
    assert not process.has(on, None, "sex-workers")
    assert [process.is_other(on, id) for id in ("net", "tnet", "quiet", "nobody", None)] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_days_are_counted_by_dates_whatever_the_time() -> None:
    late = datetime.datetime(2027, 3, 1, 23, 59)
    assert process.days(late, date("2027-03-02")) == 1
    assert process.days(date("2027-03-02"), late) == -1


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2027-01-31", 13, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2027-12-15", 1, "2028-01-15"),
        ("2027-11-30", 1, "2027-12-30"),
        ("9999-06-01", 24, "9999-12-31"),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(start: str, months: int, end: str) -> None:
    assert process.plus_months(date(start), months) == date(end)


@given(DATES, st.integers(0, 60))
def test_months_later_is_never_earlier_and_in_the_month_meant(start: datetime.date, months: int) -> None:
    end = process.plus_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end + datetime.timedelta(days=1)).day == 1


@pytest.mark.parametrize(("start", "over"), [("2026-05-31", False), ("2026-05-30", True), ("2027-06-01", False)])
def test_to_the_day_is_not_over(start: str, over: bool) -> None:
    assert process.over_months(scene(), date(start), 12) is over


@pytest.mark.parametrize(
    ("event", "last"),
    [
        ("starts = 2027-03-20\nends = 2027-03-21T18:00:00", "2027-03-21"),
        ("starts = 2027-03-20T09:00:00", "2027-03-20"),
        ("", None),
    ],
)
def test_the_last_day_is_the_end_or_else_the_start(event: str, last: str | None) -> None:
    assert process.last_day(scene(event=event)) == (date(last) if last else None)


@pytest.mark.parametrize(
    ("dates", "final"),
    [
        ("finalised_on = 2027-05-31\npublished_on = 2027-06-02", True),
        ("finalised_on = 2027-06-01", False),
        ("published_on = 2027-05-01", True),
        ("", False),
    ],
)
def test_a_text_is_final_once_finalised_or_else_published(dates: str, final: bool) -> None:
    on = scene('[[statements]]\nid = "t"\ntitle = "Text"\ndrafters = ["net"]\n' + dates)
    assert process.is_final(on, on.plan.statements[0]) is final


def test_a_community_source_is_known_by_its_kind_alone() -> None:
    kinds = ("community-led", "joint-un-community", "academic", "un")
    on = scene("".join(f'[[sources]]\ntitle = "Sex workers speak"\nkind = "{kind}"\n' for kind in kinds))
    assert [process.is_community_source(source) for source in on.plan.sources] == [True, True, False, False]


def test_folding_forgets_case_and_the_width_of_spaces() -> None:
    assert process.fold("  Straße\u00a0\t 9 ") == process.fold("STRASSE 9")


def test_a_median_keeps_half_days() -> None:
    assert process.median([4]) == 4
    assert process.median([9, 1, 4]) == 4
    assert process.median([1, 2, 9, 4]) == 3
    assert process.median([2, 1]) == 1.5
    with pytest.raises(ValueError, match="no numbers"):
        process.median([])
