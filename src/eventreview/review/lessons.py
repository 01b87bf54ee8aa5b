"""Lessons (RULES.md A8): a rule that a lesson named weighs one level more when it fails again."""

from __future__ import annotations

from eventreview.rules import catalogue
from eventreview.rules.outcome import ERROR, NOT_MET, NOTE, WARNING, Outcome
from eventreview.rules.rule import LAST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.review.entry import Entry
    from eventreview.review.finding import Finding
    from eventreview.rules.words import Scene

HARDER = {NOTE: WARNING, WARNING: ERROR, ERROR: ERROR}


def apply(scene: Scene, entries: Sequence[Entry], found: Sequence[Finding] = ()) -> None:
    """Raises by one level every not-met of a rule that a lesson of today or earlier names; waived ones stay.

    found: findings made without a decision list (form of the file, SAF-1). What comes after all other rules stays: it
    speaks of the lessons themselves.
    """
    if not scene.plan.lessons:
        return
    named = {
        catalogue.code_of(lesson.rule)
        for lesson in scene.plan.lessons
        if lesson.rule is not None and scene.past(lesson.raised_on)
    }
    if not named:
        return
    for entry in entries:
        outcome = entry.outcome
        if entry.rule.code not in named or outcome.result != NOT_MET or entry.waiver is not None:
            continue
        if outcome.severity and LAST not in entry.rule.after:
            entry.outcome = _at_severity(outcome, HARDER[outcome.severity])
            entry.raised = True
    for finding in found:
        if finding.rule.code in named and finding.result == NOT_MET and finding.severity:
            finding.severity = HARDER[finding.severity]
            finding.raised = True


def _at_severity(outcome: Outcome, severity: str) -> Outcome:
    raised = Outcome(outcome.result, severity, outcome.line, outcome.message_id, outcome.params)
    raised.key, raised.keys, raised.related = outcome.key, outcome.keys, outcome.related
    raised.parts, raised.remarks, raised.judged_by = outcome.parts, outcome.remarks, outcome.judged_by
    return raised
