"""One value of a form: as it stands in an input, and from what was typed there.

A date is typed as the file has it. What can't be understood is said in a sentence that shows how it is written.
"""

from __future__ import annotations

import datetime
import re

from eventreview.language import gettext as _
from eventreview.plan import outing
from eventreview.plan import vocabulary as v
from eventreview.plan.shapes import SHAPES, has_own_shape
from eventreview.tui.form_rows import ABSENT, Kind, Missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Field
    from eventreview.tui.form_rows import Row

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(Z|z|[+-]\d\d:\d\d)?")
_WHOLE = re.compile(r"[+-]?\d{1,18}")
_NUMBER = re.compile(r"[+-]?\d{1,15}\.\d{1,9}")
# Control characters but the end of a line, C1, line separators, bidi overrides, halves of characters.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class NotUnderstood(Exception):
    """What was typed isn't a value of this key. `sentence` says how one is written."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def shown(value: object) -> str:
    """A value as it stands in an input; of several, the parts between commas."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        seconds = "auto" if value.second or value.microsecond else "minutes"
        return value.isoformat(" ", seconds).replace("+00:00", "Z")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return str(value)


def cannot_be_typed(text: str) -> bool:
    """Whether a text holds what an input can neither show nor take: escapes, overrides, control characters."""
    return _UNSEEN.search(text) is not None


def read_text(field: Field, typed: str) -> str:
    """A text as typed, without blanks around it. Raises NotUnderstood for what a plan may not hold."""
    text = typed.strip()
    if cannot_be_typed(text):
        raise NotUnderstood(_("This holds characters that can't be seen. Type the words anew."))
    if field.shape is not None and not SHAPES[field.shape](text):
        raise NotUnderstood(_how_shaped(field.shape))
    what = None if has_own_shape(field, text) else outing.reveals(text)
    if what == outing.EMAIL_FOUND:
        raise NotUnderstood(
            _("This looks like an e-mail address. A plan holds no way to reach a person: name the organisation.")
        )
    if what == outing.PHONE_FOUND:
        raise NotUnderstood(
            _("This looks like a telephone number. A plan holds no way to reach a person: name the organisation.")
        )
    return text


def read_list(field: Field, typed: str, separator: str) -> list[str]:
    """Texts between commas, or one a line; empty ones are left out. Raises NotUnderstood."""
    return [read_text(field, part) for part in typed.split(separator) if part.strip()]


def read_number(field: Field, typed: str) -> int | float:
    """A whole number, or where the key allows it one with decimals. Raises NotUnderstood."""
    text = typed.replace(" ", "").replace("\u202f", "").replace("\u00a0", "")
    if _WHOLE.fullmatch(text):
        return int(text)
    if field.kind == "whole":
        raise NotUnderstood(_("A whole number is wanted here, such as 8."))
    if not _NUMBER.fullmatch(text):
        raise NotUnderstood(_("A number is wanted here, with a point before the decimals, such as 300.50."))
    return float(text)


def read_moment(field: Field, typed: str) -> datetime.date | datetime.datetime:
    """A date, or where the key allows it a date with a time. Raises NotUnderstood."""
    text = " ".join(typed.split())
    day, _sign, time = text.replace("T", " ", 1).partition(" ")
    if not _DATE.fullmatch(day):
        raise NotUnderstood(_how_written(field))
    try:
        date = datetime.date.fromisoformat(day)
        if field.kind == "date" and not time:
            return date
        if field.kind == "when" and not time:
            return date
        found = _TIME.fullmatch(time)
        if field.kind == "date" or found is None or (field.kind == "moment" and not found[1]):
            raise NotUnderstood(_how_written(field))
        return datetime.datetime.fromisoformat(f"{day} {time.upper()}")
    except ValueError:
        raise NotUnderstood(_("There is no such day or time.")) from None


def _how_shaped(shape: str) -> str:
    sentences = {
        "country": _("Two capitals are wanted here, such as FR."),
        "currency": _("Three capitals are wanted here, such as EUR."),
        "language": _("A tag of a language is wanted here, such as fr or pt-BR."),
        "interpretation": _("Two languages with a hyphen between them are wanted here, such as en-fr."),
        "timezone": _("UTC, or an area and a place, are wanted here, such as Europe/Zurich."),
        "utc-offset": _("Hours and minutes with their sign are wanted here, such as +02:00."),
    }
    return sentences[shape]


def _how_written(field: Field) -> str:
    if field.kind == "date":
        return _("A date is wanted here: year, month and day, such as 2027-03-20.")
    if field.kind == "moment":
        return _("A date, a time and its offset are wanted here, such as 2027-03-20 14:30Z.")
    return _("A date is wanted here, with or without a time: 2027-03-20, or 2027-03-20 14:30.")


def fits(field: Field, value: object) -> bool:
    """Whether a value of the file is of the kind that the key takes; whether it is sound is another question."""
    if field.withheld and value == v.WITHHELD:
        return True
    if field.many:
        return isinstance(value, list) and all(_fits_one(field, item) for item in value)
    return _fits_one(field, value)


def _fits_one(field: Field, value: object) -> bool:
    kind = field.kind
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "whole":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "date":
        return type(value) is datetime.date
    if kind == "when":
        return isinstance(value, datetime.date)
    if kind == "moment":
        return isinstance(value, datetime.datetime) and value.tzinfo is not None
    return isinstance(value, str)


def read(row: Row, typed: str) -> object:
    """The value that was typed for a row, ABSENT for nothing. Raises NotUnderstood."""
    field = row.field
    if not typed.strip():
        return ABSENT
    if row.kind is Kind.NUMBER:
        return read_number(field, typed)
    if row.kind is Kind.DATE:
        return read_moment(field, typed)
    if row.kind in (Kind.LIST, Kind.LIST_OF_LINES):
        return read_list(field, typed, "," if row.kind is Kind.LIST else "\n")
    return read_text(field, typed)


def typed_of(row: Row, value: object) -> str:
    """What stands in the input of a row for a value; nothing for one that no input can hold, nor for a secret."""
    if isinstance(value, Missing) or row.kind is Kind.SECRET or (row.raw and value is row.value):
        return ""
    if row.field.withheld and value == v.WITHHELD:
        return ""
    if row.kind is Kind.LIST_OF_LINES and isinstance(value, list):
        return "\n".join(map(shown, value))
    return shown(value)


def step_of(value: object, days: int, today: datetime.date) -> datetime.date:
    """The date so many days on, its time kept; today where there was none."""
    if not isinstance(value, datetime.date):
        return today
    try:
        return value + datetime.timedelta(days=days)
    except OverflowError:
        return value
