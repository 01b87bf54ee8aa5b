"""Small plans as text, and what the reader says of them."""

from __future__ import annotations

from eventreview.plan.faults import Fault
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.plan.model import Plan

HEAD = 'format = 1\nstage = "inviting"\nas_of = 2026-12-01\n'
EVENT = 'event = { title = "Rights and evidence", concerns = ["sex-workers"] }\n'
ORGANISATIONS = (
    'organisations = [{ id = "net", name = "Lantern (fictional)" }, { id = "ally", name = "Harbour (fictional)" }]\n'
)


def file_of(body: str = "", *, event: str = EVENT, organisations: str = ORGANISATIONS) -> PlanFile:
    """The file of a plan that is sound but for what `body` adds."""
    return read_bytes("plan.toml", (HEAD + event + organisations + body).encode())


def plan_of(body: str = "", *, event: str = EVENT, organisations: str = ORGANISATIONS) -> Plan:
    """The plan read from such a file."""
    plan = file_of(body, event=event, organisations=organisations).plan
    assert plan is not None
    return plan


def faults_of(body: str = "", *, event: str = EVENT, organisations: str = ORGANISATIONS) -> list[Fault]:
    """The faults of such a file."""
    return list(file_of(body, event=event, organisations=organisations).faults)


def told(faults: list[Fault]) -> list[tuple[str, str, str]]:
    """Faults as (code, message id, address), sorted."""
    return sorted((fault.code, fault.message_id, fault.at) for fault in faults)


def panel(*places: str, keys: str = "") -> str:
    """One panel `p` with these places, each the inside of an inline table."""
    speakers = "".join(f"  {{ {place} }},\n" for place in places)
    return f'[[panels]]\nid = "p"\ntitle = "Panel"\n{keys}speakers = [\n{speakers}]\n'
