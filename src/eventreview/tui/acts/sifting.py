"""Sifting the list of findings: by words, by facets, and showing everything again."""

from __future__ import annotations

from textual import events, work
from textual.actions import SkipAction
from textual.widget import Widget
from textual.widgets import Input

from eventreview.language import ngettext, pgettext
from eventreview.review.session import Session
from eventreview.tui.desk import FINDINGS
from eventreview.tui.facets import NOTHING, Chosen
from eventreview.tui.grouping import Group, Texts, grouped, listed
from eventreview.tui.messages import FilterChanged, FilterLeft
from eventreview.tui.safetext import safe_line
from eventreview.tui.screens.plan_screen import PlanScreen
from eventreview.tui.widgets.filter_bar import FilterBar
from eventreview.tui.widgets.finding_list import FindingList

FILTERING = "-filtering"


class Sifting(PlanScreen):
    """The commands that show a part of the findings. Words and facets go together: both have to let a finding through."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen: Chosen = NOTHING
        self._texts = Texts(session)
        self._groups: list[Group] = []

    def go_to_pane(self, pane: str) -> None:
        """Shows a pane and gives it the focus. For the screen to fill in."""

    def enter_pane(self, pane: str, widget: Widget) -> None:
        """Shows a pane with the focus in a part of it, at once. For the screen to fill in."""

    @property
    def words(self) -> str:
        """The words that filter the list."""
        return self.query_one(FilterBar).value

    @property
    def is_sifted(self) -> bool:
        """Whether words or facets leave findings out."""
        return bool(self.words or self._chosen)

    # What is shown

    def show_list(self) -> None:
        """Shows the findings that pass, and in the list's title what is in force."""
        shown = self.query_one(FindingList)
        finding = shown.finding
        self._groups = grouped(self.session, self.words, self._chosen, self._texts)
        # Without a border there is no title; the words stand in their own line then.
        head = self._in_force() if self._chosen and (self.has_class("-narrow") or self.has_class("-low")) else ""
        shown.show(self._groups, finding.key if finding is not None else None, head)
        parts = (pgettext("pane", "Findings"), self._in_force())
        self.query_one("#findings-pane").border_title = safe_line(" · ".join(filter(None, parts)))

    def _in_force(self) -> str:
        n = sum(len(group.findings) for group in self._groups)
        if self.words:
            found = ngettext("{n} with “{words}”", "{n} with “{words}”", n).format(n=n, words=self.words)
        else:
            found = ngettext("{n} finding", "{n} findings", n).format(n=n)
        return " · ".join(filter(None, (self._chosen.in_words(), found))) if self.is_sifted else ""

    def show_everything(self) -> None:
        """Takes words and facets away."""
        self._chosen = NOTHING
        # Emptying the words tells that they changed, and the list is then shown anew; here it is there at once.
        self.query_one(FilterBar).value = ""
        self.remove_class(FILTERING)
        self.show_list()

    # Commands

    def skip_while_typing(self) -> None:
        """Leaves a key to the words that are being typed. Raises SkipAction then."""
        if isinstance(self.focused, Input):
            raise SkipAction

    def action_filter_findings(self) -> None:
        """Goes to the words that filter the list; the letters that follow at once are theirs."""
        self.add_class(FILTERING)
        # So that the first letter needn't wait for it, where there are thousands of findings.
        self.run_worker(self._texts.prepare, thread=True, exclusive=True, group="texts", exit_on_error=False)
        self.enter_pane(FINDINGS, self.query_one(FilterBar))

    @work(group="asking")
    async def action_choose_facets(self) -> None:
        """Lets a person choose by result, severity, family, object, who judges and rule."""
        from eventreview.tui.modals.facets import FacetsModal

        findings = list(listed(self.session, self.words, self._texts))
        chosen = await self.app.push_screen_wait(FacetsModal(findings, self._chosen))
        if chosen is not None and chosen != self._chosen:
            self._chosen = chosen
            self.show_list()
        self.go_to_pane(FINDINGS)

    # Events

    def on_filter_changed(self, event: FilterChanged) -> None:
        """Filters the list; words that have changed again since are left to the event that tells of it."""
        if event.words == self.words:
            self.show_list()

    def on_filter_left(self, _event: FilterLeft) -> None:
        """Goes to the list."""
        self.set_class(bool(self.words), FILTERING)
        self.go_to_pane(FINDINGS)

    def on_resize(self, _event: events.Resize) -> None:
        """What is in force stands elsewhere at another size."""
        if self._chosen:
            self.call_after_refresh(self.show_list)
