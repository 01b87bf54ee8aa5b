"""Drives the desk as a person does: keys in, what stands on the screen out. It waits on conditions, never on time."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Static

from eventreview.review.session import Session
from eventreview.tui.acts.changing import Changing
from eventreview.tui.app import ReviewApp
from eventreview.tui.modals.form import FormModal
from eventreview.tui.screens.plan_screen import PlanScreen
from eventreview.tui.widgets.finding_detail import FindingDetail
from eventreview.tui.widgets.finding_list import FindingList
from eventreview.tui.widgets.outline import Outline
from eventreview.tui.widgets.status_line import KeysLine, StatusLine

WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (60, 18)
TURNS = 400
# The first lines of a script that Python runs, also where its path has a space, which no `#!` line can hold.
RUN_BY_PYTHON = f"""#!/bin/sh
'''exec' "{sys.executable}" "$0" "$@"
' '''"""


class Driver:
    """The desk under test."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    # Doing

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.wait_until_checked()

    async def wait_until_checked(self) -> None:
        """Waits until no check of the plan runs beside the screen."""
        for screen in self.app.screen_stack:
            if isinstance(screen, Changing) and screen.checker.is_busy:
                await screen.checker.settled()
                await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Types a text into what has the focus."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Lets the desk work until the condition holds. Raises AssertionError naming `what` when it never does."""
        for _turn in range(TURNS):
            if condition():
                return
            await self.pilot.pause()
        raise AssertionError(f"never came: {what}\n{self.screen_text()}")

    async def wait_for_screen(self, name: str) -> None:
        """Waits until the screen or window of this class is on top."""
        await self.wait_for(lambda: type(self.app.screen).__name__ == name, name)
        await self.pilot.pause()

    async def select(self, code: str, at: str | None = None) -> None:
        """Puts the cursor of the list on a finding."""
        key = next(f.key for f in self.session.findings() if f.rule.code == code and at in (None, f.at) and f.is_open)
        assert self.findings.go_to(key), f"{code} {at} isn't in the list"
        await self.pilot.pause()

    async def select_object(self, *path: str | int) -> None:
        """Goes to the outline and puts its cursor on an object."""
        await self.press("f2")
        await self.wait_for(lambda: self.outline.has_focus, "the focus in the outline")
        self.outline.go_to(path)
        await self.wait_for(lambda: self.outline.path == path, f"the outline at {path}")

    async def answer(self, window: str, key: str) -> None:
        """Waits for a window and gives an answer by its key; waits until the window is gone."""
        await self.wait_for_screen(window)
        shown = self.app.screen
        await self.press(key)
        await self.wait_for(lambda: self.app.screen is not shown, f"{window} closed")
        await self.pilot.pause()
        await self.wait_until_checked()

    async def fill_in(self, values: dict[str, object]) -> None:
        """Fills in the form on top, key by key, and applies it."""
        await self.wait_for_screen("FormModal")
        form = self.app.screen
        assert isinstance(form, FormModal)
        for key, value in values.items():
            form.field(key).take(value)
        await self.pilot.pause()
        await self.answer("FormModal", "ctrl+s")

    # Looking

    @property
    def screen(self) -> Screen[object]:
        """What is on top."""
        return self.app.screen

    @property
    def review(self) -> PlanScreen:
        """The screen of the open plan."""
        return next(screen for screen in reversed(self.app.screen_stack) if isinstance(screen, PlanScreen))

    @property
    def session(self) -> Session:
        """The session of the open plan."""
        return self.review.session

    @property
    def findings(self) -> FindingList:
        """The list."""
        return self.review.query_one(FindingList)

    @property
    def outline(self) -> Outline:
        """The outline."""
        return self.review.query_one(Outline)

    @property
    def detail(self) -> FindingDetail:
        """The detail."""
        return self.review.query_one(FindingDetail)

    @property
    def cursor(self) -> tuple[str, str] | None:
        """Rule and address of the finding at the cursor."""
        finding = self.findings.finding
        return (finding.rule.code, finding.at) if finding is not None else None

    @property
    def status(self) -> str:
        """What just happened."""
        return text_of(self.review.query_one(StatusLine))

    @property
    def keys(self) -> str:
        """The line of keys."""
        return self.review.query_one(KeysLine).render().plain

    @property
    def detail_text(self) -> str:
        """Everything that the detail says."""
        return "\n".join(text_of(each) for each in self.detail.query(Static) if each.display)

    @property
    def window_text(self) -> str:
        """Everything that the window on top says, its answers too."""
        texts = [text_of(each) for each in self.screen.query(Static)]
        return "\n".join((*texts, *(str(each.label) for each in self.screen.query(Button))))

    def displayed(self, *ids: str) -> list[bool]:
        """Whether each of these parts is displayed."""
        return [self.review.query_one(f"#{each}", Widget).display for each in ids]

    def screen_text(self) -> str:
        """The screen as plain text, line by line."""
        width, height = self.app.size
        strips = self.app.screen._compositor.render_strips()
        lines = ["".join(segment.text for segment in strip)[:width].rstrip() for strip in strips[:height]]
        return "\n".join(lines)

    @property
    def is_running(self) -> bool:
        """Whether the desk is still there."""
        return self.app._exit is False


def text_of(static: Static) -> str:
    """What a part says, without its styles."""
    return str(static.content)


@asynccontextmanager
async def desk(
    *paths: Path, size: tuple[int, int] = WIDE, read_only: bool = False, theme: str = "eventreview-dark"
) -> AsyncIterator[Driver]:
    """The desk on some plans or folders, at a size."""
    app = ReviewApp([str(path) for path in paths], read_only=read_only)
    app.theme = theme
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.wait_for(lambda: app.screen.is_mounted and len(app.screen_stack) > 1, "a first screen")
        await pilot.pause()
        yield driver
