"""What an earlier session left unsaved is shown, and a person decides what becomes of it."""

from __future__ import annotations

import os
import time

from textual.app import App

from eventreview.language import gettext as _
from eventreview.plan.file import read_text
from eventreview.report.recovery import offer_lines
from eventreview.review.session import Change, Session
from eventreview.tui.modals.asking import LEAVE
from eventreview.tui.modals.recovery import DISCARD, RECOVER, RecoveryModal
from eventreview.tui.plain_lines import plain_diff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.recovery import Copy


async def settle(app: App[None], session: Session, copy: Copy) -> tuple[str, Change | None]:
    """Asks about a recovery copy and does what is answered; gives the answer, and what recovering changed.

    Left undecided, the plan is for reading only, so that nothing is written over the copy.
    """
    lines = None
    if copy.text is not None:
        lines = plain_diff(session.file, read_text(session.name, copy.text, session.file, session.today))
    said = tuple(offer_lines(os.path.basename(session.path), copy, session.saved_bytes, time.time()))
    answer = await app.push_screen_wait(RecoveryModal(said, lines))
    if answer == RECOVER and copy.text is not None:
        return answer, session.keeper.recover(copy, _("recover unsaved work"))
    if answer == DISCARD:
        session.keeper.reject()
        return answer, None
    session.keeper.postpone()
    return LEAVE, None


async def was_recovered(app: App[None], session: Session) -> bool:
    """Whether a plan that can't be read was put right from its recovery copy, which is offered if there is one."""
    if session.keeper.begin():
        copy = session.keeper.offer()
        if copy is not None:
            await settle(app, session, copy)
    if not session.readable:
        session.keeper.close()
    return session.readable
