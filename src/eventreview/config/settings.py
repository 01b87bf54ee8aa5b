"""What a person sets once: the language, the theme of the desk and its keys.

Two files are read: the person's own, and the project's `eventreview.toml` in the folder or above it, which wins. The
project's may come from a stranger, so nothing that can be set here touches what is read, written or run.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PROJECT_FILE = "eventreview.toml"
LANG, THEME, KEYS = NAMES = ("lang", "theme", "keys")
# What can be wrong with a file.
UNREADABLE, NOT_TOML, UNKNOWN_NAME, NO_TEXT, NO_TABLE, NO_KEYS = (
    "unreadable",
    "not-toml",
    "unknown-name",
    "no-text",
    "no-table",
    "no-keys",
)

Path = tuple[str, ...]


class Misconfigured(Exception):
    """Something set in a file can't be used.

    file: its path. at: what is meant, as a data path in it. kind: what is wrong. params: for its sentence. cause: the
    parser's own error, where the file isn't TOML.
    """

    def __init__(
        self, file: str, at: Path, kind: str, params: Mapping[str, str] | None = None, cause: Exception | None = None
    ) -> None:
        super().__init__(kind)
        self.file = file
        self.at = at
        self.kind = kind
        self.params = dict(params or {})
        self.cause = cause


class Settings:
    """What is set. lang and theme: None where nobody set them. keys: for a command's id its keys, as written.

    files: for each thing that is set, by its data path, the file that sets it.
    """

    __slots__ = ("files", "keys", "lang", "theme")

    def __init__(self) -> None:
        self.lang: str | None = None
        self.theme: str | None = None
        self.keys: dict[str, tuple[str, ...]] = {}
        self.files: dict[Path, str] = {}

    def wrong(self, at: Path, kind: str, **params: str) -> Misconfigured:
        """The error for something that is set and can't be used."""
        return Misconfigured(self.files[at], at, kind, params)


def load(environ: Mapping[str, str], folder: str | None) -> Settings:
    """The settings that hold in a folder; None: in no folder. Raises Misconfigured."""
    settings = Settings()
    for file in (own_file(environ), project_file(folder) if folder is not None else None):
        if file is not None and os.path.isfile(file):
            _take(settings, file, _values(file))
    return settings


def own_file(environ: Mapping[str, str]) -> str | None:
    """Where a person's own settings are kept, whether or not there are any; None where there is no such place."""
    if os.name == "nt":
        base = environ.get("APPDATA")
    else:
        base = environ.get("XDG_CONFIG_HOME")
        if not base or not os.path.isabs(base):
            home = environ.get("HOME")
            base = os.path.join(home, ".config") if home else None
    return os.path.join(base, "eventreview", "config.toml") if base else None


def project_file(folder: str) -> str | None:
    """The nearest `eventreview.toml` in a folder or above it."""
    while True:
        file = os.path.join(folder, PROJECT_FILE)
        if os.path.isfile(file):
            return file
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _values(file: str) -> dict[str, object]:
    import tomli

    try:
        with open(file, "rb") as opened:
            data = opened.read()
        return tomli.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise Misconfigured(file, (), UNREADABLE) from error
    except (ValueError, RecursionError) as error:
        # Among them what isn't UTF-8, and what the parser gives up on.
        raise Misconfigured(file, (), NOT_TOML, cause=error) from error


def _take(settings: Settings, file: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        if name not in NAMES:
            raise Misconfigured(file, (name,), UNKNOWN_NAME, {"name": name})
        if name == KEYS:
            _take_keys(settings, file, value)
            continue
        if not isinstance(value, str) or not value:
            raise Misconfigured(file, (name,), NO_TEXT, {"name": name})
        setattr(settings, name, value)
        settings.files[name,] = file


def _take_keys(settings: Settings, file: str, table: object) -> None:
    if not isinstance(table, dict):
        raise Misconfigured(file, (KEYS,), NO_TABLE, {"name": KEYS})
    for id, value in table.items():
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not given or not all(isinstance(each, str) and each for each in given):
            raise Misconfigured(file, (KEYS, id), NO_KEYS, {"name": id})
        settings.keys[id] = tuple(given)
        settings.files[KEYS, id] = file
