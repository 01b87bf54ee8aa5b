"""SRC-2: community work named as such, and its newer work looked for."""

from __future__ import annotations

from eventreview.plan.edits import Comment, Set
from eventreview.plan.model import Plan, Source
from eventreview.rules.offers import template
from eventreview.rules.outcome import met, not_stated, note, warning
from eventreview.rules.process import is_community_source
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_plan, on_sources, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def of_the_community(scene: Scene, source: Source) -> tuple[str, ...]:
    """A source that the community made, alone or with a UN agency, for an event about somebody."""
    return ONCE if is_community_source(source) and scene.about(scene.plan.event) else NOT_HERE


def decide_credit(scene: Scene, source: Source, _: str) -> Outcome:
    """Part a."""
    if source.credited is False:
        return warning("a1", "not-credited").about("credited")
    if source.produced_by is None:
        return warning("a2", "no-producer").about("produced_by")
    if source.credited is None:
        return not_stated("a3", "credited-missing").about("credited").missing((source, "credited"))
    return met("a3").about("credited")


def any_source(scene: Scene, plan: Plan) -> tuple[str, ...]:
    """A plan with sources of any kind, for an event about somebody."""
    return ONCE if plan.sources and scene.about(plan.event) else NOT_HERE


def decide_newer(scene: Scene, plan: Plan, _: str) -> Outcome:
    """Part b: what was made together with a UN agency is the well-known guidance, and doesn't count here."""
    sources = community_led(plan)
    years = [year for year in (year_of(plan, source) for source in sources) if year is not None]
    latest = max(years, default=None)
    if latest is not None and latest >= plan.today.year - scene.thresholds.recent_years:
        return met("b1").related_to(*(source for source in sources if year_of(plan, source) == latest))
    undated = undated_sources(plan)
    if undated:
        outcome = not_stated("b2", "year-missing", sources=tuple(source.at for source in undated))
        return outcome.missing(*((source, "year") for source in undated)).related_to(*undated)
    # A year is no number to be cut into thousands.
    year = None if latest is None else str(latest)
    outcome = note("b3", "nothing-recent", year=year).related_to(*sources)
    return outcome if year is None else outcome.remarking("latest-year", year=year)


def community_led(plan: Plan) -> list[Source]:
    """The sources that the community made alone."""
    return [source for source in plan.sources if source.kind == "community-led"]


def undated_sources(plan: Plan) -> list[Source]:
    """Those of them without a year."""
    return [source for source in community_led(plan) if year_of(plan, source) is None]


def year_of(plan: Plan, source: Source) -> int | None:
    """The year of a source; one still to come counts as absent."""
    return source.year if source.year is not None and source.year <= plan.today.year else None


def offer(scene: Scene, x: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """That it is credited, which the organisers alone can say; or lines to fill in."""
    if isinstance(x, Source):
        if outcome.message_id in ("not-credited", "credited-missing"):
            yield Choice("choice", "credited", (Set((*x.path, "credited"), True),))
        if outcome.message_id == "no-producer" and not x.has("produced_by"):
            yield Choice("template", "producer", (template(x, "produced_by"),))
    if isinstance(x, Plan) and outcome.message_id == "year-missing":
        without = [source for source in undated_sources(x) if not source.has("year")]
        if without:
            yield Choice("template", "year", [template(source, "year") for source in without])
    if isinstance(x, Plan) and outcome.message_id == "nothing-recent":
        lines = ("# [[sources]]", "# title =", '# kind = "community-led"', "# produced_by =", "# year =")
        yield Choice("template", "source", (Comment(x.sources[-1].path, lines),))


SRC_2 = rule(
    "SRC-2",
    "community-resources-credited",
    set="allyship",
    severity="warning",
    passages=("V3", "V4", "V5", "D4"),
    stage="published",
    judged_by="organiser",
    settles=("a1", "a2", "b3"),
    reads=("kind", "credited", "produced_by", "year", "sources.kind", "sources.year"),
    what="Community work is named as such, and its newer work is looked for as well as the well-known guidance.",
    why="Work that is used without its makers' name feeds the standing of others. Where only the best-known guidance is "
    "read, what communities have learned since stays unseen.",
    remedy="Name the organisation that made it wherever it is used. Ask the regional or global network for newer work, "
    "or look in its resource centre.",
    question="Did you ask the regional or global network, or look in its resource centre, for newer work?",
    messages={
        "not-credited": "This work of the community is used without being credited.",
        "no-producer": "The plan doesn't say who made this work of the community.",
        "credited-missing": "The plan doesn't say whether this work of the community is credited where it is used.",
        "year-missing": (
            "Nothing says from which year {sources} is, so it can't be seen whether newer work was looked for.",
            "Nothing says from which year {sources} are, so it can't be seen whether newer work was looked for.",
            "sources",
        ),
        "nothing-recent": "No recent work made by the community itself is among the sources.",
        "latest-year": "The latest is from {year}.",
        "met": "The work of the community is credited, or recent work of its own is among the sources.",
    },
    checks=(on_sources(of_the_community, decide_credit), on_plan(any_source, decide_newer)),
    choices=offer,
    choice_titles={
        "credited": "Record that it is credited, once it is so",
        "producer": "Add a line for who made it, to be filled in",
        "year": "Add lines for the years, to be filled in",
        "source": "Add lines for a newer source, to be filled in",
    },
    examples=(
        example(
            "not credited, no producer, not said, and credited",
            """
            not-met/warning sources[0] not-credited
            not-met/warning sources[1] no-producer
            not-stated sources[2] credited-missing
            met sources[3] met
            not-applicable sources[4] not-applicable
            met plan met
            """,
            """
stage = "published"
as_of = 2027-02-05
sources = [
  { title = "A", kind = "community-led", credited = false, year = 2022 },
  { title = "B", kind = "joint-un-community" },
  { title = "C", kind = "community-led", produced_by = "Lantern Network (fictional)" },
  { title = "D", kind = "community-led", produced_by = "Lantern Network (fictional)", credited = true },
  { title = "E", kind = "academic", credited = false } ]
""",
        ),
        example(
            "six years old, five years old, and guidance made with an agency",
            "not-met/note plan nothing-recent | year=2021\nmet sources[0] met\nmet sources[1] met",
            """
stage = "published"
as_of = 2027-02-05
sources = [
  { title = "A", kind = "community-led", year = 2021, produced_by = "Lantern Network (fictional)", credited = true },
  { title = "B", kind = "joint-un-community", year = 2026, produced_by = "A. B. (fictional)", credited = true } ]
""",
        ),
        example(
            "no source of the community at all",
            "not-met/note plan nothing-recent | year=None",
            """
stage = "held"
as_of = 2027-04-05
sources = [{ title = "A", kind = "academic", year = 2026 }]
""",
        ),
        example(
            "no year, or one still to come",
            """
            not-stated plan year-missing | sources=sources[1],sources[2]
            met sources[0] met
            met sources[1] met
            met sources[2] met
            """,
            """
stage = "published"
as_of = 2027-02-05
sources = [
  { title = "A", kind = "community-led", year = 2013, produced_by = "Net (fictional)", credited = true },
  { title = "B", kind = "community-led", produced_by = "Net (fictional)", credited = true },
  { title = "C", kind = "community-led", year = 2028, produced_by = "Net (fictional)", credited = true } ]
""",
        ),
        example(
            "the organisers say that they asked for newer work",
            """
            met plan nothing-recent
            """,
            """
stage = "published"
as_of = 2027-02-05
judgements = [{ rule = "SRC-2", at = "plan", verdict = "met", by = "ally", on = 2027-02-01 }]
sources = [{ title = "A", kind = "academic", year = 2026 }]
""",
        ),
        example(
            "an event about nobody, or a plan without sources",
            "not-applicable plan not-applicable\nnot-applicable sources[0] not-applicable",
            """
stage = "published"
as_of = 2027-02-05
event = { title = "Rights and evidence", concerns = [] }
sources = [{ title = "A", kind = "community-led", credited = false }]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet plan not-yet\nnot-yet sources[0] not-yet",
            """
stage = "inviting"
as_of = 2027-01-10
sources = [{ title = "A", kind = "community-led", credited = false }]
""",
        ),
    ),
)
