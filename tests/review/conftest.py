"""Reviews of small plans, written as text."""

from __future__ import annotations

from eventreview.plan.file import read_bytes
from eventreview.review.engine import review
from eventreview.review.finding import Finding, Review

ORGANISATIONS = """
[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "south"
name = "Lantern South (fictional)"
led_by = ["sex-workers"]
[[organisations]]
id = "tide"
name = "Trans Tide (fictional)"
led_by = ["trans-people"]
[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []
roles = ["lead"]
"""
# One voice of three: BAL-1 asks the community.
FEWER = """
[[panels]]
id = "p"
title = "Panel"
speakers = [
  { id = "s1", organisation = "net", represents = ["sex-workers"], chosen_by = "net" },
  { id = "a1", organisation = "ally" },
  { id = "a2", organisation = "ally" },
]
"""


def plan(body: str, *, stage: str = "inviting", concerns: str = '["sex-workers"]', as_of: str = "2027-01-10") -> str:
    """A plan with the usual organisations and this body."""
    return (
        f'format = 1\nstage = "{stage}"\nas_of = {as_of}\n'
        f'event = {{ title = "Rights and evidence", concerns = {concerns}, scope = "global" }}\n'
        f"{ORGANISATIONS}{body}"
    )


def reviewed(text: str) -> Review:
    """The review of a plan given as text; no rule may break on it."""
    result = review(read_bytes("plan.toml", text.encode()))
    assert result.failures == ()
    return result


def one(result: Review, rule: str, at: str) -> Finding:
    """The one finding of a rule on an object."""
    (finding,) = [f for f in result.findings if f.rule.code == rule and f.at == at]
    return finding


def judgement(rule: str, at: str, verdict: str, by: str, on: str = "2027-01-08", more: str = "") -> str:
    """A judgement as it stands in a plan."""
    return f'[[judgements]]\nrule = "{rule}"\nat = "{at}"\nverdict = "{verdict}"\nby = "{by}"\non = {on}\n{more}\n'


def waiver(rule: str, at: str, by: str, on: str = "2027-01-05", more: str = "") -> str:
    """A waiver as it stands in a plan."""
    return (
        f'[[waivers]]\nrule = "{rule}"\nat = "{at}"\nreason = "agreed at the meeting"\n'
        f'agreed_by = "{by}"\non = {on}\n{more}\n'
    )
