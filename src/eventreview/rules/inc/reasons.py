"""INC-3: which reason is given for leaving a community out, and who gave it."""

from __future__ import annotations

from eventreview.plan.edits import Remove, Set
from eventreview.plan.model import Decision, Statement
from eventreview.rules.not_theirs import SUB_GROUP, not_theirs
from eventreview.rules.offers import theirs
from eventreview.rules.outcome import MET, error, judge, met, not_stated, strongest, warning
from eventreview.rules.rule import Choice, example, on_decisions, on_statements, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import LeftOut
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# Reasons that count once an organisation of theirs has given them.
THEIRS_TO_GIVE = ("asked-by-community", "safety")


def left_out(scene: Scene, x: Decision | Statement) -> tuple[str, ...]:
    """Whoever is left out, whether or not the event is about them."""
    return scene.expanded(entry.population for entry in x.left_out)


def decide(scene: Scene, x: Decision | Statement, p: str) -> Outcome:
    """Each entry about them is a part."""
    return strongest([decide_entry(scene, entry, p) for entry in entries_on(scene, x, p)])


def entries_on(scene: Scene, x: Decision | Statement, p: str) -> list[LeftOut]:
    """The entries of `left_out` that are about a population."""
    return [entry for entry in x.left_out if p in scene.expanded((entry.population,))]


def decide_entry(scene: Scene, entry: LeftOut, p: str) -> Outcome:
    """The list for one entry."""
    if entry.reason == "asked-by-community":
        return asked_for(scene, entry, p).about("left_out")
    if entry.reason == "safety":
        return for_safety(scene, entry, p).about("left_out")
    if entry.reason == "no-contact":
        return without_contact(scene, p).about("left_out")
    return error("4", "left-out", reason=entry.reason).about("left_out")


def asked_for(scene: Scene, entry: LeftOut, p: str) -> Outcome:
    """Line 1: only they can ask for it."""
    if scene.led(entry.by, p):
        return met("1")
    if entry.by is None:
        return not_stated("1", "who-asked").missing((entry, "by"))
    return not_theirs(scene, judge("1", "asked-by-another", by=entry.by), p, entry.by)


def for_safety(scene: Scene, entry: LeftOut, p: str) -> Outcome:
    """Line 2: whose safety it is, says so."""
    if scene.led(entry.by, p):
        return met("2")
    outcome = judge("2", "safety-said-by", by=entry.by)
    if entry.by is None:
        return outcome
    return not_theirs(scene, outcome.remarking("said-by", by=entry.by), p, entry.by)


def without_contact(scene: Scene, p: str) -> Outcome:
    """Line 3: no contact, with an organisation of theirs in the plan or without."""
    own = scene.own(p)
    if own:
        return error("3", "no-contact-but-listed", organisation=own[0].at).related_to(own[0])
    silent = scene.silent_on_led_by(o.at for o in scene.plan.organisations)
    outcome = warning("3", "no-contact")
    return outcome.remarking("led-by-absent", organisation=silent) if silent else outcome


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Who said so, among their own; or the entry goes, because they are included. The reason is never reworded."""
    if outcome.result == MET or not isinstance(x, Decision | Statement):
        return
    for number, entry in enumerate(x.left_out, 1):
        about = [p for p in populations if p in scene.expanded((entry.population,))]
        if not about:
            continue
        if entry.reason not in THEIRS_TO_GIVE:
            yield Choice("choice", "included", (Remove(entry.path),), population=entry.population, number=number)
        elif not scene.led_by_any(entry.by, about):
            for organisation in theirs(scene, about):
                edit = Set((*entry.path, "by"), organisation)
                yield Choice("choice", "said-by", (edit,), organisation=organisation, number=number)


INC_3 = rule(
    "INC-3",
    "discomfort-is-no-reason",
    set="allyship",
    severity="error",
    passages=("F10",),
    stage=None,
    judged_by="community",
    reads=("left_out", "organisations.led_by"),
    what="Awkwardness, haste, or the unease of a partner or donor are no reasons to leave a community out.",
    why="Those who are left out to spare others a discomfort lose their say in what concerns them, and each time that "
    "goes through, the next time is easier.",
    remedy="Include them, or ask their organisations what they wish. Where the wish is theirs, record which organisation "
    "said so.",
    question="Did you ask to be left out?",
    messages={
        "met": "An organisation of theirs asked for this, or says that safety is the reason.",
        "who-asked": "The wish is recorded as the community's own; the plan doesn't say which organisation brought it.",
        "asked-by-another": "The wish is recorded as the community's own, and it was brought by {by}, which isn't an "
        "organisation of theirs.",
        "safety-said-by": "Safety is the reason given, and no organisation of theirs is recorded as saying so.",
        "said-by": "It was said by {by}.",
        "no-contact-but-listed": "The reason given is that there is no contact, and the plan has an organisation of "
        "theirs: {organisation}.",
        "no-contact": "The reason given is that there is no contact. Regional and global networks are a way to them, "
        "and so is a place at a distance.",
        "left-out": "They are left out, and this is the reason given: {reason}. What is decided then is decided without "
        "them.",
        "led-by-absent": "Nothing says who leads {organisation} (`led_by` is absent). No organisation counts as led by "
        "the community before it says so.",
        "sub-group": SUB_GROUP,
    },
    checks=(on_decisions(left_out, decide), on_statements(left_out, decide)),
    choices=offer,
    choice_titles={
        "said-by": "Entry {number} of `left_out`: {organisation} said so",
        "included": "Take entry {number} out of `left_out`, because they are included: {population}",
    },
    examples=(
        example(
            "14a the community asked not to be named",
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
            "to-be-judged t asked-by-another sex-workers | by=ally",
            """
stage = "inviting"
as_of = 2027-01-10
[[statements]]
id = "t"
title = "Text"
drafters = ["ally", "net"]
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
left_out = [{ population = "sex-workers", reason = "asked-by-community" }]
""",
        ),
        example(
            "8c a donor's discomfort, on the first day of a draft",
            "not-met/error decisions[0] left-out sex-workers | reason=donor-discomfort",
            """
stage = "idea"
as_of = 2026-10-01
decisions = [{ what = "agenda", made_on = 2026-09-01, made_by = ["ally"],
    left_out = [{ population = "sex-workers", reason = "donor-discomfort", by = "net" }] }]
""",
        ),
        example(
            "16a no contact, and nobody to be found in the plan",
            "not-met/warning decisions[0] no-contact sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Clinic hours", concerns = ["sex-workers"], scope = "local" }
organisations = [{ id = "clinic", name = "Bay Clinic (fictional)", kind = "ngo", led_by = [], roles = ["lead"] }]
decisions = [{ what = "speakers", made_on = 2026-12-01, made_by = ["clinic"],
    left_out = [{ population = "sex-workers", reason = "no-contact" }] }]
""",
        ),
        example(
            "16c an organisation of theirs is in the plan",
            "not-met/error decisions[0] no-contact-but-listed sex-workers | organisation=reg",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Clinic hours", concerns = ["sex-workers"], scope = "local" }
organisations = [{ id = "clinic", name = "Bay Clinic (fictional)", kind = "ngo", led_by = [], roles = ["lead"] },
  { id = "reg", name = "Lantern Region (fictional)", led_by = ["sex-workers"] },
  { id = "reg2", name = "Lantern Coast (fictional)", led_by = ["sex-workers"] }]
decisions = [{ what = "speakers", made_on = 2026-12-01, made_by = ["clinic"],
    left_out = [{ population = "sex-workers", reason = "no-contact" }] }]
""",
        ),
        example(
            "no contact, and of one organisation nobody says who leads it",
            "not-met/warning decisions[0] no-contact trans-people",
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [{ id = "clinic", name = "Bay Clinic (fictional)", kind = "ngo" }]
decisions = [{ what = "speakers", made_on = 2026-12-01, made_by = ["clinic"],
    left_out = [{ population = "trans-people", reason = "no-contact" }] }]
""",
        ),
        example(
            "safety: theirs to say; said by another, or by nobody, it is asked",
            """
            met decisions[0] met sex-workers
            to-be-judged decisions[1] safety-said-by sex-workers | by=ally
            to-be-judged decisions[2] safety-said-by sex-workers
            """,
            """
stage = "inviting"
as_of = 2027-01-10
decisions = [
  { what = "communication", made_on = 2026-12-01, made_by = ["ally"],
      left_out = [{ population = "sex-workers", reason = "safety", by = "net" }] },
  { what = "communication", made_on = 2026-12-01, made_by = ["ally"],
      left_out = [{ population = "sex-workers", reason = "safety", by = "ally" }] },
  { what = "communication", made_on = 2026-12-01, made_by = ["ally"],
      left_out = [{ population = "sex-workers", reason = "safety" }] } ]
""",
        ),
        example(
            "for all key populations at once one network speaks for its own; a sub-group doesn't speak for the whole",
            """
            met decisions[0] met sex-workers
            to-be-judged decisions[0] asked-by-another gay-men-and-msm people-who-use-drugs trans-people | by=net
            to-be-judged decisions[1] asked-by-another people-who-use-drugs | by=wnet
            """,
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] } ]
decisions = [
  { what = "communication", made_on = 2026-12-01, made_by = ["net"],
      left_out = [{ population = "key-populations", reason = "asked-by-community", by = "net" }] },
  { what = "communication", made_on = 2026-12-01, made_by = ["net"],
      left_out = [{ population = "people-who-use-drugs", reason = "asked-by-community", by = "wnet" }] } ]
""",
        ),
        example(
            "of several entries the gravest speaks, and what isn't said is listed with it",
            "not-met/error decisions[0] left-out sex-workers | reason=no-time",
            """
stage = "inviting"
as_of = 2027-01-10
decisions = [{ what = "communication", made_on = 2026-12-01, made_by = ["ally"], left_out = [
    { population = "sex-workers", reason = "asked-by-community" },
    { population = "sex-workers", reason = "no-time" } ] }]
""",
        ),
        example(
            "the wish brought by one of whom nobody says who leads it; nobody left out",
            """
            to-be-judged decisions[0] asked-by-another sex-workers | by=forum
            not-applicable decisions[1] not-applicable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [{ id = "forum", name = "Forum (fictional)" }]
decisions = [
  { what = "communication", made_on = 2026-12-01, made_by = ["forum"],
      left_out = [{ population = "sex-workers", reason = "asked-by-community", by = "forum" }] },
  { what = "communication", made_on = 2026-12-01, made_by = ["forum"], left_out = [] } ]
""",
        ),
    ),
)
