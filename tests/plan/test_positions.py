"""The scanner finds every key, value and header that the TOML parser has accepted."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path as File

import pytest
import tomli

from eventreview.plan.positions import Path, Span, scan

PLAN = """\
# A plan
format = 1

[event]
title = "Side event"  # working title
languages = ["en", "fr"]

[[panels]]
id = "p1"
fee.amount = 300

  [[panels.speakers]]
  id = "s1"
  consent = { named = "yes", photo = "no" }

[[panels.speakers]]
id = "s2"
notes = \"\"\"
# not a comment
two lines\"\"\"

[[panels]]
id = "p2"

[partnership.review]
on = 2027-01-02
"""


def cut(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


def test_a_key_and_its_value_are_found_where_they_are_written() -> None:
    at = scan(PLAN)
    path: Path = ("event", "title")
    assert cut(PLAN, at.key(path)) == "title"
    assert cut(PLAN, at.value(path)) == '"Side event"'
    assert cut(PLAN, at.entry(path)) == 'title = "Side event"'
    assert cut(PLAN, at.value(("event", "languages"))) == '["en", "fr"]'
    assert cut(PLAN, at.value(("event", "languages", 1))) == '"fr"'
    assert at.key(("event", "languages", 1)) is None


def test_a_dotted_key_gives_its_last_part_and_its_whole_entry() -> None:
    at = scan(PLAN)
    path: Path = ("panels", 0, "fee", "amount")
    assert cut(PLAN, at.key(path)) == "amount"
    assert cut(PLAN, at.entry(path)) == "fee.amount = 300"
    assert at.header(("panels", 0, "fee")) is None
    assert at.where(("panels", 0, "fee")) == (10, 1, 10, 17)


def test_headers_are_found_from_bracket_to_bracket() -> None:
    at = scan(PLAN)
    assert cut(PLAN, at.header(("event",))) == "[event]"
    assert cut(PLAN, at.header(("panels", 0, "speakers", 0))) == "[[panels.speakers]]"
    assert at.line_column((at.header(("panels", 0, "speakers", 1)) or (0, 0))[0]) == (16, 1)
    assert cut(PLAN, at.header(("panels", 0, "speakers", 0, "consent"))) == "{"
    assert at.header(("panels",)) is None
    assert at.header(()) is None
    assert at.header(("partnership",)) is None


@pytest.mark.parametrize(
    ("path", "where"),
    [
        (("event", "title"), (5, 1, 5, 21)),
        (("event", "languages", 0), (6, 14, 6, 18)),
        (("panels", 0, "speakers", 0, "id"), (13, 3, 13, 12)),
        (("panels", 0, "speakers", 1, "notes"), (18, 1, 20, 13)),
        (("panels", 0, "speakers", 1), (16, 1, 16, 20)),
        (("panels", 0, "speakers"), (12, 3, 12, 22)),
        (("panels", 1, "title"), (22, 1, 22, 11)),
        (("panels", 0, "speakers", 0, "consent", "quoted"), (14, 13, 14, 14)),
        (("panels", 0, "speakers", 0, "fee", "amount"), (12, 3, 12, 22)),
        (("partnership",), (25, 1, 25, 21)),
        (("partnership", "agreed_on"), (25, 1, 25, 21)),
        (("panels", 7, "id"), (8, 1, 8, 11)),
        (("as_of",), (1, 1, 1, 1)),
        ((), (1, 1, 1, 1)),
        (("safety", "contact"), None),
    ],
)
def test_every_path_has_a_place_to_show(path: Path, where: tuple[int, int, int, int] | None) -> None:
    assert scan(PLAN).where(path) == where


def test_lines_and_columns_count_code_points_and_keep_to_line_feeds() -> None:
    text = 'a = "é😀"  # x\r\nb = 1\r\n'
    at = scan(text)
    assert at.line(1) == 'a = "é😀"  # x'
    assert at.line(2) == "b = 1"
    assert at.line(3) == at.line(4) == at.line(0) == ""
    assert at.where(("a",)) == (1, 1, 1, 9)
    assert at.where(("b",)) == (2, 1, 2, 6)
    assert at.line_column(len(text)) == (3, 1)


def test_a_text_without_anything_has_a_root() -> None:
    at = scan("")
    assert at.where(("format",)) == (1, 1, 1, 1)
    assert at.value(("format",)) is None
    assert at.line(1) == ""


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("# one\n[a] # two\nb = 1 # three", ["# one", "# two", "# three"]),
        ('a = "# no"\nb = \'# no\' # yes\r\nc = """\n# no"""\n', ["# yes"]),
        (
            "a = [ # one\n 1, # two\n] # three\nb = { # four\n c = 1 # five\n}",
            ["# one", "# two", "# three", "# four", "# five"],
        ),
    ],
)
def test_comments_are_told_from_strings(text: str, comments: list[str]) -> None:
    assert [cut(text, span) for span in scan(text).comments] == comments


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ('a = """x""""', ("a",), '"""x""""'),
        ('a = """""x"""""\nb = 1', ("a",), '"""""x"""""'),
        ("a = '''''x'''''\nb = 1", ("a",), "'''''x'''''"),
        ('a = """\\""""\nb = 1', ("a",), '"""\\""""'),
        ('a = ["", "]", "#", \'}\', 2]', ("a", 4), "2"),
        ('a = ["""\n] # "" """, 2]', ("a", 1), "2"),
        ('a = { "b c" = 1, d . e = [ [], {} ] }', ("a", "d", "e", 1), "{}"),
        ('a = {\n # x\n b = 1, # y\n "c" = {d.e = 2}, }\n', ("a", "c", "d", "e"), "2"),
        ("a = 1979-05-27 07:32 # x", ("a",), "1979-05-27 07:32"),
        ("a = [1979-05-27 07:32:00.5-07:00,1979-05-27 ]", ("a", 0), "1979-05-27 07:32:00.5-07:00"),
        ("a = [1979-05-27 07:32:00.5-07:00,1979-05-27 ]", ("a", 1), "1979-05-27"),
        ('"\\u0061\\e" . \'b"\' = -nan', ("a\x1b", 'b"'), "-nan"),
        ("[ a . 'b' ]\nc = 07:32", ("a", "b", "c"), "07:32"),
        ("[[a]]\n[[a.b]]\n[a.b.c]\nd = 1\n[[a]]\n[[a.b]]\n[[a.b]]\nd = 2", ("a", 1, "b", 1, "d"), "2"),
        ("a.b = 1\n[a.c]\nd = 2", ("a", "c", "d"), "2"),
        ("[a.b]\n[a]\nc = 2", ("a", "c"), "2"),
    ],
)
def test_odd_shapes_are_read_as_the_parser_reads_them(text: str, path: Path, value: str) -> None:
    tomli.loads(text)
    assert cut(text, scan(text).value(path)) == value


def test_scanning_leaves_the_garbage_collector_as_it_was() -> None:
    assert gc.isenabled()
    scan(PLAN)
    assert gc.isenabled()
    with pytest.raises(ValueError, match="no key"):
        scan("= 1")
    assert gc.isenabled()


def test_deep_nesting_is_no_trouble() -> None:
    depth = 390
    text = "a = " + "[" * depth + "1" + "]" * depth + "\nb = " + "{'a' = " * depth + "1" + "}" * depth
    at = scan(text)
    assert cut(text, at.value(("a", *[0] * depth))) == "1"
    assert cut(text, at.value(("b", *["a"] * depth))) == "1"


def scalars(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every value of the data that isn't a table or an array."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from scalars(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from scalars(child, (*path, index))
    else:
        yield path, value


def conformance_files() -> list[str]:
    folder = os.environ.get("EVENTREVIEW_TOML_TEST")
    if not folder:
        return []
    names = (File(folder) / "tests" / "files-toml-1.1.0").read_text().split()
    return [name for name in names if name.startswith("valid/") and name.endswith(".toml")]


@pytest.mark.skipif(not conformance_files(), reason="EVENTREVIEW_TOML_TEST doesn't name the TOML conformance suite")
@pytest.mark.parametrize("name", conformance_files())
def test_the_conformance_suite_is_found_whole(name: str) -> None:
    folder = File(os.environ["EVENTREVIEW_TOML_TEST"]) / "tests"
    text = (folder / name).read_bytes().decode().removeprefix("\ufeff")
    data = tomli.loads(text)
    at = scan(text)
    for path, value in scalars(data):
        written = cut(text, at.value(path))
        assert written is not None, path
        read = tomli.loads(f"x = {written}")["x"]
        assert (type(read), repr(read)) == (type(value), repr(value)), path
        if isinstance(path[-1], str):
            key = cut(text, at.key(path))
            assert key is not None
            assert list(tomli.loads(f"{key} = 0")) == [path[-1]]
    assert [cut(text, span) for span in at.comments] == [cut(text, span) for span in sorted(at.comments)], (
        "comments come in the order of the text"
    )
