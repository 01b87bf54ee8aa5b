"""FORM-10: dates that can't be in the order they stand in."""

from __future__ import annotations

from eventreview.rules.form.declared import form_rule
from eventreview.rules.rule import example

FORM_10 = form_rule(
    "FORM-10",
    "impossible-dates",
    "error",
    what="Dates stand in an order that can have happened.",
    why="A slip in a date can turn an answer into a refusal, or a refusal into an answer.",
    remedy="Look both dates up, and correct the one that is wrong.",
    messages={
        "ends-before-start": "The event ends before it starts.",
        "after-the-end": "{key} lies after the end of the event.",
        "outside-event": "The day of this panel lies outside the event.",
        "outside-panel": "The place starts outside the time of its panel.",
        "due-before-asked": "The answer was due before it was asked for.",
        "answered-before-asked": "The answer comes before the question.",
        "reply-before-answer": "The organisation was told what became of its answer before it had answered.",
        "withdrawn-before-given": "The consent is withdrawn before it is given. It counts as withdrawn.",
        "delegated-after": "The mandate was given after the end of the event.",
        "final-before-draft": "The text is final before its drafting begins.",
        "published-before-final": "The text is published before it is drafted or final.",
        "sent-before-draft": "The text is sent before its drafting begins.",
        "signed-before-draft": "The text is signed off before its drafting begins.",
        "supplement-first": "The supplement is published before the text that it adds to.",
        "deadline-first": "The deadline lies before the day of the notice.",
        "follow-up-first": "The follow-up lies before the contact that it follows.",
        "not-met": "It is reported on before it is done.",
        "shared-early": "The evaluation is shared before the day it is planned for.",
        "recording-first": "The recording is published before the panel is held, or before its speakers have seen it.",
        "shown-before-held": "The recording is shown before the panel is held.",
        "held-in-future": "The stage says “{stage}”, and the event lies ahead. The plan is read as published.",
    },
    examples=(
        example(
            "the event, its panel and a place",
            """not-met/error event ends-before-start | key=ends
            not-met/warning p outside-event | key=starts
            not-met/warning s1 outside-panel | key=starts
            not-met/warning s2 outside-panel | key=starts""",
            """stage = "idea"
as_of = 2026-12-01
[event]
title = "Rights"
concerns = ["sex-workers"]
starts = 2027-03-10
ends = 2027-03-09
published_on = 2027-04-01
[[panels]]
id = "p"
title = "Panel"
starts = 2027-03-08T09:00:00
minutes = 60
speakers = [
  { id = "s1", starts = 2027-03-08T08:59:00 },
  { id = "s2", starts = 2027-03-08T10:01:00 },
  { id = "s3", starts = 2027-03-08T10:00:00 },
]
""",
        ),
        example(
            "after the end",
            """not-met/warning event after-the-end | key=agenda_fixed_on
            not-met/warning event after-the-end | key=published_on
            not-met/warning s1 delegated-after""",
            """stage = "idea"
as_of = 2026-12-01
[event]
title = "Rights"
concerns = ["sex-workers"]
ends = 2027-03-10
agenda_fixed_on = 2027-03-11
published_on = 2027-03-11
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", delegated_on = 2027-03-11 }]
""",
        ),
        example(
            "a consultation; what is at fault counts as absent for the next line",
            """not-met/error c1 due-before-asked
            not-met/error c1 answered-before-asked
            not-met/error c2 reply-before-answer""",
            """stage = "idea"
as_of = 2026-12-01
[[consultations]]
id = "c1"
by = "ally"
with = "net"
about = ["speakers"]
asked_on = 2026-11-10
reply_by = 2026-11-09
answered_on = 2026-11-09
reply_given_on = 2026-11-08
[[consultations]]
id = "c2"
by = "ally"
with = "net"
about = ["agenda"]
asked_on = 2026-11-10
answered_on = 2026-11-12
reply_given_on = 2026-11-11
""",
        ),
        example(
            "a consent",
            "not-met/error s1 withdrawn-before-given | key=withdrawn_on",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", consent = { on = 2026-11-10, withdrawn_on = 2026-11-09 } }]
""",
        ),
        example(
            "texts",
            """not-met/error t final-before-draft
            not-met/error t published-before-final
            not-met/error t sent-before-draft
            not-met/error t signed-before-draft
            not-met/warning u supplement-first""",
            """stage = "idea"
as_of = 2026-12-01
[[statements]]
id = "t"
title = "Text"
drafters = ["net"]
drafting_from = 2026-11-10
finalised_on = 2026-11-09
published_on = 2026-11-09
sent_on = 2026-11-09
sign_off = [{ organisation = "net", on = 2026-11-09 }]
[[statements]]
id = "u"
title = "Addition"
drafters = ["net"]
published_on = 2026-11-01
supplement_to = "v"
[[statements]]
id = "v"
title = "Another text"
drafters = ["net"]
published_on = 2026-11-02
""",
        ),
        example(
            "notices, bridges, commitments, the evaluation",
            """not-met/warning notices[0] deadline-first
            not-met/warning bridges[0] follow-up-first
            not-met/warning commitments[0] not-met | key=reported_on
            not-met/warning evaluation shared-early""",
            """stage = "idea"
as_of = 2026-12-01
notices = [{ opportunity = "call", to = "net", sent_on = 2026-11-10, deadline = 2026-11-09 }]
bridges = [{ community_organisation = "net", to = "ally", on = 2026-11-10, follow_up_on = 2026-11-09 }]
commitments = [{ what = "a room", by = "ally", done_on = 2026-11-10, reported_on = 2026-11-09 }]
evaluation = { planned_on = 2026-11-10, shared_on = 2026-11-09 }
""",
        ),
        example(
            "recordings",
            """not-met/error p shown-before-held
            not-met/warning p recording-first
            not-met/warning q recording-first""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights", concerns = ["sex-workers"], starts = 2026-11-10T18:00:00 }
[[panels]]
id = "p"
title = "Panel"
recording_shown_on = 2026-11-09
recording_published_on = 2026-11-09
[[panels]]
id = "q"
title = "Panel"
recording_shown_on = 2026-11-12
recording_published_on = 2026-11-11
""",
        ),
        example(
            "held, and still ahead",
            "not-met/error plan held-in-future | key=stage stage=held",
            """stage = "held"
as_of = 2026-12-01
event = { title = "Rights", concerns = ["sex-workers"], starts = 2026-12-02 }
""",
        ),
        example(
            "the same day is possible, and so is whatever the rules are about",
            "",
            """stage = "held"
as_of = 2026-12-01
[event]
title = "Rights"
concerns = ["sex-workers"]
starts = 2026-12-01
ends = 2026-12-01
published_on = 2026-12-01
[[consultations]]
id = "c1"
by = "ally"
with = "net"
about = ["speakers"]
asked_on = 2026-11-10
answered_on = 2026-11-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", chosen_by = "net", chosen_on = 2026-11-01, invited_on = 2026-10-01 }]
""",
        ),
    ),
)
