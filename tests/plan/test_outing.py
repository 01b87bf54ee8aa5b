"""SAF-1 finds what could out a person or reach one, and lets everything else of a plan stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventreview.plan import model, outing
from eventreview.plan.fields import Table
from eventreview.plan.outing import EMAIL_FOUND, KEY, PHONE_FOUND, Outing, find, is_forbidden, reveals, spans


def found(data: dict[str, object]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(each.what, each.path) for each in find(data)]


# Keys


@pytest.mark.parametrize(
    "key",
    [
        "is_sex_worker", "occupation", "legal_name", "hiv_status", "passport", "nationality", "email", "phone", "address",
        "immigration_status", "gender", "date_of_birth", "profession", "nom_legal", "statut_vih", "passeport",
        "nationalite", "courriel", "telephone", "adresse", "genre", "date_de_naissance",
    ],
)  # fmt: skip
def test_the_keys_of_the_format_page_are_forbidden(key: str) -> None:
    assert is_forbidden(key)


@pytest.mark.parametrize(
    "key",
    [
        "Is-Sex-Worker",
        "isSexWorker",
        "Téléphone",
        "E-MAIL",
        "date of birth",
        "ｐｈｏｎｅ",
        "Te\u0301le\u0301phone",
        "métier",
    ],
)
def test_a_spelling_of_a_forbidden_key_is_forbidden(key: str) -> None:
    assert is_forbidden(key)


@pytest.mark.parametrize("key", ["sex_workers", "addressed_to", "phone_2", "names", "telephones", "", "e", "мail"])
def test_a_key_that_only_holds_one_is_not(key: str) -> None:
    assert not is_forbidden(key)


def every_key() -> set[str]:
    tables: list[type[Table]] = [model.Plan]
    for table in tables:
        tables += [field.table for field in table.FIELDS.values() if field.table is not None]
    return {key for table in tables for key in table.FIELDS}


def test_no_key_of_the_format_is_forbidden_or_reaches_anybody() -> None:
    # The walk relies on it: it doesn't look at the names of keys the format knows.
    assert [key for key in every_key() if is_forbidden(key) or reveals(key)] == []


def test_below_a_forbidden_key_nothing_else_is_told() -> None:
    data: dict[str, object] = {"contact": {"address": {"email": "desk@lantern.example", "street": "Quay 4"}}}
    assert found(data) == [(KEY, ("contact", "address"))]


def test_a_forbidden_key_is_found_in_tables_that_nobody_knows_and_in_lists_of_lists() -> None:
    data: dict[str, object] = {"rooms": [[{"gender": 1}]], "event": {"x": {"dob": 2}}}
    assert found(data) == [(KEY, ("rooms", 0, 0, "gender")), (KEY, ("event", "x", "dob"))]


def test_the_name_of_a_key_can_be_an_address_and_what_stands_below_is_searched_as_well() -> None:
    data: dict[str, object] = {"desk@lantern.example": {"who": "06 00 00 00 00"}}
    first, second = find(data)
    assert (first.what, first.key_at_fault, second.what) == (EMAIL_FOUND, True, PHONE_FOUND)
    assert first.shown == ("•••",)
    assert second.shown == ("•••", "who")


# E-mail addresses


@pytest.mark.parametrize(
    "text",
    [
        "desk@lantern.example",
        "write to <desk.one+two%three@mail.lantern.example>, please",
        "mailto:desk@lantern.example",
        "désk@länterne.example",
        "desk [at] lantern.example",
        "desk(arobase)lantern.example",
        "d@l.ex",
    ],
)
def test_an_address_is_found(text: str) -> None:
    assert reveals(text) == EMAIL_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "pkg@1.2.3",
        "@lantern on the network",
        "see you @ the venue",
        "desk@lantern",
        "desk (at the venue) lantern.example",
        "https://example.org/?to=desk@lantern.example",
    ],
)
def test_what_only_looks_like_an_address_is_not(text: str) -> None:
    assert reveals(text) is None


# Phone numbers


@pytest.mark.parametrize(
    "text",
    [
        "+33 6 00 00 00 00",
        "+33 (0)6-00-00-00-00",
        "0033600000000",
        "(+41.22/000.00.00)",
        "+1\u00a0202\u202f000\u00a00000",
        "06 00 00 00 00",
        "06.00.00.00.00",
        "(030) 0000 0000",
        "0600000000",
        "02000000000",
        "(202) 000-0000",
        "202-000-0000",
        "202.000.0000",
        "tel. 000000",
        "Tél. : 55 01 23",
        "WhatsApp +223 00 00 00",
        "portable n° 0-0-0-0-0-0",
        "call 06 00 00 00 00, or 2026-12-01",
        "٠٦ 00 ٠٦ 00 00 +33 ٦٠ ٠٠ ٠٠ ٠٠ ٠٠",
    ],
)
def test_a_number_to_call_is_found(text: str) -> None:
    assert reveals(text) == PHONE_FOUND


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-01",
        "2026/2027",
        "09:30–11:00",
        "1 200 000 XOF",
        "300.00",
        "+02:00",
        "12.05.2027",
        "ISBN 978-92-4-150618-2",
        "s0123",
        "A/RES/70/1",
        "pkg@1.2.3",
        "0.25",
        "2027-03-10T09:30:00.000+01:00",
        "on 1.2.27, 10/11/2027 and 3.4.2027",
        "de 9 h 30 à 18h00, le 12 et le 13",
        "978 92 4 150618 2",
        "doi: 10.1000/182000000",
        "ORCID 0000-0000-0000-000X",
        "1998–2003, 2019-20, 2020 / 2021",
        "see https://example.org/0600000000?x=+33600000000",
        "0123456789012",
        "x0600000000",
        "3.0600000000",
        "06 00 00",
        "01 23 45 67",
        "01234 567 8901",
        "tel 12345",
        "room 2.10, 200 seats, 3000 EUR for 40 people",
        "E/CN.6/2027/3",
    ],
)
def test_dates_times_sums_and_catalogue_numbers_are_not(text: str) -> None:
    assert reveals(text) is None


def test_an_address_comes_before_a_number_in_one_text() -> None:
    assert reveals("06 00 00 00 00 or desk@lantern.example") == EMAIL_FOUND


def test_a_harmless_stretch_counts_as_one_line_break() -> None:
    # One blank may stand around a sign that is spelt out; a date in between is a line break, and so one blank.
    assert reveals("desk 2026-12-01[at] lantern.example") is None
    assert reveals("desk2026-12-01[at]lantern.example") == EMAIL_FOUND


# Which texts are searched


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "0600000000"),
        ("organisation", "0600000000"),
        ("confirmed_by", ["0600000000"]),
        ("represents", ["sex-workers"]),
        ("import_ref", "indico:1234/0600000000"),
        ("import_digest", "0600000000"),
        ("utc_offset", "+02:00"),
    ],
)
def test_a_value_of_its_keys_own_shape_is_not_searched(key: str, value: object) -> None:
    assert found({"panels": [{"speakers": [{key: value}]}]}) == []


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("id", "desk@lantern.example", EMAIL_FOUND),
        ("id", "+33600000000", PHONE_FOUND),
        ("organisation", "tel 0600000000", PHONE_FOUND),
        ("role", "desk@lantern.example", EMAIL_FOUND),
        ("role", "0600000000", PHONE_FOUND),
        ("person", "0600000000", PHONE_FOUND),
        ("display", "R. (06 00 00 00 00)", PHONE_FOUND),
        ("import_ref", "0600000000", PHONE_FOUND),
        ("import_ref", "indico:0600000000", PHONE_FOUND),
        ("import_ref", "pretalx:forum/desk@lantern.example", EMAIL_FOUND),
        ("import_digest", "tel 0600000000", PHONE_FOUND),
        ("utc_offset", "06 00 00 00 00", PHONE_FOUND),
        ("notes", "06 00 00 00 00", PHONE_FOUND),
        ("status", 600000000, None),
        ("no_such_key", "06 00 00 00 00", PHONE_FOUND),
    ],
)
def test_anything_else_is(key: str, value: object, what: str | None) -> None:
    path = ("panels", 0, "speakers", 1, key)
    assert found({"panels": [{"speakers": [{}, {key: value}]}]}) == ([(what, path)] if what else [])


def test_the_text_of_another_population_is_searched_and_its_element_named() -> None:
    data: dict[str, object] = {"event": {"concerns": ["sex-workers", "other:ring 06 00 00 00 00", "other:nurses"]}}
    assert found(data) == [(PHONE_FOUND, ("event", "concerns", 1))]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("https://example.org/0600000000", None),
        ("http://0600000000.example/", None),
        ("0600000000", PHONE_FOUND),
        ("https://example.org 0600000000", PHONE_FOUND),
        ("mailto:desk@lantern.example", EMAIL_FOUND),
    ],
)
def test_only_a_web_address_is_exempt_as_a_url(value: str, what: str | None) -> None:
    assert [each.what for each in find({"sources": [{"url": value}]})] == ([what] if what else [])


def test_answers_are_searched_but_for_what_they_point_at() -> None:
    judgement = {"rule": "REP-1", "at": "0600000000", "by": "net", "covers": "0600000000123456", "reason": "x"}
    assert found({"judgements": [judgement]}) == []
    assert found({"judgements": [{**judgement, "reason": "0600000000"}]}) == [
        (PHONE_FOUND, ("judgements", 0, "reason"))
    ]


def test_one_finding_for_each_key_or_text_in_the_order_of_the_data() -> None:
    data: dict[str, object] = {
        "notes": "06 00 00 00 00 and 07 00 00 00 00 and desk@lantern.example",
        "panels": [{"title": "+33 6 00 00 00 00", "email": "x"}, {"gender": 3}],
        "event": {"city": "tel 000000"},
    }
    assert found(data) == [
        (EMAIL_FOUND, ("notes",)),
        (PHONE_FOUND, ("panels", 0, "title")),
        (KEY, ("panels", 0, "email")),
        (KEY, ("panels", 1, "gender")),
        (PHONE_FOUND, ("event", "city")),
    ]


def test_data_as_deep_as_a_parser_lets_it_be_is_searched_to_the_end() -> None:
    deep: dict[str, object] = {"email": 1}
    for _ in range(50_000):
        deep = {"x": [deep]}
    (only,) = find(deep)
    assert only.what == KEY
    while isinstance(inner := deep.get("x"), list):
        # Taken apart by hand: the data is too deep to be let go at once.
        deep = inner.pop()


# What is said of a finding


def test_a_key_of_the_list_is_named_and_hidden_in_the_path() -> None:
    (only,) = find({"panels": [{"Passport": "x"}]})
    assert (only.key, only.shown) == ("Passport", ("panels", 0, "•••"))


def test_a_text_is_named_by_its_key() -> None:
    (only,) = find({"event": {"languages": ["fr", "desk@lantern.example"]}})
    assert (only.key, only.shown) == ("languages", ("event", "languages", 1))


SECRETS = ("desk@lantern.example", "desk [at] lantern.example", "+33 6 00 00 00 00", "06 00 00 00 00", "(202) 000-0000")
PLAIN = st.text(alphabet="abc é\n,;", max_size=12)


@given(st.sampled_from(SECRETS), PLAIN, PLAIN)
def test_no_part_of_a_secret_is_said_wherever_it_stands(secret: str, before: str, after: str) -> None:
    text = f"{before} {secret} {after}"
    data: dict[str, object] = {
        text: {"x": text},
        "notes": text,
        "panels": [{"speakers": [{"email": text, "id": text}]}],
    }
    everything = find(data)
    assert len(everything) == 5
    for each in everything:
        assert isinstance(each, Outing)
        said = f"{each!r} {each.key} {each.shown}"
        assert not any(part in said for part in ("lantern", "00 00", "000-0000"))


# Stretches of a text


@given(st.sampled_from(SECRETS), PLAIN, st.sampled_from(("", "2026-12-01", "https://example.org/06", "2019/20 ")))
def test_a_stretch_is_where_the_secret_stands(secret: str, before: str, harmless: str) -> None:
    text = f"{harmless} {before} {secret}, {harmless} {before}"
    (only,) = spans(text)
    assert text[only[1] : only[2]] == secret


def test_stretches_are_in_order_and_apart() -> None:
    text = "tel +33 6 00 00 00 00, desk@lantern.example; 06 00 00 00 00"
    stretches = [text[start:end] for _, start, end in spans(text)]
    assert stretches == ["tel +33 6 00 00 00 00", "desk@lantern.example", "06 00 00 00 00"]


def test_a_text_without_any_has_no_stretch() -> None:
    assert spans("2026-12-01, 300.00, pkg@1.2.3") == []


@given(st.text(max_size=60))
def test_a_text_reveals_something_where_it_has_a_stretch(text: str) -> None:
    assert (reveals(text) is not None) == bool(spans(text))


@given(
    st.lists(
        st.sampled_from(["+33", "06", "(0)", " 00", "-00", ".00", "@", "a.bc", " tel ", "12", "/2027", ":30"]),
        max_size=14,
    )
)
def test_that_holds_for_texts_full_of_digits_and_signs(parts: list[str]) -> None:
    text = "".join(parts)
    assert (reveals(text) is not None) == bool(spans(text))
    assert all(0 <= start < end <= len(text) for _, start, end in spans(text))


# Echoes


def test_a_value_is_echoed_shortened_and_never_where_it_reveals() -> None:
    role = model.Place.FIELDS["role"]
    own = model.Place.FIELDS["id"]
    assert outing.echoed(role, "chair" * 20) == "chair" * 7 + "chai…"
    assert outing.echoed(role, "desk@lantern.example") == "•••"
    assert outing.echoed(role, "0600000000") == "•••"
    assert outing.echoed(own, "0600000000") == "0600000000"
