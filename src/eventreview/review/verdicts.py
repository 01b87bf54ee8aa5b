"""What each rule says in the end, for the rules that come after all others (LRN-3)."""

from __future__ import annotations

from eventreview.rules import catalogue
from eventreview.rules.outcome import WAIVED
from eventreview.rules.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from eventreview.plan.faults import Fault
    from eventreview.review.entry import Entry
    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Choice
    from eventreview.rules.words import Scene


class Verdicts:
    """The verdicts of every rule that was run, worked out for the rules that are asked about.

    entries: what the rules say, their judgements and waivers applied. found, faults: what is found without a decision
    list: faults of form, and what SAF-1 forbids. ran: the codes of the rules that were run, and didn't break.
    """

    __slots__ = ("_entries", "_faults", "_found", "_ran", "_scene")

    def __init__(
        self,
        scene: Scene,
        entries: Sequence[Entry],
        found: Sequence[Finding],
        faults: Sequence[Fault],
        ran: Collection[str],
    ) -> None:
        self._scene = scene
        self._entries = tuple(entries)
        self._found = tuple(found)
        self._faults = tuple(faults)
        self._ran = frozenset(ran)

    def of(self, code: str) -> tuple[Verdict, ...] | None:
        """The verdicts of a rule, in the order it looked at its objects; None for one that wasn't run."""
        rule = catalogue.rules().get(code)
        if rule is None:
            return None
        if not rule.checks:
            found = [Verdict(each.at, each.result, choices=each.choices) for each in self._found if each.rule is rule]
            return (*found, *(Verdict(each.at, "not-met") for each in self._faults if each.code == code))
        return tuple(self._of_entries(code)) if code in self._ran else None

    def _of_entries(self, code: str) -> Iterable[Verdict]:
        """Populations that share a verdict on an object make one, as they make one finding."""
        groups: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self._entries:
            if entry.rule.code == code:
                said = (entry.outcome.result, entry.outcome.severity, entry.outcome.message_id)
                key = (entry.table.path, id(entry.check), *said, entry.waiver is not None)
                groups.setdefault(key, []).append(entry)
        for group in groups.values():
            first = group[0]
            result = first.outcome.result if first.waiver is None else WAIVED
            keys = dict.fromkeys(key for entry in group for key in entry.outcome.keys)
            yield Verdict(first.table.at, result, keys, self._choices(group))

    def _choices(self, group: Sequence[Entry]) -> Callable[[], Iterable[Choice]]:
        first = group[0]
        offers = first.rule.choices
        populations = tuple(entry.population for entry in group if entry.population)
        if offers is None:
            return tuple
        return lambda: offers(self._scene, first.table, first.outcome, populations)
