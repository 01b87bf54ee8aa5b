"""Choosing facets: every value with how many findings it would show, the counts following each tick."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.tui.facets import FACETS, NOTHING, Chosen, counted, hint_of, title_of
from eventreview.tui.folding import matches
from eventreview.tui.safetext import safe_line
from eventreview.tui.theme import QUIET
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.review.finding import Finding

ALL = "all"
COUNT = 5


class FacetsModal(ModalScreen[Chosen | None]):
    """Gives what was chosen; None when it was left as it was.

    findings: those that the words of the filter let through.
    """

    CSS_PATH = "facets.tcss"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "take", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("down", "move('cursor_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
    ]

    def __init__(self, findings: Sequence[Finding], chosen: Chosen) -> None:
        super().__init__()
        self._findings = findings
        self._chosen = chosen
        self._pairs: dict[str, tuple[str, str]] = {}

    def compose(self) -> ComposeResult:
        """What is in force, a search, the values facet by facet, and what the keys do."""
        with Vertical(id="facets-box"):
            yield Static(safe_line(_("Show only")), id="facets-title")
            yield Static(id="facets-in-force")
            search = OrderedInput(placeholder=_("type to search"), compact=True, restrict=VISIBLE, id="facets-search")
            search.cursor_blink = False
            yield search
            yield OptionList(id="facets-list", markup=False)
            keys = _("enter ticks · ctrl+s shows them · esc leaves it as it was")
            yield Static(safe_line(keys, style=QUIET), id="facets-keys")

    def on_mount(self) -> None:
        """Fills the list."""
        self.values.can_focus = False
        self.query_one(Input).focus()
        self._fill()

    @property
    def values(self) -> OptionList:
        """The list."""
        return self.query_one("#facets-list", OptionList)

    def _fill(self) -> None:
        """Lists the values as they count now, the cursor where it was."""
        at = self.values.highlighted_option
        here = at.id if at is not None else None
        options = list(self._options(self.query_one(Input).value))
        self.values.set_options(options)
        enabled = [option.id for option in options if not option.disabled]
        here = here if here in enabled else next((each for each in enabled if each != ALL), None)
        self.values.highlighted = self.values.get_option_index(here) if here is not None else None
        shown = sum(1 for each in self._findings if self._chosen.keeps(each))
        found = ngettext("{n} finding", "{n} findings", shown).format(n=shown)
        self.query_one("#facets-in-force", Static).update(safe_line(f"{hint_of(self._chosen)} · {found}", style=QUIET))

    def _options(self, search: str) -> Iterator[Option]:
        self._pairs = {}
        if self._chosen:
            yield Option(safe_line(_("Show all findings again"), style="bold"), id=ALL)
        for facet in FACETS:
            found = [
                each for each in counted(facet, self._findings, self._chosen) if matches(search, " ".join(each[:2]))
            ]
            if found:
                yield Option(safe_line(title_of(facet), style=QUIET), disabled=True)
            for value, said, n in found:
                id = f"value-{facet}-{value}"
                self._pairs[id] = (facet, value)
                yield Option(self._value_content((facet, value), said, n), id=id)
        if not self._pairs:
            nothing = _("Nothing in this list has these words.")
            yield Option(safe_line(nothing, style=QUIET), disabled=True)

    def _value_content(self, pair: tuple[str, str], said: str, n: int) -> Content:
        ticked = pair in self._chosen.values
        box = "[x]" if ticked else "[ ]"
        style = "bold" if ticked else "" if n else QUIET
        return safe_line(f"{n:>{COUNT}}  {box} {said}", style=style)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Narrows the values down."""
        event.stop()
        self._fill()

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Ticks the value at the cursor."""
        event.stop()
        self.action_tick()

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Ticks what was clicked."""
        event.stop()
        self.action_tick()

    def action_move(self, where: str) -> None:
        """Moves in the list while the search keeps the focus."""
        getattr(self.values, f"action_{where}")()

    def action_tick(self) -> None:
        """Ticks the value at the cursor, or takes the tick away; or takes all away."""
        at = self.values.highlighted_option
        if at is None or at.id is None:
            return
        self._chosen = NOTHING if at.id == ALL else self._chosen.toggled(*self._pairs[at.id])
        self._fill()

    def action_take(self) -> None:
        """Gives what is ticked."""
        self.dismiss(self._chosen)

    def action_leave(self) -> None:
        """Leaves everything as it was."""
        self.dismiss(None)
