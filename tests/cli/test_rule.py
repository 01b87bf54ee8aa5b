"""`rule` from outside: the list and a rule in full, as text, Markdown and JSON."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Command

from eventreview.rules import catalogue

CODES = tuple(catalogue.rules())


def test_the_list_has_every_rule_under_its_family_with_severity_set_and_name(command: Command) -> None:
    lines = command("rule").out.splitlines()
    for rule in catalogue.rules().values():
        (row,) = [line.split() for line in lines if line.split()[:1] == [rule.code] and line.startswith("  ")]
        assert row[1:] == [rule.severity or "question", rule.set, rule.name]
    families = [line.partition(" –")[0] for line in lines if line and not line.startswith(" ")]
    assert families == list(dict.fromkeys(rule.family for rule in catalogue.rules().values()))


def test_a_rule_in_full_says_what_why_and_where_it_comes_from(command: Command) -> None:
    out = command("rule", "BAL-1").out
    rule = catalogue.rules()["BAL-1"]
    words = out.split()
    for text in (rule.what, rule.why, rule.remedy, rule.question):
        assert " ".join(text.split()) in " ".join(words)
    assert "Allyship (the note) (allyship)" in out
    assert "organisations.led_by" in out
    assert "passage L1" in out


@pytest.mark.parametrize("language", ["en", "fr"])
def test_json_holds_the_same_keys_for_each_rule(command: Command, language: str) -> None:
    document = json.loads(command("rule", "--format", "json", "--lang", language).out)
    assert document["version"] == 1
    assert [each["code"] for each in document["rules"]] == list(CODES)
    keys = {
        "code", "name", "family", "set", "severity", "stage", "judged_by", "what", "why", "remedy", "question",
        "sources", "citations", "reads", "messages", "choices",
    }  # fmt: skip
    assert all(set(each) == keys for each in document["rules"])


def test_json_of_one_rule_keeps_identifiers_in_any_language(command: Command) -> None:
    (english,) = json.loads(command("rule", "rep-1", "--format", "json").out)["rules"]
    (french,) = json.loads(command("rule", "rep-1", "--format", "json", "--lang", "fr").out)["rules"]
    assert english["what"] != french["what"]
    for key in ("code", "name", "family", "set", "severity", "stage", "judged_by", "sources", "reads"):
        assert english[key] == french[key]
    assert list(english["messages"]) == list(french["messages"])


def test_markdown_of_the_list_is_one_table_a_family(command: Command) -> None:
    lines = command("rule", "--format", "markdown").out.splitlines()
    rows = [line for line in lines if line.startswith("| ") and "-" in line.split("|")[1]]
    assert [row.split("|")[1].strip() for row in rows] == list(CODES)
    widths = {line.count("|") - line.count("\\|") for line in lines if line.startswith("|")}
    assert widths == {6}


def test_markdown_of_a_rule_has_one_heading_and_its_sources(command: Command) -> None:
    out = command("rule", "REP-1", "--format", "markdown").out
    assert out.startswith("## REP-1 `chosen-by-community`\n")
    assert out.count("\n## ") == 0
    assert "- allyship note" in out


def test_a_format_that_isnt_one_is_one_line_and_exit_2(command: Command) -> None:
    ran = command("rule", "--format", "yaml")
    assert (ran.code, ran.err.count("\n"), ran.out) == (2, 1, "")


@pytest.mark.parametrize("word", ["chosen-by-comunity", "REP-11", "", "\x1b[31m"])
def test_an_unknown_rule_is_one_line_and_exit_2(command: Command, word: str) -> None:
    ran = command("rule", word)
    assert (ran.code, ran.err.count("\n"), ran.out) == (2, 1, "")
    assert "\x1b" not in ran.err
