"""What would come of an answer or a waiver as it is filled in: the edits, and the review of the plan as it would stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import words
from eventreview.plan import outing
from eventreview.plan.edit import Refused
from eventreview.plan.edit import sentence as why_refused
from eventreview.plan.edits import Edit
from eventreview.report import sentences
from eventreview.review.answering import Asking, moved_to
from eventreview.review.session import Preview

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from eventreview.review.finding import Finding


@dataclass(frozen=True)
class Filled:
    """What is filled in. values: by key, None for nothing. moves_day: the plan's day is moved in the same step."""

    values: Mapping[str, object]
    moves_day: bool = False


def prefilled(entry: object, keys: Sequence[str]) -> dict[str, object]:
    """The values of an entry of the plan to begin with, by key."""
    values = {key: getattr(entry, key) for key in keys}
    return {key: value for key, value in values.items() if value is not None}


class Outlook:
    """Looks ahead. clock: today by the clock of the machine. needed: the keys without which nothing is written."""

    def __init__(self, asking: Asking, clock: datetime.date, needed: Sequence[str]) -> None:
        self.asking = asking
        self.clock = clock
        self.needed = tuple(needed)
        self._seen: tuple[Filled, Preview | str] | None = None

    @property
    def is_behind(self) -> bool:
        """Whether the plan speaks from a day of its own, and the clock is later."""
        plan = self.asking.plan
        return plan.today_from == "as_of" and plan.today < self.clock

    def day(self, filled: Filled) -> datetime.date:
        """The day that is written: the plan's, or the clock's where the plan's is moved there."""
        return self.clock if filled.moves_day else self.asking.plan.today

    def dated(self, filled: Filled) -> str:
        """Which day is written, and that the clock is later."""
        day = self.day(filled)
        text = _("Dated {date} ({weekday}).").format(date=words.date(day), weekday=words.weekday(day))
        if not self.is_behind or filled.moves_day:
            return text
        late = _("That is the plan’s day, from as_of; by the clock it is {date}.").format(date=words.date(self.clock))
        return f"{text} {late}"

    def by(self, filled: Filled) -> str | None:
        """The organisation whose word it is."""
        by = filled.values.get(self.asking.BY)
        return by if isinstance(by, str) else None

    def missing(self, filled: Filled) -> list[str]:
        """The keys that are still needed."""
        return [key for key in self.needed if filled.values.get(key) is None]

    def edits(self, filled: Filled) -> tuple[Edit, ...]:
        """What would be written; nothing where something is missing, or whoever said it may not say it."""
        by = self.by(filled)
        if by is None or by not in self.asking.may or self.missing(filled):
            return ()
        rest = {key: value for key, value in filled.values.items() if key != self.asking.BY}
        edits = self.asking.written(by, {**rest, "on": self.day(filled)})
        return (*edits, moved_to(self.clock)) if filled.moves_day else edits

    def preview(self, filled: Filled) -> Preview | str | None:
        """The plan as it would stand, or why it can't be written; None where there is nothing to write."""
        edits = self.edits(filled)
        if not edits:
            return None
        # The words of a reason change nothing of what holds, as long as nobody can be reached by them.
        reason = filled.values.get("reason")
        forbidden = reason if isinstance(reason, str) and outing.reveals(reason) else None
        state = Filled({**filled.values, "reason": forbidden}, filled.moves_day)
        if self._seen is None or self._seen[0] != state:
            try:
                self._seen = (state, self.asking.session.preview(edits))
            except Refused as refusal:
                self._seen = (state, why_refused(refusal))
        return self._seen[1]

    def changes(self, filled: Filled) -> bool:
        """Whether the file would be another: what stands there already isn't written again."""
        return self.asking.session.preview(self.edits(filled)).text != self.asking.session.text

    def refusal(self, filled: Filled) -> str:
        """Why it can't be written just as it is; "" where it can."""
        try:
            self.asking.session.preview(self.edits(filled))
        except Refused as refusal:
            return why_refused(refusal)
        return ""

    def after(self, filled: Filled) -> list[Finding]:
        """The finding as it would be, in parts where the populations it is about part ways; none if nothing is written."""
        preview = self.preview(filled)
        if not isinstance(preview, Preview):
            return []
        before = self.asking.finding
        here = [each for each in preview.after.findings if each.rule is before.rule and each.at == before.at]
        return [each for each in here if each.key == before.key or set(each.populations) & set(before.populations)]

    def then(self, filled: Filled) -> str:
        """What the finding would be, in a line; "" where nothing is written."""
        results = list(dict.fromkeys(_result(each) for each in self.after(filled)))
        rule = self.asking.finding.rule.code
        return _("Then {rule}: {result}").format(rule=rule, result="; ".join(results)) if results else ""

    def flaw(self, filled: Filled) -> Finding | None:
        """What the review would have to say of what is written; None for nothing."""
        preview, by = self.preview(filled), self.by(filled)
        return self.asking.flaw(preview.after, by) if isinstance(preview, Preview) and by is not None else None


def _result(finding: Finding) -> str:
    result = f"{sentences.sign(finding)} {sentences.label(finding)}"
    populations = sentences.populations(finding)
    return _("{result} ({populations})").format(result=result, populations=populations) if populations else result
