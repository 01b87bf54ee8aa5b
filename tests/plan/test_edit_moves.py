"""An entry or element takes its place with its comments and blank lines, however its array is written."""

from __future__ import annotations

import pytest
import tomli

from eventreview.plan.edit import Refused, apply, sentence
from eventreview.plan.edits import Edit, Insert, Move, Remove, Rename, Set


def edited(text: str, *edits: Edit) -> str:
    new, data = apply(text, tomli.loads(text), edits, lambda _path: ())
    assert tomli.loads(new) == data
    return new


PANELS = """\
# The programme

[[panels]]
id = "p1"  # the first

# held for rpm
[[panels.speakers]]
id = "s1"
# asked in May
fee = { amount = 3 }

[[panels.speakers]]
id = "s2"
# below s2

# --- Afternoon ---

[[panels]]
id = "p2"

[[panels.speakers]]
id = "s3"

[safety]
contact = true
"""


def test_an_entry_changes_places_with_its_neighbour_comments_and_all() -> None:
    down = edited(PANELS, Move(("panels", 0, "speakers"), 0, 1))
    assert down == PANELS.replace(
        """\
# held for rpm
[[panels.speakers]]
id = "s1"
# asked in May
fee = { amount = 3 }

[[panels.speakers]]
id = "s2"
# below s2
""",
        """\
[[panels.speakers]]
id = "s2"
# below s2

# held for rpm
[[panels.speakers]]
id = "s1"
# asked in May
fee = { amount = 3 }
""",
    )
    assert edited(PANELS, Move(("panels", 0, "speakers"), 1, 0)) == down


def test_an_entry_takes_its_tables_along_and_headings_stay() -> None:
    new = edited(PANELS, Move(("panels",), 1, 0))
    assert new.index("# The programme") < new.index("p2") < new.index("s3") < new.index("p1") < new.index("s2")
    assert new.index("s2") < new.index("# --- Afternoon ---") < new.index("[safety]")
    assert new.endswith("# --- Afternoon ---\n\n[safety]\ncontact = true\n")
    assert edited(PANELS, Move(("panels",), 0, 1)).count("\n\n\n") == 0


def test_where_it_stands_already_nothing_happens() -> None:
    assert edited(PANELS, Move(("panels",), 1, 1)) == PANELS
    assert edited("a = [ 1, # one\n 2 ]", Move(("a",), 0, 0)) == "a = [ 1, # one\n 2 ]"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("apart", ["", "\n", "\n\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_blank_lines_line_ends_and_the_end_of_the_file_stay_as_they_are(end: str, apart: str, last: str) -> None:
    entries = [f"[[a]]\n\tb = {number}" for number in range(4)]
    text = (("\n" + apart).join(entries) + last).replace("\n", end)
    for here, to in ((0, 3), (3, 0), (1, 2), (2, 1), (0, 1), (3, 2)):
        order = [0, 1, 2, 3]
        order.insert(to, order.pop(here))
        meant = (("\n" + apart).join(entries[each] for each in order) + last).replace("\n", end)
        assert edited(text, Move(("a",), here, to)) == meant


def test_tables_of_an_entry_that_stand_elsewhere_come_to_it() -> None:
    text = "[[a]]\n[other]\nx = 1\n# of other\n\n# on it\n[a.b]\ny = 1\n\n[[a]]\nz = 1\n"
    assert edited(text, Move(("a",), 0, 1)) == (
        "[other]\nx = 1\n# of other\n\n[[a]]\nz = 1\n[[a]]\n\n# on it\n[a.b]\ny = 1\n"
    )
    assert edited(text, Move(("a",), 1, 0)) == (
        "[[a]]\nz = 1\n\n[[a]]\n[other]\nx = 1\n# of other\n\n# on it\n[a.b]\ny = 1\n"
    )


def test_interleaved_arrays_keep_their_own_order() -> None:
    text = "[[a]]\ni = 0\n[[b]]\ni = 0\n[[a]]\ni = 1\n[[b]]\ni = 1\n[[a]]\ni = 2\n"
    new = edited(text, Move(("a",), 2, 0))
    assert new == "[[a]]\ni = 2\n[[a]]\ni = 0\n[[b]]\ni = 0\n[[a]]\ni = 1\n[[b]]\ni = 1\n"
    new = edited(text, Move(("b",), 0, 1))
    assert new == "[[a]]\ni = 0\n[[a]]\ni = 1\n[[b]]\ni = 1\n[[b]]\ni = 0\n[[a]]\ni = 2\n"


def test_quoted_and_indented_headers_move_as_they_are_written() -> None:
    text = '[["x y" . a]]\n  b = 1\n  [[ "x y".a ]] # two\n\tb = 2\n'
    assert edited(text, Move(("x y", "a"), 1, 0)) == '  [[ "x y".a ]] # two\n\tb = 2\n[["x y" . a]]\n  b = 1\n'


@pytest.mark.parametrize(
    ("array", "index", "to", "after"),
    [
        ("[1, 2, 3]", 0, 2, "[2, 3, 1]"),
        ("[ 1 ,2,3, ]", 2, 0, "[ 3 ,1,2, ]"),
        ("[\n  1,\n  2, 3\n]", 2, 0, "[\n  3,\n  1, 2\n]"),
        ("[\n  1, # one\n  2, # two\n]", 0, 1, "[\n  2, # two\n  1, # one\n]"),
        ("[\n  1, # one\n  2 # two\n]", 0, 1, "[\n  2, # two\n  1 # one\n]"),
        ("[\n  1, # one\n  2 # two\n]", 1, 0, "[\n  2, # two\n  1 # one\n]"),
        ("[\n  1,\n  # two\n  2,\n\n  # three\n  3 # 3\n  # end\n]", 2, 0, "[\n  # three\n  3, # 3\n\n  1,\n  # two\n  2\n  # end\n]"),
        ("[\n  1,\n\n  # --- Allies ---\n\n  2,\n]", 0, 1, "[\n  # --- Allies ---\n\n  2,\n\n  1,\n]"),
        ("[\n\t{ a = 1 }, # one\n\t{\n\t\tb = [ # b\n\t\t2]\n\t},\n]", 1, 0, "[\n\t{\n\t\tb = [ # b\n\t\t2]\n\t},\n\t{ a = 1 }, # one\n]"),
        ("[\n  # numbers\n\n  1, 2\n  # end\n]", 0, 1, "[\n  # numbers\n\n  2, 1\n  # end\n]"),
        ('["""\n1""", \'\'\'2\n\'\'\']', 0, 1, '[\'\'\'2\n\'\'\', """\n1"""]'),
        ("[ [ # in\n 1 ], [] ]", 0, 1, "[ [], [ # in\n 1 ] ]"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_element_moves_with_its_line_or_changes_places(
    array: str, index: int, to: int, after: str, end: str
) -> None:
    text, meant = (f"# above\na = {each} # behind\nb.c = {each}".replace("\n", end) for each in (array, after))
    assert edited(text, Move(("a",), index, to), Move(("b", "c"), index, to)) == meant


@pytest.mark.parametrize(
    ("text", "edit", "reason", "line"),
    [
        ("\na = [ 1, # one\n 2 ]\n", Move(("a",), 0, 1), "shared-lines", 2),
        ("a = [ 1, 2, # both\n 3 ]\n", Move(("a",), 0, 1), "shared-lines", 1),
        ("a = [\n # the first\n 1, 2]\n", Move(("a",), 1, 0), "shared-lines", 1),
        ("a = [1]\n", Move(("a",), 0, 1), "absent", 1),
        ("a = [1]\n", Move(("a",), -1, 0), "absent", 1),
        ("\n[[a]]\n", Move(("a",), 1, 0), "absent", 2),
        ("a = 1\n", Move(("a",), 0, 0), "not-an-array", 1),
        ("a = 1\n", Move(("b",), 0, 0), "absent", 1),
        ("a = 1\n", Move((), 0, 0), "not-an-array", 1),
        ("id = 'a'\n", Rename("a", "b"), "absent", 1),
    ],
)
def test_what_cannot_be_moved_safely_is_refused_with_its_line(text: str, edit: Edit, reason: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        edited(text, edit)
    assert (refused.value.message_id, refused.value.line) == (reason, line)
    assert "{" not in sentence(refused.value)


def test_a_move_among_other_edits_sees_what_they_did() -> None:
    text = "[[a]]\ni = 0\n\n[[a]]\ni = 1\n"
    new = edited(text, Set(("a", 0, "i"), 7), Insert(("a",), 2, {"i": 2}), Move(("a",), 2, 0), Remove(("a", 1)))
    assert new == "[[a]]\ni = 2\n\n[[a]]\ni = 1\n"


def test_moves_and_renames_are_values() -> None:
    assert Move(("a",), 0, 1) == Move(("a",), 0, 1) != Move(("a",), 1, 0)
    assert Rename("a", "b") == Rename("a", "b") != Rename("a", "c")
    assert repr(Move(("a",), 0, 1)) == "Move(('a',), 0, 1)"
    assert repr(Rename("a", "b")) == "Rename('a', 'b')"
    assert (Move(("a",), 0, 1).op, Rename("a", "b").op, Rename("a", "b").path) == ("move", "rename", ())
