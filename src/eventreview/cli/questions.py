"""`eventreview questions`: what one organisation may answer, as a file to fill in; and back into the plan."""

from __future__ import annotations

import os

from eventreview.cli.entry import help_of
from eventreview.cli.exits import CLEAN, FAILED, FINDINGS, USAGE, Stopped, complain
from eventreview.cli.one_plan import ask_for_file, reviewed, unreadable
from eventreview.cli.output import write
from eventreview.cli.parser import add_today, parser
from eventreview.language import gettext as _
from eventreview.language import ngettext, words
from eventreview.plan.suggest import nearest
from eventreview.report import questions as sheet
from eventreview.report import sentences
from eventreview.review.questions import Answerers

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    import datetime
    from collections.abc import Sequence

    from eventreview.plan.model import Plan
    from eventreview.review.answers import Taken
    from eventreview.review.finding import Finding, Review
    from eventreview.review.session import Session


def run(arguments: Sequence[str]) -> int:
    """Prints the questions to an organisation, or takes its answers into the plan."""
    options = _parsed(arguments)
    if options.merge is not None:
        return _merge(options.plan, options.merge, options.today)
    return _ask(options)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    made = parser("questions", help_of("questions"), epilog=_epilog())
    made.add_argument("plan", metavar=_("PATH"), help=_("the plan"))
    way = made.add_mutually_exclusive_group(required=True)
    way.add_argument("--for", dest="by", metavar=_("WHO"), help=_("print what this organisation may answer: its id"))
    way.add_argument("--merge", metavar=_("ANSWERS"), help=_("take the answers in this file into the plan"))
    made.add_argument("-o", "--output", metavar=_("FILE"), help=_("write the questions to this new file"))
    made.add_argument("--overwrite", action="store_true", help=_("with -o: also where the file is there already"))
    add_today(made)
    options = made.parse_args(arguments)
    if options.merge is not None and (options.output is not None or options.overwrite):
        made.error(_("-o and --overwrite go with --for"))
    if options.overwrite and options.output is None:
        made.error(_("--overwrite goes with -o"))
    return options


def _epilog() -> str:
    return _(
        "The file of answers says whose they are; whoever takes it in vouches for that. An answer is refused when its "
        "organisation may not give it, when its question isn't asked, or when the plan has changed in what it is "
        "about. Where one answer is refused, none is taken in. Exit code 0: done. 1: answers were refused, and the "
        "plan is as it was. 2: usage. 3: the plan couldn't be read or written, or a "
        "rule broke."
    )


# Asking


def _ask(options: argparse.Namespace) -> int:
    result, plan = reviewed(options.plan, options.today)
    by = _organisation(plan, options.by)
    if options.output is not None:
        _check_output(options.output, options.plan, options.overwrite)
    answerers = Answerers(plan)
    questions = answerers.questions(result, by)
    waiting = len(answerers.answered(result, by))
    if not questions:
        complain(_nothing_to_ask(options.plan, by, waiting))
        return FAILED if result.failures else CLEAN
    text = sheet.render(result.file, answerers, by, questions, waiting)
    if options.output is None:
        write(text)
    else:
        _write_file(options.output, text)
    return FAILED if result.failures else CLEAN


def _check_output(path: str, plan: str, overwrite: bool) -> None:
    """Stops where the questions would be written over something that isn't meant to be replaced."""
    if not os.path.lexists(path):
        return
    if os.path.exists(path) and os.path.samefile(path, plan):
        raise Stopped(_("{path} is the plan itself; the questions go to another file").format(path=path))
    if not overwrite:
        raise Stopped(_("{path} is there already; --overwrite replaces it").format(path=path))


def _organisation(plan: Plan, id: str) -> str:
    ids = [each.id for each in plan.organisations if each.id is not None]
    if id in ids:
        return id
    near = nearest(id, ids)
    if near:
        raise Stopped(
            _("the plan has no organisation “{id}”; did you mean {suggestion}?").format(id=id, suggestion=near[0])
        )
    if ids:
        raise Stopped(_("the plan has no organisation “{id}”; it has: {ids}").format(id=id, ids=", ".join(ids)))
    raise Stopped(_("the plan has no organisation “{id}”, nor any other").format(id=id))


def _nothing_to_ask(path: str, by: str, waiting: int) -> str:
    if waiting:
        said = ngettext(
            "{path}: nothing more to ask {organisation}; {n} answer of theirs waits for others to answer as well",
            "{path}: nothing more to ask {organisation}; {n} answers of theirs wait for others to answer as well",
            waiting,
        )
        return said.format(path=path, organisation=by, n=waiting)
    return _("{path}: nothing here is for {organisation} to answer").format(path=path, organisation=by)


def _write_file(path: str, text: str) -> None:
    from eventreview.plan import save

    try:
        save.save(path, text.encode("utf-8", "backslashreplace"), _bytes_at(path))
    except save.NotSaved as error:
        raise Stopped(save.sentence(error), FAILED) from None
    except OSError as error:
        raise Stopped(save.sentence(save.NotSaved("failed", path, error.strerror or "")), FAILED) from None


def _bytes_at(path: str) -> bytes | None:
    """What stands at a path, None for nothing; what isn't a file isn't opened, and can't be written over either."""
    if not os.path.isfile(path):
        return b"" if os.path.lexists(path) else None
    with open(path, "rb") as file:
        return file.read()


# Taking answers in


def _merge(path: str, answers: str, today: datetime.date | None) -> int:
    from eventreview.review.session import Session

    ask_for_file(path)
    entries = _entries(answers)
    session = Session(path, today=today)
    plan = session.file.plan
    if plan is None:
        raise unreadable(session.review)
    result = _taken(session.review, plan, entries, answers)
    if result is None:
        return FINDINGS
    before = session.review
    if result.judgements:
        _apply(session, result)
        _save(session)
        _say_results(before, session.review, result)
        _say_day(plan, result, entries)
    _say_counts(path, result)
    return CLEAN


def _save(session: Session) -> None:
    """Writes the plan, unless somebody is editing it: their desk would lose the answers, or these their edits."""
    from eventreview.plan import lock, save

    held = None
    try:
        held = lock.take(session.path)
        session.save()
    except lock.NotLocked as error:
        complain(_("no answer was taken in, and the plan is as it was"))
        raise Stopped(lock.sentence(error), FAILED) from None
    except save.NotSaved as error:
        raise Stopped(save.sentence(error), FAILED) from None
    finally:
        if held is not None:
            held.release()


def _entries(path: str) -> list[dict[str, object]]:
    """The answers in a file; stops where it holds none."""
    from eventreview.plan.file import read_path
    from eventreview.review.answers import NotAnswers, entries_of
    from eventreview.review.engine import review

    ask_for_file(path)
    # Answers come as a TOML file like a plan: the reader's words about what can't be read are the same.
    file = read_path(path)
    if file.values is None:
        stopped = unreadable(review(file))
        raise Stopped(stopped.sentence, USAGE)
    try:
        return entries_of(file.values)
    except NotAnswers as error:
        raise Stopped(_("{path}: {sentence}").format(path=path, sentence=sheet.not_answers(error))) from None


def _taken(review: Review, plan: Plan, entries: list[dict[str, object]], path: str) -> Taken | None:
    """What the answers come to; None when one is refused, each with its reason on stderr."""
    from eventreview.review.answers import taken

    result = taken(review, plan, entries)
    for refusal in result.refused:
        complain(_("{path}: {sentence}").format(path=path, sentence=sheet.refused(refusal)))
    if result.refused:
        complain(_("no answer was taken in, and the plan is as it was"))
        return None
    return result


def _apply(session: Session, result: Taken) -> None:
    """Adds the judgements to the plan in memory; stops where it can't, or where the review lets one have no effect."""
    from eventreview.plan.edit import Refused, sentence
    from eventreview.plan.edits import Insert
    from eventreview.review.answers import without_effect

    there = (session.file.values or {}).get("judgements")
    first = len(there) if isinstance(there, list) else 0
    try:
        session.apply([Insert(("judgements",), first + n, each) for n, each in enumerate(result.judgements)])
    except Refused as error:
        raise Stopped(sentence(error), FAILED) from None
    for finding in without_effect(session.review, first):
        raise Stopped(sentences.message(finding), FINDINGS)


def _say_results(before: Review, after: Review, result: Taken) -> None:
    """What each answer changed, one line each."""
    for judgement in result.judgements:
        here = (judgement["rule"], judgement["at"])
        old = [f for f in before.findings if (f.rule.code, f.at) == here]
        new = [f for f in after.findings if (f.rule.code, f.at) == here]
        said = _("{rule} {at}: {before} → {after}").format(
            rule=here[0], at=here[1], before=_told(old), after=_told(new)
        )
        write(f"{said}\n")


def _told(findings: Sequence[Finding]) -> str:
    """Their results; where they differ, each with the communities that it is about."""
    labels = dict.fromkeys(map(sentences.label, findings))
    if len(labels) < 2:
        return ", ".join(labels)
    return ", ".join(
        _("{result} ({about})").format(result=sentences.label(each), about=sentences.populations(each))
        if each.populations
        else sentences.label(each)
        for each in findings
    )


def _say_day(plan: Plan, result: Taken, entries: list[dict[str, object]]) -> None:
    """Where the plan's day stands behind the calendar, an answer without a day is dated before it was given."""
    import datetime

    undated = any("verdict" in entry and "on" not in entry for entry in entries)
    if undated and result.judgements and plan.today_from == "as_of" and plan.today < datetime.date.today():
        complain(
            _("answers without a day are dated {date}, the plan's as_of; move as_of if it is out of date").format(
                date=words.date(plan.today)
            )
        )


def _say_counts(path: str, result: Taken) -> None:
    n = len(result.judgements)
    parts = [ngettext("{n} answer taken in", "{n} answers taken in", n).format(n=n) if n else _("nothing new")]
    if result.known:
        said = ngettext("{n} was there already", "{n} were there already", result.known)
        parts.append(said.format(n=result.known))
    if result.unanswered:
        said = ngettext("{n} left without an answer", "{n} left without an answer", result.unanswered)
        parts.append(said.format(n=result.unanswered))
    complain(_("{path}: {sentence}").format(path=path, sentence=", ".join(parts)))
