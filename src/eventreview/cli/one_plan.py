"""One plan named on the command line, reviewed; where it can't be read, why."""

from __future__ import annotations

import os

from eventreview.cli.exits import FAILED, Stopped, complain
from eventreview.language import gettext as _
from eventreview.plan.file import read_path
from eventreview.report import line
from eventreview.report.run import Run
from eventreview.review.engine import review

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection

    from eventreview.plan.model import Plan
    from eventreview.review.finding import Review


def ask_for_file(path: str) -> None:
    """Stops where there is nothing at a path."""
    if not os.path.lexists(path):
        raise Stopped(_("{path}: there is no such file or folder").format(path=path))


def reviewed(path: str, today: datetime.date | None, extra: Collection[str] = ()) -> tuple[Review, Plan]:
    """The review of the plan at a path, and the plan; rules of sets that are off run when their codes are in `extra`.

    Stops where there is no file or no plan in it, with its findings; names the rules that broke.
    """
    ask_for_file(path)
    result = review(read_path(path, today=today), extra=extra)
    plan = result.file.plan
    if plan is None:
        raise unreadable(result)
    for code, kind in result.failures:
        complain(
            _("{path}: the rule {rule} broke ({kind}); the others answered").format(path=path, rule=code, kind=kind)
        )
    return result, plan


def unreadable(result: Review) -> Stopped:
    """Why a plan can't be read: its findings, one a line."""
    *others, last = line.render(Run([result])).splitlines()
    for each in others:
        complain(each)
    return Stopped(last, FAILED)
