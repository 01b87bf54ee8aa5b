"""Every choice of every example of every rule can be made; a template changes no data, and nothing is invented."""

from __future__ import annotations

import datetime

import pytest
from tests.rules.test_examples import whole_plan

from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN
from eventreview.plan import edit as editor
from eventreview.plan.edits import Insert, Set
from eventreview.plan.file import read_bytes
from eventreview.plan.model import key_order
from eventreview.review.engine import review
from eventreview.rules import catalogue
from eventreview.rules.rule import Rule

RULES = [rule for rule in catalogue.rules().values() if rule.family != "FORM" and rule.choices is not None]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_choice_can_be_made_and_invents_nothing(rule: Rule) -> None:
    seen: set[str] = set()
    for case in rule.examples:
        text = whole_plan(case.plan)
        file = read_bytes("example.toml", text.encode())
        assert file.values is not None
        for finding in review(file, sets=(*SETS_ON, *SETS_OPT_IN)).findings:
            for choice in finding.choices() if finding.rule is rule else ():
                found = f"{case.name}: {finding} {choice.title}"
                changed = read_bytes(
                    "changed.toml", editor.apply(text, file.values, choice.edits, key_order)[0].encode()
                )
                named_by = rule if choice.of is None else choice.of[0]
                assert choice.title in named_by.choice_titles, found
                assert changed.values is not None, found
                assert len(changed.faults) <= len(file.faults), found
                if choice.kind == "template":
                    assert changed.values == file.values, found
                else:
                    assert changed.values != file.values, found
                for each in choice.edits:
                    value = each.value if isinstance(each, Set | Insert) else None
                    assert not isinstance(value, datetime.date), found
                    assert not (isinstance(each, Set) and "consent" in each.path), found
                    assert not (isinstance(each, Set) and each.path[-1] == "self_declared"), found
                seen.add(choice.title)
    assert seen, "no example offers anything"
