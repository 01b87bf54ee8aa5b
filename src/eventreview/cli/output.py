"""What a command says on standard output."""

from __future__ import annotations

import sys


def write(text: str) -> None:
    """To standard output as UTF-8 whatever the locale; file names that aren't UTF-8 pass through as marks."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
