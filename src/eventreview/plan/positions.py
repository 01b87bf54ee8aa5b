"""Where each key, value and header of a plan stands in its text.

The text is scanned only when something needs a line or an edit, and only after the TOML parser has accepted it: the
scanner checks nothing, it finds. Offsets count code points of the text as read (CRLF kept, byte order mark gone).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

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
_ITEM = rf"(?s)[ \t\r\n,]*+({_SCALAR})?"
_PAIR = rf"(?s)[ \t\r\n,]*+(?:([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+({_SCALAR})?)?"
_ENTRY = rf"(?s)[ \t\r\n]*+(?:([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+(?:({_SCALAR})|({_FLAT}))?)?"
_KEY_PART = r"""[ \t]*+([A-Za-z0-9_-]++|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"|'[^'\n]*+')[ \t]*+([.=\]])[ \t]*+"""


class Node:
    """One value, table or array of the text.

    `kind` is `scalar`, `array` or `inline` for what stands after a key or in an array, `table` for a header and its
    body, `tables` for an array of tables, `implicit` for a table that only a dotted key or a longer header names.
    `at, to` is the span of the value or the header; of the first mention, when implicit. `begin` is where the
    `key = value` starts and `key_at, key_to` the last part of its key: -1 without one. `keys` are the children by
    name, `items` those by index; an inline table has its entries in order as `items` too. Short arrays and inline
    tables are read only when `Positions.node` gives them or goes through them.
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


_NO_KEYS: dict[str, Node] = {}  # what a scalar has; never written to
_NO_ITEMS: list[Node] = []
_UNREAD: list[Node] = []  # what a flat array or inline table has until `Positions.node` meets it


class Section:
    """A header (none for the root) and the `key = value` entries under it, in the order of the text."""

    __slots__ = ("entries", "names", "node", "path")

    def __init__(self, node: Node, path: Path, names: tuple[str, ...]) -> None:
        self.node = node
        self.path = path
        self.names = names
        self.entries: list[Node] = []


class Positions:
    """What `scan` found. Paths that aren't in the text give None, never an error."""

    __slots__ = ("_starts", "comments", "root", "sections", "text")

    def __init__(self, text: str, root: Node, sections: list[Section], comments: list[Span]) -> None:
        self.text = text
        self.root = root
        self.sections = sections
        self.comments = comments
        self._starts: list[int] | None = None

    def node(self, path: Path) -> Node | None:
        """What stands at this path."""
        node = self.root
        for part in path:
            if isinstance(part, str):
                child = node.keys.get(part)
                if child is None:
                    return None
                node = child
            elif node.kind in ("array", "tables") and 0 <= part < len(node.items):
                node = node.items[part]
            else:
                return None
            if node.items is _UNREAD:
                read = _Scanner(self.text).container(node.at, -1, -1, -1)
                node.keys, node.items = read.keys, read.items
        return node

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
        found, node = 0, self.root
        for length in range(1, len(path) + 1):
            child = self.node(path[:length]) if length == found + 1 else None
            if child is None:
                break
            found, node = length, child
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
    return _Scanner(text).scan()


class _Scanner:
    __slots__ = ("comments", "entry", "item", "key_part", "pair", "text")

    def __init__(self, text: str) -> None:
        import re

        self.text = text
        self.comments: list[Span] = []
        self.entry: re.Pattern[str] = re.compile(_ENTRY)
        self.item: re.Pattern[str] = re.compile(_ITEM)
        self.pair: re.Pattern[str] = re.compile(_PAIR)
        self.key_part: re.Pattern[str] = re.compile(_KEY_PART)

    def scan(self) -> Positions:
        text, entry = self.text, self.entry
        root = _table("table", 0, 0)
        section = Section(root, (), ())
        sections, entries, keys = [section], section.entries, root.keys
        pos, size = 0, len(text)
        while match := entry.match(text, pos):
            pos = match.end()
            name = match[1]
            if name is not None:
                begin, key_to = match.span(1)
                kind = match.lastindex
                if kind == 2:
                    node = Node("scalar", match.start(2), pos, begin, begin, key_to)
                elif kind == 3:
                    at = match.start(3)
                    node = Node("array" if text[at] == "[" else "inline", at, pos, begin, begin, key_to)
                    node.items = _UNREAD
                else:
                    node = self.container(pos, begin, begin, key_to)
                    pos = node.to
                keys[name] = node
                entries.append(node)
            elif pos >= size:
                break
            elif text[pos] == "#":
                pos = self.comment(pos)
            elif text[pos] == "[":
                section = self.header(pos, root)
                sections.append(section)
                pos, entries, keys = section.node.to, section.entries, section.node.keys
            else:
                node = self.odd_pair(pos, section.node)
                entries.append(node)
                pos = node.to
        return Positions(text, root, sections, self.comments)

    def comment(self, pos: int) -> int:
        """Note the comment at `pos`; give its end."""
        end = self.text.find("\n", pos)
        if end < 0:
            end = len(self.text)
        elif self.text[end - 1] == "\r":
            end -= 1
        self.comments.append((pos, end))
        return end

    def parts(self, pos: int) -> tuple[list[tuple[str, int, int]], int]:
        """Name and span of each part of the key at `pos`, and the offset after its `=` (of a header: its `]`)."""
        found: list[tuple[str, int, int]] = []
        while match := self.key_part.match(self.text, pos):
            name = match[1]
            if name[0] in "\"'":
                name = _unquoted(name)
            found.append((name, *match.span(1)))
            if match[2] != ".":
                return found, match.end() if match[2] == "=" else match.start(2) + 1
            pos = match.end()
        raise ValueError(f"no key at offset {pos}")

    def header(self, pos: int, root: Node) -> Section:
        """The header at `pos`, its table hung where it belongs."""
        many = self.text.startswith("[[", pos)
        parts, end = self.parts(pos + 1 + many)
        end += many
        names = tuple(name for name, _, _ in parts)
        node, path = root, list[str | int]()
        for name in names[:-1]:
            child = node.keys.get(name)
            if child is None:
                child = node.keys[name] = _table("implicit", pos, end)
            path.append(name)
            if child.kind == "tables":
                path.append(len(child.items) - 1)
                child = child.items[-1]
            node = child
        path.append(names[-1])
        known = node.keys.get(names[-1])
        if many:
            if known is None:
                known = node.keys[names[-1]] = Node("tables", pos, end)
                known.items = []
            path.append(len(known.items))
            table = _table("table", pos, end)
            known.items.append(table)
        elif known is None:
            table = node.keys[names[-1]] = _table("table", pos, end)
        else:
            table = known
            table.kind, table.at, table.to = "table", pos, end
        return Section(table, tuple(path), names)

    def odd_pair(self, pos: int, table: Node) -> Node:
        """The pair at `pos` whose key is dotted or quoted, hung below `table`."""
        begin = pos
        parts, pos = self.parts(pos)
        name, key_at, key_to = parts[-1]
        match = self.item.match(self.text, pos)
        if match is not None and match.start(1) >= 0:
            node = Node("scalar", *match.span(1), begin, key_at, key_to)
        else:
            node = self.container(pos, begin, key_at, key_to)
        _hang(table, [part[0] for part in parts], node)
        return node

    def container(self, pos: int, begin: int, key_at: int, key_to: int) -> Node:
        """The array or inline table at `pos` with all that is in it; a stack, because a text may nest deeply."""
        text, item, pair = self.text, self.item, self.pair
        node = top = _container(text[pos], pos, begin, key_at, key_to)
        around: list[Node] = []
        pos += 1
        while True:
            begin = key_at = key_to = -1
            names: list[str] | None = None
            if node.kind == "array":
                match = item.match(text, pos)
                value = match.span(1) if match else (-1, -1)
            else:
                match = pair.match(text, pos)
                value = match.span(2) if match else (-1, -1)
                if match and match.start(1) >= 0:
                    names = [match[1]]
                    begin = key_at = match.start(1)
                    key_to = match.end(1)
            if match is None:
                raise ValueError(f"nothing at offset {pos}")
            pos = match.end()
            if value[0] < 0 and names is None:
                sign = text[pos]
                if sign in "]}":
                    pos = node.to = pos + 1
                    if not around:
                        return top
                    node = around.pop()
                    continue
                if sign == "#":
                    pos = self.comment(pos)
                    continue
                if node.kind == "inline":  # a dotted or quoted key
                    begin = pos
                    parts, pos = self.parts(pos)
                    names = [part[0] for part in parts]
                    _, key_at, key_to = parts[-1]
                    match = item.match(text, pos)
                    value = match.span(1) if match else value
            if value[0] >= 0:
                child = Node("scalar", *value, begin, key_at, key_to)
                pos = value[1]
            else:
                child = _container(text[pos], pos, begin, key_at, key_to)
                pos += 1
            node.items.append(child)
            if names is not None:
                _hang(node, names, child)
            if value[0] < 0:
                around.append(node)
                node = child


def _table(kind: str, at: int, to: int) -> Node:
    node = Node(kind, at, to)
    node.keys = {}
    return node


def _container(sign: str, at: int, begin: int, key_at: int, key_to: int) -> Node:
    if sign not in "[{":
        raise ValueError(f"no value at offset {at}")
    node = Node("array" if sign == "[" else "inline", at, at, begin, key_at, key_to)
    node.items = []
    if sign == "{":
        node.keys = {}
    return node


def _hang(table: Node, names: list[str], node: Node) -> None:
    """Put a pair into its table, through the tables that its dotted key names."""
    for name in names[:-1]:
        child = table.keys.get(name)
        if child is None:
            child = table.keys[name] = _table("implicit", node.begin, node.to)
        table = child
    table.keys[names[-1]] = node


def _unquoted(key: str) -> str:
    """The name that a quoted key means."""
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    import tomli

    return next(iter(tomli.loads(f"{key} = 0")))
