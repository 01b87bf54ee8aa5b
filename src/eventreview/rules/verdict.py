"""What a rule says of an object in the end, after judgements and waivers, for the rules that speak of other rules."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from eventreview.plan.fields import Path
    from eventreview.rules.rule import Choice


class Verdict:
    """One result of another rule.

    at: address of the object. result: one of the eight words, `waived` among them. keys: what is missing, as (path of
    the object, key). choices: what a person may pick there, worked out when asked for.
    """

    __slots__ = ("at", "choices", "keys", "result")

    def __init__(
        self,
        at: str,
        result: str,
        keys: Iterable[tuple[Path, str]] = (),
        choices: Callable[[], Iterable[Choice]] = tuple,
    ) -> None:
        self.at = at
        self.result = result
        self.keys = tuple(keys)
        self.choices = choices
