"""Picking from a list: one thing or several, with a search above them."""

from __future__ import annotations

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Line

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui.folding import matches
from eventreview.tui.form_options import Option, other_population
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.in_order import OrderedInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content


class PickModal(ModalScreen[tuple[str, ...] | None]):
    """Gives what was picked, in the order it had and then as it was ticked; None when it was left as it was.

    alone: values that go with no other. own_population: a population in one's own words can be added. bare: values
    are of no interest to people, so their labels stand alone.
    """

    CSS_PATH = "pick.tcss"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "take", show=False),
        Binding("up", "move('up')", show=False),
        Binding("down", "move('down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        picked: Sequence[str],
        *,
        alone: Sequence[str] = (),
        many: bool = False,
        own_population: bool = False,
        bare: bool = False,
    ) -> None:
        super().__init__()
        self.heading = title
        self.options = list(options)
        self.picked = list(picked)
        self.alone = tuple(alone)
        self.many = many
        self.own_population = own_population
        self.bare = bare

    def compose(self) -> ComposeResult:
        """The search, the list, and what the keys do."""
        with Vertical(id="pick-box"):
            yield Static(safe_line(self.heading), id="pick-title")
            search = OrderedInput(placeholder=_("type to search"), compact=True, id="pick-search")
            search.cursor_blink = False
            yield search
            yield OptionList(id="pick-list", markup=False)
            yield Static(self._keys(), id="pick-keys")

    def on_mount(self) -> None:
        """Fills the list and goes to what is picked."""
        self._fill("")
        self.lines.can_focus = False
        first = next((each.value for each in self.options if each.value in self.picked), None)
        self._go_to(first)
        self.query_one(Input).focus()

    @property
    def lines(self) -> OptionList:
        """The list to pick from."""
        return self.query_one("#pick-list", OptionList)

    def _keys(self) -> Content:
        if self.many:
            return safe_line(_("enter ticks · ctrl+s takes them · esc leaves it as it was"), style="$quiet")
        return safe_line(_("enter takes it · esc leaves it as it was"), style="$quiet")

    def _fill(self, search: str) -> None:
        """Lists what the search finds; of populations also the words themselves."""
        found = [each for each in self.options if matches(search, f"{each.label} {each.value}")]
        own = other_population(search)
        if self.own_population and search.strip() and own.value not in (each.value for each in self.options):
            found.append(own)
        self.found = found
        nothing = Line(safe_line(_("Nothing in this list has these words."), style="$quiet"), disabled=True)
        self.lines.set_options([Line(self._line(option)) for option in found] or [nothing])
        self.lines.highlighted = 0 if found else None

    def _line(self, option: Option) -> Content:
        ticked = option.value in self.picked
        box = "[]" if self.many and option.value not in self.alone else "()"
        sign = ("x" if box == "[]" else "•") if ticked else " "
        line = safe_line(f"{box[0]}{sign}{box[1]} {option.label}", style="bold" if ticked else "")
        if not option.known:
            line += safe_line("  " + pgettext("form", "not among the words of the format"), style="$warning")
        elif not self.bare and option.value not in self.alone and not option.label.startswith(option.value):
            line += safe_line("  " + option.value, style="$quiet")
        return line

    def _go_to(self, value: str | None) -> None:
        for index, option in enumerate(self.found):
            if option.value == value:
                self.lines.highlighted = index

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Narrows the list down."""
        event.stop()
        self._fill(event.value)

    @on(Input.Submitted)
    def entered(self, event: Input.Submitted) -> None:
        """Picks what is at the cursor."""
        event.stop()
        self.action_pick()

    @on(OptionList.OptionSelected)
    def clicked(self, event: OptionList.OptionSelected) -> None:
        """Picks what was clicked."""
        event.stop()
        self.action_pick()

    def action_move(self, where: str) -> None:
        """Moves in the list while the search keeps the focus."""
        getattr(self.lines, f"action_{where if where.startswith('page') else 'cursor_' + where}")()

    def action_pick(self) -> None:
        """Takes what is at the cursor, or ticks it."""
        at = self.lines.highlighted
        if at is None:
            return
        option = self.found[at]
        if not self.many:
            self.dismiss((option.value,))
            return
        if option not in self.options:
            self.options.append(option)
        self._tick(option.value)
        for index, each in enumerate(self.found):
            self.lines.replace_option_prompt_at_index(index, self._line(each))

    def _tick(self, value: str) -> None:
        if value in self.picked:
            self.picked.remove(value)
        elif value in self.alone:
            self.picked = [value]
        else:
            self.picked = [*(each for each in self.picked if each not in self.alone), value]
        if not self.picked:
            self.picked = list(self.alone[:1])

    def action_take(self) -> None:
        """Gives what is ticked; of one thing, what is at the cursor."""
        if not self.many:
            self.action_pick()
            return
        self.dismiss(tuple(self.picked))

    def action_leave(self) -> None:
        """Leaves everything as it was."""
        self.dismiss(None)
