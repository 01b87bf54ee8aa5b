"""One line for each plan of a folder: what it is called, how far it is, when it is, and its counts."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import ngettext, words
from eventreview.language.labels import label_of_value
from eventreview.plan.file import read_path
from eventreview.plan.folder import is_plan
from eventreview.plan.moments import day
from eventreview.report import sentences
from eventreview.report.counts import Counts, summary
from eventreview.review.engine import review
from eventreview.tui.masking import masked

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from eventreview.plan.model import Event


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan as a folder lists it.

    title: of its event, else its path. about: its stage and dates, in words. counts: how many of each result, or where
    it can't be read why, and on which line.
    """

    path: str
    title: str
    about: str
    counts: str
    readable: bool


def entry_of(path: str, *, named: bool = False, today: datetime.date | None = None) -> PlanEntry | None:
    """Reads and reviews the plan at a path; None for a file found in a folder that is no plan.

    named: somebody gave this path, so that it is listed whatever it holds.
    """
    file = read_path(path, today=today)
    if not named and not is_plan(file):
        return None
    findings = review(file).findings
    if file.plan is None:
        first = next((each for each in findings if each.rule.family == "FORM"), None)
        why = sentences.message(first) if first is not None else ""
        if first is not None and first.line is not None and "line" not in first.params and file.text is not None:
            why = _("line {line}: {why}").format(line=first.line, why=why)
        return PlanEntry(path, path, "", why, False)
    stage = file.plan.stage
    about = [label_of_value("stage", stage)] if stage is not None else []
    about += [dates_of(file.plan.event)] if file.plan.event.starts is not None else []
    title = masked(file.plan.event.title or "") or path
    return PlanEntry(path, title, " · ".join(about), summary(Counts(findings)), True)


def dates_of(event: Event) -> str:
    """When an event is, by its days: one, or from which to which."""
    starts, ends = event.starts, event.ends
    if starts is None:
        return ""
    first = words.date(day(starts))
    if ends is None or day(ends) == day(starts):
        return first
    return _("{first} to {last}").format(first=first, last=words.date(day(ends)))


def told(entries: int, unreadable: int, left_out: int) -> str:
    """How many plans there are, in words."""
    parts = [ngettext("{n} plan", "{n} plans", entries).format(n=entries)]
    if unreadable:
        parts.append(ngettext("{n} can't be read", "{n} can't be read", unreadable).format(n=unreadable))
    if left_out:
        parts.append(ngettext("{n} file isn't a plan", "{n} files aren't plans", left_out).format(n=left_out))
    return " · ".join(parts)
