"""SAF-11: an event open to others knows what it does when someone comes to harm it."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import met, met_withheld, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_safety, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Safety
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def open_to_others(scene: Scene, safety: Safety) -> tuple[str, ...]:
    """Anything but a caucus, with a panel that isn't closed."""
    if scene.plan.event.kind == "caucus":
        return NOT_HERE
    return ONCE if any(panel.kind != CLOSED for panel in scene.plan.panels) else NOT_HERE


def decide(scene: Scene, safety: Safety, _: str) -> Outcome:
    """What is said not to be there first, then what isn't said."""
    prepared = (
        ("code_of_conduct", safety.code_of_conduct),
        ("contact", safety.contact),
        ("disruption_plan", safety.disruption_plan),
        ("moderator_briefed", safety.moderator_briefed),
    )
    lacking = tuple(key for key, value in prepared if value is False)
    if lacking:
        return warning("1", "not-prepared", keys=lacking).about(lacking[0])
    silent = tuple(key for key, value in prepared if value is None)
    if silent:
        return not_stated("2", keys=silent).about(silent[0]).missing(*((safety, key) for key in silent))
    if any(value == v.WITHHELD for _key, value in prepared):
        return met_withheld("3").about("disruption_plan")
    return met("3").about("disruption_plan")


def offer(scene: Scene, safety: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for what isn't stated."""
    keys = [key for _path, key in outcome.keys if not safety.has(key)]
    if outcome.line == "2" and keys:
        yield Choice("template", "fill-in", (template(safety, *keys, ask=tuple(organisers(scene))),))


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
PANEL = """
[[panels]]
id = "p"
title = "Panel"
"""
CAUCUS = """
[[panels]]
id = "k"
title = "Between us"
kind = "closed-caucus"
"""

SAF_11 = rule(
    "SAF-11",
    "hostile-disruption-plan",
    set="safety",
    severity="warning",
    stage="published",
    judged_by="both",
    basis="disruptions of events, as people on both sides have reported them",
    reads=("code_of_conduct", "contact", "disruption_plan", "moderator_briefed", "event.kind"),
    what="An event open to others knows what it does when someone comes to harm it.",
    why="Events on sex work are filmed, heckled and reported by people who come for that. When nobody knows what to do, "
    "those on the stage have to deal with it alone.",
    remedy="Agree on a code of conduct, a contact, a plan and a moderator who knows it, with the community's "
    "organisations. The plan says that there is a contact, never who or where. “withheld” is a full answer to each.",
    question="Whom do you call, who leaves, who stays with the person?",
    messages={
        "not-prepared": "If someone comes to harm the event, this isn't there: {keys}.",
        "not-stated": "For the case that someone comes to harm the event, the plan doesn't say: {keys}.",
        "met": "If someone comes to harm the event, it is known what to do.",
        "met-withheld": "If someone comes to harm the event, it is known what to do; some of it is kept out of the file "
        "for safety.",
    },
    checks=(on_safety(open_to_others, decide),),
    choices=offer,
    choice_titles={"fill-in": "write down what to fill in"},
    examples=(
        example(
            "what is said not to be there comes first",
            "not-met/warning safety not-prepared | keys=contact,moderator_briefed",
            PUBLISHED
            + 'safety = { contact = false, disruption_plan = "withheld", moderator_briefed = false }\n'
            + PANEL,
        ),
        example(
            "nothing said",
            "not-stated safety not-stated | keys=code_of_conduct,contact,disruption_plan,moderator_briefed",
            PUBLISHED + PANEL,
        ),
        example(
            "one of them isn't said",
            "not-stated safety not-stated | keys=code_of_conduct",
            PUBLISHED + 'safety = { contact = true, disruption_plan = "withheld", moderator_briefed = true }\n' + PANEL,
        ),
        example(
            "all four",
            "met safety met",
            PUBLISHED
            + "safety = { code_of_conduct = true, contact = true, disruption_plan = true, moderator_briefed = true }\n"
            + PANEL
            + CAUCUS,
        ),
        example(
            "one of them withheld",
            "met-withheld safety met-withheld",
            PUBLISHED
            + 'safety = { code_of_conduct = true, contact = true, disruption_plan = "withheld", '
            + "moderator_briefed = true }\n"
            + PANEL,
        ),
        example(
            "a caucus",
            "not-applicable safety not-applicable",
            PUBLISHED + 'event = { title = "Caucus", concerns = ["sex-workers"], kind = "caucus" }\n' + PANEL,
        ),
        example(
            "nothing but closed caucuses",
            "not-applicable safety not-applicable",
            PUBLISHED + CAUCUS,
        ),
        example(
            "not before the programme is out",
            "not-yet safety not-yet",
            'stage = "inviting"\nas_of = 2027-01-05\n' + PANEL,
        ),
    ),
)
