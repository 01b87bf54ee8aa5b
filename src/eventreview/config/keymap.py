"""Other keys for the commands of the desk: what a person wrote, checked against the table of commands."""

from __future__ import annotations

from eventreview.config.settings import KEYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eventreview.config.settings import Settings

# What can be wrong with a key or with the command it is for.
UNKNOWN_COMMAND, FIXED_COMMAND, UNKNOWN_KEY, UNSENT_KEY, USED_TWICE = (
    "unknown-command",
    "fixed-command",
    "unknown-key",
    "unsent-key",
    "used-twice",
)
NAMED = (
    *("enter", "escape", "tab", "space", "backspace", "delete", "insert"),
    *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
    *(f"f{number}" for number in range(1, 13)),
)
ALSO = {"esc": "escape", "del": "delete", "ins": "insert", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}
# A terminal sends the same for these as for backspace, tab, a new line and enter.
UNSENT = ("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m")


class Keyed:
    """A command as its keys are looked at.

    keys: as shipped. places: where they are heard. fixed: they can't be others.
    """

    __slots__ = ("fixed", "id", "keys", "places")

    def __init__(self, id: str, keys: Iterable[str], places: Iterable[str], fixed: bool = False) -> None:
        self.id = id
        self.keys = tuple(keys)
        self.places = frozenset(places)
        self.fixed = fixed


def normal(key: str) -> str | None:
    """A key as the desk calls it: `Ctrl+S` is `ctrl+s`, `Esc` is `escape`. None for what isn't a key."""
    if len(key) == 1:
        if key == " ":
            return "space"
        return key if key.isprintable() else None
    *modifiers, last = key.strip().casefold().replace(" ", "").split("+")
    last = ALSO.get(last, last)
    if not modifiers:
        return last if last in NAMED else None
    if modifiers == ["ctrl"] and len(last) == 1 and last.isascii() and last.isalpha():
        return f"ctrl+{last}"
    if modifiers == ["shift"] and last in NAMED:
        return f"shift+{last}"
    return None


def resolved(settings: Settings, commands: Iterable[Keyed]) -> dict[str, tuple[str, ...]]:
    """For each command with other keys than shipped its keys, in the desk's words. Raises Misconfigured."""
    known = {command.id: command for command in commands}
    others: dict[str, tuple[str, ...]] = {}
    for id, written in settings.keys.items():
        at = (KEYS, id)
        if id not in known:
            raise settings.wrong(at, UNKNOWN_COMMAND, name=id)
        if known[id].fixed:
            raise settings.wrong(at, FIXED_COMMAND, name=id)
        keys = []
        for each in written:
            key = normal(each)
            if key is None:
                raise settings.wrong(at, UNKNOWN_KEY, key=each, name=id)
            if key in UNSENT:
                raise settings.wrong(at, UNSENT_KEY, key=each, name=id)
            keys.append(key)
        others[id] = tuple(dict.fromkeys(keys))
    _ask_for_one_each(settings, known, others)
    return others


def _ask_for_one_each(settings: Settings, known: Mapping[str, Keyed], others: Mapping[str, tuple[str, ...]]) -> None:
    """Raises Misconfigured where two commands would have one key in one place; what is shipped is right in itself."""
    for id, keys in others.items():
        for other in known.values():
            if other.id == id or not known[id].places & other.places:
                continue
            for key in keys:
                if key in others.get(other.id, other.keys):
                    raise settings.wrong((KEYS, id), USED_TWICE, key=key, name=id, other=other.id)
