"""The words that pay, sources, inclusion, statements, partnership, bridges and learning share.

*past*, *future*, *before* and *about* are the Scene's; *an organisation led by p* is `scene.own(p)`.
"""

from __future__ import annotations

import datetime

from eventreview.plan.moments import day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.plan.model import Consultation, Source, Statement
    from eventreview.plan.moments import When
    from eventreview.rules.words import Scene

# An outcome that nobody has written down is a reply as well; no-answer and declined aren't.
REPLIES = (None, "agreed", "changed", "partly", "objected")
COMMUNITY_SOURCES = ("community-led", "joint-un-community")


def has(scene: Scene, ids: Iterable[str] | None, population: str) -> bool:
    """Whether at least one of these organisations is led by the population."""
    return scene.one_of_theirs(ids, population) is not None


def is_other(scene: Scene, id: str | None) -> bool:
    """Whether the organisation with this id is led by nobody whom the event is about."""
    return scene.organisation(id) is not None and not scene.led_by_any(id, scene.about(scene.plan.event))


def reply(scene: Scene, c: Consultation) -> bool:
    """Whether a consultation got a reply by today: an objection is one, no answer and declining aren't."""
    return scene.past(c.answered_on) and c.outcome in REPLIES


def days(a: When, b: When) -> int:
    """The date of `b` minus the date of `a`, in days."""
    return (day(b) - day(a)).days


def plus_days(d: When, n: int) -> datetime.date:
    """The day so many days on. The calendar ends with the year 9999."""
    start = day(d)
    return start + datetime.timedelta(days=min(n, (datetime.date.max - start).days))


def plus_months(d: When, months: int) -> datetime.date:
    """The same day some months on, or that month's last day. The calendar ends with the year 9999."""
    start = day(d)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month + 1, min(start.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    return 31 if month == 12 else (datetime.date(year, month + 1, 1) - datetime.date(year, month, 1)).days


def over_months(scene: Scene, d: When, months: int) -> bool:
    """Whether more than so many months have gone by since `d`; to the day isn't over."""
    return plus_months(d, months) < scene.today


def last_day(scene: Scene) -> datetime.date | None:
    """The day the event ends, else the day it starts."""
    event = scene.plan.event
    last = event.ends if event.ends is not None else event.starts
    return None if last is None else day(last)


def final_on(statement: Statement) -> datetime.date | None:
    """The day a text was or is to be finalised, else published."""
    return statement.finalised_on if statement.finalised_on is not None else statement.published_on


def is_final(scene: Scene, statement: Statement) -> bool:
    """Whether a text is final by today."""
    return scene.past(final_on(statement))


def is_community_source(source: Source) -> bool:
    """Community-led, or made by a UN agency and the community together."""
    return source.kind in COMMUNITY_SOURCES


def fold(text: str) -> str:
    """Trimmed, inner white space to one space, without regard to case."""
    return " ".join(text.split()).casefold()


def median(numbers: Iterable[int]) -> float:
    """The middle number, or the mean of the two middle ones. Raises ValueError where there are none."""
    ordered = sorted(numbers)
    if not ordered:
        raise ValueError("no numbers")
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
