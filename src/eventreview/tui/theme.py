"""The colours of the desk: a dark and a light theme, and one tint for each kind of finding.

A tint never stands alone: the sign and the word of a finding are always beside it.
"""

from __future__ import annotations

from textual.theme import Theme

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
    error="#f07f78",
    warning="#dfae55",
    success="#86c08a",
    dark=True,
    variables={"note": "#7aa7ee", "question": "#c39ae6", "quiet": "#9298a3"},
)
LIGHT = Theme(
    name="eventreview-light",
    primary="#1f6580",
    accent="#1f6580",
    foreground="#22252b",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ebe9e2",
    error="#b3261e",
    warning="#875a00",
    success="#2c6e34",
    dark=False,
    variables={"note": "#2456b3", "question": "#7a35a8", "quiet": "#62676f"},
)
# For Textual's own themes, which lack them.
DEFAULTS = {"note": "ansi_blue", "question": "ansi_magenta", "quiet": "ansi_bright_black"}

_TINTS = {ERROR: "$error", WARNING: "$warning", NOTE: "$note", TO_BE_JUDGED: "$question"}
QUIET = "$quiet"


def tint_of(finding: Finding) -> str:
    """The style of a finding's sign and word."""
    if finding.result == NOT_MET:
        return _TINTS[finding.severity or WARNING]
    return _TINTS.get(finding.result, QUIET)
