"""Looking something up beside the review: the catalogue of rules and the text of the file; and coming back to a finding."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.tui.acts.sifting import Sifting
from eventreview.tui.desk import FINDINGS, OUTLINE, Desk
from eventreview.tui.grouping import FOLDED, group_of
from eventreview.tui.widgets.finding_list import FindingList
from eventreview.tui.widgets.outline import Outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding


class Looking(Sifting):
    """The commands that show something else than the review, and the ways back from there."""

    async def action_run(self, id: str, number: int | None = None) -> None:
        """Runs a command, or says why it can't be run now. For the screen to fill in."""

    def action_show_rules(self) -> None:
        """Shows the catalogue, at the rule of the finding at the cursor."""
        finding = self.desk.finding
        self.show_rule(finding.rule.code if finding is not None else None)

    def show_rule(self, code: str | None) -> None:
        """Shows the catalogue at a rule; None: from its beginning."""
        from eventreview.tui.screens.rules import RulesScreen

        self.app.push_screen(RulesScreen(self.session, code), self.go_to_finding)

    def action_show_source(self) -> None:
        """Shows the text of the file, at the finding or the object at the cursor."""
        from eventreview.tui.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self.session, line_of(self.desk)), self.go_to_finding)

    def go_to_finding(self, finding: Finding | None) -> None:
        """Puts the cursor of the list on a finding, also where it is folded or sifted away; None: stays."""
        if finding is None:
            return
        shown = self.query_one(FindingList)
        there = shown.go_to(finding.key)
        if not there:
            self.show_everything()
            there = shown.go_to(finding.key)
        group = group_of(self.session, finding)
        if not there and group in FOLDED:
            shown.toggle(group)
            self.show_list()
            there = shown.go_to(finding.key)
        self.say("" if there else _("The list doesn’t show this finding."))
        self.go_to_pane(FINDINGS)

    def go_to_object(self, path: Path) -> None:
        """Puts the cursor of the outline on an object."""
        self.query_one(Outline).go_to(path)
        self.go_to_pane(OUTLINE)


def line_of(desk: Desk) -> int:
    """The line, from 1, of what is at the cursor: of the finding, else of the object; the first one for nothing."""
    finding = desk.finding
    if finding is not None and finding.line is not None and desk.path == finding.object_path:
        return finding.line
    where = desk.session.file.positions.where(desk.path) if desk.path is not None else None
    return where[0] if where is not None else 1
