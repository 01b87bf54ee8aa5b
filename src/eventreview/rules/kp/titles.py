"""Which populations a title names (KP-2): a few phrases in three languages, found in a folded copy of the title.

The copy has no marks and no case. Inclusive spellings write endings with points, hyphens or brackets
(travailleur·euse·s, trabajador(a), sex-worker(s)), so these are folded away; a second copy reads them as spaces.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "key-populations"
# A word ending in * stands for every word that begins so.
PHRASES = (
    (
        "sex-workers",
        (
            "sex work",
            "sex worker",
            "sex workers",
            "sexworker",
            "sexworkers",
            "travail du sexe",
            "travailleu* du sexe",
            "trabajo sexual",
            "trabajador* sexual",
            "trabajador* sexuales",
        ),
    ),
    ("gay-men-and-msm", ("gay men", "msm", "hommes gays", "hsh", "hombres gais")),
    ("people-who-use-drugs", ("people who use drugs", "drug users", "consomment des drogues", "usan drogas")),
    ("trans-people", ("trans people", "transgender", "personnes trans", "personas trans")),
    (GROUP, ("key population", "key populations", "populations cles", "poblaciones clave")),
)
# Signs that join an ending to its word: points of several shapes, hyphens, brackets, a stroke.
JOINTS = "·‧•⋅.-\u2010()[]/"
INVISIBLE = "Cf"


def named_in(title: str) -> Iterator[str]:
    """The populations that a title names, and `key-populations` where it names the group."""
    copies = _copies(title)
    for population, phrases in PHRASES:
        if any(_holds(copy, phrase) for copy in copies for phrase in phrases):
            yield population


def _copies(title: str) -> tuple[str, ...]:
    """The words of the title with a space around each: with its joints folded away, and with its joints as spaces."""
    plain = title.casefold() if title.isascii() else _without_marks(title)
    copies = (_spaced("".join(sign for sign in plain if sign not in JOINTS)), _spaced(plain))
    return copies if copies[0] != copies[1] else copies[:1]


def _without_marks(title: str) -> str:
    import unicodedata

    folded = unicodedata.normalize("NFKD", title).casefold()
    return "".join(
        sign for sign in folded if not unicodedata.combining(sign) and unicodedata.category(sign) != INVISIBLE
    )


def _spaced(text: str) -> str:
    words = "".join([sign if sign.isalnum() else " " for sign in text]).split()
    return f" {' '.join(words)} "


def _holds(copy: str, phrase: str) -> bool:
    stem, star, rest = phrase.partition("*")
    if not star:
        return f" {phrase} " in copy
    start = copy.find(f" {stem}")
    while start >= 0:
        end = copy.index(" ", start + 1)
        if copy.startswith(f"{rest} ", end):
            return True
        start = copy.find(f" {stem}", end)
    return False
