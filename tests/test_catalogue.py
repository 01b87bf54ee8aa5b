"""The French catalogue is complete, exact, and typeset as French is."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

# The same in both languages: names, international words, and texts without words.
ALIKE = {
    "consultation {id} ({by} → {with_})",
    "organisation",
    "place {place}",
    "place {place} ({organisation})",
    "{n} institution",
    "{n} institutions",
    "{n}/{total} min",
    "question",
    "{owner}, {kind}",
    "source",
    "Budget",
    "Collective",
    "Conclusion",
    "Consultation",
    "Consultations",
    "Expertise",
    "Format",
    "Identifier",
    "Indico",
    "Invitations",
    "Minutes",
    "Notes",
    "Organisation",
    "Organisations",
    "Panel",
    "Panels",
    "Photos",
    "Place",
    "Places",
    "Plan",
    "Population",
    "Source",
    "Sources",
    "Sessionize",
    "budget",
    "communication",
    "consultation",
    "criminalisation",
    "iCalendar",
    "objection",
    "options",
    "panel",
    "police",
    "pretalx",
    "questions",
}

# The field's words are chosen; these are not among them (the clause named "anti-prostitution" keeps its name).
AVOIDED_ENGLISH = r"(?<!anti-)prostitut|\bvulnerable|\bbeneficiar|\baddict|HIV-infected|\bcompliant\b"
AVOIDED_FRENCH = r"(?<!anti-)prostitu|\bvictimes?\b|toxicoman|séropositi|\bbénéficiaires?\b"

CODE = r"`[^`]*`|%\(\w+\)[srd]|%[srd]\b|\{\w*(?:[:!][^{}]*)?\}|\bhttps?://\S+"
NARROW = "\u202f"


def load_catalogue() -> ModuleType:
    """Load the tool beside this file, which stands in no package."""
    spec = importlib.util.spec_from_file_location("catalogue", Path(__file__).with_name("catalogue.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = load_catalogue()
Text = tuple[str | None, str, str | None]


@pytest.fixture(scope="module")
def texts() -> dict[Text, set[str]]:
    """Every text that the sources show."""
    used: dict[Text, set[str]] = tool.used()
    return used


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    """Every French text after its English."""
    return [
        (english, french)
        for message in tool.entries(tool.read()).values()
        for english, french in zip(tool.ids(message), tool.strings(message), strict=True)
    ]


def test_every_text_has_its_french(texts: dict[Text, set[str]]) -> None:
    lacking = {text: sorted(texts[text]) for text in tool.missing(tool.read(), texts)}
    assert lacking == {}


def test_no_french_is_left_over(texts: dict[Text, set[str]]) -> None:
    assert tool.unused(tool.read(), texts) == []


def test_nothing_is_in_doubt() -> None:
    assert tool.fuzzy(tool.read()) == []


def test_placeholders_are_those_of_the_english() -> None:
    assert tool.other_placeholders(tool.read()) == []


def test_placeholders_are_named(texts: dict[Text, set[str]]) -> None:
    unnamed = [text for text in texts if re.search(r"(?<!\{)\{\d*\}", text[1] + (text[2] or ""))]
    assert unnamed == []


def test_the_file_is_as_the_tool_writes_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.po"
    tool.write(tool.entries(tool.read()).values(), copy)
    assert copy.read_text("utf-8") == tool.FRENCH.read_text("utf-8")


def test_no_text_is_put_together_before_it_is_translated() -> None:
    broken = {
        path.relative_to(tool.SOURCES).as_posix(): lines
        for path in sorted(tool.SOURCES.rglob("*.py"))
        if (lines := list(tool.broken_calls(ast.parse(path.read_text("utf-8")))))
    }
    assert broken == {}


def test_the_case_of_a_shown_text_is_never_changed() -> None:
    changed = [
        f"{path.relative_to(tool.SOURCES).as_posix()}:{line}"
        for path in sorted(tool.SOURCES.rglob("*.py"))
        for line in changes_of_case(ast.parse(path.read_text("utf-8")))
    ]
    assert changed == []


def changes_of_case(tree: ast.Module) -> Iterator[int]:
    """Give the lines where a case method is called on something that holds a translated text or a label."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in (
            "upper",
            "lower",
            "title",
            "capitalize",
            "swapcase",
        ):
            continue
        for part in ast.walk(node.value):
            name = part.attr if isinstance(part, ast.Attribute) else part.id if isinstance(part, ast.Name) else ""
            if name == "_" or name.endswith("gettext") or name.startswith("label_of_"):
                yield node.lineno
                break


def test_a_change_of_case_would_be_seen() -> None:
    assert list(changes_of_case(ast.parse("x = _('some').upper()\ny = 'x'.upper()\nz = label_of_set(s).title()"))) == [
        1,
        3,
    ]


def test_no_english_is_left(pairs: list[tuple[str, str]]) -> None:
    left = {
        english
        for english, french in pairs
        if english == french and re.search(r"[^\W\d_]{2}", re.sub(CODE, "", french))
    }
    assert left - ALIKE == set()


def test_signs_have_their_narrow_space(pairs: list[tuple[str, str]]) -> None:
    wrong = [french for _, french in pairs if re.search(rf"(?<!{NARROW})[;:!?](?=[\s)»]|$)", re.sub(CODE, "x", french))]
    wrong += [french for _, french in pairs if re.search(r"\d[ \u00a0]?%", re.sub(CODE, "x", french))]
    wrong += [french for _, french in pairs if re.search(rf"«(?!{NARROW})|(?<!{NARROW})»", french)]
    wrong += [french for _, french in pairs if re.search(r"[\s\u00a0][,.…](?:\s|$)", re.sub(CODE, "x", french))]
    assert wrong == []


def test_apostrophes_and_quotation_marks_are_french(pairs: list[tuple[str, str]]) -> None:
    wrong = [french for _, french in pairs if re.search(r"[^\W\d_]'[^\W\d_]", re.sub(CODE, "", french))]
    wrong += [french for _, french in pairs if '"' in re.sub(rf"{CODE}|\w+ = \"[^\"]*\"", "", french)]
    assert wrong == []


def test_no_capital_follows_a_colon_unless_it_is_a_name(pairs: list[tuple[str, str]]) -> None:
    wrong = []
    for english, french in pairs:
        found = re.findall(rf"{NARROW}: ([A-ZÀ-Ý][a-zà-ÿ]+)", french)
        wrong += [french for word in found if word not in english]
    assert wrong == []


def test_the_ends_of_a_text_are_those_of_the_english(pairs: list[tuple[str, str]]) -> None:
    def ends(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [french for english, french in pairs if ends(english) != ends(french)] == []


def test_words_that_the_field_avoids_are_avoided(pairs: list[tuple[str, str]]) -> None:
    assert [english for english, _ in pairs if re.search(AVOIDED_ENGLISH, english, re.IGNORECASE)] == []
    assert [french for _, french in pairs if re.search(AVOIDED_FRENCH, french, re.IGNORECASE)] == []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    from gettext import GNUTranslations

    with tool.FRENCH.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in tool.entries(tool.read()).values():
        english, context = tool.ids(message)[0], message.context
        if len(tool.ids(message)) == 1:
            said = compiled.pgettext(context, english) if context else compiled.gettext(english)
            assert said == tool.strings(message)[0]


# The tool itself.

SCANNED = """
from eventreview import language
from eventreview.language import gettext as _, ngettext, npgettext as np, pgettext
_("plain")
_("two "
  "parts")
pgettext("context", "inner")
ngettext("one", "many", n)
np("c", "one", "many", n)
language.gettext("by module")
_(variable)
other("not ours")
_(f"put {together}")
_("put " + together)
pgettext(f"dynamic/{x}", variable)
"""


def test_the_scan_finds_every_call_by_whatever_name() -> None:
    tree = ast.parse(SCANNED)
    assert [text for _, text in tool.calls(tree)] == [
        (None, "plain", None),
        (None, "two parts", None),
        ("context", "inner", None),
        (None, "one", "many"),
        ("c", "one", "many"),
        (None, "by module", None),
    ]
    assert list(tool.broken_calls(tree)) == [13, 14]


def test_faults_of_a_catalogue_are_found(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid "held"\nmsgstr "tenu"\n\n'
        'msgid "left over"\nmsgstr "en trop"\n\n'
        'msgid "empty"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "doubt {n}"\nmsgstr "doute {m}"\n\n'
        'msgid "one {n}"\nmsgid_plural "many {n}"\nmsgstr[0] "un"\nmsgstr[1] "plusieurs"\n\n',
        "utf-8",
    )
    catalogue = tool.read(path)
    asked: dict[Text, set[str]] = {
        (None, "held", None): {"a"},
        (None, "empty", None): {"a"},
        (None, "doubt {n}", None): {"a"},
        ("in context", "held", None): {"a"},
        (None, "one {n}", None): {"a"},
    }
    assert tool.missing(catalogue, asked) == [
        (None, "empty", None),
        (None, "one {n}", None),
        ("in context", "held", None),
    ]
    assert tool.unused(catalogue, asked) == [("", "left over")]
    assert tool.fuzzy(catalogue) == [("", "doubt {n}")]
    assert tool.other_placeholders(catalogue) == [("", "doubt {n}"), ("", "one {n}")]
    assert len(tool.report(catalogue, asked)) == 7


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing", []),
        ("{b} and {a:02} and {a!r}", ["{a}", "{b}"]),
        ("{{not}} a placeholder", []),
        ("%(prog)s: %s, 50 % of %d", ["%(prog)s", "%d", "%s"]),
    ],
)
def test_placeholders_of_a_text(text: str, expected: list[str]) -> None:
    assert tool.placeholders(text) == expected


def test_the_french_singular_may_follow_the_english_plural(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(
        'msgid "one place"\nmsgid_plural "{n} places"\nmsgstr[0] "{n} place"\nmsgstr[1] "{n} places"\n', "utf-8"
    )
    assert tool.other_placeholders(tool.read(path)) == []


def test_fragments_are_merged_in_a_stable_order(tmp_path: Path) -> None:
    (tmp_path / "b.po").write_text(
        'msgid "z"\nmsgstr "Z"\n\nmsgctxt "c"\nmsgid "a"\nmsgstr "line\\nline \\"x\\""\n', "utf-8"
    )
    (tmp_path / "a.po").write_text('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\nmsgstr[1] "AA"\n', "utf-8")
    path = tmp_path / "target" / "x.po"
    path.parent.mkdir()
    path.write_text(
        'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "z"\nmsgstr "old"\n\nmsgid "y"\nmsgstr "kept"\n', "utf-8"
    )
    assert tool.merge(tmp_path, path) == []
    merged = path.read_text("utf-8")
    assert merged.startswith(tool.HEADER)
    assert [(key, tool.strings(message)) for key, message in tool.entries(tool.read(path)).items()] == [
        (("", "a"), ["A", "AA"]),
        (("", "y"), ["kept"]),
        (("", "z"), ["Z"]),
        (("c", "a"), ['line\nline "x"']),
    ]
    assert tool.merge(tmp_path, path) == []
    assert path.read_text("utf-8") == merged


def test_two_fragments_that_differ_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_text('msgid "x"\nmsgstr "first"\n', "utf-8")
    (tmp_path / "b.po").write_text('msgid "x"\nmsgstr "second"\n', "utf-8")
    path = tmp_path / "target" / "x.po"
    path.parent.mkdir()
    assert tool.merge(tmp_path, path) == ["a.po and b.po differ:  | x"]
    assert 'msgstr "first"' in path.read_text("utf-8")


def test_a_stub_is_an_entry_to_fill_in() -> None:
    assert tool.stub(("c", 'a "b"', None)) == 'msgctxt "c"\nmsgid "a \\"b\\""\nmsgstr ""\n'
    assert tool.stub((None, "a", "b")) == 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[1] ""\n'
