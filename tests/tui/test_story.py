"""The whole way: find, correct, take back, make again, save; the file differs in those lines alone."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, WIDE, desk

SIZES = {"120 columns": WIDE, "80 columns": MEDIUM, "60 columns": NARROW}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_finding_is_corrected_a_date_edited_and_the_rest_of_the_file_untouched(
    meeting: Path, size: tuple[int, int]
) -> None:
    before = meeting.read_text(encoding="utf-8")
    async with desk(meeting, size=size) as ui:
        # Down to the third finding: who chose the first place.
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        while ui.cursor != ("REP-1", "p1"):
            await ui.press("n")
        await ui.press("enter")
        await ui.wait_for(lambda: ui.detail.has_focus, "the focus in the detail")
        [number] = [line.strip()[0] for line in ui.detail_text.splitlines() if "Record that gmn chose" in line]
        await ui.press(number)
        await ui.answer("ChoiceModal", "enter")
        assert "closed" in ui.status

        # The date of an answer, through the form.
        await ui.press("escape")
        await ui.wait_for(lambda: ui.findings.has_focus, "the focus in the list")
        await ui.select_object("consultations", 0)
        await ui.press("e")
        await ui.wait_for_screen("FormModal")
        form = ui.screen
        form.field("answered_on").focus_input()  # type: ignore[attr-defined]
        await ui.pilot.pause()
        await ui.press("end", "ctrl+u")
        await ui.type("2027-05-03")
        await ui.answer("FormModal", "ctrl+s")
        edited = ui.session.text

        # Back, and forth again.
        await ui.press("u")
        assert "answered_on = 2027-05-02" in ui.session.text
        await ui.press("ctrl+y")
        assert ui.session.text == edited

        await ui.press("ctrl+s")
        await ui.answer("SaveModal", "enter")
        await ui.wait_for(lambda: not ui.session.dirty, "saved")
        await ui.press("q")
        await ui.wait_for(lambda: not ui.is_running, "the end")

    after = meeting.read_text(encoding="utf-8")
    assert _changes(before, after) == [
        '- chosen_by = "hpf"',
        '+ chosen_by = "gmn"',
        "- answered_on = 2027-05-02",
        "+ answered_on = 2027-05-03",
    ]
    assert _comments(after) == _comments(before)


def _changes(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("+ ", "- "))]


def _comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]
