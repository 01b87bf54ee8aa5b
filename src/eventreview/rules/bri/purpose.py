"""BRI-2: whether a contact serves something, and whether the community wants it."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Remove, Set
from eventreview.rules.offers import template
from eventreview.rules.outcome import MET, met, not_stated, note, strongest, warning
from eventreview.rules.rule import NOT_HERE, Choice, example, on_bridges, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Bridge
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def whose(scene: Scene, bridge: Bridge) -> tuple[str, ...]:
    """Everybody who leads the organisation that a bridge is for, whether or not the event is about them."""
    organisation = scene.organisation(bridge.community_organisation)
    return NOT_HERE if organisation is None else organisation.led_by or NOT_HERE


def decide(scene: Scene, bridge: Bridge, p: str) -> Outcome:
    """The wish, and the purpose: that there is one, not its worth."""
    return strongest([wanted(bridge), purposeful(bridge)])


def wanted(bridge: Bridge) -> Outcome:
    """Part a."""
    key = "wanted_by_community"
    if bridge.wanted_by_community is None:
        return not_stated("a1", "wanted-missing").about(key).missing((bridge, key))
    return met("a1").about(key) if bridge.wanted_by_community else warning("a1", "not-wanted").about(key)


def purposeful(bridge: Bridge) -> Outcome:
    """Part b."""
    return note("b1", "no-purpose").about("purpose") if bridge.purpose is None else met("b1").about("purpose")


def offer(scene: Scene, bridge: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The five purposes; to leave a contact that isn't wanted; a line for the wish, which the organisation answers."""
    found = {part.message_id for part in (outcome, *outcome.parts)} if outcome.result != MET else set()
    if "not-wanted" in found:
        yield Choice("choice", "leave-it", [Remove(bridge.path)])
    if "no-purpose" in found:
        for purpose in v.PURPOSES:
            yield Choice("choice", "purpose", [Set((*bridge.path, "purpose"), purpose)], purpose=purpose)
    if "wanted-missing" in found:
        yield Choice("template", "ask", [template(bridge, "wanted_by_community")])


# What the examples share: a programme that is out, and two organisations of theirs.
OUT = """
stage = "published"
as_of = 2027-02-05
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers", "women"] },
  { id = "un", name = "Agency (fictional)", kind = "un-agency", led_by = [], roles = ["host"] } ]
[[bridges]]
community_organisation = "net"
to = "un"
"""

BRI_2 = rule(
    "BRI-2",
    "bridge-has-purpose",
    set="allyship",
    severity="warning",
    passages=("B3", "A2"),
    stage="published",
    judged_by="community",
    settles=("a1", "b1"),
    reads=("purpose", "wanted_by_community"),
    what="A contact serves something, and the community wants it.",
    why="A meeting nobody asked for takes time from an organisation that has little, and can expose it to those it "
    "would rather not meet.",
    remedy="Ask the organisation whether it wants the contact, and for what; leave the contact where it doesn't.",
    question="Is it for you, and for what?",
    messages={
        "not-wanted": "The organisation this contact is for doesn't want it.",
        "wanted-missing": "The plan doesn't say whether the organisation wants this contact.",
        "no-purpose": "The plan doesn't say what this contact is for.",
        "met": "The contact is wanted, and has a purpose.",
    },
    checks=(on_bridges(whose, decide),),
    choices=offer,
    choice_titles={
        "leave-it": "Leave this contact: take the bridge out of the plan",
        "purpose": "The purpose is: {purpose}",
        "ask": "Add a line for whether the organisation wants it, to be filled in by the organisation",
    },
    examples=(
        example(
            "wanted, for a purpose; everybody who leads the organisation is concerned",
            "met bridges[0] met sex-workers women",
            OUT + 'wanted_by_community = true\npurpose = "policy"\n',
        ),
        example(
            "not wanted, whatever it is for",
            "not-met/warning bridges[0] not-wanted sex-workers women",
            OUT + 'wanted_by_community = false\npurpose = "funding"\n',
        ),
        example(
            "nothing is said of it: the purpose is missed first, the wish is asked for with it",
            "not-met/note bridges[0] no-purpose",
            OUT,
        ),
        example(
            "whether it is wanted isn't said",
            "not-stated bridges[0] wanted-missing",
            OUT + 'purpose = "capacity"\n',
        ),
        example(
            "the organisation knows what it is for",
            "met bridges[0] no-purpose sex-workers women",
            """
judgements = [{ rule = "BRI-2", at = "bridges[0]", verdict = "met", by = "net", on = 2027-02-01 }]
"""
            + OUT
            + "wanted_by_community = true\n",
        ),
        example(
            "an organisation that others lead, or of which nobody has said who leads it",
            """
            not-applicable bridges[0] not-applicable
            not-applicable bridges[1] not-applicable
            """,
            """
stage = "published"
as_of = 2027-02-05
organisations = [
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] },
  { id = "forum", name = "Forum (fictional)" },
  { id = "un", name = "Agency (fictional)", kind = "un-agency", led_by = [], roles = ["host"] } ]
bridges = [{ community_organisation = "ally", to = "un" }, { community_organisation = "forum", to = "un" }]
""",
        ),
    ),
)
