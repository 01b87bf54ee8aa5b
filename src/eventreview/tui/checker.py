"""Checking a plan beside the screen: in a thread, one check at a time, its result for the state that it was begun on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from textual.worker import Worker, WorkerFailed

from eventreview.language import gettext as _
from eventreview.tui.screens.plan_screen import PlanScreen

T = TypeVar("T")
GROUP = "checking"
# Seconds after which a check that still runs is spoken of; a shorter one passes unseen.
SHOWN_AFTER = 0.05


class Checker:
    """The checks of one screen. A job only reads the session; what comes of it is taken over by the screen itself."""

    def __init__(self, screen: PlanScreen) -> None:
        self._screen = screen
        self._alone = asyncio.Lock()

    @property
    def is_busy(self) -> bool:
        """Whether a check runs, or what came of it isn't shown yet."""
        return self._alone.locked()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """For as long as this is held no other check begins, and every command waits in the order of its key."""
        async with self._alone:
            yield

    async def settled(self) -> None:
        """Waits until no check runs."""
        async with self._alone:
            pass

    async def check(self, job: Callable[[], T]) -> T:
        """Gives what the job gives for the plan as it stands. Raises what the job raises.

        A job that was overtaken by another state of the plan is done again.
        """
        while True:
            generation = self._screen.session.generation
            result = await self._done(job)
            if generation == self._screen.session.generation:
                return result

    async def _done(self, job: Callable[[], T]) -> T:
        worker: Worker[T] = self._screen.run_worker(job, group=GROUP, exclusive=True, thread=True, exit_on_error=False)
        waiting = asyncio.ensure_future(worker.wait())
        done, _running = await asyncio.wait({waiting}, timeout=SHOWN_AFTER)
        if not done:
            self._screen.say(_("checking …"))
        try:
            return await waiting
        except WorkerFailed as failed:
            # The job's own exception: what it refused is for the one who asked.
            raise failed.error from None
        finally:
            if not done:
                self._screen.say("")
