"""What no plan may hold: keys and texts that could out a person or reach one (SAF-1).

The walk looks at every key and every string of the data. What it finds is named by path alone: no value, no length, no
part of it leaves this module.
"""

from __future__ import annotations

from eventreview.plan.faults import short
from eventreview.plan.model import Plan
from eventreview.plan.shapes import has_own_shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Pattern

    from eventreview.plan.fields import Field, Path, Table

    Hit = tuple[str, int, int]
    # One replacement: where its line breaks stand in the new text, and how much it has shrunk after 0, 1, 2 … of them.
    Step = tuple[list[int], list[int]]
    Found = tuple[str, tuple[str | int, ...], bool]

_FORBIDDEN_WORDS = (
    "issexworker sexworker esttravailleusedusexe esttravailleurdusexe esttravailleusesdusexe "
    "occupation profession metier legalname nomlegal realname vrainom civilname nomcivil "
    "hivstatus serostatus statutvih statutserologique serologie "
    "passport passportnumber passportno passeport numeropasseport numerodepasseport "
    "nationality nationalite citizenship citoyennete "
    "email emails emailaddress mail courriel courriels "
    "adresseemail adressemail adressecourriel adresseelectronique "
    "phone phones phonenumber mobilephone cellphone telephone telephonenumber tel whatsapp numerodetelephone "
    "address addresses homeaddress postaladdress adresse adresses adressepostale domicile "
    "immigrationstatus visastatus residencestatus "
    "statutmigratoire statutimmigration statutdimmigration titredesejour "
    "gender genderidentity sex genre sexe identitedegenre "
    "dateofbirth birthdate dob datedenaissance datenaissance"
)
FORBIDDEN = frozenset(_FORBIDDEN_WORDS.split())

# Stretches that look like numbers to call and aren't: web addresses, dates, times, catalogue numbers, spans of years.
HARMLESS = (
    r"https?://\S+",
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)?)?",
    r"(?<![\d./])\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?![./]?\d)",
    r"\b\d{1,2}\s?[:h]\s?\d{2}\b",
    r"(?i)\b(?:isbn|issn|doi|orcid)\b[\s:]*[\dx][\dx.\-/ ]*",
    r"\b97[89][- ]?(?:\d[- ]?){9}\d\b",
    r"\b(?:19|20)\d\d\s?[-–/]\s?(?:19|20)?\d\d\b",
)
EMAIL = (
    r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])",
    r"(?<![\w.%+-])[\w.%+-]{1,64}\s?[\[(](?:at|arobase)[\])]\s?(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@])",
)
SPELT_OUT = ("(at)", "(at]", "[at)", "[at]", "arobase")
_S = r"[ .\-/()\u00a0\u202f]"
INTERNATIONAL = rf"(?<![\w+])(?:\+|00)[1-9](?:{_S}{{0,3}}\d){{7,14}}(?!\d)"
NATIONAL = (
    r"(?<![\w.,+/-])\(?0[1-9]\d{0,3}\)?(?:[ ./\-\u00a0\u202f]\d{2,4}){2,4}(?![\w.,]*\d)",
    r"(?<![\w.,+/-])0[1-9]\d{8,9}(?!\w)",
)
NORTH_AMERICAN = r"(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}(?![\w-])"
AFTER_A_WORD = (
    r"(?i)\b(?:tél|tel|téléphone|telephone|phone|mobile|portable|whatsapp)\b[ .:nº°]{0,4}"
    rf"\+?\d(?:{_S}{{0,2}}\d){{5,14}}(?!\d)"
)

KEY, EMAIL_FOUND, PHONE_FOUND = "forbidden-key", "email-in-text", "phone-in-text"
NATIONAL_DIGITS = range(9, 12)
# What no pattern can be shorter than: characters of a text, decimal digits in it.
SHORTEST, FEWEST_DIGITS = 6, 6
HIDDEN = "•••"


def is_forbidden(key: str) -> bool:
    """Whether a key, folded to its letters and digits, is on the closed list."""
    folded = key.lower()
    if not folded.isascii():
        import unicodedata

        folded = unicodedata.normalize("NFKD", folded).lower()
    if not folded.isalnum():
        folded = "".join(letter for letter in folded if letter.isalnum())
    return folded in FORBIDDEN


def reveals(text: str) -> str | None:
    """Whether a text holds a way to reach somebody: "email-in-text", "phone-in-text" or None."""
    if len(text) < SHORTEST:
        return None
    may_mail, may_call = "@" in text or _spelt_out(text), _digits(text) >= FEWEST_DIGITS
    if not (may_mail or may_call):
        return None
    searched, _ = _without_harmless(text)
    return next((what for what, _, _ in _hits(searched, may_mail, may_call)), None)


def spans(text: str) -> list[Hit]:
    """The stretches of a text that SAF-1 forbids, in order: what, start, end (code points). They don't overlap."""
    searched, steps = _without_harmless(text)
    found = sorted((_back(start, steps), _back(end, steps), what) for what, start, end in _hits(searched))
    apart: list[Hit] = []
    for start, end, what in found:
        if apart and start < apart[-1][2]:
            apart[-1] = (apart[-1][0], apart[-1][1], max(end, apart[-1][2]))
        else:
            apart.append((what, start, end))
    return apart


def echoed(field: Field | None, value: str) -> str:
    """A value of the plan as a finding may repeat it: shortened, and hidden where SAF-1 matches."""
    return HIDDEN if not has_own_shape(field, value) and reveals(value) else short(value)


def shown(path: Iterable[str | int]) -> Path:
    """A data path as any output may show it: a key whose name is a way to reach somebody is hidden."""
    return tuple(HIDDEN if isinstance(step, str) and reveals(step) else step for step in path)


def _spelt_out(text: str) -> bool:
    return any(sign in text for sign in SPELT_OUT)


def _digits(text: str) -> int:
    # Most texts hold too few digits, and are told apart without any pattern.
    if text.isascii():
        return len(text) - len(text.encode().translate(None, b"0123456789"))
    return sum(map(str.isdecimal, text))


def _hits(searched: str, may_mail: bool = True, may_call: bool = True) -> Iterator[Hit]:
    """What matches in a text without its harmless stretches; e-mail addresses come first."""
    for pattern in EMAIL if may_mail else ():
        for hit in _compiled(pattern).finditer(searched):
            yield EMAIL_FOUND, hit.start(), hit.end()
    for pattern in (INTERNATIONAL, NORTH_AMERICAN, AFTER_A_WORD) if may_call else ():
        for hit in _compiled(pattern).finditer(searched):
            yield PHONE_FOUND, hit.start(), hit.end()
    for pattern in NATIONAL if may_call else ():
        for hit in _compiled(pattern).finditer(searched):
            if sum(map(str.isdecimal, hit.group())) in NATIONAL_DIGITS:
                yield PHONE_FOUND, hit.start(), hit.end()


def _without_harmless(text: str) -> tuple[str, list[Step]]:
    """The text with each harmless stretch replaced by one line break, and how to find an offset back."""
    steps: list[Step] = []
    for pattern in HARMLESS:
        breaks: list[int] = []
        shrunk = [0]
        pieces: list[str] = []
        last = 0
        for hit in _compiled(pattern).finditer(text):
            breaks.append(hit.start() - shrunk[-1])
            shrunk.append(shrunk[-1] + hit.end() - hit.start() - 1)
            pieces.append(text[last : hit.start()])
            last = hit.end()
        if breaks:
            text = "\n".join((*pieces, text[last:]))
            steps.append((breaks, shrunk))
    return text, steps


def _back(offset: int, steps: list[Step]) -> int:
    """The offset in the text as written of one in the text that was searched."""
    from bisect import bisect_left

    for breaks, shrunk in reversed(steps):
        offset += shrunk[bisect_left(breaks, offset)]
    return offset


def _compiled(pattern: str) -> Pattern[str]:
    import re

    return re.compile(pattern)


class Outing:
    """One thing that SAF-1 forbids.

    what: "forbidden-key", "email-in-text" or "phone-in-text". path: of the key or the text. key_at_fault: it is the
    key's name, not its value. shown: the path as any output may show it. key: the key as a message may name it: one on
    the list by its name, which says nothing of anybody; one whose name is itself an address or a number not at all.
    """

    __slots__ = ("key", "key_at_fault", "path", "shown", "what")

    def __init__(self, what: str, path: Path, key_at_fault: bool) -> None:
        self.what = what
        self.path = path
        self.key_at_fault = key_at_fault
        self.shown = (*shown(path[:-1]), HIDDEN) if key_at_fault else shown(path)
        named = path[-1] if what == KEY else next((step for step in reversed(self.shown) if isinstance(step, str)), "")
        self.key = short(str(named))

    def __repr__(self) -> str:
        return f"<{self.what} {self.shown}>"


def find(data: dict[str, object]) -> list[Outing]:
    """Everything in the data of a plan that SAF-1 forbids, in the order of the data, one for each key or string."""
    return [Outing(what, path, key_at_fault) for what, path, key_at_fault in _walk(data)]


def _walk(data: dict[str, object]) -> Iterator[Found]:
    """Every key and string, in order. With a stack of its own: a plan may nest deeper than Python likes to call."""
    here: list[str | int] = []
    # Of each table or array around: what is still to be looked at, the table's class, and of an array its field.
    levels: list[tuple[Iterator[tuple[str | int, object]], type[Table] | None, Field | None]]
    levels = [(iter(data.items()), Plan, None)]
    while levels:
        items, cls, field = levels[-1]
        for step, value in items:
            inner = field
            if isinstance(step, str):
                inner = cls.FIELDS.get(step) if cls is not None else None
                # A key of the format is neither on the list nor a way to reach anybody.
                if inner is None:
                    if is_forbidden(step):
                        yield KEY, (*here, step), True
                        continue
                    what = reveals(step)
                    if what is not None:
                        yield what, (*here, step), True
            if isinstance(value, str):
                what = reveals(value)
                if what is not None and not has_own_shape(inner, value):
                    yield what, (*here, step), False
            elif isinstance(value, dict):
                here.append(step)
                levels.append((iter(value.items()), inner.table if inner is not None else None, None))
                break
            elif isinstance(value, list):
                here.append(step)
                levels.append((iter(enumerate(value)), None, inner))
                break
        else:
            levels.pop()
            if here:
                here.pop()
