"""A session keeps what is unsaved beside its plan, and nothing else, and nothing longer."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from tests.review.conftest import plan

from eventreview.plan import recovery
from eventreview.plan.edits import Set
from eventreview.plan.lock import take
from eventreview.plan.save import NotSaved
from eventreview.review.keeping import Keeper
from eventreview.review.session import Session

PLAN = plan("# a comment\n").replace("\n", "\r\n").encode()
CITY = ("event", "city")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PLAN)
    return file


@pytest.fixture
def session(path: Path) -> Session:
    session = Session(str(path))
    assert session.keeper.begin()
    return session


def beside(path: Path) -> list[str]:
    return sorted(name.rpartition("-")[2] for name in os.listdir(path.parent) if name.startswith("."))


def test_a_session_that_nobody_locked_writes_nothing_beside_the_plan(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set(CITY, "Dakar")])
    assert not session.keeper.is_due
    assert not session.keeper.keep()
    session.save_as(str(path.with_name("b.toml")))
    assert beside(path) == []


def test_the_copy_is_due_after_each_change_and_not_twice(session: Session, path: Path) -> None:
    keeper = session.keeper
    assert not keeper.is_due
    session.apply([Set(CITY, "Dakar")])
    assert keeper.is_due
    assert keeper.keep()
    assert not keeper.is_due
    session.apply([Set(CITY, "Lomé")])
    assert keeper.is_due
    session.undo()
    session.undo()
    assert not keeper.is_due
    assert beside(path) == ["lock"]
    session.redo()
    assert keeper.is_due


@pytest.mark.parametrize("end", ["save", "reload", "discard"])
def test_the_copy_goes_when_nothing_is_unsaved_or_wanted_any_more(session: Session, path: Path, end: str) -> None:
    session.apply([Set(CITY, "Dakar")])
    session.keeper.keep()
    ends: dict[str, Callable[[], object]] = {
        "save": session.save,
        "reload": session.reload,
        "discard": session.keeper.discard,
    }
    ends[end]()
    assert beside(path) == ["lock"]
    assert session.keeper.close()
    assert beside(path) == []


def test_what_was_not_given_up_is_recovered_as_one_step_byte_by_byte(session: Session, path: Path) -> None:
    before = path.read_bytes()
    session.apply([Set(CITY, "Dakar")])
    session.apply([Set(("event", "title"), "Another")])
    unsaved = session.file.data
    assert session.keeper.close()
    again = Session(str(path))
    again.keeper.begin()
    copy = again.keeper.offer()
    assert copy is not None
    assert copy.was_made_from(before)
    again.keeper.recover(copy, "recovered")
    assert again.file.data == unsaved
    again.undo()
    assert again.file.data == before
    assert beside(path) == ["lock"]


def test_after_a_change_a_discard_no_longer_counts(session: Session, path: Path) -> None:
    session.apply([Set(CITY, "Dakar")])
    session.keeper.discard()
    session.apply([Set(CITY, "Lomé")])
    session.keeper.close()
    assert beside(path) == ["recovery"]


def test_work_is_recovered_for_a_plan_that_broke_meanwhile_and_never_undone_into_it(path: Path) -> None:
    recovery.write(str(path), PLAN, PLAN.decode())
    path.write_bytes(b"")
    session = Session(str(path))
    session.keeper.begin()
    copy = session.keeper.offer()
    assert copy is not None
    session.keeper.recover(copy, "recovered")
    assert session.readable
    assert not session.can_undo
    session.save()
    assert path.read_bytes() == PLAN


def test_a_copy_that_cannot_be_written_is_known_and_tried_again(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    session.apply([Set(CITY, "Dakar")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", full)
        assert not session.keeper.keep()
    assert session.keeper.failed
    assert session.keeper.is_due
    assert session.keeper.keep()
    assert not session.keeper.failed
    assert beside(path) == ["lock", "recovery"]


def test_a_plan_that_changed_before_it_was_locked_is_read_again(path: Path) -> None:
    session = Session(str(path))
    path.write_bytes(PLAN)
    session.keeper.begin()
    assert session.file.data == PLAN


def test_a_copy_of_whoever_took_the_plan_over_is_left_alone(session: Session, path: Path) -> None:
    session.apply([Set(CITY, "Dakar")])
    assert session.keeper.keep()
    lock = path.with_name(".a.toml.eventreview-lock")
    lock.write_text("process 1\nhost elsewhere\nstarted \n", encoding="utf-8")
    recovery.write(str(path), path.read_bytes(), "theirs")
    session.apply([Set(CITY, "Lomé")])
    assert not session.keeper.keep()
    assert session.keeper.failed
    session.undo()
    session.undo()
    theirs = recovery.read(str(path))
    assert theirs is not None
    assert theirs.text == "theirs"


def test_a_lock_that_was_swept_away_is_put_back(session: Session, path: Path) -> None:
    lock = path.with_name(".a.toml.eventreview-lock")
    lock.unlink()
    session.apply([Set(CITY, "Dakar")])
    assert session.keeper.keep()
    assert beside(path) == ["lock", "recovery"]


def test_saving_under_another_name_moves_lock_and_copy(session: Session, path: Path) -> None:
    other = path.with_name("b.toml")
    session.apply([Set(CITY, "Dakar")])
    session.keeper.keep()
    session.save_as(str(other))
    assert sorted(os.listdir(path.parent)) == [".b.toml.eventreview-lock", "a.toml", "b.toml"]


def test_where_somebody_has_the_other_name_open_everything_stays(session: Session, path: Path) -> None:
    other = path.with_name("b.toml")
    take(str(other))
    session.apply([Set(CITY, "Dakar")])
    with pytest.raises(NotSaved) as refused:
        session.save_as(str(other))
    assert refused.value.message_id == "in-use"
    assert session.path == str(path)
    assert session.keeper.is_locked
    assert not other.exists()


def test_a_second_session_is_for_reading_until_the_lock_is_free(session: Session, path: Path) -> None:
    second = Session(str(path))
    assert not second.keeper.begin()
    assert second.read_only
    session.keeper.close()
    assert second.keeper.begin()
    assert not second.read_only


def test_a_session_for_reading_alone_asks_for_no_lock(path: Path) -> None:
    session = Session(str(path), read_only=True)
    assert not session.keeper.begin()
    assert session.keeper.refused is None
    assert isinstance(session.keeper, Keeper)
    assert beside(path) == []
