"""`eventreview rule`: what a rule asks, why, on what it rests and who judges; without a code, the list of rules."""

from __future__ import annotations

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, Stopped
from eventreview.cli.output import write
from eventreview.cli.parser import parser
from eventreview.language import gettext as _
from eventreview.plan.suggest import nearest
from eventreview.report import rules as page
from eventreview.rules import catalogue
from eventreview.rules.known import KNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.rules.rule import Rule

FORMATS = ("text", "json", "markdown")


def run(arguments: Sequence[str]) -> int:
    """Prints one rule, or all of them."""
    made = parser("rule", help_of("rule"))
    made.add_argument("rule", nargs="?", metavar=_("RULE"), help=_("a rule's code or name, such as REP-1"))
    made.add_argument("--format", choices=FORMATS, default="text", help=_("how rules are printed"))
    options = made.parse_args(arguments)
    write(_one(rule_named(options.rule), options.format) if options.rule is not None else _all(options.format))
    return CLEAN


def rule_named(word: str) -> Rule:
    """The rule with this code or name. Stops with a suggestion where there is none."""
    rule = catalogue.find(word)
    if rule is not None:
        return rule
    if catalogue.code_of(word) is not None:
        raise Stopped(_("this version doesn't check {word} yet").format(word=word))
    near = nearest(word, (*KNOWN, *KNOWN.values()))
    if near:
        raise Stopped(_("there is no rule “{word}”; did you mean {suggestion}?").format(word=word, suggestion=near[0]))
    raise Stopped(_("there is no rule “{word}”; eventreview rule lists them").format(word=word))


def _one(rule: Rule, format: str) -> str:
    if format == "json":
        return page.as_json([rule])
    return _lines(page.as_markdown(rule) if format == "markdown" else page.as_text(rule))


def _all(format: str) -> str:
    rules = list(catalogue.rules().values())
    if format == "json":
        return page.as_json(rules)
    return _lines(page.list_as_markdown(rules) if format == "markdown" else page.list_as_text(rules))


def _lines(lines: page.Page) -> str:
    return "".join(f"{line}\n" for line in lines)
