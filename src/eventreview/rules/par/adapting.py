"""PAR-3: whether a partnership is looked at again as the organisations in it grow or shrink."""

from __future__ import annotations

from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, met, not_stated, not_yet, note, warning
from eventreview.rules.process import over_months
from eventreview.rules.rule import Choice, example, on_partnership, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Organisation, Partnership
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

PARTNER_ROLES = ("lead", "co-organiser", "co-sponsor", "host", "partner")


def partners(scene: Scene, p: str) -> tuple[Organisation, ...]:
    """The organisations of the population that are partners in the event, whatever they are called."""
    return tuple(o for o in scene.own(p) if any(role in PARTNER_ROLES for role in o.roles or ()))


def with_partners(scene: Scene, partnership: Partnership) -> tuple[str, ...]:
    """The populations with such an organisation."""
    return tuple(p for p in scene.about(partnership) if partners(scene, p))


def decide(scene: Scene, partnership: Partnership, p: str) -> Outcome:
    """Whether it was looked at again after the last change, and within the year."""
    last = partnership.last_review_on
    if last is not None and scene.ahead(last):
        return not_yet("1", "review-on", date=last).about("last_review_on")
    dates = [each for each in (last, partnership.agreed_on) if each is not None and scene.past(each)]
    if not dates:
        outcome = not_stated("2", "review-date-missing").about("last_review_on")
        return outcome.missing((partnership, "last_review_on"))
    r = max(dates)
    changed = [
        o
        for o in partners(scene, p)
        if o.capacity_changed_on is not None and scene.past(o.capacity_changed_on) and o.capacity_changed_on > r
    ]
    if changed:
        outcome = warning("3", "changed-since", organisations=tuple(o.at for o in changed), r=r)
        return outcome.about("last_review_on").related_to(*changed)
    if over_months(scene, r, scene.thresholds.review_months):
        return note("4", "no-review", r=r).about("last_review_on")
    return met("5").about("last_review_on")


def offer(scene: Scene, partnership: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for the day it was looked at and for what changed."""
    if outcome.result in (NOT_MET, NOT_STATED):
        known_to = [o.at for p in populations for o in partners(scene, p)]
        yield Choice("template", "fill-in", [template(partnership, "last_review_on", "changes", ask=known_to)])


PAR_3 = rule(
    "PAR-3",
    "partnership-adapts",
    set="allyship",
    severity="warning",
    passages=("D5", "X2"),
    stage="drafting",
    judged_by="community",
    settles=("3", "4"),
    reads=("last_review_on", "agreed_on", "organisations.capacity_changed_on", "organisations.roles"),
    what="A partnership is looked at again as the organisations in it grow or shrink.",
    why="An organisation that has grown is held to a part that has become too small for it; one that has lost means is "
    "left with more than it can carry.",
    remedy="Look at the partnership together, at who can and wants to do what now, and record the day and what changed.",
    question="Does your role fit what you can and want to do now?",
    messages={
        "review-on": "The partnership is to be looked at on {date}.",
        "review-date-missing": "The plan doesn't say when the partnership was agreed or last looked at.",
        "changed-since": "What these organisations can take on has changed since {r}: {organisations}. The partnership "
        "hasn't been looked at after that, so their part may no longer fit.",
        "no-review": "The partnership was last agreed or looked at on {r}, a good while ago.",
        "met": "The partnership was looked at again, or agreed, not long ago.",
    },
    checks=(on_partnership(with_partners, decide),),
    choices=offer,
    choice_titles={"fill-in": "Add lines for the day the partnership was looked at and what changed, to be filled in"},
    examples=(
        example(
            "a look that still lies ahead",
            "not-yet partnership review-on sex-workers | date=2027-02-01",
            """
stage = "drafting"
as_of = 2027-01-10
partnership = { agreed_on = 2020-01-10, last_review_on = 2027-02-01 }
""",
        ),
        example(
            "no date, or none that is past",
            "not-stated partnership review-date-missing sex-workers",
            """
stage = "drafting"
as_of = 2027-01-10
partnership = { agreed_on = 2027-01-11 }
""",
        ),
        example(
            "no table; a host is a partner too, and each population is looked at",
            "not-stated partnership review-date-missing sex-workers trans-people",
            """
stage = "drafting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people", "women"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["host"] },
  { id = "tide", name = "Trans Tide (fictional)", led_by = ["trans-people"], roles = ["invited", "partner"] },
  { id = "wave", name = "Wave (fictional)", led_by = ["women"], roles = ["invited", "funder"] } ]
""",
        ),
        example(
            "changed after the last look; on the day itself, or still to come, isn't after it",
            "not-met/warning partnership changed-since sex-workers | organisations=net r=2026-06-01",
            """
stage = "drafting"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"],
      capacity_changed_on = 2026-06-02 },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], roles = ["partner"],
      capacity_changed_on = 2026-06-01 },
  { id = "sun", name = "Lantern Sun (fictional)", led_by = ["sex-workers"], roles = ["partner"],
      capacity_changed_on = 2027-01-11 },
  { id = "far", name = "Lantern Far (fictional)", led_by = ["sex-workers"], roles = ["invited"],
      capacity_changed_on = 2026-08-01 },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"],
      capacity_changed_on = 2026-08-01 } ]
partnership = { agreed_on = 2026-06-01, last_review_on = 2026-05-01 }
""",
        ),
        example(
            "exactly twelve months ago",
            "met partnership met sex-workers",
            """
stage = "drafting"
as_of = 2027-02-28
partnership = { last_review_on = 2026-02-28 }
""",
        ),
        example(
            "a day more than twelve months ago",
            "not-met/note partnership no-review sex-workers | r=2026-01-09",
            """
stage = "drafting"
as_of = 2027-01-10
partnership = { agreed_on = 2025-01-10, last_review_on = 2026-01-09 }
reviews = [{ on = 2026-12-01, by = ["net"] }]
""",
        ),
        example(
            "the network says that its role fits",
            "met partnership no-review sex-workers",
            """
stage = "drafting"
as_of = 2027-01-10
partnership = { last_review_on = 2025-01-09 }
judgements = [{ rule = "PAR-3", at = "partnership", verdict = "met", by = "net", on = 2027-01-08 }]
""",
        ),
        example(
            "no partner of theirs",
            "not-applicable partnership not-applicable",
            """
stage = "drafting"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["invited"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
""",
        ),
    ),
)
