"""LRN-4: a good past is no reason to stop looking."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, met, not_stated, not_yet, note
from eventreview.rules.process import fold, over_months, plus_months
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_plan, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.plan.model import Plan
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

MANY = 3


def with_a_history(scene: Scene, plan: Plan) -> tuple[str, ...]:
    """A plan about somebody that shows a past with them; decided once for all."""
    if not scene.about(plan.event):
        return NOT_HERE
    past = plan.partnership.agreed_on is not None or dates_of_looking(plan) or editions(scene, plan)
    return ONCE if past else NOT_HERE


def decide(scene: Scene, plan: Plan, _: str) -> Outcome:
    """Whether anybody looked back, not too long ago, and whether something came of it."""
    months, agreed_on = scene.thresholds.valid_months, plan.partnership.agreed_on
    dates = dates_of_looking(plan)
    last = max((each for each in dates if scene.past(each)), default=None)
    many = [(o, count) for o, count in editions(scene, plan).items() if count >= MANY]
    agreed = agreed_on if scene.past(agreed_on) else None
    if last is None:
        if many or (agreed is not None and over_months(scene, agreed, months)):
            return note("1", "never-looked-back")
        if dates:
            return not_yet("2", "look-back-on", date=min(dates))
        if agreed is not None:
            return not_yet("2", "look-back-by", date=plus_months(agreed, months))
        keys = ((plan.partnership, "last_review_on"), (plan.assessment, "organiser_on"))
        return not_stated("2", "no-date").missing(*keys, (plan.assessment, "community_on"))
    if over_months(scene, last, months):
        return note("3", "long-ago", L=last)
    if many and not (plan.lessons or plan.partnership.changes or plan.assessment.findings):
        organisation, count = many[0]
        return note("4", "nothing-changed", organisation=organisation, editions=count)
    return met("5")


def dates_of_looking(plan: Plan) -> list[datetime.date]:
    """The days, past or to come, on which somebody looks at the event or at the partnership."""
    dates = (plan.assessment.organiser_on, plan.assessment.community_on, plan.partnership.last_review_on)
    return [each.on for each in plan.reviews] + [each for each in dates if each is not None]


def editions(scene: Scene, plan: Plan) -> dict[str, int]:
    """How many earlier editions name each organisation led by somebody concerned, in the order of the file."""
    named: dict[str, set[str]] = {}
    about = scene.about(plan.event)
    for each in plan.previous:
        if scene.led_by_any(each.organisation, about):
            named.setdefault(each.organisation, set()).add(fold(each.edition))
    return {organisation: len(found) for organisation, found in named.items()}


def offer(scene: Scene, plan: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for a lesson, for what changed, or for what an assessment found."""
    if outcome.result not in (NOT_MET, NOT_STATED):
        return
    lines = ("# [[lessons]]", "# raised_on =", "# raised_by =", "# what =", "# response =", "# rule =")
    lessons = scene.plan.lessons
    begin: Edit = Comment(lessons[-1].path if lessons else ("lessons",), lines)
    yield Choice("template", "lesson", [begin])
    yield Choice("template", "changes", [template(scene.plan.partnership, "last_review_on", "changes")])
    keys = ("organiser_on", "community_on", "findings")
    yield Choice("template", "findings", [template(scene.plan.assessment, *keys)])


# What most examples share.
START = """
stage = "drafting"
as_of = 2027-02-28
"""
THREE_EDITIONS = """
previous = [
  { edition = "2024", organisation = "net", role = "speaker" },
  { edition = "2025", organisation = "net", role = "speaker" },
  { edition = "2026", organisation = "net", role = "co-organiser" } ]
"""

LRN_4 = rule(
    "LRN-4",
    "not-complacent",
    set="allyship",
    severity="note",
    passages=("X2",),
    stage="drafting",
    judged_by="community",
    settles=("1", "3", "4"),
    reads=(
        "reviews.on",
        "assessment.organiser_on",
        "assessment.community_on",
        "assessment.findings",
        "partnership.last_review_on",
        "partnership.agreed_on",
        "partnership.changes",
        "previous.edition",
        "previous.organisation",
        "lessons.raised_on",
        "lessons.raised_by",
    ),
    what="A good past is no reason to stop looking.",
    why="What worked for a while can wear out unseen. Where nobody looks, those it no longer serves have to speak up by "
    "themselves.",
    remedy="Look back together at the partnership, and record what was raised, what was found and what changed.",
    question="What has changed because of what you said?",
    messages={
        "never-looked-back": "The partnership has a long past, and the plan shows no day on which anybody looked back at "
        "it.",
        "look-back-on": "A look back is set for {date}.",
        "look-back-by": "The partnership is young; a look back at it is asked for by {date}.",
        "no-date": "The plan shows a past with the community, and doesn't say whether anybody has looked back at it.",
        "long-ago": "The last look back at the partnership was on {L}.",
        "nothing-changed": (
            "{organisation} took part in {editions} earlier edition. The plan records no lesson, no finding and no "
            "change that came of it.",
            "{organisation} took part in {editions} earlier editions. The plan records no lesson, no finding and no "
            "change that came of them.",
            "editions",
        ),
        "met": "Somebody has looked back at the partnership, not long ago.",
    },
    checks=(on_plan(with_a_history, decide),),
    choices=offer,
    choice_titles={
        "lesson": "Add the lines of a lesson, to be filled in",
        "changes": "Add lines for the last look at the partnership and what changed, to be filled in",
        "findings": "Add lines for an assessment by both sides and what it found, to be filled in",
    },
    examples=(
        example(
            "agreed long ago, and nobody looked back",
            "not-met/note plan never-looked-back",
            START + "partnership = { agreed_on = 2025-02-27 }\n",
        ),
        example(
            "three editions, and nobody looked back", "not-met/note plan never-looked-back", START + THREE_EDITIONS
        ),
        example(
            "a look back that is only planned doesn't make up for years without one",
            "not-met/note plan never-looked-back",
            START + 'reviews = [{ on = 2027-03-01, by = ["net"] }]\n' + THREE_EDITIONS,
        ),
        example(
            "a young partnership with a look back to come",
            "not-yet plan look-back-on | date=2027-03-01",
            START
            + """
reviews = [{ on = 2027-04-01, by = ["net"] }, { on = 2027-03-01, by = ["ally"] }]
partnership = { agreed_on = 2026-02-28 }
""",
        ),
        example(
            "a young partnership: exactly twenty-four months, and nothing planned",
            "not-yet plan look-back-by | date=2027-02-28",
            START + "partnership = { agreed_on = 2025-02-28 }\n",
        ),
        example(
            "one edition, and no date at all; entries of one edition are one",
            "not-stated plan no-date",
            START
            + """
previous = [
  { edition = "CSW 70", organisation = "net", role = "speaker" },
  { edition = "csw  70", organisation = "net", role = "lead" },
  { edition = " CSW 70", organisation = "net", role = "invited" } ]
""",
        ),
        example(
            "an agreement still to come is no past look",
            "not-stated plan no-date",
            START + "partnership = { agreed_on = 2027-03-01 }\n",
        ),
        example(
            "the last look was longer ago than that; older and planned ones don't count",
            "not-met/note plan long-ago | L=2025-02-27",
            START
            + """
assessment = { organiser_on = 2025-02-27, community_on = 2024-02-27, findings = "we differ" }
partnership = { agreed_on = 2026-12-01, last_review_on = 2027-03-01 }
""",
        ),
        example(
            "looked back exactly twenty-four months ago",
            "met plan met",
            START + 'reviews = [{ on = 2025-02-28, by = ["ally"] }]\n',
        ),
        example(
            "looked back, three editions, and nothing came of it",
            "not-met/note plan nothing-changed | organisation=net editions=3",
            START + "partnership = { last_review_on = 2027-01-10 }\n" + THREE_EDITIONS,
        ),
        example(
            "a lesson without an answer still is looking",
            "met plan met",
            START
            + "partnership = { last_review_on = 2027-01-10 }\n"
            + 'lessons = [{ raised_on = 2026-05-01, raised_by = "net", what = "as last year" }]\n'
            + THREE_EDITIONS,
        ),
        example(
            "editions of others are no past with the community",
            "not-applicable plan not-applicable",
            START + THREE_EDITIONS.replace('"net"', '"ally"'),
        ),
        example(
            "an event about nobody",
            "not-applicable plan not-applicable",
            START + 'event = { title = "Parking", concerns = [] }\npartnership = { agreed_on = 2025-02-27 }\n',
        ),
    ),
)
