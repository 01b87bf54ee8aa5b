"""Dates that can't be in the order they stand in, and numbers that don't add up (FORM-10, FORM-14).

What is merely late, or out of the order the rules ask for, is no fault of form: the rules are about it.
"""

from __future__ import annotations

import datetime

from eventreview.plan.faults import WARNING, Fault
from eventreview.plan.fields import put
from eventreview.plan.moments import before, day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Table
    from eventreview.plan.model import Panel, Place, Plan
    from eventreview.plan.moments import When

    Gone = list[tuple[Table, str, object]]

LIVE = ("reserved", "invited", "accepted", "confirmed")
EARLIEST_YEAR = 1800


def check(plan: Plan, faults: list[Fault]) -> Gone:
    """Notes every impossible date and sum, and says which keys are to be taken out: (table, key, what stays)."""
    checker = _Checker(plan, faults)
    checker.event()
    for panel in plan.panels:
        checker.panel(panel)
        for place in panel.speakers:
            checker.place(panel, place)
    checker.pairs()
    checker.supplements()
    checker.numbers()
    return checker.gone


# table, the key at fault, what it mustn't come before, message id, severity.
PAIRS = (
    ("consultations", "reply_by", "asked_on", "due-before-asked", "error"),
    ("consultations", "answered_on", "asked_on", "answered-before-asked", "error"),
    ("consultations", "reply_given_on", "answered_on", "reply-before-answer", "error"),
    ("statements", "finalised_on", "drafting_from", "final-before-draft", "error"),
    ("statements", "published_on", "drafting_from", "published-before-final", "error"),
    ("statements", "published_on", "finalised_on", "published-before-final", "error"),
    ("statements", "sent_on", "drafting_from", "sent-before-draft", "error"),
    ("notices", "deadline", "sent_on", "deadline-first", WARNING),
    ("bridges", "follow_up_on", "on", "follow-up-first", WARNING),
    ("commitments", "reported_on", "done_on", "reported-first", WARNING),
)


class _Checker:
    def __init__(self, plan: Plan, faults: list[Fault]) -> None:
        self.plan = plan
        self.faults = faults
        self.gone: Gone = []

    def earlier(self, a: When | None, b: When | None) -> bool:
        return a is not None and b is not None and before(a, b, self.plan.event.timezone) is True

    def fault(self, table: Table, key: str, message_id: str, severity: str = "error", **params: object) -> None:
        code = "FORM-14" if message_id in NUMBER_FAULTS else "FORM-10"
        path = (*table.path, key) if key else table.path
        # One fault a key: two lines about one date say the same thing twice.
        if any(fault.path == path and fault.code == code for fault in self.faults):
            return
        self.faults.append(Fault(code, message_id, path, table.at, severity=severity, key=key, **params))
        if severity == "error":
            self.gone.append((table, key, None))

    def event(self) -> None:
        event = self.plan.event
        if self.earlier(event.ends, event.starts):
            self.fault(event, "ends", "ends-before-start")
            ends: When | None = None
        else:
            ends = event.ends
        for key in ("agenda_fixed_on", "published_on"):
            if ends is not None and self.earlier(ends, getattr(event, key)):
                self.fault(event, key, "after-the-end", WARNING)
        if self.plan.stage in ("held", "closed") and event.starts is not None and day(event.starts) > self.plan.today:
            self.faults.append(
                Fault("FORM-10", "held-in-future", ("stage",), "plan", key="stage", stage=self.plan.stage)
            )
            put(self.plan, "stage", "published")

    def panel(self, panel: Panel) -> None:
        event = self.plan.event
        if panel.starts is not None:
            first, last = event.starts, event.ends or event.starts
            outside = first is not None and day(panel.starts) < day(first)
            if outside or (last is not None and day(panel.starts) > day(last)):
                self.fault(panel, "starts", "outside-event", WARNING)
        held = panel.starts or event.starts
        if self.earlier(panel.recording_published_on, held and day(held)) or self.earlier(
            panel.recording_published_on, panel.recording_shown_on
        ):
            self.fault(panel, "recording_published_on", "recording-first", WARNING)
        if self.earlier(panel.recording_shown_on, held and day(held)):
            self.fault(panel, "recording_shown_on", "shown-before-held")

    def place(self, panel: Panel, place: Place) -> None:
        consent = place.consent
        if consent is not None and self.earlier(consent.withdrawn_on, consent.on):
            assert consent.withdrawn_on is not None
            self.faults.append(
                Fault(
                    "FORM-10",
                    "withdrawn-before-given",
                    (*consent.path, "withdrawn_on"),
                    consent.at,
                    key="withdrawn_on",
                )
            )
            # The careful reading: the consent counts as withdrawn today at the latest.
            put(consent, "withdrawn_on", min(consent.withdrawn_on, self.plan.today))
        if self.earlier(self.plan.event.ends, place.delegated_on):
            self.fault(place, "delegated_on", "delegated-after", WARNING)
        starts, opens = place.starts, panel.starts
        if isinstance(starts, datetime.datetime) and isinstance(opens, datetime.datetime):
            closes = opens + datetime.timedelta(minutes=panel.minutes) if panel.minutes is not None else None
            if self.earlier(starts, opens) or self.earlier(closes, starts):
                self.fault(place, "starts", "outside-panel", WARNING)

    def pairs(self) -> None:
        for name, key, floor, message_id, severity in PAIRS:
            for table in getattr(self.plan, name):
                if self.earlier(getattr(table, key), getattr(table, floor)):
                    self.fault(table, key, message_id, severity)
        if self.earlier(self.plan.evaluation.shared_on, self.plan.evaluation.planned_on):
            self.fault(self.plan.evaluation, "shared_on", "shared-early", WARNING)

    def supplements(self) -> None:
        for statement in self.plan.statements:
            for sign_off in statement.sign_off:
                if self.earlier(sign_off.on, statement.drafting_from):
                    self.fault(sign_off, "on", "signed-before-draft")
            main = self.plan.object_of(statement.supplement_to)
            if main in self.plan.statements and self.earlier(
                statement.published_on, getattr(main, "published_on", None)
            ):
                self.fault(statement, "published_on", "supplement-first", WARNING)

    def numbers(self) -> None:
        for panel in self.plan.panels:
            asked = panel.questions_minutes
            if asked is not None and panel.minutes is not None and asked > panel.minutes:
                self.fault(panel, "questions_minutes", "longer-than-panel", WARNING)
            spoken = [place.minutes or 0 for place in panel.speakers if place.status in LIVE]
            if panel.minutes is not None and sum(spoken) > panel.minutes:
                self.fault(panel, "minutes", "over-full", WARNING, minutes=panel.minutes, spoken=sum(spoken))
        for sponsor in self.plan.sponsors:
            conditions = sponsor.conditions or ()
            if "none" in conditions and len(conditions) > 1:
                self.fault(sponsor, "conditions", "none-and-others", WARNING)
                put(sponsor, "conditions", tuple(each for each in conditions if each != "none"))
            if sponsor.quota is not None and sponsor.conditions is not None and "community-quota" not in conditions:
                self.fault(sponsor, "quota", "quota-without-condition", WARNING)
        for source in self.plan.sources:
            if source.year is not None and not EARLIEST_YEAR <= source.year <= self.plan.today.year + 1:
                self.fault(source, "year", "out-of-range", allowed="year")


NUMBER_FAULTS = frozenset(
    ("out-of-range", "longer-than-panel", "over-full", "none-and-others", "quota-without-condition")
)
