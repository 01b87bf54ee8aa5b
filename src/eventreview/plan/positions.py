"""Where each key, value and header of a plan stands in its text.

The text is scanned only when something needs a line or an edit, and only after the TOML parser has accepted it: the
scanner checks nothing, it finds. Offsets count code points of the text as read (CRLF kept, byte order mark gone).
"""

from __future__ import annotations

from eventreview.plan.garbage import Uncollected

Path = tuple[str | int, ...]
"""A place in the data: keys and indexes from the root, `("panels", 0, "id")`; `()` is the root."""

Span = tuple[int, int]
"""First offset, and the offset after the last one."""

_SCALAR = (
    r'"""[^"\\]*+(?:(?:\\.|"{1,2}(?!"))[^"\\]*+)*+"{3,5}'
    r"|'''[^']*+(?:'{1,2}(?!')[^']*+)*+'{3,5}"
    r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
    r"|'[^'\n]*+'"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9:.]++(?:[Zz]|[+-][0-9:]++)?"
    r"|[^ \t\r\n,#\[\]{}\"']++"
)
_FLAT = (  # an array or inline table that holds neither another one nor a comment
    r"""[\[{](?:[^\[\]{}"'#]++|"(?!"")[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'(?!'')[^'\n]*+')*+[\]}]"""
)
_ITEM = rf"(?s)[ \t\r\n,]*+()({_SCALAR}|{_FLAT})?"
_ENTRY = rf"(?s)[ \t\r\n,]*+(?:([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+({_SCALAR}|{_FLAT})?)?"
_KEY_PART = r"""[ \t]*+([A-Za-z0-9_-]++|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*+')[ \t]*+([.=\]])[ \t]*+"""


class Node:
    """One value, table or array of the text.

    `kind` is `scalar`, `array` or `inline` for what stands after a key or in an array, `table` for a header and its
    body, `tables` for an array of tables, `implicit` for a table that only a dotted key or a longer header names.
    `at, to` is the span of the value or the header; of the first mention, when implicit. `begin` is where its
    `key = value` starts and `key_at, key_to` the last part of the key: -1 without one. `keys` are the children by
    name; `items` those by index, and of a table its own `key = value` entries in the order of the text.
    """

    __slots__ = ("at", "begin", "items", "key_at", "key_to", "keys", "kind", "to")

    def __init__(self, kind: str, at: int, to: int, begin: int = -1, key_at: int = -1, key_to: int = -1) -> None:
        self.kind = kind
        self.at = at
        self.to = to
        self.begin = begin
        self.key_at = key_at
        self.key_to = key_to
        self.keys: dict[str, Node] = _NO_KEYS
        self.items: list[Node] = _NO_ITEMS

    def open(self) -> Node:
        """Itself, now able to hold children."""
        self.keys, self.items = {}, []
        return self


_NO_KEYS: dict[str, Node] = {}  # what a scalar has; never written to
_NO_ITEMS: list[Node] = []
_UNREAD: list[Node] = []  # the items of a flat array or inline table until `Positions.node` meets it
_KINDS = {"[": "array", "{": "inline"}


class Positions:
    """What `scan` found. Paths that aren't in the text give None, never an error."""

    __slots__ = ("_places", "_starts", "comments", "root", "sections", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node("table", 0, 0).open()
        self.sections: list[tuple[Path, Node]] = [((), self.root)]
        """The root and the tables that have a header, in the order of the text."""
        self.comments: list[Span] = []
        """From # to the end of the line."""
        self._starts: list[int] | None = None
        self._places: dict[Path, tuple[int, int, int, int] | None] = {}

    def node(self, path: Path) -> Node | None:
        """What stands at this path."""
        node: Node | None = self.root
        for part in path:
            if node is not None:
                node = self._child(node, part)
        if node is not None and node.items is _UNREAD:
            _read(self, node.open(), node.at + 1)
        return node

    def _child(self, node: Node, part: str | int) -> Node | None:
        """What stands under one key or index of a node."""
        if node.items is _UNREAD:
            _read(self, node.open(), node.at + 1)
        if isinstance(part, str):
            return node.keys.get(part)
        if node.kind in ("array", "tables") and 0 <= part < len(node.items):
            return node.items[part]
        return None

    def key(self, path: Path) -> Span | None:
        """The key as written, quotes included; of a dotted key its last part."""
        node = self.node(path)
        return None if node is None or node.begin < 0 else (node.key_at, node.key_to)

    def value(self, path: Path) -> Span | None:
        """The value as written: a scalar, an array in brackets or an inline table."""
        node = self.node(path)
        return None if node is None or node.kind not in ("scalar", "array", "inline") else (node.at, node.to)

    def header(self, path: Path) -> Span | None:
        """`[event]` or `[[panels]]` from bracket to bracket; of an inline table its opening brace."""
        node = self.node(path)
        if node is None or not path:
            return None
        if node.kind == "inline":
            return node.at, node.at + 1
        return (node.at, node.to) if node.kind == "table" else None

    def entry(self, path: Path) -> Span | None:
        """The whole `key = value`, without indent and comment."""
        node = self.node(path)
        return None if node is None or node.begin < 0 else (node.begin, node.to)

    def where(self, path: Path) -> tuple[int, int, int, int] | None:
        """Line, column, end line and end column to show for this path; the end column is one past the last character.

        A key that is there: from its key to the end of its value, over several lines if need be. A table or an entry:
        its header, or the opening brace. A table that has no header: the first entry or header that names it.
        An absent key: the place of the nearest table around it, 1:1 for a key of the root. None when nothing but
        the root is around a longer path: its table is absent.
        """
        # Many findings speak of the same place.
        if path not in self._places:
            self._places[path] = self._where(path)
        return self._places[path]

    def _where(self, path: Path) -> tuple[int, int, int, int] | None:
        node, found = self.root, 0
        for part in path:
            child = self._child(node, part)
            if child is None:
                break
            node, found = child, found + 1
        if not found:
            return (1, 1, 1, 1) if len(path) < 2 else None
        if node.kind == "tables":
            node = node.items[0]
        start, end = node.at, node.to
        if node.begin >= 0 and found == len(path):
            start = node.begin
        elif node.kind == "inline":
            end = start + 1
        return *self.line_column(start), *self.line_column(end)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points; a line ends with its \\n."""
        from bisect import bisect_right

        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of one line, from 1, without its line end; empty past the last."""
        starts = self._line_starts()
        if not 0 < number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].removesuffix("\r")

    def line_start(self, number: int) -> int:
        """The offset at which a line, from 1, begins; of a line past the last, where the last begins."""
        starts = self._line_starts()
        return starts[min(max(number, 1), len(starts)) - 1]

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            starts, at = [0], self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts


def scan(text: str) -> Positions:
    """Find everything in a text that the TOML parser has accepted. Takes time in proportion to the text."""
    found = Positions(text)
    with Uncollected():
        _read(found, found.root, 0)
    return found


def _read(found: Positions, node: Node, pos: int) -> None:
    """Read the inside of `node` from `pos` on: the root to the end of the text, a container to its bracket."""
    import re

    text, entry, item = found.text, re.compile(_ENTRY), re.compile(_ITEM)
    around: list[Node] = []  # a stack of our own: a text may nest deeper than Python likes to call
    while match := (item if node.kind == "array" else entry).match(text, pos):
        pos, name, at = match.end(), match[1], match.start(2)
        begin, key_to = match.span(1)
        if name and at >= 0:  # a bare key and a short value: most lines
            child = Node(_KINDS.get(text[at], "scalar"), at, pos, begin, begin, key_to)
            if child.kind != "scalar":
                child.items = _UNREAD
            node.keys[name] = child
            node.items.append(child)
            continue
        names, key_at = [name], begin
        if at < 0 and not name:
            sign = text[pos : pos + 1]
            if sign == "#":
                pos = _comment(found, pos)
                continue
            if not sign or sign in "]}":
                pos += 1
                node.to = pos if sign else node.to
                if not around:
                    return
                node = around.pop()
                continue
            if sign == "[" and node.kind == "table":
                node, pos = _header(found, pos)
                continue
            if node.kind != "array":  # a dotted or quoted key
                begin = pos
                parts, pos = _key(text, pos)
                names = [part[0] for part in parts]
                _, key_at, key_to = parts[-1]
                match = item.match(text, pos) or match
                pos, at = match.end(), match.start(2)
        if node.kind == "array":
            names, begin, key_at, key_to = [], -1, -1, -1
        if at >= 0:
            child = _short(text, at, pos, begin, key_at, key_to)
        else:
            child = Node(_KINDS[text[pos]], pos, pos, begin, key_at, key_to).open()
            pos += 1
        node.items.append(child)
        _hang(node, names, child)
        if at < 0:
            around.append(node)
            node = child


def _short(text: str, at: int, to: int, begin: int, key_at: int, key_to: int) -> Node:
    """A scalar, or a flat container that is read when it is asked for."""
    kind = _KINDS.get(text[at], "scalar")
    node = Node(kind, at, to, begin, key_at, key_to)
    if kind != "scalar":
        node.items = _UNREAD
    return node


def _hang(table: Node, names: list[str], node: Node) -> None:
    """Put an entry into its table, through the tables that its dotted key names."""
    for name in names[:-1]:
        if name not in table.keys:
            table.keys[name] = Node("implicit", node.begin, node.to).open()
        table = table.keys[name]
    for name in names[-1:]:
        table.keys[name] = node


def _comment(found: Positions, pos: int) -> int:
    """Note the comment at `pos`; give its end."""
    text = found.text
    end = text.find("\n", pos)
    if end < 0:
        end = len(text)
    elif text[end - 1] == "\r":
        end -= 1
    found.comments.append((pos, end))
    return end


def _header(found: Positions, pos: int) -> tuple[Node, int]:
    """The table that the header at `pos` opens, hung where it belongs, and the end of the header."""
    text = found.text
    many = text.startswith("[[", pos)
    end = text.find("]", pos) + 1 or len(text)
    plain = text[pos + 1 + many : end - 1]
    names = plain.split(".")
    if any(sign in plain for sign in " \t\"'"):
        parts, end = _key(text, pos + 1 + many)
        names = [name for name, _, _ in parts]
    end += many
    node, path = found.root, list[str | int]()
    for name in names[:-1]:
        if name not in node.keys:
            node.keys[name] = Node("implicit", pos, end).open()
        node = node.keys[name]
        path.append(name)
        if node.kind == "tables":
            path.append(len(node.items) - 1)
            node = node.items[-1]
    name = names[-1]
    path.append(name)
    table = Node("table", pos, end).open()
    if many:
        entries = node.keys.setdefault(name, Node("tables", pos, end).open()).items
        path.append(len(entries))
        entries.append(table)
    else:
        if name in node.keys:  # a longer header has named it before
            table.keys = node.keys[name].keys
        node.keys[name] = table
    found.sections.append((tuple(path), table))
    return table, end


def _key(text: str, pos: int) -> tuple[list[tuple[str, int, int]], int]:
    """Name and span of each part of the key at `pos`, and the offset after its `=`, or after the `]` of a header."""
    import re

    part = re.compile(_KEY_PART)
    found: list[tuple[str, int, int]] = []
    while match := part.match(text, pos):
        name = match[1]
        if name[0] in "\"'":
            name = _unquoted(name)
        found.append((name, *match.span(1)))
        pos = match.end()
        if match[2] != ".":
            return found, pos if match[2] == "=" else match.end(2)
    raise ValueError(f"no key at offset {pos}")


def _unquoted(key: str) -> str:
    """The name that a quoted key means."""
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    import tomli

    return next(iter(tomli.loads(f"{key} = 0")))
