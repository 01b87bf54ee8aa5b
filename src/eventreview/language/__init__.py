"""The language of everything a person reads: which one is in use, and its texts.

English stands in the sources, so nothing is loaded for it. French is read from the compiled catalogue the first time it
is used; where that catalogue is missing, English is used instead.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import GNUTranslations

LANGUAGES = ("en", "fr")

_CATALOGUE = "eventreview.mo"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class UnknownLanguage(ValueError):
    """A language was asked for by name and the program doesn't speak it."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class _InUse:
    """The language in use: its name and its texts, None for English."""

    __slots__ = ("name", "texts")

    def __init__(self) -> None:
        self.name = "en"
        self.texts: GNUTranslations | None = None


_in_use = _InUse()
_loaded: dict[str, GNUTranslations] = {}


def gettext(msg: str) -> str:
    """Give `msg` in the language in use."""
    texts = _in_use.texts
    return msg if texts is None else texts.gettext(msg)


def ngettext(one: str, many: str, n: int) -> str:
    """Give the form for the count `n` in the language in use."""
    texts = _in_use.texts
    if texts is None:
        return one if n == 1 else many
    return texts.ngettext(one, many, n)


def pgettext(context: str, msg: str) -> str:
    """Give `msg` in the language in use, as it reads in `context`."""
    texts = _in_use.texts
    return msg if texts is None else texts.pgettext(context, msg)


def npgettext(context: str, one: str, many: str, n: int) -> str:
    """Give the form for the count `n` in the language in use, as it reads in `context`."""
    texts = _in_use.texts
    if texts is None:
        return one if n == 1 else many
    return texts.npgettext(context, one, many, n)


def current() -> str:
    """Name the language in use: `en` or `fr`."""
    return _in_use.name


def use(language: str) -> None:
    """Speak `language` from now on; without its compiled catalogue, English.

    Raises UnknownLanguage when it is none of LANGUAGES.
    """
    if language not in LANGUAGES:
        raise UnknownLanguage(language)
    texts = None if language == "en" else _load(language)
    # A sentence in English with dates and lists in French would serve nobody: both follow the catalogue.
    _in_use.name = "en" if texts is None else language
    _in_use.texts = texts


def choose(option: str | None, environ: Mapping[str, str], configured: str | None = None) -> str:
    """Choose the language: `option` (--lang), else EVENTREVIEW_LANG, else configuration, else the locale.

    An empty variable counts as unset. What isn't known is English, but an unknown `option` raises UnknownLanguage.
    """
    if option is not None:
        language = _spoken(option)
        if language is None:
            raise UnknownLanguage(option)
        return language
    asked = environ.get("EVENTREVIEW_LANG") or configured
    if not asked:
        asked = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    return _spoken(asked) or "en"


def translate_argparse() -> None:
    """Make argparse's own sentences go through this catalogue; call it before a parser is built."""
    import argparse

    # argparse offers no other way in: it calls these two names of its module each time it needs a sentence.
    vars(argparse).update(_=gettext, ngettext=ngettext)


def _spoken(tag: str) -> str | None:
    """Give the language of a tag or locale name such as `fr`, `fr-CA` or `fr_CA.UTF-8`; None when it isn't known."""
    for sign in ".@_-":
        tag = tag.partition(sign)[0]
    language = tag.strip().casefold()
    return language if language in LANGUAGES else None


def _load(language: str) -> GNUTranslations | None:
    """Read a language's compiled catalogue, once; None when it isn't there or can't be read as one."""
    if language not in _loaded:
        import os
        import struct
        from gettext import GNUTranslations

        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        path = os.path.join(package, "locale", language, "LC_MESSAGES", _CATALOGUE)
        try:
            with open(path, "rb") as file:
                _loaded[language] = GNUTranslations(file)
        except (OSError, ValueError, struct.error):
            return None
    return _loaded[language]
