"""SPO-3: whose name stands beside that of sex workers."""

from __future__ import annotations

from eventreview.rules.outcome import judge, met, not_stated
from eventreview.rules.rule import NOT_HERE, ONCE, example, on_organisations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.model import Consultation, Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

SEX_WORKERS = "sex-workers"
SUBJECTS = ("partnership", "budget")
DOUBTS = ("objected", "partly")


def beside_sex_workers(scene: Scene, organisation: Organisation) -> tuple[str, ...]:
    """A sponsor, funder or organiser with a position in the file; nobody is asked to write one down."""
    if organisation.position is None or SEX_WORKERS not in scene.expanded(scene.plan.event.concerns):
        return NOT_HERE
    if SEX_WORKERS in (organisation.led_by or ()):
        return NOT_HERE
    pays = gives(scene, organisation) or "funder" in (organisation.roles or ())
    return ONCE if pays or scene.organising(organisation) else NOT_HERE


def gives(scene: Scene, organisation: Organisation) -> bool:
    """Whether it has an entry among the sponsors."""
    return any(sponsor.organisation == organisation.at for sponsor in scene.plan.sponsors)


def decide(scene: Scene, organisation: Organisation, p: str) -> Outcome:
    """A position for criminalisation is a question for those it is about; an unsourced one decides nothing."""
    if organisation.position != "criminalisation":
        return met("1").about("position")
    source, on = organisation.position_source, organisation.position_on
    if source is None or on is None or scene.ahead(on):
        keys = tuple(key for key, value in (("position_source", source), ("position_on", on)) if value is None)
        keys = keys or ("position_on",)
        return not_stated("2").about(keys[0]).missing(*((organisation, key) for key in keys))
    # An organisation that only gives money has the role of whoever gives money.
    roles = organisation.roles or ("funder",)
    outcome = judge("3", "criminalising-position", roles=roles).about("position")
    return outcome.related_to(*doubts(scene))


def doubts(scene: Scene) -> Iterator[Consultation]:
    """Consultations in which an organisation led by sex workers objected to the partnership, or agreed in part."""
    for c in scene.consultations():
        on_it = any(subject in c.about for subject in SUBJECTS)
        if on_it and c.outcome in DOUBTS and not scene.ahead(c.answered_on) and scene.led(c.with_, SEX_WORKERS):
            yield c


SPO_3 = rule(
    "SPO-3",
    "sponsor-position",
    set="sponsors",
    severity="error",
    stage="drafting",
    judged_by="community",
    sex_workers_only=True,
    judged_not_met=("error", "objected"),
    basis="guides by communities on laws that criminalise sex work or its clients",
    reads=(
        "position",
        "position_source",
        "position_on",
        "roles",
        "consultations[partnership]",
        "consultations[budget]",
    ),
    what="Sex workers know and accept whose name stands beside theirs.",
    why="Names on one poster are read as agreement. Beside a published position for criminalisation, it is sex "
    "workers who pay for that reading.",
    remedy="Ask the organisations led by sex workers whether they accept this role here, and keep their answer.",
    question="Do you accept this role at this event?",
    messages={
        "criminalising-position": "It has published a position in favour of criminalisation; source and day are in the "
        "file. Its roles at this event: {roles}.",
        "objected": "An organisation led by sex workers doesn't accept this beside its own name. Roles at this event: "
        "{roles}; published position: criminalisation.",
        "not-stated": "A position is written here without its source, without its day or dated ahead. As it stands it "
        "decides nothing.",
        "met": "The position in the file isn't criminalisation.",
    },
    checks=(on_organisations(beside_sex_workers, decide),),
    examples=(
        example(
            "a published position for criminalisation is asked about",
            "to-be-judged x criminalising-position | roles=co-sponsor,host",
            """stage = "drafting"
as_of = 2027-01-10
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "x"
name = "Way Out (fictional)"
roles = ["co-sponsor", "host"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
""",
        ),
        example(
            "a sponsor without a role, and one whose role is no part in convening",
            """to-be-judged x criminalising-position | roles=funder
            not-applicable y not-applicable""",
            """stage = "drafting"
as_of = 2027-01-10
sponsors = [{ organisation = "x", conditions = ["none"] }]
[[organisations]]
id = "x"
name = "Way Out (fictional)"
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
[[organisations]]
id = "y"
name = "Way In (fictional)"
roles = ["partner"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
""",
        ),
        example(
            "a community's no makes it an error",
            "not-met/error x objected",
            """stage = "drafting"
as_of = 2027-01-10
judgements = [{ rule = "SPO-3", at = "x", verdict = "not-met", by = "net", on = 2027-01-05 }]
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
position_on = 2026-06-01
""",
        ),
        example(
            "a community's yes settles it, an ally's doesn't",
            """met x criminalising-position
            to-be-judged y criminalising-position""",
            """stage = "drafting"
as_of = 2027-01-10
judgements = [
  { rule = "SPO-3", at = "x", verdict = "met", by = "net", on = 2027-01-05 },
  { rule = "SPO-3", at = "y", verdict = "met", by = "ally", on = 2027-01-05 },
]
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []
roles = ["lead"]
[[organisations]]
id = "x"
name = "Way Out (fictional)"
roles = ["funder"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
[[organisations]]
id = "y"
name = "Way In (fictional)"
roles = ["funder"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
""",
        ),
        example(
            "an unsourced position decides nothing, nor does one dated ahead",
            """not-stated x not-stated
            not-stated y not-stated
            not-stated z not-stated""",
            """stage = "drafting"
as_of = 2027-01-10
[[organisations]]
id = "x"
name = "Way Out (fictional)"
roles = ["funder"]
position = "criminalisation"
position_on = 2026-06-01
[[organisations]]
id = "y"
name = "Way In (fictional)"
roles = ["funder"]
position = "criminalisation"
position_source = "its site"
[[organisations]]
id = "z"
name = "Way On (fictional)"
roles = ["funder"]
position = "criminalisation"
position_source = "its site"
position_on = 2027-02-01
""",
        ),
        example(
            "other positions, and an event about others",
            "met x met",
            """stage = "drafting"
as_of = 2027-01-10
organisations = [
  { id = "x", name = "Way Out (fictional)", roles = ["lead"], position = "none-public" },
  { id = "y", name = "Way In (fictional)", roles = ["lead"] },
]
""",
        ),
        example(
            "hard case 9: no position, no question",
            "not-applicable gov not-applicable",
            """stage = "inviting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "gov", name = "Ministry of Work (fictional)", kind = "government", led_by = [], roles = ["host"] },
]
""",
        ),
        example(
            "hard case 18: an organisation led by sex workers, by its own declaration",
            "not-applicable x not-applicable",
            """stage = "inviting"
as_of = 2027-01-10
[[organisations]]
id = "x"
name = "Way Out (fictional)"
led_by = ["sex-workers"]
led_by_basis = "self-declared"
roles = ["co-sponsor"]
position = "criminalisation"
position_source = "its site"
position_on = 2026-06-01
""",
        ),
    ),
)
