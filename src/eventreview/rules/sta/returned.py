"""STA-5: whether those who answered about a text, or asked for something in it, received it."""

from __future__ import annotations

import datetime

from eventreview.plan.model import Statement
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import MET, NOT_APPLICABLE, NOT_YET, met, not_stated, not_yet, note
from eventreview.rules.process import days
from eventreview.rules.rule import Choice, example, on_statements, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def concerned(scene: Scene, x: Statement) -> tuple[str, ...]:
    """Those the text is about who have an organisation to send it to."""
    return tuple(p for p in scene.about(x) if recipients(scene, x, p))


def recipients(scene: Scene, x: Statement, p: str) -> tuple[str, ...]:
    """R: organisations of theirs that were asked about the text or made a request, and neither drafted nor signed it."""
    asked = [c.with_ for c in scene.consultations() if scene.relevant(c, "statement", x)]
    have_it = (*(x.drafters or ()), *(x.signatories or ()))
    found = dict.fromkeys((*asked, *(r.by for r in x.requests)))
    return tuple(o for o in found if scene.led(o, p) and o not in have_it)


def decide(scene: Scene, x: Statement, p: str) -> Outcome:
    """The list."""
    out, sent_on = x.published_on, x.sent_on
    if out is None:
        return not_stated("1", "publication-date-missing").about("published_on").missing((x, "published_on"))
    if scene.ahead(out):
        return not_yet("1", "published-on", published_on=out).about("published_on")
    r = recipients(scene, x, p)
    missing = tuple(o for o in r if o not in (x.sent_to or ()))
    due = out + datetime.timedelta(days=scene.thresholds.return_days)
    if not missing and sent_on is None:
        return not_stated("2", "sent-on-missing").about("sent_on").missing((x, "sent_on"))
    if not missing and sent_on is not None and scene.past(sent_on):
        if sent_on <= due:
            return met("2").about("sent_on")
        return note("2", "returned-late", days=days(out, sent_on)).about("sent_on")
    if due >= scene.today:
        return not_yet("3", "due", due=due).about("sent_to")
    if not x.sent_to:
        return not_stated("4", "sent-to-missing").about("sent_to").missing((x, "sent_to"))
    # Sent on a day to come is not sent, to nobody.
    return note("5", "not-returned", organisations=missing or r).about("sent_to")


def offer(scene: Scene, x: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for whom the text was sent to, and when."""
    if outcome.result in (MET, NOT_APPLICABLE, NOT_YET):
        return
    absent = [key for key in ("sent_to", "sent_on") if not x.has(key)]
    if absent:
        yield Choice("template", "say-sent", (template(x, *absent, ask=tuple(organisers(scene))),))


# What most examples share.
AFTERWARDS = """
stage = "closed"
as_of = 2027-03-15
consultations = [{ id = "c1", by = "ally", with = "net", about = ["statement"], asked_on = 2027-02-01 }]
"""

STA_5 = rule(
    "STA-5",
    "text-returned",
    set="allyship",
    severity="note",
    passages=("F11",),
    stage="closed",
    judged_by="nobody",
    reads=("sent_to", "sent_on", "published_on", "consultations[statement]", "requests"),
    what="Whoever gave an answer to a text receives the text.",
    why="An organisation that gave its time and never sees the result can't use it, nor tell its members what became of "
    "their words.",
    remedy="Send the text to each organisation that was asked about it or asked for something in it, and record the day.",
    messages={
        "met": "The text was sent to those who were asked about it.",
        "publication-date-missing": "The plan doesn't say when the text came out.",
        "published-on": "The text is to come out on {published_on}.",
        "sent-on-missing": "The text was sent to those who were asked about it; the plan doesn't say when.",
        "returned-late": (
            "The text was sent to them {days} day after it came out.",
            "The text was sent to them {days} days after it came out.",
            "days",
        ),
        "due": "There is time until {due} to send the text to those who were asked about it.",
        "sent-to-missing": "The plan doesn't say to whom the text was sent.",
        "not-returned": "They were asked about the text, or asked for something in it, and the plan doesn't show that it "
        "was sent to them: {organisations}.",
    },
    checks=(on_statements(concerned, decide),),
    choices=offer,
    choice_titles={"say-sent": "Add lines for whom the text was sent to and when, to be filled in"},
    examples=(
        example(
            "sent on the fourteenth day, a day later, before it came out",
            """
            met t met sex-workers
            not-met/note u returned-late sex-workers | days=15
            met v met sex-workers
            """,
            AFTERWARDS
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-01, sent_to = ["ally", "net"],
      sent_on = 2027-03-15 },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-02-28, sent_to = ["net"],
      sent_on = 2027-03-15 },
  { id = "v", title = "Text", drafters = ["ally"], published_on = 2027-03-01, sent_to = ["net"],
      sent_on = 2027-02-15 } ]
""",
        ),
        example(
            "not out yet; no day of publication; sent on an unknown day",
            """
            not-yet t published-on sex-workers | published_on=2027-03-16
            not-stated u publication-date-missing sex-workers
            not-stated v sent-on-missing sex-workers
            """,
            AFTERWARDS
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-16 },
  { id = "u", title = "Text", drafters = ["ally"], sent_to = ["net"], sent_on = 2027-03-01 },
  { id = "v", title = "Text", drafters = ["ally"], published_on = 2027-02-01, sent_to = ["net"] } ]
""",
        ),
        example(
            "not sent, or on a day to come: due to the last day, then not said, then not returned",
            """
            not-yet t due sex-workers | due=2027-03-15
            not-yet u due sex-workers | due=2027-03-15
            not-stated v sent-to-missing sex-workers
            not-stated w sent-to-missing sex-workers
            not-met/note y not-returned sex-workers | organisations=net
            not-met/note z not-returned sex-workers | organisations=net
            """,
            AFTERWARDS
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-03-01 },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2027-03-01, sent_to = ["net"],
      sent_on = 2027-03-16 },
  { id = "v", title = "Text", drafters = ["ally"], published_on = 2027-02-28 },
  { id = "w", title = "Text", drafters = ["ally"], published_on = 2027-02-28, sent_to = [] },
  { id = "y", title = "Text", drafters = ["ally"], published_on = 2027-02-28, sent_to = ["ally"],
      sent_on = 2027-03-01 },
  { id = "z", title = "Text", drafters = ["ally"], published_on = 2027-02-28, sent_to = ["net"],
      sent_on = 2027-03-16 } ]
""",
        ),
        example(
            "whoever asked for something is sent it as well; drafters and signatories have it; a question to come isn't one",
            """
            not-met/note t not-returned sex-workers | organisations=net,bay
            not-met/note u not-returned sex-workers | organisations=bay
            not-applicable v not-applicable
            """,
            """
stage = "closed"
as_of = 2027-03-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["statement"], ref = "t", asked_on = 2027-02-01 },
  { id = "c2", by = "ally", with = "net", about = ["statement"], ref = "u", asked_on = 2027-02-01 },
  { id = "c3", by = "ally", with = "net", about = ["statement"], ref = "v", asked_on = 2027-02-01 },
  { id = "c4", by = "ally", with = "bay", about = ["statement"], ref = "v", asked_on = 2027-04-01 },
  { id = "c5", by = "ally", with = "tnet", about = ["statement"], ref = "v", asked_on = 2027-02-01 } ]
statements = [
  { id = "t", title = "Text", drafters = ["ally"], published_on = 2027-02-01, sent_to = ["ally"],
      requests = [{ by = "bay", asked_on = 2027-01-01, ask = "x" }] },
  { id = "u", title = "Text", drafters = ["net"], published_on = 2027-02-01, sent_to = ["ally"],
      sent_on = 2027-02-02, requests = [{ by = "bay", asked_on = 2027-01-01, ask = "x" }] },
  { id = "v", title = "Text", drafters = ["ally"], signatories = ["net"], published_on = 2027-02-01 } ]
""",
        ),
    ),
)
