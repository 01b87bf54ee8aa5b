"""CON-2: whether the network that convenes the event, and one of the event's scale, took part in the choice."""

from __future__ import annotations

from eventreview.plan.model import Event, Organisation
from eventreview.plan.moments import day
from eventreview.rules.closed import named
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import ask, template
from eventreview.rules.outcome import (
    NOT_MET,
    NOT_STATED,
    TO_BE_JUDGED,
    error,
    judge,
    met,
    not_applicable,
    not_stated,
    not_yet,
)
from eventreview.rules.rule import NOT_HERE, Choice, example, on_event, on_organisations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Consultation, Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

WIDE = ("regional", "global")


class Designated:
    """The seats of a population for which somebody has been chosen, and what is known of the choice.

    others: those whose chooser isn't theirs. unsaid: those without a chooser. choosers: everybody who chose, each once.
    last: the latest day of a choice; undated: whether some seat has none.
    """

    __slots__ = ("choosers", "last", "others", "seats", "undated", "unsaid")

    def __init__(self, scene: Scene, p: str) -> None:
        self.seats = tuple(s for s in scene.all_seats() if is_designated(scene, s, p))
        self.others = tuple(s for s in self.seats if s.chosen_by is not None and not scene.led(s.chosen_by, p))
        self.unsaid = tuple(s for s in self.seats if s.chosen_by is None)
        self.choosers = tuple(dict.fromkeys(s.chosen_by for s in self.seats if s.chosen_by is not None))
        self.undated = any(s.chosen_on is None for s in self.seats)
        self.last = max((day(s.chosen_on) for s in self.seats if s.chosen_on is not None), default=None)


def is_designated(scene: Scene, s: Place, p: str) -> bool:
    """A voice on a panel about the population, chosen by now."""
    if p not in scene.about(s) or (s.chosen_by is None and s.chosen_on is None):
        return False
    return scene.voice(s, p) and not scene.ahead(s.chosen_on)


def designated(scene: Scene, p: str) -> Designated:
    """The seats of the population for which somebody has been chosen."""
    return scene.memo(("designated", p), lambda: Designated(scene, p))


def on_speakers(scene: Scene) -> Mapping[str, Consultation]:
    """The earliest consultation on speakers, whatever it is about, by the organisation asked."""

    def earliest() -> dict[str, Consultation]:
        found: dict[str, Consultation] = {}
        for c in scene.consultations():
            if "speakers" in c.about and (c.with_ not in found or day(c.asked_on) < day(found[c.with_].asked_on)):
                found[c.with_] = c
        return found

    return scene.memo("asked-on-speakers", earliest)


def deciding(scene: Scene) -> frozenset[str]:
    """Those who made a decision on speakers by today."""
    return scene.memo(
        "deciding-on-speakers",
        lambda: frozenset(
            o
            for decision in scene.plan.decisions
            if decision.what == "speakers" and scene.past(decision.made_on)
            for o in decision.made_by
        ),
    )


def convening(scene: Scene, o: Organisation) -> tuple[str, ...]:
    """The populations that lead an organisation which convenes an event about them."""
    if not o.led_by or not scene.organising(o):
        return NOT_HERE
    return tuple(p for p in scene.about(scene.plan.event) if p in o.led_by)


def decide(scene: Scene, o: Organisation, p: str) -> Outcome:
    """Whether the network took part in the choice, or was asked by then."""
    d = designated(scene, p)
    if not d.seats:
        return not_yet("1", "nobody-designated")
    if o.at in d.choosers or o.at in deciding(scene):
        return met("2", "took-part")
    c = on_speakers(scene).get(o.at)
    if c is not None and (d.undated or (d.last is not None and day(c.asked_on) <= d.last)):
        return met("3", "asked", consultation=c.at).related_to(c)
    if d.others:
        seats = tuple(dict.fromkeys(named(s) for s in d.others))
        choosers = tuple(dict.fromkeys(s.chosen_by for s in d.others if s.chosen_by is not None))
        outcome = error("4", "passed-over", organisation=o.at, seats=seats, chosen_by=choosers)
        return not_theirs(scene, outcome, p, choosers).related_to(*d.others)
    if d.unsaid:
        return not_stated("5", "no-chooser").missing(*((s, "chosen_by") for s in d.unsaid)).related_to(*d.unsaid)
    return judge("6", "another-network-chose", chosen_by=d.choosers)


def wide(scene: Scene, event: Event) -> tuple[str, ...]:
    """Everybody that an event beyond one country is about, or one whose scale isn't said."""
    return NOT_HERE if event.scope in ("local", "national") else scene.about(event)


def decide_scale(scene: Scene, event: Event, p: str) -> Outcome:
    """Whether those of theirs who chose or were asked work at the event's scale."""
    d = designated(scene, p)
    asked, decided = on_speakers(scene), deciding(scene)
    taking_part = [a for a in scene.own(p) if a.at in asked or a.at in d.choosers or a.at in decided]
    if not taking_part:
        return not_applicable("b1")
    if event.scope is None:
        return not_stated("b2", "scope-of-event").about("scope").missing((event, "scope"))
    if any(a.scope in WIDE for a in taking_part):
        return met("b3")
    for a in taking_part:
        if a.scope is None:
            return not_stated("b4", "scope-of", organisation=a.at).missing((a, "scope")).related_to(a)
    wider = {network for a in taking_part for network in a.member_of or ()}
    networks = tuple(o.at for o in scene.own(p) if o.at in wider)
    outcome = judge("b5", "smaller-scale", organisations=tuple(a.at for a in taking_part), networks=networks)
    if networks:
        outcome.remarking("wider-networks", networks=networks)
    return outcome.related_to(*taking_part)


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Begin a consultation with the network; say at which scale an organisation works."""
    if outcome.result in (NOT_MET, TO_BE_JUDGED):
        if isinstance(x, Organisation):
            asked = (x.at,)
        else:
            networks = outcome.params.get("networks")
            asked = networks if isinstance(networks, tuple) else ()
        yield Choice("template", "ask", [ask(scene, "speakers", with_=asked)])
    if outcome.result == NOT_STATED and isinstance(x, Event):
        for table in (x, *outcome.related) if outcome.message_id == "scope-of-event" else outcome.related:
            yield Choice("template", "say-scope", [template(table, "scope")], at=table.at)


CON_2 = rule(
    "CON-2",
    "right-network-asked",
    set="allyship",
    severity="error",
    passages=("L5",),
    stage="drafting",
    judged_by="community",
    reads=(
        "scope",
        "organisations.roles",
        "organisations.scope",
        "organisations.member_of",
        "organisations.led_by",
        "consultations[speakers]",
        "decisions[speakers]",
        "speakers.chosen_by",
        "speakers.chosen_on",
    ),
    what="Those asked are those with real ties to the community at the event's scale, and a network that convenes the "
    "event isn't passed over.",
    why="A network that is passed over loses its say in who speaks for its members, and the event does without what "
    "the network knows of them across the places it works in.",
    remedy="Ask the network that convenes the event who should speak. Where the event reaches beyond one country, ask "
    "an organisation that works at that scale too.",
    question="Which network should have been asked, and did it know?",
    messages={
        "nobody-designated": "Nobody has been designated for a place of the community so far.",
        "took-part": "This organisation took part in the choice.",
        "asked": "This organisation was asked ({consultation}) by the time a choice was made.",
        "passed-over": "{organisation} convenes the event. {chosen_by} chose ({seats}), and the plan shows no earlier "
        "question to {organisation}.",
        "no-chooser": "The plan doesn't say who chose for each of the community's places.",
        "another-network-chose": "{chosen_by} chose; the plan doesn't show whether this organisation knew.",
        "scope-of-event": "The plan doesn't say how far the event reaches.",
        "scope-of": "The plan doesn't say at which scale {organisation} works.",
        "met": "An organisation of theirs that works beyond one country chose or was asked.",
        "smaller-scale": "Those of theirs who chose or were asked work in one country or one place: {organisations}. "
        "The event reaches further.",
        "wider-networks": "In the plan, they are members of {networks}.",
        **REMARKS,
    },
    checks=(on_organisations(convening, decide), on_event(wide, decide_scale)),
    choices=offer,
    choice_titles={
        "ask": "Add the lines of a consultation about the speakers, to be filled in",
        "say-scope": "Add a line for the scale of {at}, to be filled in",
    },
    examples=(
        example(
            "5a a national organisation of theirs chose, the network that convenes wasn't in it",
            """
            to-be-judged glob another-network-chose sex-workers | chosen_by=natl
            to-be-judged event smaller-scale sex-workers | organisations=natl networks=glob
            """,
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
            "5b passed over for an ally's choice",
            """
            not-met/error glob passed-over sex-workers | organisation=glob seats=s1 chosen_by=ally
            not-applicable event not-applicable
            """,
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
speakers = [{ id = "s1", organisation = "natl", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-10 }]
""",
        ),
        example(
            "17 two networks disagree: both answers stand, and the question stays",
            """
            to-be-judged n2 another-network-chose sex-workers | chosen_by=n1
            met n1 took-part sex-workers
            met event met sex-workers
            """,
            """
stage = "inviting"
as_of = 2027-01-10
event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "regional" }
organisations = [
  { id = "n1", name = "Lantern North (fictional)", led_by = ["sex-workers"], scope = "regional",
      roles = ["co-organiser"] },
  { id = "n2", name = "Lantern South (fictional)", led_by = ["sex-workers"], scope = "regional",
      roles = ["co-organiser"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
judgements = [
  { rule = "CON-2", at = "n2", verdict = "met", by = "n1", on = 2027-01-08 }, { rule = "CON-2", at = "n2",
      verdict = "not-met", by = "n2", on = 2027-01-09 } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "n1", represents = ["sex-workers"], chosen_by = "n1", chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "nobody designated so far; a choice still to come is none; a partner doesn't convene",
            """
            not-yet net nobody-designated sex-workers
            not-applicable other not-applicable
            not-applicable event not-applicable
            """,
            """
stage = "drafting"
as_of = 2026-12-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-organiser"] },
  { id = "other", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], scope = "global", roles = ["partner"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "other", chosen_on = 2027-12-10 },
  { id = "s2", organisation = "net", represents = ["sex-workers"] } ]
""",
        ),
        example(
            "asked by the time of a choice, and asked after it",
            """
            met net asked sex-workers | consultation=c1
            not-met/error late passed-over sex-workers | organisation=late seats=s1,s2 chosen_by=ally
            met event met sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-organiser"] },
  { id = "late", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], scope = "national",
      roles = ["co-sponsor"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
consultations = [
  { id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-10 },
  { id = "c2", by = "ally", with = "late", about = ["speakers"], asked_on = 2026-12-11, answered_on = 2026-12-12,
      outcome = "agreed" } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-10 } ]
""",
        ),
        example(
            "a choice without its day may have come after the question",
            """
            met net asked sex-workers | consultation=c1
            met event met sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global", roles = ["host"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
consultations = [{ id = "c1", by = "ally", with = "net", about = ["speakers"], asked_on = 2026-12-10 }]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" } ]
""",
        ),
        example(
            "a decision on the speakers is a part in the choice, once it is made",
            """
            met net took-part sex-workers
            not-met/error other passed-over sex-workers
            met event met sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-organiser"] },
  { id = "other", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], scope = "national",
      roles = ["co-sponsor"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
decisions = [
  { what = "speakers", made_on = 2026-12-10, made_by = ["ally", "net"] },
  { what = "speakers", made_on = 2027-12-10, made_by = ["ally", "other"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally",
    chosen_on = 2026-12-01 }]
""",
        ),
        example(
            "chosen by one of which nobody says who leads it, on a closed caucus: the panel is named, no place of it",
            "not-met/error net passed-over sex-workers | organisation=net seats=k chosen_by=forum",
            """
stage = "inviting"
as_of = 2026-12-15
event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "local" }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-organiser"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[[panels]]
id = "k"
title = "Between us"
kind = "closed-caucus"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "forum", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "forum", chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "chosen by a sub-group's organisation",
            "not-met/error dnet passed-over people-who-use-drugs | chosen_by=wnet",
            """
stage = "inviting"
as_of = 2026-12-15
event = { title = "Harm reduction", concerns = ["people-who-use-drugs"], scope = "national" }
organisations = [
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"], roles = ["host"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "dnet", represents = ["people-who-use-drugs"], chosen_by = "wnet" }]
""",
        ),
        example(
            "a choice without a chooser, and an event without a scale",
            """
            not-stated net no-chooser sex-workers
            not-stated event scope-of-event sex-workers
            """,
            """
stage = "inviting"
as_of = 2026-12-15
event = { title = "Rights and evidence", concerns = ["sex-workers"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "global",
      roles = ["co-organiser"] },
  { id = "other", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "other", chosen_on = 2026-12-01 } ]
""",
        ),
        example(
            "an organisation without a scale",
            "not-stated event scope-of sex-workers | organisation=other",
            """
stage = "inviting"
as_of = 2026-12-15
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], scope = "national" },
  { id = "other", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] } ]
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net", chosen_on = 2026-12-01 },
  { id = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "other", chosen_on = 2026-12-01 } ]
""",
        ),
    ),
)
