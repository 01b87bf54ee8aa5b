"""The rows of the timeline in characters and words."""

from __future__ import annotations

from rich.cells import cell_len

from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext, words
from eventreview.language.labels import label_of_value
from eventreview.plan.model import Decision, Place
from eventreview.plan.moments import day
from eventreview.report import sentences
from eventreview.review.pictures import timeline as t
from eventreview.review.pictures.facts import WITH, WITHOUT
from eventreview.tui.picture_words import SIGNS as FACT_SIGNS
from eventreview.tui.picture_words import fact_words
from eventreview.tui.scale import Placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.review.finding import Finding
    from eventreview.review.pictures.timeline import Mark, Row, Timeline

SIGNS = {
    t.ASKED: "a", t.ANSWERED: "A", t.ASSESSED: "R", t.DRAFTING: "d", t.DECIDED: "D", t.CHOSEN: "C", t.INVITED: "i",
    t.FIXED: "F", t.PUBLISHED: "P", t.EVENT: "◆", t.TODAY: "▏",
}  # fmt: skip
NAMES = {
    t.ASKED: "asked",
    t.ANSWERED: "answered",
    t.ASSESSED: "risks assessed",
    t.DRAFTING: "drafting from",
    t.DECIDED: "decided",
    t.CHOSEN: "chosen",
    t.INVITED: "invited",
    t.FIXED: "fixed",
    t.PUBLISHED: "published",
    t.EVENT: "event",
    t.TODAY: "today",
}
# What leads to what, drawn as a line.
LEADS_TO = {t.ASKED: t.ANSWERED, t.DRAFTING: t.FIXED}
ORDERS = {
    ("CON-1", "chose-themselves"): "they chose",
    ("CON-1", "choice-ahead"): "still ahead",
    ("CON-1", "asked-first"): "answered first",
    ("CON-1", "choice-undated"): "choice not dated",
    ("CON-1", "same-day"): "same day",
    ("CON-1", "answer-undated"): "answer not dated",
    ("CON-1", "no-chooser"): "chooser not stated",
    ("CON-1", "never-asked"): "never asked",
    ("CON-1", "decided-while-waiting"): "before the answer",
    ("CON-1", "silence-is-not-agreement"): "without an answer",
    ("CON-1", "asked-afterwards"): "asked afterwards",
    ("STA-1", "met"): "they drafted",
    ("STA-1", "commented"): "answered first",
    ("STA-1", "short-window"): "little time to answer",
    ("STA-1", "answered-before-drafting"): "answer before drafting",
    ("STA-1", "same-day"): "same day",
    ("STA-1", "declined"): "preferred not to",
    ("STA-1", "silence-is-not-drafting"): "without an answer",
    ("STA-1", "finalised-while-waiting"): "before the answer",
    ("STA-1", "asked-afterwards"): "asked afterwards",
    ("STA-1", "drafted-without"): "never asked",
    ("STA-1", "no-answer-yet"): "no answer so far",
    ("STA-1", "answer-awaited"): "answer awaited",
    ("STA-1", "drafting-from"): "still ahead",
    ("STA-1", "dates-missing"): "dates not stated",
    ("STA-1", "not-asked-yet"): "not asked so far",
    ("TOK-2", "after-agenda"): "before the invitations",
}
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NOT_HELD = ("open", "declined", "withdrawn")
NEVER_ASKED = ("never-asked", "drafted-without")


def short_title(row: Row) -> str:
    """What a row is about, a place as "place p1 (gmn)"."""
    if isinstance(row.table, Place) and row.table.organisation is not None and row.table.status not in NOT_HELD:
        return _("place {place} ({organisation})").format(place=row.table.at, organisation=row.table.organisation)
    return title(row)


def title(row: Row) -> str:
    """What a row is about."""
    if row.kind == "agenda":
        return _agenda(row)
    if isinstance(row.table, Decision):
        return _("decision: {subject}").format(subject=label_of_value("subject", row.table.what))
    if row.kind == "today":
        return name(t.TODAY)
    if isinstance(row.table, Place) and row.table.status in NOT_HELD:
        status = label_of_value("speakers.status", row.table.status)
        return _("{subject} ({status})").format(subject=sentences.subject_of(row.table), status=status)
    return sentences.subject_of(row.table)


def subject(subject: str) -> str:
    """A subject of consultations and decisions in words."""
    return label_of_value("subject", subject)


def _agenda(row: Row) -> str:
    if row.path == ("event",):
        return label_of_value("subject", "agenda")
    return _("agenda, {subject}").format(subject=sentences.subject_of(row.table))


def name(kind: str) -> str:
    """What a mark stands for."""
    return pgettext("timeline/mark", NAMES[kind])


def placed(row: Row) -> list[Placed]:
    """The marks of a row for the scale."""
    found = []
    for number, mark in enumerate(row.marks):
        sign = SIGNS[mark.kind]
        text = f"({sign})" if mark.ahead else sign
        text += FACT_SIGNS[WITHOUT] if mark.kind == row.flagged else ""
        text += "=" if mark.with_next else ""
        to = _led_to(row, number)
        planned = to is not None and row.marks[to].ahead
        found.append(Placed(day(mark.when), text, int(mark.ahead), to, planned, mark.with_next))
    return found


def _led_to(row: Row, number: int) -> int | None:
    mark = row.marks[number]
    for later in range(number + 1, len(row.marks)):
        other = row.marks[later]
        if other.kind == LEADS_TO.get(mark.kind) and other.asking == mark.asking:
            return later
    return None


def order(row: Row, room: int | None = None) -> str:
    """What the rules found about the order of a row: sign, words and rule; "" where they say nothing.

    room: cells; where they are too few, the rule isn't named. None: no limit.
    """
    finding = row.finding
    if finding is None:
        return ""
    sign, shown = _ordered(row, finding)
    whole = _("{sign} {words} ({rule})").format(sign=sign, words=shown, rule=finding.rule.code)
    return whole if room is None or cell_len(whole) <= room else f"{sign} {shown}"


def _ordered(row: Row, finding: Finding) -> tuple[str, str]:
    said = ORDERS.get((finding.rule.code, finding.message_id))
    if finding.rule.code == "INC-2" and row.fact is not None:
        return FACT_SIGNS[row.fact], fact_words(row.fact)
    if said is not None:
        sign = FACT_SIGNS[WITHOUT] if row.fact == WITHOUT else sentences.sign(finding)
        return sign, pgettext("timeline/order", said)
    return sentences.sign(finding), sentences.label(finding)


def dates(row: Row) -> str:
    """The dates of a row in words, and those that are absent."""
    said = [_dated(mark) for mark in row.marks]
    said += [_("{mark}: kept out of the file").format(mark=name(kind)) for kind in row.withheld]
    said += [_absent(row, kind) for kind in row.absent if not _needs_no_word(row, kind)]
    return ", ".join(said)


def _dated(mark: Mark) -> str:
    if mark.ahead:
        return _("{mark} (planned) {date}").format(mark=name(mark.kind), date=words.date(mark.when))
    return _("{mark} {date}").format(mark=name(mark.kind), date=words.date(mark.when))


def _absent(row: Row, kind: str) -> str:
    if kind == t.ASKED:
        never = row.finding is not None and row.finding.message_id in NEVER_ASKED
        return _("never asked") if never else _("no question recorded")
    if kind == t.ANSWERED:
        return _("no answer dated")
    return _("{mark}: not stated").format(mark=name(kind))


def _needs_no_word(row: Row, kind: str) -> bool:
    """Nobody has to be asked about what they decide themselves."""
    return kind == t.ASKED and row.fact == WITH


def told(row: Row) -> str:
    """A row in full: its dates, what the dates leave open, and what was found about it."""
    parts = [_("{subject}: {dates}.").format(subject=title(row), dates=dates(row) or _("no date stated"))]
    for mark, following in zip(row.marks, row.marks[1:], strict=False):
        if mark.with_next:
            text = _("The dates don’t tell which came first: {one} or {other}.")
            parts.append(text.format(one=name(mark.kind), other=name(following.kind)))
    if row.finding is not None:
        parts.append(_found(row, row.finding))
    return " ".join(parts)


def _found(row: Row, finding: Finding) -> str:
    text = _("{rule}, {label}: {message}")
    return text.format(
        rule=finding.rule.code,
        label=f"{sentences.sign(finding)} {sentences.label(finding)}",
        message=sentences.message(finding),
    )


def legend(shown: Timeline) -> str:
    """The marks that are on the timeline, each with its word."""
    marks = [mark for row in shown.rows for mark in row.marks]
    there = {mark.kind for mark in marks}
    texts = [f"{SIGNS[kind]} {name(kind)}" for kind in t.MARKS if kind in there]
    if any(mark.ahead for mark in marks):
        texts.append(_("( ) planned"))
    if any(mark.with_next for mark in marks):
        texts.append(_("= which first isn’t told"))
    if any(row.flagged for row in shown.rows):
        texts.append(_("✗ too early"))
    return "  ".join(texts)


def notes(shown: Timeline) -> Iterator[str]:
    """What isn't shown, and why."""
    if shown.closed:
        yield _("Places of a panel that is closed, or whose kind can’t be read, aren’t shown here.")
    n = len(shown.left_out)
    if n:
        names = words.join([title(row) for row in shown.left_out])
        text = ngettext("{n} without dates is left out: {names}.", "{n} without dates are left out: {names}.", n)
        yield text.format(n=n, names=names)


def short_months() -> list[str]:
    """The months, short."""
    return [pgettext("short month", month) for month in SHORT_MONTHS]


def messages() -> list[tuple[str, str]]:
    """The texts of the tables, as (context, msgid)."""
    return [
        *(("timeline/mark", text) for text in NAMES.values()),
        *(("short month", text) for text in SHORT_MONTHS),
        *(("timeline/order", text) for text in dict.fromkeys(ORDERS.values())),
    ]
