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
    for id in scene.silent_on_led_by(*read):
        outcome.remarking("led-by-absent", organisation=id)
    other = SUB_GROUPS.get(population)
    if other is not None:
        ids = [id for given in read for id in ((given,) if isinstance(given, str) else given or ())]
        for id in dict.fromkeys(ids):
            if scene.led(id, other) and not scene.led(id, population):
                outcome.remarking("sub-group", organisation=id, others=other, population=population)
    return outcome
