"""Whether a form may be applied: the plan's own reader looks at the data as they would be, and says what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.plan.edit import Refused, sentence
from eventreview.plan.edit.data import meant
from eventreview.plan.faults import ERROR
from eventreview.plan.reader import read_plan
from eventreview.report import sentences
from eventreview.review.merge import faults_as_findings
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.forms import edits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from eventreview.plan.faults import Fault
    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile
    from eventreview.tui.form_rows import Row
    from eventreview.tui.forms import Form

# Two dates that can't both be true: which of them is wrong, the form can't know, so it says so and lets them through.
NEVER_BLOCKS = ("FORM-10",)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row, in a sentence; blocks: the form isn't applied as long as it stands."""

    sentence: str
    blocks: bool


def problems(
    file: PlanFile, form: Form, values: Mapping[Path, object], today: datetime.date | None = None
) -> dict[Path, Problem]:
    """What is wrong with each row of the form, by the row's path.

    values: of the rows that were changed. A fault of a row that nobody touched is told, and blocks nothing: it was
    there before.
    """
    found: dict[Path, Problem] = {}
    for row in form.rows:
        if _is_missing(form, row, values):
            found[row.path] = Problem(_("This is needed."), _blocks_missing(form, row, values))
    try:
        data = file.values or {}
        for edit in edits_of(form, values):
            data = meant(data, edit, file.positions)
    except Refused as refusal:
        return found or {form.rows[0].path: Problem(sentence(refusal), True)}
    faults = read_plan(data, today)[1]
    for row, fault in _faults_of(form, faults):
        blocks = fault.severity == ERROR and fault.code not in NEVER_BLOCKS and (form.is_new or row.path in values)
        if row.path not in found or (blocks and not found[row.path].blocks):
            found[row.path] = Problem(_sentence(file, fault), blocks)
    for row in form.rows:
        left = _left_behind(row, values, faults)
        if left:
            found.setdefault(row.path, Problem(_left_behind_sentence(left), False))
    return found


def _sentence(file: PlanFile, fault: Fault) -> str:
    if fault.code == "FORM-8":
        # The rule names a line of the file, and what the form would write stands on none yet.
        return _("The id {id} is taken in this plan.").format(id=fault.params["id"])
    [finding] = faults_as_findings(file, [fault])
    return sentences.message(finding)


def _is_missing(form: Form, row: Row, values: Mapping[Path, object]) -> bool:
    """Whether a required key isn't there; a table inside the object needs its keys only when it has any."""
    if not row.field.required or values.get(row.path, row.start) is not ABSENT:
        return False
    inside = row.path[:-1] != form.path
    return not inside or any(values.get(each.path, each.start) is not ABSENT for each in _beside(form, row))


def _blocks_missing(form: Form, row: Row, values: Mapping[Path, object]) -> bool:
    """Whether it is this form that leaves the key out; what the file lacked before blocks nothing."""
    if form.is_new or (row.path in values and row.value is not ABSENT):
        return True
    return row.path[:-1] != form.path and any(each.path in values for each in _beside(form, row))


def _beside(form: Form, row: Row) -> list[Row]:
    return [each for each in form.rows if each.path[:-1] == row.path[:-1]]


def _left_behind(row: Row, values: Mapping[Path, object], faults: list[Fault]) -> int:
    """How many keys elsewhere name the id that an object had: they are renamed in the same step."""
    if row.field.kind != "id" or row.value is ABSENT or row.path not in values or values[row.path] == row.value:
        return 0
    return sum(1 for fault in faults if fault.code == "FORM-9" and fault.params.get("id") == row.value)


def _left_behind_sentence(n: int) -> str:
    return ngettext(
        "{n} key elsewhere names the id that this had; it changes with it.",
        "{n} keys elsewhere name the id that this had; they change with it.",
        n,
    ).format(n=n)


def _faults_of(form: Form, faults: list[Fault]) -> Iterator[tuple[Row, Fault]]:
    for fault in faults:
        path = fault.path
        if fault.code == "FORM-3":
            continue
        for row in form.rows:
            # Of two equal ids the reader blames the second, whichever of them was just typed.
            if path[: len(row.path)] == row.path or (fault.code == "FORM-8" and fault.related == row.path):
                yield row, fault
