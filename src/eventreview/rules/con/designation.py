"""CON-1: whether the community's organisations were asked before anybody was designated."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.plan.model import Consultation, Decision, Panel, Place
from eventreview.plan.moments import day
from eventreview.rules.con.asked import Asked, asked, asked_whom, spoken_for
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import ask, hand_over, template, theirs
from eventreview.rules.outcome import (
    ERROR,
    NOT_MET,
    NOT_STATED,
    TO_BE_JUDGED,
    WARNING,
    judge,
    met,
    not_met,
    not_stated,
    not_yet,
    warning,
)
from eventreview.rules.rule import NOT_HERE, Choice, example, on_decisions, on_places, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.moments import When
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

DESIGNATING = ("speakers", "moderator")


class Choosing:
    """A choice to look at: of a place's holder, or one that a decision makes.

    chosen_on: the day, or the invitation's where no day is given (`by_invitation`): nobody chooses after inviting.
    key, date_key: the keys that say who and when. severity: of what is an error for a place.
    """

    __slots__ = ("by_invitation", "chooser", "chosen_on", "date_key", "key", "severity", "subject", "x")

    def __init__(self, x: Place | Decision) -> None:
        self.x = x
        self.severity = ERROR
        self.by_invitation = False
        self.chosen_on: When | None
        self.chooser: str | tuple[str, ...] | None
        if isinstance(x, Place):
            self.key, self.date_key, self.subject = "chosen_by", "chosen_on", "speakers"
            self.chooser, self.chosen_on = x.chosen_by, x.chosen_on
            if x.chosen_on is None and x.invited_on is not None:
                self.chosen_on, self.by_invitation = x.invited_on, True
        else:
            self.key, self.date_key, self.subject = "made_by", "made_on", x.what
            self.chooser, self.chosen_on = x.made_by, x.made_on
            if x.what == "moderator":
                self.severity = WARNING


def designated(scene: Scene, e: Decision) -> tuple[str, ...]:
    """The populations a panel is about, of a decision on its speakers or moderator."""
    target = scene.plan.object_of(e.ref)
    if e.what not in DESIGNATING or not isinstance(target, Panel | Place):
        return NOT_HERE
    return scene.about(target)


def decide(scene: Scene, x: Place | Decision, p: str) -> Outcome:
    """Whether an answer of theirs came before the choice, or the choice was theirs."""
    it = Choosing(x)
    d = it.chosen_on
    if scene.one_of_theirs(it.chooser, p) is not None:
        return met("1", "chose-themselves").about(it.key)
    if d is not None and scene.ahead(d):
        return not_yet("2", "choice-ahead", on=day(d)).about(it.date_key)
    k = asked(scene, it.subject, p, x, d)
    first = answered_first(it, k, d)
    if first is not None:
        return first
    if k.undated is not None:
        outcome = not_stated("4", "answer-undated", consultation=k.undated.at)
        return outcome.missing((k.undated, "answered_on")).related_to(k.undated)
    if not it.chooser:
        return not_stated("5", "no-chooser").about(it.key).missing((x, it.key))
    if k.earliest is None:
        outcome = not_met(it.severity, "6", "never-asked", chooser=it.chooser)
        return not_theirs(scene, outcome, p, it.chooser, asked_whom(scene, it.subject, x)).about(it.key)
    if d is None:
        return not_stated("7", "choice-undated").about(it.date_key).missing((x, it.date_key)).related_to(k.earliest)
    return not_theirs(scene, too_late(it, k, k.earliest, d), p, it.chooser).about(it.date_key)


def answered_first(it: Choosing, k: Asked, d: When | None) -> Outcome | None:
    """Line 3: an answer of any kind in time."""
    if k.before is not None:
        # Before the invitation isn't yet before the choice.
        outcome = (
            judge("3", "choice-undated") if it.by_invitation else met("3", "asked-first", consultation=k.before.at)
        )
        return outcome.about(it.date_key).related_to(k.before)
    if k.same_day is not None and d is not None:
        outcome = judge("3", "same-day", consultation=k.same_day.at, on=day(d))
        return outcome.about(it.date_key).related_to(k.same_day)
    return None


def too_late(it: Choosing, k: Asked, earliest: Consultation, d: When) -> Outcome:
    """Lines 8 to 11: they were asked, and the choice didn't wait for the answer."""
    if k.late is not None:
        outcome = not_met(it.severity, "8", "decided-while-waiting", consultation=k.late.at, on=day(d))
        return outcome.related_to(k.late)
    c = k.waiting
    if c is not None and k.overdue and c.reply_by is not None:
        outcome = warning("9", "silence-is-not-agreement", consultation=c.at, reply_by=day(c.reply_by))
        return outcome.related_to(c)
    if c is not None:
        return not_met(it.severity, "10", "decided-while-waiting", consultation=c.at, on=day(d)).related_to(c)
    outcome = not_met(it.severity, "11", "asked-afterwards", consultation=earliest.at, on=day(d))
    return outcome.related_to(earliest)


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Hand the choice over; begin a consultation; give the times of two dates of one day; say what isn't said."""
    if not isinstance(x, Place | Decision):
        return
    if outcome.result == NOT_MET:
        if isinstance(x, Place):
            yield Choice("choice", "hand-over", hand_over(x))
        about, ref = ("speakers", x.at) if isinstance(x, Place) else (x.what, x.ref)
        yield Choice("template", "ask", [ask(scene, about, ref, tuple(theirs(scene, populations)))])
    if outcome.message_id == "same-day" and outcome.result == TO_BE_JUDGED:
        yield Choice("template", "say-times", tuple(times(x, outcome)))
    if outcome.result == NOT_STATED:
        for path, key in outcome.keys:
            yield Choice("template", "fill-in", [Comment(path, (f"# {key} =   # {at_of(x, outcome, path)}",))], key=key)


def at_of(x: Place | Decision, outcome: Outcome, path: Path) -> str:
    """The address of the object a key is missing from: this one, or a consultation of the story."""
    return next((c.at for c in outcome.related if c.path == path), x.at)


def times(x: Place | Decision, outcome: Outcome) -> Iterator[Comment]:
    """Under each of the two dates of one day: the same date, with its time left open."""
    if isinstance(x, Place) and x.chosen_on is None:
        yield template(x, "chosen_on")
    else:
        key, chosen = ("chosen_on", x.chosen_on) if isinstance(x, Place) else ("made_on", x.made_on)
        yield timed(x, key, chosen)
    for c in outcome.related:
        if isinstance(c, Consultation):
            yield timed(c, "answered_on", c.answered_on)


def timed(table: Table, key: str, date: When | None) -> Comment:
    """A comment with a date of the plan and an open time."""
    on = day(date).isoformat() if date is not None else ""
    return Comment(table.path, (f"# {key} = {on}T--:--:--   # {table.at}",))


CON_1 = rule(
    "CON-1",
    "asked-before-designation",
    set="allyship",
    severity="error",
    passages=("L4",),
    stage="inviting",
    judged_by="community",
    settles=("9",),
    reads=(
        "chosen_by",
        "chosen_on",
        "invited_on",
        "made_by",
        "made_on",
        "organisations.led_by",
        "consultations[speakers]",
        "consultations[moderator]",
    ),
    what="The community's organisations are asked before anybody is designated to carry its voice. Silence isn't "
    "agreement.",
    why="Asked afterwards, or not at all, an organisation can only accept what is done or protest against it. What it "
    "knows of who can speak, and safely, comes too late.",
    remedy="Leave the choice to an organisation of the community, or ask it with time to answer, and wait for the "
    "answer before anybody is designated.",
    question="Did your answer come first, and was the question open enough for another answer?",
    messages={
        "chose-themselves": "An organisation of the community made the choice, so there was nobody else to ask.",
        "choice-ahead": "The choice is set down for {on}; a day still to come shows nothing yet.",
        "asked-first": "The answer to {consultation} came before the choice.",
        "choice-undated": "The plan doesn't say when the choice was made, so nothing shows if an answer came first.",
        "same-day": "The answer to {consultation} and the choice are both dated {on}; the dates can't show which came "
        "first.",
        "answer-undated": "An answer to {consultation} is recorded, without its day.",
        "no-chooser": "The plan doesn't say who made the choice.",
        "never-asked": "{chooser} chose, and the plan records no question to an organisation of the community.",
        "decided-while-waiting": "By {on} the choice was made, while an answer to {consultation} was still to come.",
        "silence-is-not-agreement": "No answer to {consultation} came by {reply_by}, and the choice was made without "
        "one. Silence isn't agreement.",
        "asked-afterwards": "By {on} the choice was made; the question ({consultation}) came later. An answer could no "
        "longer change it.",
        **REMARKS,
    },
    checks=(on_places(spoken_for, decide), on_decisions(designated, decide)),
    choices=offer,
    choice_titles={
        "hand-over": "Hand the choice over: open the place again for its organisation to fill",
        "ask": "Add the lines of a consultation, to be filled in",
        "say-times": "Add lines for the times of the two dates, to be filled in",
        "fill-in": "Add a line for `{key}`, to be filled in",
    },
    examples=(
        example(
            "5a a national organisation of theirs chose",
            "met s1 chose-themselves sex-workers",
            """
stage = "inviting"
as_of = 2026-12-15
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net",
    chosen_on = 2026-12-10 }]
""",
        ),
        example(
            "5b an ally chose, and asked nobody",
            "not-met/error s1 never-asked sex-workers | chooser=ally",
            """
stage = "inviting"
as_of = 2026-12-15
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-10 }]
""",
        ),
        example(
            "7a answered and chosen on one day",
            "to-be-judged s1 same-day sex-workers | consultation=c1 on=2026-12-20",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "7b answered in the morning, chosen in the afternoon",
            "met s1 asked-first sex-workers | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T09:00:00, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20T16:00:00 }]
""",
        ),
        example(
            "7c chosen in the morning, answered in the afternoon",
            "not-met/error s1 decided-while-waiting sex-workers | consultation=c1 on=2026-12-20",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T16:00:00, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20T09:00:00 }]
""",
        ),
        example(
            "7d on one day, and the network chose",
            "met s1 chose-themselves sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "offsets are compared as instants, whatever the dates; without a time zone one offset decides nothing",
            """
            not-met/error s1 decided-while-waiting sex-workers | consultation=c1 on=2026-12-21
            to-be-judged s2 same-day sex-workers | consultation=c2 on=2026-12-20
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "s1", asked_on = 2026-12-01,
    answered_on = 2026-12-20T23:30:00-05:00, outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], ref = "s2", asked_on = 2026-12-01,
    answered_on = 2026-12-20T09:00:00, outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-21T01:00:00+00:00 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20T16:00:00+00:00 } ]
""",
        ),
        example(
            "15a silence isn't agreement",
            "not-met/warning s1 silence-is-not-agreement sex-workers | consultation=c1 reply_by=2026-11-20",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01,
    reply_by = 2026-11-20 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true, chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "15b a refusal is an answer",
            "met s1 asked-first sex-workers | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01,
    reply_by = 2026-11-20, answered_on = 2026-11-15, outcome = "declined" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true, chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "15c no day to answer by, and no waiting",
            "not-met/error s1 decided-while-waiting sex-workers | consultation=c1 on=2026-12-01",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true, chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "one of two is still within its time",
            "not-met/error s1 decided-while-waiting sex-workers | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, reply_by = 2026-12-01 },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-02, reply_by = 2026-11-20 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "asked on the day of the choice, and no answer awaited",
            "not-met/error s1 decided-while-waiting sex-workers | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "an answer still to come doesn't count",
            "not-met/error s1 decided-while-waiting sex-workers | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01,
    reply_by = 2026-11-20, answered_on = 2027-02-01, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "asked after the choice; a question still to be asked doesn't exist",
            "not-met/error s1 asked-afterwards sex-workers | consultation=c2 on=2026-12-01",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-20, answered_on = 2026-12-22,
      outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-02, answered_on = 2026-12-03,
      outcome = "agreed" },
  { id = "c3", by = "ally", with = "net", about = ["speakers"], asked_on = 2027-02-02 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "an objection in time satisfies this rule; another population's answer doesn't",
            """
            met s1 asked-first sex-workers | consultation=c1
            not-met/error s2 never-asked people-who-use-drugs | chooser=forum
            """,
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers", "people-who-use-drugs"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo", roles = ["lead"] } ]
consultations = [
  { id = "c1", by = "forum", with = "net", about = ["speakers"], asked_on = 2026-11-01, answered_on = 2026-11-20,
      outcome = "objected", reason = "time" },
  { id = "c2", by = "forum", with = "wnet", about = ["speakers"], asked_on = 2026-11-01, answered_on = 2026-11-20,
      outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "forum", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "dnet", represents = ["people-who-use-drugs"], chosen_by = "forum",
      chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "only the day of the invitation is known",
            """
            to-be-judged s1 choice-undated sex-workers
            not-met/error s2 decided-while-waiting sex-workers | consultation=c2 on=2026-11-15
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "p", asked_on = 2026-11-01,
      answered_on = 2026-11-20, outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], ref = "s2", asked_on = 2026-11-01,
      answered_on = 2026-11-20, outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    invited_on = 2026-12-01 }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    invited_on = 2026-11-15 }]
""",
        ),
        example(
            "what isn't stated",
            """
            not-stated s1 answer-undated sex-workers | consultation=c1
            not-stated s2 no-chooser sex-workers
            not-stated s3 choice-undated sex-workers
            not-yet s4 choice-ahead sex-workers | on=2027-02-01
            not-applicable m1 not-applicable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "s1", asked_on = 2026-11-01, outcome = "partly" },
  { id = "c3", by = "ally", with = "net", about = ["speakers"], ref = "s3", asked_on = 2026-11-01,
      answered_on = 2026-11-02, outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_on = 2026-12-01 },
  { id = "s3", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "s4", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2027-02-01 },
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
      chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "decisions on who speaks and who moderates",
            """
            not-met/error decisions[0] never-asked sex-workers | chooser=ally
            not-met/warning decisions[1] never-asked sex-workers | chooser=ally
            met decisions[2] chose-themselves sex-workers
            met decisions[3] asked-first sex-workers | consultation=c1
            not-stated decisions[4] no-chooser sex-workers
            not-applicable decisions[5] not-applicable
            not-applicable decisions[6] not-applicable
            not-applicable decisions[7] not-applicable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
decisions = [
  { what = "speakers", ref = "p", made_on = 2026-12-01, made_by = ["ally"] },
  { what = "moderator", ref = "p", made_on = 2026-12-01, made_by = ["ally"] },
  { what = "speakers", ref = "p", made_on = 2026-12-01, made_by = ["ally", "net"] },
  { what = "moderator", ref = "m1", made_on = 2026-12-01, made_by = ["ally"] },
  { what = "speakers", ref = "p", made_on = 2026-12-01, made_by = [] },
  { what = "speakers", made_on = 2026-12-01, made_by = ["ally"] },
  { what = "agenda", ref = "p", made_on = 2026-12-01, made_by = ["ally"] },
  { what = "speakers", ref = "t", made_on = 2026-12-01, made_by = ["ally"] } ]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["moderator"], ref = "q", asked_on = 2026-11-01,
    answered_on = 2026-11-02, outcome = "agreed" }]
statements = [{ id = "t", title = "Text", drafters = ["net"] }]
[[panels]]
id = "p"
title = "Panel"
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "m1", role = "moderator", organisation = "ally" }]
""",
        ),
        example(
            "the network says that its silence was an agreement",
            "met s1 silence-is-not-agreement sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01,
    reply_by = 2026-11-20 }]
judgements = [{ rule = "CON-1", at = "s1", verdict = "met", by = "net", on = 2027-01-08 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
    ),
)
