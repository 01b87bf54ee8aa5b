"""SPO-5: whether an organisation of the community pays to convene, and what of the budget reaches the community."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import met, met_withheld, not_stated, note
from eventreview.rules.rule import Choice, example, on_budget, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Budget
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def convening(scene: Scene, budget: Budget) -> tuple[str, ...]:
    """The populations concerned whose own organisation organises the event."""
    event = scene.plan.event
    return tuple(p for p in scene.about(event) if any(scene.organising(each) for each in scene.own(p)))


def decide(scene: Scene, budget: Budget, p: str) -> Outcome:
    """Costs first, then the share; any share above nothing will do, since no outside amount is compared."""
    costs, share = budget.co_sponsor_costs_covered, budget.community_share
    if costs is False:
        return note("1", "costs-not-covered").about("co_sponsor_costs_covered")
    if share == 0:
        return note("2", "no-share").about("community_share")
    keys = tuple(
        key for key, value in (("community_share", share), ("co_sponsor_costs_covered", costs)) if value is None
    )
    if keys:
        return not_stated("3", keys=keys).about(keys[0]).missing(*((budget, key) for key in keys))
    if v.WITHHELD in (costs, share):
        return met_withheld("4").about("community_share")
    return met("4").about("community_share")


def offer(scene: Scene, budget: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Write down what to fill in."""
    if outcome.line == "3" and outcome.keys:
        keys = [key for _, key in outcome.keys]
        yield Choice("template", "fill-in", (template(budget, *keys, ask=tuple(organisers(scene))),))


SPO_5 = rule(
    "SPO-5",
    "share-of-budget",
    set="sponsors",
    severity="note",
    stage="inviting",
    judged_by="both",
    settles=("1", "2"),
    basis="practice of organisations led by communities that convene with larger ones",
    reads=("community_share", "co_sponsor_costs_covered"),
    what="A co-sponsor led by the community doesn't pay to be there, and the share of the budget that reaches the "
    "community is known.",
    why="What an organisation spends on convening is missing from the work for its own people.",
    remedy="Cover what convening costs, and write down the share. “withheld” is a full answer to either.",
    question="Is the share what was agreed?",
    messages={
        "costs-not-covered": "An organisation led by the community convenes, and what this costs isn't covered.",
        "no-share": "Nothing of the budget reaches organisations of the community.",
        "not-stated": "An organisation led by the community convenes, and the budget doesn't say: {keys}.",
        "met": "What convening costs is covered, and a share of the budget reaches the community.",
        "met-withheld": "Costs and share are known, and kept out of the file for safety.",
    },
    checks=(on_budget(convening, decide),),
    choices=offer,
    choice_titles={"fill-in": "write down what to fill in"},
    examples=(
        example(
            "costs come first",
            "not-met/note budget costs-not-covered sex-workers",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-sponsor"] }]
budget = { co_sponsor_costs_covered = false, community_share = 0 }
""",
        ),
        example(
            "no share at all",
            "not-met/note budget no-share sex-workers",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"] }]
budget = { community_share = 0.0 }
""",
        ),
        example(
            "one of the two, or neither",
            "not-stated budget not-stated sex-workers | keys=community_share",
            """stage = "held"
as_of = 2027-03-20
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["host"] }]
budget = { co_sponsor_costs_covered = true }
""",
        ),
        example(
            "no budget in the file",
            "not-stated budget not-stated sex-workers | keys=community_share,co_sponsor_costs_covered",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["host"] }]
""",
        ),
        example(
            "any share above nothing",
            "met budget met sex-workers trans-people",
            """stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights", concerns = ["sex-workers", "trans-people", "women"] }
organisations = [
  { id = "net", name = "Lantern (fictional)", led_by = ["sex-workers", "trans-people"], roles = ["co-organiser"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = ["women"], roles = ["partner"] },
]
budget = { co_sponsor_costs_covered = true, community_share = 0.01 }
""",
        ),
        example(
            "withheld is a full answer, and hides no fault beside it",
            "met-withheld budget met-withheld sex-workers",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"] }]
budget = { co_sponsor_costs_covered = "withheld", community_share = 0.2 }
""",
        ),
        example(
            "withheld beside a fault",
            "not-met/note budget no-share",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"] }]
budget = { co_sponsor_costs_covered = "withheld", community_share = 0 }
""",
        ),
        example(
            "partners don't convene",
            "not-applicable budget not-applicable",
            """stage = "inviting"
as_of = 2026-12-01
budget = { co_sponsor_costs_covered = false }
""",
        ),
        example(
            "a share that can't be read is no verdict",
            "not-stated budget not-stated",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"] }]
budget = { co_sponsor_costs_covered = true, community_share = 20 }
""",
        ),
    ),
)
