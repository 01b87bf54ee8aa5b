"""The command line's first decisions: which command, which language, is there a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from eventreview import __version__


def test_the_version_is_printed(command: Command) -> None:
    assert command("--version").out == f"eventreview {__version__}\n"


def test_a_mistyped_command_is_suggested(command: Command) -> None:
    ran = command("chek", "plans")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no such file, folder or command. Did you mean eventreview check?" in ran.err


def test_without_a_terminal_the_desk_names_the_headless_command(tmp_path: Path) -> None:
    plan = tmp_path / "my plan.toml"
    plan.write_text("format = 1\n")
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "eventreview", str(plan)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"eventreview check '{plan}'" in done.stderr
    assert (tmp_path / "out").read_bytes() == b""


def test_an_unknown_option_is_one_line_and_exit_2(command: Command) -> None:
    ran = command("check", "--no-such-option")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_help_is_asked_for_and_ends_well(command: Command) -> None:
    with pytest.raises(SystemExit) as stop:
        command("check", "--lang", "fr", "--help")
    assert stop.value.code == 0


def test_the_language_of_the_surroundings_is_used(
    command: Command, plans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    assert "erreur" in command("check", str(plans / "virtual-prevention-meeting.toml")).out


def test_a_rule_is_explained_by_code_and_by_name(command: Command) -> None:
    by_code = command("rule", "rep-1")
    assert by_code.code == 0
    assert by_code.out == command("rule", "chosen-by-community").out
    assert "L2" in by_code.out


def test_an_unknown_rule_gets_a_suggestion(command: Command) -> None:
    ran = command("rule", "REP-11")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_the_list_of_rules_names_every_built_family(command: Command) -> None:
    out = command("rule").out
    for family in ("FORM", "REP", "CON", "BAL", "KP", "SAF", "SPO"):
        assert f"{family} –" in out


def test_a_reader_that_goes_away_ends_the_run_quietly(plans: Path) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m eventreview check "{plans}" | head -n 1',
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
