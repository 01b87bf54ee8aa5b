"""Asking in the plain mode: a line that names the answers, and one line back. Nothing else is ever read."""

from __future__ import annotations

import sys

from eventreview.cli.output import write
from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report.marks import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Letter -> word. The letters and the English words are answers in every language, for scripts. No letter of a question
# that is asked before the first finding is one of a later question: a script that expects none of them decides nothing.
WHY, LINES, SKIP, UNDO, SAVE, QUIT, AGAIN = "w", "l", "s", "u", "v", "q", "a"
DISCARD, STAY, YES, NO = "d", "t", "y", "n"
RECOVER, DELETE, LATER, TAKE_OVER, READ_ONLY = "r", "x", "z", "o", "i"
ANSWERS = {
    WHY: "why",
    LINES: "lines",
    SKIP: "skip",
    UNDO: "undo",
    SAVE: "save",
    QUIT: "quit",
    AGAIN: "again",
    DISCARD: "discard",
    STAY: "stay",
    YES: "yes",
    NO: "no",
    RECOVER: "recover",
    DELETE: "delete",
    LATER: "later",
    TAKE_OVER: "take over",
    READ_ONLY: "read only",
}
SAVE_AS = "as "


class InputEnded(Exception):
    """Nobody answers any more."""


def say(lines: Iterable[str]) -> None:
    """Lines as they are, with nothing in them that a terminal would obey."""
    write("".join(f"{visible(line)}\n" for line in lines))


def agrees(question: str, before_waiting: Callable[[], object]) -> bool:
    """Whether the answer to a question is yes."""
    say([question])
    return ask((), (YES, NO), before_waiting) == YES


def ask(numbers: Sequence[str], letters: Sequence[str], before_waiting: Callable[[], object]) -> str:
    """One of the numbers or letters, or "as NAME" where saving is an answer. Asks until it understands.

    before_waiting: called before each line is waited for. Raises `InputEnded`.
    """
    named = [*numbers, *(f"{_letter(letter)} {_word(letter)}" for letter in letters)]
    prompt = _("{answers}?").format(answers=", ".join(named))
    known = {number: number for number in numbers}
    for letter in letters:
        known |= dict.fromkeys((letter, ANSWERS[letter], _letter(letter), _word(letter)), letter)
    while True:
        before_waiting()
        given = read_line(prompt)
        answer = known.get(given.casefold())
        if answer is not None:
            return answer
        if SAVE in letters and given.startswith(SAVE_AS):
            return given
        if given:
            say([_("That is none of the answers.")])


def read_line(prompt: str) -> str:
    """One line of the input. On a terminal the answer stands behind the prompt; a pipe gets whole lines."""
    if sys.stdin is None:
        raise InputEnded
    write(f"{prompt} " if sys.stdin.isatty() else f"{prompt}\n")
    try:
        line = sys.stdin.buffer.readline()
    except OSError:  # the terminal is gone
        raise InputEnded from None
    if not line:
        raise InputEnded
    return line.decode("utf-8", "replace").strip()


def _letter(letter: str) -> str:
    """The letter that the prompt names: the first of the word where yes or no is asked, else the same in all languages."""
    return pgettext("plain letter", "y") if letter == YES else letter


def _word(letter: str) -> str:
    return pgettext("plain answer", ANSWERS[letter])


def messages() -> list[tuple[str, str]]:
    """The answers' words, as (context, msgid)."""
    return [("plain answer", word) for word in ANSWERS.values()]
