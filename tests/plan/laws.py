"""What must be true of every edit: the data are as meant, the comments live beside what they stood by, the rest stays."""

from __future__ import annotations

import copy
from typing import Any

import tomli
from tests.plan.comments import attached
from tests.plan.random_plans import key_order, typed

from eventreview.plan.edit import apply
from eventreview.plan.edits import Comment, Edit, Insert, Move, Remove, Rename, Set
from eventreview.plan.positions import Node, Path, scan


def meant(data: dict[str, object], edit: Edit) -> list[object]:
    """What the data may be after the edit, worked out plainly. What is emptied may go, if it has no header."""
    if isinstance(edit, Comment | Rename):
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
    elif isinstance(edit, Move):
        holder[last].insert(edit.to, holder[last].pop(edit.index))
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
    if node is not None and isinstance(edit, Move):
        return between(text, edit)
    if node is None or isinstance(edit, Insert | Comment):
        return None
    tables = [table for path, table in at.sections if path[: len(edit.path)] == edit.path]
    if node.kind != "table" or not edit.path:
        return 0, len(text)
    first, last = text.rfind("\n", 0, tables[0].at) + 1, body_end(text, tables[-1])
    return len(text[:first].rstrip()), len(text) - len(text[last:].lstrip())


def between(text: str, edit: Move) -> tuple[int, int]:
    """From the comments above the first of two entries with headers to those below the last one."""
    ends = sorted((edit.index, edit.to))
    tables = [
        table
        for path, table in scan(text).sections
        if any(path[: len(edit.path) + 1] == (*edit.path, index) for index in ends)
    ]
    start, end = text.rfind("\n", 0, tables[0].at) + 1, body_end(text, tables[-1])
    while start and text[text.rfind("\n", 0, start - 1) + 1 : start].lstrip()[:1] in ("#", ""):
        start = text.rfind("\n", 0, start - 1) + 1
    while end < len(text) and text[end : line_end(text, end)].lstrip()[:1] in ("#", ""):
        end = line_end(text, end)
    return len(text[:start].rstrip()), end


def followed(path: Path, edit: Edit) -> Path | None:
    """Where what stands at a path stands after the edit; None where the edit takes it, or sets what is around it."""
    depth = len(edit.path)
    if isinstance(edit, Set | Remove) and path[:depth] == edit.path:
        return None
    array = edit.path[:-1] if isinstance(edit, Remove) else edit.path
    step = path[len(array)] if path[: len(array)] == array and len(path) > len(array) else None
    if not isinstance(step, int):
        return path
    last = edit.path[-1] if isinstance(edit, Remove) else 0
    ends = (edit.index, edit.to) if isinstance(edit, Move) else (0, 0)
    order = list(range(max(step, *ends, last if isinstance(last, int) else 0) + 1))
    if isinstance(edit, Insert):
        order.insert(edit.index, -1)
    elif isinstance(edit, Remove):
        order = [each for each in order if each != last]
    elif isinstance(edit, Move):
        order.insert(edit.to, order.pop(edit.index))
    return (*array, order.index(step), *path[len(array) + 1 :])


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
    left, there = ([each for each in numbers(some) if each not in gone] for some in (text, new))
    assert (sorted(left) == sorted(there)) if isinstance(edit, Move) else (left == there), "comments live"
    beside = attached(new, head=True)
    for comment, path in attached(text).items():
        now = followed(path, edit)
        if comment not in gone and now is not None:
            assert beside.get(comment) == now, "a comment stays beside what it stood by"
    around = stays(text, edit)
    if around is None:
        assert grown(text, new), "the text only grew"
    else:
        assert new.startswith(text[: around[0]]), "what stands before stays"
        assert new.endswith(text[around[1] :]), "what stands after stays"
    if isinstance(edit, Set):
        assert apply(new, read, [edit], key_order)[0] == new, "once set, it is set"
    return new, read
