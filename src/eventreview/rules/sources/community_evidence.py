"""SRC-1: what a text or panel about a community rests on."""

from __future__ import annotations

from eventreview.plan.edits import Comment, Insert
from eventreview.plan.model import Panel, Statement
from eventreview.rules.outcome import NOT_MET, NOT_STATED, error, met, not_stated, warning
from eventreview.rules.process import is_community_source, is_final
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, on_plan, on_statements, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Plan
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

WITHOUT_EVIDENCE = ("opening", "closing", "logistics", "questions", "closed-caucus")
# From this many sources on, none of the community's among them is no accident of a short list.
SEVERAL = 3


def rests_on_evidence(scene: Scene, x: Panel | Statement) -> bool:
    """A text, or a panel where something is argued, about somebody."""
    return bool(scene.about(x)) and not (isinstance(x, Panel) and x.kind in WITHOUT_EVIDENCE)


def with_sources(scene: Scene, x: Panel | Statement) -> tuple[str, ...]:
    """Where the plan has sources at all; sources have no population, so it is decided once."""
    return ONCE if scene.plan.sources and rests_on_evidence(scene, x) else NOT_HERE


def without_sources(scene: Scene, plan: Plan) -> tuple[str, ...]:
    """A plan without any source, with something that should rest on one."""
    texts: tuple[Panel | Statement, ...] = (*plan.panels, *plan.statements)
    return ONCE if not plan.sources and any(rests_on_evidence(scene, x) for x in texts) else NOT_HERE


def decide_plan(scene: Scene, plan: Plan, _: str) -> Outcome:
    """Line 1: said once, for all its texts and panels."""
    return not_stated("1", "no-sources").missing((plan, "sources"))


def decide(scene: Scene, x: Panel | Statement, _: str) -> Outcome:
    """The rest of the list."""
    used = [source for source in scene.plan.sources if x.at in (source.used_in or ())]
    n = len(used)
    silent = [source for source in scene.plan.sources if not source.used_in]
    if n == 0 and silent:
        outcome = not_stated("2", "used-in-missing", count=len(silent))
        return outcome.missing(*((source, "used_in") for source in silent)).related_to(*silent)
    if n == 0:
        return not_stated("3", "no-source-for").missing((scene.plan, "sources"))
    if not any(is_community_source(source) for source in used):
        settled = is_final(scene, x) if isinstance(x, Statement) else not scene.before_stage("published")
        if n >= SEVERAL and settled:
            return error("4", "none-of", n=n).related_to(*used)
        return warning("5", "none-of", n=n).related_to(*used)
    return met("6").related_to(*used)


def offer(scene: Scene, x: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """A community source that the plan has already; or lines for another."""
    if outcome.result not in (NOT_MET, NOT_STATED):
        return
    sources = scene.plan.sources
    lines = ["# [[sources]]", "# title =", '# kind = "community-led"']
    if isinstance(x, Panel | Statement) and scene.plan.object_of(x.at) is x:
        for source in sources:
            used_in = source.used_in or ()
            if is_community_source(source) and x.at not in used_in:
                edit = Insert((*source.path, "used_in"), len(used_in), x.at)
                yield Choice("choice", "used", (edit,), source=source.at, at=x.at)
        lines.append(f'# used_in = ["{x.at}"]')
    yield Choice("template", "source", (Comment(sources[-1].path if sources else ("sources",), lines),))


SRC_1 = rule(
    "SRC-1",
    "community-evidence-used",
    set="allyship",
    severity="error",
    passages=("V1", "V6"),
    stage="drafting",
    judged_by="community",
    settles=("5",),
    reads=("sources.kind", "sources.used_in", "finalised_on", "published_on", "stage"),
    what="A text or panel about a community rests on what that community has researched, not on academics and policy "
    "makers alone.",
    why="Without their own research, people read about themselves in the words of others. What they know of their "
    "lives counts for nothing, and myths are handed on as facts.",
    remedy="Look for what organisations of the community have published, work with it, and record it under "
    "`[[sources]]`, with the text or panel in `used_in`.",
    question="Does it rest on that evidence, or only cite it?",
    messages={
        "no-sources": "The plan names no sources, so nothing shows what its panels and texts rest on.",
        "used-in-missing": (
            "No source is tied to this, and {count} source doesn't say what it is used in.",
            "No source is tied to this, and {count} sources don't say what they are used in.",
            "count",
        ),
        "no-source-for": "The plan has sources, and none of them is used here.",
        "none-of": (
            "{n} source is used here, and it isn't the community's own.",
            "{n} sources are used here, and none is the community's own.",
            "n",
        ),
        "met": "Research by the community, or made together with it, is among what this rests on.",
    },
    checks=(
        on_panels(with_sources, decide),
        on_statements(with_sources, decide),
        on_plan(without_sources, decide_plan),
    ),
    choices=offer,
    choice_titles={
        "used": "Record that {at} uses {source}, once it does",
        "source": "Add lines for a source of the community, to be filled in",
    },
    examples=(
        example(
            "no source at all: said once",
            """
            not-stated plan no-sources
            not-applicable p not-applicable
            not-applicable t not-applicable
            """,
            """
stage = "drafting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
[[statements]]
id = "t"
title = "Text"
drafters = ["ally"]
""",
        ),
        example(
            "no source, and nothing that should rest on one",
            "not-applicable plan not-applicable",
            """
stage = "published"
as_of = 2027-02-05
panels = [
  { id = "a", title = "Welcome", kind = "opening" }, { id = "b", title = "Farewell", kind = "closing" },
  { id = "c", title = "Badges", kind = "logistics" }, { id = "d", title = "Questions", kind = "questions" },
  { id = "e", title = "Between us", kind = "closed-caucus" }, { id = "f", title = "Break", concerns = [] } ]
""",
        ),
        example(
            "none says what it is used in",
            """
            not-stated p used-in-missing | count=2
            met q met
            not-applicable o not-applicable
            """,
            """
stage = "published"
as_of = 2027-02-05
panels = [{ id = "p", title = "Panel" }, { id = "q", title = "Panel" }, { id = "o", title = "Hello", kind = "opening" }]
sources = [
  { title = "A", kind = "community-led" }, { title = "B", kind = "academic", used_in = [] },
  { title = "C", kind = "joint-un-community", used_in = ["q"] } ]
""",
        ),
        example(
            "all sources are used elsewhere",
            """
            not-stated t no-source-for
            met p met
            """,
            """
stage = "drafting"
as_of = 2026-12-01
panels = [{ id = "p", title = "Panel" }]
sources = [{ title = "A", kind = "community-led", used_in = ["p"] }]
statements = [{ id = "t", title = "Text", drafters = ["ally"] }]
""",
        ),
        example(
            "three sources, none of the community's: a final text, and one still to be finalised",
            """
            not-met/error t none-of | n=3
            not-met/error u none-of | n=3
            not-met/warning v none-of | n=3
            not-met/warning w none-of | n=2
            """,
            """
stage = "drafting"
as_of = 2026-12-01
statements = [
  { id = "t", title = "Text", drafters = ["ally"], finalised_on = 2026-12-01 },
  { id = "u", title = "Text", drafters = ["ally"], published_on = 2026-11-01 },
  { id = "v", title = "Text", drafters = ["ally"], finalised_on = 2026-12-02 },
  { id = "w", title = "Text", drafters = ["ally"], finalised_on = 2026-11-01 } ]
sources = [
  { title = "A", kind = "academic", used_in = ["t", "u", "v", "w"] },
  { title = "B", kind = "un", used_in = ["t", "u", "v", "w"] },
  { title = "C", kind = "media", used_in = ["t", "u", "v"] } ]
""",
        ),
        example(
            "a panel whose programme is out",
            """
            not-met/error p none-of | n=3
            not-met/warning q none-of | n=1
            met r met
            """,
            """
stage = "published"
as_of = 2027-02-05
panels = [{ id = "p", title = "Panel" }, { id = "q", title = "Panel" }, { id = "r", title = "Panel" }]
sources = [
  { title = "A", kind = "academic", used_in = ["p", "q", "r"] }, { title = "B", kind = "policy", used_in = ["p"] },
  { title = "C", kind = "government", used_in = ["p", "r"], produced_by = "Lantern Network (fictional)" },
  { title = "D", kind = "community-led", used_in = ["r"] } ]
""",
        ),
        example(
            "a panel whose programme isn't out; the network may say that it is fine",
            """
            not-met/warning p none-of | n=3
            met q none-of
            """,
            """
stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "SRC-1", at = "q", verdict = "met", by = "net", on = 2027-01-08 }]
panels = [{ id = "p", title = "Panel" }, { id = "q", title = "Panel" }]
sources = [
  { title = "A", kind = "academic", used_in = ["p", "q"] }, { title = "B", kind = "policy", used_in = ["p"] },
  { title = "C", kind = "government", used_in = ["p"] } ]
""",
        ),
        example(
            "an idea isn't asked yet",
            "not-yet p not-yet",
            """
stage = "idea"
as_of = 2026-10-01
panels = [{ id = "p", title = "Panel" }]
sources = [{ title = "A", kind = "academic", used_in = ["p"] }]
""",
        ),
    ),
)
