"""The configuration is read from two files, the project's winning; what is wrong in one is said with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventreview.config import settings
from eventreview.config.settings import Misconfigured, load, own_file


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A home of its own."""
    return {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config")}


def write_own(environ: dict[str, str], text: str) -> Path:
    """The person's own file with this text."""
    path = own_file(environ)
    assert path is not None
    Path(path).parent.mkdir(parents=True)
    Path(path).write_text(text, encoding="utf-8")
    return Path(path)


def test_without_a_file_nothing_is_set(environ: dict[str, str], tmp_path: Path) -> None:
    found = load(environ, str(tmp_path))
    assert (found.lang, found.theme, found.keys) == (None, None, {})


def test_without_a_place_for_files_nothing_is_set() -> None:
    assert load({}, None).keys == {}


def test_the_own_file_stands_in_the_home_where_no_other_place_is_named(environ: dict[str, str]) -> None:
    del environ["XDG_CONFIG_HOME"]
    assert own_file(environ) == f"{environ['HOME']}/.config/eventreview/config.toml"


def test_the_project_s_file_wins_and_is_found_above_the_folder(environ: dict[str, str], tmp_path: Path) -> None:
    write_own(environ, 'lang = "fr"\ntheme = "nord"\n[keys]\nundo-edit = "U"\nsave-plan = "ctrl+w"\n')
    project = tmp_path / "eventreview.toml"
    project.write_text('lang = "en"\n[keys]\nundo-edit = ["f9", "Z"]\n', encoding="utf-8-sig")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    found = load(environ, str(below))
    assert (found.lang, found.theme) == ("en", "nord")
    assert found.keys == {"undo-edit": ("f9", "Z"), "save-plan": ("ctrl+w",)}
    assert found.files["keys", "undo-edit"] == str(project)
    assert found.files["keys", "save-plan"] == own_file(environ)


@pytest.mark.parametrize(
    ("text", "kind", "at"),
    [
        ("lang = fr", settings.NOT_TOML, ()),
        ("a = " + "[" * 5000, settings.NOT_TOML, ()),
        ('langue = "fr"', settings.UNKNOWN_NAME, ("langue",)),
        ("lang = 3", settings.NO_TEXT, ("lang",)),
        ('theme = ""', settings.NO_TEXT, ("theme",)),
        ('keys = "a"', settings.NO_TABLE, ("keys",)),
        ("[keys]\nundo-edit = 4", settings.NO_KEYS, ("keys", "undo-edit")),
        ("[keys]\nundo-edit = []", settings.NO_KEYS, ("keys", "undo-edit")),
        ('[keys]\nundo-edit = ["a", 1]', settings.NO_KEYS, ("keys", "undo-edit")),
    ],
)
def test_what_cannot_be_used_is_refused(
    environ: dict[str, str], tmp_path: Path, text: str, kind: str, at: tuple[str, ...]
) -> None:
    path = write_own(environ, text)
    with pytest.raises(Misconfigured) as raised:
        load(environ, str(tmp_path))
    assert (raised.value.kind, raised.value.at, raised.value.file) == (kind, at, str(path))


def test_bytes_that_are_no_text_are_refused(environ: dict[str, str], tmp_path: Path) -> None:
    write_own(environ, "").write_bytes(b'lang = "\xff"')
    with pytest.raises(Misconfigured) as raised:
        load(environ, str(tmp_path))
    assert raised.value.kind == settings.NOT_TOML
