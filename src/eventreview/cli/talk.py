"""The talk about one plan in the plain mode: what is said, what is asked, and what comes of each answer."""

from __future__ import annotations

import time

from eventreview.cli.answers import (
    AGAIN,
    DELETE,
    DISCARD,
    LATER,
    LINES,
    QUIT,
    READ_ONLY,
    RECOVER,
    SAVE,
    SAVE_AS,
    SKIP,
    STAY,
    TAKE_OVER,
    UNDO,
    WHY,
    InputEnded,
    agrees,
    ask,
    say,
)
from eventreview.cli.exits import CLEAN, FAILED, FINDINGS, complain
from eventreview.cli.keeping import CopyWriter, is_interactive, kept_sentence
from eventreview.language import gettext as _
from eventreview.language import ngettext
from eventreview.plan.file import read_bytes, read_text
from eventreview.plan.lock import sentence as why_not_locked
from eventreview.plan.refused import Refused
from eventreview.plan.refused import sentence as why_refused
from eventreview.plan.save import NotSaved
from eventreview.plan.save import sentence as why_not_saved
from eventreview.report import plain, sentences
from eventreview.report.recovery import offer_lines
from eventreview.rules.outcome import BOTH, COMMUNITY, ERROR, NOT_MET, ORGANISER, SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.recovery import Copy
    from eventreview.review.finding import Finding, Review
    from eventreview.review.session import FindingKey, Session
    from eventreview.rules.rule import Choice

JUDGES = (COMMUNITY, ORGANISER, BOTH)


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


class Talk:
    """The conversation about one plan. Only `session` and what is remembered of its course change."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.write_failed = False
        self._copies = CopyWriter(session.keeper)
        # For each change made, the template that it put in, if any: what it asks for stays open until somebody knows.
        self._put_in: list[tuple[FindingKey, str] | None] = []

    def run(self) -> int:
        """Talks until nothing is open, the person leaves or the input ends; gives the exit code."""
        try:
            self._begin()
            while self._go_on():
                pass
        except InputEnded:
            if self.session.dirty:
                complain(_("the input ended: what wasn't saved is not in the file"))
                if is_interactive():  # a script meant it; a person's terminal may have gone
                    complain(kept_sentence(self.session.keeper.close()))
        if self.session.dirty:
            self.session.reload()
        for code, kind in self.session.review.failures:
            complain(
                _("{path}: the rule {rule} broke ({kind}); the others answered").format(
                    path=self.session.name, rule=code, kind=kind
                )
            )
        return FAILED if self.write_failed else _exit_code(self.session.review)

    def _begin(self) -> None:
        """Locks the plan, and settles what becomes of an earlier session's lock and recovery copy."""
        keeper = self.session.keeper
        keeper.begin()
        while (refused := keeper.refused) is not None and refused.holder is not None:
            say([why_not_locked(refused), _("Take it over only if nobody works on it there any more.")])
            if self._ask((), (TAKE_OVER, READ_ONLY)) == READ_ONLY:
                return
            keeper.begin(refused.holder)
        if refused is not None:
            say([why_not_locked(refused)])
        copy = keeper.offer()
        if copy is not None:
            self._offer(copy)

    def _offer(self, copy: Copy) -> None:
        session = self.session
        say(offer_lines(session.name, copy, session.saved_bytes, time.time()))
        if copy.text is not None:
            found = read_text(session.name, copy.text, session.file, session.today)
            say([_("Recovering would change:"), *plain.diff_lines(session.file, found)])
        answer = self._ask((), (DELETE, LATER) if copy.text is None else (RECOVER, DELETE, LATER))
        if answer == RECOVER:
            change = session.keeper.recover(copy, _("recover unsaved work"))
            self._put_in.append(None)
            say([plain.change_sentence(change)])
        elif answer == DELETE:
            session.keeper.reject()
        else:
            session.keeper.postpone()
            if session.keeper.refused is not None:
                say([why_not_locked(session.keeper.refused)])

    def _ask(self, numbers: Sequence[str], letters: Sequence[str]) -> str:
        return ask(numbers, letters, self._copies.before_waiting)

    def _agrees(self, question: str) -> bool:
        return agrees(question, self._copies.before_waiting)

    def _go_on(self) -> bool:
        """Takes up the next finding; False to leave."""
        findings = waiting(self.session.review)
        for number, finding in enumerate(findings, 1):
            if not self.session.is_skipped(finding):
                say(plain.finding_lines(self.session.file, finding, number, len(findings)))
                choices = [each for each in finding.choices() if not self._is_settled(finding, each)]
                say(plain.choice_lines(finding, choices))
                return self._about(finding, choices)
        return self._at_the_end(len(findings))

    def _is_settled(self, finding: Finding, choice: Choice) -> bool:
        """Whether a choice isn't to be offered again: a template that was put in, or what a person or the editor declined."""
        return self.session.is_declined(finding, choice) or _template(finding, choice) in self._put_in

    def _about(self, finding: Finding, choices: Sequence[Choice]) -> bool:
        """Asks what to do about a finding until the next one is to be taken up."""
        numbers = [str(number) for number in range(1, len(choices) + 1)]
        while True:
            answer = self._ask(numbers, (WHY, LINES, SKIP, UNDO, SAVE, QUIT))
            if answer == WHY:
                say(plain.why_lines(finding))
            elif answer == LINES:
                say(plain.file_lines(self.session.file, finding))
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
        say([said])
        while self.session.dirty:
            answer = self._ask((), (*((AGAIN,) if aside else ()), UNDO, SAVE, QUIT))
            if answer == AGAIN:
                self.session.skipped.clear()
                self.session.declined.clear()
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
        if self.session.read_only:
            self.write_failed = True
            say([_("This plan is open for reading only.")])
            return False
        try:
            preview = self.session.preview(choice.edits)
            say([_("This changes:"), *plain.diff_lines(self.session.file, preview.after.file)])
            if not self._agrees(_("Make this change?")):
                self.session.decline(finding, choice)
                return False
            change = self.session.apply(choice.edits, title)
        except Refused as error:
            self.session.decline(finding, choice)
            say([_("This change can’t be made"), why_refused(error)])
            return False
        say([plain.change_sentence(change)])
        is_template = choice.kind == "template"
        self._put_in.append(_template(finding, choice) if is_template else None)
        if is_template:
            say([_("The lines stand in the plan as comments, to be filled in.")])
        return True

    def _undo(self) -> bool:
        change = self.session.undo()
        if change is None:
            say([_("Nothing to undo.")])
            return False
        self._put_in.pop()
        say([_("Undone: {title}.").format(title=change.title), plain.change_sentence(change)])
        return True

    def _may_leave(self) -> bool:
        while self.session.dirty:
            say([_("{name} has changes that aren’t saved.").format(name=self.session.name)])
            answer = self._ask((), (SAVE, DISCARD, STAY))
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
            say([_("Nothing to save.")])
            return
        old = read_bytes(session.name, session.saved_bytes, session.today)
        say([_("Saving would change:"), *plain.diff_lines(old, session.file)] if session.dirty else ())
        if not self._agrees(_("Save?")):
            return
        try:
            if answer == SAVE:
                session.save()
            else:
                session.save_as(answer.removeprefix(SAVE_AS).strip())
        except NotSaved as error:
            self.write_failed = True
            say([why_not_saved(error), _("The answer “as NAME” saves under another name.")])
            return
        self.write_failed = False
        say([_("Saved: {path}").format(path=session.path)])


def _template(finding: Finding, choice: Choice) -> tuple[FindingKey, str]:
    return finding.key, sentences.choice_title(finding.rule, choice)
