"""An answer is recorded by those who gave it, a waiver by those who agreed; what would not hold is said, never written."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, NARROW, Driver, desk
from textual.events import Key
from textual.widgets import Input

from eventreview.tui.acts import judging
from eventreview.tui.modals.answering import AnsweringModal
from eventreview.tui.modals.pick import PickModal

CLOCK = datetime.date(2027, 1, 15)


@pytest.fixture(autouse=True)
def _a_day_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "clock", lambda: CLOCK)


@pytest.fixture
def two(small: Path) -> Path:
    """The small plan with a second organisation of sex workers."""
    second = '\n[[organisations]]\nid = "south"\nname = "Poppy South (fictional)"\nled_by = ["sex-workers"]\n'
    small.write_text(small.read_text("utf-8").replace("\n[[panels]]\n", f"{second}\n[[panels]]\n"), encoding="utf-8")
    return small


def window(ui: Driver) -> AnsweringModal:
    """The window on top."""
    assert isinstance(ui.screen, AnsweringModal)
    return ui.screen


def status(ui: Driver) -> str:
    """What the window says at its foot."""
    return str(window(ui).query_one("#answering-status").render())


def notes(ui: Driver, key: str) -> str:
    """What is said beneath a field."""
    return "\n".join(note.plain for note in window(ui).field(key).notes())


async def open_on(ui: Driver, key: str, code: str, name: str) -> None:
    """Puts the cursor on a finding and opens its window."""
    await ui.select(code)
    await ui.press(key)
    await ui.wait_for_screen(name)
    await ui.wait_for(lambda: ui.screen.focused is not None, "a focus")


async def fill_in(ui: Driver, **values: object) -> None:
    """Fills in fields as if by hand."""
    for key, value in values.items():
        window(ui).field(key).take(value)
    await ui.pilot.pause()


async def go_to(ui: Driver, code: str) -> None:
    """Puts the cursor on a finding, also where it is folded away."""
    key = next(each.key for each in ui.session.findings() if each.rule.code == code)
    if not ui.findings.go_to(key):
        await ui.press("z")
        assert ui.findings.go_to(key)
    await ui.pilot.pause()


def result_of(ui: Driver, code: str) -> str:
    """The result of the first finding of a rule."""
    return next(each.result for each in ui.session.findings() if each.rule.code == code)


async def test_the_network_answers_by_keys_alone_and_undo_takes_it_back(small: Path) -> None:
    async with desk(small) as ui:
        before = ui.session.text
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        assert "Record only what rpm said; it alone may answer." in ui.window_text
        assert "ally: not led by those concerned (sex workers), and an ally can't mark its own work." in ui.window_text
        assert window(ui).field("verdict").has_focus
        await ui.press("right")
        assert status(ui) == "Then BAL-1: ✓ met"
        await ui.press("tab")
        await ui.type("ours")
        await ui.answer("JudgeModal", "ctrl+s")
        assert result_of(ui, "BAL-1") == "met"
        assert ui.status.startswith("Applied. 1 closed, 0 changed, 0 opened · u undoes")
        [answer] = (ui.session.file.plan.judgements) if ui.session.file.plan else ()
        assert (answer.by, answer.verdict, answer.on, answer.reason) == ("rpm", "met", CLOCK, "ours")
        assert answer.covers
        await ui.press("u")
        assert ui.session.text == before
        assert result_of(ui, "BAL-1") == "to-be-judged"


async def test_a_reason_by_which_somebody_can_be_reached_is_never_written(small: Path) -> None:
    async with desk(small) as ui:
        before = ui.session.text
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        await fill_in(ui, verdict="met", reason="ours")
        assert status(ui) == "Then BAL-1: ✓ met"
        await fill_in(ui, reason="ask a@mail.example")
        assert status(ui) == "1 field to mend"
        assert notes(ui, "reason")
        assert "mail.example" not in notes(ui, "reason")
        await ui.press("ctrl+s")
        assert window(ui).field("reason").has_focus_within
        assert ui.session.text == before


async def test_a_text_that_comes_in_one_go_with_the_key_that_applies_is_kept(small: Path) -> None:
    async with desk(small) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        await fill_in(ui, verdict="met")
        window(ui).field("reason").focus_input()
        await ui.pilot.pause()
        for letter in "heard":
            ui.app.post_message(Key(letter, letter))
        ui.app.post_message(Key("ctrl+s", None))
        await ui.wait_for(lambda: type(ui.screen).__name__ != "JudgeModal", "the answer")
        assert 'reason = "heard"' in ui.session.text


async def test_what_an_input_holds_and_hasnt_told_yet_is_kept(small: Path) -> None:
    async with desk(small) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        await fill_in(ui, verdict="met")
        typed = window(ui).field("reason").query_one(Input)
        with typed.prevent(Input.Changed):
            typed.value = "heard"
        await ui.answer("JudgeModal", "ctrl+s")
        assert 'reason = "heard"' in ui.session.text


async def test_an_organisation_that_may_not_answer_isnt_offered(two: Path) -> None:
    async with desk(two) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        assert window(ui).field("by").has_focus
        await ui.press("enter")
        await ui.wait_for_screen("PickModal")
        assert isinstance(ui.screen, PickModal)
        assert [each.value for each in ui.screen.options[1:]] == ["rpm", "south"]
        await ui.answer("PickModal", "escape")
        await ui.press("ctrl+s")
        assert "This is needed." in notes(ui, "by")
        assert not ui.session.dirty


async def test_two_answers_that_differ_stand_side_by_side_and_one_can_be_taken_back(two: Path) -> None:
    async with desk(two) as ui:
        for by, verdict in (("rpm", "met"), ("south", "not-met")):
            await go_to(ui, "BAL-1")
            await ui.press("J")
            await ui.wait_for_screen("JudgeModal")
            await fill_in(ui, by=by, verdict=verdict)
            if by == "south":
                assert "This differs from another answer" in notes(ui, "verdict")
            await ui.answer("JudgeModal", "ctrl+s")
        assert result_of(ui, "BAL-1") == "to-be-judged"
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        assert "rpm, 15 January 2027: met" in ui.window_text
        assert "south, 15 January 2027: not met" in ui.window_text
        await fill_in(ui, by="south")
        back = window(ui).query_one("#answering-back")
        assert back.display
        back.focus()
        await ui.answer("JudgeModal", "enter")
        assert result_of(ui, "BAL-1") == "met"


async def test_a_self_granted_waiver_is_refused_and_nothing_is_written(small: Path) -> None:
    async with desk(small) as ui:
        await open_on(ui, "w", "REP-1", "WaiveModal")
        await fill_in(ui, agreed_by="ally", reason="we like it so", until=datetime.date(2027, 6, 1))
        refusal = "ally: not led by those concerned (sex workers), and nobody waives for itself what others bear."
        assert refusal in notes(ui, "agreed_by")
        await ui.press("ctrl+s")
        assert type(ui.screen).__name__ == "WaiveModal"
        assert status(ui) == "1 field to mend"
        await ui.answer("WaiveModal", "escape")
        assert not ui.session.dirty
        assert not ui.session.can_undo


async def test_a_waiver_of_those_concerned_holds_until_its_day(small: Path) -> None:
    async with desk(small) as ui:
        await open_on(ui, "w", "REP-1", "WaiveModal")
        await fill_in(ui, agreed_by="rpm", reason="until the next round")
        assert "An error is waived until a day" in notes(ui, "until")
        await fill_in(ui, until=datetime.date(2028, 1, 17))
        assert "366 days" in notes(ui, "until")
        await ui.press("ctrl+s")
        assert not ui.session.dirty
        await fill_in(ui, until=datetime.date(2028, 1, 16))
        assert "~ waived" in status(ui)
        await ui.answer("WaiveModal", "ctrl+s")
        assert result_of(ui, "REP-1") == "waived"


async def test_the_day_of_the_plan_moves_only_when_asked(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = datetime.date(2027, 2, 3)
    monkeypatch.setattr(judging, "clock", lambda: later)
    async with desk(small) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        assert "by the clock it is 3 February 2027" in ui.window_text
        await fill_in(ui, verdict="met")
        box = window(ui).query("TickBox").first()
        box.focus()
        await ui.press("space")
        await ui.answer("JudgeModal", "ctrl+s")
        assert "as_of = 2027-02-03" in ui.session.text
        assert "on = 2027-02-03" in ui.session.text
        await ui.press("u")
        assert "as_of = 2027-01-15" in ui.session.text
        assert "judgements" not in ui.session.text


async def test_what_takes_no_answer_says_why(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1")
        await ui.press("J")
        assert ui.status == "REP-1 finds an error here, and no answer settles an error: w asks who agrees to a waiver."
        await ui.select("BAL-1")
        await ui.press("w")
        assert ui.status == "BAL-1 asks a question here, and a question isn't waived: J answers it."


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_the_question_its_first_field_and_the_ways_out_are_in_sight(small: Path, size: tuple[int, int]) -> None:
    async with desk(small, size=size) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        text = ui.screen_text()
        assert "Is this line-up one you would" in text
        assert "Leave esc" in text
        focused = ui.screen.focused
        assert focused is not None
        assert window(ui).query_one("#answering-body").region.contains_region(focused.region)
        await ui.press("pagedown", "pagedown", "pagedown")
        assert "What is judged" in ui.window_text


async def test_no_name_of_a_holder_is_shown(small: Path) -> None:
    text = small.read_text("utf-8").replace('id = "s1"\n', 'id = "s1"\ndisplay = "Sandrine K."\nperson = "tag-k"\n')
    small.write_text(text, encoding="utf-8")
    async with desk(small) as ui:
        await open_on(ui, "J", "BAL-1", "JudgeModal")
        assert "place s1, held for rpm" in ui.window_text
        assert "Sandrine" not in ui.window_text
        assert "tag-k" not in ui.window_text
