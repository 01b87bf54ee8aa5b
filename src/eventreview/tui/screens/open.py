"""The plans of a folder, with their counts: what the desk opens on when no single plan is named."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence

from textual import on, work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.plan.folder import STANDARD_INPUT, find_plans
from eventreview.tui import commands
from eventreview.tui.acts.beginning import Beginning
from eventreview.tui.folding import matches
from eventreview.tui.messages import PlanChosen
from eventreview.tui.plan_entries import PlanEntry, entry_of, told
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput

BATCH = 20


class PlansChecked(Message):
    """Some more plans were read and reviewed; done of total."""

    def __init__(self, entries: Sequence[PlanEntry], left_out: int, done: int, total: int) -> None:
        super().__init__()
        self.entries = tuple(entries)
        self.left_out = left_out
        self.done = done
        self.total = total


class OpenScreen(Beginning):
    """Lists the plans of folders in the order of their paths, as they are checked; Enter says which one was chosen."""

    CSS_PATH = "open.tcss"
    BINDINGS = [
        *commands.bindings(commands.ON_FOLDER),
        Binding("j", "move('cursor_down')", show=False),
        Binding("k", "move('cursor_up')", show=False),
        Binding("g", "move('first')", show=False),
        Binding("G", "move('last')", show=False),
    ]

    def __init__(self, paths: Sequence[str], today: datetime.date | None = None) -> None:
        super().__init__()
        self.paths = list(paths)
        self.today = today
        self.entries: list[PlanEntry] = []
        self.named: set[str] = set()
        self.left_out = 0
        self.done = False
        self._opened: str | None = None

    def compose(self) -> ComposeResult:
        """The folders, the search, the list, what is going on, and the keys."""
        where = ", ".join(self.paths) or "."
        yield Static(safe_line(_("Plans in {folder}").format(folder=where), style="bold"), id="open-title")
        search = OrderedInput(placeholder=_("/ search"), compact=True, restrict=VISIBLE, id="open-search")
        search.cursor_blink = False
        yield search
        yield OptionList(id="open-list", markup=False)
        yield Static(id="open-nothing")
        yield Static(id="open-status")
        yield Static(self._keys(), id="open-keys")

    def on_mount(self) -> None:
        """Begins to check the plans."""
        self.lines.focus()
        self.action_look_again()

    @property
    def lines(self) -> OptionList:
        """The list."""
        return self.query_one("#open-list", OptionList)

    def _keys(self) -> Content:
        pairs = (
            (pgettext("key", "Enter"), pgettext("line of keys", "open")),
            ("/", pgettext("line of keys", "search")),
            ("i", pgettext("line of keys", "new plan")),
            ("r", pgettext("line of keys", "look again")),
            ("?", pgettext("line of keys", "keys")),
            ("q", pgettext("line of keys", "quit")),
        )
        return safe_line("  ").join(
            [safe_line(key, style="bold $accent") + safe_line(f" {word}") for key, word in pairs]
        )

    # Checking

    def action_look_again(self) -> None:
        """Looks for the plans anew and checks them."""
        self.entries, self.left_out, self.done = [], 0, False
        self.lines.clear_options()
        self.query_one("#open-nothing").display = False
        self._say(_("Looking for plans …"))
        self._check_plans()

    @work(thread=True, exclusive=True, group="plans")
    def _check_plans(self) -> None:
        """Reads and reviews every plan, beside the screen; hands them over in batches."""
        worker = get_current_worker()
        found = find_plans(self.paths)
        paths = [path for path in found.plans if path != STANDARD_INPUT]
        self.named = set(found.named)
        batch: list[PlanEntry] = []
        left_out = 0
        for number, path in enumerate(paths, 1):
            if worker.is_cancelled:
                return
            entry = entry_of(path, named=path in found.named, today=self.today)
            if entry is None:
                left_out += 1
            else:
                batch.append(entry)
            if number % BATCH == 0:
                self.post_message(PlansChecked(batch, left_out, number, len(paths)))
                batch, left_out = [], 0
        if not worker.is_cancelled:
            self.post_message(PlansChecked(batch, left_out, len(paths), len(paths)))

    def on_plans_checked(self, event: PlansChecked) -> None:
        """Lists what was checked and says how far it is."""
        event.stop()
        self.entries += event.entries
        self.left_out += event.left_out
        self.done = event.done == event.total
        self.lines.add_options([self._option(each) for each in event.entries if self._is_found(each)])
        if self.lines.highlighted is None and self.lines.option_count:
            self.lines.highlighted = 0
        if not self.done:
            self._say(_("{done} of {total} files looked at …").format(done=event.done, total=event.total))
            return
        self._tell()

    def _tell(self) -> None:
        """Says how many plans there are, and what to do when there is none."""
        unreadable = sum(1 for each in self.entries if not each.readable)
        self._say(told(len(self.entries), unreadable, self.left_out))
        nothing = self.query_one("#open-nothing", Static)
        nothing.display = not self.entries or not self.lines.option_count
        # Without room rather than hidden: a hidden list would hand its focus to the search, and keys would be typed there.
        self.lines.set_class(nothing.display, "-nothing")
        if not self.entries:
            nothing.update(
                safe(
                    _(
                        "There is no plan here.\n\nA plan is a TOML file with at least the keys format, stage and "
                        "event. Name one, or a folder that holds some: eventreview PATH."
                    )
                )
            )
        else:
            nothing.update(safe(_("No plan has these words. Esc shows them all again.")))

    def _say(self, text: str) -> None:
        self.query_one("#open-status", Static).update(safe_line(text, style="$quiet"))

    # The list

    def _option(self, entry: PlanEntry) -> Option:
        """A plan over three lines: its title; stage, dates and file; its counts, or why it can't be read."""
        name = self._name_of(entry.path)
        title = safe_line(name if entry.title == entry.path else entry.title, style="bold")
        if entry.readable:
            about = safe_line("  " + " · ".join(part for part in (entry.about, name) if part), style="$quiet")
            return Option(title + safe("\n") + about + safe("\n  ") + _counts_content(entry), id=entry.path)
        sign = safe_line("✗ " + _("can't be read"), style="$error")
        return Option(title + safe("\n  ") + sign + safe("\n  ") + _counts_content(entry), id=entry.path)

    def _name_of(self, path: str) -> str:
        """The path as seen from the one folder that was named; the whole path where there are several."""
        if len(self.paths) == 1 and os.path.isdir(self.paths[0]):
            return os.path.relpath(path, self.paths[0])
        return path

    def _is_found(self, entry: PlanEntry) -> bool:
        search = self.query_one("#open-search", Input).value
        return matches(search, f"{entry.title} {entry.path} {entry.about}")

    def _fill(self) -> None:
        """Lists what the search finds, the cursor where it was."""
        at = self.lines.highlighted
        here = self.lines.get_option_at_index(at).id if at is not None else None
        found = [each for each in self.entries if self._is_found(each)]
        self.lines.set_options([self._option(each) for each in found])
        index = next((number for number, each in enumerate(found) if each.path == here), 0)
        self.lines.highlighted = index if found else None
        if self.done:
            self._tell()

    @on(Input.Changed)
    def narrow_down(self, event: Input.Changed) -> None:
        """Lists only what the search finds."""
        event.stop()
        self._fill()

    @on(Input.Submitted)
    def leave_search(self, event: Input.Submitted) -> None:
        """Goes on in the list."""
        event.stop()
        self.lines.focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Says which plan was chosen."""
        event.stop()
        if event.option.id is not None:
            self._opened = event.option.id
            self.post_message(PlanChosen(event.option.id))

    def on_screen_resume(self) -> None:
        """Back from a plan: its counts may be others now."""
        path, self._opened = self._opened, None
        if path is None:
            return
        entry = entry_of(path, named=True, today=self.today)
        if entry is not None:
            self.entries = [entry if each.path == path else each for each in self.entries]
            self._fill()

    def begun(self, path: str) -> None:
        """Lists a plan that has just been made; it is looked at again when it is left."""
        entry = entry_of(path, named=True, today=self.today)
        if entry is not None and all(each.path != path for each in self.entries):
            self.entries = sorted((*self.entries, entry), key=lambda each: each.path)
            self._fill()
        self._opened = path

    def action_search_plans(self) -> None:
        """Goes to the search; the letters that follow at once are its own. Raises SkipAction while words are typed."""
        if isinstance(self.focused, Input):
            raise SkipAction
        self.set_focus(self.query_one("#open-search", Input))

    def action_show_all_plans(self) -> None:
        """Shows all plans again."""
        self.query_one("#open-search", Input).value = ""
        self.lines.focus()

    def action_move(self, where: str) -> None:
        """Moves in the list, when it has the focus."""
        if self.lines.has_focus:
            getattr(self.lines, f"action_{where}")()


def _counts_content(entry: PlanEntry) -> Content:
    """The counts, and what stands beside the plan in lines of their own."""
    marks = [safe_line(f"  ! {mark}", style="$warning") for mark in entry.marks]
    return Content("\n").join([safe_line(entry.counts), *marks])
