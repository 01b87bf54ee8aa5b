"""`check --fix` and `check --diff`: the safe fixes of the plans that a check looked at, made in the files or shown."""

from __future__ import annotations

import sys

from eventreview.cli.exits import CLEAN, FAILED, complain
from eventreview.language import gettext as _
from eventreview.plan.file import MOST_BYTES
from eventreview.plan.lock import ELSEWHERE, IN_USE, NOT_WRITABLE, UNCLEAR, NotLocked, take
from eventreview.plan.save import NotSaved, save
from eventreview.plan.save import sentence as why_not_saved
from eventreview.report import sentences
from eventreview.report.marks import visible
from eventreview.report.quote import Quotes
from eventreview.review.diff import ADDED, GAP, diff
from eventreview.review.safe_fixes import fix, may_be_fixed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Sequence

    from eventreview.review.finding import Review
    from eventreview.review.safe_fixes import Fixed


class SafeFixes:
    """The plans of a check before and after their safe fixes; those that aren't touched are named on stderr."""

    def __init__(
        self, reviews: Sequence[Review], today: datetime.date | None = None, extra: Collection[str] = ()
    ) -> None:
        self._all: list[tuple[Review, Fixed]] = []
        for before in reviews:
            if not may_be_fixed(before):
                said = _("{path}: no fix is made in a plan that can’t be read or has a finding of SAF-1")
                complain(said.format(path=before.file.name))
            self._all.append((before, fix(before, today, extra)))

    def make(self, piped: str | None = None) -> tuple[list[Review], int]:
        """Writes the files that change and says on stderr what was fixed; gives the reviews of what stands now.

        piped: name of the plan from standard input, whose text goes to standard output. The exit code is that of the
        writing alone: 3 where a file couldn't be written, which then counts as it was.
        """
        now: list[Review] = []
        code = CLEAN
        for before, fixed in self._all:
            if before.file.name == piped:
                _pass_on(fixed.review.file.data)
            elif fixed.made and not _saved(before, fixed):
                now.append(before)
                code = FAILED
                continue
            for finding, choice in fixed.made:
                title = sentences.choice_title(finding.rule, choice)
                said = _("{path}: fixed {rule}: {title}")
                complain(said.format(path=before.file.name, rule=finding.rule.code, title=title))
            now.append(fixed.review)
        return now, code

    def diff(self) -> str:
        """The lines that the fixes change, without lines around them, and without what no output may quote."""
        return "".join(f"{line}\n" for before, fixed in self._all if fixed.made for line in _diff(before, fixed))


def _pass_on(data: bytes) -> None:
    # Of a plan that is too large only the beginning was read: half a file is worse than none.
    if len(data) <= MOST_BYTES:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _saved(before: Review, fixed: Fixed) -> bool:
    """Whether the file was written. A plan that somebody is editing is left to them."""
    path = before.file.name
    lock = None
    try:
        lock = take(path)
        save(path, fixed.review.file.data, before.file.data)
    except NotLocked as error:
        complain(_why_not_fixed(error, path))
        return False
    except NotSaved as error:
        complain(why_not_saved(error))
        return False
    finally:
        if lock is not None:
            lock.release()
    return True


def _why_not_fixed(error: NotLocked, path: str) -> str:
    texts = {
        IN_USE: _("{path}: not fixed, it is being edited in another window (process {process})"),
        ELSEWHERE: _("{path}: not fixed, it is being edited on {host}; “fix --plain” can take the lock over"),
        UNCLEAR: _("{path}: not fixed, there is a lock beside it; “fix --plain” can take the lock over"),
        NOT_WRITABLE: _("{path}: not fixed, nothing can be written in its folder"),
    }
    return texts[error.message_id].format(**error.params, path=path)


def _diff(before: Review, fixed: Fixed) -> Iterator[str]:
    old, new = before.file, fixed.review.file
    yield visible(old.name)
    quotes = {True: Quotes(new), False: Quotes(old)}
    for line in diff(old.text or "", new.text or "", context=0):
        if line.sign != GAP:
            yield f"{line.sign} {line.number:>5} | {quotes[line.sign == ADDED].line(line.number)}"
