"""Which command runs: the first argument that isn't an option, if it is a command's name; otherwise the desk.

Only the chosen command's module is imported and only its parser is built. The language is chosen before that, so that
the parser's own sentences are in it too.
"""

from __future__ import annotations

import os
import sys

from eventreview import __version__, language
from eventreview.cli import configured
from eventreview.cli.exits import FAILED, USAGE, Stopped, complain
from eventreview.config.settings import Misconfigured
from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.plan.garbage import loaded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Command -> (its help line, its module). `desk` is what runs without a command's name.
COMMANDS = {
    "check": "review plans and print what falls short",
    "fix": "correct a plan, one finding at a time",
    "rule": "explain a rule, or list all of them",
    "explain": "say why a rule comes to its result on a plan",
    "questions": "ask an organisation what it alone may answer, and take its answers in",
}
OPTIONS_WITH_VALUE = ("--lang", "--today")


def run(arguments: Sequence[str]) -> int:
    """Runs the command line `arguments` (without the program's name); gives the exit code, never raises."""
    configured_language, wrong = _configured_language()
    try:
        language.use(language.choose(_asked_language(arguments), os.environ, configured_language))
    except language.UnknownLanguage as error:
        complain(
            _("there is no language “{language}” here; there are: {known}").format(
                language=str(error), known=", ".join(language.LANGUAGES)
            )
        )
        return USAGE
    if wrong is not None:
        # Only now: the complaint is in the language that was asked for.
        complain(configured.stopped(wrong).sentence)
        return USAGE
    try:
        return _dispatch(list(arguments))
    except Stopped as stop:
        complain(stop.sentence)
        return stop.code
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is left to flush goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        complain(_("stopped"))
        return 130
    except Exception as error:  # noqa: BLE001 - the last door: one line, no plan's data, no traceback
        complain(_("internal error ({kind}); please report it, without the plan").format(kind=type(error).__name__))
        return FAILED


def _dispatch(arguments: list[str]) -> int:
    first = _first_word(arguments)
    if first is None and any(each in ("--version", "-V") for each in arguments):
        print(f"eventreview {__version__}")
        return 0
    if first in COMMANDS:
        from importlib import import_module

        arguments.remove(first)
        module = import_module(f"eventreview.cli.{first}")
        if first != "check":  # that one loads its rules first
            loaded()
        code: int = module.run(arguments)
        return code
    from eventreview.cli import desk

    # The desk itself says when it is loaded.
    return desk.run(arguments)


def _first_word(arguments: Sequence[str]) -> str | None:
    """The first argument that isn't an option or an option's value."""
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--":
            return None
        elif argument in OPTIONS_WITH_VALUE:
            skip = True
        elif not argument.startswith("-"):
            return argument
    return None


def _configured_language() -> tuple[str | None, Misconfigured | None]:
    """The language that the configuration sets; and what is wrong with the configuration."""
    try:
        return configured.language_of(configured.read()), None
    except Misconfigured as error:
        return None, error


def _asked_language(arguments: Sequence[str]) -> str | None:
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument == "--lang":
            return arguments[index + 1] if index + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def messages() -> list[tuple[str, str]]:
    """The help lines of the commands, as (context, msgid)."""
    return [("command", text) for text in COMMANDS.values()]


def help_of(command: str) -> str:
    """A command's help line."""
    return pgettext("command", COMMANDS[command])
