"""What is said of a recovery copy before a person decides what becomes of it."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import ngettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.recovery import Copy

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60


def offer_lines(name: str, copy: Copy, data: bytes, now: float) -> Iterator[str]:
    """What was found beside a plan, sentence by sentence.

    name: of the plan's file. data: what that holds. now: seconds since 1970.
    """
    yield _("Work on {name} that wasn’t saved was kept in a recovery copy, {age}.").format(
        name=name, age=_age(now - copy.written)
    )
    if copy.text is None:
        yield _("The copy is damaged: it isn’t a plan that can be read, so it can’t be taken over.")
    elif not copy.was_made_from(data):
        yield _("The file was changed since that work began; recovering undoes those other changes too.")


def _age(seconds: float) -> str:
    if seconds < MINUTE:
        return _("less than a minute ago")
    if seconds < HOUR:
        n = int(seconds // MINUTE)
        return ngettext("{n} minute ago", "{n} minutes ago", n).format(n=n)
    if seconds < DAY:
        n = int(seconds // HOUR)
        return ngettext("{n} hour ago", "{n} hours ago", n).format(n=n)
    n = int(seconds // DAY)
    return ngettext("{n} day ago", "{n} days ago", n).format(n=n)
