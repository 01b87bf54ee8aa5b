"""Lists, dates and numbers as a person reads them in the language in use."""

from __future__ import annotations

from eventreview.language import current, pgettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Between thousands, and before decimals.
SEPARATORS = {"en": (",", "."), "fr": ("\u202f", ",")}


def join(items: Sequence[str]) -> str:
    """Give a list in words: “a, b and c”; an empty list gives an empty text."""
    if len(items) < 2:
        return "".join(items)
    return pgettext("list", "{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def date(d: datetime.date) -> str:
    """Give a date in words: “20 March 2027”; a date-time with its time to the minute, and its offset if it has one."""
    first = pgettext("first day of the month", "1")
    month = pgettext("month", MONTHS[d.month - 1])
    day = pgettext("date", "{day} {month} {year}").format(day=first if d.day == 1 else d.day, month=month, year=d.year)

    import datetime

    if not isinstance(d, datetime.datetime):
        return day
    time = pgettext("time", "{hour:02}:{minute:02}").format(hour=d.hour, minute=d.minute)
    offset = d.utcoffset()
    if offset is None:
        return pgettext("date", "{date}, {time}").format(date=day, time=time)
    zone = str(datetime.timezone(offset))
    return pgettext("date", "{date}, {time} ({zone})").format(date=day, time=time, zone=zone)


def weekday(d: datetime.date) -> str:
    """Give the day of the week of a date or date-time: “Saturday”."""
    return pgettext("weekday", WEEKDAYS[d.weekday()])


def number(n: int | float) -> str:
    """Give a number with the signs of the language between thousands and before decimals: “1,234.5”."""
    thousands, decimals = SEPARATORS[current()]
    whole, point, rest = f"{n:,}".partition(".")
    return whole.replace(",", thousands) + (decimals if point else "") + rest


def messages() -> Iterator[tuple[str, str]]:
    """Give context and English of the names of months and weekdays, for the catalogue."""
    for month in MONTHS:
        yield "month", month
    for day in WEEKDAYS:
        yield "weekday", day
