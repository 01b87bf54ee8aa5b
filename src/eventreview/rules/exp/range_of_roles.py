"""EXP-1: whether communities advise, research, train and run things, or speak and nothing else."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Comment
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.outcome import NOT_MET, NOT_STATED, met, not_stated, warning
from eventreview.rules.rule import Choice, example, on_event, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Event, Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# Three names for sitting on a panel and speaking; a rapporteur is one whether a place or a piece of work.
SPEAKING = ("panellist", "speaker", "discussant")
KINDS = tuple(dict.fromkeys((*v.PLACE_ROLES, *v.WORK_ROLES)))
FEW, MANY = 1, 3


def in_the_plan(scene: Scene, event: Event) -> tuple[str, ...]:
    """The populations the event is about that have an organisation in the plan, or a voice on a panel."""
    heard = {p for s in scene.all_seats() for p in scene.voices(s)}
    return tuple(p for p in scene.about(event) if p in heard or scene.own(p))


def decide(scene: Scene, event: Event, p: str) -> Outcome:
    """Which kinds of role there are for them, and for the others."""
    theirs, others = kinds_of_theirs(scene, p), kinds_of_others(scene, event)
    if len(theirs) <= FEW and len(others) >= MANY:
        outcome = warning("1", "one-kind", kinds=theirs, kinds_of_others=others)
        if theirs:
            outcome.remarking("kinds", kinds=theirs)
        return outcome.remarking("kinds-of-others", kinds_of_others=others)
    preparing = everybody_preparing(scene)
    if preparing is None:
        return not_stated("2", "preparatory-roles").missing(*keys_of_preparing(scene, p))
    if not any(scene.led(o, p) for o in preparing):
        return not_theirs(scene, warning("3", "no-preparatory-role"), p, preparing)
    return met("4")


def kinds_of_theirs(scene: Scene, p: str) -> tuple[str, ...]:
    """T: kinds of role on live places that are voice of them or held for one of theirs, and of work by theirs."""
    found = {
        kind_of(s.role) for s in scene.places() if scene.voice(s, p) or (scene.led(s.organisation, p) and scene.live(s))
    }
    found |= {kind_of(each.role) for each in scene.plan.work if scene.led(each.organisation, p)}
    return in_order(found)


def kinds_of_others(scene: Scene, event: Event) -> tuple[str, ...]:
    """O: the same of organisations led by nobody the event is about."""
    about = scene.about(event)

    def another(o: Organisation | None) -> bool:
        return o is not None and not scene.led_by_any(o.at, about)

    def others() -> tuple[str, ...]:
        found = {
            kind_of(s.role) for s in scene.places() if scene.live(s) and another(scene.organisation(s.organisation))
        }
        found |= {kind_of(each.role) for each in scene.plan.work if another(scene.organisation(each.organisation))}
        return in_order(found)

    return scene.memo("kinds-of-others", others)


def kind_of(role: str | None) -> str | None:
    """The kind that a role is of: panellist, speaker and discussant are one."""
    return "panellist" if role in SPEAKING else role


def in_order(kinds: Iterable[str | None]) -> tuple[str, ...]:
    """Kinds of role in the vocabulary's order, those of places before those of work."""
    found = set(kinds)
    return tuple(each for each in KINDS if each in found)


def everybody_preparing(scene: Scene) -> tuple[str, ...] | None:
    """Every organisation that works, drafts, sets an agenda or evaluates, each once; None where the plan has no such key."""
    plan = scene.plan
    agendas = [panel.agenda_set_with for panel in plan.panels]
    stated = plan.work or plan.statements or plan.evaluation.by is not None or any(ids is not None for ids in agendas)
    if not stated:
        return None
    named: list[tuple[str, ...]] = [(each.organisation,) for each in plan.work]
    named += [ids for ids in (*(x.drafters for x in plan.statements), *agendas, plan.evaluation.by) if ids is not None]
    return tuple(dict.fromkeys(id for ids in named for id in ids))


def keys_of_preparing(scene: Scene, p: str) -> tuple[tuple[Table, str], ...]:
    """Where a role in preparing could be stated."""
    plan = scene.plan
    panels = [x for x in plan.panels if scene.concerned_panel(x) and p in scene.about(x)]
    agendas = tuple((x, "agenda_set_with") for x in panels)
    return ((plan, "work"), (plan, "statements"), *agendas, (plan.evaluation, "by"))


def offer(scene: Scene, event: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """The lines of a piece of work, all of it to be agreed and filled in."""
    if outcome.result not in (NOT_MET, NOT_STATED):
        return
    work = scene.plan.work
    at: Path = work[-1].path if work else ("work",)
    lines = ("# [[work]]", "# id =", "# organisation =", "# role =", "# paid =")
    yield Choice("template", "work", [Comment(at, lines)])


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
PANEL = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", role = "discussant", organisation = "net" },
  { id = "s3", role = "moderator", status = "open", organisation = "net" },
  { id = "a1", organisation = "ally" } ]
"""
TWO_KINDS_MORE = """
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "a2", role = "keynote", organisation = "ally" },
  { id = "a3", role = "rapporteur", organisation = "ally" } ]
"""

EXP_1 = rule(
    "EXP-1",
    "range-of-roles",
    set="allyship",
    severity="warning",
    passages=("R1", "R4", "C2"),
    stage="published",
    judged_by="community",
    settles=("1", "3"),
    reads=(
        "speakers.role",
        "speakers.status",
        "speakers.organisation",
        "work.role",
        "work.organisation",
        "statements.drafters",
        "panels.agenda_set_with",
        "evaluation.by",
        "organisations.led_by",
    ),
    what="Communities advise, facilitate, research, train and run things; speaking is one role among others.",
    why="People who are asked to speak and never to prepare are treated as guests. Their knowledge stays outside the "
    "work that shapes an event, and so does the pay for it.",
    remedy="Offer paid work in preparing and running the event: research, facilitation, drafting, evaluation. Set the "
    "agenda with the community's organisations.",
    question="Are you treated as colleagues?",
    messages={
        "one-kind": "The community has one kind of role here at most, and the others have several.",
        "kinds": "The community: {kinds}.",
        "kinds-of-others": "The others: {kinds_of_others}.",
        "preparatory-roles": "The plan doesn't say who prepares the event: no work, text, shared agenda or evaluation "
        "is in it.",
        "no-preparatory-role": "None of the community's organisations works, drafts, sets an agenda or evaluates; what "
        "the plan has of that is done by others.",
        "met": "The community's organisations have a part in preparing the event.",
        **REMARKS,
    },
    checks=(on_event(in_the_plan, decide),),
    choices=offer,
    choice_titles={"work": "Add the lines of a piece of work, to be agreed and filled in"},
    examples=(
        example(
            "one kind of role beside three: three names for speaking are one kind",
            "not-met/warning event one-kind sex-workers | kinds=panellist kinds_of_others=panellist,keynote,rapporteur",
            PUBLISHED + PANEL + TWO_KINDS_MORE,
        ),
        example(
            "a place held for one of theirs without a mandate, and a holder's own voice, are kinds of theirs",
            "not-stated event preparatory-roles sex-workers",
            PUBLISHED
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true },
  { id = "s2", role = "moderator", organisation = "net" },
  { id = "a1", organisation = "ally" } ]
"""
            + TWO_KINDS_MORE,
        ),
        example(
            "others' work isn't theirs, and their work isn't the others'",
            """
            not-met/warning event one-kind trans-people | kinds=panellist kinds_of_others=panellist,keynote,rapporteur
            met event met sex-workers
            """,
            PUBLISHED
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
work = [{ id = "w", organisation = "net", role = "researcher" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "t1", organisation = "tnet", represents = ["trans-people"] },
  { id = "a1", organisation = "ally" } ]
"""
            + TWO_KINDS_MORE,
        ),
        example(
            "an evaluation alone is a part in preparing",
            "met event met sex-workers",
            PUBLISHED + 'evaluation = { by = ["net"] }\n' + PANEL,
        ),
        example(
            "the agenda of one panel of two as well",
            "met event met sex-workers",
            PUBLISHED
            + PANEL
            + """
[[panels]]
id = "q"
title = "Another panel"
agenda_set_with = ["net"]
""",
        ),
        example(
            "one kind for everybody, and nothing of preparing in the plan",
            "not-stated event preparatory-roles sex-workers",
            PUBLISHED + PANEL,
        ),
        example(
            "a rapporteur's place and a rapporteur's work are one kind, so the others have two",
            "not-met/warning event no-preparatory-role sex-workers",
            PUBLISHED
            + 'work = [{ id = "w", organisation = "ally", role = "rapporteur" }]'
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally" },
  { id = "a2", role = "rapporteur", organisation = "ally" },
  { id = "x1", role = "interpreter" } ]
""",
        ),
        example(
            "a second kind of role, and a part in preparing",
            "met event met sex-workers",
            PUBLISHED + 'work = [{ id = "w", organisation = "net", role = "researcher" }]' + PANEL + TWO_KINDS_MORE,
        ),
        example(
            "each part in preparing",
            "met event met sex-workers trans-people women",
            PUBLISHED
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people", "women"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "wom", name = "Iris (fictional)", led_by = ["women"] } ]
statements = [{ id = "t", title = "Text", drafters = ["net"] }]
evaluation = { by = ["tnet"] }
panels = [{ id = "p", title = "Panel", agenda_set_with = ["wom"] }]
""",
        ),
        example(
            "one of theirs in the plan, without a role of any kind",
            "not-met/warning event one-kind sex-workers | kinds= kinds_of_others=panellist,keynote,moderator",
            PUBLISHED
            + """
evaluation = { by = ["net"] }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "a1", role = "speaker", organisation = "ally" },
  { id = "a2", role = "keynote", organisation = "ally" },
  { id = "a3", role = "moderator", organisation = "ally" } ]
""",
        ),
        example(
            "a holder's own voice is in the plan too, and the drafters are others",
            "not-met/warning event no-preparatory-role sex-workers",
            PUBLISHED
            + """
organisations = [{ id = "ally", name = "Harbour Alliance (fictional)", led_by = [] }]
statements = [{ id = "t", title = "Text", drafters = ["ally"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true }]
""",
        ),
        example(
            "drafted by a sub-group, evaluated by one of which nobody says who leads it",
            "not-met/warning event no-preparatory-role people-who-use-drugs",
            PUBLISHED
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
statements = [{ id = "t", title = "Text", drafters = ["wnet"] }]
evaluation = { by = ["forum"] }
""",
        ),
        example(
            "the network says that it is treated as a colleague",
            "met event one-kind sex-workers",
            PUBLISHED
            + 'judgements = [{ rule = "EXP-1", at = "event", verdict = "met", by = "net", on = 2027-02-01 }]'
            + PANEL
            + TWO_KINDS_MORE,
        ),
        example(
            "nobody of theirs in the plan",
            "not-applicable event not-applicable",
            PUBLISHED + 'organisations = [{ id = "ally", name = "Harbour Alliance (fictional)", led_by = [] }]\n',
        ),
        example(
            "not before the programme is out",
            "not-yet event not-yet sex-workers",
            'stage = "inviting"\nas_of = 2027-01-05\n' + PANEL,
        ),
    ),
)
