"""What each part of a TOML text is, for colouring it: by tree-sitter, where the optional extra is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec

from eventreview.report.quote import BLANK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tree_sitter import Node

KEY, HEADER, STRING, NUMBER, COMMENT = KINDS = ("key", "header", "string", "number", "comment")
# Above this a text isn't coloured: it would cost a person more waiting than it helps them to read.
MOST_LINES = 5_000
_KINDS = {
    "comment": COMMENT,
    "bare_key": KEY,
    "quoted_key": KEY,
    "string": STRING,
    "integer": NUMBER,
    "float": NUMBER,
    "boolean": NUMBER,
    "offset_date_time": NUMBER,
    "local_date_time": NUMBER,
    "local_date": NUMBER,
    "local_time": NUMBER,
}
_HEADERS = ("table", "table_array_element")
# What is blanked is no TOML; a word of the same length that may stand where a key or a value does keeps the rest readable.
_STAND_IN = "1" * len(BLANK)

Part = tuple[int, int, str]
"""First character, the one after the last, and the kind of a part of a line."""


def is_installed() -> bool:
    """Whether the optional extra is there."""
    return find_spec("tree_sitter") is not None and find_spec("tree_sitter_toml") is not None


def parts_of(lines: Sequence[str]) -> dict[int, list[Part]]:
    """The parts of each line, by its index; nothing without the extra, or for more than `MOST_LINES` lines."""
    if len(lines) > MOST_LINES or not is_installed():
        return {}
    import tree_sitter_toml
    from tree_sitter import Language, Parser

    lines = [line.replace(BLANK, _STAND_IN) for line in lines]
    tree = Parser(Language(tree_sitter_toml.language())).parse("\n".join(lines).encode(errors="replace"))
    found: dict[int, list[Part]] = {}
    for node, kind in _told(tree.root_node):
        (first, begin), (last, end) = node.start_point, node.end_point
        for row in range(first, min(last, len(lines) - 1) + 1):
            line = lines[row]
            start = _characters(line, begin) if row == first else 0
            stop = _characters(line, end) if row == last else len(line)
            if start < stop:
                found.setdefault(row, []).append((start, stop, kind))
    return found


def _told(root: Node) -> Iterator[tuple[Node, str]]:
    """The nodes that have a kind, in the order of the text."""
    waiting: list[tuple[Node, bool]] = [(root, False)]
    while waiting:
        node, in_header = waiting.pop()
        kind = _KINDS.get(node.type)
        if kind is not None:
            yield node, HEADER if in_header and kind == KEY else kind
            continue
        is_header = node.type in _HEADERS or (in_header and node.type == "dotted_key")
        waiting += [(child, is_header) for child in reversed(node.children)]


def _characters(line: str, column: int) -> int:
    """A column in bytes as one in characters."""
    return column if line.isascii() else len(line.encode(errors="replace")[:column].decode(errors="ignore"))
