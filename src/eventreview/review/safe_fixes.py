"""The safe fixes of a plan, made together: what leaves the meaning as it is and needs nobody's choice."""

from __future__ import annotations

from eventreview.plan import companions
from eventreview.plan.file import read_text
from eventreview.plan.refused import Refused
from eventreview.review.engine import review

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterator, Sequence

    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Choice

    Made = tuple[Finding, Choice]

SAFE = "safe"
MOST_ROUNDS = 20


class Fixed:
    """A plan after its safe fixes: its review, and each fix with the finding that it was a choice of, in order."""

    __slots__ = ("made", "review")

    def __init__(self, review: Review, made: Sequence[Made]) -> None:
        self.review = review
        self.made = tuple(made)


def may_be_fixed(before: Review) -> bool:
    """Whether a plan may be changed unasked: it can be read, and holds nothing that SAF-1 forbids."""
    return before.readable and not before.outed


def fix(before: Review, today: datetime.date | None = None, extra: Collection[str] = ()) -> Fixed:
    """Makes the safe fixes of a reviewed plan, in memory, until there are none left; today and extra as for its review.

    A plan that may not be fixed stays as it is.
    """
    made: list[Made] = []
    now = before
    for _round in range(MOST_ROUNDS if may_be_fixed(before) else 0):
        fresh = list(_apart(now))
        text, done = _made(now.file, fresh)
        if not done:
            break
        made += done
        now = review(read_text(now.file.name, text, now.file, today), sets=now.sets, extra=extra)
    return Fixed(now, made)


def _apart(now: Review) -> Iterator[Made]:
    """The safe choices that don't touch what another of them touches; the others wait for the next round.

    What a fix leaves may take the safety from its neighbour: two spellings of one key, two of one word in a list.
    """
    touched: list[Path] = []
    for finding in now.loud:
        for choice in finding.choices() if finding.is_open else ():
            if choice.kind != SAFE or choice.of is not None:
                continue
            places = [_place(each) for each in choice.edits]
            if not any(_overlap(place, other) for place in places for other in touched):
                touched += places
                yield finding, choice
                break


def _place(edit: Edit) -> Path:
    """What an edit touches: a key, or of an array's element the whole array."""
    return edit.path[:-1] if isinstance(edit.path[-1], int) else edit.path


def _overlap(one: Path, other: Path) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def _made(file: PlanFile, fresh: Sequence[Made]) -> tuple[str, list[Made]]:
    """The text with these fixes made, and which were: where they can't be made together, each alone as far as it goes."""
    try:
        return _edited(file, [edit for _finding, choice in fresh for edit in choice.edits]), list(fresh)
    except Refused:
        pass
    done: list[Made] = []
    for finding, choice in fresh:
        try:
            file = read_text(file.name, _edited(file, choice.edits), file)
        except Refused:
            continue
        done.append((finding, choice))
    return file.text or "", done


def _edited(file: PlanFile, edits: Sequence[Edit]) -> str:
    text, _values = companions.apply(file.text or "", file.values or {}, edits, file.positions)
    return text
