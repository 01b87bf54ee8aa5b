"""One value on a line of its own: what wasn't meant isn't shown, whatever stands beside it in the file."""

from __future__ import annotations

import pytest

from eventreview.plan.file import read_bytes
from eventreview.plan.model import Place
from eventreview.report.values import BLANKED, LEFT_OUT, SHOWN, Values

PLAN = '''format = 1
stage = "inviting"
[event]
title = "A"
concerns = [ # Rosa's list
  "sex-workers", # Rosa
  "migrants",
]
city = "write to rosa@example.org"
[[panels]]
id = "p"
title = "P"
[[panels.speakers]]
id = "s1"
display = "Rosa \\u001b[31m"
consent = { named = "yes", "rosa@example.org" = 1, notes = """
two
lines""" }
'''
FILE = read_bytes("plan.toml", PLAN.encode())


def place() -> Place:
    assert FILE.plan is not None
    return FILE.plan.panels[0].speakers[0]


def shown(private: str, *keys: str) -> list[str]:
    values = Values(FILE, private)
    return [f"{line} {text}" for key in keys for line, text in values.rows(place(), key, getattr(place(), key))]


@pytest.mark.parametrize(
    ("private", "expected"),
    [
        (SHOWN, ['15 display = "Rosa \\u001b[31m"', '16 consent.named = "yes"', '16 consent.notes = """ two lines"""']),
        (BLANKED, ["15 display = •••", '16 consent.named = "yes"', "16 consent.notes = •••"]),
        (LEFT_OUT, ['16 consent.named = "yes"']),
    ],
)
def test_names_and_notes_are_shown_blanked_or_left_out(private: str, expected: list[str]) -> None:
    assert shown(private, "display", "consent") == expected


def test_a_value_over_several_lines_is_one_row_without_its_comments() -> None:
    assert FILE.plan is not None
    event = FILE.plan.event
    rows = list(Values(FILE, SHOWN).rows(event, "concerns", event.concerns))
    assert rows == [(5, 'concerns = [ "sex-workers", "migrants", ]')]


def test_what_saf_1_forbids_is_never_shown() -> None:
    assert FILE.plan is not None
    event = FILE.plan.event
    assert list(Values(FILE, SHOWN).rows(event, "city", event.city)) == [(9, "city = •••")]


def test_tables_of_an_array_are_counted() -> None:
    assert FILE.plan is not None
    rows = list(Values(FILE, SHOWN).rows(FILE.plan, "panels", FILE.plan.panels))
    assert rows == [(10, "panels: 1 entry")]
