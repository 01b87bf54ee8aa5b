"""Whatever the plan and whatever is done to it: answers follow their entries, an id is renamed everywhere, undo undoes."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random

import tomli
from hypothesis import given, note
from tests.plan.random_plans import QUICK, SEEDS, paths

from eventreview.plan.companions import apply
from eventreview.plan.edit import Refused
from eventreview.plan.edits import Edit, Insert, Move, Remove, Rename, Set, same, value_at
from eventreview.plan.file import read_bytes
from eventreview.plan.model import key_order
from eventreview.plan.positions import Path
from eventreview.plan.references import owners
from eventreview.plan.toml import block, written
from eventreview.review.history import Step

REFERENCES = {
    "organisations": ("led_by_verified_by", "member_of"),
    "panels": ("proposed_by", "agenda_set_with"),
    "speakers": ("organisation", "chosen_by", "replaces"),
    "decisions": ("made_by", "ref"),
    "sponsors": ("organisation",),
    "lessons": ("raised_by",),
    "statements": ("drafters", "supplement_to"),
    "judgements": ("by",),
    "waivers": ("agreed_by",),
}
MANY = ("member_of", "proposed_by", "agenda_set_with", "made_by", "drafters")
ARRAYS = tuple(table for table in REFERENCES if table != "speakers")
WITH_IDS = ("organisations", "panels", "statements", "speakers")


class Draw:
    """Draws plans whose entries are numbered in their notes, with answers that name them, and edits of them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0

    def entry(self, table: str, ids: list[str], named: list[str]) -> dict[str, object]:
        """An entry; `named`: what an answer may name."""
        self.count += 1
        entry: dict[str, object] = {"notes": f"n{self.count}"}
        if table in WITH_IDS and self.random.random() < 0.7:
            entry["id"] = self.random.choice(ids)
        if table in ("judgements", "waivers"):
            entry["at"] = self.random.choice(named)
        for key in REFERENCES[table]:
            entry[key] = self.random.choices(ids, k=2) if key in MANY else self.random.choice(ids)
        if table == "panels" and self.random.random() < 0.7:
            entry["speakers"] = [self.entry("speakers", ids, named) for _ in range(self.random.randrange(4))]
        return entry

    def plan(self) -> str:
        """Some arrays inline, some with headers; comments beside every header."""
        ids = [f"i{number}" for number in range(12)]
        inline, headed = ["format = 1"], list[str]()
        named = [*ids, "plan", "nothing", *(f"{table}[{index}]" for table in ARRAYS for index in range(4))]
        named += [f"panels[{panel}].speakers[{index}]" for panel in range(2) for index in range(3)]
        for table in ARRAYS:
            entries = [self.entry(table, ids, named) for _ in range(self.random.randrange(5))]
            if self.random.random() < 0.3:
                lines = [f"  {written(entry, (table, 0), key_order)}, # c" for entry in entries]
                inline.append("\n".join([f"{table} = [", *lines, "]"]))
            else:
                for entry in entries:
                    headed += ["", f"# c {table}", *block(f"[[{table}]]", entry, (table, 0), key_order, ("", ""))]
        return self.random.choice(("\n", "\r\n")).join([*inline, *headed, ""]).replace("\r\r", "\r")

    def edit(self, data: dict[str, object]) -> Edit:
        """An edit of an array, an entry or an id."""
        owned = list(owners(data).owner)
        path: Path = (self.random.choice(ARRAYS),)
        panels = data.get("panels")
        if isinstance(panels, list) and panels and self.random.random() < 0.3:
            path = ("panels", self.random.randrange(len(panels)), "speakers")
        array = value_at(data, path)
        length = len(array) if isinstance(array, list) else 0
        kind = self.random.randrange(8)
        if kind == 0 and owned:
            return Rename(self.random.choice(owned), self.random.choice((f"new-{self.count}", "i3")))
        if kind == 1 and length:
            return Remove((*path, self.random.randrange(length)))
        if kind == 2 and length:
            return Set((*path, self.random.randrange(length), "id"), self.random.choice(("i1", "i2", "i99")))
        if kind == 3 and length and self.random.random() < 0.3:
            return Remove(path)
        if kind < 6 and length:
            return Move(path, self.random.randrange(length), self.random.randrange(length))
        return Insert(path, self.random.randint(0, length), self.entry(str(path[-1]), ["i1", "i7", "i98"], ["plan"]))


def objects(text: str) -> dict[str, str]:
    """The numbers of the entries by their addresses, as the reader gives them."""
    file = read_bytes("plan.toml", text.encode())
    assert file.plan is not None
    found: dict[str, str] = {}
    for path, table in file.tables.items():
        if path and isinstance(path[-1], int):
            found[table.at] = str(value_at(file.values, (*path, "notes")))
    return found


def answers(text: str) -> dict[str, str]:
    """What each answer says in `at`, by its number."""
    data = tomli.loads(text)
    return {each["notes"]: each["at"] for table in ("judgements", "waivers") for each in data.get(table, [])}


def standing(text: str, at: str) -> str:
    """The number of the entry at the place that an address spells, whether that is its address or not."""
    steps = [int(number) if number else name for name, number in re.findall(r"([a-z]+)|\[(\d+)\]", at)]
    return str(value_at(tomli.loads(text), (*steps, "notes")))


def edited(text: str, edit: Edit) -> str:
    new, data = apply(text, tomli.loads(text), [edit])
    assert same(tomli.loads(new), data)
    return new


def check(text: str, edit: Edit) -> str:
    """Make one edit, and hold what it did to answers and references against the laws."""
    new = edited(text, edit)
    before, after, there = objects(text), objects(new), answers(new)
    left = set(after.values())
    for number, at in answers(text).items():
        if number not in there:
            continue
        meant = before.get(at)
        if meant in left and meant is not None:
            assert after.get(there[number]) == meant, "an answer follows its entry"
        elif meant is not None:
            assert there[number] not in after, "the answer about what is gone is nobody's"
        elif "[" in at:
            assert after.get(there[number]) in (None, standing(text, at)), "nothing else takes an answer over"
    if isinstance(edit, Rename) and edit.new != edit.old:
        data = tomli.loads(new)
        named = [path for path in paths(data) if value_at(data, path) == edit.old]
        assert all(path[-1] == "id" or path[-1] == "at" for path in named), "every reference is renamed"
    return new


@QUICK
@given(SEEDS)
def test_answers_follow_their_entries_whatever_is_done(seed: int) -> None:
    random = Random(seed)
    draw = Draw(random)
    first = text = draw.plan()
    steps: list[Step] = []
    for _ in range(5):
        edit = draw.edit(tomli.loads(text))
        note(f"{text}\n{edit}")
        with suppress(Refused):
            new = check(text, edit)
            steps.append(Step(text, new, ""))
            text = new
    last = text
    for step in reversed(steps):
        text = step.undone(text)
    assert text == first, "undo all: the first bytes"
    for step in steps:
        text = step.redone(text)
    assert text == last, "redo all: the last"
