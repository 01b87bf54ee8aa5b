"""A row of a form: one key of the format, what the plan has there, and how it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Field, Path
    from eventreview.tui.form_options import Option


class Missing(Enum):
    """What a row holds when it holds no value: nothing, or something that isn't of the key's kind."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"


ABSENT, UNREADABLE = Missing.ABSENT, Missing.UNREADABLE


class Kind(Enum):
    """How a key is filled in."""

    TEXT = "text"
    LINES = "lines"
    LIST = "list"
    LIST_OF_LINES = "list-of-lines"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ONE = "one"
    MANY = "many"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Row:
    """One key of a form.

    path: of the key in the plan. table: name of its table. value: what the file holds. start: what the form begins
    with, another than `value` only where something was filled in beforehand. raw: the value as it may be shown where it
    can't stand in the input itself. lock: why it can't be changed here. heading: label of the table inside the object.
    """

    path: Path
    field: Field
    table: str
    label: str
    kind: Kind
    value: object
    start: object
    options: tuple[Option, ...] = ()
    raw: str = ""
    lock: str = ""
    heading: str = ""

    @property
    def key(self) -> str:
        """The key as the file has it."""
        return self.field.key


def kind_of(field: Field, value: object) -> Kind:
    """How a key is filled in; a text over several lines needs them."""
    if field.kind in ("word", "population", "reference", "rule"):
        return Kind.MANY if field.many else Kind.ONE
    if field.many:
        return Kind.LIST if field.kind == "shaped" else Kind.LIST_OF_LINES
    if field.kind == "tag":
        return Kind.SECRET
    if field.kind == "bool":
        return Kind.TRUTH
    if field.kind in ("whole", "number"):
        return Kind.NUMBER
    if field.kind in ("date", "when", "moment"):
        return Kind.DATE
    return Kind.LINES if field.key == "notes" or (isinstance(value, str) and "\n" in value) else Kind.TEXT
