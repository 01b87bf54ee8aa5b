"""INC-5: whether working groups and alliances that exist already have room for the community they touch."""

from __future__ import annotations

from eventreview.plan.model import Collective
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import NOT_MET, judge, met, not_yet, warning
from eventreview.rules.process import days, has
from eventreview.rules.rule import Choice, example, on_collectives, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def touched(scene: Scene, collective: Table) -> tuple[str, ...]:
    """Whom a collective is about: its own `concerns`, else the event's."""
    if isinstance(collective, Collective) and collective.concerns is not None:
        return scene.expanded(collective.concerns)
    return scene.about(scene.plan.event)


def decide(scene: Scene, collective: Collective, p: str) -> Outcome:
    """Whether one of theirs is a member, or opening up was asked for."""
    if has(scene, collective.members, p):
        return met("1").about("members")
    asked_on = collective.asked_to_join_on
    if asked_on is not None and scene.ahead(asked_on):
        return not_yet("2", "asking-on", asked_on=asked_on).about("asked_to_join_on")
    if asked_on is not None:
        outcome = judge("3", "asked-no-member", asked_on=asked_on, days=days(asked_on, scene.today))
        return not_theirs(scene, outcome, p, collective.members).about("asked_to_join_on")
    return not_theirs(scene, warning("4", "no-member"), p, collective.members).about("members")


def offer(scene: Scene, collective: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """A line for the day on which opening up is asked for; a member is never added."""
    if outcome.result == NOT_MET and not collective.has("asked_to_join_on"):
        lines = template(collective, "asked_to_join_on", ask=tuple(organisers(scene)))
        yield Choice("template", "say-when", (lines,))


INC_5 = rule(
    "INC-5",
    "existing-collaborations-open",
    set="allyship",
    severity="warning",
    passages=("F3", "F11"),
    stage="drafting",
    judged_by="organiser",
    settles=("4",),
    concerns=touched,
    reads=("members", "concerns", "asked_to_join_on", "organisations.led_by"),
    what="Working groups and alliances that already exist have room for the community they touch.",
    why="What a standing group has settled comes to an event ready-made. Those who aren't in it hear of it afterwards.",
    remedy="Ask for the group to be opened to an organisation of the community, and record the day.",
    question="When will it be raised, and what became of the asking?",
    messages={
        "met": "An organisation of theirs is a member.",
        "asking-on": "Opening it up is to be asked for on {asked_on}.",
        "asked-no-member": (
            "Opening it up was asked for on {asked_on}. After {days} day, no member is an organisation of theirs.",
            "Opening it up was asked for on {asked_on}. After {days} days, no member is an organisation of theirs.",
            "days",
        ),
        "no-member": "No member is an organisation of theirs, and the plan doesn't show that opening it up was asked for.",
        **REMARKS,
    },
    checks=(on_collectives(touched, decide),),
    choices=offer,
    choice_titles={"say-when": "Add a line for the day on which opening up was asked for, to be filled in"},
    examples=(
        example(
            "a member of theirs; asked today; asked long ago; to be asked; nobody asked; no members at all",
            """
            met collectives[0] met sex-workers
            to-be-judged collectives[1] asked-no-member sex-workers | asked_on=2027-01-10 days=0
            to-be-judged collectives[2] asked-no-member sex-workers | asked_on=2026-12-31 days=10
            not-yet collectives[3] asking-on sex-workers | asked_on=2027-01-11
            not-met/warning collectives[4] no-member sex-workers
            not-met/warning collectives[5] no-member sex-workers
            """,
            """
stage = "drafting"
as_of = 2027-01-10
collectives = [
  { name = "One (fictional)", members = ["ally", "net"] },
  { name = "Two (fictional)", members = ["ally"], asked_to_join_on = 2027-01-10 },
  { name = "Three (fictional)", members = ["ally"], asked_to_join_on = 2026-12-31 },
  { name = "Four (fictional)", members = ["ally"], asked_to_join_on = 2027-01-11 },
  { name = "Five (fictional)", members = ["ally"] },
  { name = "Six (fictional)", members = [] } ]
""",
        ),
        example(
            "its own concerns win over the event's, and no concerns are nobody's",
            """
            not-met/warning collectives[0] no-member trans-people
            not-applicable collectives[1] not-applicable
            """,
            """
stage = "drafting"
as_of = 2027-01-10
collectives = [
  { name = "One (fictional)", members = ["net"], concerns = ["trans-people"] },
  { name = "Two (fictional)", members = ["ally"], concerns = [] } ]
""",
        ),
        example(
            "a member of whom nobody says who leads it, and a sub-group",
            "not-met/warning collectives[0] no-member people-who-use-drugs",
            """
stage = "drafting"
as_of = 2027-01-10
organisations = [
  { id = "forum", name = "Forum (fictional)" },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] } ]
collectives = [{ name = "One (fictional)", members = ["forum", "wnet"], concerns = ["people-who-use-drugs"] }]
""",
        ),
        example(
            "the organisers' answer settles it, an answer of the community's doesn't",
            """
            met collectives[0] no-member sex-workers
            not-met/warning collectives[1] no-member sex-workers
            """,
            """
stage = "drafting"
as_of = 2027-01-10
collectives = [{ name = "One (fictional)", members = ["ally"] }, { name = "Two (fictional)", members = ["ally"] }]
judgements = [
  { rule = "INC-5", at = "collectives[0]", verdict = "met", by = "ally", on = 2027-01-09 },
  { rule = "INC-5", at = "collectives[1]", verdict = "met", by = "net", on = 2027-01-09 } ]
""",
        ),
    ),
)
