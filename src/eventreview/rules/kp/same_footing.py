"""KP-5: populations that share a panel share its conditions."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Panel
from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.kp.fees import fees_differ
from eventreview.rules.kp.own_voice_once import standing
from eventreview.rules.offers import template
from eventreview.rules.outcome import MET, NOT_MET, met, not_stated, strongest, warning
from eventreview.rules.process import median
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

    # The populations compared, each with the seats that stand for it; a shared seat counts for each.
    Seats = dict[str, tuple[Place, ...]]


def compared(scene: Scene, panel: Panel) -> Seats:
    """The populations that the panel is about and that have a seat there, with their seats."""
    seats = {p: standing(scene, panel, p) for p in scene.about(panel)}
    return {p: places for p, places in seats.items() if places}


def two_seated(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """At least two of them."""
    return ONCE if len(compared(scene, panel)) >= 2 else NOT_HERE


def concerned(scene: Scene, panel: Table) -> tuple[str, ...]:
    """Who answers: each of the populations that are compared."""
    return tuple(compared(scene, panel)) if isinstance(panel, Panel) else ()


def decide_conditions(scene: Scene, panel: Panel, _: str) -> Outcome:
    """The list: lines 1 to 5 are all looked at."""
    seats = compared(scene, panel)
    hits = []
    if seats_differ(seats):
        hits.append(warning("1", "seats"))
    if minutes_differ(scene, seats):
        hits.append(warning("2", "minutes"))
    if fees_differ(scene, seats):
        hits.append(warning("3", "fees"))
    hits += [warning("4", "choosing", population=p) for p in chosen_for(scene, seats)]
    days = days_between(scene, seats)
    # No output gives numbers of a closed caucus (SAF-6).
    told = {} if panel.kind == CLOSED else {"days": days}
    if days > scene.thresholds.lag_days:
        hits.append(warning("5", "invitations", **told))
    if hits:
        outcome = strongest(hits)
        return outcome.remarking("days", **told) if told and days > scene.thresholds.lag_days else outcome
    lacking = what_lacks(scene, seats)
    if lacking:
        keys = tuple(dict.fromkeys(key for _, key in lacking))
        return not_stated("6", keys=keys).missing(*lacking)
    return met("7")


def seats_differ(seats: Seats) -> bool:
    """Two seats more for one than for another."""
    numbers = [len(places) for places in seats.values()]
    return max(numbers) - min(numbers) >= 2


def minutes_differ(scene: Scene, seats: Seats) -> bool:
    """Where every seat has its minutes: whether the mean of one population is clearly below that of another."""
    means = []
    for places in seats.values():
        given = [s.minutes for s in places if s.minutes is not None]
        if len(given) < len(places):
            return False
        means.append(sum(given) / len(given))
    highest, lowest = max(means), min(means)
    # Rounded, so that a difference of exactly the tolerance isn't above it.
    return highest > 0 and round((highest - lowest) / highest, 9) > scene.thresholds.minutes_tolerance


def chosen_for(scene: Scene, seats: Seats) -> tuple[str, ...]:
    """The populations whose voices others chose on every seat, where another population chose one of its own."""

    def says(p: str, s: Place) -> str | None:
        outcome = scene.result("REP-1", s, p)
        return outcome.result if outcome is not None else None

    choosing = [p for p, places in seats.items() if any(says(p, s) == MET for s in places)]
    return tuple(
        p for p, places in seats.items() if all(says(p, s) == NOT_MET for s in places) and any(q != p for q in choosing)
    )


def days_between(scene: Scene, seats: Seats) -> int | float:
    """How many days lie between the earliest and the latest median of the invitations, half days kept."""
    medians = [median(days) for days in (invited(scene, places) for places in seats.values()) if days]
    days = max(medians) - min(medians) if medians else 0
    return int(days) if days == int(days) else days


def invited(scene: Scene, places: Sequence[Place]) -> list[int]:
    """The days of the invitations up to today, in order."""
    return sorted(s.invited_on.toordinal() for s in places if s.invited_on is not None and scene.past(s.invited_on))


def what_lacks(scene: Scene, seats: Seats) -> list[tuple[Place, str]]:
    """The keys without which minutes or invitations can't be compared: (place, key)."""
    places = dict.fromkeys(s for each in seats.values() for s in each)
    lacking = [(s, "minutes") for s in places if s.minutes is None]
    undated = dict.fromkeys(s for each in seats.values() if not invited(scene, each) for s in each)
    return lacking + [(s, "invited_on") for s in undated]


def offer_same(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """The same, highest, number of minutes for each; or the keys that are missing."""
    if not isinstance(panel, Panel):
        return
    seats = compared(scene, panel)
    places = tuple(dict.fromkeys(s for each in seats.values() for s in each))
    if any(each.message_id == "minutes" for each in (outcome, *outcome.parts)):
        highest = max(s.minutes or 0 for s in places)
        edits = [Set((*s.path, "minutes"), highest) for s in places if s.minutes != highest]
        yield Choice("choice", "same-minutes", edits)
    lacking = what_lacks(scene, seats)
    if lacking and outcome.message_id == "not-stated":
        templates = [
            template(s, *(key for place, key in lacking if place is s)) for s in dict.fromkeys(s for s, _ in lacking)
        ]
        yield Choice("template", "missing-keys", templates)


# What most examples share.
NETWORKS = """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], currency = "EUR" }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
"""
PANEL = (
    NETWORKS
    + """
[[panels]]
id = "p"
title = "Two movements"
"""
)
ONE_SEAT = (
    PANEL
    + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
"""
)

KP_5 = rule(
    "KP-5",
    "same-footing",
    set="allyship",
    severity="warning",
    passages=("P7",),
    stage="published",
    judged_by="community",
    settles=("1", "2", "3", "4", "5"),
    after=("REP-1",),
    concerns=concerned,
    reads=("speakers.minutes", "speakers.fee", "speakers.chosen_by", "speakers.invited_on"),
    what="Populations that share a panel share its conditions.",
    why="With less time, less money or later word than the others beside them, people are guests at a table that is "
    "said to be theirs as well.",
    remedy="Give each population the same: seats, time, fees, early word, and the choice of who carries its voice.",
    question="Is the difference agreed among your networks?",
    messages={
        "seats": "Populations on this panel have very different numbers of seats.",
        "minutes": "A seat of one population has clearly less speaking time than a seat of another.",
        "fees": "The fees offered to one population aren't those offered to another.",
        "choosing": "Others beside them chose who carries their voice; for these somebody else chose: {population}.",
        "invitations": "One population was invited clearly later than another.",
        "not-stated": "Speaking times or days of invitation are missing, so the conditions can't be compared.",
        "met": "The populations on this panel share its conditions.",
        "days": "Days between the invitations: {days}.",
    },
    checks=(on_panels(two_seated, decide_conditions),),
    choices=offer_same,
    choice_titles={
        "same-minutes": "Give every one of these seats the highest number of minutes",
        "missing-keys": "Add the keys that are missing, to be filled in",
    },
    examples=(
        example(
            "the same for both",
            "met p met",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "two seats more for one",
            "not-met/warning p seats",
            ONE_SEAT
            + """
  { id = "s2", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "s3", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "one seat more is no difference",
            "met p met",
            ONE_SEAT
            + """
  { id = "s2", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "a shared seat counts for each",
            "not-met/warning p seats",
            ONE_SEAT
            + """
  { id = "s2", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "x1", organisation = "net", represents = ["sex-workers", "trans-people"], confirmed_by = ["tnet"] },
]
""",
        ),
        example(
            "half the time",
            "not-met/warning p minutes",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 5, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "exactly the tolerance",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 8, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 6, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "one fee is lower",
            "not-met/warning p fees",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 200 } },
]
""",
        ),
        example(
            "a fee that the holder declined was offered all the same",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300, status = "declined", declined_by = "holder" } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
]
""",
        ),
        example(
            "a fee that the organiser declined is none in every unit",
            "not-met/warning p fees",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300, status = "declined", declined_by = "organiser" } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 50, unit = "hour" } },
]
""",
        ),
        example(
            "every seat of one has a fee, no seat of the other",
            "not-met/warning p fees",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "other units can't be compared",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 50, unit = "hour" } },
]
""",
        ),
        example(
            "only fees by the same unit are compared",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t2", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 500, unit = "day" } },
]
""",
        ),
        example(
            "the same currency needs no rate",
            "not-met/warning p fees",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300, currency = "USD", rate = 0.9 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 100, currency = "USD" } },
]
""",
        ),
        example(
            "another currency at its rate",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300, currency = "USD", rate = 0.9 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 270 } },
]
""",
        ),
        example(
            "without a rate, no comparison",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300, currency = "USD" } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 100 } },
]
""",
        ),
        example(
            "nobody is paid: PAY speaks",
            "met p met",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], fee_policy = "nobody" }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    fee = { amount = 300 } },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "one chose, the other was chosen for",
            "not-met/warning p choosing | population=trans-people",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    chosen_by = "net" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    chosen_by = "ally" },
]
""",
        ),
        example(
            "both were chosen for",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01,
    chosen_by = "ally" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01,
    chosen_by = "ally" },
]
""",
        ),
        example(
            "invited a week and a day later",
            "not-met/warning p invitations | days=8",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-09 },
]
""",
        ),
        example(
            "invited exactly a week later",
            "met p met",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-08 },
]
""",
        ),
        example(
            "half a day more than a week, by the mean of the middle two",
            "not-met/warning p invitations | days=7.5",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-08 },
  { id = "t2", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-09 },
]
""",
        ),
        example(
            "no number of a closed caucus is told",
            "not-met/warning p invitations | days=None",
            PANEL
            + """
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-20 },
]
""",
        ),
        example(
            "an invitation still ahead isn't one",
            "not-stated p not-stated | keys=invited_on",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2027-03-01 },
]
""",
        ),
        example(
            "minutes are missing",
            "not-stated p not-stated | keys=minutes",
            ONE_SEAT
            + """
  { id = "t1", organisation = "tnet", represents = ["trans-people"], invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "the difference is agreed among the networks",
            "met p minutes",
            NETWORKS
            + """
judgements = [
  { rule = "KP-5", at = "p", verdict = "met", by = "net", on = 2027-02-01 },
  { rule = "KP-5", at = "p", verdict = "met", by = "tnet", on = 2027-02-01 },
]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 5, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "a population without a seat here doesn't answer",
            "met p minutes",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people", "women"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "wom", name = "Iris (fictional)", led_by = ["women"] } ]
judgements = [
  { rule = "KP-5", at = "p", verdict = "met", by = "net", on = 2027-02-01 },
  { rule = "KP-5", at = "p", verdict = "met", by = "tnet", on = 2027-02-01 },
]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 5 },
]
""",
        ),
        example(
            "one of two networks can't agree for both",
            "not-met/warning p minutes",
            NETWORKS
            + """
judgements = [{ rule = "KP-5", at = "p", verdict = "met", by = "net", on = 2027-02-01 }]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 5, invited_on = 2026-12-01 },
]
""",
        ),
        example(
            "one population seated",
            "not-applicable p not-applicable",
            ONE_SEAT
            + """
  { id = "a1", organisation = "ally" },
]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet p not-yet",
            """
stage = "inviting"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], currency = "EUR" }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, invited_on = 2026-12-01 },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], minutes = 10, invited_on = 2026-12-01 },
]
""",
        ),
    ),
)
