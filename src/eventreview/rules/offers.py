"""What several rules offer alike: a fresh open place, handing a place over, keys to fill in, a consultation to begin.

Nothing here invents a person, an organisation, a fee, a consent, a date or an answer: what isn't known stays empty, in
a comment that says who knows it.
"""

from __future__ import annotations

from eventreview.language import pgettext
from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Comment, Insert, Remove, Set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.plan.model import Organisation, Panel, Place
    from eventreview.rules.words import Scene

# What belongs to the holder of a place, and leaves with them.
OF_THE_HOLDER = ("display", "display_kind", "person", "chosen_by", "chosen_on", "invited_on", "consent")
OWN_WORD = ("basis", "self_declared")


def fresh_id(scene: Scene, stem: str) -> str:
    """An id that nothing in the plan has: `stem` itself, else `stem-2`, `stem-3` …

    A stem that can't be an id gives way to `open`.
    """
    from eventreview.plan.shapes import LONGEST_ID, is_id

    room = LONGEST_ID - len("-999999")
    stem = stem[:room] if is_id(stem[:room]) else "open"
    taken = scene.plan.objects
    wanted, number = stem, 1
    while wanted in taken or wanted in v.RESERVED_IDS:
        number += 1
        wanted = f"{stem}-{number}"
    return wanted


def open_place(
    scene: Scene,
    panel: Panel,
    organisation: str | None = None,
    represents: Sequence[str] = (),
    replaces: str | None = None,
    role: str | None = None,
) -> Insert:
    """A new open place at the end of a panel, held for `organisation` where one is named.

    replaces: id of the place that it takes over from. role: where it isn't a panellist's.
    """
    value: dict[str, object] = {"id": fresh_id(scene, f"{panel.at}-open")}
    if role is not None and role != "panellist":
        value["role"] = role
    value["status"] = "open"
    if organisation is not None:
        value["organisation"] = organisation
    if represents:
        value["represents"] = list(represents)
    if replaces is not None:
        value["replaces"] = replaces
    return Insert((*panel.path, "speakers"), len(panel.speakers), value)


def hand_over(place: Place) -> tuple[Edit, ...]:
    """The place is open again, for its organisation to fill: whatever belongs to its holder goes.

    A holder's own declaration goes as well: it must never pass to whoever comes next.
    """
    gone = OF_THE_HOLDER if place.basis == "organisation" else (*OF_THE_HOLDER, *OWN_WORD)
    edits: list[Edit] = [Remove((*place.path, key)) for key in gone if place.has(key)]
    return (*edits, Set((*place.path, "status"), "open"))


def template(table: Table, *keys: str, ask: Sequence[str] = ()) -> Comment:
    """Empty lines for keys of a table, to be filled in by whoever knows; under a header where the table isn't there yet.

    ask: ids of the organisations that know.
    """
    known = _known_by(table, ask)
    lines = [f"# {key} =   # {known}" for key in keys]
    if len(table.path) == 1 and table.parent is not None and not table.parent.has(table.at):
        lines.insert(0, f"# [{table.at}]")
    return Comment(table.path, lines)


def _known_by(table: Table, ask: Sequence[str]) -> str:
    """Which object the line is for: the places of one panel may share a line of the file. And whom to ask."""
    if not ask:
        return table.at
    organisations = ", ".join(dict.fromkeys(ask))
    return pgettext("template", "{at}: ask {organisations}").format(at=table.at, organisations=organisations)


def ask(scene: Scene, about: str, ref: str | None = None, with_: Sequence[str] = ()) -> Comment:
    """A consultation to begin: its subject and object filled in, all else empty.

    about: the subject. ref: address of the panel, place or statement it is about; left out where that is no id. with_:
    ids of those who could be asked.
    """
    lines = ["# [[consultations]]", "# id =", "# by ="]
    lines.append("# with =" + (f"   # {', '.join(with_)}" if with_ else ""))
    lines.append(f'# about = ["{about}"]')
    if scene.plan.object_of(ref) is not None:
        lines.append(f'# ref = "{ref}"')
    lines.append("# asked_on =")
    consultations = scene.plan.consultations
    return Comment(consultations[-1].path if consultations else ("consultations",), lines)


def organisers(scene: Scene) -> Iterator[str]:
    """The organisations that organise the event, who know what was decided and when."""
    for organisation in scene.plan.organisations:
        if is_named(scene, organisation) and scene.organising(organisation):
            yield organisation.at


def theirs(scene: Scene, populations: Sequence[str]) -> Iterator[str]:
    """The organisations of the plan led by one of the populations, each once, in the order of the file."""
    for organisation in scene.plan.organisations:
        if is_named(scene, organisation) and any(p in (organisation.led_by or ()) for p in populations):
            yield organisation.at


def is_named(scene: Scene, organisation: Organisation) -> bool:
    """Whether an organisation has an id of its own, by which a key can name it."""
    return scene.plan.object_of(organisation.at) is organisation
