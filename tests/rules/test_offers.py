"""What several rules offer alike: it can be applied, invents nothing, and what is a holder's own leaves with them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN, Thresholds
from eventreview.plan import edit as editor
from eventreview.plan.edits import Comment, Edit, Insert, Remove, Set
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.plan.model import Panel, Place, Plan, key_order
from eventreview.review.engine import review
from eventreview.rules.offers import ask, fresh_id, hand_over, open_place, organisers, template, theirs
from eventreview.rules.words import Scene

CASES = sorted((Path(__file__).parent.parent / "hard_cases").glob("*.toml"))
PLAN = """\
format = 1
stage = "inviting"
as_of = 2027-01-10

[event]
title = "Rights and evidence"
concerns = ["sex-workers"]

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]

[[organisations]]
id = "tnet"
name = "Trans Tide (fictional)"
led_by = ["trans-people"]
roles = ["co-organiser"]

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []
roles = ["lead"]

[[panels]]
id = "p"
title = "Panel"

[[panels.speakers]]
id = "s1"
role = "discussant"
status = "confirmed"
display = "Rosa M. (fictional)"
display_kind = "pseudonym"
person = "rosa"
organisation = "net"
represents = ["sex-workers"]
chosen_by = "ally"  # by mail
chosen_on = 2026-12-01
invited_on = 2026-12-02
minutes = 8
consent = { named = "no", on = 2026-12-03 }
"""
OWN_WORD = PLAN.replace(
    'organisation = "net"\nrepresents', 'basis = "self"\nself_declared = true\norganisation = "net"\nrepresents'
)


def read(text: str) -> PlanFile:
    file = read_bytes("plan.toml", text.encode())
    assert file.plan is not None, file.faults
    return file


def plan_of(text: str) -> Plan:
    plan = read(text).plan
    assert plan is not None
    return plan


def scene_of(text: str) -> Scene:
    return Scene(plan_of(text), Thresholds())


def first_panel(text: str) -> Panel:
    return plan_of(text).panels[0]


def place_of(text: str) -> Place:
    return first_panel(text).speakers[0]


def edited(text: str, *edits: Edit) -> str:
    values = read(text).values
    assert values is not None
    return editor.apply(text, values, edits, key_order)[0]


# Ids


def test_a_fresh_id_is_the_stem_where_nothing_has_it() -> None:
    assert fresh_id(scene_of(PLAN), "p-open") == "p-open"


@pytest.mark.parametrize(("stem", "id"), [("s1", "s1-2"), ("plan", "plan-2"), ("panels[0]", "open"), ("Été", "open")])
def test_a_fresh_id_is_never_taken_reserved_or_malformed(stem: str, id: str) -> None:
    assert fresh_id(scene_of(PLAN), stem) == id


def test_a_fresh_id_goes_on_counting() -> None:
    text = PLAN.replace('id = "tnet"', 'id = "s1-2"')
    assert fresh_id(scene_of(text), "s1") == "s1-3"


def test_a_fresh_id_of_the_longest_stem_is_an_id() -> None:
    stem = "a" * 64
    text = edited(PLAN, Set(("panels", 0, "id"), fresh_id(scene_of(PLAN), stem)))
    assert read(text).faults == ()


# Places


def test_an_open_place_is_held_for_an_organisation_and_carries_no_mandate_yet() -> None:
    panel = first_panel(PLAN)
    edit = open_place(scene_of(PLAN), panel, "net", replaces="s1", role="discussant")
    file = read(edited(PLAN, edit))
    assert file.faults == ()
    assert file.plan is not None
    place = file.plan.panels[0].speakers[1]
    assert (place.id, place.role, place.status, place.organisation, place.replaces) == (
        "p-open",
        "discussant",
        "open",
        "net",
        "s1",
    )
    assert place.represents is None


def test_an_open_place_for_nobody_yet_says_nothing_more_than_that() -> None:
    edit = open_place(scene_of(PLAN), first_panel(PLAN))
    assert edit == Insert(("panels", 0, "speakers"), 1, {"id": "p-open", "status": "open"})


def test_an_open_place_may_say_whose_voice_it_is_for() -> None:
    edit = open_place(scene_of(PLAN), first_panel(PLAN), "net", ("sex-workers",))
    place = plan_of(edited(PLAN, edit)).panels[0].speakers[1]
    assert place.represents == ("sex-workers",)


def test_handing_over_takes_out_all_that_belongs_to_the_holder() -> None:
    text = edited(PLAN, *hand_over(place_of(PLAN)))
    place = place_of(text)
    assert place.keys == {"id", "role", "status", "organisation", "represents", "minutes"}
    assert place.status == "open"
    assert "Rosa" not in text
    assert "rosa" not in text


def test_handing_over_removes_only_what_is_there() -> None:
    text = PLAN.replace('display = "Rosa M. (fictional)"\n', "").replace('person = "rosa"\n', "")
    edits = hand_over(place_of(text))
    assert Remove(("panels", 0, "speakers", 0, "display")) not in edits
    assert place_of(edited(text, *edits)).status == "open"


def test_a_holders_own_word_never_passes_to_whoever_comes_next() -> None:
    place = place_of(edited(OWN_WORD, *hand_over(place_of(OWN_WORD))))
    assert place.self_declared is None
    assert place.basis == "organisation"
    assert not place.has("basis")


# Lines to fill in


def test_a_template_leaves_the_data_as_they_are_and_says_whom_to_ask() -> None:
    place = place_of(PLAN)
    text = edited(PLAN, template(place, "mode", "mode_chosen_by", ask=("net", "net", "ally")))
    assert "# mode =   # s1: ask net, ally\n# mode_chosen_by =   # s1: ask net, ally\n" in text
    assert read(text).values == read(PLAN).values


def test_a_template_without_anybody_to_ask_says_which_object_it_is_for() -> None:
    assert template(place_of(PLAN), "mode").lines == ("# mode =   # s1",)


def test_a_template_for_a_table_that_isnt_there_begins_it() -> None:
    plan = scene_of(PLAN).plan
    assert template(plan.evaluation, "by").lines == ("# [evaluation]", "# by =   # evaluation")
    filled_in = edited(PLAN, template(plan.evaluation, "by")).replace("# [evaluation]", "[evaluation]")
    evaluation = scene_of(filled_in.replace("# by =", 'by = ["net"]')).plan.evaluation
    assert evaluation.by == ("net",)
    assert template(evaluation, "planned_on").lines == ("# planned_on =   # evaluation",)


def test_asking_begins_a_consultation_with_what_is_known_and_nothing_else() -> None:
    edit = ask(scene_of(PLAN), "speakers", "s1", ("net",))
    text = edited(PLAN, edit)
    assert text.endswith(
        '# [[consultations]]\n# id =\n# by =\n# with =   # net\n# about = ["speakers"]\n# ref = "s1"\n# asked_on =\n'
    )
    assert read(text).values == read(PLAN).values


def test_asking_goes_after_the_consultations_there_are() -> None:
    consultation = """
[[consultations]]
id = "c1"
by = "ally"
with = "net"
about = ["agenda"]
asked_on = 2026-12-01
"""
    text = PLAN.replace("\n[[panels]]", consultation + "\n[[panels]]")
    lines = edited(text, ask(scene_of(text), "agenda")).splitlines()
    assert lines.index("# [[consultations]]") < lines.index("[[panels]]")
    assert not [line for line in lines if line.startswith("# ref")]


def test_asking_leaves_out_an_address_that_is_no_id() -> None:
    assert not [line for line in ask(scene_of(PLAN), "agenda", "panels[0]").lines if line.startswith("# ref")]


def test_the_lines_of_a_consultation_filled_in_make_one() -> None:
    text = edited(PLAN, ask(scene_of(PLAN), "speakers", "s1", ("net",)))
    for key, value in (("id", '"c1"'), ("by", '"ally"'), ("with", '"net"'), ("asked_on", "2027-01-09")):
        text = text.replace(f"# {key} =", f"# {key} = {value}")
    filled = "\n".join(line.removeprefix("# ") for line in text.splitlines()) + "\n"
    (consultation,) = plan_of(filled).consultations
    assert (consultation.with_, consultation.about, consultation.ref) == ("net", ("speakers",), "s1")


# Who knows


def test_the_organisers_are_those_who_organise() -> None:
    assert list(organisers(scene_of(PLAN))) == ["tnet", "ally"]


def test_theirs_are_those_led_by_one_of_the_populations() -> None:
    assert list(theirs(scene_of(PLAN), ("trans-people", "sex-workers"))) == ["net", "tnet"]


# All choices of all hard cases

ONLY_A_PERSON_SAYS = {
    "display",
    "listed_as",
    "person",
    "consent",
    "fee",
    "amount",
    "named",
    "photo",
    "streamed",
    "quoted",
}


def written(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every single value in what an edit writes, with its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from written(inner, str(name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from written(inner, key)
    else:
        yield key, value


def values_of(edits: Iterable[Edit]) -> Iterator[tuple[str, object]]:
    for each in edits:
        if isinstance(each, Set | Insert):
            last = [step for step in each.path if isinstance(step, str)][-1]
            yield from written(each.value, last)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem[:2])
def test_every_choice_of_a_hard_case_can_be_made_and_invents_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    file = read(text)
    assert file.values is not None
    for finding in review(file, sets=(*SETS_ON, *SETS_OPT_IN)).findings:
        for choice in finding.choices():
            changed = editor.apply(text, file.values, choice.edits, key_order)[0]
            found = f"{finding} {choice.title}"
            if choice.kind == "template":
                assert all(isinstance(each, Comment) for each in choice.edits), found
                assert read(changed).values == file.values, found
            for key, value in values_of(choice.edits):
                assert (key, value) != ("self_declared", True), found
                assert key not in ONLY_A_PERSON_SAYS, found
                assert not isinstance(value, datetime.date), found
            faults = [fault for fault in read(changed).faults if fault.severity == "error"]
            assert len(faults) <= len([f for f in file.faults if f.severity == "error"]), found
