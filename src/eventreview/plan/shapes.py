"""The shapes of short codes and ids, by their letters alone: no list of the machine decides a verdict."""

from __future__ import annotations

from eventreview.plan import vocabulary as v

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from eventreview.plan.fields import Field

ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LONGEST_ID = 64
LOWER, UPPER, DIGITS = frozenset("abcdefghijklmnopqrstuvwxyz"), frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "0123456789"
ALPHANUMERIC = LOWER | UPPER | frozenset(DIGITS)
HEX = frozenset("0123456789abcdef")
ZONE_LETTERS = ALPHANUMERIC | frozenset("_+-")


def is_id(value: str) -> bool:
    """`[a-z0-9][a-z0-9-]*`, at most 64 characters."""
    return 0 < len(value) <= LONGEST_ID and value[0] != "-" and ID_LETTERS.issuperset(value)


def is_country(value: str) -> bool:
    """Two capitals."""
    return len(value) == 2 and UPPER.issuperset(value)


def is_currency(value: str) -> bool:
    """Three capitals."""
    return len(value) == 3 and UPPER.issuperset(value)


def is_language(value: str) -> bool:
    """`[a-z]{2,3}(-[A-Za-z0-9]{2,8})*`."""
    first, *rest = value.split("-")
    return (
        2 <= len(first) <= 3
        and LOWER.issuperset(first)
        and all(2 <= len(part) <= 8 and ALPHANUMERIC.issuperset(part) for part in rest)
    )


def is_interpretation(value: str) -> bool:
    """Two languages (first parts) joined by `-`: `en-fr`."""
    parts = value.split("-")
    return len(parts) == 2 and all(2 <= len(part) <= 3 and LOWER.issuperset(part) for part in parts)


def is_timezone(value: str) -> bool:
    """`UTC` or `Area/Place`."""
    parts = value.split("/")
    return value == "UTC" or (len(parts) >= 2 and all(part and ZONE_LETTERS.issuperset(part) for part in parts))


def is_utc_offset(value: str) -> bool:
    """`[+-]hh:mm` within −12:00…+14:00."""
    digits = value[1:3] + value[4:]
    if len(value) != 6 or value[0] not in "+-" or value[3] != ":" or not all(c in DIGITS for c in digits):
        return False
    hours, minutes = int(value[1:3]), int(value[4:])
    return minutes < 60 and hours * 60 + minutes <= (14 if value[0] == "+" else 12) * 60


SHAPES: dict[str, Callable[[str], bool]] = {
    "country": is_country,
    "currency": is_currency,
    "language": is_language,
    "interpretation": is_interpretation,
    "timezone": is_timezone,
    "utc-offset": is_utc_offset,
}


def is_population(value: str, *, group: bool) -> bool:
    """A word of the vocabulary, `other:` with text, or with `group` the key populations."""
    return (
        value in v.POPULATIONS
        or (group and value == v.GROUP)
        or (value.startswith(v.OTHER) and bool(value[len(v.OTHER) :].strip()))
    )


def has_own_shape(field: Field | None, value: str) -> bool:
    """Whether a string is so plainly what its key wants that no search for a way to reach somebody is due (SAF-1)."""
    if field is None:
        return False
    kind = field.kind
    if kind in ("id", "reference", "at"):
        return is_id(value)
    if kind == "word":
        return value in field.words or (field.withheld and value == v.WITHHELD)
    if kind == "population":
        return value in v.POPULATIONS or value == v.GROUP
    if kind == "shaped":
        return field.shape in ("timezone", "utc-offset") and SHAPES[field.shape](value)
    return field.key in OWN_SHAPES and OWN_SHAPES[field.key](value)


def _is_web_address(value: str) -> bool:
    return value.startswith(("http://", "https://")) and not any(c.isspace() for c in value)


def _is_digest(value: str) -> bool:
    return 0 < len(value) <= LONGEST_ID and HEX.issuperset(value)


def _is_import_ref(value: str) -> bool:
    """`SOURCE:EVENT/ITEM`, as an import writes it."""
    source, _, rest = value.partition(":")
    return source in v.IMPORT_SOURCES and "/" in rest and rest.isascii() and not any(c in "@ " for c in rest)


OWN_SHAPES: dict[str, Callable[[str], bool]] = {
    "url": _is_web_address,
    "covers": _is_digest,
    "import_digest": _is_digest,
    "import_ref": _is_import_ref,
}
