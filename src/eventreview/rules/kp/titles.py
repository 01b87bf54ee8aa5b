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
        if any(_holds(words, phrase.split()) for words in copies for phrase in phrases):
            yield population


def _copies(title: str) -> tuple[list[str], ...]:
    """The words of the title, with its joints folded away, and with its joints as spaces."""
    import unicodedata

    folded = unicodedata.normalize("NFKD", title).casefold()
    plain = "".join(
        sign for sign in folded if not unicodedata.combining(sign) and unicodedata.category(sign) != INVISIBLE
    )
    glued = "".join(sign for sign in plain if sign not in JOINTS)
    return _words(glued), _words(plain)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


def _holds(words: list[str], phrase: list[str]) -> bool:
    length = len(phrase)
    return any(
        all(_fits(word, wanted) for word, wanted in zip(words[start:], phrase, strict=False))
        for start in range(len(words) - length + 1)
    )


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
