"""The text of a new plan: what was said about it, and every other key of the model as a comment line to be filled in.

Nothing is invented: a key that nobody gave a value has none, also one that the format asks for.
"""

from __future__ import annotations

from eventreview.plan.model import Event, Plan, key_order, table_of
from eventreview.plan.save import save
from eventreview.plan.toml import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eventreview.plan.fields import Path, Table

FORMAT = 1


def skeleton(stage: str | None, event: Mapping[str, object]) -> str:
    """The text of a plan at this stage, None for not said, with these keys of its event. Raises KeyError for no such key."""
    if unknown := [key for key in event if key not in Event.FIELDS]:
        raise KeyError(unknown[0])
    root = {"format": FORMAT} if stage is None else {"format": FORMAT, "stage": stage}
    parts = [_lines(Plan, (), root)]
    for key, field in Plan.FIELDS.items():
        if key == "event":
            parts.append(["[event]", *_lines(Event, ("event",), event)])
        elif field.kind in ("table", "tables"):
            parts.append([_header(key, field.kind), *_required(key)])
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def write_new(path: str, text: str) -> None:
    """Makes a file of this text, never in the place of one that is there. Raises `plan.save.NotSaved`."""
    save(path, text.encode(), None)


def _lines(table: type[Table], path: Path, values: Mapping[str, object]) -> list[str]:
    return [
        f"{key} = {written(values[key], (*path, key), key_order)}" if key in values else f"# {key} ="
        for key, field in table.FIELDS.items()
        if field.kind not in ("table", "tables")
    ]


def _header(key: str, kind: str) -> str:
    return f"# [[{key}]]" if kind == "tables" else f"# [{key}]"


def _required(key: str) -> Iterator[str]:
    """The keys that an entry can't do without; the others are in the forms and the reference."""
    table = table_of((key,))
    if table is not None:
        yield from (f"# {name} =" for name, field in table.FIELDS.items() if field.required)
