"""What can be added where, what a copy takes over, and how far an entry can move."""

from __future__ import annotations

from eventreview.plan.edits import Move
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.tui.ordering import copied, moved, rooms

PLAN = b"""format = 1
stage = "inviting"

[event]
title = "Forum"
concerns = ["sex-workers"]

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"

[[panels]]
id = "opening"
title = "Opening"

[[panels.speakers]]
id = "s1"
organisation = "net"
role = "moderator"
represents = ["sex-workers"]
minutes = 10
status = "confirmed"
display = "Somebody"
person = "x1"
chosen_by = "net"
chosen_on = 2027-01-10
notes = "called twice"
consent = { named = "yes" }
fee = { amount = 100 }

[[panels.speakers]]
id = "s2"

[[statements]]
id = "declaration"
title = "Declaration"
drafters = ["net"]

[[judgements]]
rule = "BAL-1"
at = "opening"
verdict = "met"
by = "net"
on = 2027-01-01
"""


def plan() -> PlanFile:
    """The plan above."""
    return read_bytes("plan.toml", PLAN)


def arrays(*path: str | int) -> list[tuple[str | int, ...]]:
    """The arrays that an entry can be added to from the object at a path."""
    return [room.array for room in rooms(plan(), path)]


def test_on_a_panel_a_place_is_added_and_after_a_place_another() -> None:
    assert arrays("panels", 0) == [("panels", 0, "speakers")]
    [room] = rooms(plan(), ("panels", 0, "speakers", 0))
    assert (room.array, room.index) == (("panels", 0, "speakers"), 1)


def test_a_statement_has_arrays_of_its_own() -> None:
    assert arrays("statements", 0) == [
        ("statements",),
        ("statements", 0, "left_out"),
        ("statements", 0, "sign_off"),
        ("statements", 0, "requests"),
    ]


def test_an_array_and_a_table_that_the_file_lacks_take_entries_too() -> None:
    assert arrays("consultations") == [("consultations",)]
    assert arrays("partnership") == [("partnership", "seats")]
    assert arrays("event") == []
    assert arrays() == []


def test_a_copy_takes_over_nothing_that_is_true_of_one_holder_alone() -> None:
    form = copied(plan(), ("panels", 0, "speakers", 0))
    assert form is not None
    assert form.initial == {"organisation": "net", "role": "moderator", "represents": ["sex-workers"], "minutes": 10}
    assert (form.path, form.insert_index) == (("panels", 0, "speakers"), 1)


def test_a_copy_of_an_organisation_declares_nothing_in_its_name() -> None:
    said = b"""name = "Lantern Network (fictional)"
kind = "community-network"
led_by = ["sex-workers"]
led_by_basis = "self-declared"
roles = ["lead"]
position = "decriminalisation"
"""
    form = copied(
        read_bytes("plan.toml", PLAN.replace(b'name = "Lantern Network (fictional)"\n', said)), ("organisations", 0)
    )
    assert form is not None
    assert form.initial == {"kind": "community-network"}


def test_a_copy_of_a_place_takes_over_no_declaration_of_its_holder() -> None:
    said = b'role = "moderator"\nbasis = "self"\ntalk = "testimony"\nutc_offset = "+02:00"\nmode = "voice-only"\n'
    file = read_bytes("plan.toml", PLAN.replace(b'role = "moderator"\n', said))
    form = copied(file, ("panels", 0, "speakers", 0))
    assert form is not None
    assert form.initial == {"organisation": "net", "role": "moderator", "minutes": 10}


def test_a_copy_never_repeats_a_way_to_reach_somebody() -> None:
    file = read_bytes("plan.toml", PLAN.replace(b'["sex-workers"]\nminutes', b'["other:a@mail.example"]\nminutes'))
    form = copied(file, ("panels", 0, "speakers", 0))
    assert form is not None
    assert form.initial == {"organisation": "net", "role": "moderator", "minutes": 10}


def test_an_answer_a_table_and_an_array_have_no_copy() -> None:
    assert copied(plan(), ("judgements", 0)) is None
    assert copied(plan(), ("event",)) is None
    assert copied(plan(), ("panels",)) is None


def test_an_entry_moves_within_its_array() -> None:
    assert moved(plan(), ("panels", 0, "speakers", 0), 1) == Move(("panels", 0, "speakers"), 0, 1)
    assert moved(plan(), ("panels", 0, "speakers", 1), 1) is None
    assert moved(plan(), ("panels", 0, "speakers", 0), -1) is None
    assert moved(plan(), ("event",), 1) is None
