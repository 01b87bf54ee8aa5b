"""Asks what a new plan begins with: the title of the event and the name of the file."""

from __future__ import annotations

import os
import unicodedata

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from eventreview.language import gettext as _
from eventreview.tui.modals.save_as import refusal_of
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput


class NewPlanModal(ModalScreen[tuple[str, str] | None]):
    """Gives title and path; None when it is left. folder: where the file goes, unless another one is typed."""

    CSS_PATH = "asking.tcss"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, folder: str) -> None:
        super().__init__(classes="asking")
        self._folder = folder
        self._offered = ""

    def compose(self) -> ComposeResult:
        """Two lines to fill in; what is wrong stands below."""
        with Vertical(classes="window"):
            yield Static(safe(_("A new plan")), classes="title")
            yield Static(safe_line(_("Title of the event")))
            yield self._input("new-title")
            yield Static(safe_line(_("Name of the file")))
            yield self._input("new-path")
            yield Static(safe(_("Enter goes on, Esc leaves.")), id="new-note")

    def _input(self, id: str) -> Input:
        made = OrderedInput(restrict=VISIBLE, compact=True, select_on_focus=False, id=id)
        made.cursor_blink = False
        return made

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offers a name of the file that follows the title, until another one is typed."""
        event.stop()
        path = self.query_one("#new-path", Input)
        if event.input.id == "new-title" and path.value == self._offered:
            name = slug(event.value)
            self._offered = os.path.join(self._folder, f"{name}.toml") if name else ""
            path.value = self._offered

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Gives both, or says what is missing."""
        event.stop()
        title = self.query_one("#new-title", Input).value.strip()
        path = os.path.expanduser(self.query_one("#new-path", Input).value.strip())
        refusal = refusal_of(path) if title else _("A title is needed; it can be changed later.")
        if refusal is None:
            self.dismiss((title, path))
        else:
            self.query_one("#new-note", Static).update(safe(refusal, "$error"))

    def action_leave(self) -> None:
        """Makes nothing."""
        self.dismiss(None)


def slug(title: str) -> str:
    """A title as the name of a file: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())
