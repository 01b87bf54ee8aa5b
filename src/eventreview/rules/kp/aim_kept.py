"""KP-4: an event that says it puts communities first seats them."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Remove, Set
from eventreview.plan.model import Event
from eventreview.rules.bal.line_up import CLOSED, concerned_panels, summed
from eventreview.rules.bal.open_places import kept_for_theirs
from eventreview.rules.outcome import ERROR, NOT_MET, error, judge, met, not_stated, not_yet, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.plan.model import Panel
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

AIMS = ("prioritise-communities", "meaningful-participation", "leave-no-one-behind")
PRISONS = "people-in-prisons"
AIM_AND = ("aim-and-missing", "aim-and-share", "aim-and-panel")


def aims_of(event: Event) -> tuple[str, ...]:
    """The aims that promise a seat, in the order of the vocabulary."""
    return tuple(aim for aim in AIMS if aim in (event.aims or ()))


def with_an_aim(scene: Scene, event: Event) -> tuple[str, ...]:
    """An event about somebody with such an aim."""
    return ONCE if aims_of(event) and scene.about(event) else NOT_HERE


def decide_aim(scene: Scene, event: Event, _: str) -> Outcome:
    """The list."""
    aims = aims_of(event)
    missing = without_a_voice(scene, event)
    if missing:
        return error("1", "aim-and-missing", aims=aims, missing=missing).about("aims")
    panels = counted_panels(scene)
    seats = summed(scene, panels)
    whole = seats.n + seats.u
    if whole == 0:
        return not_stated("2", "no-places").missing(*((panel, "speakers") for panel in panels or (scene.plan,)))
    share = scene.thresholds.equal_share
    if seats.u and seats.c / whole < share <= seats.h / whole:
        return not_yet("3", "between", c=seats.c, h=seats.h, n=whole)
    if seats.c / whole < share:
        return warning("4", "aim-and-share", aims=aims, c=seats.c, n=whole).about("aims")
    tilted = [panel for panel in scene.plan.panels if _not_met(scene.result("BAL-1", panel))]
    if tilted:
        return judge("5", "aim-and-panel", panel=tilted[0].at).about("aims").related_to(*tilted)
    return met("6")


def without_a_voice(scene: Scene, event: Event) -> tuple[str, ...]:
    """M: the populations of which KP-1, KP-2 or BAL-1 says that they have no voice; people in prisons left out."""
    named = {p for x in (event, *scene.plan.panels) for p in scene.about(x)} - {PRISONS}
    return tuple(p for p in sorted(named, key=v.order_of) if _has_no_voice(scene, event, p))


def _has_no_voice(scene: Scene, event: Event, p: str) -> bool:
    presence = scene.result("KP-2", event, p)
    # "Said there" of KP-2 stands for BAL-1's `none`, or for KP-1.
    if presence is not None and presence.message_id == "said-there":
        return True
    results = [presence, *(scene.result("KP-1", panel, p) for panel in scene.plan.panels)]
    return any(_not_met(each, ERROR) for each in results)


def _not_met(outcome: Outcome | None, severity: str | None = None) -> bool:
    return outcome is not None and outcome.result == NOT_MET and severity in (None, outcome.severity)


def counted_panels(scene: Scene) -> tuple[Panel, ...]:
    """The concerned panels; a closed caucus stays out of the count."""
    return tuple(panel for panel in concerned_panels(scene) if panel.kind != CLOSED)


def offer_change(scene: Scene, event: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of those missing, on a panel about them; or the aim goes."""
    if outcome.message_id not in AIM_AND or not isinstance(event, Event):
        return
    missing = without_a_voice(scene, event)
    for panel in counted_panels(scene):
        about = scene.about(panel)
        yield from kept_for_theirs(scene, panel, [p for p in about if not missing or p in missing])
    path = (*event.path, "aims")
    for aim in aims_of(event):
        left = [each for each in event.aims or () if each != aim]
        edit: Edit = Set(path, left) if left else Remove(path)
        yield Choice("choice", "drop-aim", (edit,), aims=(aim,))


# What most examples share.
WITH_AN_AIM = """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["meaningful-participation"] }
"""

KP_4 = rule(
    "KP-4",
    "aim-kept",
    set="allyship",
    severity="error",
    passages=("P5",),
    stage="inviting",
    judged_by="organiser",
    after=("KP-1", "KP-2", "BAL-1"),
    reads=("aims",),
    what="An event that says it puts communities first seats them.",
    why="A promise on the programme that the line-up doesn't keep costs the trust of those it names, and the event "
    "misses what it set out to do.",
    remedy="Bring the line-up to what the event says of itself, or say of it what the line-up is.",
    question="Change the line-up, or what the event says of itself?",
    messages={
        "aim-and-missing": "The aims say: {aims}; without a voice of their own: {missing}.",
        "no-places": "No panel about the communities has a place yet, so the aims can't be set beside a line-up.",
        "between": "Seats that carry a community's voice: {c} now, {h} if the open places are filled as meant, of "
        "{n} in all.",
        "aim-and-share": "The aims say: {aims}; seats that carry a community's voice: {c} of {n}.",
        "aim-and-panel": "The event as a whole keeps its aims; the balance of panel {panel} doesn't.",
        "met": "The line-up keeps what the aims say.",
    },
    checks=(on_event(with_an_aim, decide_aim),),
    choices=offer_change,
    choice_titles={
        "open-place": "Keep an open place on {panel} for {organisation}",
        "drop-aim": "Take this out of the aims: {aims}",
    },
    examples=(
        example(
            "19a the answer is a range",
            "not-yet event between | c=1 h=2 n=4",
            WITH_AN_AIM
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "o1", status = "open",
    organisation = "net" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "19c the programme is out",
            "not-met/warning event aim-and-share | aims=meaningful-participation c=1 n=3",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["meaningful-participation"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "o1", status = "open",
    organisation = "net" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "one population seated for four",
            "not-met/error event aim-and-missing | aims=prioritise-communities "
            "missing=sex-workers,people-who-use-drugs,trans-people",
            """
stage = "closed"
as_of = 2027-07-01
event = { title = "Prevention", concerns = ["key-populations"], aims = ["prioritise-communities", "other"] }
organisations = [{ id = "gmn", name = "Men's Network (fictional)", led_by = ["gay-men-and-msm"] }]
[[panels]]
id = "p"
title = "Plenary"
speakers = [{ id = "p1", organisation = "gmn", represents = ["gay-men-and-msm"] }]
""",
        ),
        example(
            "nobody of theirs on the only panel",
            "not-met/error event aim-and-missing | missing=sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["leave-no-one-behind"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "named by the event, on none of its panels",
            "not-met/error event aim-and-missing | missing=trans-people",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], aims = ["leave-no-one-behind"] }
[[panels]]
id = "p"
title = "Panel"
concerns = ["sex-workers"]
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "people in prisons aren't counted among the missing",
            "met event met",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "people-in-prisons"],
    aims = ["leave-no-one-behind"] }
[[panels]]
id = "p"
title = "Panel"
concerns = ["sex-workers"]
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "no places yet",
            "not-stated event no-places",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["leave-no-one-behind"] }
""",
        ),
        example(
            "the share is kept over the event, and not on one panel",
            "to-be-judged event aim-and-panel | panel=q",
            WITH_AN_AIM
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "s2", organisation = "net",
    represents = ["sex-workers"] },
]
[[panels]]
id = "q"
title = "Second panel"
speakers = [
  { id = "s3", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" },
]
""",
        ),
        example(
            "a caucus stays out of the count",
            "not-met/warning event aim-and-share | c=1 n=3",
            WITH_AN_AIM
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" },
]
[[panels]]
id = "c"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"] },
  { id = "s3", organisation = "net", represents = ["sex-workers"] },
]
""",
        ),
        example(
            "exactly half is kept",
            "met event met",
            """
stage = "held"
as_of = 2027-03-20
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["meaningful-participation",
    "influence-outcome"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "no such aim, or about nobody",
            "not-applicable event not-applicable",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["influence-outcome"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "not before places are held",
            "not-yet event not-yet",
            """
stage = "drafting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], aims = ["meaningful-participation"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
    ),
)
