"""Laws that hold for every plan: silence never helps, the future proves nothing, order says nothing."""

from __future__ import annotations

import copy
import datetime
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import tomli
import tomli_w

from eventreview.config.thresholds import KEY_POPULATIONS
from eventreview.plan.file import read_bytes
from eventreview.plan.model import Plan
from eventreview.plan.vocabulary import GROUP, order_of
from eventreview.review.engine import review
from eventreview.rules import catalogue

HERE = Path(__file__).parent.parent
PLANS = sorted((HERE.parent / "plans").glob("*.toml")) + sorted((HERE / "hard_cases").glob("*.toml"))
Data = dict[str, object]
Results = dict[tuple[str, str, str], tuple[str, str | None]]
# Keys whose absence is an answer of its own: a default, a claim that ends, an objection that is withdrawn, a narrower
# subject. Taking them out changes what is said, it doesn't only say less.
NOT_MERE_SILENCE = {
    "role", "status", "basis", "kind", "unit", "concerns", "speaks_on_behalf_of", "binds", "represents", "stage",
    "as_of", "format", "replaces", "consent", "supplement_to", "self_declared", "ref", "mode", "aims", "roles", "position",
    "fee_policy", "starts", "ends", "timezone", "display", "display_kind", "person", "linked_from_main", "rule",
    "accreditation_needed", "recorded", "streamed", "named", "photo", "quoted", "host_law", "scope", "withdrawn_on",
    "agenda_fixed_on", "published_on", "finalised_on", "out_on", "listed_publicly", "left_out", "answer", "fee",
    "capacity_changed_on", "entry_barred", "currency", "rate", "agreed_on", "minutes", "invited_on",
}  # fmt: skip


def results(data: Data) -> Results:
    """(rule, at, population) -> result and severity; populations of a finding decided once are ""."""
    outcome = review(read_bytes("plan.toml", tomli_w.dumps(data).encode()))
    assert outcome.failures == ()
    found: Results = {}
    for finding in outcome.findings:
        for population in finding.populations or ("",):
            found.setdefault((finding.rule.code, finding.at, population), (finding.result, finding.severity))
    return found


def load(path: Path) -> Data:
    return tomli.loads(path.read_text(encoding="utf-8"))


def tables(value: object) -> Iterator[Data]:
    """Every table in the data, nested ones too."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def without_each_key(data: Data) -> Iterator[tuple[str, Data]]:
    """The plan without one optional key, for every such key."""
    required = {key for cls in _classes() for key, field in cls.FIELDS.items() if field.required}
    count = sum(1 for _ in tables(data))
    for index in range(count):
        keys = list(list(tables(data))[index])
        for key in keys:
            if key in required or key in NOT_MERE_SILENCE or isinstance(list(tables(data))[index][key], dict | list):
                continue
            changed = copy.deepcopy(data)
            del list(tables(changed))[index][key]
            yield key, changed


def _classes() -> list[type[Plan]]:
    found: list[type[Plan]] = [Plan]
    for cls in found:
        found += [field.table for field in cls.FIELDS.values() if field.table is not None]  # type: ignore[misc]
    return found


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_saying_less_never_turns_not_met_into_met(path: Path) -> None:
    data = load(path)
    before = results(data)
    helped = [
        (key, *place)
        for key, changed in without_each_key(data)
        for place, (result, _) in results(changed).items()
        if result in ("met", "met-withheld") and before.get(place, ("", None))[0] == "not-met"
    ]
    assert helped == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_the_order_of_tables_says_nothing(path: Path) -> None:
    data = load(path)
    before = results(data)
    for seed in range(5):
        names = list(data)
        random.Random(seed).shuffle(names)
        assert results({name: data[name] for name in names}) == before


def take_out(data: Data, index: int, key: str) -> None:
    """Takes a key out of a table; where the table says nothing without it, the whole entry."""
    table = list(tables(data))[index]
    del table[key]
    if key in REQUIRED_DATES:
        for holder in tables(data):
            for value in holder.values():
                if isinstance(value, list) and any(each is table for each in value):
                    value[:] = [each for each in value if each is not table]


REQUIRED_DATES = {"asked_on", "made_on", "on", "raised_on", "sent_on", "deadline"}
# Where a date to come is itself what is asked for: a plan to look back, to evaluate, to follow up.
INTENTIONS = {"LRN-1", "PAR-2", "BRI-1", "BRI-3"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_date_to_come_proves_nothing(path: Path) -> None:
    data = load(path)
    today = data.get("as_of")
    if not isinstance(today, datetime.date):
        pytest.skip("its day can't be read")
    dated = [
        (index, key)
        for index, table in enumerate(tables(data))
        for key, value in table.items()
        if isinstance(value, datetime.date) and key not in ("as_of", "starts", "ends", "deadline")
    ]
    for index, key in dated:
        ahead, absent = copy.deepcopy(data), copy.deepcopy(data)
        list(tables(ahead))[index][key] = today + datetime.timedelta(days=400)
        take_out(absent, index, key)
        without = results(absent)
        proved = [
            place
            for place, (result, _) in results(ahead).items()
            if result == "met"
            and place[0] not in INTENTIONS
            and without.get(place, ("not-applicable", None))[0] in ("not-met", "not-stated")
        ]
        assert proved == [], f"{key} after today makes met"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_voice_chosen_by_its_own_never_worsens_the_line_up(path: Path) -> None:
    data = load(path)
    before = results(data)
    panels = data.get("panels", [])
    organisations = data.get("organisations", [])
    assert isinstance(panels, list)
    assert isinstance(organisations, list)
    for index in range(len(panels)):
        for organisation in organisations:
            for population in sorted(set(organisation.get("led_by", [])) & concerned(data), key=order_of):
                changed = copy.deepcopy(data)
                room = changed["panels"]
                assert isinstance(room, list)
                place = {
                    "id": "one-more",
                    "organisation": organisation["id"],
                    "represents": [population],
                    "chosen_by": organisation["id"],
                    "mode_chosen_by": "self",
                }
                room[index].setdefault("speakers", []).append(place)
                worse = [
                    where
                    for where, (result, _) in results(changed).items()
                    if where[0] in ("BAL-1", "KP-1", "KP-2", "KP-4", "REP-1", "REP-3", "REP-4", "REP-5")
                    and result == "not-met"
                    and before.get(where, ("not-applicable", None))[0] == "met"
                ]
                assert worse == [], f"{organisation['id']} on {room[index]['id']}"


def concerned(data: Data) -> set[str]:
    """Whom the event is about; somebody else's voice is a guest on its panels."""
    event = data["event"]
    assert isinstance(event, dict)
    named = set(event.get("concerns", []))
    return named | set(KEY_POPULATIONS) if GROUP in named else named


def test_the_laws_are_tried_on_rules_that_are_built() -> None:
    assert {"BAL-1", "KP-1", "KP-2", "REP-1"} <= set(catalogue.rules())
