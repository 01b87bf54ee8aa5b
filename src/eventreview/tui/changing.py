"""What a command would change: where an entry is added, what is removed, which form a finding or a choice opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventreview.plan.edits import Comment, Insert, Remove, Set
from eventreview.plan.edits import value_at as value_in
from eventreview.plan.model import table_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile
    from eventreview.review.finding import Finding


@dataclass(frozen=True)
class Form:
    """A form to open: the object at `path`, or a new entry of the array there, before the one at `insert_index`.

    initial: values to begin with, by key. A value of None empties the key.
    """

    path: Path
    focus_key: str | None = None
    initial: dict[str, object] = field(default_factory=dict)
    insert_index: int | None = None


def value_at(file: PlanFile, path: Path) -> object:
    """What the file holds at a data path; None where it holds nothing."""
    return value_in(file.values, path)


def insertion(file: PlanFile, path: Path) -> tuple[Path, int] | None:
    """The array and the index where a new entry goes, for the object at a path; None where nothing can be added.

    On a panel or a place: a place, after that one or at the end. On another entry: after it. On an array: at its end.
    """
    array = _array(path)
    if array is None:
        return None
    there = value_at(file, array)
    end = len(there) if isinstance(there, list) else 0
    last = path[len(array)] if len(path) > len(array) else None
    return array, min(last + 1, end) if isinstance(last, int) else end


def _array(path: Path) -> Path | None:
    """The nearest array of tables around or at a path; of a panel, its places."""
    if len(path) == 2 and path[0] == "panels":
        return (*path, "speakers")
    while path:
        if isinstance(path[-1], str) and _is_array(path):
            return path
        path = path[:-1]
    return None


def _is_array(path: Path) -> bool:
    around = table_of(path[:-1])
    here = around.FIELDS.get(str(path[-1])) if around is not None else None
    return here is not None and here.kind == "tables"


def removal(file: PlanFile, path: Path) -> Remove | None:
    """The edit that removes the object at a path; None for the event, the plan, an array, or what isn't in the file."""
    if not path or path == ("event",) or value_at(file, path) is None:
        return None
    return Remove(path) if isinstance(path[-1], int) or not _is_array(path) else None


def form_of(finding: Finding) -> Form:
    """The form for what a finding is about, at the key that it is about or that is missing."""
    if finding.keys:
        path, key = finding.keys[0]
        return Form(path, key)
    keys = [step for step in finding.path[len(finding.object_path) :] if isinstance(step, str)]
    return Form(finding.object_path, ".".join(keys) or None)


def form_of_choice(file: PlanFile, edits: Sequence[Edit]) -> Form | None:
    """The form that lets a person change a choice before it is made; None where it reaches over several objects."""
    if not edits:
        return None
    if all(isinstance(edit, Comment) for edit in edits):
        return _form_of_lines(file, edits[0])
    new = edits[0]
    if len(edits) == 1 and isinstance(new, Insert):
        return Form(new.path, None, dict(new.value), new.index) if isinstance(new.value, dict) else None
    initial: dict[str, object] = {}
    for edit in edits:
        key = edit.path[-1] if edit.path else None
        if not isinstance(edit, Set | Remove) or not isinstance(key, str) or edit.path[:-1] != edits[0].path[:-1]:
            return None
        initial[key] = edit.value if isinstance(edit, Set) else None
    return Form(edits[0].path[:-1], next(iter(initial)), initial)


def _form_of_lines(file: PlanFile, edit: Edit) -> Form | None:
    """The form for comment lines that wait to be filled in: of a table's keys, or of an entry that isn't there yet."""
    if not isinstance(edit, Comment) or not edit.lines:
        return None
    header, *rest = (line.removeprefix("#").strip() for line in edit.lines)
    if not header.startswith("[["):
        return Form(edit.path, header.partition("=")[0].strip())
    array = header.strip("[]").split(".")
    # Of a nested array the entry goes where the lines would have stood.
    path: Path = (*edit.path[:2], *array[1:]) if len(array) > 1 else (array[0],)
    if not _is_array(path):
        return None
    there = value_at(file, path)
    return Form(path, None, dict(_said(rest)), len(there) if isinstance(there, list) else 0)


def _said(lines: Sequence[str]) -> Iterator[tuple[str, object]]:
    """The keys of those lines that hold a value."""
    import tomli

    for line in lines:
        try:
            yield from tomli.loads(line).items()
        except tomli.TOMLDecodeError:
            continue
