"""SAF-5: whoever appears under a pseudonym isn't shown elsewhere in the same plan under another name."""

from __future__ import annotations

from eventreview.plan.edits import Remove, Set
from eventreview.plan.model import Place
from eventreview.rules.closed import in_caucus, named
from eventreview.rules.outcome import error, met, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_places, rule
from eventreview.rules.saf.consent_per_channel import SHOWN_KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def under_a_pseudonym(scene: Scene, s: Place) -> tuple[str, ...]:
    """A place shown under a pseudonym, whose holder has another place."""
    if s.display_kind != "pseudonym" or s.display is None or s.person is None:
        return NOT_HERE
    return ONCE if others_of_holder(scene, s) else NOT_HERE


def others_of_holder(scene: Scene, s: Place) -> tuple[Place, ...]:
    """The other places of the same holder, whatever became of them."""
    places = scene.memo("places-by-person", lambda: _by_person(scene)).get(s.person or "", ())
    return tuple(t for t in places if t is not s)


def _by_person(scene: Scene) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for s in scene.places():
        if s.person is not None:
            found.setdefault(s.person, []).append(s)
    return found


def decide(scene: Scene, s: Place, _: str) -> Outcome:
    """Whether another place gives the name away. Neither text nor tag is ever told."""
    shown = [t for t in others_of_holder(scene, s) if t.display is not None]
    for t in shown:
        if t.display_kind in SHOWN_KINDS and as_read(t.display) != as_read(s.display):
            return pointing_at(error("1", "second-name").about("display"), s, t)
    for t in shown:
        if t.display_kind == "name" and as_read(t.display) == as_read(s.display):
            return pointing_at(warning("2", "called-a-name").about("display_kind"), s, t)
    return met("3").about("display")


def as_read(text: str | None) -> str:
    """A text as a reader takes it: without regard to case, white space and forms of letters."""
    from unicodedata import normalize

    return " ".join(normalize("NFKC", text or "").split()).casefold()


def pointing_at(outcome: Outcome, s: Place, t: Place) -> Outcome:
    """The outcome with the other place; but no output tells who sits on a closed caucus (SAF-6)."""
    if in_caucus(s) or in_caucus(t):
        return outcome
    outcome.params["place"] = t.at
    return outcome.remarking("other-place", place=t.at).related_to(t)


def offer(scene: Scene, s: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Show the other place by its role alone; or no longer link the two."""
    if outcome.line not in ("1", "2") or not isinstance(s, Place):
        return
    for t in others_of_holder(scene, s):
        differs = as_read(t.display) != as_read(s.display)
        if t.display is None or t.display_kind not in SHOWN_KINDS or (not differs and t.display_kind != "name"):
            continue
        yield Choice("choice", "role-only", (Set((*t.path, "display_kind"), "role-only"),), place=named(t))
        for each in (s, t):
            yield Choice("choice", "not-linked", (Remove((*each.path, "person")),), place=named(each))


# What most examples share: one holder, under a pseudonym on s1.
TWO_PLACES = """
stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
[[panels.speakers]]
id = "s1"
display = "Rosa M. (fictional)"
display_kind = "pseudonym"
person = "r"
[[panels]]
id = "q"
title = "Another panel"
[[panels.speakers]]
id = "s2"
person = "r"
"""
ANOTHER = TWO_PLACES + 'display = "Ana P. (fictional)"\n'
# The same text to a reader: other letters' forms, another space, other capitals.
THE_SAME = TWO_PLACES + 'display = "ROSA\\u00A0  Ｍ. (Fictional)"\n'

SAF_5 = rule(
    "SAF-5",
    "pseudonyms-kept",
    set="safety",
    severity="error",
    stage=None,
    judged_by="nobody",
    basis="practice among people for whom being named can be dangerous",
    reads=("display", "display_kind", "person", "speakers.display", "speakers.display_kind", "speakers.person"),
    what="Whoever appears under a pseudonym isn't shown elsewhere in the same plan under another name.",
    why="A pseudonym protects as long as nothing beside it gives the name away. Two lines of one programme are enough "
    "for somebody who looks.",
    remedy="Show the other place by its role alone, or have its text rewritten by whoever holds it. Ask the holder "
    "which name is to stand where.",
    messages={
        "second-name": "Another place of the same holder is shown under another name.",
        "called-a-name": "Another place of the same holder shows the same text, and says that it is a name.",
        "other-place": "It is place {place}.",
        "met": "No other place of the same holder gives another name.",
    },
    checks=(on_places(under_a_pseudonym, decide),),
    choices=offer,
    choice_titles={
        "role-only": "print place {place} by its role alone (rewrite the printed text by hand)",
        "not-linked": "no longer say that place {place} is held by the same person",
    },
    examples=(
        example(
            "another name, by its kind or by nothing said",
            "not-met/error s1 second-name | place=s2",
            ANOTHER,
        ),
        example(
            "another pseudonym: both places are looked at",
            """
            not-met/error s1 second-name | place=s2
            not-met/error s2 second-name | place=s1
            """,
            ANOTHER + 'display_kind = "pseudonym"\n',
        ),
        example(
            "another name on a place that was left",
            "not-met/error s1 second-name | place=s2",
            ANOTHER + 'display_kind = "name"\nstatus = "withdrawn"\n',
        ),
        example(
            "the same text, called a name",
            "not-met/warning s1 called-a-name | place=s2",
            THE_SAME + 'display_kind = "name"\n',
        ),
        example(
            "another name weighs more than the same one, wherever it stands",
            "not-met/error s1 second-name | place=s3",
            THE_SAME
            + 'display_kind = "name"\n'
            + """
[[panels.speakers]]
id = "s3"
person = "r"
display = "Ana P. (fictional)"
""",
        ),
        example(
            "the same pseudonym, or nothing said of it",
            "met s1 met",
            THE_SAME,
        ),
        example(
            "a role, and a name still to be confirmed, say no name; nor does a place without a text",
            """
            met s1 met
            """,
            ANOTHER
            + 'display_kind = "role-only"\n'
            + """
[[panels.speakers]]
id = "s3"
person = "r"
display = "To be confirmed"
display_kind = "to-be-confirmed"
[[panels.speakers]]
id = "s4"
person = "r"
display_kind = "name"
""",
        ),
        example(
            "who sits on a closed caucus isn't told",
            "not-met/error s1 second-name | place=None",
            ANOTHER.replace('title = "Another panel"', 'title = "Between us"\nkind = "closed-caucus"'),
        ),
        example(
            "one place, no link, no pseudonym, nothing printed",
            """
            not-applicable s1 not-applicable
            not-applicable s2 not-applicable
            not-applicable s3 not-applicable
            not-applicable s4 not-applicable
            """,
            """
stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", display = "Rosa M. (fictional)", display_kind = "pseudonym", person = "r" },
  { id = "s2", display = "Rosa M. (fictional)", display_kind = "pseudonym" },
  { id = "s3", display = "Ana P. (fictional)", display_kind = "name", person = "a" },
  { id = "s4", display_kind = "pseudonym", person = "a" } ]
""",
        ),
        example(
            "a kind that can't be read is no verdict",
            "not-stated s1 at-fault",
            ANOTHER + 'display_kind = "nickname"\n',
        ),
    ),
)
