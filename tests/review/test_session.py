"""The session: every change goes through one door, can be taken back, and loses nothing."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from tests.review.conftest import plan

from eventreview.plan.edits import Insert, Move, Remove, Set
from eventreview.plan.save import NotSaved
from eventreview.review.finding import Finding
from eventreview.review.session import ReadOnly, Session

PLAN = plan(
    """
[[panels]]
id = "p"
title = "Panel"  # the large room

# their place
[[panels.speakers]]
id = "s1"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "ally"  # to be talked about
chosen_on = 2026-12-20
"""
)
CHOSEN = ("panels", 0, "speakers", 0, "chosen_by")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_an_edit_is_checked_at_once_and_says_what_it_closed(path: Path) -> None:
    session = Session(str(path))
    change = session.apply([Set(CHOSEN, "net")], "net chose")
    assert ("REP-1", "s1", ("sex-workers",), "") in change.closed
    assert ("CON-1", "s1", ("sex-workers",), "") in change.closed
    assert 'chosen_by = "net"  # to be talked about' in session.text
    assert session.dirty


def test_undo_gives_the_first_bytes_back_and_redo_the_last(path: Path) -> None:
    session = Session(str(path))
    first = session.text
    session.apply([Set(CHOSEN, "net")])
    session.apply([Set(("event", "city"), "Dakar")])
    session.apply([Insert(("panels", 0, "speakers"), 1, {"id": "s2", "status": "open"})])
    last = session.text
    assert session.undo()
    assert session.undo()
    assert session.undo()
    assert session.undo() is None
    assert session.text == first
    assert not session.dirty
    while session.can_redo:
        session.redo()
    assert session.text == last


def test_a_new_edit_forgets_what_was_undone(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set(CHOSEN, "net")])
    session.undo()
    session.apply([Set(("event", "city"), "Dakar")])
    assert not session.can_redo


def test_several_edits_are_one_step(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set(CHOSEN, "net"), Remove(("panels", 0, "speakers", 0, "chosen_on"))])
    session.undo()
    assert session.text == PLAN


def test_a_read_only_session_changes_nothing(path: Path) -> None:
    session = Session(str(path), read_only=True)
    with pytest.raises(ReadOnly):
        session.apply([Set(CHOSEN, "net")])
    with pytest.raises(ReadOnly):
        session.save()
    assert path.read_text(encoding="utf-8") == PLAN


def test_saving_changes_the_edited_line_alone(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set((*CHOSEN[:-1], "chosen_on"), datetime.date(2026, 12, 22))])
    session.save()
    before, after = PLAN.splitlines(), path.read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("chosen_on = 2026-12-20", "chosen_on = 2026-12-22")]
    assert not session.dirty


def test_a_preview_changes_nothing(path: Path) -> None:
    session = Session(str(path))
    seen = session.preview([Set(CHOSEN, "net")])
    assert [(line.sign, line.text) for line in seen.lines if line.sign != " "] == [
        ("-", 'chosen_by = "ally"  # to be talked about'),
        ("+", 'chosen_by = "net"  # to be talked about'),
    ]
    assert seen.change.closed
    assert session.text == PLAN


def test_a_file_that_changed_meanwhile_is_not_overwritten_unasked(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set(CHOSEN, "net")])
    path.write_text(PLAN + "# theirs\n", encoding="utf-8")
    assert session.changed_on_disk()
    with pytest.raises(NotSaved):
        session.save()
    assert path.read_text(encoding="utf-8").endswith("# theirs\n")
    session.save(overwrite=True)
    assert path.read_text(encoding="utf-8") == session.text


def test_save_as_never_writes_over_a_file_unasked(path: Path, tmp_path: Path) -> None:
    session = Session(str(path))
    other = tmp_path / "other.toml"
    other.write_text("mine\n", encoding="utf-8")
    with pytest.raises(NotSaved):
        session.save_as(str(other))
    assert other.read_text(encoding="utf-8") == "mine\n"
    session.save_as(str(tmp_path / "new.toml"))
    assert session.path.endswith("new.toml")


@pytest.mark.skipif(os.name != "posix", reason="modes")
def test_under_another_name_a_plan_is_read_by_no_more_people(path: Path, tmp_path: Path) -> None:
    path.chmod(0o600)
    session = Session(str(path))
    session.save_as(str(tmp_path / "new.toml"))
    assert (tmp_path / "new.toml").stat().st_mode & 0o777 == 0o600
    (tmp_path / "new.toml").unlink()
    session.save_as(str(tmp_path / "newer.toml"))
    assert (tmp_path / "newer.toml").stat().st_mode & 0o777 == 0o600


def test_a_byte_order_mark_and_windows_line_ends_survive(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    session = Session(str(path))
    session.apply([Set(CHOSEN, "net"), Set((*CHOSEN[:-1], "minutes"), 8)])
    session.save()
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") == PLAN.count("\n") + 1


def test_reloading_takes_what_is_on_disk(path: Path) -> None:
    session = Session(str(path))
    session.apply([Set(CHOSEN, "net")])
    path.write_text(PLAN.replace("Panel", "Room"), encoding="utf-8")
    session.reload()
    assert "Room" in session.text
    assert not session.dirty
    assert not session.can_undo


def test_an_unreadable_plan_opens_and_says_where_it_breaks(path: Path) -> None:
    path.write_text("format = 1\nstage = \n", encoding="utf-8")
    session = Session(str(path))
    assert not session.readable
    (finding,) = [f for f in session.review.findings if f.rule.code == "FORM-2"]
    assert (finding.line, finding.column) == (2, 9)


def test_an_edit_that_changes_what_a_finding_says_is_told(path: Path) -> None:
    session = Session(str(path))
    decided = {"what": "agenda", "made_on": datetime.date(2027, 1, 2), "made_by": ["ally"]}
    budget = {"what": "budget", "made_on": datetime.date(2027, 1, 3), "made_by": ["ally"]}
    session.apply([Insert(("decisions",), 0, decided)])
    change = session.apply([Insert(("decisions",), 1, budget)])
    assert any(key[0] == "INC-2" for key in change.changed)


def _with_two_decisions(path: Path) -> Session:
    session = Session(str(path))
    for index, what in enumerate(("agenda", "budget")):
        made = {"what": what, "made_on": datetime.date(2027, 1, 2 + index), "made_by": ["ally"], "left_out": []}
        made["left_out"] = [{"population": "sex-workers", "reason": "discomfort", "decided_by": "ally"}]
        session.apply([Insert(("decisions",), index, made)])
    return session


def _left_aside_at(session: Session, at: str) -> Finding:
    finding = next(each for each in session.findings() if each.is_open and each.at.startswith(at))
    session.skip(finding)
    return finding


@pytest.mark.parametrize("path_of_left", ["decisions[0]", "decisions[1]"])
def test_what_is_left_aside_by_its_place_never_lands_on_a_neighbour(path: Path, path_of_left: str) -> None:
    session = _with_two_decisions(path)
    _left_aside_at(session, path_of_left)
    session.apply([Move(("decisions",), 0, 1)])
    assert not any(session.is_skipped(each) for each in session.findings())


def test_nor_after_its_entry_went_or_a_step_was_taken_back(path: Path) -> None:
    session = _with_two_decisions(path)
    session.apply([Move(("decisions",), 0, 1)])
    _left_aside_at(session, "decisions[0]")
    session.undo()
    assert not any(session.is_skipped(each) for each in session.findings())
    _left_aside_at(session, "decisions[0]")
    session.apply([Remove(("decisions", 0))])
    assert not any(session.is_skipped(each) for each in session.findings())


def test_what_is_left_aside_stays_so_while_its_entry_stays(path: Path) -> None:
    session = _with_two_decisions(path)
    left = _left_aside_at(session, "decisions[0]")
    named = _left_aside_at(session, "s1")
    session.apply([Set(("decisions", 0, "notes"), "asked again")])
    session.apply([Insert(("decisions",), 2, {"what": "aims", "made_on": datetime.date(2027, 1, 5)})])
    assert session.skipped >= {left.key, named.key}
    session.apply([Move(("decisions",), 1, 0)])
    assert session.skipped == {named.key}
