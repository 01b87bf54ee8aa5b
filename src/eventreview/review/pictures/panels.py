"""Who sits on a panel and who speaks how long, counted as the rules count, for the bars of a panel.

No count is made that would tell of one person: a closed caucus has none at all, nor has a panel whose kind can't be
read; a voice that is alone is counted with its organisation only, and its minutes never (SAF-6).
"""

from __future__ import annotations

from eventreview.rules.bal.line_up import CLOSED, to_fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.model import Panel, Place
    from eventreview.rules.words import Scene

# Why a panel, or its minutes, isn't drawn.
IN_CLOSED_CAUCUS, KIND_UNREADABLE, ALONE = "closed-caucus", "kind-unreadable", "alone"


class Places:
    """The seats of a panel by whose they are, each seat once, and the places still open.

    community: it carries the voice of somebody the panel is about. unstated: held for an organisation of theirs, and
    the plan doesn't say whose voice it carries. organisation: of a community voice that is alone, else None.
    """

    __slots__ = ("ally", "community", "institution", "open", "organisation", "unstated")

    def __init__(
        self, community: int, unstated: int, ally: int, institution: int, open: int, organisation: str | None = None
    ) -> None:
        self.community = community
        self.unstated = unstated
        self.ally = ally
        self.institution = institution
        self.open = open
        self.organisation = organisation

    @property
    def seats(self) -> int:
        """The seats somebody holds or is meant to hold; open places are none."""
        return self.community + self.unstated + self.ally + self.institution


class Minutes:
    """Speaking minutes of the community's voices, of all seats together; unstated: seats without minutes."""

    __slots__ = ("community", "total", "unstated")

    def __init__(self, community: int, total: int, unstated: int) -> None:
        self.community = community
        self.total = total
        self.unstated = unstated


class PanelPicture:
    """The two bars of a panel. places, minutes: None where they aren't shown; why_none, why_no_minutes: then the reason."""

    __slots__ = ("minutes", "places", "why_no_minutes", "why_none")

    def __init__(
        self, places: Places | None, minutes: Minutes | None, why_none: str = "", why_no_minutes: str = ""
    ) -> None:
        self.places = places
        self.minutes = minutes
        self.why_none = why_none
        self.why_no_minutes = why_no_minutes


def picture_of(scene: Scene, panel: Panel) -> PanelPicture | None:
    """The bars of a panel; None for one that needs no balance: an opening, logistics, or a panel about nobody."""
    why = why_hidden(panel)
    if why:
        return PanelPicture(None, None, why)
    if not scene.concerned_panel(panel):
        return None
    about = scene.about(panel)
    seats = scene.seats(panel)
    voices = [s for s in seats if scene.voice_of_any(s, about)]
    if len(voices) == 1 and (voices[0].basis == "self" or voices[0].organisation is None):
        # Named with its organisation it would be one person there; without, one person on the panel.
        return PanelPicture(None, None, ALONE)
    alone = voices[0].organisation if len(voices) == 1 else None
    institution = sum(scene.institution(s) for s in seats)
    places = Places(
        community=len(voices),
        unstated=sum(scene.mandate_open(s) and not scene.voice_of_any(s, about) for s in seats),
        ally=sum(scene.ally(s) for s in seats) - institution,
        institution=institution,
        open=len(to_fill(scene, panel)),
        organisation=alone,
    )
    if len([s for s in voices if s.minutes is not None]) == 1:
        return PanelPicture(places, None, why_no_minutes=ALONE)
    return PanelPicture(places, _minutes(seats, voices))


def why_hidden(panel: Panel) -> str:
    """Why nothing about single places of a panel may be drawn; "" where it may. A kind that can't be read may be closed."""
    if panel.kind is None:
        return KIND_UNREADABLE
    return IN_CLOSED_CAUCUS if panel.kind == CLOSED else ""


def _minutes(seats: Sequence[Place], voices: Sequence[Place]) -> Minutes | None:
    told = [s.minutes for s in seats if s.minutes is not None]
    if not told:
        return None
    return Minutes(sum(s.minutes or 0 for s in voices), sum(told), len(seats) - len(told))
