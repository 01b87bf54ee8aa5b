"""Rules for people and programs: the list of them, and one in full, as text, Markdown or JSON."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import labels, pgettext
from eventreview.report import sentences
from eventreview.report.full import wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eventreview.rules.rule import Rule, Text

    Page = Iterator[str]


def list_as_text(rules: Sequence[Rule]) -> Page:
    """Lines: each family, and under it its rules with severity, set and name."""
    rows = [(rule.code, _gravity(rule), rule.set, rule.name) for rule in rules]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for index, (rule, row) in enumerate(zip(rules, rows, strict=True)):
        if _opens_family(rules, index):
            if index:
                yield ""
            yield f"{rule.family} – {labels.label_of_family(rule.family)}"
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        yield "  " + "  ".join([*cells, rule.name])


def list_as_markdown(rules: Sequence[Rule]) -> Page:
    """Lines: a heading and a table for each family."""
    for index, rule in enumerate(rules):
        if _opens_family(rules, index):
            if index:
                yield ""
            yield f"## {rule.family} – {labels.label_of_family(rule.family)}"
            yield ""
            yield _row(_("Rule"), _("Name"), _("Severity"), _("Set"), _("What it asks"))
            yield "|---|---|---|---|---|"
        yield _row(rule.code, f"`{rule.name}`", _gravity(rule), f"`{rule.set}`", sentences.what(rule))


def as_text(rule: Rule) -> Page:
    """Lines: everything about one rule."""
    yield f"{rule.code} {rule.name}"
    facts = list(_facts(rule))
    width = max(len(name) for name, _value in facts)
    for name, value in facts:
        yield f"  {name:<{width}}  {value}"
    for heading, text in _sections(rule):
        yield ""
        yield heading
        yield from wrapped(text, "  ", "  ")
    if rule.reads:
        yield ""
        yield _("The keys it reads")
        yield from wrapped(", ".join(rule.reads), "  ", "  ")
    citations = sentences.citations(rule)
    if citations:
        yield ""
        yield _("Where it comes from")
        for citation in citations:
            yield from wrapped(citation, "  ", "    ")


def as_markdown(rule: Rule) -> Page:
    """Lines: everything about one rule, under one heading."""
    yield f"## {rule.code} `{rule.name}`"
    yield ""
    yield "| | |"
    yield "|---|---|"
    for name, value in _facts(rule):
        yield _row(name, value)
    for heading, text in _sections(rule):
        yield from ("", f"### {heading}", "", text)
    if rule.reads:
        yield from ("", f"### {_('The keys it reads')}", "", ", ".join(f"`{each}`" for each in rule.reads))
    citations = sentences.citations(rule)
    if citations:
        yield from ("", f"### {_('Where it comes from')}", "")
        yield from (f"- {citation}" for citation in citations)


def as_json(rules: Iterable[Rule]) -> str:
    """A document for programs, with a line end; texts are in the language in use, identifiers never translated."""
    import json

    from eventreview import __version__

    document = {
        "version": 1,
        "tool": {"name": "eventreview", "version": __version__},
        "rules": [_record(rule) for rule in rules],
    }
    return json.dumps(document, ensure_ascii=True, indent=2) + "\n"


def _record(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "set": rule.set,
        "severity": rule.severity,
        "stage": None if rule.any_stage else rule.stage,
        "judged_by": rule.judged_by,
        "what": sentences.what(rule),
        "why": sentences.why(rule),
        "remedy": sentences.remedy(rule),
        "question": sentences.question(rule) or None,
        "sources": list(rule.passages),
        "citations": sentences.citations(rule),
        "reads": list(rule.reads),
        "messages": {id: _text(f"{rule.code}/{id}", text) for id, text in rule.messages.items()},
        "choices": {id: pgettext(f"{rule.code}/choice/{id}", title) for id, title in rule.choice_titles.items()},
    }


def _text(context: str, text: Text) -> str:
    """A message with its placeholders; of one with two forms that for several."""
    from eventreview.language import npgettext

    return pgettext(context, text) if isinstance(text, str) else npgettext(context, text[0], text[1], 2)


def _opens_family(rules: Sequence[Rule], index: int) -> bool:
    return index == 0 or rules[index].family != rules[index - 1].family


def _gravity(rule: Rule) -> str:
    return labels.label_of_severity(rule.severity) if rule.severity else pgettext("finding", "question")


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield _("Severity"), _gravity(rule)
    yield _("Family"), labels.label_of_family(rule.family)
    if rule.set != "form":
        yield _("Set"), f"{labels.label_of_set(rule.set)} ({rule.set})"
    yield _("From the stage"), _("at any stage") if rule.any_stage else labels.label_of_value("stage", rule.stage)
    yield _("Who judges"), _judge(rule)


def _judge(rule: Rule) -> str:
    if rule.judged_by_itself:
        return _("the organisation itself")
    return labels.label_of_judge(rule.judged_by) if rule.judged_by != "nobody" else _("the data alone")


def _sections(rule: Rule) -> Iterator[tuple[str, str]]:
    for heading, text in (
        (_("What it asks"), sentences.what(rule)),
        (_("Why it matters"), sentences.why(rule)),
        (_("What to do"), sentences.remedy(rule)),
        (_("The question"), sentences.question(rule)),
    ):
        if text:
            yield heading, text


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
