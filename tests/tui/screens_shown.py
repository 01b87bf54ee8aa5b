"""Screens as plain text, kept beside the tests so that a change of what people see is read before it is taken in.

`python -m tests.tui.screens_shown` writes them anew; the test compares.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.tui.driver import MEDIUM, NARROW, WIDE, desk

from eventreview import language

GOLDEN = Path(__file__).parent / "golden"
PLANS = Path(__file__).parents[2] / "plans"
MEETING = "virtual-prevention-meeting.toml"
SIDE_EVENT = "csw-side-event.toml"


@dataclass(frozen=True)
class Shown:
    """One screen: what is opened, at which size, in which language and theme, after which keys; `waits` names it."""

    plan: str
    size: tuple[int, int]
    language: str = "en"
    keys: Sequence[str] = ()
    waits: str = "ReviewScreen"
    theme: str = "eventreview-dark"


SCREENS = {
    "review-120-en": Shown(MEETING, WIDE),
    "review-120-fr-light": Shown(MEETING, WIDE, "fr", theme="eventreview-light"),
    "review-80-en": Shown(MEETING, MEDIUM),
    "review-60-fr": Shown(MEETING, NARROW, "fr"),
    "detail-60-en": Shown(MEETING, NARROW, keys=["enter"]),
    "choice-120-fr": Shown(MEETING, WIDE, "fr", ["down", "down", "down", "a"], "ChoiceModal"),
    "form-80-en-light": Shown(MEETING, MEDIUM, keys=["e"], waits="FormModal", theme="eventreview-light"),
    "timeline-120-en": Shown(MEETING, WIDE, keys=["t"], waits="TimelineScreen"),
    "timeline-60-fr": Shown(SIDE_EVENT, NARROW, "fr", ["t"], "TimelineScreen"),
    "rules-120-fr": Shown(MEETING, WIDE, "fr", ["R"], "RulesScreen"),
    "source-80-en": Shown(MEETING, MEDIUM, keys=["v"], waits="SourceScreen"),
    "waive-80-fr": Shown(MEETING, MEDIUM, "fr", ["w"], "WaiveModal"),
    "facets-80-en": Shown(MEETING, MEDIUM, keys=["f"], waits="FacetsModal"),
    "help-120-en": Shown(MEETING, WIDE, keys=["?"], waits="HelpScreen"),
    "plans-120-en": Shown("", WIDE, waits="OpenScreen"),
}


async def picture(shown: Shown) -> str:
    """The screen as plain text, line by line, without what differs from one machine to the next."""
    language.use(shown.language)
    with tempfile.TemporaryDirectory() as folder:
        names = [shown.plan] if shown.plan else [path.name for path in sorted(PLANS.glob("*.toml"))]
        for name in names:
            shutil.copy(PLANS / name, folder)
        path = Path(folder, shown.plan) if shown.plan else Path(folder)
        async with desk(path, size=shown.size, theme=shown.theme) as ui:
            if not shown.plan:
                await ui.wait_for(lambda: getattr(ui.screen, "done", False), "the folder read")
            await ui.press(*shown.keys)
            await ui.wait_for_screen(shown.waits)
            await ui.pilot.pause()
            return ui.screen_text().replace(folder, "FOLDER") + "\n"


def main() -> None:
    """Writes every screen anew."""
    for name, shown in SCREENS.items():
        if len(sys.argv) < 2 or name in sys.argv[1:]:
            (GOLDEN / f"{name}.txt").write_text(asyncio.run(picture(shown)), encoding="utf-8")


if __name__ == "__main__":
    main()
