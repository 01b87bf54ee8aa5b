"""What came before what, as values: the rows of the timeline, and the marks of their dates."""

from __future__ import annotations

import datetime

from eventreview.plan.moments import day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.moments import When
    from eventreview.review.finding import Finding

# In the order in which they should come, which is also that of a day on which nothing says more.
ASKED, ANSWERED, DRAFTING, DECIDED, CHOSEN, INVITED = "asked", "answered", "drafting", "decided", "chosen", "invited"
ASSESSED, FIXED, PUBLISHED, EVENT, TODAY = "assessed", "fixed", "published", "event", "today"
MARKS = (ASKED, ANSWERED, ASSESSED, DRAFTING, DECIDED, CHOSEN, INVITED, FIXED, PUBLISHED, EVENT, TODAY)
WITHHELD = "withheld"


class Mark:
    """One date of a row. ahead: it lies after today, so it is meant and not done. asking: the consultation it is from.

    with_next: the dates don't tell whether it came before the next mark of its row.
    """

    __slots__ = ("ahead", "asking", "kind", "when", "with_next")

    def __init__(self, kind: str, when: When, ahead: bool, asking: str = "", with_next: bool = False) -> None:
        self.kind = kind
        self.when = when
        self.ahead = ahead
        self.asking = asking
        self.with_next = with_next


class Row:
    """One object. kind: place, agenda, decision, statement, safety, consultation, event or today. path: where it is.

    absent: the marks that the object could have and hasn't, withheld: those whose date is kept out of the file.
    finding: what a rule found about it; fact: what that says of the order (see `facts`), None where it says nothing of
    it. flagged: the mark that came too early by it, None for none.
    """

    __slots__ = ("absent", "fact", "finding", "flagged", "kind", "marks", "path", "table", "withheld")

    def __init__(
        self,
        kind: str,
        table: Table,
        marks: Sequence[Mark],
        absent: Iterable[str] = (),
        withheld: Iterable[str] = (),
        finding: Finding | None = None,
        fact: str | None = None,
        flagged: str | None = None,
    ) -> None:
        self.kind = kind
        self.table = table
        self.path: Path = table.path
        self.marks = tuple(marks)
        self.absent = tuple(absent)
        self.withheld = tuple(withheld)
        self.finding = finding
        self.fact = fact
        self.flagged = flagged

    @property
    def says_something(self) -> bool:
        """Whether there is a date to show, one that is withheld, or a finding."""
        return bool(self.marks or self.withheld or self.finding is not None)


class Timeline:
    """All rows. left_out: objects of which there is nothing to show. closed: places of closed caucuses aren't shown."""

    __slots__ = ("closed", "left_out", "rows")

    def __init__(self, rows: Sequence[Row], left_out: Sequence[Row], closed: bool) -> None:
        self.rows = tuple(rows)
        self.left_out = tuple(left_out)
        self.closed = closed

    @property
    def span(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day of any row; today is always among them."""
        days = [day(mark.when) for row in self.rows for mark in row.marks]
        return min(days), max(days)
