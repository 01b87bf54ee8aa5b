"""What can be picked for a key: the words of its vocabulary, the populations, or the objects that it may refer to."""

from __future__ import annotations

from dataclasses import dataclass

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.language.labels import label_of_value
from eventreview.plan import vocabulary as v
from eventreview.plan.references import SELF_POINTING
from eventreview.rules.catalogue import code_of
from eventreview.rules.known import KNOWN
from eventreview.tui.masking import masked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from eventreview.plan.fields import Field, Path, Table
    from eventreview.plan.file import PlanFile


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick: the value that the file gets, and the words for it. known: the format has it."""

    value: str
    label: str
    known: bool = True


def options_of(file: PlanFile, field: Field, table: str, path: Path, value: object) -> tuple[Option, ...]:
    """What can be picked for a key, and what the file has there already, whether the format knows it or not.

    path: of the object. value: what the file has.
    """
    known = tuple(_known(file, field, table, path))
    there = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    values = {option.value for option in known}
    own = [each for each in dict.fromkeys(map(str, there)) if each not in values and each != v.WITHHELD]
    return (*known, *(_own(field, each) for each in own))


def other_population(text: str) -> Option:
    """A population that the vocabulary hasn't got, in somebody's own words."""
    value = v.OTHER + text.strip()
    return Option(value, label_of_value("population", value))


def label_of_absent(field: Field, table: str) -> str:
    """What is said of a key that isn't there: not stated, and what it then counts as."""
    if field.default is None:
        return label_of_value("", "absent")
    return pgettext("form", "not stated, counts as: {value}").format(
        value=label_of_value(f"{table}.{field.key}", field.default)
    )


def label_of_empty() -> str:
    """What is said of a list that is there and empty."""
    return pgettext("form", "none: an empty list")


def label_of_withheld() -> str:
    """What is said of a value that is known, and kept out of the file."""
    return label_of_value("", v.WITHHELD)


def _known(file: PlanFile, field: Field, table: str, path: Path) -> Iterable[Option]:
    if field.kind == "word":
        return [Option(word, label_of_value(f"{table}.{field.key}", word)) for word in field.words]
    if field.kind == "population":
        populations = (*v.POPULATIONS, *((v.GROUP,) if field.group else ()))
        return [Option(each, label_of_value("population", each)) for each in populations]
    if field.kind == "rule":
        return [Option(code, f"{code} {name}") for code, name in KNOWN.items()]
    also = [Option(word, label_of_value(f"{table}.{field.key}", word)) for word in field.also]
    return [*also, *_objects(file, field, path)]


def _objects(file: PlanFile, field: Field, path: Path) -> Iterable[Option]:
    """The objects of the right kinds, in the order of the plan; never the object itself where that makes no sense."""
    if file.plan is None:
        return
    for address, table in file.plan.objects.items():
        itself = table.path == path and field.key in SELF_POINTING
        if table.TABLE in field.refers and not itself:
            yield Option(address, _named(table, address))


def _named(table: Table, id: str) -> str:
    """An object by its id and its name or title; a place by the organisation it is held for, never by who holds it."""
    if table.TABLE == "speakers":
        organisation = getattr(table, "organisation", None)
        return (
            id
            if organisation is None
            else _("{place}, held for {organisation}").format(place=id, organisation=organisation)
        )
    name = getattr(table, "name", None) or getattr(table, "title", None)
    return f"{id} – {masked(name)}" if isinstance(name, str) else id


def _own(field: Field, value: str) -> Option:
    if field.kind == "population" and value.startswith(v.OTHER):
        return Option(value, label_of_value("population", masked(value)))
    return Option(value, masked(value), known=field.kind == "rule" and code_of(value) is not None)
