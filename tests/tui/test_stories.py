"""What people come to do, told as their steps: each starts from a file and ends with what is on disk."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import SMALL
from tests.tui.driver import Driver, desk
from textual import events

from eventreview.rules.outcome import ERROR, NOT_MET

TWO = """
[[decisions]]
what = "speakers"
made_on = 2027-01-10
made_by = ["ally"]
ref = "s1"

[[judgements]]
rule = "REP-4"
at = "decisions[0]"
verdict = "not-applicable"
by = "ally"
on = 2027-01-11
"""


def errors(ui: Driver) -> list[str]:
    """The errors that the desk still counts."""
    return [f.rule.code for f in ui.session.findings() if f.result == NOT_MET and f.severity == ERROR]


async def save_and_leave(ui: Driver) -> None:
    """Saves behind the diff, and leaves."""
    await ui.press("ctrl+s")
    await ui.answer("SaveModal", "enter")
    await ui.wait_for(lambda: not ui.session.dirty, "saved")
    await ui.press("q")
    await ui.wait_for(lambda: not ui.is_running, "the end")


def comments(text: str) -> list[str]:
    """The comments of a file."""
    return [line[line.index("#") :] for line in text.splitlines() if "#" in line]


async def test_a_bad_plan_is_reviewed_until_no_error_is_left(small: Path) -> None:
    async with desk(small) as ui:
        assert errors(ui) == ["INC-1", "REP-1", "CON-1"]
        await ui.select("REP-1", "s1")
        await ui.press("a")  # the first choice: hand the choice over
        await ui.answer("ChoiceModal", "enter")
        assert errors(ui) == ["INC-1"]
        # The network became a co-organiser, as had been agreed by telephone.
        await ui.select_object("organisations", 0)
        await ui.press("e")
        await ui.fill_in({"roles": ["partner", "co-organiser"]})
        assert errors(ui) == []
        await save_and_leave(ui)
    after = small.read_text(encoding="utf-8")
    assert 'roles = ["partner", "co-organiser"]' in after
    assert 'status = "open"' in after
    assert comments(after)[:2] == comments(SMALL)[:2]


async def test_a_panel_with_three_places_is_added(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("panels")
        await ui.press("i")
        await ui.fill_in({"id": "closing", "title": "What comes next"})
        for number in (1, 2, 3):
            await ui.select_object("panels", 1)
            await ui.press("i")
            await ui.fill_in({"id": f"c{number}", "organisation": "rpm" if number < 3 else "ally"})
        panel = ui.session.file.plan.panels[1]  # type: ignore[union-attr]
        assert [place.id for place in panel.speakers] == ["c1", "c2", "c3"]
        await save_and_leave(ui)
    after = small.read_text(encoding="utf-8")
    assert after.startswith(SMALL)
    assert after[len(SMALL) :].count("[[panels.speakers]]") == 3


async def test_an_organisation_is_renamed_with_everything_that_names_it(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("organisations", 1)
        await ui.press("e")
        await ui.fill_in({"id": "harbour"})
        await save_and_leave(ui)
    after = small.read_text(encoding="utf-8")
    assert after == SMALL.replace('"ally"', '"harbour"')


async def test_a_place_is_moved_and_moved_back(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("panels", 0, "speakers", 1)
        await ui.press("<")
        await ui.wait_for(lambda: ui.session.dirty, "the place moved")
        places = ui.session.file.plan.panels[0].speakers  # type: ignore[union-attr]
        assert [place.id for place in places] == ["s2", "s1", "s3"]
        await ui.wait_for(lambda: ui.outline.path == ("panels", 0, "speakers", 0), "the cursor on the moved place")
        await ui.press(">")
        await ui.wait_for(lambda: not ui.session.dirty, "the place where it was")


async def test_an_answer_stays_with_the_entry_that_it_was_given_about(small: Path) -> None:
    small.write_text(SMALL + TWO, encoding="utf-8")
    async with desk(small) as ui:
        await ui.select_object("decisions", 0)
        await ui.press("D")
        await ui.fill_in({"what": "agenda", "made_on": ui.session.file.plan.today, "made_by": ["ally"]})  # type: ignore[union-attr]
        await ui.select_object("decisions", 1)
        await ui.press("<")
        await ui.wait_for(lambda: 'at = "decisions[1]"' in ui.session.text, "the address of the answer moved along")
        await ui.press("u")
        assert 'at = "decisions[0]"' in ui.session.text


async def test_a_request_is_added_to_a_statement(small: Path) -> None:
    statement = '\n[[statements]]\nid = "decl"\ntitle = "Declaration"\ndrafters = ["ally"]\n'
    small.write_text(SMALL + statement, encoding="utf-8")
    async with desk(small) as ui:
        await ui.select_object("statements", 0)
        await ui.press("i")
        await ui.wait_for_screen("PickModal")
        await ui.type("request")
        await ui.answer("PickModal", "enter")
        await ui.wait_for_screen("FormModal")
        await ui.fill_in({"by": "rpm", "asked_on": ui.session.file.plan.today, "ask": "Name us first"})  # type: ignore[union-attr]
        await ui.wait_for(lambda: ui.outline.path == ("statements", 0, "requests", 0), "the cursor on the request")
        assert "Name us first" in ui.session.text


async def test_a_change_that_was_left_is_not_pressed_upon_anybody_again(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1", "s1")
        for words in ("Hand the choice over", "Record that rpm chose", "Hand the choice over"):
            await ui.press("a")
            await ui.wait_for_screen("ChoiceModal")
            assert words in ui.window_text
            await ui.answer("ChoiceModal", "escape")
        assert not ui.session.dirty


async def test_a_choice_is_of_the_finding_that_the_cursor_came_to_with_the_same_burst_of_keys(meeting: Path) -> None:
    async with desk(meeting) as ui:
        for key in ("down", "down", "down", "a"):
            ui.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await ui.wait_for_screen("ChoiceModal")
        assert "KP-1" in ui.window_text
