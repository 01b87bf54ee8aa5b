"""What goes along with an edit in the same step: whatever names an id, and the answers given about an entry.

- A `Rename` gives an object another id, and with it every reference and every answer that names it.
- Judgements and waivers name what they are about by its id or, where it has none, by its place: `decisions[1]`. When
  entries come, go or change places, each answer goes on naming the entry that it was given about.
- An answer is never inherited. When the entry that it was given about by its place is removed, the answer stays in
  the file, since it is somebody's word, but names `decisions[removed]`, which is nothing and never will be: the review
  says so, and a person decides what becomes of it. The same when an id passes to another entry that had it too.
  An answer that names an id which is gone from the file stays as it is; once another entry gets that id, an answer
  that doesn't say by `covers` on what it was given is disowned in the same way.
"""

from __future__ import annotations

from eventreview.plan import edit as editor
from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Comment, Insert, Move, Remove, Rename, Set, same, value_at
from eventreview.plan.faults import path_text
from eventreview.plan.model import Plan, key_order, table_of
from eventreview.plan.references import address_around, owners
from eventreview.plan.refused import Refused
from eventreview.plan.shapes import is_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.positions import Positions

    Data = dict[str, object]

ANSWERS = ("judgements", "waivers")
REMOVED = "[removed]"


def apply(text: str, data: Data, edits: Sequence[Edit], at: Positions | None = None) -> tuple[str, Data]:
    """`plan.edit.apply` for a plan, companions included: the new text and what it parses to. All are made, or none.

    text, data, at: as there. Raises Refused, with the line in the text as it was given.
    """
    start, positions = text, at
    waiting: list[Edit] = []
    try:
        for edit in edits:
            if not _stirs(edit):
                waiting.append(edit)
                continue
            if waiting:
                text, data = editor.apply(text, data, waiting, key_order, at)
                waiting, at = [], None
            text, data = _accompanied(_State(text, data, at), edit)
            at = None
        return editor.apply(text, data, waiting, key_order, at) if waiting else (text, data)
    except Refused as error:
        place = (positions or _scanned(start)).where(error.path)
        error.line = place[0] if place else None
        raise


def _stirs(edit: Edit) -> bool:
    """Whether an edit may change what an id or an address names."""
    if isinstance(edit, Comment):
        return False
    return isinstance(edit, Rename) or edit.path[-1:] == ("id",) or table_of(edit.path) is not None


class _State:
    """A plan before or after an edit: its text, what it parses to, and which entry owns which id."""

    __slots__ = ("at", "data", "ids", "text")

    def __init__(self, text: str, data: Data, at: Positions | None = None) -> None:
        self.text = text
        self.data = data
        self.at = at
        self.ids = owners(data, self._start)

    def _start(self, path: Path) -> tuple[int, int]:
        self.at = self.at or _scanned(self.text)
        place = self.at.where(path)
        return place[:2] if place is not None else (1, 1)

    def address(self, path: Path) -> str:
        """The `at` of the object at a path; "" where nothing is."""
        return address_around(self.ids, self.data, path) if value_at(self.data, path) is not None else ""


def _scanned(text: str) -> Positions:
    from eventreview.plan.positions import scan

    return scan(text)


def _accompanied(before: _State, edit: Edit) -> tuple[str, Data]:
    """The text and data after an edit and what goes along with it."""
    edits = list(_renaming(before, edit)) if isinstance(edit, Rename) else [edit]
    text, data = editor.apply(before.text, before.data, edits, key_order, before.at)
    if not any(data.get(table) for table in ANSWERS):
        return text, data
    also = list(_answers(before, edit, _State(text, data)))
    return editor.apply(text, data, also, key_order) if also else (text, data)


# Ids


def _renaming(before: _State, edit: Rename) -> Iterator[Edit]:
    """The edits that a new id comes to, but for the answers. Raises Refused."""
    path = before.ids.owner.get(edit.old)
    if path is None:
        raise Refused("no-such-id", ())
    if edit.new == edit.old:
        return
    if not is_id(edit.new) or edit.new in v.RESERVED_IDS:
        raise Refused("not-an-id", (*path, "id"))
    if edit.new in before.ids.owner:
        raise Refused("id-taken", (*path, "id"))
    yield Set((*path, "id"), edit.new)
    for reference in references_to(before.data, edit.old):
        yield Set(reference, edit.new)


def references_to(data: Data, id: str) -> Iterator[Path]:
    """The paths of every reference that names an id, in the order of the data; of an array its elements."""
    waiting: list[tuple[Path, type[Table], object]] = [((), Plan, data)]
    while waiting:
        path, cls, table = waiting.pop()
        for key, value in table.items() if isinstance(table, dict) else ():
            field, here = cls.FIELDS.get(key), (*path, key)
            entries = list(enumerate(value)) if isinstance(value, list) else []
            if field is not None and field.table is not None:
                waiting += [((*here, index), field.table, entry) for index, entry in entries]
                waiting.append((here, field.table, value))
            elif field is not None and field.kind == "reference":
                yield from ((*here, index) for index, each in entries if each == id)
                if value == id:
                    yield here


# Answers


def _answers(before: _State, edit: Edit, after: _State) -> Iterator[Edit]:
    """The edits after which every answer names what it named before."""
    for table in ANSWERS:
        entries = before.data.get(table)
        for index, entry in enumerate(entries) if isinstance(entries, list) else ():
            old = entry.get("at") if isinstance(entry, dict) else None
            path = _followed((table, index), edit, before.data)
            if isinstance(old, str) and path is not None and value_at(after.data, (*path, "at")) == old:
                new = _address(old, before, edit, after)
                if new == old and "covers" not in entry:
                    new = _disowned(old, before, after)
                if new != old:
                    yield Set((*path, "at"), new)


def _address(old: str, before: _State, edit: Edit, after: _State) -> str:
    """How an answer names after the edit what it names as `old` before."""
    owner = before.ids.owner.get(old)
    by_id = owner is not None and before.address(owner) == old
    path = owner if by_id else _path_of(old)
    if path is None:
        return old
    now = _followed(path, edit, before.data)
    if now is not None:
        # A place that names nothing, since nothing is there or what is there has an id, goes on naming nothing.
        return after.address(now) if before.address(path) == old else path_text(now)
    inherited = old in after.ids.owner if by_id else isinstance(path[-1], int)
    return _nearest_left(path, edit, before.data) + REMOVED if inherited else old


def _disowned(old: str, before: _State, after: _State) -> str:
    """The same for an answer that named nothing: an entry that has its id only now isn't what it was given about."""
    owner = after.ids.owner.get(old)
    if owner is None or old in before.ids.owner or after.address(owner) != old:
        return old
    return path_text(owner[:-1] if isinstance(owner[-1], int) else owner) + REMOVED


def _nearest_left(path: Path, edit: Edit, data: Data) -> str:
    """The array, or what is left around it, in which a removed entry stood."""
    around = (_followed(path[:length], edit, data) for length in range(len(path) - 1, 0, -1))
    left = next((each for each in around if each is not None), path[:1])
    return path_text(left[:-1] if isinstance(left[-1], int) else left)


def _path_of(address: str) -> Path | None:
    """The data path that an address spells, `panels[0].speakers[1]`; None where it doesn't spell one."""
    path: list[str | int] = []
    for part in address.split("."):
        name, *indexes = part.split("[")
        numbers = [index[:-1] for index in indexes]
        if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in numbers):
            return None
        path += [name, *map(int, numbers)]
    return tuple(path) if path_text(tuple(path)) == address else None


def _followed(path: Path, edit: Edit, data: Data) -> Path | None:
    """Where what stood at a path in the data stands after the edit; None for nowhere."""
    depth = len(edit.path)
    if isinstance(edit, Remove):
        if path[:depth] == edit.path:
            return None
        *around, gone = edit.path
        step = path[depth - 1] if path[: depth - 1] == tuple(around) and len(path) >= depth else None
        if isinstance(gone, int) and isinstance(step, int) and step > gone:
            return (*around, step - 1, *path[depth:])
        return path
    if isinstance(edit, Set):
        return _kept(path, depth, value_at(data, edit.path), edit.value) if path[:depth] == edit.path else path
    if not isinstance(edit, Insert | Move) or path[:depth] != edit.path or len(path) == depth:
        return path
    step = path[depth]
    if not isinstance(step, int):
        return path
    if isinstance(edit, Insert):
        step += step >= edit.index
    elif step == edit.index:
        step = edit.to
    else:
        step -= step > edit.index
        step += step >= edit.to
    return (*edit.path, step, *path[depth + 1 :])


def _kept(path: Path, depth: int, old: object, new: object) -> Path | None:
    """The same for a value set as a whole: an entry of an array is known by what it holds."""
    if depth == len(path):
        return path
    step = path[depth]
    if isinstance(step, int) and isinstance(old, list) and isinstance(new, list):
        if step >= len(old):
            return None
        likely = [step, *range(len(new))]
        now = next((index for index in likely if index < len(new) and same(new[index], old[step])), None)
        return None if now is None else (*path[:depth], now, *path[depth + 1 :])
    if isinstance(step, str) and isinstance(old, dict) and isinstance(new, dict) and step in new:
        return _kept(path, depth + 1, old.get(step), new[step])
    return None
