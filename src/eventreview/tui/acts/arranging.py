"""Entries of the plan's arrays: adding one, copying one, moving one up or down."""

from __future__ import annotations

from textual import work

from eventreview.language import gettext as _
from eventreview.report import sentences
from eventreview.tui.acts.changing import Changing


class Arranging(Changing):
    """The commands for the entries of an array."""

    @work(group="asking")
    async def action_add_object(self) -> None:
        """Opens the form of a new entry; asks first of what, where the object at the cursor has arrays of its own."""
        from eventreview.tui.changing import Form
        from eventreview.tui.ordering import rooms

        path = self.desk.path
        found = rooms(self.session.file, path) if path is not None else []
        at = 0
        if len(found) > 1:
            from eventreview.tui.form_options import Option
            from eventreview.tui.modals.pick import PickModal

            options = [Option(str(number), room.label) for number, room in enumerate(found)]
            picked = await self.app.push_screen_wait(PickModal(_("Add what?"), options, (), bare=True))
            if not picked:
                return
            at = int(picked[0])
        if found:
            await self._fill_in(Form(found[at].array, insert_index=found[at].index), _("add an entry"))

    @work(group="asking")
    async def action_duplicate_object(self) -> None:
        """Opens the form of a new entry after the one at the cursor, with what may be the same filled in."""
        from eventreview.tui.ordering import copied

        path = self.desk.path
        form = copied(self.session.file, path) if path is not None else None
        if form is not None and path is not None:
            subject = sentences.subject_at(self.session.file, path)
            await self._fill_in(form, _("an entry like {subject}").format(subject=subject))

    def action_move_object_up(self) -> None:
        """Moves the entry at the cursor before the one above it."""
        self._move(-1)

    def action_move_object_down(self) -> None:
        """Moves the entry at the cursor after the one below it."""
        self._move(1)

    @work(group="asking")
    async def _move(self, by: int) -> None:
        from eventreview.tui.ordering import moved

        path = self.desk.path
        edit = moved(self.session.file, path, by) if path is not None else None
        if edit is not None and path is not None:
            subject = sentences.subject_at(self.session.file, path)
            await self._apply((edit,), _("move {subject}").format(subject=subject))
