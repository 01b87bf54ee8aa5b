"""PAY-1: the same work is paid the same, whoever does it."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Remove, Set
from eventreview.plan.model import Place, Work
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import MET, error, judge, met, not_applicable, not_stated, warning
from eventreview.rules.pay.entries import OPEN, UNPAID, paid_others, state
from eventreview.rules.pay.fees import currency_of, exact, highest, organiser_declined, plain
from eventreview.rules.pay.side_by_side import addresses, beside, fees_of, paid_more, paid_most, peers_of, rates_lacking
from eventreview.rules.rule import Choice, example, on_places, on_work, rule

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


# What most examples share: a panel, without and with the currency of its event.
PANEL = """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
"""
OFFERS = """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], currency = "EUR" }
[[panels]]
id = "p"
title = "Panel"
speakers = [
"""

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
        "panel.kind",
        "speakers.fee",
        "speakers.role",
        "speakers.minutes",
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
    examples=(
        example(
            "12a an offer declined, and one paid to the place's own organisation",
            """
            met s1 declined-by-holder sex-workers
            met s2 met sex-workers
            not-applicable a1 not-applicable
            """,
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "declined", declined_by = "holder" } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "agreed", paid_to = "net" } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "EUR", status = "agreed" } } ]
""",
        ),
        example(
            "12b, 12c, 12d declined by the organisers, by whom isn't said, paid to an ally",
            """
            not-met/error s1 declined-by-organiser
            not-stated s2 who-declined
            not-met/warning s3 paid-elsewhere | organisation=ally
            """,
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "declined", declined_by = "organiser" } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "declined" } },
  { id = "s3", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "agreed", paid_to = "ally" } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "EUR", status = "agreed" } } ]
""",
        ),
        example(
            "13a nobody is paid",
            "not-met/warning s1 nobody-paid sex-workers",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], fee_policy = "nobody" }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "13b nothing is said of fees",
            "not-stated s1 no-fees",
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" } ]
""",
        ),
        example(
            "13c the network says that it is fine",
            "met s1 nobody-paid",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], fee_policy = "nobody" }
judgements = [{ rule = "PAY-1", at = "s1", verdict = "met", by = "net", on = 2027-02-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "13d an ally can't say so",
            "not-met/warning s1 nobody-paid",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], fee_policy = "nobody" }
judgements = [{ rule = "PAY-1", at = "s1", verdict = "met", by = "ally", on = 2027-02-01 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "the organisers took back every offer",
            "not-met/warning s1 nobody-paid",
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "EUR",
    status = "declined", declined_by = "organiser" } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "EUR", status = "declined",
    declined_by = "organiser" } } ]
""",
        ),
        example(
            "others are paid, and before the programme is out nothing is offered here",
            """
            not-stated s1 fee-missing | paid_others=a1,a2
            not-stated s2 fee-missing
            not-met/error s3 unpaid-beside-paid
            """,
            """
stage = "inviting"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, status = "not-offered" } },
  { id = "s3", organisation = "net", represents = ["sex-workers"], fee = { amount = 0 } },
  { id = "a1", organisation = "ally", fee = { amount = 300 } },
  { id = "a2", organisation = "ally", role = "keynote", fee = { amount = 500 } } ]
""",
        ),
        example(
            "unpaid beside paid: no fee, nothing, an offer kept back, and one that an other's holder declined",
            """
            not-met/error s1 unpaid-beside-paid | paid_others=a1,a2 highest=800 currency=EUR
            not-met/error s2 unpaid-beside-paid
            not-met/error s3 unpaid-beside-paid
            """,
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 0, currency = "EUR" } },
  { id = "s3", organisation = "net", represents = ["sex-workers"], fee = { amount = 800, currency = "EUR",
    status = "not-offered" } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "EUR" } },
  { id = "a2", organisation = "ally", fee = { amount = 800, currency = "EUR", status = "declined",
    declined_by = "holder" } } ]
""",
        ),
        example(
            "the highest of several currencies, by their rates",
            "not-met/error s1 unpaid-beside-paid | paid_others=a1,a2,a3 highest=400 currency=USD",
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", fee = { amount = 350 } },
  { id = "a2", organisation = "ally", fee = { amount = 400, currency = "USD", rate = 0.9 } },
  { id = "a3", organisation = "ally", fee = { amount = 90000, currency = "XOF" } } ]
""",
        ),
        example(
            "the highest where no rate is known, as it is written",
            "not-met/error s1 unpaid-beside-paid | highest=400 currency=USD",
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", fee = { amount = 350, currency = "EUR" } },
  { id = "a2", organisation = "ally", fee = { amount = 400, currency = "USD" } } ]
""",
        ),
        example(
            "a lower fee; the first of the highest is named, and a community that is paid more is no fault",
            """
            not-met/error s1 lower-fee | amount=250 currency=EUR highest=300.5 peer=a2
            met s2 met
            """,
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 250 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 400, currency = "EUR" } },
  { id = "a1", organisation = "ally", fee = { amount = 300 } },
  { id = "a2", organisation = "ally", fee = { amount = 300.5, currency = "EUR" } },
  { id = "a3", organisation = "ally", fee = { amount = 300.5 } } ]
""",
        ),
        example(
            "currencies that nobody names are one; a rate between equals is left aside",
            """
            met s1 met
            not-met/error s2 lower-fee | amount=299 currency=None highest=300 peer=a1
            """,
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, rate = 0.5 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 299 } },
  { id = "a1", organisation = "ally", fee = { amount = 300, rate = 2 } } ]
""",
        ),
        example(
            "after a conversion less than a hundredth is no gap, and a hundredth is one",
            """
            met s1 met
            not-met/error s2 lower-fee | amount=297 currency=EUR highest=300 peer=a1
            """,
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 330.01, currency = "USD",
    rate = 0.9 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 330, currency = "USD",
    rate = 0.9 } },
  { id = "a1", organisation = "ally", fee = { amount = 300 } } ]
""",
        ),
        example(
            "decimals as they are written: three tenths aren't a shade more",
            "met s1 met",
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 0.297, currency = "EUR" } },
  { id = "a1", organisation = "ally", fee = { amount = 0.99, currency = "USD", rate = 0.3 } } ]
""",
        ),
        example(
            "of several currencies the fee that is most, measured against this one",
            "not-met/error s1 lower-fee | peer=a2 amount=90 highest=110 currency=EUR",
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 100, currency = "USD",
    rate = 0.9 } },
  { id = "a1", organisation = "ally", fee = { amount = 120, currency = "USD" } },
  { id = "a2", organisation = "ally", fee = { amount = 110, currency = "EUR" } } ]
""",
        ),
        example(
            "two currencies and no rate",
            """
            not-stated s1 rate-missing | peer=a1
            not-stated s2 rate-missing | peer=a1
            """,
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300, currency = "USD" } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 90000, currency = "XOF",
    rate = 0.0015 } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "CHF" } } ]
""",
        ),
        example(
            "one peer that can be compared is enough",
            "met s1 met",
            OFFERS
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300 } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "CHF" } },
  { id = "a2", organisation = "ally", fee = { amount = 300 } } ]
""",
        ),
        example(
            "a currency that nobody names isn't known to be another",
            "not-stated s1 rate-missing",
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300 } },
  { id = "a1", organisation = "ally", fee = { amount = 300, currency = "EUR" } } ]
""",
        ),
        example(
            "by the hour and by the place",
            """
            to-be-judged s1 not-comparable | paid_others=a1
            to-be-judged s2 not-comparable | paid_others=a1
            """,
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 100, unit = "hour" } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], fee = { amount = 100, unit = "day" } },
  { id = "a1", organisation = "ally", fee = { amount = 300 } } ]
""",
        ),
        example(
            "half as long again is about as long; longer isn't",
            """
            not-met/error s1 lower-fee | peer=a1
            to-be-judged s2 not-comparable | paid_others=a1,a2
            not-met/error s3 lower-fee | peer=a1
            not-met/error s4 lower-fee | peer=a2 highest=900
            """,
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], minutes = 10, fee = { amount = 100 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], minutes = 9, fee = { amount = 100 } },
  { id = "s3", organisation = "net", represents = ["sex-workers"], minutes = 30, fee = { amount = 100 } },
  { id = "s4", organisation = "net", represents = ["sex-workers"], fee = { amount = 100 } },
  { id = "a1", organisation = "ally", minutes = 15, fee = { amount = 300 } },
  { id = "a2", organisation = "ally", minutes = 90, fee = { amount = 900 } } ]
""",
        ),
        example(
            "without minutes only the places of one panel are set side by side; the whole plan is looked at",
            """
            to-be-judged s1 not-comparable | paid_others=a1
            not-met/error s2 lower-fee | peer=a1
            not-met/error s3 unpaid-beside-paid | paid_others=a1
            not-stated s4 no-fees
            """,
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 100 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"], minutes = 10, fee = { amount = 100 } },
  { id = "s3", organisation = "net", represents = ["sex-workers"] } ]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "a1", organisation = "ally", minutes = 10, fee = { amount = 300 } }]
[[panels]]
id = "w"
title = "Workshop"
kind = "workshop"
speakers = [{ id = "s4", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "a moderator isn't a panellist; each role apart where the event pays by role",
            """
            not-met/error s1 lower-fee | peer=k1
            met m1 met
            """,
            PANEL
            + """
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300 } },
  { id = "m1", organisation = "net", represents = ["sex-workers"], role = "moderator", fee = { amount = 100 } },
  { id = "k1", organisation = "ally", role = "keynote", fee = { amount = 900 } } ]
""",
        ),
        example(
            "each role apart where the event pays by role",
            """
            met s1 met
            not-met/error k2 lower-fee | peer=k1
            """,
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers"], fee_policy = "by-role" }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], fee = { amount = 300 } },
  { id = "k1", organisation = "ally", role = "keynote", fee = { amount = 900 } },
  { id = "k2", organisation = "net", represents = ["sex-workers"], role = "keynote", fee = { amount = 300 } } ]
""",
        ),
        example(
            "an open mandate is asked for, and is no other; out places and other communities' voices are none either",
            """
            not-stated s1 not-stated sex-workers
            not-stated s2 no-fees
            met t1 met trans-people
            """,
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", fee = { amount = 500 } },
  { id = "s2", organisation = "net", represents = ["sex-workers"] },
  { id = "s3", organisation = "net", represents = ["sex-workers"], status = "withdrawn" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"], fee = { amount = 500 } },
  { id = "a1", organisation = "ally", status = "declined", fee = { amount = 900 } } ]
[[panels]]
id = "q"
title = "Second panel"
concerns = ["women"]
speakers = [{ id = "s4", organisation = "net", fee = { amount = 500 } }]
""",
        ),
        example(
            "a voice on a panel about others, and one place of two voices",
            """
            not-met/error s1 unpaid-beside-paid sex-workers
            not-met/error s2 lower-fee sex-workers trans-people
            """,
            """
stage = "published"
as_of = 2027-02-05
organisations = [
  { id = "both", name = "Two Tides (fictional)", led_by = ["sex-workers", "trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
speakers = [
  { id = "s1", organisation = "both", represents = ["sex-workers"] },
  { id = "s2", organisation = "both", represents = ["trans-people", "sex-workers"], fee = { amount = 100 } },
  { id = "a1", organisation = "ally", fee = { amount = 300 } } ]
""",
        ),
        example(
            "paid to a sub-group, to one of which nobody says who leads it, to another of their own",
            """
            not-met/warning s1 paid-elsewhere | organisation=wnet
            not-met/warning s2 paid-elsewhere | organisation=forum
            met s3 met
            met s4 met
            """,
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "dnet-2", name = "Needle South (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "dnet", represents = ["people-who-use-drugs"], fee = { amount = 9, paid_to = "wnet" } },
  { id = "s2", organisation = "dnet", represents = ["people-who-use-drugs"], fee = { amount = 9, paid_to = "forum" } },
  { id = "s3", organisation = "dnet", represents = ["people-who-use-drugs"], fee = { amount = 9, paid_to = "dnet-2" } },
  { id = "s4", organisation = "dnet", represents = ["people-who-use-drugs"], fee = { amount = 9,
    paid_to = "holder" } } ]
""",
        ),
        example(
            "nobody says who leads the organisation whose place is paid",
            "not-met/error s1 unpaid-beside-paid | paid_others=f1",
            """
stage = "published"
as_of = 2027-02-05
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "f1", organisation = "forum", fee = { amount = 300 } } ]
""",
        ),
        example(
            "a closed caucus: its places aren't named",
            "not-met/error s1 unpaid-beside-paid | paid_others=c",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "c"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "x1", organisation = "ally", fee = { amount = 300 } },
  { id = "x2", organisation = "ally", fee = { amount = 300 } } ]
""",
        ),
        example(
            "work: of one role, whoever did it; unpaid work is PAY-2's",
            """
            not-met/error w1 lower-fee sex-workers | peer=w2 amount=400 highest=500
            not-applicable w2 not-applicable
            met w3 met
            not-applicable w4 not-applicable
            not-applicable w5 not-applicable
            to-be-judged w6 not-comparable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
fee = { amount = 400 }
[[work]]
id = "w2"
organisation = "ally"
role = "drafter"
fee = { amount = 500 }
[[work]]
id = "w3"
organisation = "net"
role = "trainer"
paid = false
fee = { amount = 400 }
[[work]]
id = "w4"
organisation = "net"
role = "drafter"
paid = false
[[work]]
id = "w5"
organisation = "net"
role = "drafter"
[[work]]
id = "w6"
organisation = "net"
role = "drafter"
fee = { amount = 50, unit = "hour" }
""",
        ),
        example(
            "work that is paid, without an amount here or there",
            """
            not-stated w1 amount-missing
            not-stated w3 amount-missing
            not-met/error w5 declined-by-organiser
            not-met/warning w6 nobody-paid
            """,
            """
stage = "inviting"
as_of = 2027-01-10
[[work]]
id = "w1"
organisation = "net"
role = "drafter"
paid = true
[[work]]
id = "w2"
organisation = "ally"
role = "drafter"
fee = { amount = 500 }
[[work]]
id = "w3"
organisation = "net"
role = "trainer"
fee = { amount = 400 }
[[work]]
id = "w4"
organisation = "ally"
role = "trainer"
paid = true
[[work]]
id = "w5"
organisation = "net"
role = "trainer"
fee = { amount = 400, status = "declined", declined_by = "organiser" }
[[work]]
id = "w6"
organisation = "net"
role = "evaluator"
fee = { amount = 400, status = "declined", declined_by = "organiser" }
""",
        ),
        example(
            "not before places are held",
            "not-yet s1 not-yet",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
    ),
)
