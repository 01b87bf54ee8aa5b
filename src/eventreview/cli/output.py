"""What a command says on standard output, or on another stream."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def write(text: str, to: TextIO | None = None) -> None:
    """To standard output, or the stream given, as UTF-8 whatever the locale; file names that aren't UTF-8 pass through as marks."""
    stream = (to or sys.stdout).buffer
    stream.write(text.encode("utf-8", "backslashreplace"))
    stream.flush()
