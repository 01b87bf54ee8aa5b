"""`explain` from outside: what was read and where, what decided, and nothing that SAF-1 forbids."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

PLAN = """format = 1
stage = "inviting"
as_of = 2027-01-10

[event]
title = "Rights and evidence"
concerns = ["sex-workers"]

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []
roles = ["lead"]

[[panels]]
id = "opening"
title = "Opening"
recorded = true

[[panels.speakers]]
id = "s1"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "ally"  # to be talked about
chosen_on = 2026-12-20
display = "Rosa M."
person = "rosa"
consent = { named = "yes", recorded = "no", notes = "write to rosa@example.org" }

[[panels.speakers]]
id = "a1"
organisation = "ally"

[[panels.speakers]]
id = "a2"
organisation = "ally"
"""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("plan.toml")
    path.write_text(PLAN, encoding="utf-8")
    return path


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(PLAN.splitlines(), 1) if line.startswith(start))


def test_a_result_is_explained_with_branch_data_lines_and_passage(command: Command, plan: Path) -> None:
    ran = command("explain", str(plan), "REP-1@s1")
    assert ran.code == 0
    assert ran.err == ""
    assert "✗ error: ally chose" in ran.out
    assert "Line 10 of the rule's list." in ran.out
    assert f"It is about the key chosen_by ({plan}:{line_of('chosen_by')})." in ran.out
    assert f"{plan}:{line_of('chosen_on')}  chosen_on = 2026-12-20" in ran.out
    assert f'{plan}:{line_of("led_by")}  led_by = ["sex-workers"]' in ran.out
    assert "–  invited_on: not in the plan" in ran.out
    assert "–  basis: not in the plan, and counts as organisation" in ran.out
    assert "Hand the choice over" in ran.out
    assert "passage L2" in ran.out


def test_it_is_said_once_that_the_view_isnt_redacted(command: Command, plan: Path) -> None:
    assert command("explain", str(plan), "REP-1").out.count("aren't redacted") == 1


def test_the_owner_sees_what_is_written_and_never_what_saf_1_forbids(command: Command, plan: Path) -> None:
    out = command("explain", str(plan), "SAF-3@s1").out
    assert 'display = "Rosa M."' in out
    assert 'consent.recorded = "no"' in out
    assert "consent.notes = •••" in out
    assert "rosa@example.org" not in out
    assert "rosa@example.org" not in command("explain", str(plan), "SAF-1").out


def test_a_forbidden_key_is_pointed_at_where_it_stands(command: Command, plan: Path) -> None:
    plan.write_text(PLAN.replace('person = "rosa"', "is_sex_worker = true"), encoding="utf-8")
    out = command("explain", str(plan), "SAF-1").out
    assert f"It is about the key ••• ({plan}:{line_of('person')})." in out


def test_a_name_never_stands_on_a_line_with_a_population(command: Command, plan: Path) -> None:
    for rule in ("SAF-1", "SAF-2", "SAF-3", "REP-1", "REP-2", "BAL-1", "KP-2"):
        for line in command("explain", str(plan), rule).out.splitlines():
            assert not ("Rosa" in line and "sex" in line)


def test_a_question_names_those_who_may_answer(command: Command, plan: Path) -> None:
    out = command("explain", str(plan), "bal-1").out
    assert "? question: The seats" in out
    assert "the community concerned; in this plan: net" in out
    assert "Is this line-up one you would sign?" in out
    assert "An answer of those who judge." in out


def test_answers_that_differ_are_shown_side_by_side(command: Command, plan: Path) -> None:
    south = '[[organisations]]\nid = "south"\nname = "South (fictional)"\nled_by = ["sex-workers"]\n'
    said = "".join(
        f'[[judgements]]\nrule = "BAL-1"\nat = "opening"\nverdict = "{verdict}"\nby = "{by}"\non = 2027-01-09\n'
        for by, verdict in (("net", "met"), ("south", "not-met"))
    )
    plan.write_text(PLAN + south + said, encoding="utf-8")
    out = command("explain", str(plan), "BAL-1@opening").out
    assert "The answers differ, so it stays open." in out
    assert "Answer of net, 9 January 2027: met" in out
    assert "Answer of south, 9 January 2027: not met" in out


def test_a_waiver_is_part_of_the_explanation(command: Command, plan: Path) -> None:
    waiver = (
        '[[waivers]]\nrule = "REP-1"\nat = "s1"\nreason = "decided together, ring +32 470 12 34 56"\n'
        'agreed_by = "net"\non = 2027-01-05\nuntil = 2027-06-01\n'
    )
    plan.write_text(PLAN + waiver, encoding="utf-8")
    out = command("explain", str(plan), "REP-1@s1").out
    assert "Then a waiver covered it: Agreed by net on 5 January 2027, until 1 June 2027." in out
    assert "470" not in out


def test_what_is_too_early_says_from_which_stage(command: Command, plan: Path) -> None:
    plan.write_text(PLAN.replace('"inviting"', '"idea"', 1), encoding="utf-8")
    out = command("explain", str(plan), "REP-1@s1").out
    assert "The stage, before the rule's list: the rule speaks from the stage “inviting” on." in out


def test_a_code_alone_explains_every_result_met_and_not_applicable_too(command: Command, plan: Path) -> None:
    out = command("explain", str(plan), "REP-1").out
    for place in ("place s1", "place a1", "place a2"):
        assert place in out
    assert "– not applicable" in out


def test_a_rule_without_findings_says_so(command: Command, plan: Path) -> None:
    ran = command("explain", str(plan), "FORM-5")
    assert ran.code == 0
    assert "FORM-5 found nothing in this plan to speak about." in ran.out


@pytest.mark.parametrize(
    ("asked", "suggestion"),
    [("REP-1@s2", "did you mean s1?"), ("BAL-1@zzzz", "it looks at: opening"), ("chosen-by-comunity", "chosen-by-community"), ("FORM-5@x", "")],
)  # fmt: skip
def test_what_is_unknown_is_one_line_with_a_suggestion(
    command: Command, plan: Path, asked: str, suggestion: str
) -> None:
    ran = command("explain", str(plan), asked)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert suggestion in ran.err


def test_a_missing_file_exits_2_and_an_unreadable_one_3_with_its_finding(command: Command, plan: Path) -> None:
    assert command("explain", str(plan.parent / "nowhere.toml"), "REP-1").code == 2
    plan.write_bytes(b"format = 1\nstage = \n")
    ran = command("explain", str(plan), "REP-1")
    assert (ran.code, ran.out) == (3, "")
    assert "plan.toml:2:9: error FORM-2" in ran.err


def test_who_holds_two_places_is_not_shown_where_a_rule_compares_it(plan: Path) -> None:
    from eventreview.plan.file import read_path
    from eventreview.report import explain
    from eventreview.review.engine import review
    from eventreview.rules import catalogue
    from eventreview.rules.rule import Rule

    result = review(read_path(str(plan)))
    assert result.file.plan is not None
    finding = next(f for f in result.findings if f.rule.code == "SAF-3" and f.at == "s1")
    compares = Rule()
    for name in Rule.__slots__:
        setattr(compares, name, getattr(catalogue.rules()["SAF-3"], name))
    compares.reads = ("display", "speakers.display", "speakers.person")
    finding.rule = compares
    out = explain.render(result, result.file.plan, compares, [finding])
    assert "display = •••" in out
    assert "osa" not in out


def test_every_rule_can_be_explained_on_every_worked_plan(command: Command, plans: Path) -> None:
    from eventreview.rules import catalogue

    for path in sorted(plans.glob("*.toml")):
        for code in catalogue.rules():
            ran = command("explain", str(path), code)
            assert ran.code == 0, (path, code, ran.err)


def test_nothing_of_a_hostile_plan_reaches_the_terminal_as_a_command(command: Command, tmp_path: Path) -> None:
    hostile = r"[/b] \u001b]52;c;aGk=\u0007 \u202e \u009b31m \n\r"
    path = tmp_path / "hostile.toml"
    path.write_text(
        PLAN.replace("Rights and evidence", hostile)
        .replace("Rosa M.", hostile)
        .replace('id = "opening"', f'id = "{hostile}"')
        .replace('organisation = "net"', f'organisation = "{hostile}"')
        + '\n[[waivers]]\nrule = "REP-1"\nat = "s1"\nagreed_by = "net"\non = 2027-01-05\nuntil = 2027-06-01\n'
        f'reason = "{hostile}"\n',
        encoding="utf-8",
    )
    for code in ("SAF-3", "REP-1", "BAL-1", "KP-2", "FORM-7", "FORM-9"):
        ran = command("explain", str(path), code)
        assert ran.code == 0
        assert not any(sign in ran.out + ran.err for sign in ("\x1b", "\x07", "\x9b", "\u202e", "\r"))
    ran = command("explain", str(path), "REP-1@\x1b[31m")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "\x1b" not in ran.err
