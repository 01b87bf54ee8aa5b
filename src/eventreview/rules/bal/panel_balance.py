"""BAL-1: on a panel about their lives, communities aren't outnumbered."""

from __future__ import annotations

from eventreview.plan.model import Panel
from eventreview.rules.bal.line_up import CLOSED, concerned_panels, line_up, summed
from eventreview.rules.bal.open_places import kept_for_nobody_yet, kept_for_theirs
from eventreview.rules.outcome import error, judge, met, not_stated, not_yet, warning
from eventreview.rules.rule import NOT_HERE, ONCE, example, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.bal.line_up import LineUp
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Choice
    from eventreview.rules.words import Scene


def about_somebody(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """A concerned panel; workshops and question times only where they have a place."""
    if not scene.concerned_panel(panel) or (panel.kind in ("workshop", "questions") and not panel.speakers):
        return NOT_HERE
    return ONCE


def decide_balance(scene: Scene, panel: Panel, _: str) -> Outcome:
    """The list."""
    seats = line_up(scene, panel)
    if seats.n + seats.u == 0:
        return not_stated("1", "no-places").about("speakers").missing((panel, "speakers"))
    if seats.u:
        as_it_stands = share(scene, "3", seats.c, seats.n + seats.u)
        as_hoped = share(scene, "3", seats.h, seats.n + seats.u)
        if _differ(as_it_stands, as_hoped):
            return _with_range(not_yet("2", "between", **_range(panel, seats)), panel, seats)
        return _with_range(as_it_stands, panel, seats)
    if panel.kind == CLOSED and seats.c:
        stranger = uninvited_ally(scene, panel)
        if stranger is not None:
            return judge("4", "ally-in-caucus", place=stranger.at)
    return _counted(share(scene, "5", seats.c, seats.n), panel, seats)


def share(scene: Scene, line: str, c: int, n: int) -> Outcome:
    """V(c, n): what c voices in n seats come to. The label of the line gets a letter for the part that decided."""
    if c == 0:
        return error(f"{line}a", "none") if n >= 2 else single(scene, line)
    if c == n == 1:
        return met(f"{line}b")
    if c == 1 and n >= scene.thresholds.alone_from:
        return warning(f"{line}c", "alone")
    if c / n < scene.thresholds.equal_share:
        return judge(f"{line}d", "fewer")
    return met(f"{line}e")


def single(scene: Scene, line: str) -> Outcome:
    """One seat, and no voice on it: the concerned panels are looked at together, by the places that are filled."""
    whole = summed(scene, concerned_panels(scene))
    if whole.c == 0:
        return error(f"{line}f", "none")
    if whole.c / whole.n >= scene.thresholds.equal_share:
        return met(f"{line}f", "single-seat")
    return judge(f"{line}f", "single-ally")


def uninvited_ally(scene: Scene, panel: Panel) -> Place | None:
    """The first ally place that no organisation of those concerned chose."""
    about = scene.about(panel)
    return next((s for s in scene.seats(panel) if scene.ally(s) and not scene.led_by_any(s.chosen_by, about)), None)


def _differ(one: Outcome, other: Outcome) -> bool:
    return (one.result, one.severity) != (other.result, other.severity)


# No output counts the places of a closed caucus (SAF-6), so the numbers are never in the sentences themselves.


def _range(panel: Panel, seats: LineUp) -> dict[str, int]:
    return {} if panel.kind == CLOSED else {"c": seats.c, "h": seats.h, "n": seats.n + seats.u}


def _with_range(outcome: Outcome, panel: Panel, seats: LineUp) -> Outcome:
    return outcome if panel.kind == CLOSED else outcome.remarking("range", **_range(panel, seats))


def _counted(outcome: Outcome, panel: Panel, seats: LineUp) -> Outcome:
    return outcome if panel.kind == CLOSED else outcome.remarking("counted", c=seats.c, n=seats.n)


def offer_places(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """An open place for one of theirs, where the communities have too few."""
    few = outcome.message_id in ("none", "alone", "fewer", "single-ally", "no-places")
    if few and isinstance(panel, Panel):
        yield from kept_for_theirs(scene, panel, scene.about(panel))
        yield kept_for_nobody_yet(scene, panel)


# What most examples share.
INVITING = """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
"""
NEW_YEAR = """
stage = "inviting"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
"""
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
"""

BAL_1 = rule(
    "BAL-1",
    "panel-balance",
    set="allyship",
    severity="error",
    passages=("L1", "L7"),
    stage="inviting",
    judged_by="community",
    settles=("3c", "5c"),
    softened=True,
    reads=(
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.basis",
        "speakers.organisation",
        "organisations.led_by",
        "kind",
        "stage",
    ),
    what="On a panel about their lives, communities sit at least equal in number to allies.",
    why="Where nobody of the community sits, others describe lives that they don't live. Somebody who sits there alone "
    "is asked to answer for everybody, and is outnumbered on the subject they know best.",
    remedy="Keep places for organisations led by those concerned, or let an ally's place go to one of theirs. "
    "Three and three worked once and is an example; a small panel can be balanced too.",
    question="Is this line-up one you would sign? In a caucus: did you invite the ally?",
    messages={
        "no-places": "This panel has no places yet, so nobody can see whether it will be balanced.",
        "between": "The places still to be filled decide whether the communities are well placed here.",
        "ally-in-caucus": "An ally has a place in this closed caucus, and no organisation of the community is named as "
        "having chosen it. People may not speak freely.",
        "none": "No seat here carries the voice of a community that the panel is about: others would speak of their "
        "lives without them.",
        "alone": "The community's voice sits here alone among several others, and has to answer for everybody.",
        "fewer": "The seats that carry a community's voice are fewer here than an equal share.",
        "single-seat": "The seat here is an ally's. Over all the panels about them, communities have an equal share.",
        "single-ally": "The seat here is an ally's, and over all the panels about them communities have less than an "
        "equal share.",
        "met": "Communities have at least an equal share of the seats here.",
        "counted": "Seats that carry a community's voice: {c} of {n}.",
        "range": "Seats that carry a community's voice: {c} now, {h} if the open places are filled as meant, of {n} "
        "in all.",
    },
    checks=(on_panels(about_somebody, decide_balance),),
    choices=offer_places,
    choice_titles={
        "open-place": "Keep an open place on {panel} for {organisation}",
        "open-place-lines": "Note an open place on {panel}, its organisation left to fill in",
    },
    examples=(
        example(
            "1a an academic beside a self-declared voice: one of two",
            "met p met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [
  { id = "s1", organisation = "ally", display = "Dr N. (fictional)", talk = "research" },
  { id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", self_declared = true,
    chosen_by = "net" },
]
""",
        ),
        example(
            "1b nobody declared anything, so nobody is counted",
            "not-met/error p none",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [
  { id = "s1", organisation = "ally", display = "Dr N. (fictional)", talk = "research" },
  { id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", chosen_by = "net" },
]
""",
        ),
        example(
            "3a a caucus of the community alone",
            "met p met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }, { id = "s2",
    organisation = "net", represents = ["sex-workers"], chosen_by = "net" }]
""",
        ),
        example(
            "3b an ally in the caucus whom others chose",
            "to-be-judged p ally-in-caucus | place=x",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "x", organisation = "ally", chosen_by = "ally" },
]
""",
        ),
        example(
            "3c an ally whom the network invited",
            "met p met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "x", organisation = "ally", chosen_by = "net" },
]
""",
        ),
        example(
            "a caucus with places to fill is told without numbers",
            "not-yet p between | c=None h=None n=None",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s1", status = "open", organisation = "net" },
  { id = "s2", status = "open", organisation = "net" },
]
""",
        ),
        example(
            "4 parking and a welcome need no voice",
            "not-applicable badges not-applicable\nnot-applicable welcome not-applicable\n"
            "not-applicable w not-applicable\nnot-stated r no-places",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "badges"
title = "Parking and badges"
kind = "logistics"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
[[panels]]
id = "welcome"
title = "Welcome by the host"
kind = "opening"
speakers = [{ id = "a3", organisation = "ally" }, { id = "a4", organisation = "ally" }]
[[panels]]
id = "w"
title = "A workshop without places"
kind = "workshop"
[[panels]]
id = "r"
title = "A round table without places"
kind = "roundtable"
""",
        ),
        example(
            "a closing of allies counts",
            "not-met/error p none",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Conclusions"
kind = "closing"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "6a a place given back has its days of grace",
            "not-yet p between | c=1 h=2 n=5",
            PUBLISHED
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
    out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" },
]
""",
        ),
        example(
            "6b the days of grace are over",
            "not-met/warning p alone",
            """
stage = "published"
as_of = 2027-02-09
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
    out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" },
]
""",
        ),
        example(
            "8a an early draft",
            "not-yet p not-yet | stage=inviting",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "o1", status = "open", organisation = "net" }, { id = "o2", status = "open" }, { id = "a1",
    organisation = "ally" }]
""",
        ),
        example(
            "8b the same while inviting: empty chairs make a range",
            "not-yet p between | c=0 h=2 n=3",
            """
stage = "inviting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "o1", status = "open", organisation = "net" }, { id = "o2", status = "open" }, { id = "a1",
    organisation = "ally" }]
""",
        ),
        example(
            "9a institutions count as allies",
            "met p met",
            """
stage = "inviting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "gov", name = "Ministry of Work (fictional)", kind = "government", led_by = [] },
  { id = "pol", name = "City police (fictional)", kind = "police", led_by = [] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "s2", organisation = "net",
    represents = ["sex-workers"] },
  { id = "g1", organisation = "gov", talk = "response" }, { id = "d1", organisation = "pol" } ]
""",
        ),
        example(
            "10a one voice, alone, at a keynote",
            "met k met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "s1", role = "keynote", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }]
""",
        ),
        example(
            "10c one voice among four",
            "not-met/warning k alone",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [
  { id = "s1", role = "keynote", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" },
]
""",
        ),
        example(
            "the network may say that its one voice is enough",
            "met k alone",
            """
stage = "inviting"
as_of = 2026-12-01
judgements = [{ rule = "BAL-1", at = "k", verdict = "met", by = "net", on = 2026-11-30 }]
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [
  { id = "s1", role = "keynote", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" },
]
""",
        ),
        example(
            "11a a moderator stands apart",
            "met p met",
            INVITING
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }, { id = "a1",
    organisation = "ally" },
  { id = "m1", role = "moderator", organisation = "ally", chosen_by = "net" } ]
""",
        ),
        example(
            "a voice that only moderates isn't a seat",
            "not-met/error p none",
            INVITING
            + """
speakers = [
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" },
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "17a two networks disagree",
            "to-be-judged p fewer",
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [
  { id = "n1", name = "Lantern North (fictional)", led_by = ["sex-workers"] }, { id = "n2",
    name = "Lantern South (fictional)", led_by = ["sex-workers"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
judgements = [
  { rule = "BAL-1", at = "p", verdict = "met", by = "n1", on = 2027-01-08 }, { rule = "BAL-1", at = "p",
    verdict = "not-met", by = "n2", on = 2027-01-09 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "n1", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" },
    { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "17b one network would sign the line-up",
            "met p fewer",
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [
  { id = "n1", name = "Lantern North (fictional)", led_by = ["sex-workers"] }, { id = "n2",
    name = "Lantern South (fictional)", led_by = ["sex-workers"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
judgements = [{ rule = "BAL-1", at = "p", verdict = "met", by = "n1", on = 2027-01-08 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "n1", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" },
    { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "17c an ally can't mark its own work",
            "to-be-judged p fewer",
            """
stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "BAL-1", at = "p", verdict = "met", by = "ally", on = 2027-01-08 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" },
    { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "19a half the seats if the open one is filled as meant",
            "not-yet p between | c=1 h=2 n=4",
            NEW_YEAR
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "o1", status = "open",
    organisation = "net" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "19b the open place is held for an ally: the same at both ends",
            "not-met/warning p alone",
            NEW_YEAR
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "o1", status = "open",
    organisation = "ally" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "19c the programme is out: open places no longer count",
            "to-be-judged p fewer",
            """
stage = "published"
as_of = 2027-01-10
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
            "affiliation isn't mandate, and absent isn't no",
            "not-stated p represents-absent",
            INVITING
            + """
speakers = [{ id = "s1", organisation = "net" }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "an empty `represents` is a clear no",
            "not-met/error p none",
            INVITING
            + """
speakers = [{ id = "s1", organisation = "net", represents = [] }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "a voice of another population is a seat, and no voice here",
            "not-met/error p none",
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
            "an ally's single seat, balanced elsewhere",
            "met k single-seat\nmet p met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "a1", role = "keynote", organisation = "ally" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "an ally's single seat, and too few elsewhere",
            "to-be-judged k single-ally\nmet p met",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "a1", role = "keynote", organisation = "ally" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "an ally's single seat, and no voice anywhere",
            "not-met/error k none\nnot-applicable w not-applicable",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "a1", role = "keynote", organisation = "ally" }]
[[panels]]
id = "w"
title = "Welcome"
kind = "opening"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
    ),
)
