"""Places and pieces of work whose pay can be set side by side (PAY-1)."""

from __future__ import annotations

from eventreview.plan.model import Place, Work
from eventreview.rules.pay.fees import is_offered, organiser_declined
from eventreview.rules.process import is_other
from eventreview.rules.words import SEAT_ROLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.rules.words import Scene

    Entry = Place | Work

UNPAID, OPEN, PAID = "unpaid", "open", "paid"


def state(scene: Scene, entry: Entry) -> str:
    """Whether an entry is paid, unpaid, or still open. What became of an offer changes nothing, unless the organiser
    declined it."""
    fee = entry.fee
    if fee is None:
        paid = entry.paid if isinstance(entry, Work) else None
        return OPEN if paid is None else PAID if paid else UNPAID
    if is_offered(fee):
        return PAID
    still_to_offer = bool(fee.amount) and not organiser_declined(fee) and scene.before_stage("published")
    return OPEN if still_to_offer else UNPAID


def paid_others(scene: Scene, entry: Entry) -> tuple[Entry, ...]:
    """The paid entries of the same group that are nobody's whom the event is about, in the order of the file."""
    group = group_of(scene, entry)
    paid = scene.memo(("paid", group), lambda: _paid_others(scene, group))
    return tuple(each for each in paid if each is not entry)


def _paid_others(scene: Scene, group: tuple[str | None, ...]) -> tuple[Entry, ...]:
    return tuple(each for each in _others(scene, group) if state(scene, each) == PAID)


def group_of(scene: Scene, entry: Entry) -> tuple[str | None, ...]:
    """What makes two entries the same work: the role, and of places the kind of panel; seats are one role, unless the
    event pays by role."""
    if isinstance(entry, Work):
        return ("work", entry.role)
    by_role = scene.plan.event.fee_policy == "by-role"
    return ("place", entry.parent.kind, "seat" if entry.role in SEAT_ROLES and not by_role else entry.role)


def _others(scene: Scene, group: tuple[str | None, ...]) -> tuple[Entry, ...]:
    if group[0] == "work":
        works = (work for work in scene.plan.work if is_other(scene, work.organisation))
        return tuple(work for work in works if group_of(scene, work) == group)
    return tuple(s for s in scene.places() if group_of(scene, s) == group and _is_nobodys(scene, s))


def _is_nobodys(scene: Scene, s: Place) -> bool:
    about = scene.about(scene.plan.event)
    if not scene.live(s) or scene.voice_of_any(s, about):
        return False
    # An open mandate is no *other*, whether the panel or the event is about those who lead its organisation.
    return not scene.mandate_open(s) and not (scene.silent(s) and scene.led_by_any(s.organisation, about))


def is_peer(scene: Scene, mine: Entry, other: Entry) -> bool:
    """Whether two paid entries can be set side by side: one unit and, for the fee of a whole place, about one length."""
    if mine.fee is None or other.fee is None or mine.fee.unit != other.fee.unit:
        return False
    if not (isinstance(mine, Place) and isinstance(other, Place)) or mine.fee.unit != "flat":
        return True
    if mine.minutes is None or other.minutes is None:
        return mine.parent is other.parent
    # Rounded, so that a difference of exactly the band is within it.
    return round(abs(other.minutes - mine.minutes) - scene.thresholds.length_band * mine.minutes, 9) <= 0
