"""What strangers wrote is shown, never obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.report.marks import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("\x9b31m", "\\u009b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("line\nline\ttab", "line␊line␉tab"),
        ("50\u202f% à 14\u202fh", "50\u202f% à 14\u202fh"),
        ("👩‍🦽".replace("\u200d", ""), "👩🦽"),
    ],
)
def test_what_cannot_be_seen_becomes_a_mark(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_text_over_several_lines_keeps_its_lines() -> None:
    assert visible("a\nb\x1b", one_line=False) == "a\nb␛"


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u202e\u2066" for c in shown)
