"""Saving a plan whole or not at all: the file holds the old bytes or the new ones, at every moment."""

from __future__ import annotations

import os

from eventreview.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a named pipe must not hang us
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NotSaved(Exception):
    """The bytes were not written; the file is as it was.

    message_id: changed-on-disk, deleted, not-a-file, read-only, folder-gone, disk-full or failed. params: `name`, the
    file's name without its folder, and for failed `reason`, the system's own words.
    """

    def __init__(self, message_id: str, path: str, reason: str = "") -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.params: dict[str, object] = {"name": os.path.basename(path)}
        if message_id == "failed":
            self.params["reason"] = reason


def sentence(error: NotSaved) -> str:
    """What a person reads, in the language in use."""
    texts = {
        "changed-on-disk": _("{name} wasn't saved: it was changed on disk after it was read here."),
        "deleted": _("{name} wasn't saved: it is no longer on disk."),
        "not-a-file": _("{name} wasn't saved: there is something else than a file under this name."),
        "read-only": _("{name} wasn't saved: the file or its folder can't be written to."),
        "folder-gone": _("{name} wasn't saved: its folder is no longer there."),
        "disk-full": _("{name} wasn't saved: there is no space left."),
        "failed": _("{name} wasn't saved. The system says: {reason}"),
    }
    return texts[error.message_id].format(**error.params)


def save(path: str, data: bytes, expected: bytes | None) -> None:
    """Put `data` in the file at `path`, keeping its mode, its owner where the system allows it, and a symlink to it.

    expected: what the file holds as far as the caller knows, None for a file that isn't there yet. When it holds
    something else, nothing is written. Raises NotSaved; whatever is raised, no temporary file is left behind.
    """
    import errno

    try:
        _save(os.path.realpath(path, strict=expected is not None), data, expected, path)
    except FileNotFoundError:
        there = expected is not None and os.path.isdir(os.path.dirname(path) or os.curdir)
        raise NotSaved("deleted" if there else "folder-gone", path) from None
    except NotADirectoryError:
        raise NotSaved("folder-gone", path) from None
    except IsADirectoryError:
        raise NotSaved("not-a-file", path) from None
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NotSaved("read-only", path) from None
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NotSaved("disk-full", path) from None
        raise NotSaved("failed", path, error.strerror or type(error).__name__) from None


def _save(target: str, data: bytes, expected: bytes | None, path: str) -> None:
    state = _state(target, expected, path)
    folder, name = os.path.split(target)
    short = name if len(os.fsencode(name)) <= 200 else name[:50]  # a name has at most 255 bytes
    temporary = os.path.join(folder, f".{short}.eventreview-{os.urandom(4).hex()}")
    file = os.open(temporary, _NEW, 0o666 if state is None else 0o600)
    try:
        try:
            if state is not None:
                _like(file, state)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)
        finally:
            os.close(file)
        _state(target, expected, path)  # again: writing took its time
        os.replace(temporary, target)
    except BaseException:
        _quietly(os.unlink, temporary)
        raise
    _quietly(_sync_folder, folder)  # the new bytes are in place, whatever this says


def _state(target: str, expected: bytes | None, path: str) -> os.stat_result | None:
    """The state of the file, None if there is none; NotSaved unless it holds what is expected and may be written."""
    import stat

    try:
        file = os.open(target, _READ)
    except FileNotFoundError:
        if expected is None:
            return None
        raise
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode):
            raise NotSaved("not-a-file", path)
        if expected is None or not _holds(file, expected):
            raise NotSaved("changed-on-disk", path)
    finally:
        os.close(file)
    if not os.access(target, os.W_OK):
        raise NotSaved("read-only", path)
    return state


def _holds(file: int, expected: bytes) -> bool:
    at = 0
    while part := os.read(file, 1 << 20):
        if not expected.startswith(part, at):
            return False
        at += len(part)
    return at == len(expected)


def _like(file: int, state: os.stat_result) -> None:
    """Give the new file the owner and mode of the old one; a group that can't be kept loses what others don't have."""
    import stat

    mode = stat.S_IMODE(state.st_mode)
    if hasattr(os, "fchown"):
        own = os.fstat(file)
        if own.st_gid != state.st_gid and not _quietly(os.fchown, file, -1, state.st_gid):
            mode = mode & ~0o070 | (mode & 0o007) << 3
        if own.st_uid != state.st_uid:
            _quietly(os.fchown, file, state.st_uid, -1)
    if hasattr(os, "fchmod"):
        os.fchmod(file, mode)


def _sync_folder(folder: str) -> None:
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _quietly(call: Callable[..., object], *args: object) -> bool:
    """Whether the system did it."""
    try:
        call(*args)
    except OSError:
        return False
    return True
