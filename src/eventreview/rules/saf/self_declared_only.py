"""SAF-2: whether anybody but the holder has written down what a holder is."""

from __future__ import annotations

from eventreview.plan.edits import Remove
from eventreview.plan.model import Place
from eventreview.rules.outcome import error, met, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_places, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def declared(scene: Scene, s: Place) -> tuple[str, ...]:
    """A place that speaks from a personal experience, or says whether it does; its status doesn't matter."""
    return ONCE if s.basis == "self" or s.self_declared is not None else NOT_HERE


def decide(scene: Scene, s: Place, p: str) -> Outcome:
    """Whether the holder's own wish stands behind it."""
    if s.basis == "self" and s.self_declared is not True:
        return error("1", "self-undeclared").about("basis")
    if s.basis != "self" and s.self_declared is True:
        return warning("2", "declared-without-need").about("self_declared")
    if s.basis == "self" and not s.represents:
        return not_stated("3").about("represents").missing((s, "represents"))
    return met("4").about("self_declared")


def offer(scene: Scene, s: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Leave out what nobody has declared. Nothing here ever writes a declaration."""
    if outcome.line == "1" and isinstance(s, Place) and s.has("basis"):
        gone = [key for key in ("basis", "self_declared") if s.has(key)]
        yield Choice("choice", "drop-basis", [Remove((*s.path, key)) for key in gone])
    elif outcome.line == "2":
        yield Choice("choice", "drop-declaration", (Remove((*s.path, "self_declared")),))


SAF_2 = rule(
    "SAF-2",
    "self-declared-only",
    set="safety",
    severity="error",
    stage=None,
    judged_by="nobody",
    basis="GIPA and statements of communities on not having to come out",
    reads=("basis", "self_declared", "represents"),
    what="A place speaks from a personal experience only when its holder says so and wants it written. Every other "
    "place speaks for an organisation.",
    why="Nobody has to come out in order to speak. A line that does it for them stays in every copy of the file, long "
    "after the event.",
    remedy="Let the place speak for its organisation. A declaration is its holder's alone to make and to have written.",
    messages={
        "self-undeclared": "The place speaks in its holder's own name, without the holder's declaration. The line "
        "alone says something about a person that they may never have said.",
        "declared-without-need": "A personal declaration is written here, though the place speaks for its "
        "organisation. Nothing needs it, and it stays in every copy of the file.",
        "not-stated": "The holder speaks in their own name, and the file doesn't say whose voice they carry.",
        "met": "Nothing of a personal experience is written here but by the holder's wish.",
    },
    checks=(on_places(declared, decide),),
    choices=offer,
    choice_titles={
        "drop-basis": "let the place speak for its organisation",
        "drop-declaration": "take the personal declaration out",
    },
    examples=(
        example(
            "hard case 1: an academic who also is a sex worker",
            """not-applicable s1 not-applicable
            met s2 met""",
            """stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [
  { id = "s1", organisation = "ally", display = "Dr N. (fictional)", talk = "research" },
  { id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", self_declared = true },
]
""",
        ),
        example(
            "hard case 1 b: without the holder's declaration",
            "not-met/error s2 self-undeclared",
            """stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [{ id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", chosen_by = "net" }]
""",
        ),
        example(
            "a declaration of no is none, and the place of somebody who left is looked at as well",
            "not-met/error s1 self-undeclared",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = false, status = "withdrawn" }]
""",
        ),
        example(
            "a declaration that the basis doesn't need",
            """not-met/warning s1 declared-without-need
            not-met/warning s2 declared-without-need
            met s3 met""",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], self_declared = true },
  { id = "s2", organisation = "net", basis = "organisation", self_declared = true },
  { id = "s3", organisation = "net", self_declared = false },
]
""",
        ),
        example(
            "a declaration that doesn't say whose voice",
            """not-stated s1 not-stated
            not-stated s2 not-stated""",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", basis = "self", self_declared = true },
  { id = "s2", basis = "self", self_declared = true, represents = [] },
]
""",
        ),
        example(
            "a basis that can't be read gives no verdict",
            "not-stated s1 at-fault",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", basis = "myself", self_declared = true, represents = ["sex-workers"] }]
""",
        ),
        example(
            "no guess from how a place is titled",
            "not-applicable s1 not-applicable",
            """stage = "idea"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", talk = "testimony", label_kind = "first-name", display = "A sex worker (fictional)" }]
""",
        ),
    ),
)
