"""The owner sees the plan as it is, but for what SAF-1 forbids."""

from __future__ import annotations

from eventreview.plan.file import read_bytes
from eventreview.report.owner import owners_text

PLAN = """format = 1
title = "mine"  # Rosa said so
email = "rosa@example.org"
[address]
street = "Harbour Lane"
[[address.doors]]
number = 7
[event]
city = "call 0032 470 12 34 56"
"""


def test_names_and_comments_are_shown_and_the_lines_keep_their_numbers() -> None:
    shown = owners_text(read_bytes("plan.toml", PLAN.encode())).split("\n")
    assert shown[1] == 'title = "mine"  # Rosa said so'
    assert len(shown) == PLAN.count("\n") + 1


def test_what_is_forbidden_is_blanked_with_all_the_lines_of_its_table() -> None:
    shown = owners_text(read_bytes("plan.toml", PLAN.encode()))
    assert not [secret for secret in ("rosa@", "Harbour", "number = 7", "0032") if secret in shown]
