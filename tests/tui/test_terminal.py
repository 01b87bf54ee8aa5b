"""In a real terminal: it is given back whole when the desk sleeps, hands over to an editor, or goes on in the plain mode."""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.driver import RUN_BY_PYTHON

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

OWN_SCREEN, GIVEN_BACK = b"\x1b[?1049h", b"\x1b[?1049l"
# Seconds without a byte after which a terminal is given up.
PATIENCE = 30


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, *command: str, **environ: str) -> None:
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="30", EVENTREVIEW_LANG="en", **environ)
            os.execv(sys.executable, [sys.executable, "-m", "eventreview", *command])
        self.before = self.modes()

    def modes(self) -> int:
        """Whether the terminal edits lines and shows what is typed, as flags."""
        flags: int = termios.tcgetattr(self.fd)[3] & (termios.ICANON | termios.ECHO)
        return flags

    def wait_for(self, *texts: bytes) -> None:
        """Reads until each of these came, one after the other, in what is new."""
        for text in texts:
            while text not in self.seen:
                ready, _, _ = select.select([self.fd], [], [], PATIENCE)
                assert ready, f"never came: {text!r} after {self.seen[-400:]!r}"
                self.seen += os.read(self.fd, 65536)
            self.seen = self.seen.partition(text)[2]

    def wait_for_sleep(self) -> None:
        """Waits until the program was stopped."""
        _pid, status = os.waitpid(self.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)

    def type(self, keys: str) -> None:
        """Types keys."""
        os.write(self.fd, keys.encode())

    def wait_for_end(self) -> int:
        """Waits until the program has ended; gives its exit code."""
        _pid, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """Ends the program, whatever it does."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self.wait_for_end()
        os.close(self.fd)


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that says where it is and changes the plan."""
    script = tmp_path / "vim"
    script.write_text(
        f"{RUN_BY_PYTHON}\nimport os, sys, pathlib\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        'file.write_text(file.read_text().replace("Forum", "Assembly"))\n'
        'os.write(1, b"the editor has the terminal\\r\\n")\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    return script


@pytest.fixture
def terminal(small: Path, editor: Path) -> Iterator[Terminal]:
    """The desk on a plan."""
    made = Terminal(str(small), VISUAL=str(editor), XDG_CONFIG_HOME=str(small.parent))
    made.wait_for(OWN_SCREEN, b"CON-1")
    yield made
    made.close()


def test_the_terminal_is_given_back_while_the_desk_sleeps(terminal: Terminal) -> None:
    in_use = terminal.modes()
    assert in_use != terminal.before
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.wait_for_sleep()
    assert terminal.modes() == terminal.before
    terminal.wait_for(GIVEN_BACK)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(OWN_SCREEN, b"CON-1")
    assert terminal.modes() == in_use


def test_the_editor_has_the_terminal_to_itself_and_nobody_has_to_press_enter(terminal: Terminal, small: Path) -> None:
    terminal.type("o")
    terminal.wait_for(GIVEN_BACK, b"the editor has the terminal", OWN_SCREEN, b"Read again.")
    assert "Assembly" in small.read_text()


def test_the_plain_mode_goes_on_in_the_same_terminal(terminal: Terminal) -> None:
    terminal.type("P")
    terminal.wait_for(GIVEN_BACK, b"Finding 1 of")
    assert terminal.modes() == terminal.before
    terminal.type("q\n")
    assert terminal.wait_for_end() == 1
