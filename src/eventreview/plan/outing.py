"""What no plan may hold: keys and texts that could out a person or reach one (SAF-1).

The walk looks at every key and every string of the data. What it finds is named by path alone: no value, no length, no
part of it leaves this module.
"""

from __future__ import annotations

from eventreview.plan.model import Plan
from eventreview.plan.shapes import has_own_shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

    from eventreview.plan.fields import Field, Path, Table

FORBIDDEN = frozenset(
    (
        "issexworker sexworker esttravailleusedusexe esttravailleurdusexe esttravailleusesdusexe "
        "occupation profession metier legalname nomlegal realname vrainom civilname nomcivil "
        "hivstatus serostatus statutvih statutserologique serologie "
        "passport passportnumber passportno passeport numeropasseport numerodepasseport "
        "nationality nationalite citizenship citoyennete "
        "email emails emailaddress mail courriel courriels adresseemail adressemail adressecourriel adresseelectronique "
        "phone phones phonenumber mobilephone cellphone telephone telephonenumber tel whatsapp numerodetelephone "
        "address addresses homeaddress postaladdress adresse adresses adressepostale domicile "
        "immigrationstatus visastatus residencestatus statutmigratoire statutimmigration statutdimmigration titredesejour "
        "gender genderidentity sex genre sexe identitedegenre "
        "dateofbirth birthdate dob datedenaissance datenaissance"
    ).split()
)

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
FEWEST_DIGITS = 6
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
    return next((what for what, _, _ in spans(text)), None)


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The stretches of a text that SAF-1 forbids: what, start, end (code points). E-mail addresses come first."""
    # Most texts hold neither sign nor digits enough, and cost no search at all.
    may_mail = "@" in text or any(sign in text for sign in SPELT_OUT)
    may_call = sum(map(str.isdigit, text)) >= FEWEST_DIGITS
    if not (may_mail or may_call):
        return
    text = _harmless_blanked(text)
    if may_mail:
        for pattern in EMAIL:
            for hit in _compiled(pattern).finditer(text):
                yield EMAIL_FOUND, hit.start(), hit.end()
    if may_call:
        yield from _phones(text)


def _phones(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (INTERNATIONAL, NORTH_AMERICAN, AFTER_A_WORD):
        for hit in _compiled(pattern).finditer(text):
            yield PHONE_FOUND, hit.start(), hit.end()
    for pattern in NATIONAL:
        for hit in _compiled(pattern).finditer(text):
            if sum(map(str.isdigit, hit.group())) in NATIONAL_DIGITS:
                yield PHONE_FOUND, hit.start(), hit.end()


def _harmless_blanked(text: str) -> str:
    """The text with each harmless stretch replaced by line breaks, one a character, so that positions hold."""
    for pattern in HARMLESS:
        text = _compiled(pattern).sub(lambda hit: "\n" * len(hit.group()), text)
    return text


def _compiled(pattern: str) -> Pattern[str]:
    import re

    return re.compile(pattern)


class Outing:
    """One thing that SAF-1 forbids: what it is, the path of its key, and the address of its object."""

    __slots__ = ("at", "key_at_fault", "path", "what")

    def __init__(self, what: str, path: Path, key_at_fault: bool) -> None:
        self.what = what
        self.path = path
        self.key_at_fault = key_at_fault


def find(data: dict[str, object]) -> list[Outing]:
    """Everything in the data of a plan that SAF-1 forbids, in the order of the data, one for each key or string."""
    return list(_walk_table(data, Plan, ()))


def _walk_table(data: dict[str, object], cls: type[Table] | None, path: Path) -> Iterator[Outing]:
    for key, value in data.items():
        here = (*path, key)
        if is_forbidden(key):
            yield Outing(KEY, here, True)
            continue
        what = reveals(key)
        if what is not None:
            yield Outing(what, here, True)
            continue
        yield from _walk_value(value, cls.FIELDS.get(key) if cls else None, here)


def _walk_value(value: object, field: Field | None, path: Path) -> Iterator[Outing]:
    if isinstance(value, str):
        if not has_own_shape(field, value):
            what = reveals(value)
            if what is not None:
                yield Outing(what, path, False)
    elif isinstance(value, dict):
        yield from _walk_table(value, field.table if field else None, path)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk_value(item, field, (*path, index))
