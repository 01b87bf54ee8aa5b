"""Kills a program that saves a plan over and over, at chance moments, and looks at what is on disk then.

`python tests/kill_during_save.py [TIMES [FOLDER]]` does it 200 times and prints the counts.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

OLD, NEW = b"old = 1\n" * 4000, b"new = 2\n" * 4000
# It tells before each call into the system, writes little at a time, and goes on while that is read.
SAVING = """
import os, sys
from eventreview.plan.save import save
path, old, new = sys.argv[1], b"old = 1\\n" * 4000, b"new = 2\\n" * 4000
write = os.write
def told(call):
    def tell(*args, **more):
        write(1, b".")
        if call is write:
            args = (args[0], bytes(args[1])[:4000])
        return call(*args, **more)
    return tell
for name in ("open", "read", "fstat", "fchmod", "write", "fsync", "close", "replace"):
    setattr(os, name, told(getattr(os, name)))
while True:
    save(path, new, old)
    save(path, old, new)
"""
CALLS_OF_A_ROUND = 50


@dataclass
class Counts:
    """What stood in the plan after the kills, and how often something was left beside it."""

    old: int = 0
    new: int = 0
    broken: int = 0
    left: int = 0


def killed_saves(plan: Path, times: int, moments: random.Random) -> Counts:
    """Kills the saving program this often."""
    counts = Counts()
    for _ in range(times):
        plan.write_bytes(OLD)
        with subprocess.Popen([sys.executable, "-c", SAVING, str(plan)], stdout=subprocess.PIPE, bufsize=0) as process:
            assert process.stdout is not None
            for _ in range(moments.randrange(1, 3 * CALLS_OF_A_ROUND)):
                assert process.stdout.read(1) == b"."
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        held = plan.read_bytes()
        counts.old += held == OLD
        counts.new += held == NEW
        counts.broken += held not in (OLD, NEW)
        counts.left += len(list(plan.parent.iterdir())) > 1
    return counts


def main(arguments: list[str]) -> int:
    """Prints the counts; gives 1 where a plan was ever anything but the old bytes or the new."""
    times = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory(dir=arguments[1] if len(arguments) > 1 else None) as folder:
        counts = killed_saves(Path(folder) / "plan.toml", times, random.Random(11))
    print(f"{times} kills: {counts.old} old bytes, {counts.new} new bytes, {counts.broken} anything else;")
    print(f"after {counts.left} of them a temporary file was there until the next save")
    return 1 if counts.broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
