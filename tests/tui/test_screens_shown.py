"""What people see stays what was read over: fifteen screens in two languages, two themes and three sizes, as plain text."""

from __future__ import annotations

import pytest
from tests.tui.screens_shown import GOLDEN, SCREENS, picture

from eventreview import language


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(name: str) -> None:
    try:
        shown = await picture(SCREENS[name])
    finally:
        language.use("en")
    assert shown == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_no_screen_is_kept_that_is_not_compared() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(SCREENS)
    assert len(SCREENS) <= 15
