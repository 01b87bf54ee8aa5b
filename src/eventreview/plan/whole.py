"""Putting bytes in the place of a file at once, and the names of what stands beside a plan meanwhile.

What is beside a plan is hidden and named after it: `.a.toml.eventreview-…`. A temporary file also carries the machine
and the process that writes it, so that what a killed one left is recognised and taken away.
"""

from __future__ import annotations

import os

from eventreview.plan import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
LONGEST, KEPT = 200, 50  # bytes and characters: a name has at most 255 bytes


def beside(plan: str, what: str) -> str:
    """The path of something that stands beside a plan. plan: the file itself, not a symlink to it."""
    folder, name = os.path.split(plan)
    if len(os.fsencode(name)) > LONGEST:
        name = f"{name[:KEPT]}~{_digest(name)}"
    return os.path.join(folder, f".{name}.eventreview-{what}")


def put_whole(
    path: str,
    data: bytes,
    plan: str,
    like: os.stat_result | None,
    *,
    mode: int = 0o666,
    still: Callable[[], object] | None = None,
) -> None:
    """Put `data` at `path` by way of a temporary file beside `plan`; the folder of both is the same.

    like: whose owner and mode the file gets; without one it gets `mode`, less what the umask takes. still: asked last,
    raises where the file may not be replaced any more. Whatever is raised, no temporary file is left behind.
    """
    temporary = beside(plan, f"{_mark()}{os.getpid()}-{os.urandom(4).hex()}")
    file = os.open(temporary, _NEW, mode if like is None else 0o600)
    try:
        try:
            if like is not None:
                _like(file, like)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
        finally:
            os.close(file)
        if still is not None:
            still()
        os.replace(temporary, path)
    except BaseException:
        quietly(os.unlink, temporary)
        raise
    quietly(_sync_folder, os.path.dirname(path))  # the new bytes are in place, whatever this says


def sweep(plan: str) -> None:
    """Takes away the temporary files that processes of this machine left beside a plan when they were killed."""
    if not process.can_tell():
        return
    folder, prefix = os.path.split(beside(plan, _mark()))
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return
    for name in names:
        number = name.removeprefix(prefix).partition("-")[0]
        if name.startswith(prefix) and number.isdecimal() and process.started(int(number)) is process.GONE:
            quietly(os.unlink, os.path.join(folder, name))


def quietly(call: Callable[..., object], *args: object) -> bool:
    """Whether the system did it."""
    try:
        call(*args)
    except OSError:
        return False
    return True


def _mark() -> str:
    return f"{_digest(process.host())}-"


def _digest(name: str) -> str:
    from binascii import crc32

    return f"{crc32(os.fsencode(name)):08x}"


def _like(file: int, state: os.stat_result) -> None:
    """Give the new file the owner and mode of the old one; a group that can't be kept loses what others don't have."""
    import stat

    mode = stat.S_IMODE(state.st_mode)
    if hasattr(os, "fchown"):
        own = os.fstat(file)
        if own.st_gid != state.st_gid and not quietly(os.fchown, file, -1, state.st_gid):
            mode = mode & ~0o070 | (mode & 0o007) << 3
        if own.st_uid != state.st_uid:
            quietly(os.fchown, file, state.st_uid, -1)
    if hasattr(os, "fchmod"):
        os.fchmod(file, mode)


def _sync_folder(folder: str) -> None:
    file = os.open(folder or os.curdir, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
