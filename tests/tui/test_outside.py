"""Out of the desk and back: the editor at the line, the plain mode, and a file that others change meanwhile."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import RUN_BY_PYTHON, Driver, desk
from textual.app import App
from textual.widgets import Input

from eventreview.tui import editors
from eventreview.tui.editors import NoEditor, command_line, named

CHANGING = """\
import pathlib, sys
*_, path = sys.argv[1:]
file = pathlib.Path(path)
file.with_suffix(".seen").write_text(file.read_text() + " ".join(sys.argv[1:]))
{what}
"""
LINE_OF_S1 = SMALL.splitlines().index("[[panels.speakers]]") + 1


@pytest.fixture(autouse=True)
def _handed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be handed over: the one of the tests has no screen."""

    @contextmanager
    def suspend(_app: App[None]) -> Iterator[None]:
        yield

    monkeypatch.setattr(App, "suspend", suspend)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor that does to the file what its lines say; it is called as vim is."""
    script = tmp_path / "editor" / "vim"
    script.parent.mkdir()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", str(script))
    does(script, "")
    return script


def does(script: Path, what: str) -> None:
    """Lets the editor do this, `file` being the plan."""
    script.write_text(f"{RUN_BY_PYTHON}\n" + CHANGING.format(what=what), encoding="utf-8")
    script.chmod(0o755)


async def change(ui: Driver) -> None:
    """Gives the event another title."""
    await ui.select_object("event")
    await ui.press("e")
    await ui.fill_in({"title": "Another title"})


async def test_the_editor_opens_at_the_line_and_the_plan_is_read_again(small: Path, editor: Path) -> None:
    does(editor, """file.write_text(file.read_text().replace('"ally"  # to be', '"rpm"  # to be'))""")
    async with desk(small) as ui:
        await ui.select("REP-1")
        finding = ui.findings.finding
        assert finding is not None
        await ui.press("o")
        await ui.wait_for(lambda: "Read again." in ui.status, "the plan read again")
        assert f"+{finding.line}" in small.with_suffix(".seen").read_text()
        assert 'chosen_by = "rpm"' in ui.session.text
        assert ui.cursor not in (None, ("REP-1", finding.at))
        assert not ui.session.dirty


async def test_the_cursor_stays_where_the_finding_is_still_there(small: Path, editor: Path) -> None:
    does(editor, 'file.write_text("# one line more\\n" + file.read_text())')
    async with desk(small) as ui:
        await ui.select("CON-1")
        await ui.press("o")
        await ui.wait_for(lambda: "Read again." in ui.status, "the plan read again")
        assert ui.cursor is not None
        assert ui.cursor[0] == "CON-1"


async def test_an_editor_that_changes_nothing_leaves_the_history(small: Path, editor: Path) -> None:
    async with desk(small) as ui:
        await change(ui)
        await ui.press("o")
        await ui.answer("SaveModal", "enter")
        await ui.wait_for(lambda: "nothing changed" in ui.status, "the way back")
        # What was unsaved was saved first, so the editor saw it.
        assert "Another title" in small.with_suffix(".seen").read_text()
        assert ui.session.can_undo


async def test_the_editor_stays_closed_where_somebody_does_not_save_first(small: Path, editor: Path) -> None:
    async with desk(small) as ui:
        await change(ui)
        await ui.press("o")
        await ui.answer("SaveModal", "escape")
        await ui.wait_for(lambda: "Not opened" in ui.status, "why it isn't opened")
        assert not small.with_suffix(".seen").exists()
        assert small.read_text() == SMALL
        assert ui.session.dirty


async def test_an_editor_that_ends_badly_is_named_with_its_status(small: Path, editor: Path) -> None:
    does(editor, "sys.exit(7)")
    async with desk(small) as ui:
        await ui.press("o")
        await ui.wait_for(lambda: "vim ended with status 7." in ui.status, "the status")


async def test_a_plan_that_the_editor_broke_opens_where_it_breaks(small: Path, editor: Path) -> None:
    does(editor, 'file.write_text("title = \\n")')
    async with desk(small) as ui:
        await ui.press("o")
        await ui.wait_for_screen("UnreadableScreen")
        does(editor, f"file.write_text({SMALL!r})")
        await ui.press("o")
        await ui.wait_for_screen("ReviewScreen")
        assert "+1 " in small.with_suffix(".seen").read_text()


@pytest.mark.parametrize(
    ("given", "said"),
    [("", "set $VISUAL or $EDITOR"), ("no-such-editor -w", "no-such-editor isn’t there"), ("vi 'x", "quotation mark")],
)
async def test_a_missing_editor_is_said(small: Path, monkeypatch: pytest.MonkeyPatch, given: str, said: str) -> None:
    monkeypatch.setenv("VISUAL", given)
    monkeypatch.delenv("EDITOR", raising=False)
    async with desk(small) as ui:
        await ui.press("o")
        assert said in ui.status


async def test_a_terminal_that_cannot_be_handed_over_is_said(
    small: Path, editor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.delenv("VISUAL", raising=False)
    async with desk(small) as ui:
        await ui.press("o")
        await ui.wait_for(lambda: "can’t be handed over" in ui.status, "why not")


async def test_no_editor_opens_on_a_plan_for_reading_only(small: Path, editor: Path) -> None:
    async with desk(small, read_only=True) as ui:
        await ui.press("o")
        assert "reading only" in ui.status
        assert "read-only" in ui.screen_text()


async def test_a_plan_for_reading_only_can_be_saved_elsewhere_and_edited_there(small: Path) -> None:
    async with desk(small, read_only=True) as ui:
        await ui.press("W")
        await ui.wait_for_screen("SaveAsModal")
        ui.screen.query_one(Input).value = str(small.with_name("small2.toml"))
        await ui.press("enter")
        await ui.wait_for(lambda: "Saved" in ui.status, "the copy")
        assert small.with_name("small2.toml").read_text() == SMALL
        assert "read-only" not in ui.screen_text()
        assert ui.session.path == str(small.with_name("small2.toml"))
    assert small.read_text() == SMALL


async def test_a_file_that_others_changed_is_noticed_on_coming_back(small: Path) -> None:
    async with desk(small) as ui:
        ui.app.app_focus = False
        small.write_text(SMALL.replace("Forum", "Assembly"))
        ui.app.app_focus = True
        await ui.wait_for(lambda: "r reads it again" in ui.status, "the notice")
        await ui.press("r")
        assert "Assembly" in ui.session.text


async def test_a_file_that_others_changed_is_noticed_once_before_an_edit(small: Path) -> None:
    async with desk(small) as ui:
        await ui.select_object("event")
        small.write_text(SMALL.replace("Forum", "Assembly"))
        await ui.press("e")
        assert "changed on disk" in ui.status
        assert type(ui.screen).__name__ == "ReviewScreen"
        await ui.press("e")
        await ui.wait_for_screen("FormModal")


async def test_the_plain_mode_goes_on_with_the_plan_after_the_guard(small: Path) -> None:
    async with desk(small) as ui:
        await change(ui)
        await ui.press("P")
        await ui.answer("QuitModal", "escape")
        assert ui.is_running
        await ui.press("P")
        await ui.answer("QuitModal", "d")
        await ui.wait_for(lambda: not ui.is_running, "the desk to end")
        assert ui.app.plain == str(small)


@pytest.mark.parametrize(
    ("editor", "expected"),
    [
        (["vim"], ["vim", "+7", "./a.toml"]),
        (["/usr/bin/nano", "-w"], ["/usr/bin/nano", "-w", "+7", "./a.toml"]),
        (["hx"], ["hx", "./a.toml:7"]),
        (["subl", "-w"], ["subl", "-w", "./a.toml:7"]),
        (["code", "-w"], ["code", "-w", "--goto", "./a.toml:7"]),
        (["kate"], ["kate", "--line", "7", "./a.toml"]),
        (["acme"], ["acme", "./a.toml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: list[str], expected: list[str]) -> None:
    assert command_line(editor, "a.toml", 7) == expected


def test_a_path_like_an_option_is_never_taken_for_one() -> None:
    assert command_line(["acme"], "-rf.toml", 1) == ["acme", "./-rf.toml"]


def test_visual_comes_before_editor() -> None:
    assert named({"VISUAL": f"{shlex.quote(sys.executable)} -i", "EDITOR": "ed"}) == [sys.executable, "-i"]
    with pytest.raises(NoEditor):
        named({})


def test_a_program_that_cannot_be_run_is_said(tmp_path: Path) -> None:
    script = tmp_path / "broken"
    script.write_text("#!/no/such/interpreter\n")
    script.chmod(0o755)
    with pytest.raises(NoEditor):
        editors.run([str(script)], str(tmp_path), 1)
