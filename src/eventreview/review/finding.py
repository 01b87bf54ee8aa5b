"""A finding, and the review that holds them: what the outputs and the desk show. Both are immutable."""

from __future__ import annotations

from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_APPLICABLE, NOT_MET, TO_BE_JUDGED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from eventreview.plan.fields import Path
    from eventreview.plan.file import PlanFile
    from eventreview.plan.model import Judgement, Waiver
    from eventreview.review.merge import Quiet
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.rule import Choice, Rule

    class Origin(Protocol):
        """What a finding was made from. Its line, choices and digest are worked out only when asked for."""

        def where(self, finding: Finding) -> Where | None: ...
        def choices(self, finding: Finding) -> Iterable[Choice]: ...
        def fingerprint(self, finding: Finding) -> str: ...


Where = tuple[int, int, int, int]
QUIET = (MET, MET_WITHHELD, NOT_APPLICABLE)


class Related:
    """Another object that belongs to a finding's story: its address and data path."""

    __slots__ = ("at", "path")

    def __init__(self, at: str, path: Path) -> None:
        self.at = at
        self.path = path


class Finding:
    """One rule's result on one object, for the populations that share it.

    at: address of the object (RULES.md A1). path: data path of the key that the message is about. decision: label of the
    decision list's line. keys: what is missing. parts, remarks: see `Outcome`. answers: judgements that count for it.
    waiver: the valid waiver that covers it. asked_again: a judgement on it is about values that have changed since.
    raised: a lesson made it weigh one level more. origin: works out what only some findings are asked for.
    """

    __slots__ = (
        "_located",
        "_origin",
        "_where",
        "answers",
        "asked_again",
        "at",
        "decision",
        "judged_by",
        "keys",
        "message_id",
        "object_path",
        "params",
        "parts",
        "path",
        "populations",
        "raised",
        "related",
        "remarks",
        "result",
        "rule",
        "severity",
        "table",
        "waiver",
    )

    def __init__(
        self,
        rule: Rule,
        result: str,
        severity: str | None,
        message_id: str,
        params: dict[str, object],
        at: str,
        path: Path,
        *,
        table: str = "",
        object_path: Path = (),
        populations: tuple[str, ...] = (),
        judged_by: str = "",
        decision: str = "",
        keys: Iterable[tuple[Path, str]] = (),
        related: Sequence[Related] = (),
        parts: Sequence[Outcome] = (),
        remarks: Sequence[tuple[str, dict[str, object]]] = (),
        answers: Iterable[Judgement] = (),
        asked_again: bool = False,
        waiver: Waiver | None = None,
        raised: bool = False,
        origin: Origin | None = None,
    ) -> None:
        self.rule = rule
        self.result = result
        self.severity = severity
        self.message_id = message_id
        self.params = params
        self.at = at
        self.path = path
        self.table = table
        self.object_path = object_path
        self.populations = populations
        self.judged_by = judged_by
        self.decision = decision
        self.keys = tuple(keys)
        self.related = tuple(related)
        self.parts = tuple(parts)
        self.remarks = tuple(remarks)
        self._origin = origin
        self._located = origin is None
        self._where: Where | None = None
        self.answers = tuple(answers)
        self.asked_again = asked_again
        self.waiver = waiver
        self.raised = raised

    @property
    def where(self) -> Where | None:
        """(line, column, end line, end column) from 1 in code points, worked out when asked for; None: no such place."""
        if not self._located and self._origin is not None:
            self._where, self._located = self._origin.where(self), True
        return self._where

    @property
    def line(self) -> int | None:
        """The line of the file, from 1; None where there is none."""
        return self.where[0] if self.where else None

    @property
    def column(self) -> int | None:
        """The column, from 1, in code points."""
        return self.where[1] if self.where else None

    @property
    def key(self) -> tuple[str, str, tuple[str, ...], str]:
        """What a finding is known by while the plan changes around it: rule, address, populations, path of the key."""
        last = "" if self.at != "plan" and self.rule.family != "FORM" else repr(self.path)
        return self.rule.code, self.at, self.populations, last

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do: not met or to be judged."""
        return self.result in (NOT_MET, TO_BE_JUDGED)

    @property
    def is_quiet(self) -> bool:
        """Met, or not applicable: shown only on request."""
        return self.result in QUIET

    def choices(self) -> list[Choice]:
        """What a person may pick here, in the rule's order; worked out when asked for."""
        return list(self._origin.choices(self)) if self._origin is not None else []

    def fingerprint(self) -> str:
        """A digest that stays the same while lines move: 16 hex digits."""
        return self._origin.fingerprint(self) if self._origin is not None else ""

    def __repr__(self) -> str:
        return f"<{self.rule.code} {self.at} {self.result} {self.message_id}>"


class Review:
    """Everything that was found about one plan file.

    loud: what somebody should read, in the order of the file: not met, to be judged, not stated, not yet, waived.
    failures: rules that broke on this plan, as (code, kind of error); the other rules answered.
    """

    __slots__ = ("_everything", "_quiet", "failures", "file", "loud", "sets")

    def __init__(
        self,
        file: PlanFile,
        loud: Sequence[Finding],
        quiet: Quiet,
        sets: Sequence[str],
        failures: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.file = file
        self.loud = tuple(loud)
        self._quiet = quiet
        self._everything: tuple[Finding, ...] | None = None
        self.sets = tuple(sets)
        self.failures = tuple(failures)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the order of the file, met and not applicable ones too; made when first asked for."""
        if self._everything is None:
            self._everything = self._quiet.among(self.loud)
        return self._everything

    def quiet_results(self) -> Iterable[tuple[Rule, str]]:
        """The rule and result of each finding that is met or not applicable, without making the findings."""
        return self._quiet.results()

    @property
    def readable(self) -> bool:
        """Whether there is a plan to review."""
        return self.file.plan is not None

    @property
    def outed(self) -> bool:
        """Whether the file holds something SAF-1 forbids."""
        return any(f.rule.code == "SAF-1" for f in self.loud)

    def fingerprints(self) -> dict[int, str]:
        """The fingerprint of each finding by its `id`; equal ones are told apart by `-2`, `-3` …"""
        seen: dict[str, int] = {}
        found: dict[int, str] = {}
        for finding in self.findings:
            fingerprint = finding.fingerprint()
            count = seen[fingerprint] = seen.get(fingerprint, 0) + 1
            found[id(finding)] = fingerprint if count == 1 else f"{fingerprint}-{count}"
        return found
