"""Whoever records an answer or a waiver is told who may give it and who may not, and writes what the engine lets stand."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.review.conftest import FEWER, judgement, plan, waiver

from eventreview.report import answering as said
from eventreview.review.answering import Judging, Waiving, moved_to, why_not_asked, why_not_waivable
from eventreview.review.finding import Finding
from eventreview.review.session import Session

# Chosen by the ally, agreed by nobody: an error of REP-1.
CHOSEN = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "ally", chosen_on = 2026-12-01 },
]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for plans."""
    return tmp_path


def session_on(folder: Path, body: str, **more: str) -> Session:
    """A session on a plan with this body."""
    path = folder / "plan.toml"
    path.write_text(plan(body, **more), encoding="utf-8")
    return Session(str(path))


def found(session: Session, rule: str, at: str) -> Finding:
    """The finding of a rule on an object."""
    (finding,) = [each for each in session.findings() if each.rule.code == rule and each.at == at]
    return finding


def judging(session: Session) -> Judging:
    """The question whether the line-up will do."""
    return Judging(session, found(session, "BAL-1", "p"))


def waiving(session: Session) -> Waiving:
    """The fault that the holder was chosen by others."""
    return Waiving(session, found(session, "REP-1", "s1"))


def test_only_those_who_are_asked_may_answer_and_the_others_are_told_why(folder: Path) -> None:
    asking = judging(session_on(folder, FEWER))
    assert asking.may == ("net", "south")
    assert [(each.id, each.why) for each in asking.barred()] == [("tide", "not-led"), ("ally", "not-led")]
    assert "an ally can't mark its own work" in said.why_barred(asking, "ally")
    assert said.why_barred(asking, "net") == ""
    [together] = said.barred(asking)
    assert together.startswith("tide and ally: ")


def test_an_answer_is_written_with_its_day_and_digest_and_settles_the_question(folder: Path) -> None:
    session = session_on(folder, FEWER)
    asking = judging(session)
    session.apply(asking.written("net", {"verdict": "met", "on": asking.plan.today, "reason": "We chose it."}))
    assert found(session, "BAL-1", "p").result == "met"
    [answer] = found(session, "BAL-1", "p").answers
    assert (answer.on, answer.covers, answer.reason) == (asking.plan.today, asking.covers, "We chose it.")
    assert [each for each in session.findings() if each.rule.code == "FORM-12"] == []


def test_a_second_answer_takes_the_place_of_the_first_and_its_comment_stays(folder: Path) -> None:
    twice = judgement("panel-balance", "p", "met", "net", more='reason = "r"  # by phone') + judgement(
        "BAL-1", "p", "met", "net"
    )
    session = session_on(folder, FEWER + twice)
    asking = judging(session)
    session.apply(asking.written("net", {"verdict": "not-met", "on": asking.plan.today, "reason": "s"}))
    finding = found(session, "BAL-1", "p")
    assert [(each.by, each.verdict, each.reason) for each in finding.answers] == [("net", "not-met", "s")]
    assert "# by phone" in session.text


def test_a_reason_that_is_left_out_goes(folder: Path) -> None:
    session = session_on(folder, FEWER + judgement("BAL-1", "p", "met", "net", more='reason = "r"'))
    asking = judging(session)
    session.apply(asking.written("net", {"verdict": "met", "on": asking.plan.today, "reason": None}))
    assert "reason" not in session.text


def test_an_answer_taken_back_opens_the_question_again(folder: Path) -> None:
    session = session_on(folder, FEWER + judgement("BAL-1", "p", "met", "net") + judgement("BAL-1", "p", "met", "ally"))
    asking = judging(session)
    session.apply(asking.taken_back("net"))
    assert found(session, "BAL-1", "p").result == "to-be-judged"
    assert 'by = "ally"' in session.text


def test_an_answer_without_effect_is_shown_with_why(folder: Path) -> None:
    asking = judging(session_on(folder, FEWER + judgement("BAL-1", "p", "met", "ally")))
    [text] = [said.entry(asking, each) for each in asking.entries()]
    assert text.startswith("ally, 8 January 2027: met – ally isn't among those")


def test_no_name_tag_or_address_is_in_what_is_shown(folder: Path) -> None:
    body = FEWER.replace('id = "s1"', 'id = "s1", display = "Sandrine K.", person = "tag-k", notes = "seen on"')
    asking = judging(session_on(folder, body + judgement("BAL-1", "p", "met", "net", more='reason = "a@b.example"')))
    text = "\n".join([*said.evidence(asking), *(said.entry(asking, each) for each in asking.entries())])
    assert 'represents = ["sex-workers"]' in text
    finding = next(f for f in asking.session.findings() if f.rule.code == "SAF-5" and f.at == "s1")
    text += "\n".join(said.evidence(Waiving(asking.session, finding)))
    assert "person = •••" in text
    assert not any(word in text for word in ("Sandrine", "tag-k", "seen on", "a@b.example"))


def test_those_whom_a_fault_costs_may_agree_to_it_and_nobody_else(folder: Path) -> None:
    asking = waiving(session_on(folder, CHOSEN))
    assert asking.may == ("net", "south")
    assert [(each.id, each.why) for each in asking.barred()] == [("tide", "not-led"), ("ally", "not-led")]
    assert "nobody waives for itself what others bear" in said.why_barred(asking, "ally")


@pytest.mark.parametrize(
    ("by", "until", "flaw"),
    [
        ("net", None, "needs-an-end"),
        ("net", (2028, 1, 12), "too-long"),
        ("net", (2027, 1, 9), "ends-before-it-starts"),
        ("ally", (2027, 6, 1), "not-theirs-to-agree"),
        ("net", (2028, 1, 11), None),
    ],
)
def test_what_would_not_hold_is_known_before_it_is_written(
    folder: Path, by: str, until: tuple[int, int, int] | None, flaw: str | None
) -> None:
    session = session_on(folder, CHOSEN)
    asking = waiving(session)
    end = datetime.date(*until) if until else None
    after = session.preview(asking.written(by, {"reason": "agreed", "on": asking.plan.today, "until": end})).after
    seen = asking.flaw(after, by)
    assert (seen.message_id if seen else None) == flaw
    assert seen is None or asking.blocks(seen)
    assert not session.dirty


def test_a_waiver_that_holds_is_replaced_and_taken_back(folder: Path) -> None:
    session = session_on(folder, CHOSEN + waiver("REP-1", "s1", "net", more="until = 2027-06-30"))
    asking = waiving(session)
    assert asking.finding.result == "waived"
    assert asking.may == ("net", "south")
    session.apply(asking.taken_back("net"))
    assert found(session, "REP-1", "s1").result == "not-met"


def test_two_populations_agree_each_for_itself(folder: Path) -> None:
    concerns = '["sex-workers", "trans-people"]'
    nobody = '[[panels]]\nid = "p"\ntitle = "P"\nspeakers = [{ id = "a1", organisation = "ally" }, { id = "a2" }]\n'
    session = session_on(folder, nobody, concerns=concerns)
    asking = Waiving(session, found(session, "BAL-1", "p"))
    assert asking.may == ("net", "south", "tide")
    values = {"reason": "agreed", "on": asking.plan.today, "until": datetime.date(2027, 6, 1)}
    session.apply(asking.written("net", values))
    assert found(session, "BAL-1", "p").result == "not-met"
    session.apply(Waiving(session, found(session, "BAL-1", "p")).written("tide", values))
    assert found(session, "BAL-1", "p").result == "waived"


def test_why_there_is_nothing_to_answer_or_to_waive(folder: Path) -> None:
    session = session_on(folder, CHOSEN)
    fault = found(session, "REP-1", "s1")
    assert (why_not_asked(fault), why_not_waivable(fault)) == ("takes-a-waiver", None)
    question = found(session_on(folder, FEWER), "BAL-1", "p")
    assert (why_not_asked(question), why_not_waivable(question)) == (None, "to-be-judged")
    answered = found(session_on(folder, FEWER + judgement("BAL-1", "p", "met", "net")), "BAL-1", "p")
    assert (why_not_asked(answered), why_not_waivable(answered)) == (None, "met")


@pytest.mark.parametrize(
    "name", ["national-roundtable", "mistakes-of-form", "early-draft", "virtual-prevention-meeting"]
)
def test_every_finding_of_a_plan_has_a_reason_or_somebody_to_ask(name: str) -> None:
    session = Session(str(Path(__file__).parents[2] / "plans" / f"{name}.toml"))
    for finding in session.findings():
        if said.no_answer(finding) is None:
            asking = Judging(session, finding)
            assert {*asking.may, *(each.id for each in asking.barred())} == set(asking.ids)
            assert all("{" not in line for line in [*said.barred(asking), *said.evidence(asking)])
        if said.no_waiver(finding) is None:
            waived = Waiving(session, finding)
            assert {*waived.may, *(each.id for each in waived.barred())} == set(waived.ids)
            assert all("{" not in line for line in said.barred(waived))
        else:
            assert finding.rule.code in (said.no_waiver(finding) or "")


def test_the_plan_can_be_moved_to_another_day(folder: Path) -> None:
    session = session_on(folder, FEWER)
    session.apply([moved_to(datetime.date(2027, 2, 1))])
    assert "as_of = 2027-02-01" in session.text
