"""One name space for the whole file, and nothing pointing nowhere (FORM-7, FORM-8, FORM-9)."""

from __future__ import annotations

import pytest
from tests.plan.reading import EVENT, faults_of, file_of, panel, plan_of, told

from eventreview.plan.faults import Fault
from eventreview.plan.model import Organisation, Panel, Place
from eventreview.plan.references import address_around, owners

CONSULTATION = 'by = "ally", with = "net", about = ["speakers"], asked_on = 2026-11-01'


def lines(pairs: str) -> str:
    return pairs.replace(", ", "\n")


def only(faults: list[Fault]) -> Fault:
    (fault,) = faults
    return fault


# Ids


@pytest.mark.parametrize("id", ["Net", "a b", "a_b", "-a", "é", "a" * 65, "a.b"])
def test_an_id_of_other_signs_is_a_fault_and_still_found(id: str) -> None:
    organisations = f'organisations = [{{ id = "{id}", name = "Lantern (fictional)" }}]\n'
    body = panel(f'id = "s1", organisation = "{id}"')
    assert told(faults_of(body, organisations=organisations)) == [("FORM-7", "bad-id", id)]
    plan = plan_of(body, organisations=organisations)
    assert plan.panels[0].speakers[0].organisation == id
    assert isinstance(plan.object_of(id), Organisation)


RESERVED = (
    "plan",
    "event",
    "partnership",
    "evaluation",
    "assessment",
    "safety",
    "access",
    "budget",
    "import",
    "self",
    "holder",
)


@pytest.mark.parametrize("id", RESERVED)
def test_a_reserved_word_is_no_id(id: str) -> None:
    body = panel(f'id = "{id}"')
    assert told(faults_of(body)) == [("FORM-7", "reserved-id", "panels[0].speakers[0]")]
    assert plan_of(body).panels[0].speakers[0].at == "panels[0].speakers[0]"


@pytest.mark.parametrize("id", RESERVED)
def test_an_organisation_by_a_reserved_word_is_left_out_with_what_names_it(id: str) -> None:
    organisations = f'organisations = [{{ id = "{id}", name = "Lantern (fictional)" }}]\n'
    body = panel(f'id = "s1", organisation = "{id}"')
    plan = plan_of(body, organisations=organisations)
    assert plan.organisations == ()
    assert plan.panels[0].speakers[0].organisation is None
    codes = told(faults_of(body, organisations=organisations))
    assert codes == [("FORM-7", "reserved-id", "organisations[0]"), ("FORM-9", "no-such", "s1")]


def test_a_reserved_word_is_no_id_of_the_event_either() -> None:
    event = 'event = { id = "event", title = "Rights", concerns = ["sex-workers"] }\n'
    assert told(faults_of(event=event)) == [("FORM-7", "reserved-id", "event")]


def test_a_tag_is_held_to_the_same_signs_and_never_echoed() -> None:
    faults = faults_of(panel('id = "s1", person = "Rosa M"', 'id = "s2", person = "self"', 'id = "s3", person = "r-m"'))
    assert told(faults) == [("FORM-7", "bad-id", "s1"), ("FORM-7", "reserved-id", "s2")]
    assert "Rosa" not in repr([fault.params for fault in faults])


# Twice


def test_a_later_entry_with_an_id_is_a_fault_and_references_mean_the_first() -> None:
    body = (
        '[[statements]]\nid = "x"\ntitle = "First"\ndrafters = []\n'
        + panel('id = "x", organisation = "net"')
        + f'[[consultations]]\nid = "c1"\n{lines(CONSULTATION)}\nref = "x"\n'
    )
    file = file_of(body)
    fault = only(list(file.faults))
    assert (fault.code, fault.message_id, fault.at) == ("FORM-8", "duplicate", "panels[0].speakers[0]")
    assert fault.params == {"id": "x", "first_line": 7}
    assert fault.related == ("statements", 0, "id")
    assert file.plan is not None
    assert file.plan.object_of("x") is file.plan.statements[0]
    assert file.plan.panels[0].speakers[0].at == "panels[0].speakers[0]"
    assert file.plan.consultations[0].ref == "x"


def test_the_order_of_the_file_decides_which_is_the_first() -> None:
    panels = panel('id = "s1"')
    statement = '[[statements]]\nid = "p"\ntitle = "Text"\ndrafters = []\n'
    assert only(faults_of(panels + statement)).at == "statements[0]"
    assert only(faults_of(statement + panels)).at == "panels[0]"


def test_the_event_and_the_tables_share_one_name_space() -> None:
    event = 'event = { id = "net", title = "Rights", concerns = ["sex-workers"] }\n'
    assert only(faults_of(event=event)).at == "organisations[0]"
    late = 'organisations = [{ id = "net", name = "Lantern (fictional)" }]\n[event]\nid = "net"\ntitle = "Rights"\nconcerns = []\n'
    fault = only(faults_of(event="", organisations=late))
    assert (fault.at, fault.path) == ("event", ("event", "id"))


def test_a_third_entry_is_a_fault_of_its_own() -> None:
    faults = faults_of(panel('id = "s1"', 'id = "s1"', 'id = "s1"'))
    assert told(faults) == [("FORM-8", "duplicate", f"panels[0].speakers[{n}]") for n in (1, 2)]


def test_tags_and_reserved_words_may_come_twice() -> None:
    faults = faults_of(panel('id = "s1", person = "r"', 'id = "s2", person = "r"', 'id = "self"', 'id = "self"'))
    assert {fault.message_id for fault in faults} == {"reserved-id"}


# Pointing nowhere


def test_a_reference_to_nothing_is_taken_out_and_the_nearest_id_named() -> None:
    body = panel('id = "s1", organisation = "nett", chosen_by = "somebody", minutes = 5')
    faults = {fault.params["key"]: fault for fault in faults_of(body)}
    assert {fault.message_id for fault in faults.values()} == {"no-such"}
    assert faults["organisation"].params["suggestion"] == "net"
    assert faults["chosen_by"].params == {"key": "chosen_by", "id": "somebody", "suggestion": ""}
    place = plan_of(body).panels[0].speakers[0]
    assert (place.organisation, place.chosen_by, place.minutes) == (None, None, 5)
    assert place.removed == {"organisation", "chosen_by"}


def test_of_a_list_the_one_element_goes() -> None:
    body = panel('id = "s1", confirmed_by = ["net", "nobody", "ally"]')
    assert only(faults_of(body)).path == ("panels", 0, "speakers", 0, "confirmed_by", 1)
    place = plan_of(body).panels[0].speakers[0]
    assert place.confirmed_by == ("net", "ally")
    assert "confirmed_by" in place.removed


def test_no_suggestion_is_of_another_kind() -> None:
    fault = only(faults_of(panel('id = "nett", organisation = "nett-2"')))
    assert fault.params["suggestion"] == ""
    fault = only(faults_of(panel('id = "s1", replaces = "s2"')))
    assert fault.params["suggestion"] == "s1"


def test_every_kind_is_told_from_every_other() -> None:
    body = panel('id = "s1", organisation = "p", replaces = "net", chosen_by = "s1"') + (
        '[[statements]]\nid = "t"\ntitle = "Text"\ndrafters = ["t"]\nsupplement_to = "p"\n'
        '[[sources]]\ntitle = "Study"\nkind = "academic"\nused_in = ["p", "t", "s1", "net"]\n'
    )
    faults = faults_of(body)
    assert {fault.message_id for fault in faults} == {"wrong-kind"}
    assert {(f.params["key"], f.params["found"], f.params["wanted"]) for f in faults} == {
        ("organisation", "panels", ("organisations",)),
        ("replaces", "organisations", ("speakers",)),
        ("chosen_by", "speakers", ("organisations",)),
        ("drafters", "statements", ("organisations",)),
        ("supplement_to", "panels", ("statements",)),
        ("used_in", "speakers", ("panels", "statements")),
        ("used_in", "organisations", ("panels", "statements")),
    }
    plan = plan_of(body)
    assert plan.sources[0].used_in == ("p", "t")
    assert plan.statements[0].drafters == ()


def test_the_event_is_a_kind_of_its_own_and_its_address_no_id() -> None:
    event = EVENT.replace("{ title", '{ id = "rights", title')
    fault = only(faults_of(f"[[consultations]]\nid = 'c1'\n{lines(CONSULTATION)}\nref = 'rights'\n", event=event))
    assert (fault.message_id, fault.params["found"]) == ("wrong-kind", "event")
    fault = only(faults_of(f"[[consultations]]\nid = 'c1'\n{lines(CONSULTATION)}\nref = 'event'\n", event=event))
    assert fault.message_id == "no-such"


def test_self_and_holder_are_words_where_the_format_says_so() -> None:
    fee = 'fee = { amount = 1, paid_to = "holder" }'
    good = panel(f'id = "s1", mode_chosen_by = "self", label_chosen_by = "self", {fee}')
    assert faults_of(good) == []
    bad = panel('id = "s1", chosen_by = "self", mode_chosen_by = "holder"')
    assert told(faults_of(bad)) == [("FORM-9", "no-such", "s1")] * 2


def test_a_consultation_or_decision_on_nothing_goes_as_a_whole() -> None:
    body = (
        f"[[consultations]]\nid = 'c1'\n{lines(CONSULTATION)}\nref = 'nowhere'\n"
        f"[[consultations]]\nid = 'c2'\n{lines(CONSULTATION)}\nref = 'net'\n"
        "[[consultations]]\nid = 'c3'\nby = 'ally'\nwith = 'net'\nabout = ['aims']\nasked_on = 2026-11-01\n"
        "[[decisions]]\nwhat = 'aims'\nmade_on = 2026-11-01\nmade_by = ['net']\nref = 'nowhere'\n"
    )
    plan = plan_of(body)
    assert [each.at for each in plan.consultations] == ["c3"]
    assert plan.decisions == ()
    assert plan.removed == {"consultations", "decisions"}


def test_a_required_reference_to_nothing_leaves_out_what_is_nothing_without_it() -> None:
    body = (
        "[[consultations]]\nid = 'c1'\nby = 'ally'\nwith = 'nett'\nabout = ['aims']\nasked_on = 2026-11-01\n"
        "[[sponsors]]\norganisation = 'fund'\nconditions = ['none']\n"
        "[[previous]]\nedition = 'x'\norganisation = 'nobody'\nrole = 'lead'\n"
    )
    plan = plan_of(body)
    assert (plan.consultations, plan.previous) == ((), ())
    assert (plan.sponsors[0].organisation, plan.sponsors[0].conditions) == (None, ("none",))


def test_decided_by_nobody_known_is_not_decided_by_nobody() -> None:
    plan = plan_of("[[decisions]]\nwhat = 'aims'\nmade_on = 2026-11-01\nmade_by = ['nobody']\n")
    assert plan.decisions[0].made_by == ()
    assert "made_by" in plan.decisions[0].removed


def test_many_wrong_ids_are_all_listed() -> None:
    places = [f'id = "s{n}", organisation = "net{n}"' for n in range(80)]
    faults = faults_of(panel(*places))
    assert len(faults) == 80
    assert faults[0].params["suggestion"] == "net"


# Itself, and rings


@pytest.mark.parametrize(
    ("body", "path"),
    [
        (panel('id = "s1", replaces = "s1"'), ("panels", 0, "speakers", 0, "replaces")),
        ('[[statements]]\nid = "t"\ntitle = "T"\ndrafters = []\nsupplement_to = "t"\n', ("statements", 0, "supplement_to")),
        ('[[organisations]]\nid = "x"\nname = "X"\nmember_of = ["net", "x"]\n', ("organisations", 1, "member_of", 1)),
        ('[[organisations]]\nid = "x"\nname = "X"\nled_by_verified_by = "x"\n', ("organisations", 1, "led_by_verified_by")),
    ],
)  # fmt: skip
def test_nothing_points_at_itself(body: str, path: tuple[str | int, ...]) -> None:
    organisations = '[[organisations]]\nid = "net"\nname = "Lantern (fictional)"\n'
    fault = only(faults_of(organisations + body, organisations=""))
    assert (fault.message_id, fault.path) == ("itself", path)


def test_asking_oneself_is_no_fault_of_form() -> None:
    assert faults_of("[[consultations]]\nid='c'\nby='net'\nwith='net'\nabout=['aims']\nasked_on=2026-11-01\n") == []


def test_a_ring_is_told_once_on_its_first_entry_and_loses_all_its_links() -> None:
    body = panel(
        'id = "s0", replaces = "s2"',
        'id = "s1", replaces = "s3"',
        'id = "s2", replaces = "s1", chosen_by = "nobody"',
        'id = "s3", replaces = "s2"',
    )
    rings = [fault for fault in faults_of(body) if fault.message_id == "ring"]
    assert [(fault.at, fault.path[-1]) for fault in rings] == [("s1", "replaces")]
    assert [place.replaces for place in plan_of(body).panels[0].speakers] == ["s2", None, None, None]


def test_two_rings_are_two_and_a_chain_is_none() -> None:
    statements = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "f"), ("f", "g"), ("g", None)]
    body = "".join(
        f'[[statements]]\nid = "{id}"\ntitle = "T"\ndrafters = []\n' + (f'supplement_to = "{to}"\n' if to else "")
        for id, to in statements
    )
    assert told(faults_of(body)) == [("FORM-9", "ring", "a"), ("FORM-9", "ring", "c")]
    assert [s.supplement_to for s in plan_of(body).statements] == [None, None, None, None, "f", "g", None]


def test_a_long_chain_is_followed_to_its_end() -> None:
    count = 3000
    places = [f'id = "s{n}", replaces = "s{(n + 1) % count}"' for n in range(count)]
    assert told(faults_of(panel(*places))) == [("FORM-9", "ring", "s0")]


# Addresses


def test_the_address_of_a_key_is_that_of_the_nearest_table_the_format_knows() -> None:
    file = file_of(panel('id = "s1", consent = { on = 2026-11-01 }', "status = 'open'") + "[rooms]\nx = 1\n")
    assert file.values is not None
    ids = owners(file.values)

    def at(*path: str | int) -> str:
        assert file.values is not None
        return address_around(ids, file.values, path)

    assert at("stage") == at("rooms", "x") == at("panels") == "plan"
    assert at("event", "title") == "event"
    assert at("panels", 0, "title") == "p"
    assert at("panels", 0, "speakers", 0, "consent", "on") == at("panels", 0, "speakers", 0, "wallpaper", "x") == "s1"
    assert at("panels", 0, "speakers", 1, "status") == "panels[0].speakers[1]"
    assert at("organisations", 1, "name") == "ally"


def test_a_table_where_a_list_belongs_has_no_address_of_its_own() -> None:
    data: dict[str, object] = {"panels": {"email": "x"}, "event": [{"email": "x"}]}
    assert address_around(owners(data), data, ("panels", "email")) == "plan"
    assert address_around(owners(data), data, ("event", 0, "email")) == "plan"


# What SAF-1 forbids is repeated nowhere


SECRETS = ("desk@lantern.example", "+33 6 00 00 00 00")


@pytest.mark.parametrize("secret", SECRETS)
def test_an_id_that_reaches_somebody_is_known_by_its_place_and_still_found(secret: str) -> None:
    organisations = (
        f'organisations = [{{ id = "ally", name = "A" }}, {{ id = "{secret}", name = "Lantern (fictional)" }}]\n'
    )
    body = panel(f'id = "s1", chosen_by = "{secret}", confirmed_by = ["{secret}"]')
    plan = plan_of(body, organisations=organisations)
    place = plan.panels[0].speakers[0]
    assert place.chosen_by == "organisations[1]"
    assert place.confirmed_by == ("organisations[1]",)
    found = plan.object_of(place.chosen_by)
    assert isinstance(found, Organisation)
    assert (found.at, found.id, found.name) == ("organisations[1]", "organisations[1]", "Lantern (fictional)")
    assert [fault.code for fault in faults_of(body, organisations=organisations)] == ["FORM-7"]


@pytest.mark.parametrize("secret", SECRETS)
def test_no_fault_and_no_object_repeats_it(secret: str) -> None:
    body = (
        panel(
            f'id = "{secret}", role = "{secret}", organisation = "{secret}", confirmed_by = ["{secret}"], person = "{secret}"',
            f'id = "{secret}", represents = ["other:{secret}"], utc_offset = "{secret}", "{secret}" = 1, fee = {{ "{secret}" = 2 }}',
        )
        + f'[[judgements]]\nrule = "{secret}"\nat = "{secret}"\nverdict = "{secret}"\nby = "{secret}"\non = "{secret}"\n'
    )
    file = file_of(body)
    assert len(file.faults) > 8
    said = repr([(fault.params, fault.at, fault.remarks) for fault in file.faults])
    assert secret not in said
    assert file.plan is not None
    assert secret not in repr([*file.plan.objects])
    first, second = file.plan.panels[0].speakers
    assert (first.at, second.at) == ("panels[0].speakers[0]", "panels[0].speakers[1]")
    assert second.represents == ("other:•••",)


def test_kinds_of_objects_are_told_by_their_tables() -> None:
    plan = plan_of(panel('id = "s1"'))
    assert isinstance(plan.object_of("p"), Panel)
    assert isinstance(plan.object_of("s1"), Place)
    assert plan.object_of("nothing") is None
    assert plan.object_of(None) is None
