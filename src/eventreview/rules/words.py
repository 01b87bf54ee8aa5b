"""The shared words of the rules (RULES.md A2): *live*, *voice*, *led*, *about*, *answered*, *before* …

A `Scene` is one plan on one day, as the rules see it. Every rule page uses these words with this one meaning, so they
stand here and nowhere else. Absent keys are None; an empty array is an answer.
"""

from __future__ import annotations

import datetime

from eventreview.plan import vocabulary as v
from eventreview.plan.model import (
    Collective,
    Consultation,
    Decision,
    Event,
    Organisation,
    Panel,
    Place,
    Plan,
    Statement,
)
from eventreview.plan.moments import before, day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from eventreview.config.thresholds import Thresholds
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.moments import When
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.verdict import Verdict

    T = TypeVar("T")

LIVE = ("reserved", "invited", "accepted", "confirmed")
OUT = ("declined", "withdrawn")
SEAT_ROLES = ("panellist", "speaker", "keynote", "discussant")
ORGANISING = ("lead", "co-organiser", "co-sponsor", "host")
INSTITUTIONS = ("government", "un-agency", "rights-institution", "funder", "police", "media")
ANSWERS_THAT_COUNT = ("agreed", "changed")
SUB_GROUPS = {"people-who-use-drugs": "women-who-use-drugs", "women-who-use-drugs": "people-who-use-drugs"}


class Scene:
    """One plan on one day.

    assume_mandates: read places of community organisations that don't say `represents` as voices. The engine asks
    both ways, to see whether a verdict hangs on that silence alone (A2, "absent isn't no").
    """

    __slots__ = (
        "_about_of",
        "_expanded",
        "_led_by",
        "_memo",
        "_still_ahead",
        "_voices_of",
        "again",
        "assume_mandates",
        "behind",
        "in_the_end",
        "plan",
        "results",
        "thresholds",
        "today",
        "unsoftened",
    )

    def __init__(self, plan: Plan, thresholds: Thresholds, assume_mandates: bool = False) -> None:
        self.plan = plan
        self.thresholds = thresholds
        self.today = plan.today
        self.assume_mandates = assume_mandates
        # (rule, at, population) -> outcome after judgements.
        self.results: dict[tuple[str, str, str], Outcome] = {}
        self.unsoftened: dict[tuple[str, str, str], Outcome] = {}
        # (rule, at) -> the removed keys that rule read there, also where it said nothing of some population.
        self.behind: dict[tuple[str, str], frozenset[tuple[Path, str]]] = {}
        # While values are tried for removed keys: what another rule would say of an object then, by population.
        self.again: Callable[[Scene, str, Table], dict[str, Outcome]] | None = None
        # Rule -> its verdicts, once all rules but the last have spoken.
        self.in_the_end: Callable[[str], tuple[Verdict, ...] | None] | None = None
        self._memo: dict[object, tuple[object, set[tuple[Path, str]]]] = {}
        self._expanded: dict[tuple[str, ...], tuple[str, ...]] = {}
        # What the rules ask most often. In a plan with faults it isn't kept here: each reading has to be noted.
        self._about_of: dict[Table, tuple[str, ...]] = {}
        self._voices_of: dict[Place, tuple[str, ...]] = {}
        self._led_by: dict[str, tuple[str, ...]] | None = None
        self._still_ahead: tuple[str, ...] | None = None
        if plan.trace is None:
            self._led_by = {
                each.at: each.led_by or () for each in plan.organisations if plan.object_of(each.at) is each
            }
            self._still_ahead = v.STAGES[v.STAGES.index(plan.stage or "idea") + 1 :]

    def memo(self, key: object, compute: Callable[[], T]) -> T:
        """What `compute` gives, worked out once; the removed keys it read are noted again each time."""
        trace = self.plan.trace
        hit = self._memo.get(key)
        if hit is None:
            if trace is None:
                hit = (compute(), set())
            else:
                outer, trace.reads = trace.reads, set()
                try:
                    hit = (compute(), trace.reads)
                finally:
                    trace.reads = outer
            self._memo[key] = hit
        if hit[1] and trace is not None:
            trace.reads |= hit[1]
        return hit[0]  # type: ignore[return-value]

    # Stage and day

    def before_stage(self, stage: str) -> bool:
        """Whether the plan hasn't come to this stage. Without a readable stage it counts as an idea."""
        if self._still_ahead is not None:
            return stage in self._still_ahead
        return v.STAGES.index(self.plan.stage or "idea") < v.STAGES.index(stage)

    def past(self, moment: When | None) -> bool:
        """Present, and today or earlier."""
        return moment is not None and day(moment) <= self.today

    def ahead(self, moment: When | None) -> bool:
        """Present, and after today: an intention."""
        return moment is not None and day(moment) > self.today

    def before(self, a: When, b: When) -> bool | None:
        """Whether `a` comes before `b`; None when undecided."""
        return before(a, b, self.plan.event.timezone)

    def day_of(self, place: Place) -> datetime.date | None:
        """The day a place speaks: its own start, else its panel's, else the event's."""
        starts = place.starts or place.parent.starts or self.plan.event.starts
        return day(starts) if starts is not None else None

    # Populations

    def expanded(self, populations: Iterable[str] | None) -> tuple[str, ...]:
        """Populations with `key-populations` replaced by its members, in the vocabulary's order, each once."""
        if populations is None:
            return ()
        # Plans name the same few populations over and over.
        named = tuple(populations)
        if named in self._expanded:
            return self._expanded[named]
        found: set[str] = set()
        for population in named:
            found.update(self.thresholds.key_populations if population == v.GROUP else (population,))
        return self._expanded.setdefault(named, tuple(sorted(found, key=v.order_of)))

    def about(self, x: Table) -> tuple[str, ...]:
        """Whose lives an object is about: its own `concerns`, else the event's, expanded."""
        found = self._about_of.get(x)
        if found is None:
            found = self.memo(("about", x), lambda: self._about(x))
            if self.plan.trace is None:
                self._about_of[x] = found
        return found

    def _about(self, x: Table) -> tuple[str, ...]:
        if isinstance(x, Place):
            return self.about(x.parent)
        if isinstance(x, Panel | Statement | Collective) and x.concerns is not None:
            return self.expanded(x.concerns)
        if isinstance(x, Consultation | Decision) and x.ref is not None:
            target = self.plan.object_of(x.ref)
            if target is not None:
                return self.about(target)
        return self.expanded(self.plan.event.concerns) if x is self.plan.event else self.about(self.plan.event)

    # Organisations

    def organisation(self, id: str | None) -> Organisation | None:
        """The organisation with this id."""
        found = self.plan.object_of(id)
        return found if isinstance(found, Organisation) else None

    def led(self, id: str | None, population: str) -> bool:
        """Whether the organisation with this id is led by the population, by its own declaration."""
        if self._led_by is not None:
            return id is not None and population in self._led_by.get(id, ())
        organisation = self.organisation(id)
        return organisation is not None and population in (organisation.led_by or ())

    def led_by_any(self, id: str | None, populations: Iterable[str]) -> bool:
        """Whether the organisation is led by at least one of the populations."""
        if self._led_by is not None:
            leaders = self._led_by.get(id, ()) if id is not None else ()
            return bool(leaders) and any(population in leaders for population in populations)
        return any(self.led(id, population) for population in populations)

    def own(self, population: str) -> tuple[Organisation, ...]:
        """The organisations of the plan led by the population, in the order of the file."""
        return self.memo(
            ("own", population),
            lambda: tuple(each for each in self.plan.organisations if population in (each.led_by or ())),
        )

    def one_of_theirs(self, ids: Iterable[str] | str | None, population: str) -> str | None:
        """The first of these organisations that is led by the population, or None."""
        if ids is None:
            return None
        for id in (ids,) if isinstance(ids, str) else ids:
            if self.led(id, population):
                return id
        return None

    def organising(self, organisation: Organisation) -> bool:
        """Lead, co-organiser, co-sponsor or host."""
        return any(role in ORGANISING for role in organisation.roles or ())

    def silent_on_led_by(self, *ids: Iterable[str] | str | None) -> tuple[str, ...]:
        """Those of these organisations for which nobody has said who leads them, each once."""
        found: list[str] = []
        for given in ids:
            for id in (given,) if isinstance(given, str) else given or ():
                organisation = self.organisation(id)
                if organisation is not None and organisation.led_by is None and id not in found:
                    found.append(id)
        return tuple(found)

    # Places

    def places(self) -> tuple[Place, ...]:
        """Every place of every panel."""
        return self.memo("places", lambda: tuple(s for panel in self.plan.panels for s in panel.speakers))

    def known(self, s: Place) -> bool:
        """Whether role and basis can be read; a place whose word for them is at fault is counted in no test."""
        return s.role is not None and s.basis is not None

    def live(self, s: Place) -> bool:
        """Reserved, invited, accepted or confirmed."""
        return s.status in LIVE and s.role is not None and s.basis is not None

    def out(self, s: Place) -> bool:
        """Declined or withdrawn."""
        return s.status in OUT and self.known(s)

    def open(self, s: Place) -> bool:
        """Nobody yet."""
        return s.status == "open" and self.known(s)

    def panel_seat(self, s: Place) -> bool:
        """A live place with role panellist, speaker, keynote or discussant."""
        return s.role in SEAT_ROLES and s.status in LIVE and s.basis is not None

    def seats(self, panel: Panel) -> tuple[Place, ...]:
        """The panel seats of a panel."""
        return self.memo(("seats", panel), lambda: tuple(s for s in panel.speakers if self.panel_seat(s)))

    def all_seats(self) -> tuple[Place, ...]:
        """The panel seats of every panel."""
        return self.memo("all_seats", lambda: tuple(s for panel in self.plan.panels for s in self.seats(panel)))

    def carries(self, s: Place, population: str) -> bool:
        """The test of `voice`, whether or not the place is live."""
        if s.represents is None and self.assume_mandates and s.basis == "organisation":
            return self.led(s.organisation, population)
        if population not in (s.represents or ()):
            return False
        if s.basis == "self":
            return s.self_declared is True
        return s.basis == "organisation" and self.led(s.organisation, population)

    def voice(self, s: Place, population: str) -> bool:
        """Whether a live place carries the population's voice: a mandate of its own organisation, or its holder's word."""
        return self.carries(s, population) and self.live(s)

    def voices(self, s: Place) -> tuple[str, ...]:
        """The populations that a live place is voice of, in the vocabulary's order."""
        found = self._voices_of.get(s)
        if found is None:
            found = self.memo(("voices", s), lambda: self._voices(s))
            if self.plan.trace is None:
                self._voices_of[s] = found
        return found

    def _voices(self, s: Place) -> tuple[str, ...]:
        named: set[str] = set(s.represents or ())
        if self.assume_mandates:
            organisation = self.organisation(s.organisation)
            named.update(organisation.led_by or () if organisation else ())
        return tuple(p for p in sorted(named, key=v.order_of) if self.voice(s, p))

    def voice_of_any(self, s: Place, populations: Iterable[str]) -> bool:
        """Whether a place is voice of at least one of the populations."""
        voices = self.voices(s)
        return bool(voices) and any(p in populations for p in voices)

    def stands(self, s: Place, population: str) -> bool:
        """Whether a panel seat stands for the population in its own right (KP): a shared seat needs a mandate from each."""
        if not self.panel_seat(s):
            return False
        if s.represents is None and self.assume_mandates:
            return self.carries(s, population)
        represents = s.represents or ()
        if population not in represents:
            return False
        confirmed = self.one_of_theirs(s.confirmed_by, population) is not None
        if s.basis == "self":
            return s.self_declared is True and (represents[0] == population or confirmed)
        if self.led(s.organisation, population):
            return True
        return confirmed and any(other != population for other in self.voices(s))

    def mandate_open(self, s: Place) -> bool:
        """A live place of an organisation led by somebody its panel is about, with `represents` absent."""
        if s.represents is not None or s.basis == "self" or self.assume_mandates:
            return False
        return self.led_by_any(s.organisation, self.about(s)) and self.live(s)

    def silent(self, s: Place) -> bool:
        """A place of a community organisation that doesn't say `represents`: no voice, and no explicit no either."""
        if s.represents is not None or s.basis != "organisation":
            return False
        organisation = self.organisation(s.organisation)
        return organisation is not None and bool(organisation.led_by)

    def ally(self, s: Place) -> bool:
        """A panel seat that is voice of nobody its panel is about, its mandate not being open."""
        return self.panel_seat(s) and not self.voice_of_any(s, self.about(s)) and not self.mandate_open(s)

    def institution(self, s: Place) -> bool:
        """An ally place of a government, agency, rights institution, funder, police or media."""
        organisation = self.organisation(s.organisation)
        return organisation is not None and organisation.kind in INSTITUTIONS and self.ally(s)

    def concerned_panel(self, panel: Panel) -> bool:
        """A panel about somebody that isn't an opening or logistics."""
        return panel.kind not in ("opening", "logistics") and bool(self.about(panel))

    def replacement(self, r: Place) -> Place | None:
        """The place that replaces an out place: its last link; a live one before an open one, then the first."""
        candidates = self.memo("replacing", self._replacing).get(r.at, ())
        followed = [self.replacement(s) if self.out(s) else s for s in candidates]
        found = [s for s in followed if s is not None]
        return next((s for s in found if self.live(s)), next((s for s in found if self.open(s)), None))

    def _replacing(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for s in self.places():
            if s.replaces is not None:
                found.setdefault(s.replaces, []).append(s)
        return found

    def in_grace(self, s: Place) -> bool:
        """An out place in its days of grace, not refilled, before the event: it counts as an open place."""
        if not self.out(s) or s.out_on is None or not self.before_stage("held") or self.ahead(s.out_on):
            return False
        last = s.out_on + datetime.timedelta(days=self.thresholds.grace_days)
        return self.today <= last and self.replacement(s) is None

    # Consultations and decisions

    def consultations(self) -> tuple[Consultation, ...]:
        """The consultations that exist by today."""
        return self.memo(
            "consultations", lambda: tuple(c for c in self.plan.consultations if day(c.asked_on) <= self.today)
        )

    def relevant(self, c: Consultation, subject: str, x: Table) -> bool:
        """Whether a consultation is on the subject, and not narrowed to another object than `x` or its panel."""
        if subject not in c.about:
            return False
        if c.ref is None or c.ref == x.at:
            return True
        return isinstance(x, Place) and c.ref == x.parent.at

    def relevant_for_decision(self, c: Consultation, e: Decision) -> bool:
        """The same for a decision: its subject, and its `ref` or the panel that place stands in."""
        if e.what not in c.about:
            return False
        if c.ref is None or c.ref == e.ref:
            return True
        target = self.plan.object_of(e.ref)
        return isinstance(target, Place) and c.ref == target.parent.at

    def answered(self, c: Consultation, d: When) -> bool:
        """Whether a consultation got its agreement or its changes before `d`, and by today."""
        return (
            c.answered_on is not None
            and c.outcome in ANSWERS_THAT_COUNT
            and self.past(c.answered_on)
            and self.before(c.answered_on, d) is True
        )

    # Results of other rules

    def result(self, code: str, table: Table, population: str = "") -> Outcome | None:
        """What another rule says of an object, after judgements; None where it says nothing.

        population: "" for a rule that decides once.
        """
        if self._rests_on_removed(code, table) and self.again is not None:
            again = self.again
            return self.memo(("again", code, table.path), lambda: again(self, code, table)).get(population)
        return self.results.get((code, table.at, population))

    def _rests_on_removed(self, code: str, table: Table) -> bool:
        """Whether another rule read removed keys for this object; they are noted as read here too."""
        behind = self.behind.get((code, table.at))
        if not behind or self.plan.trace is None:
            return False
        self.plan.trace.reads |= behind
        return True

    def verdicts(self, code: str) -> tuple[Verdict, ...] | None:
        """What another rule says in the end, after judgements and waivers; None for one that isn't run.

        Only for rules that come after all others (`after=(LAST,)`).
        """
        return self.in_the_end(code) if self.in_the_end is not None else None

    def unsoftened_result(self, code: str, table: Table, population: str = "") -> Outcome | None:
        """The same, as if an absent `represents` said no (REP-4)."""
        found = self.result(code, table, population)
        if self.again is not None and self._rests_on_removed(code, table):
            return found
        return self.unsoftened.get((code, table.at, population)) or found


def is_event(x: Table) -> bool:
    """Whether an object is the event itself."""
    return isinstance(x, Event)
