"""EXP-3: whether a panel shows what communities achieve and propose, beside what is done to them."""

from __future__ import annotations

from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.offers import template, theirs
from eventreview.rules.outcome import judge, met, not_stated, not_yet
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Panel
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

# A conclusion and a question time take up what was said; a closed caucus is framed by those in it.
NOT_FRAMED = ("closing", "questions", CLOSED)
ACHIEVING = ("strengths", "strategies", "results")


def framed(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """A concerned panel with a frame of its own."""
    return ONCE if scene.concerned_panel(panel) and panel.kind not in NOT_FRAMED else NOT_HERE


def decide(scene: Scene, panel: Panel, _: str) -> Outcome:
    """The list."""
    framing = panel.framing
    if not framing and scene.before_stage("inviting"):
        return not_yet("1", "framing-open").about("framing")
    if not framing:
        return not_stated("1").about("framing").missing((panel, "framing"))
    if any(each in ACHIEVING for each in framing):
        return met("2").about("framing")
    return judge("3", "only-hardship", framing=framing).about("framing")


def offer(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """An empty line for how the panel is framed."""
    if outcome.line == "1" and not panel.has("framing"):
        known_to = tuple(theirs(scene, scene.about(panel)))
        yield Choice("template", "say-framing", [template(panel, "framing", ask=known_to)])


EXP_3 = rule(
    "EXP-3",
    "strengths-and-strategies",
    set="allyship",
    severity=None,
    passages=("R2", "R3", "V2"),
    stage="drafting",
    judged_by="community",
    reads=("framing",),
    what="A panel shows what communities achieve and propose beside what is done to them.",
    why="A room that hears of harm alone leaves with pity, and with the thought that others have to find the answers. "
    "The answers that communities have found go untold.",
    remedy="Ask the community's organisations what has worked and what they propose, and give it room beside the harm.",
    question="Does it show what you have achieved and propose?",
    messages={
        "framing-open": "How this panel is framed is still open.",
        "not-stated": "The plan doesn't say how this panel is framed: on barriers and harms, or on strengths, "
        "strategies and results as well.",
        "only-hardship": "This panel is framed by hardship alone ({framing}). Whether what the community has achieved "
        "and proposes is missing is for the community to say.",
        "met": "This panel makes room for what communities achieve or propose.",
    },
    checks=(on_panels(framed, decide),),
    choices=offer,
    choice_titles={"say-framing": "Add a line for how the panel is framed, to be filled in"},
    examples=(
        example(
            "an early draft, with a list still empty too",
            """
            not-yet p framing-open
            not-yet q framing-open
            """,
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
[[panels]]
id = "q"
title = "Another panel"
framing = []
""",
        ),
        example(
            "invitations go out, and the frame isn't stated",
            """
            not-stated p not-stated
            not-stated q not-stated
            """,
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Panel"
[[panels]]
id = "q"
title = "Another panel"
framing = []
""",
        ),
        example(
            "one of the three is enough, at any stage",
            """
            met p met
            met q met
            met r met
            """,
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
framing = ["harms", "strengths"]
[[panels]]
id = "q"
title = "Another panel"
framing = ["strategies"]
[[panels]]
id = "r"
title = "A third"
framing = ["barriers", "results"]
""",
        ),
        example(
            "harm alone is a question, on a panel that the community proposed as well",
            "to-be-judged p only-hardship | framing=harms,barriers",
            """
stage = "drafting"
as_of = 2026-10-01
[[panels]]
id = "p"
title = "Panel"
framing = ["harms", "barriers"]
proposed_by = ["net"]
""",
        ),
        example(
            "its answer settles it",
            "met p only-hardship",
            """
stage = "published"
as_of = 2027-02-05
judgements = [{ rule = "EXP-3", at = "p", verdict = "met", by = "net", on = 2027-02-01 }]
[[panels]]
id = "p"
title = "Panel"
framing = ["harms"]
proposed_by = ["net"]
""",
        ),
        example(
            "hard case 3: a closed caucus; and openings, conclusions, question times, logistics, panels about nobody",
            """
            not-applicable p not-applicable
            not-applicable o not-applicable
            not-applicable c not-applicable
            not-applicable q not-applicable
            not-applicable l not-applicable
            not-applicable n not-applicable
            """,
            """
stage = "inviting"
as_of = 2026-12-01
[[panels]]
id = "p"
title = "Between us"
kind = "closed-caucus"
[[panels]]
id = "o"
title = "Opening"
kind = "opening"
[[panels]]
id = "c"
title = "Conclusions"
kind = "closing"
[[panels]]
id = "q"
title = "Your questions"
kind = "questions"
[[panels]]
id = "l"
title = "Badges"
kind = "logistics"
[[panels]]
id = "n"
title = "City budgets"
concerns = []
""",
        ),
    ),
)
