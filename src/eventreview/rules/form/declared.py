"""How a rule about the form of the file is declared: it is always on, at any stage, and nobody judges it."""

from __future__ import annotations

from eventreview.rules.rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventreview.rules.rule import Example, Rule, Text

BASIS = "the form of the plan file"
# Said after a message that is about a word, a key or an id that was probably meant to be another.
DID_YOU_MEAN = {"did-you-mean": "Did you mean {suggestion}?"}


def form_rule(
    code: str,
    name: str,
    severity: str,
    *,
    what: str,
    why: str,
    remedy: str,
    messages: Mapping[str, Text],
    choice_titles: Mapping[str, str] | None = None,
    examples: Sequence[Example] = (),
) -> Rule:
    """A rule of family FORM. Its texts also hold the remarks that a fault adds to its message."""
    return rule(
        code,
        name,
        set="form",
        severity=severity,
        stage=None,
        judged_by="nobody",
        basis=BASIS,
        what=what,
        why=why,
        remedy=remedy,
        messages=messages,
        choice_titles=choice_titles,
        examples=examples,
    )
