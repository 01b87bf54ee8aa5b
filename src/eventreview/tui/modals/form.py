"""The form of an object: one field for each key of the format, checked while it is filled in."""

from __future__ import annotations

import datetime

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.plan.edit import Refused, sentence
from eventreview.plan.edits import Edit
from eventreview.tui.form_checks import Problem, problems
from eventreview.tui.form_help import help_of_row
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.forms import edits_of, form_of, home_of, with_references
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.fields.field import NARROW, FieldChanged, FieldWidget
from eventreview.tui.widgets.fields.make import field_of
from eventreview.tui.widgets.fields.typed import TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.app import ComposeResult

    from eventreview.plan.fields import Path
    from eventreview.review.session import Session

PAGE = 6
# Lines of a screen below which the form takes all of them.
LOW = 30


UP_AND_DOWN = (
    Binding("up", "app.focus_previous", show=False),
    Binding("down", "app.focus_next", show=False),
)


class FormFields(VerticalScroll, can_focus=False):
    """The fields: up and down go from one to the next, and what has the focus is scrolled into view."""

    BINDINGS = [*UP_AND_DOWN]


class FormModal(ModalScreen[tuple[Edit, ...] | None]):
    """Gives the edits that the form comes to, for keys that were changed alone; None when it was left or says the same.

    path: of the object, or with `insert_index` of the array of tables that a new entry goes into. focus_key: where to
    begin, such as `chosen_on` or `consent.on`. initial: values to begin with, by key; None empties the key.
    """

    CSS_PATH = "form.tcss"
    BINDINGS = [
        # Never before what was typed: over a slow line a text and this key arrive together.
        Binding("ctrl+s", "apply", show=False),
        Binding("escape", "leave", show=False),
        *UP_AND_DOWN,
        Binding("pageup", f"go_on(-{PAGE})", show=False, priority=True),
        Binding("pagedown", f"go_on({PAGE})", show=False, priority=True),
    ]

    def __init__(
        self,
        session: Session,
        path: Path,
        *,
        focus_key: str | None = None,
        initial: dict[str, object] | None = None,
        insert_index: int | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        if insert_index is None:
            path, focus_key = home_of(path, focus_key)
        self.form = form_of(session.file, path, initial, insert_index)
        self.focus_key = focus_key
        self.attempted = False
        self.found: dict[Path, Problem] = {}
        self.refused: dict[Path, object] | None = None
        self.left: dict[Path, object] | None = None

    def compose(self) -> ComposeResult:
        """The title, the fields under the headings of their tables, what stands in the way, and the two ways out."""
        with Vertical(id="form-box"):
            yield Static(safe_line(self.form.title), id="form-title")
            with FormFields(id="form-fields"):
                yield from self._fields()
            yield Static(id="form-help")
            with Horizontal(id="form-foot"):
                yield Static(id="form-status")
                yield Button(safe_line(_("Apply ctrl+s")), id="form-apply", compact=True)
                yield Button(safe_line(_("Leave esc")), id="form-leave", compact=True)

    def _fields(self) -> ComposeResult:
        plan = self.session.file.plan
        today = plan.today if plan is not None else datetime.date.today()
        heading = ""
        for row in self.form.rows:
            if row.heading != heading:
                heading = row.heading
                if heading:
                    yield Static(safe_line(heading), classes="form-heading")
            yield field_of(row, today)
        if self.form.kept:
            note = _("There are keys here that the format doesn't know; they stay as they are.")
            yield Static(safe_line(note, style="$quiet"), classes="form-kept")

    def on_mount(self) -> None:
        """Says what is wrong already, and goes to the key that was asked for."""
        self._check()
        fields = self.fields()
        wanted = next((each for each in fields if self.key_of(each) == self.focus_key), None)
        table = next((each for each in fields if self.key_of(each).startswith(f"{self.focus_key}.")), None)
        first = next((each for each in fields if not each.is_locked), None)
        found = wanted or table or first
        if found is not None:
            self.call_after_refresh(found.focus_input)

    def fields(self) -> list[FieldWidget]:
        """The fields in the order of the form."""
        return list(self.query(FieldWidget))

    def field(self, name: str) -> FieldWidget:
        """The field of a key, such as `chosen_on` or `consent.on`. Raises KeyError."""
        for each in self.fields():
            if self.key_of(each) == name:
                return each
        raise KeyError(name)

    def key_of(self, field: FieldWidget) -> str:
        """The key of a field as seen from the object: `chosen_on`, `consent.on`."""
        return ".".join(str(step) for step in field.row.path[len(self.form.path) :])

    def values(self) -> dict[Path, object]:
        """What the changed fields hold; a field with something else in it than a value isn't among them."""
        return {each.row.path: each.value for each in self.fields() if each.touched and not each.error}

    # Checking

    def on_resize(self, event: events.Resize) -> None:
        """Where there is little room, labels stand above their fields; the field with the focus stays in sight."""
        self.set_class(event.size.width < NARROW + 6, "-narrow")
        self.set_class(event.size.height < LOW, "-low")
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    @on(FieldChanged)
    def look_again(self, event: FieldChanged) -> None:
        """Checks what was filled in; what was refused just now stays said until something else is filled in."""
        event.stop()
        if self.values() not in (self.refused, self.left):
            self._check()

    def _check(self) -> None:
        """Asks the plan's reader what it would say, and shows it where it belongs."""
        values = self.values()
        self.found = problems(self.session.file, self.form, values, self.session.today)
        for field in self.fields():
            problem = self.found.get(field.row.path)
            waits = self.form.is_new and not self.attempted and field.value is ABSENT and not field.touched
            field.show_problem(None if waits else problem)
        self._say(self._status())

    def _status(self) -> str:
        in_the_way = list(self._in_the_way())
        wrong = len(in_the_way)
        if wrong and not self.attempted and not any(field.touched or field.error for field in in_the_way):
            return ngettext("{n} field is still needed", "{n} fields are still needed", wrong).format(n=wrong)
        if wrong:
            return ngettext("{n} field to mend", "{n} fields to mend", wrong).format(n=wrong)
        if self.form.is_new:
            return pgettext("form", "esc leaves without adding it")
        changes = len(edits_of(self.form, self.values()))
        if not changes:
            return pgettext("form", "tab: next field")
        return ngettext("{n} change not applied", "{n} changes not applied", changes).format(n=changes)

    def _in_the_way(self) -> Iterator[FieldWidget]:
        """The fields that have to be mended first."""
        for field in self.fields():
            problem = self.found.get(field.row.path)
            if field.error or (problem is not None and problem.blocks):
                yield field

    def _say(self, text: str, style: str = "$quiet") -> None:
        self.query_one("#form-status", Static).update(safe_line(text, style=style))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Says what the key of the field means."""
        field = next((each for each in event.widget.ancestors_with_self if isinstance(each, FieldWidget)), None)
        said = help_of_row(field.row) if field is not None else ""
        self.query_one("#form-help", Static).update(safe(said, style="$quiet"))

    # Ways out

    @on(Button.Pressed, "#form-apply")
    def action_apply(self) -> None:
        """Gives the edits, unless something is to be mended first or the change can't be made safely."""
        for field in self.query(TypedField):
            field.catch_up()
        self.attempted = True
        self._check()
        wrong = next(self._in_the_way(), None)
        if wrong is not None:
            wrong.focus_input()
            self._say(self._status(), style="$error")
            return
        edits = edits_of(self.form, self.values())
        if not edits:
            self.dismiss(None)
            return
        edits = with_references(self.session.file, self.form, edits)
        try:
            self.session.preview(edits)
        except Refused as refusal:
            self.refused = self.values()
            self._say(sentence(refusal), style="$error")
            return
        self.dismiss(edits)

    @on(Button.Pressed, "#form-leave")
    def action_leave(self) -> None:
        """Leaves; the plan stays as it was. Where something was filled in, it says first what would be lost."""
        for field in self.query(TypedField):
            field.catch_up()
        filled_in = sum(field.touched and field.value is not field.row.start for field in self.fields())
        if filled_in and self.values() != self.left:
            self.left = self.values()
            said = ngettext(
                "{n} field was filled in: esc again leaves without it.",
                "{n} fields were filled in: esc again leaves without them.",
                filled_in,
            )
            self._say(said.format(n=filled_in), style="$warning")
            return
        self.dismiss(None)

    # Moving

    @on(Input.Submitted)
    def go_to_next(self, event: Input.Submitted) -> None:
        """Enter in a field goes to the next."""
        event.stop()
        self.focus_next()

    def action_go_on(self, by: int) -> None:
        """Some fields on or back."""
        fields = [each for each in self.fields() if not each.is_locked]
        at = next((index for index, each in enumerate(fields) if each.has_focus_within), 0)
        if fields:
            fields[min(max(at + by, 0), len(fields) - 1)].focus_input()
