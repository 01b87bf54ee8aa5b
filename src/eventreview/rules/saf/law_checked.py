"""SAF-7: whether the law where people will stand is known, and its risks were weighed with those who run them."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import template, theirs
from eventreview.rules.outcome import MET, MET_WITHHELD, met, met_withheld, not_stated, not_yet, warning
from eventreview.rules.rule import Choice, example, on_safety, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Safety
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

AGAINST = ("criminalised", "partly")


def concerned(scene: Scene, safety: Safety) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(scene.plan.event)


def asks_of_the_law(scene: Scene, p: str) -> bool:
    """Whether the law of the host country matters here: it is the law on sex work, for people who come there."""
    return p == "sex-workers" and scene.plan.event.mode != "online"


def decide(scene: Scene, safety: Safety, p: str) -> Outcome:
    """The law first, then the assessment: that there is one, and with whom."""
    law, on, with_ = safety.host_law, safety.risk_assessed_on, safety.risk_assessed_with
    by_law = asks_of_the_law(scene, p)
    if by_law and law is None:
        return not_stated("1").about("host_law").missing((safety, "host_law"))
    if on is not None and not isinstance(on, str) and scene.ahead(on):
        return not_yet("2", date=on).about("risk_assessed_on")
    if on is None and by_law and law in AGAINST:
        return warning("3", "risk-not-assessed").about("host_law")
    if on is None:
        return not_stated("4").about("risk_assessed_on").missing((safety, "risk_assessed_on"))
    if with_ is None:
        return not_stated("5").about("risk_assessed_with").missing((safety, "risk_assessed_with"))
    if not isinstance(with_, str) and scene.one_of_theirs(with_, p) is None:
        outcome = warning("6", "assessed-without", population=p).about("risk_assessed_with")
        return not_theirs(scene, outcome, p, with_)
    if v.WITHHELD in (on, with_) or (by_law and law == v.WITHHELD):
        return met_withheld("7")
    return met("7").about("risk_assessed_with")


def offer(scene: Scene, safety: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for what isn't stated."""
    if outcome.result in (MET, MET_WITHHELD):
        return
    keys = ["host_law"] if any(asks_of_the_law(scene, p) for p in populations) else []
    keys = [key for key in (*keys, "risk_assessed_on", "risk_assessed_with") if not safety.has(key)]
    if keys:
        yield Choice("template", "fill-in", (template(safety, *keys, ask=tuple(theirs(scene, populations))),))


# What most examples share.
INVITING = """
stage = "inviting"
as_of = 2026-12-01
"""
ONLINE = 'event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "online" }\n'
TWO = """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
"""

SAF_7 = rule(
    "SAF-7",
    "law-checked-with-community",
    set="safety",
    severity="warning",
    stage="inviting",
    judged_by="community",
    settles=("3", "6"),
    basis="practice of communities when they choose where to meet",
    reads=("host_law", "risk_assessed_on", "risk_assessed_with", "event.mode", "organisations.led_by"),
    what="The law where people will stand is known, and its risks were weighed with those who run them.",
    why="People can be stopped, searched, deported or robbed of their papers on the way to an event. They know better "
    "than others which of these is likely, and what would help.",
    remedy="Look at the law with the community's organisations, in good time, and change the place, the form or the "
    "advice as they say. “withheld” is a full answer to each of these keys.",
    question="Which risk has the assessment missed?",
    messages={
        "not-stated": "Of the law and its risks, the plan doesn't say: {keys}.",
        "risk-not-assessed": "Sex work is criminalised, wholly or in part, where people will stand, and nothing says "
        "that the risks were looked at.",
        "assessed-without": "The risks were looked at without an organisation of those who run them: {population}.",
        "met": "The risks were looked at with an organisation of those who run them.",
        "met-withheld": "The law and its risks are known, and kept out of the file for safety.",
        **REMARKS,
    },
    checks=(on_safety(concerned, decide),),
    choices=offer,
    choice_titles={"fill-in": "write down what to fill in"},
    examples=(
        example(
            "the law isn't stated; for others than sex workers the assessment is asked for at once",
            """
            not-stated safety not-stated sex-workers
            not-stated safety not-stated trans-people
            """,
            INVITING + TWO.replace("organisations", "# without organisations\n_", 0),
        ),
    ),
)
