"""Two fees side by side: exact, whichever way round, whatever the currency."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan.file import read_bytes
from eventreview.plan.model import Event, Fee
from eventreview.rules.pay.fees import highest, in_one_currency, plain, widest, worth

AMOUNTS = st.one_of(
    st.integers(1, 10**12), st.floats(min_value=1e-6, max_value=1e12, allow_nan=False, allow_infinity=False)
)
RATES = st.floats(min_value=1e-6, max_value=1e6, allow_nan=False, allow_infinity=False)


def fees(currency: str | None, *written: str) -> tuple[Event, list[Fee]]:
    """An event with a currency, and fees as they are written in a plan."""
    head = 'format = 1\nstage = "closed"\nas_of = 2027-05-31\n[event]\ntitle = "Rights"\nconcerns = ["sex-workers"]\n'
    head += f'currency = "{currency}"\n' if currency else ""
    head += '[[organisations]]\nid = "net"\nname = "Lantern Network (fictional)"\n'
    work = "".join(
        f'[[work]]\nid = "w{n}"\norganisation = "net"\nrole = "drafter"\nfee = {{ {fee} }}\n'
        for n, fee in enumerate(written)
    )
    file = read_bytes("plan.toml", (head + work).encode())
    assert file.plan is not None
    assert not file.faults
    return file.plan.event, [each.fee for each in file.plan.work if each.fee is not None]


def test_one_currency_is_compared_as_written_and_its_rates_are_left_aside() -> None:
    event, (mine, theirs) = fees("EUR", "amount = 100, rate = 9", 'amount = 100.5, currency = "EUR", rate = 0.1')
    pair = in_one_currency(event, mine, theirs)
    assert pair is not None
    assert (plain(pair.mine), plain(pair.theirs), pair.currency) == (100, 100.5, "EUR")
    assert pair.is_gap()


def test_two_unknown_currencies_are_one() -> None:
    event, (mine, theirs) = fees(None, "amount = 100", "amount = 100")
    pair = in_one_currency(event, mine, theirs)
    assert pair is not None
    assert not pair.is_gap()


def test_an_unknown_currency_beside_a_known_one_needs_a_rate() -> None:
    event, (mine, theirs) = fees(None, "amount = 100", 'amount = 100, currency = "EUR", rate = 1')
    assert in_one_currency(event, mine, theirs) is None


@pytest.mark.parametrize(("amount", "gap"), [("99.01", False), ("99", True), ("101", False)])
def test_after_a_conversion_less_than_a_hundredth_is_no_gap(amount: str, gap: bool) -> None:
    event, (mine, theirs) = fees("EUR", f"amount = {amount}", 'amount = 1000, currency = "XOF", rate = 0.1')
    pair = in_one_currency(event, mine, theirs)
    assert pair is not None
    assert pair.is_gap() is gap


@given(AMOUNTS, RATES, AMOUNTS, RATES)
def test_no_digit_is_lost(mine: float, rate: float, theirs: float, their_rate: float) -> None:
    event, (a, b) = fees(
        "EUR",
        f'amount = {mine}, currency = "USD", rate = {rate}',
        f'amount = {theirs}, currency = "CHF", rate = {their_rate}',
    )
    pair = in_one_currency(event, a, b)
    assert pair is not None
    here, there = Fraction(repr(mine)) * Fraction(repr(rate)), Fraction(repr(theirs)) * Fraction(repr(their_rate))
    assert (Fraction(pair.mine), Fraction(pair.theirs)) == (here, there)
    assert pair.is_gap() is (there > here and (there - here) * 100 >= there)


@given(AMOUNTS, AMOUNTS, RATES)
def test_two_fees_are_never_lower_than_each_other(mine: float, theirs: float, rate: float) -> None:
    event, (a, b) = fees("EUR", f"amount = {mine}", f'amount = {theirs}, currency = "CHF", rate = {rate}')
    one, other = in_one_currency(event, a, b), in_one_currency(event, b, a)
    assert one is not None
    assert other is not None
    assert not (one.is_gap() and other.is_gap())


@given(st.lists(AMOUNTS, min_size=1, max_size=5))
def test_the_widest_is_the_first_of_the_highest(amounts: list[float]) -> None:
    event, (mine, *rest) = fees("EUR", "amount = 1", *(f"amount = {amount}" for amount in amounts))
    pairs = [pair for fee in rest if (pair := in_one_currency(event, mine, fee)) is not None]
    assert pairs.index(widest(pairs)) == amounts.index(max(amounts))


def test_the_highest_of_several_currencies_is_found_by_rates_where_they_are_known() -> None:
    event, found = fees(
        "EUR", "amount = 350", 'amount = 400, currency = "USD", rate = 0.9', 'amount = 90000, currency = "XOF"'
    )
    assert highest(event, found) is found[1]
    assert worth(event, found[2]) is None
    event, found = fees(None, 'amount = 350, currency = "EUR"', 'amount = 400, currency = "USD"')
    assert highest(event, found) is found[1]


def test_an_amount_beyond_all_reason_is_shown_by_its_power() -> None:
    event, (mine, theirs) = fees("EUR", "amount = 1", 'amount = 1e308, currency = "USD", rate = 1e308')
    pair = in_one_currency(event, mine, theirs)
    assert pair is not None
    assert pair.is_gap()
    assert plain(pair.theirs) == "1E+616"
