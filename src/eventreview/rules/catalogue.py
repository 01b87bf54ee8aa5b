"""Every rule there is, by code and by name: the built ones as rules, all others as known words."""

from __future__ import annotations

from eventreview.plan.garbage import Uncollected
from eventreview.rules.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = (
    "form",
    "saf",
    "rep",
    "con",
    "bal",
    "kp",
    "tok",
    "exp",
    "pay",
    "sources",
    "inc",
    "sta",
    "par",
    "bri",
    "lrn",
    "spo",
)
FAMILIES = (
    "FORM", "REP", "CON", "BAL", "KP", "TOK", "EXP", "PAY", "SRC", "INC", "STA", "PAR", "BRI", "LRN", "SAF", "SPO",
    "ACC", "INV", "RUN", "FOL", "GOV",
)  # fmt: skip
_rules: dict[str, Rule] = {}


def rules() -> dict[str, Rule]:
    """The built rules by code, family by family: every rule that a module of a family's package declares."""
    if not _rules:
        with Uncollected():
            found = [rule for family in PACKAGES for rule in _declared_in(family)]
        found.sort(key=lambda rule: (FAMILIES.index(rule.family), rule.number))
        _rules.update((rule.code, rule) for rule in found)
    return _rules


def _declared_in(family: str) -> Iterator[Rule]:
    """The rules of a package. A new module there is found by being there."""
    import os
    from importlib import import_module

    package = import_module(f"eventreview.rules.{family}")
    for name in sorted(os.listdir(package.__path__[0])):
        if name.endswith(".py") and not name.startswith("_"):
            module = import_module(f"{package.__name__}.{name.removesuffix('.py')}")
            for value in vars(module).values():
                if isinstance(value, Rule):
                    yield value


def find(code_or_name: str) -> Rule | None:
    """The built rule with this code or name, whatever its case."""
    wanted = code_or_name.casefold()
    return next((r for r in rules().values() if wanted in (r.code.casefold(), r.name)), None)


def code_of(code_or_name: str) -> str | None:
    """The code of a rule, built or known to come; None where there is no such rule."""
    from eventreview.rules.known import KNOWN

    built = find(code_or_name)
    if built is not None:
        return built.code
    wanted = code_or_name.casefold()
    return next((code for code, name in KNOWN.items() if wanted in (code.casefold(), name)), None)
