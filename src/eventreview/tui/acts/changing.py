"""Changing the plan: a choice, a form, an entry more or less, behind a diff; and taking changes back."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.report import sentences
from eventreview.tui.checker import Checker
from eventreview.tui.screens.plan_screen import PlanScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from eventreview.plan.edit import Refused
    from eventreview.plan.edits import Edit
    from eventreview.review.session import Change, Preview, Session
    from eventreview.rules.rule import Choice
    from eventreview.tui.changing import Form
    from eventreview.tui.desk import Desk

TEMPLATE = "template"


class Changing(PlanScreen):
    """The commands that change the plan. Every change goes through the session, and is checked beside the screen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.checker = Checker(self)
        self._seen: tuple[Sequence[Edit], Preview] | None = None

    @work(group="asking")
    async def action_apply_choice(self) -> None:
        """Shows the change of the first choice of the finding at the cursor that nobody left or that wasn't refused."""
        desk = self.desk
        declined = [
            desk.finding is not None and self.session.is_declined(desk.finding, choice) for choice in desk.choices
        ]
        await self._show_choice(desk, declined.index(False) + 1 if False in declined else 1)

    @work(group="asking")
    async def action_show_choice(self, number: int) -> None:
        """Shows the change of a choice of the finding at the cursor."""
        await self._show_choice(self.desk, number)

    async def _show_choice(self, desk: Desk, number: int) -> None:
        from eventreview.tui.changing import form_of_choice
        from eventreview.tui.modals.choice import APPLY, EDIT

        if desk.finding is None or number > len(desk.choices):
            self.warn(_("There is no choice {number} here.").format(number=number))
            return
        choice = desk.choices[number - 1]
        title = sentences.choice_title(desk.finding.rule, choice)
        form = form_of_choice(self.session.file, choice.edits)
        if choice.kind == TEMPLATE and form is not None:
            await self._fill_in(form, title)
            return
        answer = await self._ask_about(choice.edits, _head_of(desk, choice), can_edit=form is not None)
        if answer == APPLY:
            await self._apply(choice.edits, title)
        elif answer == EDIT and form is not None:
            await self._fill_in(form, title)
        else:
            self.session.decline(desk.finding, choice)

    @work(group="asking")
    async def action_edit_object(self) -> None:
        """Opens the form of the object at the cursor, at the key that the finding is about."""
        from eventreview.tui.changing import Form, form_of

        desk = self.desk
        if desk.path is None:
            return
        form = Form(desk.path)
        if desk.finding is not None and desk.path == desk.finding.object_path:
            form = form_of(desk.finding)
        await self._fill_in(form, _("edit {subject}").format(subject=self._subject(form)))

    @work(group="asking")
    async def action_remove_object(self) -> None:
        """Shows what removing the object at the cursor changes, and removes it."""
        from eventreview.tui.changing import removal
        from eventreview.tui.modals.choice import APPLY

        path = self.desk.path
        edit = removal(self.session.file, path) if path is not None else None
        if edit is None:
            return
        title = _("remove {subject}").format(subject=sentences.subject_at(self.session.file, edit.path))
        if await self._ask_about((edit,), title) == APPLY:
            await self._apply((edit,), title)

    def _subject(self, form: Form) -> str:
        return sentences.subject_at(self.session.file, form.path)

    async def _fill_in(self, form: Form, title: str) -> None:
        # Its many fields would take their time of the first paint.
        from eventreview.tui.modals.form import FormModal

        try:
            modal = FormModal(
                self.session,
                form.path,
                focus_key=form.focus_key,
                initial=form.initial,
                insert_index=form.insert_index,
            )
        except KeyError:
            self.warn(_("The format has no such table, so there is no form for it: change it in an editor."))
            return
        edits = await self.app.push_screen_wait(modal)
        if edits:
            await self._apply(edits, title)

    async def _ask_about(self, edits: Sequence[Edit], title: str, can_edit: bool = False) -> str:
        """Shows what some edits would change; gives the answer, "" also where they can't be made."""
        from eventreview.tui.modals.choice import ChoiceModal

        preview = await self._previewed(edits)
        if preview is None:
            return ""
        self._seen = (edits, preview)
        return await self.app.push_screen_wait(ChoiceModal(self.session, title, preview, can_edit=can_edit))

    async def _apply(self, edits: Sequence[Edit], title: str) -> None:
        # What was just shown as a change needs no second check, unless the plan has changed since.
        seen, self._seen = self._seen, None
        if seen is not None and seen[0] is edits and seen[1].before is self.session.review:
            self._take(edits, title, seen[1])
        else:
            await self._previewed(edits, title)

    async def _previewed(self, edits: Sequence[Edit], title: str | None = None) -> Preview | None:
        """What some edits do, taken over under `title` if there is one; says why and gives None where they can't be made."""
        from eventreview.plan.edit import Refused

        async with self.checker.alone():
            try:
                preview = await self.checker.check(lambda: self.session.preview(edits))
            except Refused as error:
                why = refusal(error)
            else:
                if title is not None:
                    self._take(edits, title, preview)
                return preview
        # Commands wait for a check, and a window for keys: it opens only after the check.
        await self.explain(_("This change can’t be made"), why)
        return None

    def _take(self, edits: Sequence[Edit], title: str, preview: Preview) -> None:
        from eventreview.plan.edits import Insert

        change = self.session.take_text(preview.text, title, preview)
        added = next(((*edit.path, edit.index) for edit in edits if isinstance(edit, Insert)), None)
        self.show_change(_("Applied. {counts} · u undoes").format(counts=counts_of(change)), added)

    async def action_undo_edit(self) -> None:
        """Takes the last change back."""
        said = _("Undone: {title}. {counts} · ctrl+y redoes")
        await self._step(lambda: self.session.text_undone, self.session.undo, said)

    async def action_redo_edit(self) -> None:
        """Makes the change again that was taken back last."""
        said = _("Done again: {title}. {counts} · u undoes")
        await self._step(lambda: self.session.text_redone, self.session.redo, said)

    async def _step(self, text: Callable[[], str], step: Callable[[Preview], Change | None], said: str) -> None:
        """Goes a step through the history. It is waited for, so that the keys after it find the plan as it is then."""
        async with self.checker.alone():
            change = step(await self.checker.check(lambda: self.session.preview_text(text())))
            if change is not None:
                self.show_change(said.format(title=change.title, counts=counts_of(change)))


def refusal(error: Refused) -> str:
    """Why an edit wasn't made, with the line to look at."""
    from eventreview.plan.edit import sentence as why_refused

    why = why_refused(error)
    if error.line is None:
        return why
    return pgettext("refusal", "{why} (line {line})").format(why=why, line=error.line)


def counts_of(change: Change) -> str:
    """What a change did to the open findings: "1 closed, 0 changed, 2 opened"."""
    closed, changed, opened = len(change.closed), len(change.changed), len(change.opened)
    return ", ".join(
        (
            ngettext("{n} closed", "{n} closed", closed).format(n=closed),
            ngettext("{n} changed", "{n} changed", changed).format(n=changed),
            ngettext("{n} opened", "{n} opened", opened).format(n=opened),
        )
    )


def _head_of(desk: Desk, choice: Choice) -> str:
    if desk.finding is None:
        return ""
    return f"{desk.finding.rule.code} · {sentences.choice_title(desk.finding.rule, choice)}"
