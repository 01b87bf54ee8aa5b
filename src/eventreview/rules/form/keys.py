"""FORM-3, FORM-5: keys that are missing, and keys the format doesn't know."""

from __future__ import annotations

from eventreview.rules.form.declared import DID_YOU_MEAN, form_rule
from eventreview.rules.rule import example

FORM_3 = form_rule(
    "FORM-3",
    "missing-key",
    "error",
    what="The few keys that every reading of a plan needs are there.",
    why="Without them nobody can say what an entry is about, or from when on the rules speak.",
    remedy="Add the key, or take the entry out. What nobody knows yet isn't invented: ask whoever knows.",
    messages={"missing": "The key {key} is needed here and isn't there."},
    choice_titles={"add": "write {key} as a comment, to be filled in"},
    examples=(
        example(
            "no event is one finding, not three",
            "not-met/error plan missing | key=event",
            'stage = "idea"\nas_of = 2026-12-01\n# without event\n',
        ),
        example(
            "keys of the root, of a single table, of an entry and of a place",
            """not-met/error plan missing | key=stage
            not-met/error event missing | key=title
            not-met/error event missing | key=concerns
            not-met/error organisations[0] missing | key=id
            not-met/error p missing | key=title
            not-met/error panels[0].speakers[0] missing | key=id
            not-met/error sponsors[0] missing | key=conditions""",
            """as_of = 2026-12-01
event = { id = "e" }
organisations = [{ name = "Harbour Alliance (fictional)" }, { id = "net", name = "Lantern Network (fictional)" }]
sponsors = [{ organisation = "net" }]
[[panels]]
id = "p"
speakers = [{ status = "open" }]
""",
        ),
        example(
            "a fee without an amount, a consultation without its day",
            """not-met/error s1 missing | key=amount
            not-met/error c1 missing | key=asked_on""",
            """stage = "idea"
as_of = 2026-12-01
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", fee = { currency = "EUR" } }]
""",
        ),
    ),
)

FORM_5 = form_rule(
    "FORM-5",
    "unknown-key",
    "warning",
    what="A plan uses the keys of its format.",
    why="A key that nothing reads looks like an answer and isn't one.",
    remedy="Correct its spelling, move it to the table it belongs to, or put what it says into notes.",
    messages={
        "unknown-key": "The format has no key {key} here, so it is left out.",
        "belongs-to": "The format has no key {key} here, so it is left out. It belongs to another table: {table}.",
        **DID_YOU_MEAN,
    },
    choice_titles={"rename": "rename the key to {new}", "remove": "take the key out, with its value"},
    examples=(
        example(
            "a slip, another spelling, a key of another table, and nothing near",
            """not-met/warning p unknown-key | key=minuets suggestion=minutes
            not-met/warning p unknown-key | key=Agenda-Set-With suggestion=agenda_set_with
            not-met/warning p belongs-to | key=chosen_by table=speakers
            not-met/warning p unknown-key | key=wallpaper suggestion=""",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
minuets = 90
Agenda-Set-With = ["net"]
chosen_by = "net"
wallpaper = "blue"
""",
        ),
        example(
            "an unknown table is one finding",
            "not-met/warning plan unknown-key | key=rooms",
            """stage = "idea"
as_of = 2026-12-01
[[rooms]]
wallpaper = "blue"
[[rooms]]
wallpaper = "red"
""",
        ),
        example(
            "a key that SAF-1 forbids isn't named here",
            "",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", E-Mail = "none" }]
""",
        ),
    ),
)
