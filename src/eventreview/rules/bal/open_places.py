"""The choice that BAL and KP share: a new open place, kept for an organisation of those concerned."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.rules.offers import fresh_id, open_place, theirs
from eventreview.rules.rule import Choice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.model import Panel
    from eventreview.rules.words import Scene


def kept_for_theirs(scene: Scene, panel: Panel, populations: Sequence[str]) -> Iterator[Choice]:
    """For each organisation of the plan led by one of the populations: an open place on the panel, kept for it."""
    for organisation in theirs(scene, populations):
        led = [p for p in populations if scene.led(organisation, p)]
        # Led by several of them: which voice the place carries is for the organisation to say.
        represents = led if len(led) == 1 else ()
        edit = open_place(scene, panel, organisation, represents)
        yield Choice("choice", "open-place", (edit,), organisation=organisation, panel=panel.at)


def kept_for_nobody_yet(scene: Scene, panel: Panel) -> Choice:
    """The lines of an open place, with the organisation left to fill in."""
    lines = (
        "# [[panels.speakers]]",
        f'# id = "{fresh_id(scene, f"{panel.at}-open")}"',
        '# status = "open"',
        "# organisation =",
    )
    return Choice("template", "open-place-lines", (Comment(panel.path, lines),), panel=panel.at)
