"""Whose a comment is: what it stands behind on its line, or the thing on the next line."""

from __future__ import annotations

import tomli
from tests.plan.random_plans import paths

from eventreview.plan.positions import Path, Positions, scan


def attached(text: str, *, head: bool = False) -> dict[str, Path]:
    """The path of what each numbered comment belongs to; those that belong to nothing are left out.

    A comment on a line of its own belongs to what starts on the next line that isn't one; behind something, to that.
    The head of the file belongs to the file, or with `head` to what it stands on.
    """
    at = scan(text)
    starts, ends = _spans(at, tomli.loads(text))
    comments = dict(at.comments)
    found: dict[str, Path] = {}
    for start, end in at.comments:
        line = text.rfind("\n", 0, start) + 1
        if text[line:start].strip():
            reached = max((one for one in ends if line < one <= start), default=0)
            if reached and not text[reached:start].strip(" \t,"):
                found[text[start:end]] = ends[reached]
        elif head or not _is_head(text, line, comments):
            below = _after_line_end(text, end)
            while (sign := _skipped(text, below)) in comments:
                below = _after_line_end(text, comments[sign])
            if sign in starts:
                found[text[start:end]] = starts[sign]
    return {comment: path for comment, path in found.items() if comment.startswith("# c")}


def _spans(at: Positions, data: dict[str, object]) -> tuple[dict[int, Path], dict[int, Path]]:
    """What starts and what ends at an offset; the outermost."""
    starts: dict[int, Path] = {}
    ends: dict[int, Path] = {}
    for path in paths(data):
        node = at.node(path)
        if path and node is not None and node.kind not in ("tables", "implicit"):
            starts.setdefault(node.begin if node.begin >= 0 else node.at, path)
            ends.setdefault(node.to, path)
    return starts, ends


def _is_head(text: str, line: int, comments: dict[int, int]) -> bool:
    """Whether nothing but comments stand between the start of the file and this line, without a blank one."""
    while line:
        line = text.rfind("\n", 0, line - 1) + 1
        if _skipped(text, line) not in comments:
            return False
    return True


def _skipped(text: str, offset: int) -> int:
    while text[offset : offset + 1] in (" ", "\t"):
        offset += 1
    return offset


def _after_line_end(text: str, offset: int) -> int:
    return text.find("\n", offset) + 1 or len(text)
