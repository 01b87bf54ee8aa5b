"""One word or object out of a list, and several of them; the list opens over the form, with a search."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content

from eventreview.plan import vocabulary as v
from eventreview.tui.form_options import Option, label_of_empty, label_of_withheld
from eventreview.tui.form_rows import ABSENT, Kind, Missing
from eventreview.tui.modals.pick import PickModal
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.choice import ChoiceField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual import events

# In the list to pick from: what stands for no value, for an empty list, and for what is kept out of the file.
NOT_STATED, EMPTY, WITHHELD = "\0absent", "\0empty", v.WITHHELD


class PickField(ChoiceField):
    """Shows what is picked on one line; enter opens the list."""

    BINDINGS = [
        Binding("enter,space", "open_list", show=False),
    ]

    @property
    def is_many(self) -> bool:
        """Whether several may be picked."""
        return self.row.kind is Kind.MANY

    def chosen(self) -> Content:
        """What is picked, and a sign that there is a list."""
        quiet = self.value is ABSENT
        words = safe_line(self.label_of(self.value), style="$quiet" if quiet else "")
        return Content.assemble(words, safe_line(" ▾", style="$accent"))

    def on_click(self, event: events.Click) -> None:
        """Opens the list."""
        event.stop()
        self.action_open_list()

    def action_open_list(self) -> None:
        """Opens the list to pick from."""
        modal = PickModal(
            self.row.label,
            self._options(),
            self._picked(),
            alone=(NOT_STATED, EMPTY, WITHHELD),
            many=self.is_many,
            own_population=self.row.field.kind == "population",
        )
        self.app.push_screen(modal, self._take_picked)

    def _options(self) -> tuple[Option, ...]:
        field = self.row.field
        first = [Option(NOT_STATED, self.label_of(ABSENT))]
        if self.is_many and (field.kind in ("population", "reference") or self.row.value == []):
            first.append(Option(EMPTY, label_of_empty()))
        if field.withheld:
            first.append(Option(WITHHELD, label_of_withheld()))
        here = self.value if isinstance(self.value, list) else [self.value] if isinstance(self.value, str) else []
        known = {option.value for option in self.row.options} | {WITHHELD}
        added = [Option(each, each) for each in here if isinstance(each, str) and each not in known]
        return (*first, *self.row.options, *added)

    def _picked(self) -> tuple[str, ...]:
        if isinstance(self.value, Missing):
            return (NOT_STATED,) if self.value is ABSENT else ()
        if isinstance(self.value, list):
            return tuple(map(str, self.value)) or (EMPTY,)
        return (str(self.value),)

    def _take_picked(self, picked: tuple[str, ...] | None) -> None:
        if picked is None or picked == self._picked():
            return
        if picked in ((NOT_STATED,), ()):
            self.choose(ABSENT)
        elif picked == (EMPTY,):
            self.choose([])
        elif self.is_many and picked != (WITHHELD,):
            self.choose(list(picked))
        else:
            self.choose(picked[0])
