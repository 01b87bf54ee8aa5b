"""Text of strangers made safe to print: what can't be seen is shown as a mark, nothing reaches the terminal as a command."""

from __future__ import annotations

# C0 and DEL have pictures of their own; C1, line separators, bidi overrides and invisible characters get an escape.
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "␡"}
_ESCAPED = (
    *range(0x80, 0xA0),
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2065),
    *range(0x2066, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xD800, 0xE000),
    *range(0xE0000, 0xE0080),
)
MARKS: dict[int, str] = _PICTURES | {code: f"\\u{code:04x}" for code in _ESCAPED}
NEWLINE, TAB = 0x0A, 0x09


def visible(text: str, one_line: bool = True) -> str:
    """The text with control characters, escapes, overrides and invisible characters shown as marks (`␛`, `\\u202e`).

    With `one_line` false, line ends and tabs stay as they are.
    """
    if text.isprintable() and text.isascii():
        return text
    marks = MARKS if one_line else {code: mark for code, mark in MARKS.items() if code not in (NEWLINE, TAB)}
    return text.translate(marks)
