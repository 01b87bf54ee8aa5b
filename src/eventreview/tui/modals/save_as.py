"""Asks for the name under which a plan is saved."""

from __future__ import annotations

import os

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from eventreview.language import gettext as _
from eventreview.tui.safetext import safe
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput


class SaveAsModal(ModalScreen[str]):
    """Asks for a path; "" when it is left. A file that is there is never taken."""

    CSS_PATH = "asking.tcss"
    BINDINGS = [Binding("escape", "leave_unsaved", show=False)]

    def __init__(self, path: str) -> None:
        super().__init__(classes="asking")
        self._path = path

    def compose(self) -> ComposeResult:
        """The path as it is, to be changed; what is wrong with it stands below."""
        with Vertical(classes="window"):
            yield Static(safe(self.heading()), classes="title")
            field = OrderedInput(value=_stem(self._path), restrict=VISIBLE, compact=True, select_on_focus=False)
            field.cursor_blink = False
            yield field
            yield Static(safe(_("Enter saves, Esc leaves.")), id="save-as-note")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Gives the path, or says why it can't be taken."""
        event.stop()
        path = os.path.expanduser(event.value.strip())
        refusal = self.refusal(path)
        if refusal is None:
            self.dismiss(path)
        else:
            self.query_one("#save-as-note", Static).update(safe(refusal, "$error"))

    def heading(self) -> str:
        """What is asked for."""
        return _("Save as")

    def refusal(self, path: str) -> str | None:
        """Why a path can't be taken; None when it can."""
        return refusal_of(path)

    def action_leave_unsaved(self) -> None:
        """Saves nothing."""
        self.dismiss("")


def refusal_of(path: str) -> str | None:
    """Why a plan can't be saved at a path; None when it can."""
    refusal = refusal_of_any(path)
    if refusal is None and not path.endswith(".toml"):
        return _("The name of a plan ends in .toml.")
    return refusal


def refusal_of_any(path: str) -> str | None:
    """Why no file can be made at a path; None when it can."""
    if not path:
        return _("A name is needed.")
    if os.path.lexists(path):
        return _("There is a file of this name already. Choose another name.")
    return None if os.path.isdir(os.path.dirname(path) or ".") else _("There is no such folder.")


def _stem(path: str) -> str:
    """The path to begin with; one that can't be shown as it is gives way to nothing."""
    return path if path.isprintable() else ""
