"""What keeps a session's work: the lock on its plan, and the recovery copy of what isn't saved.

A session that nobody locked keeps nothing beside the plan. How often the copy is written is for whoever has a clock.
"""

from __future__ import annotations

from eventreview.plan import recovery
from eventreview.plan.file import read_text
from eventreview.plan.lock import NOT_WRITABLE, UNDECIDED, NotLocked, take
from eventreview.plan.save import NotSaved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from eventreview.plan.lock import Holder, Lock
    from eventreview.plan.recovery import Copy
    from eventreview.review.session import Change, Session

EVERY = 2.0  # seconds: the copy is written no more often


class Keeper:
    """Keeps the work of one session.

    refused: why the plan is open for reading only, None where it isn't for want of a lock. failed: the copy can't be
    written. on_change: called after everything that changes what is unsaved.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock: Lock | None = None
        self._wanted = False
        self._kept: int | None = None  # the generation in the copy; None while there is no copy of ours
        self._given_up = False
        self.refused: NotLocked | None = None
        self.failed = False
        self.on_change: Callable[[], None] | None = None

    # The lock

    @property
    def is_locked(self) -> bool:
        """Whether the plan is this session's to write."""
        return self._lock is not None

    def begin(self, over: Holder | None = None) -> bool:
        """Takes the lock; where that can't be, the session is for reading only and `refused` says why.

        over: the holder whom a person decided to take it from. A session opened for reading alone stays that.
        """
        if self.is_locked:
            return True
        self._wanted = True
        if self._session.read_only and self.refused is None:
            return False
        try:
            self._lock = take(self._session.path, over)
        except NotLocked as error:
            self.refused = error
        else:
            self.refused = None
        self._session.read_only = self.refused is not None
        # Between reading and locking somebody may have saved; from here on what is on disk stays as it is.
        if self.is_locked and not self._session.dirty and self._session.changed_on_disk():
            self._session.reload()
        return self.is_locked

    def move_to(self, path: str, write: Callable[[], None]) -> None:
        """The session goes on in another file, which `write` makes: its lock is taken first, and what is beside the old
        file goes. Raises `NotSaved` where somebody else has it open, and what `write` raises; all is then as it was.
        """
        lock = self._lock_for(path)
        try:
            write()
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        self._drop()
        if self._lock is not None:
            self._lock.release()
        self._lock = lock
        self.refused = None

    def _lock_for(self, path: str) -> Lock | None:
        if not self._wanted:
            return None
        try:
            return take(path)
        except NotLocked as error:
            if error.message_id == NOT_WRITABLE:
                return None  # saving will say it in its own words
            raise NotSaved("in-use", path) from None

    # The copy

    @property
    def is_due(self) -> bool:
        """Whether something is unsaved that the copy doesn't hold."""
        return self.is_locked and self._session.dirty and self._kept != self._session.generation

    def keep(self) -> bool:
        """Writes the copy if it is due; gives whether nothing would be lost now."""
        session = self._session
        if self.is_due:
            generation = session.generation
            if self._lock is None or not self._lock.keep():
                self.failed = True  # somebody took the plan over, and the copy beside it may be theirs by now
                return False
            try:
                recovery.write(session.path, session.saved_bytes, session.text)
            except OSError:
                self.failed = True
                return False
            self._kept, self.failed = generation, False
        return self.is_locked or not session.dirty

    def settle(self) -> None:
        """Something changed: where nothing is unsaved any more there is no copy either."""
        self._given_up = False
        if not self._session.dirty:
            self._drop()
        if self.on_change is not None:
            self.on_change()

    def discard(self) -> None:
        """What is unsaved was given up."""
        self._given_up = True
        self._drop()

    def _drop(self) -> None:
        if self._kept is not None:
            if self._lock is not None and self._lock.keep():
                recovery.remove(self._session.path)
            self._kept = None

    # What an earlier session left

    def offer(self) -> Copy | None:
        """The copy that an earlier session left, its text None where it can't be recovered; None for nothing to decide."""
        session = self._session
        copy = recovery.read(session.path) if self.is_locked and self._kept is None else None
        if copy is None:
            return None
        if copy.text == session.text:
            recovery.remove(session.path)  # it was saved after all
            return None
        if copy.text is not None and read_text(session.name, copy.text, session.file, session.today).plan is None:
            copy.text = None
        return copy

    def recover(self, copy: Copy, title: str) -> Change:
        """Takes the text of a copy as one step that can be undone; it has to have one."""
        if copy.text is None:
            raise ValueError("a damaged copy")
        self._kept = -1  # what lies on disk is ours now, and doesn't stand for any generation
        return self._session.take_text(copy.text, title)

    def reject(self) -> None:
        """A person doesn't want the copy."""
        recovery.remove(self._session.path)

    def postpone(self) -> None:
        """A person decides later: until then the copy must not be written over, so the plan is for reading only."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self.refused = NotLocked(UNDECIDED, self._session.path)
        self._session.read_only = True

    # The end

    def close(self) -> bool:
        """Leaves the plan: what is unsaved and wasn't given up stays in the copy, the lock goes.

        Gives whether nothing is lost.
        """
        safe = self._given_up or self.keep()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._kept = None
        self.on_change = None
        return safe
