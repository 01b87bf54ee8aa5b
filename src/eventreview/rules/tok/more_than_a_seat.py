"""TOK-1: whether those who have a place on a panel have a part in making the event."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.model import Place
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import ask, theirs
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, judge, met, not_stated, warning
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation, Decision, Event
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# An answer that became part of the event; an objection didn't.
ANSWERS_OF_A_PART = ("agreed", "changed", "partly")
# Subjects of a consultation that would be a part.
TO_ASK_ABOUT = ("aims", "agenda", "evaluation")


def seated(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations the event is about that have a voice on a panel."""
    heard = {p for s in scene.all_seats() for p in scene.voices(s)}
    return tuple(p for p in scene.about(event) if p in heard)


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """Whether there is a part beside the seat."""
    parts = parts_of(scene, p)
    if parts:
        return met("1", "took-part", parts=parts)
    organiser = next((o for o in scene.own(p) if scene.organising(o)), None)
    if organiser is not None and scene.before_stage("published"):
        return met("2", "organises", organisation=organiser.at).related_to(organiser)
    if organiser is not None:
        return judge("2", "role-without-part", organisation=organiser.at).related_to(organiser)
    taking_part = everybody_taking_part(scene)
    if taking_part is None:
        return not_stated("3", "no-record").missing((scene.plan, "consultations"), (scene.plan, "decisions"))
    return not_theirs(scene, warning("4", "seat-only", population=p), p, taking_part)


def parts_of(scene: Scene, p: str) -> tuple[str, ...]:
    """What theirs had a part in: subjects in the vocabulary's order, then roles of their work."""

    def theirs_in(ids: Iterable[str] | None) -> bool:
        return scene.one_of_theirs(ids, p) is not None

    plan = scene.plan
    found: set[str] = set()
    for e in plan.decisions:
        if scene.past(e.made_on) and theirs_in(e.made_by) and not own_speaker(scene, e, e.what, p):
            found.add(e.what)
    for c in scene.consultations():
        if scene.past(c.answered_on) and c.outcome in ANSWERS_OF_A_PART and scene.led(c.with_, p):
            found.update(subject for subject in c.about if not own_speaker(scene, c, subject, p))
    if any(theirs_in(statement.drafters) for statement in plan.statements):
        found.add("statement")
    if any(theirs_in(panel.agenda_set_with) or theirs_in(panel.proposed_by) for panel in plan.panels):
        found.add("agenda")
    if theirs_in(plan.evaluation.by):
        found.add("evaluation")
    if theirs_in(plan.partnership.managed_by):
        found.add("partnership")
    work = {each.role for each in plan.work if scene.led(each.organisation, p)}
    return (*(each for each in v.SUBJECTS if each in found), *(each for each in v.WORK_ROLES if each in work))


def own_speaker(scene: Scene, x: Decision | Consultation, subject: str, p: str) -> bool:
    """Whether it is about who holds a place of their own: choosing one's own speaker is no part yet.

    A place held for one of theirs is their own, whether or not it says whose voice it carries.
    """
    place = scene.plan.object_of(x.ref)
    if subject != "speakers" or not isinstance(place, Place):
        return False
    return scene.carries(place, p) or scene.led(place.organisation, p)


def everybody_taking_part(scene: Scene) -> tuple[str, ...] | None:
    """Every organisation that some record of a part names, each once; None where the plan has no such record."""
    plan = scene.plan
    records: list[Iterable[str] | None] = [statement.drafters for statement in plan.statements]
    records += [ids for panel in plan.panels for ids in (panel.agenda_set_with, panel.proposed_by)]
    records += [plan.evaluation.by, plan.partnership.managed_by]
    records += [e.made_by for e in plan.decisions]
    records += [(c.with_,) for c in plan.consultations]
    records += [(each.organisation,) for each in plan.work]
    if all(ids is None for ids in records):
        return None
    return tuple(dict.fromkeys(id for ids in records for id in ids or ()))


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Begin a consultation on something that can still change."""
    if outcome.result in (NOT_MET, TO_BE_JUDGED, NOT_STATED):
        asked = tuple(theirs(scene, populations))
        for subject in TO_ASK_ABOUT:
            yield Choice("template", f"ask-{subject}", [ask(scene, subject, with_=asked)])


# What most examples share.
SEAT = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "a1", organisation = "ally" } ]
"""
INVITING = """
stage = "inviting"
as_of = 2026-12-01
"""
KEYNOTE = """
[[panels]]
id = "k"
title = "Keynote"
kind = "keynote"
speakers = [{ id = "s1", role = "keynote", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }]
"""
CO_ORGANISER = """
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
"""

TOK_1 = rule(
    "TOK-1",
    "more-than-a-seat",
    set="allyship",
    severity="warning",
    passages=("P1", "P6"),
    stage="inviting",
    judged_by="community",
    settles=("4",),
    reads=(
        "organisations.roles",
        "organisations.led_by",
        "decisions[*]",
        "consultations[*]",
        "statements.drafters",
        "panels.agenda_set_with",
        "panels.proposed_by",
        "evaluation.by",
        "partnership.managed_by",
        "work.organisation",
        "work.role",
    ),
    what="A place on a panel goes with a part in making the event.",
    why="Somebody who comes in when everything is settled lends the event their presence and changes nothing in it. "
    "What the community knows is heard for a few minutes, and left out of the rest.",
    remedy="Ask one of the community's organisations about what can still change: the aims, the agenda, the texts, the "
    "evaluation. Give it a part in deciding, drafting or paid work, and record it.",
    question="What could you still change?",
    messages={
        "took-part": "One of the community's organisations has a part in making the event: {parts}.",
        "organises": "{organisation}, led by the community, is among those who organise the event.",
        "role-without-part": "{organisation} is among those who organise the event, and the plan shows no part that it "
        "or another organisation of the community took in making it.",
        "no-record": "The plan doesn't say yet who was asked or who decided anything about this event.",
        "seat-only": "The community has a seat, and no part in making the event: none of its organisations decided, "
        "agreed, drafted, evaluates, manages or works on anything in the plan.",
        **REMARKS,
    },
    checks=(on_event(seated, decide),),
    choices=offer,
    choice_titles={
        "ask-aims": "Add the lines of a consultation about the aims, to be filled in",
        "ask-agenda": "Add the lines of a consultation about the agenda, to be filled in",
        "ask-evaluation": "Add the lines of a consultation about the evaluation, to be filled in",
    },
    examples=(
        example(
            "hard case 10: one voice, alone, at a keynote",
            "not-met/warning event seat-only sex-workers | population=sex-workers",
            INVITING + 'decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]' + KEYNOTE,
        ),
        example(
            "hard case 10 b: nothing on record at all",
            "not-stated event no-record sex-workers",
            INVITING + KEYNOTE,
        ),
        example(
            "every kind of part, in order",
            "met event took-part sex-workers | parts=aims,agenda,statement,budget,evaluation,partnership,drafter",
            INVITING
            + """
work = [{ id = "w1", organisation = "net", role = "drafter" }]
decisions = [{ what = "budget", made_on = 2026-11-15, made_by = ["ally", "net"] }]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["aims"], asked_on = 2026-11-01,
    answered_on = 2026-11-10, outcome = "partly" }]
statements = [{ id = "t", title = "Text", drafters = ["net"] }]
evaluation = { by = ["net"] }
partnership = { managed_by = ["ally", "net"] }
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["net"]
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "an objection, an answer still to come, a decision still to come, and what others do, are no part",
            "not-met/warning event seat-only sex-workers",
            INVITING
            + """
decisions = [{ what = "agenda", made_on = 2026-12-02, made_by = ["ally", "net"] }]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["aims"], asked_on = 2026-11-01, answered_on = 2026-11-10,
      outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["budget"], asked_on = 2026-11-01, answered_on = 2026-12-02,
      outcome = "agreed" },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, outcome = "agreed" },
  { id = "c4", by = "net", with = "ally", about = ["aims"], asked_on = 2026-11-01, answered_on = 2026-11-10,
      outcome = "agreed" } ]
work = [{ id = "w1", organisation = "ally", role = "drafter" }]
"""
            + SEAT,
        ),
        example(
            "choosing one's own speaker is no part yet, however it is recorded",
            "not-met/warning event seat-only sex-workers",
            INVITING
            + """
decisions = [{ what = "speakers", ref = "s1", made_on = 2026-11-20, made_by = ["net"] }]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "s1", asked_on = 2026-11-01,
    answered_on = 2026-11-10, outcome = "agreed" }]
"""
            + SEAT,
        ),
        example(
            "the speakers of the whole event are a part",
            "met event took-part sex-workers | parts=speakers",
            INVITING + 'decisions = [{ what = "speakers", made_on = 2026-11-20, made_by = ["ally", "net"] }]' + SEAT,
        ),
        example(
            "nor is choosing who speaks for one's own organisation where nothing says whose voice it is",
            "not-met/warning event seat-only sex-workers",
            INVITING
            + """
decisions = [{ what = "speakers", ref = "s2", made_on = 2026-11-20, made_by = ["net"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s2", organisation = "net", chosen_by = "net" },
  { id = "a1", organisation = "ally" } ]
""",
        ),
        example(
            "an ally's place, and what else was asked with the choice of one's own speaker, are a part",
            "met event took-part sex-workers | parts=speakers,safety",
            INVITING
            + """
decisions = [{ what = "speakers", ref = "a1", made_on = 2026-11-20, made_by = ["net"] }]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["safety"], ref = "s1", asked_on = 2026-11-01,
    answered_on = 2026-11-10, outcome = "agreed" }]
"""
            + SEAT,
        ),
        example(
            "one panel of two was proposed by the network",
            "met event took-part sex-workers | parts=agenda",
            INVITING
            + SEAT
            + """
[[panels]]
id = "q"
title = "Another panel"
proposed_by = ["net"]
""",
        ),
        example(
            "among those who organise, while there is time",
            "met event organises sex-workers | organisation=net",
            INVITING + CO_ORGANISER + SEAT,
        ),
        example(
            "among those who organise, and the programme is out",
            "to-be-judged event role-without-part sex-workers | organisation=net",
            """
stage = "published"
as_of = 2027-02-05
"""
            + CO_ORGANISER
            + 'decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]'
            + SEAT,
        ),
        example(
            "one population's part isn't another's",
            """
            met event took-part sex-workers | parts=evaluation
            not-met/warning event seat-only trans-people
            """,
            INVITING
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people", "migrants"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
evaluation = { by = ["net"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "t1", organisation = "tnet", represents = ["trans-people"] } ]
""",
        ),
        example(
            "an empty list is an answer; nobody says who leads one, and a sub-group leads the other",
            "not-met/warning event seat-only people-who-use-drugs",
            INVITING
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
evaluation = { by = ["wnet"] }
partnership = { managed_by = ["forum"] }
[[panels]]
id = "p"
title = "Panel"
proposed_by = []
speakers = [{ id = "s1", organisation = "dnet", represents = ["people-who-use-drugs"] }]
""",
        ),
        example(
            "the network says that its part is enough",
            "met event seat-only sex-workers",
            INVITING
            + """
judgements = [{ rule = "TOK-1", at = "event", verdict = "met", by = "net", on = 2026-11-30 }]
decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]
"""
            + SEAT,
        ),
        example(
            "an ally can't say so",
            "not-met/warning event seat-only sex-workers",
            INVITING
            + """
judgements = [{ rule = "TOK-1", at = "event", verdict = "met", by = "ally", on = 2026-11-30 }]
decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]
"""
            + SEAT,
        ),
        example(
            "no voice on any panel: whoever moderates isn't one",
            "not-applicable event not-applicable",
            INVITING
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"] },
  { id = "n1", organisation = "net" } ]
""",
        ),
        example(
            "not before invitations go out",
            "not-yet event not-yet sex-workers",
            """
stage = "drafting"
as_of = 2026-12-01
"""
            + SEAT,
        ),
    ),
)
