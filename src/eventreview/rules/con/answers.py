"""CON-3: what became of an answer, and whether those who gave it were told."""

from __future__ import annotations

import datetime

from eventreview.plan.model import Consultation, Statement
from eventreview.plan.moments import day
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import MET, NOT_APPLICABLE, error, judge, met, not_stated, not_yet, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_consultations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def asked_of(scene: Scene, c: Table) -> tuple[str, ...]:
    """The populations that a consultation is about and that lead the organisation asked."""
    if not isinstance(c, Consultation):
        return ()
    return tuple(p for p in scene.about(c) if scene.led(c.with_, p))


def answered(scene: Scene, c: Consultation) -> tuple[str, ...]:
    """A consultation of theirs that was asked by today and has an answer."""
    has_answer = c.outcome not in (None, "no-answer") or c.answered_on is not None
    return ONCE if has_answer and scene.past(c.asked_on) and asked_of(scene, c) else NOT_HERE


def decide(scene: Scene, c: Consultation, _: str) -> Outcome:
    """Whether the answer changed something, or got a reason that was given back."""
    if c.answered_on is not None and scene.ahead(c.answered_on):
        return not_yet("1", "answer-ahead", answered_on=day(c.answered_on)).about("answered_on")
    if c.outcome is None:
        return not_stated("2", "outcome-of", consultation=c.at).about("outcome").missing((c, "outcome"))
    if c.outcome in ("agreed", "declined"):
        return met("3").about("outcome")
    if c.outcome == "changed":
        if c.changes is not None:
            return met("4").about("changes")
        return not_stated("4", "what-changed").about("changes").missing((c, "changes"))
    overridden = c.outcome == "objected" and stands(scene, c)
    if overridden and c.reason is None:
        return error("5", "overridden-without-reason", consultation=c.at).about("reason")
    due = reply_due(scene, c)
    if due is not None:
        return not_yet("6", "reply-due", until=due).about("reply_given_on")
    if c.reply_given_on is None:
        return warning("7", "no-word-back", consultation=c.at).about("reply_given_on")
    if overridden:
        return judge("8", "overridden-with-reason", consultation=c.at).about("reason")
    if c.changes is not None or c.reason is not None:
        return met("9", "taken-up").about("changes" if c.changes is not None else "reason")
    outcome = not_stated("10", "what-became", consultation=c.at)
    return outcome.about("changes").missing((c, "changes"), (c, "reason"))


def reply_due(scene: Scene, c: Consultation) -> datetime.date | None:
    """The day by which word is to be given back, while it hasn't come; None afterwards, or where no day is known."""
    if c.reply_given_on is not None:
        return c.reply_given_on if scene.ahead(c.reply_given_on) else None
    if c.answered_on is None:
        return None
    until = day(c.answered_on) + datetime.timedelta(days=scene.thresholds.reply_days)
    return until if scene.today <= until else None


def stands(scene: Scene, c: Consultation) -> bool:
    """Whether what was objected to is as it was: a decision, a place or a text without them."""
    if c.changes is not None:
        return False
    return decided(scene, c) or chosen(scene, c) or written(scene, c)


def decided(scene: Scene, c: Consultation) -> bool:
    """A decision on the subject, made without whoever was asked."""
    return any(
        scene.past(e.made_on) and c.with_ not in e.made_by and scene.relevant_for_decision(c, e)
        for e in scene.plan.decisions
    )


def chosen(scene: Scene, c: Consultation) -> bool:
    """A place for which somebody was chosen by others."""
    populations = asked_of(scene, c)

    def by_others(s: Place) -> bool:
        if s.chosen_by is None or s.chosen_by == c.with_ or scene.ahead(s.chosen_on):
            return False
        if s.role == "moderator" and scene.live(s) and scene.relevant(c, "moderator", s):
            concerned = [p for p in populations if p in scene.about(s)]
        elif scene.panel_seat(s) and scene.relevant(c, "speakers", s):
            concerned = [p for p in populations if scene.voice(s, p)]
        else:
            return False
        return any(not scene.led(s.chosen_by, p) for p in concerned)

    return any(by_others(s) for s in scene.places())


def written(scene: Scene, c: Consultation) -> bool:
    """A text that is final or out."""
    if "statement" not in c.about:
        return False
    target = scene.plan.object_of(c.ref)
    populations = asked_of(scene, c)
    texts = (
        (target,)
        if isinstance(target, Statement)
        else tuple(t for t in scene.plan.statements if any(p in scene.about(t) for p in populations))
    )
    return any(scene.past(t.finalised_on) or scene.past(t.published_on) for t in texts)


def offer(scene: Scene, c: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for what became of the answer, and for the word given back."""
    if not isinstance(c, Consultation) or outcome.result in (MET, NOT_APPLICABLE) or outcome.line in ("1", "6"):
        return
    keys = list(WANTED.get(outcome.line, ()))
    absent = [key for key in keys if not c.has(key)]
    if absent:
        yield Choice("template", "fill-in", [template(c, *absent, ask=tuple(organisers(scene)))])


# By the line of the list: what is still to be said.
WANTED = {
    "2": ("outcome",),
    "4": ("changes",),
    "5": ("changes", "reason", "reply_given_on", "reply_summary"),
    "7": ("changes", "reason", "reply_given_on", "reply_summary"),
    "8": ("changes", "reply_summary"),
    "10": ("changes", "reason"),
}

CON_3 = rule(
    "CON-3",
    "answer-taken-up",
    set="allyship",
    severity="warning",
    passages=("D3", "L4", "L5", "L6"),
    stage="drafting",
    judged_by="community",
    settles=("7",),
    concerns=asked_of,
    reads=(
        "outcome",
        "changes",
        "reason",
        "reply_given_on",
        "reply_summary",
        "decisions.what",
        "decisions.ref",
        "decisions.made_by",
        "decisions.made_on",
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.chosen_by",
        "speakers.chosen_on",
        "statements.finalised_on",
        "statements.published_on",
    ),
    what="An answer changes something, or gets a reason that is given back to whoever answered.",
    why="People who give their time to answer and hear nothing more learn that the question was a form to fill in, and "
    "the next one finds less trust.",
    remedy="Change what was objected to, or give the reason. Then tell the organisation what became of its answer, and "
    "record the day.",
    question="Is the reason one you accept?",
    messages={
        "answer-ahead": "The answer is dated {answered_on}; a day still to come shows nothing yet.",
        "outcome-of": "There is an answer, and the plan doesn't say what it was.",
        "met": "The answer was an agreement, the wish to take no part, or a change that was made.",
        "what-changed": "Something was changed at their request, and the plan doesn't say what.",
        "overridden-without-reason": "What they objected to stands as it was, and no reason is recorded. To whoever "
        "answered, the question may look settled beforehand.",
        "reply-due": "There is time until {until} to tell the organisation what became of its answer.",
        "no-word-back": "The plan doesn't show that the organisation was told what became of its answer.",
        "overridden-with-reason": "What they objected to stands as it was, and a reason was given back.",
        "taken-up": "The organisation was told what became of its answer.",
        "what-became": "Word was given back, and the plan says neither what changed nor why nothing did.",
    },
    checks=(on_consultations(answered, decide),),
    choices=offer,
    choice_titles={"fill-in": "Add lines for what became of the answer, to be filled in"},
    examples=(
        example(
            "15 silence gets no reply, a refusal needs none",
            """
            not-applicable c1 not-applicable
            not-applicable c2 not-applicable
            met c3 met
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, reply_by = 2026-11-20 },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, reply_by = 2026-11-20,
      outcome = "no-answer" },
  { id = "c3", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "declined" } ]
""",
        ),
        example(
            "not theirs, not asked yet, or about somebody else",
            """
            not-applicable c1 not-applicable
            not-applicable c2 not-applicable
            not-applicable c3 not-applicable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "net", with = "ally", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["agenda"], asked_on = 2027-02-01, outcome = "objected" },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], ref = "p", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" } ]
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
""",
        ),
        example(
            "changed: what, or not said what; agreed; no word for the answer; an answer to come",
            """
            met c1 met
            not-stated c2 what-changed
            met c3 met
            not-stated c4 outcome-of | consultation=c4
            not-yet c5 answer-ahead | answered_on=2027-02-01
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "changed", changes = "the title" },
  { id = "c2", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "changed" },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "agreed" },
  { id = "c4", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15 },
  { id = "c5", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2027-02-01,
      outcome = "agreed" } ]
""",
        ),
        example(
            "objected to, and the seat stands as others chose it",
            "not-met/error c1 overridden-without-reason | consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "p", asked_on = 2026-11-01,
    answered_on = 2027-01-09, outcome = "objected" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-11-20 }]
""",
        ),
        example(
            "objected to, and the decision, the moderator and the text stand",
            """
            not-met/error c1 overridden-without-reason
            not-met/error c2 overridden-without-reason
            not-met/error c3 overridden-without-reason
            not-met/error c4 overridden-without-reason
            """,
            """
stage = "published"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["moderator"], ref = "m1", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" },
  { id = "c3", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" },
  { id = "c4", by = "ally", with = "net", about = ["statement"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "objected" } ]
decisions = [{ what = "budget", made_on = 2026-10-01, made_by = ["ally"] }]
statements = [{ id = "t", title = "Text", drafters = ["ally"], finalised_on = 2026-12-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "m1", role = "moderator", organisation = "ally", chosen_by = "ally" }]
""",
        ),
        example(
            "objected to, and nothing stands: another panel, their own choice, a choice to come, a change",
            """
            not-met/warning c1 no-word-back
            not-met/warning c2 no-word-back
            not-met/warning c3 no-word-back
            not-met/warning c4 no-word-back
            """,
            """
stage = "published"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "q", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], ref = "s2", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" },
  { id = "c3", by = "ally", with = "net", about = ["speakers"], ref = "s3", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected" },
  { id = "c4", by = "ally", with = "net", about = ["speakers"], ref = "s1", asked_on = 2026-11-01,
      answered_on = 2026-11-15, outcome = "objected", changes = "the order" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "s3", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2027-02-01 } ]
[[panels]]
id = "q"
title = "Another panel"
""",
        ),
        example(
            "nor does a decision still to come stand, nor the choice of another organisation of theirs",
            """
            not-met/warning c1 no-word-back
            not-met/warning c2 no-word-back
            """,
            """
stage = "published"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "other", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2026-11-01, answered_on = 2026-11-15,
    outcome = "objected" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, answered_on = 2026-11-15,
    outcome = "objected" } ]
decisions = [{ what = "budget", made_on = 2027-02-01, made_by = ["ally"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "other" }]
""",
        ),
        example(
            "time to reply: to the last day, and no longer",
            """
            not-yet c1 reply-due | until=2027-01-10
            not-met/warning c2 no-word-back | consultation=c2
            not-yet c3 reply-due | until=2027-02-01
            """,
            """
stage = "drafting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-12-27,
      outcome = "partly" },
  { id = "c2", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-12-26,
      outcome = "partly" },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "partly", reply_given_on = 2027-02-01 } ]
""",
        ),
        example(
            "word was given back",
            """
            to-be-judged c1 overridden-with-reason
            met c2 taken-up
            not-stated c3 what-became
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "objected", reason = "the funder's date", reply_given_on = 2026-12-01 },
  { id = "c2", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "partly", changes = "the order", reply_given_on = 2026-12-01 },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01, answered_on = 2026-11-15,
      outcome = "partly", reply_given_on = 2026-12-01 } ]
decisions = [{ what = "budget", made_on = 2026-12-01, made_by = ["ally"] }]
""",
        ),
        example(
            "an objection with a reason is told, too",
            "not-met/warning c1 no-word-back",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["budget"], asked_on = 2026-11-01,
    answered_on = 2026-11-15, outcome = "objected", reason = "the funder's date" }]
decisions = [{ what = "budget", made_on = 2026-12-01, made_by = ["ally"] }]
""",
        ),
        example(
            "the network says that it was told in another way",
            "met c1 no-word-back",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-11-01,
    answered_on = 2026-11-15, outcome = "partly" }]
judgements = [{ rule = "answer-taken-up", at = "c1", verdict = "met", by = "net", on = 2027-01-08 }]
""",
        ),
    ),
)
