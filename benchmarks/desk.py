"""Prints how quickly the desk answers: `python benchmarks/desk.py`. Needs a system with pseudo-terminals.

First paint is a ratio to a Textual app of one label, taken in the same run: until the first finding can be read, and
until the whole desk is there. The others are milliseconds from a key to what it leads to, and the longest time in
which the desk couldn't have taken a key. Nothing here fails.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from ratios import plan_of
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from eventreview.review.session import Session
from eventreview.tui.app import ReviewApp
from eventreview.tui.grouping import grouped, open_ones
from eventreview.tui.screens.open import OpenScreen
from eventreview.tui.screens.review import ReviewScreen
from eventreview.tui.widgets.filter_bar import FilterBar
from eventreview.tui.widgets.finding_list import FindingList

ROUNDS = 9
SIZE = (120, 40)
LINES, PLANS = 20_000, 1_000
LABEL = """
from textual.app import App
from textual.widgets import Label
class One(App):
    def compose(self):
        yield Label("MARKER")
One().run()
"""


def first_paint(command: list[str], marker: bytes) -> float:
    """Seconds from the start of a program in a terminal until it has painted a text."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", EVENTREVIEW_LANG="en")
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    seen = b""
    try:
        while marker not in seen:
            if not select.select([terminal], [], [], 20)[0]:
                raise SystemExit(f"{marker!r} was never painted")
            seen += os.read(terminal, 65536)
        return time.perf_counter() - start
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(terminal)


def paint_ratios(plan: Path) -> tuple[float, float]:
    """What a plan takes by one label, as medians taken by turns: until the code of its first finding is seen, and until
    the keys at the bottom are, which come last of all.
    """
    label, first, whole = [], [], []
    command = [sys.executable, "-m", "eventreview", str(plan)]
    marker = next(open_ones(grouped(Session(str(plan))))).rule.code.encode()
    for _round in range(ROUNDS):
        label.append(first_paint([sys.executable, "-c", LABEL], b"MARKER"))
        first.append(first_paint(command, marker))
        whole.append(first_paint(command, b"quit"))
    one, seen, settled = map(statistics.median, (label, first, whole))
    print(f"one label {one:.3f} s, the first finding {seen:.3f} s, the whole desk {settled:.3f} s")
    return seen / one, settled / one


async def settled(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Lets the desk work until the condition holds and what is to be painted is painted."""
    while not condition():
        await asyncio.sleep(0)
    await pilot.pause()


async def longest_stall(work: Awaitable[None]) -> float:
    """The longest time, in seconds, in which the event loop did nothing else while this is done."""
    longest, before = 0.0, time.perf_counter()
    task = asyncio.ensure_future(work)
    while not task.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    await task
    return longest


def moved_from(shown: FindingList, row: int | None) -> Callable[[], bool]:
    """Whether the cursor of the list has left a row."""
    return lambda: shown.highlighted != row


def titled(pane: Widget, words: str) -> Callable[[], bool]:
    """Whether the title of the list names these words."""
    return lambda: words in str(pane.border_title)


async def keys_and_filter(plan: Path) -> tuple[int, float, float]:
    """How many findings the list shows, and the seconds that a key and a letter of the filter take (medians)."""
    app = ReviewApp([str(plan)])
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.is_mounted)
        shown, words = app.screen.query_one(FindingList), app.screen.query_one(FilterBar)
        await pilot.press("z")
        await pilot.pause()
        down, typed = [], []
        listed = len(shown._findings)
        for _round in range(ROUNDS):
            here = shown.highlighted
            start = time.perf_counter()
            app.post_message(events.Key("down", None))
            await settled(pilot, moved_from(shown, here))
            down.append(time.perf_counter() - start)
        await pilot.press("/")
        pane = app.screen.query_one("#findings-pane")
        for letter in "place s1":
            start = time.perf_counter()
            app.post_message(events.Key("space" if letter == " " else letter, letter))
            wanted = words.value + letter
            await settled(pilot, titled(pane, wanted))
            typed.append(time.perf_counter() - start)
        print(f"the first letter, which folds every text once: {typed[0] * 1000:.0f} ms")
        return listed, statistics.median(down), statistics.median(typed[1:])


async def folder_stall(folder: Path) -> tuple[float, float]:
    """The longest stall, and how long it takes until every plan of a folder is listed, in seconds."""
    app = ReviewApp([str(folder)])
    async with app.run_test(size=SIZE) as pilot:

        async def listed() -> None:
            while not (isinstance(app.screen, OpenScreen) and app.screen.done):
                await asyncio.sleep(0.001)

        start = time.perf_counter()
        await settled(pilot, lambda: isinstance(app.screen, OpenScreen) and bool(app.screen.entries))
        stall = await longest_stall(listed())
        taken = time.perf_counter() - start
        await pilot.pause()
        return stall, taken


def main() -> None:
    """Takes and prints every figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = folder / "small.toml"
        plan.write_text(plan_of(60), encoding="utf-8")
        seen, whole = paint_ratios(plan)
        print(f"first finding of a 60-line plan seen / one label   {seen:6.2f} ×   must ≤ 1.3   aim 1.15")
        print(f"whole desk on a 60-line plan seen / one label   {whole:6.2f} ×")
        large = folder / "large.toml"
        large.write_text(plan_of(LINES), encoding="utf-8")
        n, down, letter = asyncio.run(keys_and_filter(large))
        print(f"a key with {n:,} findings listed   {down * 1000:6.0f} ms   must ≤ 100   aim 30")
        print(f"a letter of the filter with {n:,} findings   {letter * 1000:6.0f} ms   must ≤ 150")
        many = folder / "many"
        many.mkdir()
        for number in range(PLANS):
            (many / f"p{number:04}.toml").write_text(plan_of(60), encoding="utf-8")
        stall, taken = asyncio.run(folder_stall(many))
        print(f"a folder of {PLANS:,} plans: listed in {taken:.1f} s, longest stall   {stall * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
