"""Drives one screen of the desk by itself, without the rest: keys in, what it shows and what it answers out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Generic, TypeVar

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from eventreview.review.session import Session
from eventreview.tui import theme
from eventreview.tui.messages import PlanChosen
from eventreview.tui.modals.form import FormModal
from eventreview.tui.modals.pick import PickModal
from eventreview.tui.widgets.fields.field import FieldWidget

WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (60, 18)
TURNS = 400
T = TypeVar("T")


class Host(App[None]):
    """An app that shows one screen and keeps what comes of it."""

    def __init__(self, made: Screen[T]) -> None:
        super().__init__()
        self.made = made
        self.answers: list[object] = []
        self.chosen: list[str] = []
        self.register_theme(theme.DARK)
        self.theme = theme.DARK.name

    def on_mount(self) -> None:
        """Shows the screen."""
        self.push_screen(self.made, self.answers.append)

    def on_plan_chosen(self, event: PlanChosen) -> None:
        """Keeps which plan was chosen."""
        self.chosen.append(event.path)


class ScreenDriver(Generic[T]):
    """One screen under test."""

    def __init__(self, host: Host, pilot: Pilot[None], screen: Screen[T]) -> None:
        self.host = host
        self.pilot = pilot
        self.screen = screen

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Types a text into what has the focus."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Lets the screen work until the condition holds. Raises AssertionError when it never does."""
        for _turn in range(TURNS):
            if condition():
                return
            await self.pilot.pause()
        raise AssertionError(f"never came: {what}\n{self.text}")

    async def show(self, message: Message) -> None:
        """Sends the screen a message as one of its parts would."""
        self.screen.post_message(message)
        await self.pilot.pause()

    @property
    def focused(self) -> Widget | None:
        """What has the focus."""
        return self.host.screen.focused

    @property
    def answered(self) -> bool:
        """Whether the screen was closed."""
        return bool(self.host.answers)

    @property
    def answer(self) -> object:
        """What the screen gave when it was closed."""
        [answer] = self.host.answers
        return answer

    @property
    def text(self) -> str:
        """All that is on the terminal, line by line."""
        strips = self.host.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


class FormDriver(ScreenDriver[object]):
    """A form under test."""

    @property
    def form(self) -> FormModal:
        """The form."""
        found = next(screen for screen in self.host.screen_stack if isinstance(screen, FormModal))
        assert isinstance(found, FormModal)
        return found

    @property
    def list_is_open(self) -> bool:
        """Whether a list to pick from is open."""
        return isinstance(self.host.screen, PickModal)

    def field(self, name: str) -> FieldWidget:
        """The field of a key."""
        return self.form.field(name)

    @property
    def status(self) -> str:
        """What the form says at its foot."""
        return str(self.form.query_one("#form-status", Static).content)

    def notes(self, name: str) -> str:
        """What is said beneath a field."""
        return "\n".join(note.plain for note in self.field(name).notes())

    async def go_to(self, name: str) -> None:
        """Puts the focus into a field."""
        self.field(name).focus_input()
        await self.wait_for(lambda: self.field(name).has_focus_within, f"the focus in {name}")

    async def retype(self, name: str, text: str) -> None:
        """Empties an input and types anew."""
        await self.go_to(name)
        await self.press("end", "ctrl+u")
        await self.type(text)


@asynccontextmanager
async def showing(made: Screen[T], size: tuple[int, int] = WIDE) -> AsyncIterator[ScreenDriver[T]]:
    """A screen at a size."""
    host = Host(made)
    async with host.run_test(size=size, notifications=True) as pilot:
        driver = ScreenDriver(host, pilot, made)
        await driver.wait_for(lambda: made.is_mounted, "the screen")
        await pilot.pause()
        yield driver


@asynccontextmanager
async def filling_in(made: FormModal, size: tuple[int, int] = WIDE) -> AsyncIterator[FormDriver]:
    """A form at a size, once its first field has the focus."""
    host = Host(made)
    async with host.run_test(size=size, notifications=True) as pilot:
        driver = FormDriver(host, pilot, made)  # type: ignore[arg-type]
        await driver.wait_for(lambda: made.is_mounted and is_in_sight(made), "the form")
        await pilot.pause()
        yield driver


def is_in_sight(form: FormModal) -> bool:
    """Whether the field that the form begins at has the focus and is scrolled into view."""
    if form.focused is None:
        return False
    return form.query_one("#form-fields").region.contains_region(form.focused.region)


def session_on(path: Path, old: str, new: str) -> Session:
    """A session on the plan with something else in it."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Session(str(path))


async def applied(ui: FormDriver) -> object:
    """Applies the form, and gives the edits."""
    await ui.press("ctrl+s")
    await ui.wait_for(lambda: ui.answered, "the form applied")
    return ui.answer
