"""REP-2: who chose the form in which a community's voice takes part."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Place
from eventreview.plan.vocabulary import WITHHELD
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, judge, met, met_withheld, not_stated, not_yet, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_places, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def somebodys_voice(scene: Scene, s: Place) -> tuple[str, ...]:
    """A panel seat that is voice of somebody."""
    return ONCE if scene.panel_seat(s) and scene.voices(s) else NOT_HERE


def decide(scene: Scene, s: Place, _: str) -> Outcome:
    """Whether the holder, or an organisation of theirs, chose the form."""
    chooser = s.mode_chosen_by
    if chooser is None and scene.before_stage("published"):
        return not_yet("1", "form-open").about("mode_chosen_by")
    if chooser is None:
        return not_stated("2", "form-chooser").about("mode_chosen_by").missing((s, "mode_chosen_by"))
    if chooser != "self" and not scene.led_by_any(chooser, scene.voices(s)):
        outcome = warning("3", "form-set-by-others", mode_chosen_by=chooser, mode=s.mode)
        for p in scene.voices(s):
            not_theirs(scene, outcome, p, chooser)
        return outcome.about("mode_chosen_by")
    remote = scene.plan.safety.remote_alternative
    if scene.plan.event.mode == "in-person" and remote is False:
        return judge("4", "one-form-offered").about("mode_chosen_by").related_to(scene.plan.safety)
    if remote == WITHHELD:
        return met_withheld("5").about("mode_chosen_by")
    return met("5", "form-chosen", mode_chosen_by=chooser).about("mode_chosen_by")


def voices_of(scene: Scene, s: Table) -> tuple[str, ...]:
    """The populations concerned: those the place is voice of."""
    return scene.voices(s) if isinstance(s, Place) else ()


def offer(scene: Scene, s: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Record that the holder or their organisation chose; or lines to fill in."""
    if not isinstance(s, Place) or outcome.result not in (NOT_MET, NOT_STATED):
        return
    path = (*s.path, "mode_chosen_by")
    yield Choice("choice", "holder-chose", [Set(path, "self")])
    if scene.led_by_any(s.organisation, scene.voices(s)):
        yield Choice("choice", "organisation-chose", [Set(path, s.organisation)], organisation=s.organisation)
    keys = [key for key in ("mode", "mode_chosen_by") if not s.has(key)]
    if keys:
        asked = (s.organisation,) if s.organisation is not None else ()
        yield Choice("template", "say-form-and-who", [template(s, *keys, ask=asked)])


REP_2 = rule(
    "REP-2",
    "form-of-presence-chosen",
    set="allyship",
    severity="warning",
    passages=("L2",),
    stage="inviting",
    judged_by="community",
    settles=("3",),
    concerns=voices_of,
    reads=("mode_chosen_by", "mode", "event.mode", "safety.remote_alternative"),
    what="The community decides how it appears (in the room, at a distance, by voice, in writing), as well as who "
    "appears.",
    why="A form set by others can put in full view somebody who needed not to be seen, and keep at a distance somebody "
    "who wanted to be in the room.",
    remedy="Ask the holder of the place, or their organisation, which form they want; offer several, and let them "
    "choose late. Record who chose under `mode_chosen_by`.",
    question="Were several forms really on offer, and could you choose late?",
    messages={
        "form-open": "Nobody has chosen the form of presence yet. There is time until the programme is out.",
        "form-chooser": "The plan doesn't say who chose the form in which this place takes part.",
        "form-set-by-others": "The form in which this place takes part was set by {mode_chosen_by}, not by the holder "
        "or an organisation of the community.",
        "one-form-offered": "The event is held in person and has no remote alternative, so only one form was there to "
        "choose.",
        "form-chosen": "The holder or an organisation of the community chose the form.",
        "met-withheld": "The holder or an organisation of the community chose the form. Whether there is a remote "
        "alternative is kept out of the file for safety.",
        **REMARKS,
    },
    checks=(on_places(somebodys_voice, decide),),
    choices=offer,
    choice_titles={
        "holder-chose": "Record that the holder chose the form, if that is so",
        "organisation-chose": "Record that {organisation} chose the form, if that is so",
        "say-form-and-who": "Add lines for the form and who chose it, to be filled in",
    },
    examples=(
        example(
            "open while invitations go out",
            """
            not-yet s1 form-open
            not-applicable a1 not-applicable
            not-applicable m1 not-applicable
            """,
            """
stage = "inviting"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote" },
  { id = "a1", organisation = "ally", mode_chosen_by = "ally" },
  { id = "m1", organisation = "net", role = "moderator", represents = ["sex-workers"] } ]
""",
        ),
        example(
            "the programme is out, and nobody says who chose",
            "not-stated s1 form-chooser",
            """
stage = "published"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote" }]
""",
        ),
        example(
            "set by an ally, by a sub-group, by one of which nobody says who leads it",
            """
            not-met/warning s1 form-set-by-others | mode_chosen_by=ally mode=recorded
            not-met/warning s2 form-set-by-others | mode_chosen_by=wnet mode=None
            not-met/warning s3 form-set-by-others | mode_chosen_by=forum
            """,
            """
stage = "inviting"
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], mode = "recorded", mode_chosen_by = "ally" },
  { id = "s2", organisation = "dnet", represents = ["people-who-use-drugs"], mode_chosen_by = "wnet" },
  { id = "s3", organisation = "net", represents = ["sex-workers"], mode = "recorded", mode_chosen_by = "forum" } ]
""",
        ),
        example(
            "the network says that the form was agreed with it",
            "met s1 form-set-by-others",
            """
stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "form-of-presence-chosen", at = "s1", verdict = "met", by = "net", on = 2027-01-08 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote", mode_chosen_by = "ally" }]
""",
        ),
        example(
            "an ally can't say so in its place",
            "not-met/warning s1 form-set-by-others",
            """
stage = "inviting"
as_of = 2027-01-10
judgements = [{ rule = "REP-2", at = "s1", verdict = "met", by = "ally", on = 2027-01-08 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "remote", mode_chosen_by = "ally" }]
""",
        ),
        example(
            "in person, and no other form",
            """
            to-be-judged s1 one-form-offered
            """,
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "in-person" }
safety = { remote_alternative = false }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode = "in-person",
    mode_chosen_by = "self" }]
""",
        ),
        example(
            "in person, and nothing said of another form",
            "met s1 form-chosen",
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "in-person" }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode_chosen_by = "self" }]
""",
        ),
        example(
            "chosen by the holder, or by any organisation of theirs, whether or not the form itself is stated",
            """
            met s1 form-chosen | mode_chosen_by=self
            met s2 form-chosen | mode_chosen_by=net
            met s3 form-chosen | mode_chosen_by=net
            """,
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "in-person" }
safety = { remote_alternative = true }
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], mode = "recorded", mode_chosen_by = "self" },
  { id = "s2", organisation = "net", represents = ["sex-workers"], mode_chosen_by = "net" },
  { id = "s3", represents = ["sex-workers"], basis = "self", self_declared = true, mode_chosen_by = "net" } ]
""",
        ),
        example(
            "whether there is a remote form is kept out of the file",
            "met-withheld s1 met-withheld",
            """
stage = "published"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], mode = "in-person" }
safety = { remote_alternative = "withheld" }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], mode_chosen_by = "self" }]
""",
        ),
    ),
)
