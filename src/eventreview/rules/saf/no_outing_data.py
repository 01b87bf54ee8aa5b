"""SAF-1: nothing in the file that could out a person or reach one. The search itself is `plan.outing`."""

from __future__ import annotations

from eventreview.plan import outing
from eventreview.plan.edits import Remove, Set
from eventreview.rules.at_path import value_at
from eventreview.rules.rule import Choice, example, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.outing import Outing


def choices_of_outing(found: Outing, values: dict[str, object]) -> Iterator[Choice]:
    """Take the key out with its value, or cut the match out of the text; a person may have to store it elsewhere first.

    values: the parsed data of the file.
    """
    yield Choice("choice", "remove", (Remove(found.path),))
    text = None if found.key_at_fault else value_at(values, found.path)
    if isinstance(text, str):
        left = without_matches(text)
        if left:
            yield Choice("choice", "cut", (Set(found.path, left),))


def without_matches(text: str) -> str:
    """The text without the stretches that SAF-1 forbids; where two blanks would meet, one stays."""
    kept = ""
    last = 0
    for _, start, end in outing.spans(text):
        kept += text[last:start]
        last = end + 1 if kept[-1:].isspace() and text[end : end + 1].isspace() else end
    left = kept + text[last:]
    # Cutting may bring two pieces together that match again; then only the whole text can go.
    return "" if outing.reveals(left) else left.strip()


SAF_1 = rule(
    "SAF-1",
    "no-outing-data",
    set="safety",
    severity="error",
    stage=None,
    judged_by="nobody",
    basis="practice among communities living with HIV (GIPA): taking part requires no disclosure",
    what="The file holds no fact about a human being's identity, health, papers or whereabouts, and no way to reach "
    "them.",
    why="A plan is passed round, printed and kept. One such line can out a person to the police, an employer or a "
    "family, and nothing takes it back.",
    remedy="Take it out of the file, and let the organisation that holds the place keep what somebody has to know. "
    "Of an organisation, give its site as the url of a source, or leave it out.",
    messages={
        "forbidden-key": "The key {key} asks for a fact about a person, or a way to reach them; no plan holds that.",
        "email-in-text": "An e-mail address stands at {key}. An organisation's own address counts as well: its site "
        "can be the url of a source, or it is left out.",
        "phone-in-text": "A phone number stands at {key}. An organisation's own number counts as well: its site can "
        "be the url of a source, or it is left out.",
        "met": "No key and no text of the file could out a person or reach one.",
    },
    choice_titles={
        "remove": "take the key out, with its value",
        "cut": "cut the address or the number out of the text",
    },
    examples=(
        example("nothing of the kind", "met plan met", 'stage = "idea"\nas_of = 2026-12-01\n'),
        example(
            "a key on the list, however it is spelt",
            """not-met/error s1 forbidden-key | key=Is-Sex-Worker
            not-met/error net forbidden-key | key=Téléphone""",
            """stage = "idea"
as_of = 2026-12-01
organisations = [{ id = "net", name = "Lantern Network (fictional)", "Téléphone" = "none" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", Is-Sex-Worker = true }]
""",
        ),
        example(
            "a table under such a key is one finding",
            "not-met/error plan forbidden-key | key=address",
            """stage = "idea"
as_of = 2026-12-01
[address]
street = "Quay 4"
email = "desk@harbour.example"
""",
        ),
        example(
            "a key of the format that only looks like one on the list",
            "met plan met",
            """stage = "idea"
as_of = 2026-12-01
[[sponsors]]
organisation = "ally"
conditions = ["none"]
addressed_to = "sex_workers"
""",
        ),
        example(
            "an address in a note, and one spelt out",
            """not-met/error event email-in-text | key=notes
            not-met/error s1 email-in-text | key=listed_as""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers"], notes = "write to desk@lantern.example first" }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", listed_as = "desk (arobase) lantern.example" }]
""",
        ),
        example(
            "a number in an unknown table, and one after a word",
            """not-met/error plan phone-in-text | key=who
            not-met/error p phone-in-text | key=notes""",
            """stage = "idea"
as_of = 2026-12-01
desk = [{ who = "Lantern, +33 (0)6 00 00 00 00" }]
[[panels]]
id = "p"
title = "Panel"
notes = "portable : 55 01 23"
""",
        ),
        example(
            "a text of a population, a tag, and a word that isn't one are searched too",
            """not-met/error event phone-in-text | key=concerns
            not-met/error s1 phone-in-text | key=person
            not-met/error net email-in-text | key=kind""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights", concerns = ["sex-workers", "other:ring 06 00 00 00 00"] }
organisations = [{ id = "net", name = "Lantern Network (fictional)", kind = "desk@lantern.example" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", person = "0600000000" }]
""",
        ),
        example(
            "the name of a key, and what stands below it",
            """not-met/error plan email-in-text | key=•••
            not-met/error plan phone-in-text | key=•••""",
            """stage = "idea"
as_of = 2026-12-01
"desk@lantern.example" = "+33 6 00 00 00 00"
""",
        ),
        example(
            "dates, times, sums, numbers of books and of resolutions are none",
            "met plan met",
            """stage = "idea"
as_of = 2026-12-01
[event]
title = "A/RES/70/1, pkg@1.2.3"
concerns = ["sex-workers"]
city = "09:30–11:00, 12.05.2027"
notes = "2026/2027: 1 200 000 XOF or 300.00, ISBN 978-92-4-150618-2, see https://example.org/0600000000"
""",
        ),
        example(
            "a plan of another format is searched as well",
            "not-met/error plan forbidden-key",
            'format = 2\npassport = "none"\n',
        ),
    ),
)
