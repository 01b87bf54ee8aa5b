"""Checks run beside the screen: it stays alive, says so when they take long, and no key is lost meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from tests.tui.driver import Driver, desk
from textual import events

from eventreview.plan.edits import Set
from eventreview.review.session import Preview, Session
from eventreview.tui.screens.review import ReviewScreen

EDIT = (Set(("event", "title"), "Another title"),)


class Gate:
    """A check that stays in its thread until the screen says that it is going on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        self.threads: list[int] = []
        whole, say = Session.preview_text, ReviewScreen.say

        def held(session: Session, text: str) -> Preview:
            self.threads.append(threading.get_ident())
            assert self.open.wait(60)
            return whole(session, text)

        def heard(screen: ReviewScreen, said: str) -> None:
            say(screen, said)
            if said == "checking …":
                self.open.set()

        monkeypatch.setattr(Session, "preview_text", held)
        monkeypatch.setattr(ReviewScreen, "say", heard)


async def changed(ui: Driver) -> None:
    """Makes a change without a check beside the screen, to have something to undo."""
    ui.session.apply(EDIT, "the title")
    ui.review.show_change("")
    await ui.pilot.pause()


async def test_a_long_check_is_spoken_of_and_the_screen_lives_on(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(small) as ui:
        await changed(ui)
        gate = Gate(monkeypatch)
        ui.app.post_message(events.Key("u", "u"))
        await ui.wait_for(lambda: ui.status.startswith("Undone"), "the step taken back")
        assert gate.open.is_set()
        assert threading.get_ident() not in gate.threads
        assert not ui.session.dirty


async def test_keys_pressed_meanwhile_are_kept_in_their_order(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(small) as ui:
        await changed(ui)
        Gate(monkeypatch)
        before = ui.session.generation
        for key, letter in (("u", "u"), ("ctrl+y", None), ("u", "u"), ("ctrl+y", None), ("f", "f")):
            ui.app.post_message(events.Key(key, letter))
        await ui.wait_for_screen("FacetsModal")
        assert ui.session.generation == before + 4
        assert ui.session.dirty


async def test_what_was_shown_isnt_checked_a_second_time(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(small) as ui:
        gate = Gate(monkeypatch)
        gate.open.set()
        await ui.select("REP-1")
        await ui.press("a")
        await ui.answer("ChoiceModal", "enter")
        assert ui.status.startswith("Applied")
        assert len(gate.threads) == 1


def test_a_preview_of_another_state_is_never_taken(small: Path) -> None:
    session = Session(str(small))
    old = session.preview(EDIT)
    session.apply((Set(("event", "title"), "Meanwhile"),))
    session.take_text(session.text, "", old)
    assert "Meanwhile" in session.text
    assert "Meanwhile" in (session.review.file.text or "")
