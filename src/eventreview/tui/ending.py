"""The desk ends without anybody having asked for it: by a signal or a fault of its own. What isn't saved is kept first."""

from __future__ import annotations

import asyncio
import os
import signal

from textual.app import App

from eventreview.language import gettext as _
from eventreview.tui.screens.plan_screen import PlanScreen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
# Seconds: a terminal that is gone takes no output any more, and the end must not wait for it.
PATIENCE = 3
SIGNALLED = 128


def listen(app: App[None]) -> None:
    """From now on SIGTERM and SIGHUP keep what isn't saved, give the terminal back and end the desk with 128 + signal."""
    loop = asyncio.get_running_loop()

    def end(number: int, _frame: FrameType | None) -> None:
        # At once, not when the loop comes to it: an editor may be in front, and the loop waits for that.
        keep_all(app)
        if number != signal.SIGTERM:
            signal.alarm(PATIENCE)
        loop.call_soon_threadsafe(lambda: app.exit(return_code=SIGNALLED + number))

    for number in SIGNALS:
        signal.signal(number, end)


def stop_listening() -> None:
    """The desk is at its end: the signals do again what they do to any program."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "alarm"):
        signal.alarm(0)


def keep_all(app: App[None]) -> bool:
    """Writes the recovery copy of every open plan that needs one; gives whether nothing would be lost."""
    sessions = [each.session for each in app.screen_stack if isinstance(each, PlanScreen)]
    lost = [session for session in sessions if not session.keeper.keep()]
    return not lost


def crash_note(error: Exception | None, is_kept: bool) -> str:
    """What a person reads when the program itself broke: where, what becomes of the work, and nothing of any plan."""
    where = "?"
    frame = error.__traceback__ if error is not None else None
    while frame is not None:
        where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}"
        frame = frame.tb_next
    said = _("eventreview stopped: an internal error ({kind}, {where}).").format(kind=type(error).__name__, where=where)
    if is_kept:
        return said + " " + _("What wasn’t saved is kept beside the plan, and offered when it is opened again.")
    return said + " " + _("What wasn’t saved is lost.")
