"""Yes, no, or not stated, and where the key allows it known but kept out of the file."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.style import Style

from eventreview.language.labels import label_of_value
from eventreview.plan import vocabulary as v
from eventreview.tui.form_rows import ABSENT, UNREADABLE
from eventreview.tui.safetext import safe_line
from eventreview.tui.widgets.fields.choice import ChoiceField


class TruthField(ChoiceField):
    """All its choices are in sight; left and right go from one to the next."""

    BINDINGS = [
        Binding("left", "step(-1)", show=False),
        Binding("right,space", "step(1)", show=False),
        Binding("y,o", "pick(1)", show=False),
        Binding("n", "pick(2)", show=False),
    ]

    @property
    def choices(self) -> list[object]:
        """What there is to choose."""
        return [ABSENT, True, False, *([v.WITHHELD] if self.row.field.withheld else [])]

    def label_of(self, value: object) -> str:
        """The words for yes and no."""
        if isinstance(value, bool):
            return label_of_value("", "true" if value else "false")
        return super().label_of(value)

    def chosen(self) -> Content:
        """Every choice, the one that holds with a filled sign."""
        parts: list[Content] = []
        for index, choice in enumerate(self.choices):
            holds = choice is self.value or (choice == v.WITHHELD and self.value == v.WITHHELD)
            text = safe_line(f"{'●' if holds else '○'} {self.label_of(choice)}", style="bold" if holds else "$quiet")
            if not self.is_locked:
                text = text.stylize(Style.from_meta({"@click": f"pick({index})"}))
            parts.append(text)
        return safe_line("   ").join(parts)

    def action_pick(self, index: int) -> None:
        """Chooses one."""
        self.choose(self.choices[index])

    def action_step(self, by: int) -> None:
        """Goes to the next choice or the one before, round and round."""
        if self.value is UNREADABLE:
            self.choose(ABSENT)
            return
        choices = self.choices
        at = next(index for index, choice in enumerate(choices) if choice is self.value or choice == self.value)
        self.choose(choices[(at + by) % len(choices)])
