"""SAF-8: nobody is shut out by a border without another way to take part."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, error, met, met_withheld, not_stated, note, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_safety, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Safety
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def crossed(scene: Scene, safety: Safety) -> tuple[str, ...]:
    """An event with a room, that people come to from abroad or need a pass for."""
    event = scene.plan.event
    if event.mode not in ("in-person", "hybrid"):
        return NOT_HERE
    return ONCE if event.scope in ("regional", "global") or event.accreditation_needed is True else NOT_HERE


def decide(scene: Scene, safety: Safety, _: str) -> Outcome:
    """Who can't enter has another way; a hybrid event is one."""
    barred, checked = safety.entry_barred, safety.visa_barriers_checked
    remote = True if scene.plan.event.mode == "hybrid" else safety.remote_alternative
    if barred is True and not remote:
        return error("1", "barred-no-other-way").about("entry_barred")
    if checked is False:
        return warning("2", "visa-unchecked").about("visa_barriers_checked")
    if checked is None:
        return (
            not_stated("3", keys=("visa_barriers_checked",))
            .about("visa_barriers_checked")
            .missing((safety, "visa_barriers_checked"))
        )
    if remote is False:
        return warning("4", "no-other-way").about("remote_alternative")
    if remote is None:
        return (
            not_stated("5", keys=("remote_alternative",))
            .about("remote_alternative")
            .missing((safety, "remote_alternative"))
        )
    if barred is True:
        return note("6", "barred-remote-only").about("entry_barred")
    outcome = met_withheld("7") if v.WITHHELD in (barred, checked, remote) else met("7")
    return outcome.about("visa_barriers_checked").remarking("entry-rules")


def offer(scene: Scene, safety: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for what isn't stated."""
    if outcome.result not in (NOT_MET, NOT_STATED):
        return
    asked = ["visa_barriers_checked"]
    if scene.plan.event.mode != "hybrid":
        asked.append("remote_alternative")
    keys = [key for key in asked if not safety.has(key)]
    if keys:
        yield Choice("template", "fill-in", (template(safety, *keys, ask=tuple(organisers(scene))),))


# What most examples share.
IN_PERSON = """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "in-person", scope = "regional" }
"""
HYBRID = IN_PERSON.replace("in-person", "hybrid")
SMALL = IN_PERSON.replace("regional", "national")

SAF_8 = rule(
    "SAF-8",
    "entry-and-visa",
    set="safety",
    severity="error",
    stage="inviting",
    judged_by="community",
    basis="entry bars and refused visas at past conferences",
    reads=(
        "entry_barred",
        "visa_barriers_checked",
        "remote_alternative",
        "event.mode",
        "event.scope",
        "event.accreditation_needed",
    ),
    what="Nobody is shut out by a border without another way to take part.",
    why="Sex workers, people who use drugs and people who have been in prison are turned away at borders and refused "
    "visas. Those who are kept out this way are missing from the room, and nobody there sees it.",
    remedy="Find out early what the visa forms and the border ask, offer a full place at a distance, and move the event "
    "where whole groups can't enter.",
    question="Who can't come, and is the remote form a full place?",
    messages={
        "barred-no-other-way": "People the event is about are barred from entering the country, and the plan has no "
        "other way for them to take part.",
        "visa-unchecked": "Nobody has looked at what a visa or the border asks of those who are invited.",
        "not-stated": "Of entry and visas, the plan doesn't say: {keys}.",
        "no-other-way": "There is no way to take part from a distance. Whoever is refused a visa is out.",
        "barred-remote-only": "Some of those the event is about can't enter the country, and take part from a distance "
        "alone.",
        "met": "What the border asks was looked at, and there is another way to take part.",
        "met-withheld": "What the border asks, or the other way to take part, is kept out of the file for safety.",
        "entry-rules": "Entry rules may ask about sex work, whatever the host's own law.",
    },
    checks=(on_safety(crossed, decide),),
    choices=offer,
    choice_titles={"fill-in": "write down what to fill in"},
    examples=(
        example(
            "barred, and no other way",
            "not-met/error safety barred-no-other-way",
            IN_PERSON + "safety = { entry_barred = true, remote_alternative = false, visa_barriers_checked = true }\n",
        ),
        example(
            "barred, and nothing said of another way",
            "not-met/error safety barred-no-other-way",
            IN_PERSON + "safety = { entry_barred = true }\n",
        ),
        example(
            "barred, with a remote place, or in a hybrid event",
            "not-met/note safety barred-remote-only",
            IN_PERSON + "safety = { entry_barred = true, remote_alternative = true, visa_barriers_checked = true }\n",
        ),
        example(
            "a hybrid event is another way, whatever the key says",
            "not-met/note safety barred-remote-only",
            HYBRID + "safety = { entry_barred = true, remote_alternative = false, visa_barriers_checked = true }\n",
        ),
        example(
            "nobody has looked at visas",
            "not-met/warning safety visa-unchecked",
            IN_PERSON + "safety = { visa_barriers_checked = false, remote_alternative = false }\n",
        ),
        example(
            "nothing said of visas",
            "not-stated safety not-stated | keys=visa_barriers_checked",
            HYBRID,
        ),
        example(
            "no way from a distance",
            "not-met/warning safety no-other-way",
            IN_PERSON + "safety = { visa_barriers_checked = true, remote_alternative = false }\n",
        ),
        example(
            "nothing said of a way from a distance",
            "not-stated safety not-stated | keys=remote_alternative",
            IN_PERSON + "safety = { visa_barriers_checked = true, entry_barred = false }\n",
        ),
        example(
            "looked at, and another way; whether anybody is barred needn't be said",
            "met safety met",
            HYBRID + "safety = { visa_barriers_checked = true }\n",
        ),
        example(
            "a way that is withheld is a way",
            "met-withheld safety met-withheld",
            IN_PERSON
            + 'safety = { visa_barriers_checked = true, remote_alternative = "withheld", entry_barred = false }\n',
        ),
        example(
            "barred, by a way that is withheld",
            "not-met/note safety barred-remote-only",
            IN_PERSON
            + 'safety = { visa_barriers_checked = "withheld", remote_alternative = "withheld", entry_barred = true }\n',
        ),
        example(
            "a national event with passes",
            "not-met/warning safety visa-unchecked",
            SMALL.replace(" }", ", accreditation_needed = true }") + "safety = { visa_barriers_checked = false }\n",
        ),
        example(
            "a national event, and one whose form isn't stated",
            "not-applicable safety not-applicable",
            SMALL + "safety = { visa_barriers_checked = false }\n",
        ),
        example(
            "an event without a room, or of which nothing is said",
            "not-applicable safety not-applicable",
            'stage = "inviting"\nas_of = 2026-12-01\nsafety = { visa_barriers_checked = false }\n',
        ),
        example(
            "not before invitations go out",
            "not-yet safety not-yet",
            IN_PERSON.replace("inviting", "drafting"),
        ),
        example(
            "a value that can't be read is no verdict",
            "not-stated safety at-fault",
            IN_PERSON
            + 'safety = { visa_barriers_checked = true, remote_alternative = true, entry_barred = "maybe" }\n',
        ),
    ),
)
