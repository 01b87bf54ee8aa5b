"""Edits spliced into the text of a plan: nothing else moves, and what comes out says what was meant, or is refused.

A splice is trusted only after its text has been parsed again and compared with the data the edit means, types included,
and after every comment of the text has been found again. Where a person would change one line, one line changes.
"""

from __future__ import annotations

from eventreview.plan.edit.data import meant, parts, value_at
from eventreview.plan.edit.page import Page, splice
from eventreview.plan.edit.refused import Refused, sentence
from eventreview.plan.edit.splices import replaced, splices
from eventreview.plan.edit.toml import comment_line, written
from eventreview.plan.edits import Comment, Insert, Remove, Set, plain, same
from eventreview.plan.positions import scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.edit.page import Splice
    from eventreview.plan.edit.toml import KeyOrder
    from eventreview.plan.edits import Edit
    from eventreview.plan.positions import Positions

__all__ = ["Refused", "apply", "sentence"]


def apply(
    text: str, data: dict[str, object], edits: Sequence[Edit], key_order: KeyOrder, at: Positions | None = None
) -> tuple[str, dict[str, object]]:
    """Make the edits one after the other; give the new text and what it parses to. All are made, or none.

    text: without byte order mark. data: what it parses to; not changed. key_order: the keys of the table at a path in
    the order they are written in (the entry at the path's last index may only be on its way). at: the positions of the
    text, where they are known. Raises Refused.
    """
    at = at or scan(text)
    draft = _Draft(at, data, key_order)
    try:
        for edit in edits:
            draft.make(_writable(edit, key_order))
        draft.settle()
    except Refused as error:
        place = at.where(error.path)
        error.line = place[0] if place else None
        raise
    return draft.page.text, draft.data


def _writable(edit: Edit, key_order: KeyOrder) -> Edit:
    """The edit with its value as the parser would give it. Raises Refused for what TOML can't hold."""
    try:
        if isinstance(edit, Comment):
            return Comment(edit.path, [comment_line(line) for line in edit.lines])
        if isinstance(edit, Remove):
            return edit
        value = plain(edit.value)
        written([value, dict.fromkeys(map(str, edit.path), 0)], edit.path, key_order)
    except (TypeError, ValueError, RecursionError):
        raise Refused("comment" if isinstance(edit, Comment) else "value", edit.path) from None
    return Set(edit.path, value) if isinstance(edit, Set) else Insert(edit.path, edit.index, value)


class _Draft:
    """The text so far, and the new values of keys that are still to be spliced in, all at once."""

    __slots__ = ("data", "key_order", "page", "pending")

    def __init__(self, at: Positions, data: dict[str, object], key_order: KeyOrder) -> None:
        self.page = Page(at)
        self.data = data  # what is meant: the pending values are in it, not yet in the text
        self.key_order = key_order
        self.pending: dict[int, tuple[Edit, Splice]] = {}

    def make(self, edit: Edit) -> None:
        """Make one edit. A new value for a scalar waits, since it moves nothing; what comes next may join it."""
        node = self.page.at.node(edit.path)
        if not isinstance(edit, Set) or node is None or node.kind != "scalar" or node.at in self.pending:
            self.settle()
            self.make_now(edit)
        elif not same(value_at(self.data, edit.path), edit.value):
            self.data = meant(self.data, edit, self.page.at)
            self.pending[node.at] = edit, replaced(self.page, edit, node, self.key_order)

    def settle(self) -> None:
        """Splice in what is pending."""
        if self.pending:
            edits, made = zip(*self.pending.values(), strict=True)
            self.pending = {}
            self.write(edits[0], made, self.data)

    def make_now(self, edit: Edit) -> None:
        """Make one edit in the text, in smaller ones where it has parts."""
        node = self.page.at.node(edit.path)
        if isinstance(edit, Set) and node is not None and same(value_at(self.data, edit.path), edit.value):
            return
        wanted = meant(self.data, edit, self.page.at)
        smaller = parts(edit, self.page.at, self.data)
        if smaller is None:
            self.write(edit, splices(self.page, edit, self.key_order), wanted)
            return
        for part in smaller:
            self.make(part)
        self.settle()
        if not same(self.data, wanted):
            raise Refused("would-differ", edit.path)

    def write(self, edit: Edit, made: Sequence[Splice], wanted: dict[str, object]) -> None:
        """Splice, and look whether the text now says what is wanted and still has every comment around the edit."""
        import tomli

        old, text = self.page, splice(self.page.text, made)
        try:
            read: dict[str, object] = tomli.loads(text)
        except (ValueError, RecursionError):
            raise Refused("would-differ", edit.path) from None
        if not same(read, wanted):
            raise Refused("would-differ", edit.path)
        new = scan(text)
        there = (text[start:end] for start, end in new.comments)
        for start, end in old.at.comments:
            gone = isinstance(edit, Remove) and any(first <= start < last for first, last, _ in made)
            if not gone and old.text[start:end] not in there:
                raise Refused("comment-lost", edit.path)
        self.page, self.data = Page(new), read
