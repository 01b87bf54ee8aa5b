"""Keys from the configuration are checked against the table of commands before the desk opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.config import keymap
from eventreview.config.keymap import NAMED, UNSENT, Keyed, normal, resolved
from eventreview.config.settings import Misconfigured, Settings

TABLE = (
    Keyed("undo-edit", ("u", "ctrl+z"), ("review",)),
    Keyed("apply-choice", ("a",), ("review",)),
    Keyed("move-cursor", ("up", "j"), ("review", "page"), fixed=True),
    Keyed("page-next", ("n",), ("page",), fixed=True),
    Keyed("show-help", ("?",), ("review", "page")),
)


def settings_with(**keys: tuple[str, ...]) -> Settings:
    """Settings with these keys, for ids with _ for -."""
    settings = Settings()
    for name, value in keys.items():
        id = name.replace("_", "-")
        settings.keys[id] = value
        settings.files["keys", id] = "config.toml"
    return settings


def test_a_command_gets_the_keys_that_are_written_in_the_desk_s_words() -> None:
    assert resolved(settings_with(undo_edit=("Ctrl+W", "F9", "U", "u")), TABLE) == {
        "undo-edit": ("ctrl+w", "f9", "U", "u")
    }


def test_two_commands_may_swap_their_keys() -> None:
    assert resolved(settings_with(undo_edit=("a",), apply_choice=("u",)), TABLE)


def test_a_key_of_another_place_is_free() -> None:
    assert resolved(settings_with(undo_edit=("n",)), TABLE) == {"undo-edit": ("n",)}


@pytest.mark.parametrize(
    ("id", "key", "kind"),
    [
        ("undo", "U", keymap.UNKNOWN_COMMAND),
        ("move_cursor", "J", keymap.FIXED_COMMAND),
        ("undo_edit", "a", keymap.USED_TWICE),
        ("undo_edit", "j", keymap.USED_TWICE),
        ("show_help", "n", keymap.USED_TWICE),
        ("undo_edit", "alt+u", keymap.UNKNOWN_KEY),
        ("undo_edit", "ctrl+shift+u", keymap.UNKNOWN_KEY),
        ("undo_edit", "f13", keymap.UNKNOWN_KEY),
        ("undo_edit", "undo", keymap.UNKNOWN_KEY),
        ("undo_edit", "\x1b", keymap.UNKNOWN_KEY),
        *(("undo_edit", key, keymap.UNSENT_KEY) for key in UNSENT),
        ("undo_edit", "Ctrl+M", keymap.UNSENT_KEY),
    ],
)
def test_what_cannot_be_a_key_is_refused(id: str, key: str, kind: str) -> None:
    with pytest.raises(Misconfigured) as raised:
        resolved(settings_with(**{id: (key,)}), TABLE)
    assert raised.value.kind == kind
    assert raised.value.at == ("keys", id.replace("_", "-"))


def test_two_commands_with_one_new_key_are_refused() -> None:
    with pytest.raises(Misconfigured) as raised:
        resolved(settings_with(undo_edit=("U",), show_help=("U",)), TABLE)
    assert raised.value.kind == keymap.USED_TWICE


@given(st.text(max_size=12) | st.sampled_from(NAMED).map(str.upper))
def test_what_is_taken_for_a_key_is_one_in_the_desk_s_own_words(text: str) -> None:
    key = normal(text)
    assert key is None or normal(key) == key
