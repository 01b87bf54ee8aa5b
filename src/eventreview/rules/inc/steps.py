"""The seven steps in the making of an event, and whether a population had its part in each before it was decided."""

from __future__ import annotations

from eventreview.plan.model import Place
from eventreview.rules.process import final_on, has, is_final, reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation, Decision
    from eventreview.plan.moments import When
    from eventreview.rules.words import Scene

STEPS = ("aims", "agenda", "speakers", "statement", "budget", "communication", "evaluation")
WITH, UNDECIDED, MISSED = "with", "undecided", "missed"


class Act:
    """Something that decides a step: when, by whom, and on what.

    dates: the act's date is the earliest of them. ref: the object that a decision names. source: what it is read from.
    """

    __slots__ = ("dates", "makers", "ref", "source")

    def __init__(
        self, dates: Sequence[When], makers: Sequence[str], source: Sequence[Table], ref: str | None = None
    ) -> None:
        self.dates = tuple(dates)
        self.makers = tuple(makers)
        self.source = tuple(source)
        self.ref = ref


class Step:
    """One step for one population: with them, undecided or missed; None while nothing decides it.

    missed, undecided: the acts that make it so. same_day: consultations answered on the day of an act.
    """

    __slots__ = ("missed", "name", "same_day", "standing", "undecided")

    def __init__(self, scene: Scene, name: str, p: str) -> None:
        self.name = name
        self.missed: list[Act] = []
        self.undecided: list[Act] = []
        self.same_day: list[Consultation] = []
        self.standing: str | None = None
        for act in acts(scene, name, p):
            self._look_at(scene, act, p)

    def _look_at(self, scene: Scene, act: Act, p: str) -> None:
        self.standing = self.standing or WITH
        if has(scene, act.makers, p):
            return
        replies = [c for c in scene.plan.consultations if self._is_on(scene, c, act, p)]
        order = [(c, came_before(scene, c, act)) for c in replies]
        if any(first is True for _, first in order):
            return
        undecided = [c for c, first in order if first is None]
        if undecided:
            self.undecided.append(act)
            self.same_day += undecided
            self.standing = self.standing if self.standing == MISSED else UNDECIDED
        else:
            self.missed.append(act)
            self.standing = MISSED

    def _is_on(self, scene: Scene, c: Consultation, act: Act, p: str) -> bool:
        return self.name in c.about and scene.led(c.with_, p) and reply(scene, c) and fits(scene, c, act, p)


def steps(scene: Scene, p: str) -> tuple[Step, ...]:
    """The seven steps for a population, in their order."""
    return scene.memo(("steps", p), lambda: tuple(Step(scene, name, p) for name in STEPS))


def acts(scene: Scene, step: str, p: str) -> list[Act]:
    """What decides a step: the decisions on it, or where there is none what the plan shows otherwise."""
    decisions = [e for e in scene.plan.decisions if e.what == step and decides_for(scene, e, p)]
    if decisions:
        return [Act((e.made_on,), e.made_by, (e,), e.ref) for e in decisions]
    derived = DERIVED.get(step)
    return list(derived(scene, p)) if derived is not None else []


def decides_for(scene: Scene, e: Decision, p: str) -> bool:
    """Whether a decision is made by today, and not for others alone."""
    if not scene.past(e.made_on) or (e.binds and p not in scene.expanded(e.binds)):
        return False
    target = scene.plan.object_of(e.ref)
    return target is None or p in scene.about(target)


def agenda(scene: Scene, p: str) -> Iterator[Act]:
    """The day the event's agenda was fixed, by whoever proposed or set it on a panel about them."""
    event = scene.plan.event
    if event.agenda_fixed_on is not None and scene.past(event.agenda_fixed_on):
        panels = [panel for panel in scene.plan.panels if p in scene.about(panel)]
        makers = [o for panel in panels for o in (*(panel.agenda_set_with or ()), *(panel.proposed_by or ()))]
        yield Act((event.agenda_fixed_on,), makers, panels)


def speakers(scene: Scene, p: str) -> Iterator[Act]:
    """The choice of those who hold a seat on a panel about them; a choice still to come is nobody's part yet."""
    panels = [panel for panel in scene.plan.panels if p in scene.about(panel)]
    seats = [s for panel in panels for s in scene.seats(panel) if not scene.ahead(s.chosen_on)]
    dates = [s.chosen_on for s in seats if s.chosen_on is not None]
    if dates:
        yield Act(dates, [s.chosen_by for s in seats if s.chosen_by is not None], panels)


def statement(scene: Scene, p: str) -> Iterator[Act]:
    """Each final text about them, by its drafters."""
    for x in scene.plan.statements:
        final = final_on(x)
        if final is not None and is_final(scene, x) and p in scene.about(x):
            yield Act((final,), x.drafters or (), (x,))


DERIVED = {"agenda": agenda, "speakers": speakers, "statement": statement}


def fits(scene: Scene, c: Consultation, act: Act, p: str) -> bool:
    """Whether a consultation isn't narrowed to something else than what the act is about."""
    if c.ref is None or c.ref == act.ref:
        return True
    if act.ref is not None:
        target = scene.plan.object_of(act.ref)
        return isinstance(target, Place) and c.ref == target.parent.at
    narrowed_to = scene.plan.object_of(c.ref)
    return narrowed_to is not None and p in scene.about(narrowed_to)


def came_before(scene: Scene, c: Consultation, act: Act) -> bool | None:
    """Whether the answer came before the act; None when the dates can't tell."""
    if c.answered_on is None:
        return False
    order = [scene.before(c.answered_on, date) for date in act.dates]
    if False in order:
        return False
    return None if None in order else True
