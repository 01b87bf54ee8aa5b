"""What a message adds where "not led by them" decides: that nobody has said who leads, or that a sub-group leads."""

from __future__ import annotations

from eventreview.rules.words import SUB_GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

LED_BY_ABSENT = "Nothing says who leads {organisation} (`led_by` is absent), so it counts as not led by the community."
SUB_GROUP = "{organisation} is led by {others}. That covers this group alone, and isn't a voice of {population}."
REMARKS = {"led-by-absent": LED_BY_ABSENT, "sub-group": SUB_GROUP}


def not_theirs(scene: Scene, outcome: Outcome, population: str, *read: Iterable[str] | str | None) -> Outcome:
    """The outcome with its remarks on the organisations it read, none of which counted as led by the population.

    A rule that uses this has `REMARKS` among its messages.
    """
    for organisation in scene.silent_on_led_by(*read):
        outcome.remarking("led-by-absent", organisation=organisation)
    other = SUB_GROUPS.get(population)
    if other is not None:
        named = [o for given in read for o in ((given,) if isinstance(given, str) else given or ())]
        for organisation in dict.fromkeys(named):
            if scene.led(organisation, other) and not scene.led(organisation, population):
                outcome.remarking("sub-group", organisation=organisation, others=other, population=population)
    return outcome
