"""One line for each plan of a folder: what it is called, how far it is, when it is, and its counts."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import ngettext, words
from eventreview.language.labels import label_of_value
from eventreview.plan import lock, process, recovery
from eventreview.plan.file import read_path
from eventreview.plan.folder import is_plan
from eventreview.plan.moments import day
from eventreview.plan.whole import beside
from eventreview.report import sentences
from eventreview.report.counts import Counts, summary
from eventreview.review.diff import ADDED, REMOVED, diff
from eventreview.review.engine import review
from eventreview.tui.masking import masked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.file import PlanFile
    from eventreview.plan.model import Event


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan as a folder lists it.

    title: of its event, else its path. about: its stage and dates, in words. counts: how many of each result, or where
    it can't be read why, and on which line. marks: what stands beside it: work that wasn't saved, another editor.
    """

    path: str
    title: str
    about: str
    counts: str
    readable: bool
    marks: tuple[str, ...] = ()


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
        return PlanEntry(path, path, "", why, False, tuple(_marks(path, file)))
    stage = file.plan.stage
    about = [label_of_value("stage", stage)] if stage is not None else []
    about += [dates_of(file.plan.event)] if file.plan.event.starts is not None else []
    title = masked(file.plan.event.title or "") or path
    return PlanEntry(path, title, " · ".join(about), summary(Counts(findings)), True, tuple(_marks(path, file)))


def _marks(path: str, file: PlanFile) -> Iterator[str]:
    """What stands beside a plan, in a sentence each. Nothing is locked for looking at it."""
    copy = recovery.read(path)
    if copy is not None and copy.text != file.text:
        when = datetime.datetime.fromtimestamp(copy.written)
        said = _("unsaved work of {date}, {time}").format(date=words.date(when.date()), time=f"{when:%H:%M}")
        if copy.text is not None and file.text is not None:
            n = sum(line.sign in (ADDED, REMOVED) for line in diff(file.text, copy.text, 0))
            said = f"{said} · " + ngettext("{n} line differs", "{n} lines differ", n).format(n=n)
        yield said
    held = _holder(path)
    if held is not None and held.state is not None and (held.process, held.host) != _here():
        yield _in_use(held)


def _holder(path: str) -> lock.Holder | None:
    try:
        with open(beside(os.path.realpath(path), "lock"), "rb") as file:
            return lock.Holder.read(file.read(lock.MOST_BYTES))
    except OSError:
        return None


def _here() -> tuple[int, str]:
    """This process, as it would stand in a lock."""
    return os.getpid(), process.host()


def _in_use(held: lock.Holder) -> str:
    if held.state == lock.IN_USE:
        return _("in use in another window (process {process})").format(process=held.process)
    if held.state == lock.ELSEWHERE:
        return _("in use on {host}, or left open there").format(host=held.host)
    return _("the lock beside it doesn’t say whose it is")


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
