"""The pictures of the README, made from the desk itself: `python tests/pictures.py` writes them into `docs/`."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.tui.driver import desk  # noqa: E402 - the tests are found from the root of the project

MEETING = "virtual-prevention-meeting.toml"
SIZE = (132, 36)
# Name of the picture -> the plan ("" for the folder), the keys, and the screen that they lead to.
PICTURES = {
    "review": (MEETING, ["down", "down", "down"], "ReviewScreen"),
    "timeline": (MEETING, ["t"], "TimelineScreen"),
    "rules": (MEETING, ["R"], "RulesScreen"),
    "plans": ("", [], "OpenScreen"),
}


async def draw(name: str) -> str:
    """One picture, as SVG."""
    plan, keys, screen = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        plans = Path(folder, "plans")
        shutil.copytree(ROOT / "plans", plans)
        async with desk(plans / plan if plan else plans, size=SIZE) as ui:
            if not plan:
                await ui.wait_for(lambda: getattr(ui.screen, "done", False), "the folder read")
            await ui.press(*keys)
            await ui.wait_for_screen(screen)
            await ui.pilot.pause()
            return ui.app.export_screenshot(title="eventreview").replace(str(folder) + "/", "")


def main() -> None:
    """Writes every picture."""
    for name in PICTURES:
        (ROOT / "docs" / f"{name}.svg").write_text(asyncio.run(draw(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
