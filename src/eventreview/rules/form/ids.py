"""FORM-7, FORM-8, FORM-9: ids, and what points at them."""

from __future__ import annotations

from eventreview.rules.form.declared import DID_YOU_MEAN, form_rule
from eventreview.rules.rule import example

FORM_7 = form_rule(
    "FORM-7",
    "bad-id",
    "error",
    what="An id is made of small letters from a to z, digits and hyphens.",
    why="Ids stand in references, reports and web addresses; one that is written in several ways is found in none.",
    remedy="Give the id another spelling, here and wherever it is named.",
    messages={
        "bad-id": "The value of {key} has other signs than small letters from a to z, digits and hyphens, starts with a hyphen "
        "or has more than 64 characters.",
        "reserved-id": "The {key} is a word that means something else in a plan, so nothing is found by it.",
    },
    choice_titles={"rename": "write {new} here and wherever it is named"},
    examples=(
        example(
            "capitals, blanks and hyphens in front, a tag as well",
            """not-met/error Net bad-id | key=id
            not-met/error -p bad-id | key=id
            not-met/error s1 bad-id | key=person""",
            """stage = "idea"
as_of = 2026-12-01
organisations = [{ id = "Net", name = "Lantern Network (fictional)" }]
[[panels]]
id = "-p"
title = "Panel"
speakers = [{ id = "s1", organisation = "Net", person = "R M" }]
""",
        ),
        example(
            "a word with another meaning",
            """not-met/error organisations[0] reserved-id | key=id
            not-met/error panels[0] reserved-id | key=id""",
            """stage = "idea"
as_of = 2026-12-01
organisations = [{ id = "self", name = "Lantern Network (fictional)" }]
panels = [{ id = "plan", title = "Panel" }]
""",
        ),
    ),
)

FORM_8 = form_rule(
    "FORM-8",
    "duplicate-id",
    "error",
    what="An id stands for one thing in the whole file.",
    why="Where two entries have one id, a choice, a fee or a consent can be read as somebody else's.",
    remedy="Give the later entry an id of its own, and look at what names the old one.",
    messages={
        "duplicate": "The id {id} is taken since line {first_line}; wherever it is named, that entry is meant.",
    },
    choice_titles={"rename": "give this entry the id {new}"},
    examples=(
        example(
            "the same id twice, in one table or in two",
            """not-met/error organisations[1] duplicate | id=net
            not-met/error panels[0].speakers[0] duplicate | id=net first_line=5
            not-met/error panels[0] duplicate | id=rights""",
            """stage = "idea"
as_of = 2026-12-01
event = { id = "rights", title = "Rights and evidence", concerns = ["sex-workers"] }
organisations = [{ id = "net", name = "Lantern (fictional)" }, { id = "net", name = "Harbour (fictional)" }]
panels = [{ id = "rights", title = "Panel", speakers = [{ id = "net" }] }]
""",
        ),
        example(
            "the event's id is a later one too",
            "not-met/error event duplicate | id=p",
            """stage = "idea"
as_of = 2026-12-01
panels = [{ id = "p", title = "Panel" }]
event = { id = "p", title = "Rights and evidence", concerns = ["sex-workers"] }
""",
        ),
    ),
)

FORM_9 = form_rule(
    "FORM-9",
    "dangling-reference",
    "error",
    what="What a plan points at is in the plan.",
    why="A choice or a mandate that points nowhere is nobody's.",
    remedy="Correct the id, or add the entry that it names.",
    messages={
        "no-such": "{key} names {id}, and nothing in the plan has this id.",
        "wrong-kind": "{key} names {id}, which is of another kind.",
        "itself": "{key} names its own entry.",
        "ring": "Through {key}, entries name one another in a ring; none of these links counts.",
        "is-event": "It is the event.",
        "is-organisations": "It is an organisation.",
        "is-panels": "It is a panel.",
        "is-speakers": "It is a place.",
        "is-consultations": "It is a consultation.",
        "is-statements": "It is a statement.",
        "is-work": "It is a piece of work.",
        "wants-organisations": "This key takes the id of an organisation.",
        "wants-speakers": "This key takes the id of a place.",
        "wants-statements": "This key takes the id of a statement.",
        "wants-panels-statements": "This key takes the id of a panel or of a statement.",
        "wants-panels-speakers-statements": "This key takes the id of a panel, of a place or of a statement.",
        **DID_YOU_MEAN,
    },
    choice_titles={"replace": "write {new} instead", "add": "write an entry for {id} as a comment, to be filled in"},
    examples=(
        example(
            "no such id, and the nearest one",
            """not-met/error s1 no-such | key=organisation id=nett suggestion=net
            not-met/error s1 no-such | key=chosen_by id=somebody suggestion=""",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "nett", chosen_by = "somebody", mode_chosen_by = "self" }]
""",
        ),
        example(
            "another kind of object, the event among them",
            """not-met/error s1 wrong-kind | key=organisation id=p found=panels wanted=organisations
            not-met/error c1 wrong-kind | key=ref id=rights found=event""",
            """stage = "idea"
as_of = 2026-12-01
event = { id = "rights", title = "Rights and evidence", concerns = ["sex-workers"] }
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01, ref = "rights" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "p" }]
""",
        ),
        example(
            "itself, and a ring",
            """not-met/error net itself | key=member_of
            not-met/error s1 ring | key=replaces""",
            """stage = "idea"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", member_of = ["net"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", replaces = "s2" }, { id = "s2", replaces = "s1" }]
""",
        ),
    ),
)
