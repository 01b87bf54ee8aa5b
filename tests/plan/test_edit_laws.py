"""Whatever the plan and whatever the chain of edits: the data are as meant, every comment lives, the rest stays put."""

from __future__ import annotations

from contextlib import suppress
from random import Random

import tomli
from hypothesis import given, note
from tests.plan.laws import check
from tests.plan.random_plans import NAMES, QUICK, SEEDS, at_path, key_order, nearly, paths, some_plan, some_value, typed

from eventreview.plan.edit import Refused, apply
from eventreview.plan.edits import Comment, Edit, Insert, Move, Remove, Set
from eventreview.plan.positions import Path


def some_edit(random: Random, data: dict[str, object]) -> Edit:
    arrays = [path for path in paths(data) if isinstance(here := at_path(data, path), list) and len(here) > 1]
    if arrays and random.random() < 0.25:
        return some_move(random, data, random.choice(arrays))
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
        return Set(path, nearly(random, here))
    return Set(path, some_value(random))


def some_move(random: Random, data: dict[str, object], path: Path) -> Edit:
    array = at_path(data, path)
    assert isinstance(array, list)
    return Move(path, random.randrange(len(array)), random.randrange(len(array)))


def some_set(random: Random, data: dict[str, object]) -> Edit:
    known = [path for path in paths(data) if path and not isinstance(at_path(data, path), dict | list)]
    return Set(random.choice(known), some_value(random, 1)) if known else Comment((), ["nothing to set"])


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
                Move(("panels",), index, random.randrange(3)),
            )
        )
        note(f"{text}\n{edit}")
        text, data = check(text, data, edit)


@QUICK
@given(SEEDS)
def test_a_move_and_its_return_leave_no_trace(seed: int) -> None:
    random = Random(seed)
    apart, end = random.choice(("", "\n", "\n\n")), random.choice(("\n", "\r\n"))
    entries = [
        f"# c{each}\n[[panels]] # d{each}\nid = {each}\n# e{each}\nroles = [1, {{ a = 2 }}]\n" for each in "1234"
    ]
    entries = [entry + random.choice(("", apart + "[[panels.speakers]]\nid = 0\n")) for entry in entries]
    wide = "a = [\n" + "".join(f"  # f{each}\n  {each}, # g{each}\n" for each in "123") + "  4"
    text = wide + random.choice(("", ",", ", # g4")) + "\n]\n\n" + apart.join(entries)
    text = random.choice((text, text.rstrip("\n"), text + "\n[event]\n")).replace("\n", end)
    data: dict[str, object] = tomli.loads(text)
    path: Path = (random.choice(("a", "panels")),)
    here, there = random.randrange(4), random.randrange(4)
    note(f"{text}\n{path} {here} {there}")
    new, read = check(text, data, Move(path, here, there))
    assert check(new, read, Move(path, there, here))[0] == text
