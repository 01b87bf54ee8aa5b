"""REP-1: who chose the holder of a place that carries a community's voice."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Place
from eventreview.plan.moments import day
from eventreview.rules.con.asked import agreed, asked_whom, spoken_for
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import hand_over, organisers, template, theirs
from eventreview.rules.outcome import (
    MET,
    NOT_MET,
    Outcome,
    error,
    judge,
    met,
    not_stated,
    not_yet,
    warning,
)
from eventreview.rules.rule import Choice, example, on_places, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Sponsor
    from eventreview.rules.words import Scene


def decide(scene: Scene, s: Place, p: str) -> Outcome:
    """Whether the population's own organisations chose the holder."""
    chosen_by, chosen_on = s.chosen_by, s.chosen_on
    if chosen_on is not None and scene.ahead(chosen_on):
        return not_yet("1", "choice-ahead", chosen_on=day(chosen_on), chosen_by=chosen_by).about("chosen_on")
    if chosen_by is None:
        return not_stated("2", "no-chooser").about("chosen_by").missing((s, "chosen_by"))
    if scene.led(chosen_by, p):
        return their_own_choice(scene, s, chosen_by)
    agreements = agreed(scene, "speakers", p, s, chosen_on)
    if chosen_on is None and agreements.earliest is not None:
        undated = not_stated("6", "choice-undated").about("chosen_on").missing((s, "chosen_on"))
        return undated.related_to(agreements.earliest)
    c = agreements.before
    if c is not None:
        told = warning("7", "agreed-not-chosen", chosen_by=chosen_by, consultation=c.at)
        return not_theirs(scene, told, p, chosen_by).about("chosen_by").related_to(c)
    c = agreements.same_day
    if c is not None and chosen_on is not None:
        return judge("8", "same-day", consultation=c.at, chosen_on=day(chosen_on)).about("chosen_on").related_to(c)
    confirmed_by = scene.one_of_theirs(s.confirmed_by, p)
    if confirmed_by is not None:
        told = warning("9", "confirmed-not-chosen", chosen_by=chosen_by, confirmed_by=confirmed_by)
        return not_theirs(scene, told, p, chosen_by).about("chosen_by")
    told = error("10", "chosen-by-others", chosen_by=chosen_by)
    read = (chosen_by, s.confirmed_by, asked_whom(scene, "speakers", s))
    return not_theirs(scene, told, p, *read).about("chosen_by")


def their_own_choice(scene: Scene, s: Place, chosen_by: str) -> Outcome:
    """One of theirs chose: what might still have bound the choice."""
    if s.chosen_on is not None and s.invited_on is not None and s.invited_on < day(s.chosen_on):
        told = judge("3", "invited-before-chosen", invited_on=s.invited_on, chosen_on=day(s.chosen_on))
        return told.about("chosen_on")
    vetoing = scene.memo("vetoing", lambda: sponsors_with_veto(scene))
    if vetoing:
        told = judge("4", "choice-under-veto", chosen_by=chosen_by, sponsor=vetoing[0].organisation or vetoing[0].at)
        return told.about("chosen_by").related_to(*vetoing)
    return met("5", "chosen-by", chosen_by=chosen_by).about("chosen_by")


def sponsors_with_veto(scene: Scene) -> tuple[Sponsor, ...]:
    """The sponsors whose money is tied to a veto on speakers."""
    return tuple(each for each in scene.plan.sponsors if "speaker-veto" in (each.conditions or ()))


def offer(scene: Scene, s: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Hand the choice over; record that theirs chose; say when."""
    if not isinstance(s, Place) or outcome.result == MET:
        return
    # Where theirs chose already (3, 4), handing over would undo their choice, unless they said it wasn't free.
    if outcome.result == NOT_MET or outcome.line == "8":
        yield Choice("choice", "hand-over", hand_over(s))
    if not scene.led_by_any(s.chosen_by, populations):
        for own in theirs(scene, populations):
            yield Choice("choice", "theirs-chose", [Set((*s.path, "chosen_by"), own)], organisation=own)
    keys = [key for key in ("chosen_by", "chosen_on") if not s.has(key)]
    if keys and outcome.line in ("2", "6"):
        yield Choice("template", "say-who-and-when", [template(s, *keys, ask=tuple(organisers(scene)))])


REP_1 = rule(
    "REP-1",
    "chosen-by-community",
    set="allyship",
    severity="error",
    passages=("L2", "L4", "L6"),
    stage="inviting",
    judged_by="community",
    settles=("7", "9"),
    reads=(
        "represents",
        "basis",
        "organisation",
        "chosen_by",
        "chosen_on",
        "invited_on",
        "confirmed_by",
        "organisations.led_by",
        "consultations[speakers]",
        "sponsors.conditions",
    ),
    what="Whoever carries a community's voice is chosen by that community's own organisations.",
    why=(
        "Somebody picked by others is heard as the community's voice without having its trust, and the community lives "
        "with what is said in its name. Agreeing to somebody else's choice leaves less say than choosing."
    ),
    remedy=(
        "Hand the choice over: open the place again and let an organisation of the community fill it. "
        "If one of its organisations did choose, record that under `chosen_by`."
    ),
    question="Was the choice free: no list handed to you, nobody else with a veto?",
    messages={
        "choice-ahead": "The choice is set down for {chosen_on}; a day still to come shows nothing yet.",
        "no-chooser": "The plan doesn't say who chose the holder of this place.",
        "invited-before-chosen": (
            "The invitation is dated {invited_on}, and the community's organisation chose only on {chosen_on}."
        ),
        "choice-under-veto": (
            "{chosen_by} chose, and {sponsor} may veto speakers. "
            "Only those who chose can say whether the choice was free."
        ),
        "chosen-by": "The choice was made by {chosen_by}, an organisation of the community concerned.",
        "choice-undated": (
            "An organisation of the community agreed, and the plan doesn't say when the choice was made, "
            "so nothing shows which came first."
        ),
        "agreed-not-chosen": (
            "{chosen_by} chose, and the community's organisation agreed beforehand ({consultation}). "
            "Agreeing to somebody else's choice is less than choosing."
        ),
        "same-day": (
            "The answer to {consultation} and the choice are both dated {chosen_on}; "
            "the dates can't show which came first."
        ),
        "confirmed-not-chosen": (
            "{chosen_by} chose, and {confirmed_by} confirms the mandate. "
            "Confirming somebody else's choice is less than choosing."
        ),
        "chosen-by-others": (
            "{chosen_by} chose, and no organisation of the community concerned did. "
            "The community may find itself spoken for by somebody it never chose."
        ),
        **REMARKS,
    },
    checks=(on_places(spoken_for, decide),),
    choices=offer,
    choice_titles={
        "hand-over": "Hand the choice over: open the place again for its organisation to fill",
        "theirs-chose": "Record that {organisation} chose, if that is what happened",
        "say-who-and-when": "Add lines for who chose and when, to be filled in",
    },
    examples=(
        example(
            "the place of an ally, and a holder who speaks from experience",
            "met s2 chosen-by sex-workers | chosen_by=net",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Research at work"
speakers = [
  { id = "s1", organisation = "ally", display = "Dr N. (fictional)", talk = "research" },
  { id = "s2", organisation = "ally", represents = ["sex-workers"], basis = "self", self_declared = true,
      chosen_by = "net" },
]
""",
        ),
        example(
            "one place, two mandates, one chooser",
            """
            met s1 chosen-by sex-workers | chosen_by=net
            met s2 chosen-by sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers", "trans-people"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
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
            "a shared place is decided for each population apart",
            """
            met s1 chosen-by sex-workers
            not-met/warning s1 confirmed-not-chosen trans-people | chosen_by=net confirmed_by=tnet
            """,
            """
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "both", name = "Two Tides (fictional)", led_by = ["sex-workers", "trans-people"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] } ]
[[panels]]
id = "p"
title = "Two movements"
speakers = [
  { id = "s1", organisation = "both", represents = ["sex-workers", "trans-people"], confirmed_by = ["tnet"],
      chosen_by = "net" } ]
""",
        ),
        example(
            "a national organisation of theirs chose",
            "met s1 chosen-by sex-workers | chosen_by=natl",
            """
stage = "inviting"
as_of = 2026-12-15
event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "global" }
organisations = [
  { id = "natl", name = "Lantern Valley (fictional)", led_by = ["sex-workers"], scope = "national",
      member_of = ["glob"] },
  { id = "glob", name = "Lantern World (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-sponsor"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "natl", represents = ["sex-workers"], chosen_by = "natl",
    chosen_on = 2026-12-10 }]
""",
        ),
        example(
            "agreed to and chosen on one day",
            "to-be-judged s1 same-day sex-workers | consultation=c1 chosen_on=2026-12-20",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "agreed to in the morning, chosen in the afternoon",
            "not-met/warning s1 agreed-not-chosen sex-workers | chosen_by=ally consultation=c1",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T09:00:00, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20T16:00:00 }]
""",
        ),
        example(
            "chosen in the morning, agreed to in the afternoon",
            "not-met/error s1 chosen-by-others sex-workers | chosen_by=ally",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20T16:00:00, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20T09:00:00 }]
""",
        ),
        example(
            "the network chose on the day it answered",
            "met s1 chosen-by sex-workers | chosen_by=net",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "agreement in part, to another panel or still to come is no agreement to this choice",
            """
            not-met/error s1 chosen-by-others sex-workers
            not-met/error s2 chosen-by-others sex-workers
            """,
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01, answered_on = 2026-12-10,
      outcome = "partly" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], ref = "q", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "agreed" },
  { id = "c3", by = "ally", with = "net", about = ["agenda"], asked_on = 2026-12-01, answered_on = 2026-12-10,
      outcome = "agreed" },
  { id = "c4", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01, answered_on = 2027-01-20,
      outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-20 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" } ]
[[panels]]
id = "q"
title = "Another panel"
""",
        ),
        example(
            "an agreement about this panel counts",
            "not-met/warning s1 agreed-not-chosen sex-workers | consultation=c2",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01, answered_on = 2026-12-30,
      outcome = "agreed" },
  { id = "c2", by = "ally", with = "net", about = ["speakers"], ref = "p", asked_on = 2026-12-01,
      answered_on = 2026-12-10, outcome = "changed", changes = "another date" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "an unaffiliated holder picked by an ally",
            "not-met/error s1 chosen-by-others sex-workers | chosen_by=ally",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01,
    reply_by = 2026-11-20 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["sex-workers"], basis = "self", self_declared = true, chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "chosen by another population's organisation, or by one of which nobody says who leads it",
            """
            not-met/error s1 chosen-by-others people-who-use-drugs | chosen_by=wnet
            not-met/error s2 chosen-by-others people-who-use-drugs | chosen_by=forum
            """,
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"] }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "dnet", represents = ["people-who-use-drugs"], chosen_by = "wnet" },
  { id = "s2", organisation = "dnet", represents = ["people-who-use-drugs"], chosen_by = "forum" } ]
""",
        ),
        example(
            "a minister, an open place, a moderator and a place that was left aren't asked about",
            """
            not-applicable g1 not-applicable
            not-applicable o1 not-applicable
            not-applicable m1 not-applicable
            not-applicable w1 not-applicable
            not-applicable i1 not-applicable
            not-stated s1 no-chooser sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"] },
  { id = "g1", organisation = "ally", talk = "response" },
  { id = "o1", organisation = "net", status = "open", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "m1", organisation = "net", role = "moderator", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "w1", organisation = "net", status = "declined", represents = ["sex-workers"], chosen_by = "ally" },
  { id = "i1", organisation = "net", chosen_by = "ally" } ]
""",
        ),
        example(
            "a choice still to come shows nothing",
            "not-yet s1 choice-ahead sex-workers | chosen_on=2026-12-20 chosen_by=net",
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "invited before they chose; a day later, and on one day",
            """
            to-be-judged s1 invited-before-chosen sex-workers | invited_on=2026-11-20 chosen_on=2026-11-21
            met s2 chosen-by sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2026-11-21,
      invited_on = 2026-11-20 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "net",
      chosen_on = 2026-11-20T18:00:00, invited_on = 2026-11-20 } ]
""",
        ),
        example(
            "a sponsor may veto speakers",
            "to-be-judged s1 choice-under-veto sex-workers | chosen_by=net sponsor=ally",
            """
stage = "inviting"
as_of = 2026-12-01
sponsors = [{ organisation = "ally", conditions = ["branding", "speaker-veto"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }]
""",
        ),
        example(
            "agreed to, and nobody says when the choice was made",
            "not-stated s1 choice-undated sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-20, outcome = "agreed" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" }]
""",
        ),
        example(
            "the network says that the choice it agreed to was free",
            "met s1 agreed-not-chosen sex-workers",
            """
stage = "inviting"
as_of = 2027-01-10
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-01,
    answered_on = 2026-12-19, outcome = "agreed" }]
judgements = [{ rule = "REP-1", at = "s1", verdict = "met", by = "net", on = 2027-01-05 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-20 }]
""",
        ),
        example(
            "before the invitations it is too early",
            "not-yet s1 not-yet sex-workers",
            """
stage = "drafting"
as_of = 2027-01-10
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" }]
""",
        ),
        example(
            "told by the place, never by the name",
            "not-met/error s1 chosen-by-others sex-workers | chosen_by=ally",
            """
stage = "published"
as_of = 2027-02-05
[[panels]]
id = "p"
title = "Panel"
[[panels.speakers]]
id = "s1"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "ally"
display = "Rosa M."
display_kind = "pseudonym"
person = "rosa"
listed_as = "Lantern, Rio"
notes = "flies in on Monday"
consent = { named = "yes", photo = "no", recorded = "no", streamed = "no", quoted = "ask", on = 2027-01-20 }
""",
        ),
    ),
)
