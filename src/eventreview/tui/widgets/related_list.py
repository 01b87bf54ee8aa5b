"""The objects that belong to the story of a finding, each a way to go there."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.review.session import Session
from eventreview.tui.messages import RelatedChosen
from eventreview.tui.safetext import safe_line
from eventreview.tui.theme import QUIET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.content import Content

    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding


class RelatedList(OptionList):
    """One line an object, with its line in the file. Enter or a click goes there; above the first is the detail again."""

    DEFAULT_CSS = """
    RelatedList {
        height: auto;
        border: none;
        padding: 0;
        background: $background;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        &:focus {
            border: none;
            background-tint: transparent;
        }
        & > .option-list--option {
            padding: 0;
        }
        & > .option-list--option-highlighted {
            background: $background;
            color: $foreground;
            text-style: none;
        }
        &:focus > .option-list--option-highlighted {
            background: $accent 30%;
            color: $foreground;
        }
    }
    """
    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k,up", "up_or_out", show=False),
        Binding("left", "screen.run('previous-pane')", show=False),
        Binding("right", "screen.run('next-pane')", show=False),
    ]

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, markup=False)
        self._session = session
        self._paths: list[Path] = []

    def show(self, finding: Finding | None) -> bool:
        """Shows what belongs to a finding; gives whether there is anything."""
        found: dict[Path, None] = dict.fromkeys(each.path for each in finding.related) if finding is not None else {}
        self._paths = list(found)
        self.set_options([Option(self._line_content(path)) for path in self._paths])
        self.highlighted = 0 if found else None
        return bool(found)

    def _line_content(self, path: Path) -> Content:
        where = self._session.file.positions.where(path)
        line = pgettext("related", "line {n}").format(n=where[0]) if where is not None else ""
        subject = safe_line(sentences.subject_at(self._session.file, path))
        return subject + safe_line(f"  {line}", style=QUIET)

    def action_up_or_out(self) -> None:
        """Goes to the line above; from the first one to the detail."""
        if self.highlighted:
            self.action_cursor_up()
        elif self.parent is not None and hasattr(self.parent, "focus"):
            self.parent.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tells where to go."""
        event.stop()
        self.post_message(RelatedChosen(self._paths[event.option_index]))
