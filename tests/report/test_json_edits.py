"""The edits of a choice in JSON: what is done, where, what is written, from which place to which."""

from __future__ import annotations

import pytest
from tests.plan.reading import file_of, panel

from eventreview.plan.edits import Comment, Edit, Insert, Move, Remove, Rename, Set
from eventreview.report.json import edit_object


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (Set(("event", "title"), "x"), ("set", "event.title", '"x"', None, None)),
        (Set(("event", "recorded"), False), ("set", "event.recorded", "false", None, None)),
        (Remove(("panels", 0)), ("remove", "panels[0]", None, None, None)),
        (Insert(("panels",), 1, {"title": "x", "id": "q"}), ("insert", "panels", '{ id = "q", title = "x" }', 1, None)),
        (Move(("panels", 0, "speakers"), 0, 1), ("move", "panels[0].speakers", None, 0, 1)),
        (Rename("s2", "s3"), ("rename", "panels[0].speakers[1].id", '"s3"', None, None)),
        (Rename("nobody", "s3"), ("rename", "", '"s3"', None, None)),
        (Comment(("event",), ["city =", "mode ="]), ("comment", "event", "city =\nmode =", None, None)),
    ],
)
def test_an_edit_is_told_in_the_same_five_keys(edit: Edit, told: tuple[object, ...]) -> None:
    file = file_of(panel('id = "s1"', 'id = "s2"'))
    assert edit_object(file, edit) == dict(zip(("op", "path", "toml", "index", "to"), told, strict=True))
