"""The only door from any text to a widget.

Textual reads a `str` as markup, so that a plan's title could crash the screen or put a live link on it, and it hands
escape sequences on to the terminal. What comes out of here is neither: control characters, escapes and bidi overrides
stand as visible marks, and no bracket means anything.
"""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text
from textual.content import Content

from eventreview.report.marks import visible

ELLIPSIS = "…"
TAB = 4


def safe(text: str, style: str = "") -> Content:
    """Any text, over several lines if it has them, as content that shows just its characters.

    style: a Textual style such as "bold" or "$text-error".
    """
    return _content(_shown(text, one_line=False), style)


def safe_line(text: str, width: int | None = None, style: str = "") -> Content:
    """Any text on one line, line breaks as marks; what goes beyond `width` cells gives way to an ellipsis."""
    return _content(cut(_shown(text, one_line=True), width), style)


def safe_text(text: str, style: str | Style = "") -> Text:
    """Any text on one line as Rich text: what the labels of a tree have to be."""
    return Text(_shown(text, one_line=True), style=style, end="", no_wrap=True)


def cut(text: str, width: int | None) -> str:
    """The text if it fits into `width` cells, else its beginning and an ellipsis; None: no limit."""
    if width is None or cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + ELLIPSIS if width > 0 else ""


def _shown(text: str, one_line: bool) -> str:
    return visible(text, one_line=one_line).expandtabs(TAB)


def _content(text: str, style: str) -> Content:
    return Content.styled(text, style) if style else Content(text)
