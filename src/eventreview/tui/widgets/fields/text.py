"""A text on one line, and a list of short codes between commas."""

from __future__ import annotations

from eventreview.language import pgettext
from eventreview.tui.form_rows import Kind
from eventreview.tui.widgets.fields.typed import LineInput, TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.widget import Widget


class TextField(TypedField):
    """One line of text."""

    def make_input(self, shown: str) -> Widget:
        """The input; one for several codes shows how they are written."""
        how = pgettext("form", "between commas") if self.row.kind is Kind.LIST else ""
        return LineInput(shown, placeholder=self.hint(how))
