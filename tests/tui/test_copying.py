"""What is taken along goes to the clipboard of the terminal or into a file, blanked as in a report."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import desk

from eventreview.report import full, sentences
from eventreview.report.run import Run


async def test_each_thing_can_be_copied(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("CON-1")
        finding = ui.findings.finding
        assert finding is not None
        for key, expected in (
            ("m", sentences.message(finding)),
            ("p", str(small)),
            ("l", f"{small}:{finding.line}"),
            ("a", full.render(Run((ui.session.review,)))),
        ):
            await ui.press("y")
            await ui.answer("CopyModal", key)
            await ui.wait_for(lambda: "Copied" in ui.status, "what was copied")
            assert ui.app.clipboard == expected
        assert "doesn’t allow it" in ui.status


async def test_the_finding_is_copied_as_check_prints_it(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select("CON-1")
        finding = ui.findings.finding
        assert finding is not None
        await ui.press("y")
        await ui.answer("CopyModal", "f")
        await ui.wait_for(lambda: "Copied" in ui.status, "what was copied")
        copied = ui.app.clipboard
        assert copied.startswith(f"{small}:{finding.line}:{finding.column}: ")
        assert copied.splitlines()[0] in full.render(Run((ui.session.review,)))
        assert copied.count("CON-1 ") == 1
        assert "REP-1" not in copied


async def test_what_is_copied_names_nobody(small: Path) -> None:
    small.write_text(SMALL.replace('represents = ["sex-workers"]', 'represents = ["sex-workers"]\nperson = "Zita Q"'))
    async with desk(small) as ui:
        assert "Zita Q" in ui.session.text
        for key in "fa":
            await ui.select("CON-1")
            await ui.press("y")
            await ui.answer("CopyModal", key)
            await ui.wait_for(lambda: "Copied" in ui.status, "what was copied")
            assert "CON-1" in ui.app.clipboard
            assert "Zita" not in ui.app.clipboard


async def test_a_file_takes_it_where_the_terminal_does_not(small: Path, tmp_path: Path) -> None:
    async with desk(small) as ui:
        await ui.select("CON-1")
        await ui.press("y")
        await ui.wait_for_screen("CopyModal")
        assert "some terminals don’t allow it" in ui.window_text
        await ui.press("w")
        assert "Into a file" in ui.window_text
        await ui.press("a")
        await ui.wait_for_screen("WriteModal")
        await ui.press("enter")
        await ui.wait_for(lambda: "Written:" in ui.status, "the file")
        assert ui.app.clipboard == ""
        written = (tmp_path / "small.txt").read_text(encoding="utf-8")
        assert written == full.render(Run((ui.session.review,)))


async def test_a_file_that_is_there_is_never_taken(small: Path, tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text("mine")
    async with desk(small) as ui:
        await ui.press("y")
        await ui.wait_for_screen("CopyModal")
        await ui.press("w", "p")
        await ui.wait_for_screen("WriteModal")
        await ui.press("enter")
        assert "There is a file of this name already" in ui.window_text
        await ui.press("escape")
        await ui.wait_for_screen("ReviewScreen")
    assert (tmp_path / "small.txt").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="the system has no such names")
async def test_a_path_is_copied_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    path = tmp_path / "a\nrm -rf \x1b[31m.toml"
    path.write_text(SMALL)
    async with desk(path) as ui:
        await ui.press("y")
        await ui.answer("CopyModal", "p")
        await ui.wait_for(lambda: "Copied" in ui.status, "what was copied")
        assert "\n" not in ui.app.clipboard
        assert "\x1b" not in ui.app.clipboard
