"""Where a person would put or take something in the text: lines under headers, blocks, items in brackets."""

from __future__ import annotations

from eventreview.plan.edit.page import Page, Splice
from eventreview.plan.edit.refused import Refused
from eventreview.plan.edit.toml import block, header, key, written
from eventreview.plan.edits import Comment, Insert, Remove, Set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.edit.toml import KeyOrder
    from eventreview.plan.edits import Edit
    from eventreview.plan.positions import Node


def splices(page: Page, edit: Edit, key_order: KeyOrder) -> list[Splice]:
    """The splices that make the edit. Raises Refused."""
    node = page.at.node(edit.path)
    if isinstance(edit, Comment):
        return [_comment(page, edit)]
    if isinstance(edit, Remove):
        return _removed(page, edit, node)
    if isinstance(edit, Insert):
        return _inserted(page, edit, node, key_order)
    return [replaced(page, edit, node, key_order)] if node is not None else _added(page, edit, key_order)


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
        last = len(page.text) if around is page.at.root else page.bottom(_body_end(page.runs(edit.path[:-1])[0]))
        return [_add_block(page, last, new)]
    if node is None:
        raise Refused("shape", edit.path)
    like = node.items[min(edit.index, len(node.items) - 1)]
    new = block(page.text[like.at : like.to], edit.value, entry, key_order, _indents(page, like))
    if edit.index < len(node.items):
        return [_add_block(page, page.top(like.at), new)]
    return [_add_block(page, page.bottom(_body_end(page.runs((*edit.path, edit.index - 1))[-1])), new)]


def _indents(page: Page, table: Node) -> tuple[str, str]:
    """The indents of the header and of the keys of a table, to be copied."""
    if table is page.at.root:
        return "", ""
    return page.indent(table.at), page.indent(_begin(table.items[0]) if table.items else table.at)


def _removed(page: Page, edit: Remove, node: Node | None) -> list[Splice]:
    if node is None or not edit.path:
        raise Refused("absent", edit.path)
    if node.kind == "table":
        return [_remove_block(page, tables) for tables in page.runs(edit.path)]
    holder = page.holder(edit.path)
    if holder.kind == "table":
        return [_remove_lines(page, node.begin, node.to)]
    return _remove_item(page, holder, node)


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


def _begin(node: Node) -> int:
    """Where an item starts: its key, or its value where it has none."""
    return node.begin if node.begin >= 0 else node.at


def _body_end(tables: Sequence[Node]) -> int:
    """The offset after the last entry of tables with headers that stand together, or after the last header."""
    return tables[-1].items[-1].to if tables[-1].items else tables[-1].to


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
    """Take out tables that stand together, from the first header to the last entry.

    Comments above the header and below the last entry stay; of two blank lines that would meet, one goes.
    """
    start, end = page.start(tables[0].at), page.end(_body_end(tables))
    if not start or page.is_blank(start - 1):
        if page.is_blank(end):
            end = page.end(end)
        elif start and end == len(page.text):
            start = page.start(start - 1)
    return start, end, ""


def _add_item(page: Page, holder: Node, index: int, put: str) -> list[Splice]:
    """Put an element or `key = value` before the item at `index`, or at the end, in the style of its neighbours."""
    if not holder.items:
        first, last = holder.at + 1, holder.to - 1
        if page.text[first:last].strip():  # comments
            last = first
        return [(first, last, put if holder.kind == "array" else f" {put} ")]
    if not index:
        start = _begin(holder.items[0])
        alone = page.starts_here(start)
        return [page.add_lines(page.top(start), [f"{put},"], start) if alone else (start, start, f"{put}, ")]
    item = holder.items[index - 1]
    comma = page.comma(item.to)
    end = max(item.to, comma + 1)
    if not (page.starts_here(_begin(item)) and page.ends_here(end)) or page.end(item.to) != page.end(end):
        return [(item.to, item.to, f", {put}")]
    line = page.add_lines(page.end(end), [put if comma < 0 else f"{put},"], _begin(item))
    return [line] if comma >= 0 else [(item.to, item.to, ","), line]


def _remove_item(page: Page, holder: Node, item: Node) -> list[Splice]:
    """Take an item out with its comma; a comment on its line stays, on a line of its own."""
    index = holder.items.index(item)
    start, comma = _begin(item), page.comma(item.to)
    end = max(item.to, comma + 1)
    before = page.comma(holder.items[index - 1].to) if index and comma < 0 else -1  # the item before is the last then
    if len(holder.items) == 1 and not page.comments.intersection(range(holder.at, holder.to)):
        return [(holder.at + 1, holder.to - 1, "")]
    if page.starts_here(start) and page.ends_here(end) and page.end(item.to) == page.end(end):
        splices = [_remove_lines(page, start, end)]
    elif before >= 0 and not page.text[before + 1 : start].strip():
        return [(before, item.to, "")]
    elif not page.text[item.to : end].strip(" \t\r\n,"):
        splices = [(start, page.skip(end) if comma >= 0 else end, "")]
    else:
        splices = [(start, item.to, ""), (comma, end, "")]
    return splices + ([(before, before + 1, "")] if before >= 0 else [])
