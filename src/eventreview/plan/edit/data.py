"""The data side of an edit: what it means, and the smaller edits that it comes to."""

from __future__ import annotations

from eventreview.plan.edits import Insert, Move, Remove, Set, same
from eventreview.plan.edits import value_at as value_at
from eventreview.plan.refused import Refused
from eventreview.plan.toml import has_own_headers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.edits import Edit
    from eventreview.plan.positions import Path, Positions

_NOTHING = object()


def meant(data: dict[str, object], edit: Edit, at: Positions) -> dict[str, object]:
    """A copy of the data with the edit made, worked out without the text; what the edit doesn't touch is shared.

    at: tells what is only there as long as something is in it. Raises Refused where the edit makes no sense.
    """
    result = data if edit.op == "comment" else _edited(data, 0, edit, at)
    if not isinstance(result, dict):
        raise Refused("absent", edit.path)
    return result


def _edited(here: object, depth: int, edit: Edit, at: Positions) -> object:
    """What is at the first `depth` steps of the path after the edit; `_NOTHING` for nothing."""
    if depth == len(edit.path):
        return _last(here, edit)
    part = edit.path[depth]
    result: dict[str, object] | list[object]
    if isinstance(part, str) and (here is _NOTHING or isinstance(here, dict)):
        old = here if isinstance(here, dict) else {}
        inside = _edited(old.get(part, _NOTHING), depth + 1, edit, at)
        result = {**old, part: inside}
        if inside is _NOTHING:
            del result[part]
    elif isinstance(part, int) and isinstance(here, list) and 0 <= part < len(here):
        inside = _edited(here[part], depth + 1, edit, at)
        result = [*here[:part], *([] if inside is _NOTHING else [inside]), *here[part + 1 :]]
    else:
        raise Refused("not-a-table" if isinstance(edit, Set) and isinstance(part, str) else "absent", edit.path)
    if inside is _NOTHING and not result and depth:
        node = at.node(edit.path[:depth])
        if node is None or node.kind in ("tables", "implicit"):  # no header, no key: gone with its last entry
            return _NOTHING
    return result


def _last(here: object, edit: Edit) -> object:
    if isinstance(edit, Set):
        return edit.value
    if isinstance(edit, Insert):
        array = [] if here is _NOTHING else here
        if not isinstance(array, list):
            raise Refused("not-an-array", edit.path)
        if not 0 <= edit.index <= len(array):
            raise Refused("absent", (*edit.path, edit.index))
        return [*array[: edit.index], edit.value, *array[edit.index :]]
    if here is _NOTHING:
        raise Refused("absent", edit.path)
    if isinstance(edit, Move):
        if not isinstance(here, list):
            raise Refused("not-an-array", edit.path)
        for index in (edit.index, edit.to):
            if not 0 <= index < len(here):
                raise Refused("absent", (*edit.path, index))
        rest = [*here[: edit.index], *here[edit.index + 1 :]]
        return [*rest[: edit.to], here[edit.index], *rest[edit.to :]]
    return _NOTHING


def parts(edit: Edit, at: Positions, data: dict[str, object]) -> list[Edit] | None:
    """The smaller edits that come to the same and leave more of the text as it is; None when there are none."""
    node = at.node(edit.path)
    table = at.node(edit.path[:-1])
    if isinstance(edit, Set) and node is not None:
        headers = node.kind in ("table", "tables", "implicit")
        if headers or "\n" in at.text[node.at : node.to]:
            old = value_at(data, edit.path)
            if isinstance(old, dict) and isinstance(edit.value, dict):
                return _keys(edit.path, old, edit.value)
            if isinstance(old, list) and isinstance(edit.value, list):
                return _elements(edit.path, old, edit.value)
        if headers:
            raise Refused("table", edit.path)
    elif isinstance(edit, Set):
        last = edit.path[-1]
        if table is None and isinstance(last, str):
            return [Set(edit.path[:-1], {last: edit.value})]
        if table is not None and table.kind == "table" and has_own_headers(edit.value, edit.path):
            return [Insert(edit.path, index, entry) for index, entry in enumerate(edit.value)]
    elif isinstance(edit, Insert) and node is None:
        if not isinstance(edit.value, dict) or table is None or table.kind in ("inline", "implicit"):
            return [Set(edit.path, [edit.value])]
    elif isinstance(edit, Remove) and node is not None:
        if node.kind == "tables":
            return [Remove((*edit.path, index)) for index in reversed(range(len(node.items)))]
        if node.kind == "implicit":
            return [Remove((*edit.path, name)) for name in node.keys]
    return None


def _keys(path: Path, old: dict[str, object], new: dict[str, object]) -> list[Edit]:
    edits: list[Edit] = [
        Set((*path, key), value) for key, value in new.items() if key not in old or not same(old[key], value)
    ]
    return edits + [Remove((*path, key)) for key in old if key not in new]


def _elements(path: Path, old: list[object], new: list[object]) -> list[Edit]:
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if not same(old[index], new[index])), shorter)
    tails = range(shorter - head)
    tail = next((index for index in tails if not same(old[-1 - index], new[-1 - index])), len(tails))
    both = shorter - tail
    edits: list[Edit] = [Set((*path, index), new[index]) for index in range(head, both)]
    edits += [Remove((*path, index)) for index in reversed(range(both, len(old) - tail))]
    edits += [Insert(path, index, new[index]) for index in range(both, len(new) - tail)]
    if not new:
        edits.append(Set(path, []))  # where entries have headers, the last one took the array with it
    return edits
