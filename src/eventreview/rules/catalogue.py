"""Every rule there is, by code and by name: the built ones as rules, all others as known words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.rules.rule import Rule

MODULES = (
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
    """The built rules by code, family by family."""
    if not _rules:
        from importlib import import_module

        found: list[Rule] = []
        for name in MODULES:
            found += import_module(f"eventreview.rules.{name}").RULES
        found.sort(key=lambda rule: (FAMILIES.index(rule.family), rule.number))
        _rules.update((rule.code, rule) for rule in found)
    return _rules


def find(code_or_name: str) -> Rule | None:
    """The built rule with this code or name, whatever its case."""
    wanted = code_or_name.casefold()
    return next((r for r in rules().values() if wanted in (r.code.casefold(), r.name)), None)


def code_of(code_or_name: str) -> str | None:
    """The code of a rule of the contract, built or not; None where the contract knows no such rule."""
    from eventreview.rules.known import KNOWN

    wanted = code_or_name.casefold()
    return next((code for code, name in KNOWN.items() if wanted in (code.casefold(), name)), None)
