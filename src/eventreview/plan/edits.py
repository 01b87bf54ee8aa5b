"""Edits as values: what to change in a plan, at which path. `plan.edit` carries them out.

A value is what TOML can hold: str, int, float, bool, date, datetime, a list or tuple of values, a dict of them.
"""

from __future__ import annotations

import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.positions import Path


_SCALARS = (str, int, float, bool, datetime.date, datetime.datetime, datetime.time)


def plain(value: object) -> object:
    """The value as the parser gives it: lists for tuples. Raises TypeError for what TOML can't hold."""
    if type(value) in _SCALARS:
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    raise TypeError(type(value).__name__)


def same(one: object, other: object) -> bool:
    """Equal, types and offsets of times included; nan is nan; the order of keys is free."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, datetime.datetime) and isinstance(other, datetime.datetime):
        return one == other and one.utcoffset() == other.utcoffset()
    return one == other or (one != one and other != other)


def value_at(data: object, path: Path) -> object:
    """What the data hold at a path; None where they hold nothing."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


class _Edit:
    __slots__ = ("path",)

    op = ""
    path: Path

    def __init__(self, path: Path) -> None:
        object.__setattr__(self, "path", tuple(path))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an edit can't be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an edit can't be changed: {name}")

    def _parts(self) -> list[object]:
        return [self.path, *(getattr(self, name) for name in self.__slots__)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Edit) and type(self) is type(other) and same(self._parts(), other._parts())

    def __hash__(self) -> int:
        return hash((self.op, self.path))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self._parts()))})"


class Set(_Edit):
    """Give the key or array element at `path` this value; a key that is absent is added, its tables too."""

    __slots__ = ("value",)

    op = "set"
    value: object

    def __init__(self, path: Path, value: object) -> None:
        super().__init__(path)
        object.__setattr__(self, "value", value)


class Insert(_Edit):
    """Put `value` into the array, or as an entry into the array of tables, at `path`, before the one at `index`.

    `index` may be the length: at the end. An absent array is made.
    """

    __slots__ = ("index", "value")

    op = "insert"
    index: int
    value: object

    def __init__(self, path: Path, index: int, value: object) -> None:
        super().__init__(path)
        object.__setattr__(self, "index", index)
        object.__setattr__(self, "value", value)


class Remove(_Edit):
    """Take away a key, an array element, an entry of an array of tables, or a whole table."""

    __slots__ = ()

    op = "remove"


class Move(_Edit):
    """Take the entry or element at `index` of the array at `path` to where it then stands at `to`."""

    __slots__ = ("index", "to")

    op = "move"
    index: int
    to: int

    def __init__(self, path: Path, index: int, to: int) -> None:
        super().__init__(path)
        object.__setattr__(self, "index", index)
        object.__setattr__(self, "to", to)


class Rename(_Edit):
    """Give the object that owns the id `old` the id `new`, everywhere it is named.

    It has no path: it is made of other edits, which `plan.companions` finds.
    """

    __slots__ = ("new", "old")

    op = "rename"
    old: str
    new: str

    def __init__(self, old: str, new: str) -> None:
        super().__init__(())
        object.__setattr__(self, "old", old)
        object.__setattr__(self, "new", new)

    def _parts(self) -> list[object]:
        return [self.old, self.new]


class Comment(_Edit):
    """Put comment lines at the end of the table at `path`; the data stay as they are."""

    __slots__ = ("lines",)

    op = "comment"
    lines: tuple[str, ...]

    def __init__(self, path: Path, lines: Sequence[str]) -> None:
        super().__init__(path)
        object.__setattr__(self, "lines", tuple(lines))


Edit = Set | Insert | Remove | Move | Rename | Comment
