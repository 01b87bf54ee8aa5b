"""On every valid file of the TOML conformance suite: values are replaced, keys taken out, entries moved; nothing is wrong.

The suite's folder is named by EVENTREVIEW_TOML_TEST. Where tomlrt is installed, it makes the same edits, and the
files must say the same and keep the same comments.
"""

from __future__ import annotations

import datetime
import importlib.util
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path as FilePath
from typing import Any

import pytest
import tomli
from tests.plan.random_plans import at_path, paths, typed

from eventreview.plan.edit import Refused, apply
from eventreview.plan.edits import Edit, Move, Remove, Set
from eventreview.plan.positions import Path, scan

SUITE = FilePath(os.environ.get("EVENTREVIEW_TOML_TEST", ""), "tests", "valid")
FILES = sorted(SUITE.rglob("*.toml")) if "EVENTREVIEW_TOML_TEST" in os.environ else []
MOST_REFUSED = 0.01
MOST_MOVES_REFUSED = 0.05  # the suite likes arrays whose elements share lines and comments
TYPES = (str, bool, int, float, datetime.datetime, datetime.date, datetime.time)

Kind = Callable[[dict[str, object]], Iterator[Edit]]

pytestmark = pytest.mark.skipif(not FILES, reason="EVENTREVIEW_TOML_TEST names no folder with the suite")


def plans() -> Iterator[tuple[str, str, dict[str, object]]]:
    """The name, the text and the data of each file."""
    for file in FILES:
        text = file.read_bytes().removeprefix(b"\xef\xbb\xbf").decode()
        try:
            yield str(file.relative_to(SUITE)), text, tomli.loads(text)
        except tomli.TOMLDecodeError:
            continue  # the editor is only given what the parser takes


def another(value: object) -> object:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return value + " é\"'\\\n#"
    if isinstance(value, datetime.datetime):
        return value.replace(year=value.year % 9000 + 1, month=2, day=1)
    if isinstance(value, datetime.date):
        return value.replace(year=value.year % 9000 + 1, month=2, day=1)
    if isinstance(value, datetime.time):
        return value.replace(hour=(value.hour + 1) % 24)
    if isinstance(value, float):
        return 1.5 if value != 1.5 else 2.5
    return 7 if value != 7 else 8


def replacements(data: dict[str, object]) -> Iterator[Edit]:
    for path in paths(data):
        value = at_path(data, path)
        if isinstance(value, TYPES):
            yield Set(path, another(value))


def removals(data: dict[str, object]) -> Iterator[Edit]:
    for path in paths(data):
        if path and isinstance(path[-1], str):
            yield Remove(path)


def moves(data: dict[str, object]) -> Iterator[Edit]:
    for path in paths(data):
        value = at_path(data, path)
        for index in range(len(value) if isinstance(value, list) else 0):
            for to in {0, len(value) - 1} - {index} if isinstance(value, list) else ():
                yield Move(path, index, to)


def meant(data: dict[str, object], edit: Edit) -> list[object]:
    """What the data may be after the edit: tables that a removed key alone has named may go with it."""
    import copy

    root: Any = copy.deepcopy(data)
    holders = [root]
    for part in edit.path[:-1] if not isinstance(edit, Move) else edit.path:
        holders.append(holders[-1][part])
    if isinstance(edit, Move):
        holders[-1].insert(edit.to, holders[-1].pop(edit.index))
    elif isinstance(edit, Set):
        holders[-1][edit.path[-1]] = edit.value
    else:
        del holders[-1][edit.path[-1]]
    answers = [copy.deepcopy(root)]
    while isinstance(edit, Remove) and len(holders) > 1 and not holders.pop():
        del holders[-1][edit.path[len(holders) - 1]]
        answers.append(copy.deepcopy(root))
    return answers


def comments(text: str) -> Counter[str]:
    return Counter(text[start:end] for start, end in scan(text).comments)


def key_order(_path: Path) -> tuple[str, ...]:
    return ()


def inside(text: str, edit: Edit) -> Counter[str]:
    """The comments that may go with what a removal takes: all from its first to its last line."""
    if not isinstance(edit, Remove):
        return Counter()
    at = scan(text)
    node = at.node(edit.path)
    assert node is not None
    nodes = [node, *(table for path, table in at.sections if path[: len(edit.path)] == edit.path)]
    nodes += [key for one in nodes for key in (*one.items, *one.keys.values())]
    start, end = min(one.at for one in nodes), text.find("\n", max(one.to for one in nodes))
    if node.kind not in ("table", "tables", "implicit"):
        start, end = node.at, node.to
    return Counter(text[first:last] for first, last in at.comments if start <= first < end)


@pytest.mark.parametrize("kind", [replacements, removals, moves])
def test_nothing_is_wrong_and_hardly_anything_is_refused(kind: Kind) -> None:
    made, refused = 0, list[tuple[str, Edit, str]]()
    for name, text, data in plans():
        for edit in kind(data):
            try:
                new, read = apply(text, data, [edit], key_order)
            except Refused as error:
                refused.append((name, edit, error.message_id))
                continue
            made += 1
            assert typed(tomli.loads(new)) == typed(read), (name, edit)
            assert typed(read) in [typed(answer) for answer in meant(data, edit)], (name, edit)
            lost = comments(text) - comments(new)
            assert not lost - inside(text, edit), (name, edit)
    print(f"{kind.__name__}: {made} made, {len(refused)} refused")  # told by -rP
    assert made > 100
    most = MOST_MOVES_REFUSED if kind is moves else MOST_REFUSED
    assert len(refused) < most * (made + len(refused)), refused


@pytest.mark.skipif(importlib.util.find_spec("tomlrt") is None, reason="tomlrt isn't installed")
@pytest.mark.parametrize("kind", [replacements, removals])
def test_tomlrt_makes_the_same_of_it(kind: Kind) -> None:
    tomlrt: Any = importlib.import_module("tomlrt")
    compared, left_out, differ = 0, 0, list[tuple[str, Edit, str]]()
    for name, text, data in plans():
        for edit in kind(data):
            try:
                document = tomlrt.loads(text)
                new, _ = apply(text, data, [edit], key_order)
            except (tomlrt.TOMLError, Refused):
                left_out += 1
                continue
            holder = document
            for part in edit.path[:-1]:
                holder = holder[part]
            if isinstance(edit, Set):
                holder[edit.path[-1]] = edit.value
            else:
                del holder[edit.path[-1]]
            other = tomlrt.dumps(document)
            compared += 1
            if typed(tomli.loads(other)) not in [typed(answer) for answer in meant(data, edit)]:
                differ.append((name, edit, "tomlrt's data"))
            elif isinstance(edit, Set) and comments(other) != comments(new):
                differ.append((name, edit, "comments"))
    print(f"{kind.__name__}: {compared} compared, {left_out} left out")
    assert compared > 100
    assert not differ
