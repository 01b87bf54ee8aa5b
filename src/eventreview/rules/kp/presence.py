"""What KP-1 and KP-2 ask alike: is a population there, did it ask not to be, is a place kept for it."""

from __future__ import annotations

from eventreview.rules.bal.line_up import to_fill
from eventreview.rules.words import SUB_GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eventreview.plan.model import Panel, Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

ASKED_FOR = ("asked-by-community", "safety")


def stood_for(scene: Scene, panels: Iterable[Panel], p: str) -> bool:
    """Whether a seat of one of the panels stands for the population."""
    return any(scene.stands(s, p) for panel in panels for s in scene.seats(panel))


def left_out_as_asked(scene: Scene, p: str, panel: Panel | None = None) -> bool:
    """Whether an organisation of theirs asked that they be left out of the whole event, or of this panel."""
    for decision in scene.plan.decisions:
        if decision.ref is not None and (panel is None or decision.ref != panel.at):
            continue
        if not scene.past(decision.made_on):
            continue
        for entry in decision.left_out:
            if entry.reason in ASKED_FOR and p in scene.expanded((entry.population,)) and scene.led(entry.by, p):
                return True
    return False


def kept_for(scene: Scene, panels: Iterable[Panel], p: str) -> bool:
    """Whether a place to fill on one of the panels is held for an organisation led by the population."""
    return any(scene.led(s.organisation, p) for panel in panels for s in to_fill(scene, panel))


def free_places(scene: Scene, panels: Iterable[Panel]) -> int:
    """How many places to fill are held for nobody; none once the programme is out."""
    if not scene.before_stage("published"):
        return 0
    return sum(s.organisation is None for panel in panels for s in to_fill(scene, panel))


def with_reasons(outcome: Outcome, scene: Scene, panels: Sequence[Panel], p: str) -> Outcome:
    """The same, saying where an absent `led_by` or a sub-group is why nobody was counted."""
    seats = [s for panel in panels for s in scene.seats(panel)]
    naming = [s for s in seats if p in (s.represents or ())]
    held = [s.organisation for panel in panels for s in to_fill(scene, panel) if s.organisation is not None]
    asked = (s.organisation for s in naming if s.organisation is not None and s.basis == "organisation")
    confirming = (o for s in naming for o in s.confirmed_by or ())
    for organisation in scene.silent_on_led_by((*asked, *confirming, *held)):
        outcome.remarking("led-by-absent", organisation=organisation)
    other = SUB_GROUPS.get(p)
    if other is not None and any(_has(scene, s, other) for s in seats):
        outcome.remarking("sub-group", others=(other,), population=p)
    return outcome


def _has(scene: Scene, s: Place, p: str) -> bool:
    return p in (s.represents or ()) or scene.led(s.organisation, p)
