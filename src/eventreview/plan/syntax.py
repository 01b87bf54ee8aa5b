"""Why the parser refuses a file, in sentences of our own: finding FORM-2.

The parser's messages are English and may quote the plan. Here each becomes an identifier, with parameters only where
they are signs of TOML or a control character's number: nothing of the line itself is repeated.
"""

from __future__ import annotations

from eventreview.language import pgettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "not-valid-here"

# Clauses that can stand after a colon: no first capital, no full stop.
SENTENCES = {
    "statement": "a line starts with a key, a [table] header or a comment, and this one starts with none of them",
    "after-statement": "nothing but a comment may follow here; perhaps a date, a number or a text is mistyped",
    "key": "a key is made of letters from a to z, digits, - and _, or stands between quotation marks",
    "equals": "an equals sign is missing after the key",
    "value": (
        "a value is missing, or isn't written the way TOML writes it: a text stands between quotation marks, "
        "a date is like 2027-03-20, yes and no are true and false"
    ),
    "date": "this day or this time doesn't exist",
    "out-of-range": "this number or date is beyond what can be read",
    "unclosed-string": "a text isn't closed: its closing quotation marks are missing",
    "unclosed-literal": "a text that opens with {quotes} isn't closed: {quotes} is missing",
    "line-break": (
        "a text closes on the line where it opens, and this one doesn't; "
        "a text over several lines opens and closes with three quotation marks"
    ),
    "carriage-return": "a carriage return stands here without a line feed; lines end as on Unix or as on Windows",
    "control-character": "the control character {character} may not stand here",
    "escape": "a backslash in a text starts an escape, and this one doesn't exist; for a backslash itself, write two",
    "hexadecimal": "an escape with x, u or U takes 2, 4 or 8 hexadecimal digits",
    "no-such-character": "this escape stands for no character",
    "table-end": "the header of a table ends with ]",
    "entry-end": "the header of an entry ends with ]]",
    "declared-twice": "this table exists already and can't be declared again",
    "given-twice": "this key is given a second time, or a table has the name of a value",
    "already-a-table": "this table has its own header already, and dotted keys can't add to it",
    "complete": "a table in braces or a list in brackets is complete where it stands, and can't be added to later",
    "inline-twice": "a key is given a second time between the same braces",
    "unclosed-array": "a list isn't closed: a comma or a closing bracket is missing",
    "unclosed-inline-table": "a table in braces isn't closed: a comma or a closing brace is missing",
    "too-deep": "lists and tables stand too deep inside each other, or a key has too many parts",
    UNKNOWN: "this isn't valid TOML here",
}

_BY_MESSAGE = {
    "Invalid statement": "statement",
    "Expected newline or end of document after a statement": "after-statement",
    "Invalid initial character for a key part": "key",
    "Expected '=' after a key in a key/value pair": "equals",
    "Invalid value": "value",
    "Invalid date or datetime": "date",
    "Unterminated string": "unclosed-string",
    "Unescaped '\\' in a string": "escape",
    "Invalid hex value": "hexadecimal",
    "Escaped character is not a Unicode scalar value": "no-such-character",
    "Expected ']' at the end of a table declaration": "table-end",
    "Expected ']]' at the end of an array declaration": "entry-end",
    "Cannot overwrite a value": "given-twice",
    "Unclosed array": "unclosed-array",
    "Unclosed inline table": "unclosed-inline-table",
}

# Messages that end in a key of the plan: the key is left out.
_BY_START = {
    "Cannot declare ": "declared-twice",
    "Cannot redefine namespace ": "already-a-table",
    "Cannot mutate immutable namespace ": "complete",
    "Duplicate inline table key ": "inline-twice",
}

_QUOTES = {'Expected "\'"': "'", "Expected \"'''\"": "'''"}
_CHARACTER_STARTS = ("Found invalid character ", "Illegal character ")


def explain(raw: str) -> tuple[str, dict[str, str]]:
    """Give the identifier in SENTENCES for the parser's message `raw`, without its position, and the parameters."""
    message_id = _BY_MESSAGE.get(raw)
    if message_id is not None:
        return message_id, {}
    if raw in _QUOTES:
        return "unclosed-literal", {"quotes": _QUOTES[raw]}
    for start in _CHARACTER_STARTS:
        if raw.startswith(start):
            return _explain_character(raw.removeprefix(start))
    for start, message_id in _BY_START.items():
        if raw.startswith(start):
            return message_id, {}
    return UNKNOWN, {}


def explain_error(error: Exception) -> tuple[str, dict[str, str]]:
    """Give identifier and parameters for whatever the parser raised: its own error, RecursionError or ValueError."""
    if isinstance(error, RecursionError):
        return "too-deep", {}
    raw = getattr(error, "msg", None)
    if isinstance(raw, str):
        return explain(raw)
    # A bare ValueError comes from making a number or a date of digits that the grammar allows.
    return ("out-of-range", {}) if isinstance(error, ValueError) else (UNKNOWN, {})


def sentence(message_id: str, params: dict[str, str]) -> str:
    """Give the clause for an identifier in the language in use; that of UNKNOWN for one that isn't in SENTENCES."""
    known = message_id if message_id in SENTENCES else UNKNOWN
    return pgettext(f"FORM-2/{known}", SENTENCES[known]).format(**params)


def messages() -> Iterator[tuple[str, str]]:
    """Give context and English of every clause, for the catalogue."""
    for message_id, english in SENTENCES.items():
        yield f"FORM-2/{message_id}", english


def _explain_character(quoted: str) -> tuple[str, dict[str, str]]:
    """Explain a character that the parser shows as Python would, between quotation marks: `'\\x01'`."""
    shown = quoted[1:-1]
    if shown == "\\n":
        return "line-break", {}
    if shown == "\\r":
        return "carriage-return", {}
    if shown.startswith("\\x") and len(shown) == 4:
        try:
            return "control-character", {"character": f"U+{int(shown[2:], 16):04X}"}
        except ValueError:
            return UNKNOWN, {}
    return UNKNOWN, {}
