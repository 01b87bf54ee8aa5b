"""TOK-4: whether a sponsor's number is all that brings the community in."""

from __future__ import annotations

from eventreview.rules.closed import in_caucus
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, judge, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_sponsors, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place, Sponsor
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

QUOTA = "community-quota"


def asks_for_places(scene: Scene, sponsor: Sponsor) -> tuple[str, ...]:
    """A sponsor whose money is tied to community places, where there is at least one."""
    return ONCE if QUOTA in (sponsor.conditions or ()) and voices(scene) else NOT_HERE


def voices(scene: Scene) -> tuple[Place, ...]:
    """The panel seats that are voice of somebody the event is about."""
    about = scene.about(scene.plan.event)
    return tuple(s for s in scene.all_seats() if scene.voice_of_any(s, about))


def decide(scene: Scene, sponsor: Sponsor, _: str) -> Outcome:
    """Whether the places are as many as the number asks for, and go with nothing else."""
    seats = voices(scene)
    seats_alone = any(says_seat_only(scene, p) for p in scene.about(scene.plan.event))
    if seats_alone and sponsor.quota == len(seats):
        return counted(warning("1", "just-the-quota", **numbers(seats)).about("quota"))
    if seats_alone and sponsor.quota is None:
        return not_stated("2").about("conditions").missing((sponsor, "quota"))
    outcome = judge("3", "quota", **numbers(seats)).about("conditions")
    if sponsor.quota is not None:
        outcome.params["quota"] = sponsor.quota
        outcome.remarking("asked-for", quota=sponsor.quota)
    return counted(outcome)


def says_seat_only(scene: Scene, p: str) -> bool:
    """Whether the population has a voice, and no part beside it (TOK-1)."""
    outcome = scene.result("TOK-1", scene.plan.event, p)
    return outcome is not None and outcome.result == NOT_MET


def numbers(seats: tuple[Place, ...]) -> dict[str, object]:
    """How many they are, unless somebody could tell from it who sits on a closed caucus (SAF-6)."""
    return {} if any(in_caucus(s) for s in seats) else {"v": len(seats)}


def counted(outcome: Outcome) -> Outcome:
    """The same, saying how many places there are, where that may be told."""
    return outcome.remarking("places", v=outcome.params["v"]) if "v" in outcome.params else outcome


def offer(scene: Scene, sponsor: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """An empty line for the number that the sponsor asks for."""
    if outcome.result in (NOT_MET, TO_BE_JUDGED, NOT_STATED) and not sponsor.has("quota"):
        yield Choice("template", "say-quota", [template(sponsor, "quota")])


# What most examples share: two voices, whose organisation has no part in making the event.
TWO_VOICES = """
decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" } ]
[[sponsors]]
organisation = "ally"
conditions = ["branding", "community-quota"]
"""
INVITING = """
stage = "inviting"
as_of = 2026-12-01
"""

TOK_4 = rule(
    "TOK-4",
    "not-for-the-donor",
    set="allyship",
    severity="warning",
    passages=("P1", "P6"),
    stage="drafting",
    judged_by="community",
    settles=("1",),
    after=("TOK-1",),
    reads=(
        "conditions",
        "quota",
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.basis",
        "speakers.organisation",
        "organisations.led_by",
    ),
    what="Nobody is invited to satisfy a sponsor's number.",
    why="Whoever sits there for a number is counted and not heard, and knows it. The report to the sponsor is then all "
    "that the place was for.",
    remedy="Give the community's organisations a part in making the event, and say to the sponsor what that part is. "
    "A quota can open a door; it doesn't say what happens behind it.",
    question="Would you be here without that condition, and with what part?",
    messages={
        "just-the-quota": "The community has exactly as many places as this sponsor's money is tied to, and no part "
        "beside them in making the event.",
        "not-stated": "This sponsor's money is tied to community places, and the plan doesn't say to how many: {keys}.",
        "quota": "This sponsor's money is tied to community places. That is no fault by itself; whether the places are "
        "there for its sake is for the community to say.",
        "asked-for": "Places asked for: {quota}.",
        "places": "Seats that carry a community's voice: {v}.",
    },
    checks=(on_sponsors(asks_for_places, decide),),
    choices=offer,
    choice_titles={"say-quota": "Add a line for the number of places, to be filled in"},
    examples=(
        example(
            "two asked for, two seated, and no part beside",
            "not-met/warning sponsors[0] just-the-quota | v=2",
            INVITING + TWO_VOICES + "quota = 2\n",
        ),
        example(
            "more seats than asked for",
            "to-be-judged sponsors[0] quota | quota=1 v=2",
            INVITING + TWO_VOICES + "quota = 1\n",
        ),
        example(
            "no number, and no part",
            "not-stated sponsors[0] not-stated",
            INVITING + TWO_VOICES,
        ),
        example(
            "as many as asked for, with a part in the event: still a question",
            "to-be-judged sponsors[0] quota | quota=2 v=2",
            INVITING + TWO_VOICES.replace('made_by = ["ally"]', 'made_by = ["ally", "net"]') + "quota = 2\n",
        ),
        example(
            "no number, with a part in the event",
            "to-be-judged sponsors[0] quota | v=2",
            INVITING + TWO_VOICES.replace('made_by = ["ally"]', 'made_by = ["ally", "net"]'),
        ),
        example(
            "a part that nothing shows yet",
            "to-be-judged sponsors[0] quota | quota=2 v=2",
            'stage = "drafting"\nas_of = 2026-12-01\n' + TWO_VOICES + "quota = 2\n",
        ),
        example(
            "the network settles TOK-1, so no more than a question is left",
            "to-be-judged sponsors[0] quota",
            INVITING
            + 'judgements = [{ rule = "TOK-1", at = "event", verdict = "met", by = "net", on = 2026-11-30 }]'
            + TWO_VOICES
            + "quota = 2\n",
        ),
        example(
            "one of two populations has no part",
            "not-met/warning sponsors[0] just-the-quota | v=2",
            INVITING
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "fund", name = "Northbank Fund (fictional)", led_by = [] } ]
evaluation = { by = ["net"] }
sponsors = [{ organisation = "fund", conditions = ["community-quota"], quota = 2 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "t1", organisation = "tnet", represents = ["trans-people"] } ]
""",
        ),
        example(
            "no number from a closed caucus",
            "to-be-judged sponsors[0] quota | quota=3 v=None",
            INVITING
            + """
sponsors = [{ organisation = "ally", conditions = ["community-quota"], quota = 3 }]
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "nor from one closed caucus beside another panel",
            "to-be-judged sponsors[0] quota | quota=3 v=None",
            INVITING
            + """
sponsors = [{ organisation = "ally", conditions = ["community-quota"], quota = 3 }]
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Panel"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "nobody seated, another condition",
            """
            not-applicable sponsors[0] not-applicable
            not-applicable sponsors[1] not-applicable
            """,
            INVITING
            + """
sponsors = [
  { organisation = "ally", conditions = ["community-quota"], quota = 0 },
  { organisation = "ally", conditions = ["speaker-veto"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }]
""",
        ),
    ),
)
