"""A choice among a few, all of them in sight; left and right go from one to the next."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.style import Style

from eventreview.plan import vocabulary as v
from eventreview.tui.form_rows import ABSENT, UNREADABLE, Row
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.choice import ChoiceField

GAP = 3
MOST = 3


class InlineField(ChoiceField):
    """Not stated, or one of a few words."""

    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("enter", "app.focus_next", show=False),
    ]

    @property
    def choices(self) -> list[object]:
        """What there is to choose."""
        return [ABSENT, *self.words(), *([v.WITHHELD] if self.row.field.withheld else [])]

    def words(self) -> list[object]:
        """The values themselves."""
        return [option.value for option in self.row.options]

    def chosen(self) -> Content:
        """Every choice on one line."""
        return safe_line(" " * GAP).join(self._signed())

    def chosen_lines(self, room: int) -> list[Content]:
        """As many choices on a line as there is room for."""
        lines: list[Content] = []
        for choice in self._signed():
            if lines and lines[-1].cell_length + GAP + choice.cell_length <= room:
                lines[-1] += safe_line(" " * GAP) + choice
            else:
                lines += choice.wrap(room)
        return lines

    def _signed(self) -> list[Content]:
        """Every choice, the one that holds with a filled sign."""
        parts: list[Content] = []
        for index, choice in enumerate(self.choices):
            holds = self._holds(choice)
            text = safe_line(f"{'●' if holds else '○'} {self.label_of(choice)}", style="bold" if holds else "$quiet")
            parts.append(text.stylize(Style.from_meta({"@click": f"pick({index})"})))
        return parts

    def _holds(self, choice: object) -> bool:
        return choice is self.value or (isinstance(choice, str) and choice == self.value)

    def action_pick(self, index: int) -> None:
        """Chooses one."""
        self.choose(self.choices[index])

    def action_step(self, by: int) -> None:
        """Goes to the next choice or the one before, round and round."""
        choices = self.choices
        at = next((index for index, choice in enumerate(choices) if self._holds(choice)), None)
        self.choose(ABSENT if at is None or self.value is UNREADABLE else choices[(at + by) % len(choices)])


def are_few(row: Row) -> bool:
    """Whether all words of a row may stand in sight."""
    return row.field.kind == "word" and len(row.options) <= MOST and all(option.known for option in row.options)
