"""Values, keys, tables and comments written as TOML 1.0."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import TypeGuard

    from eventreview.plan.positions import Path

    KeyOrder = Callable[[Path], Sequence[str]]


def written(value: object, path: Path, key_order: KeyOrder, *, multiline: bool = False) -> str:
    """The value, on one line but for a `multiline` string. Raises TypeError or ValueError for what TOML can't hold."""
    if isinstance(value, dict):
        names = ordered(value, path, key_order)
        pairs = ", ".join(f"{key(name)} = {written(value[name], (*path, name), key_order)}" for name in names)
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(written(item, (*path, index), key_order) for index, item in enumerate(value))}]"
    import tomli_w

    text = tomli_w.dumps({"x": value}, multiline_strings=multiline)[len("x = ") : -1]
    text.encode()
    return text.replace(" ", "T", 1) if text[:1].isdigit() else text  # a date-time


def key(name: str) -> str:
    """A key, quoted where it has to be. Raises TypeError or ValueError for what can't be one."""
    import tomli_w

    text = tomli_w.dumps({name: 0})[: -len(" = 0\n")]
    text.encode()
    return text


def header(path: Path) -> str:
    """The header of an entry of the array of tables at this path."""
    return "[[" + ".".join(key(part) for part in path if isinstance(part, str)) + "]]"


def comment_line(line: str) -> str:
    """The line with its # in front. Raises ValueError for what can't be one line of a TOML comment."""
    line.encode()
    if any((sign < " " and sign != "\t") or sign == "\x7f" for sign in line):
        raise ValueError(line)
    return line if line.startswith("#") else f"# {line}".rstrip()


def ordered(names: Collection[str], path: Path, key_order: KeyOrder) -> list[str]:
    """The names in the order of the table at the path, unknown ones last."""
    known = [name for name in key_order(path) if name in names]
    return known + [name for name in names if name not in known]


def has_own_headers(value: object, path: Path) -> TypeGuard[list[dict[str, object]]]:
    """Whether an array is better written as `[[…]]` entries: at the root, or when its entries have ids of their own."""
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(entry, dict) and (len(path) == 1 or "id" in entry) for entry in value)


def block(head: str, value: dict[str, object], path: Path, key_order: KeyOrder, indents: tuple[str, str]) -> list[str]:
    """A header and its entries as lines, then the tables inside that have headers. indents: of headers and of keys."""
    lines, tables = [indents[0] + head], list[str]()
    for name in ordered(value, path, key_order):
        inside, at = value[name], (*path, name)
        if has_own_headers(inside, at):
            for index, entry in enumerate(inside):
                tables += ["", *block(header(at), entry, (*at, index), key_order, indents)]
        else:
            lines.append(f"{indents[1]}{key(name)} = {written(inside, at, key_order)}")
    return lines + tables
