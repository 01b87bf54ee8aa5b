"""An entry beside the paid others of its group (PAY-1): which fees can be compared, and how they are named."""

from __future__ import annotations

from eventreview.plan.model import Place
from eventreview.rules.closed import in_caucus, named
from eventreview.rules.not_theirs import not_theirs
from eventreview.rules.pay.entries import is_peer
from eventreview.rules.pay.fees import currency_of, in_one_currency, widest, worth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.fields import Table
    from eventreview.plan.model import Fee
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.pay.entries import Entry
    from eventreview.rules.pay.fees import Pair
    from eventreview.rules.words import Scene


def peers_of(scene: Scene, entry: Entry, paid: Sequence[Entry]) -> list[tuple[Entry, Pair | None]]:
    """The paid others that can be set beside an entry, each with the two fees in one currency, or None without a rate."""
    event = scene.plan.event
    return [
        (other, in_one_currency(event, entry.fee, other.fee))
        for other in paid
        if entry.fee is not None and other.fee is not None and is_peer(scene, entry, other)
    ]


def rates_lacking(scene: Scene, entry: Entry, others: Sequence[Entry]) -> list[tuple[Table, str]]:
    """What is missing for a comparison: the currency of a fee or of the event, or a rate."""
    event = scene.plan.event
    lacking: list[tuple[Table, str]] = [] if event.currency is not None else [(event, "currency")]
    for fee in fees_of([entry, *others]):
        if currency_of(event, fee) is None:
            lacking.append((fee, "currency"))
        elif worth(event, fee) is None:
            lacking.append((fee, "rate"))
    return lacking


def paid_more(peers: Sequence[tuple[Entry, Pair | None]]) -> list[tuple[Entry, Pair]]:
    """The peers that are paid more, in the order of the file."""
    return [(other, pair) for other, pair in peers if pair is not None and pair.is_gap()]


def paid_most(more: Sequence[tuple[Entry, Pair]]) -> tuple[Entry, Pair]:
    """The peer that is paid most; among equals the first in the file."""
    top = widest([pair for _, pair in more])
    return next((other, pair) for other, pair in more if pair is top)


def fees_of(entries: Sequence[Entry]) -> list[Fee]:
    """The fees of those that have one."""
    return [each.fee for each in entries if each.fee is not None]


def addresses(entries: Sequence[Entry]) -> tuple[str, ...]:
    """How a message names entries, each once; the places of a closed caucus by their panel."""
    return tuple(dict.fromkeys(named(each) if isinstance(each, Place) else each.at for each in entries))


def beside(scene: Scene, outcome: Outcome, p: str, others: Sequence[Entry]) -> Outcome:
    """The outcome with the others that it rests on, and a word where nobody has said who leads any of them."""
    if any(isinstance(each, Place) and in_caucus(each) for each in others):
        return outcome
    organisations = {each.organisation: None for each in others}
    silent = scene.silent_on_led_by(*organisations)
    if len(silent) == len(organisations):
        not_theirs(scene, outcome, p, silent)
    return outcome.related_to(*others)
