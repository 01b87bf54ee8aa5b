"""For whom an organisation's name or request counts on a text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.model import Statement
    from eventreview.rules.words import Scene


def own_populations(scene: Scene, id: str, x: Statement) -> tuple[str, ...]:
    """Those who lead an organisation, cut to those the text is about unless that leaves nobody."""
    organisation = scene.organisation(id)
    led_by = scene.expanded(organisation.led_by if organisation is not None else None)
    about = scene.about(x)
    return tuple(p for p in led_by if p in about) or led_by
