"""Waivers (RULES.md A7): a not-met that those concerned agreed to live with, for a while, and never blanket (FORM-13)."""

from __future__ import annotations

import datetime

from eventreview.plan.faults import WARNING, Fault
from eventreview.review.digests import covers
from eventreview.review.judgements import answers_alone, concerned_populations, is_organiser
from eventreview.rules import catalogue
from eventreview.rules.outcome import BOTH, COMMUNITY, ERROR, NOBODY, NOT_MET, ORGANISER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.model import Waiver
    from eventreview.review.entry import Entry
    from eventreview.rules.rule import Rule
    from eventreview.rules.words import Scene

LONGEST = datetime.timedelta(days=366)
NEVER_WAIVED = ("SAF-1", "SAF-2", "SAF-3", "SAF-4", "SAF-5")
ANY_POPULATION_SUFFICES = ("SPO-1", "SPO-2")


def apply(scene: Scene, entries: Sequence[Entry], rules_on: dict[str, Rule]) -> list[Fault]:
    """Marks the entries that a valid waiver covers; gives FORM-13 for every waiver without effect."""
    if not scene.plan.waivers:
        return []
    by_target: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        by_target.setdefault((entry.rule.code, entry.table.at), []).append(entry)
    faults: list[Fault] = []
    agreed: dict[int, set[str]] = {}
    valid: list[tuple[Waiver, list[Entry]]] = []
    for waiver in scene.plan.waivers:
        code = catalogue.code_of(waiver.rule)
        if code is not None and code not in rules_on and not _never(code):
            continue
        here = by_target.get((code or "", waiver.at_), [])
        open_here = [entry for entry in here if entry.outcome.result == NOT_MET]
        reason = _reason(scene, waiver, code, here, open_here)
        if reason:
            faults.append(_fault(waiver, reason, code))
            continue
        valid.append((waiver, open_here))
        for entry in open_here:
            agreed.setdefault(id(entry), set()).update(_covered(scene, waiver, entry))
    for waiver, open_here in valid:
        for entry in open_here:
            if entry.waiver is None and _is_complete(scene, waiver, entry, agreed[id(entry)]):
                entry.waiver = waiver
    return faults


def _reason(scene: Scene, waiver: Waiver, code: str | None, here: list[Entry], open_here: list[Entry]) -> str:
    """Why a waiver has no effect, first match of FORM-13; "" when it has one."""
    until = waiver.until
    if code is None:
        return "no-such-rule"
    if _never(code):
        return "cannot-be-waived"
    if not here:
        return "no-such-object"
    if until is not None and until < waiver.on:
        return "ends-before-it-starts"
    if scene.ahead(waiver.on):
        return "dated-ahead"
    if until is not None and until < scene.today:
        return "expired"
    if until is None and any(entry.outcome.severity == ERROR for entry in open_here):
        return "needs-an-end"
    if until is not None and until - waiver.on > LONGEST:
        return "too-long"
    candidates = open_here or here
    if not any(_may_agree(scene, waiver, entry) for entry in candidates):
        return "not-theirs-to-agree"
    if "[" in waiver.at_ and waiver.covers != covers(scene.plan, here[0].rule, here[0].table):
        return "asked-again"
    if not open_here:
        return "matches-nothing"
    return ""


def _never(code: str) -> bool:
    return code.startswith("FORM-") or code in NEVER_WAIVED


def _populations(scene: Scene, entry: Entry) -> tuple[str, ...]:
    if entry.population:
        return (entry.population,)
    return concerned_populations(scene, entry.rule, entry.table)


def _asks_community(entry: Entry, populations: tuple[str, ...]) -> bool:
    """Whether a waiver of this finding needs those concerned: so too where nobody judges but populations are named."""
    judge = entry.outcome.judged_by or entry.rule.judged_by
    if judge in (COMMUNITY, BOTH):
        return True
    if entry.rule.code in ANY_POPULATION_SUFFICES:
        return True
    return judge == NOBODY and bool(entry.population) and bool(populations)


def _may_agree(scene: Scene, waiver: Waiver, entry: Entry) -> bool:
    if entry.rule.waived_by:
        return waiver.agreed_by in _named(entry)
    populations = _populations(scene, entry)
    alone = answers_alone(entry.rule, entry.table, populations)
    if alone is not None:
        return waiver.agreed_by == alone
    if _asks_community(entry, populations):
        return scene.led_by_any(waiver.agreed_by, populations)
    if (entry.outcome.judged_by or entry.rule.judged_by) == ORGANISER:
        return is_organiser(scene, waiver.agreed_by, populations)
    return scene.organisation(waiver.agreed_by) is not None


def _named(entry: Entry) -> set[str]:
    """The organisations that a finding names as those whose own waiver it takes (STA-4: whose name is printed)."""
    parts = (entry.outcome, *entry.outcome.parts)
    return {str(part.params[entry.rule.waived_by]) for part in parts if entry.rule.waived_by in part.params}


def _covered(scene: Scene, waiver: Waiver, entry: Entry) -> set[str]:
    """Whom an agreement speaks for: the populations its organisation is led by, or the organisation itself."""
    if entry.rule.waived_by:
        return {waiver.agreed_by}
    return {p for p in _populations(scene, entry) if scene.led(waiver.agreed_by, p)}


def _is_complete(scene: Scene, waiver: Waiver, entry: Entry, agreed: set[str]) -> bool:
    """Whether everybody who has to agree has: of a finding decided once, one organisation for each population."""
    if not _may_agree(scene, waiver, entry):
        return False
    if entry.rule.judged_by_itself:
        return True
    if entry.rule.waived_by:
        return _named(entry) <= agreed
    populations = _populations(scene, entry)
    if not _asks_community(entry, populations) or entry.rule.code in ANY_POPULATION_SUFFICES:
        return True
    return all(p in agreed for p in populations if scene.own(p))


def _fault(waiver: Waiver, reason: str, code: str | None) -> Fault:
    severity = "note" if reason == "matches-nothing" else WARNING
    key = {
        "no-such-rule": "rule",
        "cannot-be-waived": "rule",
        "no-such-object": "at",
        "matches-nothing": "at",
        "asked-again": "at",
        "dated-ahead": "on",
        "not-theirs-to-agree": "agreed_by",
    }.get(reason, "until" if waiver.until is not None else "on")
    params: dict[str, object] = {"rule": code or "", "agreed_by": waiver.agreed_by}
    if waiver.until is not None:
        params["until"] = waiver.until
    return Fault("FORM-13", reason, (*waiver.path, key), waiver.at, params, severity=severity)
