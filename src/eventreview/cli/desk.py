"""`eventreview [PATH…]`: the review desk in the terminal. Whether there is a terminal is asked before Textual is loaded."""

from __future__ import annotations

import os
import shlex
import sys

from eventreview.cli.entry import COMMANDS, help_of
from eventreview.cli.exits import Stopped
from eventreview.cli.parser import add_today, parser
from eventreview.language import gettext as _
from eventreview.plan.suggest import nearest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Opens the desk on the plans that the arguments name; gives the exit code."""
    made = parser(
        "", _("Does an event meet sex workers as partners? Review its plan, see why, correct it."), epilog=_epilog()
    )
    made.add_argument(
        "paths", nargs="*", metavar=_("PATH"), help=_("a plan or a folder of plans; without one: plans/, else here")
    )
    made.add_argument("--read-only", action="store_true", help=_("open for reading alone"))
    made.add_argument("-V", "--version", action="store_true", help=_("show the version"))
    add_today(made)
    options = made.parse_args(arguments)
    for path in options.paths:
        if not os.path.lexists(path):
            raise Stopped(_missing(path))
    _ask_for_terminal(options.paths)
    theme, keys = _configured()
    today = [] if options.today is None else [f"--today={options.today.isoformat()}"]

    def go_on(path: str) -> int:
        return _fix([*today, "--plain", "--", path])

    from eventreview.tui.app import run as run_desk

    return run_desk(
        options.paths, today=options.today, read_only=options.read_only, theme=theme, keys=keys, go_on=go_on
    )


def _configured() -> tuple[str | None, dict[str, tuple[str, ...]]]:
    """The theme and the keys that the configuration sets, both checked against what the desk has."""
    from eventreview.cli import configured
    from eventreview.config.settings import THEME, Misconfigured

    candidates: list[str] = []
    try:
        settings = configured.read()
        if settings.theme is not None:
            from eventreview.tui import theme

            candidates = theme.names()
            if settings.theme not in candidates:
                raise settings.wrong(
                    (THEME,), configured.UNKNOWN_THEME, name=settings.theme, known=", ".join(candidates)
                )
        if not settings.keys:
            return settings.theme, {}
        from eventreview.tui import commands, keymap

        candidates = list(commands.BY_ID)
        return settings.theme, keymap.configured(settings, commands.COMMANDS)
    except Misconfigured as error:
        raise configured.stopped(error, candidates) from error


def _fix(arguments: Sequence[str]) -> int:
    # By its name: the plain mode opens the desk, and the desk the plain mode.
    from importlib import import_module

    code: int = import_module("eventreview.cli.fix").run(arguments)
    return code


def _missing(path: str) -> str:
    near = nearest(path, COMMANDS)
    if near:
        said = _("{path}: there is no such file, folder or command. Did you mean eventreview {command}?")
        return said.format(path=path, command=near[0])
    return _("{path}: there is no such file or folder").format(path=path)


def _ask_for_terminal(paths: Sequence[str]) -> None:
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        return
    command = shlex.join(["eventreview", "check", *paths])
    if len(paths) == 1 and not os.path.isdir(paths[0]):
        plain = shlex.join(["eventreview", "fix", "--plain", *paths])
        said = _("the desk needs a terminal; without one use: {command}, or to correct it line by line: {plain}")
        raise Stopped(said.format(command=command, plain=plain))
    raise Stopped(_("the desk needs a terminal; without one use: {command}").format(command=command))


def _epilog() -> str:
    commands = "; ".join(f"eventreview {name}: {help_of(name)}" for name in COMMANDS)
    return _("Commands: {commands}. Each has --help.").format(commands=commands)
