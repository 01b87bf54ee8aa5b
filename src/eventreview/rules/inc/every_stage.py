"""INC-2: whether the community had its part in every step of the making, each time before it was decided."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.plan.model import Event
from eventreview.rules.inc.steps import MISSED, UNDECIDED, WITH, Step, steps
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.outcome import (
    MET,
    NOT_MET,
    NOT_STATED,
    TO_BE_JUDGED,
    error,
    judge,
    met,
    not_stated,
    not_yet,
    warning,
)
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def concerned(scene: Scene, event: Event) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(event)


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """The list, over the seven steps."""
    strip = steps(scene, p)
    decided = [step for step in strip if step.standing is not None]
    missed = [step for step in decided if step.standing == MISSED]
    undecided = [step for step in decided if step.standing == UNDECIDED]
    shown = the_strip(strip)
    if not decided:
        if scene.before_stage("published"):
            return not_yet("1", "no-step-decided", **shown)
        return not_stated("1", "no-step-stated", **shown).missing((scene.plan, "decisions"))
    if len(missed) == len(decided) and (len(missed) >= 2 or not scene.before_stage("published")):
        outcome = error("2", "never-there", steps=names(missed), **shown)
        return with_makers(scene, outcome, missed, p)
    if missed:
        outcome = warning("3", "steps-missed", steps=names(missed), **shown)
        return with_makers(scene, outcome, missed, p)
    if undecided:
        outcome = judge("4", "same-day", steps=names(undecided), **shown)
        return outcome.related_to(*dict.fromkeys(c for step in undecided for c in step.same_day))
    return met("5", MET, **shown)


def the_strip(strip: Sequence[Step]) -> dict[str, object]:
    """The seven steps as parameters, which go with every result; None where there is no such step."""
    return {
        "decided_with": names(step for step in strip if step.standing == WITH) or None,
        "decided_without": names(step for step in strip if step.standing == MISSED) or None,
        "undecided": names(step for step in strip if step.standing == UNDECIDED) or None,
        "not_decided": names(step for step in strip if step.standing is None) or None,
    }


def names(chosen: Iterator[Step] | Sequence[Step]) -> tuple[str, ...]:
    """The names of steps."""
    return tuple(step.name for step in chosen)


def with_makers(scene: Scene, outcome: Outcome, missed: Sequence[Step], p: str) -> Outcome:
    """The same, pointing at what was decided, and saying where an absent `led_by` is why it counts as without them."""
    acts = [act for step in missed for act in step.missed]
    sources = dict.fromkeys(table for act in acts for table in act.source)
    return not_theirs(scene, outcome, p, *(act.makers for act in acts)).related_to(*sources)


def offer(scene: Scene, _: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The lines of a decision, for a step of which the plan says nothing."""
    if outcome.result not in (NOT_MET, TO_BE_JUDGED, NOT_STATED):
        return
    unsaid = {step.name for p in populations for step in steps(scene, p) if step.standing is None}
    decisions = scene.plan.decisions
    end = decisions[-1].path if decisions else ("decisions",)
    for step in steps(scene, populations[0]) if populations else ():
        if step.name in unsaid:
            lines = ("# [[decisions]]", f'# what = "{step.name}"', "# made_on =", "# made_by =")
            yield Choice("template", "add-decision", (Comment(end, lines),), step=step.name)


INC_2 = rule(
    "INC-2",
    "every-stage",
    set="allyship",
    severity="error",
    passages=("D2", "C2", "F10"),
    stage="drafting",
    judged_by="community",
    settles=("3",),
    reads=(
        "decisions.what",
        "decisions.made_on",
        "decisions.made_by",
        "decisions.binds",
        "decisions.ref",
        "consultations[aims]",
        "consultations[agenda]",
        "consultations[speakers]",
        "consultations[statement]",
        "consultations[budget]",
        "consultations[communication]",
        "consultations[evaluation]",
        "event.agenda_fixed_on",
        "panel.agenda_set_with",
        "panel.proposed_by",
        "speakers.chosen_by",
        "speakers.chosen_on",
        "statements.drafters",
        "statements.finalised_on",
        "statements.published_on",
    ),
    what="The community takes part in every step of the making, each time before it is decided.",
    why="What is decided without those concerned rests on what others suppose of their lives. Whoever comes in later "
    "finds the aims, the words and the money already settled.",
    remedy="Bring each step that is still open to their organisations before it is decided, and record who decided what "
    "and when.",
    question="Which step counted most, and were you there?",
    messages={
        "no-step-decided": "No step of the making is decided so far.",
        "no-step-stated": "The plan doesn't say of any step of the making when it was decided, and by whom.",
        "never-there": "Every step decided so far was decided without a part of theirs: {steps}. Not decided yet: "
        "{not_decided}.",
        "steps-missed": "Decided without a part of theirs: {steps}. With them: {decided_with}. The dates can't tell: "
        "{undecided}. Not decided yet: {not_decided}.",
        "same-day": "An answer of theirs and the decision fall on one day, and the dates can't show which came first: "
        "{steps}. Decided with them: {decided_with}. Not decided yet: {not_decided}.",
        "met": "Every step decided so far was decided with them: {decided_with}. Not decided yet: {not_decided}.",
        **REMARKS,
    },
    checks=(on_event(concerned, decide),),
    choices=offer,
    choice_titles={"add-decision": "Add the lines of a decision ({step}), to be filled in"},
    examples=(
        example(
            "7a answered and chosen on one day",
            "to-be-judged event same-day sex-workers | steps=speakers undecided=speakers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "7b the times say that the answer came first",
            "met event met sex-workers | decided_with=speakers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T09:00:00, outcome = "objected" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "ally", chosen_by = "ally", chosen_on = 2026-12-21 },
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
      chosen_on = 2026-12-20T16:00:00 } ]
""",
        ),
        example(
            "7c the times say that the choice came first; one step alone, and early: a warning",
            "not-met/warning event steps-missed sex-workers | steps=speakers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T16:00:00, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s2", organisation = "ally", chosen_by = "ally", chosen_on = 2026-12-21 },
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
      chosen_on = 2026-12-20T09:00:00 } ]
""",
        ),
        example(
            "8a an early draft",
            "not-yet event no-step-decided sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
decisions = [{ what = "aims", made_on = 2026-10-02, made_by = ["ally"] },
  { what = "partnership", made_on = 2026-09-02, made_by = ["ally"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "o1", status = "open", organisation = "net" }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "nothing said, and the programme is out",
            "not-stated event no-step-stated sex-workers",
            """
stage = "published"
as_of = 2026-10-01
""",
        ),
        example(
            "one step alone is an error once the programme is out",
            "not-met/error event never-there sex-workers | steps=budget",
            """
stage = "published"
as_of = 2027-01-10
decisions = [{ what = "budget", made_on = 2026-12-20, made_by = ["ally"] }]
""",
        ),
        example(
            "a question after the decision, no answer, a wish to take no part, an answer to come: none of them is a part",
            "not-met/error event never-there sex-workers | steps=aims,agenda,budget,communication",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["aims"], asked_on = 2026-12-21, answered_on = 2026-12-22,
      outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-12-01, answered_on = 2026-12-10,
      outcome = "declined" },
  { id = "c3", by = "ally", with = "net", about = ["budget"], asked_on = 2026-12-01, outcome = "no-answer" },
  { id = "c4", by = "ally", with = "net", about = ["communication"], asked_on = 2026-12-01,
      answered_on = 2027-01-20 } ]
decisions = [
  { what = "aims", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "agenda", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "budget", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "communication", made_on = 2027-01-05, made_by = ["ally"] } ]
""",
        ),
        example(
            "one of two acts of a step without them misses the step; the rest of the strip stands",
            "not-met/warning event steps-missed sex-workers "
            "| steps=aims decided_with=budget decided_without=aims undecided=evaluation "
            "not_decided=agenda,speakers,statement,communication",
            """
stage = "held"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["budget", "evaluation"], asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "partly" } ]
decisions = [
  { what = "aims", made_on = 2026-12-20, made_by = ["ally", "net"] },
  { what = "aims", made_on = 2026-12-21, made_by = ["ally"] },
  { what = "budget", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "evaluation", made_on = 2026-12-10, made_by = ["ally"] } ]
""",
        ),
        example(
            "an undecided step beside a missed one: not every step is missed",
            "not-met/warning event steps-missed sex-workers | steps=aims undecided=budget",
            """
stage = "published"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
decisions = [
  { what = "aims", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "budget", made_on = 2026-12-20, made_by = ["ally"] } ]
""",
        ),
        example(
            "agenda and texts speak for themselves where no decision does",
            "not-met/error event never-there sex-workers | steps=agenda,statement",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], agenda_fixed_on = 2026-12-20 }
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 },
  { id = "u", title = "Another", drafters = ["ally", "net"], published_on = 2027-01-06 },
  { id = "open", title = "Still open", drafters = ["ally"], finalised_on = 2027-02-01 } ]
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["ally"]
[[panels]]
id = "q"
title = "Another people's panel"
concerns = ["women"]
agenda_set_with = ["net"]
""",
        ),
        example(
            "the same with an organisation of theirs in each; an open text, and one about others, decide nothing for them",
            "met event met sex-workers | decided_with=agenda,speakers,statement",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], agenda_fixed_on = 2026-12-20 }
statements = [
  { id = "u", title = "Another", drafters = ["ally", "net"], published_on = 2027-01-06 },
  { id = "open", title = "Still open", drafters = ["ally"], finalised_on = 2027-02-01 },
  { id = "v", title = "Of others", drafters = ["ally"], published_on = 2027-01-06, concerns = ["women"] } ]
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["net"]
agenda_set_with = ["ally"]
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2026-12-20 },
  { id = "a1", organisation = "ally", chosen_by = "ally", chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "a choice of theirs that lies ahead is no part yet, nor that of a place that was left",
            "not-met/error event never-there sex-workers | steps=speakers",
            """
stage = "published"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2027-02-20 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2026-12-01,
      status = "withdrawn" },
  { id = "a1", organisation = "ally", chosen_by = "ally", chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "a decision that binds others, or is about another's panel, isn't theirs to look at",
            """
            met event met sex-workers
            not-met/error event never-there trans-people
            """,
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"], agenda_fixed_on = 2027-01-11 }
decisions = [
  { what = "budget", made_on = 2026-12-20, made_by = ["ally", "net"], binds = [] },
  { what = "aims", made_on = 2026-12-20, made_by = ["ally"], binds = ["trans-people"] },
  { what = "agenda", made_on = 2026-12-20, made_by = ["ally"], ref = "s1" } ]
[[panels]]
id = "p"
title = "Panel"
concerns = ["trans-people"]
speakers = [{ id = "s1", organisation = "ally" }]
""",
        ),
        example(
            "an answer fits a place's decision when it is about its panel, not when it is about another",
            """
            not-met/warning event steps-missed sex-workers | steps=agenda,evaluation decided_with=speakers,budget
            """,
            """
stage = "published"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "p", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["agenda", "evaluation"], ref = "q", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "agreed" },
  { id = "c3", by = "ally", with = "net", about = ["budget"], asked_on = 2026-12-01, answered_on = 2026-12-10,
      outcome = "agreed" } ]
decisions = [
  { what = "budget", made_on = 2026-12-20, made_by = ["ally"], ref = "p" },
  { what = "evaluation", made_on = 2026-12-20, made_by = ["ally"], ref = "s1" },
  { what = "speakers", made_on = 2026-12-20, made_by = ["ally"], ref = "s1" },
  { what = "agenda", made_on = 2026-12-20, made_by = ["ally"], ref = "p" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "ally" }]
[[panels]]
id = "q"
title = "Second panel"
""",
        ),
        example(
            "an answer about one panel of theirs is an answer about the agenda as a whole, one about another's isn't",
            """
            not-met/warning event steps-missed sex-workers | steps=aims decided_with=agenda
            """,
            """
stage = "published"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], ref = "p", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["aims"], ref = "q", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "agreed" } ]
decisions = [
  { what = "agenda", made_on = 2026-12-20, made_by = ["ally"] },
  { what = "aims", made_on = 2026-12-20, made_by = ["ally"] } ]
[[panels]]
id = "p"
title = "Panel"
[[panels]]
id = "q"
title = "Another people's panel"
concerns = ["women"]
""",
        ),
        example(
            "decided by one of whom nobody says who leads it, and by a sub-group",
            "not-met/error event never-there people-who-use-drugs | steps=aims,budget",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "forum", name = "Forum (fictional)", roles = ["lead"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"], roles = ["co-organiser"] } ]
decisions = [
  { what = "aims", made_on = 2026-12-20, made_by = ["forum", "wnet"] },
  { what = "budget", made_on = 2026-12-20, made_by = ["forum"] } ]
""",
        ),
    ),
)
