"""What a decision list says: one result, the number of its line, and the facts its sentence needs.

A check returns one of these; the functions below are the only way to make one. Parameters are ids, dates, numbers and
populations, never text of the plan: a sentence is made of them in the reader's language later on.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.fields import Path, Table

NOT_MET, TO_BE_JUDGED, NOT_STATED, NOT_YET = "not-met", "to-be-judged", "not-stated", "not-yet"
MET, MET_WITHHELD, NOT_APPLICABLE, WAIVED = "met", "met-withheld", "not-applicable", "waived"
ERROR, WARNING, NOTE = "error", "warning", "note"
COMMUNITY, ORGANISER, BOTH, NOBODY = "community", "organiser", "both", "nobody"
STRENGTH = (NOT_MET, TO_BE_JUDGED, NOT_STATED, NOT_YET, MET_WITHHELD, MET, NOT_APPLICABLE)
SEVERITIES = (ERROR, WARNING, NOTE)


class Outcome:
    """The result of one decision list for one object and one population.

    line: the line of the list that decided ("7", "b2"). key: the key the message is about, of the object concerned; it
    may be a dotted name ("consent.recorded"). keys: what is missing, as (path of the object, key). related: objects that
    belong to the story. parts: what else the list found ("listed with it"). remarks: sentences added to the message, as
    (message id, parameters). judged_by: who answers, where the line says otherwise than the rule.
    """

    __slots__ = (
        "judged_by",
        "key",
        "keys",
        "line",
        "message_id",
        "params",
        "parts",
        "related",
        "remarks",
        "result",
        "severity",
    )

    def __init__(
        self, result: str, severity: str | None, line: str, message_id: str, params: dict[str, object]
    ) -> None:
        self.result = result
        self.severity = severity
        self.line = line
        self.message_id = message_id
        self.params = params
        self.key: str | None = None
        self.keys: tuple[tuple[Path, str], ...] = ()
        self.related: tuple[Table, ...] = ()
        self.parts: tuple[Outcome, ...] = ()
        self.remarks: tuple[tuple[str, dict[str, object]], ...] = ()
        self.judged_by: str | None = None

    def about(self, key: str) -> Outcome:
        """The same, with its message about this key of the object."""
        self.key = key
        return self

    def missing(self, *keys: tuple[Table, str]) -> Outcome:
        """The same, naming the keys that should be added."""
        self.keys = tuple((table.path, key) for table, key in keys)
        return self

    def related_to(self, *tables: Table | None) -> Outcome:
        """The same, pointing at other objects; absent ones are passed over."""
        self.related = tuple(table for table in tables if table is not None)
        return self

    def remarking(self, message_id: str, **params: object) -> Outcome:
        """The same, with a sentence of the rule's added to its message."""
        self.remarks = (*self.remarks, (message_id, params))
        return self

    def with_parts(self, parts: Sequence[Outcome]) -> Outcome:
        """The same, listing what else was found."""
        self.parts = tuple(parts)
        return self

    def by(self, judge: str) -> Outcome:
        """The same, judged by somebody else than the rule says."""
        self.judged_by = judge
        return self

    def __repr__(self) -> str:
        return f"<{self.result} {self.severity or ''} {self.message_id} line {self.line}>"


def error(line: str, message_id: str, **params: object) -> Outcome:
    """Not met, as an error."""
    return Outcome(NOT_MET, ERROR, line, message_id, params)


def warning(line: str, message_id: str, **params: object) -> Outcome:
    """Not met, as a warning."""
    return Outcome(NOT_MET, WARNING, line, message_id, params)


def note(line: str, message_id: str, **params: object) -> Outcome:
    """Not met, as a note."""
    return Outcome(NOT_MET, NOTE, line, message_id, params)


def not_met(severity: str, line: str, message_id: str, **params: object) -> Outcome:
    """Not met, at a severity that another rule's result decides."""
    return Outcome(NOT_MET, severity, line, message_id, params)


def judge(line: str, message_id: str, **params: object) -> Outcome:
    """To be judged, by whom the rule says."""
    return Outcome(TO_BE_JUDGED, None, line, message_id, params)


def not_stated(line: str, message_id: str = NOT_STATED, **params: object) -> Outcome:
    """The stage has come, and the data is absent."""
    return Outcome(NOT_STATED, None, line, message_id, params)


def not_yet(line: str, message_id: str = NOT_YET, **params: object) -> Outcome:
    """It is too early to say."""
    return Outcome(NOT_YET, None, line, message_id, params)


def met(line: str, message_id: str = MET, **params: object) -> Outcome:
    """The norm holds."""
    return Outcome(MET, None, line, message_id, params)


def met_withheld(line: str, message_id: str = MET_WITHHELD, **params: object) -> Outcome:
    """The norm holds on a value kept out of the file for safety."""
    return Outcome(MET_WITHHELD, None, line, message_id, params)


def not_applicable(line: str = "", message_id: str = NOT_APPLICABLE, **params: object) -> Outcome:
    """The rule has nothing to say here."""
    return Outcome(NOT_APPLICABLE, None, line, message_id, params)


def strongest(outcomes: Sequence[Outcome]) -> Outcome:
    """Of the parts of one list the one that speaks; the others that aren't met or not applicable are listed with it.

    Their remarks, missing keys and related objects are the finding's as well.
    """
    first = min(outcomes, key=rank)
    others = [each for each in outcomes if each is not first and each.result not in (MET, MET_WITHHELD, NOT_APPLICABLE)]
    for other in others:
        first.remarks += tuple(remark for remark in other.remarks if remark not in first.remarks)
        first.keys += tuple(key for key in other.keys if key not in first.keys)
        first.related += other.related
    return first.with_parts(others)


def rank(outcome: Outcome) -> tuple[int, int]:
    """Strongest first: errors, warnings, notes, to be judged, not stated, not yet, met, not applicable."""
    severity = SEVERITIES.index(outcome.severity) if outcome.severity else 0
    return STRENGTH.index(outcome.result), severity
