"""The list of findings: two lines each, in groups; what needs nobody now is folded under its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from eventreview import language
from eventreview.language import gettext as _
from eventreview.review.session import Session
from eventreview.tui.finding_lines import aligned_width, entry_content, folding_content, heading_content
from eventreview.tui.grouping import Group
from eventreview.tui.messages import FindingOpened, FindingReached, GroupToggled
from eventreview.tui.safetext import safe_line
from eventreview.tui.theme import QUIET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import FindingKey

MOST = 10_000


class EntryVisual(Visual):
    """A finding as the list shows it, worked out when it comes into sight: of ten thousand, few ever do."""

    LINES = 2

    def __init__(self, make: Callable[[], Content]) -> None:
        self._make = make
        self._made: Content | None = None

    @property
    def content(self) -> Content:
        """The two lines."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The lines at a width."""
        return self.content.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width of the longer line."""
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Always the same: lines aren't wrapped."""
        return self.LINES


class FindingOption(Option):
    """A row of the list for one finding."""

    def __init__(self, make: Callable[[], Content], id: str) -> None:
        super().__init__(EntryVisual(make), id=id)


class FindingList(OptionList):
    """The findings of a plan. The cursor is kept by what a finding is known by, not by its row."""

    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._session = session
        self._findings: dict[str, Finding] = {}
        self._made: dict[tuple[int, int], FindingOption] = {}
        self._made_for: tuple[int, str] | None = None
        self._order: list[FindingKey] = []
        self._groups: tuple[Group, ...] = ()
        self._head = ""
        self._unfolded: set[str] = set()
        self._aligned: tuple[int, ...] = ()

    # What is shown

    def show(self, groups: Sequence[Group], key: FindingKey | None = None, head: str = "") -> None:
        """Shows these groups, with the cursor at the finding known by `key`, under a line that says `head`.

        Where that is gone, the cursor goes to the first open finding after it, else to the last one before it.
        """
        before = self._order
        self._groups = tuple(groups)
        self._head = head
        self._findings = {}
        self._forget()
        self._aligned = self._widths()
        options: list[Option] = [Option(safe_line(head, style="$accent"), disabled=True)] if head else []
        for group, width in zip(groups, self._aligned, strict=True):
            options.append(self._heading(group))
            if self._is_unfolded(group):
                options += [self._option(finding, width) for finding in group.findings[: MOST - len(self._findings)]]
        if len(self._findings) >= MOST:
            note = _("The first {n} are shown. A filter shows others.").format(n=MOST)
            options.append(Option(safe_line(note, style=QUIET), disabled=True))
        self._order = [finding.key for finding in self._findings.values()]
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(options)
            row = self._row_of(self._survivor(before, key))
            self.highlighted = self._first_row() if row is None else row
        self.post_message(FindingReached(self.finding))

    def _is_unfolded(self, group: Group) -> bool:
        return not group.folds or (group.id in self._unfolded) != group.asked_for

    def _widths(self) -> tuple[int, ...]:
        """How wide the words of each group's findings stand; 0 where they aren't aligned because there is little room."""
        room = self.scrollable_content_region.width
        return tuple(aligned_width(group.findings, room) if self._is_unfolded(group) else 0 for group in self._groups)

    def on_resize(self) -> None:
        """With more or less room the words are aligned or not."""
        if self._aligned != self._widths():
            self.show(self._groups, self.finding.key if self.finding is not None else None, self._head)

    def _heading(self, group: Group) -> Option:
        if group.folds:
            return Option(folding_content(group, self._is_unfolded(group)), id=f"group-{group.id}")
        return Option(heading_content(group), disabled=True)

    def _option(self, finding: Finding, width: int) -> Option:
        """The row of a finding, made once for a review in a language: ten thousand new ones at each letter would tell."""
        option = self._made.get((id(finding), width))
        if option is None:
            name = f"finding-{len(self._made)}"
            option = FindingOption(lambda: entry_content(self._session, finding, width), name)
            self._made[id(finding), width] = option
        self._findings[option.id or ""] = finding
        return option

    def _forget(self) -> None:
        """Another review, or another language, has other rows."""
        made_for = (self._session.generation, language.current())
        if made_for != self._made_for:
            self._made_for, self._made = made_for, {}

    # Where the cursor is

    @property
    def finding(self) -> Finding | None:
        """The finding at the cursor."""
        option = self.highlighted_option
        return self._findings.get(option.id or "") if option is not None else None

    def go_to(self, key: FindingKey) -> bool:
        """Moves the cursor to the finding known by `key`; False where the list doesn't show it."""
        row = self._row_of(key)
        if row is not None:
            self.highlighted = row
        return row is not None

    def go_on(self, step: int) -> bool:
        """Moves the cursor to the next (1) or previous (-1) open finding, around the end; False where there is none."""
        rows = [self.get_option_index(name) for name, finding in self._findings.items() if self._is_open(finding)]
        if not rows:
            return False
        here = self.highlighted if self.highlighted is not None else -1
        beyond = [row for row in rows if (row - here) * step > 0]
        around = beyond or rows
        self.highlighted = around[0] if step > 0 else around[-1]
        return True

    def _is_open(self, finding: Finding) -> bool:
        return finding.is_open and not self._session.is_skipped(finding)

    def _row_of(self, key: FindingKey | None) -> int | None:
        for name, finding in self._findings.items():
            if finding.key == key:
                return self.get_option_index(name)
        return None

    def _first_row(self) -> int | None:
        return next((row for row, option in enumerate(self.options) if not option.disabled), None)

    def _survivor(self, before: Sequence[FindingKey], key: FindingKey | None) -> FindingKey | None:
        """Of the findings shown before, the one to be at now."""
        there = {finding.key for finding in self._findings.values()}
        if key is None or key in there or key not in before:
            return key
        at = before.index(key)
        still_open = {finding.key for finding in self._findings.values() if self._is_open(finding)}
        for known in (still_open, there):
            found = next((each for each in (*before[at:], *reversed(before[:at])) if each in known), None)
            if found is not None:
                return found
        return None

    # Folding

    def toggle(self, group: str) -> None:
        """Folds a group, or unfolds it; takes effect when the groups are shown again."""
        self._unfolded ^= {group}

    def toggle_all(self, groups: Sequence[Group]) -> None:
        """Unfolds every group that folds; folds them all where all are unfolded."""
        folding = [group for group in groups if group.folds]
        unfold = not all(self._is_unfolded(group) for group in folding)
        self._unfolded = {group.id for group in folding if unfold != group.asked_for}

    # Events

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tells which finding the cursor came to."""
        event.stop()
        self.post_message(FindingReached(self.finding))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells that a finding, or the line of a group, was entered."""
        event.stop()
        name = event.option.id or ""
        if name in self._findings:
            self.post_message(FindingOpened(self._findings[name]))
        elif name.startswith("group-"):
            self.post_message(GroupToggled(name.removeprefix("group-")))
