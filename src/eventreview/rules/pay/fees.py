"""What became of a fee, and two fees side by side: in decimals, as they are written, without rounding."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Context, Decimal

    from eventreview.plan.model import Event, Fee

    Amount = int | float | str

# Above this power of ten an amount is shown by its power alone.
LONGEST = 300


def is_offered(fee: Fee) -> bool:
    """Whether a fee is above nothing, and the organiser neither declined it nor keeps it back."""
    return bool(fee.amount) and fee.status != "not-offered" and not organiser_declined(fee)


def organiser_declined(fee: Fee) -> bool:
    """Whether the organiser declined the fee."""
    return fee.status == "declined" and fee.declined_by == "organiser"


def currency_of(event: Event, fee: Fee) -> str | None:
    """The currency of a fee: its own, else the event's; None where neither says."""
    return fee.currency if fee.currency is not None else event.currency


def worth(event: Event, fee: Fee) -> Decimal | None:
    """A fee in the event's currency; None where no rate says."""
    if event.currency is not None and currency_of(event, fee) == event.currency:
        return exact(fee.amount)
    return None if fee.rate is None else _exactly().multiply(exact(fee.amount), exact(fee.rate))


class Pair:
    """Two fees in one currency. converted: a rate was used on the way, so that a trifle counts for nothing."""

    __slots__ = ("converted", "currency", "mine", "theirs")

    def __init__(self, mine: Decimal, theirs: Decimal, currency: str | None, converted: bool) -> None:
        self.mine = mine
        self.theirs = theirs
        self.currency = currency
        self.converted = converted

    def is_gap(self) -> bool:
        """Whether theirs is more; after a conversion by at least a hundredth of it."""
        if self.theirs <= self.mine:
            return False
        gap = _exactly().subtract(self.theirs, self.mine)
        return not self.converted or _exactly().multiply(gap, exact(100)) >= self.theirs

    def is_wider_than(self, other: Pair) -> bool:
        """Whether theirs is more than in another pair, measured against mine: the two may be in two currencies."""
        return _exactly().multiply(self.theirs, other.mine) > _exactly().multiply(other.theirs, self.mine)


def in_one_currency(event: Event, mine: Fee, theirs: Fee) -> Pair | None:
    """Two fees as they can be compared: as written in one currency, else by their rates; None where a rate is missing."""
    currency = currency_of(event, mine)
    if currency == currency_of(event, theirs):
        return Pair(exact(mine.amount), exact(theirs.amount), currency, converted=False)
    here, there = worth(event, mine), worth(event, theirs)
    return None if here is None or there is None else Pair(here, there, event.currency, converted=True)


def widest(pairs: Sequence[Pair]) -> Pair:
    """The pair in which theirs is highest; among equals the first. Raises IndexError where there are none."""
    found = pairs[0]
    for pair in pairs[1:]:
        if pair.is_wider_than(found):
            found = pair
    return found


def highest(event: Event, fees: Sequence[Fee]) -> Fee:
    """The highest of some fees: as written in one currency, else in the event's, else as written all the same."""
    if len({currency_of(event, fee) for fee in fees}) > 1:
        known = [(value, fee) for fee in fees if (value := worth(event, fee)) is not None]
        if known:
            return max(known, key=lambda each: each[0])[1]
    return max(fees, key=lambda fee: fee.amount or 0)


def exact(number: int | float | None) -> Decimal:
    """A number as it is written; none is nothing."""
    import decimal

    return decimal.Decimal(repr(number or 0))


def plain(number: Decimal) -> Amount:
    """A number as a sentence takes it."""
    if number.adjusted() > LONGEST:
        return str(number)
    return int(number) if number == number.to_integral_value() else float(number)


def _exactly() -> Context:
    import decimal

    # Products and differences of what a file can hold are finite, so that nothing is ever rounded.
    return decimal.Context(prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
