"""INC-1: whether the community's organisations convene the event, and can get through its door."""

from __future__ import annotations

from eventreview.plan.edits import Comment, Set
from eventreview.plan.model import Event
from eventreview.rules.closed import named
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import is_named, template
from eventreview.rules.outcome import error, met, not_stated, strongest, warning
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# A host alone lends the room.
CONVENING = ("lead", "co-organiser", "co-sponsor")


def concerned(scene: Scene, event: Event) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(event)


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """Who convenes, and who gets in."""
    return strongest((who_convenes(scene, event, p), who_gets_in(scene, event, p)))


def who_convenes(scene: Scene, event: Event, p: str) -> Outcome:
    """Part a."""
    own = scene.own(p)
    if any(convenes(o) for o in own):
        return met("a1")
    unsaid = [o for o in own if says_no_roles(o)]
    if unsaid:
        outcome = not_stated("a2", "roles-missing", organisations=tuple(o.at for o in unsaid))
        return outcome.missing(*((o, "roles") for o in unsaid)).related_to(*unsaid)
    about_them_alone = scene.about(event) == (p,) and not scene.before_stage("inviting")
    grave = about_them_alone and not without_contact(scene, p)
    outcome = error("a3", "nobody-convenes") if grave else warning("a4", "nobody-convenes")
    return not_theirs(scene, outcome, p, [o.at for o in scene.plan.organisations if convenes(o)])


def who_gets_in(scene: Scene, event: Event, p: str) -> Outcome:
    """Part b."""
    places = [s for s in scene.places() if scene.voice(s, p)]
    if event.accreditation_needed is not True or event.mode == "online":
        return met("b1")
    if places and all(s.mode is not None and s.mode != "in-person" for s in places):
        return met("b1")
    if event.accreditation_via is not None:
        return met("b2")
    if scene.before_stage("published"):
        outcome = not_stated("b2", "accreditation-via-missing").missing((event, "accreditation_via"))
        return outcome.about("accreditation_via")
    # Of a closed caucus the panel is named, never who sits there.
    shown = tuple(dict.fromkeys(named(s) for s in places))
    outcome = warning("b2", "no-accreditation", places=shown).about("accreditation_via")
    return outcome.remarking("their-places", places=shown) if shown else outcome


def convenes(o: Organisation) -> bool:
    """Lead, co-organiser or co-sponsor."""
    return any(role in CONVENING for role in o.roles or ())


def says_no_roles(o: Organisation) -> bool:
    """Whether the key `roles` isn't there; an empty array is an answer."""
    return o.roles is None and not o.has("roles")


def without_contact(scene: Scene, p: str) -> bool:
    """Whether a decision says that they were left out for want of a contact."""
    return any(
        entry.reason == "no-contact" and p in scene.expanded((entry.population,))
        for decision in scene.plan.decisions
        for entry in decision.left_out
    )


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for an organisation, or for the roles of one; through which of the convening ones people are accredited."""
    said = {outcome.message_id, *(part.message_id for part in outcome.parts)}
    organisations = scene.plan.organisations
    if "nobody-convenes" in said:
        lines = ("# [[organisations]]", "# id =", "# name =", "# led_by =", "# roles =")
        end = organisations[-1].path if organisations else ("organisations",)
        yield Choice("template", "add-organisation", (Comment(end, lines),))
    if "roles-missing" in said:
        for o in organisations:
            if says_no_roles(o) and any(p in (o.led_by or ()) for p in populations):
                yield Choice("template", "say-roles", (template(o, "roles", ask=(o.at,)),), organisation=o.at)
    if said & {"accreditation-via-missing", "no-accreditation"}:
        for o in organisations:
            if convenes(o) and is_named(scene, o):
                edit = Set((*event.path, "accreditation_via"), o.at)
                yield Choice("choice", "accredit-through", (edit,), organisation=o.at)


# What most examples share.
AT_THE_DOOR = """
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "hybrid", accreditation_needed = true }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-sponsor"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
"""

INC_1 = rule(
    "INC-1",
    "space-opened",
    set="allyship",
    severity="error",
    passages=("F1", "F2", "L7"),
    stage="drafting",
    judged_by="community",
    settles=("a4", "b2"),
    reads=(
        "organisations.led_by",
        "organisations.roles",
        "concerns",
        "mode",
        "accreditation_needed",
        "accreditation_via",
        "decisions.left_out",
        "speakers.mode",
    ),
    what="Allies open the spaces they are in: the community's organisations convene the event, and can get through its "
    "door.",
    why="Whoever convenes sets the terms. Those who come as guests are there for as long as somebody else wants them "
    "there, and without accreditation they stay outside.",
    remedy="Convene the event with an organisation of the community, in a part that it agrees to. Where the venue asks "
    "for accreditation, settle early through which organisation its people get it.",
    question="Would you be in the room without the ally?",
    messages={
        "met": "An organisation of theirs convenes the event, and the plan shows no door closed to them.",
        "roles-missing": "The plan doesn't say what part these have in the event: {organisations}.",
        "nobody-convenes": "No organisation of theirs convenes the event, as lead, co-organiser or co-sponsor. They "
        "depend on others for being there at all.",
        "accreditation-via-missing": "Accreditation is needed, and the plan doesn't say yet through which organisation "
        "they get it.",
        "no-accreditation": "Accreditation is needed, and the plan doesn't say through which organisation they get it. "
        "Without it they may be turned away at the door.",
        "their-places": "Places of theirs: {places}.",
        **REMARKS,
    },
    checks=(on_event(concerned, decide),),
    choices=offer,
    choice_titles={
        "add-organisation": "Add the lines of an organisation, with `led_by` and `roles` to be filled in",
        "say-roles": "Add a line for the roles of {organisation}, to be filled in",
        "accredit-through": "Accreditation through {organisation}",
    },
    examples=(
        example(
            "16a no organisation of theirs to be found",
            "not-met/warning event nobody-convenes sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Clinic hours", concerns = ["sex-workers"], scope = "local" }
organisations = [{ id = "clinic", name = "Bay Clinic (fictional)", kind = "ngo", led_by = [], roles = ["lead"] }]
decisions = [{ what = "speakers", made_on = 2026-12-01, made_by = ["clinic"],
    left_out = [{ population = "key-populations", reason = "no-contact" }] }]
""",
        ),
        example(
            "16b the same, with nothing said of a contact, or of another population",
            "not-met/error event nobody-convenes sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Clinic hours", concerns = ["sex-workers"], scope = "local" }
organisations = [{ id = "clinic", name = "Bay Clinic (fictional)", kind = "ngo", led_by = [], roles = ["lead"] }]
decisions = [{ what = "speakers", made_on = 2026-12-01, made_by = ["clinic"],
    left_out = [{ population = "trans-people", reason = "no-contact" },
    { population = "sex-workers", reason = "no-time" }] }]
""",
        ),
        example(
            "a partner, a host and an answered empty list don't convene; early it is a warning",
            "not-met/warning event nobody-convenes sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["partner", "invited"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], roles = ["host"] },
  { id = "valley", name = "Lantern Valley (fictional)", led_by = ["sex-workers"], roles = [] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
""",
        ),
        example(
            "of two populations, one convenes",
            """
            met event met sex-workers
            not-met/warning event nobody-convenes trans-people
            """,
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"], roles = ["partner"] } ]
""",
        ),
        example(
            "roles not said",
            "not-stated event roles-missing sex-workers | organisations=net,bay",
            """
stage = "published"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] },
  { id = "valley", name = "Lantern Valley (fictional)", led_by = ["sex-workers"], roles = ["partner"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
""",
        ),
        example(
            "roles that can't be read aren't roles that nobody said",
            "not-stated event at-fault sex-workers",
            """
stage = "published"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = "lead" },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
""",
        ),
        example(
            "who leads isn't said, or a sub-group leads",
            "not-met/error event nobody-convenes people-who-use-drugs",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "forum", name = "Forum (fictional)", roles = ["lead"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"], roles = ["co-organiser"] } ]
""",
        ),
        example(
            "a door, and through whom it opens isn't said yet",
            "not-stated event accreditation-via-missing sex-workers",
            'stage = "inviting"' + AT_THE_DOOR,
        ),
        example(
            "nor once the programme is out: a place in the room, one in a closed caucus, one whose form isn't said",
            "not-met/warning event no-accreditation sex-workers | places=s1,k,s3",
            'stage = "published"'
            + AT_THE_DOOR
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], mode = "in-person" },
  { id = "s0", organisation = "net", represents = ["sex-workers"], mode = "in-person", status = "withdrawn" } ]
[[panels]]
id = "k"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "s3", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "no place of theirs isn't every place of theirs",
            "not-met/warning event no-accreditation sex-workers",
            'stage = "published"' + AT_THE_DOOR,
        ),
        example(
            "some of their places remote, one in the room",
            "not-met/warning event no-accreditation sex-workers | places=s1,s2",
            'stage = "published"'
            + AT_THE_DOOR
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], mode = "in-person" }]
""",
        ),
        example(
            "every place of theirs is remote",
            "met event met sex-workers",
            'stage = "published"'
            + AT_THE_DOOR
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], mode = "voice-only" },
  { id = "a1", organisation = "ally", mode = "in-person" }]
""",
        ),
        example(
            "through an ally is through somebody; an event online has no door",
            "met event met sex-workers",
            'stage = "published"' + AT_THE_DOOR.replace("= true }", '= true, accreditation_via = "ally" }'),
        ),
        example(
            "online",
            "met event met sex-workers",
            'stage = "published"' + AT_THE_DOOR.replace('mode = "hybrid"', 'mode = "online"'),
        ),
        example(
            "nobody convenes, and nobody gets in: both are said",
            "not-met/error event nobody-convenes sex-workers",
            'stage = "published"' + AT_THE_DOOR.replace('["co-sponsor"]', '["partner"]'),
        ),
        example(
            "an event about nobody in particular",
            "not-applicable event not-applicable",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Parking", concerns = [] }
""",
        ),
    ),
)
