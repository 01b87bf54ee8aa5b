"""The words that stand beside identifiers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eventreview import language
from eventreview.language import labels
from eventreview.plan import model
from eventreview.plan.fields import Field, Table
from eventreview.rules.catalogue import FAMILIES

# Names and initials keep their capital, or their lack of one, wherever they stand.
NAMES = ("NGO", "UN", "ONG", "ONU", "Indico", "Sessionize")
HEADINGS = ("key", "table", "tables", "set", "family")


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Leave the language as the other tests expect it."""
    yield
    language.use("en")


def tables() -> list[type[Table]]:
    """Give every table that the format declares."""
    return [
        cls for cls in vars(model).values() if isinstance(cls, type) and issubclass(cls, Table) and cls is not Table
    ]


def fields() -> list[tuple[str, Field]]:
    """Give every key that the format declares, with the name of its table."""
    return [(cls.TABLE, field) for cls in tables() for field in cls.FIELDS.values()]


def words(field: Field) -> list[str]:
    """Give the identifiers that may stand as a key's value."""
    by_kind = {"bool": ["true", "false"], "population": ["sex-workers", "other:text"]}
    return [*field.words, *field.also, *by_kind.get(field.kind, []), *(["withheld"] if field.withheld else [])]


def test_every_table_has_a_label() -> None:
    assert [cls.TABLE for cls in tables() if (cls.TABLE or "plan") not in labels.TABLES] == []


def test_every_key_has_a_label() -> None:
    unlabelled = [
        f"{table}.{field.key}"
        for table, field in fields()
        if labels.message_of_key(table, field.key) is None and field.key not in labels.TABLES
    ]
    assert unlabelled == []


def test_every_word_of_the_format_has_a_label() -> None:
    unlabelled = [
        f"{table}.{field.key} = {word}"
        for table, field in fields()
        for word in words(field)
        if labels.message_of_value(f"{table}.{field.key}", word) is None
    ]
    assert unlabelled == []


def test_every_family_of_rules_has_a_label() -> None:
    assert set(labels.FAMILIES) == set(FAMILIES)


def test_a_label_of_the_table_wins_over_one_of_any_table() -> None:
    assert labels.label_of_key("statements", "organisation") == "Organisation"
    assert labels.label_of_key("speakers", "organisation") == "Place held for"
    assert labels.label_of_key("panels.speakers", "organisation") == "Place held for"
    assert labels.label_of_key("", "stage") == "Stage"


def test_a_key_that_holds_tables_has_their_label() -> None:
    assert labels.label_of_key("", "panels") == "Panels"
    assert labels.label_of_key("panels", "speakers") == "Places"


def test_a_table_is_named_alone_or_as_a_list() -> None:
    assert labels.label_of_table("panels.speakers") == "Place"
    assert labels.label_of_table("speakers", plural=True) == "Places"
    assert labels.label_of_table("event", plural=True) == "Event"
    assert labels.label_of_table("") == labels.label_of_table("plan") == "Plan"


def test_a_value_is_read_under_its_key() -> None:
    assert labels.label_of_value("speakers.mode", "in-person") == "in person"
    assert labels.label_of_value("panels.speakers.role", "keynote") == "keynote speaker"
    assert labels.label_of_value("panels.kind", "keynote") == "keynote"
    assert labels.label_of_value("decisions.what", "safety") == "safety"
    assert labels.label_of_value("organisations.scope", "global") == "global"
    assert labels.label_of_value("speakers.label_chosen_by", "self") == "the holder"


def test_yes_no_and_withheld_are_words_of_any_key() -> None:
    assert labels.label_of_value("event.recorded", "true") == "yes"
    assert labels.label_of_value("safety.host_law", "withheld") == "withheld for safety"
    assert labels.label_of_value("consent.named", "ask") == "ask each time"


def test_another_population_keeps_its_text() -> None:
    assert labels.label_of_value("population", "other:sailors {n}") == "other: sailors {n}"
    language.use("fr")
    assert labels.label_of_value("speakers.represents", "other:marins") == "autre\u202f: marins"


@pytest.mark.parametrize("unknown", ["", "no-such", "{x}", "other:thing"])
def test_an_identifier_without_a_label_is_its_own(unknown: str) -> None:
    assert labels.label_of_value("stage", unknown) == unknown
    assert labels.label_of_value(unknown, "no-such") == "no-such"
    assert labels.label_of_key("event", f"x{unknown}") == f"x{unknown}"
    for label in (labels.label_of_result, labels.label_of_set, labels.label_of_family, labels.label_of_judge):
        assert label(unknown) == unknown


def test_the_same_word_may_have_several_labels_in_french() -> None:
    language.use("fr")
    assert labels.label_of_value("population", "sex-workers") == "travailleurSEs du sexe"
    assert labels.label_of_value("event.kind", "panel") == "panel"
    assert labels.label_of_table("panels", plural=True) == "Panels"
    assert labels.label_of_value("speakers.status", "invited") == "invitation envoyée"
    assert labels.label_of_value("organisations.roles", "invited") == "invitée"
    assert labels.label_of_key("event", "published_on") == "Publication le"
    assert labels.label_of_result("not-met") == "non respecté"
    assert labels.label_of_severity("note") == "remarque"
    assert labels.label_of_judge("organiser") == "l’équipe organisatrice"
    assert labels.label_of_choice_kind("template") == "modèle à remplir"
    assert labels.label_of_set("follow-up") == "Suites"
    assert labels.label_of_family("TOK") == "Collaboration entière, pas symbolique"


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_headings_start_with_a_capital_and_words_do_not(name: str) -> None:
    language.use(name)
    for context, english in labels.messages():
        label = language.pgettext(context, english)
        if context.partition("/")[0] in HEADINGS:
            assert label[0].isupper(), label
        else:
            assert label[0].islower() or label.startswith(NAMES), label


@pytest.mark.parametrize("name", language.LANGUAGES)
def test_no_label_holds_the_sign_that_separates_labels(name: str) -> None:
    language.use(name)
    assert [text for text in labels.messages() if " · " in language.pgettext(*text)] == []


def test_one_english_label_in_one_context_means_one_thing() -> None:
    """Two identifiers under one key never share a label, or a person could not tell them apart."""
    from eventreview.language.label_values import VALUES

    for name in language.LANGUAGES:
        language.use(name)
        for key, by_value in VALUES.items():
            shown = [labels.label_of_value(key, value) for value in by_value]
            assert len(set(shown)) == len(shown), (name, key)
