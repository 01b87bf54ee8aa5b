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
from eventreview.tui import editors, leaving
from eventreview.tui.editors import NoEditor
from eventreview.tui.masking import masked_lines
from eventreview.tui.safetext import safe, safe_line

AROUND = 6
FURTHEST = 40


class UnreadableScreen(Screen[bool]):
    """Gives True once the plan can be read, False when it was left as it is."""

    CSS_PATH = "unreadable.tcss"
    BINDINGS = [
        Binding("o", "open_editor", show=False),
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
        pairs = (
            ("o", pgettext("line of keys", "open in the editor")),
            ("r", pgettext("line of keys", "read it again")),
            ("L", pgettext("command", "language")),
            ("q", pgettext("line of keys", "leave")),
        )
        return safe_line("  ").join(
            [safe_line(key, style="bold $accent") + safe_line(f" {word}") for key, word in pairs]
        )

    @property
    def _first(self) -> Finding | None:
        return next((each for each in self.session.review.findings if each.rule.family == "FORM"), None)

    def on_language_switched(self) -> None:
        """Says everything anew."""
        self.query_one("#unreadable-keys", Static).update(self._keys())
        self.query_one("#unreadable-status", Static).update("")
        self._tell()

    def _tell(self) -> None:
        first = self._first
        self.query_one("#unreadable-why", Static).update(self._why(first))
        lines = self.query_one("#unreadable-lines", Static)
        shown = self._lines(first)
        lines.update(safe("\n").join(shown))
        lines.display = bool(shown)
        text = _("Nothing is checked until the file can be read. o opens it in your editor at this line.")
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

    def action_open_editor(self) -> None:
        """Opens the file in the editor at the line that breaks, then reads it again."""
        if self.session.read_only:
            self._warn(_("This plan is open for reading only."))
            return
        first = self._first
        try:
            words = editors.named()
            line = first.line if first is not None and first.line is not None else 1
            status = leaving.run_editor(self.app, words, self.session.path, line)
        except NoEditor as error:
            self._warn(error.sentence)
            return
        self.action_read_again(leaving.ended_badly(editors.name_of(words), status))

    def action_read_again(self, failed: str = "") -> None:
        """Reads the file again; once it can be read, the desk opens on it. failed: what went wrong before."""
        self.session.reload()
        if self.session.readable:
            self.dismiss(True)
            return
        self._tell()
        self._warn(" ".join(filter(None, (failed, _("Read again: it still can't be read.")))))

    def _warn(self, said: str) -> None:
        self.query_one("#unreadable-status", Static).update(safe_line(said, style="$warning"))

    def action_leave(self) -> None:
        """Leaves the file as it is."""
        self.dismiss(False)


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a long line that holds the column, and the column in it."""
    if column <= FURTHEST:
        return line, column
    cut = column - FURTHEST // 2
    return "…" + line[cut:], column - cut + 1
