"""A finding as a list shows it, in two lines, and the headings between: sign, word, rule and object; then what is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from eventreview.report import sentences
from eventreview.tui.safetext import safe_line
from eventreview.tui.theme import QUIET, tint_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.tui.grouping import Group

CODE = 7
RULE = "─"
WIDEST = 200
# Cells that the sign, the code and most objects take beside the word of a finding.
BESIDE_WORDS = 36


def heading_content(group: Group) -> Content:
    """The line above the findings of a group that doesn't fold."""
    head = f"{group.title} · {len(group.findings)} "
    return safe_line(head + RULE * (WIDEST - len(head)), style=QUIET)


def folding_content(group: Group, is_unfolded: bool) -> Content:
    """The line of a group that folds, with how many findings it has."""
    return safe_line(f"{group.title} {'▾' if is_unfolded else '▸'} {len(group.findings)}", style=QUIET)


def aligned_width(findings: Sequence[Finding], room: int) -> int:
    """How wide the words of these findings stand in a list of `room` cells; 0: not aligned, there is too little room."""
    # Each kind of finding has one word, so that ten thousand findings needn't all say theirs.
    kinds = {(finding.result, finding.severity): finding for finding in findings}
    width = max((len(sentences.label(finding)) for finding in kinds.values()), default=0)
    return width if width <= room - BESIDE_WORDS else 0


def entry_content(session: Session, finding: Finding, width: int) -> Content:
    """A finding in two lines. width: that words are aligned to, 0 for none."""
    return Content("\n").join(entry_lines(session, finding, width))


def entry_lines(session: Session, finding: Finding, width: int) -> Iterator[Content]:
    """The two lines of a finding, one by one."""
    word = f"{sentences.sign(finding)} {sentences.label(finding):<{width}}" + ("  " if width else " ")
    yield Content.assemble(
        safe_line(word, style=tint_of(finding)),
        safe_line(f"{finding.rule.code:<{CODE if width else 0}} ", style="bold"),
        safe_line(sentences.subject(session.file, finding)),
    )
    yield safe_line(f"  {sentences.short(finding)}", style=QUIET)
