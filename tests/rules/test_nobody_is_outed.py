"""No message of any rule, in any format and language, holds a name, a tag, an affiliation or a note of the plan (SAF-6)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import tomli
import tomli_w
from tests.rules.test_examples import whole_plan

from eventreview import language
from eventreview.config.thresholds import SETS_ON
from eventreview.plan.file import read_bytes
from eventreview.report import full, json, line, sentences
from eventreview.report.run import Run
from eventreview.review.engine import review
from eventreview.rules import catalogue
from eventreview.rules.rule import Example, Rule

SECRETS = {
    "display": "Zaphira Quillon",
    "listed_as": "Quillon House",
    "person": "zq-tag-77",
    "notes": "arrives by the night train",
}
CASES = [
    pytest.param(rule, case, id=f"{rule.code} {case.name}")
    for rule in catalogue.rules().values()
    for case in rule.examples
    if rule.family != "FORM"
]


def with_secrets(plan: str) -> str:
    """The plan with a name, an affiliation and a tag on every place, and a note on every table."""
    data = tomli.loads(plan)
    for table in _tables(data):
        table.setdefault("notes", SECRETS["notes"])
    panels = data.get("panels", [])
    for panel in panels if isinstance(panels, list) else []:
        for place in panel.get("speakers", []):
            for key in ("display", "listed_as", "person"):
                place[key] = SECRETS[key]
    return tomli_w.dumps(data)


def _tables(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for inner in list(value.values()):
            yield from _tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _tables(inner)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_report_names_nobody(rule: Rule, case: Example) -> None:
    result = review(read_bytes("plan.toml", with_secrets(whole_plan(case.plan)).encode()), sets=SETS_ON)
    run = Run([result], everything=True)
    for spoken in language.LANGUAGES:
        language.use(spoken)
        told = full.render(run) + line.render(run) + json.render(run)
        told += "".join(sentences.message(f) + sentences.subject(result.file, f) for f in result.findings)
        assert not [secret for secret in SECRETS.values() if secret in told], rule.code
