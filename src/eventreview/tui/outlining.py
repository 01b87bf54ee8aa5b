"""What the outline of a plan shows: its objects as a tree of values, with the open findings of each counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from eventreview.language import pgettext
from eventreview.language.labels import label_of_table, label_of_value
from eventreview.rules.outcome import SEVERITIES
from eventreview.rules.words import Scene
from eventreview.tui.masking import masked
from eventreview.tui.picture_words import is_closed, panel_lines, panel_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Panel, Plan
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.tui.picture_words import Line

    Bars = dict[Path, tuple["Branch", ...]]

# At the top of the outline, in this order; the others stand under headings, folded at first.
TOP = (
    "event", "organisations", "panels", "sponsors", "consultations", "decisions", "statements", "sources", "work",
)  # fmt: skip
UNDER = {
    "Partnership over time": (
        "partnership", "evaluation", "reviews", "assessment", "lessons", "previous", "notices", "collectives",
        "commitments", "bridges",
    ),
    "Care": ("safety", "access", "budget"),
    "Answers": ("judgements", "waivers"),
}  # fmt: skip
# What an entry is called by, and what is said beside it; an entry with an id is called by that.
NAMED_BY = {
    "sponsors": ("organisation",),
    "decisions": ("what", "made_on"),
    "sources": ("title",),
    "reviews": ("on",),
    "lessons": ("raised_by", "what"),
    "previous": ("organisation", "edition"),
    "notices": ("to", "opportunity"),
    "collectives": ("name",),
    "commitments": ("by", "what"),
    "bridges": ("community_organisation", "to"),
    "judgements": ("rule", "at_"),
    "waivers": ("rule", "at_"),
    "left_out": ("population",),
    "sign_off": ("organisation", "on"),
    "requests": ("by", "asked_on"),
    "seats": ("organisation",),
}
# Entries of arrays inside an object: without an id of their own, they are called by what they are as well.
PARTS = {"left_out", "sign_off", "requests", "seats"}
BESIDE = {
    "organisations": ("name",),
    "panels": ("title",),
    "speakers": ("organisation", "role"),
    "consultations": ("by", "with_", "outcome"),
    "statements": ("title",),
    "work": ("organisation", "role"),
    "judgements": ("verdict",),
}


@dataclass(frozen=True)
class Branch:
    """One object, or a heading. path: None for a heading without object. name: what it is known by while paths move.

    count: of its open findings, those of the objects in it too. worst: the gravest severity among them, "" for none.
    is_there: whether the file has it. folds: whether it is folded at first.
    picture: a bar of the panel around it, in place of the label; its hint is all of it in words.
    """

    name: str
    label: str
    path: Path | None
    hint: str = ""
    count: int = 0
    worst: str = ""
    is_there: bool = True
    folds: bool = False
    branches: tuple[Branch, ...] = ()
    picture: Line | None = None


class _Counts:
    """The open findings under each data path: how many, and the gravest."""

    def __init__(self, findings: Iterator[Finding]) -> None:
        self.of: dict[Path, int] = {}
        self.worst: dict[Path, int] = {}
        for finding in findings:
            weight = SEVERITIES.index(finding.severity) if finding.severity else len(SEVERITIES)
            path = finding.object_path
            # What concerns the plan as a whole is counted at the plan alone.
            for end in range(1 if path else 0, len(path) + 1):
                around = path[:end]
                self.of[around] = self.of.get(around, 0) + 1
                self.worst[around] = min(self.worst.get(around, weight), weight)

    def severity(self, path: Path) -> str:
        weight = self.worst.get(path, len(SEVERITIES))
        return SEVERITIES[weight] if weight < len(SEVERITIES) else ""


def branches(session: Session) -> list[Branch]:
    """The outline of the session's plan; nothing for a file without a plan."""
    plan = session.file.plan
    if plan is None:
        return []
    counts = _Counts(f for f in session.review.loud if f.is_open and not session.is_skipped(f))
    made = [_object(plan, counts, label_of_table(""))]
    bars = _bars(Scene(plan, session.thresholds), plan)
    made += [_section(plan, key, counts, bars) for key in TOP]
    made += [_heading(plan, heading, keys, counts) for heading, keys in UNDER.items()]
    return made


def _bars(scene: Scene, plan: Plan) -> Bars:
    """The bars of each panel; why a closed caucus has none is said at the first of them."""
    bars: dict[Path, tuple[Branch, ...]] = {}
    said = False
    for panel in plan.panels:
        lines = panel_lines(scene, panel, said)
        said = said or is_closed(panel)
        bars[panel.path] = tuple(_bar(panel, number, line) for number, line in enumerate(lines))
    return bars


def _bar(panel: Panel, number: int, line: Line) -> Branch:
    name = f"{panel.at} bar {number}"
    return Branch(name, line.words[0], panel.path, hint=panel_sentence(panel, line), picture=line)


def _heading(plan: Plan, heading: str, keys: tuple[str, ...], counts: _Counts) -> Branch:
    inside = tuple(_section(plan, key, counts) for key in keys)
    graves = [SEVERITIES.index(each.worst) for each in inside if each.worst]
    return Branch(
        heading,
        pgettext("outline", heading),
        None,
        count=sum(each.count for each in inside),
        worst=SEVERITIES[min(graves)] if graves else "",
        is_there=any(each.is_there for each in inside),
        folds=True,
        branches=inside,
    )


def _section(plan: Plan, key: str, counts: _Counts, bars: Bars | None = None) -> Branch:
    held: Table | tuple[Table, ...] = getattr(plan, key)
    if not isinstance(held, tuple):
        return _object(held, counts, label_of_table(key))
    path = (key,)
    inside = tuple(_object(entry, counts, bars=(bars or {}).get(entry.path, ())) for entry in held)
    label = label_of_table(key, plural=True)
    return Branch(
        key,
        label,
        path,
        count=counts.of.get(path, 0),
        worst=counts.severity(path),
        is_there=bool(held),
        branches=inside,
    )


def _object(table: Table, counts: _Counts, label: str = "", bars: tuple[Branch, ...] = ()) -> Branch:
    return Branch(
        table.at if table.TABLE not in PARTS else repr(table.path),
        label or _name(table),
        table.path,
        hint="" if label else _said(table, BESIDE.get(table.TABLE, ())),
        count=counts.of.get(table.path, 0),
        worst=counts.severity(table.path),
        is_there=bool(table.keys),
        branches=(*bars, *(_object(each, counts) for each in _inside(table))),
    )


def _inside(table: Table) -> Iterator[Table]:
    """The entries of the arrays in an object; those of the plan itself are its sections."""
    for field in table.FIELDS.values() if table.path else ():
        if field.kind == "tables":
            yield from getattr(table, field.name)


def _name(table: Table) -> str:
    said = _said(table, NAMED_BY.get(table.TABLE, ("id",))) or table.at
    return f"{label_of_table(table.TABLE)} · {said}" if table.TABLE in PARTS else said


def _said(table: Table, keys: tuple[str, ...]) -> str:
    """Some values of a table in a few words; the names of the people who hold a place are never among them."""
    return " · ".join(filter(None, (_shown(table, key) for key in keys)))


def _shown(table: Table, name: str) -> str:
    value = getattr(table, name)
    if name == "role" and value is None:
        value = table.FIELDS["role"].default
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if name == "population":
        return masked(label_of_value("population", str(value)))
    if name in ("role", "what", "outcome", "verdict") and table.FIELDS[name].kind == "word":
        key = "subject" if name == "what" else f"{table.TABLE}.{name}"
        return label_of_value(key, str(value))
    return masked(str(value))


def messages() -> list[tuple[str, str]]:
    """The headings, as (context, msgid)."""
    return [("outline", heading) for heading in UNDER]
