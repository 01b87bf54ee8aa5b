"""PAY-2: advice, drafting, review and training are paid as expert work."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Organisation, Work
from eventreview.rules.not_theirs import LED_BY_ABSENT
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import MET, NOT_STATED, judge, met, not_stated, warning
from eventreview.rules.pay.entries import PAID, UNPAID
from eventreview.rules.pay.fees import is_offered
from eventreview.rules.process import is_other, reply
from eventreview.rules.rule import Choice, example, on_organisations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

    Entry = Work | Consultation

UNKNOWN = "unknown"


def has_worked(scene: Scene, organisation: Organisation) -> tuple[str, ...]:
    """An organisation of theirs that did a piece of work, or answered a consultation."""
    about = scene.about(scene.plan.event)
    led = tuple(p for p in about if p in (organisation.led_by or ()))
    return led if led and counted(scene, organisation.at) else ()


def counted(scene: Scene, id: str) -> tuple[Entry, ...]:
    """What an organisation did: its pieces of work, then the consultations it replied to."""
    works = (work for work in scene.plan.work if work.organisation == id)
    # Whose it is comes first, so that nothing is read of the others'.
    return (*works, *(c for c in scene.plan.consultations if c.with_ == id and reply(scene, c)))


def state(entry: Entry) -> str:
    """Whether an entry is paid: its fee says so where there is one, else `paid`."""
    if isinstance(entry, Work) and entry.fee is not None:
        return PAID if is_offered(entry.fee) else UNPAID
    return UNKNOWN if entry.paid is None else PAID if entry.paid else UNPAID


def paid_other(scene: Scene) -> str | None:
    """An organisation of nobody's whom the event is about that is paid for such work: one that says who leads it before
    one that doesn't, then the first in the file."""
    paid = {work.organisation for work in scene.plan.work if state(work) == PAID}
    paid.update(c.with_ for c in scene.plan.consultations if c.paid)
    others = [o for o in scene.plan.organisations if o.at in paid and is_other(scene, o.at)]
    return next((o.at for o in others if o.led_by is not None), others[0].at if others else None)


def decide(scene: Scene, organisation: Organisation, p: str) -> Outcome:
    """The list."""
    entries = counted(scene, organisation.at)
    unpaid = [each for each in entries if state(each) == UNPAID]
    works = [each for each in unpaid if isinstance(each, Work)]
    other = scene.memo("paid-other", lambda: paid_other(scene)) if unpaid else None
    if other is not None:
        outcome = warning("1", "unpaid-beside-paid", entries=_addresses(unpaid), other=other)
        for silent in scene.silent_on_led_by(other):
            outcome.remarking("led-by-absent", organisation=silent)
        return outcome.related_to(*unpaid)
    count = len(unpaid) - len(works)
    if count > scene.thresholds.unpaid_consultations:
        return warning("2", "many-unpaid", count=count).related_to(*unpaid)
    if works:
        return judge("3", "unpaid-work", entries=_addresses(works)).related_to(*works)
    unknown = [each for each in entries if state(each) == UNKNOWN]
    if unknown:
        outcome = not_stated("4", "paid-missing", entries=_addresses(unknown))
        return outcome.missing(*((each, "paid") for each in unknown)).related_to(*unknown)
    return met("5")


def _addresses(entries: list[Entry] | list[Work]) -> tuple[str, ...]:
    return tuple(each.at for each in entries)


def offer(scene: Scene, organisation: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """What is so for each entry that says nothing; that it is paid, for each that isn't; lines for a fee."""
    if not isinstance(organisation, Organisation) or outcome.result == MET:
        return
    entries = counted(scene, organisation.at)
    for entry in entries:
        path = (*entry.path, "paid")
        # What a fee says, `paid` doesn't change; and where something is only unknown, what is known stays.
        by_fee = isinstance(entry, Work) and entry.fee is not None
        if state(entry) == UNKNOWN or (state(entry) == UNPAID and not by_fee and outcome.result != NOT_STATED):
            yield Choice("choice", "paid", (Set(path, True),), entry=entry.at)
        if state(entry) == UNKNOWN:
            yield Choice("choice", "unpaid", (Set(path, False),), entry=entry.at)
    ask = tuple(organisers(scene))
    without = [each for each in entries if isinstance(each, Work) and state(each) != PAID and not each.has("fee")]
    if without:
        lines = [template(work, "fee.amount", "fee.currency", ask=ask) for work in without]
        yield Choice("template", "fee", lines)


PAY_2 = rule(
    "PAY-2",
    "all-expert-work-paid",
    set="allyship",
    severity="warning",
    passages=("R6", "R4"),
    stage="drafting",
    judged_by="community",
    settles=("1", "2"),
    reads=("work.paid", "work.fee", "consultations.paid", "consultations.answered_on", "consultations.outcome"),
    what="Advice, drafting, review and training are expert work too, and are paid as such.",
    why="Each question that is answered for nothing takes hours from an organisation's own work. Small organisations "
    "then stop answering, or pay for the event out of what was meant for their members.",
    remedy="Pay for advice and review as for any other expert's, and record it: `paid` or `fee` on the work, `paid` on "
    "the consultation.",
    question="Was more asked of you for nothing than of others?",
    messages={
        "unpaid-beside-paid": "Not paid for: {entries}. {other} is paid for work of this kind.",
        "many-unpaid": (
            "This organisation has answered {count} consultation without pay.",
            "This organisation has answered {count} consultations without pay.",
            "count",
        ),
        "unpaid-work": (
            "{entries} is expert work without pay.",
            "{entries} are expert work without pay.",
            "entries",
        ),
        "paid-missing": "Whether this was paid isn't stated: {entries}.",
        "met": "Its expert work is paid, or it was asked for little, and nobody is paid for such answers.",
        "led-by-absent": LED_BY_ABSENT,
    },
    checks=(on_organisations(has_worked, decide),),
    choices=offer,
    choice_titles={
        "paid": "Record that {entry} is paid, once it is so",
        "unpaid": "Record that {entry} isn't paid, if that is so",
        "fee": "Add lines for the fee, to be filled in",
    },
    examples=(
        example(
            "unpaid, beside an other that is paid for work",
            """
            not-met/warning net unpaid-beside-paid sex-workers | entries=w1,c1 other=ally
            not-applicable ally not-applicable
            """,
            """
stage = "drafting"
as_of = 2026-12-01
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "agreed", paid = false },
  { id = "c2", by = "ally", with = "net", about = ["budget"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "agreed" } ]
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
paid = false
[[work]]
id = "w2"
organisation = "ally"
role = "trainer"
fee = { amount = 300 }
""",
        ),
        example(
            "an other paid for its answer; one that says who leads it is named first",
            "not-met/warning net unpaid-beside-paid | entries=c1 other=ally",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "forum", name = "Forum (fictional)", kind = "ngo" },
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    paid = false },
  { id = "c2", by = "ally", with = "forum", about = ["agenda"], asked_on = 2026-10-01, paid = true },
  { id = "c3", by = "net", with = "ally", about = ["agenda"], asked_on = 2026-10-01, paid = true } ]
""",
        ),
        example(
            "nobody says who leads the one that is paid",
            "not-met/warning net unpaid-beside-paid | entries=w1 other=forum",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
paid = true
fee = { amount = 300, status = "not-offered" }
[[work]]
id = "w2"
organisation = "forum"
role = "drafter"
paid = true
""",
        ),
        example(
            "another community's organisation is no other",
            """
            to-be-judged net unpaid-work sex-workers | entries=w1
            met tnet met trans-people
            """,
            """
stage = "drafting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
fee = { amount = 300, status = "declined", declined_by = "organiser" }
[[work]]
id = "w2"
organisation = "tnet"
role = "drafter"
fee = { amount = 300, status = "declined", declined_by = "holder" }
""",
        ),
        example(
            "three answers without pay, an objection among them",
            "not-met/warning net many-unpaid | count=3",
            """
stage = "drafting"
as_of = 2026-12-01
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "objected", paid = false },
  { id = "c2", by = "ally", with = "net", about = ["aims"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "partly", paid = false },
  { id = "c3", by = "ally", with = "net", about = ["budget"], asked_on = 2026-10-01, answered_on = 2026-12-01,
    paid = false } ]
""",
        ),
        example(
            "two answers without pay, others pending, declined or still to come, where nobody is paid",
            "met net met sex-workers",
            """
stage = "drafting"
as_of = 2026-12-01
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "agreed", paid = false },
  { id = "c2", by = "ally", with = "net", about = ["aims"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "changed", paid = false },
  { id = "c3", by = "ally", with = "net", about = ["budget"], asked_on = 2026-10-01, paid = false },
  { id = "c4", by = "ally", with = "net", about = ["safety"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "declined", paid = false },
  { id = "c5", by = "ally", with = "net", about = ["safety"], asked_on = 2026-10-01, answered_on = 2026-12-02,
    outcome = "agreed", paid = false } ]
""",
        ),
        example(
            "work without pay is asked about, though nobody else is paid",
            "to-be-judged net unpaid-work | entries=w1,w2",
            """
stage = "drafting"
as_of = 2026-12-01
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
paid = false
[[work]]
id = "w2"
organisation = "net"
role = "trainer"
paid = true
fee = { amount = 0 }
[[work]]
id = "w3"
organisation = "net"
role = "trainer"
""",
        ),
        example(
            "whether it was paid isn't stated",
            "not-stated net paid-missing | entries=w1,c1",
            """
stage = "drafting"
as_of = 2026-12-01
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["aims"], asked_on = 2026-10-01, answered_on = 2026-10-09,
    outcome = "agreed", paid = false } ]
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
[[work]]
id = "w2"
organisation = "ally"
role = "drafter"
paid = true
fee = { amount = 0 }
""",
        ),
        example(
            "all of it paid",
            "met net met",
            """
stage = "closed"
as_of = 2027-07-01
consultations = [{ id = "c1", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-10-01,
    answered_on = 2026-10-09, outcome = "agreed", paid = true }]
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
paid = false
fee = { amount = 300, status = "paid" }
""",
        ),
        example(
            "nothing was asked of it, or it drafts without an entry of its own",
            "not-applicable net not-applicable",
            """
stage = "drafting"
as_of = 2026-12-01
[[statements]]
id = "t"
title = "Text"
drafters = ["net", "ally"]
""",
        ),
    ),
)
