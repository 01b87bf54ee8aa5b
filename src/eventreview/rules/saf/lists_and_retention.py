"""SAF-10: who attended isn't public, and lists are destroyed on a known day."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.edits import Set
from eventreview.rules.offers import organisers, template
from eventreview.rules.outcome import met, met_withheld, not_stated, not_yet, note, warning
from eventreview.rules.rule import ONCE, Choice, example, on_safety, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Safety
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def always(scene: Scene, safety: Safety) -> tuple[str, ...]:
    """Every event has a list of some kind."""
    return ONCE


def decide(scene: Scene, safety: Safety, _: str) -> Outcome:
    """A list that all can see is said at once; the rest waits for the programme."""
    public, days = safety.attendee_list_public, safety.retention_days
    if public is True:
        return warning("1", "list-public").about("attendee_list_public")
    if scene.before_stage("published"):
        return not_yet("stage", stage="published")
    if isinstance(days, int) and days > scene.thresholds.retention_days:
        return note("2", "kept-long", days=days).about("retention_days")
    pairs = (("attendee_list_public", public), ("retention_days", days))
    keys = tuple(key for key, value in pairs if value is None)
    if keys:
        return not_stated("3", keys=keys).about(keys[0]).missing(*((safety, key) for key in keys))
    outcome = met_withheld("4") if v.WITHHELD in (public, days) else met("4")
    return outcome.about("retention_days")


def offer(scene: Scene, safety: Table, outcome: Outcome, _: tuple[str, ...]) -> Iterator[Choice]:
    """Hide the list, once it is hidden; empty lines for what isn't stated. No number of days is proposed."""
    if outcome.line == "1":
        yield Choice("choice", "not-public", (Set((*safety.path, "attendee_list_public"), False),))
    elif outcome.line == "3":
        keys = [key for _path, key in outcome.keys if not safety.has(key)]
        if keys:
            yield Choice("template", "fill-in", (template(safety, *keys, ask=tuple(organisers(scene))),))


PUBLISHED = """
stage = "published"
as_of = 2027-02-05
"""

SAF_10 = rule(
    "SAF-10",
    "lists-and-retention",
    set="safety",
    severity="warning",
    stage="published",
    judged_by="organiser",
    basis="the principle of keeping no more data than needed, and no longer",
    reads=("attendee_list_public", "retention_days"),
    what="Who attended isn't public, and lists are destroyed on a known day.",
    why="A list of those who came to an event on sex work can reach the police, an employer or a family, years later "
    "as well. What isn't kept can't be taken.",
    remedy="Hide the list on the platform and at the door, say on which day it is destroyed, and destroy the copies too. "
    "“withheld” is a full answer to either.",
    question="Who deletes the list, and the copies the platform keeps?",
    messages={
        "list-public": "Whoever looks can see who attends. For some of them that is a danger.",
        "kept-long": ("The list is kept for {days} day.", "The list is kept for {days} days.", "days"),
        "not-stated": "Of the list of those who attend, the plan doesn't say: {keys}.",
        "met": "The list of those who attend isn't public, and how long it is kept is known.",
        "met-withheld": "What happens to the list of those who attend is known, and kept out of the file for safety.",
    },
    # Line 1 speaks at any stage; the list itself waits with the rest.
    checks=(on_safety(always, decide, stage="idea"),),
    choices=offer,
    choice_titles={
        "not-public": "hide the list, once that is done everywhere",
        "fill-in": "write down what to fill in",
    },
    examples=(
        example(
            "a public list is said from the first day on",
            "not-met/warning safety list-public",
            'stage = "idea"\nas_of = 2026-10-01\nsafety = { attendee_list_public = true, retention_days = 400 }\n',
        ),
        example(
            "the rest waits for the programme",
            "not-yet safety not-yet | stage=published",
            'stage = "inviting"\nas_of = 2026-10-01\nsafety = { retention_days = 400 }\n',
        ),
        example(
            "a day more than a year",
            "not-met/note safety kept-long | days=366",
            PUBLISHED + "safety = { retention_days = 366 }\n",
        ),
        example(
            "a year, and no day at all, are met",
            "met safety met",
            PUBLISHED + "safety = { retention_days = 365, attendee_list_public = false }\n",
        ),
        example(
            "destroyed on the day itself",
            "met safety met",
            PUBLISHED + "safety = { retention_days = 0, attendee_list_public = false }\n",
        ),
        example(
            "nothing said",
            "not-stated safety not-stated | keys=attendee_list_public,retention_days",
            PUBLISHED,
        ),
        example(
            "one of the two said",
            "not-stated safety not-stated | keys=retention_days",
            PUBLISHED + "safety = { attendee_list_public = false }\n",
        ),
        example(
            "withheld",
            "met-withheld safety met-withheld",
            PUBLISHED + 'safety = { attendee_list_public = "withheld", retention_days = 30 }\n',
        ),
        example(
            "withheld hides no fault beside it",
            "not-met/note safety kept-long",
            PUBLISHED + 'safety = { attendee_list_public = "withheld", retention_days = 1000 }\n',
        ),
        example(
            "a number of days that can't be read is no verdict",
            "not-stated safety not-stated",
            PUBLISHED + "safety = { attendee_list_public = false, retention_days = -1 }\n",
        ),
    ),
)
