"""A new plan holds what was said and nothing else; it is a plan that can be read, and no file is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan.file import read_bytes
from eventreview.plan.model import Event
from eventreview.plan.save import NotSaved
from eventreview.plan.skeleton import skeleton, write_new
from eventreview.review.engine import review

TITLES = st.text(st.characters(codec="utf-8"), min_size=1)


@given(TITLES)
def test_it_holds_what_was_said_and_nothing_else(title: str) -> None:
    event = {"title": title, "concerns": ["sex-workers"]}
    assert tomli.loads(skeleton("idea", event)) == {"format": 1, "stage": "idea", "event": event}


def test_what_nobody_said_waits_in_comment_lines_under_its_table() -> None:
    text = skeleton(None, {})
    assert tomli.loads(text) == {"format": 1, "event": {}}
    lines = text.splitlines()
    assert "# stage =" in lines
    assert set(lines[lines.index("[event]") + 1 :]) >= {f"# {key} =" for key in Event.FIELDS}
    assert "# [[organisations]]" in lines
    assert "# [safety]" in lines


def test_with_title_and_populations_its_form_is_right() -> None:
    text = skeleton("idea", {"title": "A meeting", "concerns": ["sex-workers"]})
    file = read_bytes("new.toml", text.encode())
    assert file.plan is not None
    assert [finding.rule.code for finding in review(file).loud if finding.rule.family == "FORM"] == []


def test_a_key_that_the_event_hasnt_got_is_refused() -> None:
    with pytest.raises(KeyError, match="host_name"):
        skeleton("idea", {"host_name": "x"})


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("mine\n", encoding="utf-8")
    with pytest.raises(NotSaved):
        write_new(str(path), skeleton("idea", {}))
    assert path.read_text("utf-8") == "mine\n"
