"""BAL-2: balance isn't parked on one panel, away from where the tone is set."""

from __future__ import annotations

from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.bal.open_places import kept_for_theirs
from eventreview.rules.outcome import judge, met, warning
from eventreview.rules.rule import example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Event, Panel
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Choice
    from eventreview.rules.words import Scene

PROMINENT = ("keynote", "opening", "closing")


def panels_about(scene: Scene, p: str) -> tuple[Panel, ...]:
    """Q: the panels about a population that have a panel seat, logistics and closed caucuses left out."""
    return tuple(
        panel
        for panel in scene.plan.panels
        if panel.kind not in ("logistics", CLOSED) and p in scene.about(panel) and scene.seats(panel)
    )


def with_voice_of(scene: Scene, panels: tuple[Panel, ...], p: str) -> tuple[Panel, ...]:
    """Those of the panels where a seat is voice of the population; somebody who only moderates isn't heard as one."""
    return tuple(panel for panel in panels if any(scene.voice(s, p) for s in scene.seats(panel)))


def heard_somewhere(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations with two panels or more about them, and a voice on at least one."""
    found: list[str] = []
    for p in scene.about(event):
        panels = panels_about(scene, p)
        if len(panels) >= 2 and with_voice_of(scene, panels, p):
            found.append(p)
    return tuple(found)


def decide_spread(scene: Scene, event: Event, p: str) -> Outcome:
    """The list."""
    panels = panels_about(scene, p)
    heard = with_voice_of(scene, panels, p)
    if len(panels) >= 3 and len(heard) == 1:
        return warning("1", "one-panel-only", panel=heard[0].at).related_to(*heard)
    prominent = tuple(panel for panel in panels if panel.kind in PROMINENT)
    # One keynote can't seat every population, so any of them is enough here.
    if prominent and not any(with_voice_of(scene, prominent, each) for each in scene.about(event)):
        return warning("2", "not-where-it-counts", panels=_ids(prominent)).related_to(*prominent)
    if len(heard) * 2 < len(panels):
        return judge("3", "on-few", panels=_ids(heard)).related_to(*heard)
    return met("4")


def _ids(panels: tuple[Panel, ...]) -> tuple[str, ...]:
    return tuple(panel.at for panel in panels)


def offer_places(scene: Scene, _: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of theirs on each panel where they aren't heard, the prominent ones where those decide."""
    if outcome.message_id not in ("one-panel-only", "not-where-it-counts", "on-few"):
        return
    offered: set[tuple[str, str]] = set()
    for p in populations:
        panels = panels_about(scene, p)
        heard = with_voice_of(scene, panels, p)
        for panel in panels:
            if panel in heard or (outcome.line == "2" and panel.kind not in PROMINENT):
                continue
            for choice in kept_for_theirs(scene, panel, (p,)):
                key = (panel.at, str(choice.params["organisation"]))
                if key not in offered:
                    offered.add(key)
                    yield choice


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
"""

BAL_2 = rule(
    "BAL-2",
    "balance-over-event",
    set="allyship",
    severity="warning",
    passages=("L1", "L7"),
    stage="published",
    judged_by="community",
    settles=("1", "2"),
    reads=(
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.basis",
        "speakers.organisation",
        "organisations.led_by",
        "panels.kind",
        "stage",
    ),
    what="Communities are heard across the event, where its tone is set too, and not on a panel set apart for them.",
    why="What people take home is said at openings, keynotes and conclusions. One well balanced panel doesn't weigh "
    "against all the others.",
    remedy="Keep a place for one of their organisations where the event opens, concludes or has its keynote, and on "
    "more of the panels about them.",
    question="Are you where things are decided?",
    messages={
        "one-panel-only": "Several panels are about them, and their voice is heard on one alone: panel {panel}.",
        "not-where-it-counts": "No community that the event is about has a voice where it opens, concludes or has its "
        "keynote ({panels}).",
        "on-few": "Their voice is heard on fewer than half of the panels about them ({panels}).",
        "met": "Their voice is heard on at least half of the panels about them.",
    },
    checks=(on_event(heard_somewhere, decide_spread),),
    choices=offer_places,
    choice_titles={"open-place": "Keep an open place on {panel} for {organisation}"},
    examples=(
        example(
            "one panel cannot be compared",
            "not-applicable event not-applicable",
            PUBLISHED
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "no voice anywhere is for KP-2 and BAL-1 to say",
            "not-applicable event not-applicable",
            PUBLISHED
            + """
speakers = [
  { id = "a1", organisation = "ally" },
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"] },
]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "three panels, one voice",
            "not-met/warning event one-panel-only sex-workers | panel=p",
            PUBLISHED
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a1", organisation = "ally" }]
[[panels]]
id = "r"
title = "Third panel"
speakers = [{ id = "a2", organisation = "ally" }]
[[panels]]
id = "c"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "the network chose that one panel",
            "met event one-panel-only sex-workers",
            """
stage = "published"
as_of = 2027-02-05
judgements = [{ rule = "BAL-2", at = "event", verdict = "met", by = "net", on = 2027-02-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a1", organisation = "ally" }]
[[panels]]
id = "r"
title = "Third panel"
speakers = [{ id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "the opening and the keynote are others'",
            "not-met/warning event not-where-it-counts sex-workers | panels=w,k",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "w"
title = "Opening"
kind = "opening"
speakers = [{ id = "a1", organisation = "ally" }]
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "a2", role = "keynote", organisation = "ally" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "one keynote can't seat everybody: any of them is enough",
            "met event met sex-workers trans-people",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "t1", role = "keynote", organisation = "tnet", represents = ["trans-people"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "t2", organisation = "tnet", represents = ["trans-people"] },
]
""",
        ),
        example(
            "heard on two of five",
            "to-be-judged event on-few sex-workers | panels=p,q",
            PUBLISHED
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "r"
title = "Third panel"
speakers = [{ id = "a1", organisation = "ally" }]
[[panels]]
id = "t"
title = "Fourth panel"
speakers = [{ id = "a2", organisation = "ally" }]
[[panels]]
id = "u"
title = "Fifth panel"
speakers = [{ id = "a3", organisation = "ally" }]
""",
        ),
        example(
            "heard on half of them",
            "met event met sex-workers",
            PUBLISHED
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet event not-yet sex-workers",
            """
stage = "inviting"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a1", organisation = "ally" }]
""",
        ),
    ),
)
