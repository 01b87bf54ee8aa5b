"""Which widget a row of a form gets."""

from __future__ import annotations

from eventreview.tui.form_rows import Kind
from eventreview.tui.widgets.fields.date import DateField
from eventreview.tui.widgets.fields.inline import InlineField, are_few
from eventreview.tui.widgets.fields.lines import LinesField
from eventreview.tui.widgets.fields.locked import LockedField
from eventreview.tui.widgets.fields.number import NumberField
from eventreview.tui.widgets.fields.pick import PickField
from eventreview.tui.widgets.fields.secret import SecretField
from eventreview.tui.widgets.fields.text import TextField
from eventreview.tui.widgets.fields.truth import TruthField

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from eventreview.tui.form_rows import Row
    from eventreview.tui.widgets.fields.field import FieldWidget

BY_KIND: dict[Kind, type[FieldWidget]] = {
    Kind.TEXT: TextField,
    Kind.LIST: TextField,
    Kind.LINES: LinesField,
    Kind.LIST_OF_LINES: LinesField,
    Kind.NUMBER: NumberField,
    Kind.TRUTH: TruthField,
    Kind.ONE: PickField,
    Kind.MANY: PickField,
    Kind.SECRET: SecretField,
}


def field_of(row: Row, today: datetime.date) -> FieldWidget:
    """The widget for a row. today: the plan's, for a date that begins with nothing."""
    if row.lock:
        return LockedField(row)
    if row.kind is Kind.DATE:
        return DateField(row, today)
    if row.kind is Kind.ONE and are_few(row):
        return InlineField(row)
    return BY_KIND[row.kind](row)
