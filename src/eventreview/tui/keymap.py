"""The keys that the configuration gives to commands instead of those of the table.

They are held once for the whole desk, as the language is: the bindings, the line of keys, the help and the palette all
ask the table, and the table asks here.
"""

from __future__ import annotations

from eventreview.config.keymap import Keyed, resolved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eventreview.config.settings import Settings
    from eventreview.tui.commands import Command

# Leaving has to be possible from everywhere, also from a field that takes every letter.
ALWAYS_QUITS, QUIT = "ctrl+q", "quit-desk"
# Its keys are numbers of choices.
NUMBERED = "show-choice"
# Who binds the keys: the widget with the focus, the whole desk, or the review.
WIDGET, DESK, REVIEW, PAGE, WINDOW = "widget", "desk", "review", "page", "window"
_OF_WIDGETS = {"In the rules and the source": (PAGE,), "In windows and forms": (WINDOW,)}

_others: dict[str, tuple[str, ...]] = {}


def of(id: str, shipped: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a command now; shipped: those of the table."""
    return _others.get(id, shipped)


def use(others: Mapping[str, tuple[str, ...]]) -> None:
    """Gives commands other keys from now on, and to all others those of the table."""
    _others.clear()
    for id, keys in others.items():
        _others[id] = tuple(dict.fromkeys((*keys, ALWAYS_QUITS))) if id == QUIT else keys


def may_change(command: Command) -> bool:
    """Whether a command can have other keys: those of lists and trees, and the numbers, stay."""
    return command.where != WIDGET and command.id != NUMBERED


def configured(settings: Settings, commands: Iterable[Command]) -> dict[str, tuple[str, ...]]:
    """The keys that the configuration gives to commands. Raises `config.settings.Misconfigured`."""
    table = [Keyed(each.id, each.shipped_keys, _places(each), not may_change(each)) for each in commands]
    return resolved(settings, table)


def _places(command: Command) -> tuple[str, ...]:
    """Where its keys are heard: windows hear none but their own."""
    if command.where == WIDGET:
        return _OF_WIDGETS.get(command.group, (REVIEW, PAGE))
    return (REVIEW, PAGE) if command.where == DESK else (command.where,)


def none_of(id: str) -> str:
    """What stands for a key in a binding without one, so that the configuration can give it one: nobody can press it."""
    return f"<{id}>"


def for_textual() -> dict[str, str]:
    """The keys in use instead of shipped ones, as Textual takes them: the ids of bindings, and names joined by commas."""
    kept = {id: [key for key in keys if key != ALWAYS_QUITS] for id, keys in _others.items()}
    # A comma is itself a key, so it goes by its name.
    return {id: ",".join("comma" if key == "," else key for key in keys or [none_of(id)]) for id, keys in kept.items()}
