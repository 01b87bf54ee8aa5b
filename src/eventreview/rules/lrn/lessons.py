"""LRN-3: what the community has raised once isn't repeated, and gets an answer."""

from __future__ import annotations

from eventreview.plan.model import Lesson
from eventreview.rules import catalogue
from eventreview.rules.closed import named
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import (
    NOT_MET,
    NOT_STATED,
    NOT_YET,
    TO_BE_JUDGED,
    error,
    judge,
    met,
    not_applicable,
    not_stated,
    not_yet,
    strongest,
    warning,
)
from eventreview.rules.process import days
from eventreview.rules.rule import LAST, NOT_HERE, ONCE, Choice, example, on_lessons, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.verdict import Verdict
    from eventreview.rules.words import Scene


def whose(scene: Scene, lesson: Table) -> tuple[str, ...]:
    """The populations concerned that lead the organisation which raised it; there may be none."""
    organisation = scene.organisation(lesson.raised_by) if isinstance(lesson, Lesson) else None
    led_by = (organisation.led_by or ()) if organisation is not None else ()
    return tuple(p for p in scene.about(lesson) if p in led_by)


def raised(scene: Scene, lesson: Lesson) -> tuple[str, ...]:
    """Every lesson raised by today, by whomever."""
    populations = whose(scene, lesson)
    if not scene.past(lesson.raised_on):
        return NOT_HERE
    return populations or ONCE


def raised_by(lesson: Table) -> str | None:
    """Who says whether it is repaired, where nobody concerned leads them."""
    return lesson.raised_by if isinstance(lesson, Lesson) else None


def decide(scene: Scene, lesson: Lesson, p: str) -> Outcome:
    """Whether it happens again, and whether it was answered."""
    return strongest([repeated(scene, lesson), answered(scene, lesson)])


def repeated(scene: Scene, lesson: Lesson) -> Outcome:
    """Part a: what the rule that the lesson names says now; the gravest over its objects."""
    code = catalogue.code_of(lesson.rule) if lesson.rule is not None else None
    verdicts = scene.verdicts(code) if code is not None else None
    if code is None or verdicts is None:
        return not_applicable("a1")
    failing = saying(verdicts, NOT_MET)
    if failing:
        return about_objects(scene, error("a2", "repeats", rule=code, objects=shown(scene, failing)), failing)
    asked = saying(verdicts, TO_BE_JUDGED)
    if asked:
        return about_objects(scene, judge("a3", "may-repeat", rule=code, objects=shown(scene, asked)), asked)
    unsaid = saying(verdicts, NOT_STATED)
    if unsaid:
        outcome = about_objects(scene, not_stated("a3", "cannot-tell", rule=code), unsaid)
        outcome.keys = tuple(dict.fromkeys(key for each in unsaid for key in each.keys))
        return outcome
    if saying(verdicts, NOT_YET):
        return not_yet("a3", "later", rule=code).about("rule")
    return met("a3").about("rule")


def saying(verdicts: Sequence[Verdict], result: str) -> list[Verdict]:
    """Those with a result."""
    return [each for each in verdicts if each.result == result]


def shown(scene: Scene, verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """The objects, each once; of a closed caucus the panel is named, never a place."""
    places = {s.at: s for s in scene.places()}
    return tuple(dict.fromkeys(named(places[each.at]) if each.at in places else each.at for each in verdicts))


def about_objects(scene: Scene, outcome: Outcome, verdicts: Sequence[Verdict]) -> Outcome:
    """The outcome, pointing at the objects that have an id of their own."""
    return outcome.about("rule").related_to(*map(scene.plan.object_of, shown(scene, verdicts)))


def answered(scene: Scene, lesson: Lesson) -> Outcome:
    """Part b: whether there is an answer. What was raised is for the plan to say, never for a message."""
    if lesson.response is None:
        return warning("b1", "no-response", days=days(lesson.raised_on, scene.today)).about("response")
    return met("b1").about("response")


def offer(scene: Scene, lesson: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """What the rule that it names offers where it isn't met; a line for the answer."""
    for part in (outcome, *outcome.parts):
        result = REPAIRED_AT.get(part.message_id)
        code = str(part.params.get("rule"))
        for verdict in saying(scene.verdicts(code) or (), result) if result is not None else ():
            (at,) = shown(scene, [verdict])
            for choice in verdict.choices():
                yield choice.passed_on(catalogue.rules()[code], at)
    if any(part.message_id == "no-response" for part in (outcome, *outcome.parts)):
        yield Choice("template", "answer", [template(lesson, "response", ask=tuple(organisers(scene)))])


REPAIRED_AT = {"repeats": NOT_MET, "may-repeat": TO_BE_JUDGED, "cannot-tell": NOT_STATED}

# What most examples share: the ally chose for a place of the network's, as it did two years before.
CHOSEN = """
stage = "inviting"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" }]
"""
LESSON = """
[[lessons]]
raised_on = 2025-03-20
raised_by = "net"
what = "speakers chosen without asking the network"
"""
ANSWERED = LESSON + 'response = "the network chooses"\n'

LRN_3 = rule(
    "LRN-3",
    "lesson-applied",
    set="allyship",
    severity="error",
    passages=("A3", "L6"),
    stage="drafting",
    judged_by="community",
    after=(LAST,),
    reads=("raised_on", "raised_by", "what", "response", "rule", "organisations.led_by"),
    what="What the community has raised once isn't repeated, and gets an answer.",
    why="Raising what went wrong costs an organisation effort and risk. Where it happens again, or stays unanswered, "
    "there is little reason left to raise anything.",
    remedy="Repair what the lesson is about, and tell those who raised it what was done.",
    question="Is it repaired?",
    messages={
        "repeats": "What this lesson is about has come back. {rule} isn't met here: {objects}.",
        "may-repeat": "What this lesson is about may have come back. {rule} asks a question here: {objects}.",
        "cannot-tell": "This lesson is about {rule}, and the plan doesn't say enough for that rule: nothing shows whether "
        "it has come back.",
        "later": "This lesson is about {rule}, which is looked at later.",
        "no-response": (
            "It was raised {days} day ago, and the plan holds no answer.",
            "It was raised {days} days ago, and the plan holds no answer.",
            "days",
        ),
        "met": "What was raised has an answer, and no rule that was checked shows it again.",
    },
    checks=(on_lessons(raised, decide),),
    concerns=whose,
    answered_by=raised_by,
    choices=offer,
    choice_titles={"answer": "Add a line for the answer, to be filled in"},
    examples=(
        example(
            "it happens again; one finding for several objects, one at each lesson",
            """
            not-met/error lessons[0] repeats sex-workers | rule=REP-1 objects=s1
            not-met/error lessons[1] repeats sex-workers | rule=REP-1 objects=s1
            """,
            CHOSEN + ANSWERED + 'rule = "REP-1"\n' + ANSWERED + 'rule = "chosen-by-community"\n',
        ),
        example(
            "on a closed caucus the panel is named",
            "not-met/error lessons[0] repeats | objects=p",
            CHOSEN.replace('title = "Panel"', 'title = "Panel"\nkind = "closed-caucus"')
            + ANSWERED
            + 'rule = "REP-1"\n',
        ),
        example(
            "a repetition that those concerned live with for a while is none",
            "met lessons[0] met sex-workers",
            CHOSEN
            + """
[[waivers]]
rule = "REP-1"
at = "s1"
reason = "agreed at the meeting"
agreed_by = "net"
on = 2027-01-05
until = 2027-06-30
"""
            + ANSWERED
            + 'rule = "REP-1"\n',
        ),
        example(
            "it may happen again: a question to those who raised it",
            "to-be-judged lessons[0] may-repeat sex-workers | rule=BAL-1 objects=p",
            CHOSEN.replace(
                "speakers = [",
                'speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, ',
            )
            + ANSWERED
            + 'rule = "BAL-1"\n',
        ),
        example(
            "they say that it is repaired",
            "met lessons[0] may-repeat sex-workers",
            CHOSEN.replace(
                "speakers = [",
                'speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }, ',
            )
            + ANSWERED
            + 'rule = "BAL-1"\n'
            + '[[judgements]]\nrule = "LRN-3"\nat = "lessons[0]"\nverdict = "met"\nby = "net"\non = 2027-01-08\n',
        ),
        example(
            "the plan doesn't say enough",
            "not-stated lessons[0] cannot-tell sex-workers | rule=REP-1",
            CHOSEN.replace(', chosen_by = "ally"', "") + ANSWERED + 'rule = "REP-1"\n',
        ),
        example(
            "the rule is looked at later",
            "not-yet lessons[0] later sex-workers | rule=REP-1",
            CHOSEN.replace("inviting", "drafting") + ANSWERED + 'rule = "REP-1"\n',
        ),
        example(
            "raised this morning, unanswered; nothing else is known against it",
            "not-met/warning lessons[0] no-response sex-workers | days=0",
            CHOSEN.replace('"ally" }', '"net" }') + LESSON.replace("2025-03-20", "2027-01-10") + 'rule = "REP-1"\n',
        ),
        example(
            "a lesson that names no rule, or none that there is, asks for an answer alone",
            """
            met lessons[0] met
            met lessons[1] met
            met lessons[2] met
            not-met/warning lessons[3] no-response | days=661
            """,
            CHOSEN + ANSWERED + ANSWERED + 'rule = "REP-99"\n' + ANSWERED + 'rule = "LRN-3"\n' + LESSON,
        ),
        example(
            "what the form of the file says is a lesson too",
            "not-met/error lessons[0] repeats sex-workers | rule=FORM-5 objects=p",
            CHOSEN.replace('title = "Panel"', 'title = "Panel"\nnickname = "x"') + ANSWERED + 'rule = "FORM-5"\n',
        ),
        example(
            "nothing of what SAF-1 forbids is in the file",
            "met lessons[0] met sex-workers",
            CHOSEN + ANSWERED + 'rule = "SAF-1"\n',
        ),
        example(
            "raised by an ally: the lesson stands, without populations",
            "not-met/error lessons[0] repeats | rule=REP-1 objects=s1",
            CHOSEN + ANSWERED.replace('"net"', '"ally"') + 'rule = "REP-1"\n',
        ),
        example(
            "a lesson still to come",
            "not-applicable lessons[0] not-applicable",
            CHOSEN + LESSON.replace("2025", "2028") + 'rule = "REP-1"\n',
        ),
    ),
)
