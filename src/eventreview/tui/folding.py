"""A text folded for searching, so that people find things without accents, capitals or the right apostrophe.

Words in the inclusive form are found by each of the forms they stand for: "modératrice" and "modérateur" both find
"modérateurTRICE".
"""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
# Letters, then capitals that close the word, but for a plural's s.
_INCLUSIVE = re.compile(r"([^\W\d_]*[a-zà-öø-ÿœ])([A-ZÀ-ÖØ-ÞŒ]+)(s?)(?![^\W\d_])")
# What the feminine ending takes the place of, where it isn't added to the word: the first that fits.
_GIVES_WAY = (("trice", "teur"), ("rice", "eur"), ("euse", "eur"), ("se", "r"), ("se", "x"), ("ve", "f"), ("ere", "er"))


def fold(text: str) -> str:
    """The text without marks, case and typographic signs. For comparing alone: never shown."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_SAME))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def searchable(text: str) -> str:
    """The text folded, and after it the two forms of each word in the inclusive form. For searching alone."""
    folded = fold(text)
    forms = [form for found in _INCLUSIVE.finditer(text) for form in _forms(*map(fold, found.groups()))]
    return " ".join((folded, *forms)) if forms else folded


def _forms(stem: str, ending: str, plural: str) -> tuple[str, str]:
    gone = next((old for new, old in _GIVES_WAY if ending == new and stem.endswith(old)), "")
    return stem + plural, stem.removesuffix(gone) + ending + plural


def sought(words: str) -> list[str]:
    """The words to look for in texts that `searchable` made."""
    return fold(words).split()


def matches(words: str, text: str) -> bool:
    """Whether each of the words stands somewhere in the text; no words match everything."""
    folded = searchable(text)
    return all(word in folded for word in sought(words))
