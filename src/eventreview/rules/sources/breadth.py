"""SRC-3: evidence from many places and on many themes, on gains as well as harm."""

from __future__ import annotations

from eventreview.plan.model import Plan
from eventreview.rules.offers import template
from eventreview.rules.outcome import judge, met, not_stated, note, strongest
from eventreview.rules.process import fold, is_community_source
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_plan, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Source
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

GLOBAL = "global"
HARM = ("harms", "barriers")
# From this many community sources on, one region alone says something.
SEVERAL = 3


def two_of_the_community(scene: Scene, plan: Plan) -> tuple[str, ...]:
    """An event about somebody, with two sources of the community or more."""
    return ONCE if scene.about(plan.event) and len(of_the_community(plan)) >= 2 else NOT_HERE


def of_the_community(plan: Plan) -> list[Source]:
    """The community sources."""
    return [source for source in plan.sources if is_community_source(source)]


def decide(scene: Scene, plan: Plan, _: str) -> Outcome:
    """Both parts of the list; where they come from is asked of global events with some sources."""
    sources = of_the_community(plan)
    parts = [decide_themes(sources)]
    if plan.event.scope == GLOBAL and len(sources) >= SEVERAL:
        parts.insert(0, decide_regions(sources))
    return strongest(parts)


def decide_regions(sources: list[Source]) -> Outcome:
    """Part a. Regions are free words: only whether they are the same is looked at."""
    stated = [source for source in sources if source.regions]
    if len(stated) < SEVERAL:
        without = [source for source in sources if not source.regions]
        outcome = not_stated("a1", "regions-missing", count=len(without))
        return outcome.missing(*((source, "regions") for source in without))
    regions = [region for source in stated for region in source.regions or ()]
    if len({fold(region) for region in regions}) == 1 and fold(regions[0]) != GLOBAL:
        return note("a2", "one-region", region=_shown(regions[0]), count=len(stated)).related_to(*stated)
    return met("a2")


def _shown(region: str) -> str | None:
    """A region as a message may repeat it: it is free text, and SAF-1 may forbid it."""
    from eventreview.plan.faults import short
    from eventreview.plan.outing import reveals

    return None if reveals(region) else short(region.strip())


def decide_themes(sources: list[Source]) -> Outcome:
    """Part b."""
    stated = [source for source in sources if source.themes]
    if not stated:
        return not_stated("b1", "themes-missing").missing(*((source, "themes") for source in sources))
    themes = {fold(theme) for source in stated for theme in source.themes or ()}
    if len(stated) >= 2 and themes.issubset(HARM):
        return judge("b2", "harms-only", count=len(stated)).related_to(*stated)
    return met("b2")


def offer(scene: Scene, plan: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Lines to fill in."""
    found = {each.message_id for each in (outcome, *outcome.parts)}
    if not isinstance(plan, Plan):
        return
    for key in ("regions", "themes"):
        without = [source for source in of_the_community(plan) if not source.has(key)]
        if f"{key}-missing" in found and without:
            yield Choice("template", key, [template(source, key) for source in without])


# What most examples share.
GLOBAL_EVENT = """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "global" }
"""

SRC_3 = rule(
    "SRC-3",
    "evidence-breadth",
    set="allyship",
    severity="note",
    passages=("V2",),
    stage="published",
    judged_by="community",
    settles=("a2",),
    reads=("sources.regions", "sources.themes", "event.scope"),
    what="The evidence covers many places and themes, gains as well as harm.",
    why="Evidence from one place is taken for the whole world, and evidence on harm alone shows people as nothing but "
    "harmed. What communities have built, and what works, is left out of what is decided.",
    remedy="Look for community research from other regions, and on what was achieved. Record `regions` and `themes` "
    "with each source.",
    question="Does this picture fit your region, and does it show what you have achieved?",
    messages={
        "regions-missing": (
            "{count} community source doesn't say which regions it is about, so the breadth of the evidence can't be "
            "seen.",
            "{count} community sources don't say which regions they are about, so the breadth of the evidence can't "
            "be seen.",
            "count",
        ),
        "one-region": "The event is global, and the community sources that state a region ({count}) all come from one: "
        "{region}.",
        "themes-missing": "No community source says what its themes are.",
        "harms-only": "The community sources that state themes ({count}) speak of harms and barriers alone.",
        "met": "The community sources aren't all from one region, nor about harms and barriers alone, as far as they "
        "say.",
    },
    checks=(on_plan(two_of_the_community, decide),),
    choices=offer,
    choice_titles={
        "regions": "Add lines for the regions, to be filled in",
        "themes": "Add lines for the themes, to be filled in",
    },
    examples=(
        example(
            "one region in two spellings, and harm alone",
            "not-met/note plan one-region | region=Oceania count=3",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", regions = ["Oceania"], themes = ["harms"] },
  { title = "B", kind = "community-led", regions = [" oceania ", "Oceania"], themes = ["Barriers"] },
  { title = "C", kind = "joint-un-community", regions = ["OCEANIA"] },
  { title = "D", kind = "academic", regions = ["Europe"], themes = ["strategies"] } ]
""",
        ),
        example(
            "harm alone",
            "to-be-judged plan harms-only | count=2",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", themes = [" Harms", "barriers"] },
  { title = "B", kind = "joint-un-community", themes = ["harms"] } ]
""",
        ),
        example(
            "one source alone states themes, two of three their regions",
            "not-stated plan regions-missing | count=1",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", regions = ["Europe"], themes = ["harms"] },
  { title = "B", kind = "community-led", regions = ["Europe"] },
  { title = "C", kind = "community-led", regions = [] } ]
""",
        ),
        example(
            "no themes stated; regions aren't read of an event that isn't global",
            "not-stated plan themes-missing",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"] }
sources = [
  { title = "A", kind = "community-led", regions = ["Europe"] },
  { title = "B", kind = "community-led", regions = ["Europe"] },
  { title = "C", kind = "community-led", regions = ["Europe"] } ]
""",
        ),
        example(
            "nor of two sources",
            "met plan met",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", regions = ["Europe"], themes = ["harms"] },
  { title = "B", kind = "community-led", regions = ["Europe"], themes = ["harms", "results"] } ]
""",
        ),
        example(
            "several regions, or the whole world",
            "met plan met",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", regions = ["Global"], themes = ["results"] },
  { title = "B", kind = "community-led", regions = ["global"] },
  { title = "C", kind = "community-led", regions = ["GLOBAL"] } ]
""",
        ),
        example(
            "the regions of some, beside the silence of others",
            "met plan met",
            GLOBAL_EVENT
            + """
sources = [
  { title = "A", kind = "community-led", regions = ["Europe"], themes = ["results"] },
  { title = "B", kind = "community-led", regions = ["Europe", "Asia"] },
  { title = "C", kind = "community-led", regions = ["Europe"] },
  { title = "D", kind = "community-led" } ]
""",
        ),
        example(
            "one source of the community",
            "not-applicable plan not-applicable",
            GLOBAL_EVENT
            + """
sources = [{ title = "A", kind = "community-led", themes = ["harms"] }, { title = "B", kind = "un" }]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet plan not-yet",
            """
stage = "inviting"
as_of = 2027-01-10
sources = [{ title = "A", kind = "community-led" }, { title = "B", kind = "community-led" }]
""",
        ),
    ),
)
