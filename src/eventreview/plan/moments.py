"""Dates and times: one meaning of *before* for all rules (RULES.md A2)."""

from __future__ import annotations

import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    When = datetime.date | datetime.datetime

DAY = datetime.timedelta(days=1)


def day(moment: When) -> datetime.date:
    """The date of a date or date-time, as written."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def before(a: When, b: When, timezone: str | None) -> bool | None:
    """Whether `a` comes before `b`; None when that is undecided.

    Different dates decide. On one day both need a time. Two offsets are compared as instants whatever their dates; a
    local time beside an offset is read in `timezone`, and is undecided where that is absent or unknown, unless two days
    or more lie between them. Equal moments are undecided.
    """
    if isinstance(a, datetime.datetime) and isinstance(b, datetime.datetime) and (a.tzinfo or b.tzinfo):
        return _instants(a, b, timezone)
    if day(a) != day(b):
        return day(a) < day(b)
    if isinstance(a, datetime.datetime) and isinstance(b, datetime.datetime) and a != b:
        return a < b
    return None


def _instants(a: datetime.datetime, b: datetime.datetime, timezone: str | None) -> bool | None:
    if a.tzinfo is None or b.tzinfo is None:
        zone = _zone(timezone)
        if zone is None:
            return day(a) < day(b) if abs(day(a) - day(b)) > DAY else None
        a = a if a.tzinfo else a.replace(tzinfo=zone)
        b = b if b.tzinfo else b.replace(tzinfo=zone)
    return None if a == b else a < b


def _zone(name: str | None) -> datetime.tzinfo | None:
    if name is None:
        return None
    import zoneinfo

    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
