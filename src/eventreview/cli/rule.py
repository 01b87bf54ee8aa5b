"""`eventreview rule`: what a rule asks, why, on what it rests and who judges; without a code, the list of rules."""

from __future__ import annotations

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, Stopped
from eventreview.cli.parser import parser
from eventreview.language import gettext as _
from eventreview.language import labels, pgettext
from eventreview.plan.suggest import nearest
from eventreview.report import sentences
from eventreview.report.full import wrapped
from eventreview.rules import catalogue
from eventreview.rules.known import KNOWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.rules.rule import Rule


def run(arguments: Sequence[str]) -> int:
    """Prints one rule, or all of them."""
    made = parser("rule", help_of("rule"))
    made.add_argument("rule", nargs="?", metavar=_("RULE"), help=_("a rule's code or name, such as REP-1"))
    options = made.parse_args(arguments)
    lines = _one(_found(options.rule)) if options.rule else _all()
    print("\n".join(lines))
    return CLEAN


def _found(word: str) -> Rule:
    rule = catalogue.find(word)
    if rule is not None:
        return rule
    if catalogue.code_of(word) is not None:
        raise Stopped(_("this version doesn't check {word} yet").format(word=word))
    near = nearest(word, (*KNOWN, *KNOWN.values()))
    if near:
        raise Stopped(_("there is no rule “{word}”; did you mean {suggestion}?").format(word=word, suggestion=near[0]))
    raise Stopped(_("there is no rule “{word}”; eventreview rule lists them").format(word=word))


def _all() -> Iterator[str]:
    family = ""
    for rule in catalogue.rules().values():
        if rule.family != family:
            if family:
                yield ""
            family = rule.family
            yield f"{family} – {labels.label_of_family(family)}"
        yield f"  {rule.code:<8} {_gravity(rule):<14} {rule.name}"


def _gravity(rule: Rule) -> str:
    return labels.label_of_severity(rule.severity) if rule.severity else pgettext("finding", "question")


def _one(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    stage = _("at any stage") if rule.any_stage else labels.label_of_value("stage", rule.stage)
    facts = [
        (_("Severity"), _gravity(rule)),
        (_("Family"), labels.label_of_family(rule.family)),
        (_("From the stage"), stage),
        (_("Who judges"), labels.label_of_judge(rule.judged_by) if rule.judged_by != "nobody" else _("the data alone")),
    ]
    if rule.set != "form":
        facts.insert(2, (_("Set"), labels.label_of_set(rule.set)))
    width = max(len(name) for name, _value in facts)
    for name, value in facts:
        yield f"  {name:<{width}}  {value}"
    for heading, text in (
        (_("What it asks"), sentences.what(rule)),
        (_("Why it matters"), sentences.why(rule)),
        (_("What to do"), sentences.remedy(rule)),
        (_("The question"), sentences.question(rule)),
    ):
        if text:
            yield ""
            yield heading
            yield from wrapped(text, "  ", "  ")
    citations = sentences.citations(rule)
    if citations:
        yield ""
        yield _("Where it comes from")
        for citation in citations:
            yield from wrapped(citation, "  ", "    ")
