"""Whatever is found about the form of a file has its sentence, and the sentence has all that it names."""

from __future__ import annotations

import string

import pytest
from tests.rules.test_examples import whole_plan

from eventreview.plan import model
from eventreview.plan.consistency import PAIRS
from eventreview.plan.faults import Fault
from eventreview.plan.fields import Field, Table
from eventreview.plan.file import read_bytes
from eventreview.plan.reader import WANTED
from eventreview.plan.references import TABLES_WITH_IDS
from eventreview.plan.shapes import SHAPES
from eventreview.rules import catalogue
from eventreview.rules.rule import Rule


def every_field() -> list[Field]:
    tables: list[type[Table]] = [model.Plan]
    for table in tables:
        tables += [field.table for field in table.FIELDS.values() if field.table is not None]
    return [field for table in tables for field in table.FIELDS.values()]


def named(text: object) -> set[str]:
    """The parameters that a text names."""
    assert isinstance(text, str)
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def faults_of_examples() -> list[tuple[Rule, Fault]]:
    rules = catalogue.rules()
    found: list[tuple[Rule, Fault]] = []
    for rule in rules.values():
        for case in rule.examples:
            file = read_bytes("example.toml", whole_plan(case.plan).encode())
            found += [(rules[fault.code], fault) for fault in file.faults]
    return found


def test_every_fault_of_every_example_can_be_said() -> None:
    found = faults_of_examples()
    assert {rule.code for rule, _ in found} >= {f"FORM-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14)}
    for rule, fault in found:
        assert named(rule.messages[fault.message_id]) <= set(fault.params), fault
        for remark, params in fault.remarks:
            assert named(rule.messages[remark]) <= set(params), fault


def test_every_kind_of_value_is_said_to_be_wanted() -> None:
    wanted = {*WANTED.values(), "string", "array", "table", "array of tables"}
    texts = catalogue.rules()["FORM-4"].messages
    assert {f"wants-{kind.replace(' ', '-')}" for kind in wanted} == {
        each for each in texts if each.startswith("wants-")
    }


def test_every_range_is_said() -> None:
    more = ("not-negative", "positive", "share", "year", "panel-minutes", "with-community-quota")
    texts = catalogue.rules()["FORM-14"].messages
    assert {f"allowed-{each}" for each in (*SHAPES, *more)} == {each for each in texts if each.startswith("allowed-")}


def test_every_kind_of_object_is_said_to_be_wanted_or_found() -> None:
    texts = catalogue.rules()["FORM-9"].messages
    wanted = {f"wants-{'-'.join(field.refers)}" for field in every_field() if field.kind == "reference"}
    assert wanted == {each for each in texts if each.startswith("wants-")}
    found = {f"is-{table}" for table in (*TABLES_WITH_IDS, "speakers", "event")}
    assert found == {each for each in texts if each.startswith("is-")}


def test_every_pair_of_dates_is_said() -> None:
    assert {message_id for _, _, _, message_id, _ in PAIRS} <= set(catalogue.rules()["FORM-10"].messages)


@pytest.mark.parametrize("code", [f"FORM-{n}" for n in range(1, 15)])
def test_nobody_judges_the_form_of_a_file_and_no_stage_is_too_early(code: str) -> None:
    rule = catalogue.rules()[code]
    assert (rule.set, rule.judged_by, rule.any_stage, rule.checks, rule.question) == ("form", "nobody", True, (), "")
