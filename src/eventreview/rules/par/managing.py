"""PAR-1: whether the community's organisations that convene run the partnership with the same say as the others."""

from __future__ import annotations

from eventreview.plan.edits import Set
from eventreview.plan.model import Partnership
from eventreview.rules.inc.space_opened import convenes
from eventreview.rules.not_theirs import REMARKS, not_theirs
from eventreview.rules.offers import template
from eventreview.rules.outcome import NOT_MET, NOT_STATED, TO_BE_JUDGED, error, judge, met, not_stated, strongest
from eventreview.rules.rule import Choice, example, on_partnership, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Organisation
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def convening(scene: Scene, p: str) -> tuple[Organisation, ...]:
    """The organisations of the population that convene the event."""
    return tuple(o for o in scene.own(p) if convenes(o))


def whose_own_convene(scene: Scene, partnership: Partnership) -> tuple[str, ...]:
    """The populations with an organisation that convenes."""
    return tuple(p for p in scene.about(partnership) if convening(scene, p))


def decide(scene: Scene, partnership: Partnership, p: str) -> Outcome:
    """Each organisation of theirs that convenes is a part of its own."""
    if not partnership.managed_by and not partnership.seats:
        return not_stated("1", "partnership-missing").missing((partnership, "managed_by"), (partnership, "seats"))
    return strongest([say_of(scene, partnership, o, p) for o in convening(scene, p)])


def say_of(scene: Scene, partnership: Partnership, o: Organisation, p: str) -> Outcome:
    """The say of one organisation."""
    managed_by, seats = partnership.managed_by or (), partnership.seats
    manages, seated = o.at in managed_by, any(seat.organisation == o.at for seat in seats)
    voting = tuple(dict.fromkeys(seat.organisation for seat in seats if seat.vote))
    votes = o.at in voting
    others = [a.at for a in scene.own(p) if a is not o and (a.at in managed_by or a.at in voting)]
    if others and not manages and not votes:
        return judge("2", "through-another", organisation=o.at, through=others[0]).about("managed_by")
    if managed_by and not manages and not seated:
        outcome = error("2", "not-managing", organisation=o.at).about("managed_by")
        return not_theirs(scene, outcome, p, managed_by, voting)
    allies_vote = any(not scene.led(a, p) for a in voting)
    if seated and not votes and allies_vote:
        return not_theirs(scene, error("3", "no-vote", organisation=o.at).about("seats"), p, voting)
    if seats and not seated and allies_vote:
        return not_theirs(scene, error("4", "no-seat", organisation=o.at).about("seats"), p, voting)
    if seats and not seated and not managed_by and not voting:
        return judge("5", "nobody-votes", organisation=o.at).about("seats")
    return met("6")


def offer(scene: Scene, partnership: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """A vote on a seat that has none; lines for who runs the partnership, for the partners to agree."""
    if outcome.result not in (NOT_MET, TO_BE_JUDGED, NOT_STATED) or not isinstance(partnership, Partnership):
        return
    without_vote = [part.params["organisation"] for part in (outcome, *outcome.parts) if part.message_id == "no-vote"]
    for organisation in without_vote:
        seat = next(seat for seat in partnership.seats if seat.organisation == organisation)
        yield Choice("choice", "give-vote", [Set((*seat.path, "vote"), True)], organisation=organisation)
    known_to = [o.at for p in populations for o in convening(scene, p)]
    yield Choice("template", "say-who-runs-it", [template(partnership, "managed_by", "seats", ask=known_to)])


# What most examples share: two networks of theirs convene with an ally.
TOGETHER = """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-sponsor"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], roles = ["partner"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
"""

PAR_1 = rule(
    "PAR-1",
    "equal-say-in-managing",
    set="allyship",
    severity="error",
    passages=("D3", "D1"),
    stage="drafting",
    judged_by="community",
    reads=("managed_by", "seats", "organisations.roles", "organisations.led_by"),
    what="The community's organisations run the partnership with the same say as everyone in it.",
    why="An organisation that lends its name to an event without a say in running it answers to its own people for "
    "what others decided.",
    remedy="Agree among the partners that each organisation of the community that convenes is one of those who run the "
    "partnership, with a vote wherever others have one. Then record it.",
    question="Is your say the same in practice?",
    messages={
        "partnership-missing": "The plan doesn't say who runs the partnership.",
        "through-another": "{organisation} convenes the event and has no part in running the partnership; {through} "
        "has one, and is led by the same community. Only they can say whether that is a say for both.",
        "not-managing": "{organisation} convenes the event, and isn't among those who run the partnership.",
        "no-vote": "{organisation} has a seat without a vote in the steering, and others vote there.",
        "no-seat": "Others vote in the steering, and {organisation} has no seat there.",
        "nobody-votes": "{organisation} has no seat in the steering, where nobody has a vote.",
        "met": "The community's organisations that convene take part in running the partnership, and vote where others "
        "vote.",
        **REMARKS,
    },
    checks=(on_partnership(whose_own_convene, decide),),
    choices=offer,
    choice_titles={
        "give-vote": "Give {organisation} a vote on its seat, as agreed with the partners",
        "say-who-runs-it": "Add lines for who runs the partnership, for the partners to agree and fill in",
    },
    examples=(
        example(
            "nothing says who runs it: no table, or nothing in it that says so",
            "not-stated partnership partnership-missing sex-workers",
            TOGETHER
            + """
[partnership]
agreed_on = 2026-01-10
managed_by = []
seats = []
""",
        ),
        example("no table at all", "not-stated partnership partnership-missing sex-workers", TOGETHER),
        example(
            "run by the ally alone",
            "not-met/error partnership not-managing sex-workers | organisation=net",
            TOGETHER
            + """
[partnership]
managed_by = ["ally"]
""",
        ),
        example(
            "another organisation of theirs runs it: a question, not a fault",
            "to-be-judged partnership through-another sex-workers | organisation=net through=bay",
            TOGETHER
            + """
[partnership]
managed_by = ["ally", "bay"]
""",
        ),
        example(
            "another of theirs votes, this one has a seat without a vote",
            "to-be-judged partnership through-another sex-workers | organisation=net through=bay",
            TOGETHER
            + """
[partnership]
managed_by = ["ally"]
seats = [{ organisation = "bay", vote = true }, { organisation = "net", vote = false },
    { organisation = "ally", vote = true }]
""",
        ),
        example(
            "a seat without a vote beside a vote of the ally's",
            "not-met/error partnership no-vote sex-workers | organisation=net",
            TOGETHER
            + """
[partnership]
managed_by = ["ally", "net"]
seats = [{ organisation = "net", vote = false }, { organisation = "ally", vote = true }]
""",
        ),
        example(
            "one vote on two seats suffices",
            "met partnership met sex-workers",
            TOGETHER
            + """
[partnership]
managed_by = ["ally"]
seats = [{ organisation = "net", vote = false }, { organisation = "net", vote = true },
    { organisation = "ally", vote = true }]
""",
        ),
        example(
            "among those who run it, but no seat where the ally votes",
            "not-met/error partnership no-seat sex-workers | organisation=net",
            TOGETHER
            + """
[partnership]
managed_by = ["ally", "net"]
seats = [{ organisation = "ally", vote = true }]
""",
        ),
        example(
            "seats alone, none for it, and no vote anywhere",
            "to-be-judged partnership nobody-votes sex-workers | organisation=net",
            TOGETHER
            + """
[partnership]
seats = [{ organisation = "ally", vote = false }]
""",
        ),
        example(
            "nobody votes, and it has a seat",
            "met partnership met sex-workers",
            TOGETHER
            + """
[partnership]
seats = [{ organisation = "ally", vote = false }, { organisation = "net", vote = false }]
""",
        ),
        example(
            "two of theirs convene: the first is named, the other listed with it",
            "not-met/error partnership no-seat sex-workers | organisation=net",
            """
stage = "drafting"
as_of = 2026-12-01
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["co-organiser"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"], roles = ["lead"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
[partnership]
managed_by = ["net", "bay", "ally"]
seats = [{ organisation = "bay", vote = false }, { organisation = "ally", vote = true }]
""",
        ),
        example(
            "each population has its own say; nobody has said who leads those who run it, or a sub-group does",
            """
            not-met/error partnership not-managing people-who-use-drugs | organisation=dnet
            met partnership met sex-workers
            """,
            """
stage = "drafting"
as_of = 2026-12-01
event = { title = "Harm reduction", concerns = ["sex-workers", "people-who-use-drugs"] }
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"], roles = ["lead"] },
  { id = "dnet", name = "Open Needle Network (fictional)", led_by = ["people-who-use-drugs"], roles = ["lead"] },
  { id = "wnet", name = "Women's Tide (fictional)", led_by = ["women-who-use-drugs"] },
  { id = "forum", name = "Forum (fictional)", kind = "ngo" } ]
[partnership]
managed_by = ["net", "wnet", "forum"]
""",
        ),
        example(
            "a partner doesn't convene",
            "not-applicable partnership not-applicable",
            """
stage = "drafting"
as_of = 2026-12-01
[partnership]
managed_by = ["ally"]
""",
        ),
    ),
)
