"""Edits spliced into the text of a plan: nothing else moves, and what comes out says what was meant, or is refused.

How a span becomes an edit, from the value (`plan.edits`) to the new text:

1. `plan.positions.scan` has read the text and knows a `Node` for each path: between which offsets it stands, and how
   it is written: scalar, array, inline; table (a header and its body), tables (the `[[...]]` of one name), implicit
   (named by dotted keys or longer headers alone).
2. `data.meant` works out what the data are after the edit, without a look at the text.
3. `data.parts` turns an edit of a whole table or array into edits of the keys and elements in which it differs: where
   a person would change one line, one line changes.
4. `splices.splices` finds the place and gives `(start, end, text)`: put this text in the place of those offsets.
   A value takes the span of the old one. What is new goes, in the style of its neighbours, onto a line under a header,
   into a block of lines with a header of its own, or between two commas. What moves is cut and put in again beyond
   what it passes. `page.Page` sees the text as lines and tells whose a comment is: it stands behind something on its
   line, or right above, and else right below.
5. `_Draft.write` makes the splices, parses the text again and compares the data with those of step 2, types included;
   and it finds every comment again, but those inside of what was removed. Otherwise: `Refused`, and nothing is changed.

So `Set(("event", "city"), "Lomé")` on `city = "Rome"  # sic` is the splice `(7, 13, '"Lomé"')`, if the text starts there.
Scalars that get new values wait for each other (`_Draft.pending`): a hundred small fixes cost one reading, not a hundred.
What an edit means elsewhere, for ids and for answers that name entries, is up to `plan.companions`.
"""

from __future__ import annotations

from eventreview.plan.edit.data import meant, parts
from eventreview.plan.edit.page import Page, splice
from eventreview.plan.edit.splices import replaced, splices
from eventreview.plan.edits import Comment, Insert, Move, Remove, Rename, Set, plain, same, value_at
from eventreview.plan.positions import scan
from eventreview.plan.refused import Refused, sentence
from eventreview.plan.toml import comment_line, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.edit.page import Splice
    from eventreview.plan.edits import Edit
    from eventreview.plan.positions import Positions
    from eventreview.plan.toml import KeyOrder

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
        if isinstance(edit, Remove | Move | Rename):
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
        kept = [old.text[start:end] for start, end in old.at.comments if not _taken(edit, made, start)]
        there = [text[start:end] for start, end in new.comments]
        if isinstance(edit, Move):  # it takes comments along
            kept.sort()
            there.sort()
        left = iter(there)
        if not all(comment in left for comment in kept):
            raise Refused("comment-lost", edit.path)
        self.page, self.data = Page(new), read


def _taken(edit: Edit, made: Sequence[Splice], comment: int) -> bool:
    """Whether a comment goes with what an edit removes."""
    return isinstance(edit, Remove) and any(first <= comment < last for first, last, _ in made)
