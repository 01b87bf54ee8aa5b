"""Keeping the work of the plain mode: when the recovery copy is written, and what the system's signals to end do."""

from __future__ import annotations

import os
import signal
import sys
import time

from eventreview.language import gettext as _
from eventreview.review.keeping import EVERY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType, TracebackType

    from eventreview.review.keeping import Keeper

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
SIGNALLED = 128


class Ended(BaseException):
    """The system asks to end; the exit code is 128 + the signal's number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = SIGNALLED + number


class Signals:
    """Within it, SIGTERM and SIGHUP raise `Ended`, once."""

    def __enter__(self) -> None:
        self._before = {number: signal.signal(number, self._end) for number in SIGNALS}

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)

    def _end(self, number: int, _frame: FrameType | None) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_IGN)  # what is being put away now isn't interrupted again
        raise Ended(number)


class CopyWriter:
    """Writes the recovery copy after changes, at most every two seconds."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._last: float | None = None
        keeper.on_change = self._after_change

    def before_waiting(self) -> None:
        """A person at a terminal may think for long: what was held back is written, unless an answer comes first."""
        rest = self._rest
        if not self._keeper.is_due or (rest > 0 and (not is_interactive() or _answered_within(rest))):
            return
        self._write()

    @property
    def _rest(self) -> float:
        """Seconds until the copy may be written again."""
        return 0.0 if self._last is None else EVERY - (time.monotonic() - self._last)

    def _after_change(self) -> None:
        if self._keeper.is_due and self._rest <= 0:
            self._write()

    def _write(self) -> None:
        self._keeper.keep()
        self._last = time.monotonic()


def kept_sentence(safe: bool) -> str:
    """What becomes of unsaved work when the end comes unasked."""
    if safe:
        return _("what wasn’t saved is kept beside the plan, and offered when it is opened again")
    return _("what wasn’t saved is lost: no recovery copy could be written")


def is_interactive() -> bool:
    """Whether somebody types the answers."""
    return sys.stdin is not None and sys.stdin.isatty()


def _answered_within(seconds: float) -> bool:
    if os.name != "posix":
        return False
    import select

    return bool(select.select([sys.stdin], [], [], seconds)[0])
