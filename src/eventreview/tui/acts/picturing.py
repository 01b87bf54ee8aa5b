"""The pictures of a plan: the timeline, and the bars of the outline in words."""

from __future__ import annotations

from eventreview.tui.acts.looking import Looking

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.tui.messages import PictureReached
    from eventreview.tui.screens.timeline import Reached


class Picturing(Looking):
    """The commands that draw the plan."""

    def action_show_timeline(self) -> None:
        """Shows what came before what."""
        from eventreview.tui.screens.timeline import TimelineScreen

        self.app.push_screen(TimelineScreen(self.session), self.go_to_row)

    def go_to_row(self, reached: Reached | None) -> None:
        """Goes to the finding of a row, or to its object; None: stays."""
        if reached is None:
            return
        if reached.finding is not None:
            self.go_to_finding(reached.finding)
        else:
            self.go_to_object(reached.path)

    def on_picture_reached(self, event: PictureReached) -> None:
        """Says a bar of the outline in words."""
        event.stop()
        self.say(event.sentence)
