"""A plan that can't be read: what breaks, where, and the lines around it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.review.finding import Finding
from eventreview.review.session import Session
from eventreview.tui.masking import masked_lines
from eventreview.tui.safetext import safe, safe_line

AROUND = 6
FURTHEST = 40


class UnreadableScreen(Screen[bool]):
    """Gives True once the plan can be read, False when it was left as it is."""

    CSS_PATH = "unreadable.tcss"
    BINDINGS = [
        Binding("r", "read_again", show=False),
        Binding("q,escape", "leave", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """The file, what breaks, the lines, what happened last, and the keys."""
        yield Static(safe_line(self.session.name, style="bold"), id="unreadable-title")
        with VerticalScroll(id="unreadable-pane"):
            yield Static(id="unreadable-why")
            yield Static(id="unreadable-lines")
            yield Static(id="unreadable-help")
        yield Static(id="unreadable-status")
        yield Static(self._keys(), id="unreadable-keys")

    def on_mount(self) -> None:
        """Says what breaks."""
        self.query_one("#unreadable-pane").focus()
        self._tell()

    def _keys(self) -> Content:
        pairs = (("r", pgettext("line of keys", "read it again")), ("q", pgettext("line of keys", "leave")))
        return safe_line("  ").join(
            [safe_line(key, style="bold $accent") + safe_line(f" {word}") for key, word in pairs]
        )

    def _tell(self) -> None:
        findings = [each for each in self.session.review.findings if each.rule.family == "FORM"]
        first = findings[0] if findings else None
        self.query_one("#unreadable-why", Static).update(self._why(first))
        lines = self.query_one("#unreadable-lines", Static)
        shown = self._lines(first)
        lines.update(safe("\n").join(shown))
        lines.display = bool(shown)
        text = _("Nothing is checked until the file can be read. Mend it in an editor, then press r.")
        self.query_one("#unreadable-help", Static).update(safe(text, style="$quiet"))

    def _why(self, finding: Finding | None) -> Content:
        heading = safe_line("✗ " + _("This plan can't be read."), style="bold $error")
        if finding is None:
            return heading
        where = ""
        if finding.line is not None and "line" not in finding.params and self.session.file.text is not None:
            where = _("Line {line}, column {column}").format(line=finding.line, column=finding.column)
        rule = safe_line(" · ".join(part for part in (where, finding.rule.code) if part), style="$quiet")
        return safe("\n").join([heading, safe(sentences.message(finding)), rule])

    def _lines(self, finding: Finding | None) -> list[Content]:
        """The lines around the one that breaks, with a mark under the place; none where the file is no text."""
        text = self.session.file.text
        if finding is None or finding.line is None or text is None:
            return []
        there = [line.removesuffix("\r") for line in text.split("\n", finding.line + AROUND)[: finding.line + AROUND]]
        lines = masked_lines(there)
        at = min(finding.line, len(lines))
        digits = len(str(len(lines)))
        shown: list[Content] = []
        for number in range(max(at - AROUND, 1), len(lines) + 1):
            if number != at:
                shown.append(safe_line(f"  {number:>{digits}} │ ", style="$quiet") + safe_line(lines[number - 1]))
                continue
            line, column = _around(lines[number - 1], finding.column or 1)
            shown.append(safe_line(f"▌ {number:>{digits}} │ ", style="$error") + safe_line(line))
            # Where something is masked, columns no longer say anything.
            if lines[number - 1] == there[number - 1]:
                mark = " " * safe_line(line[: column - 1]).cell_length + "^ " + pgettext("mark", "here")
                shown.append(safe_line(f"▌ {'':>{digits}} │ {mark}", style="$error"))
        return shown

    def action_read_again(self) -> None:
        """Reads the file again; once it can be read, the desk opens on it."""
        self.session.reload()
        if self.session.readable:
            self.dismiss(True)
            return
        self._tell()
        status = safe_line(_("Read again: it still can't be read."), style="$warning")
        self.query_one("#unreadable-status", Static).update(status)

    def action_leave(self) -> None:
        """Leaves the file as it is."""
        self.dismiss(False)


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column in it."""
    if column <= FURTHEST:
        return line, column
    cut = column - FURTHEST // 2
    return "…" + line[cut:], column - cut + 1
