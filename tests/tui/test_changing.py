"""What a command would change is worked out from the format and the file alone."""

from __future__ import annotations

import pytest
from tests.tui.conftest import SMALL

from eventreview.plan.edits import Comment, Insert, Remove, Set
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.tui.changing import Form, form_of_choice, insertion, removal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path

S1: Path = ("panels", 0, "speakers", 0)


@pytest.fixture
def file() -> PlanFile:
    """The small plan."""
    return read_bytes("small.toml", SMALL.encode())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("panels", 0), (("panels", 0, "speakers"), 3)),
        (S1, (("panels", 0, "speakers"), 1)),
        ((*S1, "consent"), (("panels", 0, "speakers"), 1)),
        (("panels",), (("panels",), 1)),
        (("organisations", 0), (("organisations",), 1)),
        (("organisations",), (("organisations",), 2)),
        (("sources",), (("sources",), 0)),
        (("event",), None),
        (("safety",), None),
        ((), None),
    ],
)
def test_an_entry_is_added_after_the_one_at_the_cursor(
    file: PlanFile, path: Path, expected: tuple[Path, int] | None
) -> None:
    assert insertion(file, path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (S1, Remove(S1)),
        (("organisations", 1), Remove(("organisations", 1))),
        (("organisations",), None),
        (("event",), None),
        (("safety",), None),
        ((), None),
        (("panels", 7), None),
    ],
)
def test_only_entries_and_tables_that_are_there_are_removed(
    file: PlanFile, path: Path, expected: Remove | None
) -> None:
    assert removal(file, path) == expected


def test_a_table_that_may_be_missing_is_removed_whole() -> None:
    file = read_bytes("a.toml", (SMALL + "\n[safety]\ncontact = true\n").encode())
    assert removal(file, ("safety",)) == Remove(("safety",))


def test_changes_to_one_object_become_its_form(file: PlanFile) -> None:
    edits = (Remove((*S1, "chosen_on")), Set((*S1, "status"), "open"))
    expected = Form(S1, "chosen_on", {"chosen_on": None, "status": "open"})
    assert form_of_choice(file, edits) == expected


def test_a_new_entry_becomes_the_form_of_a_new_entry(file: PlanFile) -> None:
    edit = Insert(("panels", 0, "speakers"), 3, {"id": "s4", "status": "open"})
    assert form_of_choice(file, (edit,)) == Form(edit.path, None, {"id": "s4", "status": "open"}, 3)


def test_changes_to_several_objects_have_no_form(file: PlanFile) -> None:
    assert form_of_choice(file, (Set((*S1, "status"), "open"), Set(("event", "title"), "x"))) is None
    assert form_of_choice(file, (Insert(("panels", 0, "proposed_by"), 0, "rpm"),)) is None
    assert form_of_choice(file, ()) is None


def test_lines_to_fill_in_become_the_form_of_their_table(file: PlanFile) -> None:
    lines = ("# chosen_on =   # s1: ask rpm", "# chosen_by =   # s1: ask rpm")
    assert form_of_choice(file, (Comment(S1, lines),)) == Form(S1, "chosen_on")


def test_lines_of_a_new_entry_become_its_form_with_what_is_known(file: PlanFile) -> None:
    lines = ("# [[consultations]]", "# id =", "# with =   # rpm", '# about = ["speakers"]', '# ref = "s1"')
    expected = Form(("consultations",), None, {"about": ["speakers"], "ref": "s1"}, 0)
    assert form_of_choice(file, (Comment(("consultations",), lines),)) == expected


def test_lines_of_a_new_place_become_its_form_on_that_panel(file: PlanFile) -> None:
    lines = ("# [[panels.speakers]]", '# id = "opening-open"', '# status = "open"', "# organisation =")
    expected = Form(("panels", 0, "speakers"), None, {"id": "opening-open", "status": "open"}, 3)
    assert form_of_choice(file, (Comment(("panels", 0), lines),)) == expected
