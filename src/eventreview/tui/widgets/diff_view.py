"""A diff, line by line: sign, number, text. The sign says it without the colour."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.review.diff import ADDED, GAP, REMOVED, DiffLine
from eventreview.tui.safetext import safe, safe_line

TINTS = {ADDED: "$success", REMOVED: "$error"}
GUTTER = 5


class DiffView(Static):
    """Lines that are added, removed and around them. Long lines are wrapped, so that nothing is agreed to unseen."""

    def __init__(self, lines: Sequence[DiffLine], id: str | None = None) -> None:
        super().__init__(diff_content(lines), id=id)


def diff_content(lines: Sequence[DiffLine]) -> Content:
    """A diff as content; a sentence where no line differs in what may be shown."""
    if not lines:
        return safe(_("Only hidden values differ."), "$quiet")
    return Content("\n").join([_line_content(line) for line in lines])


def _line_content(line: DiffLine) -> Content:
    if line.sign == GAP:
        return safe_line(f"{GAP:>{GUTTER + 2}}", style="$quiet")
    gutter = safe_line(f"{line.sign} {line.number:>{GUTTER - 1}} │ ", style=TINTS.get(line.sign, "$quiet"))
    return Content.assemble(gutter, safe_line(line.text, style=TINTS.get(line.sign, "")))
