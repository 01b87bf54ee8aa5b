"""BRI-3: whether the ally opens the door and steps aside, and whether the contact outlives the day."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.rules.bri.purpose import OUT, whose
from eventreview.rules.offers import template
from eventreview.rules.outcome import MET, met, not_stated, not_yet, note, strongest, warning
from eventreview.rules.process import last_day
from eventreview.rules.rule import Choice, example, on_bridges, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Bridge
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def decide(scene: Scene, bridge: Bridge, p: str) -> Outcome:
    """Who speaks, and what comes after the day."""
    return strongest([direct(bridge), followed_up(scene, bridge)])


def direct(bridge: Bridge) -> Outcome:
    """Part a: whether the organisation speaks for itself."""
    if bridge.direct is None:
        return not_stated("a1", "direct-missing").about("direct").missing((bridge, "direct"))
    return met("a1").about("direct") if bridge.direct else warning("a1", "through-the-ally").about("direct")


def followed_up(scene: Scene, bridge: Bridge) -> Outcome:
    """Part b: whether something is to come after it."""
    on, base = bridge.follow_up_on, bridge.on or last_day(scene)
    if on is None:
        if scene.before_stage("held"):
            return not_yet("b1", "follow-up-from-held", stage="held").about("follow_up_on")
        return note("b1", "no-follow-up").about("follow_up_on")
    if base is not None and on <= base:
        return note("b2", "follow-up-not-after", base=base).about("follow_up_on")
    return met("b2").about("follow_up_on")


def offer(scene: Scene, bridge: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The contact is direct, once it is so; lines for what isn't said."""
    found = {part.message_id for part in (outcome, *outcome.parts)} if outcome.result != MET else set()
    if "through-the-ally" in found:
        yield Choice("choice", "direct", [Set((*bridge.path, "direct"), True)])
    keys = [
        key
        for key, asking in (
            ("direct", ("direct-missing",)),
            ("follow_up_on", ("follow-up-from-held", "no-follow-up", "follow-up-not-after")),
        )
        if found.intersection(asking)
    ]
    if keys:
        yield Choice("template", "fill-in", [template(bridge, *keys)])


HELD = OUT.replace('stage = "published"', 'stage = "held"\nevent = { title = "Rights", concerns = ["women"] }')
HELD_ON = HELD.replace('concerns = ["women"]', 'concerns = ["women"], ends = 2027-01-31')

BRI_3 = rule(
    "BRI-3",
    "no-gatekeeping",
    set="allyship",
    severity="warning",
    passages=("B3", "L3"),
    stage="published",
    judged_by="community",
    settles=("a1", "b1", "b2"),
    reads=("direct", "on", "follow_up_on", "event.starts", "event.ends"),
    what="The ally opens the door and steps aside: the organisation speaks for itself, and the contact outlives the day.",
    why="A contact that runs through the ally makes the organisation depend on it, and one without a next step ends with "
    "the event.",
    remedy="Introduce the organisation so that both sides can reach each other without anybody between them, and agree "
    "with it on a next step after the day.",
    question="Do you reach them without asking anyone?",
    messages={
        "through-the-ally": "The contact runs through the ally. The organisation can't reach the other side by itself.",
        "direct-missing": "The plan doesn't say whether the organisation is in contact by itself.",
        "follow-up-from-held": "What comes after the day is asked once the event is over.",
        "no-follow-up": "The plan holds no next step after the day.",
        "follow-up-not-after": "The next step isn't after {base}, so the contact may end with the day.",
        "met": "The organisation is in contact by itself, and a next step is set.",
    },
    checks=(on_bridges(whose, decide),),
    choices=offer,
    choice_titles={
        "direct": "Say that the contact is direct, once it is so",
        "fill-in": "Add lines for what isn't said of this contact, to be filled in",
    },
    examples=(
        example(
            "through the ally: what is to come is listed with it",
            "not-met/warning bridges[0] through-the-ally sex-workers women",
            OUT + "direct = false\n",
        ),
        example(
            "whether it is direct isn't said",
            "not-stated bridges[0] direct-missing",
            OUT + "follow_up_on = 2027-04-20\n",
        ),
        example(
            "direct, and the event still ahead",
            "not-yet bridges[0] follow-up-from-held",
            OUT + "direct = true\n",
        ),
        example(
            "over, and nothing to follow",
            "not-met/note bridges[0] no-follow-up",
            HELD + "direct = true\n",
        ),
        example(
            "a next step on the day itself",
            "not-met/note bridges[0] follow-up-not-after | base=2027-02-03",
            HELD_ON + "direct = true\non = 2027-02-03\nfollow_up_on = 2027-02-03\n",
        ),
        example(
            "where the contact has no day, the last day of the event counts",
            "not-met/note bridges[0] follow-up-not-after | base=2027-01-31",
            HELD_ON + "direct = true\nfollow_up_on = 2027-01-31\n",
        ),
        example(
            "a next step, still to come",
            "met bridges[0] met",
            HELD_ON + "direct = true\nfollow_up_on = 2027-03-01\n",
        ),
        example(
            "no day to compare with: any date is enough",
            "met bridges[0] met",
            HELD + "direct = true\nfollow_up_on = 2020-01-01\n",
        ),
        example(
            "an organisation that others lead",
            "not-applicable bridges[0] not-applicable",
            HELD.replace('["sex-workers", "women"]', "[]"),
        ),
    ),
)
