"""STA-2: whether a text that lists the groups it is about names each of them."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Comment, Set
from eventreview.plan.model import Statement
from eventreview.rules.offers import organisers, template, theirs
from eventreview.rules.outcome import NOT_MET, error, judge, met, not_stated, warning
from eventreview.rules.process import is_final
from eventreview.rules.rule import Choice, example, on_statements, rule
from eventreview.rules.words import SUB_GROUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import LeftOut
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def to_name(scene: Scene, x: Statement) -> tuple[str, ...]:
    """Everybody a text is about; of a supplement not those whom its main text names."""
    main = scene.plan.object_of(x.supplement_to)
    named = (main.names_groups or ()) if isinstance(main, Statement) else ()
    return tuple(p for p in scene.about(x) if p not in named)


def decide(scene: Scene, x: Statement, p: str) -> Outcome:
    """The list."""
    asked = own_wish(scene, x, p)
    if asked is not None:
        return asked.about("left_out")
    named = x.names_groups
    if named is not None and p in named:
        return met("2").about("names_groups")
    if named is None and "names_groups" not in x.removed:
        return not_stated("3", "names-groups-missing").about("names_groups").missing((x, "names_groups"))
    outcome = judge("4", "umbrella") if is_umbrella(scene, x, p) else not_named(scene, x, p)
    other = SUB_GROUPS.get(p)
    if other is not None and other in (named or ()):
        outcome.remarking("sub-group", others=other, population=p)
    return outcome.about("names_groups")


def own_wish(scene: Scene, x: Statement, p: str) -> Outcome | None:
    """Line 1: they asked not to be named, and an organisation of theirs says so, or nobody says who did."""
    asked = wishes(scene, x, p)
    if any(scene.led(entry.by, p) for entry in asked):
        return met("1")
    unsaid = [entry for entry in asked if entry.by is None]
    return not_stated("1", "who-asked").missing(*((entry, "by") for entry in unsaid)) if unsaid else None


def wishes(scene: Scene, x: Statement, p: str) -> list[LeftOut]:
    """The entries of `left_out` that give the wish of a population as the reason."""
    return [
        entry
        for entry in x.left_out
        if entry.reason == "asked-by-community" and p in scene.expanded((entry.population,))
    ]


def is_umbrella(scene: Scene, x: Statement, p: str) -> bool:
    """Whether a text names no group at all, or theirs only within key populations."""
    named = x.names_groups or ()
    # What couldn't be read may have been a group: then the list isn't known to be empty.
    names_nobody = not named and "names_groups" not in x.removed
    return names_nobody or (v.GROUP in named and p in scene.expanded((v.GROUP,)))


def not_named(scene: Scene, x: Statement, p: str) -> Outcome:
    """Lines 5 to 7."""
    if not is_final(scene, x):
        return warning("5", "not-named-yet")
    for other in scene.plan.statements:
        added = other.supplement_to is not None and other.supplement_to == x.at
        if added and scene.past(other.published_on) and p in (other.names_groups or ()):
            return error("6", "only-in-supplement", supplement=other.at).related_to(other)
    return error("7", "not-named")


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Name them while the text is open; lines for a request of theirs. Neither where the wish not to be named stands."""
    if not isinstance(x, Statement):
        return
    if outcome.message_id == "names-groups-missing":
        yield Choice("template", "say-groups", (template(x, "names_groups", ask=tuple(organisers(scene))),))
        return
    free = [p for p in populations if not wishes(scene, x, p)]
    if outcome.message_id in ("umbrella", "not-named-yet") and not is_final(scene, x):
        for p in free:
            edit = Set((*x.path, "names_groups"), [*(x.names_groups or ()), p])
            yield Choice("choice", "name", (edit,), population=p)
    if outcome.result == NOT_MET and free:
        known = ", ".join(theirs(scene, free))
        lines = (
            f"# [[statements.requests]]   # {x.at}",
            "# by =" + (f"   # {known}" if known else ""),
            "# asked_on =",
            "# ask =",
        )
        yield Choice("template", "add-request", (Comment(x.path, lines),))


# What most examples share.
OPEN = """
stage = "inviting"
as_of = 2027-01-10
"""

STA_2 = rule(
    "STA-2",
    "groups-named",
    set="allyship",
    severity="error",
    passages=("F7", "F9"),
    stage="drafting",
    judged_by="community",
    reads=("names_groups", "left_out", "finalised_on", "published_on", "supplement_to"),
    what="A text that lists the groups it is about names each of them.",
    why="Those whom a text doesn't name are easily missing from what follows from it: measures, money, protection.",
    remedy="Ask their organisations whether they wish to be named, and how, while the text is open; follow what they "
    "say, and record who said it.",
    question="Are you named, as you name yourselves?",
    messages={
        "met": "They are named, or an organisation of theirs asked that they not be.",
        "who-asked": "The text leaves them out at the community's own wish; the plan doesn't say which organisation "
        "brought it.",
        "names-groups-missing": "The plan doesn't say which groups the text names.",
        "umbrella": "The text names nobody, or key populations as a whole; it doesn't name them apart.",
        "not-named-yet": "The text names other groups, and so far not them. It can still change.",
        "only-in-supplement": "They are named in {supplement}, which was added, and not in the text itself.",
        "not-named": "The text names other groups, and not them.",
        "sub-group": "A group is named for itself alone: the text names {others}, and with that not {population}.",
    },
    checks=(on_statements(to_name, decide),),
    choices=offer,
    choice_titles={
        "name": "The text names this group too: {population}",
        "say-groups": "Add a line for the groups that the text names, to be filled in",
        "add-request": "Add the lines of a request, for the organisation that asks to fill in",
    },
    examples=(
        example(
            "14a they asked not to be named, and nobody offers to name them",
            "met t met sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
[[statements]]
id = "t"
title = "Text"
drafters = ["ally", "net"]
finalised_on = 2027-01-05
names_groups = ["women"]
left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "net" }]
""",
        ),
        example(
            "14b an ally says that they asked",
            "not-met/error t not-named sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
[[statements]]
id = "t"
title = "Text"
drafters = ["ally", "net"]
finalised_on = 2027-01-05
names_groups = ["women"]
left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "ally" }]
""",
        ),
        example(
            "14c nobody says who asked",
            "not-stated t who-asked sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
[[statements]]
id = "t"
title = "Text"
drafters = ["ally", "net"]
finalised_on = 2027-01-05
names_groups = ["women"]
left_out = [{ population = "key-populations", reason = "asked-by-community" }]
""",
        ),
        example(
            "named; groups not said; no group named; key populations as a whole; open, and final without them",
            """
            met t met sex-workers
            not-stated u names-groups-missing sex-workers
            to-be-judged v umbrella sex-workers
            to-be-judged w umbrella sex-workers
            not-met/warning y not-named-yet sex-workers
            not-met/error z not-named sex-workers
            """,
            OPEN
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], names_groups = ["women", "sex-workers"] },
  { id = "u", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05 },
  { id = "v", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05, names_groups = [] },
  { id = "w", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05, names_groups = ["key-populations"] },
  { id = "y", title = "Text", drafters = ["ally"], finalised_on = 2027-01-11, names_groups = ["women"],
      left_out = [{ population = "sex-workers", reason = "no-time" }] },
  { id = "z", title = "Text", drafters = ["ally"], published_on = 2027-01-10, names_groups = ["women"],
      left_out = [{ population = "sex-workers", reason = "safety", by = "net" }] } ]
""",
        ),
        example(
            "key populations as a whole leave out those who aren't among them",
            "not-met/error t not-named migrants\nto-be-judged t umbrella sex-workers",
            OPEN
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "migrants"] }
statements = [{ id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05,
    names_groups = ["key-populations"] }]
""",
        ),
        example(
            "named in the added text alone, once that is out; not for whom the main text names",
            """
            met t met women
            not-met/error t only-in-supplement sex-workers | supplement=add2
            met add met sex-workers
            met add2 met sex-workers
            not-met/error other not-named sex-workers women
            """,
            OPEN
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "women"] }
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05, names_groups = ["women"] },
  { id = "add", title = "Added", drafters = ["ally"], published_on = 2027-01-11, names_groups = ["sex-workers"],
      supplement_to = "t" },
  { id = "add2", title = "Added", drafters = ["ally"], published_on = 2027-01-10, names_groups = ["sex-workers"],
      supplement_to = "t" },
  { id = "other", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05, names_groups = ["migrants"] } ]
""",
        ),
        example(
            "a sub-group isn't the whole, nor the whole the sub-group",
            "not-met/error t not-named people-who-use-drugs\nnot-met/warning u not-named-yet women-who-use-drugs",
            OPEN
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05,
      names_groups = ["women-who-use-drugs"] },
  { id = "u", title = "Text", drafters = ["ally"], concerns = ["women-who-use-drugs"],
      names_groups = ["people-who-use-drugs"] } ]
""",
        ),
        example(
            "a group that can't be read may be theirs: no verdict before it is mended",
            "not-stated t at-fault sex-workers",
            OPEN
            + """
statements = [{ id = "t", title = "Text", drafters = ["ally"], finalised_on = 2027-01-05,
    names_groups = ["sex-wrokers"] }]
""",
        ),
    ),
)
