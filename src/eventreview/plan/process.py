"""This process and others on the same machine: what a lock and a temporary file are told apart by."""

from __future__ import annotations

import os

HIDDEN_FROM_US, GONE = "", None


def host() -> str:
    """The name of this machine, as it calls itself."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")


def can_tell() -> bool:
    """Whether the system says which processes there are. Where it doesn't, asking one could even end it."""
    return os.name == "posix"


def started(process: int) -> str | None:
    """When a process began, as its system counts it; `HIDDEN_FROM_US` for can't tell, `GONE` for no such process."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return GONE
    except PermissionError:
        pass  # it belongs to somebody else, but it is there
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        return GONE if fields[0] in (b"Z", b"X") else f"tick {fields[19].decode()}"
    except (OSError, IndexError):
        return _started_by_ps(process)


def _started_by_ps(process: int) -> str | None:
    """The same where there is no /proc."""
    import subprocess

    command = ["/bin/ps", "-o", "stat=", "-o", "lstart=", "-p", str(process)]
    try:
        done = subprocess.run(command, capture_output=True, env={"LC_ALL": "C", "TZ": "UTC"}, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return HIDDEN_FROM_US
    state, _, began = done.stdout.decode("ascii", "replace").strip().partition(" ")
    if not state:
        return HIDDEN_FROM_US
    return GONE if state.startswith("Z") else " ".join(("at", *began.split()))


def runs(process: int, began: str) -> bool:
    """Whether the process that began then still runs; another one that was given its number since doesn't count."""
    now = started(process)
    if now is GONE:
        return False
    # Told in two ways, they say nothing about each other.
    return began == now or began.partition(" ")[0] != now.partition(" ")[0]
