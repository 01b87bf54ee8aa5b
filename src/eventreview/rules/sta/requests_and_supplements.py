"""STA-3: whether a request of the community's gets an answer with reasons, and an added text repairs."""

from __future__ import annotations

import datetime

from eventreview.plan.edits import Comment, Set
from eventreview.plan.model import Statement
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import error, judge, met, not_applicable, not_stated, not_yet, strongest, warning
from eventreview.rules.process import days, is_final
from eventreview.rules.rule import Choice, example, on_statements, rule
from eventreview.rules.sta.own_populations import own_populations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Request
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def concerned(scene: Scene, x: Statement) -> tuple[str, ...]:
    """Those whose organisations made a request; of a supplement everybody it is about."""
    asking = {p for r in x.requests for p in own_populations(scene, r.by, x)}
    about = scene.about(x) if main_of(scene, x) is not None else ()
    return scene.expanded((*asking, *about))


def main_of(scene: Scene, x: Statement) -> Statement | None:
    """The text that this one is a supplement to."""
    main = scene.plan.object_of(x.supplement_to)
    return main if isinstance(main, Statement) else None


def decide(scene: Scene, x: Statement, p: str) -> Outcome:
    """A part for each request of theirs, and three for a supplement."""
    parts = [request_answered(scene, x, r) for r in requests_of(scene, x, p)]
    main = main_of(scene, x)
    if main is not None and p in scene.about(x):
        parts += [linked(scene, x, main), signed_alike(x, main), in_good_time(scene, x, main)]
    return strongest(parts)


def requests_of(scene: Scene, x: Statement, p: str) -> list[Request]:
    """The requests of a population's organisations."""
    return [r for r in x.requests if p in own_populations(scene, r.by, x)]


def request_answered(scene: Scene, x: Statement, r: Request) -> Outcome:
    """Part a, for one request."""
    return decide_request(scene, x, r).about("requests")


def decide_request(scene: Scene, x: Statement, r: Request) -> Outcome:
    """Lines a1 to a4."""
    if scene.ahead(r.asked_on):
        return not_yet("a1", "request-on", asked_on=r.asked_on)
    if r.answer == "accepted":
        return met("a1")
    if r.answer is None:
        if is_final(scene, x):
            return warning("a2", "unanswered", by=r.by, days=days(r.asked_on, scene.today))
        return not_yet("a2", "answer-awaited", by=r.by)
    if r.reason is None:
        if r.answer == "refused":
            return error("a3", "refused-without-reason", by=r.by)
        return warning("a3", "partly-without-reason", by=r.by)
    added = next((s for s in supplements(scene, x) if scene.past(s.published_on)), None)
    if r.answer == "refused" and added is not None:
        return warning("a4", "repair-not-inclusion", by=r.by, supplement=added.at).related_to(added)
    return judge("a4", "reason-given", by=r.by)


def supplements(scene: Scene, x: Statement) -> list[Statement]:
    """The texts that were added to this one, in the order of the file."""
    return [s for s in scene.plan.statements if s.supplement_to is not None and s.supplement_to == x.at]


def linked(scene: Scene, x: Statement, main: Statement) -> Outcome:
    """Part b."""
    if not scene.past(x.published_on):
        return not_applicable("b1")
    if x.linked_from_main is None:
        return not_stated("b1", "link-missing").about("linked_from_main").missing((x, "linked_from_main"))
    if x.linked_from_main is False:
        return warning("b1", "not-linked", main=main.at).about("linked_from_main").related_to(main)
    return met("b1").about("linked_from_main")


def signed_alike(x: Statement, main: Statement) -> Outcome:
    """Part c; an empty array says no more than an absent key."""
    unsaid = [text for text in (main, x) if not text.signatories]
    if unsaid:
        outcome = not_stated("c1", "signatories-missing").missing(*((text, "signatories") for text in unsaid))
        return outcome.about("signatories").related_to(main)
    fewer = tuple(o for o in main.signatories or () if o not in (x.signatories or ()))
    if fewer:
        return warning("c1", "fewer-signatories", organisations=fewer).about("signatories").related_to(main)
    return met("c1").about("signatories")


def in_good_time(scene: Scene, x: Statement, main: Statement) -> Outcome:
    """Part d; days count from the day the main text came out."""
    out = main.published_on
    if out is None:
        return not_stated("d1", "main-date-missing", main=main.at).missing((main, "published_on")).related_to(main)
    if scene.ahead(out):
        return not_yet("d1", "main-on", main=main.at, published_on=out).related_to(main)
    allowed = scene.thresholds.supplement_days
    if x.published_on is not None and scene.past(x.published_on):
        after = days(out, x.published_on)
        outcome = warning("d2", "late", days=after) if after > allowed else met("d2")
    elif days(out, scene.today) > allowed:
        outcome = warning("d2", "not-out-yet", days=days(out, scene.today))
    else:
        outcome = not_yet("d2", "due", due=out + datetime.timedelta(days=allowed))
    return outcome.about("published_on").related_to(main)


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The link, once it is there; lines for an answer and its reason, and for signatures that only others can give."""
    if not isinstance(x, Statement):
        return
    said = {outcome.message_id, *(part.message_id for part in outcome.parts)}
    if said & {"link-missing", "not-linked"}:
        yield Choice("choice", "linked", (Set((*x.path, "linked_from_main"), True),))
    main = main_of(scene, x)
    if "fewer-signatories" in said and main is not None:
        fewer = [o for o in main.signatories or () if o not in (x.signatories or ())]
        lines = tuple(f"# signatories:   # {x.at}: {o}, once it agrees, with its own sign_off" for o in fewer)
        yield Choice("template", "ask-signatories", (Comment(x.path, lines),))
    for text in (main, x) if "signatories-missing" in said and main is not None else ():
        if not text.signatories and not text.has("signatories"):
            yield Choice(
                "template", "fill-in", (template(text, "signatories", ask=tuple(organisers(scene))),), at=text.at
            )
    yield from offer_answers(scene, x, populations)


def offer_answers(scene: Scene, x: Statement, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for what a request still lacks."""
    known = ", ".join(organisers(scene))
    for r in dict.fromkeys(r for p in populations for r in requests_of(scene, x, p)):
        wanted = ("answer", "reason") if r.answer is None else ("reason",) if r.answer != "accepted" else ()
        absent = [key for key in wanted if not r.has(key)]
        if absent and scene.past(r.asked_on):
            lines = tuple(f"# {key} =   # {x.at}, {r.by}" + (f": {known}" if known else "") for key in absent)
            yield Choice("template", "say-answer", (Comment(r.path, lines),), by=r.by)


# What most examples share: a main text with a request, and a text added to it.
ASKED = """
stage = "published"
as_of = 2027-03-10
"""

STA_3 = rule(
    "STA-3",
    "supplement-is-not-inclusion",
    set="allyship",
    severity="error",
    passages=("F8",),
    stage="published",
    judged_by="community",
    settles=("a2", "a3", "a4", "b1", "c1", "d2"),
    reads=(
        "requests",
        "supplement_to",
        "linked_from_main",
        "published_on",
        "signatories",
        "statements.supplement_to",
        "statements.published_on",
        "statements.signatories",
    ),
    what="A request from the community gets an answer with its reasons. A text added afterwards repairs; it doesn't "
    "replace.",
    why="Where a request stays without an answer, or an added text is hard to find, the main text goes on speaking alone "
    "of people whom it leaves out.",
    remedy="Answer each request and give the reason. Put an added text beside the main one, with a link and without "
    "delay, and ask those who signed the main one whether they sign it too.",
    question="Does the added text repair it, and is the reason acceptable?",
    messages={
        "met": "Each request has its answer, and an added text stands beside the main one.",
        "request-on": "A request is set down for {asked_on}.",
        "unanswered": (
            "The request of {by} has been without an answer for {days} day; the text is final.",
            "The request of {by} has been without an answer for {days} days; the text is final.",
            "days",
        ),
        "answer-awaited": "An answer to the request of {by} is awaited; the text can still change.",
        "refused-without-reason": "The request of {by} was turned down, and no reason is recorded.",
        "partly-without-reason": "The request of {by} was followed in part, and no reason is recorded for the rest.",
        "repair-not-inclusion": "The request of {by} was turned down, and {supplement} was added instead. An added text "
        "repairs; it doesn't include.",
        "reason-given": "The request of {by} wasn't followed, or not in full, and a reason is recorded.",
        "link-missing": "The plan doesn't say whether the main text links to this one.",
        "not-linked": "{main} doesn't link to this text, so those who read it don't learn of this one.",
        "signatories-missing": "The plan doesn't say who signed this text, or who signed the main one.",
        "fewer-signatories": "They signed the main text, and not this one: {organisations}.",
        "main-date-missing": "The plan doesn't say when {main} came out.",
        "main-on": "{main} is to come out on {published_on}.",
        "late": (
            "This text came out {days} day after the main one.",
            "This text came out {days} days after the main one.",
            "days",
        ),
        "not-out-yet": (
            "The main text came out {days} day ago, and this one isn't out.",
            "The main text came out {days} days ago, and this one isn't out.",
            "days",
        ),
        "due": "There is time until {due} to put this text out.",
    },
    checks=(on_statements(concerned, decide),),
    choices=offer,
    choice_titles={
        "linked": "The main text links to this one now",
        "ask-signatories": "Add lines for the signatures that are missing, each for its organisation's own agreement",
        "fill-in": "Add a line for those who signed {at}, to be filled in",
        "say-answer": "Add lines for the answer to {by}, to be filled in",
    },
    examples=(
        example(
            "accepted; to be made; without an answer, final and open",
            """
            met t met sex-workers
            not-yet u request-on sex-workers | asked_on=2027-03-11
            not-met/warning v unanswered sex-workers | by=net days=9
            not-yet w answer-awaited sex-workers | by=net
            """,
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-01,
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "accepted" }] },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-03-01,
      requests = [{ by = "net", asked_on = 2027-03-11, ask = "x", answer = "refused" }] },
  { id = "v", title = "Text", drafters = ["ally"], published_on = 2027-03-01,
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x" }] },
  { id = "w", title = "Text", drafters = ["ally"], finalised_on = 2027-03-11,
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x" }] } ]
""",
        ),
        example(
            "turned down or followed in part, without a reason and with one",
            """
            not-met/error t refused-without-reason sex-workers | by=net
            not-met/warning u partly-without-reason sex-workers | by=net
            to-be-judged v reason-given sex-workers | by=net
            to-be-judged w reason-given sex-workers | by=net
            """,
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "refused" }] },
  { id = "u", title = "Text", drafters = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "partly" }] },
  { id = "v", title = "Text", drafters = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "refused", reason = "y" }] },
  { id = "w", title = "Text", drafters = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "partly", reason = "y" }] } ]
""",
        ),
        example(
            "turned down, and texts added instead: the first that is out",
            """
            not-met/warning t repair-not-inclusion sex-workers | by=net supplement=b
            to-be-judged u reason-given sex-workers
            not-yet a due sex-workers | due=2027-03-31
            met b met sex-workers
            met c met sex-workers
            met d met sex-workers
            """,
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-01, signatories = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "refused", reason = "y" }] },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-03-01, signatories = ["ally"],
      requests = [{ by = "net", asked_on = 2027-03-01, ask = "x", answer = "partly", reason = "y" }] },
  { id = "a", title = "Added", drafters = ["net"], published_on = 2027-03-11, signatories = ["ally"],
      supplement_to = "t" },
  { id = "b", title = "Added", drafters = ["net"], published_on = 2027-03-10, signatories = ["ally", "net"],
      supplement_to = "t", linked_from_main = true },
  { id = "c", title = "Added", drafters = ["net"], published_on = 2027-03-09, signatories = ["ally"],
      supplement_to = "t", linked_from_main = true },
  { id = "d", title = "Added", drafters = ["net"], published_on = 2027-03-09, signatories = ["ally"],
      supplement_to = "u", linked_from_main = true } ]
""",
        ),
        example(
            "an added text that nobody finds, signed by fewer, and late: all three are said",
            "not-met/warning add not-linked sex-workers | main=t",
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-01-01, signatories = ["ally", "net"] },
  { id = "add", title = "Added", drafters = ["net"], published_on = 2027-02-01, signatories = ["ally"],
      supplement_to = "t", linked_from_main = false } ]
""",
        ),
        example(
            "exactly thirty days, and one more; before the main text; not out in time, and on the last day for it",
            """
            met a met sex-workers
            not-met/warning b late sex-workers | days=31
            met c met sex-workers
            not-met/warning d not-out-yet sex-workers | days=68
            not-met/warning e fewer-signatories sex-workers | organisations=net
            not-yet f due sex-workers | due=2027-03-10
            """,
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-01-01, signatories = ["net"] },
  { id = "a", title = "Added", drafters = ["net"], published_on = 2027-01-31, signatories = ["ally", "net"],
      supplement_to = "t", linked_from_main = true },
  { id = "b", title = "Added", drafters = ["net"], published_on = 2027-02-01, signatories = ["net"],
      supplement_to = "t", linked_from_main = true },
  { id = "c", title = "Added", drafters = ["net"], published_on = 2026-12-01, signatories = ["net"],
      supplement_to = "t", linked_from_main = true },
  { id = "d", title = "Added", drafters = ["net"], published_on = 2027-03-11, signatories = ["net"],
      supplement_to = "t", linked_from_main = false },
  { id = "e", title = "Added", drafters = ["net"], published_on = 2027-01-31, signatories = ["ally"],
      supplement_to = "t", linked_from_main = true },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-02-08, signatories = ["net"] },
  { id = "f", title = "Added", drafters = ["net"], signatories = ["net"], supplement_to = "u" } ]
""",
        ),
        example(
            "what isn't said of an added text",
            """
            not-stated a link-missing sex-workers
            not-stated b signatories-missing sex-workers
            not-stated c main-date-missing sex-workers | main=u
            not-yet d main-on sex-workers | main=v published_on=2027-03-11
            """,
            ASKED
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-01, signatories = ["ally"] },
  { id = "u", title = "Text", drafters = ["ally"], signatories = ["ally"] },
  { id = "v", title = "Text", drafters = ["ally"], published_on = 2027-03-11, signatories = ["ally"] },
  { id = "a", title = "Added", drafters = ["net"], published_on = 2027-03-02, signatories = ["ally"],
      supplement_to = "t" },
  { id = "b", title = "Added", drafters = ["net"], published_on = 2027-03-02, signatories = [],
      supplement_to = "t", linked_from_main = true },
  { id = "c", title = "Added", drafters = ["net"], published_on = 2027-03-02, signatories = ["ally"],
      supplement_to = "u", linked_from_main = true },
  { id = "d", title = "Added", drafters = ["net"], signatories = ["ally"], supplement_to = "v" } ]
""",
        ),
        example(
            "requests: for those the text is about, else for those who lead whoever asks; an ally's isn't this rule's",
            """
            not-met/error t refused-without-reason sex-workers | by=both
            not-met/error u refused-without-reason trans-people | by=tnet
            not-applicable v not-applicable
            """,
            ASKED
            + """
organisations = [
  { id = "both", name = "Lantern Tide (fictional)", led_by = ["trans-people", "sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
statements = [
  { id = "t", title = "Text", drafters = ["ally"],
      requests = [{ by = "both", asked_on = 2027-03-01, ask = "x", answer = "refused" }] },
  { id = "u", title = "Text", drafters = ["ally"],
      requests = [{ by = "tnet", asked_on = 2027-03-01, ask = "x", answer = "refused" }] },
  { id = "v", title = "Text", drafters = ["ally"],
      requests = [{ by = "ally", asked_on = 2027-03-01, ask = "x", answer = "refused" }] } ]
""",
        ),
    ),
)
