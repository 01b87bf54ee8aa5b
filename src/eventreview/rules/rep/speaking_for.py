"""REP-3: who speaks or decides for a community, and on whose mandate."""

from __future__ import annotations

from eventreview.plan.edits import Insert, Remove, Set
from eventreview.plan.model import Decision, Place
from eventreview.plan.moments import day
from eventreview.rules.con.asked import agreed, asked_whom
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import hand_over, template, theirs
from eventreview.rules.outcome import NOT_MET, error, judge, met, not_stated, not_yet, warning
from eventreview.rules.rule import NOT_HERE, Choice, example, on_decisions, on_places, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def named(scene: Scene, s: Place) -> tuple[str, ...]:
    """The populations a live place names, as its voice or as those it speaks for; interpreters speak for nobody."""
    if not scene.live(s) or s.role == "interpreter":
        return NOT_HERE
    return scene.expanded((*(s.represents or ()), *(s.speaks_on_behalf_of or ())))


def decide(scene: Scene, s: Place, p: str) -> Outcome:
    """Whether a mandate of the population's own stands behind the place."""
    carried = p in (s.represents or ())
    if scene.voice(s, p):
        return met("1", "own-voice").about("represents")
    confirmed_by = scene.one_of_theirs(s.confirmed_by, p)
    if confirmed_by is not None:
        return met("2", "confirmed", confirmed_by=confirmed_by).about("confirmed_by")
    if scene.led(s.delegated_by, p):
        return delegated(scene, s)
    if carried and s.basis == "organisation" and s.organisation is None and scene.before_stage("published"):
        return not_stated("6", "held-for-nobody").about("organisation").missing((s, "organisation"))
    if carried and s.basis == "self":
        outcome = error("7", "self-without-mandate").about("represents")
    elif carried:
        outcome = error("8", "proxy", organisation=s.organisation).about("represents")
    else:
        outcome = error("9", "speaks-for", organisation=s.organisation).about("speaks_on_behalf_of")
    return not_theirs(scene, outcome, p, s.organisation, s.confirmed_by, s.delegated_by)


def delegated(scene: Scene, s: Place) -> Outcome:
    """One of theirs gave a mandate: whether it came in time."""
    given = s.delegated_on
    if given is None:
        return not_stated("3", "delegation-undated").about("delegated_on").missing((s, "delegated_on"))
    if scene.ahead(given):
        return not_yet("4", "delegation-ahead", delegated_on=given).about("delegated_on")
    speaks = scene.day_of(s)
    if speaks is None or speaks > given:
        return met("5", "delegated", delegated_by=s.delegated_by, delegated_on=given).about("delegated_by")
    if speaks == given:
        return judge("5", "delegated-that-day").about("delegated_on")
    return error("5", "delegated-after", delegated_on=given, day=speaks).about("delegated_on")


def bound(scene: Scene, e: Decision) -> tuple[str, ...]:
    """The populations that a decision binds."""
    return scene.expanded(e.binds)


def decide_decision(scene: Scene, e: Decision, p: str) -> Outcome:
    """Whether those bound were among those deciding."""
    if scene.ahead(e.made_on):
        return not_yet("b1", "decision-ahead", made_on=day(e.made_on)).about("made_on")
    if not e.made_by:
        return not_stated("b2", "no-decider").about("made_by").missing((e, "made_by"))
    if scene.one_of_theirs(e.made_by, p) is not None:
        return met("b3", "decided-by-them").about("made_by")
    agreements = agreed(scene, e.what, p, e, e.made_on)
    if agreements.before is not None:
        outcome = warning("b4", "agreed-not-decided", consultation=agreements.before.at)
        return not_theirs(scene, outcome, p, e.made_by).about("made_by").related_to(agreements.before)
    if agreements.same_day is not None:
        outcome = judge("b4", "same-day", consultation=agreements.same_day.at)
        return outcome.about("made_on").related_to(agreements.same_day)
    outcome = error("b5", "decided-for", made_by=e.made_by)
    return not_theirs(scene, outcome, p, e.made_by, asked_whom(scene, e.what, e)).about("made_by")


def offer(scene: Scene, s: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Speak for nobody else; hand the place to theirs; say who gave the mandate, and when."""
    if not isinstance(s, Place) or outcome.line not in ("3", "5", "6", "7", "8", "9"):
        return
    if outcome.result == NOT_MET:
        yield Choice("choice", "speak-for-oneself", tuple(without(scene, s, populations)), populations=populations)
    # A place that is somebody's voice already isn't taken from them.
    if outcome.line in ("6", "7", "8", "9") and not scene.voices(s):
        for own in theirs(scene, populations):
            edits = (Set((*s.path, "organisation"), own), *hand_over(s))
            yield Choice("choice", "hand-to-theirs", edits, organisation=own)
    keys = [key for key in ("delegated_by", "delegated_on") if not s.has(key)]
    if keys:
        yield Choice("template", "say-mandate", [template(s, *keys, ask=tuple(theirs(scene, populations)))])


def without(scene: Scene, s: Place, populations: tuple[str, ...]) -> Iterator[Edit]:
    """The edits that take the populations out of what the place carries and of those it speaks for."""
    for key, values in (("represents", s.represents or ()), ("speaks_on_behalf_of", s.speaks_on_behalf_of or ())):
        path = (*s.path, key)
        for index in reversed(range(len(values))):
            members = scene.expanded((values[index],))
            kept = [p for p in members if p not in populations]
            if len(kept) == len(members):
                continue
            yield Remove((*path, index))
            # Of a group, the others stay named one by one, unless they are already.
            for p in reversed([p for p in kept if p not in values]):
                yield Insert(path, index, p)


REP_3 = rule(
    "REP-3",
    "no-speaking-for",
    set="allyship",
    severity="error",
    passages=("L3",),
    stage="drafting",
    judged_by="community",
    settles=("b4",),
    reads=(
        "represents",
        "speaks_on_behalf_of",
        "binds",
        "basis",
        "self_declared",
        "organisation",
        "organisations.led_by",
        "confirmed_by",
        "delegated_by",
        "delegated_on",
        "made_by",
        "made_on",
        "consultations[*]",
    ),
    what="However close to a community, an ally neither speaks nor decides for it.",
    why="A voice without a mandate puts words into a community's mouth, and a decision taken for it is lived with by "
    "people who had no say in it.",
    remedy="Let the place speak for its own organisation alone, or hand it to an organisation of the community. Where "
    "a mandate was given, record who gave it and when; where a decision binds a community, let it decide.",
    question="Did you give this mandate, and in time?",
    messages={
        "own-voice": "The place has a mandate of its own organisation, or the holder's own word.",
        "confirmed": "{confirmed_by} confirms the mandate. The place still isn't counted as a voice of this community.",
        "delegation-undated": "A mandate is recorded, without the day it was given.",
        "delegation-ahead": "The mandate is dated {delegated_on}; a day still to come shows nothing yet.",
        "delegated": "{delegated_by} gave the mandate on {delegated_on}.",
        "delegated-that-day": "The mandate is dated on the very day the place speaks; the dates can't show which came "
        "first.",
        "delegated-after": "The mandate is dated {delegated_on}, after the day the place speaks ({day}).",
        "held-for-nobody": "The place carries a community's voice, and the plan doesn't say for which organisation it "
        "is held.",
        "self-without-mandate": "The place is down as a community's voice on a personal basis, and no mandate stands "
        "behind it. Nobody is asked to declare anything: a place can be held without speaking for others.",
        "proxy": "The place is down as the voice of a community that has given it no mandate.",
        "speaks-for": "The place is announced as speaking on behalf of a community that has given it no mandate.",
        "decision-ahead": "The decision is dated {made_on}; a day still to come shows nothing yet.",
        "no-decider": "The plan doesn't say who made this decision.",
        "decided-by-them": "An organisation of the community is among those who decided.",
        "agreed-not-decided": "An organisation of the community agreed beforehand ({consultation}) and wasn't among "
        "those who decided. Agreeing is less than deciding.",
        "same-day": "The answer to {consultation} and the decision are dated on one day; the dates can't show which "
        "came first.",
        "decided-for": "{made_by} decided for a community without any of its organisations.",
        **REMARKS,
    },
    checks=(on_places(named, decide), on_decisions(bound, decide_decision)),
    choices=offer,
    choice_titles={
        "speak-for-oneself": "Let the place speak for its own organisation alone (no longer for: {populations})",
        "hand-to-theirs": "Hold the place for {organisation}, and open it again for that organisation to fill",
        "say-mandate": "Add lines for who gave the mandate and when, to be filled in",
    },
    examples=(
        example(
            "the place of an ally says nothing of its holder; another speaks from experience",
            """
            not-applicable s1 not-applicable
            met s2 own-voice sex-workers
            """,
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
            "a personal basis without the holder's word",
            "not-met/error s2 self-without-mandate sex-workers",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [{ id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", chosen_by = "net" }]
""",
        ),
        example(
            "two mandates on one place",
            """
            met s1 own-voice sex-workers
            met s1 confirmed trans-people | confirmed_by=tnet
            met s2 own-voice sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
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
            "the second mandate isn't confirmed",
            """
            met s1 own-voice sex-workers
            not-met/error s1 proxy trans-people | organisation=net
            """,
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Two movements"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], chosen_by = "net" }]
""",
        ),
        example(
            "a minister speaks for the state alone",
            "not-applicable g1 not-applicable",
            """
stage = "drafting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "g1", organisation = "ally", talk = "response" }]
""",
        ),
        example(
            "a minister speaks on behalf of a community, and a place names the whole group",
            """
            not-met/error g1 speaks-for sex-workers | organisation=ally
            met g2 own-voice sex-workers
            not-met/error g2 speaks-for gay-men-and-msm people-who-use-drugs trans-people | organisation=net
            """,
            """
stage = "drafting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
speakers = [
  { id = "g1", organisation = "ally", role = "moderator", speaks_on_behalf_of = ["sex-workers"] },
  { id = "g2", organisation = "net", represents = ["sex-workers"], speaks_on_behalf_of = ["key-populations"] } ]
""",
        ),
        example(
            "places without anybody in them, and interpreters, speak for nobody",
            """
            not-applicable o1 not-applicable
            not-applicable w1 not-applicable
            not-applicable i1 not-applicable
            """,
            """
stage = "drafting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "o1", organisation = "ally", status = "open", represents = ["sex-workers"] },
  { id = "w1", organisation = "ally", status = "withdrawn", represents = ["sex-workers"] },
  { id = "i1", organisation = "ally", role = "interpreter", speaks_on_behalf_of = ["sex-workers"] } ]
""",
        ),
        example(
            "a mandate in time, on the day, after it, without a date, still to come",
            """
            met d1 delegated sex-workers | delegated_by=net delegated_on=2027-02-28
            to-be-judged d2 delegated-that-day sex-workers
            not-met/error d3 delegated-after sex-workers | delegated_on=2027-03-02 day=2027-03-01
            not-stated d4 delegation-undated sex-workers
            not-yet d5 delegation-ahead sex-workers | delegated_on=2027-04-01
            """,
            """
stage = "held"
as_of = 2027-03-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], starts = 2027-03-01T09:00:00, ends = 2027-03-20 }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "d1", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net",
      delegated_on = 2027-02-28 },
  { id = "d2", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net",
      delegated_on = 2027-03-01 },
  { id = "d3", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net",
      delegated_on = 2027-03-02 },
  { id = "d4", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net" },
  { id = "d5", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net",
      delegated_on = 2027-04-01 } ]
""",
        ),
        example(
            "without a day of speaking, a mandate given is in time",
            "met d1 delegated sex-workers",
            """
stage = "published"
as_of = 2027-03-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "d1", organisation = "ally", speaks_on_behalf_of = ["sex-workers"], delegated_by = "net",
    delegated_on = 2027-03-01 }]
""",
        ),
        example(
            "a mandate by a sub-group covers the sub-group",
            """
            met d1 delegated women-who-use-drugs | delegated_by=wnet
            not-met/error d1 speaks-for people-who-use-drugs
            not-met/error d2 speaks-for people-who-use-drugs
            """,
            """
stage = "published"
as_of = 2027-03-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "d1", organisation = "wnet", speaks_on_behalf_of = ["people-who-use-drugs", "women-who-use-drugs"],
      delegated_by = "wnet", delegated_on = 2027-03-01 },
  { id = "d2", organisation = "forum", speaks_on_behalf_of = ["people-who-use-drugs"] } ]
""",
        ),
        example(
            "held for nobody, before the programme is out",
            "not-stated s1 held-for-nobody sex-workers",
            """
stage = "inviting"
as_of = 2027-03-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"] }]
""",
        ),
        example(
            "held for nobody, on the programme",
            "not-met/error s1 proxy sex-workers | organisation=None",
            """
stage = "published"
as_of = 2027-03-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"] }]
""",
        ),
        example(
            "decisions that bind: with them, for them, after their answer, on the day of it",
            """
            met decisions[0] decided-by-them sex-workers
            not-met/error decisions[1] decided-for sex-workers | made_by=ally
            not-met/warning decisions[2] agreed-not-decided sex-workers | consultation=c1
            to-be-judged decisions[3] same-day sex-workers | consultation=c2
            not-stated decisions[4] no-decider sex-workers
            not-yet decisions[5] decision-ahead sex-workers | made_on=2027-04-01
            not-applicable decisions[6] not-applicable
            """,
            """
stage = "drafting"
as_of = 2027-03-10
decisions = [
  { what = "aims", made_on = 2027-01-20, made_by = ["ally", "net"], binds = ["sex-workers"] },
  { what = "safety", made_on = 2027-01-20, made_by = ["ally"], binds = ["sex-workers"] },
  { what = "budget", made_on = 2027-01-20, made_by = ["ally"], binds = ["sex-workers"] },
  { what = "evaluation", made_on = 2027-01-20, made_by = ["ally"], binds = ["sex-workers"] },
  { what = "aims", made_on = 2027-01-20, made_by = [], binds = ["sex-workers"] },
  { what = "aims", made_on = 2027-04-01, made_by = ["ally"], binds = ["sex-workers"] },
  { what = "aims", made_on = 2027-01-20, made_by = ["ally"] } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2027-01-01, answered_on = 2027-01-19,
      outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["evaluation"], asked_on = 2027-01-01, answered_on = 2027-01-20,
      outcome = "changed", changes = "who asks" },
  { id = "c3", by = "ally", with = "net", about = ["safety"], asked_on = 2027-01-01, answered_on = 2027-01-02,
      outcome = "partly" },
  { id = "c4", by = "ally", with = "ally", about = ["safety"], asked_on = 2027-01-01, answered_on = 2027-01-02,
      outcome = "agreed" } ]
""",
        ),
    ),
)
