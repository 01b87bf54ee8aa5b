"""All commands with their keys, made from the table of commands; what can't be used now says why."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui import commands
from eventreview.tui.commands import Command
from eventreview.tui.desk import Desk
from eventreview.tui.safetext import safe, safe_line


class HelpScreen(Screen[None]):
    """The keys, group by group. desk: of the screen it was opened from, None where no plan is open."""

    CSS_PATH = "help.tcss"
    BINDINGS = [
        Binding("escape,q,question_mark,f1", "close_help", show=False),
        Binding("j", "scroll_help(1)", show=False),
        Binding("k", "scroll_help(-1)", show=False),
    ]

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """A heading and its commands for each group; the scrolling keys are the pane's own."""
        yield Static(safe(pgettext("screen", "Keys")), classes="title")
        with VerticalScroll(id="help"):
            for group in commands.GROUPS:
                yield Static(safe_line(commands.group_title(group)), classes="group")
                for command in commands.COMMANDS:
                    if command.group == group:
                        yield Static(self._keys_content(command), classes="keys")
                        yield Static(Content("\n").join(self._lines(command)), classes="help")
        yield Static(safe(_("Esc goes back.")), classes="note")

    def _keys_content(self, command: Command) -> Content:
        return safe_line(commands.keys_label(command), style="bold $accent")

    def _lines(self, command: Command) -> Iterator[Content]:
        yield Content.assemble(
            safe_line(commands.title(command), style="bold"), safe(f" – {commands.help_line(command)}")
        )
        reason = command.reason(self._desk) if self._desk is not None else None
        if reason is not None:
            yield safe(_("Not now: {reason}").format(reason=reason), "$quiet")

    def action_close_help(self) -> None:
        """Goes back."""
        self.dismiss()

    def action_scroll_help(self, lines: int) -> None:
        """Scrolls by lines."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=lines, animate=False)
