"""A text over several lines, and a list of texts, one a line."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import TextArea

from eventreview.language import pgettext
from eventreview.tui.form_rows import Kind
from eventreview.tui.widgets.fields.typed import ONE_SIGN, TypedField
from eventreview.tui.widgets.in_order import InOrder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.widget import Widget


class LinesInput(InOrder, TextArea):
    """Several lines to type in, without a frame."""

    OWN_KEYS = ("enter",)

    def __init__(self, text: str, *, placeholder: str = "") -> None:
        super().__init__(text, soft_wrap=True, compact=True, highlight_cursor_line=False, placeholder=placeholder)
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """The line with marks for what can't be seen."""
        return Text(self.document.get_line(line_index).translate(ONE_SIGN), end="", no_wrap=True)


class LinesField(TypedField):
    """Several lines of text, or several texts."""

    def make_input(self, shown: str) -> Widget:
        """The input; one for several texts shows how they are written."""
        how = pgettext("form", "one a line") if self.row.kind is Kind.LIST_OF_LINES else ""
        return LinesInput(shown, placeholder=self.hint(how))

    @property
    def input(self) -> Widget:
        """The input."""
        return self.query_one(LinesInput)

    def catch_up(self) -> None:
        """Takes what stands in the input now."""
        self.typed(self.query_one(LinesInput).text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Reads along with whoever types."""
        event.stop()
        self.typed(event.text_area.text)
