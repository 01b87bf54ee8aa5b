"""Plans and values by chance: written in every style that the format allows, with numbered comments everywhere."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator
from random import Random

import tomli
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from eventreview.plan.positions import Path

SEEDS = st.integers(0, 2**64 - 1)
EXAMPLES = max(settings().max_examples, 300)
QUICK = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


def nearly(random: Random, value: object) -> object:
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
