"""A tag that is never shown: it can be written anew or taken away, not read."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.widgets.fields.tick import TickBox
from eventreview.tui.widgets.fields.typed import LineInput, TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


class SecretField(TypedField):
    """The opaque tag of a holder."""

    def make_input(self, shown: str) -> Widget:
        """An input that shows no letter."""
        hint = _("never shown; type to write it anew") if self.row.value is not ABSENT else _("never shown")
        return LineInput(shown, password=True, placeholder=hint)

    def boxes(self) -> ComposeResult:
        """A box to take the tag away, where there is one."""
        if self.row.value is not ABSENT:
            yield TickBox(_("take the tag out of the file"))

    def box_ticked(self, ticked: bool) -> None:
        """Takes the tag away, or leaves it."""
        self.input.display = not ticked
        if ticked:
            self.take(ABSENT)
        else:
            self.typed_or_kept()

    def typed(self, text: str) -> None:
        """Takes what is typed; emptied again, the tag stays as it is in the file."""
        super().typed(text)
        if not text.strip():
            self.typed_or_kept()

    def catch_up(self) -> None:
        """Takes what stands in the input; what a box took away stays away."""
        if self.input.display:
            super().catch_up()

    def typed_or_kept(self) -> None:
        """Goes back to what was typed, else to what the file has."""
        if self._shown.strip():
            shown, self._shown = self._shown, ""
            super().typed(shown)
        else:
            self.take(self.row.value)
