"""`eventreview fix`: one plan, one finding at a time; on the desk, or with `--plain` as lines that are asked and answered.

The plain mode moves no cursor and draws nothing: it serves a screen reader, a pipe and a terminal that can do nothing.
"""

from __future__ import annotations

from eventreview.cli.entry import help_of
from eventreview.cli.exits import complain
from eventreview.cli.keeping import Ended, Signals, kept_sentence
from eventreview.cli.one_plan import ask_for_file, unreadable
from eventreview.cli.parser import add_today, parser
from eventreview.cli.talk import Talk
from eventreview.language import gettext as _
from eventreview.review.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Goes through the findings of one plan with a person, or a script; gives the exit code."""
    made = parser("fix", help_of("fix"), epilog=_epilog())
    made.add_argument("plan", metavar=_("PATH"), help=_("the plan"))
    made.add_argument("--plain", action="store_true", help=_("questions and answers as plain lines, without a screen"))
    add_today(made)
    options = made.parse_args(arguments)
    if not options.plain:
        from eventreview.cli import desk

        today = [] if options.today is None else [f"--today={options.today.isoformat()}"]
        return desk.run([*today, "--", options.plan])
    ask_for_file(options.plan)
    session = Session(options.plan, today=options.today)
    if not session.readable:
        raise unreadable(session.review)
    return _kept(Talk(session), session)


def _kept(talk: Talk, session: Session) -> int:
    """The talk's exit code. However it ends, what is unsaved and wasn't given up is in the recovery copy then."""
    keeper = session.keeper
    finished = False
    with Signals():
        try:
            code = talk.run()
            finished = True
        except Ended as ended:
            code = ended.code
        finally:
            dirty = session.dirty
            safe = keeper.close()
            if dirty and not finished:
                complain(kept_sentence(safe))
    return code


def _epilog() -> str:
    return _(
        "With --plain, each finding is followed by a question that names its answers; a letter is enough, and the end of "
        "the input leaves without saving. The text of the plan is shown as it stands: this is for its owner. Exit code 0: "
        "the file has nothing left at error. 1: it has. 2: usage. 3: the plan couldn't be read, a rule broke, or a write "
        "failed."
    )
