"""REP-4: a community's place that was declined or left. Who fills it, and nobody asks why."""

from __future__ import annotations

import datetime

from eventreview.plan.model import Event, Place
from eventreview.plan.vocabulary import order_of
from eventreview.rules.closed import in_caucus, named
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import open_place, template
from eventreview.rules.outcome import (
    NOT_MET,
    ORGANISER,
    TO_BE_JUDGED,
    error,
    judge,
    met,
    not_met,
    not_yet,
    warning,
)
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_event, on_places, rule
from eventreview.rules.words import SEAT_ROLES, Scene

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Panel
    from eventreview.rules.outcome import Outcome


def carried(scene: Scene, r: Place) -> tuple[str, ...]:
    """The populations whose voice a place carried that is declined or left."""
    if r.role not in SEAT_ROLES or not scene.out(r):
        return NOT_HERE
    candidates = set(r.represents or ())
    organisation = scene.organisation(r.organisation)
    if organisation is not None:
        candidates.update(organisation.led_by or ())
    return tuple(p for p in sorted(candidates, key=order_of) if scene.carries(r, p))


def decide(scene: Scene, r: Place, p: str) -> Outcome:
    """Whether the community's own organisations fill the place, or it is left free without harm."""
    t = scene.replacement(r)
    if t is not None and scene.live(t):
        return filled(scene, r, t, p)
    if t is not None and t.organisation is not None and not scene.led(t.organisation, p):
        outcome = warning("4", "kept-for-others", place=named(t), organisation=t.organisation)
        return not_theirs(scene, related(outcome, t), p, t.organisation)
    if not is_missed(scene, r, p):
        return met("5", "left-free")
    if not scene.before_stage("held"):
        return judge("6", "left-and-held").about("status")
    if r.out_on is None:
        return judge("7", "left-unfilled").about("out_on")
    if scene.ahead(r.out_on):
        return not_yet("8", "leaving-ahead", out_on=r.out_on).about("out_on")
    until = r.out_on + datetime.timedelta(days=scene.thresholds.grace_days)
    if scene.today <= until:
        return not_yet("9", "grace", until=until).about("out_on")
    return warning("10", "unfilled-after-grace", days=(scene.today - r.out_on).days).about("out_on")


def filled(scene: Scene, r: Place, t: Place, p: str) -> Outcome:
    """Somebody sits in its stead: whose voice that is, and who chose it."""
    if not scene.voice(t, p):
        outcome = error("1", "replaced-by-others", place=named(t), organisation=t.organisation)
        return not_theirs(scene, related(outcome, t), p, t.organisation)
    choice = scene.result("REP-1", t, p)
    if choice is not None and choice.result == NOT_MET:
        return related(not_met(choice.severity or "error", "2", "replacement-not-chosen", place=named(t)), t)
    return related(met("3", "replaced-by-their-own", place=named(t)), t)


def related(outcome: Outcome, t: Place) -> Outcome:
    """The outcome pointing at the place that takes over, but on a closed caucus."""
    return outcome if in_caucus(t) else outcome.related_to(t)


def is_missed(scene: Scene, r: Place, p: str) -> bool:
    """Whether the panel lacks this voice once nothing is left open for it in its days of grace."""
    balance = verdict(scene, "BAL-1", r.parent, "")
    if balance is not None and balance.result == NOT_MET and balance.message_id in ("none", "alone"):
        return True
    verdicts = (verdict(scene, "KP-1", r.parent, p), verdict(scene, "KP-2", scene.plan.event, p))
    return any(each is not None and each.result == NOT_MET for each in verdicts)


def verdict(scene: Scene, code: str, table: Table, p: str) -> Outcome | None:
    """What a rule says with nothing counted as in grace, and as if an absent `represents` said no."""
    outcome = scene.unsoftened_result(code, table, p)
    if outcome is None:
        return None
    without = scene.memo("without-grace", lambda: without_grace(scene))
    # Where a place is in grace, the rule itself says "not yet": it is asked again as if the days were over.
    return outcome if without is None else without.result(code, table, p)


def without_grace(scene: Scene) -> Scene | None:
    """The plan as it would read with no days of grace, with BAL-1, KP-1 and KP-2 decided; None where none run."""
    if not any(scene.in_grace(place) for place in scene.places()):
        return None
    from eventreview.rules.catalogue import rules

    thresholds = type(scene.thresholds)()
    for name in thresholds.__slots__:
        setattr(thresholds, name, getattr(scene.thresholds, name))
    thresholds.grace_days = -1
    without = Scene(scene.plan, thresholds, scene.assume_mandates)
    panels: tuple[Panel | Event, ...] = scene.plan.panels
    for code in ("BAL-1", "KP-1", "KP-2"):
        for check in rules()[code].checks:
            for table in panels if check.kind == "panel" else (scene.plan.event,):
                for p in check.applies(without, table):
                    outcome = check.decide(without, table, p)
                    without.results.setdefault((code, table.at, p), outcome)
    return without


def several(scene: Scene, event: Event) -> tuple[str, ...]:
    """Two or more places that carried a community's voice, with nobody in their stead."""
    return ONCE if len(unfilled(scene)) > 1 else NOT_HERE


def unfilled(scene: Scene) -> tuple[Place, ...]:
    """The places that carried a community's voice and have nobody in their stead."""

    def is_unfilled(r: Place) -> bool:
        if not carried(scene, r):
            return False
        t = scene.replacement(r)
        return t is None or not scene.live(t)

    return scene.memo("unfilled", lambda: tuple(r for r in scene.places() if is_unfilled(r)))


def decide_several(scene: Scene, event: Event, _: str) -> Outcome:
    """A question to the organisers about the event, without a count and without a why."""
    return judge("b1", "several-left").by(ORGANISER)


def concerned(scene: Scene, table: Table) -> tuple[str, ...]:
    """For the question about the event: the populations whose places were left."""
    places = (table,) if isinstance(table, Place) else unfilled(scene)
    found = {p for r in places for p in carried(scene, r)}
    return tuple(sorted(found, key=order_of))


def offer(scene: Scene, r: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """A new open place for the same organisation; or the day since when the place is free."""
    if not isinstance(r, Place) or outcome.result not in (NOT_MET, TO_BE_JUDGED):
        return
    if scene.before_stage("held") and scene.replacement(r) is None:
        place = open_place(scene, r.parent, r.organisation, replaces=r.id, role=r.role)
        yield Choice("choice", "open-again", [place])
    if outcome.line == "7" and not r.has("out_on"):
        asked = (r.organisation,) if r.organisation is not None else ()
        yield Choice("template", "say-since-when", [template(r, "out_on", ask=asked)])


REP_4 = rule(
    "REP-4",
    "withdrawal-respected",
    set="allyship",
    severity="warning",
    passages=("L2",),
    stage="inviting",
    judged_by="community",
    settles=("4", "10"),
    after=("REP-1", "BAL-1", "KP-1", "KP-2"),
    softened=True,
    concerns=concerned,
    reads=("speakers.status", "speakers.out_on", "speakers.replaces"),
    what="A community may say no, and fills its own place or leaves it free. Why is nobody's business.",
    why="Somebody found in haste to fill the chair speaks with nobody's mandate, and people who must explain a no "
    "learn that it wasn't theirs to say.",
    remedy="Keep the place for the organisation it was held for, and let it say whether it will be filled or left "
    "free. Don't ask for a reason.",
    question="To the community: is the place to be filled, left empty, or is something to change first? To the "
    "organisers, where several places are free: what in the event may be behind it?",
    messages={
        "replaced-by-others": "The place that takes over ({place}) isn't a voice of this community.",
        "replacement-not-chosen": "The holder of the place that takes over ({place}) wasn't chosen by the community's "
        "own organisations.",
        "replaced-by-their-own": "The place that takes over ({place}) is a voice of the same community.",
        "kept-for-others": "The place that takes over ({place}) is held for {organisation}, so the community can't "
        "fill it itself.",
        "left-free": "The place may stay free: no panel lacks a voice because of it.",
        "left-and-held": "The event was held with this place free.",
        "left-unfilled": "The place is free, and the plan doesn't say since when. Without it the community's voice is "
        "thin or absent here.",
        "leaving-ahead": "The place will be free from {out_on} on.",
        "grace": "There is time until {until} to fill the place or to leave it free. Nobody has to say why.",
        "unfilled-after-grace": (
            "The place has been free for {days} day, and without it the community's voice is thin or absent here.",
            "The place has been free for {days} days, and without it the community's voice is thin or absent here.",
            "days",
        ),
        "several-left": "Several places that carried a community's voice are free. Something about the event itself "
        "may be in the way.",
        **REMARKS,
    },
    checks=(on_places(carried, decide), on_event(several, decide_several)),
    choices=offer,
    choice_titles={
        "open-again": "Keep an open place in its stead, for the same organisation",
        "say-since-when": "Add a line for the day since which the place is free, to be filled in",
    },
    examples=(
        example(
            "6a a place is given back: a week before anything is said",
            "not-yet s2 grace sex-workers | until=2027-02-08",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" } ]
""",
        ),
        example(
            "6a on the last day of grace",
            "not-yet s2 grace sex-workers | until=2027-02-08",
            """
stage = "published"
as_of = 2027-02-08
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" } ]
""",
        ),
        example(
            "6b after the week",
            "not-met/warning s2 unfilled-after-grace sex-workers | days=8",
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
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" } ]
""",
        ),
        example(
            "6c filled by an ally's choice, in the days of grace too",
            "not-met/error s2 replacement-not-chosen sex-workers | place=s3",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "s3", replaces = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" } ]
""",
        ),
        example(
            "6d one of three without the place: left free, and no fault",
            "met s2 left-free sex-workers",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "the network wouldn't sign the line-up; the place may still be left free",
            "met s2 left-free sex-workers",
            """
stage = "published"
as_of = 2027-02-20
judgements = [{ rule = "BAL-1", at = "p", verdict = "not-met", by = "net", on = 2027-02-18 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn", out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "two such places are a question about the event",
            """
            met s2 left-free sex-workers
            met s3 left-free sex-workers
            to-be-judged event several-left
            """,
            """
stage = "published"
as_of = 2027-02-20
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "s3", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "declined",
      out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" } ]
""",
        ),
        example(
            "what is behind several free places is for the organisers to answer, and for nobody else",
            """
            met s2 left-free sex-workers
            met s3 left-free sex-workers
            met event several-left
            """,
            """
stage = "published"
as_of = 2027-02-20
judgements = [
  { rule = "REP-4", at = "event", verdict = "met", by = "ally", on = 2027-02-18 },
  { rule = "REP-4", at = "event", verdict = "not-met", by = "net", on = 2027-02-19 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn", out_on = 2027-02-01 },
  { id = "s3", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" } ]
""",
        ),
        example(
            "filled by somebody who isn't a voice of theirs",
            "not-met/error s2 replaced-by-others sex-workers | place=s3 organisation=ally",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "s3", replaces = "s2", organisation = "ally", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "whether the one who takes over carries the voice isn't said",
            "not-stated s2 represents-absent sex-workers",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", status = "confirmed" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "s3", replaces = "s2", organisation = "net", chosen_by = "net" } ]
""",
        ),
        example(
            "filled by their own, in the end",
            """
            met s2 replaced-by-their-own sex-workers | place=s4
            met s3 replaced-by-their-own sex-workers | place=s4
            """,
            """
stage = "published"
as_of = 2027-02-25
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "s3", replaces = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn",
      out_on = 2027-02-10 },
  { id = "s4", replaces = "s3", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "filled by a choice they agreed to",
            "not-met/warning s2 replacement-not-chosen sex-workers | place=s3",
            """
stage = "published"
as_of = 2027-02-25
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2027-02-02,
    answered_on = 2027-02-05, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "s3", replaces = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
      chosen_on = 2027-02-06 } ]
""",
        ),
        example(
            "a place kept for another organisation, for a sub-group, for one of which nobody says who leads it",
            """
            not-met/warning s1 kept-for-others sex-workers | place=o1 organisation=ally
            not-met/warning s2 kept-for-others people-who-use-drugs | place=o2 organisation=wnet
            not-met/warning s3 kept-for-others sex-workers | place=o3 organisation=forum
            to-be-judged event several-left
            """,
            """
stage = "inviting"
as_of = 2027-02-02
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "o1", replaces = "s1", organisation = "ally", status = "open" },
  { id = "s2", organisation = "dnet", represents = ["people-who-use-drugs"], status = "declined", out_on = 2027-02-01 },
  { id = "o2", replaces = "s2", organisation = "wnet", status = "open" },
  { id = "s3", organisation = "net", represents = ["sex-workers"], status = "declined", out_on = 2027-02-01 },
  { id = "o3", replaces = "s3", organisation = "forum", status = "open" } ]
""",
        ),
        example(
            "the event was held with the place free",
            "to-be-judged s2 left-and-held sex-workers",
            """
stage = "held"
as_of = 2027-02-02
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn", out_on = 2027-02-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "since when isn't said, or it is still to come",
            """
            to-be-judged s2 left-unfilled sex-workers
            not-yet s3 leaving-ahead trans-people | out_on=2027-03-01
            to-be-judged event several-left
            """,
            """
stage = "published"
as_of = 2027-02-02
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn" },
  { id = "s3", organisation = "tnet", represents = ["trans-people"], status = "withdrawn", out_on = 2027-03-01 },
  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "the panel is balanced without it, but nobody of this population is left",
            "not-met/warning s2 unfilled-after-grace trans-people | days=11",
            """
stage = "published"
as_of = 2027-02-12
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "tnet", represents = ["trans-people"], status = "withdrawn", out_on = 2027-02-01 } ]
""",
        ),
        example(
            "the same in the days of grace: the day is named, and nothing is called met",
            "not-yet s2 grace trans-people | until=2027-02-08",
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
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "tnet", represents = ["trans-people"], status = "withdrawn", out_on = 2027-02-01 } ]
""",
        ),
        example(
            "a refusal in a consultation is an answer and no place; moderators and allies aren't asked about",
            """
            not-applicable m1 not-applicable
            not-applicable a1 not-applicable
            not-applicable u1 not-applicable
            """,
            """
stage = "published"
as_of = 2027-02-12
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2027-01-02,
    answered_on = 2027-01-05, outcome = "declined" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"], status = "withdrawn",
      out_on = 2027-02-01 },
  { id = "a1", organisation = "ally", status = "withdrawn", out_on = 2027-02-01 },
  { id = "u1", organisation = "net", status = "withdrawn", out_on = 2027-02-01 } ]
""",
        ),
    ),
)
