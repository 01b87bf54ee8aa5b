"""What a message adds where "not led by them" decides: absent words about who leads, and sub-groups."""

from __future__ import annotations

from eventreview.config.thresholds import Thresholds
from eventreview.plan.file import read_bytes
from eventreview.rules.not_theirs import not_theirs
from eventreview.rules.outcome import error
from eventreview.rules.words import Scene

PLAN = b"""\
format = 1
stage = "inviting"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "both", name = "Two Tides (fictional)", led_by = ["women-who-use-drugs", "people-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)" },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
"""


def remarks(population: str, *read: tuple[str, ...] | str | None) -> list[tuple[str, dict[str, object]]]:
    plan = read_bytes("plan.toml", PLAN).plan
    assert plan is not None
    return list(not_theirs(Scene(plan, Thresholds()), error("1", "x"), population, *read).remarks)


def test_an_absent_word_on_who_leads_is_told_once() -> None:
    assert remarks("people-who-use-drugs", "forum", ("forum", "ally"), None) == [
        ("led-by-absent", {"organisation": "forum"})
    ]


def test_a_sub_group_is_told_and_the_group_isnt_taken_for_its_part_either() -> None:
    assert remarks("people-who-use-drugs", "wnet") == [
        ("sub-group", {"organisation": "wnet", "others": "women-who-use-drugs", "population": "people-who-use-drugs"})
    ]
    assert remarks("women-who-use-drugs", "wnet") == []


def test_an_organisation_led_by_both_needs_no_remark() -> None:
    assert remarks("people-who-use-drugs", "both") == []


def test_what_is_declared_needs_no_remark() -> None:
    assert remarks("sex-workers", "ally", "wnet") == []
