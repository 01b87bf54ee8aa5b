"""PAY-1: the same work is paid the same, whoever does it."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Remove, Set
from eventreview.plan.model import Place, Work
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import MET, error, judge, met, not_applicable, not_stated, warning
from eventreview.rules.pay.entries import OPEN, UNPAID, paid_others, state
from eventreview.rules.pay.equal_fee_examples import EXAMPLES
from eventreview.rules.pay.fees import currency_of, exact, highest, organiser_declined, plain
from eventreview.rules.pay.side_by_side import addresses, beside, fees_of, paid_more, paid_most, peers_of, rates_lacking
from eventreview.rules.rule import Choice, on_places, on_work, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.pay.entries import Entry
    from eventreview.rules.words import Scene

NO_FEE = ("fee-missing", "unpaid-beside-paid", "nobody-paid", "no-fees", "amount-missing")


def somebodys_voice(scene: Scene, s: Place) -> tuple[str, ...]:
    """A place that is voice of somebody, whatever its panel is about; or one whose mandate is open."""
    if scene.mandate_open(s):
        return tuple(p for p in scene.about(s) if scene.led(s.organisation, p))
    return scene.voices(s)


def somebodys_work(scene: Scene, work: Work) -> tuple[str, ...]:
    """Work of an organisation that a community leads."""
    organisation = scene.organisation(work.organisation)
    return tuple(sorted((organisation.led_by if organisation else None) or (), key=v.order_of))


def decide_place(scene: Scene, s: Place, p: str) -> Outcome:
    """The list for a place; whose voice an open mandate carries is asked first."""
    if scene.mandate_open(s):
        return not_stated("applies").about("represents").missing((s, "represents"))
    return decide(scene, s, p)


def decide(scene: Scene, entry: Place | Work, p: str) -> Outcome:
    """The list."""
    fee, how, paid = entry.fee, state(scene, entry), paid_others(scene, entry)
    is_place = isinstance(entry, Place)
    if fee is not None and organiser_declined(fee):
        if paid:
            return beside(scene, error("1", "declined-by-organiser").about("fee"), p, paid)
        return warning("6", "nobody-paid").about("fee")
    if fee is not None and fee.status == "declined" and fee.declined_by is None:
        return not_stated("2", "who-declined").about("fee").missing((fee, "declined_by"))
    if is_place and how == OPEN and paid and scene.before_stage("published"):
        outcome = not_stated("3", "fee-missing", paid_others=addresses(paid)).about("fee")
        return beside(scene, outcome.missing(_lacking(entry)), p, paid)
    if is_place and how in (OPEN, UNPAID) and paid:
        most = highest(scene.plan.event, fees_of(paid))
        sums = {"highest": plain(exact(most.amount)), "currency": currency_of(scene.plan.event, most)}
        outcome = error("4", "unpaid-beside-paid", paid_others=addresses(paid), **sums).about("fee")
        return beside(scene, outcome, p, paid)
    if not is_place and how in (OPEN, UNPAID):
        return not_applicable("5")
    if how == UNPAID or (how == OPEN and scene.plan.event.fee_policy == "nobody"):
        return warning("6", "nobody-paid").about("fee")
    if how == OPEN:
        return not_stated("7", "no-fees").about("fee").missing(_lacking(entry))
    return decide_paid(scene, entry, p, paid)


def decide_paid(scene: Scene, entry: Place | Work, p: str, paid: Sequence[Entry]) -> Outcome:
    """The rest of the list, where something is paid here as well."""
    fee = entry.fee
    peers = peers_of(scene, entry, paid)
    more = paid_more(peers)
    if more:
        peer, pair = paid_most(more)
        (at,) = addresses([peer])
        sums = {"amount": plain(pair.mine), "currency": pair.currency, "highest": plain(pair.theirs)}
        outcome = error("8", "lower-fee", **sums, peer=at).about("fee.amount")
        return beside(scene, outcome, p, [other for other, _ in more])
    account = fee.paid_to if fee is not None else None
    if account not in (None, "holder", entry.organisation) and not scene.led(account, p):
        outcome = warning("9", "paid-elsewhere", organisation=account).about("fee.paid_to")
        return not_theirs(scene, outcome, p, account)
    if peers and all(pair is None for _, pair in peers):
        others = [other for other, _ in peers]
        outcome = not_stated("10", "rate-missing", peer=addresses(others)[0]).about("fee")
        return beside(scene, outcome.missing(*rates_lacking(scene, entry, others)), p, others)
    if paid and (fee is None or not fees_of(paid)):
        lacking = [entry] if fee is None else paid
        outcome = not_stated("10", "amount-missing").about("fee").missing(*((each, "fee") for each in lacking))
        return beside(scene, outcome, p, paid)
    if paid and not peers:
        return beside(scene, judge("11", "not-comparable", paid_others=addresses(paid)).about("fee"), p, paid)
    if fee is not None and fee.status == "declined":
        return met("12", "declined-by-holder").about("fee")
    return met("12").about("fee")


def _lacking(entry: Entry) -> tuple[Table, str]:
    """A fee that is absent; or the status of one that is still kept back."""
    return (entry, "fee") if entry.fee is None else (entry.fee, "status")


def offer(scene: Scene, entry: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """The peer's fee; what the event pays; or lines to fill in."""
    if not isinstance(entry, Place | Work) or outcome.result == MET:
        return
    event = scene.plan.event
    if outcome.message_id == "lower-fee":
        yield from _as_the_peer(scene, entry)
    if outcome.message_id == "no-fees" and not event.has("fee_policy"):
        for policy in v.FEE_POLICIES:
            yield Choice("choice", f"policy-{policy}", (Set((*event.path, "fee_policy"), policy),))
    if outcome.message_id in NO_FEE and not entry.has("fee"):
        lines = template(entry, "fee.amount", "fee.currency", ask=tuple(organisers(scene)))
        yield Choice("template", "fee", (lines,))
    if outcome.message_id == "rate-missing":
        others = [other for other, _ in peers_of(scene, entry, paid_others(scene, entry))]
        without = [table for table, key in rates_lacking(scene, entry, others) if key == "rate"]
        if without:
            yield Choice("template", "rate", [template(table, "rate") for table in without])


def _as_the_peer(scene: Scene, entry: Entry) -> Iterator[Choice]:
    fee = entry.fee
    more = paid_more(peers_of(scene, entry, paid_others(scene, entry)))
    # What has been paid is paid: a new offer is no correction of it.
    if fee is None or fee.status == "paid" or not more:
        return
    peer, _ = paid_most(more)
    (at,) = addresses([peer])
    assert peer.fee is not None
    edits: list[Edit] = []
    for key, value in (("amount", peer.fee.amount), ("currency", peer.fee.currency), ("rate", peer.fee.rate)):
        if value is not None:
            edits.append(Set((*fee.path, key), value))
        elif fee.has(key):
            edits.append(Remove((*fee.path, key)))
    edits.append(Set((*fee.path, "status"), "offered"))
    if fee.has("declined_by"):
        edits.append(Remove((*fee.path, "declined_by")))
    yield Choice("choice", "as-the-peer", edits, peer=at)


PAY_1 = rule(
    "PAY-1",
    "equal-fee",
    set="allyship",
    severity="error",
    passages=("R6",),
    stage="inviting",
    judged_by="community",
    settles=("6", "9"),
    reads=(
        "fee",
        "paid",
        "role",
        "minutes",
        "panels.kind",
        "panels.speakers.fee",
        "panels.speakers.role",
        "panels.speakers.minutes",
        "work.fee",
        "work.paid",
        "work.role",
        "event.currency",
        "event.fee_policy",
        "stage",
    ),
    what="The same work is paid the same, whoever does it; the expertise of the community is no cheaper.",
    why="Others often come on a salary, and the community's experts on time that nobody pays. An unequal fee says what "
    "their knowledge is held to be worth, and shuts out those who can't afford to give it away.",
    remedy="Offer the same fee for the same part, with preparation, lost earnings and care in it, and record it under "
    "`fee`. Who declines a fee, or has it paid elsewhere, isn't asked why.",
    question="Does the fee cover preparation, lost earnings and care, and is it the same work as the other's?",
    messages={
        "not-stated": "This place is held for a community organisation, and the plan doesn't say whose voice it "
        "carries. With `represents` its fee can be set beside the others'.",
        "declined-by-organiser": "The organisers declined the fee here, while others are paid for the same work.",
        "who-declined": "A fee was declined, and the plan doesn't say by whom.",
        "fee-missing": "Paid for the same part: {paid_others}. No fee is on offer here yet.",
        "unpaid-beside-paid": "Paid for the same part: {paid_others}; the highest fee: {highest} ({currency}). Here "
        "nothing is paid.",
        "nobody-paid": "As far as the plan says, nobody is paid for this part. Others often come on a salary; those of "
        "the community may give up a day's earnings.",
        "no-fees": "No fee is stated for this part, here or for others.",
        "lower-fee": "The fee of {peer} is {highest} for the same work, and here it is {amount} (currency: "
        "{currency}).",
        "paid-elsewhere": "The fee goes to {organisation}, which is neither the organisation named here nor one of "
        "the community's.",
        "rate-missing": "The fee here and that of {peer} are in different currencies, and nothing says how they "
        "compare.",
        "amount-missing": "This work is paid, and so is that of others, but the amounts can't be set side by side.",
        "not-comparable": (
            "{paid_others} is paid as well, by another unit or for another length, so the fees can't be compared by "
            "number alone.",
            "{paid_others} are paid as well, by another unit or for another length, so the fees can't be compared by "
            "number alone.",
            "paid_others",
        ),
        "declined-by-holder": "A fee was offered, and its holder declined it. No fee that can be compared is higher; "
        "the offer is what counts.",
        "met": "Nobody whose fee can be compared is paid more for the same work.",
        **REMARKS,
    },
    checks=(on_places(somebodys_voice, decide_place), on_work(somebodys_work, decide)),
    choices=offer,
    choice_titles={
        "as-the-peer": "Offer the same fee as at {peer}: picking this says that the offer has been made",
        "policy-equal": "Record that the event pays everybody alike, if that is so",
        "policy-by-role": "Record that the event pays by role, if that is so",
        "policy-nobody": "Record that the event pays nobody, if that is so",
        "fee": "Add lines for the fee, to be filled in",
        "rate": "Add a line for the exchange rate into the event's currency, to be filled in",
    },
    examples=EXAMPLES,
)
