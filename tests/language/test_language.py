"""Choosing a language, and speaking it."""

from __future__ import annotations

import argparse
import gettext
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventreview import language

PLURAL = ("allyship note, opening paragraph, passage {ids}", "allyship note, opening paragraph, passages {ids}")


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the language as the other tests expect it."""
    yield
    language.use("en")


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "frp_IT"}, "en"),
        ({"LANG": "es_MX.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_MESSAGES": "en_GB", "LC_ALL": "fr_FR"}, "fr"),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR"}, "fr"),
        ({"EVENTREVIEW_LANG": "fr", "LC_ALL": "en_GB"}, "fr"),
        ({"EVENTREVIEW_LANG": "", "LC_ALL": "fr_FR"}, "fr"),
        ({"EVENTREVIEW_LANG": "tlh", "LC_ALL": "fr_FR"}, "en"),
    ],
)
def test_the_environment_chooses(environ: dict[str, str], expected: str) -> None:
    assert language.choose(None, environ) == expected


def test_the_option_wins_over_the_variable_and_that_over_the_configuration_and_that_over_the_locale() -> None:
    locale = {"LANG": "fr_FR.UTF-8"}
    assert language.choose(None, locale, "en") == "en"
    assert language.choose(None, locale | {"EVENTREVIEW_LANG": "fr"}, "en") == "fr"
    assert language.choose("en", locale | {"EVENTREVIEW_LANG": "fr"}, "fr") == "en"


@pytest.mark.parametrize("option", ["es", "", "C", "french"])
def test_an_unknown_option_is_refused(option: str) -> None:
    with pytest.raises(language.UnknownLanguage) as refusal:
        language.choose(option, {"LANG": "fr_FR"})
    assert refusal.value.language == option


def test_an_unknown_language_cannot_be_used_and_changes_nothing() -> None:
    language.use("fr")
    with pytest.raises(language.UnknownLanguage):
        language.use("es")
    assert language.current() == "fr"


def test_english_is_what_the_sources_say() -> None:
    assert language.current() == "en"
    assert language.gettext("options: {n}") == "options: {n}"
    assert language.pgettext("result", "met") == "met"
    assert [language.ngettext("one", "many", n) for n in (0, 1, 2)] == ["many", "one", "many"]
    assert [language.npgettext("citation", *PLURAL, n) for n in (0, 1, 2)] == [PLURAL[1], PLURAL[0], PLURAL[1]]


def test_french_comes_from_the_catalogue() -> None:
    language.use("fr")
    assert language.current() == "fr"
    assert language.gettext("positional arguments") == "arguments positionnels"
    assert language.pgettext("result", "met") == "respecté"
    assert language.ngettext("expected %s argument", "expected %s arguments", 2) == "il faut %s valeurs"
    one = "note sur le partenariat, premier paragraphe, passage {ids}"
    many = "note sur le partenariat, premier paragraphe, passages {ids}"
    assert [language.npgettext("citation", *PLURAL, n) for n in (0, 1, 2)] == [one, one, many]


def test_a_text_without_french_stays_english() -> None:
    language.use("fr")
    assert language.gettext("no such text") == "no such text"
    assert language.pgettext("no such context", "met") == "met"


def test_the_language_can_change_at_any_time() -> None:
    said = []
    for name in ("fr", "en", "fr"):
        language.use(name)
        said.append(language.pgettext("result", "waived"))
    assert said == ["sous dérogation", "waived", "sous dérogation"]


@pytest.mark.parametrize("content", [None, b"", b"not a catalogue", b"\xde\x12\x04\x95\x00"])
def test_without_a_usable_catalogue_everything_is_english(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "broken.mo"
    if content is not None:
        catalogue.write_bytes(content)
    monkeypatch.setattr(language, "_CATALOGUE", str(catalogue))
    monkeypatch.setattr(language, "_loaded", {})
    language.use("fr")
    assert language.current() == "en"
    assert language.pgettext("result", "met") == "met"


def loaded_by(code: str) -> str:
    """Run a line in a Python of its own and give what it loads of modules that aren't ours."""
    sources = Path(language.__file__).parents[2]
    lines = (
        f"import sys; sys.path.insert(0, {str(sources)!r}); import __future__; before = set(sys.modules)\n{code}\n"
        "print(*sorted(name for name in set(sys.modules) - before if not name.startswith('eventreview')))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", lines], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_english_loads_no_module_for_translation() -> None:
    assert loaded_by("from eventreview import language; language.use('en'); language.gettext('x')") == ""
    assert "gettext" in loaded_by("from eventreview import language; language.use('fr'); language.gettext('x')")


def test_the_tables_of_words_load_nothing_else() -> None:
    assert loaded_by("from eventreview.language import labels; labels.label_of_value('stage', 'idea')") == ""
    assert loaded_by("from eventreview.language import words; words.join(['a', 'b'])") == ""
    assert loaded_by("from eventreview.plan import syntax; syntax.explain('Invalid value')") == ""
    assert loaded_by("from eventreview.rules import passages; passages.cite('L2')") == ""


@pytest.fixture
def restored_argparse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give argparse its own functions back after the test."""
    monkeypatch.setattr("argparse._", gettext.gettext)
    monkeypatch.setattr("argparse.ngettext", gettext.ngettext)


@pytest.mark.usefixtures("restored_argparse")
def test_argparse_speaks_the_language_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    language.use("fr")
    language.translate_argparse()
    parser = argparse.ArgumentParser(prog="eventreview")
    parser.add_argument("plan")
    parser.add_argument("--pair", nargs=2)
    assert "arguments positionnels" in parser.format_help()
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert capsys.readouterr().err.endswith("eventreview\u202f: erreur\u202f: il manque ces arguments\u202f: plan\n")
    with pytest.raises(SystemExit):
        parser.parse_args(["x", "--pair", "1"])
    assert "argument --pair\u202f: il faut 2 valeurs" in capsys.readouterr().err
    language.use("en")
    with pytest.raises(SystemExit):
        parser.parse_args([])
    assert "the following arguments are required: plan" in capsys.readouterr().err
