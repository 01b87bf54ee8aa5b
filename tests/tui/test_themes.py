"""Every theme can be read: enough contrast in the desk's own ones, and words and signs where there is no colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.driver import desk
from textual.color import Color
from textual.theme import Theme

from eventreview.tui import theme
from eventreview.tui.modals.pick import PickModal

# WCAG 2: AA for text, AAA for the theme that promises more.
ENOUGH, HIGH = 4.5, 7.0
# How much of the accent lies under the line of the cursor.
CURSOR = 0.3


def texts_of(each: Theme) -> dict[str, str]:
    """The colours in which a theme writes."""
    named = {"foreground": each.foreground, "accent": each.accent, "error": each.error, "warning": each.warning}
    return {name: colour for name, colour in {**named, **each.variables}.items() if colour is not None}


def contrast(one: str, other: str) -> float:
    """The ratio of two colours as WCAG 2 defines it, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [channel / 255 for channel in Color.parse(colour).rgb]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("each", theme.OWN, ids=lambda each: each.name)
def test_a_theme_of_the_desk_has_enough_contrast(each: Theme) -> None:
    least = HIGH if each is theme.CONTRAST else ENOUGH
    assert each.background is not None
    assert each.panel is not None
    assert each.accent is not None
    cursor = Color.parse(each.background).blend(Color.parse(each.accent), CURSOR).hex
    for name, colour in texts_of(each).items():
        assert contrast(colour, each.background) >= least, name
        assert contrast(colour, each.panel) >= ENOUGH, name
        # The accent itself isn't written in on the line of the cursor.
        assert name == "accent" or contrast(colour, cursor) >= ENOUGH, name


def test_the_measure_is_right_at_its_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("name", theme.names())
async def test_every_theme_can_be_taken(small: Path, name: str) -> None:
    async with desk(small, theme=name) as ui:
        variables = ui.app.get_css_variables()
        assert {"note", "question", "quiet"} <= variables.keys()
        assert "✗ error" in ui.screen_text()


async def test_a_theme_is_chosen_from_a_list_and_kept(small: Path) -> None:
    async with desk(small) as ui:
        ui.app.action_choose_theme()
        await ui.wait_for_screen("PickModal")
        assert isinstance(ui.screen, PickModal)
        assert "high contrast" in str(ui.screen.lines.get_option_at_index(2).prompt)
        await ui.type("high")
        await ui.press("enter")
        await ui.wait_for_screen("ReviewScreen")
        assert ui.app.theme == theme.CONTRAST.name


async def test_without_colour_words_signs_and_the_focus_are_still_there(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(small) as ui:
        text = ui.screen_text()
        assert "✗ error" in text
        assert "? question" in text
        # The border is around the pane with the focus alone.
        assert text.count("╭") == 1
        await ui.press("f2")
        await ui.wait_for(lambda: ui.outline.has_focus, "the focus in the outline")
        assert any(line.startswith("╭") for line in ui.screen_text().splitlines())
