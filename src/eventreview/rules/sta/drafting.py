"""STA-1: whether those a text is about drafted it, or at least answered while it could change."""

from __future__ import annotations

from eventreview.plan.model import Statement
from eventreview.plan.moments import day
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import ask, organisers, template, theirs
from eventreview.rules.outcome import NOT_MET, error, judge, met, not_stated, not_yet, warning
from eventreview.rules.process import days, final_on, has, is_final, reply
from eventreview.rules.rule import Choice, example, on_statements, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation
    from eventreview.plan.moments import When
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

DATES = ("drafting_from", "finalised_on", "published_on")


class Asked:
    """What a population was asked about a text: K in the list.

    final: the day the text was final; None where it isn't final by today. end: that day, were it still to come.
    """

    __slots__ = ("end", "final", "k", "scene", "x")

    def __init__(self, scene: Scene, x: Statement, p: str) -> None:
        self.scene = scene
        self.x = x
        self.end = final_on(x)
        self.final = self.end if is_final(scene, x) else None
        self.k = [c for c in scene.consultations() if scene.led(c.with_, p) and scene.relevant(c, "statement", x)]

    def in_time(self, moment: When | None) -> bool:
        """Whether a moment that has passed came before the text was final."""
        if moment is None or not self.scene.past(moment):
            return False
        return self.final is None or self.scene.before(moment, self.final) is True

    def too_early(self, c: Consultation) -> bool:
        """Whether an answer came before anybody drafted."""
        begun, answered = self.x.drafting_from, c.answered_on
        return begun is not None and answered is not None and self.scene.before(answered, begun) is True

    def silent(self, c: Consultation) -> bool:
        """No answer, or the time for it was over before the text was final."""
        return c.outcome == "no-answer" or self.in_time(c.reply_by)

    def window(self, c: Consultation) -> int | None:
        """Days from the question until an answer was due or the text final; None where neither day is known."""
        ends = [day(moment) for moment in (c.reply_by, self.end) if moment is not None]
        return days(c.asked_on, min(ends)) if ends else None

    def last(self, found: Sequence[Consultation]) -> Consultation:
        """Of several the one last asked; of two on one day the first in the file."""
        last = found[0]
        for c in found[1:]:
            if self.scene.before(last.asked_on, c.asked_on) is True:
                last = c
        return last


def about(scene: Scene, x: Statement) -> tuple[str, ...]:
    """Everybody a text is about."""
    return scene.about(x)


def decide(scene: Scene, x: Statement, p: str) -> Outcome:
    """The list; a text that is final and one that isn't go their own ways from line 6 on."""
    if has(scene, x.drafters, p):
        return met("1").about("drafters")
    a = Asked(scene, x, p)
    outcome = answered(a) or (decide_final(a, a.final) if a.final is not None else decide_open(a))
    outcome.about("drafters")
    if outcome.result != NOT_MET:
        return outcome
    on_the_text = [c.with_ for c in scene.consultations() if scene.relevant(c, "statement", x)]
    return not_theirs(scene, outcome, p, x.drafters, on_the_text)


def answered(a: Asked) -> Outcome | None:
    """Lines 2 to 5: an answer, or the wish to give none."""
    replies = [c for c in a.k if reply(a.scene, c)]
    counting = [c for c in replies if a.in_time(c.answered_on) and not a.too_early(c)]
    if counting:
        return commented(a, counting)
    early = [c for c in replies if a.too_early(c)]
    if early:
        c = a.last(early)
        return judge("3", "answered-before-drafting", consultation=c.at).related_to(c)
    same_day = [c for c in replies if a.final is not None and c.answered_on and day(c.answered_on) == a.final]
    if same_day:
        c = a.last(same_day)
        return judge("4", "same-day", consultation=c.at).related_to(c)
    declined = [c for c in a.k if c.outcome == "declined" and a.in_time(c.asked_on)]
    if declined:
        c = a.last(declined)
        return judge("5", "declined", consultation=c.at).related_to(c)
    return None


def commented(a: Asked, counting: Sequence[Consultation]) -> Outcome:
    """Line 2: time enough to answer, by the widest window."""
    windows = [window for window in map(a.window, counting) if window is not None]
    # A question without any end leaves all the time there is.
    if len(windows) == len(counting) and max(windows) < a.scene.thresholds.comment_days:
        return warning("2", "short-window", days=max(windows)).related_to(*counting)
    return met("2", "commented").related_to(*counting)


def decide_final(a: Asked, final: datetime.date) -> Outcome:
    """Lines 6 and 7."""
    in_time = [c for c in a.k if a.in_time(c.asked_on)]
    if in_time:
        waiting = [c for c in in_time if not a.silent(c)]
        if not waiting:
            c = a.last(in_time)
            return warning("6", "silence-is-not-drafting", consultation=c.at).related_to(c)
        c = a.last(waiting)
        return error("6", "finalised-while-waiting", consultation=c.at, on=final).related_to(c)
    same_day = [c for c in a.k if day(c.asked_on) == final]
    if same_day:
        c = a.last(same_day)
        return judge("7", "same-day", consultation=c.at).related_to(c)
    if a.k:
        c = a.last(a.k)
        return error("7", "asked-afterwards", consultation=c.at, on=final).related_to(c)
    return error("7", "drafted-without", on=final)


def decide_open(a: Asked) -> Outcome:
    """Lines 8 to 11."""
    x, today = a.x, a.scene.today
    unanswered = [c for c in a.k if c.outcome == "no-answer" or (c.reply_by is not None and day(c.reply_by) < today)]
    if unanswered:
        c = a.last(unanswered)
        return warning("8", "no-answer-yet", consultation=c.at).related_to(c)
    if a.k:
        c = a.last(a.k)
        return not_yet("8", "answer-awaited", consultation=c.at).related_to(c)
    if x.drafting_from is not None and a.scene.ahead(x.drafting_from):
        return not_yet("9", "drafting-from", drafting_from=x.drafting_from)
    if x.drafting_from is None and a.end is None:
        return not_stated("10", "dates-missing").missing(*((x, key) for key in DATES))
    return warning("11", "not-asked-yet")


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Begin a consultation about the text; say when it is drafted."""
    if outcome.result == NOT_MET:
        yield Choice("template", "ask", (ask(scene, "statement", x.at, tuple(theirs(scene, populations))),))
    if outcome.message_id == "dates-missing":
        yield Choice("template", "say-when", (template(x, *DATES, ask=tuple(organisers(scene))),))


# What most examples share.
OPEN = """
stage = "drafting"
as_of = 2027-01-10
"""
FINAL = """
stage = "published"
as_of = 2027-01-10
statements = [{ id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 }]
"""

STA_1 = rule(
    "STA-1",
    "drafted-with",
    set="allyship",
    severity="error",
    passages=("F5", "F6"),
    stage="drafting",
    judged_by="community",
    settles=("2", "6", "8", "11"),
    reads=("drafters", "drafting_from", "finalised_on", "published_on", "consultations[statement]"),
    what="Those a text is about hold the pen, or at least answer while it can change.",
    why="A text written without them says of their lives what others suppose. Once it is final there is nothing left to "
    "change, and it goes on speaking for them.",
    remedy="Draft with an organisation of the community. At the least, ask one while the text is open, with time to "
    "answer, and wait for the answer.",
    question="Could the shape of the text still change, or only its words?",
    messages={
        "met": "An organisation of theirs is among the drafters.",
        "commented": "An organisation of theirs answered while the text could change; the pen was in other hands.",
        "short-window": (
            "From the question to the end of the time for an answer they had {days} day.",
            "From the question to the end of the time for an answer they had {days} days.",
            "days",
        ),
        "answered-before-drafting": "The answer to {consultation} came before the drafting began, when there was no text "
        "yet.",
        "same-day": "{consultation} and the end of the drafting fall on one day; the dates can't show which came first.",
        "declined": "They were asked in time ({consultation}), and preferred not to answer.",
        "silence-is-not-drafting": "No answer to {consultation} came in time, and the text was finalised without one. "
        "Silence is no part in the drafting.",
        "finalised-while-waiting": "On {on} the text was final, while an answer to {consultation} was still to come.",
        "asked-afterwards": "On {on} the text was final; the question ({consultation}) came later. An answer could no "
        "longer change it.",
        "drafted-without": "On {on} the text was final. No organisation of theirs drafted it, and none is recorded as "
        "asked.",
        "no-answer-yet": "There is no dated answer to {consultation} so far. The text can still change.",
        "answer-awaited": "An answer to {consultation} is awaited.",
        "drafting-from": "The drafting is to begin on {drafting_from}.",
        "dates-missing": "The plan doesn't say when this text is drafted, when it is final or when it comes out.",
        "not-asked-yet": "No organisation of theirs is drafting, and none is recorded as asked. The text can still "
        "change.",
        **REMARKS,
    },
    checks=(on_statements(about, decide),),
    choices=offer,
    choice_titles={
        "ask": "Add the lines of a consultation about this text, to be filled in",
        "say-when": "Add lines for the days of the drafting, to be filled in",
    },
    examples=(
        example(
            "theirs draft, a supplement too",
            "met t met sex-workers\nnot-met/error add drafted-without sex-workers | on=2027-01-08",
            """
stage = "published"
as_of = 2027-01-10
statements = [
  { id = "t", title = "Text", drafters = ["ally", "net"], finalised_on = 2027-01-05 },
  { id = "add", title = "Supplement", drafters = ["ally"], published_on = 2027-01-08, supplement_to = "t" } ]
""",
        ),
        example(
            "an answer while it could change: exactly seven days, six days",
            """
            met t commented sex-workers
            not-met/warning u short-window sex-workers | days=6
            not-met/warning w short-window sex-workers | days=5
            """,
            """
stage = "published"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2026-12-29,
      answered_on = 2027-01-04, outcome = "objected", reply_by = 2027-01-09 },
  { id = "c2", by = "ally", with = "net", about = ["statement"], ref = "u", asked_on = 2026-12-20,
      answered_on = 2027-01-04, reply_by = 2026-12-26 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], ref = "w", asked_on = 2026-12-20,
      answered_on = 2026-12-24, reply_by = 2026-12-24 },
  { id = "c4", by = "ally", with = "net", about = ["statement"], ref = "w", asked_on = 2026-12-20,
      answered_on = 2026-12-24, reply_by = 2026-12-25 } ]
statements = [
  { id = "t", title = "Text", drafters = ["ally"], drafting_from = 2027-01-04, finalised_on = 2027-01-05 },
  { id = "u", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 },
  { id = "w", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 } ]
""",
        ),
        example(
            "the widest of several windows; a question without an end leaves all the time",
            """
            met t commented sex-workers
            met u commented sex-workers
            """,
            """
stage = "drafting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2027-01-01,
      answered_on = 2027-01-02, outcome = "agreed", reply_by = 2027-01-02 },
  { id = "c2", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2026-12-01,
      answered_on = 2027-01-02, outcome = "agreed", reply_by = 2027-01-02 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], ref = "u", asked_on = 2027-01-01,
      answered_on = 2027-01-02, outcome = "agreed" } ]
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-02-05 },
  { id = "u", title = "Text", drafters = ["ally"] } ]
""",
        ),
        example(
            "an answer before anybody drafted; drafting still to begin",
            """
            to-be-judged t answered-before-drafting sex-workers | consultation=c1
            to-be-judged u answered-before-drafting sex-workers | consultation=c1
            """,
            """
stage = "drafting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
statements = [
  { id = "t", title = "Text", drafters = ["ally"], drafting_from = 2026-12-21, finalised_on = 2027-01-05 },
  { id = "u", title = "Text", drafters = ["ally"], drafting_from = 2027-02-01 } ]
""",
        ),
        example(
            "answered on the day the text was final, whatever the hour",
            "to-be-judged t same-day sex-workers | consultation=c1",
            FINAL
            + """
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01,
    answered_on = 2027-01-05T08:00:00, outcome = "agreed" }]
""",
        ),
        example(
            "asked on the day the text was final",
            "to-be-judged t same-day sex-workers | consultation=c1",
            FINAL
            + """
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2027-01-05,
    answered_on = 2027-01-06, outcome = "agreed" }]
""",
        ),
        example(
            "they preferred not to answer",
            "to-be-judged t declined sex-workers | consultation=c1",
            FINAL
            + """
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "declined" }]
""",
        ),
        example(
            "silence: the time was over, or no answer came; of several the one last asked",
            "not-met/warning t silence-is-not-drafting sex-workers | consultation=c2",
            FINAL
            + """
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01, outcome = "no-answer" },
  { id = "c2", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-10, reply_by = 2027-01-04 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-10, reply_by = 2027-01-04 },
  { id = "c4", by = "ally", with = "net", about = ["statement"], asked_on = 2027-01-07, reply_by = 2027-01-08 } ]
""",
        ),
        example(
            "one of several was still within its time: on its last day, without an end, or answered late",
            "not-met/error t finalised-while-waiting sex-workers | consultation=c2 on=2027-01-05",
            FINAL
            + """
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-20, outcome = "no-answer" },
  { id = "c2", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-10, reply_by = 2027-01-05 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01, answered_on = 2027-01-07,
      outcome = "agreed" } ]
""",
        ),
        example(
            "asked when the text was out; about another text; asked of an ally; still to be asked",
            """
            not-met/error t asked-afterwards sex-workers | consultation=c1 on=2027-01-05
            not-met/error u drafted-without sex-workers | on=2027-01-06
            """,
            """
stage = "published"
as_of = 2027-01-10
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-01-06 } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2027-01-06,
      answered_on = 2027-01-07, outcome = "agreed" },
  { id = "c2", by = "net", with = "ally", about = ["statement"], asked_on = 2026-12-01, answered_on = 2026-12-07,
      outcome = "agreed" },
  { id = "c3", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01, answered_on = 2026-12-07,
      outcome = "agreed" },
  { id = "c4", by = "ally", with = "net", about = ["statement"], asked_on = 2027-02-01 } ]
""",
        ),
        example(
            "still open: no answer, the time is over, an answer without its day",
            """
            not-met/warning t no-answer-yet sex-workers | consultation=c1
            not-met/warning u no-answer-yet sex-workers | consultation=c2
            not-met/warning v no-answer-yet sex-workers | consultation=c3
            """,
            OPEN
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"] }, { id = "u", title = "Text", drafters = ["ally"] },
  { id = "v", title = "Text", drafters = ["ally"], finalised_on = 2027-01-11 } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2026-12-01,
      outcome = "no-answer" },
  { id = "c2", by = "ally", with = "net", about = ["statement"], ref = "u", asked_on = 2026-12-01,
      reply_by = 2027-01-09 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], ref = "v", asked_on = 2026-12-01,
      reply_by = 2027-01-09, outcome = "agreed" } ]
""",
        ),
        example(
            "still open: an answer is awaited, to its last day",
            "not-yet t answer-awaited sex-workers | consultation=c1",
            OPEN
            + """
statements = [{ id = "t", title = "Text", drafters = ["ally"], drafting_from = 2027-02-01 }]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2026-12-01,
    reply_by = 2027-01-10 }]
""",
        ),
        example(
            "drafting to begin; no day at all; begun without them",
            """
            not-yet t drafting-from sex-workers | drafting_from=2027-01-11
            not-stated u dates-missing sex-workers
            not-met/warning v not-asked-yet sex-workers
            not-met/warning w not-asked-yet sex-workers
            """,
            OPEN
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], drafting_from = 2027-01-11 },
  { id = "u", title = "Text", drafters = ["ally"] },
  { id = "v", title = "Text", drafters = ["ally"], drafting_from = 2027-01-10 },
  { id = "w", title = "Text", drafters = ["ally"], finalised_on = 2027-02-01 } ]
""",
        ),
        example(
            "each population for itself; a text about others",
            """
            met t met sex-workers
            not-met/error t drafted-without trans-people
            not-met/error u drafted-without women
            """,
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
statements = [
  { id = "t", title = "Text", drafters = ["ally", "net"], finalised_on = 2027-01-05 },
  { id = "u", title = "Text", drafters = ["net"], finalised_on = 2027-01-05, concerns = ["women"] },
  { id = "v", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05, concerns = [] } ]
""",
        ),
        example(
            "drafted by one of whom nobody says who leads it, asked of a sub-group",
            "not-met/error t drafted-without people-who-use-drugs",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "forum", name = "Forum (fictional)" },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] } ]
consultations = [{ id = "c1", by = "forum", with = "wnet", about = ["statement"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
statements = [{ id = "t", title = "Text", drafters = ["forum"], finalised_on = 2027-01-05 }]
""",
        ),
    ),
)
