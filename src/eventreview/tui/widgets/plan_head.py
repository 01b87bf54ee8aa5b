"""The first lines of a screen: the file, whether it is saved, its counts, its stage and the day it is read on."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from eventreview.report.counts import Counts, summary
from eventreview.review.pictures.steps import strip
from eventreview.review.session import Session
from eventreview.tui.head_words import FOR_STEPS, IN_FULL, context
from eventreview.tui.picture_words import strip_line
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET

UNSAVED = "●"


class PlanHead(Vertical):
    """What plan is open, and how it stands."""

    def compose(self) -> ComposeResult:
        """The name at the left, what it was read with at the right; the counts below."""
        with Horizontal(id="head-first"):
            yield Static(id="head-name")
            yield Static(id="head-context")
        yield Static(id="head-counts")
        yield Static(id="head-steps")

    def show(self, session: Session) -> None:
        """Shows a session as it stands."""
        unsaved = safe_line(f" {UNSAVED}" if session.dirty else "", style="$warning")
        name = Content.assemble(safe_line(Path(session.path).name, style="bold"), unsaved)
        self.query_one("#head-name", Static).update(name)
        short = self.app.size.width < IN_FULL
        self.query_one("#head-context", Static).update(safe_line(context(session, short), style=QUIET))
        counts = summary(Counts(session.review.findings))
        self.query_one("#head-counts", Static).update(safe_line(counts))
        self._show_steps(session)

    def _show_steps(self, session: Session) -> None:
        """The strip of the steps, where the lines below don't need its line more."""
        line = ""
        if self.app.size.height >= FOR_STEPS and self.app.size.width >= IN_FULL:
            line = strip_line(strip(session.review), self.app.size.width - 2)
        steps = self.query_one("#head-steps", Static)
        steps.display = bool(line)
        steps.update(safe(line, style=QUIET))
