"""`questions` from outside: a file that only one organisation fills in, and what becomes of it when it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from tests.cli.conftest import Command

PLAN = """# the plan, with a comment
format = 1
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
kind = "panel"

[[panels.speakers]]
id = "s1"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "net"  # Rosa said so on Monday
chosen_on = 2026-12-20
display = "Rosa M."
person = "rosa"
listed_as = "Lantern, Rio"
notes = "ring her at home"

[[panels.speakers]]
id = "a1"
organisation = "ally"

[[panels.speakers]]
id = "a2"
organisation = "ally"
"""
SECRETS = ("Rosa", "rosa", "Rio", "ring her", "Monday")


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("plan.toml")
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def sheet(command: Command, plan: Path) -> str:
    """The questions to the network, as they are printed."""
    return command("questions", str(plan), "--for", "net").out


def filled(sheet: str, rule: str = "BAL-1", verdict: str = "met", more: str = "") -> str:
    """The sheet with one question answered as a person would: its line uncommented."""
    head, block = sheet.split(f'rule = "{rule}"', 1)
    answer = f'verdict = "{verdict}"\n{more}'
    return head + f'rule = "{rule}"' + block.replace('# verdict = "met"', f"{answer}#", 1)


def merged(command: Command, plan: Path, answers: str) -> tuple[int, str, str]:
    path = plan.parent / "answers.toml"
    path.write_text(answers, encoding="utf-8")
    ran = command("questions", str(plan), "--merge", str(path))
    return ran.code, ran.out, ran.err


# Asking


def test_what_is_printed_is_toml_with_an_entry_for_each_question_and_no_answer(sheet: str) -> None:
    entries = tomli.loads(sheet)["answers"]
    assert {"rule": "BAL-1", "at": "opening", "by": "net"}.items() <= next(
        entry for entry in entries if entry["rule"] == "BAL-1"
    ).items()
    assert all(set(entry) == {"rule", "at", "by", "covers"} for entry in entries)


def test_taking_the_sign_away_answers_a_question(sheet: str) -> None:
    uncommented = "".join(
        line.removeprefix("# ") if line.startswith(("# verdict =", "# reason =", "# on =")) else line
        for line in sheet.splitlines(keepends=True)
    )
    for entry in tomli.loads(uncommented)["answers"]:
        assert (entry["verdict"], entry["reason"], entry["on"].isoformat()) == ("met", "", "2027-01-10")


def test_a_question_stands_with_its_norm_its_evidence_and_its_words(sheet: str) -> None:
    assert "# Questions to net – Lantern Network (fictional)" in sheet
    assert "# About the event “Rights and evidence”" in sheet
    assert "# The question: Is this line-up one you would sign?" in sheet
    assert "# In the file: place a1, held for ally" in sheet
    assert '# verdict = "met"   # or "not-met", "not-applicable"' in sheet
    number = PLAN.splitlines().index('represents = ["sex-workers"]') + 1
    assert f'# {number:>6} | represents = ["sex-workers"]' in sheet
    assert "eventreview questions plan.toml --merge FILE" in sheet


def test_nobody_is_named_in_it(sheet: str) -> None:
    assert not [secret for secret in SECRETS if secret in sheet]


def test_no_folder_of_the_machine_is_named_in_it(command: Command, plan: Path) -> None:
    out = command("questions", str(plan.absolute()), "--for", "net").out
    assert "answers]]" in out
    assert str(plan.absolute().parent) not in out


def test_an_ally_isnt_asked_what_is_the_communitys(command: Command, plan: Path) -> None:
    ran = command("questions", str(plan), "--for", "ally")
    assert ran.code == 0
    assert "BAL-1" not in ran.out
    assert all(entry["by"] == "ally" for entry in tomli.loads(ran.out).get("answers", []))


def test_nothing_to_ask_is_said_on_stderr(command: Command, plan: Path) -> None:
    plan.write_text(PLAN.replace('concerns = ["sex-workers"]', "concerns = []"), encoding="utf-8")
    ran = command("questions", str(plan), "--for", "net")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing here is for net to answer" in ran.err


def test_a_warning_that_a_judgement_settles_is_asked_as_well(command: Command, plan: Path) -> None:
    ally = '[[panels.speakers]]\nid = "a3"\norganisation = "ally"\n'
    plan.write_text(PLAN + ally, encoding="utf-8")
    out = command("questions", str(plan), "--for", "net").out
    block = out.partition('rule = "BAL-1"')[2].partition("[[answers]]")[0]
    assert '# verdict = "met"   # or "not-met"\n' in block
    code, said, _err = merged(command, plan, filled(out))
    assert (code, said.splitlines()[0]) == (0, "BAL-1 opening: warning → met")


def test_a_question_already_answered_isnt_asked_again(command: Command, plan: Path, sheet: str) -> None:
    merged(command, plan, filled(sheet, verdict="not-met"))
    assert 'rule = "BAL-1"' not in command("questions", str(plan), "--for", "net").out


def test_a_question_that_waits_for_others_is_counted(command: Command, plan: Path) -> None:
    both = PLAN.replace('concerns = ["sex-workers"]', 'concerns = ["sex-workers", "trans-people"]')
    tide = '[[organisations]]\nid = "tide"\nname = "Tide (fictional)"\nled_by = ["trans-people"]\n'
    plan.write_text(both + tide, encoding="utf-8")
    sheet = command("questions", str(plan), "--for", "net").out
    assert merged(command, plan, filled(sheet))[:2] == (0, "BAL-1 opening: question → question\n")
    again = command("questions", str(plan), "--for", "net")
    assert 'rule = "BAL-1"' not in again.out
    assert "1 answer of" in again.out + again.err
    assert 'rule = "BAL-1"' in command("questions", str(plan), "--for", "tide").out


def test_of_several_populations_it_is_said_for_which_an_answer_counts(command: Command, plans: Path) -> None:
    out = command("questions", str(plans / "virtual-prevention-meeting.toml"), "--for", "sux").out
    assert "# Your answer counts for: sex workers\n" in out


def test_the_places_of_a_closed_caucus_arent_quoted(command: Command, plan: Path) -> None:
    caucus = PLAN.replace('kind = "panel"', 'kind = "closed-caucus"').replace(
        'organisation = "ally"', 'role = "speaker"\norganisation = "ally"'
    )
    plan.write_text(caucus, encoding="utf-8")
    out = command("questions", str(plan), "--for", "net").out
    assert '# verdict = "met"' in out
    assert 'role = "speaker"' not in out
    assert "No line about the places of a closed caucus is quoted." in out


def test_of_a_place_on_one_line_nothing_is_quoted_but_what_is_meant(command: Command, plan: Path) -> None:
    inline = PLAN.partition("[[panels.speakers]]")[0] + (
        'speakers = [\n  { id = "s1", organisation = "net", represents = ["sex-workers"], display = "Rosa M.", minutes = 5 },'
        '\n  { id = "a1", organisation = "ally" }, { id = "a2", organisation = "ally" },\n]\n'
    )
    plan.write_text(inline, encoding="utf-8")
    out = command("questions", str(plan), "--for", "net").out
    assert ' | represents = ["sex-workers"]\n' in out
    assert "Rosa" not in out
    assert "minutes" not in out


def test_what_one_organisation_answered_in_words_isnt_shown_to_another(command: Command, plan: Path) -> None:
    asked = "".join(
        f'[[consultations]]\nid = "c-{id}"\nby = "ally"\nwith = "{id}"\nabout = ["speakers"]\nasked_on = 2026-12-01\n'
        f'answered_on = 2026-12-05\noutcome = "objected"\nreply_summary = "the words of {id}"\n'
        for id in ("net", "south")
    )
    south = '[[organisations]]\nid = "south"\nname = "South (fictional)"\nled_by = ["sex-workers"]\n'
    plan.write_text(PLAN + south + asked, encoding="utf-8")
    out = command("questions", str(plan), "--for", "net").out
    assert 'outcome = "objected"' in out
    assert "the words of south" not in out


def test_a_long_line_up_is_quoted_in_part(command: Command, plan: Path) -> None:
    more = "".join(f'[[panels.speakers]]\nid = "b{n}"\norganisation = "ally"\nstatus = "invited"\n' for n in range(40))
    ours = "".join(
        f'[[panels.speakers]]\nid = "c{n}"\norganisation = "net"\nrepresents = ["sex-workers"]\n' for n in range(10)
    )
    plan.write_text(PLAN + more + ours, encoding="utf-8")
    out = command("questions", str(plan), "--for", "net").out
    assert " more values" in out
    assert tomli.loads(out)


def test_it_is_written_to_a_new_file_and_over_none_unasked(command: Command, plan: Path, sheet: str) -> None:
    path = Path("for-net.toml")
    assert command("questions", str(plan), "--for", "net", "-o", str(path)).out == ""
    assert path.read_text(encoding="utf-8") == sheet
    path.write_text("answered already", encoding="utf-8")
    ran = command("questions", str(plan), "--for", "net", "-o", str(path))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert path.read_text(encoding="utf-8") == "answered already"
    assert command("questions", str(plan), "--for", "net", "-o", str(path), "--overwrite").code == 0
    assert path.read_text(encoding="utf-8") == sheet


def test_the_questions_never_take_the_place_of_the_plan(command: Command, plan: Path) -> None:
    Path("link.toml").symlink_to(plan)
    for path in (str(plan), "link.toml"):
        ran = command("questions", str(plan), "--for", "net", "-o", path, "--overwrite")
        assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_folder_that_isnt_there_exits_3(command: Command, plan: Path) -> None:
    ran = command("questions", str(plan), "--for", "net", "-o", "nowhere/x.toml")
    assert (ran.code, ran.err.count("\n")) == (3, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--for", "nett"], "did you mean net?"),
        (["--for", "zzzzzz"], "it has: net, ally"),
        (["--for", "Net\x1b[31m"], "no organisation"),
        ([], "--for"),
        (["--for", "net", "--merge", "x"], "--merge"),
        (["--merge", "x", "-o", "y"], "--for"),
        (["--for", "net", "--overwrite"], "-o"),
        (["--merge", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(command: Command, plan: Path, arguments: list[str], said: str) -> None:
    ran = command("questions", str(plan), *arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("arguments", [["--for", "net"], ["--merge", "answers.toml"]])
def test_a_plan_that_cant_be_read_exits_3_with_its_finding(command: Command, plan: Path, arguments: list[str]) -> None:
    Path("answers.toml").write_text("# none\n", encoding="utf-8")
    plan.write_bytes(b"format = 1\nstage = \n")
    ran = command("questions", str(plan), *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert "plan.toml:2:9: error FORM-2" in ran.err


def test_french_questions_are_toml_too_and_speak_french(command: Command, plan: Path) -> None:
    out = command("questions", str(plan), "--for", "net", "--lang", "fr").out
    assert tomli.loads(out)["answers"]
    assert "La question :" in out.replace("\u202f", " ")
    assert "The " not in out


def test_every_worked_plan_gives_toml_to_each_of_its_organisations(command: Command, plans: Path) -> None:
    for path in sorted(plans.glob("*.toml")):
        for organisation in tomli.loads(path.read_text(encoding="utf-8"))["organisations"]:
            ran = command("questions", str(path), "--for", organisation["id"])
            assert ran.code == 0
            assert all(entry["by"] == organisation["id"] for entry in tomli.loads(ran.out).get("answers", []))


# Taking answers in


def test_an_answer_becomes_a_judgement_and_nothing_else_moves(command: Command, plan: Path, sheet: str) -> None:
    reason = 'reason = "we chose \\"half\\" ourselves\\nand would again"\non = 2027-01-09\n'
    code, out, err = merged(command, plan, filled(sheet, more=reason))
    assert (code, out) == (0, "BAL-1 opening: question → met\n")
    assert "1 answer taken in" in err
    after = plan.read_text(encoding="utf-8")
    assert after.startswith(PLAN)
    (judgement,) = tomli.loads(after)["judgements"]
    (asked,) = [entry for entry in tomli.loads(sheet)["answers"] if entry["rule"] == "BAL-1"]
    assert judgement["covers"] == asked["covers"]
    assert (judgement["rule"], judgement["at"], judgement["verdict"], judgement["by"]) == (
        "BAL-1", "opening", "met", "net",
    )  # fmt: skip
    assert judgement["reason"] == 'we chose "half" ourselves\nand would again'
    assert judgement["on"].isoformat() == "2027-01-09"


def test_where_an_answer_counts_for_some_it_is_said_for_whom(command: Command, plans: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_bytes((plans / "virtual-prevention-meeting.toml").read_bytes())
    sheet = command("questions", str(plan), "--for", "gmn").out
    out = merged(command, plan, filled(sheet, "LRN-1"))[1]
    men = "gay men and other men who have sex with men"
    others = "sex workers, people who use drugs and trans people"
    assert out == f"LRN-1 plan: warning → warning ({others}), met ({men})\n"


def test_an_answer_without_a_day_has_the_plans_today(command: Command, plan: Path, sheet: str) -> None:
    merged(command, plan, filled(sheet))
    assert tomli.loads(plan.read_text(encoding="utf-8"))["judgements"][0]["on"].isoformat() == "2027-01-10"


def test_where_as_of_is_behind_the_calendar_that_is_said(command: Command, plan: Path) -> None:
    old = PLAN.replace("2027-01-10", "2020-01-10").replace("2026-12-20", "2019-12-20")
    plan.write_text(old, encoding="utf-8")
    sheet = command("questions", str(plan), "--for", "net").out
    assert "as_of" in merged(command, plan, filled(sheet))[2]


def test_the_same_answers_twice_add_nothing(command: Command, plan: Path, sheet: str) -> None:
    merged(command, plan, filled(sheet))
    once = plan.read_bytes()
    code, out, err = merged(command, plan, filled(sheet))
    assert (code, out) == (0, "")
    assert "nothing new, 1 was there already" in err
    assert plan.read_bytes() == once


def test_a_sheet_without_answers_changes_nothing(command: Command, plan: Path, sheet: str) -> None:
    code, _out, err = merged(command, plan, sheet)
    assert code == 0
    assert "nothing new" in err
    assert "left without an answer" in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_an_inline_array_of_judgements_is_added_to(command: Command, plan: Path, sheet: str) -> None:
    old = 'judgements = [{ rule = "REP-1", at = "s1", verdict = "met", by = "net", on = 2027-01-02 }]\n'
    plan.write_text(PLAN.replace("\n[event]", f"{old}\n[event]"), encoding="utf-8")
    assert merged(command, plan, filled(sheet))[0] == 0
    assert [each["rule"] for each in tomli.loads(plan.read_text(encoding="utf-8"))["judgements"]] == ["REP-1", "BAL-1"]


def test_line_ends_and_byte_order_mark_stay(command: Command, plan: Path, sheet: str) -> None:
    before = b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()
    plan.write_bytes(before)
    assert merged(command, plan, filled(sheet))[0] == 0
    after = plan.read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == after.count(b"\r\n")


def test_an_ally_cant_mark_its_own_work(command: Command, plan: Path, sheet: str) -> None:
    code, out, err = merged(command, plan, filled(sheet).replace('by = "net"', 'by = "ally"'))
    assert (code, out) == (1, "")
    assert "ally isn't among those whom BAL-1 asks about opening" in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_an_answer_about_values_that_changed_is_refused(command: Command, plan: Path, sheet: str) -> None:
    changed = PLAN.replace('id = "a2"\norganisation', 'id = "a2"\nrole = "keynote"\norganisation')
    plan.write_text(changed, encoding="utf-8")
    code, _out, err = merged(command, plan, filled(sheet))
    assert code == 1
    assert "what BAL-1 reads about opening has changed since" in err
    assert plan.read_text(encoding="utf-8") == changed


def test_a_reworded_name_of_a_holder_changes_no_question(command: Command, plan: Path, sheet: str) -> None:
    plan.write_text(PLAN.replace("Rosa M.", "R. M."), encoding="utf-8")
    assert merged(command, plan, filled(sheet))[0] == 0


def test_the_review_has_the_last_word_on_whose_answer_counts(
    command: Command, plan: Path, sheet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eventreview.review.questions import Answerers

    monkeypatch.setattr(Answerers, "may_answer", lambda *_: True)
    code, out, err = merged(command, plan, filled(sheet).replace('by = "net"', 'by = "ally"'))
    assert (code, out) == (1, "")
    assert "ally isn't among those whom BAL-1 asks here." in err
    assert plan.read_text(encoding="utf-8") == PLAN


BAD = [
    ('rule = "BAL-1"', 'rule = "BAL-99"', "there is no rule BAL-99"),
    ('rule = "BAL-1"', 'rule = "panel-balanse"', "did you mean panel-balance?"),
    ('rule = "BAL-1"', 'rule = "SAF-3"', "SAF-3 looks at nothing called opening"),
    ('rule = "BAL-1"\nat = "opening"', 'rule = "SAF-3"\nat = "s1"', "SAF-3 asks nothing about s1"),
    ('at = "opening"', 'at = "openning"', "did you mean opening?"),
    ('by = "net"', 'by = "nett"', "did you mean net?"),
    ('by = "net"', "by = 3", "the key by is missing or no text"),
    ('verdict = "met"', 'verdict = "yes"', "its verdict is none of"),
    ('verdict = "met"', 'verdict = "mett"', "did you mean met?"),
    ('verdict = "met"', "verdict = true", "its verdict is none of"),
    ('verdict = "met"', 'verdit = "met"', "did you mean verdict?"),
    ('verdict = "met"', 'reason = "fine"', "no verdict"),
    ('verdict = "met"', 'verdict = "met"\non = 2027-01-11', "dated 11 January 2027"),
    ('verdict = "met"', 'verdict = "met"\non = 2027-01-09T10:00:00', "isn't written as a date"),
    ('verdict = "met"', 'verdict = "met"\non = "yesterday"', "isn't written as a date"),
    ('verdict = "met"', 'verdict = "met"\nreason = ["a"]', "its reason is no text"),
    ('verdict = "met"', 'verdict = "met"\nreason = "ask rosa@example.org"', "a way to reach somebody"),
    ('verdict = "met"', 'verdict = "met"\nemail = "rosa@example.org"', "there is no key email"),
    ('at = "opening"', 'at = "rosa@example.org"', "looks at nothing called •••"),
    ('covers = "', 'covers = "0', "has changed since"),
    ("\ncovers = ", "\n# covers = ", "the key covers is missing"),
    ('at = "opening"', 'at = "\\u001b[31m\\u202e"', "looks at nothing called"),
    ('by = "net"', 'by = "a\\nb"', "no organisation"),
]


@pytest.mark.parametrize(("old", "new", "said"), BAD, ids=[str(n) for n in range(len(BAD))])
def test_a_wrong_answer_is_refused_in_one_sentence_and_nothing_is_written(
    command: Command, plan: Path, sheet: str, old: str, new: str, said: str
) -> None:
    head, block = filled(sheet).split('[[answers]]\nrule = "BAL-1"', 1)
    block = f'[[answers]]\nrule = "BAL-1"{block}'
    assert old in block
    code, out, err = merged(command, plan, head + block.replace(old, new, 1))
    assert (code, out, err.count("\n")) == (1, "", 2)
    assert said in err
    assert "the plan is as it was" in err
    assert not any(secret in err for secret in ("example.org", "\x1b", "\u202e"))
    assert plan.read_text(encoding="utf-8") == PLAN


def test_one_refused_answer_keeps_the_others_out_too(command: Command, plan: Path, sheet: str) -> None:
    answers = filled(sheet) + '[[answers]]\nrule = "BAL-99"\nat = "x"\nby = "net"\ncovers = "0"\nverdict = "met"\n'
    code, _out, err = merged(command, plan, answers)
    assert code == 1
    assert "there is no rule BAL-99" in err
    assert plan.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize("where", ["in one file", "later"])
def test_one_organisation_answers_a_question_once(command: Command, plan: Path, sheet: str, where: str) -> None:
    yes, no = filled(sheet), filled(sheet, verdict="not-met")
    if where == "later":
        assert merged(command, plan, yes)[0] == 0
        before = plan.read_bytes()
        code, _out, err = merged(command, plan, no)
    else:
        before = plan.read_bytes()
        code, _out, err = merged(command, plan, yes + no)
    assert code == 1
    assert "net has already answered BAL-1 on opening otherwise" in err
    assert plan.read_bytes() == before


def test_whoever_is_asked_first_doesnt_answer_for_everybody(command: Command, plan: Path) -> None:
    south = '[[organisations]]\nid = "south"\nname = "South (fictional)"\nled_by = ["sex-workers"]\n'
    plan.write_text(PLAN + south, encoding="utf-8")
    merged(command, plan, filled(command("questions", str(plan), "--for", "net").out))
    sheet = command("questions", str(plan), "--for", "south").out
    assert "Others have answered this already." in sheet
    assert "question → met" not in sheet
    code, out, _err = merged(command, plan, filled(sheet, verdict="not-met"))
    assert (code, out) == (0, "BAL-1 opening: met → question\n")
    assert 'rule = "BAL-1"' not in command("questions", str(plan), "--for", "net").out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("answers = 3\n", "[[answers]]"),
        ("answers = [1]\n", "[[answers]]"),
        ("[[answer]]\nrule = 'BAL-1'\n", "did you mean answers?"),
        ("verdict = met\n", "answers.toml:1:11: error FORM-2"),
        ("caf\u00e9 \x1b]52;c;aGk=\x07", "FORM-2"),
    ],
)
def test_a_file_that_holds_no_answers_exits_2_in_one_line(
    command: Command, plan: Path, answers: str, said: str
) -> None:
    code, out, err = merged(command, plan, answers)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert "\x1b" not in err


def test_a_plan_that_changed_meanwhile_or_cant_be_written_exits_3(
    command: Command, plan: Path, sheet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eventreview.plan import save
    from eventreview.review import session

    def full(path: str, data: bytes, expected: bytes | None, known: object = None) -> None:
        assert expected == PLAN.encode()
        raise save.NotSaved("disk-full", path)

    monkeypatch.setattr(session, "save", full)
    code, out, err = merged(command, plan, filled(sheet))
    assert (code, out) == (3, "")
    assert "no space left" in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_a_plan_that_somebody_is_editing_takes_no_answer_in(command: Command, plan: Path, sheet: str) -> None:
    from eventreview.plan import lock

    held = lock.take(str(plan))
    try:
        code, out, err = merged(command, plan, filled(sheet))
    finally:
        held.release()
    assert (code, out) == (3, "")
    assert "editing it in another window" in err
    assert plan.read_text(encoding="utf-8") == PLAN


def test_nothing_of_a_hostile_plan_reaches_the_terminal_or_the_file_as_a_command(command: Command, plan: Path) -> None:
    hostile = r"x \u001b]52;c;aGk=\u0007 \u202e \u009b31m \n[[answers]]\nverdict = 1\r\u0085 \u2028"
    plan.write_text(
        PLAN.replace("Rights and evidence", hostile)
        .replace("Lantern Network (fictional)", hostile)
        .replace('title = "Opening"', f'title = "{hostile}"')
        .replace('organisation = "ally"', f'organisation = "ally"\nrepresents = ["other:{hostile}"]'),
        encoding="utf-8",
    )
    ran = command("questions", str(plan), "--for", "net")
    assert ran.code == 0
    assert "␛]52" in ran.out
    assert not any(sign in ran.out + ran.err for sign in ("\x1b", "\x07", "\x9b", "\u202e", "\r", "\x85", "\u2028"))
    assert all(set(entry) == {"rule", "at", "by", "covers"} for entry in tomli.loads(ran.out)["answers"])
    code, _out, err = merged(command, plan, filled(ran.out, rule=tomli.loads(ran.out)["answers"][0]["rule"]))
    assert code == 0, err


def test_an_address_in_a_title_or_name_doesnt_leave_the_plan(command: Command, plan: Path) -> None:
    plan.write_text(
        PLAN.replace("Rights and evidence", "Write to rosa@example.org").replace(
            "Lantern Network (fictional)", "Lantern, rosa@example.org"
        ),
        encoding="utf-8",
    )
    assert "example.org" not in command("questions", str(plan), "--for", "net").out
