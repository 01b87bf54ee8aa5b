"""EXP-2: whether anybody of the community sits where the subject isn't the community itself."""

from __future__ import annotations

from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.offers import open_place, theirs
from eventreview.rules.outcome import NOT_MET, met, note
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Event, Panel, Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

NOT_COUNTED = ("opening", "logistics", CLOSED)
AT_LEAST = 3


def seated_panels(scene: Scene) -> tuple[Panel, ...]:
    """The panels with panel seats, openings, logistics and closed caucuses left out."""
    return tuple(panel for panel in scene.plan.panels if panel.kind not in NOT_COUNTED and scene.seats(panel))


def seat_of(scene: Scene, s: Place, p: str) -> bool:
    """Whether a panel seat is voice of the population, or held for one of theirs."""
    return scene.voice(s, p) or scene.led(s.organisation, p)


def among_others(scene: Scene, event: Event) -> tuple[str, ...]:
    """Where there are panels about the population and others: the populations with a seat."""
    panels = seated_panels(scene)
    if len(panels) < AT_LEAST:
        return ()

    def applies_to(p: str) -> bool:
        subjects = {p in scene.about(panel) for panel in panels}
        return len(subjects) == 2 and any(seat_of(scene, s, p) for s in scene.all_seats())

    return tuple(p for p in scene.about(event) if applies_to(p))


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """The list."""
    others = elsewhere(scene, p)
    if any(seat_of(scene, s, p) for panel in others for s in scene.seats(panel)):
        return met("1")
    return note("2", "own-subject-only", panels=tuple(panel.at for panel in others)).related_to(*others)


def elsewhere(scene: Scene, p: str) -> tuple[Panel, ...]:
    """Those of the panels that aren't about the population."""
    return tuple(panel for panel in seated_panels(scene) if p not in scene.about(panel))


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of theirs on a panel that isn't about them. It speaks of the subject, so carries no voice."""
    if outcome.result != NOT_MET:
        return
    offered = dict.fromkeys(
        (panel, o) for p in populations for panel in elsewhere(scene, p) for o in theirs(scene, (p,))
    )
    for panel, o in offered:
        yield Choice("choice", "open-place", [open_place(scene, panel, o)], organisation=o, panel=panel.at)


# What most examples share.
THREE_PANELS = """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" }]
[[panels]]
id = "work"
title = "Platform work and contracts"
concerns = ["migrants"]
speakers = [{ id = "a2", organisation = "ally" }]
[[panels]]
id = "tax"
title = "City budgets"
concerns = []
speakers = [{ id = "a3", organisation = "ally" }]
"""
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""

EXP_2 = rule(
    "EXP-2",
    "beyond-sex-work",
    set="allyship",
    severity="note",
    passages=("R5",),
    stage="published",
    judged_by="community",
    settles=("2",),
    reads=(
        "concerns",
        "panels.concerns",
        "panels.kind",
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.basis",
        "speakers.organisation",
        "organisations.led_by",
    ),
    what="Skills reach beyond the subject that defines the community for others.",
    why="People who are heard on their own lives alone are taken for cases, and the other panels do without what they "
    "know of labour, migration, digital safety, budgets or law.",
    remedy="Ask the community's organisations what else they know, and keep a place for one of them where that is the "
    "subject.",
    question="Which of your skills (labour, migration, digital safety, budgets, law) is missing?",
    messages={
        "own-subject-only": "The community has seats on panels about itself, and none on the others: {panels}.",
        "met": "Somebody of the community has a seat on a panel with another subject.",
    },
    checks=(on_event(among_others, decide),),
    choices=offer,
    choice_titles={"open-place": "Keep an open place on {panel} for {organisation}"},
    examples=(
        example(
            "seats on their own subject alone",
            "not-met/note event own-subject-only sex-workers | panels=work,tax",
            PUBLISHED + THREE_PANELS,
        ),
        example(
            "a seat held for the network on another subject, as voice of nobody",
            "met event met sex-workers",
            PUBLISHED
            + THREE_PANELS
            + """
[[panels]]
id = "net-tax"
title = "Digital safety"
concerns = []
speakers = [{ id = "s2", organisation = "net", represents = [] }]
""",
        ),
        example(
            "whoever moderates has no seat, and an open place is nobody's",
            "not-met/note event own-subject-only sex-workers | panels=work,tax",
            PUBLISHED
            + THREE_PANELS.replace(
                '{ id = "a2", organisation = "ally" }',
                '{ id = "a2", organisation = "ally" }, { id = "m1", role = "moderator", organisation = "net" }, '
                '{ id = "o1", status = "open", organisation = "net" }',
            ),
        ),
        example(
            "the network says that this is what it wanted",
            "met event own-subject-only sex-workers",
            PUBLISHED
            + 'judgements = [{ rule = "EXP-2", at = "event", verdict = "met", by = "net", on = 2027-02-01 }]'
            + THREE_PANELS,
        ),
        example(
            "openings, logistics and closed caucuses aren't counted, nor panels where nobody sits",
            "not-applicable event not-applicable",
            PUBLISHED
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "w"
title = "Opening"
kind = "opening"
concerns = []
speakers = [{ id = "a1", organisation = "ally" }]
[[panels]]
id = "b"
title = "Badges"
kind = "logistics"
concerns = []
speakers = [{ id = "a2", organisation = "ally" }]
[[panels]]
id = "c"
title = "Between us"
kind = "closed-caucus"
concerns = []
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "e"
title = "Still empty"
concerns = []
""",
        ),
        example(
            "two panels aren't enough to tell",
            "not-applicable event not-applicable",
            PUBLISHED
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "tax"
title = "City budgets"
concerns = []
speakers = [{ id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "panels that all inherit the event's subject",
            "not-applicable event not-applicable",
            PUBLISHED + THREE_PANELS.replace('concerns = ["migrants"]\n', "").replace("concerns = []\n", ""),
        ),
        example(
            "not before the programme is out",
            "not-yet event not-yet sex-workers",
            'stage = "inviting"\nas_of = 2027-01-05\n' + THREE_PANELS,
        ),
    ),
)
