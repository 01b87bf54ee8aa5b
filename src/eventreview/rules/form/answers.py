"""FORM-12, FORM-13: judgements and waivers that have no effect, and why."""

from __future__ import annotations

from eventreview.rules.form.declared import form_rule
from eventreview.rules.rule import example

FORM_12 = form_rule(
    "FORM-12",
    "judgement-without-effect",
    "warning",
    what="A judgement answers a question that is asked, and comes from those who are asked.",
    why="What belongs to a community is answered by the community: an ally's word on its own work settles nothing.",
    remedy="Let those answer who are asked, or take the judgement out.",
    messages={
        "no-such-rule": "This judgement names a rule that doesn't exist.",
        "no-such-object": "{rule} looks at nothing under this address.",
        "dated-ahead": "This judgement is dated ahead, and nobody can have made it yet.",
        "not-theirs-to-answer": "{by} isn't among those whom {rule} asks here.",
        "cannot-settle": "No judgement settles this: {rule} asks nobody, or finds an error here, and an error takes a "
        "waiver.",
        "asked-again": "What was judged has changed since, so {rule} asks again.",
        "nothing-to-settle": "{rule} asks nothing here that a judgement would change.",
        "others-to-answer": "{by} has answered. The question stays open until these have answered as well: "
        "{populations}.",
    },
    examples=(
        example(
            "no such rule, no such object, dated ahead",
            """not-met/warning judgements[0] no-such-rule
            not-met/warning judgements[1] no-such-object | rule=BAL-1
            not-met/warning judgements[2] dated-ahead | rule=BAL-1""",
            """stage = "inviting"
as_of = 2027-01-10
judgements = [
  { rule = "BAL-99", at = "p", verdict = "met", by = "net", on = 2027-01-05 },
  { rule = "BAL-1", at = "nowhere", verdict = "met", by = "net", on = 2027-01-05 },
  { rule = "panel-balance", at = "p", verdict = "met", by = "net", on = 2027-01-11 },
]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" },
  { id = "a2", organisation = "ally" },
]
""",
        ),
        example(
            "hard case 17 c: an ally can't mark its own work",
            "not-met/warning judgements[0] not-theirs-to-answer | rule=BAL-1 by=ally",
            """stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "BAL-1", at = "p", verdict = "met", by = "ally", on = 2027-01-09 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" },
  { id = "a2", organisation = "ally" },
]
""",
        ),
        example(
            "a rule that asks nobody",
            "not-met/warning judgements[0] cannot-settle | rule=SAF-2",
            """stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "SAF-2", at = "s1", verdict = "met", by = "net", on = 2027-01-09 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], basis = "self" }]
""",
        ),
        example(
            "what was judged has changed",
            "not-met/note judgements[0] asked-again | rule=SPO-3",
            """stage = "drafting"
as_of = 2027-01-10
judgements = [{ rule = "SPO-3", at = "x", verdict = "met", by = "net", on = 2027-01-05 }]
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "x"
name = "Way Out (fictional)"
roles = ["funder"]
position = "criminalisation"
position_source = "its site"
position_on = 2027-01-06
""",
        ),
        example(
            "nothing is asked",
            "not-met/note judgements[0] nothing-to-settle | rule=SPO-3",
            """stage = "drafting"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "x", name = "Way Out (fictional)", roles = ["funder"], position = "none-public" },
]
judgements = [{ rule = "SPO-3", at = "x", verdict = "met", by = "net", on = 2027-01-05 }]
""",
        ),
    ),
)

FORM_13 = form_rule(
    "FORM-13",
    "waiver-without-effect",
    "warning",
    what="A waiver names one finding, those who agreed to live with it, and a day on which it ends.",
    why="A waiver without end, or agreed by those it doesn't cost, would turn a fault into a habit.",
    remedy="Ask those concerned again, or take the waiver out.",
    messages={
        "no-such-rule": "This waiver names a rule that doesn't exist.",
        "cannot-be-waived": "{rule} can't be waived: nobody agrees to this in another's place.",
        "no-such-object": "{rule} looks at nothing under this address.",
        "ends-before-it-starts": "This waiver ends before it starts.",
        "dated-ahead": "This waiver is dated ahead, and nobody can have agreed to it yet.",
        "expired": "This waiver ended on {until}; the finding is back.",
        "needs-an-end": "An error is waived until a day, and this waiver has none.",
        "too-long": "This waiver lasts for more than 366 days.",
        "not-theirs-to-agree": "{agreed_by} isn't among those who can agree to this.",
        "asked-again": "This waiver is about an entry without an id, and nothing shows that it is still the same.",
        "matches-nothing": "{rule} finds nothing here that would have to be waived.",
    },
    examples=(
        example(
            "no such rule, one that can't be waived, no such object",
            """not-met/warning waivers[0] no-such-rule
            not-met/warning waivers[1] cannot-be-waived | rule=FORM-5
            not-met/warning waivers[2] cannot-be-waived | rule=SAF-3
            not-met/warning waivers[3] no-such-object | rule=SPO-4""",
            """stage = "idea"
as_of = 2027-01-10
waivers = [
  { rule = "BAL-99", at = "p", reason = "r", agreed_by = "net", on = 2027-01-05 },
  { rule = "FORM-5", at = "p", reason = "r", agreed_by = "net", on = 2027-01-05 },
  { rule = "consent-per-channel", at = "p", reason = "r", agreed_by = "net", on = 2027-01-05 },
  { rule = "SPO-4", at = "nowhere", reason = "r", agreed_by = "net", on = 2027-01-05 },
]
""",
        ),
        example(
            "its days",
            """not-met/warning waivers[0] ends-before-it-starts
            not-met/warning waivers[1] dated-ahead
            not-met/warning waivers[2] expired | until=2027-01-09
            not-met/warning waivers[3] too-long""",
            """stage = "idea"
as_of = 2027-01-10
organisations = [{ id = "x", name = "Way Out (fictional)", position = "criminalisation" }]
waivers = [
  { rule = "SPO-4", at = "x", reason = "r", agreed_by = "x", on = 2027-01-05, until = 2027-01-04 },
  { rule = "SPO-4", at = "x", reason = "r", agreed_by = "x", on = 2027-01-11 },
  { rule = "SPO-4", at = "x", reason = "r", agreed_by = "x", on = 2027-01-05, until = 2027-01-09 },
  { rule = "SPO-4", at = "x", reason = "r", agreed_by = "x", on = 2027-01-05, until = 2028-01-07 },
]
""",
        ),
        example(
            "an error without an end, an ally's agreement, an index without a digest",
            """not-met/warning waivers[0] needs-an-end
            not-met/warning waivers[1] not-theirs-to-agree | agreed_by=ally
            not-met/warning waivers[2] asked-again""",
            """stage = "drafting"
as_of = 2027-01-10
sponsors = [{ organisation = "ally", conditions = ["anti-prostitution-pledge"] }]
waivers = [
  { rule = "SPO-1", at = "sponsors[0]", reason = "r", agreed_by = "net", on = 2027-01-05 },
  { rule = "SPO-1", at = "sponsors[0]", reason = "r", agreed_by = "ally", on = 2027-01-05, until = 2027-06-01 },
  { rule = "SPO-1", at = "sponsors[0]", reason = "r", agreed_by = "net", on = 2027-01-05, until = 2027-06-01 },
]
""",
        ),
        example(
            "nothing to waive",
            "not-met/note waivers[0] matches-nothing | rule=SPO-4",
            """stage = "idea"
as_of = 2027-01-10
waivers = [{ rule = "SPO-4", at = "x", reason = "r", agreed_by = "x", on = 2027-01-05 }]
[[organisations]]
id = "x"
name = "Way Out (fictional)"
position = "criminalisation"
position_source = "its site"
position_on = 2026-01-01
""",
        ),
    ),
)
