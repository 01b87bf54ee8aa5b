"""Findings in words: what is said of several is said once, and people are told which object is meant."""

from __future__ import annotations

from tests.review.conftest import one, reviewed

from eventreview import language
from eventreview.report import sentences

SILENT = """format = 1
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "global" }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["partner"] },
  { id = "a", name = "A (fictional)", roles = ["lead"] },
  { id = "b", name = "B (fictional)", roles = ["co-sponsor"] },
]
"""


def test_organisations_that_say_nothing_are_named_in_one_sentence() -> None:
    finding = one(reviewed(SILENT), "INC-1", "event")
    said = sentences.message(finding)
    assert said.count("`led_by` is absent") == 1
    assert "Nothing says who leads a and b" in said
    language.use("fr")
    assert "a et b" in sentences.message(finding)


def test_a_place_is_named_with_whom_it_is_held_for() -> None:
    result = reviewed(
        SILENT + '[[panels]]\nid = "p"\ntitle = "P"\nspeakers = [{ id = "s1", organisation = "net", '
        'represents = ["sex-workers"], chosen_by = "a", fee = { amount = 1 } }]\n'
    )
    finding = one(result, "REP-1", "s1")
    assert sentences.subject(result.file, finding) == "place s1, held for net"
    path = ("panels", 0, "speakers", 0, "fee", "amount")
    assert sentences.subject_at(result.file, path) == "place s1, held for net, fee"


def test_the_first_sentence_stands_for_a_finding_in_a_list() -> None:
    finding = one(reviewed(SILENT), "INC-1", "event")
    assert sentences.message(finding).startswith(sentences.short(finding))
    assert sentences.short(finding).endswith(".")
