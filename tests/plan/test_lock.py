"""One program at a time edits a plan; a lock that its owner left behind is in nobody's way."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.plan.faults import Faults

from eventreview.plan import lock, process
from eventreview.plan.lock import ELSEWHERE, IN_USE, NOT_WRITABLE, UNCLEAR, Holder, Lock, NotLocked, sentence, take

POSIX = pytest.mark.skipif(os.name != "posix", reason="processes as POSIX has them")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(b"format = 1\n")
    return path


@pytest.fixture
def place(plan: Path) -> Path:
    return plan.with_name(".a.toml.eventreview-lock")


def refusal(plan: Path, over: Holder | None = None) -> NotLocked:
    with pytest.raises(NotLocked) as refused:
        take(str(plan), over)
    assert "a.toml" in sentence(refused.value)
    return refused.value


def ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as done:
        pass
    return done.pid


def test_it_names_the_process_the_machine_and_when_it_began_and_nothing_else(plan: Path, place: Path) -> None:
    take(str(plan))
    lines = place.read_text().splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["process", "host", "started"]
    assert lines[0] == f"process {os.getpid()}"


def test_the_second_is_refused_until_the_first_has_left(plan: Path, place: Path) -> None:
    mine = take(str(plan))
    error = refusal(plan)
    assert error.message_id == IN_USE
    assert error.holder is None, "nobody takes it from a program that runs"
    assert str(os.getpid()) in sentence(error)
    mine.release()
    assert not place.exists()
    take(str(plan)).release()


def test_a_symlink_and_its_plan_have_one_lock(plan: Path) -> None:
    link = plan.with_name("b.toml")
    link.symlink_to(plan)
    take(str(link))
    assert refusal(plan).message_id == IN_USE


@POSIX
def test_a_lock_whose_process_is_gone_is_taken_over(plan: Path, place: Path) -> None:
    place.write_bytes(Holder(ended_process(), process.host(), "tick 1").data)
    assert take(str(plan)).is_held


@POSIX
def test_a_process_that_was_given_the_same_number_since_is_not_the_owner(plan: Path, place: Path) -> None:
    if not Holder.here().started:
        pytest.skip("this system doesn't say when a process began")
    place.write_bytes(Holder(os.getpid(), process.host(), "tick 0").data)
    assert take(str(plan)).is_held


@POSIX
def test_a_process_that_is_dead_but_not_buried_is_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert process.started(child.pid) is process.GONE
    child.wait()


@POSIX
def test_when_a_process_began_can_be_asked_without_proc_too() -> None:
    if not os.path.exists("/bin/ps"):
        pytest.skip("no ps")
    began = process._started_by_ps(os.getpid())
    assert began
    assert process._started_by_ps(os.getpid()) == began
    assert process._started_by_ps(ended_process()) in (process.GONE, process.HIDDEN_FROM_US)


def test_of_another_machine_a_person_decides(plan: Path, place: Path) -> None:
    theirs = Holder(4711, "harbour", "12")
    place.write_bytes(theirs.data)
    error = refusal(plan)
    assert error.message_id == ELSEWHERE
    assert "harbour" in sentence(error)
    assert place.read_bytes() == theirs.data
    assert error.holder is not None
    assert take(str(plan), error.holder).is_held


def test_only_the_lock_that_was_decided_about_is_taken(plan: Path, place: Path) -> None:
    place.write_bytes(Holder(4711, "harbour", "12").data)
    assert refusal(plan, Holder(4710, "harbour", "12")).message_id == ELSEWHERE


@pytest.mark.parametrize("data", [b"", b"\xff\x00", b"process x\nhost h\n", b"process 99999999999999999999\nhost h\n"])
def test_a_lock_that_says_nothing_is_for_a_person_to_decide(plan: Path, place: Path, data: bytes) -> None:
    place.write_bytes(data)
    error = refusal(plan)
    assert error.message_id == UNCLEAR
    assert take(str(plan), error.holder).is_held


def test_what_is_no_file_stays(plan: Path, place: Path) -> None:
    place.mkdir()
    error = refusal(plan)
    assert refusal(plan, error.holder).message_id == UNCLEAR
    assert place.is_dir()


def test_where_nothing_can_be_written_it_is_said(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.MonkeyPatch.context() as patch:
        Faults(patch, 1, PermissionError(errno.EACCES, "no"), ("open",))
        # The first call into the system asks when this process began, and that may fail too.
        patch.setattr(process, "started", lambda _process: "")
        assert refusal(plan).message_id == NOT_WRITABLE
    assert refusal(plan.parent / "gone" / "a.toml").message_id == NOT_WRITABLE


def test_a_lock_that_somebody_took_over_is_left_to_them(plan: Path, place: Path) -> None:
    mine = take(str(plan))
    place.write_bytes(Holder(1, "harbour", "").data)
    assert not mine.is_held
    mine.release()
    assert place.exists()


def test_a_lock_that_was_set_since_is_never_cleared(plan: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone, theirs = Holder(ended_process(), process.host(), "tick 1").data, Holder(7, "harbour", "").data
    place.write_bytes(theirs)
    lock._clear(str(place), gone)
    assert place.read_bytes() == theirs

    def somebody_was_quicker(_file: int) -> None:
        place.unlink()
        place.write_bytes(theirs)

    place.write_bytes(gone)
    monkeypatch.setattr(lock, "_alone", somebody_was_quicker)
    lock._clear(str(place), gone)
    assert place.read_bytes() == theirs


TAKING = """
import sys
from eventreview.plan.lock import NotLocked, take
sys.stdin.read(1)
try:
    take(sys.argv[1])
except NotLocked as error:
    print(error.message_id)
else:
    print("taken", flush=True)
    sys.stdin.read()
"""


@POSIX
def test_of_many_that_find_a_lock_left_behind_one_takes_it(plan: Path, place: Path) -> None:
    place.write_bytes(Holder(ended_process(), process.host(), "tick 1").data)
    command = [sys.executable, "-c", TAKING, str(plan)]
    takers = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(6)]
    for taker in takers:
        assert taker.stdin is not None
        taker.stdin.write(b".")
        taker.stdin.flush()
    said = []
    for taker in takers:
        assert taker.stdout is not None
        said.append(taker.stdout.readline().strip())
    for taker in takers:
        taker.communicate()
    assert said.count(b"taken") == 1
    assert set(said) <= {b"taken", IN_USE.encode(), UNCLEAR.encode()}


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), KeyboardInterrupt()])
@pytest.mark.parametrize("is_left", [False, True])
def test_whichever_call_fails_nobody_is_locked_out(
    plan: Path, place: Path, error: BaseException, is_left: bool
) -> None:
    left = Holder(ended_process(), process.host(), "tick 1").data if is_left and process.can_tell() else None
    for fatal in range(1, 100):
        place.unlink(missing_ok=True)
        if left is not None:
            place.write_bytes(left)
        held: Lock | None = None
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fatal, error)
            with suppress(NotLocked, KeyboardInterrupt):
                held = take(str(plan))
        if held is None:
            assert not place.exists() or place.read_bytes() == left
            held = take(str(plan))
        assert held.is_held
        assert refusal(plan).message_id == IN_USE
        if faults.count < fatal:
            assert fatal > 3
            return
    raise AssertionError("never taken")
