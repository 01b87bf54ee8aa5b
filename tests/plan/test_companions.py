"""An id is renamed wherever it is named, and an answer goes on naming what it was given about: never anything else."""

from __future__ import annotations

from pathlib import Path as FilePath

import pytest
import tomli

from eventreview.plan.companions import apply
from eventreview.plan.edit import Refused, sentence
from eventreview.plan.edits import Edit, Insert, Move, Remove, Rename, Set, same
from eventreview.plan.positions import Path
from eventreview.review.session import Session

PLAN = """\
format = 1
stage = "inviting"
as_of = 2026-12-01
event = { title = "Rights", concerns = ["sex-workers"], id = "ev", accreditation_via = "net" }

[[organisations]]
id = "net"  # asked first: net
name = "net"
member_of = ["ally"]

[[organisations]]
id = "ally"
name = "Harbour (fictional)"

[[panels]]
id = "p1"
title = "Opening"
proposed_by = [
  "ally", # as net asked
  "net",
]
speakers = [
  { id = "s1", organisation = "net", fee = { amount = 3, paid_to = "net" } },
  { role = "speaker", mode_chosen_by = "self" },
  { id = "s3", replaces = "s1" },
]

[[decisions]]
what = "agenda"
made_on = 2026-11-01
made_by = ["net", "ally"]

# about the aims
[[decisions]]
what = "aims"
made_on = 2026-11-02
made_by = ["ally"]
left_out = [{ population = "women", reason = "no-time", by = "net" }]

[[judgements]]
rule = "INC-2"
at = "decisions[1]"  # the aims
verdict = "met"
by = "net"
on = 2026-11-20

[[judgements]]
rule = "REP-1"
at = "s1"
verdict = "met"
by = "net"
on = 2026-11-20

[[waivers]]
rule = "INC-1"
at = "decisions[0]"
reason = "net"
agreed_by = "net"
on = 2026-11-20

[[waivers]]
rule = "REP-1"
at = "panels[0].speakers[1]"
reason = "x"
agreed_by = "net"
on = 2026-11-20
"""


def edited(text: str, *edits: Edit) -> str:
    new, data = apply(text, tomli.loads(text), edits)
    assert same(tomli.loads(new), data)
    return new


def answered(text: str) -> list[object]:
    """What the answers of a plan name, judgements first."""
    data = tomli.loads(text)
    return [entry["at"] for table in ("judgements", "waivers") for entry in data.get(table, [])]


def changed(new: str) -> list[tuple[str, str]]:
    """The lines that differ from the plan's."""
    return [pair for pair in zip(PLAN.splitlines(), new.splitlines(), strict=True) if pair[0] != pair[1]]


# Rename


def test_an_organisation_gets_another_id_wherever_it_is_named() -> None:
    new = edited(PLAN, Rename("net", "lantern"))
    assert changed(new) == [
        (line, line.replace('"net"', '"lantern"'))
        for line in PLAN.splitlines()
        if '"net"' in line and not line.startswith(("name", "reason"))
    ]


def test_a_place_gets_another_id_in_answers_too() -> None:
    assert changed(edited(PLAN, Rename("s1", "opening-1"))) == [
        (
            '  { id = "s1", organisation = "net", fee = { amount = 3, paid_to = "net" } },',
            '  { id = "opening-1", organisation = "net", fee = { amount = 3, paid_to = "net" } },',
        ),
        ('  { id = "s3", replaces = "s1" },', '  { id = "s3", replaces = "opening-1" },'),
        ('at = "s1"', 'at = "opening-1"'),
    ]


def test_renaming_back_leaves_no_trace() -> None:
    for id in ("net", "ally", "p1", "s1", "s3", "ev"):
        assert edited(PLAN, Rename(id, "new"), Rename("new", id)) == PLAN
        assert edited(PLAN, Rename(id, id)) == PLAN


@pytest.mark.parametrize(
    ("edit", "reason", "line"),
    [
        (Rename("net", "ally"), "id-taken", 7),
        (Rename("s1", "ev"), "id-taken", 23),
        (Rename("net", "Net"), "not-an-id", 7),
        (Rename("net", ""), "not-an-id", 7),
        (Rename("net", "-x"), "not-an-id", 7),
        (Rename("net", "x" * 65), "not-an-id", 7),
        (Rename("net", "safety"), "not-an-id", 7),
        (Rename("rpm", "net2"), "no-such-id", 1),
        (Rename("self", "me"), "no-such-id", 1),
    ],
)
def test_an_id_that_is_taken_malformed_or_nobodys_is_refused(edit: Rename, reason: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        edited(PLAN, Insert(("decisions",), 0, {"what": "aims"}), edit)
    assert (refused.value.message_id, refused.value.line) == (reason, line)
    assert "{" not in sentence(refused.value)


def test_a_word_that_looks_like_an_id_stays_a_word() -> None:
    text = PLAN.replace('id = "s3"', 'id = "holder-1"').replace('role = "speaker"', 'role = "speaker", person = "net"')
    new = edited(text, Rename("net", "self-help"))
    assert 'person = "net"' in new
    assert 'mode_chosen_by = "self"' in new


# Places


@pytest.mark.parametrize(
    ("edit", "names"),
    [
        (Insert(("decisions",), 0, {"what": "budget"}), ["decisions[2]", "s1", "decisions[1]", "panels[0].speakers[1]"]),
        (Insert(("decisions",), 1, {"what": "budget"}), ["decisions[2]", "s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Insert(("decisions",), 2, {"what": "budget"}), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Move(("decisions",), 0, 1), ["decisions[0]", "s1", "decisions[1]", "panels[0].speakers[1]"]),
        (Remove(("decisions", 0)), ["decisions[0]", "s1", "decisions[removed]", "panels[0].speakers[1]"]),
        (Remove(("decisions", 1)), ["decisions[removed]", "s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Remove(("decisions",)), ["decisions[removed]", "s1", "decisions[removed]", "panels[0].speakers[1]"]),
        (Insert(("panels",), 0, {"id": "p0"}), ["decisions[1]", "s1", "decisions[0]", "panels[1].speakers[1]"]),
        (Move(("panels", 0, "speakers"), 1, 0), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[0]"]),
        (Remove(("panels", 0, "speakers", 0)), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[0]"]),
        (Remove(("panels", 0, "speakers", 1)), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[removed]"]),
        (Remove(("panels", 0)), ["decisions[1]", "s1", "decisions[0]", "panels[removed]"]),
        (Remove(("panels", 0, "speakers", 0, "id")), ["decisions[1]", "panels[0].speakers[0]", "decisions[0]", "panels[0].speakers[1]"]),
        (Set(("panels", 0, "speakers", 1, "id"), "s2"), ["decisions[1]", "s1", "decisions[0]", "s2"]),
        (Set(("decisions",), [{"what": "aims"}]), ["decisions[removed]", "s1", "decisions[removed]", "panels[0].speakers[1]"]),
        (Set(("decisions", 0, "what"), "budget"), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Remove(("decisions", 1, "left_out", 0)), ["decisions[1]", "s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Remove(("judgements", 0)), ["s1", "decisions[0]", "panels[0].speakers[1]"]),
        (Move(("waivers",), 0, 1), ["decisions[1]", "s1", "panels[0].speakers[1]", "decisions[0]"]),
    ],
)  # fmt: skip
def test_an_answer_goes_on_naming_its_entry(edit: Edit, names: list[str]) -> None:
    new = edited(PLAN, edit)
    assert answered(new) == names
    assert new.count("# the aims") == (edit != Remove(("judgements", 0)))


def test_the_steps_of_a_chain_add_up() -> None:
    new = edited(PLAN, *(Insert(("decisions",), 0, {"what": "budget"}) for _ in range(3)), Move(("decisions",), 4, 0))
    assert answered(new)[::2] == ["decisions[0]", "decisions[4]"]


def test_entries_set_as_a_whole_are_known_by_what_they_hold() -> None:
    entries = tomli.loads(PLAN)["decisions"]
    assert answered(edited(PLAN, Set(("decisions",), [{"what": "budget"}, *reversed(entries)])))[::2] == [
        *("decisions[1]", "decisions[2]")
    ]


def test_an_answer_about_what_is_gone_is_never_taken_over() -> None:
    new = edited(PLAN, Remove(("decisions", 1)), Insert(("decisions",), 1, {"what": "aims"}))
    assert answered(new)[0] == "decisions[removed]"
    ahead = PLAN.replace('"decisions[1]"', '"decisions[2]"')
    assert answered(edited(ahead, Insert(("decisions",), 2, {"what": "aims"})))[0] == "decisions[3]"


@pytest.mark.parametrize("edit", [Insert(("panels", 0, "speakers"), 0, {"id": "gone"}), Rename("s3", "gone")])
def test_an_answer_about_an_id_that_is_gone_is_not_taken_over_by_whoever_gets_it(edit: Edit) -> None:
    first = PLAN.replace('at = "s1"', 'at = "gone"', 1)
    assert answered(first)[1] == "gone"
    assert answered(edited(first, edit))[1] == "panels[0].speakers[removed]"
    covered = first.replace('at = "gone"', 'at = "gone"\ncovers = "0123456789abcdef"', 1)
    assert answered(edited(covered, edit))[1] == "gone"


def test_an_id_that_two_entries_have_hands_no_answer_on() -> None:
    twice = PLAN.replace('id = "s3", replaces = "s1"', 'id = "s1"')
    places: Path = ("panels", 0, "speakers")
    assert answered(edited(twice, Remove((*places, 0))))[1] == "panels[0].speakers[removed]"
    assert answered(edited(twice, Move(places, 2, 0)))[1] == "panels[0].speakers[1]"
    assert answered(edited(twice, Set((*places, 0, "id"), "s9")))[1] == "s9"
    assert answered(edited(twice, Rename("s1", "s9")))[1] == "s9"
    assert answered(edited(PLAN, Insert(places, 0, {"id": "s1"})))[1] == "panels[0].speakers[1]"


def test_an_address_that_names_nothing_is_left_alone() -> None:
    for odd in (
        "",
        "x",
        "decisions[01]",
        "decisions[-1]",
        "decisions[",
        "[0]",
        "a.b[0]",
        "decisions[9999999999]",
        "plan",
    ):
        text = PLAN.replace('"decisions[1]"', f'"{odd}"')
        assert answered(edited(text, Remove(("decisions", 0))))[0] == odd
    named = PLAN.replace('"decisions[1]"', '"panels[0].speakers[0]"')  # the entry has an id, so this isn't its address
    assert answered(edited(named, Insert(("panels", 0, "speakers"), 0, {"role": "speaker"})))[0] == (
        "panels[0].speakers[1]"
    )


def test_a_plan_out_of_shape_is_edited_all_the_same() -> None:
    text = "judgements = [1, { at = 2 }, {}]\nwaivers = 3\norganisations = [[], { id = 4 }]\ndecisions = [{}, 5]\n"
    assert edited(text, Move(("decisions",), 0, 1)) == text.replace("[{}, 5]", "[5, {}]")


# In a session


def test_all_of_it_is_one_step_and_shown_before(tmp_path: FilePath) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_bytes(PLAN.encode())
    session = Session(str(plan))
    chains: list[list[Edit]] = [[Rename("net", "lantern")], [Remove(("decisions", 0)), Move(("panels",), 0, 0)]]
    for edits in chains:
        shown = session.preview(edits).text
        session.apply(edits)
        assert session.text == shown != PLAN
        session.undo()
        assert session.text == PLAN
        assert not session.can_undo
        session.redo()
        assert session.text == shown
        session.undo()
