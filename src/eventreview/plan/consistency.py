"""Dates that can't be in the order they stand in, and numbers that don't add up (FORM-10, FORM-14).

What is merely late, or out of the order the rules ask for, is no fault of form: the rules are about it. What is at
fault counts as absent for the pairs that come after it: one slip of the pen isn't told twice.
"""

from __future__ import annotations

import datetime

from eventreview.plan.faults import ERROR, WARNING, Fault
from eventreview.plan.fields import put
from eventreview.plan.model import Statement
from eventreview.plan.moments import before, day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.faults import Remark
    from eventreview.plan.fields import Path, Table
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
    ("consultations", "reply_by", "asked_on", "due-before-asked", ERROR),
    ("consultations", "answered_on", "asked_on", "answered-before-asked", ERROR),
    ("consultations", "reply_given_on", "answered_on", "reply-before-answer", ERROR),
    ("statements", "finalised_on", "drafting_from", "final-before-draft", ERROR),
    ("statements", "published_on", "drafting_from", "published-before-final", ERROR),
    ("statements", "published_on", "finalised_on", "published-before-final", ERROR),
    ("statements", "sent_on", "drafting_from", "sent-before-draft", ERROR),
    ("notices", "deadline", "sent_on", "deadline-first", WARNING),
    ("bridges", "follow_up_on", "on", "follow-up-first", WARNING),
    ("commitments", "reported_on", "done_on", "not-met", WARNING),
)


class _Checker:
    """One pass over one plan: what it found, and which keys count as absent from then on."""

    def __init__(self, plan: Plan, faults: list[Fault]) -> None:
        self.plan = plan
        self.faults = faults
        self.gone: Gone = []
        self.told: set[Path] = set()
        self.absent: set[Path] = set()

    def moment(self, table: Table, key: str) -> When | None:
        """The date or date-time of a key; None where it is absent or at fault."""
        if (*table.path, key) in self.absent:
            return None
        value: When | None = getattr(table, key)
        return value

    def earlier(self, a: When | None, b: When | None) -> bool:
        return a is not None and b is not None and before(a, b, self.plan.event.timezone) is True

    def fault(
        self,
        table: Table,
        key: str,
        message_id: str,
        severity: str = ERROR,
        code: str = "FORM-10",
        params: dict[str, object] | None = None,
        remarks: tuple[Remark, ...] = (),
    ) -> None:
        path = (*table.path, key)
        # One fault a key: two lines about one date say the same thing twice.
        if path in self.told:
            return
        self.told.add(path)
        named = {"key": key, **(params or {})}
        self.faults.append(Fault(code, message_id, path, table.at, named, severity=severity, remarks=remarks))
        if severity == ERROR:
            self.absent.add(path)
            self.gone.append((table, key, None))

    def event(self) -> None:
        event = self.plan.event
        if self.earlier(event.ends, event.starts):
            self.fault(event, "ends", "ends-before-start")
        for key in ("agenda_fixed_on", "published_on"):
            if self.earlier(self.moment(event, "ends"), getattr(event, key)):
                self.fault(event, key, "after-the-end", WARNING)
        if self.plan.stage in ("held", "closed") and event.starts is not None and day(event.starts) > self.plan.today:
            params: dict[str, object] = {"key": "stage", "stage": self.plan.stage}
            self.faults.append(Fault("FORM-10", "held-in-future", ("stage",), "plan", params))
            put(self.plan, "stage", "published")

    def panel(self, panel: Panel) -> None:
        event = self.plan.event
        if panel.starts is not None:
            first, last = event.starts, self.moment(event, "ends")
            outside = first is not None and day(panel.starts) < day(first)
            if outside or (last is not None and day(panel.starts) > day(last)):
                self.fault(panel, "starts", "outside-event", WARNING)
        held = panel.starts or event.starts
        held_on = day(held) if held is not None else None
        if self.earlier(panel.recording_shown_on, held_on):
            self.fault(panel, "recording_shown_on", "shown-before-held")
        out, shown = panel.recording_published_on, self.moment(panel, "recording_shown_on")
        if self.earlier(out, held_on) or self.earlier(out, shown):
            self.fault(panel, "recording_published_on", "recording-first", WARNING)

    def place(self, panel: Panel, place: Place) -> None:
        consent = place.consent
        if consent is not None and self.earlier(consent.withdrawn_on, consent.on):
            assert consent.withdrawn_on is not None
            path = (*consent.path, "withdrawn_on")
            self.faults.append(Fault("FORM-10", "withdrawn-before-given", path, consent.at, {"key": "withdrawn_on"}))
            # The careful reading: the consent counts as withdrawn today at the latest.
            put(consent, "withdrawn_on", min(consent.withdrawn_on, self.plan.today))
        if self.earlier(self.moment(self.plan.event, "ends"), place.delegated_on):
            self.fault(place, "delegated_on", "delegated-after", WARNING)
        if self.is_outside(place.starts, panel):
            self.fault(place, "starts", "outside-panel", WARNING)

    def is_outside(self, starts: When | None, panel: Panel) -> bool:
        """Whether a place starts before its panel, or after its end; both need a time."""
        opens = panel.starts
        if not (isinstance(starts, datetime.datetime) and isinstance(opens, datetime.datetime)):
            return False
        return self.earlier(starts, opens) or self.earlier(_closing(opens, panel.minutes), starts)

    def pairs(self) -> None:
        for name, key, floor, message_id, severity in PAIRS:
            for table in getattr(self.plan, name):
                if self.earlier(self.moment(table, key), self.moment(table, floor)):
                    self.fault(table, key, message_id, severity)
        evaluation = self.plan.evaluation
        if self.earlier(evaluation.shared_on, evaluation.planned_on):
            self.fault(evaluation, "shared_on", "shared-early", WARNING)

    def supplements(self) -> None:
        for statement in self.plan.statements:
            for sign_off in statement.sign_off:
                if self.earlier(sign_off.on, statement.drafting_from):
                    self.fault(sign_off, "on", "signed-before-draft")
            main = self.plan.object_of(statement.supplement_to)
            if isinstance(main, Statement) and self.earlier(
                self.moment(statement, "published_on"), self.moment(main, "published_on")
            ):
                self.fault(statement, "published_on", "supplement-first", WARNING)

    def numbers(self) -> None:
        for panel in self.plan.panels:
            asked = panel.questions_minutes
            if asked is not None and panel.minutes is not None and asked > panel.minutes:
                self.out_of_range(panel, "questions_minutes", "panel-minutes", WARNING)
            spoken = sum(place.minutes or 0 for place in panel.speakers if _is_live(place))
            if panel.minutes is not None and spoken > panel.minutes:
                counts: dict[str, object] = {"minutes": panel.minutes, "spoken": spoken}
                self.fault(panel, "minutes", "over-full", WARNING, "FORM-14", counts)
        for sponsor in self.plan.sponsors:
            conditions = sponsor.conditions
            if conditions is None:
                continue
            if "none" in conditions and len(conditions) > 1:
                self.fault(sponsor, "conditions", "none-and-others", WARNING, "FORM-14")
                put(sponsor, "conditions", tuple(each for each in conditions if each != "none"))
            if sponsor.quota is not None and "community-quota" not in conditions:
                self.out_of_range(sponsor, "quota", "with-community-quota", WARNING)
        for source in self.plan.sources:
            if source.year is not None and not EARLIEST_YEAR <= source.year <= self.plan.today.year + 1:
                self.out_of_range(source, "year", "year", ERROR)

    def out_of_range(self, table: Table, key: str, allowed: str, severity: str) -> None:
        remarks: tuple[Remark, ...] = ((f"allowed-{allowed}", {}),)
        self.fault(table, key, "out-of-range", severity, "FORM-14", {"allowed": allowed}, remarks)


def _closing(opens: datetime.datetime, minutes: int | None) -> datetime.datetime | None:
    """When a panel of so many minutes ends; None where nothing says, or no calendar reaches so far."""
    if minutes is None:
        return None
    try:
        return opens + datetime.timedelta(minutes=minutes)
    except OverflowError:
        return None


def _is_live(place: Place) -> bool:
    """A place whose role or basis can't be read is counted in no test."""
    return place.status in LIVE and place.role is not None and place.basis is not None
