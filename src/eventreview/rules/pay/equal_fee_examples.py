"""Examples of PAY-1, apart from the rule for their number."""

from __future__ import annotations

from eventreview.rules.rule import example

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

EXAMPLES = (
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
)
