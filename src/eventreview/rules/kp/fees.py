"""Fees of populations side by side (KP-5): what was offered, where it can be compared at all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventreview.plan.model import Fee, Place
    from eventreview.rules.words import Scene

    # What makes two fees comparable: unit and currency.
    Kind = tuple[str | None, str | None]


def fees_differ(scene: Scene, seats: Mapping[str, Sequence[Place]]) -> bool:
    """Whether the highest fee offered to one population isn't that of another, or one has fees and another none."""
    if scene.plan.event.fee_policy == "nobody":
        return False
    if _everyone(seats) and _nobody(seats):
        return True
    highest = [h for h in (highest_by_kind(scene, places) for places in seats.values()) if h]
    kinds = {kind for each in highest for kind in each}
    return any(_differ([_of_kind(each, kind) for each in highest]) for kind in kinds)


def _everyone(seats: Mapping[str, Sequence[Place]]) -> bool:
    return any(all(s.fee is not None for s in places) for places in seats.values())


def _nobody(seats: Mapping[str, Sequence[Place]]) -> bool:
    return any(all(s.fee is None for s in places) for places in seats.values())


def highest_by_kind(scene: Scene, places: Sequence[Place]) -> dict[Kind, int | float]:
    """The highest fee offered in each unit and currency."""
    highest: dict[Kind, int | float] = {}
    for s in places:
        worth = offered(s.fee, scene.plan.event.currency) if s.fee is not None else None
        if worth is not None:
            kind, amount = worth
            highest[kind] = max(amount, highest.get(kind, 0))
    return highest


def offered(fee: Fee, currency: str | None) -> tuple[Kind, int | float] | None:
    """A fee as it was offered, in the event's currency where its rate is known; None without a readable amount.

    What the organiser declined or never offered is nothing. What the holder declined was offered all the same.
    """
    if fee.status == "not-offered" or (fee.status == "declined" and fee.declined_by == "organiser"):
        return (fee.unit, currency), 0
    if fee.amount is None:
        return None
    own = fee.currency or currency
    if own == currency:
        return (fee.unit, currency), fee.amount
    if fee.rate is not None:
        return (fee.unit, currency), round(fee.amount * fee.rate, 2)
    return (fee.unit, own), fee.amount


def _of_kind(highest: Mapping[Kind, int | float], kind: Kind) -> int | float | None:
    """The highest of this kind. Nothing is nothing in every unit and currency; anything else isn't compared."""
    return highest.get(kind, None if any(highest.values()) else 0)


def _differ(amounts: Sequence[int | float | None]) -> bool:
    return len({amount for amount in amounts if amount is not None}) > 1
