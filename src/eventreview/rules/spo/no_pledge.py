"""SPO-1: money tied to a pledge against sex work."""

from __future__ import annotations

from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_STATED, error, met, not_stated
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_sponsors, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Sponsor
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

SEX_WORKERS = "sex-workers"
PLEDGE = "anti-prostitution-pledge"


def about_sex_workers(scene: Scene, sponsor: Sponsor) -> tuple[str, ...]:
    """An event, or one of its panels, about sex workers."""
    named = (scene.plan.event.concerns, *(panel.concerns for panel in scene.plan.panels))
    return ONCE if any(SEX_WORKERS in scene.expanded(concerns) for concerns in named) else NOT_HERE


def decide(scene: Scene, sponsor: Sponsor, p: str) -> Outcome:
    """Whether the money carries a pledge; nothing said isn't nothing asked."""
    if PLEDGE in (sponsor.conditions or ()):
        return error("1", "pledge").about("conditions")
    if not sponsor.conditions:
        return not_stated("2").about("conditions").missing((sponsor, "conditions"))
    return met("3").about("conditions")


def ask_the_sponsor(scene: Scene, sponsor: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Write down what to ask. No choice takes a condition away: the contract has to change, not the file."""
    if outcome.result == NOT_STATED and any(path == sponsor.path for path, _ in outcome.keys):
        organisation: str | None = getattr(sponsor, "organisation", None)
        ask = (organisation,) if organisation is not None else ()
        yield Choice("template", "ask", (template(sponsor, "conditions", ask=ask),))


SPO_1 = rule(
    "SPO-1",
    "no-pledge",
    set="sponsors",
    severity="error",
    stage="drafting",
    judged_by="nobody",
    sex_workers_only=True,
    basis="what pledges tied to public health money have done",
    reads=("conditions",),
    what="No money at the table obliges those who take it to oppose the people the event is about.",
    why="A pledge against sex work binds whoever takes the money, far beyond this event: it closes services, and it "
    "keeps sex workers out of the rooms where those are decided.",
    remedy="Ask the sponsor in writing what its money obliges its takers to. A pledge leaves with the contract or with "
    "the money, not with a line of this file.",
    messages={
        "pledge": "This money carries a pledge against sex work, and the pledge may bind other grants of the same "
        "sponsor. Ask for it in writing.",
        "not-stated": "Nothing says what this money is tied to. Ask the sponsor whether it carries a pledge.",
        "met": "No pledge is tied to this money.",
    },
    checks=(on_sponsors(about_sex_workers, decide),),
    choices=ask_the_sponsor,
    choice_titles={"ask": "write down what to ask the sponsor"},
    examples=(
        example(
            "a pledge among the conditions",
            "not-met/error sponsors[0] pledge",
            """stage = "closed"
as_of = 2027-07-01
[[sponsors]]
organisation = "ally"
conditions = ["community-quota", "anti-prostitution-pledge"]
quota = 2
""",
        ),
        example(
            "sex workers among the key populations",
            "not-met/error sponsors[0] pledge",
            """stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["key-populations"] }
[[sponsors]]
organisation = "ally"
conditions = ["anti-prostitution-pledge"]
""",
        ),
        example(
            "sex workers concern one panel alone",
            "not-met/error sponsors[0] pledge",
            """stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["women"] }
[[sponsors]]
organisation = "ally"
conditions = ["anti-prostitution-pledge"]
[[panels]]
id = "p"
title = "Panel"
concerns = ["sex-workers"]
""",
        ),
        example(
            "an event about others",
            "not-applicable sponsors[0] not-applicable",
            """stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["women"] }
[[sponsors]]
organisation = "ally"
conditions = ["anti-prostitution-pledge"]
""",
        ),
        example(
            "conditions that nobody has asked about",
            """not-stated sponsors[0] not-stated
            not-stated sponsors[1] not-stated""",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = []
[[sponsors]]
organisation = "net"
""",
        ),
        example(
            "half a list of conditions is no list",
            "not-stated sponsors[0] not-stated",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["branding", "anti-prostitution-pledges"]
""",
        ),
        example(
            "other conditions, or none",
            """met sponsors[0] met
            met sponsors[1] met""",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["none"]
[[sponsors]]
organisation = "net"
conditions = ["branding", "speaker-veto"]
""",
        ),
        example(
            "an idea isn't asked yet",
            "not-yet sponsors[0] not-yet",
            """stage = "idea"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["anti-prostitution-pledge"]
""",
        ),
    ),
)
