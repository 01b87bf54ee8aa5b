"""What came before what: the objects of a plan on a scale of months, or with their dates in words where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from eventreview.language import gettext as _
from eventreview.language import pgettext, words
from eventreview.review.pictures.facts import WITHOUT
from eventreview.review.pictures.rows import timeline
from eventreview.review.pictures.steps import NOT_LOOKED_AT, strip
from eventreview.review.session import Session
from eventreview.rules.words import Scene
from eventreview.tui import timeline_words as said
from eventreview.tui.picture_words import strip_words
from eventreview.tui.safetext import cut, safe, safe_line
from eventreview.tui.scale import Scale
from eventreview.tui.theme import QUIET, tint_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding
    from eventreview.review.pictures.timeline import Row, Timeline

GAP = 2
SIDES = 2
# From how many columns the months have room, and how much the words beside them may take of the width.
FOR_MONTHS = 76
MOST_TITLE, MOST_ORDER = 0.28, 0.34


@dataclass(frozen=True)
class Reached:
    """Where a person wants to go from the timeline: an object, and the finding about it if there is one."""

    path: Path
    finding: Finding | None


class TimelineScreen(Screen[Reached | None]):
    """The rows of a plan's timeline; gives the row that was entered, None for none."""

    CSS_PATH = "timeline.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (FOR_MONTHS, "-with-months")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = "#timeline-rows"
    BINDINGS = [
        Binding("escape,t", "leave", show=False),
        Binding("j", "move('cursor_down')", show=False),
        Binding("k", "move('cursor_up')", show=False),
        Binding("g", "move('first')", show=False),
        Binding("G", "move('last')", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        plan = session.file.plan
        self._timeline = timeline(Scene(plan, session.thresholds), session.review) if plan is not None else None
        self._strip = strip(session.review)
        self._widths = (0, 0, 0)

    def compose(self) -> ComposeResult:
        """What was decided with them; the months; the rows; the signs; the row at the cursor in words; the keys."""
        yield Static(id="timeline-title")
        yield Static(id="timeline-strip")
        yield Static(id="timeline-months")
        yield OptionList(id="timeline-rows", compact=True, markup=False)
        yield Static(id="timeline-legend")
        with VerticalScroll(id="timeline-told"):
            yield Static(id="timeline-row")
            yield Static(id="timeline-notes")
        yield Static(id="timeline-keys")

    def on_mount(self) -> None:
        """The words that don't depend on the width; the rows come with the size."""
        self._say_texts()

    def on_language_switched(self) -> None:
        """Says everything anew; the cursor stays where it is."""
        self._say_texts()
        self._show(self.size.width - SIDES)

    def _say_texts(self) -> None:
        if self._timeline is not None:
            self._static("timeline-legend").update(safe(said.legend(self._timeline), QUIET))
            self._static("timeline-notes").update(safe("\n".join(self._notes(self._timeline)), QUIET))
        self._static("timeline-keys").update(self._keys())

    def _notes(self, shown: Timeline) -> Iterator[str]:
        yield from said.notes(shown)
        if self._strip:
            names = words.join([said.subject(each) for each in NOT_LOOKED_AT])
            yield _("No rule looks at the order for: {subjects}.").format(subjects=names)

    def _static(self, id: str) -> Static:
        return self.query_one(f"#{id}", Static)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#timeline-rows", OptionList)

    @property
    def row(self) -> Row | None:
        """The row at the cursor."""
        at = self._list.highlighted
        return self._timeline.rows[at] if self._timeline is not None and at is not None else None

    # What is shown

    def on_resize(self, event: events.Resize) -> None:
        """Another width takes other months."""
        self._show(event.size.width - SIDES)

    def _show(self, width: int) -> None:
        if self._timeline is None:
            return
        self._static("timeline-title").update(self._title(width))
        self._static("timeline-strip").update(safe("  ".join(strip_words(self._strip))))
        self._widths = self._divided(width)
        months = self._widths[1]
        scale = Scale(*self._timeline.span, months) if months > 0 else None
        names = [pgettext("month", month) for month in words.MONTHS]
        head = " " * (self._widths[0] + GAP) + scale.header(names, said.short_months()) if scale is not None else ""
        self._static("timeline-months").update(safe_line(head, style=QUIET))
        here = self._list.highlighted or 0
        self._list.set_options([self._option(row, scale, width) for row in self._timeline.rows])
        self._list.highlighted = here

    def _title(self, width: int) -> Content:
        title = pgettext("screen", "Timeline")
        room = width - cell_len(title) - GAP
        return Content.assemble(
            safe_line(title, style="bold"), safe_line("  " + cut(FilePath(self.session.path).name, room), style=QUIET)
        )

    def _divided(self, width: int) -> tuple[int, int, int]:
        """The cells for what a row is about, for the months, and for the words about its order; no months: 0."""
        if self._timeline is None or width < FOR_MONTHS - SIDES:
            return 0, 0, 0
        titles = max(cell_len(said.short_title(row)) for row in self._timeline.rows)
        orders = max(cell_len(said.order(row)) for row in self._timeline.rows)
        first, last = min(titles, int(width * MOST_TITLE)), min(orders, int(width * MOST_ORDER))
        return first, width - first - last - 2 * GAP - 1, last

    def _option(self, row: Row, scale: Scale | None, width: int) -> Option:
        room = self._widths[2] if scale is not None else width - GAP
        order = safe_line(said.order(row, room), room, self._tint(row))
        if scale is None:
            lines = [safe_line(said.title(row), width, "bold"), safe_line(f"  {said.dates(row)}", style=QUIET)]
            lines += [safe_line("  ") + order] if order.plain else []
            return Option(Content("\n").join(lines), disabled=row.kind == "today")
        first, months, _last = self._widths
        title = cut(said.short_title(row), first)
        drawn = scale.line(said.placed(row))
        line = drawn if drawn is not None else cut(said.dates(row), months)
        if not row.marks:
            line = cut(said.dates(row), months)
        beside = " " * (months - cell_len(line) + GAP)
        return Option(
            Content.assemble(
                safe_line(title + " " * (first - cell_len(title) + GAP)), safe_line(line), safe_line(beside), order
            ),
            disabled=row.kind == "today",
        )

    def _tint(self, row: Row) -> str:
        if row.finding is None:
            return ""
        return "$error" if row.fact == WITHOUT else tint_of(row.finding)

    def _keys(self) -> Content:
        return safe_line("  ").join([_key(key, word) for key, word in _pairs()])

    # What a person does

    def action_leave(self) -> None:
        """Back to the review as it was."""
        self.dismiss(None)

    def action_move(self, where: str) -> None:
        """Moves in the rows."""
        if self._list.has_focus:
            getattr(self._list, f"action_{where}")()

    @on(OptionList.OptionHighlighted)
    def tell(self, event: OptionList.OptionHighlighted) -> None:
        """Says the row at the cursor in words."""
        event.stop()
        row = self.row
        if row is not None:
            self._static("timeline-row").update(safe(said.told(row)))
            self.query_one("#timeline-told", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def enter(self, event: OptionList.OptionSelected) -> None:
        """Goes to the finding of the row, or to its object."""
        event.stop()
        row = self.row
        if row is not None:
            self.dismiss(Reached(row.path, row.finding))


def _pairs() -> Iterator[tuple[str, str]]:
    yield pgettext("key", "Enter"), pgettext("line of keys", "go to it")
    yield pgettext("key", "Esc"), pgettext("line of keys", "back")
    yield "?", pgettext("line of keys", "keys")
    yield "Tab", pgettext("line of keys", "scroll the words")


def _key(key: str, word: str) -> Content:
    return safe_line(key, style="bold $accent") + safe_line(f" {word}")
