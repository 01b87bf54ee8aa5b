"""The twenty places where a simple rule goes wrong, each as a plan, and each with its small changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN
from eventreview.plan.file import read_bytes
from eventreview.review.engine import review
from eventreview.review.finding import Finding, Review
from eventreview.rules import catalogue

CASES = Path(__file__).parent / "hard_cases"
Change = Callable[[str], str]
SW, TP = "sex-workers", "trans-people"


def swap(old: str, new: str) -> Change:
    """A change of the plan's text; it must be there to change."""

    def change(text: str) -> str:
        assert old in text, f"{old!r} isn't in the plan"
        return text.replace(old, new)

    return change


def both(*changes: Change) -> Change:
    def change(text: str) -> str:
        for each in changes:
            text = each(text)
        return text

    return change


def add(more: str) -> Change:
    return lambda text: text + more


def as_it_is(text: str) -> str:
    return text


def reviewed(number: int, change: Change = as_it_is) -> Review:
    (path,) = CASES.glob(f"{number:02}-*.toml")
    text = change(path.read_text(encoding="utf-8"))
    result = review(read_bytes(path.name, text.encode()), sets=(*SETS_ON, *SETS_OPT_IN))
    assert result.failures == ()
    return result


def found(result: Review, rule: str, at: str, population: str = "") -> list[Finding]:
    return [
        f
        for f in result.findings
        if f.rule.code == rule and f.at == at and (not population or population in f.populations or not f.populations)
    ]


def described(finding: Finding) -> str:
    return f"{finding.result}{'/' + finding.severity if finding.severity else ''} {finding.message_id}"


def test_there_are_twenty_of_them() -> None:
    assert len(list(CASES.glob("*.toml"))) == 20


S3_FROM_ALLY = (
    '{ id = "s3", replaces = "s2", organisation = "net", represents = ["sex-workers"], chosen_by = "ally" },\n'
)
ONLY_BY_NORTH = swap(', { rule = "BAL-1", at = "p", verdict = "not-met", by = "n2", on = 2027-01-09 }', "")
LATER = swap("as_of = 2027-02-05", "as_of = 2027-02-09")
ANSWERED_AT = "answered_on = 2026-12-20"
CHOSEN_AT = 'chosen_by = "ally", chosen_on = 2026-12-20'

# case, change, rule, at, population, what must come out
ROWS: list[tuple[int, Change, str, str, str, str]] = [
    (1, as_it_is, "REP-3", "s1", "", "not-applicable not-applicable"),
    (1, as_it_is, "SAF-2", "s1", "", "not-applicable not-applicable"),
    (1, as_it_is, "REP-3", "s2", SW, "met own-voice"),
    (1, as_it_is, "REP-1", "s2", SW, "met chosen-by"),
    (1, as_it_is, "BAL-1", "p", "", "met met"),
    (1, swap(", self_declared = true", ""), "SAF-2", "s2", "", "not-met/error self-undeclared"),
    (1, swap(", self_declared = true", ""), "REP-3", "s2", SW, "not-met/error self-without-mandate"),
    (1, swap(", self_declared = true", ""), "BAL-1", "p", "", "not-met/error none"),
    (2, as_it_is, "REP-3", "s1", SW, "met own-voice"),
    (2, as_it_is, "REP-3", "s1", TP, "met confirmed"),
    (2, as_it_is, "KP-1", "p", TP, "met met"),
    (2, as_it_is, "KP-2", "event", SW, "met met"),
    (2, as_it_is, "KP-2", "event", TP, "met met"),
    (2, as_it_is, "KP-3", "p", SW, "met met"),
    (2, as_it_is, "KP-3", "p", TP, "to-be-judged shared-only"),
    (2, swap(', confirmed_by = ["tnet"]', ""), "REP-3", "s1", TP, "not-met/error proxy"),
    (2, swap(', confirmed_by = ["tnet"]', ""), "KP-1", "p", TP, "not-met/error stands-in"),
    (2, swap(', confirmed_by = ["tnet"]', ""), "KP-2", "event", TP, "not-applicable said-there"),
    (3, as_it_is, "BAL-1", "p", "", "met met"),
    (3, as_it_is, "EXP-3", "p", "", "not-applicable not-applicable"),
    (3, as_it_is, "SAF-12", "p", "", "not-applicable not-applicable"),
    (3, swap('chosen_by = "net" }]', 'chosen_by = "net" }, { id = "x", organisation = "ally", chosen_by = "ally" }]'),
     "BAL-1", "p", "", "to-be-judged ally-in-caucus"),
    (3, swap('chosen_by = "net" }]', 'chosen_by = "net" }, { id = "x", organisation = "ally", chosen_by = "net" }]'),
     "BAL-1", "p", "", "met met"),
    (4, as_it_is, "BAL-1", "badges", "", "not-applicable not-applicable"),
    (4, as_it_is, "BAL-1", "welcome", "", "not-applicable not-applicable"),
    (4, as_it_is, "KP-2", "budgets", SW, "to-be-judged title-names"),
    (5, as_it_is, "REP-1", "s1", SW, "met chosen-by"),
    (5, as_it_is, "CON-1", "s1", SW, "met chose-themselves"),
    (5, as_it_is, "CON-2", "glob", SW, "to-be-judged another-network-chose"),
    (5, as_it_is, "CON-2", "event", SW, "to-be-judged smaller-scale"),
    (5, swap('chosen_by = "natl"', 'chosen_by = "ally"'), "CON-2", "glob", SW, "not-met/error passed-over"),
    (5, swap('chosen_by = "natl"', 'chosen_by = "ally"'), "CON-2", "event", SW, "not-applicable not-applicable"),
    (5, swap('chosen_by = "natl"', 'chosen_by = "ally"'), "REP-1", "s1", SW, "not-met/error chosen-by-others"),
    (5, swap('chosen_by = "natl"', 'chosen_by = "ally"'), "CON-1", "s1", SW, "not-met/error never-asked"),
    (6, as_it_is, "REP-4", "s2", SW, "not-yet grace"),
    (6, as_it_is, "BAL-1", "p", "", "not-yet between"),
    (6, LATER, "REP-4", "s2", SW, "not-met/warning unfilled-after-grace"),
    (6, LATER, "BAL-1", "p", "", "not-met/warning alone"),
    (6, both(LATER, swap('  { id = "a1"', f'  {S3_FROM_ALLY}  {{ id = "a1"')), "REP-4", "s2", SW,
     "not-met/error replacement-not-chosen"),
    (6, both(LATER, swap(', { id = "a3", organisation = "ally" }', "")), "REP-4", "s2", SW, "met left-free"),
    (7, as_it_is, "REP-1", "s1", SW, "to-be-judged same-day"),
    (7, as_it_is, "CON-1", "s1", SW, "to-be-judged same-day"),
    (7, as_it_is, "INC-2", "event", SW, "to-be-judged same-day"),
    (7, both(swap(ANSWERED_AT, ANSWERED_AT + "T09:00:00"), swap(CHOSEN_AT, CHOSEN_AT + "T16:00:00")),
     "REP-1", "s1", SW, "not-met/warning agreed-not-chosen"),
    (7, both(swap(ANSWERED_AT, ANSWERED_AT + "T09:00:00"), swap(CHOSEN_AT, CHOSEN_AT + "T16:00:00")),
     "CON-1", "s1", SW, "met asked-first"),
    (7, both(swap(ANSWERED_AT, ANSWERED_AT + "T16:00:00"), swap(CHOSEN_AT, CHOSEN_AT + "T09:00:00")),
     "REP-1", "s1", SW, "not-met/error chosen-by-others"),
    (7, both(swap(ANSWERED_AT, ANSWERED_AT + "T16:00:00"), swap(CHOSEN_AT, CHOSEN_AT + "T09:00:00")),
     "CON-1", "s1", SW, "not-met/error decided-while-waiting"),
    (7, swap('chosen_by = "ally"', 'chosen_by = "net"'), "REP-1", "s1", SW, "met chosen-by"),
    (7, swap('chosen_by = "ally"', 'chosen_by = "net"'), "CON-1", "s1", SW, "met chose-themselves"),
    (8, as_it_is, "BAL-1", "p", "", "not-yet not-yet"),
    (8, as_it_is, "KP-2", "event", SW, "not-yet kept-for"),
    (8, as_it_is, "REP-5", "event", SW, "not-yet agenda-open"),
    (8, as_it_is, "INC-2", "event", SW, "not-yet no-step-decided"),
    (8, swap('"drafting"', '"inviting"'), "BAL-1", "p", "", "not-yet between"),
    (8, add('[[decisions]]\nwhat = "agenda"\nmade_on = 2026-09-01\nmade_by = ["ally"]\n'
            'left_out = [{ population = "sex-workers", reason = "donor-discomfort" }]\n'),
     "INC-3", "decisions[0]", SW, "not-met/error left-out"),
    (9, as_it_is, "REP-1", "g1", "", "not-applicable not-applicable"),
    (9, as_it_is, "REP-3", "g1", "", "not-applicable not-applicable"),
    (9, as_it_is, "BAL-1", "p", "", "met met"),
    (9, as_it_is, "BRI-1", "event", "", "not-met/note no-bridge"),
    (9, as_it_is, "SPO-3", "gov", "", "not-applicable not-applicable"),
    (9, as_it_is, "SAF-9", "pol", SW, "not-met/error police-without"),
    (9, add('[safety]\npolice_agreed_by = ["net"]\n'), "SAF-9", "pol", SW, "not-met/note police-agreed"),
    (9, swap('talk = "response"', 'talk = "response", speaks_on_behalf_of = ["sex-workers"]'), "REP-3", "g1", SW,
     "not-met/error speaks-for"),
    (10, as_it_is, "BAL-1", "k", "", "met met"),
    (10, as_it_is, "TOK-1", "event", SW, "not-met/warning seat-only"),
    (10, swap('decisions = [{ what = "agenda", made_on = 2026-11-15, made_by = ["ally"] }]', ""), "TOK-1", "event", SW,
     "not-stated no-record"),
    (10, swap('chosen_by = "net" }]', 'chosen_by = "net" }, { id = "a1", organisation = "ally" }, '
              '{ id = "a2", organisation = "ally" }, { id = "a3", organisation = "ally" }]'),
     "BAL-1", "k", "", "not-met/warning alone"),
    (11, as_it_is, "RUN-2", "m1", "", "met met"),
    (11, as_it_is, "REP-1", "m1", "", "not-applicable not-applicable"),
    (11, as_it_is, "CON-1", "m1", "", "not-applicable not-applicable"),
    (11, as_it_is, "BAL-1", "p", "", "met met"),
    (11, swap('role = "moderator", organisation = "ally", chosen_by = "net"',
              'role = "moderator", organisation = "ally", chosen_by = "ally"'),
     "RUN-2", "m1", "", "not-met/warning not-agreed"),
    (12, as_it_is, "PAY-1", "s1", SW, "met declined-by-holder"),
    (12, as_it_is, "PAY-1", "s2", SW, "met met"),
    (12, swap('declined_by = "holder"', 'declined_by = "organiser"'), "PAY-1", "s1", SW,
     "not-met/error declined-by-organiser"),
    (12, swap(', declined_by = "holder"', ""), "PAY-1", "s1", SW, "not-stated who-declined"),
    (12, swap('paid_to = "net"', 'paid_to = "ally"'), "PAY-1", "s2", SW, "not-met/warning paid-elsewhere"),
    (13, as_it_is, "PAY-1", "s1", SW, "not-met/warning nobody-paid"),
    (13, swap(', fee_policy = "nobody"', ""), "PAY-1", "s1", SW, "not-stated no-fees"),
    (13, add('[[judgements]]\nrule = "PAY-1"\nat = "s1"\nverdict = "met"\nby = "net"\non = 2027-02-01\n'),
     "PAY-1", "s1", SW, "met nobody-paid"),
    (13, add('[[judgements]]\nrule = "PAY-1"\nat = "s1"\nverdict = "met"\nby = "ally"\non = 2027-02-01\n'),
     "PAY-1", "s1", SW, "not-met/warning nobody-paid"),
    (14, as_it_is, "STA-2", "t", SW, "met met"),
    (14, as_it_is, "INC-3", "t", SW, "met met"),
    (14, swap(', by = "net" }', ', by = "ally" }'), "STA-2", "t", SW, "not-met/error not-named"),
    (14, swap(', by = "net" }', ', by = "ally" }'), "INC-3", "t", SW, "to-be-judged asked-by-another"),
    (14, swap(', by = "net" }', " }"), "STA-2", "t", SW, "not-stated who-asked"),
    (14, swap(', by = "net" }', " }"), "INC-3", "t", SW, "not-stated who-asked"),
    (15, as_it_is, "REP-1", "s1", SW, "not-met/error chosen-by-others"),
    (15, as_it_is, "CON-1", "s1", SW, "not-met/warning silence-is-not-agreement"),
    (15, as_it_is, "CON-3", "c1", "", "not-applicable not-applicable"),
    (15, swap("reply_by = 2026-11-20", 'answered_on = 2026-11-15, outcome = "declined"'), "REP-1", "s1", SW,
     "not-met/error chosen-by-others"),
    (15, swap("reply_by = 2026-11-20", 'answered_on = 2026-11-15, outcome = "declined"'), "CON-1", "s1", SW,
     "met asked-first"),
    (15, swap("reply_by = 2026-11-20", 'answered_on = 2026-11-15, outcome = "declined"'), "CON-3", "c1", "", "met met"),
    (15, swap(", reply_by = 2026-11-20", ""), "CON-1", "s1", SW, "not-met/error decided-while-waiting"),
    (16, as_it_is, "INC-3", "decisions[0]", SW, "not-met/warning no-contact"),
    (16, as_it_is, "INC-1", "event", SW, "not-met/warning nobody-convenes"),
    (17, as_it_is, "BAL-1", "p", "", "to-be-judged fewer"),
    (17, ONLY_BY_NORTH, "BAL-1", "p", "", "met fewer"),
    (17, both(ONLY_BY_NORTH, swap('by = "n1"', 'by = "ally"')), "BAL-1", "p", "", "to-be-judged fewer"),
    (17, both(ONLY_BY_NORTH, swap('by = "n1"', 'by = "ally"')), "FORM-12", "judgements[0]", "",
     "not-met/warning not-theirs-to-answer"),
    (18, as_it_is, "GOV-1", "x", "", "met met"),
    (18, as_it_is, "REP-1", "s1", SW, "met chosen-by"),
    (18, as_it_is, "REP-3", "s1", SW, "met own-voice"),
    (18, as_it_is, "SPO-3", "x", "", "not-applicable not-applicable"),
    (18, as_it_is, "SPO-4", "x", "", "met met"),
    (19, as_it_is, "BAL-1", "p", "", "not-yet between"),
    (19, as_it_is, "KP-4", "event", "", "not-yet between"),
    (19, swap('status = "open", organisation = "net"', 'status = "open", organisation = "ally"'), "BAL-1", "p", "",
     "not-met/warning alone"),
    (19, swap('"inviting"', '"published"'), "BAL-1", "p", "", "to-be-judged fewer"),
    (20, as_it_is, "REP-1", "s1", SW, "not-met/error chosen-by-others"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "change", "rule", "at", "population", "expected"), ROWS)
def test_a_hard_case_comes_out_as_it_must(
    number: int, change: Change, rule: str, at: str, population: str, expected: str
) -> None:
    if rule not in catalogue.rules():
        pytest.skip(f"{rule} isn't built")
    result = reviewed(number, change)
    shown = [described(f) for f in found(result, rule, at, population)]
    assert expected in shown, f"{rule} at {at}: {shown}"


def test_two_networks_that_differ_are_shown_side_by_side() -> None:
    (finding,) = found(reviewed(17), "BAL-1", "p")
    assert [(answer.by, answer.verdict) for answer in finding.answers] == [("n1", "met"), ("n2", "not-met")]


def test_an_early_draft_has_no_error() -> None:
    assert [f for f in reviewed(8).findings if f.severity == "error"] == []


def test_two_places_given_back_are_a_question_to_the_organisers_without_a_count() -> None:
    more = '{ id = "s9", organisation = "net", represents = ["sex-workers"], status = "declined" },\n'
    result = reviewed(6, swap('  { id = "a1"', f'  {more}  {{ id = "a1"'))
    (finding,) = found(result, "REP-4", "event")
    assert (finding.result, finding.message_id, finding.judged_by) == ("to-be-judged", "several-left", "organiser")
    assert not any(isinstance(value, int) for value in finding.params.values())


@pytest.mark.parametrize("number", range(1, 21))
def test_no_choice_of_any_finding_declares_anything_in_somebodys_place(number: int) -> None:
    for finding in reviewed(number).findings:
        for choice in finding.choices():
            for edit in choice.edits:
                assert "self_declared" not in edit.path or edit.op == "remove"
                value = getattr(edit, "value", None)
                assert not (isinstance(value, dict) and "self_declared" in value)
