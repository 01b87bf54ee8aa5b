"""Every text field of the format holds an attack, and every screen and window on the plan shows it as its characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import NARROW, WIDE, Driver, desk
from tests.tui.hostile_plan import plan_of_attacks
from tests.tui.test_hostile import look_over

from eventreview.plan.model import every_table


@pytest.fixture(params=[False, True], ids=["texts", "words"])
def attacks(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A plan of attacks."""
    path = tmp_path / "attacks.toml"
    path.write_text(plan_of_attacks(words=request.param), encoding="utf-8")
    return path


async def settled(ui: Driver) -> None:
    """Looks the screen over once it has been drawn."""
    await ui.pilot.pause()
    look_over(ui)
    assert ui.is_running


async def back(ui: Driver) -> None:
    """Leaves the window or screen on top."""
    top = ui.screen
    await ui.press("escape")
    await ui.wait_for(lambda: ui.screen is not top, "the way back")


async def test_every_finding_and_its_detail(attacks: Path) -> None:
    async with desk(attacks, size=WIDE) as ui:
        await ui.press("z")
        seen = set()
        for finding in ui.session.findings():
            kind = (finding.rule.code, finding.message_id)
            if kind not in seen and ui.findings.go_to(finding.key):
                seen.add(kind)
                await settled(ui)
        assert len(seen) > 5


async def test_every_object_has_its_form(tmp_path: Path) -> None:
    path = tmp_path / "attacks.toml"
    path.write_text(plan_of_attacks(words=True), encoding="utf-8")
    async with desk(path, size=WIDE) as ui:
        plan = ui.session.file.plan
        assert plan is not None
        paths = {table.TABLE: table.path for table in every_table(plan) if table.path and table.keys}
        await ui.press("f2")
        for at in paths.values():  # one of each kind
            ui.outline.go_to(at)
            await ui.pilot.pause()
            if ui.outline.path != at:
                continue
            await ui.press("e")
            await ui.wait_for_screen("FormModal")
            await settled(ui)
            await back(ui)


WINDOWS: dict[str, tuple[str, str]] = {
    "timeline": ("t", "TimelineScreen"),
    "rules": ("R", "RulesScreen"),
    "source": ("v", "SourceScreen"),
    "facets": ("f", "FacetsModal"),
    "copy": ("y", "CopyModal"),
    "help": ("?", "HelpScreen"),
    "palette": ("ctrl+p", "Palette"),
}


@pytest.mark.parametrize(("words", "size"), [(False, WIDE), (True, NARROW)], ids=["texts-wide", "words-narrow"])
async def test_every_screen_and_window(tmp_path: Path, words: bool, size: tuple[int, int]) -> None:
    path = tmp_path / "attacks.toml"
    path.write_text(plan_of_attacks(words=words), encoding="utf-8")
    async with desk(path, size=size) as ui:
        for key, name in WINDOWS.values():
            await ui.press(key)
            await ui.wait_for_screen(name)
            await settled(ui)
            await ui.press("down", "end")
            await settled(ui)
            await back(ui)


async def test_the_windows_that_answer(attacks: Path) -> None:
    """Judging and waiving, where the plan has something to judge or to waive."""
    async with desk(attacks, size=WIDE) as ui:
        for key, name, result in (("J", "JudgeModal", "to-be-judged"), ("w", "WaiveModal", "not-met")):
            found = [
                f for f in ui.session.findings() if f.result == result and not f.rule.code.startswith(("FORM", "SAF"))
            ]
            if not found:
                continue
            assert ui.findings.go_to(found[0].key)
            await ui.pilot.pause()
            await ui.press(key)
            await ui.wait_for_screen(name)
            await settled(ui)
            await back(ui)


async def test_the_list_of_plans(attacks: Path) -> None:
    async with desk(attacks.parent, size=WIDE) as ui:
        await ui.wait_for(lambda: "attacks.toml" in ui.screen_text(), "the plan in the list")
        await settled(ui)
