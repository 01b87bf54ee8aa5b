"""The diff is the confirmation: what a change would do to the file and to the findings, before it is made."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.review.session import Preview, Session
from eventreview.tui.modals.asking import LEAVE, Answer, AskingModal
from eventreview.tui.plain_lines import plain_diff
from eventreview.tui.safetext import safe
from eventreview.tui.widgets.diff_view import DiffView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.review.finding import Review
    from eventreview.review.session import FindingKey

APPLY, EDIT = "apply", "edit"
MOST_NAMED = 6


class ChoiceModal(AskingModal):
    """Shows a change and asks: apply it, edit it first, or leave it.

    can_edit: whether a form can take it over before it is made.
    """

    def __init__(self, session: Session, title: str, preview: Preview, *, can_edit: bool = False) -> None:
        answers = [Answer(APPLY, pgettext("answer", "Apply"), "enter")]
        if can_edit:
            answers.append(Answer(EDIT, pgettext("answer", "Edit first"), "e"))
        answers.append(Answer(LEAVE, pgettext("answer", "Leave it"), "escape"))
        super().__init__(title, answers)
        self._session = session
        self._preview = preview

    def body(self) -> Sequence[Widget]:
        """The diff, and what becomes of the findings."""
        diff = plain_diff(self._session.file, self._preview.after.file)
        then = "\n".join(consequences(self._session.review, self._preview))
        return DiffView(diff), Static(safe(then))


def consequences(before: Review, preview: Preview) -> Iterator[str]:
    """Which open findings a change closes, changes and opens, one a line."""
    change = preview.change
    if change.closed:
        yield _("This closes:")
        yield from _named(before, change.closed)
    if change.changed:
        yield _("This changes:")
        yield from _named(preview.after, change.changed)
    if change.opened:
        yield _("This opens:")
        yield from _named(preview.after, change.opened)
    if not (change.closed or change.changed or change.opened):
        yield _("No open finding changes with this.")


def _named(review: Review, keys: Sequence[FindingKey]) -> Iterator[str]:
    found = {finding.key: finding for finding in review.findings}
    for finding in (found[key] for key in keys[:MOST_NAMED] if key in found):
        sign, label = sentences.sign(finding), sentences.label(finding)
        yield f"  {sign} {label} {finding.rule.code} {sentences.subject(review.file, finding)}"
    if len(keys) > MOST_NAMED:
        yield "  " + _("{n} more").format(n=len(keys) - MOST_NAMED)
