"""Who sits on a panel, counted: seats, voices, and the places that somebody may still take."""

from __future__ import annotations

from eventreview.rules.words import SEAT_ROLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.plan.model import Panel, Place
    from eventreview.rules.words import Scene

CLOSED = "closed-caucus"


class LineUp:
    """The counts of BAL-1: n panel seats, c of them a voice, u places to fill, h voices if they are filled as meant."""

    __slots__ = ("c", "h", "n", "u")

    def __init__(self, n: int, c: int, u: int, h: int) -> None:
        self.n = n
        self.c = c
        self.u = u
        self.h = h


def line_up(scene: Scene, panel: Panel) -> LineUp:
    """The counts of one panel."""
    return scene.memo(("line-up", panel.path), lambda: _line_up(scene, panel))


def _line_up(scene: Scene, panel: Panel) -> LineUp:
    about = scene.about(panel)
    seats = scene.seats(panel)
    voices = sum(scene.voice_of_any(s, about) for s in seats)
    unfilled = to_fill(scene, panel)
    hoped = sum(s.organisation is None or scene.led_by_any(s.organisation, about) for s in unfilled)
    return LineUp(len(seats), voices, len(unfilled), voices + hoped)


def to_fill(scene: Scene, panel: Panel) -> tuple[Place, ...]:
    """The open places for speakers, until the programme is published, and the places in their days of grace."""
    still_open = scene.before_stage("published")
    return tuple(
        s for s in panel.speakers if s.role in SEAT_ROLES and ((still_open and scene.open(s)) or scene.in_grace(s))
    )


def summed(scene: Scene, panels: Iterable[Panel]) -> LineUp:
    """The counts of several panels together."""
    each = [line_up(scene, panel) for panel in panels]
    return LineUp(sum(x.n for x in each), sum(x.c for x in each), sum(x.u for x in each), sum(x.h for x in each))


def concerned_panels(scene: Scene) -> tuple[Panel, ...]:
    """The panels about somebody, openings and logistics left out."""
    return tuple(panel for panel in scene.plan.panels if scene.concerned_panel(panel))
