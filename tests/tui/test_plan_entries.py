"""A plan in the list of a folder: its title, how far it is, when it is, and its counts."""

from __future__ import annotations

from pathlib import Path

from eventreview import language
from eventreview.plan import recovery
from eventreview.tui.plan_entries import entry_of, told


def written(folder: Path, text: str, name: str = "a.toml") -> str:
    """A file with this text; gives its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_entry_says_title_stage_day_and_counts(small: Path) -> None:
    entry = entry_of(str(small))
    assert entry is not None
    assert entry.title == "Forum on working conditions"
    assert entry.about == "inviting · 20 March 2027"
    assert "error" in entry.counts
    assert entry.readable


def test_an_event_over_days_says_both(tmp_path: Path) -> None:
    text = 'format = 1\nstage = "idea"\n[event]\ntitle = "T"\nconcerns = []\n'
    path = written(tmp_path, text + "starts = 2027-03-20T09:00:00\nends = 2027-03-21\n")
    entry = entry_of(path)
    assert entry is not None
    assert entry.about == "idea · 20 March 2027 to 21 March 2027"


def test_a_file_of_a_folder_that_is_no_plan_is_left_out_unless_it_was_named(tmp_path: Path) -> None:
    path = written(tmp_path, '[tool]\nname = "x"\n')
    assert entry_of(path) is None
    assert entry_of(path, named=True) is not None


def test_a_plan_that_cant_be_read_says_why_and_on_which_line(tmp_path: Path) -> None:
    entry = entry_of(written(tmp_path, 'format = 1\nstage = "idea\n'))
    assert entry is not None
    assert not entry.readable
    assert "2" in entry.counts
    assert "idea" not in entry.counts


def test_a_title_without_a_way_to_reach_anybody(tmp_path: Path) -> None:
    entry = entry_of(written(tmp_path, 'format = 1\n[event]\ntitle = "Ask ana@example.org"\n'))
    assert entry is not None
    assert entry.title == "Ask •••"


def test_how_many_there_are_in_words() -> None:
    assert told(3, 1, 2) == "3 plans · 1 can't be read · 2 files aren't plans"
    assert told(1, 0, 0) == "1 plan"


def test_dates_follow_the_language(small: Path) -> None:
    language.use("fr")
    entry = entry_of(str(small))
    assert entry is not None
    assert "20 mars 2027" in entry.about


def test_work_that_wasnt_saved_is_said_with_how_much_it_is(small: Path) -> None:
    text = small.read_text("utf-8")
    recovery.write(str(small), small.read_bytes(), text.replace("Forum on", "Forum about"))
    entry = entry_of(str(small))
    assert entry is not None
    [said] = entry.marks
    assert said.startswith("unsaved work of ")
    assert said.endswith(" · 2 lines differ")


def test_a_copy_of_what_is_saved_is_no_news(small: Path) -> None:
    recovery.write(str(small), small.read_bytes(), small.read_text("utf-8"))
    entry = entry_of(str(small))
    assert entry is not None
    assert entry.marks == ()


def test_a_plan_that_another_machine_edits_is_marked_and_nothing_is_locked(small: Path) -> None:
    lock = small.with_name(f".{small.name}.eventreview-lock")
    lock.write_text("process 12\nhost elsewhere.invalid\nstarted 1\n", encoding="utf-8")
    before = sorted(small.parent.iterdir())
    entry = entry_of(str(small))
    assert entry is not None
    assert entry.marks == ("in use on elsewhere.invalid, or left open there",)
    assert sorted(small.parent.iterdir()) == before
