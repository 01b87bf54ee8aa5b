"""What a rule found about the order of things, as one of a few facts: the pictures show these and judge nothing anew."""

from __future__ import annotations

from eventreview.rules.outcome import MET, MET_WITHHELD, NOT_APPLICABLE, NOT_MET, NOT_STATED, NOT_YET, TO_BE_JUDGED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding

WITH, WITHOUT, UNDECIDED, UNSTATED, AHEAD = "with", "without", "undecided", "not-stated", "not-yet"
# The gravest first: what several populations have in common is as grave as it is for one of them.
FACTS = (WITHOUT, UNDECIDED, UNSTATED, AHEAD, WITH)

# By the message, not the result: an answer or a waiver changes what a finding asks for, not what came first.
BY_MESSAGE = {
    ("CON-1", "chose-themselves"): WITH,
    ("CON-1", "asked-first"): WITH,
    ("CON-1", "choice-ahead"): AHEAD,
    ("CON-1", "same-day"): UNDECIDED,
    ("CON-1", "answer-undated"): UNSTATED,
    ("CON-1", "no-chooser"): UNSTATED,
    ("CON-1", "never-asked"): WITHOUT,
    ("CON-1", "decided-while-waiting"): WITHOUT,
    ("CON-1", "silence-is-not-agreement"): WITHOUT,
    ("CON-1", "asked-afterwards"): WITHOUT,
    ("STA-1", "silence-is-not-drafting"): WITHOUT,
    ("STA-1", "finalised-while-waiting"): WITHOUT,
    ("STA-1", "asked-afterwards"): WITHOUT,
    ("STA-1", "drafted-without"): WITHOUT,
    ("TOK-2", "after-agenda"): WITHOUT,
}
BY_RESULT = {
    NOT_MET: WITHOUT,
    TO_BE_JUDGED: UNDECIDED,
    NOT_STATED: UNSTATED,
    NOT_YET: AHEAD,
    MET: WITH,
    MET_WITHHELD: WITH,
}


def fact_of(finding: Finding) -> str | None:
    """The fact that a finding about an order states; None where the rule has nothing to say."""
    if finding.result == NOT_APPLICABLE:
        return None
    known = BY_MESSAGE.get((finding.rule.code, finding.message_id))
    return known if known is not None else BY_RESULT.get(finding.result, UNDECIDED)


def gravest(facts: list[str]) -> str | None:
    """The gravest of some facts; None for none."""
    return min(facts, key=FACTS.index) if facts else None
