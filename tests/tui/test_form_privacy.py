"""Nobody is outed by a form, and nothing of the plan in it is a command."""

from __future__ import annotations

from pathlib import Path

from tests.tui.form_driver import applied, filling_in, session_on

from eventreview.plan.edits import Remove, Set
from eventreview.plan.positions import Path as DataPath
from eventreview.review.session import Session
from eventreview.tui.modals.form import FormModal

S1: DataPath = ("panels", 0, "speakers", 0)


async def test_the_tag_of_a_holder_is_never_on_the_screen(small: Path) -> None:
    session = session_on(small, 'id = "s1"', 'id = "s1"\nperson = "tag-one"')
    async with filling_in(FormModal(session, S1, focus_key="person")) as ui:
        assert "tag-one" not in ui.text
        await ui.type("tag-two")
        assert "tag-two" not in ui.text
        await ui.press("ctrl+u")
        assert ui.field("person").value == "tag-one"
        await ui.press("tab", "space")
        assert await applied(ui) == (Remove((*S1, "person")),)


async def test_a_text_that_holds_an_address_is_masked_and_cant_be_reached(small: Path) -> None:
    session = session_on(small, '"Opening"', '"Ask ana@example.org"')
    async with filling_in(FormModal(session, ("panels", 0), focus_key="title")) as ui:
        assert "Ask •••" in ui.text
        assert "ana@example.org" not in ui.text
        assert not ui.field("title").focusable


async def test_an_address_isnt_taken(small: Path) -> None:
    async with filling_in(FormModal(Session(str(small)), ("event",))) as ui:
        await ui.retype("city", "ana@example.org")
        assert "looks like an e-mail address" in ui.notes("city")
        await ui.press("ctrl+s")
        assert not ui.answered


async def test_escapes_and_markup_of_a_title_stand_there_as_text(small: Path) -> None:
    title = r'"[/b][@click=app.quit]x[/] \u001b]52;c;aGk=\u0007"'
    session = session_on(small, '"Forum on working conditions"', title)
    async with filling_in(FormModal(session, ("event",), focus_key="title")) as ui:
        assert r'In the file: "[/b][@click=app.quit]x[/] \u001b]52;c;aGk=\u0007"' in ui.text
        assert not any(sign < " " for sign in ui.text.replace("\n", ""))
        await ui.type("Forum")
        assert await applied(ui) == (Set(("event", "title"), "Forum"),)
