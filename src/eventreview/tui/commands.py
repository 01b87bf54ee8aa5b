"""The commands of the desk: one table, from which the key bindings, the line of keys and the help are made.

A command's id never changes; its action is the id with underscores. `why_not` says in a sentence why it can't be used
now, and gives None when it can: a command that is disabled says so when its key is pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.tui import reasons
from eventreview.tui.desk import Desk

FINDINGS, PLAN, FILE, MOVING, DESK = GROUPS = ("Findings", "The plan", "The file", "Moving around", "The desk")
# Who binds the keys: the review screen, the whole desk, or the widget that has the focus.
ON_REVIEW, ON_DESK, ON_WIDGET = "review", "desk", "widget"


@dataclass(frozen=True)
class Command:
    """One command. title: its word in the line of keys, help: a line about it, both msgids. footer: its rank there.

    mutates: it changes the plan, so never in a session for reading alone. footer 0: not in the line of keys.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    group: str
    why_not: Callable[[Desk], str | None] = reasons.always
    mutates: bool = False
    footer: int = 0
    where: str = ON_REVIEW
    priority: bool = False

    @property
    def action(self) -> str:
        """The name of its action method, without `action_`."""
        return self.id.replace("-", "_")

    def reason(self, desk: Desk) -> str | None:
        """Why it can't be used now; None when it can."""
        if self.mutates and desk.session.read_only:
            return _("This plan is open for reading only.")
        return self.why_not(desk)


COMMANDS = (
    Command("open-finding", "open", "The detail of the finding; there, the change of its first choice.", ("enter",),
            FINDINGS, reasons.without_finding, where=ON_WIDGET),
    Command("apply-choice", "apply", "Show what the first choice changes; Enter then makes the change.", ("a",),
            FINDINGS, reasons.without_answerless_choice, mutates=True, footer=2),
    Command("show-choice", "choice", "Show what the choice with this number changes.", tuple("123456789"),
            FINDINGS, reasons.without_choice, mutates=True),
    Command("skip-finding", "skip", "Leave the finding aside until the end; the same key takes it back.", ("s",),
            FINDINGS, reasons.without_finding, footer=4),
    Command("skip-rule", "skip rule", "Leave every finding of this rule aside; the same key takes them back.", ("S",),
            FINDINGS, reasons.without_finding),
    Command("next-finding", "next", "The next finding that is not met or to be judged.", ("n",), FINDINGS, footer=8),
    Command("previous-finding", "previous", "The open finding before this one.", ("N",), FINDINGS),
    Command("filter-findings", "filter", "Show only findings with these words; Esc shows all again.", ("/",),
            FINDINGS, footer=7),
    Command("fold-groups", "unfold", "Unfold or fold what is met, not stated, not yet, waived or left aside.", ("z",),
            FINDINGS, footer=12),
    Command("edit-object", "edit", "Edit the object at the cursor in a form.", ("e",), PLAN, reasons.without_object,
            mutates=True, footer=3),
    Command("add-object", "add", "Add a place to the panel at the cursor, or an entry to the list.", ("i",), PLAN,
            reasons.without_room, mutates=True, footer=9),
    Command("remove-object", "remove", "Remove the object at the cursor, after showing the change.", ("x", "delete"),
            PLAN, reasons.without_removable, mutates=True, footer=11),
    Command("undo-edit", "undo", "Take the last change back.", ("u", "ctrl+z"), PLAN, reasons.without_step, mutates=True,
            footer=5),
    Command("redo-edit", "redo", "Make the change again that was taken back.", ("ctrl+y",), PLAN, reasons.without_undone,
            mutates=True, footer=10),
    Command("save-plan", "save", "Show what would change on disk, then save.", ("ctrl+s",), FILE, reasons.without_change,
            mutates=True, footer=6),
    Command("save-plan-as", "save as", "Save under another name and go on there.", ("W",), FILE),
    Command("reload-plan", "reload", "Read the file again from disk.", ("r",), FILE, reasons.with_change),
    Command("move-cursor", "move", "Up and down.", ("up", "down", "k", "j"), MOVING, where=ON_WIDGET),
    Command("move-page", "page", "A page up or down.", ("pageup", "pagedown"), MOVING, where=ON_WIDGET),
    Command("move-to-end", "ends", "To the beginning or the end.", ("home", "end", "g", "G"), MOVING, where=ON_WIDGET),
    Command("next-pane", "next pane", "The pane to the right; in the outline, l unfolds.", ("tab", "l", "right"),
            MOVING),
    Command("previous-pane", "previous pane", "The pane to the left; in the outline, h folds.",
            ("shift+tab", "h", "left"), MOVING),
    Command("show-outline", "outline", "The outline of the plan.", ("f2",), MOVING, footer=13),
    Command("show-findings", "findings", "The list of findings.", ("f3",), MOVING),
    Command("show-detail", "detail", "The detail of the finding.", ("f4",), MOVING),
    Command("go-back", "back", "Back to the list; show all again; back to the plans of the folder.", ("escape",),
            MOVING),
    Command("show-help", "keys", "All keys.", ("?", "f1"), DESK, where=ON_DESK, footer=1),
    Command("quit-desk", "quit", "Leave; what isn’t saved is asked about.", ("q", "ctrl+q"), DESK, where=ON_DESK,
            footer=1),
)  # fmt: skip
BY_ID = {command.id: command for command in COMMANDS}


def bindings(where: str) -> list[BindingType]:
    """The key bindings for a screen or the desk. Those of the review screen go through `run`, which asks `why_not`."""
    return [binding for command in COMMANDS if command.where == where for binding in _bindings(command)]


def _bindings(command: Command) -> Iterator[Binding]:
    for number, key in enumerate(command.keys, 1):
        each = f", {number}" if command.id == "show-choice" else ""
        action = f"run('{command.id}'{each})" if command.where == ON_REVIEW else command.action
        # ctrl+q has to work wherever the focus is, and Textual's own must not get it.
        yield Binding(key, action, command.id, show=False, priority=key == "ctrl+q")


def title(command: Command) -> str:
    """Its word in the line of keys."""
    return pgettext("command", command.title)


def help_line(command: Command) -> str:
    """What it does, in one line."""
    return pgettext("command/help", command.help)


def group_title(group: str) -> str:
    """The heading of a group of commands."""
    return pgettext("command/group", group)


def key_label(key: str) -> str:
    """A key as people read it: `ctrl+s`, `F2`, `↑`."""
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return f"F{key[1:]}"
    if key.startswith("shift+"):
        return _("shift+{key}").format(key=key_label(key.removeprefix("shift+")))
    return pgettext("key", NAMES[key]) if key in NAMES else SIGNS.get(key, key)


SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "tab": "Tab",
}
NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def keys_label(command: Command) -> str:
    """All its keys as people read them; digits as a range."""
    if command.id == "show-choice":
        return "1–9"
    return " ".join(key_label(key) for key in command.keys)


def in_footer(commands: Iterable[Command] = COMMANDS) -> list[Command]:
    """The commands of the line of keys, the most needed first."""
    return sorted((command for command in commands if command.footer), key=lambda command: command.footer)


def messages() -> list[tuple[str, str]]:
    """The texts of the table, as (context, msgid)."""
    return [
        *(("command", command.title) for command in COMMANDS),
        *(("command/help", command.help) for command in COMMANDS),
        *(("command/group", group) for group in GROUPS),
        *(("key", label) for label in NAMES.values()),
    ]
