"""Findings in words, in the language in use.

A finding carries a message id and parameters; the sentence is made here, so that the language can change without a new
check. Objects appear by id: "place s1, held for rpm". No display name, tag or note of the plan passes through.
"""

from __future__ import annotations

import datetime

from eventreview.language import gettext as _
from eventreview.language import labels, npgettext, pgettext, words
from eventreview.plan.model import Consultation, Place
from eventreview.rules import passages
from eventreview.rules.not_theirs import LED_BY_ABSENT
from eventreview.rules.outcome import ERROR, NOT_MET, TO_BE_JUDGED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.file import PlanFile
    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Choice, Rule, Text

# What a rule says when it has no sentence of its own for a result.
GENERIC: dict[str, str] = {
    "not-stated": "The plan doesn't say this yet: {keys}.",
    "not-yet": "This is looked at from the stage “{stage}” on.",
    "not-yet-dated": "This lies ahead: {date}.",
    "met": "The plan meets this.",
    "met-withheld": "Known, and kept out of the file for safety.",
    "not-applicable": "This doesn't concern the plan here.",
    "represents-absent": "Places of community organisations don't say whose voice they carry: {places}. Read as voices, "
    "they would change the verdict; affiliation isn't a mandate, and silence isn't a no.",
    "at-fault": "This rests on something the file says in a way that can't be read: {keys}. Mend that first.",
}
# In running text, so without the first capital of a form's label.
CHANNELS = {
    "named": "being named",
    "photo": "photographs",
    "recorded": "recording",
    "streamed": "live streaming",
    "quoted": "being quoted",
}
LED_BY_ABSENT_ID = "led-by-absent"
ALL_LED_BY_ABSENT = (
    "Nothing says who leads {organisations} (`led_by` is absent), so they count as not led by the community."
)
# Parameters whose values have a label: their name, and the key whose vocabulary it is.
LABELLED = {
    "population": "population",
    "populations": "population",
    "seated": "population",
    "missing": "population",
    "others": "population",
    "aims": "event.aims",
    "conditions": "sponsors.conditions",
    "roles": "organisations.roles",
    "mode": "speakers.mode",
    "framing": "framing",
    "reason": "left_out.reason",
    "role": "previous.role",
    "role_before": "previous.role",
    "role_now": "previous.role",
    "purpose": "bridges.purpose",
    "stage": "stage",
    "step": "subject",
    "steps": "subject",
    "decided_with": "subject",
    "decided_without": "subject",
    "undecided": "subject",
    "not_decided": "subject",
}
# Words of one vocabulary or another: the first that knows the word.
LABELLED_BY_EITHER = {
    "parts": ("subject", "work.role"),
    "kinds": ("speakers.role", "work.role"),
    "kinds_of_others": ("speakers.role", "work.role"),
}
SIGNS = {
    "not-met": "✗",
    "to-be-judged": "?",
    "not-stated": "…",
    "not-yet": "·",
    "met": "✓",
    "met-withheld": "✓",
    "not-applicable": "–",
    "waived": "~",
}
SEVERITY_SIGNS = {"error": "✗", "warning": "!", "note": "i"}


def message(finding: Finding) -> str:
    """What is found, in one or more sentences, with what is listed beside it."""
    parts = [_sentence(finding.rule, finding.message_id, _params_of(finding))]
    parts += [_sentence(finding.rule, each.message_id, each.params) for each in finding.parts]
    parts += _remarks(finding)
    if finding.raised:
        parts.append(_("It weighs more because a lesson of this partnership was about it."))
    if finding.asked_again:
        parts.append(_("An earlier answer was about values that have changed since, so the question is asked again."))
    return " ".join(parts)


def _remarks(finding: Finding) -> Iterator[str]:
    """The sentences added to the message; what is said alike of several organisations is said once, of all of them."""
    silent = tuple(params["organisation"] for message_id, params in finding.remarks if message_id == LED_BY_ABSENT_ID)
    alike = len(silent) > 1 and finding.rule.messages.get(LED_BY_ABSENT_ID) == LED_BY_ABSENT
    if alike:
        yield pgettext(f"any/{LED_BY_ABSENT_ID}", ALL_LED_BY_ABSENT).format(organisations=_shown("", silent))
    for message_id, params in finding.remarks:
        if not (alike and message_id == LED_BY_ABSENT_ID):
            yield _sentence(finding.rule, message_id, params)


def short(finding: Finding) -> str:
    """The first sentence of the message, for lists."""
    whole = _sentence(finding.rule, finding.message_id, _params_of(finding))
    head, found, _rest = whole.partition(". ")
    return head + "." if found else whole


def _params_of(finding: Finding) -> dict[str, object]:
    params = dict(finding.params)
    if finding.keys and "keys" not in params:
        params["keys"] = tuple(dict.fromkeys(key for _path, key in finding.keys))
    return params


def _sentence(rule: Rule, message_id: str, params: Mapping[str, object]) -> str:
    text: Text | None = rule.messages.get(message_id)
    shown = {name: _shown(name, value) for name, value in params.items()}
    if text is None:
        generic = message_id if message_id in GENERIC else "met"
        if generic == "not-yet" and "stage" not in params:
            generic = "not-yet-dated"
            shown.setdefault("date", next(iter(shown.values()), ""))
        context, one = f"any/{generic}", GENERIC[generic]
    else:
        context, one = f"{rule.code}/{message_id}", text if isinstance(text, str) else text[0]
    if text is not None and not isinstance(text, str):
        count = params.get(text[2])
        n = count if isinstance(count, int) else len(count) if isinstance(count, tuple) else 2
        return npgettext(context, text[0], text[1], n).format_map(_Lenient(shown))
    return pgettext(context, one).format_map(_Lenient(shown))


class _Lenient(dict[str, str]):
    """A parameter that a line of the list doesn't give reads as a dash rather than as a crash."""

    def __missing__(self, key: str) -> str:
        return "–"


def _shown(name: str, value: object) -> str:
    """A parameter in words."""
    if isinstance(value, dict):
        return "; ".join(
            _("{population}: {value}").format(
                population=labels.label_of_value("population", population), value=_shown(name, each)
            )
            for population, each in value.items()
        )
    if isinstance(value, tuple | list):
        return words.join([_shown(name, each) for each in value]) if value else pgettext("list", "nobody")
    if isinstance(value, bool):
        return labels.label_of_value("", "true" if value else "false")
    if isinstance(value, datetime.date):
        return words.date(value)
    if isinstance(value, int | float):
        return words.number(value)
    if value is None:
        return "–"
    text = str(value)
    if name == "channels" and text in CHANNELS:
        return pgettext("channel", CHANNELS[text])
    for key in (LABELLED[name],) if name in LABELLED else LABELLED_BY_EITHER.get(name, ()):
        label = labels.label_of_value(key, text)
        if label != text or key == LABELLED.get(name):
            return label
    return text


def populations(finding: Finding) -> str:
    """The populations that a finding is about, in words; "" for none."""
    return words.join([labels.label_of_value("population", each) for each in finding.populations])


def subject(file: PlanFile, finding: Finding) -> str:
    """What a finding is about: "place s1, held for rpm", "panel opening", "event"."""
    table = _table_at(file, finding)
    if table is None:
        return labels.label_of_table("") if finding.at == "plan" else finding.at
    return subject_of(table)


def subject_at(file: PlanFile, path: Path) -> str:
    """The object at a data path, or the nearest one around it, as `subject` names it."""
    if file.plan is None:
        return ""
    tables = file.tables
    for end in range(len(path), 0, -1):
        if path[:end] in tables:
            return subject_of(tables[path[:end]])
    return subject_of(file.plan)


def subject_of(table: Table) -> str:
    """An object by its kind and address; a place says for whom it is held, never who holds it."""
    if isinstance(table, Place):
        if table.organisation is not None:
            return pgettext("subject", "place {place}, held for {organisation}").format(
                place=table.at, organisation=table.organisation
            )
        return pgettext("subject", "place {place}").format(place=table.at)
    if isinstance(table, Consultation):
        return pgettext("subject", "consultation {id} ({by} → {with_})").format(
            id=table.at, by=table.by, with_=table.with_
        )
    if table.TABLE in NESTED and table.parent is not None:
        # It has no address of its own: it is named with the object around it.
        nested = NESTED[table.TABLE]
        return pgettext("subject", "{owner}, {kind}").format(
            owner=subject_of(table.parent), kind=pgettext("subject/table", nested)
        )
    if len(table.path) <= 1:
        name = SINGLE.get(table.at, table.at)
        return pgettext("subject/table", name)
    kind = SINGULAR.get(table.TABLE, table.TABLE)
    kind = pgettext("subject/table", kind)
    at = table.at
    name, bracket, index = at.partition("[")
    if bracket and index.endswith("]") and index[:-1].isdigit() and name == table.TABLE:
        # People count from one; the address in brackets stays as the file's own.
        return pgettext("subject", "{kind} {number} ({at})").format(kind=kind, number=int(index[:-1]) + 1, at=at)
    return pgettext("subject", "{kind} {id}").format(kind=kind, id=at)


# In running text, so without a first capital: other entries than the headings of forms.
SINGLE = {
    "plan": "the whole plan",
    "event": "event",
    "partnership": "partnership",
    "evaluation": "evaluation",
    "assessment": "assessment",
    "safety": "safety",
    "access": "access",
    "budget": "budget",
    "import": "origin of the import",
}
NESTED = {
    "consent": "consent",
    "fee": "fee",
    "left_out": "population left out",
    "sign_off": "sign-off",
    "requests": "request",
    "seats": "seat in the steering",
}
SINGULAR = {
    "organisations": "organisation",
    "panels": "panel",
    "sponsors": "sponsor",
    "decisions": "decision",
    "statements": "statement",
    "sources": "source",
    "work": "work",
    "reviews": "reflection",
    "lessons": "lesson",
    "previous": "earlier edition",
    "notices": "notice",
    "collectives": "collective",
    "commitments": "commitment",
    "bridges": "bridge",
    "judgements": "judgement",
    "waivers": "waiver",
}


def _table_at(file: PlanFile, finding: Finding) -> Table | None:
    plan = file.plan
    if plan is None:
        return None
    if finding.at == "plan":
        return plan
    named = plan.object_of(finding.at)
    if named is not None:
        return named
    if finding.object_path in file.tables and file.tables[finding.object_path].at == finding.at:
        return file.tables[finding.object_path]
    return next((table for table in file.tables.values() if table.at == finding.at), None)


def sign(finding: Finding) -> str:
    """One character for a finding's result; always beside its word."""
    if finding.result == NOT_MET and finding.severity:
        return SEVERITY_SIGNS[finding.severity]
    return SIGNS[finding.result]


def label(finding: Finding) -> str:
    """The word for a finding: its severity when not met, "question" when to be judged, else its result."""
    if finding.result == NOT_MET and finding.severity:
        return labels.label_of_severity(finding.severity)
    if finding.result == TO_BE_JUDGED:
        return pgettext("finding", "question")
    return labels.label_of_result(finding.result)


def what(rule: Rule) -> str:
    """The norm, in a sentence."""
    return pgettext(f"{rule.code}/what", rule.what) if rule.what else ""


def why(rule: Rule) -> str:
    """Why it matters."""
    return pgettext(f"{rule.code}/why", rule.why) if rule.why else ""


def remedy(rule: Rule) -> str:
    """What to do."""
    return pgettext(f"{rule.code}/remedy", rule.remedy) if rule.remedy else ""


def question(rule: Rule) -> str:
    """What whoever judges is asked; "" for a rule that nobody judges."""
    return pgettext(f"{rule.code}/question", rule.question) if rule.question else ""


def asked(finding: Finding) -> str:
    """The question as a finding puts it: when it is to be judged, or an answer would settle it; "" otherwise."""
    settles = finding.result == NOT_MET and finding.severity != ERROR and finding.decision in finding.rule.settles
    return question(finding.rule) if finding.result == TO_BE_JUDGED or settles else ""


def who(finding: Finding) -> str:
    """Who may answer, in words; "" where nobody is asked."""
    if finding.judged_by in ("", "nobody"):
        return ""
    if finding.rule.judged_by_itself:
        return _("the organisation itself")
    return labels.label_of_judge(finding.judged_by)


def citations(rule: Rule) -> list[str]:
    """One line a passage: where the note says it, and what it says in our words; the basis of rules beyond the note."""
    lines = [f"{passages.cite(each)} – {passages.passage(each)}" for each in rule.passages]
    if rule.basis:
        lines.append(_("Beyond the note: {basis}").format(basis=pgettext(f"{rule.code}/basis", rule.basis)))
    return lines


def choice_title(rule: Rule, choice: Choice) -> str:
    """What a choice would do, in a few words; one passed on from another rule with the object it is about."""
    if choice.of is not None:
        rule, at = choice.of
        return _("{subject}: {text}").format(subject=at, text=_title(rule, choice))
    return _title(rule, choice)


def _title(rule: Rule, choice: Choice) -> str:
    title = rule.choice_titles.get(choice.title, choice.title)
    shown = {name: _shown(name, value) for name, value in choice.params.items()}
    return pgettext(f"{rule.code}/choice/{choice.title}", title).format_map(_Lenient(shown))


def waived(finding: Finding) -> str:
    """Who agreed to live with a finding, and until when; the reason is the plan's own text."""
    waiver = finding.waiver
    if waiver is None:
        return ""
    if waiver.until is None:
        return _("Agreed by {organisation} on {date}.").format(
            organisation=waiver.agreed_by, date=words.date(waiver.on)
        )
    return _("Agreed by {organisation} on {date}, until {until}.").format(
        organisation=waiver.agreed_by, date=words.date(waiver.on), until=words.date(waiver.until)
    )


def answers(finding: Finding) -> list[str]:
    """The answers that count, side by side: who, when, what."""
    return [
        _("{organisation}, {date}: {verdict}").format(
            organisation=each.by,
            date=words.date(each.on),
            verdict=labels.label_of_value("judgements.verdict", each.verdict),
        )
        for each in finding.answers
    ]


def missing_keys(file: PlanFile, finding: Finding) -> list[tuple[str, list[str]]]:
    """What to add where: (object in words, keys), objects in the order of the finding."""
    tables = file.tables
    found: dict[Path, list[str]] = {}
    for path, key in finding.keys:
        found.setdefault(path, []).append(key)
    return [
        (subject_of(tables[path]) if path in tables else ".".join(map(str, path)), keys) for path, keys in found.items()
    ]


def messages() -> list[tuple[str, str]]:
    """The texts of this module that stand in tables, as (context, msgid)."""
    return [
        *((f"any/{message_id}", text) for message_id, text in GENERIC.items()),
        (f"any/{LED_BY_ABSENT_ID}", ALL_LED_BY_ABSENT),
        *(("channel", text) for text in CHANNELS.values()),
        *(("subject/table", text) for text in {**SINGLE, **SINGULAR, **NESTED}.values()),
    ]
