"""The passages of the note, and how they are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from eventreview import language
from eventreview.rules import passages
from eventreview.rules.catalogue import rules

COUNTS = {"C": 4, "D": 8, "R": 6, "L": 7, "V": 6, "A": 3, "F": 11, "P": 7, "B": 3, "X": 5}


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the language as the other tests expect it."""
    yield
    language.use("en")


def test_ids_run_without_a_gap_in_the_order_of_the_note() -> None:
    expected = tuple(f"{letter}{number}" for letter, count in COUNTS.items() for number in range(1, count + 1))
    assert expected == passages.IDS


def test_every_passage_but_those_of_the_opening_has_a_heading_and_its_gloss() -> None:
    without = {each for each in passages.IDS if passages.heading(each) is None}
    assert without == {"C1", "C2", "C3", "C4"}
    assert {each for each in passages.IDS if passages.gloss(each) is None} == without


def test_a_passage_is_one_sentence_of_ours_in_either_language() -> None:
    for name in language.LANGUAGES:
        language.use(name)
        said = [passages.passage(each) for each in passages.IDS]
        assert len(set(said)) == len(said)
        assert all(text.endswith(".") and text == text.strip() for text in said)
    assert passages.passage("L2") == "Le choix de la forme et des personnes de leur représentation leur revient."


def test_a_citation_names_the_heading_in_the_notes_french() -> None:
    assert passages.cite("L2") == "allyship note, section «Écouter les travailleurSEs du sexe», passage L2"
    language.use("fr")
    expected = "note sur le partenariat, section «\u202fÉcouter les travailleurSEs du sexe\u202f», passage L2"
    assert passages.cite("L2") == expected


def test_the_opening_paragraph_is_cited_without_a_heading() -> None:
    assert passages.cite("C2") == "allyship note, opening paragraph, passage C2"
    language.use("fr")
    assert passages.cite("C2") == "note sur le partenariat, premier paragraphe, passage C2"


def test_passages_of_one_section_are_cited_together() -> None:
    assert passages.cite_all(["P2", "C2", "P3"]) == [
        "allyship note, section «Promouvoir la participation active et égalitaire des travailleurSEs du sexe», "
        "passages P2 P3",
        "allyship note, opening paragraph, passage C2",
    ]
    assert passages.cite_all([]) == []
    language.use("fr")
    assert passages.cite_all(["C1", "C2"]) == ["note sur le partenariat, premier paragraphe, passages C1 C2"]


@pytest.mark.parametrize("unknown", ["", "L", "L99", "Z1", "l2"])
def test_an_unknown_id_is_refused(unknown: str) -> None:
    for function in (passages.passage, passages.cite, passages.heading, passages.gloss):
        with pytest.raises(KeyError):
            function(unknown)


def test_a_passage_that_no_rule_carries_says_why() -> None:
    silent = [each for each in passages.IDS if passages.why_no_rule(each) is not None]
    assert silent == ["C1", "C3", "C4", "A1", "F4", "X1", "X3", "X5"]
    language.use("fr")
    assert passages.why_no_rule("X1") == "politesse de la conclusion, sans norme"
    assert passages.why_no_rule("L2") is None


def test_every_passage_that_a_rule_cites_exists() -> None:
    unknown = {rule.code: set(rule.passages) - set(passages.IDS) for rule in rules().values()}
    assert {code: ids for code, ids in unknown.items() if ids} == {}


def test_a_paraphrase_speaks_of_nobody_by_a_word_that_the_field_avoids() -> None:
    avoided = re.compile(r"prostitu|victim|vulnerable|beneficiar|addict|toxicoman|HIV-infected", re.IGNORECASE)
    for name in language.LANGUAGES:
        language.use(name)
        assert [each for each in passages.IDS if avoided.search(passages.passage(each))] == []
