"""A form for any object of a plan, made from the model: its rows, and the edits that the filled-in rows come to.

Nothing here knows a screen. A form is made for the object at a data path, or for a new entry of an array of tables. Its
rows are the keys of the format in their order, the keys of `consent` and `fee` among them.
"""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language.labels import label_of_key, label_of_table
from eventreview.plan import outing
from eventreview.plan.edits import Insert, Remove, Rename, Set, same
from eventreview.plan.model import key_order, table_of
from eventreview.report.marks import visible
from eventreview.tui.form_options import options_of
from eventreview.tui.form_rows import ABSENT, UNREADABLE, Kind, Missing, Row, kind_of
from eventreview.tui.form_values import cannot_be_typed, fits
from eventreview.tui.masking import MASK, masked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Field, Path, Table
    from eventreview.plan.file import PlanFile

LONGEST_RAW = 60
OF_THE_IMPORT = ("import_ref", "import_digest")
INSIDE = ("consent", "fee")


@dataclass(frozen=True, slots=True)
class Form:
    """The rows of one object.

    path: of the object; of a new entry, where it will stand, `index` being its last step. kept: paths of the tables in
    which the file has keys that the format doesn't know; they stay as they are.
    """

    path: Path
    title: str
    rows: tuple[Row, ...]
    index: int | None = None
    kept: frozenset[Path] = frozenset()

    @property
    def is_new(self) -> bool:
        """Whether the object is still to be added."""
        return self.index is not None


def form_of(
    file: PlanFile, path: Path, initial: Mapping[str, object] | None = None, insert_index: int | None = None
) -> Form:
    """The form of the object at `path`; with `insert_index`, of a new entry in the array of tables at `path`.

    initial: values to begin with, by key; None empties the key, a mapping is for a table inside. Raises KeyError where
    the format has no such table.
    """
    cls = table_of(path)
    if cls is None:
        raise KeyError(path)
    here = path if insert_index is None else (*path, insert_index)
    data = _table_at(file, path) if insert_index is None else {}
    maker = _Maker(file, is_new=insert_index is not None)
    rows = tuple(maker.rows(cls, data, here, initial or {}))
    return Form(here, _title(cls, here, data, insert_index), rows, insert_index, frozenset(maker.kept))


def home_of(path: Path, focus_key: str | None = None) -> tuple[Path, str | None]:
    """The object whose form shows what is at `path`, and the key to begin at, such as `minutes` or `consent.on`.

    `consent` and `fee` are no objects, nor are keys, their elements, or arrays of tables.
    """
    keys = [focus_key] if focus_key else []
    while path:
        cls, last = table_of(path[:-1]), path[-1]
        field = cls.FIELDS.get(last) if cls is not None and isinstance(last, str) else None
        is_object = isinstance(last, int) and table_of(path) is not None
        is_table = field is not None and field.kind == "table" and last not in INSIDE
        if is_object or is_table:
            break
        if isinstance(last, str):
            keys.insert(0, last)
        path = path[:-1]
    return path, ".".join(keys) or None


def edits_of(form: Form, values: Mapping[Path, object]) -> tuple[Edit, ...]:
    """The edits that the filled-in rows come to; none for a row that says what the file says.

    values: by the path of the row, ABSENT for one that was emptied; rows that aren't among them stay as they began.
    """
    if form.index is not None:
        return (Insert(form.path[:-1], form.index, _new_entry(form, values)),)
    changed = [row for row in form.rows if row.path in values and not _says(row, values[row.path])]
    emptied = set(_tables_emptied(form, values))
    edits: list[Edit] = []
    for row in changed:
        value, table = values[row.path], row.path[:-1]
        if value is not ABSENT:
            edits.append(Set(row.path, value))
        elif table not in emptied:
            edits.append(Remove(row.path))
        elif Remove(table) not in edits:
            edits.append(Remove(table))
    return tuple(edits)


def with_references(file: PlanFile, form: Form, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits of a form with a new id as a rename, so that what refers to the object goes on referring to it."""
    made: list[Edit] = []
    renames: list[Edit] = []  # last: the other edits look for the object under the id it has now
    for edit in edits:
        row = next((row for row in form.rows if row.path == edit.path), None)
        old = row.value if row is not None and row.field.kind == "id" else None
        if isinstance(edit, Set) and isinstance(old, str) and file.ids.owner.get(old) == edit.path[:-1]:
            renames.append(Rename(old, str(edit.value)))
        else:
            made.append(edit)
    return (*made, *renames)


def _says(row: Row, value: object) -> bool:
    if isinstance(value, Missing) or isinstance(row.value, Missing):
        return value is row.value
    return same(row.value, value)


def _new_entry(form: Form, values: Mapping[Path, object]) -> dict[str, object]:
    """The keys of a new entry in the format's order, those of a table inside in a table."""
    entry: dict[str, object] = {}
    for row in form.rows:
        value = values.get(row.path, row.start)
        if isinstance(value, Missing):
            continue
        table = entry
        for step in row.path[len(form.path) : -1]:
            inside = table.setdefault(str(step), {})
            assert isinstance(inside, dict)
            table = inside
        table[row.key] = value
    order = key_order(form.path)
    return {key: entry[key] for key in sorted(entry, key=order.index)}


def _tables_emptied(form: Form, values: Mapping[Path, object]) -> Iterator[Path]:
    """The tables inside the object of which no key would be left."""
    for table in dict.fromkeys(row.path[:-1] for row in form.rows):
        rows = [row for row in form.rows if row.path[:-1] == table]
        if table not in (form.path, *form.kept) and all(values.get(row.path, row.value) is ABSENT for row in rows):
            yield table


class _Maker:
    """Makes the rows of one form."""

    def __init__(self, file: PlanFile, *, is_new: bool) -> None:
        self.file = file
        self.is_new = is_new
        self.kept: list[Path] = []
        self.outed = [] if is_new else [found.path for found in outing.find(file.values or {})]

    def rows(
        self, cls: type[Table], data: dict[str, object], path: Path, initial: Mapping[str, object], heading: str = ""
    ) -> Iterator[Row]:
        """The rows of a table's own keys, then those of the tables inside it."""
        if any(key not in cls.FIELDS for key in data):
            self.kept.append(path)
        for key, field in cls.FIELDS.items():
            if field.kind not in ("table", "tables") and (key in data or key not in OF_THE_IMPORT):
                yield self.row(cls, field, data, path, initial, heading)
        for key, field in cls.FIELDS.items():
            if field.kind != "table" or field.table is None or not path:
                continue
            inside, begin = data.get(key, {}), initial.get(key, {})
            if not isinstance(inside, dict):
                yield self.row(cls, field, data, path, {}, "")
                continue
            begin = begin if isinstance(begin, dict) else {}
            yield from self.rows(field.table, inside, (*path, key), begin, label_of_key(cls.TABLE, key))

    def row(
        self,
        cls: type[Table],
        field: Field,
        data: dict[str, object],
        path: Path,
        initial: Mapping[str, object],
        heading: str,
    ) -> Row:
        key, here = field.key, (*path, field.key)
        written = data.get(key, ABSENT)
        value = written if written is ABSENT or fits(field, written) else UNREADABLE
        kind, lock = kind_of(field, value), self.lock(field, here, data)
        return Row(
            here,
            field,
            cls.TABLE,
            label_of_key(cls.TABLE, key),
            kind,
            value,
            _begun(initial, key, value) if not lock else value,
            options_of(self.file, field, cls.TABLE, path, value) if kind in (Kind.ONE, Kind.MANY) else (),
            "" if written is ABSENT else self.raw(field, here, written, locked=bool(lock)),
            lock,
            heading,
        )

    def lock(self, field: Field, path: Path, data: dict[str, object]) -> str:
        """Why a key can't be changed here; "" where it can."""
        if any(found[: len(path)] == path for found in self.outed):
            return _(
                "This holds what could out or reach a person, so that isn't shown. Its finding (SAF-1) takes it out."
            )
        if field.key in OF_THE_IMPORT:
            return _("Written by the import, and read by the next one.")
        if field.kind == "table":
            return _("This isn't written as a table in this file: change it in an editor first.")
        value = data.get(field.key)
        if isinstance(value, list) and any(isinstance(item, str) and "\n" in item for item in value):
            return _("This holds texts over several lines: change it in an editor.")
        return ""

    def raw(self, field: Field, path: Path, value: object, *, locked: bool) -> str:
        """The value as it may be shown, where the input can't hold it; "" where it can."""
        if field.kind == "tag":
            return ""
        unseen = isinstance(value, str) and cannot_be_typed(value)
        unseen = unseen or (isinstance(value, list) and any(isinstance(i, str) and cannot_be_typed(i) for i in value))
        if fits(field, value) and not unseen and not locked:
            return ""
        span = self.file.positions.value(path)
        text = self.file.text[span[0] : span[1]] if span is not None and self.file.text is not None else ""
        if any(found[: len(path)] == path for found in self.outed):
            text = masked(value) if isinstance(value, str) and masked(value) != value else MASK
        text = visible(text)
        return text if len(text) <= LONGEST_RAW else text[: LONGEST_RAW - 1] + "…"


def _begun(initial: Mapping[str, object], key: str, value: object) -> object:
    """What a row begins with: what was filled in beforehand, else what the file says."""
    if key not in initial:
        return value
    begun = initial[key]
    if begun is None:
        return ABSENT
    return list(begun) if isinstance(begun, tuple) else begun


def _table_at(file: PlanFile, path: Path) -> dict[str, object]:
    """The data of the table at `path`; empty where the file hasn't got it."""
    data: object = file.values or {}
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return {}
    return data if isinstance(data, dict) else {}


def _title(cls: type[Table], path: Path, data: dict[str, object], insert_index: int | None) -> str:
    name = label_of_table(cls.TABLE)
    if insert_index is not None:
        return _("New: {table}").format(table=name)
    last = path[-1] if path else ""
    if isinstance(last, str):
        return name
    own = data.get("id")
    return f"{name} {masked(own)}" if isinstance(own, str) and own else f"{name} {last + 1}"
