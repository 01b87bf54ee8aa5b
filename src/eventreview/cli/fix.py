"""`eventreview fix`: one plan, one finding at a time; on the desk, or with `--plain` as lines that are asked and answered.

The plain mode moves no cursor and draws nothing: it serves a screen reader, a pipe and a terminal that can do nothing.
"""

from __future__ import annotations

import sys

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, FAILED, FINDINGS, complain
from eventreview.cli.one_plan import ask_for_file, unreadable
from eventreview.cli.output import write
from eventreview.cli.parser import add_today, parser
from eventreview.language import gettext as _
from eventreview.language import ngettext, pgettext
from eventreview.plan.edit.refused import Refused
from eventreview.plan.edit.refused import sentence as why_refused
from eventreview.plan.file import read_bytes
from eventreview.plan.save import NotSaved
from eventreview.plan.save import sentence as why_not_saved
from eventreview.report import plain, sentences
from eventreview.report.marks import visible
from eventreview.review.session import Session
from eventreview.rules.outcome import BOTH, COMMUNITY, ERROR, NOT_MET, ORGANISER, SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eventreview.review.finding import Finding, Review
    from eventreview.review.session import FindingKey
    from eventreview.rules.rule import Choice

# Letter -> word. The letters and the English words are answers in every language, for scripts.
WHY, LINES, SKIP, UNDO, SAVE, QUIT, AGAIN = "w", "l", "s", "u", "v", "q", "a"
DISCARD, STAY, YES, NO = "d", "t", "y", "n"
ANSWERS = {
    WHY: "why",
    LINES: "lines",
    SKIP: "skip",
    UNDO: "undo",
    SAVE: "save",
    QUIT: "quit",
    AGAIN: "again",
    DISCARD: "discard",
    STAY: "stay",
    YES: "yes",
    NO: "no",
}
SAVE_AS = "as "
JUDGES = (COMMUNITY, ORGANISER, BOTH)


class InputEnded(Exception):
    """Nobody answers any more."""


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
    return _Talk(session).run()


def _epilog() -> str:
    return _(
        "With --plain, each finding is followed by a question that names its answers; a letter is enough, and the end of "
        "the input leaves without saving. The text of the plan is shown as it stands: this is for its owner. Exit code 0: "
        "the file has nothing left at error. 1: it has. 2: usage. 3: the plan couldn't be read, a rule broke, or a write "
        "failed."
    )


def waiting(review: Review) -> list[Finding]:
    """The open findings in the order of the desk: errors, warnings, notes, then questions by who answers them."""
    return sorted((finding for finding in review.loud if finding.is_open), key=_weight)


def _weight(finding: Finding) -> int:
    if finding.result == NOT_MET:
        return SEVERITIES.index(finding.severity or ERROR)
    return len(SEVERITIES) + (JUDGES.index(finding.judged_by) if finding.judged_by in JUDGES else len(JUDGES))


def _exit_code(review: Review) -> int:
    if not review.readable or review.failures:
        return FAILED
    return FINDINGS if any(f.result == NOT_MET and f.severity == ERROR for f in review.loud) else CLEAN


class _Talk:
    """The conversation about one plan. Only `session` and what is remembered of its course change."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.write_failed = False
        # For each change made, the template that it put in, if any: what it asks for stays open until somebody knows.
        self._put_in: list[tuple[FindingKey, str] | None] = []

    def run(self) -> int:
        """Talks until nothing is open, the person leaves or the input ends; gives the exit code."""
        try:
            while self._go_on():
                pass
        except InputEnded:
            if self.session.dirty:
                complain(_("the input ended: what wasn't saved is not in the file"))
        if self.session.dirty:
            self.session.reload()
        for code, kind in self.session.review.failures:
            complain(
                _("{path}: the rule {rule} broke ({kind}); the others answered").format(
                    path=self.session.name, rule=code, kind=kind
                )
            )
        return FAILED if self.write_failed else _exit_code(self.session.review)

    def _go_on(self) -> bool:
        """Takes up the next finding; False to leave."""
        findings = waiting(self.session.review)
        for number, finding in enumerate(findings, 1):
            if not self.session.is_skipped(finding):
                _say(plain.finding_lines(self.session.file, finding, number, len(findings)))
                choices = [each for each in finding.choices() if _template(finding, each) not in self._put_in]
                _say(plain.choice_lines(finding, choices))
                return self._about(finding, choices)
        return self._at_the_end(len(findings))

    def _about(self, finding: Finding, choices: Sequence[Choice]) -> bool:
        """Asks what to do about a finding until the next one is to be taken up."""
        numbers = [str(number) for number in range(1, len(choices) + 1)]
        while True:
            answer = _ask(numbers, (WHY, LINES, SKIP, UNDO, SAVE, QUIT))
            if answer == WHY:
                _say(plain.why_lines(finding))
            elif answer == LINES:
                _say(plain.file_lines(self.session.file, finding))
            elif answer == SKIP:
                self.session.skip(finding)
                return True
            elif answer in numbers:
                if self._apply(finding, choices[int(answer) - 1]):
                    return True
            elif answer == UNDO:
                if self._undo():
                    return True
            elif answer == QUIT:
                return not self._may_leave()
            else:
                self._save(answer)

    def _at_the_end(self, aside: int) -> bool:
        """Nothing waits any more: says so, and asks what becomes of the changes."""
        said = _("Nothing else is not met or to be judged.")
        if aside:
            said += " " + ngettext("{n} was left aside.", "{n} were left aside.", aside).format(n=aside)
        _say([said])
        while self.session.dirty:
            answer = _ask((), (*((AGAIN,) if aside else ()), UNDO, SAVE, QUIT))
            if answer == AGAIN:
                self.session.skipped.clear()
                return True
            if answer == UNDO:
                if self._undo():
                    return True
            elif answer == QUIT:
                return not self._may_leave()
            else:
                self._save(answer)
        return False

    def _apply(self, finding: Finding, choice: Choice) -> bool:
        """Shows what a choice changes and makes it on a yes; gives whether it was made."""
        title = sentences.choice_title(finding.rule, choice)
        try:
            preview = self.session.preview(choice.edits)
            _say([_("This changes:"), *plain.diff_lines(self.session.file, preview.after.file)])
            if not _agrees(_("Make this change?")):
                return False
            change = self.session.apply(choice.edits, title)
        except Refused as error:
            _say([_("This change can’t be made"), why_refused(error)])
            return False
        _say([plain.change_sentence(change)])
        is_template = choice.kind == "template"
        self._put_in.append(_template(finding, choice) if is_template else None)
        if is_template:
            _say([_("The lines stand in the plan as comments, to be filled in.")])
        return True

    def _undo(self) -> bool:
        change = self.session.undo()
        if change is None:
            _say([_("Nothing to undo.")])
            return False
        self._put_in.pop()
        _say([_("Undone: {title}.").format(title=change.title), plain.change_sentence(change)])
        return True

    def _may_leave(self) -> bool:
        while self.session.dirty:
            _say([_("{name} has changes that aren’t saved.").format(name=self.session.name)])
            answer = _ask((), (SAVE, DISCARD, STAY))
            if answer == DISCARD:
                return True
            if answer == STAY:
                return False
            self._save(answer)
            if self.session.dirty:
                return False
        return True

    def _save(self, answer: str) -> None:
        """Saves behind the diff; under another name where the answer gives one, never over a file that is there."""
        session = self.session
        if not session.dirty and answer == SAVE:
            _say([_("Nothing to save.")])
            return
        old = read_bytes(session.name, session.saved_bytes, session.today)
        _say([_("Saving would change:"), *plain.diff_lines(old, session.file)] if session.dirty else ())
        if not _agrees(_("Save?")):
            return
        try:
            if answer == SAVE:
                session.save()
            else:
                session.save_as(answer.removeprefix(SAVE_AS).strip())
        except NotSaved as error:
            self.write_failed = True
            _say([why_not_saved(error), _("The answer “as NAME” saves under another name.")])
            return
        self.write_failed = False
        _say([_("Saved: {path}").format(path=session.path)])


def _template(finding: Finding, choice: Choice) -> tuple[FindingKey, str]:
    return finding.key, sentences.choice_title(finding.rule, choice)


def _say(lines: Iterable[str]) -> None:
    write("".join(f"{visible(line)}\n" for line in lines))


def _agrees(question: str) -> bool:
    _say([question])
    return _ask((), (YES, NO)) == YES


def _ask(numbers: Sequence[str], letters: Sequence[str]) -> str:
    """One of the numbers or letters, or "as NAME" where saving is an answer. Asks until it understands."""
    named = [*numbers, *(f"{_letter(letter)} {_word(letter)}" for letter in letters)]
    prompt = _("{answers}?").format(answers=", ".join(named))
    known = {number: number for number in numbers}
    for letter in letters:
        known |= dict.fromkeys((letter, ANSWERS[letter], _letter(letter), _word(letter)), letter)
    while True:
        given = _read(prompt)
        answer = known.get(given.casefold())
        if answer is not None:
            return answer
        if SAVE in letters and given.startswith(SAVE_AS):
            return given
        if given:
            _say([_("That is none of the answers.")])


def _letter(letter: str) -> str:
    """The letter that the prompt names: the first of the word where yes or no is asked, else the same in all languages."""
    return pgettext("plain letter", "y") if letter == YES else letter


def _word(letter: str) -> str:
    return pgettext("plain answer", ANSWERS[letter])


def _read(prompt: str) -> str:
    """One line of the input. On a terminal the answer stands behind the prompt; a pipe gets whole lines."""
    if sys.stdin is None:
        raise InputEnded
    write(f"{prompt} " if sys.stdin.isatty() else f"{prompt}\n")
    line = sys.stdin.buffer.readline()
    if not line:
        raise InputEnded
    return line.decode("utf-8", "replace").strip()


def messages() -> list[tuple[str, str]]:
    """The answers' words, as (context, msgid)."""
    return [("plain answer", word) for word in ANSWERS.values()]
