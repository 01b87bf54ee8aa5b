"""Prints how long the review takes, as ratios taken in one run: `python benchmarks/ratios.py`.

Milliseconds differ from machine to machine; a ratio to the parser, or to a bare interpreter, hardly does. Nothing here
fails: the figures are to be read beside the budgets that stand with them.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from eventreview.plan import companions
from eventreview.plan.edits import Set
from eventreview.plan.file import read_bytes, read_text
from eventreview.review.engine import review

PLANS = Path(__file__).parent.parent / "plans"
ROUNDS = 15
PLENTY = 1000
PARSE_ALL = """
import pathlib, sys, tomllib
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.toml")):
    with path.open("rb") as file:
        tomllib.load(file)
"""

PLACE = """
[[panels.speakers]]
id = "s{n}"
organisation = "{org}"
represents = ["sex-workers"]
chosen_by = "{org}"
chosen_on = 2026-11-20
status = "confirmed"
minutes = 8
"""
HEAD = """format = 1
stage = "inviting"
as_of = 2026-12-01

[event]
title = "Rights and evidence"
concerns = ["sex-workers"]
scope = "global"
starts = 2027-03-10

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
kind = "community-network"
led_by = ["sex-workers"]
scope = "global"

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
kind = "ngo"
led_by = []
roles = ["lead"]
"""


def plan_of(lines: int) -> str:
    """A plan of about this many lines, in panels of six places."""
    parts, n, written = [HEAD], 0, HEAD.count("\n")
    while written < lines:
        part = PLACE.format(n=n, org="net" if n % 2 else "ally")
        if n % 6 == 0:
            part = f'\n[[panels]]\nid = "p{n}"\ntitle = "Panel {n}"\n{part}'
        parts.append(part)
        written += part.count("\n")
        n += 1
    return "".join(parts)


def ratio(work: Callable[[], object], yardstick: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest time of one call over that of the yardstick's: whatever else the machine does only adds to a time.

    One after the other, each after a search for garbage: neither pays for what the other left, each for its own.
    """
    return shortest(work, rounds) / shortest(yardstick, rounds)


def shortest(work: Callable[[], object], rounds: int) -> float:
    """The shortest time of one call, in seconds."""
    gc.collect()
    return min(seconds(work) for _ in range(rounds))


def ratio_of_processes(work: Callable[[], object], yardstick: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The same of two processes, run in turn: the machine is as busy for one as for the other."""
    times = [(seconds(work), seconds(yardstick)) for _ in range(rounds)]
    return min(each for each, _ in times) / min(each for _, each in times)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process(*arguments: str) -> Callable[[], object]:
    """A call that runs the interpreter, once its modules are compiled, as they are where the product is installed."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> object:
        return subprocess.run([sys.executable, *arguments], check=False, capture_output=True, env=around)

    run()
    return run


def peak(*arguments: str) -> float:
    """The most memory that a process of its own held, in MiB."""
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def many_plans(folder: Path) -> None:
    """A thousand plans in one process: the time beside that of parsing them, and the memory."""
    for number in range(PLENTY):
        (folder / f"plan-{number:04}.toml").write_text(plan_of(60), encoding="utf-8")
    check = ("-m", "eventreview", "check", "--format", "line", str(folder))
    parsing = process("-c", PARSE_ALL, str(folder))
    show("check 1,000 plans of 60 lines / tomllib over them", ratio_of_processes(process(*check), parsing, 3), 1.2, 0.8)
    show("peak memory of that", peak(*check), 45, 32, "MiB")


def show(what: str, figure: float, must: float, aim: float, unit: str = "×") -> None:
    print(f"{what:<66} {figure:6.2f} {unit:<3} must ≤ {must:<5} aim {aim}")


def main() -> None:
    """Takes and prints every figure."""
    with tempfile.TemporaryDirectory() as folder:
        clean, faulty = Path(folder) / "clean.toml", Path(folder) / "faulty.toml"
        clean.write_text((PLANS / "csw-side-event.toml").read_text(encoding="utf-8"), encoding="utf-8")
        faulty.write_text(plan_of(60), encoding="utf-8")
        bare = process("-c", "pass")
        check = ("-m", "eventreview", "check", "--format", "line")
        first, second = process(*check, str(clean)), process(*check, str(faulty))
        show("check one clean plan, cold / bare interpreter", ratio_of_processes(first, bare), 4.0, 3.0)
        show("check one 60-line plan with findings, cold / bare", ratio_of_processes(second, bare), 5.0, 3.5)
        version = process("-m", "eventreview", "--version")
        show("--version, cold / bare", ratio_of_processes(version, bare), 2.5, 1.8)

    small, large = plan_of(60), plan_of(2000)
    file = read_bytes("small.toml", small.encode())
    rules = ratio(lambda: review(file), lambda: tomllib.loads(small), 100)
    show("all built rules on a parsed 60-line plan / tomllib", rules, 0.4, 0.2)
    base = read_bytes("large.toml", large.encode())
    at, values = base.positions, base.values or {}

    def edited() -> int:
        """Edit → text → plan → review, with the line of every finding."""
        text, _ = companions.apply(large, values, [Set(("panels", 0, "speakers", 0, "minutes"), 9)], at)
        return sum(finding.line or 0 for finding in review(read_text("large.toml", text, base)).loud)

    again = ratio(edited, lambda: tomllib.loads(large))
    show("an edit made and checked again, 2,000 lines / tomllib", again, 4.0, 2.5)
    ten, hundred = plan_of(10_000).encode(), plan_of(100_000).encode()
    growth = ratio(lambda: review(read_bytes("x", hundred)), lambda: review(read_bytes("x", ten)), 2)
    show("growth: 100,000 lines / 10,000 lines", growth, 12, 10.5)
    with tempfile.TemporaryDirectory() as folder:
        many_plans(Path(folder))


if __name__ == "__main__":
    main()
