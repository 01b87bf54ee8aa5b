"""What is said to whoever records an answer or a waiver: what is judged, who may not speak here, and what was said."""

from __future__ import annotations

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, words
from eventreview.plan import outing
from eventreview.plan.model import Consultation, Judgement, Place
from eventreview.report import sentences
from eventreview.report.quote import BLANK
from eventreview.report.values import BLANKED, Values
from eventreview.review import answering
from eventreview.review.digests import read_values
from eventreview.review.questions import object_of
from eventreview.rules.closed import in_caucus

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Waiver
    from eventreview.report.values import Row
    from eventreview.review.answering import Asking, Barred
    from eventreview.review.finding import Finding

# Values of the plan that are quoted at most.
MOST_QUOTED = 24


def no_answer(finding: Finding) -> str | None:
    """Why no answer changes a finding; None where one can."""
    why = answering.why_not_asked(finding)
    if why is None:
        return None
    reasons = {
        "nobody-judges": _("Nobody is asked by {rule}: it follows from what the plan says. e edits it."),
        "takes-a-waiver": _(
            "{rule} finds an error here, and no answer settles an error: w asks who agrees to a waiver."
        ),
        "not-met": _("{rule} is settled here by what the plan says, not by an answer. e edits it."),
        "not-stated": _("{rule} asks nobody before the plan says what is missing. e adds it."),
        "not-yet": _("It is too early for {rule}: nobody is asked yet."),
        "met": _("{rule} is met by what the plan says: nobody is asked."),
        "not-applicable": _("{rule} doesn't concern the plan here: nobody is asked."),
        "waived": _("{rule} is waived here: nobody is asked. w shows the waiver."),
    }
    return reasons[why].format(rule=finding.rule.code)


def no_waiver(finding: Finding) -> str | None:
    """Why a finding can't be waived; None where it can."""
    why = answering.why_not_waivable(finding)
    if why is None:
        return None
    reasons = {
        "form": _("{rule} is about how the file is written: that is mended, and never waived."),
        "never-waived": _("{rule} can't be waived: nobody agrees to this in another's place."),
        "to-be-judged": _("{rule} asks a question here, and a question isn't waived: J answers it."),
        "not-stated": _("{rule} finds no fault here, so there is nothing to waive: the plan doesn't say enough yet."),
        "not-yet": _("{rule} finds no fault here, so there is nothing to waive: it is too early."),
        "met": _("{rule} is met here: there is nothing to waive."),
        "not-applicable": _("{rule} doesn't concern the plan here: there is nothing to waive."),
    }
    return reasons[why].format(rule=finding.rule.code)


def barred(asking: Asking) -> list[str]:
    """Who may not answer, or agree, and why; what is so of several organisations is said once."""
    together: dict[str, list[Barred]] = {}
    for each in asking.barred():
        together.setdefault(each.why, []).append(each)
    return [_barred(asking, alike) for alike in together.values()]


def why_barred(asking: Asking, id: str) -> str:
    """Why one organisation may not answer, or agree; "" where it may."""
    return "".join(_barred(asking, [each]) for each in asking.barred() if each.id == id)


def _barred(asking: Asking, alike: Sequence[Barred]) -> str:
    waives = isinstance(asking, answering.Waiving)
    reasons = {
        answering.NOT_LED: (
            _(
                "{organisations}: not led by those concerned ({populations}), and nobody waives for itself what others bear."
            )
            if waives
            else _("{organisations}: not led by those concerned ({populations}), and an ally can't mark its own work.")
        ),
        answering.UNSTATED: _(
            "{organisations}: nothing says who leads here (`led_by` is absent), so this counts as not led by those "
            "concerned ({populations}), and nobody speaks in their place."
        ),
        answering.ALONE: _("{organisations}: this is for {alone} alone, and nobody speaks in its place."),
        answering.NAMED: _("{organisations}: it isn't their name that is used here, and each agrees for itself."),
        answering.LED: _("{organisations}: led by those concerned ({populations}), and the organisers are asked here."),
        answering.NOT_ORGANISING: _("{organisations}: not organising the event, and the organisers are asked here."),
        answering.NEITHER: _(
            "{organisations}: neither led by those concerned ({populations}) nor organising the event."
        ),
    }
    first = alike[0]
    return reasons[first.why].format(
        organisations=words.join([each.id for each in alike]),
        populations=words.join([labels.label_of_value("population", p) for p in first.populations]) or "–",
        alone=first.alone or "–",
    )


def organisation(asking: Asking, id: str) -> str:
    """An organisation by its id and name; with the populations for which it is heard, where there are several."""
    name = next((each.name for each in asking.plan.organisations if each.id == id), None)
    said = f"{id} – {_kept(name)}" if name else id
    if len(asking.populations) < 2 or asking.answerers.alone(asking.finding) is not None:
        return said
    heard = [p for p in asking.populations if asking.answerers.scene.led(id, p)]
    if not heard:
        return said
    populations = words.join([labels.label_of_value("population", p) for p in heard])
    return _("{organisation} (for {populations})").format(organisation=said, populations=populations)


def entry(asking: Asking, said: Judgement | Waiver) -> str:
    """One answer or waiver of the plan: who, when, what, the reason, and why it is without effect, if it is."""
    if isinstance(said, Judgement):
        verdict = labels.label_of_value("judgements.verdict", said.verdict)
        text = _("{organisation}, {date}: {verdict}").format(
            organisation=said.by, date=words.date(said.on), verdict=verdict
        )
    elif said.until is None:
        text = _("Agreed by {organisation} on {date}.").format(organisation=said.agreed_by, date=words.date(said.on))
    else:
        text = _("Agreed by {organisation} on {date}, until {until}.").format(
            organisation=said.agreed_by, date=words.date(said.on), until=words.date(said.until)
        )
    parts = [text]
    if said.reason:
        parts.append(_("“{text}”").format(text=_kept(said.reason)))
    flaw = asking.flaw_of(asking.session.review, said.path)
    if flaw is not None:
        parts.append(sentences.message(flaw))
    return " – ".join(parts)


def evidence(asking: Asking) -> Iterator[str]:
    """The values that a rule reads for an object, a line each under the object that they belong to.

    No name, tag or note is among them, no place of a closed caucus, and not what others said when they were asked.
    """
    values = Values(asking.session.file, BLANKED)
    groups: dict[Path, tuple[Table, list[Row]]] = {}
    hidden, quoted, left = False, 0, 0
    for owner, key, value in read_values(asking.plan, asking.finding.rule, asking.table):
        table = object_of(owner)
        if isinstance(table, Place) and in_caucus(table):
            hidden = True
            continue
        field = table.FIELDS.get(key)
        if isinstance(table, Consultation) and field is not None and field.kind == "text":
            continue
        rows = list(values.rows(owner, key, value))
        shown = rows[: max(MOST_QUOTED - quoted, 0)]
        quoted += len(shown)
        left += len(rows) - len(shown)
        if shown:
            groups.setdefault(table.path, (table, []))[1].extend(shown)
    for table, rows in groups.values():
        yield sentences.subject_of(table)
        yield from (f"{line or '':>5} │ {text}" for line, text in rows)
    if left:
        yield ngettext("and {n} more value", "and {n} more values", left).format(n=left)
    if hidden:
        yield _("No line about the places of a closed caucus is quoted.")


def _kept(text: str) -> str:
    """Text of the plan, but for what SAF-1 forbids."""
    return BLANK if outing.reveals(text) else text
