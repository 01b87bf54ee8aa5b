"""The recovery copy holds what wasn't saved, whole or not at all, and no state of it breaks an opening."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.faults import Faults

from eventreview.plan import recovery

OLD, TEXT, LATER = b"\xef\xbb\xbfformat = 1\r\n", "format = 1\r\n# \u00e9\n" * 900, "format = 1\n" * 3000
POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX modes and links")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "a.toml"
    path.write_bytes(OLD)
    return path


def test_it_stands_beside_the_plan_with_the_digest_of_the_base_first(plan: Path) -> None:
    recovery.write(str(plan), OLD, TEXT)
    first, _, text = (plan.parent / ".a.toml.eventreview-recovery").read_bytes().partition(b"\n")
    assert first.decode() == recovery.digest(OLD)
    assert text.decode() == TEXT
    assert plan.read_bytes() == OLD


def test_it_is_found_again_and_knows_what_it_was_made_from(plan: Path) -> None:
    recovery.write(str(plan), OLD, TEXT)
    copy = recovery.read(str(plan))
    assert copy is not None
    assert copy.text == TEXT
    assert copy.was_made_from(OLD)
    assert not copy.was_made_from(OLD + b"\n")


def test_once_removed_there_is_none(plan: Path) -> None:
    recovery.write(str(plan), OLD, TEXT)
    recovery.remove(str(plan))
    recovery.remove(str(plan))
    assert recovery.read(str(plan)) is None
    assert os.listdir(plan.parent) == ["a.toml"]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_it_has_the_mode_of_the_plan(plan: Path, mode: int) -> None:
    plan.chmod(mode)
    recovery.write(str(plan), OLD, TEXT)
    assert stat.S_IMODE(os.stat(recovery.place(str(plan))).st_mode) == mode


@POSIX
def test_of_a_plan_that_is_gone_it_is_for_its_owner_alone(plan: Path) -> None:
    plan.unlink()
    recovery.write(str(plan), OLD, TEXT)
    assert stat.S_IMODE(os.stat(recovery.place(str(plan))).st_mode) == 0o600


@POSIX
def test_it_stands_beside_the_file_that_a_symlink_leads_to(plan: Path) -> None:
    folder = plan.parent / "links"
    folder.mkdir()
    (folder / "b.toml").symlink_to(plan)
    recovery.write(str(folder / "b.toml"), OLD, TEXT)
    assert recovery.read(str(plan)) is not None
    assert os.listdir(folder) == ["b.toml"]


@POSIX
def test_a_symlink_in_its_place_is_never_followed(plan: Path) -> None:
    secret = plan.with_name("secret")
    secret.write_text(f"{recovery.digest(OLD)}\nsecret = 1\n")
    Path(recovery.place(str(plan))).symlink_to(secret)
    assert recovery.read(str(plan)) is None
    recovery.write(str(plan), OLD, TEXT)
    assert secret.read_text().endswith("secret = 1\n")


def test_two_plans_of_very_long_names_have_two_copies(tmp_path: Path) -> None:
    paths = [str(tmp_path / f"{'x' * 240}{each}.toml") for each in "ab"]
    assert len({recovery.place(path) for path in paths}) == 2
    recovery.write(paths[0], OLD, TEXT)
    assert recovery.read(paths[0]) is not None
    assert recovery.read(paths[1]) is None


@given(st.binary(max_size=60))
def test_whatever_stands_in_it_it_is_read_or_said_to_be_damaged(data: bytes) -> None:
    copy = recovery._copy(data, 1.0)
    if copy.text is not None:
        assert data == f"{copy.base}\n{copy.text}".encode()


@given(st.integers(0, 2000))
def test_a_truncated_copy_is_never_anything_else_than_a_beginning_of_the_text(length: int) -> None:
    copy = recovery._copy(f"{recovery.digest(OLD)}\n{TEXT}".encode()[:length], 1.0)
    assert copy.text is None or TEXT.startswith(copy.text)


def test_what_is_no_file_or_too_large_breaks_nothing(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Path(recovery.place(str(plan)))
    place.mkdir()
    assert recovery.read(str(plan)) is None
    place.rmdir()
    place.write_bytes(b"")
    assert recovery.read(str(plan)) is None
    monkeypatch.setattr(recovery, "MOST_BYTES", 100)
    recovery.write(str(plan), OLD, TEXT)
    copy = recovery.read(str(plan))
    assert copy is not None
    assert copy.text is None


@pytest.mark.parametrize("error", [OSError(errno.EIO, "broken"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_whichever_call_fails_the_copy_is_the_last_one_or_the_new_one(plan: Path, error: BaseException) -> None:
    for fatal in range(1, 100):
        recovery.write(str(plan), OLD, TEXT)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fatal, error)
            with suppress(OSError, KeyboardInterrupt):
                recovery.write(str(plan), OLD, LATER)
        copy = recovery.read(str(plan))
        assert copy is not None
        assert copy.text in (TEXT, LATER)
        assert plan.read_bytes() == OLD
        assert sorted(os.listdir(plan.parent)) == [".a.toml.eventreview-recovery", "a.toml"]
        if faults.count < fatal:
            assert copy.text == LATER
            assert fatal > 9
            return
    raise AssertionError("never written")
