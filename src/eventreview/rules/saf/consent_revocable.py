"""SAF-4: a consent can be taken back, and what comes out afterwards follows."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Place
from eventreview.plan.moments import day
from eventreview.rules.outcome import MET, error, judge, met, not_yet
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_places, rule
from eventreview.rules.saf.consent_per_channel import SHOWN_KINDS
from eventreview.rules.words import LIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

WITHDRAWN = "consent.withdrawn_on"


def taken_back(scene: Scene, s: Place) -> tuple[str, ...]:
    """A place with a consent that is taken back, whatever became of the place."""
    return ONCE if withdrawn_on(s) is not None else NOT_HERE


def withdrawn_on(s: Place) -> datetime.date | None:
    """The day the consent was taken back."""
    return s.consent.withdrawn_on if s.consent is not None else None


def decide(scene: Scene, s: Place, _: str) -> Outcome:
    """Whether a recording or a programme came out after that day."""
    w = withdrawn_on(s)
    if w is None or scene.ahead(w):
        return not_yet("1", date=w).about(WITHDRAWN)
    event, panel = scene.plan.event, s.parent
    recording, programme = panel.recording_published_on, event.published_on
    if recording is not None and w < recording <= scene.today and is_recorded(scene, s):
        told = error("2", "recording-after-withdrawal", withdrawn_on=w, published_on=recording)
        return told.about(WITHDRAWN).related_to(panel)
    if programme is not None and w < programme <= scene.today and s.status in LIVE and s.display_kind in SHOWN_KINDS:
        told = error("3", "printed-after-withdrawal", withdrawn_on=w, published_on=programme)
        return told.about(WITHDRAWN).related_to(event)
    if w in (recording, programme):
        return judge("4", "same-day", date=w).by("organiser").about(WITHDRAWN)
    if recording is not None and recording < w:
        told = judge("5", "taken-down", withdrawn_on=w, published_on=recording).by("organiser")
        return told.about(WITHDRAWN).related_to(panel)
    ahead = [each for each in (recording, programme) if each is not None and scene.ahead(each)]
    if ahead:
        return not_yet("6", date=min(ahead)).about(WITHDRAWN)
    return met("7").about(WITHDRAWN)


def is_recorded(scene: Scene, s: Place) -> bool:
    """Whether the holder can be on the recording: the place is live, or was left on the panel's day or later."""
    if s.status in LIVE:
        return True
    starts = s.parent.starts or s.starts or scene.plan.event.starts
    return s.out_on is not None and starts is not None and s.out_on >= day(starts)


def offer(scene: Scene, s: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Print the role alone."""
    if outcome.result == MET or outcome.line not in ("3", "4", "6"):
        return
    if isinstance(s, Place) and s.display_kind in SHOWN_KINDS:
        yield Choice("choice", "role-only", (Set((*s.path, "display_kind"), "role-only"),))


# What most examples share: a plan in which the consent of s1 was taken back on 1 February.
HELD = """
stage = "held"
as_of = 2027-03-20
"""
PANEL = """
[[panels]]
id = "p"
title = "Panel"
starts = 2027-03-10T10:00:00
"""
S1 = """
[[panels.speakers]]
id = "s1"
consent = { named = "yes", on = 2027-01-20, withdrawn_on = 2027-02-01 }
"""
PRINTED = 'event = { title = "Rights", concerns = ["sex-workers"], starts = 2027-03-10, published_on = 2027-02-02 }\n'

SAF_4 = rule(
    "SAF-4",
    "consent-revocable",
    set="safety",
    severity="error",
    stage=None,
    judged_by="nobody",
    basis="practice of community media: a consent lasts as long as its holder wants it to",
    reads=(
        "consent.withdrawn_on",
        "display_kind",
        "status",
        "out_on",
        "event.published_on",
        "panel.recording_published_on",
    ),
    what="A consent can be taken back, and what comes out afterwards follows.",
    why="Circumstances change: a job, a partner, a law. Whoever takes a consent back needs it to count from that day, "
    "without having to say why.",
    remedy="Take down or cut what came out after that day, print the role alone, and tell the holder what was done. "
    "No reason is asked for.",
    question="Was what was already out taken down or cut, and was the holder told?",
    messages={
        "recording-after-withdrawal": "The holder took their consent back on {withdrawn_on}, and the recording of this "
        "panel came out on {published_on}.",
        "printed-after-withdrawal": "The holder took their consent back on {withdrawn_on}, and the programme of "
        "{published_on} shows who holds the place.",
        "same-day": "The consent was taken back on {date}, the day something came out; the dates can't show which came "
        "first.",
        "taken-down": "The recording was out on {published_on}, before the holder took their consent back on "
        "{withdrawn_on}. The plan doesn't say what became of it.",
        "met": "Nothing the plan knows of came out after the holder took their consent back.",
    },
    checks=(on_places(taken_back, decide),),
    choices=offer,
    choice_titles={"role-only": "print the role alone (rewrite the printed text by hand)"},
    examples=(
        example(
            "a withdrawal still to come",
            "not-yet s1 not-yet | date=2027-02-01",
            'stage = "idea"\nas_of = 2027-01-31\n' + PANEL + S1,
        ),
        example(
            "a recording put out today, after the withdrawal or on its day",
            """
            not-met/error s1 recording-after-withdrawal | withdrawn_on=2027-02-01 published_on=2027-03-20
            to-be-judged s2 same-day | date=2027-03-20
            """,
            HELD
            + PANEL
            + "recording_published_on = 2027-03-20\n"
            + S1
            + """
[[panels.speakers]]
id = "s2"
consent = { withdrawn_on = 2027-03-20 }
""",
        ),
        example(
            "whoever left before the panel's day isn't on the recording; on that day or later they may be",
            """
            met s1 met
            not-met/error s2 recording-after-withdrawal
            met s3 met
            """,
            HELD
            + PANEL
            + "recording_published_on = 2027-03-19\n"
            + S1
            + """
status = "withdrawn"
out_on = 2027-03-09
[[panels.speakers]]
id = "s2"
status = "withdrawn"
out_on = 2027-03-10
consent = { withdrawn_on = 2027-03-11 }
[[panels.speakers]]
id = "s3"
status = "withdrawn"
consent = { withdrawn_on = 2027-03-11 }
""",
        ),
        example(
            "the programme shows a name, or what nobody says isn't one; a role, and a place that was left, it doesn't",
            """
            not-met/error s1 printed-after-withdrawal | withdrawn_on=2027-02-01 published_on=2027-02-02
            not-met/error s2 printed-after-withdrawal
            met s3 met
            met s4 met
            """,
            HELD
            + PRINTED
            + PANEL
            + S1
            + """
[[panels.speakers]]
id = "s2"
display_kind = "pseudonym"
consent = { withdrawn_on = 2027-02-01 }
[[panels.speakers]]
id = "s3"
display_kind = "role-only"
consent = { withdrawn_on = 2027-02-01 }
[[panels.speakers]]
id = "s4"
status = "declined"
consent = { withdrawn_on = 2027-02-01 }
""",
        ),
        example(
            "without a day of its panel, by its own time, else by the event's day; without any, nothing tells",
            """
            not-met/error s1 recording-after-withdrawal
            not-met/error s2 recording-after-withdrawal
            met s3 met
            """,
            HELD
            + 'event = { title = "Rights", concerns = ["sex-workers"], starts = 2027-03-08 }\n'
            + """
[[panels]]
id = "p"
title = "Panel"
recording_published_on = 2027-03-19
[[panels.speakers]]
id = "s1"
status = "withdrawn"
out_on = 2027-03-08
consent = { withdrawn_on = 2027-03-11 }
[[panels.speakers]]
id = "s2"
status = "withdrawn"
out_on = 2027-03-09
starts = 2027-03-09T10:00:00
consent = { withdrawn_on = 2027-03-11 }
[[panels.speakers]]
id = "s3"
status = "withdrawn"
out_on = 2027-03-08
starts = 2027-03-09T10:00:00
consent = { withdrawn_on = 2027-03-11 }
""",
        ),
        example(
            "no day of any kind",
            "met s1 met",
            HELD
            + """
[[panels]]
id = "p"
title = "Panel"
recording_published_on = 2027-03-19
[[panels.speakers]]
id = "s1"
status = "withdrawn"
out_on = 2027-03-09
consent = { withdrawn_on = 2027-03-11 }
""",
        ),
        example(
            "the programme of today",
            "not-met/error s1 printed-after-withdrawal",
            HELD + PRINTED.replace("2027-02-02", "2027-03-20") + PANEL + S1,
        ),
        example(
            "the programme of that very day, a name printed",
            "to-be-judged s1 same-day | date=2027-02-01",
            HELD + PRINTED.replace("2027-02-02", "2027-02-01") + PANEL + S1 + 'display_kind = "name"\n',
        ),
        example(
            "the programme of that very day, a role printed as well",
            "to-be-judged s1 same-day | date=2027-02-01",
            HELD + PRINTED.replace("2027-02-02", "2027-02-01") + PANEL + S1 + 'display_kind = "role-only"\n',
        ),
        example(
            "a recording that was out before",
            "to-be-judged s1 taken-down | withdrawn_on=2027-03-19 published_on=2027-03-18",
            HELD + PANEL + "recording_published_on = 2027-03-18\n" + S1.replace("2027-02-01", "2027-03-19"),
        ),
        example(
            "the organisers say what became of it; the community isn't asked",
            """
            met s1 taken-down
            to-be-judged s2 taken-down
            """,
            HELD
            + """
judgements = [
  { rule = "SAF-4", at = "s1", verdict = "met", by = "ally", on = 2027-03-20 },
  { rule = "SAF-4", at = "s2", verdict = "met", by = "net", on = 2027-03-20 } ]
"""
            + PANEL
            + "recording_published_on = 2027-03-18\n"
            + S1.replace("2027-02-01", "2027-03-19")
            + """
[[panels.speakers]]
id = "s2"
consent = { withdrawn_on = 2027-03-19 }
""",
        ),
        example(
            "what lies ahead is waited for, the nearer day first",
            "not-yet s1 not-yet | date=2027-02-10",
            'stage = "inviting"\nas_of = 2027-02-05\n'
            + PRINTED.replace("2027-02-02", "2027-02-10")
            + PANEL
            + "recording_published_on = 2027-03-18\n"
            + S1,
        ),
        example(
            "a programme that was out before is no fault of what came after",
            "met s1 met",
            HELD + PRINTED.replace("2027-02-02", "2027-01-31") + PANEL + S1,
        ),
        example(
            "a consent taken back before it was given counts as taken back",
            "not-met/error s1 recording-after-withdrawal",
            HELD + PANEL + "recording_published_on = 2027-03-19\n" + S1.replace("2027-02-01", "2027-01-19"),
        ),
        example(
            "no consent was taken back",
            """
            not-applicable s1 not-applicable
            not-applicable s2 not-applicable
            """,
            HELD + PANEL + 'speakers = [{ id = "s1" }, { id = "s2", consent = { named = "no", on = 2027-01-20 } }]\n',
        ),
        example(
            "a status that can't be read gives no verdict",
            "not-stated s1 at-fault",
            HELD + PRINTED + PANEL + S1 + 'status = "sure"\n',
        ),
    ),
)
