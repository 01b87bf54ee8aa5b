"""A form for any object of a plan, made from the model: its rows, and the edits that the filled-in rows come to.

Nothing here knows a screen. A form is made for the object at a data path, or for a new entry of an array of tables. Its
rows are the keys of the format in their order, the keys of `consent` and `fee` among them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from eventreview.language import gettext as _
from eventreview.language.labels import label_of_key, label_of_table
from eventreview.plan import outing
from eventreview.plan.edit.data import same
from eventreview.plan.edits import Insert, Remove, Set
from eventreview.plan.model import table_of
from eventreview.report.marks import visible
from eventreview.tui.form_options import Option, options_of
from eventreview.tui.form_values import cannot_be_typed, lines_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Field, Path, Table
    from eventreview.plan.file import PlanFile

HIDDEN = "•••"
LONGEST_RAW = 60
OF_THE_IMPORT = ("import_ref", "import_digest")


class Missing(Enum):
    """What a row holds when it holds no value: nothing, or something that isn't of the key's kind."""

    ABSENT = "absent"
    UNREADABLE = "unreadable"


ABSENT, UNREADABLE = Missing.ABSENT, Missing.UNREADABLE


class Input(Enum):
    """How a key is filled in."""

    TEXT = "text"
    LINES = "lines"
    LIST = "list"
    LIST_OF_LINES = "list of lines"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ONE = "one"
    MANY = "many"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Row:
    """One key of a form.

    path: of the key in the plan. value: what the file holds. start: what the form begins with, another than `value` only
    where something was filled in beforehand. raw: the value as it may be shown where it can't stand in the input itself.
    lock: why it can't be changed here. heading: label of the table inside the object that it belongs to.
    """

    path: Path
    field: Field
    table: str
    label: str
    input: Input
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


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of one object. path: of the object, of a new entry where it will stand; index: of a new entry."""

    path: Path
    title: str
    rows: tuple[Row, ...]
    index: int | None = None
    unknown: int = 0

    @property
    def is_new(self) -> bool:
        """Whether the object is still to be added."""
        return self.index is not None

    def row(self, path: Path) -> Row:
        """The row of a key. Raises KeyError."""
        for row in self.rows:
            if row.path == path:
                return row
        raise KeyError(path)


def form_of(
    file: PlanFile, path: Path, initial: Mapping[str, object] | None = None, insert_index: int | None = None
) -> Form:
    """The form of the object at `path`; with `insert_index`, of a new entry in the array of tables at `path`.

    initial: values to begin with, by key, a mapping for a table inside. Raises KeyError where the format has no such
    table.
    """
    cls = table_of(path)
    if cls is None:
        raise KeyError(path)
    here = path if insert_index is None else (*path, insert_index)
    data = _table_at(file, path) if insert_index is None else {}
    maker = _Maker(file, here, is_new=insert_index is not None)
    rows = tuple(maker.rows(cls, data, here, dict(initial or {}), ""))
    unknown = sum(1 for key in data if key not in cls.FIELDS)
    return Form(here, _title(cls, here, data, insert_index), rows, insert_index, unknown)


def home_of(path: Path, focus_key: str | None) -> tuple[Path, str | None]:
    """The object whose form holds the table at `path`, and the key to begin at: `consent` and `fee` are no objects."""
    if len(path) > 1 and path[-1] in ("consent", "fee"):
        return path[:-1], f"{path[-1]}.{focus_key}" if focus_key else str(path[-1])
    return path, focus_key


def edits_of(form: Form, values: Mapping[Path, object]) -> tuple[Edit, ...]:
    """The edits that the changed rows come to; none for a row that says what the file says.

    values: by the path of the row, ABSENT for one that was emptied. Of an existing object only the rows in it count.
    """
    if form.index is not None:
        return (Insert(form.path[:-1], form.index, _new_entry(form, values)),)
    changed = [row for row in form.rows if row.path in values and not _says(row, values[row.path])]
    gone = {path for path in _tables_emptied(form, values) if any(row.path[:-1] == path for row in changed)}
    edits: list[Edit] = []
    for row in changed:
        table = row.path[:-1]
        if table in gone:
            if Remove(table) not in edits:
                edits.append(Remove(table))
        elif values[row.path] is ABSENT:
            edits.append(Remove(row.path))
        else:
            edits.append(Set(row.path, values[row.path]))
    return tuple(edits)


def masked(text: str) -> str:
    """The text with every stretch that SAF-1 forbids as •••."""
    parts, at = [], 0
    for _what, start, end in sorted(outing.spans(text), key=lambda span: span[1:]):
        if start >= at:
            parts += [text[at:start], HIDDEN]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _says(row: Row, value: object) -> bool:
    if row.value is UNREADABLE or value is ABSENT or row.value is ABSENT:
        return value is row.value
    return same(row.value, value)


def _new_entry(form: Form, values: Mapping[Path, object]) -> dict[str, object]:
    """The keys of a new entry in the format's order, those of a table inside in a table."""
    entry: dict[str, object] = {}
    for row in form.rows:
        value = values.get(row.path, row.start)
        if isinstance(value, Missing):
            continue
        inside = row.path[len(form.path) : -1]
        table = entry
        for step in inside:
            table = table.setdefault(str(step), {})  # type: ignore[assignment]
        table[row.key] = value
    return entry


def _tables_emptied(form: Form, values: Mapping[Path, object]) -> Iterator[Path]:
    """The tables inside the object of which no key is left."""
    for path in dict.fromkeys(row.path[:-1] for row in form.rows if row.path[:-1] != form.path):
        rows = [row for row in form.rows if row.path[:-1] == path]
        if all(values.get(row.path, row.value) is ABSENT for row in rows):
            yield path


def _table_at(file: PlanFile, path: Path) -> dict[str, object]:
    """The data of the table at `path`; empty where the file hasn't got it."""
    data: object = file.values or {}
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return {}
    return data if isinstance(data, dict) else {}


def _title(cls: type[Table], path: Path, data: dict[str, object], insert_index: int | None) -> str:
    name = label_of_table(cls.TABLE)
    if insert_index is not None:
        return _("New: {table}").format(table=name)
    if not path or isinstance(path[-1], str):
        return name
    id = data.get("id")
    return f"{name} {masked(id) if isinstance(id, str) and id else path[-1] + 1}"
