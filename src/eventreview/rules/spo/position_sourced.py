"""SPO-4: whether what a plan says of another's politics can be looked up."""

from __future__ import annotations

from eventreview.plan.edits import Remove
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, met, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_organisations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

PUBLIC = ("decriminalisation", "criminalisation")


def public(scene: Scene, organisation: Organisation) -> tuple[str, ...]:
    """A public position; where none is public, nothing can be cited."""
    return ONCE if organisation.position in PUBLIC else NOT_HERE


def decide(scene: Scene, organisation: Organisation, p: str) -> Outcome:
    """Where it was published, and when."""
    if organisation.position_source is None:
        return warning("1", "position-unsourced").about("position_source")
    if organisation.position_on is None:
        return warning("2", "position-undated").about("position_on")
    if scene.ahead(organisation.position_on):
        return warning("3", "position-dated-ahead").about("position_on")
    return met("4").about("position")


def offer(scene: Scene, organisation: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Leave the position out, or say where and when it was published."""
    if outcome.result != NOT_MET:
        return
    yield Choice("choice", "drop-position", (Remove((*organisation.path, "position")),))
    absent = [key for key in ("position_source", "position_on") if not organisation.has(key)]
    if absent:
        yield Choice("template", "say-source", (template(organisation, *absent),))


SPO_4 = rule(
    "SPO-4",
    "position-sourced",
    set="sponsors",
    severity="warning",
    stage=None,
    judged_by="nobody",
    basis="fairness towards those a plan speaks about",
    reads=("position_source", "position_on"),
    what="What a plan says of another organisation's politics can be looked up.",
    why="A position that nobody can find again harms the organisation it is put on, and those who relied on it.",
    remedy="Say where and when the position was published, or leave it out.",
    messages={
        "position-unsourced": "A position stands here without saying where it was published.",
        "position-undated": "A position stands here without the day it was published.",
        "position-dated-ahead": "The day of this position lies ahead: nobody can have published it yet.",
        "met": "The position has its source and its day.",
    },
    checks=(on_organisations(public, decide),),
    choices=offer,
    choice_titles={
        "drop-position": "leave the position out",
        "say-source": "write down where and when it was published",
    },
    examples=(
        example(
            "a position without source, without day, dated ahead",
            """not-met/warning x position-unsourced
            not-met/warning y position-undated
            not-met/warning z position-dated-ahead""",
            """stage = "idea"
as_of = 2027-01-10
organisations = [
  { id = "x", name = "Way Out (fictional)", position = "criminalisation" },
  { id = "y", name = "Way In (fictional)", position = "decriminalisation", position_source = "its site" },
  { id = "z", name = "Z (fictional)", position = "criminalisation", position_source = "s", position_on = 2027-01-11 },
]
""",
        ),
        example(
            "nothing can be cited for a position that isn't public",
            """not-applicable x not-applicable
            not-applicable y not-applicable""",
            """stage = "idea"
as_of = 2027-01-10
organisations = [
  { id = "x", name = "Way Out (fictional)", position = "none-public" },
  { id = "y", name = "Way In (fictional)" },
]
""",
        ),
        example(
            "hard case 18: sourced and dated",
            "met x met",
            """stage = "inviting"
as_of = 2027-01-10
[[organisations]]
id = "x"
name = "Way Out (fictional)"
led_by = ["sex-workers"]
led_by_basis = "self-declared"
roles = ["co-sponsor"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
""",
        ),
    ),
)
