"""The declarative base of the model: what each table of a plan may hold, said once.

A table is a class whose attributes are declared with the functions below. The declaration drives the reader (which lists
every fault), the order in which keys are written, the forms, the JSON Schema and the reference page. At run time a table
is a plain slotted object: an absent key is None, an absent array of tables is an empty tuple.

    class Sponsor(Table, name="sponsors"):
        organisation: str | None = reference("organisations", required=True)
        quota: int | None = whole()

Every object also knows where it stands (`path`, `at`, `parent`), which keys the file holds (`has`), and which keys were
taken out because they are at fault (`removed`): reading one of those is noted in the plan's `Trace`, so that no verdict
rests on it by accident.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, dataclass_transform

    Path = tuple[str | int, ...]
else:

    def dataclass_transform(**_: object) -> object:
        return lambda cls: cls


class Field:
    """One key: its kind of value and everything the format says about it.

    kind: id, tag, text, whole, number, bool, date, when, word, population, reference, shaped, table, tables.
    many: the value is an array of that kind. withheld: the string "withheld" is allowed too.
    """

    __slots__ = (
        "also",
        "default",
        "greatest",
        "group",
        "key",
        "kind",
        "least",
        "many",
        "name",
        "private",
        "refers",
        "required",
        "shape",
        "table",
        "whole_key",
        "withheld",
        "words",
    )

    def __init__(
        self,
        kind: str,
        *,
        many: bool = False,
        required: bool = False,
        default: str | None = None,
        words: Sequence[str] = (),
        refers: Sequence[str] = (),
        also: Sequence[str] = (),
        withheld: bool = False,
        group: bool = True,
        least: float | None = None,
        greatest: float | None = None,
        shape: str | None = None,
        table: type[Table] | None = None,
        private: bool = False,
        whole_key: bool = False,
    ) -> None:
        self.kind = kind
        self.many = many
        self.required = required
        self.default = default
        self.words = words
        self.refers = refers
        self.also = also
        self.withheld = withheld
        self.group = group
        self.least = least
        self.greatest = greatest
        self.shape = shape
        self.table = table
        self.private = private
        self.whole_key = whole_key
        self.name = self.key = ""


class Trace:
    """Notes which removed keys a rule has read, and lends them another value to try.

    `reads` holds (path of the object, key). `instead` maps the same pairs to the value to answer with.
    """

    __slots__ = ("instead", "reads")

    def __init__(self) -> None:
        self.reads: set[tuple[Path, str]] = set()
        self.instead: dict[tuple[Path, str], object] = {}


NOTHING: frozenset[str] = frozenset()


@dataclass_transform(kw_only_default=True)
class TableMeta(type):
    """Turns the declared fields of a table into slots, and keeps them as `FIELDS` in the format's order."""

    def __new__(
        cls, class_name: str, bases: tuple[type, ...], namespace: dict[str, object], name: str = ""
    ) -> TableMeta:
        fields: dict[str, Field] = {}
        for base in bases:
            fields.update(getattr(base, "FIELDS", {}))
        own = {attribute: value for attribute, value in namespace.items() if isinstance(value, Field)}
        for attribute, field in own.items():
            del namespace[attribute]
            field.name = attribute
            field.key = attribute.rstrip("_")
        inherited = dict(fields)
        fields = {field.key: field for field in own.values()} | inherited
        extra = namespace.pop("__slots__", ())
        assert isinstance(extra, tuple)
        namespace["__slots__"] = tuple(field.name for field in own.values()) + extra
        namespace["FIELDS"] = fields
        # What is looked at even where the file doesn't have it.
        namespace["EXPECTED"] = frozenset(
            field.key for field in fields.values() if field.required or (field.kind == "table" and not name)
        )
        namespace["TABLE"] = name
        return super().__new__(cls, class_name, bases, namespace)

    def __init__(cls, class_name: str, bases: tuple[type, ...], namespace: dict[str, object], name: str = "") -> None:
        super().__init__(class_name, bases, namespace)


class Table(metaclass=TableMeta):
    """A table of the plan. `notes` is allowed in every one of them."""

    __slots__ = ("at", "keys", "parent", "path", "removed", "trace")
    if TYPE_CHECKING:
        FIELDS: dict[str, Field]
        EXPECTED: frozenset[str]
        TABLE: str
        path: Path
        at: str
        parent: Table | None
        keys: frozenset[str]
        removed: frozenset[str]
        trace: Trace | None
    else:
        notes = Field("text", private=True)

    if TYPE_CHECKING:
        notes: str | None

    def has(self, key: str) -> bool:
        """Whether the file has this key here, sound or not."""
        return key in self.keys

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is read-only")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.at}>"


# put(table, name, value) sets an attribute of a table while it is being read; afterwards tables are frozen.
put = object.__setattr__
_blanks: dict[type[Table], list[tuple[Callable[[Table, object], None], object]]] = {}


def blank(cls: type[Table]) -> Table:
    """A table of which no key is present. Where it stands (`path`, `parent`, `at`) is for the caller to say."""
    slots = _blanks.get(cls)
    if slots is None:
        absent: dict[str, object] = {"trace": None, "keys": NOTHING, "removed": NOTHING}
        absent.update((field.name, () if field.kind == "tables" else field.default) for field in cls.FIELDS.values())
        slots = _blanks[cls] = [(getattr(cls, name).__set__, value) for name, value in absent.items()]
    table: Table = cls.__new__(cls)
    # A slot's own setter is the quickest way to fill the forty of a place.
    for fill, value in slots:
        fill(table, value)
    return table


_traced: dict[type[Table], type[Table]] = {}


def trace_reads(table: Table, trace: Trace) -> None:
    """From now on, reading one of the table's removed keys is noted in `trace`.

    Sound tables keep their plain class and cost nothing.
    """
    cls = type(table)
    if cls not in _traced:
        body: dict[str, object] = {"__slots__": ()}
        for field in cls.FIELDS.values():
            body[field.name] = _noting(cls, field)
        made = TableMeta(cls.__name__, (cls,), body, name=cls.TABLE)
        assert issubclass(made, Table)
        _traced[cls] = made
    put(table, "trace", trace)
    object.__setattr__(table, "__class__", _traced[cls])


def _noting(cls: type[Table], field: Field) -> property:
    slot = getattr(cls, field.name)
    key = field.key

    def read(table: Table) -> object:
        if key in table.removed and table.trace is not None:
            mark = (table.path, key)
            table.trace.reads.add(mark)
            if mark in table.trace.instead:
                return table.trace.instead[mark]
        return slot.__get__(table)

    return property(read)


# The field functions. They return Any so that the attribute's own annotation stands for the type checker.


def identifier(*, required: bool = False) -> Any:
    """An id, unique in the whole file."""
    return Field("id", required=required)


def text(*, required: bool = False, shape: str | None = None, private: bool = False) -> Any:
    """Free text, or with `shape` a short code whose form is checked (country, currency, timezone …)."""
    return Field("text" if shape is None else "shaped", required=required, shape=shape, private=private)


def texts(*, shape: str | None = None, withheld: bool = False) -> Any:
    """An array of texts or codes."""
    return Field("text" if shape is None else "shaped", many=True, shape=shape, withheld=withheld)


def tag() -> Any:
    """An id-like, opaque tag that is never printed."""
    return Field("tag", private=True)


def whole(*, least: float | None = 0, required: bool = False, withheld: bool = False) -> Any:
    """An integer: minutes, days, a count."""
    return Field("whole", least=least, required=required, withheld=withheld)


def number(
    *, least: float | None = 0, greatest: float | None = None, required: bool = False, withheld: bool = False
) -> Any:
    """An integer or a finite float."""
    return Field("number", least=least, greatest=greatest, required=required, withheld=withheld)


def boolean(*, required: bool = False, withheld: bool = False) -> Any:
    """true or false."""
    return Field("bool", required=required, withheld=withheld)


def date(*, required: bool = False, withheld: bool = False) -> Any:
    """A local date."""
    return Field("date", required=required, withheld=withheld)


def when(*, required: bool = False) -> Any:
    """A local date, a local date-time (zone in `event.timezone`) or an offset date-time."""
    return Field("when", required=required)


def moment() -> Any:
    """A point in time with its offset."""
    return Field("moment")


def word(words: Sequence[str], *, default: str | None = None, required: bool = False, withheld: bool = False) -> Any:
    """One word of a closed vocabulary."""
    return Field("word", words=words, default=default, required=required, withheld=withheld)


def words(words: Sequence[str], *, required: bool = False, withheld: bool = False, whole_key: bool = False) -> Any:
    """Words of a closed vocabulary; with `whole_key` one wrong word takes the whole key out."""
    return Field("word", many=True, words=words, required=required, withheld=withheld, whole_key=whole_key)


def population(*, required: bool = False) -> Any:
    """One population."""
    return Field("population", required=required)


def populations(*, required: bool = False, group: bool = True) -> Any:
    """Populations; without `group`, `key-populations` isn't allowed."""
    return Field("population", many=True, required=required, group=group)


def reference(*kinds: str, also: Sequence[str] = (), required: bool = False) -> Any:
    """The id of an object of one of these tables, or one of the words in `also`."""
    return Field("reference", refers=kinds, also=also, required=required)


def references(*kinds: str, required: bool = False, withheld: bool = False) -> Any:
    """Ids of objects of one of these tables."""
    return Field("reference", many=True, refers=kinds, required=required, withheld=withheld)


def rule_code(*, required: bool = False) -> Any:
    """The code or the name of a rule; checked by the review."""
    return Field("rule", required=required)


def place_of_finding() -> Any:
    """The `at` of a finding; checked by the review."""
    return Field("at", required=True)


def table(cls: type[Table]) -> Any:
    """A nested table."""
    return Field("table", table=cls)


def tables(cls: type[Table]) -> Any:
    """An array of tables; absent is an empty tuple."""
    return Field("tables", table=cls)


if TYPE_CHECKING:
    Reader = Callable[[object], object]
