"""Exit codes, and how a command says that it can't go on."""

from __future__ import annotations

import sys

CLEAN, FINDINGS, USAGE, FAILED = 0, 1, 2, 3


class Stopped(Exception):
    """A command can't go on: one sentence for people, and the exit code."""

    def __init__(self, sentence: str, code: int = USAGE) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def complain(sentence: str) -> None:
    """One line on stderr, with nothing in it that a terminal would obey."""
    from eventreview.report.marks import visible

    try:
        print(f"eventreview: {visible(sentence)}", file=sys.stderr)
    except (OSError, UnicodeEncodeError):
        # Nobody can hear it; the exit code still says it.
        return
