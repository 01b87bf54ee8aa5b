"""Giving the terminal away for a while, and taking it back."""

from __future__ import annotations

from textual.app import App, SuspendNotSupported

from eventreview.language import gettext as _
from eventreview.tui import editors
from eventreview.tui.editors import NoEditor


def run_editor(app: App[None], words: list[str], path: str, line: int) -> int:
    """Gives the terminal to the editor until it ends; gives its exit status. Raises NoEditor."""
    try:
        with app.suspend():
            return editors.run(words, path, line)
    except SuspendNotSupported:
        raise NoEditor(_("The editor can’t be opened from here: this terminal can’t be handed over.")) from None


def ended_badly(editor: str, status: int) -> str:
    """The sentence about an editor that didn't end well; "" for one that did."""
    return _("{editor} ended with status {status}.").format(editor=editor, status=status) if status else ""
