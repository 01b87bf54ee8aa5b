"""The words a person reads beside an identifier: results, severities, judges, sets, families, tables, keys and values.

Identifiers are never translated; their label stands beside them. An identifier without a label is its own label.
"""

from __future__ import annotations

from eventreview.language import pgettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

RESULTS = {
    "not-met": "not met",
    "to-be-judged": "to be judged",
    "not-stated": "not stated",
    "not-yet": "not yet",
    "met": "met",
    "met-withheld": "met (withheld)",
    "not-applicable": "not applicable",
    "waived": "waived",
}

SEVERITIES = {
    "error": "error",
    "warning": "warning",
    "note": "note",
}

JUDGES = {
    "community": "the community concerned",
    "organiser": "the organisers",
    "both": "both, separately",
}

CHOICE_KINDS = {
    "safe": "safe fix",
    "choice": "choice",
    "template": "template",
}

SETS = {
    "allyship": "Allyship (the note)",
    "safety": "Safety and privacy",
    "sponsors": "Sponsors’ conditions",
    "access": "Access",
    "invitations": "Invitations",
    "running": "Running the event",
    "follow-up": "Follow-up",
    "governance": "Governance",
}

FAMILIES = {
    "REP": "Representation",
    "CON": "Consultation before decision",
    "BAL": "Balance of panels",
    "EXP": "Expertise",
    "PAY": "Equal pay",
    "SRC": "Evidence and sources",
    "INC": "Inclusion at every stage",
    "STA": "Statements",
    "TOK": "Full collaborators, not tokens",
    "KP": "Key populations",
    "PAR": "Running and judging the partnership",
    "BRI": "Bridges",
    "LRN": "Reflection and learning",
    "FORM": "Form of the file",
    "SAF": "Safety and privacy",
    "SPO": "Sponsors",
    "ACC": "Access",
    "INV": "Invitations",
    "RUN": "Running the event",
    "FOL": "Follow-up",
    "GOV": "Governance",
}

# Singular and plural; a single table has no plural.
TABLES: dict[str, tuple[str, str | None]] = {
    "plan": ("Plan", None),
    "event": ("Event", None),
    "organisations": ("Organisation", "Organisations"),
    "panels": ("Panel", "Panels"),
    "speakers": ("Place", "Places"),
    "sponsors": ("Sponsor", "Sponsors"),
    "consent": ("Consent", None),
    "fee": ("Fee", None),
    "consultations": ("Consultation", "Consultations"),
    "decisions": ("Decision", "Decisions"),
    "left_out": ("Population left out", "Populations left out"),
    "statements": ("Statement", "Statements"),
    "sign_off": ("Sign-off", "Sign-offs"),
    "requests": ("Request", "Requests"),
    "sources": ("Source", "Sources"),
    "work": ("Piece of work", "Work"),
    "partnership": ("Partnership", None),
    "seats": ("Seat in the steering", "Seats in the steering"),
    "evaluation": ("Evaluation", None),
    "reviews": ("Reflection", "Reflections"),
    "assessment": ("Assessment on both sides", None),
    "lessons": ("Lesson", "Lessons"),
    "previous": ("Earlier edition", "Earlier editions"),
    "notices": ("Notice", "Notices"),
    "collectives": ("Collective", "Collectives"),
    "bridges": ("Bridge", "Bridges"),
    "safety": ("Safety", None),
    "access": ("Access", None),
    "budget": ("Budget", None),
    "commitments": ("Commitment", "Commitments"),
    "import": ("Origin of the import", None),
    "judgements": ("Judgement", "Judgements"),
    "waivers": ("Waiver", "Waivers"),
}

# The words of any key: what is kept out of the file, and what is simply so or not.
_OF_ANY_KEY = ("withheld", "boolean")


def label_of_result(result: str) -> str:
    """Give the label of a result, such as `not-met`."""
    return _label("result", RESULTS, result)


def label_of_severity(severity: str) -> str:
    """Give the label of a severity: `error`, `warning` or `note`."""
    return _label("severity", SEVERITIES, severity)


def label_of_judge(judge: str) -> str:
    """Give the label of who judges: `community`, `organiser` or `both`."""
    return _label("judge", JUDGES, judge)


def label_of_choice_kind(kind: str) -> str:
    """Give the label of a kind of choice: `safe`, `choice` or `template`."""
    return _label("choice-kind", CHOICE_KINDS, kind)


def label_of_set(name: str) -> str:
    """Give the label of a set of rules, such as `allyship`."""
    return _label("set", SETS, name)


def label_of_family(family: str) -> str:
    """Give the label of a family of rules, such as `REP`."""
    return _label("family", FAMILIES, family)


def label_of_table(table: str, plural: bool = False) -> str:
    """Give the label of a table, as `panels.speakers` or `speakers`; of the whole file as `plan` or the empty string.

    `plural` gives the heading of a list of them; for a table that stands once it changes nothing.
    """
    names = TABLES.get(table.rpartition(".")[2] or "plan")
    if names is None:
        return table
    one, many = names
    if plural and many is not None:
        return pgettext("tables", many)
    return pgettext("table", one)


def label_of_key(table: str, key: str) -> str:
    """Give the label of `key` in `table`, as of `chosen_by` in `panels.speakers`; the root is the empty string.

    A label of that table wins over one of any table; a key that holds a table has that table's label.
    """
    message = message_of_key(table, key)
    return label_of_table(key, plural=True) if message is None else pgettext(*message)


def label_of_value(key: str, value: str) -> str:
    """Give the label of `value` under `key`.

    `key` is a vocabulary of the format or a key with as much of its table as tells it apart: `population`, `stage`,
    `speakers.role`, `panels.speakers.role`. Booleans are `true` and `false`. The text of `other:TEXT` stands in the
    label as it is in the plan.
    """
    message = message_of_value(key, value)
    if message is None:
        return value
    label = pgettext(*message)
    return label.format(text=value.partition(":")[2]) if value.startswith("other:") else label


def message_of_key(table: str, key: str) -> tuple[str, str] | None:
    """Give context and English of a key's own label; None when it has none."""
    from eventreview.language.label_keys import ANYWHERE, OF_TABLE

    name = table.rpartition(".")[2]
    label = OF_TABLE.get(name, {}).get(key)
    if label is not None:
        return f"key/{name}", label
    label = ANYWHERE.get(key)
    return None if label is None else ("key", label)


def message_of_value(key: str, value: str) -> tuple[str, str] | None:
    """Give context and English of a value's label; None when it has none."""
    from eventreview.language.label_values import OTHER_POPULATION, SAME_WORDS, VALUES

    name = key
    while name:
        words = SAME_WORDS.get(name, name)
        label = VALUES.get(words, {}).get(value)
        if words == "population" and value.startswith("other:"):
            label = OTHER_POPULATION
        if label is not None:
            return f"value/{words}", label
        name = name.partition(".")[2]
    for words in _OF_ANY_KEY:
        if value in VALUES[words]:
            return f"value/{words}", VALUES[words][value]
    return None


def messages() -> Iterator[tuple[str, str]]:
    """Give context and English of every label, for the catalogue."""
    from eventreview.language.label_keys import ANYWHERE, OF_TABLE
    from eventreview.language.label_values import OTHER_POPULATION, VALUES

    by_context = {
        "result": RESULTS,
        "severity": SEVERITIES,
        "judge": JUDGES,
        "choice-kind": CHOICE_KINDS,
        "set": SETS,
        "family": FAMILIES,
        "key": ANYWHERE,
        "table": {table: one for table, (one, _) in TABLES.items()},
        "tables": {table: many for table, (_, many) in TABLES.items() if many is not None},
    }
    for context, labels in by_context.items():
        for label in labels.values():
            yield context, label
    yield "value/population", OTHER_POPULATION
    for words, labels in VALUES.items():
        for label in labels.values():
            yield f"value/{words}", label
    for table, labels in OF_TABLE.items():
        for label in labels.values():
            yield f"key/{table}", label


def _label(context: str, labels: dict[str, str], identifier: str) -> str:
    """Give the label of an identifier in a table of them, or the identifier itself."""
    label = labels.get(identifier)
    return identifier if label is None else pgettext(context, label)
