"""SAF-7: whether the law where people will stand is known, and its risks were weighed with those who run them."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import template, theirs
from eventreview.rules.outcome import NOT_MET, NOT_STATED, met, met_withheld, not_stated, not_yet, warning
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
        return not_stated("1", keys=("host_law",)).about("host_law").missing((safety, "host_law"))
    if on is not None and not isinstance(on, str) and scene.ahead(on):
        return not_yet("2", date=on).about("risk_assessed_on")
    if on is None and by_law and law in AGAINST:
        return warning("3", "risk-not-assessed").about("host_law")
    if on is None:
        return (
            not_stated("4", keys=("risk_assessed_on",)).about("risk_assessed_on").missing((safety, "risk_assessed_on"))
        )
    if with_ is None:
        return (
            not_stated("5", keys=("risk_assessed_with",))
            .about("risk_assessed_with")
            .missing((safety, "risk_assessed_with"))
        )
    if not isinstance(with_, str) and scene.one_of_theirs(with_, p) is None:
        outcome = warning("6", "assessed-without", population=p).about("risk_assessed_with")
        return not_theirs(scene, outcome, p, with_)
    if v.WITHHELD in (on, with_) or (by_law and law == v.WITHHELD):
        return met_withheld("7")
    return met("7").about("risk_assessed_with")


def offer(scene: Scene, safety: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for what isn't stated."""
    if outcome.result not in (NOT_MET, NOT_STATED):
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
    why="People can be stopped, searched, detained or deported on the way to an event. They know better than others "
    "which of these is likely, and what would help.",
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
            "the law isn't stated, and for others than sex workers the assessment isn't",
            "not-stated safety not-stated sex-workers trans-people",
            INVITING + TWO,
        ),
        example(
            "neither is the law, once there is nobody but sex workers",
            "not-stated safety not-stated sex-workers | keys=host_law",
            INVITING,
        ),
        example(
            "criminalised, and not assessed: the law is the one on sex work",
            """
            not-met/warning safety risk-not-assessed sex-workers
            not-stated safety not-stated trans-people
            """,
            INVITING + 'safety = { host_law = "partly" }\n' + TWO,
        ),
        example(
            "online, the law of the host isn't asked",
            "not-stated safety not-stated sex-workers | keys=risk_assessed_on",
            INVITING + 'safety = { host_law = "criminalised" }\n' + ONLINE,
        ),
        example(
            "decriminalised, or withheld: the assessment is still asked for",
            "not-stated safety not-stated sex-workers | keys=risk_assessed_on",
            INVITING + 'safety = { host_law = "withheld" }\n',
        ),
        example(
            "an assessment still to come",
            "not-yet safety not-yet sex-workers trans-people | date=2026-12-02",
            INVITING + 'safety = { host_law = "criminalised", risk_assessed_on = 2026-12-02 }\n' + TWO,
        ),
        example(
            "assessed today, with whom isn't stated",
            "not-stated safety not-stated sex-workers | keys=risk_assessed_with",
            INVITING + 'safety = { host_law = "criminalised", risk_assessed_on = 2026-12-01 }\n',
        ),
        example(
            "assessed with one population, without the other",
            """
            met safety met sex-workers
            not-met/warning safety assessed-without trans-people | population=trans-people
            """,
            INVITING
            + 'safety = { host_law = "partly", risk_assessed_on = 2026-11-01, risk_assessed_with = ["net"] }\n'
            + TWO,
        ),
        example(
            "assessed with nobody, with a sub-group, with one of which nobody says who leads it",
            """
            not-met/warning safety assessed-without people-who-use-drugs
            """,
            INVITING
            + """
safety = { risk_assessed_on = 2026-11-01, risk_assessed_with = ["wnet", "forum"] }
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
""",
        ),
        example(
            "withheld satisfies each of them, for those it is asked for",
            """
            met-withheld safety met-withheld sex-workers
            met safety met trans-people
            """,
            INVITING
            + 'safety = { host_law = "withheld", risk_assessed_on = 2026-11-01, risk_assessed_with = ["net", "tnet"] }\n'
            + TWO,
        ),
        example(
            "withheld, when and with whom",
            "met-withheld safety met-withheld sex-workers",
            INVITING + 'safety = { risk_assessed_on = "withheld", risk_assessed_with = "withheld" }\n' + ONLINE,
        ),
        example(
            "the network says that it took part",
            "met safety assessed-without sex-workers",
            INVITING
            + 'judgements = [{ rule = "SAF-7", at = "safety", verdict = "met", by = "net", on = 2026-11-30 }]\n'
            + 'safety = { host_law = "partly", risk_assessed_on = 2026-11-01, risk_assessed_with = [] }\n',
        ),
        example(
            "an event about nobody",
            "not-applicable safety not-applicable",
            INVITING + 'event = { title = "Parking", concerns = [] }\n',
        ),
        example(
            "not before invitations go out",
            "not-yet safety not-yet sex-workers",
            'stage = "drafting"\nas_of = 2026-12-01\n',
        ),
        example(
            "a law that can't be read isn't stated",
            "not-stated safety not-stated sex-workers | keys=host_law",
            INVITING
            + 'safety = { host_law = "unclear", risk_assessed_on = 2026-11-01, risk_assessed_with = ["net"] }\n',
        ),
    ),
)
