"""A plan is saved whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import errno
import os
import random
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from tests.kill_during_save import killed_saves
from tests.plan.faults import NEW, OLD, Faults

from eventreview.plan.save import NotSaved, identity, save, sentence
from eventreview.plan.whole import _mark, beside, sweep

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX modes, links and signals")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(OLD)
    return path


def refusal(path: Path, expected: bytes | None, data: bytes = NEW) -> NotSaved:
    with pytest.raises(NotSaved) as refused:
        save(str(path), data, expected)
    assert path.name in sentence(refused.value)
    return refused.value


def test_the_new_bytes_take_the_place_of_the_old(plan: Path) -> None:
    save(str(plan), NEW, OLD)
    assert plan.read_bytes() == NEW
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_a_new_file_is_made_only_where_there_is_none(plan: Path) -> None:
    other = plan.parent / "other.toml"
    save(str(other), NEW, None)
    assert other.read_bytes() == NEW
    assert refusal(plan, None).message_id == "changed-on-disk"
    assert plan.read_bytes() == OLD


def test_a_plan_without_a_folder_in_its_name_is_saved_in_the_current_one(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    save("plan.toml", NEW, OLD)
    assert plan.read_bytes() == NEW


def test_a_very_long_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120 + ".toml")
    save(str(path), NEW, None)
    save(str(path), OLD, NEW)
    assert path.read_bytes() == OLD


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(plan: Path, mode: int) -> None:
    plan.chmod(mode)
    save(str(plan), NEW, OLD)
    assert stat.S_IMODE(plan.stat().st_mode) == mode


@POSIX
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(str(tmp_path / "new.toml"), NEW, None)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.toml").stat().st_mode) == 0o640


@POSIX
def test_owner_and_group_are_kept(plan: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give files away")
    os.chown(plan, 12, 34)
    save(str(plan), NEW, OLD)
    assert (plan.stat().st_uid, plan.stat().st_gid) == (12, 34)


@POSIX
def test_a_group_that_cannot_be_kept_gets_no_more_than_the_others(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_allowed(*_: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "no")

    real = os.fstat

    def of_another_group(file: int) -> os.stat_result:
        state = real(file)
        if state.st_size != len(OLD):
            return state
        return os.stat_result((*state[:5], state.st_gid + 1, *state[6:]))

    plan.chmod(0o664)
    monkeypatch.setattr(os, "fstat", of_another_group)
    monkeypatch.setattr(os, "fchown", not_allowed)
    save(str(plan), NEW, OLD)
    assert stat.S_IMODE(plan.stat().st_mode) == 0o644


@POSIX
def test_a_symlink_stays_one(plan: Path) -> None:
    folder = plan.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to("../plan.toml")
    save(str(link), NEW, OLD)
    assert link.is_symlink()
    assert plan.read_bytes() == NEW
    assert os.listdir(folder) == ["link.toml"]


@pytest.mark.parametrize("found", [b"", OLD[:-1], OLD + b"\n", b"other"])
def test_a_file_changed_by_somebody_else_is_left_alone(plan: Path, found: bytes) -> None:
    plan.write_bytes(found)
    assert refusal(plan, OLD).message_id == "changed-on-disk"
    assert plan.read_bytes() == found
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_a_file_changed_while_the_new_one_is_written_is_left_alone(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def somebody_else(file: int) -> None:
        plan.write_bytes(b"theirs")
        real(file)

    monkeypatch.setattr(os, "fsync", somebody_else)
    assert refusal(plan, OLD).message_id == "changed-on-disk"
    assert plan.read_bytes() == b"theirs"
    assert os.listdir(plan.parent) == ["plan.toml"]


def test_a_file_that_is_gone_is_not_made_again(plan: Path) -> None:
    plan.unlink()
    assert refusal(plan, OLD).message_id == "deleted"
    assert os.listdir(plan.parent) == []


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone" / "plan.toml", OLD).message_id == "folder-gone"
    assert refusal(tmp_path / "gone" / "plan.toml", None).message_id == "folder-gone"
    (tmp_path / "file").write_bytes(b"")
    assert refusal(tmp_path / "file" / "plan.toml", None).message_id == "folder-gone"


def test_what_is_not_a_file_is_left_alone(tmp_path: Path) -> None:
    assert refusal(tmp_path, OLD).message_id == "not-a-file"
    assert refusal(tmp_path, None).message_id == "not-a-file"


@POSIX
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe", OLD).message_id == "not-a-file"


@POSIX
def test_a_read_only_file_or_folder_is_left_alone(plan: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    plan.chmod(0o444)
    assert refusal(plan, OLD).message_id == "read-only"
    plan.chmod(0o644)
    plan.parent.chmod(0o555)
    assert refusal(plan, OLD).message_id == "folder-read-only"
    plan.parent.chmod(0o755)
    assert plan.read_bytes() == OLD


@pytest.mark.parametrize(
    ("number", "message_id"),
    [
        (errno.EACCES, "folder-read-only"),
        (errno.EROFS, "folder-read-only"),
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EIO, "failed"),
    ],
)
def test_what_the_system_says_is_told_in_our_words(
    plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, message_id: str
) -> None:
    def broken(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", broken)
    error = refusal(plan, OLD)
    assert error.message_id == message_id
    assert ("reason" in error.params) == (message_id == "failed")
    assert plan.read_bytes() == OLD
    assert os.listdir(plan.parent) == ["plan.toml"]


FATAL = [OSError(errno.EIO, "broken"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), MemoryError()]


@pytest.mark.parametrize("error", FATAL)
def test_whichever_call_fails_the_file_is_whole(plan: Path, error: BaseException) -> None:
    calls = 0
    for fatal in range(1, 100):
        plan.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fatal, error)
            try:
                save(str(plan), NEW, OLD)
            except (NotSaved, KeyboardInterrupt, MemoryError):
                saved = False
            else:
                saved = True
        held = plan.read_bytes()
        assert held in (OLD, NEW)
        if isinstance(error, OSError):
            assert (held == NEW) == saved, "said and done are the same"
        assert os.listdir(plan.parent) == ["plan.toml"], "nothing is left behind"
        if faults.count < fatal:
            calls = fatal - 1
            break
    assert calls > 12, "every call has failed once"


@POSIX
@pytest.mark.parametrize(("name", "calls"), [("write", 4), ("fsync", 1)])
def test_a_disk_that_fills_up_at_any_write_leaves_the_old_bytes(plan: Path, name: str, calls: int) -> None:
    for fatal in range(1, calls + 1):
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fatal, OSError(errno.ENOSPC, "full"), (name,))
            assert refusal(plan, OLD).message_id == "disk-full"
        assert faults.count == fatal
        assert plan.read_bytes() == OLD
        assert os.listdir(plan.parent) == ["plan.toml"]


LIMITED = """
import resource, sys
from eventreview.plan.save import NotSaved, save
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    save(sys.argv[1], b"new = 2\\n" * 4000, b"old = 1\\n" * 40)
except NotSaved as error:
    print(error.message_id)
"""


@POSIX
@pytest.mark.parametrize("most", [0, 1, 4096, len(NEW) - 1])
def test_a_limit_on_the_size_of_files_leaves_the_old_bytes(plan: Path, most: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(plan), str(most)], capture_output=True, text=True, check=False
    )
    assert done.stdout == "failed\n", done.stderr
    assert plan.read_bytes() == OLD
    assert os.listdir(plan.parent) == ["plan.toml"]


@POSIX
def test_a_full_disk_leaves_the_old_bytes_and_nothing_else(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        plan = disk / "plan.toml"
        plan.write_bytes(OLD)
        assert refusal(plan, OLD).message_id == "disk-full"
        assert plan.read_bytes() == OLD
        assert os.listdir(disk) == ["plan.toml"]
        save(str(plan), b"small = 1\n", OLD)
        assert plan.read_bytes() == b"small = 1\n"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_another_file_in_its_place_is_told_from_a_change(plan: Path) -> None:
    known = identity(str(plan))
    plan.write_bytes(b"theirs")
    with pytest.raises(NotSaved) as changed:
        save(str(plan), NEW, OLD, known)
    other = plan.with_name("other.toml")
    other.write_bytes(b"theirs")
    os.replace(other, plan)
    with pytest.raises(NotSaved) as replaced:
        save(str(plan), NEW, OLD, known)
    assert [each.value.message_id for each in (changed, replaced)] == ["changed-on-disk", "replaced"]


def test_another_file_with_the_same_bytes_is_no_trouble(plan: Path) -> None:
    known = identity(str(plan))
    other = plan.with_name("other.toml")
    other.write_bytes(OLD)
    os.replace(other, plan)
    save(str(plan), NEW, OLD, known)
    assert plan.read_bytes() == NEW


@POSIX
def test_a_process_killed_at_any_moment_leaves_a_whole_file_and_the_next_save_clears_up(plan: Path) -> None:
    counts = killed_saves(plan, 20, random.Random(7))
    assert counts.old + counts.new == 20
    save(str(plan), NEW, plan.read_bytes())
    assert os.listdir(plan.parent) == ["plan.toml"]


@POSIX
def test_what_a_living_process_is_writing_is_left_alone(plan: Path) -> None:
    mine = Path(beside(str(plan), f"{_mark()}{os.getpid()}-0"))
    elsewhere = Path(beside(str(plan), "00000000-1-0"))
    mine.write_bytes(b"")
    elsewhere.write_bytes(b"")
    sweep(str(plan))
    assert mine.exists()
    assert elsewhere.exists()
