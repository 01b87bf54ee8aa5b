"""Where a person would put or take something in the text: lines under headers, blocks, items in brackets."""

from __future__ import annotations

from eventreview.plan.edit.page import Page, Splice, begin, body_end, splice, whole_lines
from eventreview.plan.edits import Comment, Insert, Move, Remove, Set
from eventreview.plan.refused import Refused
from eventreview.plan.toml import block, header, key, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.positions import Node, Span
    from eventreview.plan.toml import KeyOrder


def splices(page: Page, edit: Edit, key_order: KeyOrder) -> list[Splice]:
    """The splices that make the edit. Raises Refused."""
    node = page.at.node(edit.path)
    if isinstance(edit, Comment):
        return [_comment(page, edit)]
    if isinstance(edit, Remove):
        return _removed(page, edit, node)
    if isinstance(edit, Insert):
        return _inserted(page, edit, node, key_order)
    if isinstance(edit, Move):
        return _moved(page, edit, node)
    if isinstance(edit, Set):
        return [replaced(page, edit, node, key_order)] if node is not None else _added(page, edit, key_order)
    raise Refused("absent", edit.path)  # a Rename: it has no place of its own


def replaced(page: Page, edit: Set, node: Node, key_order: KeyOrder) -> Splice:
    """A new value in the place of the old one; a string over several lines may stay one."""
    quoted = page.text.startswith(('"""', "'''"), node.at)
    multiline = quoted and isinstance(edit.value, str) and "\r" not in edit.value
    text = written(edit.value, edit.path, key_order, multiline=multiline)
    return node.at, node.to, text.replace("\n", page.line_end(node.at))


def _added(page: Page, edit: Set, key_order: KeyOrder) -> list[Splice]:
    """A key that wasn't there, in a table that is."""
    *around, name = edit.path
    table = page.at.node(tuple(around))
    if table is None or not isinstance(name, str) or table.kind not in ("table", "inline", "implicit"):
        raise Refused("not-a-table", edit.path)
    if isinstance(edit.value, dict) and not around:
        return [_add_block(page, len(page.text), block(f"[{key(name)}]", edit.value, edit.path, key_order, ("", "")))]
    pair = f"{key(name)} = {written(edit.value, edit.path, key_order)}"
    after, before = _beside(table, name, key_order(tuple(around)))
    if table.kind == "implicit":
        after = next((node for node in reversed(table.keys.values()) if node.begin >= 0), None)
        if after is None:
            raise Refused("shape", edit.path)
        pair = page.text[after.begin : after.key_at] + pair
    holder = page.holder(edit.path)
    if holder.kind == "table":
        return [_add_lines(page, holder, (after, before), [pair])]
    items = holder.items
    index = items.index(after) + 1 if after is not None else items.index(before) if before is not None else len(items)
    return _add_item(page, holder, index, pair)


def _inserted(page: Page, edit: Insert, node: Node | None, key_order: KeyOrder) -> list[Splice]:
    """An element or entry in an array, or the first entry of one that wasn't there."""
    entry = (*edit.path, edit.index)
    if node is not None and node.kind == "array":
        return _add_item(page, node, edit.index, written(edit.value, entry, key_order))
    if not isinstance(edit.value, dict):
        raise Refused("not-an-entry", edit.path)
    around = page.at.node(edit.path[:-1])
    if node is None and around is not None and around.kind == "table":
        new = block(header(edit.path), edit.value, entry, key_order, _indents(page, around))
        last = len(page.text) if around is page.at.root else page.bottom(body_end(page.runs(edit.path[:-1])[0]))
        return [_add_block(page, last, new)]
    if node is None:
        raise Refused("shape", edit.path)
    like = node.items[min(edit.index, len(node.items) - 1)]
    new = block(page.text[like.at : like.to], edit.value, entry, key_order, _indents(page, like))
    if edit.index < len(node.items):
        return [_add_block(page, page.top(like.at), new)]
    return [_add_block(page, page.bottom(body_end(page.runs((*edit.path, edit.index - 1))[-1])), new)]


def _indents(page: Page, table: Node) -> tuple[str, str]:
    """The indents of the header and of the keys of a table, to be copied."""
    if table is page.at.root:
        return "", ""
    return page.indent(table.at), page.indent(begin(table.items[0]) if table.items else table.at)


def _removed(page: Page, edit: Remove, node: Node | None) -> list[Splice]:
    if node is None or not edit.path:
        raise Refused("absent", edit.path)
    if node.kind == "table":
        return [_remove_block(page, tables) for tables in page.runs(edit.path)]
    holder = page.holder(edit.path)
    if holder.kind == "table":
        return [_remove_lines(page, node.begin, node.to)]
    return _remove_item(page, holder, node)


def _moved(page: Page, edit: Move, node: Node | None) -> list[Splice]:
    """What moves is cut out with its comments, and put in again beyond what it passes."""
    if node is None or edit.index == edit.to:
        return []
    down, ends = edit.to > edit.index, (edit.index, edit.to)
    commas: list[Splice] = []
    if node.kind == "tables":
        both = [[page.block(run[0].at, body_end(run)) for run in page.runs((*edit.path, index))] for index in ends]
        return _carry(page, both[0], both[1][-1][1] if down else both[1][0][0], down, commas)
    passed = node.items[min(ends) : max(ends) + 1]
    if not all(page.alone(item.at, item.to) for item in passed):
        return _exchange(page, edit, node, passed, down)
    if page.comma(passed[-1].to) < 0:  # the last one has none: the new last one won't either
        comma = page.comma((passed[0] if down else passed[-2]).to)
        commas = [(passed[-1].to, passed[-1].to, ","), (comma, comma + 1, "")]
    block, beyond = (page.block(node.items[index].at, node.items[index].to) for index in ends)
    return _carry(page, [block], beyond[1 if down else 0], down, commas)


def _comment(page: Page, edit: Comment) -> Splice:
    if edit.path and edit.path[0] not in page.at.root.keys:
        return _add_block(page, len(page.text), edit.lines)
    length = len(edit.path)
    while (table := page.at.node(edit.path[:length])) is None or table.kind != "table":
        length -= 1
    if not table.items:
        return _add_lines(page, table, (None, None), edit.lines)
    last = table.items[-1]
    return page.add_lines(page.bottom(last.to), edit.lines, last.begin)


_Beside = tuple["Node | None", "Node | None"]
"""The entry to come after, or else the entry to come before."""


def _beside(table: Node, name: str, order: Sequence[str]) -> _Beside:
    """Beside which entry of the table `name` belongs; an unknown name comes last."""
    if name not in order:
        return (table.items[-1] if table.items else None), None
    at = list(order).index(name)
    for other in reversed(order[:at]):
        if (node := table.keys.get(other)) and node.begin >= 0:
            return node, None
    for other in order[at + 1 :]:
        if (node := table.keys.get(other)) and node.begin >= 0:
            return None, node
    return None, None


def _add_lines(page: Page, table: Node, where: _Beside, lines: Sequence[str]) -> Splice:
    """Put lines into the body of a table with a header, or of the root; beside no entry, right after the header."""
    after, before = where
    if after is not None:
        return page.add_lines(page.end(after.to), lines, after.begin)
    if before is not None:
        return page.add_lines(page.top(before.begin), lines, before.begin)
    if table is not page.at.root:
        return page.add_lines(page.end(table.to), lines, table.at)
    if len(page.at.sections) == 1:
        return page.add_lines(len(page.text), lines)
    return page.add_lines(page.top(page.at.sections[1][1].at), [*lines, ""])


def _remove_lines(page: Page, start: int, end: int) -> Splice:
    """Take out an entry or item and its lines; a comment behind it stays, alone."""
    comment = page.skip(end)
    return (start, comment, "") if comment in page.comments else (page.start(start), page.end(end), "")


def _add_block(page: Page, at: int, lines: Sequence[str]) -> Splice:
    """Put lines at the start of a line or the end of the file, blank lines around them."""
    above = [""] if at and not page.is_blank(at - 1) else []
    below = [""] if at < len(page.text) and not page.is_blank(at) else []
    return page.add_lines(at, [*above, *lines, *below])


def _remove_block(page: Page, tables: Sequence[Node]) -> Splice:
    """Take out tables that stand together, from the first header to the last entry; comments around them stay."""
    return page.closed(page.start(tables[0].at), page.end(body_end(tables)))


def _add_item(page: Page, holder: Node, index: int, put: str) -> list[Splice]:
    """Put an element or `key = value` before the item at `index`, or at the end, in the style of its neighbours."""
    if not holder.items:
        first, last = holder.at + 1, holder.to - 1
        if page.text[first:last].strip():  # comments
            last = first
        return [(first, last, put if holder.kind == "array" else f" {put} ")]
    before = holder.items[index - 1]
    comma = page.comma(before.to) if index else -1
    if index and page.alone(begin(before), before.to):
        line = page.add_lines(page.end(before.to), [put if comma < 0 else f"{put},"], begin(before))
        return [line] if comma >= 0 else [(before.to, before.to, ","), line]
    if index < len(holder.items):
        start = begin(holder.items[index])
        alone = page.starts_here(start)
        return [page.add_lines(page.top(start), [f"{put},"], start) if alone else (start, start, f"{put}, ")]
    last = holder.to - 1
    if page.text[before.to : last].strip(" \t\r\n,"):  # a comment
        return [(last, last, put if comma >= 0 else f", {put}")]
    return [(before.to, before.to, f", {put}")]


def _remove_item(page: Page, holder: Node, item: Node) -> list[Splice]:
    """Take an item out with its comma; a comment on its line stays, on a line of its own."""
    index = holder.items.index(item)
    start, comma = begin(item), page.comma(item.to)
    before = page.comma(holder.items[index - 1].to) if index and comma < 0 else -1  # the item before is the last then
    if len(holder.items) == 1 and not page.comments.intersection(range(holder.at, holder.to)):
        return [(holder.at + 1, holder.to - 1, "")]
    if before >= 0 and not page.text[before + 1 : start].strip(" \t"):
        return [(before, item.to, "")]
    last = [(before, before + 1, "")] if before >= 0 else []
    if page.alone(start, item.to):
        return [*last, _remove_lines(page, start, max(item.to, comma + 1))]
    if comma >= 0 and page.text[item.to : comma].strip():  # a comment
        last = [(comma, comma + 1, "")]
    return [*last, (start, page.skip(comma + 1) if comma >= 0 and not last else item.to, "")]


def _carry(page: Page, blocks: Sequence[Span], to: int, down: bool, commas: Sequence[Splice]) -> list[Splice]:
    """Take whole lines to where the line at `to` starts, with the blank ones between them and what they pass.

    blocks: the tables of an entry may stand apart; they come together.
    """
    (start, end), *others = blocks
    above, below = start, end
    while down and page.is_blank(below):
        below = page.end(below)
    while not down and page.is_blank(above - 1):
        above = page.start(above - 1)
    blank = whole_lines(page.text[end:below] + page.text[above:start])
    inside = [(first - start, last - start, put) for first, last, put in commas if start <= first < end]
    lines = whole_lines(splice(page.text[start:end], inside))
    for first, last in others:
        lines += ["", *whole_lines(page.text[first:last])]
    if below == len(page.text) and not page.text.endswith("\n"):
        above = len(page.text[:above].removesuffix("\n").removesuffix("\r"))  # the end of a file stays as it is
    return [
        (above, below, ""),
        *(page.closed(*other) for other in others),
        *(one for one in commas if not start <= one[0] < end),
        page.add_lines(to, [*blank, *lines] if down else [*lines, *blank]),
    ]


def _exchange(page: Page, edit: Move, holder: Node, passed: Sequence[Node], down: bool) -> list[Splice]:
    """The values change places; commas, blanks and line ends stay. Refused where a comment is: whose is it?"""
    around = range(max(page.top(passed[0].at), holder.at), min(page.end(passed[-1].to), holder.to))
    if page.comments.intersection(around).difference(*(range(item.at, item.to) for item in passed)):
        raise Refused("shared-lines", edit.path)
    texts = [page.text[item.at : item.to] for item in passed]
    turned = [*texts[1:], texts[0]] if down else [texts[-1], *texts[:-1]]
    return [(item.at, item.to, text) for item, text in zip(passed, turned, strict=True)]
