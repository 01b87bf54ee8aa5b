"""`--format json`, version 1: the same input gives the same bytes. No names, whatever the flags (SAF-6)."""

from __future__ import annotations

import datetime

from eventreview import __version__
from eventreview.plan.faults import path_text
from eventreview.report import sentences
from eventreview.report.counts import Counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.file import PlanFile
    from eventreview.report.run import Run
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Choice


def render(run: Run) -> str:
    """The whole run as one JSON document, with a line end."""
    import json

    document = {
        "version": 1,
        "tool": {"name": "eventreview", "version": __version__},
        "today": run.today.isoformat() if run.today is not None else None,
        "plans": [_plan(review, run) for review in run.reviews],
    }
    return json.dumps(document, ensure_ascii=True, indent=2, default=_plain) + "\n"


def _plan(review: Review, run: Run) -> dict[str, object]:
    plan = review.file.plan
    findings = run.reported(review)
    prints = review.fingerprints()
    return {
        "path": review.file.name,
        "stage": plan.stage if plan is not None else None,
        "today": plan.today.isoformat() if plan is not None else None,
        "today_from": plan.today_from if plan is not None else None,
        "sets": list(review.sets),
        "readable": review.readable,
        "digest": review.file.digest,
        "counts": _counts(run.counts(review)),
        "findings": [_finding(review, finding, prints[id(finding)]) for finding in findings],
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {
        "not-met": counts.not_met,
        "to-be-judged": counts.judged,
        "not-stated": counts.not_stated,
        "not-yet": counts.not_yet,
        "met": counts.met,
        "met-withheld": counts.met_withheld,
        "not-applicable": counts.not_applicable,
        "waived": counts.waived,
    }


def _finding(review: Review, finding: Finding, fingerprint: str) -> dict[str, object]:
    where = finding.where or (None, None, None, None)
    waiver = finding.waiver
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "result": finding.result,
        "severity": finding.severity,
        "message_id": finding.message_id,
        "params": finding.params,
        "message": sentences.message(finding),
        "question": sentences.asked(finding) or None,
        "judged_by": finding.judged_by,
        "at": finding.at,
        "path": path_text(finding.path),
        "line": where[0],
        "column": where[1],
        "end_line": where[2],
        "end_column": where[3],
        "populations": list(finding.populations),
        "sources": list(finding.rule.passages),
        "remedy": sentences.remedy(finding.rule),
        "related": [
            {
                "at": each.at,
                "path": path_text(each.path),
                "line": (review.file.positions.where(each.path) or (None,))[0],
                "message": sentences.subject_at(review.file, each.path),
            }
            for each in finding.related
        ],
        "choices": [_choice(review, finding, choice) for choice in finding.choices()],
        "fingerprint": fingerprint,
        "waiver": None
        if waiver is None
        else {
            "agreed_by": waiver.agreed_by,
            "on": waiver.on.isoformat(),
            "until": waiver.until.isoformat() if waiver.until is not None else None,
            "at": waiver.at,
        },
    }


def _choice(review: Review, finding: Finding, choice: Choice) -> dict[str, object]:
    return {
        "title": sentences.choice_title(finding.rule, choice),
        "kind": choice.kind,
        "edits": [edit_object(review.file, edit) for edit in choice.edits],
    }


def edit_object(file: PlanFile, edit: Edit) -> dict[str, object]:
    """An edit of this file: what it writes as TOML, or its comment lines; a new id with the path of the old one."""
    from eventreview.plan.edits import Rename
    from eventreview.plan.model import key_order
    from eventreview.plan.toml import written

    path, value = edit.path, getattr(edit, "value", None)
    if isinstance(edit, Rename):
        owner = file.ids.owner.get(edit.old)
        path, value = (*owner, "id") if owner is not None else (), edit.new
    lines: Sequence[str] = getattr(edit, "lines", ())
    return {
        "op": edit.op,
        "path": path_text(path),
        "toml": written(value, path, key_order) if value is not None else "\n".join(lines) or None,
        "index": getattr(edit, "index", None),
        "to": getattr(edit, "to", None),
    }


def _plain(value: object) -> object:
    """Dates as ISO; anything else that isn't JSON's own would be a mistake of ours."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
