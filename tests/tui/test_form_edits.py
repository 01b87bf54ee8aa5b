"""A filled-in form comes to edits for the keys that were changed alone."""

from __future__ import annotations

import datetime

from tests.tui.form_plans import PLAN, S1, applied, file_of, row_of

from eventreview.plan.edits import Insert, Remove, Set
from eventreview.plan.positions import Path
from eventreview.tui.form_rows import ABSENT
from eventreview.tui.forms import edits_of, form_of


def changed(path: Path, **values: object) -> str:
    """The lines that differ once these keys of an object hold these values, each with its sign."""
    file = file_of()
    form = form_of(file, path)
    edits = edits_of(form, {row_of(form, name.replace("__", ".")).path: value for name, value in values.items()})
    before, after = PLAN.splitlines(), applied(file, edits).splitlines()
    return "\n".join(
        [*("- " + line for line in before if line not in after), *("+ " + line for line in after if line not in before)]
    )


def test_a_form_that_says_what_the_file_says_comes_to_no_edit() -> None:
    form = form_of(file_of(), S1)
    assert edits_of(form, {row.path: row.value for row in form.rows}) == ()


def test_only_the_key_that_was_changed_is_changed_and_its_comment_stays() -> None:
    assert changed(S1, status="declined") == (
        '- status = "confirmed"  # by the network\n+ status = "declined"  # by the network'
    )


def test_an_emptied_key_is_removed() -> None:
    assert changed(S1, minutes=ABSENT) == "- minutes = 8"


def test_a_whole_number_stays_whole_and_a_date_is_no_text() -> None:
    assert changed(S1, minutes=9, invited_on=datetime.date(2027, 1, 5)) == (
        "- minutes = 8\n+ invited_on = 2027-01-05\n+ minutes = 9"
    )


def test_a_key_of_the_fee_is_changed_in_the_fee() -> None:
    assert changed(S1, fee__amount=250) == (
        '- fee = { amount = 300, currency = "USD" }\n+ fee = { amount = 250, currency = "USD" }'
    )


def test_a_fee_without_any_key_goes_whole() -> None:
    assert changed(S1, fee__amount=ABSENT, fee__currency=ABSENT) == '- fee = { amount = 300, currency = "USD" }'


def test_a_table_with_keys_that_the_format_doesnt_know_keeps_them() -> None:
    file = file_of(PLAN.replace('currency = "USD" }', 'currency = "USD", extra = 1 }'))
    form = form_of(file, S1)
    values = {row_of(form, name).path: ABSENT for name in ("fee.amount", "fee.currency")}
    assert edits_of(form, values) == (Remove((*S1, "fee", "amount")), Remove((*S1, "fee", "currency")))


def test_a_consent_begins_with_its_first_key() -> None:
    assert changed(S1, consent__named="yes") == '+ consent = { named = "yes" }'


def test_a_key_of_a_table_that_isnt_there_brings_the_table() -> None:
    assert changed(("budget",), co_sponsor_costs_covered="withheld") == (
        '+ [budget]\n+ co_sponsor_costs_covered = "withheld"'
    )


def test_an_empty_list_isnt_the_same_as_nothing_stated() -> None:
    assert changed(("organisations", 0), led_by=[]) == '- led_by = ["sex-workers"]'
    form = form_of(file_of(), ("organisations", 1))
    assert edits_of(form, {row_of(form, "led_by").path: ABSENT}) == (Remove(("organisations", 1, "led_by")),)


def test_yes_isnt_one() -> None:
    form = form_of(file_of(PLAN.replace("recorded = true", "recorded = 1")), ("event",))
    assert edits_of(form, {("event", "recorded"): True}) == (Set(("event", "recorded"), True),)


def test_a_new_entry_is_one_edit_with_its_keys_in_the_formats_order() -> None:
    file = file_of()
    form = form_of(file, ("panels", 0, "speakers"), {"status": "open", "id": "s3"}, insert_index=2)
    values = {(*form.path, "fee", "amount"): 100, (*form.path, "notes"): "asked", (*form.path, "organisation"): "net"}
    [edit] = edits_of(form, values)
    assert isinstance(edit, Insert)
    assert (edit.path, edit.index) == (("panels", 0, "speakers"), 2)
    assert isinstance(edit.value, dict)
    assert list(edit.value.items()) == [
        ("id", "s3"),
        ("status", "open"),
        ("organisation", "net"),
        ("fee", {"amount": 100}),
        ("notes", "asked"),
    ]
    assert 'id = "s3"' in applied(file, (edit,))


def test_what_is_filled_in_beforehand_counts_as_a_change() -> None:
    form = form_of(file_of(), S1, {"chosen_by": "net", "minutes": None})
    assert row_of(form, "chosen_by").start == "net"
    assert row_of(form, "minutes").start is ABSENT
    assert row_of(form, "minutes").value == 8
