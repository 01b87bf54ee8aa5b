"""Generated parts of the pages are as their sources are."""

from __future__ import annotations

from tests.pages import README, readme


def test_the_keys_in_the_readme_are_the_desks() -> None:
    assert readme() == README.read_text(encoding="utf-8")
