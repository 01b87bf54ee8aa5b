"""A form on the screen: filled in with the keyboard, checked while it is, and answered with the edits it comes to."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.tui.form_driver import MEDIUM, NARROW, FormDriver, applied, filling_in, session_on
from textual import events
from textual.widgets import Input

from eventreview import language
from eventreview.plan.edit import Refused
from eventreview.plan.edits import Insert, Remove, Rename, Set
from eventreview.plan.positions import Path as DataPath
from eventreview.review.session import Session
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.modals.form import FormModal
from eventreview.tui.widgets.fields.date import DateStepped

S1: DataPath = ("panels", 0, "speakers", 0)
CARE = """
[safety]
risk_assessed_on = 2027-01-05
"""


@pytest.fixture
def session(small: Path) -> Session:
    """A session on the small plan, with a table of care."""
    small.write_text(small.read_text("utf-8") + CARE, encoding="utf-8")
    return Session(str(small))


# Typing


async def test_a_date_is_typed_and_the_day_of_the_week_stands_beside_it(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_on")) as ui:
        assert "Sunday" in ui.text
        await ui.retype("chosen_on", "2027-01-12")
        assert "Tuesday" in ui.text
        assert await applied(ui) == (Set((*S1, "chosen_on"), datetime.date(2027, 1, 12)),)


async def test_up_and_down_with_shift_step_by_a_day(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_on")) as ui:
        await ui.press("shift+up", "shift+up", "shift+up", "shift+down")
        assert await applied(ui) == (Set((*S1, "chosen_on"), datetime.date(2027, 1, 12)),)


async def test_two_steps_at_once_are_two_days(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_on")) as ui:
        ui.field("chosen_on").post_message(DateStepped(1))
        ui.field("chosen_on").post_message(DateStepped(1))
        await ui.wait_for(lambda: "2027-01-1" in ui.text, "the date")
        assert await applied(ui) == (Set((*S1, "chosen_on"), datetime.date(2027, 1, 12)),)


async def test_a_date_that_isnt_there_yet_begins_with_the_plans_today(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="invited_on")) as ui:
        await ui.press("shift+down")
        assert ui.field("invited_on").value == datetime.date(2027, 1, 15)


async def test_up_and_down_go_through_the_whole_form_and_change_nothing(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        reached = set()
        for _each in ui.form.fields():
            reached |= {ui.form.key_of(each) for each in ui.form.fields() if each.has_focus_within}
            await ui.press("down")
        assert {"id", "role", "chosen_by", "chosen_on", "invited_on", "self_declared", "minutes"} <= reached
        assert not ui.list_is_open
        await ui.press(*["up"] * len(ui.form.fields()))
        assert await applied(ui) is None


async def test_a_new_entry_says_what_is_needed_before_anything_is_to_be_mended(session: Session) -> None:
    async with filling_in(FormModal(session, ("organisations",), insert_index=2)) as ui:
        assert ui.status == "2 fields are still needed"
        await ui.press("ctrl+s")
        assert ui.status == "2 fields to mend"


async def test_a_list_without_what_is_searched_says_so(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="organisation")) as ui:
        await ui.press("enter")
        await ui.type("zzz")
        assert "Nothing in this list has these words." in ui.text
        await ui.press("enter")
        assert ui.list_is_open


async def test_what_isnt_a_value_is_said_beside_the_field_and_stops_the_form(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("minutes", "eight")
        assert "A whole number is wanted here" in ui.notes("minutes")
        await ui.go_to("display")
        await ui.press("ctrl+s")
        assert not ui.answered
        assert "1 field to mend" in ui.text
        assert ui.field("minutes").has_focus_within


async def test_typing_the_same_again_is_no_change(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("id", "s1")
        assert await applied(ui) is None


async def test_enter_goes_to_the_next_field(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="display")) as ui:
        await ui.press("enter")
        assert ui.field("display_kind").has_focus_within


async def test_page_keys_go_some_fields_on_and_back(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.press("pagedown")
        assert ui.field("organisation").has_focus_within
        await ui.press("pageup")
        assert ui.field("id").has_focus_within


async def test_texts_over_several_lines_stay_over_several_lines(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="notes")) as ui:
        await ui.press("a", "enter", "b")
        assert await applied(ui) == (Set(("event", "notes"), "a\nb"),)


# Choosing


async def test_left_and_right_say_yes_no_or_nothing(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="recorded")) as ui:
        assert "● not stated   ○ yes   ○ no" in ui.text
        await ui.press("right", "right")
        assert ui.field("recorded").value is False
        await ui.press("right")
        assert ui.field("recorded").value is ABSENT
        await ui.press("y")
        assert await applied(ui) == (Set(("event", "recorded"), True),)


async def test_a_word_is_picked_from_a_list_that_narrows_down(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="talk")) as ui:
        await ui.press("enter")
        await ui.wait_for(lambda: ui.list_is_open, "the list")
        await ui.type("dem")
        await ui.press("enter")
        await ui.wait_for(lambda: not ui.list_is_open, "the form again")
        assert await applied(ui) == (Set((*S1, "talk"), "demand"),)


async def test_an_organisation_is_found_by_its_name_and_written_by_its_id(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_by")) as ui:
        assert "ally – Harbour Alliance (fictional)" in ui.text
        await ui.press("enter")
        await ui.type("poppy")
        await ui.press("enter")
        assert await applied(ui) == (Set((*S1, "chosen_by"), "rpm"),)


async def test_several_are_ticked_and_taken_together(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="concerns")) as ui:
        await ui.press("enter")
        await ui.type("trans")
        await ui.press("enter", "ctrl+s")
        await ui.wait_for(lambda: not ui.list_is_open, "the form again")
        assert await applied(ui) == (Set(("event", "concerns"), ["sex-workers", "trans-people"]),)


async def test_a_population_can_be_named_in_ones_own_words(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="concerns")) as ui:
        await ui.press("enter")
        await ui.type("dancers")
        await ui.press("enter", "ctrl+s")
        await ui.wait_for(lambda: not ui.list_is_open, "the form again")
        assert await applied(ui) == (Set(("event", "concerns"), ["sex-workers", "other:dancers"]),)


async def test_an_empty_list_and_nothing_stated_are_two_choices(session: Session) -> None:
    async with filling_in(FormModal(session, ("organisations", 0), focus_key="led_by")) as ui:
        await ui.press("enter")
        await ui.type("empty list")
        await ui.press("enter", "ctrl+s")
        await ui.wait_for(lambda: not ui.list_is_open, "the form again")
        assert ui.field("led_by").value == []
        await ui.press("backspace")
        assert await applied(ui) == (Remove(("organisations", 0, "led_by")),)


async def test_leaving_a_list_leaves_the_field_as_it_was(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="concerns")) as ui:
        await ui.press("enter", "down", "down", "enter", "escape")
        await ui.wait_for(lambda: not ui.list_is_open, "the form again")
        assert await applied(ui) is None


async def test_a_date_can_be_kept_out_of_the_file(session: Session) -> None:
    async with filling_in(FormModal(session, ("safety",), focus_key="risk_assessed_on")) as ui:
        await ui.press("tab", "space")
        assert await applied(ui) == (Set(("safety", "risk_assessed_on"), "withheld"),)


async def test_what_was_typed_comes_back_when_the_box_is_emptied(session: Session) -> None:
    async with filling_in(FormModal(session, ("safety",), focus_key="risk_assessed_on")) as ui:
        await ui.press("tab", "space", "space")
        assert await applied(ui) is None


# Checked while it is filled in


async def test_a_taken_id_is_said_and_stops_the_form(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("id", "rpm")
        assert "rpm" in ui.notes("id")
        await ui.press("ctrl+s")
        assert not ui.answered


async def test_a_required_key_cant_be_emptied(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",), focus_key="title")) as ui:
        await ui.press("ctrl+u")
        assert "This is needed." in ui.notes("title")
        await ui.press("ctrl+s")
        assert not ui.answered


async def test_a_value_that_cant_be_read_is_shown_with_its_fault_and_replaced(small: Path) -> None:
    session = session_on(small, "starts = 2027-03-20", 'starts = "2027-03-20"')
    async with filling_in(FormModal(session, ("event",), focus_key="starts")) as ui:
        assert 'In the file: "2027-03-20"' in ui.notes("starts")
        assert "quotation marks" in ui.notes("starts")
        await ui.type("2027-03-20")
        assert ui.notes("starts") == ""
        assert await applied(ui) == (Set(("event", "starts"), datetime.date(2027, 3, 20)),)


async def test_what_cant_be_written_safely_is_said_and_the_form_stays(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(edits: object) -> None:
        raise Refused("shape", (*S1, "minutes"))

    monkeypatch.setattr(session, "preview", refuse)
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("minutes", "9")
        await ui.press("ctrl+s")
        assert "can't be changed safely from here" in ui.status
        assert not ui.answered


# New entries, leaving


async def test_a_new_entry_waits_for_what_is_needed_and_becomes_one_edit(session: Session) -> None:
    form = FormModal(session, ("panels", 0, "speakers"), insert_index=3, initial={"status": "open"})
    async with filling_in(form) as ui:
        assert "New: Place" in ui.text
        assert "This is needed." not in ui.text
        await ui.press("ctrl+s")
        assert "This is needed." in ui.notes("id")
        assert ui.field("id").has_focus_within
        await ui.type("s4")
        await ui.retype("fee.amount", "300")
        assert await applied(ui) == (
            Insert(("panels", 0, "speakers"), 3, {"id": "s4", "status": "open", "fee": {"amount": 300}}),
        )


async def test_the_edits_of_a_form_are_made_by_the_session(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_by")) as ui:
        await ui.press("enter")
        await ui.type("rpm")
        await ui.press("enter")
        edits = await applied(ui)
    assert isinstance(edits, tuple)
    session.apply(edits)
    assert 'chosen_by = "rpm"  # to be looked at again' in session.text


async def test_esc_leaves_without_a_change(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("minutes", "9")
        assert "1 change not applied" in ui.text
        await ui.press("escape", "escape")
        assert ui.answer is None


async def test_a_form_without_a_change_gives_nothing(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        assert await applied(ui) is None


async def test_a_form_can_begin_with_values_that_count_as_changes(session: Session) -> None:
    form = FormModal(session, S1, initial={"chosen_by": "rpm", "chosen_on": None})
    async with filling_in(form) as ui:
        assert "2 changes not applied" in ui.text
        assert await applied(ui) == (Set((*S1, "chosen_by"), "rpm"), Remove((*S1, "chosen_on")))


async def test_the_consent_of_a_place_is_reached_from_its_own_path(session: Session) -> None:
    async with filling_in(FormModal(session, (*S1, "consent"), focus_key="named")) as ui:
        assert ui.field("consent.named").has_focus_within
        await ui.press("right")
        assert await applied(ui) == (Set((*S1, "consent", "named"), "yes"),)


# Sizes and languages


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_the_field_asked_for_is_in_sight_at_every_size(session: Session, size: tuple[int, int]) -> None:
    async with filling_in(FormModal(session, S1, focus_key="delegated_on"), size) as ui:
        assert "Delegated on" in ui.text
        assert "Apply ctrl+s" in ui.text


async def test_labels_stand_above_their_fields_where_there_is_little_room(session: Session) -> None:
    async with filling_in(FormModal(session, S1, focus_key="chosen_on"), NARROW) as ui:
        lines = ui.text.splitlines()
        label = next(number for number, line in enumerate(lines) if "Chosen on" in line)
        assert "2027-01-10" in lines[label + 1]


async def test_the_form_speaks_french(session: Session) -> None:
    language.use("fr")
    async with filling_in(FormModal(session, S1, focus_key="chosen_on")) as ui:
        assert "dimanche" in ui.text
        assert "non renseigné" in ui.text
        assert "Appliquer" in ui.text


async def test_a_text_that_comes_in_one_burst_with_the_key_is_taken_whole(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.go_to("listed_as")
        for key in (*"Harbour", "ctrl+s"):
            ui.host.post_message(events.Key(key, key if len(key) == 1 else None))
        await ui.wait_for(lambda: ui.answered, "the form applied")
        assert ui.answer == (Set((*S1, "listed_as"), "Harbour"),)


async def burst(ui: FormDriver, *keys: str) -> None:
    """Sends keys as they come over a slow line: all at once."""
    for key in keys:
        ui.host.post_message(events.Key(key, key if len(key) == 1 else None))
    await ui.pilot.pause()


async def test_letters_that_follow_a_move_at_once_land_in_the_next_field(session: Session) -> None:
    async with filling_in(FormModal(session, ("event",))) as ui:
        await ui.go_to("timezone")
        await burst(ui, "x", "down", "y", "down", "z", "up", "w")
        await ui.wait_for(lambda: ui.field("city").value == "yw", "the letters in their field")
        typed = [ui.field(name).query_one(Input).value for name in ("timezone", "city", "country")]
        assert typed == ["x", "yw", "z"]


async def test_letters_do_not_overtake_the_backspaces_before_them(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.go_to("id")
        await burst(ui, "backspace", "backspace", *"swu", "ctrl+s")
        await ui.wait_for(lambda: ui.answered, "the form applied")
        assert ui.answer == (Rename("s1", "swu"),)


async def test_leaving_says_first_what_would_be_lost(session: Session) -> None:
    async with filling_in(FormModal(session, S1)) as ui:
        await ui.retype("minutes", "9")
        await ui.press("escape")
        assert not ui.answered
        assert "esc again" in ui.status
        await ui.press("escape")
        assert ui.answer is None
