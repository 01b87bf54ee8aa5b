"""The review: the outline of the plan, its findings, and the detail of the one at the cursor."""

from __future__ import annotations

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.language.labels import label_of_table
from eventreview.report import sentences
from eventreview.tui import commands
from eventreview.tui.acts.arranging import Arranging
from eventreview.tui.acts.copying import Copying
from eventreview.tui.acts.filing import Filing
from eventreview.tui.acts.judging import Judging
from eventreview.tui.acts.keeping import Keeping
from eventreview.tui.acts.looking import Looking
from eventreview.tui.acts.moving import Moving
from eventreview.tui.acts.outside import Outside
from eventreview.tui.acts.picturing import Picturing
from eventreview.tui.acts.sifting import Sifting
from eventreview.tui.desk import DETAIL, FINDINGS, OUTLINE, PANES, Desk
from eventreview.tui.grouping import open_ones, without_one
from eventreview.tui.messages import (
    FindingOpened,
    FindingReached,
    GroupToggled,
    ObjectOpened,
    ObjectReached,
    RelatedChosen,
)
from eventreview.tui.safetext import safe_line
from eventreview.tui.screens.plan_screen import is_on_folder
from eventreview.tui.widgets.filter_bar import FilterBar
from eventreview.tui.widgets.finding_detail import FindingDetail
from eventreview.tui.widgets.finding_list import FindingList
from eventreview.tui.widgets.outline import Outline
from eventreview.tui.widgets.plan_head import PlanHead
from eventreview.tui.widgets.status_line import KeysLine, StatusLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.rules.rule import Choice


class ReviewScreen(Moving, Keeping, Judging, Arranging, Outside, Copying, Filing, Picturing, Looking, Sifting):
    """One plan under review. From 120 columns three panes, from 80 two of them, below one at a time."""

    CSS_PATH = "review.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-medium"), (120, "-wide"), (160, "-very-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    AUTO_FOCUS = "#findings"
    BINDINGS = commands.bindings(commands.ON_REVIEW)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._choices: tuple[Choice, ...] = ()
        self._reached: Finding | None = None

    def compose(self) -> ComposeResult:
        """The head, three panes, what just happened, the keys."""
        yield PlanHead(id="head")
        with Horizontal(id="panes"):
            yield Outline(self.session, id=OUTLINE)
            with Vertical(id="findings-pane"):
                yield FilterBar(id="filter")
                yield FindingList(self.session, id=FINDINGS)
            yield FindingDetail(self.session, id=DETAIL)
        yield StatusLine(id="status")
        yield KeysLine(id="keys")

    def on_mount(self) -> None:
        """Shows the plan as it is."""
        self._name_panes()
        self._show_pane_class()
        self.show_review()
        self.say(_("Lines of the plan are shown as they are, names too."))

    def _name_panes(self) -> None:
        self._outline.border_title = safe_line(label_of_table(""))
        self._detail.border_title = safe_line(pgettext("pane", "Detail"))

    def on_language_switched(self) -> None:
        """Says everything anew; cursors, words and what is folded stay as they are."""
        self._name_panes()
        self._filter.name_field()
        self.show_review()
        self.say("")
        self._look()

    # The parts

    @property
    def _outline(self) -> Outline:
        return self.query_one(f"#{OUTLINE}", Outline)

    @property
    def _list(self) -> FindingList:
        return self.query_one(f"#{FINDINGS}", FindingList)

    @property
    def _detail(self) -> FindingDetail:
        return self.query_one(f"#{DETAIL}", FindingDetail)

    @property
    def _filter(self) -> FilterBar:
        return self.query_one("#filter", FilterBar)

    @property
    def desk(self) -> Desk:
        """What the commands look at: the finding of the list, and the object of the pane that has the focus."""
        finding = self._list.finding
        path = finding.object_path if finding is not None else None
        path = self._outline.path if self._pane == OUTLINE else path
        # Of the finding at the cursor now: word that the cursor moved may still be on its way.
        choices = self._choices if finding is self._reached else tuple(finding.choices()) if finding is not None else ()
        return Desk(self.session, finding, choices, path)

    # What is shown

    def show_review(self, added: Path | None = None) -> None:
        """Shows the session's review; the cursors stay where they are, or near. added: an object for the outline to go to."""
        self.show_list()
        self._outline.show(added)
        self.query_one(PlanHead).show(self.session)

    def show_change(self, said: str, added: Path | None = None) -> None:
        """Shows the plan as it stands now, what was done, and where the cursor went.

        added: the object that the change added; where somebody works in the outline, the next keys are meant for it.
        """
        before = self._list.finding
        self.show_review(added if self._pane == OUTLINE else None)
        after = self._list.finding
        if before is not None and after is not None and before.key != after.key:
            following = f"{after.rule.code} {sentences.subject(self.session.file, after)}"
            said = _("{said} · next: {finding}").format(said=said, finding=following)
        self.say(said)

    def say(self, said: str) -> None:
        """Says what was done."""
        self.query_one(StatusLine).say(said)

    def warn(self, said: str) -> None:
        """Says why something wasn't done."""
        self.query_one(StatusLine).warn(said)

    def _look(self) -> None:
        """Shows the keys for what is at the cursor; first those that lead to the panes that aren't displayed."""
        first: list[str] = []
        if self.has_class("-narrow") or self.has_class("-low"):
            first = ["open-finding", "show-outline"] if self._pane == FINDINGS else ["go-back"]
        elif self.has_class("-medium"):
            first = ["go-back"] if self._pane == OUTLINE else ["show-outline"]
        self.query_one(KeysLine).look(self.desk, first)

    # Commands

    async def action_run_unless_typing(self, id: str) -> None:
        """Runs a command whose key comes before all others, but never before the words that are being typed."""
        self.skip_while_typing()
        await self.action_run(id)

    async def action_run(self, id: str, number: int | None = None) -> None:
        """Runs a command, or says why it can't be run now. Where a check runs, the keys wait for it in their order."""
        await self.checker.settled()
        command = commands.BY_ID[id]
        reason = command.reason(self.desk)
        if reason is not None:
            self.warn(reason)
            return
        if self.holds_back(command):
            return
        self.say("")
        await self.run_action(f"{command.action}({'' if number is None else number})")

    async def may_leave(self) -> bool:
        """Whether the plan may be left; what is just being checked belongs to it."""
        await self.checker.settled()
        return await super().may_leave()

    def action_skip_finding(self) -> None:
        """Leaves the finding aside, or takes it back."""
        finding = self._list.finding
        if finding is None:
            return
        back = finding.key in self.session.skipped
        if back:
            self.session.unskip(finding)
        else:
            self.session.skip(finding)
        self.show_change(_("Taken back.") if back else _("Left aside until the end of this session."))

    def action_skip_rule(self) -> None:
        """Leaves every finding of the rule aside, or takes them back."""
        finding = self._list.finding
        if finding is None:
            return
        code = finding.rule.code
        back = code in self.session.skipped_rules
        if back:
            self.session.unskip_rule(code)
        else:
            self.session.skip_rule(code)
        said = _("{rule}: taken back.") if back else _("{rule}: left aside until the end of this session.")
        self.show_change(said.format(rule=code))

    def action_next_finding(self) -> None:
        """Goes to the next open finding."""
        self._go_on(1)

    def action_previous_finding(self) -> None:
        """Goes to the open finding before this one."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        if not self._list.go_on(step):
            self.say(_("No finding is open."))

    def action_fold_groups(self) -> None:
        """Unfolds what is folded in the list, or folds it again."""
        self._list.toggle_all(self._groups)
        self.show_list()

    @work(group="asking")
    async def action_go_back(self) -> None:
        """Back to the list; from there shows all findings again; from there back to the plans of the folder."""
        if self._pane != FINDINGS:
            self._show_pane(FINDINGS)
        elif self.is_sifted:
            self.show_everything()
        elif is_on_folder(self.app) and await self.may_leave():
            self.leave()

    # Events

    def on_resize(self, _event: events.Resize) -> None:
        """Other panes are displayed at another size, and there is room for other words."""
        self.query_one(PlanHead).show(self.session)
        self.call_after_refresh(self._look)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follows the focus, also where the mouse put it."""
        around = {node.id for node in event.widget.ancestors_with_self}
        self._pane = next((pane for pane in PANES if pane in around), FINDINGS)
        self._show_pane_class()
        self._look()

    def on_finding_reached(self, event: FindingReached) -> None:
        """Shows the finding at the cursor."""
        self._reached = event.finding
        self._choices = tuple(event.finding.choices()) if event.finding is not None else ()
        self._detail.show(event.finding, self._choices, without_one(self._groups))
        self._look()

    def on_finding_opened(self, _event: FindingOpened) -> None:
        """Goes to the detail."""
        self._show_pane(DETAIL)

    def on_group_toggled(self, event: GroupToggled) -> None:
        """Folds or unfolds a group."""
        self._list.toggle(event.group)
        self.show_list()

    def on_related_chosen(self, event: RelatedChosen) -> None:
        """Goes to an open finding on an object that also is concerned, else to the object in the outline."""
        finding = self._first_on(event.path)
        if finding is not None and self._list.go_to(finding.key):
            self._show_pane(FINDINGS)
        else:
            self.go_to_object(event.path)

    def on_object_reached(self, _event: ObjectReached) -> None:
        """What can be done depends on the object."""
        self._look()

    def on_object_opened(self, event: ObjectOpened) -> None:
        """Goes to the first open finding on an object."""
        finding = self._first_on(event.path)
        if finding is not None and self._list.go_to(finding.key):
            self._show_pane(FINDINGS)
        else:
            self.say(_("No open finding here. e edits it."))

    def _first_on(self, path: tuple[str | int, ...]) -> Finding | None:
        return next((f for f in open_ones(self._groups) if f.object_path[: len(path)] == path), None)
