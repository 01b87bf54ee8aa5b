"""TOK-3: whether those who live it analyse and propose, or tell their story while others draw the conclusions."""

from __future__ import annotations

from eventreview.plan.model import Panel
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_STATED, judge, met, not_stated, warning
from eventreview.rules.rule import NOT_HERE, Choice, example, on_panels, rule
from eventreview.rules.tok.on_panels import ally_places, ids, mandates_open, told, voices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

TELLING = ("testimony", "opening")
CONCLUDING = ("analysis", "policy", "research")


def beside_allies(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """On a concerned panel with an ally place: the populations with a voice, or with a place that may be one."""
    if not scene.concerned_panel(panel) or not ally_places(scene, panel):
        return NOT_HERE
    return tuple(p for p in scene.about(panel) if voices(scene, panel, (p,)) or mandates_open(scene, panel, (p,)))


def decide(scene: Scene, panel: Panel, p: str) -> Outcome:
    """What the voices of a population are there to give."""
    seats = voices(scene, panel, (p,))
    if not seats:
        return not_stated("0", keys=("represents",)).missing(
            *((s, "represents") for s in mandates_open(scene, panel, (p,)))
        )
    if any(s.talk is not None and s.talk not in TELLING for s in seats):
        return met("1")
    untold = tuple(s for s in seats if s.talk is None)
    if untold:
        return not_stated("2", keys=("talk",)).missing(*((s, "talk") for s in untold))
    allies = ally_places(scene, panel)
    concluding = tuple(s for s in allies if s.talk in CONCLUDING)
    if concluding:
        params = told(panel, voices=ids(seats), allies=ids(concluding))
        outcome = warning("3", "only-testimony", **params)
        return outcome.remarking("places-compared", **params).related_to(*seats) if params else outcome
    untold = tuple(s for s in allies if s.talk is None)
    if untold:
        return not_stated("4", keys=("talk",)).missing(*((s, "talk") for s in untold))
    params = told(panel, voices=ids(seats))
    outcome = judge("5", "testimony-throughout", **params)
    return outcome.related_to(*seats) if params else outcome


def offer(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for what each place is there to give."""
    if outcome.result != NOT_STATED or not isinstance(panel, Panel):
        return
    untold = [s for s in scene.seats(panel) if not s.has("talk") and (scene.ally(s) or scene.voices(s))]
    if untold:
        lines = [template(s, "talk", ask=(s.organisation,) if s.organisation is not None else ()) for s in untold]
        yield Choice("template", "say-talk", lines)


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
PANEL = (
    PUBLISHED
    + """
[[panels]]
id = "p"
title = "Panel"
"""
)
TESTIMONY_AND_RESEARCH = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], talk = "opening" },
  { id = "a1", organisation = "ally", talk = "research" },
  { id = "a2", organisation = "ally", talk = "response" } ]
"""

TOK_3 = rule(
    "TOK-3",
    "not-testimony-only",
    set="allyship",
    severity="warning",
    passages=("R3", "P1"),
    stage="published",
    judged_by="community",
    settles=("3",),
    reads=("speakers.talk",),
    what="Those who live it analyse and propose; they aren't there to tell their story while others draw the "
    "conclusions.",
    why="A story told for others to explain leaves the explaining, and the say in what follows, to them. Telling "
    "it can also cost dearly.",
    remedy="Ask the community's organisations what they want to bring: analysis, research, demands. Give it time, and "
    "record it under `talk`. A testimony they chose is theirs to give.",
    question="Did you choose testimony, or was it assigned?",
    messages={
        "not-stated": "To see what each place is there to give, the plan would have to say: {keys}.",
        "only-testimony": "The community's voices on this panel are down for testimony or opening words, and analysis, "
        "policy or research is with the allies.",
        "places-compared": "Places of the community: {voices}. Places of the allies: {allies}.",
        "testimony-throughout": "The community's voices on this panel are down for testimony or opening words; nobody "
        "is down for analysis, policy or research.",
        "met": "A voice of the community is on this panel for more than testimony or opening words.",
    },
    checks=(on_panels(beside_allies, decide),),
    choices=offer,
    choice_titles={"say-talk": "Add lines for what each place is there to give, to be filled in"},
    examples=(
        example(
            "stories here, conclusions there",
            "not-met/warning p only-testimony sex-workers | voices=s1,s2 allies=a1",
            PUBLISHED + TESTIMONY_AND_RESEARCH,
        ),
        example(
            "testimony by choice: the network says so",
            "met p only-testimony sex-workers",
            PUBLISHED
            + 'judgements = [{ rule = "TOK-3", at = "p", verdict = "met", by = "net", on = 2027-02-01 }]'
            + TESTIMONY_AND_RESEARCH,
        ),
        example(
            "an ally can't say so",
            "not-met/warning p only-testimony sex-workers",
            PUBLISHED
            + 'judgements = [{ rule = "TOK-3", at = "p", verdict = "met", by = "ally", on = 2027-02-01 }]'
            + TESTIMONY_AND_RESEARCH,
        ),
        example(
            "one voice with a demand",
            "met p met sex-workers",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], talk = "demand" },
  { id = "s3", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", talk = "analysis" } ]
""",
        ),
        example(
            "one population's analysis isn't another's",
            """
            met p met trans-people
            not-met/warning p only-testimony sex-workers | voices=s1 allies=a1
            """,
            PUBLISHED
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], talk = "research" },
  { id = "a1", organisation = "ally", talk = "policy" } ]
""",
        ),
        example(
            "a voice of which nothing is said",
            "not-stated p not-stated sex-workers | keys=talk",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "s2", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", talk = "analysis" } ]
""",
        ),
        example(
            "an ally of which nothing is said",
            "not-stated p not-stated sex-workers | keys=talk",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "a1", organisation = "ally" },
  { id = "a2", organisation = "ally", talk = "response" } ]
""",
        ),
        example(
            "testimony throughout: a place is never read as a person, an ally's neither",
            "to-be-judged p testimony-throughout sex-workers | voices=s1",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "a1", organisation = "ally", talk = "testimony" } ]
""",
        ),
        example(
            "no place of a closed caucus is named",
            "not-met/warning p only-testimony sex-workers | voices=None allies=None",
            PANEL
            + """
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "a1", organisation = "ally", chosen_by = "net", talk = "analysis" } ]
""",
        ),
        example(
            "a place that doesn't say whose voice it carries is asked, and is left out where there is another",
            """
            not-stated p not-stated sex-workers | keys=represents
            not-met/warning q only-testimony sex-workers | voices=s2 allies=a2
            """,
            PANEL
            + """
speakers = [{ id = "s1", organisation = "net", talk = "testimony" }, { id = "a1", organisation = "ally", talk = "policy" }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], talk = "testimony" },
  { id = "s3", organisation = "net", talk = "analysis" },
  { id = "a2", organisation = "ally", talk = "policy" } ]
""",
        ),
        example(
            "a panel without an ally, and one without a voice",
            """
            not-applicable p not-applicable
            not-applicable q not-applicable
            """,
            PANEL
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], talk = "testimony" }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "n1", organisation = "net", represents = [], talk = "testimony" },
  { id = "a1", organisation = "ally", talk = "analysis" } ]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet p not-yet sex-workers",
            'stage = "inviting"\nas_of = 2027-01-05\n' + TESTIMONY_AND_RESEARCH,
        ),
    ),
)
