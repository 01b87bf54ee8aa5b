"""A field in which something is chosen: drawn as one widget, since a form has many of them."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content

from eventreview.plan import vocabulary as v
from eventreview.tui.form_options import label_of_absent, label_of_empty, label_of_withheld
from eventreview.tui.form_rows import ABSENT, Missing
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.fields.field import LABEL_WIDTH, NARROW, FieldWidget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.geometry import Size

    from eventreview.tui.form_rows import Row


class ChoiceField(FieldWidget, can_focus=True):
    """A field that is filled in by choosing."""

    BINDINGS = [
        Binding("backspace,delete", "empty", show=False),
    ]

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self.add_class("-choice")

    def chosen(self) -> Content:
        """What is chosen, as it is shown."""
        raise NotImplementedError

    def chosen_lines(self, room: int) -> list[Content]:
        """What is chosen, in lines of so many cells."""
        return self.chosen().wrap(room)

    def choose(self, value: object) -> None:
        """Takes what was chosen."""
        self.take(value)
        self.show_notes()

    def action_empty(self) -> None:
        """Not stated."""
        self.choose(ABSENT)

    def label_of(self, value: object) -> str:
        """The words for a value of this row."""
        if isinstance(value, Missing):
            return label_of_absent(self.row.field, self.row.table) if value is ABSENT else self.row.raw
        if self.row.field.withheld and value == v.WITHHELD:
            return label_of_withheld()
        if value == []:
            return label_of_empty()
        if isinstance(value, list):
            return ", ".join(self.label_of(item) for item in value)
        return next((option.label for option in self.row.options if option.value == value), str(value))

    def show_notes(self) -> None:
        """Draws the field anew, its height too."""
        self.refresh(layout=True)

    def render(self) -> Content:
        """Label and choice beside each other, or where there is little room one above the other; then the notes."""
        return safe("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        return len(self._lines(width)) if width else 0

    def _lines(self, width: int) -> list[Content]:
        narrow = width < NARROW
        indent = 2 if narrow else LABEL_WIDTH
        room = max(width - indent, 1)
        labels = self.label().wrap(width if narrow else LABEL_WIDTH - 2)
        values = [*self.chosen_lines(room), *(line for note in self.notes() for line in note.wrap(room))]
        if narrow:
            return [*labels, *(line.pad_left(indent) for line in values)]
        blank = safe_line("")
        lines: list[Content] = []
        for index in range(max(len(labels), len(values))):
            left = labels[index] if index < len(labels) else blank
            right = values[index] if index < len(values) else blank
            lines.append(left.rstrip().pad_right(max(indent - left.rstrip().cell_length, 0)) + right)
        return lines
