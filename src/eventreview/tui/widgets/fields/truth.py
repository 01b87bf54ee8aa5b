"""Yes, no, or not stated, and where the key allows it known but kept out of the file."""

from __future__ import annotations

from textual.binding import Binding

from eventreview.language.labels import label_of_value
from eventreview.tui.widgets.fields.inline import InlineField


class TruthField(InlineField):
    """Yes and no; their first letters choose them, in either language."""

    BINDINGS = [
        Binding("y,o", "pick(1)", show=False),
        Binding("n", "pick(2)", show=False),
    ]

    def words(self) -> list[object]:
        """Yes and no."""
        return [True, False]

    def label_of(self, value: object) -> str:
        """The words for yes and no."""
        if isinstance(value, bool):
            return label_of_value("", "true" if value else "false")
        return super().label_of(value)
