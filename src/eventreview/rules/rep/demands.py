"""REP-5: whether the communities' own demands set the terms of a panel about them."""

from __future__ import annotations

from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import ask, template, theirs
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, judge, met, not_stated, not_yet, warning
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Event, Panel
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def about(scene: Scene, event: Event) -> tuple[str, ...]:
    """Everybody the event is about."""
    return scene.about(event)


def panels_about(scene: Scene, p: str) -> tuple[Panel, ...]:
    """The concerned panels about a population."""
    return tuple(x for x in scene.plan.panels if scene.concerned_panel(x) and p in scene.about(x))


def silent(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """Those panels of which neither key says whose demands they put."""
    return tuple(x for x in panels if x.proposed_by is None and x.agenda_set_with is None)


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """Whether a panel about the population was proposed by one of theirs."""
    panels = panels_about(scene, p)
    for x in panels:
        if scene.one_of_theirs(x.proposed_by, p) is not None:
            return met("1", "proposed", panel=x.at).related_to(x)
    for x in panels:
        if scene.one_of_theirs(x.agenda_set_with, p) is not None:
            return judge("2", "agenda-shared", panel=x.at).related_to(x)
    if scene.before_stage("inviting"):
        return not_yet("3", "agenda-open")
    if not panels:
        return not_stated("4", "no-panel-on", population=p).missing((scene.plan, "panels"))
    unsaid = silent(panels)
    if unsaid and scene.before_stage("published"):
        keys = [(x, key) for x in unsaid for key in ("proposed_by", "agenda_set_with")]
        return not_stated("5", "whose-agenda", panels=tuple(x.at for x in unsaid)).missing(*keys).related_to(*unsaid)
    outcome = warning("6", "no-demand-of-theirs", panels=tuple(x.at for x in panels)).related_to(*panels)
    if unsaid:
        outcome.remarking("counts-as-nobody", panels=tuple(x.at for x in unsaid))
    read = [ids for x in panels for ids in (x.proposed_by, x.agenda_set_with)]
    return not_theirs(scene, outcome, p, *read)


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for who proposed a panel and with whom its agenda was set; a consultation about the agenda."""
    if outcome.result not in (NOT_MET, TO_BE_JUDGED, NOT_STATED):
        return
    known_to = tuple(theirs(scene, populations))
    for x in scene.plan.panels:
        if scene.concerned_panel(x) and any(p in scene.about(x) for p in populations):
            keys = [key for key in ("proposed_by", "agenda_set_with") if not x.has(key)]
            if keys:
                yield Choice("template", "say-whose-agenda", [template(x, *keys, ask=known_to)], panel=x.at)
    yield Choice("template", "ask", [ask(scene, "agenda", with_=known_to)])


REP_5 = rule(
    "REP-5",
    "demands-on-agenda",
    set="allyship",
    severity="warning",
    passages=("L1",),
    stage="drafting",
    judged_by="community",
    settles=("6",),
    reads=(
        "concerns",
        "panels.proposed_by",
        "panels.agenda_set_with",
        "panels.concerns",
        "panels.kind",
        "organisations.led_by",
    ),
    what="Where their lives are discussed, the communities' own demands set the terms.",
    why="Whoever words the questions decides what can be answered. In a frame set by others, a community spends its "
    "time on matters it didn't choose, and its own demands wait.",
    remedy="Ask the community's organisations what they want discussed, and build a panel on it. Record who proposed a "
    "panel, and with whom its agenda was set.",
    question="Do titles and questions put your demands, or answer a frame that others set?",
    messages={
        "proposed": "Panel {panel} was proposed by an organisation of the community.",
        "agenda-shared": "The agenda of panel {panel} was set together with an organisation of the community; no panel "
        "was proposed by one.",
        "agenda-open": "The agenda is still open: the community's organisations can propose what it should hold.",
        "no-panel-on": "No panel is about this population so far: {population}.",
        "whose-agenda": "Nothing says who proposed {panels}, or with whom the agenda was set.",
        "no-demand-of-theirs": "None of the community's organisations proposed a panel about it, or set an agenda with "
        "the organisers ({panels}). Its demands may find no place there.",
        "counts-as-nobody": "Not stated, and read as nobody now that the programme is out: {panels}.",
        **REMARKS,
    },
    checks=(on_event(about, decide),),
    choices=offer,
    choice_titles={
        "say-whose-agenda": "Add lines to panel {panel} for who proposed it and with whom its agenda was set",
        "ask": "Add the lines of a consultation about the agenda, to be filled in",
    },
    examples=(
        example(
            "an early draft",
            "not-yet event agenda-open sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
agenda_set_with = ["ally"]
""",
        ),
        example(
            "proposed by the network, whatever the stage",
            "met event proposed sex-workers | panel=q",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["ally"]
[[panels]]
id = "q"
title = "Another panel"
proposed_by = ["ally", "net"]
""",
        ),
        example(
            "an agenda set together is a question",
            "to-be-judged event agenda-shared sex-workers | panel=p",
            """
stage = "held"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["ally"]
agenda_set_with = ["ally", "net"]
""",
        ),
        example(
            "one population's proposal isn't another's",
            """
            met event proposed sex-workers
            not-stated event whose-agenda trans-people | panels=q
            """,
            """
stage = "inviting"
as_of = 2026-10-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["net"]
[[panels]]
id = "q"
title = "Another panel"
concerns = ["trans-people"]
""",
        ),
        example(
            "no panel about them yet: an opening and a parking notice aren't",
            "not-stated event no-panel-on sex-workers | population=sex-workers",
            """
stage = "inviting"
as_of = 2026-10-01
[[panels]]
id = "o"
title = "Welcome"
kind = "opening"
proposed_by = ["net"]
[[panels]]
id = "b"
title = "Parking and badges"
kind = "logistics"
""",
        ),
        example(
            "others proposed it, and say so before the programme is out",
            "not-met/warning event no-demand-of-theirs sex-workers | panels=p",
            """
stage = "inviting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
proposed_by = []
""",
        ),
        example(
            "the programme is out, and nothing is said",
            "not-met/warning event no-demand-of-theirs sex-workers | panels=p,q",
            """
stage = "published"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
[[panels]]
id = "q"
title = "Another panel"
proposed_by = ["ally"]
""",
        ),
        example(
            "a sub-group's proposal, and that of an organisation of which nobody says who leads it",
            "not-met/warning event no-demand-of-theirs people-who-use-drugs",
            """
stage = "published"
as_of = 2026-10-01
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["wnet"]
agenda_set_with = ["forum"]
""",
        ),
        example(
            "the network says that the frame is its own",
            "met event no-demand-of-theirs sex-workers",
            """
stage = "inviting"
as_of = 2026-10-01
judgements = [{ rule = "REP-5", at = "event", verdict = "met", by = "net", on = 2026-09-30 }]
[[panels]]
id = "p"
title = "Panel"
proposed_by = ["ally"]
""",
        ),
        example(
            "an event that concerns nobody",
            "not-applicable event not-applicable",
            """
stage = "published"
as_of = 2026-10-01
event = { title = "Parking", concerns = [] }
[[panels]]
id = "p"
title = "Panel"
""",
        ),
    ),
)
