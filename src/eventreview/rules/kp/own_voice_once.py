"""KP-3: a place shared by two populations counts for both only with a mandate from each, and each is asked."""

from __future__ import annotations

from eventreview.plan.model import Panel
from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.bal.open_places import kept_for_theirs
from eventreview.rules.offers import template, theirs
from eventreview.rules.outcome import judge, met
from eventreview.rules.rule import NOT_HERE, Choice, example, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def standing(scene: Scene, panel: Panel, p: str) -> tuple[Place, ...]:
    """T: the seats of the panel that stand for the population."""
    return tuple(s for s in scene.seats(panel) if scene.stands(s, p))


def stood_for_among_several(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """On a panel about two populations or more: those with a seat that stands for them."""
    about = scene.about(panel)
    if len(about) < 2:
        return NOT_HERE
    return tuple(p for p in about if standing(scene, panel, p))


def others_carried(scene: Scene, panel: Panel, s: Place, p: str) -> tuple[str, ...]:
    """The other populations of the panel that the holder of a place stands for, on this place or on another one."""
    held = [t for t in scene.seats(panel) if t is s or (s.person is not None and t.person == s.person)]
    return tuple(q for q in scene.about(panel) if q != p and any(scene.stands(t, q) for t in held))


def decide_own_voice(scene: Scene, panel: Panel, p: str) -> Outcome:
    """The list."""
    places = standing(scene, panel, p)
    carried = [others_carried(scene, panel, s, p) for s in places]
    if not all(carried):
        return met("1")
    others = scene.expanded(q for each in carried for q in each)
    # No output lists the places of a closed caucus (SAF-6).
    if panel.kind == CLOSED:
        return judge("2", "shared-only", others=others)
    ids = tuple(s.at for s in places)
    outcome = judge("2", "shared-only", places=ids, others=others).related_to(*places)
    return outcome.remarking("shared-places", places=ids)


def offer_own_place(scene: Scene, panel: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of theirs; where nobody has confirmed the mandate, the key to do so."""
    if outcome.message_id != "shared-only" or not isinstance(panel, Panel):
        return
    yield from kept_for_theirs(scene, panel, populations)
    shared = dict.fromkeys(s for p in populations for s in standing(scene, panel, p))
    for s in shared:
        if s.confirmed_by is None and panel.kind != CLOSED:
            edit = template(s, "confirmed_by", ask=tuple(theirs(scene, populations)))
            yield Choice("template", "confirm", (edit,), place=s.at)


# What most examples share.
TWO_POPULATIONS = """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
"""

KP_3 = rule(
    "KP-3",
    "own-voice-once",
    set="allyship",
    severity=None,
    passages=("P4", "P7"),
    stage="inviting",
    judged_by="community",
    reads=("speakers.represents", "speakers.confirmed_by", "speakers.person"),
    what="Each population has needs and a voice of its own; a place shared by two counts for both with a mandate from "
    "each.",
    why="Somebody may well belong to both, and refusing that denies who they are. But when one place carries several "
    "voices, the needs of one are easily lost behind those of the other.",
    remedy="Ask each of the organisations whether the shared place is what it wants, or keep one more place.",
    question="Your voice here rests on a place shared with another population: is that what you want?",
    messages={
        "shared-only": "Their voice here rests on a place shared with others: {others}.",
        "met": "A seat here stands for them and for no other population of this panel.",
        "shared-places": "Place concerned: {places}.",
    },
    checks=(on_panels(stood_for_among_several, decide_own_voice),),
    choices=offer_own_place,
    choice_titles={
        "open-place": "Keep an open place on {panel} for {organisation}",
        "confirm": "Add who confirms the mandate of place {place}",
    },
    examples=(
        example(
            "2a a trans sex worker with two mandates",
            "met p met sex-workers\nto-be-judged p shared-only trans-people | places=s1 others=sex-workers",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], confirmed_by = ["tnet"],
    chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "2b without the second mandate the place stands for the first",
            "met p met sex-workers",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], chosen_by = "net" }]
""",
        ),
        example(
            "the trans network has answered",
            "met p met sex-workers\nmet p shared-only trans-people",
            TWO_POPULATIONS
            + """
judgements = [{ rule = "KP-3", at = "p", verdict = "met", by = "tnet", on = 2026-11-30 }]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], confirmed_by = ["tnet"],
    chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "one holder on two places",
            "to-be-judged p shared-only sex-workers trans-people",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], person = "h1" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], person = "h1" },
]
""",
        ),
        example(
            "a shared place in a closed caucus is told without its id",
            "to-be-judged p shared-only sex-workers trans-people | places=None",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [{ id = "both", name = "Lantern Tide (fictional)", led_by = ["sex-workers", "trans-people"] }]
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s1", organisation = "both", represents = ["sex-workers", "trans-people"] }]
""",
        ),
        example(
            "one population only",
            "not-applicable p not-applicable",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "not before places are held",
            "not-yet p not-yet sex-workers",
            """
stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
    ),
)
