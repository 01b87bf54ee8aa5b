"""A text folded for searching, so that people find things without accents, capitals or the right apostrophe."""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})


def fold(text: str) -> str:
    """The text without marks, case and typographic signs. For comparing alone: never shown."""
    plain = unicodedata.normalize("NFKD", text.translate(_SAME))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def matches(words: str, text: str) -> bool:
    """Whether each of the words stands somewhere in the text; no words match everything."""
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
