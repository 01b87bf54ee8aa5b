"""A number, whole or with decimals."""

from __future__ import annotations

from eventreview.tui.widgets.fields.typed import TypedField


class NumberField(TypedField):
    """A number, typed; nothing but the number is taken, and what it means stands in the label."""
