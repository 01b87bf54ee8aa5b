"""The nearest word: what somebody most likely meant to write."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def fold(word: str) -> str:
    """A word without regard to case and to `-` or `_`."""
    return word.casefold().replace("-", "_")


def nearest(word: str, candidates: Iterable[str], most: int = 1) -> list[str]:
    """The candidates nearest to `word`, nearest first, ties in their own order; [] where none is near.

    Near is an edit distance of 1 for words under five letters, else 2; a transposition counts 1.
    """
    folded = fold(word)
    limit = 1 if len(folded) < 5 else 2
    found: list[tuple[int, int, str]] = []
    for order, candidate in enumerate(candidates):
        other = fold(candidate)
        if abs(len(other) - len(folded)) > limit:
            continue
        distance = edit_distance(folded, other)
        if distance <= limit:
            found.append((distance, order, candidate))
    found.sort()
    return [candidate for _, _, candidate in found[:most]]


def edit_distance(a: str, b: str) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`."""
    before_last: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before_last[j - 2] + 1)
            row.append(best)
        before_last, last = last, row
    return last[-1]
