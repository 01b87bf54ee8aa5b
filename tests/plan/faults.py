"""Making the calls into the system fail, one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import pytest

OLD, NEW = b"old = 1\n" * 40, b"new = 2\n" * 4000
CALLS = ("listdir", "open", "stat", "fstat", "read", "access", "urandom", "fchown", "fchmod", "write", "fsync", "close",
         "replace")  # fmt: skip


class Faults:
    """Counts the calls into the system and makes one of them, number `fatal`, fail; `write` writes little at a time."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, fatal: int, error: BaseException, names: Sequence[str] = CALLS
    ) -> None:
        self.count = 0
        self.fatal = fatal
        self.error = error
        for name in names:
            if hasattr(os, name):
                monkeypatch.setattr(os, name, self.counted(name, getattr(os, name)))

    def counted(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def wrapper(*args: object) -> object:
            self.count += 1
            if self.count == self.fatal and name != "close":
                raise self.error
            if name == "write" and isinstance(args[1], memoryview):
                args = (args[0], args[1][:9000])
            result = call(*args)
            if self.count == self.fatal:  # what close says comes after it has closed
                raise self.error
            return result

        return wrapper
