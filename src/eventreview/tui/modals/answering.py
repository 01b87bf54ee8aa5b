"""The shape of the two windows that record what an organisation said: an answer, and a waiver.

What would not hold is said while it is filled in, by the review of the plan as it would stand, and is never given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext, words
from eventreview.plan.edits import Edit
from eventreview.report import answering as said
from eventreview.report import sentences
from eventreview.review.answering import Asking
from eventreview.tui.form_checks import Problem
from eventreview.tui.form_options import Option
from eventreview.tui.form_rows import ABSENT, Row
from eventreview.tui.forms import form_of
from eventreview.tui.modals.form import LOW, UP_AND_DOWN, FormFields
from eventreview.tui.outlook import Filled, Outlook
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.widgets.fields.field import NARROW, FieldChanged, FieldWidget
from eventreview.tui.widgets.fields.make import field_of
from eventreview.tui.widgets.fields.tick import BoxTicked, TickBox
from eventreview.tui.widgets.fields.typed import TypedField

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from eventreview.review.finding import Finding

# Columns beside the fields: the frame of the window and the bar of the scrolled part.
AROUND = 6


@dataclass(frozen=True)
class Given:
    """What a window gives: the edits, and whether they take out what was said before."""

    by: str
    edits: tuple[Edit, ...]
    takes_back: bool = False


class AnsweringModal(ModalScreen[Given | None]):
    """Records what one organisation said; None when it is left.

    clock: today by the clock of the machine. Where the plan speaks from an earlier day of its own, that day can be moved.
    """

    CSS_PATH = ["form.tcss", "answering.tcss"]
    AUTO_FOCUS = ""
    BINDINGS = [
        # Never before what was typed: over a slow line a text and this key arrive together.
        Binding("ctrl+s", "apply", show=False),
        Binding("escape", "leave", show=False),
        *UP_AND_DOWN,
        Binding("pageup", "scroll_body(-1)", show=False, priority=True),
        Binding("pagedown", "scroll_body(1)", show=False, priority=True),
    ]
    # The keys that are filled in, and those without which nothing is written.
    KEYS: tuple[str, ...] = ()
    NEEDED: tuple[str, ...] = ()

    def __init__(self, asking: Asking, clock: datetime.date) -> None:
        super().__init__(classes="answering")
        self.asking = asking
        self.outlook = Outlook(asking, clock, self.NEEDED)
        self.attempted = False
        self.moves_day = False

    # What is shown

    def heading(self) -> str:
        """The title of the window."""
        raise NotImplementedError

    def above(self) -> Iterator[Content]:
        """What is said before the fields."""
        raise NotImplementedError

    def below(self) -> Iterator[Content]:
        """What is said after the fields."""
        raise NotImplementedError

    def options(self, key: str) -> tuple[Option, ...] | None:
        """What can be picked for a key; None: what the format has."""
        raise NotImplementedError

    def begun(self) -> dict[str, object]:
        """The values that the fields begin with, by key."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The title, what is asked, the fields, what it rests on; what would come of it, and the ways out."""
        with Vertical(id="answering-box"):
            yield Static(safe_line(self.heading()), id="answering-title")
            with FormFields(id="answering-body"):
                yield from map(paragraph, self.above())
                if self.asking.may:
                    for row in self._rows():
                        yield field_of(row, self.asking.plan.today)
                    classes = "-behind" if self.outlook.is_behind else "answering-text"
                    yield Static(self._dated(), id="answering-day", classes=classes)
                    if self.outlook.is_behind:
                        words_of_it = _("move the plan’s day (as_of) to {date} in the same step")
                        yield TickBox(words_of_it.format(date=words.date(self.outlook.clock)))
                yield from map(paragraph, self.below())
            yield Static(id="answering-status")
            with Horizontal(id="answering-foot"):
                yield Button(safe_line(pgettext("answer", "Take it back")), id="answering-back", compact=True)
                yield Button(safe_line(_("Apply ctrl+s")), id="answering-apply", compact=True)
                yield Button(safe_line(_("Leave esc")), id="answering-leave", compact=True)

    def _rows(self) -> Iterator[Row]:
        end = len(getattr(self.asking.plan, self.asking.TABLE))
        form = form_of(self.asking.session.file, (self.asking.TABLE,), self.begun(), end)
        rows = {row.key: row for row in form.rows}
        for key in self.KEYS:
            options = self.options(key)
            yield rows[key] if options is None else replace(rows[key], options=options)

    def _dated(self) -> Content:
        return safe(self.outlook.dated(Filled({}, self.moves_day)), "$quiet")

    def on_mount(self) -> None:
        """Shows what stands in the way, and begins at the first field that is still empty."""
        self.query_one("#answering-apply").display = bool(self.asking.may)
        self._check()
        fields = self.fields()
        if fields:
            self.call_after_refresh(next((f for f in fields if f.value is ABSENT), fields[0]).focus_input)
        else:
            self.query_one("#answering-leave").focus()

    def on_resize(self, event: events.Resize) -> None:
        """Where there is little room, labels stand above their fields; the field with the focus stays in sight."""
        self.set_class(event.size.width < NARROW + AROUND, "-narrow")
        self.set_class(event.size.height < LOW, "-low")
        self.call_after_refresh(self._reveal)

    def _reveal(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    # The fields

    def fields(self) -> list[FieldWidget]:
        """The fields in their order."""
        return list(self.query(FieldWidget))

    def field(self, key: str) -> FieldWidget:
        """The field of a key. Raises KeyError."""
        for each in self.fields():
            if each.row.key == key:
                return each
        raise KeyError(key)

    @property
    def filled(self) -> Filled:
        """What is filled in; a field with something else in it than a value holds nothing."""
        fields = self.fields()
        values = {each.row.key: None if each.value is ABSENT or each.error else each.value for each in fields}
        return Filled(values, self.moves_day)

    # Checking

    @on(FieldChanged)
    def look_again(self, event: FieldChanged) -> None:
        """Checks what was filled in."""
        event.stop()
        self._check()

    @on(BoxTicked)
    def move_day(self, event: BoxTicked) -> None:
        """Moves the plan's day, or leaves it."""
        event.stop()
        self.moves_day = event.ticked
        self.query_one("#answering-day", Static).update(self._dated())
        self._check()

    def _check(self) -> None:
        problems = self._problems()
        for field in self.fields():
            field.show_problem(problems.get(field.row.key))
        self.query_one("#answering-back").display = bool(self.asking.of(self.outlook.by(self.filled) or ""))
        self._say(*self._status(problems))

    def _problems(self) -> dict[str, Problem]:
        """What is to be said of the fields, by key."""
        filled = self.filled
        found: dict[str, Problem] = {}
        if self.attempted:
            found = {key: Problem(_("This is needed."), True) for key in self.outlook.missing(filled)}
        by = self.outlook.by(filled)
        if by is not None and by not in self.asking.may:
            return {**found, self.asking.BY: Problem(said.why_barred(self.asking, by), True)}
        flaw = self.outlook.flaw(filled)
        if flaw is None:
            return self.remarks(by, self.outlook.after(filled)) | found
        key = str(flaw.path[-1]) if flaw.path[-1] in self.KEYS else self.key_of_flaw()
        return {key: Problem(sentences.message(flaw), self.asking.blocks(flaw))} | found

    def key_of_flaw(self) -> str:
        """The field under which is said what is wrong with a key that isn't filled in here."""
        raise NotImplementedError

    def remarks(self, by: str | None, after: Sequence[Finding]) -> dict[str, Problem]:
        """What else is to be said, by key: it stands in nobody's way. after: the finding as it would be."""
        raise NotImplementedError

    def _status(self, problems: Mapping[str, Problem]) -> tuple[str, str]:
        """What would come of it, or how much is in the way; and its style."""
        if not self.asking.may:
            return "", ""
        filled = self.filled
        wrong = {each.row.key for each in self.fields() if each.error}
        wrong |= {key for key, problem in problems.items() if problem.blocks}
        if wrong:
            n = len(wrong)
            return ngettext("{n} field to mend", "{n} fields to mend", n).format(n=n), "$error"
        n = len(self.outlook.missing(filled))
        if n:
            return ngettext("{n} field is still needed", "{n} fields are still needed", n).format(n=n), "$quiet"
        preview = self.outlook.preview(filled)
        if isinstance(preview, str):
            return preview, "$error"
        return self.outlook.then(filled), "$quiet"

    def _say(self, text: str, style: str) -> None:
        self.query_one("#answering-status", Static).update(safe(text, style))

    # Ways out

    @on(Button.Pressed, "#answering-apply")
    def action_apply(self) -> None:
        """Gives the edits, unless something is missing or would not hold."""
        if not self.asking.may:
            return
        for field in self.query(TypedField):
            field.catch_up()
        self.attempted = True
        self._check()
        blocked = {key for key, problem in self._problems().items() if problem.blocks}
        wrong = next((each for each in self.fields() if each.error or each.row.key in blocked), None)
        if wrong is not None:
            wrong.focus_input()
            return
        filled = self.filled
        by, refusal = self.outlook.by(filled), self.outlook.refusal(filled)
        if by is None or refusal:
            self._say(refusal, "$error")
            return
        self.dismiss(Given(by, self.outlook.edits(filled)) if self.outlook.changes(filled) else None)

    @on(Button.Pressed, "#answering-back")
    def take_back(self) -> None:
        """Gives the edits that take out what the organisation has said."""
        by = self.outlook.by(self.filled)
        if by is not None:
            self.dismiss(Given(by, self.asking.taken_back(by), takes_back=True))

    @on(Button.Pressed, "#answering-leave")
    def action_leave(self) -> None:
        """Leaves; the plan stays as it was."""
        self.dismiss(None)

    # Moving

    @on(Input.Submitted)
    def go_to_next(self, event: Input.Submitted) -> None:
        """Enter in a field goes to the next."""
        event.stop()
        self.focus_next()

    def action_scroll_body(self, pages: int) -> None:
        """Scrolls what is said and filled in, by a page."""
        body = self.query_one("#answering-body", FormFields)
        body.scroll_relative(y=pages * max(body.size.height - 1, 1), animate=False)


def paragraph(content: Content) -> Static:
    """One part of what is said."""
    return Static(content, classes="answering-text")


def section(head: str, lines: Sequence[str]) -> Content:
    """A heading and its lines."""
    return Content.assemble(safe(head, "bold"), safe("\n"), safe("\n".join(lines)))
