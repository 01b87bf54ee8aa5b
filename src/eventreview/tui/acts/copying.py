"""Taking something along: to the clipboard of the terminal, or into a file."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.report.counts import Counts
from eventreview.report.marks import visible
from eventreview.report.run import Run
from eventreview.tui.acts.looking import line_of
from eventreview.tui.desk import Desk
from eventreview.tui.screens.plan_screen import PlanScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding, Review


class Copying(PlanScreen):
    """The command that takes something along. What is taken is blanked as in a report: it is meant for others."""

    @work(group="asking")
    async def action_copy_out(self) -> None:
        """Asks what is taken along, and where it goes."""
        from eventreview.tui.modals.copy import TO_FILE, CopyModal

        desk = self.desk
        answer = await self.app.push_screen_wait(CopyModal(with_finding=desk.finding is not None))
        if not answer:
            return
        what = answer.removeprefix(TO_FILE)
        text = text_of(desk, what)
        if answer.startswith(TO_FILE):
            await self._write(text)
            return
        self.app.copy_to_clipboard(text)
        said = _("Copied: {what}. Where the terminal doesn’t allow it, y and then w writes it to a file.")
        self.say(said.format(what=_named(what)))

    async def _write(self, text: str) -> None:
        from pathlib import Path as FilePath

        from eventreview.tui.modals.copy import WriteModal

        beside = FilePath(self.session.path).with_suffix(".txt")
        path = await self.app.push_screen_wait(WriteModal(str(beside)))
        if not path:
            return
        try:
            # "x" makes a file and never takes one that has come meanwhile.
            with open(path, "x", encoding="utf-8") as file:
                file.write(text if text.endswith("\n") else f"{text}\n")
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.warn(_("Not written: {why}.").format(why=why))
            return
        self.say(_("Written: {path}").format(path=path))


def text_of(desk: Desk, what: str) -> str:
    """What is copied, with nothing in it that a terminal would obey; of a finding "" where none is at the cursor."""
    from eventreview.report import full
    from eventreview.tui.modals.copy import MESSAGE, PATH, PLACE, REVIEW

    path = visible(desk.session.path)
    if what == PATH:
        return path
    if what == REVIEW:
        return full.render(Run((desk.session.review,)))
    if desk.finding is None:
        return ""
    if what == PLACE:
        return f"{path}:{line_of(desk)}"
    if what == MESSAGE:
        return visible(sentences.message(desk.finding), one_line=False)
    return full.render(_One(desk.session.review, desk.finding))


class _One(Run):
    """A run that reports one finding alone, in full."""

    __slots__ = ("_finding",)

    def __init__(self, review: Review, finding: Finding) -> None:
        super().__init__((review,), everything=True)
        self._finding = finding

    def reported(self, review: Review) -> list[Finding]:
        return [self._finding]

    def counts(self, review: Review) -> Counts:
        return Counts((self._finding,))


def _named(what: str) -> str:
    from eventreview.tui.modals.copy import FINDING, MESSAGE, PATH, PLACE, REVIEW

    return {
        MESSAGE: pgettext("copied", "the message"),
        FINDING: pgettext("copied", "the finding"),
        PLACE: pgettext("copied", "file and line"),
        PATH: pgettext("copied", "the path"),
        REVIEW: pgettext("copied", "the review"),
    }[what]
