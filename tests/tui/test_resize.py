"""A terminal changes its size at any moment: whatever is open goes on, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import pytest
from tests.tui.driver import MEDIUM, WIDE, Driver, desk
from textual.widgets import Input, OptionList

from eventreview.plan.edits import Set
from eventreview.tui.modals.answering import AnsweringModal
from eventreview.tui.modals.form import FormModal
from eventreview.tui.modals.locked import LockedModal
from eventreview.tui.modals.new_plan import NewPlanModal
from eventreview.tui.modals.recovery import RecoveryModal
from eventreview.tui.screens.source import SourceScreen

Opener = Callable[[Driver], Awaitable[None]]
TINY = (20, 5)
SIZES = ((300, 100), TINY, (1, 1))
BROKEN = 'format = 1\nstage = "idea"\n[event]\ntitle = \n'


def by(action: str) -> Opener:
    """Opens a window by the action of a command."""

    async def open_it(ui: Driver) -> None:
        await ui.screen.run_action(action)

    return open_it


async def a_list_of_a_form(ui: Driver) -> None:
    await ui.screen.run_action("edit_object")
    await ui.wait_for_screen("FormModal")
    assert isinstance(ui.screen, FormModal)
    ui.screen.field("role").focus_input()
    await ui.pilot.pause()
    await ui.press("enter")


async def a_clash(ui: Driver) -> None:
    Path(ui.session.path).write_text("# somebody else's\n", encoding="utf-8")
    await ui.screen.run_action("save_plan")


async def a_lock(ui: Driver) -> None:
    ui.app.push_screen(LockedModal("Somebody edits it."))


async def a_recovery(ui: Driver) -> None:
    ui.app.push_screen(RecoveryModal(["A copy was found."], ui.session.unsaved()))


# What is opened, at which finding, and how.
WINDOWS: dict[str, tuple[str, Opener]] = {
    "TimelineScreen": ("REP-1", by("show_timeline")),
    "RulesScreen": ("REP-1", by("show_rules")),
    "SourceScreen": ("REP-1", by("show_source")),
    "HelpScreen": ("REP-1", by("app.show_help")),
    "Palette": ("REP-1", by("app.show_palette")),
    "FacetsModal": ("REP-1", by("choose_facets")),
    "CopyModal": ("REP-1", by("copy_out")),
    "JudgeModal": ("BAL-1", by("judge_finding")),
    "WaiveModal": ("REP-1", by("waive_finding")),
    "FormModal": ("REP-1", by("edit_object")),
    "PickModal": ("REP-1", a_list_of_a_form),
    "ChoiceModal": ("REP-1", by("show_choice(1)")),
    "SaveModal": ("REP-1", by("save_plan")),
    "SaveAsModal": ("REP-1", by("save_plan_as")),
    "QuitModal": ("REP-1", by("app.quit_desk")),
    "LockedModal": ("REP-1", a_lock),
    "RecoveryModal": ("REP-1", a_recovery),
    "ConflictModal": ("REP-1", a_clash),
}
# Made huge and next to nothing too: that takes its time, and the others have the shape of one of these, or their own test.
IN_FULL = {"TimelineScreen", "RulesScreen", "SourceScreen", "FacetsModal"}


def state(ui: Driver) -> tuple[object, ...]:
    """What a person would miss: what is on top, where the focus and the cursors are, what was typed, all that is shown."""
    screen, focused = ui.screen, ui.screen.focused
    shown: object = ui.screen_text()
    # Where something scrolls, its line or field is in sight, though perhaps with others around it.
    if isinstance(screen, SourceScreen):
        shown = screen.view.line, f" {screen.view.line} │" in ui.screen_text()
    elif focused is not None and any(isinstance(each, (FormModal, AnsweringModal)) for each in ui.app.screen_stack):
        shown = screen.find_widget(focused).visible_region == focused.region
    return (
        type(screen).__name__,
        (type(focused).__name__, focused.id) if focused is not None else None,
        [(each.id, each.value, each.cursor_position) for each in screen.query(Input)],
        [(each.id, each.highlighted, each.option_count) for each in screen.query(OptionList)],
        shown,
    )


async def resize(ui: Driver, sizes: Sequence[tuple[int, int]] = SIZES) -> None:
    """Gives the terminal one size after the other, and then what it was."""
    was = ui.app.size
    for size in (*sizes, was):
        await ui.pilot.resize_terminal(*size)
    await ui.pilot.pause()


async def test_every_screen_and_window_of_a_plan_goes_on_as_it_was(small: Path) -> None:
    async with desk(small, size=MEDIUM) as ui:
        ui.session.apply([Set(("event", "city"), "Dakar")])
        ui.review.show_change("")
        text = ui.session.text
        for name, (code, opened) in WINDOWS.items():
            await ui.select(code)
            await opened(ui)
            await ui.wait_for_screen(name)
            before = state(ui)
            await resize(ui, SIZES if name in IN_FULL else [TINY])
            assert state(ui) == before, name
            while ui.screen is not ui.review:
                await ui.press("escape")
            assert ui.cursor is not None, name
            assert ui.cursor[0] == code, name
        assert ui.session.text == text
        assert ui.session.dirty


@pytest.mark.parametrize("pane", ["outline", "detail"])
async def test_the_review_keeps_pane_cursor_words_and_what_is_unfolded(small: Path, pane: str) -> None:
    async with desk(small) as ui:
        await ui.screen.run_action("fold_groups")
        await ui.screen.run_action("filter_findings")
        await ui.type("s1")
        await ui.press("enter")
        await ui.select("CON-1")
        await ui.screen.run_action(f"show_{pane}")
        await ui.pilot.pause()
        # Without what is shown: rows are laid out anew where a scroll bar has gone.
        before = state(ui)[:-1], ui.outline.path, ui.findings.option_count
        await resize(ui)
        assert (state(ui)[:-1], ui.outline.path, ui.findings.option_count) == before
        assert ui.cursor == ("CON-1", "s1")


async def test_what_is_typed_into_a_form_is_there_afterwards_and_is_applied(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("REP-1")
        await ui.screen.run_action("edit_object")
        await ui.wait_for_screen("FormModal")
        form = ui.screen
        assert isinstance(form, FormModal)
        form.field("minutes").focus_input()
        await ui.pilot.pause()
        await ui.type("12")
        before = state(ui)
        await resize(ui)
        assert state(ui) == before
        await ui.type("3")
        await ui.answer("FormModal", "ctrl+s")
        assert "minutes = 123" in ui.session.text


async def test_words_typed_while_the_terminal_is_tiny_are_not_lost(small: Path) -> None:
    async with desk(small) as ui:
        await ui.screen.run_action("filter_findings")
        await ui.type("s")
        await ui.pilot.resize_terminal(*TINY)
        await ui.type("1")
        await ui.pilot.resize_terminal(*WIDE)
        await ui.press("enter")
        assert ui.review.query_one("#filter", Input).value == "s1"
        assert {finding.at for finding in ui.session.findings() if ui.findings.go_to(finding.key)} == {"s1"}


async def test_the_plans_of_a_folder_and_a_new_plan_go_on_as_they_were(small: Path) -> None:
    async with desk(small.parent) as ui:
        await ui.wait_for(lambda: getattr(ui.screen, "done", False), "the folder read")
        before = state(ui)
        await resize(ui)
        assert state(ui) == before
        ui.app.push_screen(NewPlanModal("plans"))
        await ui.wait_for_screen("NewPlanModal")
        await ui.type("ab")
        before = state(ui)
        await resize(ui)
        assert state(ui) == before


async def test_a_plan_that_cannot_be_read_shows_where_as_before(small: Path) -> None:
    small.write_text(BROKEN, encoding="utf-8")
    async with desk(small) as ui:
        await ui.wait_for_screen("UnreadableScreen")
        before = state(ui)
        await resize(ui)
        assert state(ui) == before
