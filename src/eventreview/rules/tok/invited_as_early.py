"""TOK-2: whether the community's voices heard of a panel as early as the others."""

from __future__ import annotations

from eventreview.plan.model import Panel
from eventreview.plan.moments import day
from eventreview.rules.not_theirs import REMARKS
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import NOT_STATED, met, not_stated, warning
from eventreview.rules.process import median
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, rule
from eventreview.rules.tok.on_panels import ally_places, mandates_open, not_theirs_at_all, told, voices

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def with_a_voice(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """A concerned panel with a voice, or with a place that may be one."""
    if not scene.concerned_panel(panel):
        return NOT_HERE
    return ONCE if voices(scene, panel) or mandates_open(scene, panel) else NOT_HERE


def decide(scene: Scene, panel: Panel, _: str) -> Outcome:
    """Whether the voices were invited in time, and no later than the others."""
    seats = voices(scene, panel)
    if not seats:
        return not_stated("0", keys=("represents",)).missing(*((s, "represents") for s in mandates_open(scene, panel)))
    days = [heard_on(scene, panel, s) for s in seats]
    known = [each for each in days if each is not None]
    if not known:
        return not_stated("1", keys=("invited_on",)).missing(*((s, "invited_on") for s in seats))
    fixed = panel.agenda_fixed_on
    if fixed is not None and scene.past(fixed) and len(known) == len(days) and min(known) > fixed:
        about = scene.about(panel)
        read = (*(panel.agenda_set_with or ()), *(panel.proposed_by or ()))
        if not any(scene.led_by_any(o, about) for o in read):
            outcome = warning("2", "after-agenda", date=fixed).about("agenda_fixed_on")
            return not_theirs_at_all(scene, outcome, about, read)
    allies = compared_with(scene, panel)
    if not allies:
        return met("3", "nobody-else")
    others = [s.invited_on for s in allies if s.invited_on is not None and scene.past(s.invited_on)]
    if not others:
        return not_stated("3", keys=("invited_on",)).missing(*((s, "invited_on") for s in allies))
    later = days_later(known, others)
    if later <= scene.thresholds.lag_days:
        return met("5")
    params = told(panel, days=int(later) if later == int(later) else later)
    outcome = warning("4", "later", **params)
    return outcome.remarking("days", **params) if params else outcome


def heard_on(scene: Scene, panel: Panel, s: Place) -> datetime.date | None:
    """The day a voice heard of it, by today: its invitation, or the question to those of theirs who chose it."""
    days = [s.invited_on] if s.invited_on is not None and scene.past(s.invited_on) else []
    theirs = [p for p in scene.voices(s) if p in scene.about(panel)]
    if scene.led_by_any(s.chosen_by, theirs) and not scene.ahead(s.chosen_on):
        asked = (c for c in scene.consultations() if c.with_ == s.chosen_by and scene.relevant(c, "speakers", s))
        days += [day(c.asked_on) for c in asked]
    return min(days, default=None)


def compared_with(scene: Scene, panel: Panel) -> tuple[Place, ...]:
    """The panel's ally places; where it has none, those of all concerned panels."""
    here = ally_places(scene, panel)
    if here:
        return here
    return tuple(s for each in scene.plan.panels if scene.concerned_panel(each) for s in ally_places(scene, each))


def days_later(ours: Sequence[datetime.date], theirs: Sequence[datetime.date]) -> float:
    """How many days one median lies after the other, half days kept."""
    return median(each.toordinal() for each in ours) - median(each.toordinal() for each in theirs)


def offer(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Empty lines for the invitations that aren't dated."""
    if outcome.result != NOT_STATED or not isinstance(panel, Panel):
        return
    asked = tuple(organisers(scene))
    lacking = {path for path, key in outcome.keys if key == "invited_on"}
    undated = [s for s in scene.places() if s.path in lacking and not s.has("invited_on")]
    if undated:
        yield Choice("template", "say-when", [template(s, "invited_on", ask=asked) for s in undated])


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
PANEL = (
    PUBLISHED
    + """
[[panels]]
id = "p"
title = "Panel"
"""
)
ASKED = """
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-10 }]
"""

TOK_2 = rule(
    "TOK-2",
    "invited-as-early",
    set="allyship",
    severity="warning",
    passages=("P1",),
    stage="published",
    judged_by="nobody",
    reads=(
        "speakers.invited_on",
        "speakers.chosen_by",
        "agenda_fixed_on",
        "agenda_set_with",
        "proposed_by",
        "consultations[speakers]",
    ),
    what="Communities hear of a panel as early as the others on it.",
    why="Whoever hears late has less time to prepare, to ask their own people, and to say that the question itself is "
    "wrong.",
    remedy="Send the invitations on one day, before the agenda is fixed. What is done can't be undone; next time, begin "
    "with the community's organisations.",
    messages={
        "not-stated": "To compare the invitations, the plan would have to say: {keys}.",
        "after-agenda": "The agenda of this panel was fixed on {date}, and its community voices were invited after "
        "that, with no part of theirs in the agenda. There was nothing left to change.",
        "nobody-else": "No ally has a place on a panel about those concerned, so there is nobody to compare with.",
        "later": "The community's voices on this panel were invited clearly later than the allies.",
        "days": "Days between the two: {days}.",
        "met": "The community's voices on this panel heard of it as early as the others.",
        **REMARKS,
    },
    checks=(on_panels(with_a_voice, decide),),
    choices=offer,
    choice_titles={"say-when": "Add lines for the days of the invitations, to be filled in"},
    examples=(
        example(
            "exactly a week later is as early",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-08 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "a week and a day later isn't",
            "not-met/warning p later | days=8",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "by the mean of the middle two, half days kept",
            "not-met/warning p later | days=7.5",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-08 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "a voice chosen by theirs counts from the day its chooser was asked",
            "met p met",
            PUBLISHED
            + ASKED
            + """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", invited_on = 2026-12-21 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-01 } ]
""",
        ),
        example(
            "asking the network, and then choosing for it, makes nothing earlier",
            """
            not-met/warning p later | days=20
            not-met/warning q later | days=20
            not-met/warning r later | days=20
            """,
            PUBLISHED
            + """
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], ref = "p", asked_on = 2026-11-10 },
  { id = "c2", by = "ally", with = "ally", about = ["speakers"], asked_on = 2026-11-10 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", invited_on = 2026-12-21 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-01 } ]
[[panels]]
id = "q"
title = "Asked about another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net", invited_on = 2026-12-21 },
  { id = "a2", organisation = "ally", invited_on = 2026-12-01 } ]
[[panels]]
id = "r"
title = "A choice still to come"
speakers = [
  { id = "s3", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2027-03-01,
      invited_on = 2026-12-21 },
  { id = "a3", organisation = "ally", invited_on = 2026-12-01 } ]
""",
        ),
        example(
            "a chooser of another population, whom the panel isn't about, isn't one of theirs here",
            "not-met/warning p later | days=20",
            PUBLISHED
            + """
organisations = [
  { id = "both", name = "Two Tides (fictional)", led_by = ["sex-workers", "trans-people"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [] } ]
consultations = [{ id = "c1", by = "ally", with = "tnet", about = ["speakers"], asked_on = 2026-11-10 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "both", represents = ["sex-workers", "trans-people"], chosen_by = "tnet",
      invited_on = 2026-12-21 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-01 } ]
""",
        ),
        example(
            "after the panel's agenda was fixed",
            "not-met/warning p after-agenda | date=2026-12-15",
            PANEL
            + """
agenda_fixed_on = 2026-12-15
agenda_set_with = ["ally"]
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-16 } ]
""",
        ),
        example(
            "on the day it was fixed, with one of theirs, before a day still to come, one voice undated or in time",
            """
            met p met
            met q met
            met r met
            met t met
            met u met
            """,
            PANEL
            + """
agenda_fixed_on = 2026-12-15
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-15 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-15 } ]
[[panels]]
id = "q"
title = "Set with one of theirs"
agenda_fixed_on = 2026-12-15
agenda_set_with = ["ally", "net"]
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "a2", organisation = "ally", invited_on = 2026-12-16 } ]
[[panels]]
id = "r"
title = "Still to be fixed"
agenda_fixed_on = 2027-03-01
speakers = [
  { id = "s3", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "a3", organisation = "ally", invited_on = 2026-12-16 } ]
[[panels]]
id = "t"
title = "One voice undated"
agenda_fixed_on = 2026-12-15
speakers = [
  { id = "s4", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "s5", organisation = "net", represents = ["sex-workers"], invited_on = 2027-03-01 },
  { id = "a4", organisation = "ally", invited_on = 2026-12-16 } ]
[[panels]]
id = "u"
title = "One voice in time"
agenda_fixed_on = 2026-12-15
speakers = [
  { id = "s6", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "s7", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-14 },
  { id = "a5", organisation = "ally", invited_on = 2026-12-16 } ]
""",
        ),
        example(
            "the event's own day isn't read",
            "met p met",
            PUBLISHED
            + """
event = { title = "Rights and evidence", concerns = ["sex-workers"], agenda_fixed_on = 2026-12-15 }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2026-12-16 },
  { id = "a1", organisation = "ally", invited_on = 2026-12-16 } ]
""",
        ),
        example(
            "the agenda was set with one of which nobody says who leads it, and with a sub-group",
            "not-met/warning p after-agenda",
            PUBLISHED
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs", "sex-workers"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
agenda_fixed_on = 2026-12-15
agenda_set_with = ["forum", "wnet"]
speakers = [{ id = "s1", organisation = "dnet", represents = ["people-who-use-drugs"], invited_on = 2026-12-16 }]
""",
        ),
        example(
            "no day for any voice: what still lies ahead is none",
            "not-stated p not-stated | keys=invited_on",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "net", represents = ["sex-workers"], invited_on = 2027-02-06 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "no day for any ally here, whatever is known of the other panels",
            """
            not-stated p not-stated | keys=invited_on
            not-met/warning q later | days=8
            """,
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 },
  { id = "a1", organisation = "ally", invited_on = 2027-02-06 } ]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 },
  { id = "a2", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "without an ally here, those of the other panels",
            "not-met/warning p later | days=8",
            PANEL
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "a1", organisation = "ally", invited_on = 2027-01-01 }]
""",
        ),
        example(
            "no ally on any concerned panel",
            "met p nobody-else",
            PANEL
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 }]
[[panels]]
id = "w"
title = "Opening"
kind = "opening"
speakers = [{ id = "a1", organisation = "ally", invited_on = 2027-01-01 }]
""",
        ),
        example(
            "no number of a closed caucus is told",
            "not-met/warning p later | days=None",
            PANEL
            + """
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-09 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01, chosen_by = "net" } ]
""",
        ),
        example(
            "a place that doesn't say whose voice it carries is no ally's; without another voice it is asked",
            """
            not-stated p not-stated | keys=represents
            met q met
            """,
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", invited_on = 2027-01-30 },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-01 },
  { id = "s3", organisation = "net", invited_on = 2027-01-30 },
  { id = "a2", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "an opening, and a panel without a voice",
            """
            not-applicable w not-applicable
            not-applicable q not-applicable
            """,
            PUBLISHED
            + """
[[panels]]
id = "w"
title = "Opening"
kind = "opening"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], invited_on = 2027-01-30 }]
[[panels]]
id = "q"
title = "Panel"
speakers = [
  { id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet p not-yet",
            """
stage = "inviting"
as_of = 2027-01-05
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", invited_on = 2027-01-01 } ]
""",
        ),
    ),
)
