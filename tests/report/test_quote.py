"""Quoted lines show the plan, and nobody in it (SAF-6)."""

from __future__ import annotations

from eventreview.plan.file import read_bytes
from eventreview.report.quote import Quotes

PLAN = '''# who: Rosa
format = 1
stage = "inviting"  # ask Rosa first
notes = """
Rosa said yes
on Monday"""
[event]
title = "A # no comment"
concerns = []
email = "rosa@example.org"
city = "call 0032 470 12 34 56"
[[panels]]
id = "p"
title = "P"
speakers = [
  { id = "s1", display = "Rosa M.", person = "rosa", listed_as = "X", notes = "y", minutes = 5 },
]
'''


def quoted() -> list[str]:
    quotes = Quotes(read_bytes("plan.toml", PLAN.encode()))
    return [quotes.line(number) for number in range(1, PLAN.count("\n") + 1)]


def test_names_tags_notes_and_comments_are_blanked() -> None:
    shown = "\n".join(quoted())
    for secret in ("Rosa", "rosa", "Monday", "0032", '"X"', '"y"'):
        assert secret not in shown


def test_everything_else_stands_as_it_is() -> None:
    lines = quoted()
    assert lines[0] == "# •••"
    assert lines[1] == "format = 1"
    assert lines[2] == 'stage = "inviting"  # •••'
    assert lines[7] == 'title = "A # no comment"'
    assert lines[15].endswith("minutes = 5 },")
    assert lines[15].count("•••") == 4


def test_a_value_over_several_lines_is_blanked_as_a_whole() -> None:
    assert quoted()[3:6] == ["notes = •••", "•••", "•••"]


def test_a_forbidden_key_is_named_and_its_value_is_not() -> None:
    assert quoted()[9] == "email = •••"


def test_a_key_that_is_an_address_itself_is_not_named() -> None:
    quotes = Quotes(read_bytes("plan.toml", b'format = 1\n"rosa@example.org" = 1\n'))
    assert quotes.line(2) == "••• = •••"


def test_what_the_format_does_not_know_is_not_quoted_for_it_may_be_a_name_misspelt() -> None:
    text = b"""format = 1
[[panels]]
id = "p"
title = "P"
[[panels.speakers]]
id = "s1"
dispaly = "Rosa M."
[people]
first = "Rosa"
list = [{ name = "Rosa" }]
"""
    quotes = Quotes(read_bytes("plan.toml", text))
    shown = [quotes.line(number) for number in range(1, 11)]
    assert "Rosa" not in "".join(shown)
    assert shown[6] == "dispaly = \u2022\u2022\u2022"
    assert shown[5] == 'id = "s1"'
