"""Who sits on a panel as TOK and EXP see it: voices, ally places, and places whose mandate nobody has stated.

A voice of a panel is a panel seat that is voice: somebody who moderates isn't one.
"""

from __future__ import annotations

from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.not_theirs import not_theirs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eventreview.plan.model import Panel, Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def voices(scene: Scene, panel: Panel, populations: Sequence[str] | None = None) -> tuple[Place, ...]:
    """The seats that are voice of somebody the panel is about, or of one of these populations."""
    wanted = scene.about(panel) if populations is None else tuple(populations)
    # Eight rules look at the same panels.
    return scene.memo(
        ("panel-voices", panel, wanted), lambda: tuple(s for s in scene.seats(panel) if scene.voice_of_any(s, wanted))
    )


def ally_places(scene: Scene, panel: Panel) -> tuple[Place, ...]:
    """The ally places of a panel."""
    return scene.memo(("panel-allies", panel), lambda: tuple(s for s in scene.seats(panel) if scene.ally(s)))


def mandates_open(scene: Scene, panel: Panel, populations: Sequence[str] | None = None) -> tuple[Place, ...]:
    """The seats of an organisation led by one of them that don't say whose voice they carry."""
    wanted = scene.about(panel) if populations is None else populations
    return tuple(s for s in scene.seats(panel) if scene.mandate_open(s) and scene.led_by_any(s.organisation, wanted))


def told(panel: Panel, **params: object) -> dict[str, object]:
    """What a message may tell of a panel's places or numbers: nothing, where it is a closed caucus (SAF-6)."""
    return {} if panel.kind == CLOSED else params


def ids(places: Iterable[Place]) -> tuple[str, ...]:
    """The addresses of places."""
    return tuple(s.at for s in places)


def not_theirs_at_all(
    scene: Scene, outcome: Outcome, populations: Iterable[str], *read: Iterable[str] | str | None
) -> Outcome:
    """The remarks of `not_theirs` for a rule that is decided once for several populations, each remark once."""
    kept = [each for each in read if each is not None]
    for population in populations:
        not_theirs(scene, outcome, population, *kept)
    remarks: list[tuple[str, dict[str, object]]] = []
    for remark in outcome.remarks:
        if remark not in remarks:
            remarks.append(remark)
    outcome.remarks = tuple(remarks)
    return outcome
