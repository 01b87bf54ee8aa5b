"""`fix --plain` from outside: findings and answers as lines, what is saved and what isn't, exit codes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command, Ran
from tests.test_imports import HEAVY, modules_after

# One error (the quoted date) that a first choice mends; a comment and a name of the owner's.
PLAN = b"""format = 1
stage = "inviting"
as_of = 2026-12-01
[event]
title = "Rights and evidence"
concerns = ["sex-workers"]
published_on = "2026-11-20"  # told at the harbour
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
"""
MENDED = b"published_on = 2026-11-20  # told at the harbour"
FIRST = "Finding 1 of 2. Error. FORM-4, wrong type. About: event, line 7."

Talk = Callable[..., Ran]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(PLAN)
    return path


@pytest.fixture
def talk(command: Command, path: Path) -> Talk:
    """Answers, one a line, in the plain mode on the plan."""

    def talk(*answers: str, lang: str = "en") -> Ran:
        given = "".join(f"{answer}\n" for answer in answers).encode()
        return command("fix", "--plain", str(path), "--lang", lang, stdin=given)

    return talk


def test_a_finding_is_said_with_its_choices_and_the_answers_there_are(talk: Talk) -> None:
    lines = talk("q").out.splitlines()
    assert lines[0] == FIRST
    assert "Choices:" in lines
    assert "1. take the quotation marks of published_on away (safe fix)" in lines
    assert lines[-1] == "1, w why, l lines, s skip, u undo, v save, q quit?"


def test_errors_come_before_notes_and_these_before_questions(command: Command, plans: Path) -> None:
    said = command("fix", "--plain", str(plans / "virtual-prevention-meeting.toml"), stdin=b"s\n" * 99).out
    words = [line.split(". ")[1] for line in said.splitlines() if line.startswith("Finding ")]
    assert set(words) == {"Error", "Warning", "Note", "To be judged"}
    assert words == sorted(words, key=["Error", "Warning", "Note", "To be judged"].index)


def test_a_choice_shows_its_change_and_is_made_on_a_yes(talk: Talk, path: Path) -> None:
    ran = talk("1", "y", "save", "y", "q")
    assert 'Removed, line 7: published_on = "2026-11-20"  # told at the harbour' in ran.out
    assert "Added, line 7: published_on = 2026-11-20  # told at the harbour" in ran.out
    assert "1 closed, 0 opened." in ran.out
    assert MENDED in path.read_bytes()
    assert ran.code == 0


def test_a_no_changes_nothing(talk: Talk, path: Path) -> None:
    ran = talk("1", "n", "q")
    assert ran.code == 1
    assert path.read_bytes() == PLAN


def test_the_end_of_the_input_leaves_without_saving(talk: Talk, path: Path) -> None:
    ran = talk("1", "y")
    assert path.read_bytes() == PLAN
    assert "the input ended" in ran.err
    assert ran.code == 1


def test_what_was_saved_before_the_input_ended_stays(talk: Talk, path: Path) -> None:
    ran = talk("1", "y", "v", "y")
    assert MENDED in path.read_bytes()
    assert ran.err == ""
    assert ran.code == 0


def test_undo_takes_the_change_back(talk: Talk, path: Path) -> None:
    ran = talk("u", "1", "y", "u", "v", "q")
    assert "Nothing to undo." in ran.out
    assert "Undone: take the quotation marks of published_on away." in ran.out
    assert "Nothing to save." in ran.out
    assert path.read_bytes() == PLAN


@pytest.mark.parametrize(("answer", "code", "is_mended"), [("discard", 1, False), ("save", 0, True)])
def test_leaving_with_changes_asks_what_becomes_of_them(
    talk: Talk, path: Path, answer: str, code: int, is_mended: bool
) -> None:
    ran = talk("1", "y", "q", answer, "y")
    assert "has changes that aren’t saved" in ran.out
    assert (MENDED in path.read_bytes()) is is_mended
    assert ran.code == code


def test_one_may_stay_after_all(talk: Talk) -> None:
    ran = talk("1", "y", "q", "stay", "why", "q", "d")
    assert ran.out.count("has changes that aren’t saved") == 2


def test_why_and_lines_say_more(talk: Talk) -> None:
    ran = talk("why", "lines", "q")
    assert 'Line 7: published_on = "2026-11-20"  # told at the harbour' in ran.out
    assert len(ran.out) > len(talk("q").out) + 200


def test_a_template_puts_its_lines_in_as_comments_once(command: Command, plans: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    before = (plans / "virtual-prevention-meeting.toml").read_bytes()
    copy.write_bytes(before)
    ran = command("fix", "--plain", str(copy), stdin=b"1\ny\nv\ny\nq\n")
    added = set(copy.read_bytes().splitlines()) - set(before.splitlines())
    assert added
    assert all(line.startswith(b"#") for line in added)
    title = next(line for line in ran.out.splitlines() if line.startswith("1. "))[3:]
    assert ran.out.count(title) == 1


def test_when_all_is_left_aside_it_ends(talk: Talk) -> None:
    ran = talk("s", "s")
    assert ran.out.endswith("Nothing else is not met or to be judged. 2 were left aside.\n")
    assert ran.err == ""
    assert ran.code == 1


def test_what_is_left_aside_can_be_taken_up_again(talk: Talk) -> None:
    ran = talk("1", "y", "s", "again", "q", "d")
    assert ran.out.count("Finding 1 of 1. Note.") == 2


def test_an_answer_that_is_none_is_asked_again(talk: Talk) -> None:
    ran = talk("9", "q")
    assert "That is none of the answers." in ran.out


def test_what_could_out_somebody_is_hidden_and_nothing_reaches_the_terminal(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(
        PLAN.replace(
            b'concerns = ["sex-workers"]', b'hiv_status = "known \\u001b"\nconcerns = "\xe2\x80\xaesex-workers"'
        )
    )
    said = command("fix", "--plain", str(path), stdin=b"1\ny\nl\ns\n" * 20).out
    assert "known" not in said
    assert "•••" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_a_file_changed_meanwhile_is_not_overwritten(talk: Talk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eventreview.cli import answers

    other = PLAN.replace(b"Rights", b"Work")
    read = answers.read_line

    def somebody_else_saves(prompt: str) -> str:
        path.write_bytes(other)
        return read(prompt)

    monkeypatch.setattr(answers, "read_line", somebody_else_saves)
    ran = talk("1", "y", "v", "y", "q", "d")
    assert "changed on disk" in ran.out
    assert path.read_bytes() == other
    assert ran.code == 3


def test_another_name_saves_what_could_not_be_saved(talk: Talk, path: Path, tmp_path: Path) -> None:
    ran = talk("1", "y", f"as {tmp_path / 'other.toml'}", "y", "q")
    assert MENDED in (tmp_path / "other.toml").read_bytes()
    assert path.read_bytes() == PLAN
    assert ran.code == 0


def test_another_name_never_replaces_a_file(talk: Talk, tmp_path: Path) -> None:
    there = tmp_path / "other.toml"
    there.write_bytes(b"mine")
    assert talk("1", "y", f"as {there}", "y", "q", "d").code == 3
    assert there.read_bytes() == b"mine"


def test_letters_and_english_words_are_answers_in_french_too(talk: Talk, path: Path) -> None:
    ran = talk("w", "pourquoi", "1", "o", "save", "yes", "quitter", lang="fr")
    assert ran.out.startswith("Constat 1 sur 2. Erreur. FORM-4")
    assert MENDED in path.read_bytes()
    assert ran.code == 0


def test_a_plan_that_cannot_be_read_is_its_finding(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_bytes(b"format = = 1")
    ran = command("fix", "--plain", str(path))
    assert ran.code == 3
    assert "FORM-2" in ran.err
    assert ran.out == ""


def test_a_plan_that_is_not_there_is_wrong_usage(command: Command, tmp_path: Path) -> None:
    assert command("fix", "--plain", str(tmp_path / "none.toml")).code == 2


def test_without_plain_it_is_the_desk_which_needs_a_terminal(command: Command, path: Path) -> None:
    ran = command("fix", str(path))
    assert ran.code == 2
    assert "needs a terminal" in ran.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_said(talk: Talk, path: Path) -> None:
    path.chmod(0o400)
    ran = talk("1", "y", "v", "y", "q", "d")
    assert "can't be written to" in ran.out
    assert ran.code == 3


def test_the_plain_mode_loads_no_desk(path: Path) -> None:
    assert modules_after("fix", "--plain", str(path)).isdisjoint(HEAVY)
