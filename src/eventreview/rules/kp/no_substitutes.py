"""KP-1: one population isn't seated in place of another."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Panel
from eventreview.rules.bal.open_places import kept_for_theirs
from eventreview.rules.kp.presence import free_places, kept_for, left_out_as_asked, stood_for, with_reasons
from eventreview.rules.not_theirs import LED_BY_ABSENT
from eventreview.rules.outcome import error, met, not_yet
from eventreview.rules.rule import NOT_HERE, Choice, example, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def others_seated(scene: Scene, panel: Panel, p: str) -> tuple[str, ...]:
    """The other populations that a seat of the panel is voice of, whether or not the panel is about them."""
    voiced = {q for s in scene.seats(panel) for q in scene.voices(s)}
    return tuple(q for q in scene.expanded(voiced) if q != p)


def beside_others(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """The populations a panel is about, where another one has a voice on it. No voice at all is for BAL-1 to say."""
    if not scene.concerned_panel(panel):
        return NOT_HERE
    return tuple(p for p in scene.about(panel) if others_seated(scene, panel, p))


def decide_stand_in(scene: Scene, panel: Panel, p: str) -> Outcome:
    """The list."""
    if stood_for(scene, (panel,), p):
        return met("1")
    if left_out_as_asked(scene, p, panel):
        return met("2", "left-out-as-asked")
    if kept_for(scene, (panel,), p):
        return not_yet("3", "kept-for", population=p)
    free = free_places(scene, (panel,))
    if free and p in still_missing(scene, panel)[:free]:
        return not_yet("3", "place-free")
    seated = others_seated(scene, panel, p)
    return with_reasons(error("4", "stands-in", seated=seated, missing=p), scene, (panel,), p)


def still_missing(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """The populations that a place held for nobody could still be for, in the vocabulary's order."""
    return tuple(
        p
        for p in beside_others(scene, panel)
        if not stood_for(scene, (panel,), p)
        and not left_out_as_asked(scene, p, panel)
        and not kept_for(scene, (panel,), p)
    )


def offer_presence(scene: Scene, panel: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of theirs; or the panel is about those who are seated, when that is so."""
    if outcome.message_id != "stands-in" or not isinstance(panel, Panel):
        return
    yield from kept_for_theirs(scene, panel, populations)
    seated = [p for p in scene.about(panel) if stood_for(scene, (panel,), p)]
    if seated:
        edit = Set((*panel.path, "concerns"), seated)
        yield Choice("choice", "narrow", (edit,), panel=panel.at, seated=tuple(seated))


# What most examples share.
TWO_POPULATIONS = """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
"""

KP_1 = rule(
    "KP-1",
    "no-substitutes",
    set="allyship",
    severity="error",
    passages=("P2", "P3", "F7"),
    stage="inviting",
    judged_by="community",
    softened=True,
    reads=(
        "speakers.represents",
        "speakers.basis",
        "speakers.organisation",
        "organisations.led_by",
        "speakers.confirmed_by",
        "concerns",
        "event.concerns",
        "left_out.population",
        "left_out.reason",
        "left_out.by",
    ),
    what="One population isn't seated in place of another.",
    why="A stand-in makes those who are missing less visible still, and tells them that what sets them apart doesn't "
    "count. The others are made to speak of lives that aren't theirs.",
    remedy="Keep a place for an organisation of each population that is missing, or narrow what the panel is about.",
    messages={
        "stands-in": "Seated here: {seated}; without a voice of their own: {missing}.",
        "left-out-as-asked": "An organisation of theirs asked that they be left out here.",
        "kept-for": "A place is kept here for an organisation of theirs: {population}.",
        "place-free": "A place here is held for nobody yet, and could be theirs.",
        "met": "They have a voice of their own here.",
        "led-by-absent": LED_BY_ABSENT,
        "sub-group": "A group covers itself only: {others} aren't a voice for {population}.",
    },
    checks=(on_panels(beside_others, decide_stand_in),),
    choices=offer_presence,
    choice_titles={
        "open-place": "Keep an open place on {panel} for {organisation}",
        "narrow": "Say that {panel} is about those who are seated: {seated}",
    },
    examples=(
        example(
            "2a a mandate from each population",
            "met p met trans-people",
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
            "2b without a mandate from the second",
            "not-met/error p stands-in trans-people | missing=trans-people seated=sex-workers",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "no community voice at all is for BAL-1 to say",
            "not-applicable p not-applicable",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["key-populations"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "two seats of one population, and a claim to speak for the others",
            "not-met/error p stands-in sex-workers people-who-use-drugs trans-people | seated=gay-men-and-msm",
            """
stage = "closed"
as_of = 2027-07-01
event = { title = "Prevention", concerns = ["key-populations"] }
organisations = [
  { id = "gmn", name = "Men's Network (fictional)", led_by = ["gay-men-and-msm"] },
  { id = "hpf", name = "Health Forum (fictional)", roles = ["lead"] } ]
decisions = [{ what = "agenda", made_on = 2027-04-20, made_by = ["hpf"], left_out = [{ population = "sex-workers",
    reason = "no-time" }] }]
[[panels]]
id = "p"
title = "Plenary"
speakers = [
  { id = "p1", organisation = "gmn", represents = ["gay-men-and-msm"] },
  { id = "p2", organisation = "gmn", represents = ["gay-men-and-msm"], speaks_on_behalf_of = ["sex-workers",
    "people-who-use-drugs", "trans-people"] },
  { id = "p3", organisation = "hpf" },
]
""",
        ),
        example(
            "the population seated may lie outside what the panel is about",
            "not-met/error p stands-in sex-workers | seated=women",
            """
stage = "inviting"
as_of = 2026-12-01
organisations = [
  { id = "wom", name = "Iris (fictional)", led_by = ["women"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "w1", organisation = "wom", represents = ["women"] }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "their own organisation asked that they be left out",
            "met p left-out-as-asked sex-workers\nmet p met trans-people",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "wom", name = "Iris (fictional)", led_by = ["women"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
decisions = [{ what = "speakers", made_on = 2026-11-01, made_by = ["tnet"], ref = "p",
    left_out = [{ population = "sex-workers", reason = "safety", by = "net" }] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "w1", organisation = "wom", represents = ["women"] },
]
""",
        ),
        example(
            "asked by somebody else, for a place, in a decision still ahead, or for want of time",
            "not-met/error p stands-in sex-workers",
            TWO_POPULATIONS
            + """
decisions = [
  { what = "speakers", made_on = 2026-11-01, made_by = ["tnet"], left_out = [{ population = "sex-workers",
    reason = "asked-by-community", by = "tnet" }] },
  { what = "speakers", made_on = 2026-11-01, made_by = ["tnet"], ref = "t1",
    left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "net" }] },
  { what = "speakers", made_on = 2026-12-11, made_by = ["tnet"], left_out = [{ population = "sex-workers",
    reason = "asked-by-community", by = "net" }] },
  { what = "speakers", made_on = 2026-11-01, made_by = ["tnet"],
    left_out = [{ population = "sex-workers", reason = "no-time", by = "net" }] },
]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "t1", organisation = "tnet", represents = ["trans-people"] }]
""",
        ),
        example(
            "a place is kept, one is free, and nobody is left for the third",
            "not-yet p kept-for sex-workers | population=sex-workers\nnot-yet p place-free people-who-use-drugs\n"
            "not-met/error p stands-in trans-people",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["key-populations"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "gmn", name = "Men's Network (fictional)", led_by = ["gay-men-and-msm"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "g1", organisation = "gmn", represents = ["gay-men-and-msm"] },
  { id = "o1", status = "open", organisation = "net" },
  { id = "o2", status = "open" },
  { id = "o3", status = "open", role = "moderator" },
]
""",
        ),
        example(
            "a place given back is kept for them for some days",
            "not-yet p kept-for sex-workers",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "s1", organisation = "net", represents = ["sex-workers"], status = "withdrawn", out_on = 2027-02-01 },
  { id = "o1", status = "open", organisation = "net" },
]
""",
        ),
        example(
            "the programme is out: an open place no longer counts",
            "not-met/error p stands-in sex-workers",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "o1", status = "open", organisation = "net" }, { id = "o2", status = "open" },
]
""",
        ),
        example(
            "women who use drugs don't stand for all who use drugs",
            "not-met/error p stands-in people-who-use-drugs",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["people-who-use-drugs"] }
organisations = [{ id = "wud", name = "Poppy (fictional)", led_by = ["women-who-use-drugs"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "w1", organisation = "wud", represents = ["women-who-use-drugs"] }]
""",
        ),
        example(
            "nobody has said who leads the organisation",
            "not-met/error p stands-in sex-workers",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "un", name = "Quiet Harbour (fictional)" },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "s1", organisation = "un", represents = ["sex-workers"] },
]
""",
        ),
        example(
            "a mandate that nobody has written down yet",
            "not-stated p represents-absent sex-workers",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "s1", organisation = "net" },
]
""",
        ),
        example(
            "a holder's own declaration counts for the first population it names",
            "met p met sex-workers\nnot-met/error p stands-in trans-people | seated=sex-workers",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", basis = "self", self_declared = true, represents = ["sex-workers", "trans-people"] }]
""",
        ),
        example(
            "not before places are held",
            "not-yet p not-yet sex-workers",
            """
stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [{ id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "t1", organisation = "tnet", represents = ["trans-people"] }]
""",
        ),
    ),
)
