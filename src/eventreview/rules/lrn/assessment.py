"""LRN-2: whether both sides ask themselves if participation was meaningful."""

from __future__ import annotations

from eventreview.plan.model import Assessment
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, judge, met, not_yet, note
from eventreview.rules.process import over_months
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_assessment, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

KEYS = ("tool", "organiser_on", "community_on", "findings")


def about_somebody(scene: Scene, assessment: Assessment) -> tuple[str, ...]:
    """An event about somebody; decided once for all."""
    return ONCE if scene.about(assessment) else NOT_HERE


def decide(scene: Scene, assessment: Assessment, _: str) -> Outcome:
    """Both sides, both by now, neither long ago; what they found is for both to compare."""
    ours, theirs = assessment.organiser_on, assessment.community_on
    if ours is None and theirs is None:
        return note("1", "none").about("organiser_on")
    if theirs is None and scene.past(ours):
        return note("2", "one-sided", which="organiser_on").about("community_on")
    if ours is None and scene.past(theirs):
        return note("2", "one-sided", which="community_on").about("organiser_on")
    sides = sorted((on, key) for on, key in ((ours, "organiser_on"), (theirs, "community_on")) if on is not None)
    (earlier, first), (later, last) = sides[0], sides[-1]
    if scene.ahead(later):
        return not_yet("3", "assessed-on", date=later).about(last)
    if over_months(scene, earlier, scene.thresholds.valid_months):
        return note("4", "old", date=earlier).about(first)
    if assessment.findings is None:
        return judge("5", "compare-sides", organiser_on=ours, community_on=theirs).about("findings")
    return met("6").about("findings")


def offer(scene: Scene, assessment: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for what the assessment doesn't say."""
    keys = [key for key in KEYS if not assessment.has(key)]
    if keys and outcome.result in (NOT_MET, TO_BE_JUDGED, NOT_STATED):
        yield Choice("template", "fill-in", [template(assessment, *keys)])


# What most examples share.
START = """
stage = "drafting"
as_of = 2027-02-28
"""

LRN_2 = rule(
    "LRN-2",
    "two-sided-assessment",
    set="allyship",
    severity="note",
    passages=("D8",),
    stage="drafting",
    judged_by="both",
    settles=("1", "2", "4"),
    reads=("tool", "organiser_on", "community_on", "findings"),
    what="Both sides ask themselves whether participation was meaningful, with the network's tool of 2018 or another.",
    why="One reading alone shows how participation looks from one side. Where two readings differ is where a partnership "
    "can get better.",
    remedy="Let each side assess the partnership by itself, then set the two readings side by side and record what "
    "follows from them. The network published a tool for both sides in 2018; any other will do.",
    question="Do your two readings differ, and what follows?",
    messages={
        "none": "The plan holds no assessment of the partnership by either side. The network's tool of 2018 was made for "
        "both; any other will do.",
        "one-sided": "One side has assessed the partnership so far, as `{which}` says; the other's reading isn't there "
        "to be set beside it.",
        "assessed-on": "An assessment is set for {date}.",
        "old": "An assessment dates from {date}, and the partnership may have changed since.",
        "compare-sides": "Both sides have assessed the partnership (the organisers on {organiser_on}, the community on "
        "{community_on}). The plan doesn't say what they found.",
        "met": "Both sides have assessed the partnership, and the plan says what they found.",
    },
    checks=(on_assessment(about_somebody, decide),),
    choices=offer,
    choice_titles={"fill-in": "Add lines for what the assessment doesn't say, to be filled in"},
    examples=(
        example("no table", "not-met/note assessment none", START),
        example(
            "a tool and a plan to compare are no assessment",
            "not-met/note assessment none",
            START + 'assessment = { tool = "our own", findings = "to come" }\n',
        ),
        example(
            "the organisers alone",
            "not-met/note assessment one-sided | which=organiser_on",
            START + "assessment = { organiser_on = 2027-01-10 }\n",
        ),
        example(
            "the community alone, long ago",
            "not-met/note assessment one-sided | which=community_on",
            START + 'assessment = { community_on = 2020-01-10, findings = "as before" }\n',
        ),
        example(
            "one side is still to come",
            "not-yet assessment assessed-on | date=2027-03-01",
            START + "assessment = { organiser_on = 2020-01-10, community_on = 2027-03-01 }\n",
        ),
        example(
            "one side still to come, the other absent",
            "not-yet assessment assessed-on | date=2027-03-01",
            START + "assessment = { organiser_on = 2027-03-01 }\n",
        ),
        example(
            "exactly twenty-four months ago isn't old; what was found is for both to compare",
            "to-be-judged assessment compare-sides | organiser_on=2027-01-10 community_on=2025-02-28",
            START + "assessment = { organiser_on = 2027-01-10, community_on = 2025-02-28 }\n",
        ),
        example(
            "a day older",
            "not-met/note assessment old | date=2025-02-27",
            START + 'assessment = { organiser_on = 2025-02-27, community_on = 2027-01-10, findings = "we differ" }\n',
        ),
        example(
            "both, and what they found; no tool named",
            "met assessment met",
            START + 'assessment = { organiser_on = 2027-01-10, community_on = 2027-01-12, findings = "we differ" }\n',
        ),
        example(
            "two answers that differ: the question stays, both stand",
            "to-be-judged assessment compare-sides",
            """
judgements = [
  { rule = "LRN-2", at = "assessment", verdict = "met", by = "ally", on = 2027-02-01 },
  { rule = "LRN-2", at = "assessment", verdict = "not-met", by = "net", on = 2027-02-02 } ]
"""
            + START
            + "assessment = { organiser_on = 2027-01-10, community_on = 2027-01-12 }\n",
        ),
        example(
            "an event about nobody",
            "not-applicable assessment not-applicable",
            START + 'event = { title = "Parking", concerns = [] }\n',
        ),
    ),
)
