"""Plans made from the model in which every field that holds a text holds an attack, a different one from field to field."""

from __future__ import annotations

import datetime
from itertools import cycle

import tomli_w

from eventreview.plan.fields import Field, Table
from eventreview.plan.model import Plan

# What markup parsers crash on, take for an action or swallow; and bytes that a terminal obeys.
ATTACKS = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "[link=javascript:1]x[/]",
    "[red]",
    "[/ x [/b]",
    "[1/2]",
    "[",
    "\\[/]",
    "$secondary [AI]",
    "\x1b]52;c;aGk=\x07",
    "\x1b]0;title\x07\x9b31m",
    "\u202eright to left\u2066\u200b\ufeff",
    "\x00\x08\x7f\x85\u2028",
)
DAY = datetime.date(2027, 1, 10)
TEXTS = ("text", "tag", "shaped")


def plan_of_attacks(*, words: bool) -> str:
    """A plan with one entry in every array and every key of the format.

    words: also words, references and populations are attacks, so that every message that repeats one is tried. Without
    it only free texts are, and the plan is sound enough for its rules.
    """
    attacks = cycle(ATTACKS)
    return tomli_w.dumps(_table(Plan, "plan", attacks, words))


def _table(cls: type[Table], name: str, attacks: cycle[str], words: bool) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, field in cls.FIELDS.items():
        value = _value(key, field, f"{name}-{key}", attacks, words)
        if value is not None:
            made[key] = value
    return made


def _value(key: str, field: Field, name: str, attacks: cycle[str], words: bool) -> object:
    if field.kind == "table":
        assert field.table is not None
        return None if key == "import" else _table(field.table, name, attacks, words)
    if field.kind == "tables":
        assert field.table is not None
        # Two entries: some screens set one beside the other.
        return [_table(field.table, f"{name}{number}", attacks, words) for number in (1, 2)]
    if key in ("format", "stage"):
        return 1 if key == "format" else "inviting"
    one = _one(key, field, name, attacks, words)
    return [one] if field.many and one is not None else one


def _one(key: str, field: Field, name: str, attacks: cycle[str], words: bool) -> object:
    if field.kind in ("date", "when"):
        return DAY
    if field.kind == "moment":
        return None
    if field.kind in ("whole", "number"):
        return 1
    if field.kind == "bool":
        return True
    if field.kind == "id":
        return name.replace("_", "-") if not words else next(attacks)
    if field.kind in TEXTS or words:
        return f"{next(attacks)} {key}"
    return _sound(field)


def _sound(field: Field) -> str | None:
    """A value that the format allows; references point at the organisation that there always is."""
    if field.kind == "word":
        return str(field.words[0])
    if field.kind == "population":
        return "other:[/b][@click=app.quit]x[/]"
    if field.kind == "reference":
        return "plan-organisations1-id"
    return {"rule": "BAL-1", "at": "plan-panels1-id"}.get(field.kind)
