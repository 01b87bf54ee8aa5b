"""The text of the plan as it stands, unsaved changes too, with the findings beside the lines that they are about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.report import sentences
from eventreview.rules.outcome import NOT_MET, NOT_STATED, SEVERITIES, TO_BE_JUDGED
from eventreview.tui.folding import fold
from eventreview.tui.plain_lines import plain_lines
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET, tint_of
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput
from eventreview.tui.widgets.page_keys import PageKeys
from eventreview.tui.widgets.source_view import LineOpened, LineReached, SourceView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session

KEYS = ("page-next", "page-open", "page-search", "page-back", "page-previous")
# Findings said in words below the text.
MOST_SAID = 3


class SourceScreen(Screen["Finding | None"]):
    """Shows the text, read-only, with the cursor at a line (from 1). Gives a finding to go to, or None.

    What SAF-1 forbids is hidden here too. Marked are lines with findings that are open, and with what isn't stated.
    """

    CSS_PATH = "source.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = "#source"
    BINDINGS = [
        Binding("n", "go_on(1)", show=False),
        Binding("N", "go_on(-1)", show=False),
        Binding("slash", "search", show=False),
        Binding("escape", "go_back", show=False),
        Binding("q,v", "leave", show=False),
    ]

    def __init__(self, session: Session, line: int = 1) -> None:
        super().__init__()
        self._session = session
        self._begin = line
        self._lines = plain_lines(session.file)
        if len(self._lines) > 1 and not self._lines[-1]:
            # What follows the last line end is no line.
            self._lines.pop()
        self._found = found_by_line(session)
        self._marked = sorted(self._found)
        self._folded: list[str] = []
        self._hits: list[int] = []

    def compose(self) -> ComposeResult:
        """The file, its lines, what stands at the cursor in words, the search, the keys."""
        yield Static(self._title_content(), id="source-title")
        signs = {line: (sentences.sign(found[0]), tint_of(found[0])[1:]) for line, found in self._found.items()}
        yield SourceView(self._lines, signs, id="source")
        yield Static(id="source-words")
        search = OrderedInput(placeholder=_("words of a line"), restrict=VISIBLE, compact=True, id="source-search")
        search.cursor_blink = False
        yield search
        yield PageKeys(KEYS, id="source-keys")

    def on_mount(self) -> None:
        """Begins at the line that was asked for."""
        self.view.go_to(self._begin)
        self.call_after_refresh(self.view.go_to, self._begin, middle=True)
        self._tell(self.view.line)

    @property
    def view(self) -> SourceView:
        """The lines."""
        return self.query_one(SourceView)

    @property
    def _search(self) -> Input:
        return self.query_one("#source-search", Input)

    def _title_content(self) -> Content:
        n = len(self._marked)
        marked = ngettext("{n} line with findings", "{n} lines with findings", n).format(n=n)
        parts = [marked, _("read-only view")]
        if self._session.dirty:
            parts.insert(0, _("with unsaved changes"))
        name = self._session.path.rpartition("/")[2]
        return Content.assemble(safe_line(name, style="bold"), safe_line("  " + " · ".join(parts), style=QUIET))

    # What stands at the cursor

    def _tell(self, line: int) -> None:
        """Says where the cursor is, and what was found there."""
        total = len(self._lines)
        where = _("Line {line} of {total}").format(line=line, total=total)
        said = [safe_line(f"{where} · {subject_at_line(self._session, line)}", style=QUIET)]
        if self._search.value:
            n = len(self._hits)
            text = ngettext("{n} line has these words", "{n} lines have these words", n).format(n=n)
            said[0] += safe_line(f" · {text}", style=QUIET if n else "$warning")
        found = self._found.get(line, [])
        said += [self._finding_content(each) for each in found[:MOST_SAID]]
        if len(found) > MOST_SAID:
            n = len(found) - MOST_SAID
            said.append(safe_line(ngettext("{n} more here", "{n} more here", n).format(n=n), style=QUIET))
        self.query_one("#source-words", Static).update(safe("\n").join(said))

    def _finding_content(self, finding: Finding) -> Content:
        return Content.assemble(
            safe_line(f"{sentences.sign(finding)} {sentences.label(finding)} ", style=tint_of(finding)),
            safe_line(f"{finding.rule.code} ", style="bold"),
            safe_line(sentences.short(finding)),
        )

    def on_line_reached(self, event: LineReached) -> None:
        """Says what was found at the line, and begins there should everything be said anew."""
        event.stop()
        self._begin = event.line
        self._tell(event.line)

    def on_line_opened(self, event: LineOpened) -> None:
        """Gives the gravest finding of the line, for the review to go to."""
        event.stop()
        found = self._found.get(event.line)
        if found:
            self.dismiss(found[0])
        else:
            self.app.bell()

    # Commands

    def action_go_on(self, step: int) -> None:
        """Goes to the next (1) or previous (-1) line: with findings, or while something is searched, with its words."""
        lines = self._hits if self._search.value else self._marked
        if not lines:
            self.app.bell()
            return
        at = bisect_right(lines, self.view.line) if step > 0 else bisect_left(lines, self.view.line) - 1
        self.view.go_to(lines[at % len(lines)], middle=True)

    def action_search(self) -> None:
        """Goes to the search."""
        self.add_class("-searching")
        self.set_focus(self._search)

    def action_go_back(self) -> None:
        """Leaves the search; then back to the review."""
        if self._search.value or self._search.has_focus:
            self._search.value = ""
            self.remove_class("-searching")
            self.set_focus(self.view)
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the review."""
        self.dismiss(None)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Finds the lines with the words and goes to the first one from the cursor on."""
        event.stop()
        if not self._folded:
            self._folded = [line.casefold() if line.isascii() else fold(line) for line in self._lines]
        wanted = fold(event.value)
        self._hits = [row for row, line in enumerate(self._folded, 1) if wanted in line] if wanted else []
        self.view.show_hits(frozenset(self._hits))
        if self._hits:
            at = bisect_left(self._hits, self.view.line)
            self.view.go_to(self._hits[at % len(self._hits)], middle=True)
        self._tell(self.view.line)

    @on(Input.Submitted)
    def leave_search(self, event: Input.Submitted) -> None:
        """Goes on in the text."""
        event.stop()
        self.set_focus(self.view)


def found_by_line(session: Session) -> dict[int, list[Finding]]:
    """What is found at each line, from 1, the gravest first: what is open, and what isn't stated. Not what was left aside."""
    found: dict[int, list[Finding]] = {}
    for finding in session.review.loud:
        if finding.result in (NOT_MET, TO_BE_JUDGED, NOT_STATED) and not session.is_skipped(finding):
            line = finding.line
            if line is not None:
                found.setdefault(line, []).append(finding)
    for findings in found.values():
        findings.sort(key=_weight)
    return found


def _weight(finding: Finding) -> int:
    if finding.result == NOT_MET and finding.severity:
        return SEVERITIES.index(finding.severity)
    return len(SEVERITIES) + (finding.result != TO_BE_JUDGED)


def subject_at_line(session: Session, line: int) -> str:
    """The object whose lines hold this one, in words."""
    positions = session.file.positions
    end = positions.line_start(line) + len(positions.line(line))
    at = bisect_right(positions.sections, end, key=lambda section: section[1].at)
    path = positions.sections[max(at - 1, 0)][0]
    return sentences.subject_at(session.file, path)
