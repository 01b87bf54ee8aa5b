"""`check --fix` and `check --diff`: safe fixes alone, in place, from a pipe, or shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

PLAN = b"""\xef\xbb\xbfformat = 1\r
Stage = "Inviting"  # one at a time\r
as_of = "2026-12-01"\r
[event]\r
title = "Rights and evidence"\r
concerns = "sex-workers"\r
[[organisations]]\r
id = "net"\r
name = "Lantern Network (fictional)"\r
led_by = ["Sex-Workers"]\r
[[panels]]\r
id = "p"\r
title = "Panel"\r
[[panels.speakers]]\r
id = "s1"\r
organisation = "net"\r
Display = "Rosa M."\r
notes = "flies in"  # at the harbour\r
"""
SAFE = (
    b'stage = "inviting"\r\n',
    b"as_of = 2026-12-01\r\n",
    b'concerns = ["sex-workers"]\r\n',
    b'led_by = ["sex-workers"]\r\n',
)
SECRETS = ("Rosa", "flies in", "harbour", "one at a time")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(PLAN)
    return path


def test_fix_makes_the_safe_fixes_in_place_and_reports_what_is_left(command: Command, path: Path) -> None:
    ran = command("check", "--fix", "--format", "line", str(path))
    after = path.read_bytes()
    assert all(line in after for line in SAFE)
    assert after.startswith(b"\xef\xbb\xbf")
    assert b"# one at a time\r\n" in after
    assert "FORM-" not in ran.out
    assert ran.out
    assert ran.err.count("fixed FORM-") == 6
    assert "rename the key to stage" in ran.err
    assert ran.code == 0


def test_once_fixed_there_is_nothing_more_to_fix(command: Command, path: Path) -> None:
    command("check", "--fix", str(path))
    after = path.read_bytes()
    ran = command("check", "--fix", str(path))
    assert path.read_bytes() == after
    assert ran.err == ""


def test_a_sound_file_is_not_written(command: Command, plans: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_bytes((plans / "csw-side-event.toml").read_bytes())
    state = copy.stat()
    assert command("check", "--fix", str(copy)).code == 0
    assert (copy.stat().st_ino, copy.stat().st_mtime_ns) == (state.st_ino, state.st_mtime_ns)


def test_of_two_spellings_of_one_key_none_is_lost(command: Command, path: Path) -> None:
    path.write_bytes(PLAN.replace(b'title = "Panel"', b'Title = "One"\r\nTITLE = "Two"'))
    command("check", "--fix", str(path))
    after = path.read_bytes()
    assert b'"One"' in after
    assert b'"Two"' in after


def test_of_two_spellings_of_one_word_one_is_left_to_a_person(command: Command, path: Path) -> None:
    path.write_bytes(PLAN.replace(b'["Sex-Workers"]', b'["Sex-Workers", "SEX-WORKERS"]'))
    ran = command("check", "--fix", "--format", "line", str(path))
    assert b'led_by = ["sex-workers", "SEX-WORKERS"]' in path.read_bytes()
    assert ran.out.count("FORM-6") == 1


def test_from_a_pipe_the_text_goes_to_stdout_and_the_findings_to_stderr(command: Command, path: Path) -> None:
    ran = command("check", "--fix", "--format", "line", "-", stdin=PLAN)
    command("check", "--fix", str(path))
    assert ran.out.encode() == path.read_bytes()
    assert "fixed FORM-5" in ran.err
    assert "<stdin>:" in ran.err


@pytest.mark.parametrize("text", [b"format = = 1\n", PLAN.replace(b'id = "s1"', b'id = "s1"\r\nhiv_status = "no"')])
def test_a_plan_that_may_not_be_touched_stays_as_it_is(command: Command, path: Path, text: bytes) -> None:
    path.write_bytes(text)
    ran = command("check", "--fix", str(path))
    assert path.read_bytes() == text
    assert "no fix is made" in ran.err
    assert ran.code in (1, 3)
    assert command("check", "--fix", "-", stdin=text).out.encode() == text
    assert command("check", "--diff", str(path)).out == ""


def test_diff_shows_what_would_change_and_writes_nothing(command: Command, path: Path) -> None:
    ran = command("check", "--diff", str(path))
    assert path.read_bytes() == PLAN
    lines = ran.out.splitlines()
    assert lines[0] == str(path)
    assert '-     3 | as_of = "2026-12-01"' in lines
    assert "+     4 | as_of = 2026-12-01" in lines
    assert all(line[0] in "+-" for line in lines[1:])
    assert ran.code == command("check", str(path)).code == 1


def test_neither_diff_nor_report_shows_a_name_a_note_or_a_comment(command: Command, path: Path) -> None:
    shown = command("check", "--diff", str(path))
    plain = command("check", str(path))
    fixed = command("check", "--fix", str(path))
    for ran in (shown, plain, fixed):
        assert not [secret for secret in SECRETS if secret in ran.out + ran.err]
    assert "•••" in shown.out


def test_diff_of_a_sound_plan_is_empty(command: Command, plans: Path) -> None:
    ran = command("check", "--diff", str(plans / "csw-side-event.toml"))
    assert (ran.out, ran.err, ran.code) == ("", "", 0)


def test_a_write_that_fails_exits_3_and_reports_the_file_as_it_is(
    command: Command, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from eventreview.cli import safe_fixes
    from eventreview.plan.save import NotSaved

    def full(path: str, data: bytes, expected: bytes | None) -> None:
        raise NotSaved("disk-full", path)

    monkeypatch.setattr(safe_fixes, "save", full)
    ran = command("check", "--fix", "--format", "line", str(path))
    assert ran.code == 3
    assert "no space left" in ran.err
    assert "FORM-5" in ran.out
    assert path.read_bytes() == PLAN


def test_fix_and_diff_do_not_go_together(command: Command, path: Path) -> None:
    assert command("check", "--fix", "--diff", str(path)).code == 2
