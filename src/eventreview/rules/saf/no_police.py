"""SAF-9: police take part only where those whom they police have agreed."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Organisation
from eventreview.plan.vocabulary import WITHHELD
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import hand_over, template, theirs
from eventreview.rules.outcome import NOT_MET, error, met_withheld, note
from eventreview.rules.rule import NOT_HERE, Choice, example, on_organisations, rule
from eventreview.rules.words import LIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def policed(scene: Scene, o: Organisation) -> tuple[str, ...]:
    """Police with a role or a place: the key populations the event is about."""
    if o.kind != "police" or not (o.roles or places_of(scene, o)):
        return NOT_HERE
    return tuple(p for p in scene.about(scene.plan.event) if p in scene.thresholds.key_populations)


def places_of(scene: Scene, o: Organisation) -> tuple[Place, ...]:
    """The live places held for it, whatever their role."""
    return tuple(s for s in scene.places() if s.organisation == o.at and s.status in LIVE)


def decide(scene: Scene, o: Organisation, p: str) -> Outcome:
    """Whether one of theirs agreed."""
    safety = scene.plan.safety
    agreed = safety.police_agreed_by
    if agreed == WITHHELD:
        return met_withheld("1").related_to(safety)
    known = None if isinstance(agreed, str) else agreed
    if scene.one_of_theirs(known, p) is None:
        outcome = error("2", "police-without", population=p).about("kind")
        return not_theirs(scene, outcome, p, known)
    return note("3", "police-agreed").about("kind").related_to(safety)


def offer(scene: Scene, o: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Open its places again; let others host; an empty line for who agreed."""
    if outcome.result != NOT_MET or not isinstance(o, Organisation):
        return
    for s in places_of(scene, o):
        yield Choice("choice", "open-again", hand_over(s), place=s.at)
    roles = o.roles or ()
    if "host" in roles:
        kept = tuple(each for each in roles if each != "host")
        yield Choice("choice", "not-host", (Set((*o.path, "roles"), kept),))
    safety = scene.plan.safety
    if outcome.line == "2" and not safety.has("police_agreed_by"):
        asked = tuple(theirs(scene, populations))
        yield Choice("template", "fill-in", (template(safety, "police_agreed_by", ask=asked),))


# What most examples share.
INVITING = """
stage = "inviting"
as_of = 2026-12-01
"""
POLICE = """
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "pol"
name = "City police (fictional)"
kind = "police"
led_by = []
"""
ON_A_PANEL = """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "d1", organisation = "pol" }]
"""

SAF_9 = rule(
    "SAF-9",
    "no-police-in-room",
    set="safety",
    severity="error",
    stage="inviting",
    judged_by="community",
    basis="what communities report of police as a main source of violence",
    reads=(
        "kind",
        "roles",
        "speakers.organisation",
        "speakers.status",
        "safety.police_agreed_by",
        "organisations.led_by",
    ),
    what="Police take part only where those whom they police have agreed.",
    why="Where police sit in the room, people who can be arrested for what they do or are stay away, or stay silent. "
    "Those who come are seen by them.",
    remedy="Ask the organisations of those concerned whether police may come, and on which conditions. Until they agree, "
    "the place stays open.",
    question="On which conditions?",
    messages={
        "police-without": "Police take part, and no organisation of those whom they police is named as having agreed: "
        "{population}. People may not be able to come.",
        "police-agreed": "Police take part, and an organisation of those whom they police agreed to it. On which "
        "conditions, everybody who comes should know.",
        "met-withheld": "Whether and by whom it was agreed that police take part is kept out of the file for safety.",
        **REMARKS,
    },
    checks=(on_organisations(policed, decide),),
    choices=offer,
    choice_titles={
        "open-again": "let place {place} be open again",
        "not-host": "take the role of host from it",
        "fill-in": "write down who has to agree",
    },
    examples=(
        example(
            "hard case 9: an officer on the panel",
            "not-met/error pol police-without sex-workers | population=sex-workers",
            INVITING + POLICE + ON_A_PANEL,
        ),
        example(
            "hard case 9 b: agreed by the network",
            "not-met/note pol police-agreed sex-workers",
            INVITING + 'safety = { police_agreed_by = ["net"] }\n' + POLICE + ON_A_PANEL,
        ),
        example(
            "an empty list agrees to nothing; a role without a place is enough",
            "not-met/error pol police-without sex-workers",
            INVITING + "safety = { police_agreed_by = [] }\n" + POLICE + 'roles = ["host"]\n',
        ),
        example(
            "agreed by one of the key populations, not by the other; others aren't asked",
            """
            not-met/note pol police-agreed sex-workers
            not-met/error pol police-without trans-people
            """,
            INVITING
            + 'safety = { police_agreed_by = ["net"] }\n'
            + 'event = { title = "Rights", concerns = ["sex-workers", "trans-people", "migrants"] }\n'
            + POLICE
            + ON_A_PANEL,
        ),
        example(
            "agreed by a sub-group, and by one of which nobody says who leads it",
            "not-met/error pol police-without people-who-use-drugs",
            INVITING
            + """
safety = { police_agreed_by = ["wnet", "forum"] }
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" },
  { id = "pol", name = "City police (fictional)", kind = "police", roles = ["invited"] } ]
""",
        ),
        example(
            "withheld",
            "met-withheld pol met-withheld sex-workers",
            INVITING + 'safety = { police_agreed_by = "withheld" }\n' + POLICE + ON_A_PANEL,
        ),
        example(
            "a ministry isn't police; nor is it the matter of an event about nobody they police",
            """
            not-applicable gov not-applicable
            not-applicable pol not-applicable
            """,
            INVITING
            + """
event = { title = "City budgets", concerns = ["women"] }
organisations = [
  { id = "gov", name = "Ministry of Work (fictional)", kind = "government", roles = ["host"] },
  { id = "pol", name = "City police (fictional)", kind = "police", roles = ["host"] } ]
""",
        ),
        example(
            "named in the plan, without a role, and no longer on the panel",
            "not-applicable pol not-applicable",
            INVITING
            + POLICE
            + "roles = []\n"
            + ON_A_PANEL.replace('organisation = "pol"', 'organisation = "pol", status = "declined"'),
        ),
        example(
            "in any role, one that can't be read as well",
            "not-met/error pol police-without sex-workers",
            INVITING + POLICE + ON_A_PANEL.replace('organisation = "pol"', 'organisation = "pol", role = "guard"'),
        ),
        example(
            "not before invitations go out",
            "not-yet pol not-yet sex-workers",
            'stage = "drafting"\nas_of = 2026-12-01\n' + POLICE + ON_A_PANEL,
        ),
    ),
)
