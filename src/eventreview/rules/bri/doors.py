"""BRI-1: whether allies bring the community's organisations together with those who hold power in the room."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import theirs
from eventreview.rules.outcome import NOT_MET, met, note
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Event, Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

KINDS = ("government", "un-agency", "funder", "rights-institution")


def targets(scene: Scene, p: str) -> tuple[Organisation, ...]:
    """Those with power who are there: by a role, a place that isn't out, or money. Theirs aren't among them."""
    return tuple(o for o in those_with_power(scene) if p not in (o.led_by or ()))


def those_with_power(scene: Scene) -> tuple[Organisation, ...]:
    """The same, whoever leads them."""

    def find() -> tuple[Organisation, ...]:
        there = {s.organisation for s in scene.places() if scene.live(s) or scene.open(s)}
        there.update(sponsor.organisation for sponsor in scene.plan.sponsors)
        return tuple(o for o in scene.plan.organisations if o.kind in KINDS and (o.roles or o.at in there))

    return scene.memo("those-with-power", find)


def in_one_room(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations with an organisation in the plan, and somebody with power beside it."""
    return tuple(p for p in scene.about(event) if scene.own(p) and targets(scene, p))


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """Whether a bridge begins at one of theirs. An intention is enough here, and so is any other end."""
    for bridge in scene.plan.bridges:
        if scene.led(bridge.community_organisation, p):
            return met("1").related_to(bridge)
    there = targets(scene, p)
    outcome = note("2", "no-bridge", targets=tuple(o.at for o in there)).related_to(*there)
    read = [bridge.community_organisation for bridge in scene.plan.bridges]
    # Where nobody has said of any of them who leads it, that silence makes them those whom theirs could meet.
    if all(o.led_by is None for o in there):
        read += [o.at for o in there]
    return not_theirs(scene, outcome, p, read)


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for a bridge: both ends to be chosen from the plan, the wish left to the organisation."""
    if outcome.result != NOT_MET:
        return
    own = ", ".join(theirs(scene, populations))
    there = ", ".join(dict.fromkeys(o.at for p in populations for o in targets(scene, p)))
    lines = ("# [[bridges]]", f"# community_organisation =   # {own}", f"# to =   # {there}", "# wanted_by_community =")
    bridges = scene.plan.bridges
    yield Choice("template", "begin", [Comment(bridges[-1].path if bridges else ("bridges",), lines)])


BRI_1 = rule(
    "BRI-1",
    "doors-opened",
    set="allyship",
    severity="note",
    passages=("B1", "B2"),
    stage="drafting",
    judged_by="community",
    settles=("2",),
    reads=(
        "bridges.community_organisation",
        "bridges.to",
        "organisations.kind",
        "organisations.roles",
        "organisations.led_by",
        "speakers.organisation",
        "speakers.status",
        "sponsors.organisation",
    ),
    what="Allies bring the community's organisations together with those who hold power in the room.",
    why="Forums that shape laws and budgets are often closed to sex workers. An event that brings those with power into "
    "the room and leaves the meeting to chance lets an opening go by.",
    remedy="Ask the community's organisations whom they want to meet, introduce them, and step aside.",
    question="Whom would you like to meet?",
    messages={
        "no-bridge": "Organisations with influence take part: {targets}. The plan holds no bridge that begins at an "
        "organisation of the community, so the opening may pass unused.",
        "met": "The plan holds a bridge from an organisation of the community to another, made or meant.",
        **REMARKS,
    },
    checks=(on_event(in_one_room, decide),),
    choices=offer,
    choice_titles={"begin": "Add the lines of a bridge, to be filled in with the organisation it is for"},
    examples=(
        example(
            "9 a minister on the panel is an opening, not yet a bridge; police are nobody to be led to",
            "not-met/note event no-bridge sex-workers | targets=gov",
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
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "net", represents = ["sex-workers"] },
  { id = "g1", organisation = "gov", talk = "response" }, { id = "d1", organisation = "pol" } ]
""",
        ),
        example(
            "by a role, by an open place, by money; one that left, and one without any part, aren't there",
            "not-met/note event no-bridge sex-workers | targets=un,fund,rights",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "un", name = "Agency (fictional)", kind = "un-agency", led_by = [], roles = ["host"] },
  { id = "fund", name = "Northbank Donor Fund (fictional)", kind = "funder" },
  { id = "rights", name = "Rights Office (fictional)", kind = "rights-institution" },
  { id = "gone", name = "Ministry (fictional)", kind = "government" },
  { id = "idle", name = "Office (fictional)", kind = "government", roles = [] },
  { id = "ally", name = "Harbour Alliance (fictional)", kind = "ngo", roles = ["lead"] } ]
sponsors = [{ organisation = "fund", conditions = ["none"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "o1", status = "open", organisation = "rights" },
  { id = "g1", status = "declined", organisation = "gone" } ]
""",
        ),
        example(
            "an intention is enough, and civil society a good end",
            "met event met sex-workers",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "un", name = "Agency (fictional)", kind = "un-agency", roles = ["host"] },
  { id = "ally", name = "Harbour Alliance (fictional)", kind = "ngo", roles = ["lead"] } ]
bridges = [{ community_organisation = "net", to = "ally", on = 2028-01-01 }]
""",
        ),
        example(
            "one population's bridge isn't another's; nobody has said who leads the organisation it begins at",
            """
            met event met sex-workers
            not-met/note event no-bridge people-who-use-drugs | targets=un
            """,
            """
stage = "drafting"
as_of = 2026-12-01
event = { title = "Harm reduction", concerns = ["sex-workers", "people-who-use-drugs", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)" },
  { id = "un", name = "Agency (fictional)", kind = "un-agency", led_by = [], roles = ["host"] } ]
bridges = [
  { community_organisation = "net", to = "un" }, { community_organisation = "wnet", to = "un" },
  { community_organisation = "forum", to = "un" } ]
""",
        ),
        example(
            "a funder of their own is nobody to be introduced to",
            "not-applicable event not-applicable",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "own", name = "Lantern Fund (fictional)", kind = "funder", led_by = ["sex-workers"], roles = ["funder"] } ]
""",
        ),
    ),
)
