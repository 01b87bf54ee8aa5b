"""The recovery copy beside a plan: what wasn't saved, for the next opening. Its times are the system's, no clock runs here.

Its first line is the digest of the bytes that the work began with; the text follows. It has the mode of the plan.
"""

from __future__ import annotations

import os

from eventreview.plan.whole import beside, put_whole, quietly

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
DIGITS = 16
# As large as a plan may be, and the first line.
MOST_BYTES = 16 * 1024 * 1024 + DIGITS + 1


class Copy:
    """A recovery copy as it was found.

    base: the digest of what the work began with. text: None where the copy is damaged. written: seconds since 1970.
    """

    __slots__ = ("base", "text", "written")

    def __init__(self, base: str, text: str | None, written: float) -> None:
        self.base = base
        self.text = text
        self.written = written

    def was_made_from(self, data: bytes) -> bool:
        """Whether these bytes are the ones that the work began with."""
        return self.base == digest(data)


def digest(data: bytes) -> str:
    """The first 16 hex digits of the SHA-256."""
    import hashlib

    return hashlib.sha256(data).hexdigest()[:DIGITS]


def place(path: str) -> str:
    """Where the recovery copy of the plan at a path stands."""
    return beside(os.path.realpath(path), "recovery")


def write(path: str, base: bytes, text: str) -> None:
    """Keeps the text of a plan whose file held `base`, whole or not at all. Raises OSError where it can't."""
    target = os.path.realpath(path)
    try:
        like = os.stat(target)
    except OSError:
        like = None
    put_whole(place(path), f"{digest(base)}\n{text}".encode(), target, like, mode=0o600)


def read(path: str) -> Copy | None:
    """The recovery copy of the plan at a path; None for none, or where there is nothing in it."""
    import stat

    try:
        file = os.open(place(path), _READ)
    except PermissionError:
        return Copy("", None, 0.0)  # there, and not ours to read: never to be written over unasked
    except OSError:
        return None
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode) or state.st_size == 0:
            return None
        return _copy(b"" if state.st_size > MOST_BYTES else _all(file), state.st_mtime)
    except OSError:
        return Copy("", None, 0.0)
    finally:
        os.close(file)


def remove(path: str) -> None:
    """Takes the recovery copy away, if there is one."""
    quietly(os.unlink, place(path))


def _all(file: int) -> bytes:
    data = b""
    while part := os.read(file, 1 << 20):
        data += part
    return data


def _copy(data: bytes, written: float) -> Copy:
    first, end, text = data.partition(b"\n")
    base = first.decode("ascii", "replace")
    if not end or len(base) != DIGITS or not set(base) <= set("0123456789abcdef"):
        return Copy("", None, written)
    try:
        return Copy(base, text.decode(), written)
    except UnicodeDecodeError:
        return Copy(base, None, written)
