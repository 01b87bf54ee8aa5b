"""argparse as every command uses it: options that mean the same everywhere, exit 2 in one line."""

from __future__ import annotations

import argparse
import datetime
import os

from eventreview.cli.exits import Stopped
from eventreview.language import LANGUAGES, translate_argparse
from eventreview.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

WIDEST = 100


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line on stderr, and exit code 2."""

    def error(self, message: str) -> NoReturn:
        raise Stopped(_("{message} (see {command} --help)").format(message=message, command=self.prog))


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal, up to a line that reads well.

    argparse asks for the width through a module that is slow to load, and does so for every option that is added.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def _width() -> int:
    try:
        return min(os.get_terminal_size().columns - 2, WIDEST)
    except OSError:
        return WIDEST


def parser(command: str, description: str, **settings: str) -> Parser:
    """A parser for one command ("" for the desk), with the options that all of them have."""
    # Not earlier: whoever asks for the version needs no parser.
    translate_argparse()
    prog = f"eventreview {command}".strip()
    made = Parser(prog=prog, description=description, allow_abbrev=False, formatter_class=_Help, **settings)  # type: ignore[arg-type]
    made.add_argument("--lang", choices=LANGUAGES, help=_("language of everything that is shown"))
    return made


def add_today(made: Parser) -> None:
    """The option --today."""
    made.add_argument(
        "--today",
        type=iso_date,
        metavar=_("DATE"),
        help=_("the day to review on (2027-03-20); without it the plan's as_of, else the calendar"),
    )


def iso_date(text: str) -> datetime.date:
    """A date as people write it on a command line: 2027-03-20."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is no date such as 2027-03-20").format(text=text)) from None
