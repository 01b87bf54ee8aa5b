"""The plain mode and `check --fix` beside other programs, and when they are ended: no work is lost, no plan written twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command, Ran
from tests.cli.test_fix import MENDED, PLAN

from eventreview.plan import recovery
from eventreview.plan.lock import Holder, take

CHANGED = PLAN.replace(b'"2026-11-20"', b"2026-11-20").decode()
POSIX = pytest.mark.skipif(os.name != "posix", reason="terminals and signals as POSIX has them")

Talk = Callable[..., Ran]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(PLAN)
    return path


@pytest.fixture
def talk(command: Command, path: Path) -> Talk:
    """Answers, one a line, in the plain mode on the plan."""
    return lambda *answers: command(
        "fix", "--plain", str(path), stdin="".join(f"{each}\n" for each in answers).encode()
    )


@pytest.fixture
def lock(path: Path) -> Path:
    return path.with_name(".plan.toml.eventreview-lock")


def kept(path: Path) -> str | None:
    copy = recovery.read(str(path))
    return copy.text if copy is not None else None


def beside(path: Path) -> list[str]:
    return sorted(each.name.rpartition("-")[2] for each in path.parent.iterdir() if each.name.startswith("."))


def test_a_plan_that_is_open_elsewhere_is_read_and_not_changed(talk: Talk, path: Path) -> None:
    theirs = take(str(path))
    ran = talk("1", "q")
    assert "in another window" in ran.out
    assert "This plan is open for reading only." in ran.out
    assert path.read_bytes() == PLAN
    assert ran.code == 3
    assert theirs.is_held


def test_a_copy_under_another_name_can_be_made_of_it_and_is_edited_then(talk: Talk, path: Path) -> None:
    take(str(path))
    other = path.with_name("other.toml")
    ran = talk(f"as {other}", "y", "1", "y", "v", "y", "q")
    assert MENDED in other.read_bytes()
    assert path.read_bytes() == PLAN
    assert beside(path) == ["lock"]
    assert ran.code == 0


def test_a_lock_of_another_machine_is_asked_about(talk: Talk, path: Path, lock: Path) -> None:
    lock.write_bytes(Holder(7, "harbour", "").data)
    assert "harbour" in talk("read only", "q").out
    assert Holder.read(lock.read_bytes()).host == "harbour"
    assert talk("take over", "1", "y", "v", "y").code == 0
    assert MENDED in path.read_bytes()
    assert beside(path) == []


def test_a_script_that_expects_no_question_takes_nothing_over(talk: Talk, path: Path, lock: Path) -> None:
    lock.write_bytes(Holder(7, "harbour", "").data)
    recovery.write(str(path), PLAN, CHANGED)
    talk("1", "y", "w", "l", "s", "u", "v", "q", "a", "d", "t", "n", "yes", "discard")
    assert Holder.read(lock.read_bytes()).host == "harbour"
    lock.unlink()
    talk("1", "y", "w", "l", "s", "u", "v", "q", "a", "d", "t", "n", "yes", "discard")
    assert kept(path) == CHANGED
    assert path.read_bytes() == PLAN


def test_work_that_was_left_is_offered_with_its_change(talk: Talk, path: Path) -> None:
    recovery.write(str(path), PLAN, CHANGED)
    ran = talk("recover", "undo", "q")
    assert "was kept in a recovery copy" in ran.out
    assert "Added, line 7: published_on = 2026-11-20  # told at the harbour" in ran.out
    assert "Undone: recover unsaved work." in ran.out
    assert kept(path) is None


def test_recovered_work_is_saved_as_any_other(talk: Talk, path: Path) -> None:
    recovery.write(str(path), PLAN, CHANGED)
    assert talk("r", "v", "y").code == 0
    assert path.read_bytes() == CHANGED.encode()
    assert beside(path) == []


def test_work_can_be_deleted_or_left_for_later(talk: Talk, path: Path) -> None:
    recovery.write(str(path), PLAN, CHANGED)
    ran = talk("later", "1", "q")
    assert "until it is decided" in ran.out
    assert kept(path) == CHANGED
    talk("delete", "q")
    assert kept(path) is None
    assert path.read_bytes() == PLAN


def test_a_damaged_copy_is_said_to_be(talk: Talk, path: Path) -> None:
    Path(recovery.place(str(path))).write_bytes(b"\xff\xfe")
    ran = talk("recover", "later", "q")
    assert "The copy is damaged" in ran.out
    assert "That is none of the answers." in ran.out


def test_nothing_stays_beside_the_plan(talk: Talk, path: Path) -> None:
    for answers in (("q",), ("1", "y", "q", "d"), ("1", "y", "v", "y"), ("1", "y")):
        path.write_bytes(PLAN)
        talk(*answers)
        assert beside(path) == []


def test_what_was_declined_is_not_offered_again_until_it_is_asked_for(talk: Talk, path: Path) -> None:
    path.write_bytes(PLAN.replace(b"2026-12-01", b'"2026-12-01"'))
    offer = "1. take the quotation marks of published_on away"
    answers = ("1", "y", "1", "n", "u", "1", "y", "s", "s")
    assert talk(*answers).out.count(offer) == 1
    assert talk(*answers, "again", "q", "d").out.count(offer) == 2


def test_check_fix_leaves_a_plan_that_somebody_edits_alone(command: Command, path: Path, lock: Path) -> None:
    theirs = take(str(path))
    ran = command("check", "--fix", str(path))
    assert "not fixed, it is being edited" in ran.err
    assert path.read_bytes() == PLAN
    assert ran.code == 3
    theirs.release()
    lock.write_bytes(Holder(7, "harbour", "").data)
    assert command("check", "--fix", str(path)).code == 3
    assert path.read_bytes() == PLAN


def test_check_fix_takes_a_lock_that_was_left_and_leaves_none(command: Command, path: Path, lock: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        pass
    lock.write_bytes(Holder(gone.pid, Holder.here().host, "tick 1").data)
    assert command("check", "--fix", str(path)).code == 0
    assert MENDED in path.read_bytes()
    assert beside(path) == []


def _running(path: Path, terminal: int) -> subprocess.Popen[bytes]:
    arguments = [sys.executable, "-m", "eventreview", "fix", "--plain", str(path)]
    environment = {**os.environ, "TERM": "dumb", "EVENTREVIEW_LANG": "en"}
    return subprocess.Popen(
        arguments, stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )


def _until(master: int, words: bytes, count: int = 1) -> bytes:
    seen = b""
    while seen.count(words) < count:
        seen += os.read(master, 65536)
    return seen


@POSIX
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL", "end of input"])
def test_on_a_dumb_terminal_work_outlives_whatever_ends_it(path: Path, name: str) -> None:
    import pty

    master, slave = pty.openpty()
    talk = _running(path, slave)
    assert talk.stderr is not None
    _until(master, b"q quit? ")
    os.write(master, b"1\n")
    _until(master, b"n no? ")
    os.write(master, b"y\n")
    seen = _until(master, b"q quit? ")
    assert b"\x1b" not in seen
    assert kept(path) == CHANGED
    if name == "end of input":
        os.write(master, b"\x04")
        code = 1
    else:
        talk.send_signal(getattr(signal, name))
        code = -signal.SIGKILL if name == "SIGKILL" else 128 + getattr(signal, name)
    assert talk.wait(20) == code
    os.close(slave)
    os.close(master)
    assert (b"kept beside the plan" in talk.stderr.read()) is (name != "SIGKILL")
    assert kept(path) == CHANGED
    assert path.read_bytes() == PLAN
    assert take(str(path)).is_held, "the lock of what was killed is in nobody's way"
