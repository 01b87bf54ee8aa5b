"""SAF-12: nobody owes the room a personal story, before or after their talk."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Set
from eventreview.plan.model import Panel
from eventreview.rules.bal.line_up import CLOSED
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import met, met_withheld, not_stated, warning
from eventreview.rules.rule import NOT_HERE, ONCE, Choice, example, on_panels, rule
from eventreview.rules.words import LIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Place
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def with_a_voice(scene: Scene, panel: Panel) -> tuple[str, ...]:
    """A panel with a place that carries a community's voice, and others in the room."""
    if panel.kind == CLOSED:
        return NOT_HERE
    return ONCE if any(is_voice(scene, s) for s in panel.speakers) else NOT_HERE


def is_voice(scene: Scene, s: Place) -> bool:
    """Whether a place carries a community's voice, in whatever role: whoever moderates can be asked as well."""
    return s.status in LIVE and any(scene.carries(s, p) for p in s.represents or ())


def decide(scene: Scene, panel: Panel, _: str) -> Outcome:
    """Whether a story is expected, then whether questions for one are let through."""
    safety = scene.plan.safety
    optional, screens = safety.testimony_optional, panel.screens_questions
    asked = panel.questions_minutes != 0
    if optional is False:
        return warning("1", "story-expected").related_to(safety)
    if screens is False and asked:
        return warning("2", "questions-unscreened").about("screens_questions")
    if optional is None:
        return not_stated("3", keys=("testimony_optional",)).missing((safety, "testimony_optional"))
    if screens is None and asked:
        return (
            not_stated("4", keys=("screens_questions",))
            .about("screens_questions")
            .missing((panel, "screens_questions"))
        )
    return met_withheld("5") if optional == v.WITHHELD else met("5")


def offer(scene: Scene, panel: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Record that questions are screened, once they are; empty lines for what isn't stated."""
    if not isinstance(panel, Panel):
        return
    if outcome.line in ("2", "4"):
        yield Choice("choice", "screen", (Set((*panel.path, "screens_questions"), True),))
    asked = tuple(organisers(scene))
    if outcome.line == "3" and not scene.plan.safety.has("testimony_optional"):
        yield Choice("template", "fill-in", (template(scene.plan.safety, "testimony_optional", ask=asked),))
    elif outcome.line == "4" and not panel.has("screens_questions"):
        yield Choice("template", "fill-in", (template(panel, "screens_questions", ask=asked),))


# What most examples share.
PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""
OPTIONAL = "safety = { testimony_optional = true }\n"
PANEL = """
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"] }, { id = "a1", organisation = "ally" }]
"""

SAF_12 = rule(
    "SAF-12",
    "testimony-optional",
    set="safety",
    severity="warning",
    stage="published",
    judged_by="community",
    basis="what community speakers ask for when they take a place",
    reads=("safety.testimony_optional", "screens_questions", "questions_minutes"),
    what="Nobody owes the room a personal story, before or after their talk.",
    why="A question about somebody's own life, asked before a room, is hard to refuse, and the answer can't be taken "
    "back. Whoever has to fear it speaks differently, or doesn't come.",
    remedy="Tell each holder that no story is expected, let them change the kind of talk until the day, and ask "
    "whoever moderates to refuse intrusive questions.",
    question="Could a holder refuse a question or change the kind of talk?",
    messages={
        "story-expected": "A personal story is expected of those who carry a community's voice here.",
        "questions-unscreened": "Nobody keeps intrusive questions from those who carry a community's voice here.",
        "not-stated": "For those who carry a community's voice here, the plan doesn't say: {keys}.",
        "met": "No story is expected here, and intrusive questions can be refused, or none are taken.",
        "met-withheld": "Whether a story is expected is kept out of the file for safety; intrusive questions can be "
        "refused, or none are taken.",
    },
    checks=(on_panels(with_a_voice, decide),),
    choices=offer,
    choice_titles={
        "screen": "say that whoever moderates may refuse questions, once that is agreed",
        "fill-in": "write down what to fill in",
    },
    examples=(
        example(
            "a story is expected",
            "not-met/warning p story-expected",
            PUBLISHED + "safety = { testimony_optional = false }\n" + PANEL + "screens_questions = false\n",
        ),
        example(
            "questions come through, for as long as nothing says that there are none",
            "not-met/warning p questions-unscreened",
            PUBLISHED + PANEL + "screens_questions = false\n",
        ),
        example(
            "no time for questions, so none to screen",
            "met p met",
            PUBLISHED + OPTIONAL + PANEL + "screens_questions = false\nquestions_minutes = 0\n",
        ),
        example(
            "twenty minutes of questions",
            "not-met/warning p questions-unscreened",
            PUBLISHED + OPTIONAL + PANEL + "screens_questions = false\nquestions_minutes = 20\n",
        ),
        example(
            "nothing said of a story",
            "not-stated p not-stated | keys=testimony_optional",
            PUBLISHED + PANEL + "screens_questions = true\n",
        ),
        example(
            "nothing said of the questions",
            "not-stated p not-stated | keys=screens_questions",
            PUBLISHED + OPTIONAL + PANEL,
        ),
        example(
            "nothing said of questions that aren't taken",
            "met p met",
            PUBLISHED + OPTIONAL + PANEL + "questions_minutes = 0\n",
        ),
        example(
            "no story, and questions screened",
            "met p met",
            PUBLISHED + OPTIONAL + PANEL + "screens_questions = true\nquestions_minutes = 20\n",
        ),
        example(
            "withheld",
            "met-withheld p met-withheld",
            PUBLISHED + 'safety = { testimony_optional = "withheld" }\n' + PANEL + "screens_questions = true\n",
        ),
        example(
            "withheld hides no fault beside it",
            "not-met/warning p questions-unscreened",
            PUBLISHED + 'safety = { testimony_optional = "withheld" }\n' + PANEL + "screens_questions = false\n",
        ),
        example(
            "whoever moderates can be asked for a story too, in a role that can't be read as well",
            """
            not-met/warning p story-expected
            not-met/warning q story-expected
            """,
            PUBLISHED
            + """
safety = { testimony_optional = false }
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "m1", role = "moderator", organisation = "net", represents = ["sex-workers"] }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "m2", role = "chair", organisation = "net", represents = ["sex-workers"] }]
""",
        ),
        example(
            "hard case 3: a closed caucus; a panel of allies; a place that was left",
            """
            not-applicable k not-applicable
            not-applicable p not-applicable
            not-applicable q not-applicable
            """,
            PUBLISHED
            + """
safety = { testimony_optional = false }
[[panels]]
id = "k"
title = "Between us"
kind = "closed-caucus"
speakers = [{ id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "a1", organisation = "ally", talk = "testimony" }]
[[panels]]
id = "q"
title = "Another panel"
speakers = [{ id = "s2", organisation = "net", represents = ["sex-workers"], status = "withdrawn" }]
""",
        ),
        example(
            "not before the programme is out",
            "not-yet p not-yet",
            'stage = "inviting"\nas_of = 2027-01-05\n' + PANEL,
        ),
    ),
)
