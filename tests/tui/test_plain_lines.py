"""Even its owner isn't shown what SAF-1 forbids: not in the detail, not in a diff, not in the outline."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.conftest import SMALL
from tests.tui.driver import desk

from eventreview.plan.file import read_bytes
from eventreview.tui.plain_lines import plain_diff, plain_lines

OUTED = (
    SMALL.replace('title = "Opening"', 'title = "Opening, write to ada@example.org"')
    + 'phone = "+41 79 000 00 00"\nnotes = """\nfirst\ncall +41 79 000 00 01\n"""\n'
)
SECRETS = ("ada@example.org", "79 000 00 00", "79 000 00 01", "phone")


def test_lines_keep_their_numbers_and_lose_what_is_forbidden() -> None:
    there = OUTED.split("\n")
    lines = plain_lines(read_bytes("a.toml", OUTED.encode()))
    assert len(lines) == len(there)
    assert not any(secret in line for secret in SECRETS for line in lines)
    assert lines[there.index("# A small plan. This comment stays.")] == "# A small plan. This comment stays."
    assert "••• = •••" in lines


def test_lines_are_counted_as_the_file_counts_them() -> None:
    text = SMALL.replace("Forum on", "Forum\u2028on") + "\r\n# end\r\n"
    lines = plain_lines(read_bytes("a.toml", text.encode()))
    assert lines[6] == 'title = "Forum\u2028on working conditions"'
    assert lines[-2] == "# end"


def test_a_removed_secret_is_a_removed_line_without_it() -> None:
    old, new = (read_bytes("a.toml", text.encode()) for text in (OUTED, SMALL))
    shown = [f"{line.sign}{line.text}" for line in plain_diff(old, new)]
    assert "-••• = •••" in shown
    assert not any(secret in line for secret in SECRETS for line in shown)


@pytest.mark.parametrize("keys", [(), ("z",), ("f2",), ("e",), ("a",)])
async def test_no_screen_shows_it(tmp_path: Path, keys: tuple[str, ...]) -> None:
    path = tmp_path / "outed.toml"
    path.write_text(OUTED, encoding="utf-8")
    async with desk(path, size=(160, 50)) as ui:
        for code, at in [(finding.rule.code, finding.at) for finding in ui.session.findings() if finding.is_open]:
            await ui.select(code, at)
            assert not any(secret in ui.screen_text() for secret in SECRETS if secret != "phone")
        await ui.press(*keys)
        await ui.pilot.pause()
        assert not any(secret in ui.screen_text() for secret in SECRETS if secret != "phone")
