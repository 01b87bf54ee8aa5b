"""Fees of populations side by side (KP-5): what was offered, where it can be compared at all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventreview.plan.model import Fee, Place
    from eventreview.rules.words import Scene

    Amount = int | float


class Offer:
    """A fee as it was offered. converted: in the event's currency; None where its rate isn't known."""

    __slots__ = ("amount", "converted", "currency", "unit")

    def __init__(self, unit: str | None, currency: str | None, amount: Amount, converted: Amount | None) -> None:
        self.unit = unit
        self.currency = currency
        self.amount = amount
        self.converted = converted


def fees_differ(scene: Scene, seats: Mapping[str, Sequence[Place]]) -> bool:
    """Whether the highest fee offered to one population isn't that of another, or one has fees and another none."""
    event = scene.plan.event
    if event.fee_policy == "nobody":
        return False
    everyone = any(all(s.fee is not None for s in places) for places in seats.values())
    if everyone and any(all(s.fee is None for s in places) for places in seats.values()):
        return True
    offers = [_offers(places, event.currency) for places in seats.values()]
    return any(_two_differ(one, other) for index, one in enumerate(offers) for other in offers[index + 1 :])


def _offers(places: Sequence[Place], currency: str | None) -> list[Offer]:
    given = (offered(s.fee, currency) for s in places if s.fee is not None)
    return [offer for offer in given if offer is not None]


def offered(fee: Fee, currency: str | None) -> Offer | None:
    """What a fee comes to; None without a readable amount. currency: the event's.

    What the organiser declined or never offered is nothing. What the holder declined was offered all the same.
    """
    if fee.status == "not-offered" or (fee.status == "declined" and fee.declined_by == "organiser"):
        return Offer(fee.unit, currency, 0, 0)
    if fee.amount is None:
        return None
    if fee.currency is None or fee.currency == currency:
        return Offer(fee.unit, currency, fee.amount, fee.amount)
    converted = None if fee.rate is None else round(fee.amount * fee.rate, 2)
    return Offer(fee.unit, fee.currency, fee.amount, converted)


def _two_differ(one: Sequence[Offer], other: Sequence[Offer]) -> bool:
    if not one or not other:
        return False
    # Nothing is nothing in every unit and currency.
    if not any(o.amount for o in one) or not any(o.amount for o in other):
        return any(o.amount for o in (*one, *other))
    return any(
        _differ_in_unit([o for o in one if o.unit == unit], [o for o in other if o.unit == unit])
        for unit in {o.unit for o in one} & {o.unit for o in other}
    )


def _differ_in_unit(one: Sequence[Offer], other: Sequence[Offer]) -> bool:
    """Compared in the event's currency where all can be converted, else within each currency that both have."""
    converted = [[o.converted for o in offers if o.converted is not None] for offers in (one, other)]
    if len(converted[0]) == len(one) and len(converted[1]) == len(other):
        return max(converted[0]) != max(converted[1])
    return any(
        max(o.amount for o in one if o.currency == currency) != max(o.amount for o in other if o.currency == currency)
        for currency in {o.currency for o in one} & {o.currency for o in other}
    )
