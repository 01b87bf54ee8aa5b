"""Every example of every rule comes out as it says: result, severity, place, message and populations."""

from __future__ import annotations

import pytest

from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN
from eventreview.plan.file import read_bytes
from eventreview.review.engine import review
from eventreview.review.finding import Finding
from eventreview.rules import catalogue
from eventreview.rules.rule import Example, Rule

EVENT = 'event = { title = "Rights and evidence", concerns = ["sex-workers"], scope = "global" }\n'
ORGANISATIONS = """organisations = [
  { id = "net", name = "Lantern Network (fictional)", kind = "community-network", led_by = ["sex-workers"], scope = "global", roles = ["partner"] },
  { id = "ally", name = "Harbour Alliance (fictional)", kind = "ngo", led_by = [], roles = ["lead"] },
]
"""


def whole_plan(fragment: str) -> str:
    """The fragment with what it leaves out: the format, and the event and organisations of the hard cases."""
    head = "" if _has(fragment, "format") else "format = 1\n"
    if not _has(fragment, "event"):
        head += EVENT
    if not _has(fragment, "organisations"):
        head += ORGANISATIONS
    return head + fragment


def _has(fragment: str, name: str) -> bool:
    return any(
        line.startswith((f"{name} ", f"{name}=", f"[{name}]", f"[[{name}]]", f"# without {name}"))
        for line in fragment.splitlines()
    )


def described(finding: Finding) -> str:
    """A finding as an example writes it."""
    result = finding.result + (f"/{finding.severity}" if finding.severity else "")
    return " ".join((result, finding.at, finding.message_id, *finding.populations))


def fits(expected: str, finding: Finding) -> bool:
    """Whether a finding is the one an example expects; populations and parameters count where they are named."""
    line, _, params = expected.partition("|")
    result, at, message_id, *populations = line.split()
    if not described(finding).startswith(f"{result} {at} {message_id}"):
        return False
    if finding.message_id != message_id or (populations and tuple(populations) != finding.populations):
        return False
    return all(_param_fits(pair, finding) for pair in params.split())


def _param_fits(pair: str, finding: Finding) -> bool:
    name, _, wanted = pair.partition("=")
    value = finding.params.get(name)
    return wanted == (",".join(map(str, value)) if isinstance(value, tuple) else str(value))


CASES = [
    pytest.param(rule, case, id=f"{rule.code} {case.name}")
    for rule in catalogue.rules().values()
    for case in rule.examples
]


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_an_example_comes_out_as_it_says(rule: Rule, case: Example) -> None:
    file = read_bytes("example.toml", whole_plan(case.plan).encode())
    found = [f for f in review(file, sets=(*SETS_ON, *SETS_OPT_IN)).findings if f.rule is rule]
    shown = "\n".join(f"{described(f)} {f.params}" for f in found)
    wanted = [line.strip() for line in case.expected.strip().splitlines() if line.strip()]
    rest = list(found)
    for line in wanted:
        hit = next((f for f in rest if fits(line, f)), None)
        assert hit is not None, f"{line} isn't among\n{shown}"
        rest.remove(hit)
    left = [f for f in rest if f.result != "not-applicable"]
    assert not left, "unexpected: " + "; ".join(map(described, left))


@pytest.mark.parametrize("rule", catalogue.rules().values(), ids=lambda rule: rule.code)
def test_a_rule_has_its_texts_and_its_passages(rule: Rule) -> None:
    assert rule.what
    assert rule.why
    assert rule.remedy
    assert rule.passages or rule.basis, "a rule cites a passage of the note, or says on what else it rests"
    asks = rule.question or rule.judged_by == "nobody" or rule.code == "KP-1"  # there the list decides
    assert asks, "who judges is asked something"


@pytest.mark.parametrize("rule", catalogue.rules().values(), ids=lambda rule: rule.code)
def test_every_message_of_a_rule_comes_from_an_example(rule: Rule) -> None:
    if rule.family == "FORM":
        pytest.skip("faults of form are tested with the reader")
    seen = set()
    for case in rule.examples:
        file = read_bytes("example.toml", whole_plan(case.plan).encode())
        for finding in review(file, sets=(*SETS_ON, *SETS_OPT_IN)).findings:
            if finding.rule is rule:
                seen.add(finding.message_id)
                seen.update(part.message_id for part in finding.parts)
                seen.update(remark for remark, _ in finding.remarks)
    assert set(rule.messages) <= seen, "messages no example gives"
