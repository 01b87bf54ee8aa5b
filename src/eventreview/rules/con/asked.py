"""Who was asked about a choice, and whether the answer came first, as REP-1, REP-3 and CON-1 ask it."""

from __future__ import annotations

from eventreview.plan.model import Decision, Place
from eventreview.plan.moments import day
from eventreview.rules.words import ANSWERS_THAT_COUNT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation
    from eventreview.plan.moments import When
    from eventreview.rules.words import Scene

    ByRef = Mapping[str | None, Sequence[Consultation]]


class Asked:
    """Consultations set beside the day of a choice; each attribute is the first of them that fits, or None.

    earliest: asked on the earliest day. undated: an answer without its day. With a day of the choice also, before: its
    answer came before; same_day: nothing tells which came first; late: asked by that day, answered after it; waiting:
    asked by that day, unanswered. overdue: each of the waiting ones was due before that day.
    """

    __slots__ = ("before", "earliest", "late", "overdue", "same_day", "undated", "waiting")

    def __init__(self, scene: Scene, consultations: Sequence[Consultation], chosen: When | None) -> None:
        self.before: Consultation | None = None
        self.same_day: Consultation | None = None
        self.undated: Consultation | None = None
        self.late: Consultation | None = None
        self.waiting: Consultation | None = None
        self.overdue = True
        self.earliest = min(consultations, key=lambda c: day(c.asked_on)) if consultations else None
        for c in consultations:
            if c.answered_on is None and c.outcome not in (None, "no-answer"):
                self.undated = self.undated or c
            if chosen is not None:
                self._set_beside(scene, c, chosen)

    def _set_beside(self, scene: Scene, c: Consultation, chosen: When) -> None:
        answered = c.answered_on is not None and c.outcome != "no-answer"
        if c.answered_on is not None and answered:
            first = scene.before(c.answered_on, chosen)
            if first:
                self.before = self.before or c
            elif first is None:
                self.same_day = self.same_day or c
        if day(c.asked_on) > day(chosen):
            return
        if c.answered_on is not None and scene.before(chosen, c.answered_on):
            self.late = self.late or c
        elif not answered:
            self.waiting = self.waiting or c
            self.overdue = self.overdue and c.reply_by is not None and day(c.reply_by) < day(chosen)


def spoken_for(scene: Scene, s: Place) -> tuple[str, ...]:
    """The populations that a panel seat is voice of: those who choose its holder, and are asked before others do."""
    return scene.voices(s) if scene.panel_seat(s) else ()


def asked(scene: Scene, subject: str, population: str, x: Place | Decision, chosen: When | None) -> Asked:
    """The consultations of the population's own organisations on a subject that are relevant for `x`.

    Those about this very object come first, then those about no object, each in the order of the file.
    """
    return _asked(scene, subject, population, x, chosen, False)


def agreed(scene: Scene, subject: str, population: str, x: Place | Decision, chosen: When | None) -> Asked:
    """The same, of those alone that ended in agreement or in changes by today."""
    return _asked(scene, subject, population, x, chosen, True)


def _asked(
    scene: Scene, subject: str, population: str, x: Place | Decision, chosen: When | None, agreed: bool
) -> Asked:
    by_ref = scene.memo(("asked", subject, population, agreed), lambda: _by_ref(scene, subject, population, agreed))
    narrowed = [c for ref in _refs(scene, x) for c in by_ref.get(ref, ())]
    general = by_ref.get(None, ())
    if narrowed:
        return Asked(scene, (*narrowed, *general), chosen)
    # Most consultations name no object: one look at them serves every choice of the same day.
    key = ("asked-by", subject, population, agreed, chosen and day(chosen), chosen)
    return scene.memo(key, lambda: Asked(scene, general, chosen))


def _by_ref(scene: Scene, subject: str, population: str, agreed: bool) -> ByRef:
    found: dict[str | None, list[Consultation]] = {}
    for c in scene.consultations():
        if subject in c.about and scene.led(c.with_, population):
            if agreed and not (c.outcome in ANSWERS_THAT_COUNT and scene.past(c.answered_on)):
                continue
            found.setdefault(c.ref, []).append(c)
    return found


def _refs(scene: Scene, x: Place | Decision) -> tuple[str, ...]:
    """The ids that narrow a consultation to this object: its own, and that of the panel it stands in."""
    place: Table | None = x if isinstance(x, Place) else scene.plan.object_of(x.ref)
    own = x.at if isinstance(x, Place) else x.ref
    return tuple(ref for ref in (own, place.parent.at if isinstance(place, Place) else None) if ref is not None)


def asked_whom(scene: Scene, subject: str, x: Place | Decision) -> tuple[str, ...]:
    """Every organisation asked about a subject in consultations relevant for `x`, whoever leads it, each once."""
    by_ref = scene.memo(("asked-whom", subject), lambda: _whom_by_ref(scene, subject))
    return tuple(dict.fromkeys(o for ref in (None, *_refs(scene, x)) for o in by_ref.get(ref, ())))


def _whom_by_ref(scene: Scene, subject: str) -> Mapping[str | None, Sequence[str]]:
    found: dict[str | None, list[str]] = {}
    for c in scene.consultations():
        if subject in c.about and c.with_ not in found.setdefault(c.ref, []):
            found[c.ref].append(c.with_)
    return found
