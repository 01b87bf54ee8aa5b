"""Forms without a screen: rows from the model, values from what is typed, edits from what was changed."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview import language
from eventreview.plan import edit as editor
from eventreview.plan.edits import Edit, Insert, Remove, Set
from eventreview.plan.fields import Field, Table
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.plan.model import Plan, key_order
from eventreview.plan.positions import Path
from eventreview.tui.form_checks import problems
from eventreview.tui.form_options import label_of_absent
from eventreview.tui.form_rows import ABSENT, UNREADABLE, Kind, Row
from eventreview.tui.form_values import NotUnderstood, read, step_of, typed_of
from eventreview.tui.forms import Form, edits_of, form_of, home_of

PLAN = """\
format = 1
stage = "held"  # tidied up later
as_of = 2027-03-20

[event]
title = "Round table"
concerns = ["sex-workers", "other:dancers"]
starts = 2027-03-10T09:30:00
languages = ["en", "fr"]
recorded = true

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []

[[panels]]
id = "p"
title = "Panel"

[[panels.speakers]]
id = "s1"
status = "confirmed"  # by the network
organisation = "net"
person = "tag-one"
minutes = 8
fee = { amount = 300, currency = "USD" }

[[panels.speakers]]
id = "s2"
replaces = "s1"

[safety]
retention_days = "withheld"
contact = true
"""
S1: Path = ("panels", 0, "speakers", 0)


def file_of(text: str = PLAN) -> PlanFile:
    """The plan in a text."""
    return read_bytes("plan.toml", text.encode())


def row_of(form: Form, name: str) -> Row:
    """The row of a key, such as `minutes` or `fee.amount`."""
    [row] = [each for each in form.rows if ".".join(map(str, each.path[len(form.path) :])) == name]
    return row


def applied(file: PlanFile, edits: tuple[Edit, ...]) -> str:
    """The text after the edits."""
    return editor.apply(file.text or "", file.values or {}, edits, key_order)[0]


def changed(path: Path, **values: object) -> str:
    """The lines that differ once these keys of an object hold these values, each with its sign."""
    file = file_of()
    form = form_of(file, path)
    edits = edits_of(form, {row_of(form, name.replace("__", ".")).path: value for name, value in values.items()})
    before, after = PLAN.splitlines(), applied(file, edits).splitlines()
    return "\n".join(
        [*("- " + line for line in before if line not in after), *("+ " + line for line in after if line not in before)]
    )


# Rows


def tables_of_the_model() -> list[type[Table]]:
    """Every table of the format."""
    found: list[type[Table]] = [Plan]
    for cls in found:
        found += [f.table for f in cls.FIELDS.values() if f.table is not None and f.table not in found]
    return found


def paths_of_the_model() -> list[Path]:
    """A path to an object of every table that has a form of its own."""
    paths: list[Path] = [()]

    def walk(cls: type[Table], path: Path) -> None:
        for key, field in cls.FIELDS.items():
            if field.table is not None and key not in ("consent", "fee"):
                here = (*path, key, 0) if field.kind == "tables" else (*path, key)
                paths.append(here)
                walk(field.table, here)

    walk(Plan, ())
    return paths


@pytest.mark.parametrize("path", paths_of_the_model(), ids=repr)
def test_every_object_of_the_format_has_a_form_with_each_of_its_keys_once(path: Path) -> None:
    form = form_of(file_of(), path)
    paths = [row.path for row in form.rows]
    assert len(paths) == len(set(paths))
    keys = {key for key in key_order(path) if key not in ("import_ref", "import_digest")}
    own = {row.key for row in form.rows if row.path[:-1] == path}
    tables = {row.path[-2] for row in form.rows if row.path[:-1] != path}
    arrays = {"left_out", "sign_off", "requests", "seats", "speakers"}
    assert own | tables == keys - arrays if path else own == {"format", "stage", "as_of", "notes"}


def test_a_form_of_a_place_has_its_consent_and_its_fee_at_the_end_under_their_headings() -> None:
    headings = [row.heading for row in form_of(file_of(), S1).rows]
    assert list(dict.fromkeys(headings)) == ["", "Consent", "Fee"]


def test_a_row_holds_what_the_file_says_and_what_it_doesnt_say_is_absent() -> None:
    form = form_of(file_of(), S1)
    assert row_of(form, "minutes").value == 8
    assert row_of(form, "fee.amount").value == 300
    assert row_of(form, "role").value is ABSENT
    assert label_of_absent(row_of(form, "role").field, "speakers") == "not stated, counts as: panellist"


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        (("event",), "title", Kind.TEXT),
        (("event",), "notes", Kind.LINES),
        (("event",), "languages", Kind.LIST),
        (("event",), "concerns", Kind.MANY),
        (("event",), "starts", Kind.DATE),
        (("event",), "recorded", Kind.TRUTH),
        (("event",), "kind", Kind.ONE),
        (("sources", 0), "regions", Kind.LIST_OF_LINES),
        (("safety",), "risk_assessed_with", Kind.MANY),
        (("safety",), "retention_days", Kind.NUMBER),
        (("lessons", 0), "rule", Kind.ONE),
        (S1, "organisation", Kind.ONE),
        (S1, "person", Kind.SECRET),
        (S1, "fee.amount", Kind.NUMBER),
        (S1, "consent.on", Kind.DATE),
    ],
)
def test_each_kind_of_key_is_filled_in_its_own_way(path: Path, name: str, kind: Kind) -> None:
    assert row_of(form_of(file_of(), path), name).kind is kind


def test_a_reference_offers_the_objects_of_the_right_kind_with_their_names() -> None:
    options = row_of(form_of(file_of(), S1), "fee.paid_to").options
    assert [(each.value, each.label) for each in options] == [
        ("holder", "the holder of the place"),
        ("net", "net – Lantern Network (fictional)"),
        ("ally", "ally – Harbour Alliance (fictional)"),
    ]


def test_a_place_is_offered_by_its_organisation_and_never_to_itself() -> None:
    options = row_of(form_of(file_of(), ("panels", 0, "speakers", 1)), "replaces").options
    assert [each.label for each in options] == ["s1, held for net"]


def test_what_the_file_has_can_be_kept_even_where_the_format_doesnt_know_it() -> None:
    file = file_of(PLAN.replace('"other:dancers"', '"other:dancers", "clowns"'))
    options = {each.value: each for each in row_of(form_of(file, ("event",)), "concerns").options}
    assert options["other:dancers"].known
    assert options["other:dancers"].label == "other: dancers"
    assert not options["clowns"].known


def test_a_value_of_another_kind_is_shown_as_it_is_written() -> None:
    form = form_of(file_of(PLAN.replace("minutes = 8", 'minutes = "8"')), S1)
    row = row_of(form, "minutes")
    assert row.value is UNREADABLE
    assert row.raw == '"8"'
    assert typed_of(row, row.start) == ""


def test_labels_follow_the_language() -> None:
    language.use("fr")
    form = form_of(file_of(), S1)
    assert form.title == "Place s1"
    assert row_of(form, "minutes").label == "Temps de parole en minutes"


def test_what_the_import_wrote_is_shown_where_it_is_there_and_locked() -> None:
    assert "import_ref" not in {row.key for row in form_of(file_of(), S1).rows}
    file = file_of(PLAN.replace('id = "s1"', 'id = "s1"\nimport_ref = "pretalx:x/1"'))
    assert row_of(form_of(file, S1), "import_ref").lock


# Nobody is outed


def test_the_tag_of_a_holder_is_in_no_part_of_a_form_but_its_value() -> None:
    row = row_of(form_of(file_of(), S1), "person")
    assert row.value == "tag-one"
    assert typed_of(row, row.start) == ""
    assert "tag-one" not in row.raw + row.label + row.lock + repr(row.options)


def test_a_text_with_a_way_to_reach_somebody_is_masked_and_locked() -> None:
    file = file_of(PLAN.replace('"Round table"', '"Write to ana@example.org today"'))
    row = row_of(form_of(file, ("event",)), "title")
    assert row.raw == "Write to ••• today"
    assert "SAF-1" in row.lock
    assert not row_of(form_of(file, ("event",)), "starts").lock


def test_a_masked_name_is_masked_among_the_options_too() -> None:
    file = file_of(PLAN.replace("Lantern Network (fictional)", "Lantern, +41 22 555 01 99"))
    labels = [each.label for each in row_of(form_of(file, S1), "organisation").options]
    assert labels[0] == "net – Lantern, •••"


@pytest.mark.parametrize("typed", ["ana@example.org", "call +41 22 555 01 99"])
def test_a_way_to_reach_somebody_isnt_taken(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="no way to reach a person"):
        read(row_of(form_of(file_of(), ("event",)), "city"), typed)


def test_characters_that_cant_be_seen_arent_taken() -> None:
    with pytest.raises(NotUnderstood, match="can't be seen"):
        read(row_of(form_of(file_of(), ("event",)), "city"), "Gen\u202eeva")


# Values


@pytest.mark.parametrize(
    ("path", "name", "typed", "value"),
    [
        (("event",), "city", "  Geneva ", "Geneva"),
        (("event",), "city", "   ", ABSENT),
        (("event",), "languages", "fr, pt-BR,", ["fr", "pt-BR"]),
        (("sources", 0), "regions", "africa\n\nlatin america", ["africa", "latin america"]),
        (S1, "minutes", "8", 8),
        (S1, "minutes", "1 200", 1200),
        (S1, "fee.amount", "300", 300),
        (S1, "fee.amount", "300.50", 300.5),
        (S1, "chosen_on", "2027-03-20", datetime.date(2027, 3, 20)),
        (S1, "chosen_on", "2027-03-20 14:30", datetime.datetime(2027, 3, 20, 14, 30)),
        (S1, "chosen_on", "2027-03-20T14:30:05", datetime.datetime(2027, 3, 20, 14, 30, 5)),
        (S1, "chosen_on", "2027-03-20 14:30Z", datetime.datetime(2027, 3, 20, 14, 30, tzinfo=datetime.UTC)),
        (S1, "invited_on", "2027-03-20", datetime.date(2027, 3, 20)),
    ],
)
def test_what_is_typed_becomes_a_value_of_the_right_type(path: Path, name: str, typed: str, value: object) -> None:
    found = read(row_of(form_of(file_of(), path), name), typed)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("path", "name", "typed"),
    [
        (S1, "minutes", "8.5"),
        (S1, "minutes", "eight"),
        (S1, "fee.amount", "300,50"),
        (S1, "fee.amount", "nan"),
        (S1, "invited_on", "20 March 2027"),
        (S1, "invited_on", "2027-02-30"),
        (S1, "invited_on", "2027-03-20 14:30"),
        (S1, "invited_on", "20270320"),
        (S1, "chosen_on", "2027-03-20 25:00"),
        (("import",), "retrieved_at", "2027-03-20 14:30"),
        (("event",), "country", "Switzerland"),
        (("event",), "currency", "euro"),
        (("event",), "timezone", "Zurich"),
        (("event",), "languages", "fr, english"),
        (S1, "utc_offset", "+2"),
        (("access",), "interpretation", "en, fr"),
    ],
)
def test_what_isnt_a_value_is_answered_with_a_sentence(path: Path, name: str, typed: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        read(row_of(form_of(file_of(), path), name), typed)
    assert caught.value.sentence.endswith(".")


def row_with(field: Field, kind: Kind) -> Row:
    """A row of a kind, with nothing in it."""
    return Row(("x",), field, "", "X", kind, ABSENT, ABSENT)


minutes = st.datetimes(min_value=datetime.datetime(1000, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
VALUES = st.one_of(
    st.tuples(st.just(row_with(Field("whole"), Kind.NUMBER)), st.integers(-(10**15), 10**15)),
    st.tuples(st.just(row_with(Field("number"), Kind.NUMBER)), st.floats(-(10**6), 10**6).map(lambda x: round(x, 2))),
    st.tuples(st.just(row_with(Field("date"), Kind.DATE)), st.dates(min_value=datetime.date(1000, 1, 1))),
    st.tuples(st.just(row_with(Field("when"), Kind.DATE)), minutes),
    st.tuples(st.just(row_with(Field("moment"), Kind.DATE)), minutes.map(lambda m: m.replace(tzinfo=datetime.UTC))),
    st.tuples(
        st.just(row_with(Field("shaped", shape="language", many=True), Kind.LIST)),
        st.lists(st.sampled_from(["fr", "en", "pt-BR"]), min_size=1),
    ),
)


@given(VALUES)
def test_what_stands_in_an_input_is_read_as_the_value_it_stands_for(pair: tuple[Row, object]) -> None:
    row, value = pair
    found = read(row, typed_of(row, value))
    assert found == value
    assert type(found) is type(value)


def test_a_step_keeps_the_time_and_nothing_steps_to_today() -> None:
    today = datetime.date(2027, 3, 1)
    assert step_of(datetime.datetime(2027, 2, 28, 9, 30), 1, today) == datetime.datetime(2027, 3, 1, 9, 30)
    assert step_of(datetime.date(2027, 3, 1), -1, today) == datetime.date(2027, 2, 28)
    assert step_of(ABSENT, 1, today) == today
    assert step_of(datetime.date.max, 1, today) == datetime.date.max


# Edits


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


# Where a form begins


@pytest.mark.parametrize(
    ("path", "key", "home"),
    [
        (S1, "minutes", (S1, "minutes")),
        ((*S1, "consent"), "on", (S1, "consent.on")),
        ((*S1, "minutes"), None, (S1, "minutes")),
        (("event", "concerns", 1), None, (("event",), "concerns")),
        (("safety",), None, (("safety",), None)),
        (("panels", 0, "speakers"), None, (("panels", 0), "speakers")),
        (("stage",), None, ((), "stage")),
        ((), None, ((), None)),
    ],
)
def test_what_is_no_object_is_shown_in_the_form_of_its_object(
    path: Path, key: str | None, home: tuple[Path, str | None]
) -> None:
    assert home_of(path, key) == home


# Problems


def found(text: str, path: Path, values: dict[str, object], **new: int) -> dict[str, tuple[str, bool]]:
    """What is wrong, by key: the first words, and whether it blocks."""
    file = file_of(text)
    form = form_of(file, path, insert_index=new.get("at"))
    by_path = {row_of(form, name).path: value for name, value in values.items()}
    return {
        ".".join(map(str, at[len(form.path) :])): (problem.sentence, problem.blocks)
        for at, problem in problems(file, form, by_path).items()
    }


def test_a_sound_form_has_no_problem() -> None:
    assert found(PLAN, S1, {"minutes": 9, "chosen_by": "net"}) == {}


def test_a_required_key_cant_be_emptied() -> None:
    assert found(PLAN, S1, {"id": ABSENT}) == {"id": ("This is needed.", True)}


def test_a_required_key_of_a_fee_is_needed_only_where_there_is_a_fee() -> None:
    assert found(PLAN, S1, {"fee.amount": ABSENT}) == {"fee.amount": ("This is needed.", True)}
    assert found(PLAN, S1, {"fee.amount": ABSENT, "fee.currency": ABSENT}) == {}


def test_a_new_entry_needs_its_required_keys() -> None:
    wrong = found(PLAN, ("sponsors",), {"organisation": "net"}, at=0)
    assert wrong == {"conditions": ("This is needed.", True)}


def test_an_id_that_is_taken_blocks() -> None:
    [(key, (sentence, blocks))] = found(PLAN, S1, {"id": "net"}).items()
    assert key == "id"
    assert "net" in sentence
    assert blocks


def test_a_number_out_of_range_blocks() -> None:
    assert found(PLAN, S1, {"minutes": -1})["minutes"][1]
    assert found(PLAN, ("budget",), {"community_share": 1.5})["community_share"][1]


def test_dates_that_cant_both_be_true_are_told_and_let_through() -> None:
    wrong = found(PLAN, ("event",), {"ends": datetime.date(2027, 3, 9)})
    assert [(key, blocks) for key, (_, blocks) in wrong.items()] == [("ends", False)]


def test_what_was_wrong_before_is_told_and_blocks_nothing() -> None:
    text = PLAN.replace('organisation = "net"', 'organisation = "nett"')
    wrong = found(text, S1, {"minutes": 9})
    assert list(wrong) == ["organisation"]
    assert not wrong["organisation"][1]
