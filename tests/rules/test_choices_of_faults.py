"""What is offered for a fault of form or for SAF-1 mends it, invents nothing, and is safe only where nothing changes."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.reading import file_of, panel

from eventreview.plan import edit
from eventreview.plan.edits import Comment
from eventreview.plan.faults import Fault
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.plan.model import key_order
from eventreview.plan.outing import find, reveals
from eventreview.plan.shapes import is_id
from eventreview.rules.at_path import value_at
from eventreview.rules.form.choices import choices_of_fault, folded_id, fresh, unquoted
from eventreview.rules.rule import Choice
from eventreview.rules.saf.no_outing_data import choices_of_outing


def offered(file: PlanFile, code: str) -> list[Choice]:
    """The choices for the one fault of this code."""
    (fault,) = [fault for fault in file.faults if fault.code == code]
    return list(choices_of_fault(fault, file.values or {}))


def after(file: PlanFile, choice: Choice) -> PlanFile:
    """The file once a choice has been made."""
    assert file.text is not None
    assert file.values is not None
    text, _ = edit.apply(file.text, file.values, choice.edits, key_order)
    return read_bytes("plan.toml", text.encode())


def titles(choices: list[Choice]) -> list[tuple[str, str, object]]:
    return [(choice.kind, choice.title, choice.params.get("new")) for choice in choices]


# FORM-3


def test_a_missing_key_is_offered_as_a_comment_with_empty_hands() -> None:
    file = file_of("[[sponsors]]\norganisation = 'net'\n")
    (choice,) = offered(file, "FORM-3")
    assert (choice.kind, choice.params["key"]) == ("template", "conditions")
    mended = after(file, choice)
    assert mended.values == file.values
    assert mended.text is not None
    assert mended.text.endswith("organisation = 'net'\n# conditions =   # sponsors[0]\n")


def test_an_event_that_isnt_there_is_offered_as_a_header_in_comments() -> None:
    file = file_of(event="")
    (choice,) = offered(file, "FORM-3")
    assert "# [event]\n# title =\n# concerns =" in str(after(file, choice).text)


def test_a_key_of_the_root_is_offered_at_the_root() -> None:
    file = read_bytes("a.toml", b"format = 1\n[event]\ntitle = 'R'\nconcerns = []\n")
    (choice,) = offered(file, "FORM-3")
    assert str(after(file, choice).text).startswith("format = 1\n# stage =   # plan\n")


# FORM-4


@pytest.mark.parametrize(
    ("key", "raw", "value"),
    [
        ("agenda_fixed_on", '"2026-11-01"', datetime.date(2026, 11, 1)),
        ("starts", '"2026-11-01"', datetime.date(2026, 11, 1)),
        ("starts", '"2026-11-01T09:30:00"', datetime.datetime(2026, 11, 1, 9, 30)),
        ("starts", '"2026-11-01T09:30:00Z"', datetime.datetime(2026, 11, 1, 9, 30, tzinfo=datetime.UTC)),
        ("minutes", "'90'", 90),
        ("recorded", '"true"', True),
        ("recorded", '"false"', False),
        ("framing", '"harms"', ["harms"]),
        ("proposed_by", '"net"', ["net"]),
        ("concerns", '"other:nurses"', ["other:nurses"]),
    ],
)
def test_a_value_that_reads_exactly_as_wanted_is_mended_safely(key: str, raw: str, value: object) -> None:
    file = file_of(f"[[panels]]\nid = 'p'\ntitle = 'P'\n{key} = {raw}  # kept\n")
    (choice,) = offered(file, "FORM-4")
    assert choice.kind == "safe"
    mended = after(file, choice)
    assert mended.faults == ()
    read = value_at(mended.values, ("panels", 0, key))
    assert (read, type(read)) == (value, type(value))
    assert "# kept" in str(mended.text)


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("agenda_fixed_on", '"1 November"'),
        ("agenda_fixed_on", '"2026-11-31"'),
        ("agenda_fixed_on", '"2026-11-01T09:00:00"'),
        ("agenda_fixed_on", '" 2026-11-01"'),
        ("agenda_fixed_on", "20261101"),
        ("minutes", '"90.0"'),
        ("minutes", '"1_000"'),
        ("minutes", '"0x10"'),
        ("minutes", '"ninety"'),
        ("minutes", '"true"'),
        ("minutes", '""'),
        ("recorded", '"yes"'),
        ("recorded", '"True"'),
        ("recorded", "1"),
        ("framing", '"harm"'),
        ("framing", '"harms, results"'),
        ("proposed_by", '"Net"'),
        ("framing", '"withheld"'),
        ("title", "3"),
    ],
)
def test_anything_else_is_left_to_a_person(key: str, raw: str) -> None:
    title = "" if key == "title" else "title = 'P'\n"
    file = file_of(f"[[panels]]\nid = 'p'\n{title}{key} = {raw}\n")
    assert offered(file, "FORM-4") == []


def test_a_number_between_quotation_marks_is_a_number() -> None:
    file = file_of('[budget]\ncommunity_share = "0.4"\n')
    (choice,) = offered(file, "FORM-4")
    assert value_at(after(file, choice).values, ("budget", "community_share")) == 0.4


def test_dropping_a_time_is_a_persons_choice() -> None:
    file = file_of("[[panels]]\nid = 'p'\ntitle = 'P'\nagenda_fixed_on = 2026-11-01T09:00:00Z\n")
    (choice,) = offered(file, "FORM-4")
    assert (choice.kind, choice.title) == ("choice", "drop-time")
    mended = after(file, choice)
    assert mended.faults == ()
    assert value_at(mended.values, ("panels", 0, "agenda_fixed_on")) == datetime.date(2026, 11, 1)


@given(st.text(max_size=20), st.sampled_from(("bool", "int", "number", "date", "date or date-time")))
def test_a_text_is_unquoted_only_into_what_is_wanted(raw: str, wanted: str) -> None:
    value = unquoted(raw, wanted)
    kinds: dict[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int,),
        "number": (int, float),
        "date": (datetime.date,),
        "date or date-time": (datetime.date, datetime.datetime),
    }
    assert value is None or type(value) in kinds[wanted]


# FORM-5


def test_a_key_that_folding_alone_makes_equal_is_renamed_safely() -> None:
    file = file_of(panel("id = 's1', Chosen-By = 'net'"))
    (choice,) = offered(file, "FORM-5")
    assert (choice.kind, choice.params["new"]) == ("safe", "chosen_by")
    mended = after(file, choice)
    assert mended.faults == ()
    assert value_at(mended.values, ("panels", 0, "speakers", 0)) == {"id": "s1", "chosen_by": "net"}


def test_but_not_over_a_key_that_is_there() -> None:
    file = file_of(panel("id = 's1', chosen_by = 'ally', Chosen-By = 'net'"))
    (choice,) = offered(file, "FORM-5")
    assert (choice.kind, choice.title) == ("choice", "remove")
    assert after(file, choice).faults == ()


def test_a_slip_is_a_persons_choice_and_can_be_taken_out() -> None:
    file = file_of(panel("id = 's1'", keys="minuets = 90\n"))
    rename, remove = offered(file, "FORM-5")
    assert (rename.kind, rename.params["new"], remove.title) == ("choice", "minutes", "remove")
    assert value_at(after(file, rename).values, ("panels", 0, "minutes")) == 90
    assert after(file, remove).faults == ()


def test_no_more_than_three_keys_are_offered() -> None:
    file = file_of(panel("id = 's1'", keys="tart = 1\n"))
    assert [choice.title for choice in offered(file, "FORM-5")][-1] == "remove"
    assert len(offered(file, "FORM-5")) <= 4


def test_an_unknown_table_can_be_taken_out_with_all_its_entries() -> None:
    file = file_of("[[rooms]]\nx = 1\n[[rooms]]\nx = 2\n")
    (choice,) = offered(file, "FORM-5")
    assert (choice.kind, choice.title) == ("choice", "remove")
    assert after(file, choice).faults == ()


# FORM-6


def test_a_word_that_folding_alone_makes_equal_is_replaced_safely() -> None:
    file = file_of(panel("id = 's1', represents = ['women', 'Sex_Workers']"))
    (choice,) = offered(file, "FORM-6")
    assert (choice.kind, choice.params["new"]) == ("safe", "sex-workers")
    assert value_at(after(file, choice).values, ("panels", 0, "speakers", 0, "represents")) == ["women", "sex-workers"]


def test_a_slip_in_a_word_is_a_persons_choice() -> None:
    file = file_of(panel("id = 's1', status = 'confrimed'"))
    assert titles(offered(file, "FORM-6")) == [("choice", "replace", "confirmed")]
    assert after(file, offered(file, "FORM-6")[0]).faults == ()


def test_a_word_that_stands_beside_it_already_isnt_offered_twice() -> None:
    assert offered(file_of(panel("id = 's1', represents = ['sex-workers', 'sex_workers']")), "FORM-6") == []


def test_a_repeated_word_can_go() -> None:
    file = file_of(panel("id = 's1', represents = ['women', 'sex-workers', 'women']"))
    (choice,) = offered(file, "FORM-6")
    assert value_at(after(file, choice).values, ("panels", 0, "speakers", 0, "represents")) == ["women", "sex-workers"]


# FORM-7 and FORM-8


def test_a_bad_id_is_changed_together_with_everything_that_names_it() -> None:
    organisations = "organisations = [{ id = 'Réseau Nord', name = 'Lantern (fictional)' }]\n"
    body = panel("id = 's1', organisation = 'Réseau Nord', confirmed_by = ['Réseau Nord']") + (
        "[[judgements]]\nrule = 'GOV-1'\nat = 'Réseau Nord'\nverdict = 'met'\nby = 'Réseau Nord'\non = 2026-11-01\n"
        "[[lessons]]\nraised_on = 2026-11-01\nraised_by = 'Réseau Nord'\nwhat = 'Réseau Nord'\n"
    )
    file = file_of(body, organisations=organisations)
    (choice,) = offered(file, "FORM-7")
    assert (choice.kind, choice.params["new"]) == ("choice", "reseau-nord")
    mended = after(file, choice)
    assert mended.faults == ()
    assert str(mended.text).count("Réseau Nord") == 1
    assert value_at(mended.values, ("lessons", 0, "what")) == "Réseau Nord"


def test_a_reserved_id_gets_a_number_and_words_that_mean_something_stay() -> None:
    organisations = "organisations = [{ id = 'self', name = 'Lantern (fictional)' }]\n"
    file = file_of(panel("id = 's1', organisation = 'self', mode_chosen_by = 'self'"), organisations=organisations)
    (choice,) = offered(file, "FORM-7")
    mended = after(file, choice)
    assert mended.faults == ()
    place = value_at(mended.values, ("panels", 0, "speakers", 0))
    assert place == {"id": "s1", "organisation": "self-2", "mode_chosen_by": "self"}


def test_an_id_that_is_used_twice_isnt_renamed_for_the_second() -> None:
    file = file_of(panel("id = 'A B'", "id = 'A B', replaces = 'A B'"))
    first, second = [fault for fault in file.faults if fault.code == "FORM-7"]
    assert len(list(choices_of_fault(first, file.values or {}))) == 1
    assert list(choices_of_fault(second, file.values or {})) == []


def test_a_persons_tag_isnt_touched() -> None:
    assert offered(file_of(panel("id = 's1', person = 'R M'")), "FORM-7") == []


def test_a_later_id_gets_one_of_its_own_and_the_first_keeps_its_references() -> None:
    file = file_of(panel("id = 's1'", "id = 's1-2'", "id = 's1'", "id = 's3', replaces = 's1'"))
    (choice,) = offered(file, "FORM-8")
    mended = after(file, choice)
    assert mended.faults == ()
    assert value_at(mended.values, ("panels", 0, "speakers", 2, "id")) == "s1-3"
    assert value_at(mended.values, ("panels", 0, "speakers", 3, "replaces")) == "s1"


@given(st.text(max_size=80))
def test_a_folded_id_is_an_id(raw: str) -> None:
    assert folded_id(raw) == "" or is_id(folded_id(raw))


@given(st.integers(1, 64), st.integers(0, 12))
def test_a_fresh_id_is_one_that_nothing_has(length: int, taken: int) -> None:
    stem = "a" * length
    used: dict[str, tuple[str | int, ...]] = {}
    for _ in range(taken):
        used[fresh(stem, used)] = ()
    assert len(used) == taken
    assert all(map(is_id, used))


# FORM-9


def test_the_nearest_three_ids_of_the_right_kind_are_offered_and_a_new_organisation_without_a_name() -> None:
    organisations = "".join(
        f"[[organisations]]\nid = '{id}'\nname = 'N'\n" for id in ("net1", "net2", "net3", "net4", "far")
    )
    file = file_of(panel("id = 'net5', chosen_by = 'net'"), organisations=organisations)
    choices = offered(file, "FORM-9")
    assert titles(choices) == [("choice", "replace", f"net{n}") for n in (1, 2, 3)] + [("template", "add", None)]
    assert after(file, choices[0]).faults == ()
    mended = after(file, choices[3])
    assert mended.values == file.values
    assert '# [[organisations]]\n# id = "net"\n# name =\n' in str(mended.text)


def test_no_new_place_and_no_new_statement_is_offered() -> None:
    assert offered(file_of(panel("id = 's1', replaces = 'x9'")), "FORM-9") == []


def test_for_another_kind_of_object_only_the_right_kind_is_offered() -> None:
    file = file_of(panel("id = 'nett', organisation = 'nett'"))
    assert titles(offered(file, "FORM-9")) == [("choice", "replace", "net")]


def test_for_itself_and_rings_nothing_is_guessed() -> None:
    assert offered(file_of(panel("id = 's1', replaces = 's1'")), "FORM-9") == []


@pytest.mark.parametrize("code", ["FORM-1", "FORM-2", "FORM-10", "FORM-11", "FORM-12", "FORM-13", "FORM-14"])
def test_for_the_other_rules_of_form_nothing_is_offered(code: str) -> None:
    assert list(choices_of_fault(Fault(code, "x"), {})) == []


# SAF-1


def outing_choices(text: str) -> tuple[PlanFile, list[Choice]]:
    file = file_of(text)
    (found,) = find(file.values or {})
    return file, list(choices_of_outing(found, file.values or {}))


def test_a_forbidden_key_can_only_go_with_its_value() -> None:
    file, choices = outing_choices(panel("id = 's1', email = 'none', minutes = 3"))
    (choice,) = choices
    assert (choice.kind, choice.title) == ("choice", "remove")
    assert value_at(after(file, choice).values, ("panels", 0, "speakers", 0)) == {"id": "s1", "minutes": 3}


def test_a_match_can_be_cut_out_of_its_text() -> None:
    file, (remove, cut) = outing_choices(
        '[safety]\nnotes = "ring +33 6 00 00 00 00 before nine, or desk@lantern.example"\n'
    )
    assert value_at(after(file, cut).values, ("safety", "notes")) == "ring before nine, or"
    assert value_at(after(file, remove).values, ("safety", "notes")) is None
    assert {remove.kind, cut.kind} == {"choice"}


def test_nothing_is_left_of_a_text_that_is_nothing_else() -> None:
    _, choices = outing_choices('[safety]\nnotes = "desk@lantern.example"\n')
    assert [choice.title for choice in choices] == ["remove"]


def test_one_element_of_a_list_can_go() -> None:
    file, choices = outing_choices(panel("id = 's1', represents = ['women', 'other:ring 06 00 00 00 00']"))
    path = ("panels", 0, "speakers", 0, "represents")
    assert value_at(after(file, choices[0]).values, path) == ["women"]


def test_a_key_whose_name_is_an_address_can_go() -> None:
    file, choices = outing_choices('[safety]\n"desk@lantern.example" = 1\n')
    assert after(file, choices[0]).faults == ()


@given(
    st.lists(
        st.sampled_from(
            [
                "desk@lantern.example",
                "+33 6 00 00 00 00",
                "06 00 00 00 00",
                "tel 123456",
                " and ",
                "x",
                "2026-12-01",
                "\n",
            ]
        ),
        max_size=6,
    )
)
def test_once_cut_a_text_reaches_nobody(parts: list[str]) -> None:
    data: dict[str, object] = {"notes": " ".join(parts)}
    for found in find(data):
        for choice in choices_of_outing(found, data):
            assert not any(isinstance(each, Comment) for each in choice.edits)
            value = getattr(choice.edits[0], "value", "")
            assert reveals(value) is None
