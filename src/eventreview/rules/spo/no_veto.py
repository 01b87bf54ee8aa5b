"""SPO-2: money that chooses speakers, edits words or shuts a population out."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.plan.model import Organisation
from eventreview.rules.outcome import NOT_STATED, error, met, not_applicable, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_organisations, on_sponsors, rule
from eventreview.rules.spo.no_pledge import ask_the_sponsor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Sponsor
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

VETOES = ("speaker-veto", "content-approval", "message-restriction", "population-exclusion")


def any_sponsor(scene: Scene, sponsor: Sponsor) -> tuple[str, ...]:
    """Every sponsor."""
    return ONCE


def decide(scene: Scene, sponsor: Sponsor, p: str) -> Outcome:
    """What the money is tied to; a quota is TOK-4's matter, a pledge SPO-1's."""
    conditions = sponsor.conditions or ()
    vetoes = tuple(each for each in conditions if each in VETOES)
    if vetoes:
        return error("1", "veto", conditions=vetoes).about("conditions")
    if "data-sharing" in conditions:
        return warning("2", "data-for-money").about("conditions")
    if not conditions:
        pledge = scene.result("SPO-1", sponsor)
        if pledge is not None and pledge.result == NOT_STATED:
            return not_applicable("3", "said-there").about("conditions")
        return not_stated("3").about("conditions").missing((sponsor, "conditions"))
    return met("5").about("conditions")


def unlisted_funder(scene: Scene, organisation: Organisation) -> tuple[str, ...]:
    """A funder without an entry among the sponsors."""
    if "funder" not in (organisation.roles or ()):
        return NOT_HERE
    listed = any(sponsor.organisation == organisation.at for sponsor in scene.plan.sponsors)
    return NOT_HERE if listed else ONCE


def decide_funder(scene: Scene, organisation: Organisation, p: str) -> Outcome:
    """Its conditions have no place to stand in."""
    return not_stated("4").about("roles").missing((scene.plan, "sponsors"))


def offer(scene: Scene, table: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Write down what to ask, in the sponsor's entry or in one still to be made."""
    if not isinstance(table, Organisation):
        yield from ask_the_sponsor(scene, table, outcome, populations)
    elif outcome.line == "4":
        sponsors = scene.plan.sponsors
        lines = ("# [[sponsors]]", f'# organisation = "{table.at}"', "# conditions =")
        yield Choice("template", "ask", (Comment(sponsors[-1].path if sponsors else ("sponsors",), lines),))


SPO_2 = rule(
    "SPO-2",
    "no-veto",
    set="sponsors",
    severity="error",
    stage="drafting",
    judged_by="organiser",
    basis="the independence of sex workers' organisations from those who fund them",
    reads=("conditions", "roles"),
    what="Money doesn't choose speakers, edit words or shut a population out.",
    why="A condition of this kind settles who is heard before anybody has been asked, and those it shuts out may "
    "never learn why.",
    remedy="Answer the condition in writing, and have it taken out. The contract has to change, not the file.",
    question="What did you answer to the condition?",
    messages={
        "veto": "Conditions tied to this money: {conditions}. They reach into who speaks, what is said or who comes.",
        "data-for-money": "Data is shared in return for this money. Those who took part can end up on lists that they "
        "never chose to be on.",
        "not-stated": "The plan doesn't say what this money is tied to.",
        "said-there": "SPO-1 asks for these conditions already.",
        "met": "Nothing tied to this money chooses speakers, edits words or shuts anybody out.",
    },
    checks=(on_sponsors(any_sponsor, decide), on_organisations(unlisted_funder, decide_funder, silent=True)),
    after=("SPO-1",),
    choices=offer,
    choice_titles={"ask": "write down what to ask the sponsor"},
    examples=(
        example(
            "vetoes, and they alone are named",
            "not-met/error sponsors[0] veto | conditions=content-approval,population-exclusion",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["content-approval", "data-sharing", "population-exclusion", "branding"]
""",
        ),
        example(
            "data for money",
            "not-met/warning sponsors[0] data-for-money",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["data-sharing", "branding"]
""",
        ),
        example(
            "SPO-1 has asked already",
            "not-applicable sponsors[0] said-there",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = []
""",
        ),
        example(
            "an event about others: nobody else has asked",
            """not-stated sponsors[0] not-stated
            not-stated sponsors[1] not-stated""",
            """stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["women"] }
[[sponsors]]
organisation = "ally"
conditions = []
[[sponsors]]
organisation = "net"
""",
        ),
        example(
            "a funder whose money has no entry, and one whose money has",
            """not-stated fund not-stated
            met sponsors[0] met""",
            """stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "fund", name = "Northbank Donor Fund (fictional)", kind = "funder", led_by = [], roles = ["funder"] },
  { id = "fund-2", name = "Southbank Donor Fund (fictional)", kind = "funder", led_by = [], roles = ["funder"] },
  { id = "fund-3", name = "Eastbank Donor Fund (fictional)", kind = "funder", led_by = [] },
]
[[sponsors]]
organisation = "fund-2"
conditions = ["none"]
""",
        ),
        example(
            "a logo, a quota or a pledge chooses nobody",
            """met sponsors[0] met
            met sponsors[1] met""",
            """stage = "drafting"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["branding", "community-quota"]
quota = 2
[[sponsors]]
organisation = "net"
conditions = ["anti-prostitution-pledge"]
""",
        ),
    ),
)
