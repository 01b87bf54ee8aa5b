"""What is seen while the rest of the desk is still being loaded: the head of the plan and its first findings.

They stand where the review will have them, so that nothing moves when the panes come. Nothing can be done here: the
desk keeps the keys for the review.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import islice

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from eventreview.report.counts import Counts, summary
from eventreview.review.session import Session
from eventreview.tui.finding_lines import aligned_width, entry_lines, folding_content, heading_content
from eventreview.tui.grouping import Group, grouped
from eventreview.tui.head_words import FOR_STEPS, IN_FULL, context
from eventreview.tui.safetext import safe_line
from eventreview.tui.theme import QUIET

# As in review.tcss: the columns and lines from which there are panes, and from which they are wider; their widths.
WIDE, VERY_WIDE, MEDIUM, TALL = 120, 160, 80, 20
PANES, WIDER_PANES = (30, 42), (40, 64)
# The share of the findings where they stand beside the detail alone.
SHARE = 1.1 / 2.1
# The lines below the panes: what just happened, the keys.
LAST = 2


class FirstSeen(Message):
    """The first lines are on the screen."""


class FirstSight(Widget):
    """The first lines of a review, as plain text in the colours of the review."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.styles.height = "100%"
        self.styles.text_wrap = "nowrap"

    def on_show(self, _event: events.Show) -> None:
        """The screen has painted what it shows by the time it tells so."""
        self.post_message(FirstSeen())

    def render(self) -> Content:
        """As many lines as the screen has."""
        return Content("\n").join(first_lines(self.session, self.size))


def first_lines(session: Session, size: Size) -> list[Content]:
    """The lines of the head and of the findings for a screen of this size."""
    is_small = size.width < MEDIUM or size.height < TALL
    left, width = _list_of(size)
    # The pane has a border, but for a small screen.
    room = width if is_small else width - 2
    lines = list(_head(session, size, is_small))
    if not is_small:
        lines.append(Content(""))
    indent = Content(" " * (left + 1))
    groups = grouped(session)
    below = size.height - len(lines) - (LAST if is_small else LAST + 1)
    if sum(1 if group.folds else 1 + 2 * len(group.findings) for group in groups) > below:
        room -= 1  # for the bar that scrolls
    listed = islice(_list(session, groups, room), max(below, 0))
    lines += [Content.assemble(indent, line.truncate(max(room, 1), ellipsis=True)) for line in listed]
    return lines


def _list_of(size: Size) -> tuple[int, int]:
    """Where the pane of the findings begins, and its width."""
    if size.width < MEDIUM or size.height < TALL:
        return 0, size.width - 2
    if size.width < WIDE:
        return 0, int(size.width * SHARE)
    outline, detail = WIDER_PANES if size.width >= VERY_WIDE else PANES
    return outline, size.width - outline - detail


def _head(session: Session, size: Size, is_small: bool) -> Iterator[Content]:
    name = safe_line(os.path.basename(session.path), style="bold")
    beside = safe_line("" if is_small else context(session, size.width < IN_FULL), style=QUIET)
    gap = max(size.width - 2 - name.cell_length - beside.cell_length, 2)
    for line in (Content.assemble(name, " " * gap, beside), safe_line(summary(Counts(session.review.findings)))):
        yield Content.assemble(" ", line).truncate(max(size.width - 1, 1), ellipsis=True)
    if size.height >= FOR_STEPS and size.width >= IN_FULL:
        yield Content("")


def _list(session: Session, groups: Sequence[Group], room: int) -> Iterator[Content]:
    for group in groups:
        if group.folds:
            yield folding_content(group, is_unfolded=False)
            continue
        yield heading_content(group)
        width = aligned_width(group.findings, room)
        for finding in group.findings:
            yield from entry_lines(session, finding, width)
