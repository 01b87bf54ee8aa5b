"""KP-2: each population that an event names is present with a voice of its own."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Set
from eventreview.plan.model import Event, Panel
from eventreview.rules.bal.open_places import kept_for_theirs
from eventreview.rules.kp.presence import free_places, kept_for, left_out_as_asked, stood_for, with_reasons
from eventreview.rules.kp.titles import named_in
from eventreview.rules.not_theirs import LED_BY_ABSENT
from eventreview.rules.outcome import (
    NOT_MET,
    error,
    judge,
    met,
    not_applicable,
    not_stated,
    not_yet,
    note,
    warning,
)
from eventreview.rules.rule import NOT_HERE, Choice, example, on_event, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

PRISONS = "people-in-prisons"


def named_by_event(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations the event is about; people in prisons as well where it names the group of key populations."""
    about = scene.about(event)
    if v.GROUP in (event.concerns or ()) and PRISONS not in about:
        return tuple(sorted((*about, PRISONS), key=v.order_of))
    return about


def decide_presence(scene: Scene, event: Event, p: str) -> Outcome:
    """The list for the event."""
    panels = scene.plan.panels
    if stood_for(scene, panels, p):
        return met("1")
    said = said_there(scene, p)
    if said is not None:
        code, panel = said
        return not_applicable("2", "said-there", rule=code, panel=panel.at).related_to(panel)
    if left_out_as_asked(scene, p):
        return met("3")
    if kept_for(scene, panels, p):
        return not_yet("4", "kept-for", population=p)
    free = free_places(scene, panels)
    if free and p in still_missing(scene, event)[:free]:
        return not_yet("4", "place-free")
    # Looked at for the group's sake only: being there may be impossible for them.
    if p not in scene.about(event):
        return note("4", "prisons").about("concerns")
    if not scene.places():
        if scene.before_stage("inviting"):
            return not_yet("5", "no-places")
        return not_stated("5", "no-places").missing(*((panel, "speakers") for panel in panels or (scene.plan,)))
    absent = warning("6", "missing-so-far", population=p) if scene.before_stage("inviting") else None
    outcome = (absent or error("7", "missing", population=p)).about("concerns")
    return with_reasons(outcome, scene, panels, p)


def said_there(scene: Scene, p: str) -> tuple[str, Panel] | None:
    """The rule and the panel that already say that the population has no voice."""
    for panel in scene.plan.panels:
        stands_in = scene.result("KP-1", panel, p)
        if stands_in is not None and stands_in.result == NOT_MET:
            return "KP-1", panel
    for panel in scene.plan.panels:
        balance = scene.result("BAL-1", panel)
        if balance is None or p not in scene.about(panel):
            continue
        if balance.result == NOT_MET and balance.message_id == "none":
            return "BAL-1", panel
    return None


def still_missing(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations that a place held for nobody could still be for, in the vocabulary's order."""
    panels = scene.plan.panels
    return tuple(
        p
        for p in named_by_event(scene, event)
        if not stood_for(scene, panels, p)
        and said_there(scene, p) is None
        and not left_out_as_asked(scene, p)
        and not kept_for(scene, panels, p)
    )


def named_in_event_title(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations that the event's title names and its `concerns`, which may be empty, doesn't."""
    return NOT_HERE if event.concerns is None else _named_beside(scene, event)


def named_in_panel_title(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """The same for a panel that has `concerns` of its own."""
    return NOT_HERE if panel.concerns is None else _named_beside(scene, panel)


def _named_beside(scene: Scene, x: Event | Panel) -> tuple[str, ...]:
    about = scene.about(x)
    return tuple(p for p in scene.expanded(named_in(x.title or "")) if p not in about)


def decide_title(_: Scene, x: Event | Panel, p: str) -> Outcome:
    """The list for a title: it is only run where the title names somebody more."""
    return judge("t", "title-names", population=p).about("title")


def offer_presence(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """For a title: those it names are added. For the event: an open place for one of theirs on a panel about them."""
    if outcome.message_id == "title-names" and isinstance(x, Event | Panel):
        for p in populations:
            edit = Set((*x.path, "concerns"), [*(x.concerns or ()), p])
            yield Choice("choice", "add-to-concerns", (edit,), at=x.at, population=p)
    elif outcome.message_id in ("missing", "missing-so-far", "prisons") and isinstance(x, Event):
        for panel in scene.plan.panels:
            theirs = [p for p in populations if p in scene.about(panel) or p == PRISONS]
            if scene.concerned_panel(panel):
                yield from kept_for_theirs(scene, panel, theirs)


# What most examples share.
TWO_POPULATIONS = """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
"""

KP_2 = rule(
    "KP-2",
    "each-population-present",
    set="allyship",
    severity="error",
    passages=("P3",),
    stage="drafting",
    judged_by="community",
    softened=True,
    after=("KP-1", "BAL-1"),
    reads=(
        "concerns",
        "panel.concerns",
        "title",
        "speakers.status",
        "speakers.role",
        "speakers.represents",
        "speakers.basis",
        "speakers.self_declared",
        "speakers.organisation",
        "speakers.confirmed_by",
        "organisations.led_by",
        "left_out.population",
        "left_out.reason",
        "left_out.by",
    ),
    what="Each population that an event names is present with a voice of its own.",
    why="To be named and not seated is to be a subject of other people's talk. What is decided then rests on guesses "
    "about lives that nobody there can speak of.",
    remedy="Keep a place for an organisation of each population that the event names, or name only those whom it is "
    "about.",
    question="Is this event about you as well?",
    messages={
        "said-there": "{rule} says it on panel {panel}.",
        "kept-for": "A place is kept for an organisation of theirs: {population}.",
        "place-free": "A place is held for nobody yet, and could be theirs.",
        "prisons": "The event names key populations, and people in prisons have no voice there. Being there may be "
        "impossible; a network of people who were inside can be asked.",
        "no-places": "No panel has a place yet.",
        "missing-so-far": "So far no place is held or kept for them: {population}.",
        "missing": "The event names them, and no seat carries a voice of their own: {population}.",
        "title-names": "The title speaks of them, and they aren't among those whom this is about: {population}.",
        "met": "They are there with a voice of their own, or an organisation of theirs asked that they be left out.",
        "led-by-absent": LED_BY_ABSENT,
        "sub-group": "A group covers itself only: {others} aren't a voice for {population}.",
    },
    checks=(
        on_event(named_by_event, decide_presence),
        on_event(named_in_event_title, decide_title, silent=True),
        on_panels(named_in_panel_title, decide_title, silent=True),
    ),
    choices=offer_presence,
    choice_titles={
        "open-place": "Keep an open place on {panel} for {organisation}",
        "add-to-concerns": "Say that {at} is about them as well: {population}",
    },
    examples=(
        example(
            "2a both populations stood for",
            "met event met sex-workers trans-people",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], confirmed_by = ["tnet"],
    chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "2b KP-1 says it",
            "met event met sex-workers\nnot-applicable event said-there trans-people | rule=KP-1 panel=p",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers", "trans-people"], chosen_by = "net" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net" } ]
""",
        ),
        example(
            "BAL-1 says it",
            "not-applicable event said-there sex-workers | rule=BAL-1 panel=p",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "4 a title can't step out by narrowing its concerns",
            "to-be-judged budgets title-names sex-workers | population=sex-workers\nnot-applicable event said-there",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "badges"
title = "Parking and badges"
kind = "logistics"
concerns = []
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
[[panels]]
id = "budgets"
title = "Sex work and city budgets"
concerns = ["women"]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a3", organisation = "ally" }, { id = "a4", organisation = "ally" }]
""",
        ),
        example(
            "8a an empty chair held for the network",
            "not-yet event kept-for sex-workers | population=sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "o1", status = "open", organisation = "net" }, { id = "o2", status = "open" }, { id = "a1",
    organisation = "ally" }]
""",
        ),
        example(
            "free places are shared out in the vocabulary's order",
            "not-yet event place-free sex-workers gay-men-and-msm\n"
            "not-met/warning event missing-so-far people-who-use-drugs\nmet event met trans-people\n"
            "not-met/note event prisons people-in-prisons",
            """
stage = "drafting"
as_of = 2026-10-01
event = { title = "Rights and evidence", concerns = ["key-populations"] }
organisations = [{ id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "o1", status = "open" }, { id = "t1", organisation = "tnet", represents = ["trans-people"] }]
[[panels]]
id = "q"
title = "Second panel"
speakers = [{ id = "o2", status = "open" }]
""",
        ),
        example(
            "no places yet, early",
            "not-yet event no-places sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
""",
        ),
        example(
            "no places yet, late",
            "not-stated event no-places sex-workers",
            """
stage = "inviting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
""",
        ),
        example(
            "nobody at all on the panel about them, while drafting",
            "not-met/warning event missing-so-far sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally" }]
""",
        ),
        example(
            "a moderator alone doesn't make a population present",
            "not-met/error event missing trans-people | population=trans-people\nmet event met sex-workers",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Panel"
concerns = ["sex-workers"]
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "m1", role = "moderator", organisation = "tnet", represents = ["trans-people"] },
]
""",
        ),
        example(
            "women who use drugs are a group of their own",
            "not-met/error event missing people-who-use-drugs\nmet event met women-who-use-drugs",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["people-who-use-drugs", "women-who-use-drugs"] }
organisations = [{ id = "wud", name = "Poppy (fictional)", led_by = ["women-who-use-drugs"] }]
[[panels]]
id = "p"
title = "Panel"
concerns = ["women-who-use-drugs"]
speakers = [{ id = "w1", organisation = "wud", represents = ["women-who-use-drugs"] }]
""",
        ),
        example(
            "nobody has said who leads the organisation",
            "not-met/error event missing sex-workers\nmet event met trans-people",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "un", name = "Quiet Harbour (fictional)" },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Panel"
concerns = ["trans-people"]
speakers = [
  { id = "s1", organisation = "un", represents = ["sex-workers"] },
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
]
""",
        ),
        example(
            "a mandate that nobody has written down yet",
            "not-stated event represents-absent sex-workers\nmet event met trans-people",
            TWO_POPULATIONS
            + """
[[panels]]
id = "p"
title = "Panel"
concerns = ["trans-people"]
speakers = [
  { id = "s1", organisation = "net" },
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
]
""",
        ),
        example(
            "left out of the whole event, as they asked",
            "met event met sex-workers",
            """
stage = "inviting"
as_of = 2026-12-01
decisions = [{ what = "speakers", made_on = 2026-11-01, made_by = ["ally"],
    left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "net" }] }]
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "left out of one panel isn't left out of the event",
            "not-met/error event missing sex-workers",
            """
stage = "inviting"
as_of = 2026-12-01
decisions = [{ what = "speakers", made_on = 2026-11-01, made_by = ["ally"], ref = "p",
    left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "net" }] }]
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "left out of a panel where another voice sits alone",
            "not-met/error event missing sex-workers\nmet event met trans-people",
            TWO_POPULATIONS
            + """
decisions = [{ what = "speakers", made_on = 2026-11-01, made_by = ["tnet"], ref = "p",
    left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "net" }] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "a1" }, { id = "a2" }, { id = "a3" },
]
""",
        ),
        example(
            "people in prisons named in so many words are looked at like all others",
            "not-met/error event missing people-in-prisons",
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["people-in-prisons"] }
[[panels]]
id = "p"
title = "Panel"
concerns = ["women"]
speakers = [{ id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" }]
""",
        ),
        example(
            "an event about nobody whose title names somebody",
            "to-be-judged event title-names sex-workers",
            """
stage = "drafting"
as_of = 2026-10-01
event = { title = "Ce que savent les travailleur·euse·s du sexe", concerns = [] }
[[panels]]
id = "p"
title = "Pausa"
concerns = []
""",
        ),
        example(
            "phrases in three languages, in many spellings",
            "to-be-judged a title-names sex-workers\nto-be-judged b title-names sex-workers\n"
            "to-be-judged c title-names sex-workers\nto-be-judged d title-names sex-workers\n"
            "to-be-judged e title-names sex-workers\n"
            "to-be-judged f title-names sex-workers gay-men-and-msm people-who-use-drugs trans-people\n"
            "to-be-judged g title-names people-who-use-drugs trans-people\nnot-yet event no-places",
            """
stage = "drafting"
as_of = 2026-10-01
panels = [
  { id = "a", title = "SEX-WORKER(S) at work", concerns = [] },
  { id = "b", title = "Des travailleurSEs du sexe parlent", concerns = [] },
  { id = "c", title = "Les travailleur(se)s du sexe", concerns = [] },
  { id = "d", title = "Trabajadoras sexuales", concerns = [] },
  { id = "e", title = "Sex work-related stigma", concerns = ["women"] },
  { id = "f", title = "Populations clés", concerns = [] },
  { id = "g", title = "Drug users, transgender people and gay men", concerns = ["gay-men-and-msm"] },
  { id = "h", title = "Middlesex workers’ union, sexual work ethics", concerns = [] },
  { id = "i", title = "Sex work", concerns = ["sex-workers"] },
]
""",
        ),
    ),
)
