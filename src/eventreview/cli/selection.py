"""`--select` and `--ignore`: rules by code, name, family or set. What is reported changes, no verdict does."""

from __future__ import annotations

from eventreview.cli.exits import Stopped
from eventreview.config.thresholds import SETS_ON, SETS_OPT_IN
from eventreview.language import gettext as _
from eventreview.plan.suggest import nearest
from eventreview.report.run import is_always_reported
from eventreview.rules import catalogue
from eventreview.rules.known import KNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Selection:
    """Which rules are reported, and which of them have to be switched on for this run."""

    __slots__ = ("extra", "ignored", "wanted")

    def __init__(self, select: Sequence[str], ignore: Sequence[str]) -> None:
        self.wanted: set[str] | None = set().union(*map(codes, select)) if select else None
        self.ignored: set[str] = set().union(*map(codes, ignore)) if ignore else set()
        for word in ignore:
            if all(map(is_always_reported, codes(word))):
                raise Stopped(
                    _("{rule} can't be ignored: faults of form and SAF-1 are always reported").format(rule=word)
                )
        built = catalogue.rules()
        self.extra = {code for code in self.wanted or () if code in built and built[code].set not in SETS_ON}

    def chooses(self, code: str) -> bool:
        """Whether findings of a rule are reported."""
        return (self.wanted is None or code in self.wanted) and code not in self.ignored


def codes(word: str) -> set[str]:
    """The codes that a selector means. Stops with a suggestion where it means none."""
    folded = word.casefold()
    found = {
        code for code, name in KNOWN.items() if folded in (code.casefold(), name, code.partition("-")[0].casefold())
    }
    built = catalogue.rules()
    sets = {rule.set for rule in built.values()}
    if folded in sets:
        found |= {code for code, rule in built.items() if rule.set == folded}
    if not found:
        words = (*KNOWN, *KNOWN.values(), *catalogue.FAMILIES, *SETS_ON, *SETS_OPT_IN)
        near = nearest(word, words)
        if near:
            raise Stopped(
                _("there is no rule, family or set “{word}”; did you mean {suggestion}?").format(
                    word=word, suggestion=near[0]
                )
            )
        raise Stopped(_("there is no rule, family or set “{word}”; eventreview rule lists them").format(word=word))
    if not found & set(built):
        raise Stopped(_("this version doesn't check {word} yet").format(word=word))
    return found
