"""LRN-1: whether the partners look together, soon after the event, at how it was done."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import theirs
from eventreview.rules.outcome import NOT_MET, met, not_stated, warning
from eventreview.rules.process import has, last_day, plus_days
from eventreview.rules.rule import Choice, example, on_plan, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Plan
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def about(scene: Scene, plan: Plan) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(plan.event)


def decide(scene: Scene, plan: Plan, p: str) -> Outcome:
    """Whether one of theirs is among those who look back in time."""
    last = last_day(scene)
    if last is None:
        return not_stated("1", "event-date-missing").missing((plan.event, "starts"))
    due = plus_days(last, scene.thresholds.within_days)
    in_time = [each for each in plan.reviews if last <= each.on <= due]
    together = sorted(each.on for each in in_time if has(scene, each.by, p))
    if together:
        if scene.ahead(together[0]):
            return met("2", "planned", date=together[0]).about("reviews")
        return met("2").about("reviews")
    if in_time:
        outcome = warning("3", "without-community", dates=tuple(dict.fromkeys(each.on for each in in_time)))
        return not_theirs(scene, outcome.about("reviews"), p, *(each.by for each in in_time)).related_to(*in_time)
    if due >= scene.today:
        return warning("4", "none-planned", due=due).about("reviews")
    later = min((each.on for each in plan.reviews if each.on > due), default=None)
    outcome = warning("5", "none-held", due=due, later=later).about("reviews")
    return outcome.remarking("later", date=later) if later is not None else outcome


def offer(scene: Scene, plan: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines of a reflection."""
    if outcome.result != NOT_MET:
        return
    own = ", ".join(theirs(scene, populations))
    lines = ("# [[reviews]]", "# on =", "# by =" + (f"   # {own}" if own else ""), "# asks =")
    reviews = scene.plan.reviews
    yield Choice("template", "plan-one", [Comment(reviews[-1].path if reviews else ("reviews",), lines)])


# What most examples share: an event of one day, a month ago.
OVER = """
stage = "held"
as_of = 2027-04-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], ends = 2027-03-10 }
"""
# Ninety-one days after it.
LATE = OVER.replace("as_of = 2027-04-10", "as_of = 2027-06-09")

LRN_1 = rule(
    "LRN-1",
    "reflection-planned",
    set="allyship",
    severity="warning",
    passages=("D7", "X4"),
    stage="published",
    judged_by="community",
    settles=("3", "4", "5"),
    reads=("reviews.on", "reviews.by", "event.starts", "event.ends"),
    what="After the event the partners look together, soon, at how it was done.",
    why="What an event did to the people concerned is best known by them, and best told while it is fresh. Unheard, it "
    "is done again.",
    remedy="Set a day soon after the event on which the organisers and an organisation of the community look together "
    "at what the event changed, whom it harmed and who was missing.",
    question="Was it a look at effects, and was your view in it?",
    messages={
        "event-date-missing": "The plan doesn't say when the event takes place, so nothing can be counted from it.",
        "planned": "The partners are to look back together on {date}.",
        "without-community": "No organisation of the community is among those who look back ({dates}). What the event "
        "did to its people may stay outside that look.",
        "none-planned": "Nobody is set to look back at the event by {due}.",
        "none-held": "By {due} nobody had looked back at the event together.",
        "later": "The first to come after that is dated {date}.",
        "met": "The partners looked back at the event together, soon after it.",
        **REMARKS,
    },
    checks=(on_plan(about, decide),),
    choices=offer,
    choice_titles={"plan-one": "Add the lines of a reflection, to be filled in"},
    examples=(
        example(
            "no day to count from",
            "not-stated plan event-date-missing sex-workers",
            """
stage = "published"
as_of = 2027-04-10
reviews = [{ on = 2027-04-05, by = ["net"] }]
""",
        ),
        example(
            "planned with the network, which suffices alone",
            "met plan planned sex-workers | date=2027-06-08",
            OVER + 'reviews = [{ on = 2027-06-08, by = ["net"] }]\n',
        ),
        example(
            "held together on the last day itself, and another planned",
            "met plan met sex-workers",
            OVER + 'reviews = [{ on = 2027-05-01, by = ["net"] }, { on = 2027-03-10, by = ["ally", "net"] }]\n',
        ),
        example(
            "others look back; one with the network before the event or after the ninetieth day isn't soon after it",
            "not-met/warning plan without-community sex-workers | dates=2027-04-05,2027-04-20",
            OVER
            + """
reviews = [
  { on = 2027-04-05, by = ["ally"] }, { on = 2027-04-20, by = [] }, { on = 2027-03-09, by = ["net"] },
  { on = 2027-06-09, by = ["net"] } ]
""",
        ),
        example(
            "nobody has said who leads one, and a sub-group the other",
            "not-met/warning plan without-community people-who-use-drugs",
            """
stage = "held"
as_of = 2027-04-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"], starts = 2027-03-10 }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)" } ]
reviews = [{ on = 2027-04-05, by = ["wnet", "forum"] }]
""",
        ),
        example(
            "none set, on the ninetieth day",
            "not-met/warning plan none-planned sex-workers | due=2027-06-08",
            OVER.replace("as_of = 2027-04-10", "as_of = 2027-06-08"),
        ),
        example(
            "none set before the event",
            "not-met/warning plan none-planned sex-workers | due=2027-06-08",
            OVER.replace("as_of = 2027-04-10", "as_of = 2027-01-10").replace("held", "published"),
        ),
        example(
            "none held in time",
            "not-met/warning plan none-held sex-workers | due=2027-06-08 later=None",
            LATE + 'reviews = [{ on = 2027-03-09, by = ["net"] }]\n',
        ),
        example(
            "none held in time, one to come",
            "not-met/warning plan none-held sex-workers | due=2027-06-08 later=2027-06-09",
            LATE + 'reviews = [{ on = 2027-07-01, by = ["net"] }, { on = 2027-06-09, by = ["ally"] }]\n',
        ),
        example(
            "the network says that its view was in it",
            "met plan without-community sex-workers",
            OVER
            + 'reviews = [{ on = 2027-04-05, by = ["ally"] }]\n'
            + 'judgements = [{ rule = "LRN-1", at = "plan", verdict = "met", by = "net", on = 2027-04-06 }]\n',
        ),
        example(
            "an event about nobody",
            "not-applicable plan not-applicable",
            OVER.replace('["sex-workers"]', "[]"),
        ),
    ),
)
