"""PAR-4: whether power moves towards the community's organisations from one edition to the next."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.model import Organisation
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_STATED, judge, met, not_stated, warning
from eventreview.rules.process import fold
from eventreview.rules.rule import Choice, example, on_organisations, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Previous
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# A rank is an index: invited, speaker, co-organiser, co-sponsor, lead.
RANKS = v.PREVIOUS_ROLES
INVITED, SPEAKER, LEAD = 0, 1, 4


def editions_of(scene: Scene, o: Organisation) -> tuple[Previous, ...]:
    """The entries of earlier editions that name an organisation."""
    return tuple(each for each in scene.plan.previous if each.organisation == o.at)


def seen_before(scene: Scene, o: Organisation) -> tuple[str, ...]:
    """The populations concerned that lead an organisation named in an earlier edition."""
    led_by = o.led_by or ()
    return tuple(p for p in scene.about(o) if p in led_by) if led_by and editions_of(scene, o) else ()


def decide(scene: Scene, o: Organisation, p: str) -> Outcome:
    """What the organisation is now beside what it was."""
    now = rank_now(scene, o)
    if now is None and not o.has("roles"):
        return not_stated("1", "role-missing").about("roles").missing((o, "roles"))
    ranks = ranks_before(editions_of(scene, o))
    if now is None:
        outcome = warning("2", "less-than-before", role_before=RANKS[ranks[-1]], role_now=None).about("roles")
        return outcome.remarking("no-part-now")
    if now < ranks[-1]:
        return warning("2", "less-than-before", role_before=RANKS[ranks[-1]], role_now=RANKS[now]).about("roles")
    same = unbroken(ranks, now)
    if now < LEAD and same > 1:
        return judge("3", "same-role", role=RANKS[now], editions=same + 1).about("roles")
    return met("4").about("roles")


def rank_now(scene: Scene, o: Organisation) -> int | None:
    """The rank in this edition: by its roles, else by a place held for it; None without either."""
    roles = o.roles or ()
    convening = [RANKS.index(role) for role in roles if role in RANKS and RANKS.index(role) > SPEAKER]
    if convening:
        return max(convening)
    places = [s for s in scene.places() if s.organisation == o.at]
    opened = any(scene.open(s) for s in places)
    if any(scene.live(s) for s in places) or (opened and scene.before_stage("published")):
        return SPEAKER
    return INVITED if roles or opened else None


def ranks_before(entries: Sequence[Previous]) -> list[int]:
    """The rank in each edition, oldest first; entries of one edition are one, at their highest."""
    ranks: dict[str, int] = {}
    for each in entries:
        edition = fold(each.edition)
        ranks[edition] = max(ranks.get(edition, 0), RANKS.index(each.role))
    numbers = [number_in(edition) for edition in ranks]
    if "" in numbers:
        return list(ranks.values())
    # However long, the shorter number is the smaller. Sorting keeps the order of the file between equal numbers.
    found = sorted(zip(numbers, ranks.values(), strict=True), key=lambda pair: (len(pair[0]), pair[0]))
    return [rank for _, rank in found]


def number_in(edition: str) -> str:
    """The last run of digits, without leading zeros but for the last; "" without digits."""
    digits = ""
    for sign in reversed(edition):
        if sign in "0123456789":
            digits = sign + digits
        elif digits:
            break
    return digits[:-1].lstrip("0") + digits[-1:]


def unbroken(ranks: Sequence[int], rank: int) -> int:
    """How many editions in a row had this rank, up to the last."""
    count = 0
    for each in reversed(ranks):
        if each != rank:
            break
        count += 1
    return count


def offer(scene: Scene, o: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """A line for its roles; none is proposed."""
    if outcome.result == NOT_STATED:
        yield Choice("template", "fill-in", [template(o, "roles", ask=(o.at,))])


# What most examples share.
NET = """
as_of = 2027-01-10
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
"""
NET_SAYS_NOTHING = NET.replace(', roles = ["co-organiser"]', "")
SPOKE_BEFORE = 'previous = [{ edition = "2026", organisation = "net", role = "speaker" }]\n'

PAR_4 = rule(
    "PAR-4",
    "power-shifts",
    set="allyship",
    severity="warning",
    passages=("D6", "D1"),
    stage="drafting",
    judged_by="community",
    settles=("2",),
    reads=(
        "roles",
        "previous.edition",
        "previous.organisation",
        "previous.role",
        "speakers.organisation",
        "speakers.status",
    ),
    what="Over the editions power moves towards the community's organisations.",
    why="An organisation whose part shrinks, or stays small year after year, goes on giving its name and its work "
    "without a larger say in what is done with them.",
    remedy="Ask the organisation which part it wants this time, and share or hand over what others have led so far.",
    question="Have you more control than last time, or less, and is that what you want?",
    messages={
        "role-missing": "This organisation took part in an earlier edition; the plan doesn't say what it is in this one.",
        "less-than-before": "The part of this organisation has become smaller. In the edition before: {role_before}; in "
        "this one: {role_now}.",
        "no-part-now": "It has neither a role nor a place now.",
        "same-role": (
            "The part of this organisation hasn't grown: {role}, for {editions} edition with this one.",
            "The part of this organisation hasn't grown: {role}, for {editions} editions with this one.",
            "editions",
        ),
        "met": "The part of this organisation has grown, or hasn't become smaller.",
    },
    checks=(on_organisations(seen_before, decide),),
    choices=offer,
    choice_titles={"fill-in": "Add a line for its roles, to be filled in by the organisation"},
    examples=(
        example(
            "nothing says what it is now",
            "not-stated net role-missing sex-workers",
            'stage = "drafting"\n' + NET_SAYS_NOTHING + SPOKE_BEFORE,
        ),
        example(
            "no role at all is an answer",
            "not-met/warning net less-than-before sex-workers | role_before=speaker role_now=None",
            'stage = "drafting"\n' + NET.replace('["co-organiser"]', "[]") + SPOKE_BEFORE,
        ),
        example(
            "an open place counts as a place before the programme is out",
            "met net met sex-workers",
            'stage = "inviting"\n'
            + NET_SAYS_NOTHING
            + SPOKE_BEFORE
            + '[[panels]]\nid = "p"\ntitle = "Panel"\n'
            + 'speakers = [{ id = "o1", status = "open", organisation = "net" }]\n',
        ),
        example(
            "once it is out, an open place invites, and no more",
            "not-met/warning net less-than-before sex-workers | role_before=speaker role_now=invited",
            'stage = "published"\n'
            + NET_SAYS_NOTHING
            + SPOKE_BEFORE
            + '[[panels]]\nid = "p"\ntitle = "Panel"\n'
            + 'speakers = [{ id = "o1", status = "open", organisation = "net" }]\n',
        ),
        example(
            "a place that was given back is none",
            "not-stated net role-missing sex-workers",
            'stage = "inviting"\n'
            + NET_SAYS_NOTHING
            + SPOKE_BEFORE
            + '[[panels]]\nid = "p"\ntitle = "Panel"\n'
            + 'speakers = [{ id = "o1", status = "withdrawn", organisation = "net" }]\n',
        ),
        example(
            "a host or a partner without a place was more as a speaker",
            "not-met/warning net less-than-before sex-workers | role_before=speaker role_now=invited",
            'stage = "drafting"\n' + NET.replace('["co-organiser"]', '["host", "partner"]') + SPOKE_BEFORE,
        ),
        example(
            "less than in the last edition, which the numbers tell and not the order of the file",
            "not-met/warning net less-than-before sex-workers | role_before=co-sponsor role_now=co-organiser",
            'stage = "drafting"\n'
            + NET
            + """
previous = [
  { edition = "CSW 10", organisation = "net", role = "co-sponsor" },
  { edition = "CSW 9", organisation = "net", role = "speaker" } ]
""",
        ),
        example(
            "an edition without a number: the file's order, oldest first",
            "met net met sex-workers",
            'stage = "drafting"\n'
            + NET
            + """
previous = [
  { edition = "CSW 10", organisation = "net", role = "co-sponsor" },
  { edition = "the first", organisation = "net", role = "speaker" } ]
""",
        ),
        example(
            "two entries of one edition are one, at the higher part",
            "not-met/warning net less-than-before sex-workers | role_before=lead role_now=co-organiser",
            'stage = "drafting"\n'
            + NET
            + """
previous = [
  { edition = "CSW  9", organisation = "net", role = "lead" },
  { edition = " csw 9", organisation = "net", role = "speaker" } ]
""",
        ),
        example(
            "the same part for the third time",
            "to-be-judged net same-role sex-workers | role=co-organiser editions=3",
            'stage = "drafting"\n'
            + NET
            + """
previous = [
  { edition = "2023", organisation = "net", role = "co-organiser" },
  { edition = "2024", organisation = "net", role = "speaker" },
  { edition = "2025", organisation = "net", role = "co-organiser" },
  { edition = "2026", organisation = "net", role = "co-organiser" },
  { edition = "2022", organisation = "ally", role = "lead" } ]
""",
        ),
        example(
            "the same part as once before",
            "met net met sex-workers",
            'stage = "drafting"\n'
            + NET
            + 'previous = [{ edition = "2026", organisation = "net", role = "co-organiser" }]\n',
        ),
        example(
            "leading throughout",
            "met net met sex-workers",
            'stage = "drafting"\n'
            + NET.replace('["co-organiser"]', '["host", "lead"]')
            + """
previous = [
  { edition = "2025", organisation = "net", role = "lead" },
  { edition = "2026", organisation = "net", role = "lead" } ]
""",
        ),
        example(
            "roles that can't be read are no absence",
            "not-stated net at-fault",
            'stage = "drafting"\n' + NET.replace('["co-organiser"]', '["chief", "head"]') + SPOKE_BEFORE,
        ),
        example(
            "an organisation that others lead, and one that no edition names",
            """
            not-applicable ally not-applicable
            not-applicable net not-applicable
            """,
            'stage = "drafting"\n' + NET + 'previous = [{ edition = "2026", organisation = "ally", role = "lead" }]\n',
        ),
    ),
)
