"""What isn't saved outlives the desk, and two desks never write one plan."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import MEDIUM, NARROW, Driver, desk

from eventreview.plan import process, recovery
from eventreview.plan.edits import Set
from eventreview.plan.lock import Holder, take
from eventreview.review.keeping import EVERY
from eventreview.tui import ending

BASE = SMALL.encode()
CHANGED = SMALL.replace('chosen_by = "ally"', 'chosen_by = "rpm"')
THEIRS = SMALL.replace("A small plan", "Somebody else's plan")
CHOSEN = ("panels", 0, "speakers", 0, "chosen_by")


def beside(plan: Path) -> list[str]:
    return sorted(each.name.rpartition("-")[2] for each in plan.parent.iterdir() if each.name.startswith("."))


def kept(plan: Path) -> str | None:
    copy = recovery.read(str(plan))
    return copy.text if copy is not None else None


async def _change(ui: Driver, value: str = "rpm") -> None:
    ui.session.apply([Set(CHOSEN, value)], "chosen by another")
    await ui.pilot.pause()


async def test_the_plan_is_locked_while_it_is_open_and_nothing_stays_behind(small: Path) -> None:
    async with desk(small) as ui:
        assert beside(small) == ["lock"]
        await ui.press("q")
        await ui.wait_for(lambda: not ui.is_running, "the end")
    assert beside(small) == []


async def test_a_change_is_kept_beside_the_plan_until_it_is_saved(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.wait_for(lambda: kept(small) == CHANGED, "the copy")
        ui.session.save()
        assert kept(small) is None
        assert small.read_text() == CHANGED


async def test_undoing_everything_takes_the_copy_away(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.wait_for(lambda: kept(small) == CHANGED, "the copy")
        await ui.press("u")
        assert kept(small) is None
        assert not ui.session.dirty


async def test_the_copy_waits_before_it_is_written_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timers: list[tuple[float, Callable[[], None]]] = []
    async with desk(small) as ui:
        monkeypatch.setattr(ui.review, "set_timer", lambda delay, then: timers.append((delay, then)))
        await _change(ui)
        await ui.wait_for(lambda: kept(small) == CHANGED, "the copy")
        await _change(ui, "ally2")
        assert kept(small) == CHANGED
        ((delay, go_on),) = timers
        assert delay == EVERY
        go_on()
        await ui.wait_for(lambda: "ally2" in (kept(small) or ""), "the next copy")


async def test_discarding_takes_the_copy_away(small: Path) -> None:
    async with desk(small) as ui:
        await _change(ui)
        await ui.wait_for(lambda: kept(small) is not None, "the copy")
        await ui.press("q")
        await ui.answer("QuitModal", "d")
        await ui.wait_for(lambda: not ui.is_running, "the end")
    assert beside(small) == []
    assert small.read_text() == SMALL


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_work_that_was_left_is_offered_with_its_diff_and_recovered_as_one_step(
    small: Path, size: tuple[int, int]
) -> None:
    recovery.write(str(small), BASE, CHANGED)
    async with desk(small, size=size) as ui:
        await ui.wait_for_screen("RecoveryModal")
        assert "less than a minute ago" in ui.window_text
        assert '+   33 │ chosen_by = "rpm"' in ui.window_text
        assert "other changes" not in ui.window_text
        await ui.answer("RecoveryModal", "enter")
        assert ui.session.text == CHANGED
        assert ui.session.dirty
        assert "Recovered." in ui.status
        await ui.press("u")
        assert ui.session.text == SMALL
        assert kept(small) is None


async def test_work_on_another_state_of_the_file_says_so(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    small.write_text(THEIRS)
    async with desk(small) as ui:
        await ui.wait_for_screen("RecoveryModal")
        assert "undoes those other changes too" in ui.window_text
        assert "-    1 │ # Somebody else's plan" in ui.window_text


async def test_work_that_is_discarded_is_gone(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    async with desk(small) as ui:
        await ui.answer("RecoveryModal", "d")
        assert not ui.session.dirty
        assert beside(small) == ["lock"]


async def test_until_it_is_decided_the_plan_is_for_reading_and_the_copy_stays(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    async with desk(small) as ui:
        await ui.answer("RecoveryModal", "escape")
        assert ui.session.read_only
        assert kept(small) == CHANGED
        await ui.press("r")
        await ui.answer("RecoveryModal", "r")
        assert ui.session.text == CHANGED
        assert not ui.session.read_only


async def test_work_that_was_saved_after_all_is_not_offered(small: Path) -> None:
    recovery.write(str(small), b"before", SMALL)
    async with desk(small) as ui:
        assert type(ui.screen).__name__ == "ReviewScreen"
        assert beside(small) == ["lock"]


@pytest.mark.parametrize("data", [b"no digest\n" + BASE, b"\xff" * 40, b"0" * 16 + b"\n[broken\n"])
async def test_a_damaged_copy_breaks_nothing_and_is_never_taken_over(small: Path, data: bytes) -> None:
    Path(recovery.place(str(small))).write_bytes(data)
    async with desk(small) as ui:
        await ui.wait_for_screen("RecoveryModal")
        assert "The copy is damaged" in ui.window_text
        await ui.answer("RecoveryModal", "enter")
        assert ui.session.text == SMALL
        assert Path(recovery.place(str(small))).read_bytes() == data


async def test_a_plan_that_cannot_be_read_is_put_right_from_its_copy(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    small.write_bytes(b"")
    async with desk(small) as ui:
        await ui.answer("RecoveryModal", "r")
        await ui.wait_for_screen("ReviewScreen")
        assert ui.session.text == CHANGED
        assert ui.session.dirty


async def test_a_plan_that_cannot_be_read_and_is_left_so_keeps_its_copy(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    small.write_bytes(b"")
    async with desk(small) as ui:
        await ui.answer("RecoveryModal", "escape")
        await ui.wait_for_screen("UnreadableScreen")
        await ui.press("q")
        await ui.wait_for(lambda: not ui.is_running, "the end")
    assert beside(small) == ["recovery"]


async def test_the_second_desk_is_for_reading_until_the_first_has_left(small: Path) -> None:
    lock = take(str(small))
    async with desk(small) as ui:
        await ui.wait_for_screen("ErrorModal")
        assert "in another window" in ui.window_text
        await ui.answer("ErrorModal", "escape")
        assert "read-only" in ui.screen_text()
        await ui.select("REP-1", "s1")
        await ui.press("e")
        assert ui.status == "This plan is open for reading only."
        small.write_text(THEIRS)
        lock.release()
        await ui.press("r")
        await ui.wait_for(lambda: not ui.session.read_only, "the lock")
        assert ui.session.text == THEIRS
        assert "read-only" not in ui.screen_text()
    assert beside(small) == []


async def test_a_lock_of_another_machine_is_a_question(small: Path) -> None:
    place = small.with_name(".small.toml.eventreview-lock")
    place.write_bytes(Holder(7, "harbour", "").data)
    async with desk(small) as ui:
        await ui.wait_for_screen("LockedModal")
        assert "harbour" in ui.window_text
        await ui.answer("LockedModal", "enter")
        assert ui.session.read_only
        assert Holder.read(place.read_bytes()).host == "harbour"
        await ui.press("r")
        await ui.answer("LockedModal", "t")
        await ui.wait_for(lambda: not ui.session.read_only, "the lock")
        assert Holder.read(place.read_bytes()).host == process.host()


async def test_saving_under_another_name_moves_the_lock(small: Path) -> None:
    other = small.with_name("other.toml")
    async with desk(small) as ui:
        await _change(ui)
        ui.session.save_as(str(other))
        names = [each.name for each in small.parent.iterdir() if each.name.startswith(".")]
        assert names == [".other.toml.eventreview-lock"]
    assert beside(small) == []


async def test_opened_for_reading_nothing_is_written_beside_the_plan(small: Path) -> None:
    recovery.write(str(small), BASE, CHANGED)
    async with desk(small, read_only=True) as ui:
        assert type(ui.screen).__name__ == "ReviewScreen"
        assert beside(small) == ["recovery"]


async def test_after_a_crash_the_work_is_beside_the_plan(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError):
        await _crash(small)
    assert kept(small) == CHANGED
    assert beside(small) == ["recovery"]
    assert "is kept beside the plan" in " ".join(capsys.readouterr().err.split())


async def _crash(small: Path) -> None:
    async with desk(small) as ui:
        ui.session.keeper.on_change = None  # the crash comes before the copy is written
        ui.session.apply([Set(CHOSEN, "rpm")])
        ui.app.call_later(lambda: 1 // 0)
        await ui.wait_for(lambda: ui.app._exception is not None, "the crash")


def test_a_crash_note_says_when_work_is_lost() -> None:
    assert "is lost" in ending.crash_note(KeyError("x"), is_kept=False)


DESK = """
import os, sys
from eventreview.plan.edits import Set
from eventreview.tui.app import ReviewApp, run
from eventreview.tui.screens.review import ReviewScreen
shown = ReviewScreen.on_mount
def on_mount(self):
    shown(self)
    self.call_after_refresh(change, self)
def change(self):
    self.session.keeper.on_change = None
    self.session.apply([Set(("panels", 0, "speakers", 0, "chosen_by"), "rpm")])
    os.write(int(sys.argv[2]), b".")
ReviewScreen.on_mount = on_mount
sys.exit(run([sys.argv[1]], today=None, read_only=False, theme=None, keys={}, go_on=lambda path: 0))
"""


@pytest.mark.skipif(os.name != "posix", reason="terminals and signals as POSIX has them")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "hang-up"])
def test_a_signal_to_end_keeps_the_work_and_gives_the_terminal_back(small: Path, name: str) -> None:
    import pty
    import signal
    import termios
    import threading

    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    seen: list[bytes] = []

    def read() -> None:
        try:
            while data := os.read(master, 65536):
                seen.append(data)
        except OSError:
            return

    ready, tell = os.pipe()
    app = subprocess.Popen(
        [sys.executable, "-c", DESK, str(small), str(tell)],
        stdin=slave, stdout=slave, stderr=slave, pass_fds=(tell,), start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    assert os.read(ready, 1) == b"."
    if name == "hang-up":
        app.send_signal(signal.SIGHUP)
        os.close(slave)
        os.close(master)
        assert app.wait(20) in (128 + signal.SIGHUP, -signal.SIGALRM)
    else:
        number = getattr(signal, name)
        app.send_signal(number)
        assert app.wait(20) == 128 + number
        assert termios.tcgetattr(slave) == before
        os.close(slave)
        reader.join(5)
        shown = b"".join(seen)
        for mode in (b"1049", b"1000", b"2004"):  # the other screen, the mouse, bracketed paste
            assert shown.rfind(b"\x1b[?%sl" % mode) > shown.rfind(b"\x1b[?%sh" % mode) >= 0
        assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l") >= 0  # the cursor
    assert kept(small) == CHANGED
    assert beside(small) == ["recovery"]
    assert small.read_text() == SMALL
