"""What stands at a data path of a parsed file, sound or not."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path


def value_at(values: object, path: Path) -> object:
    """The value at a path of parsed data; None where nothing stands."""
    for step in path:
        if isinstance(values, dict) and isinstance(step, str):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values
