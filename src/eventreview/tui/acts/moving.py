"""Moving between the panes: which one is in use, and on a small screen the only one that is displayed."""

from __future__ import annotations

from eventreview.tui.desk import DETAIL, FINDINGS, OUTLINE, PANES
from eventreview.tui.screens.plan_screen import PlanScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.widget import Widget

    from eventreview.review.session import Session


class Moving(PlanScreen):
    """The commands that lead from pane to pane."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._pane = FINDINGS

    def action_next_pane(self) -> None:
        """Goes to the pane at the right."""
        self._show_pane(PANES[(PANES.index(self._pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Goes to the pane at the left."""
        self._show_pane(PANES[PANES.index(self._pane) - 1])

    def action_show_outline(self) -> None:
        """Goes to the outline."""
        self._show_pane(OUTLINE)

    def action_show_findings(self) -> None:
        """Goes to the list."""
        self._show_pane(FINDINGS)

    def action_show_detail(self) -> None:
        """Goes to the detail."""
        self._show_pane(DETAIL)

    def go_to_pane(self, pane: str) -> None:
        """Shows a pane and gives it the focus."""
        self._show_pane(pane)

    def enter_pane(self, pane: str, widget: Widget) -> None:
        """Shows a pane with the focus in a part of it, at once, so that no key goes elsewhere."""
        self._pane = pane
        self._show_pane_class()
        self.set_focus(widget)

    def _show_pane(self, pane: str) -> None:
        self._pane = pane
        self._show_pane_class()
        # A pane that isn't displayed can't take the focus; the classes take effect with the next refresh.
        self.call_after_refresh(self.query_one(f"#{pane}").focus)

    def _show_pane_class(self) -> None:
        for pane in PANES:
            self.set_class(pane == self._pane, f"-at-{pane}")
