"""Reading a plan lists every fault of form in one pass, and takes out what is at fault and nothing beside it."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.reading import EVENT, HEAD, ORGANISATIONS, faults_of, file_of, panel, plan_of, told

from eventreview.plan import model
from eventreview.plan.faults import Fault, path_text
from eventreview.plan.fields import Field, Table
from eventreview.plan.file import MOST_BYTES, PlanFile, read_bytes, read_path
from eventreview.plan.reader import read_plan
from eventreview.rules.at_path import value_at

DECISION = "[[decisions]]\nwhat='aims'\nmade_on=2026-11-01\nmade_by=[]\n"
STATEMENT = "[[statements]]\nid='t'\ntitle='T'\ndrafters=[]\n"
CONSULTATION = "by = 'ally'\nwith = 'net'\nabout = ['aims']\nasked_on = 2026-11-01\n"


def only(faults: list[Fault]) -> Fault:
    (fault,) = faults
    return fault


def why_unreadable(file: PlanFile) -> tuple[str, str]:
    assert file.plan is None
    fault = only(list(file.faults))
    assert (fault.at, fault.severity) == ("plan", "error")
    return fault.code, fault.message_id


def said(fault: Fault) -> list[str]:
    return [remark for remark, _ in fault.remarks]


# FORM-1: the file


def test_a_folder_is_no_plan(tmp_path: Path) -> None:
    file = read_path(str(tmp_path))
    assert why_unreadable(file) == ("FORM-1", "cannot-open")
    assert said(file.faults[0]) == ["no-file"]


def test_a_pipe_is_no_plan_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert why_unreadable(read_path(str(tmp_path / "pipe"))) == ("FORM-1", "cannot-open")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    file = read_path(str(tmp_path / "a.toml"))
    assert why_unreadable(file) == ("FORM-1", "cannot-open")
    assert said(file.faults[0]) == ["gone"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_one_may_not_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(HEAD)
    path.chmod(0)
    assert why_unreadable(read_path(str(path))) == ("FORM-1", "cannot-open")


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert why_unreadable(read_path("a\0.toml")) == ("FORM-1", "cannot-open")


def test_a_plan_may_have_16_mebibytes_and_not_one_byte_more(tmp_path: Path) -> None:
    text = (HEAD + EVENT).encode()
    full = text + b"#" * (MOST_BYTES - len(text))
    assert read_bytes("a.toml", full).plan is not None
    assert why_unreadable(read_bytes("a.toml", full + b"#")) == ("FORM-1", "too-large")
    path = tmp_path / "a.toml"
    path.write_bytes(full + b"##")
    file = read_path(str(path))
    assert why_unreadable(file) == ("FORM-1", "too-large")
    assert file.faults[0].params == {"size": MOST_BYTES + 2}


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u00a0\u2003\n".encode()])
def test_nothing_and_white_space_are_empty(data: bytes) -> None:
    assert why_unreadable(read_bytes("a.toml", data)) == ("FORM-1", "empty")


def test_a_zero_byte_makes_a_file_binary_and_only_near_its_beginning() -> None:
    head = (HEAD + EVENT).encode()
    assert why_unreadable(read_bytes("a.toml", head + b"\0")) == ("FORM-1", "binary")
    far = head + b"#" + b"x" * (8192 - len(head) - 1) + b"\0"
    assert why_unreadable(read_bytes("a.toml", far)) == ("FORM-2", "toml")
    assert why_unreadable(read_bytes("a.toml", far[:-2] + b"\0")) == ("FORM-1", "binary")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_told_so(encoding: str) -> None:
    file = read_bytes("a.toml", (HEAD + EVENT).encode(encoding))
    assert why_unreadable(file) == ("FORM-1", "binary")
    assert said(file.faults[0]) == ["reads-as-utf-16"]


def test_a_program_is_not_told_to_be_utf_16() -> None:
    assert said(read_bytes("a.toml", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01").faults[0]) == []


def test_utf_16_without_a_zero_byte_is_told_so_as_well() -> None:
    file = read_bytes("a.toml", "\ufeff題名議題".encode("utf-16-be"))
    assert why_unreadable(file) == ("FORM-1", "not-utf-8")
    assert said(file.faults[0]) == ["reads-as-utf-16"]


def test_latin_1_is_told_with_the_place_of_its_first_letter() -> None:
    file = read_bytes("a.toml", '# plan\ntitle = "Ce que sçavent"\n'.encode("latin-1"))
    assert why_unreadable(file) == ("FORM-1", "not-utf-8")
    fault = file.faults[0]
    assert (fault.position, fault.params) == ((2, 18), {"line": 2, "column": 18})
    assert said(fault) == ["reads-as-latin-1"]


def test_columns_count_code_points_after_a_byte_order_mark() -> None:
    fault = read_bytes("a.toml", b"\xef\xbb\xbf# \xc3\xa9\xc3\xa9 \xff").faults[0]
    assert fault.position == (1, 6)


def test_one_byte_order_mark_is_fine_and_a_second_is_not() -> None:
    text = (HEAD + EVENT).encode()
    file = read_bytes("a.toml", b"\xef\xbb\xbf" + text)
    assert (file.faults, file.data) == ((), b"\xef\xbb\xbf" + text)
    assert why_unreadable(read_bytes("a.toml", b"\xef\xbb\xbf" * 2 + text)) == ("FORM-2", "toml")


def test_windows_line_ends_are_fine() -> None:
    text = (HEAD + EVENT + ORGANISATIONS + panel('id = "s1"')).replace("\n", "\r\n")
    assert read_bytes("a.toml", text.encode()).faults == ()


# FORM-2 and FORM-11: the text


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("stage = \n", 1, 9, "value"),
        ('format = 1\nstage = "idea\n', 2, 14, "line-break"),
        ('a = 1\r\nb = "é" x\r\n', 2, 9, "after-statement"),
        ("stage = 1\nstage = 2\n", 2, 10, "given-twice"),
        ("[event]\n[event]\n", 2, 7, "declared-twice"),
        ("as_of = 2027-02-30\n", 1, 9, "date"),
        (f"x = {'[' * 500}{']' * 500}\n", 1, 1, "too-deep"),
        (f"x = {'9' * 5000}\n", 1, 1, "out-of-range"),
    ],
)
def test_what_isnt_toml_is_told_with_its_place_and_not_repeated(text: str, line: int, column: int, what: str) -> None:
    file = read_bytes("a.toml", text.encode())
    assert why_unreadable(file) == ("FORM-2", "toml")
    fault = file.faults[0]
    assert (fault.position, fault.params["what"]) == ((line, column), what)
    assert (fault.params["line"], fault.params["column"]) == (line, column)


def test_a_secret_on_a_broken_line_is_not_repeated() -> None:
    fault = read_bytes("a.toml", b'desk@lantern.example = "x"\n').faults[0]
    assert "lantern" not in repr(fault.params)


@pytest.mark.parametrize("number", [0, 2, -1, 99])
def test_another_format_is_told_and_nothing_else_is_read(number: int) -> None:
    file = read_bytes("a.toml", f"format = {number}\nstage = 'someday'\nx = 1\n".encode())
    assert why_unreadable(file) == ("FORM-11", "format")
    assert (file.faults[0].params, file.faults[0].path) == ({"found": number, "known": 1}, ("format",))
    assert file.values is not None


@pytest.mark.parametrize("value", ['"2"', "1.0", "true", "2026-01-01"])
def test_a_format_of_another_kind_is_read_as_format_1(value: str) -> None:
    text = (HEAD + EVENT).replace("format = 1", f"format = {value}")
    file = read_bytes("a.toml", text.encode())
    assert told(list(file.faults)) == [("FORM-4", "wrong-type", "plan")]
    assert file.plan is not None


# A sound plan


def test_a_sound_plan_has_no_fault_and_its_defaults() -> None:
    assert faults_of(panel('id = "s1", fee = { amount = 1 }')) == []
    place = plan_of(panel('id = "s1", fee = { amount = 1 }')).panels[0].speakers[0]
    assert (place.role, place.status, place.basis) == ("panellist", "reserved", "organisation")
    assert place.fee is not None
    assert (place.fee.unit, place.fee.status, place.parent.kind) == ("flat", "offered", "panel")


def test_what_is_absent_is_none_and_what_is_empty_is_empty() -> None:
    plan = plan_of(panel('id = "s1", represents = []'))
    place = plan.panels[0].speakers[0]
    assert (place.represents, place.confirmed_by, place.consent) == ((), None, None)
    assert (plan.statements, plan.safety.risk_assessed_on) == ((), None)
    assert (plan.has("safety"), plan.has("event"), place.has("represents"), place.has("status")) == (
        False,
        True,
        True,
        False,
    )


def test_notes_may_stand_in_every_table() -> None:
    body = panel('id = "s1", notes = "n", consent = { notes = "n" }', keys='notes = "n"\n') + "[safety]\nnotes = 'n'\n"
    assert faults_of("notes = 'n'\n" + body) == []


def test_an_object_knows_where_it_stands() -> None:
    plan = plan_of(
        panel('id = "s1", consent = {}') + "[[decisions]]\nwhat='aims'\nmade_on=2026-11-01\nmade_by=['net']\n"
    )
    place = plan.panels[0].speakers[0]
    assert (place.at, path_text(place.path)) == ("s1", "panels[0].speakers[0]")
    assert place.consent is not None
    assert (place.consent.at, path_text(place.consent.path)) == ("s1", "panels[0].speakers[0].consent")
    assert (plan.decisions[0].at, plan.event.at, plan.safety.at, plan.at) == ("decisions[0]", "event", "safety", "plan")


def test_today_is_the_option_then_as_of_then_the_clock() -> None:
    data: dict[str, object] = {"format": 1, "stage": "idea", "as_of": datetime.date(2026, 12, 1)}
    plan, _ = read_plan(data)
    assert (plan.today, plan.today_from) == (datetime.date(2026, 12, 1), "as_of")
    plan, _ = read_plan(data, datetime.date(2027, 1, 1))
    assert (plan.today, plan.today_from) == (datetime.date(2027, 1, 1), "option")
    plan, _ = read_plan({"format": 1, "stage": "idea"})
    assert plan.today_from == "clock"


def test_a_plan_cant_be_changed() -> None:
    plan = plan_of()
    with pytest.raises(AttributeError):
        plan.event.title = "Another"


# FORM-3: missing keys


def test_without_an_event_one_fault_is_told() -> None:
    fault = only(faults_of(event=""))
    assert (fault.code, fault.message_id, fault.at, fault.params["key"]) == ("FORM-3", "missing", "plan", "event")
    plan = plan_of(event="")
    assert (plan.event.title, plan.event.concerns) == (None, None)
    assert plan.event.removed == {"title", "concerns"}


def test_format_and_stage_are_told_at_the_plan_and_the_rest_is_read() -> None:
    file = read_bytes("a.toml", (EVENT + ORGANISATIONS).encode())
    assert sorted(str(fault.params["key"]) for fault in file.faults) == ["format", "stage"]
    assert {fault.at for fault in file.faults} == {"plan"}
    assert file.plan is not None
    assert file.plan.stage is None
    assert file.plan.removed == {"format", "stage"}


# An entry, what it lacks, whether it stays, and its address.
LACKING = [
    ("event = { concerns = [] }", "title", True, "event"),
    ("event = { title = 'R' }", "concerns", True, "event"),
    ("[[organisations]]\nid = 'x'", "name", True, "x"),
    ("[[organisations]]\nname = 'X'", "id", False, "organisations[0]"),
    ("[[panels]]\ntitle = 'P'", "id", True, "panels[0]"),
    ("[[panels]]\nid = 'p'", "title", True, "p"),
    ("[[panels]]\nid = 'p'\ntitle = 'P'\nspeakers = [{}]", "id", True, "panels[0].speakers[0]"),
    ("[[sponsors]]\nconditions = []", "organisation", True, "sponsors[0]"),
    ("[[sponsors]]\norganisation = 'net'", "conditions", True, "sponsors[0]"),
    ("[[consultations]]\n" + CONSULTATION, "id", True, "consultations[0]"),
    ("[[consultations]]\nid = 'c'\n" + CONSULTATION.replace("by = 'ally'\n", ""), "by", False, "c"),
    ("[[consultations]]\nid = 'c'\n" + CONSULTATION.replace("with = 'net'\n", ""), "with", False, "c"),
    ("[[consultations]]\nid = 'c'\n" + CONSULTATION.replace("about = ['aims']\n", ""), "about", False, "c"),
    ("[[consultations]]\nid = 'c'\n" + CONSULTATION.replace("asked_on = 2026-11-01\n", ""), "asked_on", False, "c"),
    ("[[decisions]]\nmade_on = 2026-11-01\nmade_by = []", "what", False, "decisions[0]"),
    ("[[decisions]]\nwhat = 'aims'\nmade_by = []", "made_on", False, "decisions[0]"),
    ("[[decisions]]\nwhat = 'aims'\nmade_on = 2026-11-01", "made_by", False, "decisions[0]"),
    ("[[statements]]\ntitle = 'T'\ndrafters = []", "id", True, "statements[0]"),
    ("[[statements]]\nid = 't'\ndrafters = []", "title", True, "t"),
    ("[[statements]]\nid = 't'\ntitle = 'T'", "drafters", True, "t"),
    ("[[sources]]\nkind = 'un'", "title", False, "sources[0]"),
    ("[[sources]]\ntitle = 'S'", "kind", False, "sources[0]"),
    ("[[work]]\norganisation = 'net'\nrole = 'drafter'", "id", True, "work[0]"),
    ("[[work]]\nid = 'w'\nrole = 'drafter'", "organisation", False, "w"),
    ("[[work]]\nid = 'w'\norganisation = 'net'", "role", False, "w"),
    ("[[reviews]]\nby = []", "on", False, "reviews[0]"),
    ("[[reviews]]\non = 2026-11-01", "by", False, "reviews[0]"),
    ("[[lessons]]\nraised_by = 'net'\nwhat = 'W'", "raised_on", False, "lessons[0]"),
    ("[[lessons]]\nraised_on = 2026-11-01\nwhat = 'W'", "raised_by", False, "lessons[0]"),
    ("[[lessons]]\nraised_on = 2026-11-01\nraised_by = 'net'", "what", False, "lessons[0]"),
    ("[[previous]]\norganisation = 'net'\nrole = 'lead'", "edition", False, "previous[0]"),
    ("[[previous]]\nedition = 'E'\nrole = 'lead'", "organisation", False, "previous[0]"),
    ("[[previous]]\nedition = 'E'\norganisation = 'net'", "role", False, "previous[0]"),
    ("[[notices]]\nto = 'net'\nsent_on = 2026-11-01\ndeadline = 2026-11-02", "opportunity", False, "notices[0]"),
    ("[[notices]]\nopportunity = 'O'\nsent_on = 2026-11-01\ndeadline = 2026-11-02", "to", False, "notices[0]"),
    ("[[notices]]\nopportunity = 'O'\nto = 'net'\ndeadline = 2026-11-02", "sent_on", False, "notices[0]"),
    ("[[notices]]\nopportunity = 'O'\nto = 'net'\nsent_on = 2026-11-02", "deadline", False, "notices[0]"),
    ("[[collectives]]\nmembers = []", "name", False, "collectives[0]"),
    ("[[collectives]]\nname = 'C'", "members", False, "collectives[0]"),
    ("[[commitments]]\nby = 'net'", "what", False, "commitments[0]"),
    ("[[commitments]]\nwhat = 'W'", "by", False, "commitments[0]"),
    ("[[bridges]]\nto = 'net'", "community_organisation", False, "bridges[0]"),
    ("[[bridges]]\ncommunity_organisation = 'net'", "to", False, "bridges[0]"),
    ("[[judgements]]\nat = 'p'\nverdict = 'met'\nby = 'net'\non = 2026-11-01", "rule", False, "judgements[0]"),
    ("[[judgements]]\nrule = 'REP-1'\nverdict = 'met'\nby = 'net'\non = 2026-11-01", "at", False, "judgements[0]"),
    ("[[judgements]]\nrule = 'REP-1'\nat = 'p'\nby = 'net'\non = 2026-11-01", "verdict", False, "judgements[0]"),
    ("[[judgements]]\nrule = 'REP-1'\nat = 'p'\nverdict = 'met'\non = 2026-11-01", "by", False, "judgements[0]"),
    ("[[judgements]]\nrule = 'REP-1'\nat = 'p'\nverdict = 'met'\nby = 'net'", "on", False, "judgements[0]"),
    ("[[waivers]]\nat = 'p'\nreason = 'R'\nagreed_by = 'net'\non = 2026-11-01", "rule", False, "waivers[0]"),
    ("[[waivers]]\nrule = 'REP-1'\nreason = 'R'\nagreed_by = 'net'\non = 2026-11-01", "at", False, "waivers[0]"),
    ("[[waivers]]\nrule = 'REP-1'\nat = 'p'\nagreed_by = 'net'\non = 2026-11-01", "reason", False, "waivers[0]"),
    ("[[waivers]]\nrule = 'REP-1'\nat = 'p'\nreason = 'R'\non = 2026-11-01", "agreed_by", False, "waivers[0]"),
    ("[[waivers]]\nrule = 'REP-1'\nat = 'p'\nreason = 'R'\nagreed_by = 'net'", "on", False, "waivers[0]"),
]


def with_entry(entry: str) -> PlanFile:
    """A plan with an entry beside what it needs: the organisations and the event, unless the entry is one of them."""
    organisations = "" if "organisations" in entry else ORGANISATIONS
    return file_of(entry + "\n", event="" if entry.startswith("event") else EVENT, organisations=organisations)


@pytest.mark.parametrize(("entry", "key", "stays", "at"), LACKING)
def test_a_missing_key_is_told_and_takes_with_it_what_is_nothing_without_it(
    entry: str, key: str, stays: bool, at: str
) -> None:
    file = with_entry(entry)
    fault = only(list(file.faults))
    assert (fault.code, fault.message_id, fault.at, fault.params["key"]) == ("FORM-3", "missing", at, key)
    assert file.plan is not None
    name = str(fault.path[0])
    if not isinstance(entries := getattr(file.plan, name), tuple):
        assert key in entries.removed
        return
    assert len(entries) == int(stays)
    # What has gone, or isn't there, is noted where a rule would look for it.
    if not stays:
        assert name in file.plan.removed
    elif key != "id":
        assert key in entries[0].removed


def required_keys() -> set[tuple[str, str]]:
    tables: list[type[Table]] = [model.Plan]
    for table in tables:
        tables += [field.table for field in table.FIELDS.values() if field.table is not None]
    return {(table.TABLE, field.key) for table in tables for field in table.FIELDS.values() if field.required}


def test_every_required_key_of_the_format_is_looked_at() -> None:
    nested = {
        ("fee", "amount"), ("left_out", "population"), ("left_out", "reason"), ("sign_off", "organisation"),
        ("sign_off", "on"), ("requests", "by"), ("requests", "asked_on"), ("requests", "ask"), ("seats", "organisation"),
        ("seats", "vote"), ("import", "source"), ("", "format"), ("", "stage"),
    }  # fmt: skip
    looked_at = set()
    for entry, key, _, at in LACKING:
        fault = only(list(with_entry(entry).faults))
        assert fault.at == at
        names = [step for step in fault.path if isinstance(step, str)]
        looked_at.add((names[-2], key))
    assert looked_at | nested == required_keys()


@pytest.mark.parametrize(
    ("body", "key", "at", "where"),
    [
        (panel("id = 's1', fee = { currency = 'EUR' }"), "amount", "s1", "fee"),
        ("[[work]]\nid='w'\norganisation='net'\nrole='drafter'\nfee={}\n", "amount", "w", "fee"),
        (DECISION + "left_out=[{ reason='no-time' }]\n", "population", "decisions[0]", "left_out"),
        (STATEMENT + "left_out=[{ population='women' }]\n", "reason", "t", "left_out"),
        (STATEMENT + "sign_off=[{ on=2026-11-01 }]\n", "organisation", "t", "sign_off"),
        (STATEMENT + "sign_off=[{ organisation='net' }]\n", "on", "t", "sign_off"),
        (STATEMENT + "requests=[{ by='net', asked_on=2026-11-01 }]\n", "ask", "t", "requests"),
        ("[partnership]\nseats=[{ organisation='net' }]\n", "vote", "partnership", "seats"),
    ],
)  # fmt: skip
def test_a_nested_entry_goes_alone(body: str, key: str, at: str, where: str) -> None:
    fault = only(faults_of(body))
    assert (fault.code, fault.params["key"], fault.at) == ("FORM-3", key, at)
    plan = plan_of(body)
    outer = plan.partnership if at == "partnership" else plan.object_of(at) or plan.decisions[0]
    assert not getattr(outer, where)
    assert where in outer.removed


# FORM-4: kinds of values


@pytest.mark.parametrize(
    ("key", "value", "wanted", "found"),
    [
        ("recorded", '"true"', "bool", "string"),
        ("recorded", "1", "bool", "int"),
        ("minutes", "true", "int", "bool"),
        ("minutes", "90.0", "int", "float"),
        ("minutes", '"90"', "int", "string"),
        ("agenda_fixed_on", '"2026-11-01"', "date", "string"),
        ("agenda_fixed_on", "2026-11-01T09:00:00", "date", "date-time"),
        ("agenda_fixed_on", "2026-11-01T09:00:00Z", "date", "date-time"),
        ("agenda_fixed_on", "09:00:00", "date", "time"),
        ("starts", "09:00:00", "date or date-time", "time"),
        ("starts", "20261101", "date or date-time", "int"),
        ("kind", "1", "string", "int"),
        ("kind", '["panel"]', "string", "array"),
        ("framing", '"harms"', "array", "string"),
        ("framing", "{ a = 1 }", "array", "table"),
        ("proposed_by", '"net"', "array", "string"),
        ("speakers", "{ id = 's1' }", "array of tables", "table"),
        ("speakers", '"s1"', "array of tables", "string"),
        ("title", "[]", "string", "array"),
    ],
)
def test_a_value_of_another_kind_is_told_and_left_out(key: str, value: str, wanted: str, found: str) -> None:
    title = "" if key == "title" else "title = 'P'\n"
    body = f"[[panels]]\nid = 'p'\n{title}questions_minutes = 5\n{key} = {value}\n"
    fault = only(faults_of(body))
    assert (fault.code, fault.message_id, fault.at, fault.path) == ("FORM-4", "wrong-type", "p", ("panels", 0, key))
    assert fault.params == {"key": key, "wanted": wanted, "found": found}
    read = plan_of(body).panels[0]
    assert not getattr(read, key)
    assert read.questions_minutes == 5
    assert key in read.removed


@pytest.mark.parametrize("value", ["true", "nan", "inf", "-inf", '"0.4"', "[0.4]"])
def test_a_number_is_an_int_or_a_finite_float(value: str) -> None:
    assert only(faults_of(f"[budget]\ncommunity_share = {value}\n")).params["wanted"] == "number"
    assert faults_of("[budget]\ncommunity_share = 1\n") == faults_of("[budget]\ncommunity_share = 0.4\n") == []


def test_of_a_list_the_one_element_goes() -> None:
    body = panel("id = 's1', represents = ['sex-workers', 3, 'women']")
    fault = only(faults_of(body))
    assert (fault.path[-2:], fault.params["found"]) == (("represents", 1), "int")
    place = plan_of(body).panels[0].speakers[0]
    assert place.represents == ("sex-workers", "women")
    assert "represents" in place.removed


@pytest.mark.parametrize(
    ("body", "key", "wanted"),
    [
        ("panels = 3\n", "panels", "array of tables"),
        ("[panels]\nid = 'p'\n", "panels", "array of tables"),
        ("panels = [3]\n", "panels", "table"),
        ("[[safety]]\ncontact = true\n", "safety", "table"),
        ("safety = true\n", "safety", "table"),
    ],
)
def test_a_table_of_another_kind_goes_whole(body: str, key: str, wanted: str) -> None:
    fault = only(faults_of(body))
    assert (fault.code, fault.at, fault.params["wanted"]) == ("FORM-4", "plan", wanted)
    plan = plan_of(body)
    if key == "panels":
        assert (plan.panels, plan.removed) == ((), frozenset(("panels",)))
    else:
        assert plan.safety.contact is None
        assert {"contact", "host_law"} < plan.safety.removed


def test_an_event_that_is_no_table_is_one_fault() -> None:
    assert told(faults_of(event="event = 'Rights'\n")) == [("FORM-4", "wrong-type", "plan")]
    assert "concerns" in plan_of(event="event = 'Rights'\n").event.removed


@pytest.mark.parametrize("blank", ['""', '" "', '"\\t\\n"', '"\u00a0"'])
def test_a_blank_text_is_an_absent_key(blank: str) -> None:
    body = panel(f"id = 's1', chosen_by = {blank}, role = {blank}, display = {blank}")
    assert told(faults_of(body)) == [("FORM-4", "blank", "s1")] * 3
    place = plan_of(body).panels[0].speakers[0]
    assert (place.chosen_by, place.role, place.display) == (None, None, None)


def test_a_blank_required_text_is_told_once() -> None:
    assert told(faults_of(organisations="[[organisations]]\nid = ' '\nname = ''\n")) == [
        ("FORM-4", "blank", "organisations[0]"),
        ("FORM-4", "blank", "organisations[0]"),
    ]


def test_withheld_stands_for_every_value_of_the_tables_of_care() -> None:
    for name, cls in (("safety", model.Safety), ("access", model.Access), ("budget", model.Budget)):
        keys = list(cls.FIELDS)
        body = f"[{name}]\n" + "".join(f"{key} = 'withheld'\n" for key in keys)
        assert faults_of(body) == []
        table = getattr(plan_of(body), name)
        assert {getattr(table, key) for key in keys} == {"withheld"}


@pytest.mark.parametrize("key", ["recorded", "minutes", "starts", "agenda_fixed_on", "framing", "speakers"])
def test_elsewhere_withheld_is_no_value_where_no_text_is(key: str) -> None:
    fault = only(faults_of(f"[[panels]]\nid = 'p'\ntitle = 'P'\n{key} = 'withheld'\n"))
    assert (fault.code, fault.message_id, fault.params["key"]) == ("FORM-4", "withheld-here", key)


def test_elsewhere_it_is_an_ordinary_text() -> None:
    assert faults_of("[[panels]]\nid = 'p'\ntitle = 'withheld'\n") == []
    assert told(faults_of(panel("id = 's1', status = 'withheld', chosen_by = 'withheld'"))) == [
        ("FORM-6", "unknown-word", "s1"),
        ("FORM-9", "no-such", "s1"),
    ]


# FORM-5: unknown keys


@pytest.mark.parametrize(
    ("key", "suggestion"),
    [
        ("Title", "title"),
        ("titel", "title"),
        ("agenda-fixed-on", "agenda_fixed_on"),
        ("minuets", "minutes"),
        ("kin", "kind"),
    ],
)
def test_an_unknown_key_is_told_with_what_was_probably_meant(key: str, suggestion: str) -> None:
    body = f'[[panels]]\nid = "p"\ntitle = "P"\n"{key}" = 1\n'
    fault = only(faults_of(body))
    assert (fault.code, fault.message_id, fault.severity, fault.at) == ("FORM-5", "unknown-key", "warning", "p")
    assert fault.params == {"key": key, "suggestion": suggestion}


def test_a_key_of_another_table_is_told_with_that_table() -> None:
    fault = only(faults_of(panel("id = 's1'", keys="chosen_by = 'net'\n")))
    assert (fault.message_id, fault.params) == ("belongs-to", {"key": "chosen_by", "table": "speakers"})
    assert only(faults_of("[safety]\nstage = 'idea'\n")).params["table"] == "plan"


def test_a_key_that_is_near_nothing_is_told_without_a_guess() -> None:
    fault = only(faults_of("wallpaper = 'blue'\n"))
    assert (fault.message_id, fault.params) == ("unknown-key", {"key": "wallpaper", "suggestion": ""})


@pytest.mark.parametrize(
    "table", ["[rooms]\nx = { y = 1 }\n", "[[rooms]]\nx = 1\n[[rooms]]\nfoo = 1\n", "rooms.x.y = 1\n"]
)
def test_an_unknown_table_is_one_fault(table: str) -> None:
    assert told(faults_of(table)) == [("FORM-5", "unknown-key", "plan")]


def test_an_unknown_key_leaves_the_known_ones() -> None:
    plan = plan_of(panel("id = 's1', minutes = 3, x = 1"))
    assert (plan.panels[0].speakers[0].minutes, plan.panels[0].speakers[0].removed) == (3, frozenset())


@pytest.mark.parametrize("key", ["email", "Date-of-Birth", "'desk@lantern.example'"])
def test_a_key_that_saf_1_forbids_isnt_named(key: str) -> None:
    assert faults_of(panel(f"id = 's1', {key} = 'x'")) == []


def test_a_long_key_is_shortened() -> None:
    fault = only(faults_of(f"{'x' * 100} = 1\n"))
    assert fault.params["key"] == "x" * 39 + "…"


# FORM-6: words


def test_an_unknown_word_takes_out_one_element() -> None:
    body = panel("id = 's1', represents = ['sex_workers', 'women', 'foo']")
    faults = faults_of(body)
    assert [(f.code, f.message_id, f.path[-1], f.params["suggestion"]) for f in faults] == [
        ("FORM-6", "unknown-word", 0, "sex-workers"),
        ("FORM-6", "unknown-word", 2, ""),
    ]
    assert plan_of(body).panels[0].speakers[0].represents == ("women",)


@pytest.mark.parametrize(("key", "default"), [("role", "panellist"), ("status", "reserved"), ("basis", "organisation")])
def test_an_unknown_word_gets_no_default(key: str, default: str) -> None:
    body = panel(f"id = 's1', {key} = 'wrong'")
    place = plan_of(body).panels[0].speakers[0]
    assert getattr(place, key) is None
    assert getattr(plan_of(panel("id = 's1'")).panels[0].speakers[0], key) == default
    assert place.removed == {key}


def test_a_panel_and_a_stage_of_an_unknown_word_get_none_either() -> None:
    plan = plan_of("[[panels]]\nid = 'p'\ntitle = 'P'\nkind = 'jamboree'\n")
    assert (plan.panels[0].kind, plan.panels[0].removed) == (None, frozenset(("kind",)))
    file = read_bytes("a.toml", (HEAD + EVENT).replace("inviting", "invitng").encode())
    assert file.plan is not None
    assert (file.plan.stage, file.plan.removed) == (None, frozenset(("stage",)))
    assert file.faults[0].params["suggestion"] == "inviting"


@pytest.mark.parametrize("conditions", ["['none', 'vetoes']", "['vetoes']", "['none', 3]", "['none', ' ']"])
def test_half_a_list_of_conditions_is_no_list(conditions: str) -> None:
    plan = plan_of(f"[[sponsors]]\norganisation = 'net'\nconditions = {conditions}\n")
    assert (plan.sponsors[0].conditions, plan.sponsors[0].removed) == (None, frozenset(("conditions",)))


def test_a_repeated_word_counts_once_and_leaves_conditions_whole() -> None:
    body = "[[sponsors]]\norganisation = 'net'\nconditions = ['branding', 'speaker-veto', 'branding']\n"
    fault = only(faults_of(body))
    assert (fault.code, fault.message_id, fault.severity, fault.path[-1]) == ("FORM-6", "repeated", "warning", 2)
    sponsor = plan_of(body).sponsors[0]
    assert (sponsor.conditions, sponsor.removed) == (("branding", "speaker-veto"), frozenset())


@pytest.mark.parametrize(
    ("where", "allowed"),
    [
        ("event = { title = 'R', concerns = ['key-populations'] }", True),
        ("[[panels]]\nid = 'p'\ntitle = 'P'\nconcerns = ['key-populations']", True),
        ("[[panels]]\nid='p'\ntitle='P'\nspeakers=[{ id='s', speaks_on_behalf_of=['key-populations'] }]", True),
        ("[[statements]]\nid='t'\ntitle='T'\ndrafters=[]\nnames_groups=['key-populations']", True),
        ("[[decisions]]\nwhat='aims'\nmade_on=2026-11-01\nmade_by=[]\nbinds=['key-populations']", True),
        ("[[panels]]\nid='p'\ntitle='P'\nspeakers=[{ id='s', represents=['key-populations'] }]", False),
        ("[[organisations]]\nid='x'\nname='X'\nled_by=['key-populations']", False),
    ],
)
def test_the_group_stands_wherever_nobody_speaks_for_it(where: str, allowed: bool) -> None:
    faults = list(with_entry(where).faults)
    assert [fault.message_id for fault in faults] == ([] if allowed else ["unknown-word"])


def test_other_needs_its_text() -> None:
    assert faults_of(panel("id = 's1', represents = ['other:nurses']")) == []
    assert only(faults_of(panel("id = 's1', represents = ['other:']"))).message_id == "unknown-word"


def test_a_word_is_echoed_shortened() -> None:
    fault = only(faults_of(panel(f"id = 's1', role = '{'ab' * 40}'")))
    assert fault.params["word"] == ("ab" * 40)[:39] + "…"


# Laws

VALUES = st.recursive(
    st.one_of(
        st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.dates(), st.times(), st.datetimes(),
        st.sampled_from(("withheld", "sex-workers", "other:", "s1", "p", "net", "open", "2026-11-01", "desk@lantern.example")),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)  # fmt: skip


def tables(cls: type[Table], depth: int = 0) -> st.SearchStrategy[dict[str, object]]:
    """Data shaped like a table of the format, each key with a value of any kind, or of its own."""
    keys = {field.key: value_of(field, depth) for field in cls.FIELDS.values()}
    return st.fixed_dictionaries({}, optional=keys)


def value_of(field: Field, depth: int) -> st.SearchStrategy[object]:
    if field.table is None or depth > 1:
        return VALUES
    inner = tables(field.table, depth + 1)
    if field.kind == "tables":
        return st.one_of(st.lists(inner, max_size=2), VALUES)
    return st.one_of(inner, VALUES)


@given(tables(model.Plan))
def test_whatever_the_data_a_plan_comes_out_and_every_fault_has_its_place(data: dict[str, object]) -> None:
    plan, faults = read_plan(data, datetime.date(2026, 12, 1))
    for fault in faults:
        around = value_at(data, fault.path[:-1])
        assert isinstance(around, dict | list)
        missing = isinstance(around, dict) and fault.path[-1] not in around
        assert missing == (fault.code == "FORM-3")
        assert "lantern" not in repr((fault.params, fault.at))
    assert plan.today == datetime.date(2026, 12, 1)
