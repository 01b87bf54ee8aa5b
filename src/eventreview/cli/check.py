"""`eventreview check`: review plans without a screen. Findings go to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, FAILED, FINDINGS, USAGE, complain
from eventreview.cli.output import write
from eventreview.cli.parser import add_today, parser
from eventreview.cli.selection import Selection
from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.plan.file import MOST_BYTES, PlanFile, read_bytes, read_path
from eventreview.plan.folder import STANDARD_INPUT, find_plans, is_plan
from eventreview.plan.garbage import loaded
from eventreview.report.run import Run
from eventreview.review.engine import review
from eventreview.rules.outcome import ERROR, NOT_MET, NOT_STATED, NOTE, TO_BE_JUDGED, WARNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    import datetime
    from collections.abc import Sequence
    from typing import TextIO

    from eventreview.plan.folder import Found
    from eventreview.review.finding import Finding, Review

FORMATS = ("full", "line", "json")
# Each step of the ladder includes those before it.
LADDER = ("error", "warning", "note", "judged", "unstated")
NEVER = "never"


def run(arguments: Sequence[str]) -> int:
    """Checks the plans that the arguments name; gives the exit code."""
    options = _parsed(arguments)
    selection = Selection(_words(options.select), _words(options.ignore))
    loaded()
    found = find_plans(options.paths)
    for path in found.missing:
        complain(_("{path}: there is no such file or folder").format(path=path))
    reviews = _reviews(found, options, selection)
    if not reviews and not found.missing:
        if options.allow_empty:
            return CLEAN
        complain(_("no plan to check: no TOML file here has the keys of a plan"))
        return USAGE
    codes = [USAGE if found.missing else CLEAN]
    to = sys.stdout
    if options.fix or options.diff:
        from eventreview.cli.safe_fixes import SafeFixes

        fixes = SafeFixes(reviews, options.today, selection.extra)
        if options.fix:
            piped = _name_of_input(options.stdin_name) if STANDARD_INPUT in found.plans else None
            reviews, code = fixes.make(piped)
            codes.append(code)
            # With the plan on standard input, the fixed text goes to standard output.
            to = sys.stderr if piped is not None else to
        else:
            write(fixes.diff())
    result = Run(reviews, options.today, selection.chooses, options.all)
    if not options.diff:
        write(_rendered(options.format, result, to), to)
    return max([*codes, *(_exit_code(each, result, options.fail_on) for each in reviews)])


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    made = parser("check", help_of("check"), epilog=exit_codes())
    made.add_argument(
        "paths", nargs="*", metavar=_("PATH"), help=_("a plan, a folder of plans, or - for standard input")
    )
    made.add_argument("--format", choices=FORMATS, default="full", help=_("how findings are printed"))
    made.add_argument(
        "--select", action="append", metavar=_("RULE"), help=_("report these alone: code, name, family or set")
    )
    made.add_argument("--ignore", action="append", metavar=_("RULE"), help=_("don't report these"))
    made.add_argument(
        "--fail-on",
        choices=(*LADDER, NEVER),
        default="error",
        help=_("from what on the exit code is 1; without it: error"),
    )
    made.add_argument("--all", action="store_true", help=_("report what is met and not applicable too"))
    changing = made.add_mutually_exclusive_group()
    changing.add_argument(
        "--fix", action="store_true", help=_("make the safe fixes in the files, then report what is left")
    )
    changing.add_argument(
        "--diff", action="store_true", help=_("show what the safe fixes would change, and write nothing")
    )
    add_today(made)
    made.add_argument("--stdin-name", metavar=_("NAME"), help=_("what to call the plan on standard input"))
    made.add_argument("--allow-empty", action="store_true", help=_("exit 0 where there is nothing to check"))
    return made.parse_args(arguments)


def exit_codes() -> str:
    """What the exit codes mean."""
    return _(
        "Exit code 0: nothing as grave as --fail-on. 1: findings. 2: usage, or nothing to check. 3: a plan couldn't be "
        "read, a rule broke, or a write failed."
    )


def _words(given: Sequence[str] | None) -> list[str]:
    return [word for each in given or () for word in each.replace(",", " ").split()]


def _reviews(found: Found, options: argparse.Namespace, selection: Selection) -> list[Review]:
    reviews: list[Review] = []
    others = 0
    for path in found.plans:
        file = _read(path, options.stdin_name, options.today)
        if path not in found.named and not is_plan(file):
            others += 1
            continue
        reviews.append(review(file, extra=selection.extra))
    if others:
        said = ngettext(
            "{n} TOML file is no plan and was left out", "{n} TOML files are no plans and were left out", others
        )
        complain(said.format(n=others))
    for each in reviews:
        for code, kind in each.failures:
            complain(
                _("{path}: the rule {rule} broke ({kind}); the others answered").format(
                    path=each.file.name, rule=code, kind=kind
                )
            )
    return reviews


def _read(path: str, stdin_name: str | None, today: datetime.date | None) -> PlanFile:
    if path != STANDARD_INPUT:
        return read_path(path, today=today)
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    return read_bytes(_name_of_input(stdin_name), data, today)


def _name_of_input(given: str | None) -> str:
    return given or "<stdin>"


def _rendered(name: str, result: Run, to: TextIO) -> str:
    if name == "json":
        from eventreview.report import json

        return json.render(result)
    if name == "line":
        from eventreview.report import line

        return line.render(result)
    from eventreview.report import full

    return full.render(result, colour=_wants_colour(to))


def _wants_colour(to: TextIO) -> bool:
    return to.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _exit_code(each: Review, result: Run, fail_on: str) -> int:
    if not each.readable or each.failures:
        return FAILED
    if fail_on == NEVER:
        return CLEAN
    steps = LADDER[: LADDER.index(fail_on) + 1]
    return FINDINGS if any(_step(finding) in steps for finding in result.loud(each)) else CLEAN


def _step(finding: Finding) -> str:
    """The step of the ladder that a finding stands on; "" for none."""
    if finding.result == NOT_MET:
        return {ERROR: "error", WARNING: "warning", NOTE: "note"}[finding.severity or WARNING]
    return {TO_BE_JUDGED: "judged", NOT_STATED: "unstated"}.get(finding.result, "")
