"""Makes the rows of the timeline: one for each place, agenda, decision, text and the event, with the dates of the plan.

Places of a closed caucus have no row and are in no count (SAF-6). What is said of the order is what the rules found.
"""

from __future__ import annotations

import datetime
import itertools
from functools import cmp_to_key

from eventreview.plan.moments import day
from eventreview.review.pictures.facts import FACTS, WITHOUT, fact_of
from eventreview.review.pictures.panels import why_hidden
from eventreview.review.pictures.steps import BY_PARAM, steps_of
from eventreview.review.pictures.timeline import (
    ANSWERED,
    ASKED,
    ASSESSED,
    CHOSEN,
    DECIDED,
    DRAFTING,
    EVENT,
    FIXED,
    INVITED,
    MARKS,
    PUBLISHED,
    TODAY,
    WITHHELD,
    Mark,
    Row,
    Timeline,
)
from eventreview.rules.con.asked import spoken_for
from eventreview.rules.outcome import NOT_APPLICABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Consultation, Decision, Panel, Place, Statement
    from eventreview.plan.moments import When
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.words import Scene

    # A finding, and what it says of the order.
    Told = tuple[Finding, str | None]
    # A mark's kind, its date, and the consultation it is from.
    Date = tuple[str, When | None, str]


def timeline(scene: Scene, review: Review) -> Timeline:
    """The rows of a plan, in the order places, agendas, decisions, texts, safety, consultations, event, today."""
    made = _Rows(scene, review)
    plan = scene.plan
    rows = [*made.places(), *made.agendas(), *made.decisions(), *made.statements(), *made.safety()]
    rows += made.consultations()
    kept = [row for row in rows if row.says_something]
    rest = [row for row in rows if not row.says_something]
    kept += made.event()
    kept.append(Row("today", plan, (Mark(TODAY, plan.today, False),)))
    return Timeline(kept, rest, any(why_hidden(panel) and panel.speakers for panel in plan.panels))


class _Rows:
    """Makes the rows; remembers which consultations have been shown."""

    def __init__(self, scene: Scene, review: Review) -> None:
        self.scene = scene
        self.shown: set[str] = set()
        self.found: dict[tuple[str, Path], list[Finding]] = {}
        for finding in review.findings:
            if finding.rule.code in ("CON-1", "STA-1", "TOK-2", "INC-2", "SAF-7"):
                self.found.setdefault((finding.rule.code, finding.object_path), []).append(finding)

    # The objects

    def places(self) -> Iterator[Row]:
        for panel in self.scene.plan.panels:
            if not why_hidden(panel):
                for s in panel.speakers:
                    yield self._place(panel, s)

    def _place(self, panel: Panel, s: Place) -> Row:
        scene = self.scene
        subject = "moderator" if s.role == "moderator" else "speakers"
        populations = spoken_for(scene, s) or (scene.about(panel) if s.role == "moderator" else ())
        asked = [c for c in scene.plan.consultations if scene.relevant(c, subject, s)]
        dates = [*self._asked(asked, populations), (CHOSEN, s.chosen_on, ""), (INVITED, s.invited_on, "")]
        expected = (ASKED, CHOSEN, INVITED) if spoken_for(scene, s) else (CHOSEN, INVITED)
        marked = CHOSEN if s.chosen_on is not None else INVITED
        return self._row("place", s, dates, expected, self._first("CON-1", s.path), marked)

    def agendas(self) -> Iterator[Row]:
        event = self.scene.plan.event
        about = self.scene.about(event)
        asked = [c for c in self.scene.plan.consultations if "agenda" in c.about and c.ref is None]
        # Where decisions on the agenda are recorded the rule looks at them, and at this day only if it is theirs.
        decided = [day(e.made_on) for e in self.scene.plan.decisions if e.what == "agenda"]
        looked_at = self.scene.past(event.agenda_fixed_on) and (not decided or event.agenda_fixed_on in decided)
        step = self._on_step("agenda", about) if looked_at else None
        dates = [*self._asked(asked, about), (FIXED, event.agenda_fixed_on, "")] if event.agenda_fixed_on else []
        yield self._row("agenda", event, dates, (ASKED, FIXED), step, FIXED)
        for panel in self.scene.plan.panels:
            if panel.agenda_fixed_on is not None:
                narrowed = [
                    c for c in self.scene.plan.consultations if "agenda" in c.about and c.ref in (None, panel.at)
                ]
                late = [f for f in self.found.get(("TOK-2", panel.path), ()) if f.message_id == "after-agenda"]
                dates = [*self._asked(narrowed, self.scene.about(panel)), (FIXED, panel.agenda_fixed_on, "")]
                yield self._row("agenda", panel, dates, (), _told(late[0]) if late else None, FIXED)

    def decisions(self) -> Iterator[Row]:
        for e in self.scene.plan.decisions:
            if self._is_hidden(e.ref):
                continue
            asked = [c for c in self.scene.plan.consultations if self.scene.relevant_for_decision(c, e)]
            dates = [*self._asked(asked, self.scene.about(e)), (DECIDED, e.made_on, "")]
            yield self._row("decision", e, dates, (ASKED,), self._on_decision(e), DECIDED)

    def _on_decision(self, e: Decision) -> Told | None:
        own = self._first("CON-1", e.path)
        if own is not None or e.binds or not self.scene.past(e.made_on):
            return own
        return self._on_step(e.what, self.scene.about(e), e.path)

    def _on_step(self, step: str, about: Sequence[str], path: Path | None = None) -> Told | None:
        """What INC-2 says of a step, the gravest first. path: of one decision among those that decide it."""
        told: list[Told] = []
        for finding in self.found.get(("INC-2", self.scene.plan.event.path), ()):
            if not set(finding.populations) <= set(about):
                continue
            fact = next((f for param, f in BY_PARAM.items() if step in steps_of(finding, param)), None)
            pointed_at = {related.path for related in finding.related}
            if fact == WITHOUT and path is not None and pointed_at and path not in pointed_at:
                continue
            if fact is not None:
                told.append((finding, fact))
        return min(told, key=_weight) if told else None

    def statements(self) -> Iterator[Row]:
        for x in self.scene.plan.statements:
            yield self._statement(x)

    def _statement(self, x: Statement) -> Row:
        asked = [c for c in self.scene.plan.consultations if self.scene.relevant(c, "statement", x)]
        dates = [
            *self._asked(asked, self.scene.about(x)),
            (DRAFTING, x.drafting_from, ""),
            (FIXED, x.finalised_on, ""),
            (PUBLISHED, x.published_on, ""),
        ]
        marked = FIXED if x.finalised_on is not None else PUBLISHED
        return self._row("statement", x, dates, (ASKED, DRAFTING, FIXED), self._first("STA-1", x.path), marked)

    def safety(self) -> Iterator[Row]:
        safety, event = self.scene.plan.safety, self.scene.plan.event
        asked = [c for c in self.scene.plan.consultations if "safety" in c.about]
        # A key of this table may hold the word "withheld" in place of its value.
        on: object = safety.risk_assessed_on
        assessed = on if isinstance(on, datetime.date) else None
        dates = [*self._asked(asked, self.scene.about(event)), (ASSESSED, assessed, "")]
        if len(dates) > 1 or on is not None:
            row = self._row("safety", safety, dates, (ASSESSED,), self._first("SAF-7", safety.path), ASSESSED)
            if on == WITHHELD:
                row = Row("safety", safety, row.marks, (), (ASSESSED,), row.finding)
            yield row

    def consultations(self) -> Iterator[Row]:
        """Those that no other row shows."""
        for c in self.scene.plan.consultations:
            if c.at not in self.shown and not self._is_hidden(c.ref):
                yield self._row("consultation", c, list(_dates(c)), (ANSWERED,), None, "")

    def _is_hidden(self, ref: str | None) -> bool:
        """Whether a reference names a place of a panel of which no place is shown."""
        panels = (panel for panel in self.scene.plan.panels if why_hidden(panel))
        return ref is not None and any(ref == s.at for panel in panels for s in panel.speakers)

    def event(self) -> Iterator[Row]:
        event = self.scene.plan.event
        dates = [(PUBLISHED, event.published_on, ""), (EVENT, event.starts, "")]
        if event.starts is not None and event.ends is not None and day(event.ends) > day(event.starts):
            dates.append((EVENT, event.ends, ""))
        yield self._row("event", event, dates, (PUBLISHED, EVENT), None, "")

    # What they share

    def _asked(self, found: Sequence[Consultation], populations: Sequence[str]) -> list[Date]:
        """The dates of those consultations that asked an organisation of theirs."""
        theirs = [c for c in found if self.scene.led_by_any(c.with_, populations)]
        self.shown |= {c.at for c in theirs}
        return [each for c in theirs for each in _dates(c)]

    def _row(
        self,
        kind: str,
        table: Table,
        dates: Sequence[Date],
        expected: Iterable[str],
        told: Told | None,
        marked: str,
    ) -> Row:
        marks = [Mark(kind, when, self.scene.ahead(when), asking) for kind, when, asking in dates if when is not None]
        ordered = _in_order(self.scene, marks)
        there = {mark.kind for mark in ordered}
        # Nobody can answer who wasn't asked; who was asked and hasn't answered, is told so.
        wanted = [*expected, *((ANSWERED,) if ASKED in there else ())]
        absent = [kind for kind in MARKS if kind in wanted and kind not in there]
        finding, fact = told if told is not None else (None, None)
        return Row(kind, table, ordered, absent, (), finding, fact, marked if fact == WITHOUT else None)

    def _first(self, code: str, path: Path) -> Told | None:
        """Of what a rule found on an object, what weighs most."""
        found = [_told(f) for f in self.found.get((code, path), ()) if f.result != NOT_APPLICABLE]
        return min(found, key=_weight) if found else None


def _told(finding: Finding) -> Told:
    # SAF-7 looks at who was there, not at what came first.
    return finding, None if finding.rule.code == "SAF-7" else fact_of(finding)


def _dates(c: Consultation) -> Iterator[Date]:
    yield ASKED, c.asked_on, c.at
    yield ANSWERED, c.answered_on, c.at


def _weight(told: Told) -> int:
    fact = told[1]
    return FACTS.index(fact) if fact is not None else len(FACTS)


def _in_order(scene: Scene, marks: Sequence[Mark]) -> list[Mark]:
    """The marks as they came; where the dates don't tell, as they should come, and the earlier one says so."""

    def order(a: Mark, b: Mark) -> int:
        first = scene.before(a.when, b.when)
        return 0 if first is None else -1 if first else 1

    found = sorted(sorted(marks, key=lambda mark: MARKS.index(mark.kind)), key=cmp_to_key(order))
    for mark, following in itertools.pairwise(found):
        # A choice and its invitation on one day hide nothing; beside a question or an answer the order is what matters.
        matters = {mark.kind, following.kind} & {ASKED, ANSWERED}
        mark.with_next = bool(matters) and scene.before(mark.when, following.when) is None
    return found
