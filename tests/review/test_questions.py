"""Who is asked is who is heard: the questions of an organisation are those whose answers the review counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.review.conftest import FEWER, judgement, one, plan, reviewed

from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN
from eventreview.plan import edit
from eventreview.plan.edits import Insert
from eventreview.plan.file import PlanFile, read_path, read_text
from eventreview.plan.model import key_order
from eventreview.review.engine import review
from eventreview.review.finding import Review
from eventreview.review.questions import Answerers, is_asked

ROOT = Path(__file__).parent.parent
PLANS = sorted([*(ROOT.parent / "plans").glob("*.toml"), *(ROOT / "hard_cases").glob("*.toml")])
SETS = (*SETS_ON, *SETS_OPT_IN)


def answered_by(file: PlanFile, targets: list[tuple[str, str]], by: str) -> Review:
    """The review of the plan once the organisation has said "not met" to each of these."""
    assert file.plan is not None
    assert file.text is not None
    assert file.values is not None
    there = file.values.get("judgements")
    first = len(there) if isinstance(there, list) else 0
    edits = [
        Insert(("judgements",), first + n, {"rule": rule, "at": at, "verdict": "not-met", "by": by, "on": file.plan.today})
        for n, (rule, at) in enumerate(targets)
    ]  # fmt: skip
    text, _ = edit.apply(file.text, file.values, edits, key_order)
    return review(read_text(file.name, text, file), sets=SETS)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_those_who_are_asked_are_those_whose_answer_counts(path: Path) -> None:
    file = read_path(str(path))
    before = review(file, sets=SETS)
    assert file.plan is not None
    answerers = Answerers(file.plan)
    targets = list(dict.fromkeys((f.rule.code, f.at) for f in before.findings if is_asked(f)))
    for organisation in file.plan.organisations:
        by = organisation.at
        given = {(f.rule.code, f.at) for f in before.findings for answer in f.answers if answer.by == by}
        asked = {(q.rule.code, q.table.at) for q in answerers.questions(before, by)}
        for target in targets:
            after = answered_by(file, [target], by)
            counted = any(
                answer.by == by for f in after.findings if (f.rule.code, f.at) == target for answer in f.answers
            )
            assert counted == (target in asked or target in given), (by, target)


def test_the_organisers_answer_what_is_theirs_and_nobody_elses() -> None:
    result = reviewed(plan(FEWER))
    assert result.file.plan is not None
    answerers = Answerers(result.file.plan)
    question = one(result, "BAL-1", "p")
    assert answerers.who(question) == ("net", "south")
    assert answerers.who(one(result, "SAF-3", "s1")) == ()
    assert not answerers.may_answer(question, "nobody-of-the-plan")


def test_of_several_populations_each_organisation_is_heard_for_its_own() -> None:
    result = reviewed(plan(FEWER, concerns='["sex-workers", "trans-people"]', stage="published"))
    assert result.file.plan is not None
    answerers = Answerers(result.file.plan)
    finding = one(result, "REP-5", "event")
    assert finding.populations == ("sex-workers", "trans-people")
    assert answerers.heard_for(finding, "tide") == ("trans-people",)


def test_the_digest_of_a_question_is_that_of_a_judgement_on_it() -> None:
    result = reviewed(plan(FEWER))
    assert result.file.plan is not None
    question = next(q for q in Answerers(result.file.plan).questions(result, "net") if q.rule.code == "BAL-1")
    said = judgement("BAL-1", "p", "met", "net", more=f'covers = "{question.covers}"')
    assert one(reviewed(plan(FEWER + said)), "BAL-1", "p").result == "met"
