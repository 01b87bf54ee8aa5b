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
from eventreview.tui import keymap, reasons
from eventreview.tui.acts import judging_reasons
from eventreview.tui.desk import Desk

FINDINGS, PLAN, FILE, MOVING, DESK, PAGES, WINDOWS, FOLDER = GROUPS = (
    "Findings", "The plan", "The file", "Moving around", "The desk", "In the rules and the source",
    "In windows and forms", "The plans of a folder",
)  # fmt: skip
# On top of the review, where the same keys may do something else.
APART = (PAGES, WINDOWS, FOLDER)
# Who binds the keys: the review screen, the whole desk, or the widget that has the focus.
ON_REVIEW, ON_DESK, ON_WIDGET, ON_FOLDER = "review", "desk", "widget", "folder"


@dataclass(frozen=True)
class Command:
    """One command. title: its word in the line of keys, help: a line about it, both msgids. footer: its rank there.

    mutates: it changes the plan, so never in a session for reading alone. footer 0: not in the line of keys.
    shipped_keys: those that it has when the configuration gives it no others.
    """

    id: str
    title: str
    help: str
    shipped_keys: tuple[str, ...]
    group: str
    why_not: Callable[[Desk], str | None] = reasons.always
    mutates: bool = False
    footer: int = 0
    where: str = ON_REVIEW
    priority: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that it has now."""
        return keymap.of(self.id, self.shipped_keys)

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
    Command("judge-finding", "judge", "Record what an organisation answered to the question, or take it back.", ("J",),
            FINDINGS, judging_reasons.without_question, mutates=True, footer=5),
    Command("waive-finding", "waive", "Record that those concerned agreed to live with this until a day.", ("w",),
            FINDINGS, judging_reasons.without_fault_to_waive, mutates=True, footer=9),
    Command("skip-finding", "skip", "Leave the finding aside until the end; the same key takes it back.", ("s",),
            FINDINGS, reasons.without_finding, footer=4),
    Command("skip-rule", "skip rule", "Leave every finding of this rule aside; the same key takes them back.", ("S",),
            FINDINGS, reasons.without_finding),
    Command("next-finding", "next", "The next finding that is not met or to be judged.", ("n",), FINDINGS, footer=8),
    Command("previous-finding", "previous", "The open finding before this one.", ("N",), FINDINGS),
    Command("filter-findings", "filter", "Show only findings with these words; Esc shows all again.", ("/",),
            FINDINGS, footer=7, priority=True),
    Command("choose-facets", "facets", "Show only some results, severities, families, objects or rules; Esc shows all.",
            ("f",), FINDINGS, footer=8),
    Command("fold-groups", "unfold", "Unfold or fold what is met, not stated, not yet, waived or left aside.", ("z",),
            FINDINGS, footer=12),
    Command("edit-object", "edit", "Edit the object at the cursor in a form.", ("e",), PLAN, reasons.without_object,
            mutates=True, footer=3),
    Command("add-object", "add", "Add a place to the panel at the cursor, or an entry to the list.", ("i",), PLAN,
            reasons.without_room, mutates=True, footer=9),
    Command("duplicate-object", "duplicate",
            "Add an entry like the one at the cursor; people, declarations and dates aren’t copied.", ("D",), PLAN,
            reasons.without_entry, mutates=True),
    Command("move-object-up", "move up", "Move the entry at the cursor before the one above it.", ("<",), PLAN,
            reasons.without_room_above, mutates=True),
    Command("move-object-down", "move down", "Move the entry at the cursor after the one below it.", (">",), PLAN,
            reasons.without_room_below, mutates=True),
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
    Command("open-editor", "editor", "Open the file in your editor ($VISUAL or $EDITOR) at this line, then read it again.",
            ("o",), FILE, reasons.without_editor, mutates=True),
    Command("copy-out", "copy", "Copy the message, the place in the file, the finding or the review.", ("y",), FILE),
    Command("plain-mode", "plain", "Leave the desk and go on line by line, without a screen.", ("P",), FILE, mutates=True),
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
    Command("show-source", "source", "The text of the file, with the findings beside their lines.", ("v",), FILE,
            footer=15),
    Command("show-timeline", "timeline", "What came before what: asked, answered, decided, chosen, published.", ("t",), PLAN,
            footer=14),
    Command("show-rules", "rules", "The catalogue of rules, at the rule of the finding at the cursor.", ("R",), DESK,
            footer=16),
    Command("show-palette", "all", "Search every command, and go to a panel, a place, a rule or a finding.", ("ctrl+p",),
            DESK, where=ON_DESK, footer=14),
    Command("show-help", "keys", "All keys.", ("?", "f1"), DESK, where=ON_DESK, footer=1),
    Command("switch-language", "language", "Go on in the other language.", ("L",), DESK, where=ON_DESK),
    Command("choose-theme", "theme", "Choose the colours for this run.", (), DESK, where=ON_DESK),
    Command("suspend-desk", "suspend", "Put the desk to sleep and go back to the shell; fg wakes it.", (), DESK,
            reasons.without_shell, where=ON_DESK),
    Command("quit-desk", "quit", "Leave; what isn’t saved is asked about.", ("q", "ctrl+q"), DESK, where=ON_DESK,
            footer=1),
    Command("page-next", "next", "The next line with a finding; while something is searched, with its words.", ("n",),
            PAGES, where=ON_WIDGET),
    Command("page-previous", "previous", "The line with a finding, or with the words, before this one.", ("N",), PAGES,
            where=ON_WIDGET),
    Command("page-open", "open", "Go to the finding at the cursor; in the list of rules, to the rule in full.",
            ("enter",), PAGES, where=ON_WIDGET),
    Command("page-search", "search", "Search the rules, the lines of the source, or the keys.", ("/",), PAGES,
            where=ON_WIDGET),
    Command("page-back", "back", "Leave the search; then back to the review.", ("escape", "q"), PAGES,
            where=ON_WIDGET),
    Command("window-answer", "answer", "Give the answer that has the focus; open a list; take or tick what is at its "
            "cursor.", ("enter",), WINDOWS, where=ON_WIDGET),
    Command("window-take", "apply", "Apply the form; take what is ticked in a list.", ("ctrl+s",), WINDOWS,
            where=ON_WIDGET),
    Command("window-leave", "leave", "Close the window; the plan stays as it is.", ("escape",), WINDOWS,
            where=ON_WIDGET),
    Command("window-move", "move", "The field before or after; in a list, up and down; else scroll what is shown.",
            ("up", "down"), WINDOWS, where=ON_WIDGET),
    Command("window-focus", "focus", "The next answer or field, or the one before.", ("tab", "shift+tab"), WINDOWS,
            where=ON_WIDGET),
    Command("window-page", "page", "A page of fields, lines or choices up or down.", ("pageup", "pagedown"), WINDOWS,
            where=ON_WIDGET),
    Command("field-step", "choose", "The next word of a choice, or the one before; tick or untick a box.",
            ("space", "left", "right"), WINDOWS, where=ON_WIDGET),
    Command("field-empty", "empty", "Empty a choice.", ("backspace", "delete"), WINDOWS, where=ON_WIDGET),
    Command("field-day", "day", "A day later or earlier in a date.", ("shift+up", "shift+down"), WINDOWS,
            where=ON_WIDGET),
    Command("field-truth", "yes or no", "Yes (also o) or no where a field asks it.", ("y", "o", "n"), WINDOWS,
            where=ON_WIDGET),
    Command("search-plans", "search", "Show only plans with these words in title, name, stage or dates.", ("/",), FOLDER,
            where=ON_FOLDER, priority=True),
    Command("new-plan", "new plan", "Begin a plan: title, file, stage, and whom it concerns.", ("i",), FOLDER,
            where=ON_FOLDER),
    Command("look-again", "look again", "Look for the plans anew and check them.", ("r",), FOLDER, where=ON_FOLDER),
    Command("show-all-plans", "show all", "Show all plans again.", ("escape",), FOLDER, where=ON_FOLDER),
)  # fmt: skip
BY_ID = {command.id: command for command in COMMANDS}


def bindings(where: str) -> list[BindingType]:
    """The key bindings for a screen or the desk. Those of the review screen go through `run`, which asks `why_not`."""
    return [binding for command in COMMANDS if command.where == where for binding in _bindings(command)]


def _bindings(command: Command) -> Iterator[Binding]:
    for number, key in enumerate(command.shipped_keys or (keymap.none_of(command.id),), 1):
        each = f", {number}" if command.id == keymap.NUMBERED else ""
        run = "run_unless_typing" if command.priority else "run"
        action = f"{run}('{command.id}'{each})" if command.where == ON_REVIEW else command.action
        # ctrl+q has to work wherever the focus is, and Textual's own must not get it.
        # It stays whatever the configuration says; by their id the others give way to its keys.
        always = key == keymap.ALWAYS_QUITS
        changes = command.id if keymap.may_change(command) and not always else None
        yield Binding(key, action, command.id, show=False, priority=always or command.priority, id=changes)


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
    "space": "Space",
    "backspace": "Backspace",
}


def keys_label(command: Command) -> str:
    """All its keys as people read them; digits as a range."""
    if command.id == keymap.NUMBERED:
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
