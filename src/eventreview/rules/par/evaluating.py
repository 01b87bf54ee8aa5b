"""PAR-2: whether both sides evaluate: by the same criteria, together, and with the result in both hands."""

from __future__ import annotations

from eventreview.plan.edits import Insert
from eventreview.plan.model import Evaluation
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import template, theirs
from eventreview.rules.outcome import (
    NOT_MET,
    NOT_STATED,
    error,
    met,
    not_applicable,
    not_stated,
    not_yet,
    strongest,
    warning,
)
from eventreview.rules.process import days, has, last_day, plus_days
from eventreview.rules.rule import Choice, example, on_evaluation, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

KEYS = ("planned_on", "by", "criteria_agreed_with", "shared_with", "shared_on")


def about(scene: Scene, evaluation: Evaluation) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(evaluation)


def decide(scene: Scene, evaluation: Evaluation, p: str) -> Outcome:
    """Who evaluates, by whose criteria, and who sees the result."""
    # An empty array says no more than none: nothing is planned by it.
    if not any((evaluation.planned_on, evaluation.by, evaluation.criteria_agreed_with)) and not any(
        (evaluation.shared_with, evaluation.shared_on)
    ):
        return warning("a1", "none-planned")
    return strongest(
        [evaluated(scene, evaluation, p), measured(scene, evaluation, p), shared(scene, evaluation, p)],
    )


def evaluated(scene: Scene, evaluation: Evaluation, p: str) -> Outcome:
    """Part a: who evaluates."""
    if not evaluation.by:
        return not_stated("a2", "by-missing").about("by").missing((evaluation, "by"))
    if not has(scene, evaluation.by, p):
        return not_theirs(scene, error("a2", "by-others-alone").about("by"), p, evaluation.by)
    return met("a2").about("by")


def measured(scene: Scene, evaluation: Evaluation, p: str) -> Outcome:
    """Part b: by whose criteria."""
    key = "criteria_agreed_with"
    if not evaluation.criteria_agreed_with:
        return not_stated("b1", "criteria-missing").about(key).missing((evaluation, key))
    if not has(scene, evaluation.criteria_agreed_with, p):
        outcome = warning("b1", "criteria-without").about(key)
        return not_theirs(scene, outcome, p, evaluation.criteria_agreed_with)
    return met("b1").about(key)


def shared(scene: Scene, evaluation: Evaluation, p: str) -> Outcome:
    """Part c: who sees the result, and when."""
    due = due_on(scene, evaluation)
    if scene.before_stage("closed") or due is None:
        return not_applicable("c1")
    on = evaluation.shared_on
    with_theirs = has(scene, evaluation.shared_with, p)
    if with_theirs and on is not None and scene.past(on):
        if on <= due:
            return met("c2").about("shared_on")
        return warning("c2", "shared-late", days=days(due, on)).about("shared_on")
    if due >= scene.today:
        return not_yet("c3", "due", due=due).about("shared_on")
    if not evaluation.shared_with:
        return not_stated("c4", "shared-with-missing").about("shared_with").missing((evaluation, "shared_with"))
    if with_theirs and on is None:
        return not_stated("c4", "shared-on-missing").about("shared_on").missing((evaluation, "shared_on"))
    outcome = warning("c4", "not-shared", due=due).about("shared_on" if with_theirs else "shared_with")
    return outcome if with_theirs else not_theirs(scene, outcome, p, evaluation.shared_with)


def due_on(scene: Scene, evaluation: Evaluation) -> datetime.date | None:
    """By when the result is due: counted from the later of the event's last day and the day that is planned."""
    dates = [each for each in (last_day(scene), evaluation.planned_on) if each is not None]
    return plus_days(max(dates), scene.thresholds.share_days) if dates else None


def offer(scene: Scene, evaluation: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """One of theirs beside those who evaluate or set the criteria, to be agreed by it; lines for what isn't said."""
    if outcome.result not in (NOT_MET, NOT_STATED) or not isinstance(evaluation, Evaluation):
        return
    found = {part.message_id for part in (outcome, *outcome.parts)}
    for message_id, key, named in (
        ("by-others-alone", "by", evaluation.by),
        ("criteria-without", "criteria_agreed_with", evaluation.criteria_agreed_with),
    ):
        if message_id in found and named:
            for o in theirs(scene, populations):
                edit = Insert((*evaluation.path, key), len(named), o)
                yield Choice("choice", f"add-to-{key.replace('_', '-')}", [edit], organisation=o)
    keys = [key for key in KEYS if not evaluation.has(key)]
    if keys:
        known_to = tuple(theirs(scene, populations))
        yield Choice("template", "fill-in", [template(evaluation, *keys, ask=known_to)])


# What most examples share: an event that is over, its file closed.
CLOSED = """
stage = "closed"
event = { title = "Rights and evidence", concerns = ["sex-workers"], ends = 2027-03-10 }
"""

PAR_2 = rule(
    "PAR-2",
    "equal-say-in-evaluating",
    set="allyship",
    severity="error",
    passages=("D3",),
    stage="published",
    judged_by="both",
    settles=("a1", "b1", "c2", "c4"),
    reads=(
        "planned_on",
        "by",
        "criteria_agreed_with",
        "shared_with",
        "shared_on",
        "event.starts",
        "event.ends",
        "stage",
    ),
    what="Both sides decide what success is, look at it together, and see the result.",
    why="Where one side alone judges, what the event cost or brought the people concerned can stay unseen, and the next "
    "one is built on half of the picture.",
    remedy="Plan the evaluation with an organisation of the community: agree on the criteria with it, evaluate "
    "together, and give it the result in good time.",
    question="Did both sides set the criteria, and read the result in the same words?",
    messages={
        "none-planned": "The plan holds no evaluation, so nobody is set to look at what the event brought and cost.",
        "by-missing": "The plan doesn't say who evaluates.",
        "by-others-alone": "No organisation of the community is among those who evaluate. What the event meant for it is "
        "judged by others alone.",
        "criteria-missing": "The plan doesn't say with whom the criteria were agreed.",
        "criteria-without": "The criteria were agreed with no organisation of the community, so what counts as success "
        "is what others take it to be.",
        "shared-late": (
            "The result was shared with the community {days} day after it was due.",
            "The result was shared with the community {days} days after it was due.",
            "days",
        ),
        "due": "The result can be shared with the community until {due}.",
        "shared-with-missing": "The plan doesn't say with whom the result was shared.",
        "shared-on-missing": "The plan doesn't say on which day the result was shared.",
        "not-shared": "The result was due to the community by {due}, and the plan doesn't show that it got it.",
        "met": "Both sides evaluate, by criteria agreed between them.",
        **REMARKS,
    },
    checks=(on_evaluation(about, decide),),
    choices=offer,
    choice_titles={
        "add-to-by": "Propose {organisation} among those who evaluate, if it agrees",
        "add-to-criteria-agreed-with": "Propose {organisation} among those with whom criteria are agreed, if it agrees",
        "fill-in": "Add lines for what the evaluation doesn't say, to be filled in",
    },
    examples=(
        example(
            "nothing planned: a note is no plan, an empty list neither; whatever the rest would say",
            "not-met/warning evaluation none-planned sex-workers",
            CLOSED
            + """
as_of = 2027-07-01
evaluation = { notes = "to be seen", by = [] }
""",
        ),
        example(
            "no table, before the event",
            "not-met/warning evaluation none-planned sex-workers",
            """
stage = "published"
as_of = 2027-01-10
""",
        ),
        example(
            "evaluated by others; the rest is listed with it",
            "not-met/error evaluation by-others-alone sex-workers",
            CLOSED
            + """
as_of = 2027-05-09
evaluation = { by = ["ally"] }
""",
        ),
        example(
            "nobody has said who leads those who evaluate, and a sub-group's organisation sets the criteria",
            "not-met/error evaluation by-others-alone people-who-use-drugs",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
evaluation = { by = ["forum", "wnet"], criteria_agreed_with = ["wnet"] }
""",
        ),
        example(
            "who evaluates isn't said",
            "not-stated evaluation by-missing sex-workers",
            """
stage = "published"
as_of = 2027-01-10
evaluation = { planned_on = 2027-04-05, criteria_agreed_with = ["net"] }
""",
        ),
        example(
            "theirs alone evaluate; the criteria aren't said",
            "not-stated evaluation criteria-missing sex-workers",
            """
stage = "published"
as_of = 2027-01-10
evaluation = { by = ["net"] }
""",
        ),
        example(
            "the criteria are others'",
            "not-met/warning evaluation criteria-without sex-workers",
            """
stage = "published"
as_of = 2027-01-10
evaluation = { by = ["net", "ally"], criteria_agreed_with = ["ally"] }
""",
        ),
        example(
            "planned by both, before the file is closed",
            "met evaluation met sex-workers",
            """
stage = "held"
as_of = 2027-12-10
evaluation = { planned_on = 2027-04-05, by = ["net"], criteria_agreed_with = ["net", "ally"] }
""",
        ),
        example(
            "shared on the sixtieth day",
            "met evaluation met sex-workers",
            CLOSED
            + """
as_of = 2027-07-01
evaluation = { by = ["net"], criteria_agreed_with = ["net"], shared_with = ["net"], shared_on = 2027-05-09 }
""",
        ),
        example(
            "shared on the day after it",
            "not-met/warning evaluation shared-late sex-workers | days=1",
            CLOSED
            + """
as_of = 2027-07-01
evaluation = { by = ["net"], criteria_agreed_with = ["net"], shared_with = ["net"], shared_on = 2027-05-10 }
""",
        ),
        example(
            "the later of the last day and the day planned is counted from",
            "not-yet evaluation due sex-workers | due=2027-05-31",
            CLOSED
            + """
as_of = 2027-05-31
evaluation = { planned_on = 2027-04-01, by = ["net"], criteria_agreed_with = ["net"] }
""",
        ),
        example(
            "past due, and nothing says with whom it was shared",
            "not-stated evaluation shared-with-missing sex-workers",
            CLOSED
            + """
as_of = 2027-05-10
evaluation = { by = ["net"], criteria_agreed_with = ["net"], shared_with = [] }
""",
        ),
        example(
            "past due, shared with them on a day that isn't said",
            "not-stated evaluation shared-on-missing sex-workers",
            CLOSED
            + """
as_of = 2027-05-10
evaluation = { by = ["net"], criteria_agreed_with = ["net"], shared_with = ["net"] }
""",
        ),
        example(
            "past due, to be shared with them some day",
            "not-met/warning evaluation not-shared sex-workers | due=2027-05-09",
            CLOSED
            + """
as_of = 2027-05-10
evaluation = { by = ["net"], criteria_agreed_with = ["net"], shared_with = ["net"], shared_on = 2027-06-01 }
""",
        ),
        example(
            "past due, shared with one population and not with the other",
            """
            met evaluation met sex-workers
            not-met/warning evaluation not-shared trans-people
            """,
            """
stage = "closed"
as_of = 2027-07-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], starts = 2027-03-10 }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tide", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
evaluation = { by = ["net", "tide"], criteria_agreed_with = ["net", "tide"], shared_with = ["net"],
    shared_on = 2027-04-01 }
""",
        ),
        example(
            "no day to count from",
            "met evaluation met sex-workers",
            """
stage = "closed"
as_of = 2027-07-01
evaluation = { by = ["net"], criteria_agreed_with = ["net"] }
""",
        ),
        example(
            "both sides answer that the criteria were shared in fact",
            "met evaluation criteria-without sex-workers",
            """
stage = "published"
as_of = 2027-01-10
judgements = [
  { rule = "PAR-2", at = "evaluation", verdict = "met", by = "net", on = 2027-01-08 },
  { rule = "PAR-2", at = "evaluation", verdict = "met", by = "ally", on = 2027-01-09 } ]
evaluation = { by = ["net", "ally"], criteria_agreed_with = ["ally"] }
""",
        ),
        example(
            "an event about nobody",
            "not-applicable evaluation not-applicable",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Parking", concerns = [] }
evaluation = { by = ["ally"] }
""",
        ),
        example(
            "a list that can't be read is no verdict",
            "not-stated evaluation at-fault",
            """
stage = "published"
as_of = 2027-01-10
evaluation = { by = "net" }
""",
        ),
    ),
)
