"""What the tests of the desk stand on: coroutines as tests, and plans to try things on."""

from __future__ import annotations

import asyncio
import inspect
import shutil
from pathlib import Path

import pytest

PLANS = Path(__file__).parents[2] / "plans"
# One voice of its own among allies, chosen by others: REP-1 and CON-1 on it, BAL-1 for the community to judge.
SMALL = """\
# A small plan. This comment stays.
format = 1
stage = "inviting"
as_of = 2027-01-15

[event]
title = "Forum on working conditions"
concerns = ["sex-workers"]
starts = 2027-03-20

[[organisations]]
id = "rpm"  # the network of the region
name = "Red Poppy Movement (fictional)"
kind = "community-network"
led_by = ["sex-workers"]
roles = ["partner"]

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
kind = "ngo"
led_by = []
roles = ["lead"]

[[panels]]
id = "opening"
title = "Opening"

[[panels.speakers]]
id = "s1"
organisation = "rpm"
represents = ["sex-workers"]
chosen_by = "ally"  # to be looked at again
chosen_on = 2027-01-10

[[panels.speakers]]
id = "s2"
organisation = "ally"

[[panels.speakers]]
id = "s3"
organisation = "ally"
"""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs a test that is a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing moves by itself, and no theme comes from outside."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A copy of the prevention meeting."""
    return Path(shutil.copy(PLANS / "virtual-prevention-meeting.toml", tmp_path))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small plan with a few findings."""
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path
