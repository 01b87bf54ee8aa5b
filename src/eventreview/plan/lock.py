"""The lock beside a plan while a program edits it: who holds it, whether they are still there, and taking it over.

It names the process, its machine and when it began; nothing about the person. A lock whose process is gone is taken
over silently. Of one from another machine nobody here can tell, so a person decides.
"""

from __future__ import annotations

import os

from eventreview.language import gettext as _
from eventreview.plan import process
from eventreview.plan.whole import beside, quietly, sweep

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
MOST_BYTES = 4096
ATTEMPTS = 8
IN_USE, ELSEWHERE, UNCLEAR, NOT_WRITABLE, UNDECIDED = "in-use", "elsewhere", "unclear", "not-writable", "undecided"


class Holder:
    """Who holds a lock. process 0: the lock can't be read. started: as the machine counts it, "" for not known."""

    __slots__ = ("host", "process", "started")

    def __init__(self, process: int, host: str, started: str) -> None:
        self.process = process
        self.host = host
        self.started = started

    @classmethod
    def here(cls) -> Holder:
        """This process."""
        return cls(os.getpid(), process.host(), (process.started(os.getpid()) or "") if process.can_tell() else "")

    @classmethod
    def read(cls, data: bytes) -> Holder:
        """Who is named in a lock; what was written by halves or by another program names nobody."""
        parts = dict(line.partition(" ")[::2] for line in data.decode("utf-8", "replace").splitlines())
        number = parts.get("process", "")
        known = number.isascii() and number.isdecimal() and len(number) < 12 and "host" in parts
        return cls(int(number), parts["host"], parts.get("started", "")) if known else cls(0, "", "")

    @property
    def data(self) -> bytes:
        """What stands in the lock."""
        return f"process {self.process}\nhost {self.host}\nstarted {self.started}\n".encode("utf-8", "replace")

    @property
    def state(self) -> str | None:
        """`IN_USE`, `ELSEWHERE` or `UNCLEAR`; None once the process is gone."""
        if self.process == 0:
            return UNCLEAR
        if self.host != process.host() or not process.can_tell():
            return ELSEWHERE
        return IN_USE if process.runs(self.process, self.started) else None


class NotLocked(Exception):
    """The plan can't be edited here now. message_id: one of the words above. holder: whom a person may take it from."""

    def __init__(self, message_id: str, path: str, holder: Holder | None = None) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params: dict[str, object] = {"name": os.path.basename(path)}
        if holder is not None:
            self.params |= {"process": holder.process, "host": holder.host}
        self.holder = holder if message_id in (ELSEWHERE, UNCLEAR) else None


def sentence(error: NotLocked) -> str:
    """Why the plan is open for reading only, in the language in use."""
    texts = {
        IN_USE: _("{name} is open for reading only: eventreview is editing it in another window (process {process})."),
        ELSEWHERE: _(
            "{name} is open for reading only: eventreview on {host} is editing it, or stopped without leaving."
        ),
        UNCLEAR: _("{name} is open for reading only: there is a lock beside it, and it doesn't say whose."),
        NOT_WRITABLE: _("{name} is open for reading only: nothing can be written in its folder."),
        UNDECIDED: _("{name} is open for reading only, until it is decided what becomes of its recovery copy."),
    }
    return texts[error.message_id].format(**error.params)


class Lock:
    """A lock that this process holds."""

    __slots__ = ("_holder", "path")

    def __init__(self, path: str, holder: Holder) -> None:
        self.path = path
        self._holder = holder

    @property
    def is_held(self) -> bool:
        """Whether it is still there, and ours."""
        return _found(self.path) == self._holder.data

    def keep(self) -> bool:
        """Whether it is still ours; one that was merely taken away is put back, one that somebody took over isn't."""
        if _found(self.path) is None:
            quietly(_create, self.path, self._holder.data)
        return self.is_held

    def release(self) -> None:
        """Takes it away; not one that somebody else has put in its place."""
        if self.is_held:
            quietly(os.unlink, self.path)


def take(path: str, over: Holder | None = None) -> Lock:
    """Takes the lock of a plan, and clears away what a killed program left beside it.

    over: the holder that a person decided to take it from. Raises NotLocked.
    """
    target = os.path.realpath(path)
    name = beside(target, "lock")
    mine = Holder.here()
    for _attempt in range(ATTEMPTS):
        try:
            _create(name, mine.data)
        except FileExistsError:
            found = _found(name)
            if found is None:
                continue
            holder = Holder.read(found)
            state = holder.state
            if state is not None and (over is None or holder.data != over.data):
                raise NotLocked(state, path, holder) from None
            _clear(name, found)
        except OSError:
            raise NotLocked(NOT_WRITABLE, path) from None
        else:
            lock = Lock(name, mine)
            try:
                sweep(target)
            except BaseException:
                lock.release()
                raise
            return lock
    raise NotLocked(UNCLEAR, path)


def _create(name: str, data: bytes) -> None:
    file = os.open(name, _NEW, 0o644)
    try:
        try:
            os.write(file, data)
        finally:
            os.close(file)
    except BaseException:
        quietly(os.unlink, name)
        raise


def _found(name: str) -> bytes | None:
    """What stands in a lock; None where there is none."""
    try:
        file = os.open(name, _READ)
    except FileNotFoundError:
        return None
    except OSError:
        return b""
    try:
        return os.read(file, MOST_BYTES)
    except OSError:
        return b""
    finally:
        quietly(os.close, file)


def _clear(name: str, found: bytes) -> None:
    """Takes away a lock that was left behind; of several programs that find it at once, one does, and none a new one."""
    try:
        file = os.open(name, _READ)
    except OSError:
        quietly(os.unlink, name)  # no file at all, or one that can't be read: a person decided
        return
    try:
        _alone(file)
        there = quietly(os.stat, name) and os.path.samestat(os.fstat(file), os.stat(name))
        if there and os.read(file, MOST_BYTES) == found:
            quietly(os.unlink, name)
    except OSError:
        return  # somebody was quicker, or it is no file
    finally:
        quietly(os.close, file)


def _alone(file: int) -> None:
    """Waits until no other program is about to clear the same lock, where the system can do that."""
    try:
        import fcntl
    except ImportError:
        return
    quietly(fcntl.flock, file, fcntl.LOCK_EX)
