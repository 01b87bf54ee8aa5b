"""What a person reads before agreeing: the lines that differ, numbered as the file numbers them."""

from __future__ import annotations

from eventreview.review.diff import diff


def shown(old: str, new: str) -> list[tuple[str, int, str]]:
    return [(line.sign, line.number, line.text) for line in diff(old, new)]


def test_a_changed_line_stands_between_its_neighbours() -> None:
    assert shown("a\nb\nc\nd\n", "a\nb\nx\nd\n") == [
        (" ", 1, "a"),
        (" ", 2, "b"),
        ("-", 3, "c"),
        ("+", 3, "x"),
        (" ", 4, "d"),
    ]


def test_distant_changes_have_a_gap_between_them() -> None:
    old = "".join(f"{n}\n" for n in range(20))
    signs = [sign for sign, _, _ in shown(old, old.replace("2\n", "x\n", 1).replace("17\n", "y\n"))]
    assert signs.count("…") == 1


def test_a_line_ends_at_a_line_feed_alone() -> None:
    assert shown('a = "x\u2028y"\nb = 1\n', 'a = "x\u2028y"\nb = 2\n') == [
        (" ", 1, 'a = "x\u2028y"'),
        ("-", 2, "b = 1"),
        ("+", 2, "b = 2"),
    ]


def test_windows_line_ends_are_not_shown() -> None:
    assert shown("a\r\n", "b\r\n") == [("-", 1, "a"), ("+", 1, "b")]


def test_the_same_text_has_no_diff() -> None:
    assert shown("a\n", "a\n") == []
