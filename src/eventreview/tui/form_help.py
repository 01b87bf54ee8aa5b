"""What is said about the key that a person fills in: what it means, and what kind of value it takes."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.language.key_help import help_of_key
from eventreview.tui.form_rows import Kind, Row

_KINDS = {
    Kind.LIST: "Several, with commas between them.",
    Kind.LIST_OF_LINES: "Several, one a line.",
    Kind.DATE: "As YYYY-MM-DD; shift with up or down: a day later or earlier.",
    Kind.ONE: "Enter picks one; typing searches.",
    Kind.MANY: "Enter picks some; typing searches.",
    Kind.SECRET: "It isn’t shown while it is typed.",
}


def help_of_row(row: Row) -> str:
    """One or two sentences about a row of a form, in the language in use; "" for a key that can't be changed here."""
    if row.lock:
        return ""
    kind = _KINDS.get(row.kind)
    said = [help_of_key(row.table, row.key), pgettext("form help", kind) if kind is not None else ""]
    if row.field.withheld:
        said.append(_("Where writing it down could endanger people: withheld."))
    return " ".join(part for part in said if part)


def messages() -> list[tuple[str, str]]:
    """The sentences about kinds of values, as (context, msgid)."""
    return [("form help", said) for said in _KINDS.values()]
