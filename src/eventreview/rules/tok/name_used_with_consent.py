"""TOK-5: whether a community organisation's name is shown with its agreement, on something it is part of."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Organisation
from eventreview.rules.offers import template
from eventreview.rules.outcome import (
    NOT_MET,
    NOT_STATED,
    NOT_YET,
    TO_BE_JUDGED,
    error,
    met,
    not_stated,
    not_yet,
    strongest,
    warning,
)
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_organisations, rule
from eventreview.rules.words import ANSWERS_THAT_COUNT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

COMMUNITY_KINDS = ("community-network", "community-organisation")


def may_be_shown(scene: Scene, o: Organisation) -> tuple[str, ...]:
    """A community organisation that is listed, or that may be, having a role in the event."""
    community = bool(o.led_by) if o.led_by is not None else o.kind in COMMUNITY_KINDS
    if not community:
        return NOT_HERE
    if o.listed_publicly is None:
        return ONCE if any(role != "invited" for role in o.roles or ()) else NOT_HERE
    return ONCE if o.listed_publicly else NOT_HERE


def decide(scene: Scene, o: Organisation, _: str) -> Outcome:
    """Whether it agreed in time, and whether it is part of what its name stands on."""
    if o.listed_publicly is None:
        return not_stated("1").about("listed_publicly").missing((o, "listed_publicly"))
    agreement = decide_agreement(scene, o)
    if agreement is not None and agreement.result == NOT_YET:
        return agreement
    found = [agreement] if agreement is not None else []
    if not involved(scene, o):
        found.append(warning("6", "shown-not-involved").about("listed_publicly"))
    return strongest(found) if found else met("7").about("listing_agreed_on")


def decide_agreement(scene: Scene, o: Organisation) -> Outcome | None:
    """Lines 2 to 5; None where it agreed in time."""
    agreed, published = o.listing_agreed_on, scene.plan.event.published_on
    if agreed is None:
        return error("2", "listed-without-agreement").about("listed_publicly")
    if scene.ahead(agreed):
        if scene.ahead(published):
            return not_yet("3", "agreement-ahead", date=agreed).about("listing_agreed_on")
        return error("3", "listed-without-agreement").about("listing_agreed_on")
    if published is None or agreed <= published:
        return None
    return error("5", "agreed-after", listing_agreed_on=agreed, published_on=published).about("listing_agreed_on")


def involved(scene: Scene, o: Organisation) -> bool:
    """Whether it has a part in the event: being a partner, being invited, or having signed alone is none."""
    plan = scene.plan
    if scene.organising(o) or any(s.organisation == o.at and scene.live(s) for s in scene.places()):
        return True
    if any(c.with_ == o.at and is_answered(scene, c) for c in scene.consultations()):
        return True
    named: list[Iterable[str] | None] = [e.made_by for e in plan.decisions if scene.past(e.made_on)]
    named += [statement.drafters for statement in plan.statements]
    named += [ids for panel in plan.panels for ids in (panel.agenda_set_with, panel.proposed_by)]
    named += [plan.partnership.managed_by, plan.evaluation.by]
    return any(o.at in (ids or ()) for ids in named)


def is_answered(scene: Scene, c: Consultation) -> bool:
    """Whether the organisation agreed or had something changed, by today."""
    return c.outcome in ANSWERS_THAT_COUNT and scene.past(c.answered_on)


def offer(scene: Scene, o: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Take the name off; or an empty line for the day of the agreement."""
    if outcome.result not in (NOT_MET, TO_BE_JUDGED, NOT_STATED) or not isinstance(o, Organisation):
        return
    yield Choice("choice", "not-shown", [Set((*o.path, "listed_publicly"), False)])
    keys = [key for key in ("listed_publicly", "listing_agreed_on") if not o.has(key)]
    if keys:
        yield Choice("template", "say-when-agreed", [template(o, *keys, ask=(o.at,))])


# What most examples share: a co-organiser, so involved.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
OUT_ON = 'event = { title = "Rights and evidence", concerns = ["sex-workers"], published_on = 2027-02-01 }\n'
NET = """
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
listed_publicly = true
"""
INVOLVED = NET + 'roles = ["co-organiser"]\n'
PARTNER = NET + 'roles = ["partner"]\n'

TOK_5 = rule(
    "TOK-5",
    "name-used-with-consent",
    set="allyship",
    severity="error",
    passages=("P1", "P6"),
    stage="published",
    judged_by="community",
    judged_by_itself=True,
    settles=("6",),
    reads=(
        "listed_publicly",
        "listing_agreed_on",
        "roles",
        "event.published_on",
        "speakers.organisation",
        "consultations[*]",
        "decisions[*]",
        "statements.drafters",
        "panels.agenda_set_with",
        "panels.proposed_by",
        "partnership.managed_by",
        "evaluation.by",
    ),
    what="A community organisation's name is shown when it has agreed, and when it is part of what it is shown on.",
    why="A name on a poster tells the community that its organisation stands behind the event. Where it doesn't, the "
    "organisation answers for something it had no say in, and loses the trust of its own people.",
    remedy="Ask the organisation before anything is printed, and record the day it agreed. Where it hasn't agreed, or "
    "has no part in the event, take the name off. Only the organisation itself can say that it is content.",
    question="Is your name there for what you do, or for how it looks?",
    messages={
        "not-stated": "This organisation has a role, and the plan doesn't say whether its name is shown.",
        "listed-without-agreement": "The name of this organisation is shown, and nothing says that it agreed to that.",
        "agreement-ahead": "The agreement is set down for {date}, and the programme isn't out yet.",
        "agreed-after": "The name was shown from {published_on}, and the organisation agreed on {listing_agreed_on}: it "
        "could no longer say no.",
        "shown-not-involved": "The name is shown, and the plan shows no part of this organisation in the event: no "
        "organising, no place, no decision, text or evaluation. It may stand there for how it looks.",
        "met": "This organisation agreed to be shown, in time, and has a part in the event.",
    },
    checks=(on_organisations(may_be_shown, decide),),
    choices=offer,
    choice_titles={
        "not-shown": "Say that the name is no longer shown, once it is off everywhere",
        "say-when-agreed": "Add lines for what is shown and since when it is agreed, to be filled in",
    },
    examples=(
        example(
            "agreed on the day of publication",
            "met net met",
            PUBLISHED + OUT_ON + INVOLVED + "listing_agreed_on = 2027-02-01\n",
        ),
        example(
            "agreed a day later",
            "not-met/error net agreed-after | listing_agreed_on=2027-02-02 published_on=2027-02-01",
            PUBLISHED + OUT_ON + INVOLVED + "listing_agreed_on = 2027-02-02\n",
        ),
        example(
            "listed, and nothing says that it agreed",
            "not-met/error net listed-without-agreement",
            PUBLISHED + OUT_ON + INVOLVED,
        ),
        example(
            "without a day of publication",
            "met net met",
            PUBLISHED + INVOLVED + "listing_agreed_on = 2027-02-05\n",
        ),
        example(
            "an agreement still to come, and the programme is out, or has no day",
            """
            not-met/error net listed-without-agreement
            """,
            PUBLISHED + INVOLVED + "listing_agreed_on = 2027-02-06\n",
        ),
        example(
            "an agreement still to come, before a programme still to come: nothing else is asked",
            "not-yet net agreement-ahead | date=2027-02-06",
            PUBLISHED + OUT_ON.replace("2027-02-01", "2027-02-06") + PARTNER + "listing_agreed_on = 2027-02-06\n",
        ),
        example(
            "a partner without a part, listed without its agreement: both are said",
            "not-met/error net listed-without-agreement",
            PUBLISHED + OUT_ON + PARTNER,
        ),
        example(
            "agreed, and without a part: a signature, an open place and an objection are none",
            "not-met/warning net shown-not-involved",
            PUBLISHED
            + """
consultations = [{ id = "c1", by = "net", with = "net", about = ["aims"], asked_on = 2027-01-01,
    answered_on = 2027-01-02, outcome = "objected" }]
decisions = [{ what = "aims", made_on = 2027-03-01, made_by = ["net"] }]
statements = [{ id = "t", title = "Text", drafters = [], signatories = ["net"] }]
panels = [{ id = "p", title = "Panel", speakers = [{ id = "o1", status = "open", organisation = "net" }] }]
"""
            + PARTNER
            + "listing_agreed_on = 2027-01-10\n",
        ),
        example(
            "each kind of part",
            """
            met o1 met
            met o2 met
            met o3 met
            met o4 met
            met o5 met
            met o6 met
            met o7 met
            met o8 met
            met o9 met
            """,
            PUBLISHED
            + """
organisations = [
  { id = "o1", name = "One (fictional)", led_by = ["women"], roles = ["host"], listed_publicly = true,
      listing_agreed_on = 2027-01-10 },
  { id = "o2", name = "Two (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o3", name = "Three (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o4", name = "Four (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o5", name = "Five (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o6", name = "Six (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o7", name = "Seven (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o8", name = "Eight (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 },
  { id = "o9", name = "Nine (fictional)", led_by = ["women"], listed_publicly = true, listing_agreed_on = 2027-01-10 } ]
consultations = [{ id = "c1", by = "o1", with = "o3", about = ["aims"], asked_on = 2027-01-01,
    answered_on = 2027-01-02, outcome = "changed" }]
decisions = [{ what = "aims", made_on = 2027-01-01, made_by = ["o4"] }]
statements = [{ id = "t", title = "Text", drafters = ["o5"] }]
evaluation = { by = ["o6"] }
partnership = { managed_by = ["o7"] }
[[panels]]
id = "p"
title = "Panel"
agenda_set_with = ["o8"]
proposed_by = ["o9"]
speakers = [{ id = "m1", role = "moderator", organisation = "o2" }]
""",
        ),
        example(
            "a role, and nothing says whether the name is shown",
            """
            not-stated net not-stated
            not-applicable guest not-applicable
            not-applicable ally not-applicable
            """,
            PUBLISHED
            + """
organisations = [
  { id = "net", name = "Lantern Network (fictional)", kind = "community-network", roles = ["invited", "partner"] },
  { id = "guest", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], roles = ["invited"] },
  { id = "ally", name = "Harbour Alliance (fictional)", kind = "ngo", roles = ["lead"], listed_publicly = true } ]
""",
        ),
        example(
            "not shown, or not led by a community by its own word",
            """
            not-applicable net not-applicable
            not-applicable x not-applicable
            """,
            PUBLISHED
            + """
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], listed_publicly = false },
  { id = "x", name = "Harbour Network (fictional)", kind = "community-network", led_by = [], listed_publicly = true } ]
""",
        ),
        example(
            "the organisation says that it is content",
            "met net shown-not-involved",
            PUBLISHED
            + 'judgements = [{ rule = "TOK-5", at = "net", verdict = "met", by = "net", on = 2027-02-01 }]'
            + PARTNER
            + "listing_agreed_on = 2027-01-10\n",
        ),
        example(
            "another organisation of the same community can't say it in its place",
            "not-met/warning net shown-not-involved",
            PUBLISHED
            + 'judgements = [{ rule = "TOK-5", at = "net", verdict = "met", by = "south", on = 2027-02-01 }]'
            + PARTNER
            + """listing_agreed_on = 2027-01-10
[[organisations]]
id = "south"
name = "Lantern South (fictional)"
led_by = ["sex-workers"]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet net not-yet",
            'stage = "inviting"\nas_of = 2027-01-05\n' + INVOLVED,
        ),
    ),
)
