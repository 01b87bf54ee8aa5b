"""Edits change the lines that a person would change, and nothing else; what can't be done safely is refused."""

from __future__ import annotations

import datetime

import pytest
import tomli

from eventreview.plan.edit import Refused, apply, sentence
from eventreview.plan.edits import Comment, Edit, Insert, Remove, Set
from eventreview.plan.positions import Path

PLAN = """\
# Side event, working copy
format = 1

[event]
title = "Rights"  # to be settled
# asked on 3 May
ends = 2027-03-10T10:45:00

# --- Panels ---

[[panels]]
id = "p1"

[[panels.speakers]]
id = "s1"
chosen_by = "iris"  # not yet agreed
fee = { amount = 300, currency = "USD" }

[[panels.speakers]]
id = "s2"
consent = { named = "yes" }

# --- Money ---

[[sponsors]]
organisation = "iris"

[budget]
community_share = 0.5
"""

ORDER = {
    "": ("format", "stage", "as_of"),
    "event": ("title", "starts", "ends", "city"),
    "panels": ("id", "title", "minutes", "speakers"),
    "speakers": ("id", "role", "chosen_by", "chosen_on", "fee", "consent"),
    "fee": ("amount", "rate", "currency", "status"),
}


def key_order(path: Path) -> tuple[str, ...]:
    names = [part for part in path if isinstance(part, str)]
    return ORDER.get(names[-1] if names else "", ())


def edited(text: str, *edits: Edit) -> str:
    new, data = apply(text, tomli.loads(text), edits, key_order)
    assert tomli.loads(new) == data
    return new


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that have come, taken together from the first to the last difference."""
    before, after = old.splitlines(), new.splitlines()
    while before and after and before[0] == after[0]:
        del before[0], after[0]
    while before and after and before[-1] == after[-1]:
        del before[-1], after[-1]
    return before, after


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("rpm", '"rpm"'),
        ('say "no"\n', '"say \\"no\\"\\n"'),
        (True, "true"),
        (3, "3"),
        (3.0, "3.0"),
        (float("nan"), "nan"),
        (datetime.date(2027, 1, 2), "2027-01-02"),
        (datetime.datetime(2027, 1, 2, 9, 30), "2027-01-02T09:30:00"),
        (datetime.datetime(2027, 1, 2, 9, tzinfo=datetime.UTC), "2027-01-02T09:00:00+00:00"),
        (("rpm", "iris"), '["rpm", "iris"]'),
        ([], "[]"),
        ({"currency": "USD", "amount": 3}, '{ currency = "USD", amount = 3 }'),
        ({}, "{}"),
    ],
)
def test_a_value_is_replaced_and_its_comment_stays(value: object, written: str) -> None:
    new, _ = apply(PLAN, tomli.loads(PLAN), [Set(("panels", 0, "speakers", 0, "chosen_by"), value)], key_order)
    assert changed(PLAN, new) == (
        ['chosen_by = "iris"  # not yet agreed'],
        [f"chosen_by = {written}  # not yet agreed"],
    )


def test_a_value_that_is_there_already_leaves_the_text_alone() -> None:
    text = "a = 1_000\nb = [\n  1,\n]\n"
    assert edited(text, Set(("a",), 1000), Set(("b",), [1])) == text


def test_a_string_over_several_lines_stays_one_with_the_line_ends_of_the_file() -> None:
    text = 'notes = """\r\none\r\ntwo"""\r\n'
    assert edited(text, Set(("notes",), "three\nfour")) == 'notes = """\r\nthree\r\nfour"""\r\n'
    assert edited(text, Set(("notes",), "three")) == 'notes = "three"\r\n'


@pytest.mark.parametrize(
    ("path", "value", "after", "line"),
    [
        (("panels", 0, "speakers", 0, "chosen_on"), datetime.date(2027, 1, 2), "chosen_by", "chosen_on = 2027-01-02"),
        (("event", "starts"), 1, "title", "starts = 1"),
        (("event", "city"), "New York", "ends", 'city = "New York"'),
        (("stage",), "idea", "format", 'stage = "idea"'),
        (("event", "unknown key"), 1, "ends", '"unknown key" = 1'),
        (("panels", 0, "minutes"), 75, "id", "minutes = 75"),
        (("panels", 0, "speakers", 1, "fee", "amount"), 3, "id", "fee = { amount = 3 }"),
    ],
)
def test_a_new_key_takes_its_place_in_the_order(path: Path, value: object, after: str, line: str) -> None:
    new = edited(PLAN, Set(path, value))
    assert changed(PLAN, new) == ([], [line])
    lines = new.splitlines()
    assert lines[lines.index(line) - 1].startswith(after)


def test_a_new_first_key_stands_above_the_comment_of_the_next_one() -> None:
    text = "[event]  # about it\n# asked on 3 May\nends = 1\n"
    assert (
        edited(text, Set(("event", "title"), "x")) == '[event]  # about it\ntitle = "x"\n# asked on 3 May\nends = 1\n'
    )


def test_a_new_first_key_of_the_file_leaves_the_heading_on_top() -> None:
    assert edited("# My plan\nstage = 1\n", Set(("format",), 1)) == "# My plan\nformat = 1\nstage = 1\n"
    assert edited("# My plan\n[event]\n", Set(("format",), 1)) == "# My plan\nformat = 1\n\n[event]\n"
    assert edited("# My plan\n", Set(("format",), 1)) == "# My plan\nformat = 1\n"
    assert edited("", Set(("format",), 1)) == "format = 1\n"


def test_indent_line_ends_and_a_missing_last_line_end_are_kept() -> None:
    assert edited("[event]\r\n\ttitle = 1", Set(("event", "ends"), 2)) == "[event]\r\n\ttitle = 1\r\n\tends = 2"
    assert edited("  [event]", Set(("event", "ends"), 2)) == "  [event]\n  ends = 2"


def test_a_key_beside_dotted_ones_is_dotted_too() -> None:
    text = "[[work]]\nfee.amount = 3\nid = 1\n"
    new = edited(text, Set(("work", 0, "fee", "currency"), "EUR"))
    assert new == '[[work]]\nfee.amount = 3\nfee.currency = "EUR"\nid = 1\n'
    assert edited(new, Remove(("work", 0, "fee"))) == "[[work]]\nid = 1\n"


@pytest.mark.parametrize(
    ("table", "key", "after"),
    [
        ("{ amount = 3 }", "rate", "{ amount = 3, rate = 1.5 }"),
        ("{currency='EUR'}", "rate", "{rate = 1.5, currency='EUR'}"),
        ("{}", "rate", "{ rate = 1.5 }"),
        ("{ amount = 3, currency = 'EUR', }", "rate", "{ amount = 3, rate = 1.5, currency = 'EUR', }"),
        (
            "{\n  amount = 3, # agreed\n  currency = 'EUR'\n}",
            "rate",
            "{\n  amount = 3, # agreed\n  rate = 1.5,\n  currency = 'EUR'\n}",
        ),
        (
            "{\n  amount = 3, # agreed\n  currency = 'EUR'  # ours\n}",
            "status",
            "{\n  amount = 3, # agreed\n  currency = 'EUR',  # ours\n  status = 1.5\n}",
        ),
        ("{\n  # ours\n  currency = 'EUR'\n}", "rate", "{\n  rate = 1.5,\n  # ours\n  currency = 'EUR'\n}"),
        ("{ # nothing yet\n}", "rate", "{ rate = 1.5  # nothing yet\n}"),
    ],
)
def test_a_key_joins_an_inline_table_in_its_style(table: str, key: str, after: str) -> None:
    assert edited(f"fee = {table}  # x\n", Set(("fee", key), 1.5)) == f"fee = {after}  # x\n"


@pytest.mark.parametrize(
    ("array", "index", "after"),
    [
        ("[]", 0, "[9]"),
        ("[1, 2]", 1, "[1, 9, 2]"),
        ("[1, 2]", 2, "[1, 2, 9]"),
        ("[ 1, 2, ]", 0, "[ 9, 1, 2, ]"),
        ("[ 1, 2, ]", 2, "[ 1, 2, 9, ]"),
        ("[\n  1, # one\n  # two\n  2\n]", 1, "[\n  1, # one\n  9,\n  # two\n  2\n]"),
        ("[\n  1, # one\n  # two\n  2\n]", 2, "[\n  1, # one\n  # two\n  2,\n  9\n]"),
        ("[\n  1,\n  2, # two\n]", 2, "[\n  1,\n  2, # two\n  9,\n]"),
        ("[\n  # one\n  1,\n]", 0, "[\n  9,\n  # one\n  1,\n]"),
        ("[ 1 # one\n, 2]", 1, "[ 1 # one\n, 9, 2]"),
        ("[ 1, # one\n  2 ]", 1, "[ 1, # one\n  9,\n  2 ]"),
        ("[ 1 # one\n]", 1, "[ 1 # one\n, 9]"),
        ("[ 1, # one\n]", 1, "[ 1, # one\n9]"),
    ],
)
def test_an_element_joins_an_array_in_its_style(array: str, index: int, after: str) -> None:
    assert edited(f"a = {array}\n", Insert(("a",), index, 9)) == f"a = {after}\n"


@pytest.mark.parametrize(
    ("array", "index", "after"),
    [
        ("[1]", 0, "[]"),
        ("[\n  1,\n]", 0, "[]"),
        ("[1, 2, 3]", 0, "[2, 3]"),
        ("[1, 2, 3]", 1, "[1, 3]"),
        ("[1, 2, 3]", 2, "[1, 2]"),
        ("[ 1, 2, ]", 1, "[ 1, ]"),
        ("[\n  1, # one\n  2, # two\n]", 1, "[\n  1, # one\n  # two\n]"),
        ("[\n  1, # one\n  2\n]", 1, "[\n  1 # one\n]"),
        ("[\n  1,\n  # two\n  2,\n  3,\n]", 1, "[\n  1,\n  # two\n  3,\n]"),
        ("[ 1 # one\n, 2]", 0, "[  # one\n 2]"),
    ],
)
def test_an_element_leaves_with_its_comma_and_without_its_comment(array: str, index: int, after: str) -> None:
    assert edited(f"a = {array}\n", Remove(("a", index))) == f"a = {after}\n"


def test_a_key_leaves_an_inline_table_with_its_comma() -> None:
    assert edited("a = { b = 1, c = 2 }\n", Remove(("a", "b"))) == "a = { c = 2 }\n"
    assert edited("a = { b = 1, c = 2 }\n", Remove(("a", "c"))) == "a = { b = 1 }\n"
    assert edited("a = { b.c = 1 }\n", Remove(("a", "b", "c"))) == "a = {}\n"


def test_an_array_over_several_lines_is_changed_element_by_element() -> None:
    text = "a = [\n  1, # one\n  2, # two\n  3, # three\n]\n"
    assert edited(text, Set(("a",), [1, 9, 3, 4])) == "a = [\n  1, # one\n  9, # two\n  3, # three\n  4,\n]\n"
    assert edited(text, Set(("a",), [1, 3])) == "a = [\n  1, # one\n  # two\n  3, # three\n]\n"


def test_a_table_with_a_header_is_changed_key_by_key() -> None:
    new = edited(PLAN, Set(("event",), {"title": "Rights", "ends": 1, "city": "Nairobi"}))
    assert changed(PLAN, new) == (["ends = 2027-03-10T10:45:00"], ["ends = 1", 'city = "Nairobi"'])


def test_a_removed_key_takes_its_line_and_leaves_its_comment() -> None:
    assert changed(PLAN, edited(PLAN, Remove(("event", "title")))) == (
        ['title = "Rights"  # to be settled'],
        ["# to be settled"],
    )
    assert changed(PLAN, edited(PLAN, Remove(("event", "ends")))) == (["ends = 2027-03-10T10:45:00"], [])


def test_an_absent_single_table_is_made_at_the_end() -> None:
    assert edited(PLAN, Set(("safety", "contact"), True)) == PLAN + "\n[safety]\ncontact = true\n"
    assert edited("a = 1", Set(("safety",), {"contact": True})) == "a = 1\n\n[safety]\ncontact = true"


def test_an_entry_is_added_after_the_last_one_and_before_the_next_heading() -> None:
    new = edited(PLAN, Insert(("panels", 0, "speakers"), 2, {"fee": {"currency": "USD", "amount": 3}, "id": "s3"}))
    assert changed(PLAN, new) == (
        [],
        ["[[panels.speakers]]", 'id = "s3"', 'fee = { amount = 3, currency = "USD" }', ""],
    )
    assert new.index("s2") < new.index("s3") < new.index("# --- Money")


def test_an_entry_is_put_before_another_one() -> None:
    new = edited(PLAN, Insert(("panels", 0, "speakers"), 0, {"id": "s0"}))
    assert changed(PLAN, new) == ([], ['id = "s0"', "", "[[panels.speakers]]"])
    assert new.index("p1") < new.index("s0") < new.index("s1")


def test_a_panel_is_added_after_the_speakers_of_the_last_one_with_its_own() -> None:
    new = edited(PLAN, Insert(("panels",), 1, {"speakers": [{"id": "s3"}, {"id": "s4"}], "id": "p2"}))
    _, lines = changed(PLAN, new)
    assert lines == [
        *("[[panels]]", 'id = "p2"', ""),
        *("[[panels.speakers]]", 'id = "s3"', ""),
        *("[[panels.speakers]]", 'id = "s4"', ""),
    ]


def test_the_first_entry_of_its_kind_stands_behind_its_panel_or_at_the_end_of_the_file() -> None:
    text = '[[panels]]\nid = "p1"\n[[panels]]\nid = "p2"\n# end of the day'
    new = edited(text, Insert(("panels", 0, "speakers"), 0, {"id": "s1"}), Insert(("notices",), 0, {"to": "rpm"}))
    assert new == (
        '[[panels]]\nid = "p1"\n\n[[panels.speakers]]\nid = "s1"\n\n[[panels]]\nid = "p2"\n# end of the day\n\n'
        '[[notices]]\nto = "rpm"'
    )


def test_an_entry_is_written_like_its_neighbour() -> None:
    text = '[["panels" . speakers]]\n  id = 1\r\n'
    new = edited(text, Insert(("panels", "speakers"), 1, {"id": 2}))
    assert new == text + '\r\n[["panels" . speakers]]\r\n  id = 2\r\n'


def test_an_entry_joins_an_array_that_is_written_inline() -> None:
    text = 'sign_off = [\n  { organisation = "rpm" }, # first\n]\n'
    new = edited(text, Insert(("sign_off",), 1, {"organisation": "iris"}))
    assert new == 'sign_off = [\n  { organisation = "rpm" }, # first\n  { organisation = "iris" },\n]\n'


def test_an_absent_array_of_values_is_a_key() -> None:
    assert edited("[a]\n", Insert(("a", "roles"), 0, "lead")) == '[a]\nroles = ["lead"]\n'
    assert edited("a = {}\n", Insert(("a", "b"), 0, {"c": 1})) == "a = { b = [{ c = 1 }] }\n"


def test_a_removed_entry_takes_its_header_its_lines_and_its_tables() -> None:
    gone, come = changed(PLAN, edited(PLAN, Remove(("panels", 0))))
    assert come == []
    assert gone[0] == "[[panels]]"
    assert gone[-2:] == ['consent = { named = "yes" }', ""]
    gone, come = changed(PLAN, edited(PLAN, Remove(("panels", 0, "speakers", 1))))
    assert gone == ["[[panels.speakers]]", 'id = "s2"', 'consent = { named = "yes" }', ""]
    assert edited(PLAN, Remove(("budget",))) == PLAN.removesuffix("\n[budget]\ncommunity_share = 0.5\n")


def test_an_entry_that_is_put_in_and_taken_out_leaves_no_trace() -> None:
    for path, count in ((("panels", 0, "speakers"), 2), (("panels",), 1), (("sponsors",), 1), (("notices",), 0)):
        for index in range(count + 1):
            assert edited(PLAN, Insert(path, index, {"id": "new"}), Remove((*path, index))) == PLAN


def test_comments_around_a_removed_entry_stay() -> None:
    text = "# above\n[[a]] # on it\nb = 1\n# inside\nc = 2 # behind\n# below\n\n[[a]]\n"
    assert edited(text, Remove(("a", 0))) == "# above\n# below\n\n[[a]]\n"


def test_tables_of_an_entry_that_stand_elsewhere_go_with_it() -> None:
    text = "[[a]]\n[other]\nx = 1\n# of other\n\n[a.b]\ny = 1\n[[a]]\nz = 1\n"
    assert edited(text, Remove(("a", 0))) == "[other]\nx = 1\n# of other\n\n[[a]]\nz = 1\n"
    assert edited(text, Remove(("a",))) == "[other]\nx = 1\n# of other\n"


def test_an_array_with_headers_can_be_emptied() -> None:
    text = "format = 1\n\n[[panels]]\nid = 1\n"
    assert edited(text, Remove(("panels", 0))) == "format = 1\n"
    assert edited(text, Set(("panels",), [])) == "format = 1\npanels = []\n"


def test_comment_lines_stand_at_the_end_of_their_table() -> None:
    new = edited(PLAN, Comment(("panels", 0, "speakers", 0), ["chosen_on = 2027-01-31", "# rpm knows", ""]))
    assert changed(PLAN, new) == ([], ["# chosen_on = 2027-01-31", "# rpm knows", "#"])
    assert new.index("amount") < new.index("chosen_on") < new.index("s2")
    assert edited("[a]\n  b = 1\n  # c\n\n[d]", Comment(("a",), ["e"])) == "[a]\n  b = 1\n  # c\n  # e\n\n[d]"
    assert edited("[a]\n# of d\n[d]", Comment(("a",), ["e"])) == "[a]\n# e\n# of d\n[d]"
    assert edited("a = 1\n", Comment((), ["e"])) == "a = 1\n# e\n"
    assert edited("a = 1\n", Comment(("safety",), ["[safety]"])) == "a = 1\n\n# [safety]\n"


def test_edits_build_on_each_other() -> None:
    path: Path = ("panels", 0, "speakers", 0)
    edits: list[Edit] = [
        Set((*path, "chosen_by"), "rpm"),
        Set((*path, "id"), "s9"),
        Set((*path, "id"), "s8"),
        Remove((*path, "fee")),
        Set(path, {"id": "s8", "chosen_by": "rpm", "fee": {"amount": 1}}),
        Insert(("panels", 0, "speakers"), 0, {"id": "s0"}),
        Set(("panels", 0, "speakers", 1, "fee", "amount"), 2),
    ]
    new = edited(PLAN, *edits)
    assert tomli.loads(new)["panels"][0]["speakers"][:2] == [
        {"id": "s0"},
        {"id": "s8", "chosen_by": "rpm", "fee": {"amount": 2}},
    ]
    one_by_one = PLAN
    for edit in edits:
        one_by_one = edited(one_by_one, edit)
    assert new == one_by_one


def test_neither_the_data_nor_the_edit_is_changed() -> None:
    data = tomli.loads(PLAN)
    value = {"id": "s0", "roles": ["x"]}
    _, new = apply(PLAN, data, [Insert(("panels",), 0, value), Set(("panels", 0, "roles", 0), "y")], key_order)
    assert data == tomli.loads(PLAN)
    assert value == {"id": "s0", "roles": ["x"]}
    assert new["panels"] != data["panels"]


@pytest.mark.parametrize(
    ("text", "edit", "reason", "line"),
    [
        ("a = 1\n", Remove(("b",)), "absent", 1),
        ("\na = [1]\n", Remove(("a", 1)), "absent", 2),
        ("\na = [1]\n", Insert(("a",), 3, 1), "absent", 2),
        ("a = 1\n", Remove(()), "absent", 1),
        ("\na = 1\n", Set(("a", "b"), 1), "not-a-table", 2),
        ("a = [1]\n", Set(("a", "b"), 1), "not-a-table", 1),
        ("a = 1\n", Insert(("a",), 0, 1), "not-an-array", 1),
        ("\n\n[[a]]\nb = 1\n", Insert(("a",), 0, 1), "not-an-entry", 3),
        ("\n[a]\n", Set(("a",), "withheld"), "table", 2),
        ("\n[a.b]\nc = 1\n", Set(("a", "d"), 1), "shape", 2),
        ("a = [ # why\n  1 ]\n", Set(("a",), "withheld"), "comment-lost", 1),
        ("a.b = 1\n", Set(("a",), {}), "would-differ", 1),
        ("a = 1\n", Set(("a",), None), "value", 1),
        ("a = 1\n", Set(("a",), "\ud800"), "value", 1),
        ("a = 1\n", Set(("a",), {1: 2}), "value", 1),
        ("a = 1\n", Comment((), ["two\nlines"]), "comment", 1),
        ("a = 1\n", Comment((), ["\x1b[2J"]), "comment", 1),
    ],
)
def test_what_cannot_be_done_safely_is_refused_with_its_line(text: str, edit: Edit, reason: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        edited(text, edit)
    assert refused.value.message_id == reason
    assert refused.value.line == line
    assert "{" not in sentence(refused.value)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ((0, 0, "b = 2\n"), "would-differ"),
        ((0, 0, "b = \n"), "would-differ"),
        ((4, 5, "true"), "would-differ"),
        ((4, 5, "1.0"), "would-differ"),
        ((5, 11, ""), "comment-lost"),
        ((7, 11, "whom"), "comment-lost"),
    ],
)
def test_a_splice_is_not_trusted(monkeypatch: pytest.MonkeyPatch, wrong: tuple[int, int, str], reason: str) -> None:
    monkeypatch.setattr("eventreview.plan.edit.splices", lambda *_: [wrong])
    with pytest.raises(Refused) as refused:
        edited("a = 1 # who\n", Comment((), ["new"]))
    assert refused.value.message_id == reason


def test_a_chain_with_a_refused_edit_makes_none() -> None:
    with pytest.raises(Refused) as refused:
        edited("a = 1\n", Set(("a",), 2), Remove(("b",)), Set(("a",), 3))
    assert refused.value.params == {"path": "b"}


def test_edits_are_values() -> None:
    edit = Set(("a",), 1)
    assert edit == Set(("a",), 1)
    assert hash(edit) == hash(Set(("a",), 1))
    assert edit != Set(("a",), True)
    assert edit != Set(("a",), 1.0)
    assert edit != Remove(("a",))
    assert Set(("a",), float("nan")) == Set(("a",), float("nan"))
    assert repr(Insert(("a",), 0, {"b": 1})) == "Insert(('a',), 0, {'b': 1})"
    assert [each.op for each in (edit, Insert(("a",), 0, 1), Remove(("a",)), Comment((), []))] == [
        *("set", "insert", "remove", "comment")
    ]
    with pytest.raises(AttributeError):
        edit.value = 2
