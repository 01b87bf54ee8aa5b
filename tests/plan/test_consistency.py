"""Dates that can't be and sums that don't add up are told, and nothing that is merely late (FORM-10, FORM-14)."""

from __future__ import annotations

import datetime

import pytest
from tests.plan.reading import EVENT, HEAD, faults_of, panel, plan_of, told

from eventreview.plan.faults import Fault
from eventreview.plan.file import read_bytes

ASKED = "[[consultations]]\nid='c'\nby='ally'\nwith='net'\nabout=['aims']\nasked_on=2026-11-10\n"
STATEMENT = "[[statements]]\nid='t'\ntitle='T'\ndrafters=[]\n"


def event(keys: str) -> str:
    return f"[event]\ntitle = 'Rights'\nconcerns = ['sex-workers']\n{keys}"


def faults_with_event(keys: str, body: str = "") -> list[Fault]:
    return faults_of(event(keys) + body, event="")


def only(faults: list[Fault]) -> Fault:
    (fault,) = faults
    return fault


# A body, the fault it has, its severity, and the same with the date one day later, which is possible.
PAIRS = [
    (event("starts=2027-03-10\nends=2027-03-09\n"), "ends-before-start", "error", ("event", "ends")),
    (event("ends=2027-03-10\nagenda_fixed_on=2027-03-11\n"), "after-the-end", "warning", ("event", "agenda_fixed_on")),
    (event("ends=2027-03-10\npublished_on=2027-03-11\n"), "after-the-end", "warning", ("event", "published_on")),
    (ASKED + "reply_by=2026-11-09\n", "due-before-asked", "error", ("consultations", 0, "reply_by")),
    (ASKED + "answered_on=2026-11-09\n", "answered-before-asked", "error", ("consultations", 0, "answered_on")),
    (
        ASKED + "answered_on=2026-11-12\nreply_given_on=2026-11-11\n",
        "reply-before-answer",
        "error",
        ("consultations", 0, "reply_given_on"),
    ),
    (
        STATEMENT + "drafting_from=2026-11-10\nfinalised_on=2026-11-09\n",
        "final-before-draft",
        "error",
        ("statements", 0, "finalised_on"),
    ),
    (
        STATEMENT + "drafting_from=2026-11-10\npublished_on=2026-11-09\n",
        "published-before-final",
        "error",
        ("statements", 0, "published_on"),
    ),
    (
        STATEMENT + "finalised_on=2026-11-10\npublished_on=2026-11-09\n",
        "published-before-final",
        "error",
        ("statements", 0, "published_on"),
    ),
    (
        STATEMENT + "drafting_from=2026-11-10\nsent_on=2026-11-09\n",
        "sent-before-draft",
        "error",
        ("statements", 0, "sent_on"),
    ),
    (
        STATEMENT + "drafting_from=2026-11-10\nsign_off=[{ organisation='net', on=2026-11-09 }]\n",
        "signed-before-draft",
        "error",
        ("statements", 0, "sign_off", 0, "on"),
    ),
    (
        "[[notices]]\nopportunity='O'\nto='net'\nsent_on=2026-11-10\ndeadline=2026-11-09\n",
        "deadline-first",
        "warning",
        ("notices", 0, "deadline"),
    ),
    (
        "[[bridges]]\ncommunity_organisation='net'\nto='ally'\non=2026-11-10\nfollow_up_on=2026-11-09\n",
        "follow-up-first",
        "warning",
        ("bridges", 0, "follow_up_on"),
    ),
    (
        "[[commitments]]\nwhat='W'\nby='net'\ndone_on=2026-11-10\nreported_on=2026-11-09\n",
        "not-met",
        "warning",
        ("commitments", 0, "reported_on"),
    ),
    (
        "[evaluation]\nplanned_on=2026-11-10\nshared_on=2026-11-09\n",
        "shared-early",
        "warning",
        ("evaluation", "shared_on"),
    ),
]


@pytest.mark.parametrize(("body", "message_id", "severity", "path"), PAIRS)
def test_a_date_before_the_one_it_follows_is_told(
    body: str, message_id: str, severity: str, path: tuple[str | int, ...]
) -> None:
    start = "" if body.startswith("[event]") else EVENT
    fault = only(faults_of(body, event=start))
    assert (fault.code, fault.message_id, fault.severity, fault.path) == ("FORM-10", message_id, severity, path)
    plan = plan_of(body, event=start)
    if message_id == "signed-before-draft":
        assert plan.statements[0].sign_off == ()  # a sign-off without its day is none
        return
    table = getattr(plan, str(path[0]))
    value = getattr(table[0] if isinstance(table, tuple) else table, str(path[-1]))
    assert (value is None) == (severity == "error")


@pytest.mark.parametrize(("body", "message_id", "severity", "path"), PAIRS)
def test_the_same_day_is_possible(body: str, message_id: str, severity: str, path: tuple[str | int, ...]) -> None:
    # Each pair lies one day apart around the 10th of November, the 11th or the 10th of March.
    for wrong, right in (("2026-11-09", "2026-11-10"), ("reply_given_on=2026-11-11", "reply_given_on=2026-11-12")):
        body = body.replace(wrong, right)
    body = body.replace("ends=2027-03-09", "ends=2027-03-10").replace("=2027-03-11", "=2027-03-10")
    assert faults_of(body, event="" if body.startswith("[event]") else EVENT) == []


def test_what_is_at_fault_counts_as_absent_for_the_lines_after_it() -> None:
    body = ASKED + "answered_on=2026-11-09\nreply_given_on=2026-11-08\n"
    assert [fault.message_id for fault in faults_of(body)] == ["answered-before-asked"]
    late = "starts=2027-03-10\nends=2027-03-09\npublished_on=2027-03-20\n"
    panels = panel("id = 's1', delegated_on = 2027-03-20", keys="starts = 2027-03-15\n")
    assert [fault.message_id for fault in faults_with_event(late, panels)] == ["ends-before-start"]


def test_a_pair_with_an_absent_half_says_nothing() -> None:
    assert faults_with_event("ends=2027-03-09\n", panel("id = 's1'", keys="starts = 2027-03-01\n")) == []
    assert faults_with_event("starts=2027-03-09\n", panel("id = 's1'", keys="starts = 2027-03-20\n")) == []
    assert faults_of(STATEMENT + "published_on=2026-11-09\n") == []


def test_times_decide_on_one_day_where_both_are_given() -> None:
    assert (
        only(faults_with_event("starts=2027-03-10T10:00:00\nends=2027-03-10T09:00:00\n")).message_id
        == "ends-before-start"
    )
    assert faults_with_event("starts=2027-03-10T10:00:00\nends=2027-03-10\n") == []
    zone = "timezone='Europe/Zurich'\n"
    assert faults_with_event(zone + "starts=2027-03-10T10:00:00\nends=2027-03-10T09:30:00Z\n") == []
    assert faults_with_event("starts=2027-03-10T10:00:00\nends=2027-03-10T08:00:00Z\n") == []
    assert len(faults_with_event(zone + "starts=2027-03-10T10:00:00\nends=2027-03-10T08:00:00Z\n")) == 1


@pytest.mark.parametrize(
    ("day", "outside"), [("2027-03-08", True), ("2027-03-09", False), ("2027-03-11", False), ("2027-03-12", True)]
)
def test_a_panel_lies_on_a_day_of_its_event(day: str, outside: bool) -> None:
    faults = faults_with_event(
        "starts=2027-03-09\nends=2027-03-11T12:00:00\n", panel("id = 's1'", keys=f"starts = {day}T23:00:00\n")
    )
    assert told(faults) == ([("FORM-10", "outside-event", "p")] if outside else [])


@pytest.mark.parametrize(
    ("starts", "minutes", "outside"),
    [
        ("2027-03-10T08:59:59", 60, True),
        ("2027-03-10T09:00:00", 60, False),
        ("2027-03-10T10:00:00", 60, False),
        ("2027-03-10T10:00:01", 60, True),
        ("2027-03-10T20:00:00", None, False),
        ("2027-03-11", 60, False),
        ("2027-03-10T20:00:00", 10**30, False),
    ],
)  # fmt: skip
def test_a_place_starts_within_its_panel(starts: str, minutes: int | None, outside: bool) -> None:
    keys = "starts = 2027-03-10T09:00:00\n" + (f"minutes = {minutes}\n" if minutes is not None else "")
    assert told(faults_of(panel(f"id = 's1', starts = {starts}", keys=keys))) == (
        [("FORM-10", "outside-panel", "s1")] if outside else []
    )


def test_a_panel_at_the_end_of_the_calendar_is_no_crash() -> None:
    keys = "starts = 9999-12-31T23:00:00\nminutes = 600\n"
    assert faults_of(panel("id = 's1', starts = 9999-12-31T23:30:00", keys=keys)) == []


def test_a_consent_withdrawn_before_it_was_given_is_withdrawn() -> None:
    body = panel("id = 's1', consent = { recorded = 'yes', on = 2026-11-10, withdrawn_on = 2026-11-09 }")
    fault = only(faults_of(body))
    assert (fault.code, fault.message_id, fault.severity, fault.at) == (
        "FORM-10",
        "withdrawn-before-given",
        "error",
        "s1",
    )
    consent = plan_of(body).panels[0].speakers[0].consent
    assert consent is not None
    assert (consent.withdrawn_on, consent.recorded, consent.removed) == (datetime.date(2026, 11, 9), "yes", frozenset())


def test_even_where_both_days_lie_ahead() -> None:
    body = panel("id = 's1', consent = { on = 2027-02-02, withdrawn_on = 2027-02-01 }")
    consent = plan_of(body).panels[0].speakers[0].consent
    assert consent is not None
    assert consent.withdrawn_on == datetime.date(2026, 12, 1)


def test_a_mandate_isnt_given_after_the_event() -> None:
    ends = "ends=2027-03-10\n"
    assert told(faults_with_event(ends, panel("id = 's1', delegated_on = 2027-03-11"))) == [
        ("FORM-10", "delegated-after", "s1")
    ]
    assert faults_with_event(ends, panel("id = 's1', delegated_on = 2027-03-10")) == []


def test_a_supplement_comes_after_its_text() -> None:
    main = "[[statements]]\nid='m'\ntitle='M'\ndrafters=[]\npublished_on=2026-11-10\n"
    supplement = STATEMENT + "supplement_to='m'\npublished_on=2026-11-09\n"
    fault = only(faults_of(main + supplement))
    assert (fault.message_id, fault.severity, fault.at) == ("supplement-first", "warning", "t")
    assert faults_of(main + supplement.replace("-09", "-10")) == []


def test_recordings_come_out_after_the_panel_and_after_they_were_shown() -> None:
    starts = "starts=2026-11-10T18:00:00\n"
    for keys, expected in (
        ("recording_published_on = 2026-11-09\n", ["recording-first"]),
        ("recording_shown_on = 2026-11-12\nrecording_published_on = 2026-11-11\n", ["recording-first"]),
        ("recording_shown_on = 2026-11-09\n", ["shown-before-held"]),
        ("recording_shown_on = 2026-11-10\nrecording_published_on = 2026-11-10\n", []),
        ("starts = 2026-11-08\nrecording_published_on = 2026-11-09\n", ["outside-event"]),
    ):
        assert [fault.message_id for fault in faults_with_event(starts, panel("id = 's1'", keys=keys))] == expected


@pytest.mark.parametrize(
    ("stage", "starts", "told_so"),
    [
        ("held", "2026-12-02", True),
        ("closed", "2026-12-02T00:00:00", True),
        ("held", "2026-12-01T23:00:00", False),
        ("published", "2026-12-02", False),
    ],
)
def test_an_event_isnt_held_before_its_day(stage: str, starts: str, told_so: bool) -> None:
    text = (HEAD + event(f"starts={starts}\n")).replace("inviting", stage)
    file = read_bytes("a.toml", text.encode())
    assert [(f.message_id, f.at, f.path) for f in file.faults] == (
        [("held-in-future", "plan", ("stage",))] if told_so else []
    )
    assert file.plan is not None
    assert (file.plan.stage, file.plan.removed) == ("published" if told_so else stage, frozenset())


def test_what_the_rules_are_about_is_no_fault_of_form() -> None:
    body = panel(
        "id = 's1', chosen_by = 'net', chosen_on = 2026-11-10, invited_on = 2026-11-01, out_on = 2026-10-01"
    ) + (
        "[[organisations]]\nid='x'\nname='X'\nlisting_agreed_on=2030-01-01\n"
        "[[waivers]]\nrule='REP-1'\nat='s1'\nreason='R'\nagreed_by='x'\non=2026-11-02\nuntil=2026-11-01\n"
    )
    assert faults_of(body.replace("'net'", "'x'"), organisations="") == []


# FORM-14


@pytest.mark.parametrize(
    ("body", "key", "allowed"),
    [
        ("[[panels]]\nid='p'\ntitle='P'\nminutes=-1\n", "minutes", "not-negative"),
        ("[[panels]]\nid='p'\ntitle='P'\nquestions_minutes=-1\n", "questions_minutes", "not-negative"),
        (panel("id='s1', minutes=-1"), "minutes", "not-negative"),
        (panel("id='s1', fee={ amount=-0.5 }"), "amount", "not-negative"),
        (panel("id='s1', fee={ amount=1, rate=0 }"), "rate", "positive"),
        (panel("id='s1', fee={ amount=1, rate=-1.5 }"), "rate", "positive"),
        ("[[sponsors]]\norganisation='net'\nconditions=['community-quota']\nquota=-1\n", "quota", "not-negative"),
        ("[[sponsors]]\norganisation='net'\nconditions=['none']\namount=-1\n", "amount", "not-negative"),
        ("[safety]\nretention_days=-1\n", "retention_days", "not-negative"),
        ("[budget]\ncommunity_share=-0.1\n", "community_share", "share"),
        ("[budget]\ncommunity_share=1.1\n", "community_share", "share"),
        ("[budget]\ncommunity_share=40\n", "community_share", "share"),
        ("[[sources]]\ntitle='S'\nkind='un'\nyear=1799\n", "year", "year"),
        ("[[sources]]\ntitle='S'\nkind='un'\nyear=2028\n", "year", "year"),
        ("[[sources]]\ntitle='S'\nkind='un'\nyear=-5\n", "year", "year"),
        (panel("id='s1', utc_offset='+14:01'"), "utc_offset", "utc-offset"),
        ("[access]\ninterpretation=['en']\n", "interpretation", "interpretation"),
        (panel("id='s1', languages=['French']"), "languages", "language"),
        (panel("id='s1', fee={ amount=1, currency='eur' }"), "currency", "currency"),
    ],
)
def test_a_number_or_code_beyond_its_range_is_told_and_left_out(body: str, key: str, allowed: str) -> None:
    fault = only(faults_of(body))
    assert (fault.code, fault.message_id, fault.severity) == ("FORM-14", "out-of-range", "error")
    assert fault.params == {"key": key, "allowed": allowed}


@pytest.mark.parametrize("key", ["country='ch'", "currency='CH'", "timezone='CET'", "languages=['fr','f']"])
def test_codes_of_the_event_are_told_by_their_shape(key: str) -> None:
    assert told(faults_with_event(key + "\n")) == [("FORM-14", "out-of-range", "event")]


def test_the_ends_of_each_range_are_in_it() -> None:
    body = (
        "[[sources]]\ntitle='S'\nkind='un'\nyear=1800\n[[sources]]\ntitle='S'\nkind='un'\nyear=2027\n"
        "[budget]\ncommunity_share=0\n[safety]\nretention_days=0\n"
        + panel("id='s1', minutes=0, fee={ amount=0, rate=0.1 }")
    )
    assert faults_of(body) == []
    assert faults_of("[budget]\ncommunity_share=1\n") == []
    assert faults_of("[safety]\nretention_days='withheld'\n") == []


def test_sums_and_pairs_are_warnings_and_nothing_is_left_out() -> None:
    keys = "minutes = 60\nquestions_minutes = 61\n"
    body = panel("id='s1', minutes=40", "id='s2', minutes=30", "id='s3', minutes=99, status='open'", keys=keys)
    found = {fault.message_id: fault for fault in faults_of(body)}
    assert {fault.severity for fault in found.values()} == {"warning"}
    assert found["over-full"].params == {"key": "minutes", "minutes": 60, "spoken": 70}
    assert found["out-of-range"].path[-1] == "questions_minutes"
    read = plan_of(body).panels[0]
    assert (read.minutes, read.questions_minutes) == (60, 61)


def test_a_panel_that_is_exactly_full_is_fine_and_unreadable_places_dont_count() -> None:
    places = ("id='s1', minutes=30", "id='s2', minutes=30")
    assert faults_of(panel(*places, keys="minutes = 60\nquestions_minutes = 60\n")) == []
    faults = faults_of(panel(*places, "id='s3', minutes=30, role='chair'", keys="minutes = 60\n"))
    assert [fault.code for fault in faults] == ["FORM-6"]


def test_none_beside_other_conditions_is_dropped() -> None:
    body = "[[sponsors]]\norganisation='net'\nconditions=['none', 'speaker-veto']\n"
    fault = only(faults_of(body))
    assert (fault.message_id, fault.severity, fault.at) == ("none-and-others", "warning", "sponsors[0]")
    sponsor = plan_of(body).sponsors[0]
    assert (sponsor.conditions, sponsor.removed) == (("speaker-veto",), frozenset())


def test_a_quota_goes_with_its_condition() -> None:
    body = "[[sponsors]]\norganisation='net'\nconditions=['none']\nquota=2\n"
    fault = only(faults_of(body))
    assert (fault.message_id, fault.severity, fault.path[-1]) == ("out-of-range", "warning", "quota")
    assert plan_of(body).sponsors[0].quota == 2
    assert faults_of(body.replace("'none'", "'community-quota'")) == []
