"""Saving a plan whole or not at all: the file holds the old bytes or the new ones, at every moment."""

from __future__ import annotations

import os

from eventreview.language import gettext as _
from eventreview.plan.whole import put_whole, sweep

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a named pipe must not hang us

# A file on its disk, whatever it is called: device and number.
Identity = tuple[int, int]


class NotSaved(Exception):
    """The bytes were not written; the file is as it was.

    message_id: changed-on-disk, replaced, deleted, not-a-file, read-only, folder-read-only, folder-gone, disk-full,
    in-use or failed. params: `name`, the file's name without its folder, and for failed `reason`, the system's words.
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
        "replaced": _("{name} wasn't saved: another file, with other content, has taken its place since it was read."),
        "deleted": _("{name} wasn't saved: it is no longer on disk."),
        "not-a-file": _("{name} wasn't saved: there is something else than a file under this name."),
        "read-only": _("{name} wasn't saved: the file can't be written to."),
        "folder-read-only": _("{name} wasn't saved: its folder can't be written to."),
        "folder-gone": _("{name} wasn't saved: its folder is no longer there."),
        "disk-full": _("{name} wasn't saved: there is no space left."),
        "in-use": _("{name} wasn't saved: another program has a plan of this name open."),
        "failed": _("{name} wasn't saved. The system says: {reason}"),
    }
    return texts[error.message_id].format(**error.params)


def identity(path: str) -> Identity | None:
    """Which file stands at a path now; None for none."""
    try:
        state = os.stat(path)
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def mode_like(path: str) -> int:
    """The mode of a new file with the content of the one at a path: nobody reads it who can't read that one.

    For its owner alone where that one is gone.
    """
    try:
        return os.stat(path).st_mode & 0o666 | 0o600
    except (OSError, ValueError):
        return 0o600


def save(
    path: str, data: bytes, expected: bytes | None, known: Identity | None = None, *, new_mode: int = 0o666
) -> None:
    """Put `data` in the file at `path`, keeping its mode, its owner where the system allows it, and a symlink to it.

    expected: what the file holds as far as the caller knows, None for a file that isn't there yet. When it holds
    something else, nothing is written. known: which file that was, to say whether it was changed or replaced.
    new_mode: of a file that isn't there yet, less what the umask takes.
    Raises NotSaved; whatever is raised, no temporary file is left behind.
    """
    import errno

    try:
        target = os.path.realpath(path, strict=expected is not None)
        sweep(target)
        state = _state(target, expected, path, known)
        # Asked again when all is written: that took its time.
        put_whole(target, data, target, state, mode=new_mode, still=lambda: _state(target, expected, path, known))
    except FileNotFoundError:
        there = expected is not None and os.path.isdir(os.path.dirname(path) or os.curdir)
        raise NotSaved("deleted" if there else "folder-gone", path) from None
    except NotADirectoryError:
        raise NotSaved("folder-gone", path) from None
    except IsADirectoryError:
        raise NotSaved("not-a-file", path) from None
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise NotSaved("folder-read-only", path) from None
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise NotSaved("disk-full", path) from None
        raise NotSaved("failed", path, error.strerror or type(error).__name__) from None


def _state(target: str, expected: bytes | None, path: str, known: Identity | None) -> os.stat_result | None:
    """The state of the file, None if there is none; NotSaved unless it holds what is expected and may be written."""
    import stat

    try:
        file = os.open(target, _READ)
    except FileNotFoundError:
        if expected is None:
            return None
        raise
    except PermissionError:
        raise NotSaved("read-only", path) from None
    try:
        state = os.fstat(file)
        if not stat.S_ISREG(state.st_mode):
            raise NotSaved("not-a-file", path)
        if expected is None or not _holds(file, expected):
            is_other = known is not None and known != (state.st_dev, state.st_ino)
            raise NotSaved("replaced" if is_other else "changed-on-disk", path)
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
