"""All commands with their keys, made from the table of commands; what can't be used now says why."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui import commands
from eventreview.tui.commands import Command
from eventreview.tui.desk import Desk
from eventreview.tui.folding import matches
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput


class HelpScreen(Screen[None]):
    """The keys, group by group. desk: of the screen it was opened from, None where no plan is open."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#help"
    BINDINGS = [
        Binding("escape", "go_back", show=False),
        Binding("q,question_mark,f1", "close_help", show=False),
        Binding("slash", "search", show=False),
        Binding("j", "scroll_help(1)", show=False),
        Binding("k", "scroll_help(-1)", show=False),
        Binding("g", "scroll_to_end(False)", show=False),
        Binding("G", "scroll_to_end(True)", show=False),
    ]

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """A heading and its commands for each group; the scrolling keys are the pane's own."""
        yield Static(safe(pgettext("screen", "Keys")), classes="title")
        search = OrderedInput(placeholder=_("/ search"), restrict=VISIBLE, compact=True, id="help-search")
        search.cursor_blink = False
        yield search
        with VerticalScroll(id="help"):
            for number, group in enumerate(commands.GROUPS):
                yield Static(safe_line(commands.group_title(group)), classes="group", id=f"group-{number}")
                for command in commands.COMMANDS:
                    if command.group == group:
                        yield Static(self._keys_content(command), classes="keys", id=f"keys-{command.id}")
                        lines = Content("\n").join(self._lines(command))
                        yield Static(lines, classes="help", id=f"help-{command.id}")
            yield Static(safe_line(_("No key has these words."), style=QUIET), id="help-nothing")
        yield Static(safe(_("Esc goes back.")), classes="note")

    def on_mount(self) -> None:
        """Shows all keys."""
        self._show("")

    def _keys_content(self, command: Command) -> Content:
        return safe_line(commands.keys_label(command), style="bold $accent")

    def _lines(self, command: Command) -> Iterator[Content]:
        yield Content.assemble(
            safe_line(commands.title(command), style="bold"), safe(f" – {commands.help_line(command)}")
        )
        reason = command.reason(self._desk) if self._desk is not None else None
        if reason is not None:
            yield safe(_("Not now: {reason}").format(reason=reason), "$quiet")

    def _show(self, words: str) -> None:
        """Shows the commands with these words, under the headings of their groups."""
        there: set[str] = set()
        for command in commands.COMMANDS:
            text = (commands.keys_label(command), commands.title(command), commands.help_line(command))
            shown = matches(words, " ".join((*text, commands.group_title(command.group))))
            for part in ("keys", "help"):
                self.query_one(f"#{part}-{command.id}").display = shown
            if shown:
                there.add(command.group)
        for number, group in enumerate(commands.GROUPS):
            self.query_one(f"#group-{number}").display = group in there
        self.query_one("#help-nothing").display = not there

    @property
    def _search(self) -> Input:
        return self.query_one("#help-search", Input)

    @property
    def _pane(self) -> VerticalScroll:
        return self.query_one("#help", VerticalScroll)

    @on(Input.Changed)
    def narrow_down(self, event: Input.Changed) -> None:
        """Shows only the commands with these words."""
        event.stop()
        self._show(event.value)

    @on(Input.Submitted)
    def leave_search(self, event: Input.Submitted) -> None:
        """Goes on in the list of keys."""
        event.stop()
        self.set_focus(self._pane)

    def action_search(self) -> None:
        """Goes to the search."""
        self.set_focus(self._search)

    def action_go_back(self) -> None:
        """Shows all keys again; then back."""
        if self._search.value or self._search.has_focus:
            self._search.value = ""
            self.set_focus(self._pane)
        else:
            self.dismiss()

    def action_close_help(self) -> None:
        """Goes back."""
        self.dismiss()

    def action_scroll_help(self, lines: int) -> None:
        """Scrolls by lines."""
        self._pane.scroll_relative(y=lines, animate=False)

    def action_scroll_to_end(self, down: bool) -> None:
        """Scrolls to the beginning, or to the end."""
        if down:
            self._pane.scroll_end(animate=False)
        else:
            self._pane.scroll_home(animate=False)
