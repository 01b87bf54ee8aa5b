"""What the desk doesn't show even to the owner of a plan: what could out a person, or reach one (SAF-1)."""

from __future__ import annotations

import re

from eventreview.plan import outing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MASK = "•••"
_KEY = re.compile(r"""(?:^|[{,\[.])\s*("[^"]*"|'[^']*'|[\w-]+)\s*(?=[=.\]])""")
_FRESH = re.compile(r"""\s*(?:\[|$|(?:"[^"]*"|'[^']*'|[\w.-]+)\s*=)""")


def masked(text: str) -> str:
    """The text with every stretch that SAF-1 forbids as •••."""
    parts: list[str] = []
    at = 0
    for _what, start, end in sorted(outing.spans(text), key=lambda span: span[1:]):
        if start >= at:
            parts += [text[at:start], MASK]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def masked_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a file that may be no TOML, from its first, masked.

    Beside texts, the values of forbidden keys are hidden by the look of the line alone: to its end, on the lines that
    seem to go on with the value, and below a forbidden header.
    """
    shown: list[str] = []
    under_header = goes_on = False
    for line in lines:
        is_header = line.lstrip().startswith("[")
        if is_header:
            under_header = False
        if _FRESH.match(line):
            goes_on = False
        start = _forbidden_from(line)
        if start is not None:
            shown.append(line[:start] + MASK)
            under_header, goes_on = under_header or is_header, True
        elif (under_header or goes_on) and line.strip():
            shown.append(MASK)
        else:
            shown.append(masked(line))
    return shown


def _forbidden_from(line: str) -> int | None:
    """Where the first key that SAF-1 forbids begins; None where there is none."""
    for hit in _KEY.finditer(line):
        if outing.is_forbidden(hit[1].strip("\"'")):
            return hit.start(1)
    return None
