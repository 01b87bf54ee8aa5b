"""EXP-4: whether the programme titles community speakers as the experts they are, or as they wish."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Panel
from eventreview.rules.closed import named
from eventreview.rules.not_theirs import REMARKS
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, judge, met, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, rule
from eventreview.rules.tok.on_panels import ally_places, ids, mandates_open, not_theirs_at_all, told, voices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

HIGH = ("expert-title", "organisation-role")


def beside_allies(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """A concerned panel with an ally place and a voice, or a place that may be one."""
    if not scene.concerned_panel(panel) or not ally_places(scene, panel):
        return NOT_HERE
    return ONCE if voices(scene, panel) or mandates_open(scene, panel) else NOT_HERE


def decide(scene: Scene, panel: Panel, _: str) -> Outcome:
    """How the voices are titled beside the allies, and who chose that."""
    seats, allies = voices(scene, panel), ally_places(scene, panel)
    if not seats:
        return not_stated("0", keys=("represents",)).missing(*((s, "represents") for s in mandates_open(scene, panel)))
    if not any(s.label_kind in HIGH for s in allies):
        return met("1", "same-labels") if all(s.label_kind is not None for s in allies) else untitled("1", allies)
    if any(s.label_kind is None for s in seats):
        return untitled("2", seats)
    low = tuple(s for s in seats if s.label_kind not in HIGH)
    lower = tuple(s for s in low if not is_own(scene, s))
    if not lower:
        return met("3")
    params = told(panel, voices=ids(lower))
    all_of_them = lower == seats
    outcome = warning("4", "titled-lower", **params) if all_of_them else judge("5", "some-titled-lower", **params)
    if params:
        outcome.remarking("places-concerned", **params).related_to(*lower)
    if any(s.label_chosen_by is None for s in lower):
        outcome.remarking("label-chooser-absent")
    for s in lower:
        not_theirs_at_all(scene, outcome, scene.voices(s), s.label_chosen_by)
    return outcome


def untitled(line: str, places: tuple[Place, ...]) -> Outcome:
    """Places of which nothing says how they are titled."""
    return not_stated(line, keys=("label_kind",)).missing(*((s, "label_kind") for s in places if s.label_kind is None))


def is_own(scene: Scene, s: Place) -> bool:
    """Whether the holder or an organisation of theirs chose the title; where nothing says so, nobody of theirs did."""
    return s.label_chosen_by == "self" or scene.led_by_any(s.label_chosen_by, scene.voices(s))


def offer(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Record that the title is the holder's own, where that is so; empty lines for the titles."""
    if not isinstance(panel, Panel):
        return
    seats = voices(scene, panel)
    if outcome.result in (NOT_MET, TO_BE_JUDGED):
        for s in seats:
            if s.label_kind in HIGH or is_own(scene, s):
                continue
            path = (*s.path, "label_chosen_by")
            yield Choice("choice", "holder-chose", [Set(path, "self")], place=named(s))
            o = s.organisation
            if scene.led_by_any(o, scene.voices(s)):
                yield Choice("choice", "organisation-chose", [Set(path, o)], place=named(s), organisation=o)
    if outcome.result == NOT_STATED:
        untitled = [s for s in (*seats, *ally_places(scene, panel)) if not s.has("label_kind")]
        if untitled:
            lines = [template(s, "label_kind", ask=(s.organisation,) if s.organisation else ()) for s in untitled]
            yield Choice("template", "say-title", lines)


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
FIRST_NAMES = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "testimony", label_chosen_by = "ally" },
  { id = "a1", organisation = "ally", label_kind = "expert-title" } ]
"""

EXP_4 = rule(
    "EXP-4",
    "titled-as-experts",
    set="allyship",
    severity="warning",
    passages=("R1",),
    stage="published",
    judged_by="community",
    settles=("4",),
    reads=("speakers.label_kind", "speakers.label_chosen_by"),
    what="The programme titles community speakers as the experts they are, or as they wish.",
    why="A first name beside a professor tells the audience whom to believe before anybody has spoken. A first name, or "
    "none, can also be what keeps somebody safe: whose choice it was is what counts.",
    remedy="Ask each holder, or their organisation, how they want to be titled, offer the same kinds of title to all, "
    "and record who chose under `label_chosen_by`.",
    question="Is the description yours?",
    messages={
        "same-labels": "No ally on this panel has a title that sets them above the others.",
        "not-stated": "To compare the titles on the programme, the plan would have to say: {keys}.",
        "titled-lower": "An ally on this panel has an expert's or an organisation's title, and the community's voices "
        "have a first name, a testimony or no name, by nobody's choice that the plan shows to be theirs.",
        "some-titled-lower": "An ally on this panel has an expert's or an organisation's title, and some of the "
        "community's voices have a lesser one that the plan doesn't show to be their own choice.",
        "places-concerned": ("Place concerned: {voices}.", "Places concerned: {voices}.", "voices"),
        "label-chooser-absent": "Who chose the title isn't stated (`label_chosen_by` is absent).",
        "met": "The community's voices are titled as experts, or as they chose themselves.",
        **REMARKS,
    },
    checks=(on_panels(beside_allies, decide),),
    choices=offer,
    choice_titles={
        "holder-chose": "Record that the holder of place {place} chose the title, if that is so",
        "organisation-chose": "Record that {organisation} chose the title of place {place}, if that is so",
        "say-title": "Add lines for the kind of each title, to be filled in",
    },
    examples=(
        example(
            "first names beside an expert",
            "not-met/warning p titled-lower | voices=s1,s2",
            PUBLISHED + FIRST_NAMES,
        ),
        example(
            "the network says that the titles are its own",
            "met p titled-lower",
            PUBLISHED
            + 'judgements = [{ rule = "EXP-4", at = "p", verdict = "met", by = "net", on = 2027-02-01 }]'
            + FIRST_NAMES,
        ),
        example(
            "a first name or no name that the holder or the network chose, whatever others carry",
            "met p met",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], label_kind = "anonymous", label_chosen_by = "self" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "first-name", label_chosen_by = "net" },
  { id = "s3", organisation = "net", represents = ["sex-workers"], label_kind = "expert-title" },
  { id = "a1", organisation = "ally", label_kind = "expert-title" } ]
""",
        ),
        example(
            "one of them, not by choice",
            "to-be-judged p some-titled-lower | voices=s1",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "first-name", label_chosen_by = "self" },
  { id = "a1", organisation = "ally", label_kind = "organisation-role" },
  { id = "a2", organisation = "ally", label_kind = "first-name" } ]
""",
        ),
        example(
            "no ally with a title above, and one of which nothing is said",
            """
            met p same-labels
            not-stated q not-stated | keys=label_kind
            """,
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "a1", organisation = "ally", label_kind = "first-name" } ]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" },
  { id = "a2", organisation = "ally", label_kind = "first-name" },
  { id = "a3", organisation = "ally" } ]
""",
        ),
        example(
            "a voice of which nothing is said, beside one ally with an expert's title",
            "not-stated p not-stated | keys=label_kind",
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" },
  { id = "a1", organisation = "ally", label_kind = "expert-title" },
  { id = "a2", organisation = "ally" } ]
""",
        ),
        example(
            "titled by a sub-group, and by one of which nobody says who leads it",
            "not-met/warning p titled-lower",
            PUBLISHED
            + """
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
[[panels.speakers]]
id = "s1"
organisation = "dnet"
represents = ["people-who-use-drugs"]
label_kind = "first-name"
label_chosen_by = "wnet"
[[panels.speakers]]
id = "s2"
organisation = "dnet"
represents = ["people-who-use-drugs"]
label_kind = "anonymous"
label_chosen_by = "forum"
[[panels.speakers]]
id = "a1"
organisation = "forum"
label_kind = "expert-title"
""",
        ),
        example(
            "no place of a closed caucus is named",
            "not-met/warning p titled-lower | voices=None",
            PANEL
            + """
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" },
  { id = "a1", organisation = "ally", chosen_by = "net", label_kind = "expert-title" } ]
""",
        ),
        example(
            "a place that doesn't say whose voice it carries is asked, and is left out where there is another",
            """
            not-stated p not-stated | keys=represents
            met q met
            """,
            PANEL
            + """
speakers = [
  { id = "s1", organisation = "net", label_kind = "first-name" },
  { id = "a1", organisation = "ally", label_kind = "expert-title" } ]
[[panels]]
id = "q"
title = "Another panel"
speakers = [
  { id = "s2", organisation = "net", represents = ["sex-workers"], label_kind = "expert-title" },
  { id = "s3", organisation = "net", label_kind = "first-name" },
  { id = "a2", organisation = "ally", label_kind = "expert-title" } ]
""",
        ),
        example(
            "a panel without an ally, and one without a voice",
            """
            not-applicable p not-applicable
            not-applicable q not-applicable
            """,
            PANEL
            + """
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], label_kind = "first-name" }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "a1", organisation = "ally", label_kind = "expert-title" }]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet p not-yet",
            'stage = "inviting"\nas_of = 2027-01-05\n' + FIRST_NAMES,
        ),
    ),
)
