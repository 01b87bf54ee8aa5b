"""The colours of the desk: a dark and a light theme, one of high contrast, and one tint for each kind of finding.

A tint never stands alone: the sign and the word of a finding are always beside it.
"""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from eventreview.rules.outcome import ERROR, NOT_MET, NOTE, TO_BE_JUDGED, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding

DARK = Theme(
    name="eventreview-dark",
    primary="#7fb0c8",
    accent="#7fb0c8",
    foreground="#d8dadf",
    background="#15171b",
    surface="#15171b",
    panel="#22252b",
    error="#f29690",
    warning="#dfae55",
    success="#86c08a",
    dark=True,
    variables={"note": "#89b1f0", "question": "#c6a0e7", "quiet": "#acb0b9"},
)
LIGHT = Theme(
    name="eventreview-light",
    primary="#1f6580",
    accent="#1f6580",
    foreground="#22252b",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ebe9e2",
    error="#a1221b",
    warning="#714b00",
    success="#2c6e34",
    dark=False,
    variables={"note": "#2150a8", "question": "#7733a4", "quiet": "#50545b"},
)
CONTRAST = Theme(
    name="eventreview-contrast",
    primary="#ffd700",
    accent="#ffd700",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#333333",
    error="#ff9a94",
    warning="#ffc04d",
    success="#7ee787",
    dark=True,
    variables={"note": "#9ec5ff", "question": "#e3b8ff", "quiet": "#e0e0e0"},
)
OWN = (DARK, LIGHT, CONTRAST)
# For Textual's own themes, which lack them: those that leave every colour to the terminal, and the others.
_OF_TERMINAL = {"note": "ansi_blue", "question": "ansi_magenta", "quiet": "ansi_default"}


def names() -> list[str]:
    """The names of all themes: the desk's own, then Textual's."""
    return [each.name for each in OWN] + sorted(BUILTIN_THEMES)


def defaults(theme: Theme) -> dict[str, str]:
    """The tints for a theme that doesn't have them."""
    if theme.ansi:
        return _OF_TERMINAL
    return DARK.variables if theme.dark else LIGHT.variables


_TINTS = {ERROR: "$error", WARNING: "$warning", NOTE: "$note", TO_BE_JUDGED: "$question"}
QUIET = "$quiet"


def tint_of(finding: Finding) -> str:
    """The style of a finding's sign and word."""
    if finding.result == NOT_MET:
        return _TINTS[finding.severity or WARNING]
    return _TINTS.get(finding.result, QUIET)
