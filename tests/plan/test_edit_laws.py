"""Whatever the plan and whatever the chain of edits: the data are as meant, every comment lives, the rest stays put."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import Any

import tomli
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from eventreview.plan.edit import Refused, apply
from eventreview.plan.edits import Comment, Edit, Insert, Remove, Set
from eventreview.plan.positions import Node, Path, scan

NAMES = ("id", "name", "on", "roles", "fee", "notes", "a-b", "x y", "é", "panels", "speakers")
DAY = datetime.date(2027, 3, 10)
SCALARS: tuple[object, ...] = (
    "",
    "rpm",
    'two\n"lines" # not a comment',
    "tab\t\\ ]",
    7,
    0,
    1.5,
    float("inf"),
    float("nan"),
    True,
    False,
    DAY,
    datetime.datetime(2027, 3, 10, 9, 30),
    datetime.datetime(2027, 3, 10, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-5))),
    datetime.time(7, 32),
)
WRITTEN = (
    '"rpm"',
    "'c:\\x'",
    '"a \\" # \\u00e9"',
    '"""\none\n# two\\\n  three"""',
    "'''# '' ]\n'''",
    '"""""x"""""',
    "1_000",
    "0x1F",
    "-1.5e3",
    "nan",
    "true",
    "2027-03-10",
    "2027-03-10 09:30",
    "07:32:00",
    "[]",
    "{}",
    "[ ]",
    "{ }",
)


class Writer:
    """Writes a plan by hand, in every style that the format allows; its comments are numbered."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0
        self.seen: set[str] = set()
        self.entries: dict[str, int] = {}
        self.lists: set[str] = set()

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def comment(self) -> str:
        self.count += 1
        return f"# c{self.count}" + self.random.choice(("", ' "', " ]", " }", ' """', " [x]", " a = 1", " é"))

    def key(self) -> str:
        name = self.random.choice(NAMES)
        if not re.fullmatch("[a-z-]+", name):
            return f'"{name}"'
        return self.random.choice((name, name, name, f"'{name}'", f'"{name}"'))

    def gap(self) -> str:
        """What may stand between the items of a container over several lines."""
        kind = self.random.randrange(5)
        if kind == 0:
            return "\n"
        if kind == 1:
            return f"  {self.comment()}\n"
        if kind == 2:
            return f"\n    {self.comment()}\n    "
        return "\n  " if kind == 3 else " "

    def container(self, depth: int) -> str:
        inline = self.maybe(0.5)
        keys = self.random.sample(("id", "on", '"x y"', "fee.amount", "fee.unit", "roles"), self.random.randrange(4))
        wide = self.maybe(0.4)
        items = [f"{key} = {self.value(depth + 1)}" if inline else self.value(depth + 1) for key in keys]
        style = self.random.randrange(3)
        text = ""
        for index, item in enumerate(items):
            last = index == len(items) - 1
            comma = "" if last and self.maybe(0.5) else ","
            if not wide:
                text += item + ("" if last else self.random.choice((", ", ",", " , ")))
            elif style:
                before = f"\n  {self.comment()}" if self.maybe(0.2) else ""
                text += f"{before}\n  {item}{comma}" + (f"  {self.comment()}" if self.maybe(0.3) else "")
            else:
                text += self.gap() + item + self.gap() + comma
        if wide and items:
            text += "\n" if style else self.gap()
        if wide and not items and self.maybe(0.5):
            text = f" {self.comment()}\n"
        pad = " " if self.maybe(0.5) else ""
        return f"{{{pad}{text}{pad}}}" if inline else f"[{pad}{text}{pad}]"

    def value(self, depth: int = 0) -> str:
        if depth < 3 and self.maybe(0.4):
            return self.container(depth)
        return self.random.choice(WRITTEN)

    def body(self, indent: str) -> str:
        text = ""
        for _ in range(self.random.randrange(5)):
            if self.maybe(0.2):
                text += "\n"
            if self.maybe(0.2):
                text += f"{indent}{self.comment()}\n"
            key = self.key()
            if self.maybe(0.15):
                key += self.random.choice((".", " . ")) + self.key()
            text += f"{indent}{key} = {self.value()}"
            text += f"  {self.comment()}\n" if self.maybe(0.25) else "\n"
        if self.maybe(0.2):
            text += f"{indent}{self.comment()}\n"
        return text

    def header(self) -> str:
        parents = [*sorted(self.seen), "", ""]
        parent = self.random.choice(parents)
        path = (parent + "." if parent else "") + self.random.choice(("panels", "speakers", "event", "'x y'", "fee"))
        many = path in self.lists or (path not in self.seen and self.maybe(0.6))
        self.seen.add(path)
        if many:
            self.lists.add(path)
            self.seen = {other for other in self.seen if not other.startswith(path + ".")}
        return f"[[{path}]]" if many else f"[{path}]"

    def plan(self) -> str:
        text = f"{self.comment()}\n" if self.maybe(0.5) else ""
        text += self.body("")
        for _ in range(self.random.randrange(6)):
            text += "\n" * self.random.randrange(3)
            if self.maybe(0.3):
                text += f"{self.comment()}\n" + "\n" * self.random.randrange(2)
            indent = self.random.choice(("", "", "  ", "\t"))
            text += indent + self.header() + (f" {self.comment()}\n" if self.maybe(0.2) else "\n")
            text += self.body(indent + self.random.choice(("", "  ")))
        if self.maybe(0.3):
            text = text.rstrip("\n")
        return text.replace("\n", "\r\n") if self.maybe(0.3) else text


def some_plan(random: Random) -> str:
    """A plan that the parser accepts."""
    while True:
        text = Writer(random).plan()
        try:
            tomli.loads(text)
        except tomli.TOMLDecodeError:
            continue
        return text


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for key, child in value.items():
            yield from paths(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from paths(child, (*path, index))


def some_value(random: Random, depth: int = 0) -> object:
    kind = random.randrange(6 if depth < 2 else 4)
    if kind == 4:
        return [some_value(random, depth + 1) for _ in range(random.randrange(3))]
    if kind == 5:
        return {name: some_value(random, depth + 1) for name in random.sample(NAMES, random.randrange(3))}
    return random.choice(SCALARS)


def at_path(data: object, path: Path) -> object:
    for part in path:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int):
            data = data[part]
        else:
            return None
    return data


def some_edit(random: Random, data: dict[str, object]) -> Edit:
    known = list(paths(data))
    path = random.choice(known)
    if random.random() < 0.4:
        path = (*path, random.choice(NAMES))
    here = at_path(data, path)
    kind = random.randrange(5)
    if kind == 0:
        return Remove(path)
    if kind == 1:
        return Comment(path, [f"new {random.randrange(1000)}", "# = ["][: random.randrange(1, 3)])
    if kind == 2:
        return Insert(path, random.randint(0, len(here)) if isinstance(here, list) else 0, some_value(random))
    if kind == 3 and isinstance(here, dict | list) and path:
        return Set(path, changed(random, here))
    return Set(path, some_value(random))


def some_set(random: Random, data: dict[str, object]) -> Edit:
    known = [path for path in paths(data) if path and not isinstance(at_path(data, path), dict | list)]
    return Set(random.choice(known), some_value(random, 1)) if known else Comment((), ["nothing to set"])


def changed(random: Random, value: object) -> object:
    """Nearly the same table or array."""
    value = copy.deepcopy(value)
    if isinstance(value, list):
        for _ in range(random.randrange(1, 3)):
            if value and random.random() < 0.5:
                value.pop(random.randrange(len(value)))
            else:
                value.insert(random.randint(0, len(value)), some_value(random))
    elif isinstance(value, dict):
        for name in random.sample(list(value), random.randint(0, len(value))):
            value[name] = some_value(random)
        value.pop(random.choice(NAMES), None)
    return value


def key_order(path: Path) -> tuple[str, ...]:
    return NAMES[:-3] if len(path) % 2 else NAMES


def typed(value: object) -> object:
    """The value with its types, so that == tells 1 from true; nan equals nan."""
    if isinstance(value, dict):
        return {key: typed(child) for key, child in value.items()}
    return [typed(child) for child in value] if isinstance(value, list) else (type(value), repr(value))


def meant(data: dict[str, object], edit: Edit) -> list[object]:
    """What the data may be after the edit, worked out plainly. What is emptied may go, if it has no header."""
    if isinstance(edit, Comment):
        return [data]
    if not edit.path and isinstance(edit, Set):
        return [edit.value]
    root: Any = copy.deepcopy(data)
    holders = [root]
    for part in edit.path[:-1]:
        holder = holders[-1]
        holders.append(holder.setdefault(part, {}) if isinstance(holder, dict) else holder[part])
    holder, last = holders[-1], edit.path[-1]
    if isinstance(edit, Set):
        holder[last] = edit.value
    elif isinstance(edit, Insert):
        (holder.setdefault(last, []) if isinstance(holder, dict) else holder[last]).insert(edit.index, edit.value)
    else:
        del holder[last]
    answers = [copy.deepcopy(root)]
    while isinstance(edit, Remove) and len(holders) > 1 and not holders.pop():
        del holders[-1][edit.path[len(holders) - 1]]
        answers.append(copy.deepcopy(root))
    return answers


def numbers(text: str) -> list[str]:
    """The numbered comments, in order."""
    at = scan(text)
    return [text[start:end] for start, end in at.comments if text.startswith("# c", start)]


def removed_numbers(text: str, path: Path) -> set[str]:
    """The comments that may go with what is removed: inside the value, or between first header and last entry."""
    at = scan(text)
    node = at.node(path)
    assert node is not None
    if node.kind == "implicit":
        return {found for name in node.keys for found in removed_numbers(text, (*path, name))}
    spans = [(node.at, node.to)]
    if node.kind in ("table", "tables"):
        groups: list[list[Node]] = [[]]
        for other, table in at.sections:
            if other[: len(path)] == path:
                groups[-1].append(table)
            elif groups[-1]:
                groups.append([])
        spans = [(group[0].at, body_end(text, group[-1])) for group in groups if group]
    return {text[start:end] for start, end in at.comments if any(first <= start < last for first, last in spans)}


def replaced_numbers(text: str, path: Path) -> set[str]:
    """The comments that may go when a table or array is set as a whole: those of what it held."""
    node = scan(text).node(path)
    if node is None or node.kind == "scalar":
        return set()
    if any(other[: len(path)] == path and other != path for other, _ in scan(text).sections):
        return removed_numbers(text, path)  # tables that leave one after the other may take what stood between them
    steps = range(len(node.items)) if node.kind in ("array", "tables") else node.keys
    return {found for step in steps for found in removed_numbers(text, (*path, step))}


def body_end(text: str, table: Node) -> int:
    return line_end(text, table.items[-1].to if table.items else table.to)


def line_end(text: str, offset: int) -> int:
    return text.find("\n", offset) + 1 or len(text)


def stays(text: str, edit: Edit) -> tuple[int, int] | None:
    """Up to where and from where on the text has to stay as it is, to the byte; None: it may only grow in one place."""
    at = scan(text)
    for length in range(1, len(edit.path) + 1):
        node = at.node(edit.path[:length])
        if node is not None and node.kind in ("scalar", "array", "inline"):
            if length < len(edit.path) or not isinstance(edit, Remove):
                return None if isinstance(edit, Comment) else (node.at, node.to)
            return text.rfind("\n", 0, node.begin) + 1, line_end(text, node.to)
    node = at.node(edit.path)
    if node is None or isinstance(edit, Insert | Comment):
        return None
    tables = [table for path, table in at.sections if path[: len(edit.path)] == edit.path]
    if node.kind != "table" or not edit.path:
        return 0, len(text)
    first, last = text.rfind("\n", 0, tables[0].at) + 1, body_end(text, tables[-1])
    return len(text[:first].rstrip()), len(text) - len(text[last:].lstrip())


def grown(old: str, new: str) -> bool:
    """Whether the new text is the old one with something put in."""
    same = next((index for index, sign in enumerate(old) if new[index : index + 1] != sign), len(old))
    return new.endswith(old[same:]) or any(
        new.startswith(old[:index]) and new.endswith(old[index:]) for index in range(same, -1, -1)
    )


def check(text: str, data: dict[str, object], edit: Edit) -> tuple[str, dict[str, object]]:
    """Make one edit and hold it against the laws; give what came out."""
    new, read = apply(text, data, [edit], key_order)
    assert typed(tomli.loads(new)) == typed(read)
    assert typed(read) in [typed(answer) for answer in meant(data, edit)], "the data are as meant"
    gone = set[str]()
    if isinstance(edit, Remove):
        gone = removed_numbers(text, edit.path)
    elif isinstance(edit, Set):
        gone = replaced_numbers(text, edit.path)
    assert [c for c in numbers(text) if c not in gone] == [c for c in numbers(new) if c not in gone], "comments live"
    around = stays(text, edit)
    if around is None:
        assert grown(text, new), "the text only grew"
    else:
        assert new.startswith(text[: around[0]]), "what stands before stays"
        assert new.endswith(text[around[1] :]), "what stands after stays"
    if isinstance(edit, Set):
        assert apply(new, read, [edit], key_order)[0] == new, "once set, it is set"
    return new, read


SEEDS = st.integers(0, 2**64 - 1)
QUICK = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(SEEDS)
def test_every_edit_of_a_chain_keeps_the_laws(seed: int) -> None:
    random = Random(seed)
    text = some_plan(random)
    data: dict[str, object] = tomli.loads(text)
    for _ in range(4):
        edit = some_edit(random, data)
        note(f"{text}\n{edit}")
        with suppress(Refused):
            text, data = check(text, data, edit)


@QUICK
@given(SEEDS)
def test_a_chain_at_once_is_the_same_as_one_by_one(seed: int) -> None:
    random = Random(seed)
    start = text = some_plan(random)
    data: dict[str, object] = tomli.loads(start)
    chain: list[Edit] = []
    for _ in range(6):
        edit = some_set(random, data) if random.random() < 0.7 else some_edit(random, data)
        try:
            text, data = apply(text, data, [edit], key_order)
        except Refused:
            continue
        chain.append(edit)
    note(f"{start}\n{chain}")
    new, read = apply(start, tomli.loads(start), chain, key_order)
    assert new == text
    assert typed(read) == typed(data)


@QUICK
@given(SEEDS)
def test_in_a_plan_with_one_style_nothing_sensible_is_refused(seed: int) -> None:
    random = Random(seed)
    text = "".join(f"[[panels]]\nid = {index}\n# c{index}\nroles = [1, 2]\n\n" for index in range(1, 4))
    data: dict[str, object] = tomli.loads(text)
    for _ in range(4):
        index = random.randrange(3)
        edit: Edit = random.choice(
            (
                Set(("panels", index, random.choice(NAMES)), some_value(random)),
                Insert(("panels",), index, {"id": some_value(random)}),
                Set(("event", random.choice(NAMES)), some_value(random)),
                Comment(("panels", index), ["new"]),
            )
        )
        note(f"{text}\n{edit}")
        text, data = check(text, data, edit)
