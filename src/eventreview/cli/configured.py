"""The configuration on the command line: read before anything runs, and what is wrong with it in one sentence."""

from __future__ import annotations

import os

from eventreview.cli.exits import Stopped
from eventreview.config import settings
from eventreview.config.settings import Misconfigured, Settings
from eventreview.language import LANGUAGES, pgettext
from eventreview.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

UNKNOWN_LANGUAGE, UNKNOWN_THEME = "unknown-language", "unknown-theme"


def read() -> Settings:
    """The settings for the current folder. Raises Misconfigured."""
    try:
        folder: str | None = os.getcwd()
    except OSError:
        # The folder was removed under the shell.
        folder = None
    return settings.load(os.environ, folder)


def language_of(given: Settings) -> str | None:
    """The language that is set, None for none. Raises Misconfigured where nobody speaks it here."""
    if given.lang is not None and given.lang not in LANGUAGES:
        raise given.wrong((settings.LANG,), UNKNOWN_LANGUAGE, name=given.lang, known=", ".join(LANGUAGES))
    return given.lang


def stopped(error: Misconfigured, candidates: Iterable[str] = settings.NAMES) -> Stopped:
    """How a command stops on a configuration that can't be used. candidates: what may have been meant."""
    from eventreview.config import keymap

    where, why = _place(error), _sentence(error)
    if error.kind in (settings.UNKNOWN_NAME, keymap.UNKNOWN_COMMAND, UNKNOWN_THEME):
        from eventreview.plan.suggest import nearest

        near = nearest(error.params["name"], candidates)
        if near:
            why += " " + _("Did you mean {name}?").format(name=near[0])
    return Stopped(pgettext("configuration", "{where}: {why}").format(where=where, why=why))


def _place(error: Misconfigured) -> str:
    line_column = _line_and_column(error)
    if line_column is None:
        return error.file
    return f"{error.file}:{line_column[0]}:{line_column[1]}"


def _line_and_column(error: Misconfigured) -> tuple[int, int] | None:
    if error.kind == settings.NOT_TOML:
        line, column = (getattr(error.cause, name, None) for name in ("lineno", "colno"))
        return (line, column) if isinstance(line, int) and isinstance(column, int) else None
    if not error.at:
        return None
    from eventreview.plan.positions import scan

    try:
        with open(error.file, encoding="utf-8-sig", newline="") as file:
            where = scan(file.read()).where(error.at)
    except (OSError, ValueError):
        # It was there a moment ago; the name of the file has to do.
        return None
    return where[:2] if where is not None else None


def _sentence(error: Misconfigured) -> str:
    if error.kind == settings.NOT_TOML:
        from eventreview.plan import syntax

        if isinstance(error.cause, UnicodeDecodeError):
            return _("this file isn’t UTF-8 text.")
        explained = syntax.explain_error(error.cause) if error.cause is not None else (syntax.UNKNOWN, {})
        return _("this isn’t valid TOML: {why}.").format(why=syntax.sentence(*explained))
    return _told(error.kind).format(**error.params)


def _told(kind: str) -> str:
    from eventreview.config import keymap

    told = {
        settings.UNREADABLE: _("this file can’t be read."),
        settings.UNKNOWN_NAME: _("there is nothing called “{name}” to set; there are lang, theme and keys."),
        settings.NO_TEXT: _("“{name}” takes a text between quotation marks."),
        settings.NO_TABLE: _("“{name}” is a table: [keys], and below it a line for each command."),
        settings.NO_KEYS: _('“{name}” takes a key as text, or a list of keys: `"U"` or `["U", "f9"]`.'),
        UNKNOWN_LANGUAGE: _("there is no language “{name}” here; there are: {known}."),
        UNKNOWN_THEME: _("there is no theme “{name}”; there are: {known}."),
        keymap.UNKNOWN_COMMAND: _("the desk has no command “{name}”."),
        keymap.FIXED_COMMAND: _("the keys of “{name}” can’t be changed."),
        keymap.UNKNOWN_KEY: _(
            "“{key}” for “{name}” is no key: write a character, f1 to f12, ctrl+a, or a name such as pagedown."
        ),
        keymap.UNSENT_KEY: _("“{key}” for “{name}” can’t be used: terminals send the same for another key."),
        keymap.USED_TWICE: _("“{key}” for “{name}” is a key of “{other}” already."),
    }
    return told[kind]
