"""`eventreview explain`: why a rule comes to its result on a plan."""

from __future__ import annotations

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, FAILED, Stopped
from eventreview.cli.one_plan import reviewed
from eventreview.cli.output import write
from eventreview.cli.parser import add_today, parser
from eventreview.cli.rule import rule_named
from eventreview.language import gettext as _
from eventreview.plan import outing
from eventreview.plan.suggest import nearest
from eventreview.report import explain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Rule

MOST_NAMED = 8


def run(arguments: Sequence[str]) -> int:
    """Prints the explanation of one rule's results on a plan, or of one of them."""
    made = parser("explain", help_of("explain"), epilog=_epilog())
    made.add_argument("plan", metavar=_("PATH"), help=_("the plan"))
    made.add_argument(
        "finding",
        metavar=_("RULE[@ID]"),
        help=_("a rule's code or name, and the object if only one is meant: REP-1@s1"),
    )
    add_today(made)
    options = made.parse_args(arguments)
    word, at_sign, at = options.finding.partition("@")
    rule = rule_named(word)
    # A rule of a set that is off runs for once.
    result, plan = reviewed(options.plan, options.today, extra=(rule.code,))
    findings = [finding for finding in result.findings if finding.rule is rule]
    if rule.code in [code for code, _kind in result.failures]:
        return FAILED
    if at_sign:
        findings = _about(findings, rule, at)
    write(explain.render(result, plan, rule, findings, brief=not at_sign and len(findings) > 1))
    return CLEAN


def _epilog() -> str:
    return _(
        "The text of the plan is shown as it stands: this is for its owner. Exit code 0: explained. 2: usage. 3: the plan "
        "couldn't be read, or the rule broke."
    )


def _about(findings: Sequence[Finding], rule: Rule, at: str) -> list[Finding]:
    """The findings about one object. Stops with a suggestion where there are none."""
    found = [finding for finding in findings if finding.at == at]
    if found:
        return found
    looked_at = list(dict.fromkeys(finding.at for finding in findings))
    shown = outing.echoed(None, at)
    near = nearest(at, looked_at)
    if near:
        raise Stopped(
            _("{rule} looks at nothing called “{at}” here; did you mean {suggestion}?").format(
                rule=rule.code, at=shown, suggestion=near[0]
            )
        )
    if not looked_at:
        raise Stopped(_("{rule} looks at nothing called “{at}” here").format(rule=rule.code, at=shown))
    named = ", ".join(looked_at[:MOST_NAMED]) + (", …" if len(looked_at) > MOST_NAMED else "")
    raise Stopped(
        _("{rule} looks at nothing called “{at}” here; it looks at: {ids}").format(rule=rule.code, at=shown, ids=named)
    )
