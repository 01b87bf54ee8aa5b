"""Everything about one finding: what, why, who may answer, the note, the lines of the file, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.language.labels import label_of_choice_kind, label_of_key
from eventreview.plan.model import table_of
from eventreview.report import sentences
from eventreview.review.session import Session
from eventreview.rules.outcome import TO_BE_JUDGED, WAIVED
from eventreview.rules.rule import Choice
from eventreview.tui.plain_lines import plain_lines
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET, tint_of
from eventreview.tui.widgets.related_list import RelatedList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding

SECTIONS = ("title", "message", "choices", "lines", "keys", "why", "who", "note", "related")
# Those without a part for what they say below their heading.
BARE = ("title", "message", "related")
# Lines around the ones that are meant, and the most that are quoted.
AROUND, MOST = 1, 9
# The kind that needs no word beside its title.
CHOICE = "choice"


class FindingDetail(VerticalScroll):
    """The detail of the finding at the cursor. Enter shows the change of its first choice."""

    BINDINGS = [
        Binding("j,down", "down_or_in", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
        Binding("left", "screen.run('previous-pane')", show=False),
        Binding("right", "screen.run('next-pane')", show=False),
        Binding("enter", "screen.run('apply-choice')", show=False),
    ]

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._lines: tuple[int, list[str]] = (-1, [])
        self._entries: tuple[Content, ...] = ()

    def action_down_or_in(self) -> None:
        """Scrolls down; at the end, goes into what also is concerned."""
        related = self.query_one(RelatedList)
        if related.display and self.scroll_offset.y >= self.max_scroll_y:
            related.focus()
        else:
            self.action_scroll_down()

    def compose(self) -> ComposeResult:
        """One part for each section; those without anything to say aren't displayed."""
        for section in SECTIONS:
            yield Static(classes=f"section {section}", id=f"detail-{section}")
            if section == "related":
                yield RelatedList(self._session, id="detail-related-list")
            elif section not in BARE:
                yield Static(classes=f"body {section}", id=f"detail-{section}-body")

    def show(self, finding: Finding | None, choices: Sequence[Choice] = (), instead: str = "") -> None:
        """Shows a finding; where there is none at the cursor, what is said instead."""
        parts: dict[str, tuple[Content | None, Content | None]] = dict.fromkeys(SECTIONS, (None, None))
        if finding is None:
            parts["message"] = (safe(instead, QUIET), None)
        else:
            parts |= dict(self._parts(finding, choices))
        for section, (head, body) in parts.items():
            self._put(f"detail-{section}", head)
            if section not in BARE:
                self._put(f"detail-{section}-body", body)
        related = self.query_one(RelatedList)
        related.display = related.show(finding)
        self.scroll_home(animate=False)

    async def on_click(self, event: events.Click) -> None:
        """A click on a choice shows what it changes."""
        body = self.query_one("#detail-choices-body", Static)
        at = event.get_content_offset(body)
        below = 0
        for number, entry in enumerate(self._entries if at is not None else (), 1):
            above, below = below, below + entry.get_height({}, body.content_size.width)
            if at is not None and above <= at.y < below:
                await self.screen.run_action(f"run('show-choice', {number})")

    def _put(self, id: str, content: Content | None) -> None:
        part = self.query_one(f"#{id}", Static)
        part.display = content is not None
        if content is not None:
            part.update(content)

    def _parts(
        self, finding: Finding, choices: Sequence[Choice]
    ) -> Iterator[tuple[str, tuple[Content | None, Content | None]]]:
        rule = finding.rule
        yield "title", (self._title_content(finding), None)
        yield "message", (safe(sentences.message(finding)), None)
        if choices:
            self._entries = tuple(choice_contents(finding, choices))
            yield "choices", (safe(_("What you can do"), "bold"), Content("\n").join(self._entries))
        yield from self._in_file(finding)
        keys = self._keys(finding)
        if keys:
            yield "keys", (safe(_("To add"), "bold"), safe("\n".join(keys)))
        why = [sentences.what(rule), sentences.why(rule), sentences.remedy(rule)]
        yield "why", (safe(_("Why it matters"), "bold"), safe("\n\n".join(filter(None, why))))
        who = list(_who(finding))
        if who:
            yield "who", (safe(_("Who may answer"), "bold"), safe("\n\n".join(who)))
        citations = sentences.citations(rule)
        if citations:
            yield "note", (safe(_("What it rests on"), "bold"), safe("\n\n".join(citations), QUIET))
        if finding.related:
            yield "related", (safe(_("Also concerned"), "bold"), None)

    def _title_content(self, finding: Finding) -> Content:
        word = safe_line(f"{sentences.sign(finding)} {sentences.label(finding)}", style=tint_of(finding))
        subject = safe_line(f" · {sentences.subject(self._session.file, finding)}")
        lines = [
            safe_line(f"{finding.rule.code} {finding.rule.name}", style="bold"),
            Content.assemble(word, subject),
        ]
        if finding.populations:
            lines.append(safe(sentences.populations(finding)))
        return Content("\n").join(lines)

    def _in_file(self, finding: Finding) -> Iterator[tuple[str, tuple[Content, Content]]]:
        if finding.where is None:
            return
        generation, lines = self._lines
        if generation != self._session.generation:
            lines = plain_lines(self._session.file)
            self._lines = (self._session.generation, lines)
        first, _column, last, _end = finding.where
        yield "lines", (safe(_("In the file"), "bold"), lines_content(lines, first, last))

    def _keys(self, finding: Finding) -> list[str]:
        """What is missing, one line an object: its keys as the file has them, with their labels."""
        tables = dict.fromkeys(path for path, _key in finding.keys)
        found = []
        for path in tables:
            table = table_of(path)
            named = [
                f"{key} ({label_of_key(table.TABLE if table else '', key.partition('.')[0])})"
                for each, key in finding.keys
                if each == path
            ]
            found.append(f"{sentences.subject_at(self._session.file, path)}: {', '.join(dict.fromkeys(named))}")
        return found


def choice_contents(finding: Finding, choices: Sequence[Choice]) -> Iterator[Content]:
    """The choices by their numbers, each with its title and kind."""
    for number, choice in enumerate(choices, 1):
        key = safe_line(f"{number} " if number <= len("123456789") else "· ", style="bold $accent")
        kind = safe("" if choice.kind == CHOICE else f" – {label_of_choice_kind(choice.kind)}", QUIET)
        yield Content.assemble(key, safe(sentences.choice_title(finding.rule, choice)), kind)


def lines_content(lines: Sequence[str], first: int, last: int) -> Content:
    """The lines from `first` to `last` (from 1) with their numbers and a line around them; of many the first ones."""
    shown: list[Content] = []
    end = min(last, first + MOST - 1)
    for number in range(max(first - AROUND, 1), min(end + AROUND, len(lines)) + 1):
        meant = first <= number <= last
        gutter = safe_line(f"{number:>4} │ ", style=QUIET)
        shown.append(Content.assemble(gutter, safe_line(lines[number - 1], style="" if meant else QUIET)))
    if last > end + AROUND:
        n = last - end - AROUND
        more = ngettext("{n} more line", "{n} more lines", n).format(n=n)
        shown.append(safe_line(f"{'…':>4}   {more}", style=QUIET))
    return Content("\n").join(shown)


def _who(finding: Finding) -> Iterator[str]:
    if finding.result == WAIVED:
        yield sentences.waived(finding)
    if finding.result == TO_BE_JUDGED:
        question = sentences.question(finding.rule)
        yield pgettext("question", "{who}: {question}").format(who=sentences.who(finding), question=question)
    yield from sentences.answers(finding)
