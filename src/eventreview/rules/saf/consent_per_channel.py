"""SAF-3: five consents, asked one by one of each person on the programme."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Set
from eventreview.plan.model import Place
from eventreview.plan.moments import day
from eventreview.rules.offers import template
from eventreview.rules.outcome import error, met, not_stated, not_yet, note, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_places, rule
from eventreview.rules.words import LIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

SHOWN_KINDS = ("name", "pseudonym", None)
UNSEATED_STATUSES = ("reserved", "invited")
UNSEATED_KINDS = ("to-be-confirmed", "role-only", None)
# Nobody is photographed or streamed in a text, or in what somebody else reads out.
NOT_THERE = ("written", "read-by-other")
NOT_ASKED = ("photo", "streamed")
NOTHING_SAID: dict[str, str | None] = dict.fromkeys(v.CHANNELS)


def live(scene: Scene, s: Place) -> tuple[str, ...]:
    """A live place. Here only a status that can't be read takes it out of that."""
    return ONCE if s.status in LIVE else NOT_HERE


def decide(scene: Scene, s: Place, p: str) -> Outcome:
    """Whether what the event does to a person's name, voice and picture is what they agreed to."""
    consent = s.consent
    in_use = channels_in_use(scene, s)
    if "recorded" in in_use and answer(scene, s, "recorded") == "no":
        return error("1", "recorded-against-consent").about(said_at(scene, s, "recorded"))
    if "streamed" in in_use and answer(scene, s, "streamed") == "no":
        return error("2", "streamed-against-consent").about(said_at(scene, s, "streamed"))
    if "named" in in_use and answer(scene, s, "named") == "no":
        return error("3", "printed-against-consent").about("display_kind" if s.has("display_kind") else "display")
    answers = NOTHING_SAID if consent is None else {channel: answer(scene, s, channel) for channel in v.CHANNELS}
    if consent is not None and scene.ahead(consent.on) and "yes" in answers.values():
        return not_yet("4", date=consent.on).about("consent.on")
    asked = v.CHANNELS if s.mode not in NOT_THERE else tuple(each for each in v.CHANNELS if each not in NOT_ASKED)
    absent = tuple(each for each in asked if answers[each] is None)
    if absent and (scene.before_stage("published") or nobody_yet(s)):
        return not_yet("5", stage="published").about("consent")
    if absent:
        return warning("6", "no-consent", channels=absent).about("consent")
    to_ask = tuple(each for each in asked if answers[each] == "ask")
    if to_ask and not is_over(scene):
        return note("7", "ask-on-the-day", channels=to_ask).about("consent")
    unanswered = tuple(each for each in to_ask if each in in_use)
    if unanswered and consent is not None:
        return not_stated("8", channels=unanswered).about("consent").missing(*((consent, each) for each in unanswered))
    return met("9").about("consent")


def answer(scene: Scene, s: Place, channel: str) -> str | None:
    """What the holder said to one channel: yes, no, ask or nothing; a consent taken back is a no to all five."""
    consent = s.consent
    if consent is None:
        return None
    if scene.past(consent.withdrawn_on):
        return "no"
    said: str | None = getattr(consent, channel)
    return said


def said_at(scene: Scene, s: Place, channel: str) -> str:
    """The key that holds the answer to a channel: its own, or the day the consent was taken back."""
    back = s.consent is not None and scene.past(s.consent.withdrawn_on)
    return "consent.withdrawn_on" if back else f"consent.{channel}"


def channels_in_use(scene: Scene, s: Place) -> tuple[str, ...]:
    """What the event does with the place: records it, streams it, prints a name."""
    panel = s.parent
    recorded = panel.recorded if panel.recorded is not None else scene.plan.event.recorded
    printed = s.display is not None and s.display_kind in SHOWN_KINDS
    uses = (("recorded", recorded is True), ("streamed", panel.streamed is True), ("named", printed))
    return tuple(channel for channel, used in uses if used)


def nobody_yet(s: Place) -> bool:
    """Whether nobody has taken the place: there is no one to ask."""
    return s.status in UNSEATED_STATUSES and s.display_kind in UNSEATED_KINDS


def is_over(scene: Scene) -> bool:
    """Whether the event is past: by its stage, or by its last day."""
    event = scene.plan.event
    last = event.ends or event.starts
    return not scene.before_stage("held") or (last is not None and day(last) < scene.today)


def offer(scene: Scene, s: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Do less with the place; or ask. Never a yes."""
    if not isinstance(s, Place):
        return
    if outcome.line == "1":
        yield Choice("choice", "not-recorded", (Set((*s.parent.path, "recorded"), False),), panel=s.parent.at)
    elif outcome.line == "2":
        yield Choice("choice", "not-streamed", (Set((*s.parent.path, "streamed"), False),), panel=s.parent.at)
    elif outcome.line == "3":
        yield Choice("choice", "role-only", (Set((*s.path, "display_kind"), "role-only"),))
    elif outcome.line in ("5", "6"):
        asked = [each for each in (*v.CHANNELS, "on") if s.consent is None or not s.consent.has(each)]
        ask = (s.organisation,) if s.organisation is not None else ()
        yield Choice("template", "ask", (template(s, *(f"consent.{each}" for each in asked), ask=ask),))


SAF_3 = rule(
    "SAF-3",
    "consent-per-channel",
    set="safety",
    severity="error",
    stage=None,
    judged_by="nobody",
    basis="practice of community media and of conferences with regard to consent",
    reads=(
        "consent",
        "display",
        "display_kind",
        "status",
        "panel.recorded",
        "event.recorded",
        "panel.streamed",
        "event.starts",
    ),
    what="Being named, photographed, recorded, streamed and quoted are five consents, asked one by one of each person "
    "on the programme.",
    why="A face or a voice on a recording finds its way to families, employers and the police. A yes to one channel "
    "says nothing of the others.",
    remedy="Ask each holder for each of the five, write down what they answer and when, and do nothing else with their "
    "name, voice and picture. What is printed already has to be rewritten by hand.",
    messages={
        "recorded-against-consent": "The panel is recorded, and the holder of this place doesn't agree to it.",
        "streamed-against-consent": "The panel is streamed, and the holder of this place doesn't agree to it.",
        "printed-against-consent": "The programme prints who holds this place, and the holder doesn't agree to it.",
        "no-consent": "Nothing says whether the holder agrees to this: {channels}. Allies are asked as well.",
        "ask-on-the-day": "The holder wants to be asked each time: {channels}. Somebody has to ask on the day.",
        "not-stated": "The holder wanted to be asked each time, the event is over, and the answer isn't written down: "
        "{channels}.",
        "met": "What the event does with this place is what its holder agreed to.",
    },
    checks=(on_places(live, decide),),
    choices=offer,
    choice_titles={
        "not-recorded": "don’t record panel {panel}",
        "not-streamed": "don’t stream panel {panel}",
        "role-only": "print the role alone (rewrite the printed text by hand)",
        "ask": "write down what to ask the holder",
    },
    examples=(
        example(
            "recorded and streamed against a no",
            """not-met/error s1 recorded-against-consent
            not-met/error s2 streamed-against-consent""",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
recorded = true
streamed = true
speakers = [
  { id = "s1", consent = { recorded = "no", streamed = "no" } },
  { id = "s2", consent = { recorded = "yes", streamed = "no" } },
]
""",
        ),
        example(
            "the event is recorded, one panel isn't",
            """not-met/error s1 recorded-against-consent
            met s2 met""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers"], recorded = true }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", consent = { recorded = "no" } }]
[[panels]]
id = "q"
title = "Panel"
recorded = false
speakers = [{ id = "s2", consent = { named = "no", photo = "no", recorded = "no", streamed = "no", quoted = "no" } }]
""",
        ),
        example(
            "a consent taken back is a no to all five, from that day on",
            """not-met/error s1 recorded-against-consent
            met s2 met""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
recorded = true
[[panels.speakers]]
id = "s1"
consent.named = "yes"
consent.photo = "yes"
consent.recorded = "yes"
consent.streamed = "yes"
consent.quoted = "yes"
consent.on = 2027-01-20
consent.withdrawn_on = 2027-02-05
[[panels.speakers]]
id = "s2"
consent.named = "yes"
consent.photo = "yes"
consent.recorded = "yes"
consent.streamed = "yes"
consent.quoted = "yes"
consent.on = 2027-01-20
consent.withdrawn_on = 2027-02-06
""",
        ),
        example(
            "a name or a pseudonym printed against a no, a role isn't",
            """not-met/error s1 printed-against-consent
            not-met/error s2 printed-against-consent
            not-met/error s3 printed-against-consent
            met s4 met
            met s5 met""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
[[panels.speakers]]
id = "s1"
display = "R. (fictional)"
display_kind = "name"
consent = { named = "no" }
[[panels.speakers]]
id = "s2"
display = "R. (fictional)"
display_kind = "pseudonym"
consent = { named = "no" }
[[panels.speakers]]
id = "s3"
display = "R. (fictional)"
consent = { named = "no" }
[[panels.speakers]]
id = "s4"
display = "Speaker"
display_kind = "role-only"
consent = { named = "no", photo = "no", recorded = "no", streamed = "no", quoted = "no" }
[[panels.speakers]]
id = "s5"
display_kind = "name"
consent = { named = "no", photo = "no", recorded = "no", streamed = "no", quoted = "no" }
""",
        ),
        example(
            "a yes dated ahead proves nothing yet; a no does",
            """not-yet s1 not-yet | date=2027-03-01
            not-met/error s2 recorded-against-consent""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
recorded = true
[[panels.speakers]]
id = "s1"
consent = { named = "yes", photo = "no", recorded = "yes", streamed = "no", quoted = "no", on = 2027-03-01 }
[[panels.speakers]]
id = "s2"
consent = { named = "yes", photo = "no", recorded = "no", streamed = "no", quoted = "no", on = 2027-03-01 }
""",
        ),
        example(
            "before the programme is out, and where nobody sits yet, there is time to ask",
            """not-yet s1 not-yet | stage=published
            not-yet s2 not-yet | stage=published""",
            """stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", status = "confirmed" }, { id = "s2", consent = { named = "yes" } }]
""",
        ),
        example(
            "once it is out, each channel counts, for allies as well",
            """not-yet s1 not-yet
            not-yet s2 not-yet
            not-met/warning s3 no-consent | channels=named,photo,recorded,streamed,quoted
            not-met/warning s4 no-consent | channels=quoted
            not-met/warning s5 no-consent""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1" },
  { id = "s2", status = "invited", display_kind = "role-only" },
  { id = "s3", organisation = "ally", status = "invited", display_kind = "name" },
  { id = "s4", status = "confirmed", consent = { named = "yes", photo = "no", recorded = "no", streamed = "no" } },
  { id = "s5", status = "accepted" },
]
""",
        ),
        example(
            "asked each time: a note before, in use and over an open end",
            """not-met/note s1 ask-on-the-day | channels=recorded,quoted
            met s2 met""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
recorded = true
speakers = [
  { id = "s1", consent = { named = "yes", photo = "no", recorded = "ask", streamed = "no", quoted = "ask" } },
  { id = "s2", consent = { named = "yes", photo = "no", recorded = "yes", streamed = "no", quoted = "no" } },
]
""",
        ),
        example(
            "asked each time, and the event is over: what was in use needs its answer",
            """not-stated s1 not-stated | channels=named,recorded
            met s2 met
            not-stated s3 not-stated | channels=streamed""",
            """stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], starts = 2027-02-04 }
[[panels]]
id = "p"
title = "Panel"
recorded = true
[[panels.speakers]]
id = "s1"
display = "R. (fictional)"
consent = { named = "ask", photo = "no", recorded = "ask", streamed = "no", quoted = "ask" }
[[panels.speakers]]
id = "s2"
consent = { named = "ask", photo = "ask", recorded = "yes", streamed = "no", quoted = "ask" }
[[panels]]
id = "q"
title = "Panel"
streamed = true
speakers = [{ id = "s3", consent = { named = "yes", photo = "no", recorded = "ask", streamed = "ask", quoted = "no" } }]
""",
        ),
        example(
            "the last day of the event isn't past",
            "not-met/note s1 ask-on-the-day",
            """stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], starts = 2027-02-04, ends = 2027-02-05T17:00:00 }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", consent = { named = "yes", photo = "no", recorded = "no", streamed = "no", quoted = "ask" } }]
""",
        ),
        example(
            "a text isn't photographed or streamed",
            """met s1 met
            met s2 met
            not-met/error s3 streamed-against-consent""",
            """stage = "held"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
streamed = true
[[panels.speakers]]
id = "s1"
status = "confirmed"
mode = "written"
consent = { named = "yes", recorded = "no", quoted = "no" }
[[panels.speakers]]
id = "s2"
status = "confirmed"
mode = "read-by-other"
consent = { named = "yes", recorded = "no", quoted = "no", streamed = "ask" }
[[panels.speakers]]
id = "s3"
status = "confirmed"
mode = "written"
consent = { named = "yes", recorded = "no", quoted = "no", streamed = "no" }
""",
        ),
        example(
            "whoever left, and an open place, are asked nothing",
            """not-applicable s1 not-applicable
            not-applicable s2 not-applicable""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", status = "open" }, { id = "s2", status = "withdrawn" }]
""",
        ),
        example(
            "a role that can't be read changes nothing here; a status that can't takes the place out",
            """not-met/warning s1 no-consent
            not-applicable s2 not-applicable""",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", role = "chair", status = "confirmed" }, { id = "s2", status = "sure" }]
""",
        ),
        example(
            "an answer that can't be read is no verdict",
            "not-stated s1 at-fault",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
recorded = true
[[panels.speakers]]
id = "s1"
status = "confirmed"
consent = { named = "yes", photo = "no", recorded = "nope", streamed = "no", quoted = "no" }
""",
        ),
        example(
            "a consent withdrawn before it was given is withdrawn",
            "not-met/error s1 recorded-against-consent",
            """stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
recorded = true
speakers = [{ id = "s1", consent = { recorded = "yes", on = 2027-02-01, withdrawn_on = 2027-01-01 } }]
""",
        ),
    ),
)
