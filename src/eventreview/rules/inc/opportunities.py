"""INC-4: whether news of an opening reached the community when it reached the others, with time to use it."""

from __future__ import annotations

from eventreview.plan.edits import Comment
from eventreview.plan.model import Notice
from eventreview.rules.not_theirs import SUB_GROUP, not_theirs
from eventreview.rules.offers import theirs
from eventreview.rules.outcome import NOT_APPLICABLE, NOT_MET, error, met, not_applicable, not_yet, strongest, warning
from eventreview.rules.process import days, fold, is_other, median
from eventreview.rules.rule import NOT_HERE, Choice, example, on_notices, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


class News:
    """The notices of one opportunity, as one population sees them.

    to_theirs, to_others: those sent by today. planned: those to an organisation of theirs, ahead and in time. first: the
    earliest to one of theirs; of two on one day the first in the file.
    """

    __slots__ = ("first", "notices", "planned", "to_others", "to_theirs")

    def __init__(self, scene: Scene, notices: tuple[Notice, ...], p: str) -> None:
        self.notices = notices
        sent = [n for n in notices if scene.past(n.sent_on)]
        self.to_theirs = [n for n in sent if scene.led(n.to, p)]
        self.to_others = [n for n in sent if not scene.led(n.to, p)]
        self.planned = [n for n in notices if scene.led(n.to, p) and scene.today < n.sent_on <= n.deadline]
        self.first = min(self.to_theirs, key=lambda n: n.sent_on, default=None)


def opportunity(scene: Scene, notice: Notice) -> tuple[Notice, ...]:
    """All notices of the same opportunity, in the order of the file."""
    wanted = fold(notice.opportunity)
    return tuple(n for n in scene.plan.notices if fold(n.opportunity) == wanted)


def first_of_its_kind(scene: Scene, notice: Notice) -> tuple[str, ...]:
    """The first notice of each opportunity stands for it."""
    if opportunity(scene, notice)[0] is not notice:
        return NOT_HERE
    return scene.about(scene.plan.event)


def decide(scene: Scene, notice: Notice, p: str) -> Outcome:
    """Were they told, as early as the others, and in time?"""
    news = News(scene, opportunity(scene, notice), p)
    told = whether(scene, news, p)
    # Nothing to compare and nothing to time: the other parts must not turn this into something met.
    if told.result == NOT_APPLICABLE:
        return told
    return strongest((told, how_late(scene, news), how_short(scene, news)))


def whether(scene: Scene, news: News, p: str) -> Outcome:
    """Part a."""
    if news.first is not None:
        late = days(news.first.deadline, news.first.sent_on)
        if late > 0:
            return error("a5", "told-too-late", days=late).about("sent_on").related_to(news.first)
        return met("a5").about("sent_on")
    if not news.to_others:
        return not_yet("a1", "not-sent-yet", sent_on=min(n.sent_on for n in news.notices)).about("sent_on")
    if news.planned:
        first = min(news.planned, key=lambda n: n.sent_on)
        return not_yet("a2", "planned", sent_on=first.sent_on).about("sent_on").related_to(first)
    return not_told(scene, news, p).about("to").related_to(*news.to_others)


def not_told(scene: Scene, news: News, p: str) -> Outcome:
    """Lines a3 and a4: others have the news, and none of theirs does."""
    if not scene.own(p):
        silent = scene.silent_on_led_by(o.at for o in scene.plan.organisations)
        outcome = warning("a3", "nobody-to-tell")
        return outcome.remarking("led-by-absent", organisation=silent) if silent else outcome
    if not any(is_other(scene, n.to) for n in news.to_others):
        return not_applicable("a4")
    deadline = max(n.deadline for n in news.to_others)
    ahead = deadline >= scene.today
    outcome = warning("a4", "not-told-yet", deadline=deadline) if ahead else error("a4", "not-told", deadline=deadline)
    return not_theirs(scene, outcome, p, [n.to for n in news.to_others])


def how_late(scene: Scene, news: News) -> Outcome:
    """Part b: beside those who belong to nobody the event is about."""
    others = [n.sent_on.toordinal() for n in news.to_others if is_other(scene, n.to)]
    if news.first is None or not others:
        return met("b1")
    later = news.first.sent_on.toordinal() - median(others)
    if later > scene.thresholds.notice_lag_days:
        # Half days are rounded down.
        return warning("b1", "told-later", days=int(later)).about("sent_on").related_to(news.first)
    return met("b1").about("sent_on")


def how_short(scene: Scene, news: News) -> Outcome:
    """Part c: what was sent after the deadline is part a's matter."""
    first = news.first
    if first is None or first.sent_on > first.deadline:
        return met("c1")
    left = days(first.sent_on, first.deadline)
    if left < scene.thresholds.min_days:
        return warning("c1", "short-notice", days=left).about("deadline").related_to(first)
    return met("c1").about("deadline")


def offer(scene: Scene, notice: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The lines of a notice to an organisation of theirs."""
    if outcome.result != NOT_MET or outcome.message_id not in ("nobody-to-tell", "not-told-yet", "not-told"):
        return
    known = ", ".join(theirs(scene, populations))
    lines = (
        "# [[notices]]",
        f"# opportunity =   # {notice.at}",
        "# to =" + (f"   # {known}" if known else ""),
        "# sent_on =",
        "# deadline =",
    )
    yield Choice("template", "add-notice", (Comment(scene.plan.notices[-1].path, lines),))


# What most examples share.
CALL = """
stage = "drafting"
as_of = 2027-03-10
"""

INC_4 = rule(
    "INC-4",
    "told-of-opportunities",
    set="allyship",
    severity="error",
    passages=("F11",),
    stage="drafting",
    judged_by="community",
    settles=("a3", "a4", "b1", "c1"),
    reads=("notices.opportunity", "notices.to", "notices.sent_on", "notices.deadline", "organisations.led_by"),
    what="News of an opening reaches the community when it reaches the others, with time to use it.",
    why="An opening that people hear of late, or never, goes to those who were inside already.",
    remedy="Send news of an opening to the community's organisations on the day it goes to the others, long enough "
    "before the deadline to answer it.",
    question="Did it reach the right people, in a language you read?",
    messages={
        "met": "They were told when the others were, with time to use it.",
        "not-sent-yet": "The first notice of this is set down for {sent_on}.",
        "planned": "A notice to an organisation of theirs is set down for {sent_on}, in time for its deadline.",
        "nobody-to-tell": "Others were told of this, and the plan has no organisation of theirs that could be told.",
        "not-told-yet": "Others were told of this, and no organisation of theirs so far. The deadline is {deadline}.",
        "not-told": "Others were told of this, and no organisation of theirs was. The deadline has passed: {deadline}.",
        "told-too-late": (
            "They were told {days} day after the deadline.",
            "They were told {days} days after the deadline.",
            "days",
        ),
        "told-later": (
            "They were told {days} day later than the others.",
            "They were told {days} days later than the others.",
            "days",
        ),
        "short-notice": (
            "From the notice to the deadline they had {days} day.",
            "From the notice to the deadline they had {days} days.",
            "days",
        ),
        "led-by-absent": "Nothing says who leads {organisation} (`led_by` is absent). No organisation counts as led by "
        "the community before it says so.",
        "sub-group": SUB_GROUP,
    },
    checks=(on_notices(first_of_its_kind, decide),),
    choices=offer,
    choice_titles={"add-notice": "Add the lines of a notice to an organisation of theirs, to be filled in"},
    examples=(
        example(
            "told three days after the others, exactly fourteen days before the deadline",
            """
            met notices[0] met sex-workers
            not-applicable notices[1] not-applicable
            """,
            CALL
            + """
notices = [
  { opportunity = "Call for speakers", to = "ally", sent_on = 2027-02-01, deadline = 2027-02-10 },
  { opportunity = " call  for Speakers ", to = "net", sent_on = 2027-02-04, deadline = 2027-02-18 } ]
""",
        ),
        example(
            "a day more, a day less",
            "not-met/warning notices[0] told-later sex-workers | days=4",
            CALL
            + """
notices = [
  { opportunity = "Call for speakers", to = "ally", sent_on = 2027-02-01, deadline = 2027-02-10 },
  { opportunity = "call for speakers", to = "net", sent_on = 2027-02-05, deadline = 2027-02-18 } ]
""",
        ),
        example(
            "half a day over the lag is over it, and is told in whole days",
            "not-met/warning notices[0] told-later sex-workers | days=3",
            CALL
            + """
notices = [
  { opportunity = "call", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-10 },
  { opportunity = "call", to = "ally", sent_on = 2027-02-02, deadline = 2027-03-10 },
  { opportunity = "call", to = "net", sent_on = 2027-02-05, deadline = 2027-03-10 } ]
""",
        ),
        example(
            "a day too short, and none at all; the earliest notice to any of theirs counts",
            """
            not-met/warning notices[0] short-notice sex-workers | days=13
            not-met/warning notices[1] short-notice sex-workers | days=0
            met notices[2] met sex-workers
            """,
            CALL
            + """
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
notices = [
  { opportunity = "one", to = "net", sent_on = 2027-02-01, deadline = 2027-02-14 },
  { opportunity = "two", to = "net", sent_on = 2027-02-01, deadline = 2027-02-01 },
  { opportunity = "three", to = "net", sent_on = 2027-02-20, deadline = 2027-03-01 },
  { opportunity = "three", to = "bay", sent_on = 2027-02-01, deadline = 2027-03-01 },
  { opportunity = "three", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-01 } ]
""",
        ),
        example(
            "told after the deadline: an error, with the lag beside it",
            "not-met/error notices[0] told-too-late sex-workers | days=1",
            CALL
            + """
notices = [
  { opportunity = "call", to = "net", sent_on = 2027-02-11, deadline = 2027-02-10 },
  { opportunity = "call", to = "ally", sent_on = 2027-02-01, deadline = 2027-02-10 } ]
""",
        ),
        example(
            "not told: while there is time, on its last day, and after it",
            """
            not-met/warning notices[0] not-told-yet sex-workers | deadline=2027-03-10
            not-met/error notices[2] not-told sex-workers | deadline=2027-03-09
            """,
            CALL
            + """
notices = [
  { opportunity = "open", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-01 },
  { opportunity = "open", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-10 },
  { opportunity = "over", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-09 } ]
""",
        ),
        example(
            "nothing sent yet; theirs is planned in time; planned after its deadline isn't planned",
            """
            not-yet notices[0] not-sent-yet sex-workers | sent_on=2027-03-11
            not-yet notices[2] planned sex-workers | sent_on=2027-03-12
            not-met/error notices[5] not-told sex-workers
            """,
            CALL
            + """
notices = [
  { opportunity = "later", to = "ally", sent_on = 2027-03-20, deadline = 2027-04-01 },
  { opportunity = "later", to = "net", sent_on = 2027-03-11, deadline = 2027-04-01 },
  { opportunity = "soon", to = "ally", sent_on = 2027-02-01, deadline = 2027-02-02 },
  { opportunity = "soon", to = "net", sent_on = 2027-03-20, deadline = 2027-03-22 },
  { opportunity = "soon", to = "net", sent_on = 2027-03-12, deadline = 2027-03-12 },
  { opportunity = "missed", to = "ally", sent_on = 2027-02-01, deadline = 2027-02-02 },
  { opportunity = "missed", to = "net", sent_on = 2027-03-12, deadline = 2027-03-11 } ]
""",
        ),
        example(
            "no organisation of theirs in the plan, and nobody says who leads the others",
            """
            not-met/warning notices[0] nobody-to-tell trans-people
            met notices[0] met sex-workers
            """,
            CALL
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "uni", name = "Lakeside University (fictional)", kind = "academic" } ]
notices = [{ opportunity = "call", to = "net", sent_on = 2027-02-01, deadline = 2027-03-01 }]
""",
        ),
        example(
            "news for another community alone is neither met nor missed",
            """
            met notices[0] met trans-people
            not-applicable notices[0] not-applicable
            """,
            CALL
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
notices = [{ opportunity = "trans caucus", to = "tnet", sent_on = 2027-02-01, deadline = 2027-03-01 }]
""",
        ),
        example(
            "another community told with others: it is open to all, and they aren't told",
            """
            met notices[0] met trans-people
            not-met/error notices[0] not-told sex-workers | deadline=2027-03-02
            """,
            CALL
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
notices = [
  { opportunity = "call", to = "tnet", sent_on = 2027-02-01, deadline = 2027-03-02 },
  { opportunity = "call", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-01 } ]
""",
        ),
        example(
            "the lag is to those of no community: later than another community's organisation isn't later than the others",
            "met notices[0] met sex-workers trans-people",
            CALL
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
notices = [
  { opportunity = "call", to = "tnet", sent_on = 2027-02-01, deadline = 2027-03-02 },
  { opportunity = "call", to = "net", sent_on = 2027-02-09, deadline = 2027-03-01 } ]
""",
        ),
        example(
            "told were one of which nobody says who leads it, and a sub-group",
            "not-met/error notices[0] not-told people-who-use-drugs",
            CALL
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "uni", name = "Lakeside University (fictional)", kind = "academic" },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] } ]
notices = [
  { opportunity = "call", to = "uni", sent_on = 2027-02-01, deadline = 2027-03-01 },
  { opportunity = "call", to = "wnet", sent_on = 2027-02-01, deadline = 2027-03-01 } ]
""",
        ),
        example(
            "an event about nobody in particular",
            "not-applicable notices[0] not-applicable",
            CALL
            + """
event = { title = "Parking", concerns = [] }
notices = [{ opportunity = "call", to = "ally", sent_on = 2027-02-01, deadline = 2027-03-01 }]
""",
        ),
    ),
)
