"""Whatever the parser refuses is said in a sentence of our own, and nothing of the plan is repeated."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from eventreview import language
from eventreview.plan import syntax

# A text that the parser refuses, and the identifier of its reason.
REFUSED = [
    ("= 1", "statement"),
    ("a = 1 b", "after-statement"),
    ("a = 'it's'", "after-statement"),
    ("a = 2027-13-01", "after-statement"),
    ("[]", "key"),
    ("a.é = 1", "key"),
    ("a", "equals"),
    ("a b = 1", "equals"),
    ("a = ", "value"),
    ("a = yes", "value"),
    ("a = 2027-02-30", "date"),
    ("a = " + "9" * 5000, "out-of-range"),
    ('a = "x', "unclosed-string"),
    ('a = """x\n', "unclosed-string"),
    ("a = 'x", "unclosed-literal"),
    ("a = '''x\n", "unclosed-literal"),
    ('a = "x\n"', "line-break"),
    ("a = 'x\n'", "line-break"),
    ("# x\ry", "carriage-return"),
    ('a = "x\ry"', "carriage-return"),
    ("# \x1b", "control-character"),
    ('a = "\x7f"', "control-character"),
    ("a = '\x00'", "control-character"),
    ('a = "\\q"', "escape"),
    ('a = """\\ x"""', "escape"),
    ('a = "\\xZZ"', "hexadecimal"),
    ('a = "\\uD800"', "no-such-character"),
    ("[a", "table-end"),
    ("[[a]", "entry-end"),
    ("[a]\n[a]", "declared-twice"),
    ("a.b = 1\n[a]", "declared-twice"),
    ("a = 1\na = 2", "given-twice"),
    ("a = 1\n[a]", "given-twice"),
    ("a = 1\n[[a]]", "given-twice"),
    ("a = {b = 1, b.c = 2}", "given-twice"),
    ("[a.b]\n[a]\nb.c = 1", "already-a-table"),
    ("a = [1]\n[[a]]", "complete"),
    ("a = {}\na.b = 1", "complete"),
    ("a = {b = {}, b.c = 1}", "complete"),
    ("a = {b = 1, b = 2}", "inline-twice"),
    ("a = [1 2]", "unclosed-array"),
    ("a = {b = 1", "unclosed-inline-table"),
    ("a = " + "[" * 2000, "too-deep"),
    (".".join("a" * 5000) + " = 1", "too-deep"),
]


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the language as the other tests expect it."""
    yield
    language.use("en")


def refusal(text: str) -> tuple[str, dict[str, str]]:
    """Give identifier and parameters of the reason why the parser refuses a text."""
    with pytest.raises((ValueError, RecursionError)) as raised:
        tomli.loads(text)
    return syntax.explain_error(raised.value)


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=lambda value: repr(value)[:40])
def test_a_refused_text_has_its_reason(text: str, expected: str) -> None:
    assert refusal(text)[0] == expected


def test_every_sentence_but_the_last_resort_has_a_text_that_provokes_it() -> None:
    assert {expected for _, expected in REFUSED} == set(syntax.SENTENCES) - {syntax.UNKNOWN}


def messages_of_the_parser() -> list[str]:
    """Give every message in the source of the installed parser, its values filled in as the parser would."""
    source = Path(tomli.__file__).with_name("_parser.py")
    if not source.exists():
        pytest.skip("the parser is installed without its source")
    messages = []
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "TOMLDecodeError":
            messages += filled_in(node.args[0])
    return messages


def filled_in(message: ast.expr) -> list[str]:
    """Give the messages that a literal or an f-string of the parser can become."""
    if isinstance(message, ast.Constant):
        return [str(message.value)]
    assert isinstance(message, ast.JoinedStr)
    values: dict[str, list[object]] = {
        "expect": ["'", "'''"],
        "char": ["\n", "\r", "\x00", "\x1f", "\x7f"],
        "src[pos]": ["\n", "\r", "\x00", "\x1f", "\x7f"],
        "key": [("a",), ("a", "b c")],
        "cont_key": [("a", "b")],
        "abs_key_parent": [("a", "b")],
        "key_stem": ["a", "b c"],
    }
    texts = [""]
    for part in message.values:
        if isinstance(part, ast.FormattedValue):
            shown = [repr(value) for value in values[ast.unparse(part.value)]]
        else:
            assert isinstance(part, ast.Constant)
            shown = [str(part.value)]
        texts = [text + value for text in texts for value in shown]
    return texts


def test_every_message_of_the_installed_parser_is_known() -> None:
    messages = messages_of_the_parser()
    assert len(messages) > 30
    assert [message for message in messages if syntax.explain(message)[0] == syntax.UNKNOWN] == []


def test_the_reasons_in_the_source_are_the_reasons_that_texts_provoke() -> None:
    raised_otherwise = {"too-deep", "out-of-range", syntax.UNKNOWN}
    known = {syntax.explain(message)[0] for message in messages_of_the_parser()}
    assert known == set(syntax.SENTENCES) - raised_otherwise


@pytest.mark.parametrize(
    "raw", ["", "Something new", "Expected 'secret'", "Illegal character 'é'", "Illegal character '\\xg1'", "Illegal "]
)
def test_an_unknown_message_is_said_without_being_repeated(raw: str) -> None:
    assert syntax.explain(raw) == (syntax.UNKNOWN, {})
    assert syntax.sentence(syntax.UNKNOWN, {}) == "this isn't valid TOML here"


def test_an_error_that_is_not_the_parsers_is_said_without_being_repeated() -> None:
    assert syntax.explain_error(KeyError("secret")) == (syntax.UNKNOWN, {})
    assert syntax.sentence("no-such-id", {}) == "this isn't valid TOML here"


def test_a_control_character_is_named_by_its_number() -> None:
    assert refusal("# \x1b[2J") == ("control-character", {"character": "U+001B"})
    assert syntax.sentence(*refusal("# \x1b[2J")) == "the control character U+001B may not stand here"


def test_the_reason_is_said_in_french() -> None:
    language.use("fr")
    said = syntax.sentence(*refusal("a = '''x"))
    assert said == "un texte ouvert par ''' n’est pas fermé\u202f: il manque '''"


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_sentences_stand_after_a_colon(name: str) -> None:
    language.use(name)
    for message_id in syntax.SENTENCES:
        said = syntax.sentence(message_id, {"quotes": "'", "character": "U+0000"})
        assert said[0].islower(), said
        assert not said.endswith("."), said


SECRET = "z7q9secret"
MALFORMED = (
    "{s} = 1\n{s} = 2",
    "[{s}]\n[{s}]",
    "{s}.x = 1\n[{s}]",
    "[{s}.x]\n[{s}]\nx.y = 1",
    "a = {{{s} = 1, {s} = 2}}",
    "{s} = []\n[[{s}]]",
    "a = {s}",
    "a = '{s}",
    'a = "{s}\n"',
    'a = "{s}\\q"',
    "{s}",
)


@given(st.text(max_size=8), st.sampled_from(MALFORMED))
def test_nothing_of_the_plan_is_repeated(text: str, template: str) -> None:
    broken = template.format(s=SECRET) + text
    try:
        tomli.loads(broken)
    except ValueError as error:
        message_id, params = syntax.explain_error(error)
        assert SECRET not in f"{message_id} {params} {syntax.sentence(message_id, params)}"
