"""Generated pages are as their sources are, and the note is carried by rules, passage by passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.pages import pages

from eventreview.rules import catalogue, passages

FRESH = pages()


@pytest.mark.parametrize("path", FRESH, ids=lambda path: path.name)
def test_a_generated_page_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FRESH[path], "run python tests/pages.py"


@pytest.mark.parametrize("passage", passages.IDS)
def test_a_passage_is_carried_by_a_rule_or_says_why_not(passage: str) -> None:
    carried = [rule.code for rule in catalogue.rules().values() if passage in rule.passages]
    assert carried or passages.why_no_rule(passage), "no rule carries this passage"
    assert not (carried and passages.why_no_rule(passage)), f"{carried} carry it, and it says that none does"
