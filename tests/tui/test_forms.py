"""Forms without a screen: rows from the model, labelled, offered, masked."""

from __future__ import annotations

import pytest
from tests.tui.form_plans import PLAN, S1, file_of, row_of

from eventreview import language
from eventreview.plan.fields import Table
from eventreview.plan.model import Plan, key_order
from eventreview.plan.positions import Path
from eventreview.tui.form_options import label_of_absent
from eventreview.tui.form_rows import ABSENT, UNREADABLE, Kind
from eventreview.tui.form_values import NotUnderstood, read, typed_of
from eventreview.tui.forms import form_of, home_of

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


def test_a_rule_may_be_named_by_its_name() -> None:
    text = PLAN + '[[lessons]]\nraised_on = 2027-03-11\nraised_by = "net"\nwhat = "x"\nrule = "chosen-by-community"\n'
    options = {each.value: each for each in row_of(form_of(file_of(text), ("lessons", 0)), "rule").options}
    assert options["chosen-by-community"].known
    assert options["REP-1"].label == "REP-1 chosen-by-community"


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
