"""The command palette: every command with its keys or why it can't be used now, and ways to go anywhere in the plan."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import App
from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.report import sentences
from eventreview.rules import catalogue
from eventreview.tui import commands
from eventreview.tui.acts.looking import Looking
from eventreview.tui.commands import COMMANDS, ON_DESK, ON_FOLDER, ON_REVIEW, Command
from eventreview.tui.folding import fold
from eventreview.tui.outlining import Branch, branches
from eventreview.tui.safetext import safe_line
from eventreview.tui.screens.rules import RulesScreen
from eventreview.tui.theme import QUIET, tint_of
from eventreview.tui.widgets.filter_bar import VISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding
    from eventreview.rules.rule import Rule

    Desk = App[object]

# The most that a search shows, and of each kind of thing.
MOST, MOST_OF_A_KIND = 60, 20
COMMAND, OBJECT, RULE, FINDING = KINDS = ("command", "object", "rule", "finding")
# Itself, and what makes no sense without a number.
NOT_LISTED = ("show-palette", "show-choice")


@dataclass(frozen=True)
class Entry:
    """One thing to pick. title and text: folded, to search in. content: made when it is shown. run: what picking does."""

    kind: str
    title: str
    text: str
    content: Callable[[], Content]
    run: Callable[[], Awaitable[None]]


def entries(app: Desk) -> Iterator[Entry]:
    """Everything that can be picked now: commands, then the objects, rules and findings to go to."""
    review = review_of(app)
    yield from _commands(app, review)
    if review is not None:
        # A panel's pictures stand for the panel itself: the first branch at a path is the object.
        objects: dict[Path, Branch] = {}
        for branch in _objects(branches(review.session)):
            objects.setdefault(branch.path or (), branch)
        yield from (_object(app, review, branch) for branch in objects.values())
    for rule in catalogue.rules().values():
        yield _rule(app, rule)
    if review is not None:
        yield from _findings(app, review)


def found(all_entries: Sequence[Entry], query: str) -> list[tuple[float, Entry]]:
    """The entries that hold every word of the query, the best first, with a score up to 1."""
    words = fold(query).split()
    scored: list[tuple[float, Entry]] = []
    room = dict.fromkeys(KINDS, MOST_OF_A_KIND)
    for entry in all_entries:
        if room[entry.kind] and all(word in entry.text for word in words):
            begins = 0.4 if entry.title.startswith(words[0]) else 0.2 if f" {words[0]}" in entry.title else 0.0
            scored.append(((len(KINDS) - KINDS.index(entry.kind)) / 10 + begins, entry))
            room[entry.kind] -= 1
    return sorted(scored, key=lambda each: -each[0])[:MOST]


def review_of(app: Desk) -> Looking | None:
    """The review that is open, on top or under what is shown."""
    return next((screen for screen in reversed(app.screen_stack) if isinstance(screen, Looking)), None)


def _folded(text: str) -> str:
    return text.casefold() if text.isascii() else fold(text)


# Commands


def _commands(app: Desk, review: Looking | None) -> Iterator[Entry]:
    """Those that can be used now first, in the order of the table."""
    # What is done in the list of plans is offered there alone.
    places = (ON_REVIEW, ON_DESK) if review is not None else (ON_FOLDER, ON_DESK, ON_REVIEW)
    listed = [each for each in COMMANDS if each.where in places and each.id not in NOT_LISTED]
    reasons = {command.id: _reason(command, review) for command in listed}
    for command in sorted(listed, key=lambda each: reasons[each.id] is not None):
        title = commands.title(command)
        text = f"{title} {commands.help_line(command)} {commands.group_title(command.group)}"
        yield Entry(
            COMMAND,
            _folded(title),
            _folded(text),
            partial(_command_content, command, reasons[command.id]),
            partial(_run_command, app, command),
        )
    if review is not None and _reason(commands.BY_ID["show-choice"], review) is None:
        yield from _choices(app, review)


def _reason(command: Command, review: Looking | None) -> str | None:
    if review is not None:
        return command.reason(review.desk)
    return _("Open a plan first.") if command.where == ON_REVIEW else None


def _command_content(command: Command, reason: str | None) -> Content:
    said = commands.help_line(command) if reason is None else _("Not now: {reason}").format(reason=reason)
    keys = f"  {commands.keys_label(command)}" if command.keys else ""
    return Content.assemble(
        safe_line(commands.title(command), style="bold" if reason is None else QUIET),
        safe_line(keys, style="$accent" if reason is None else QUIET),
        safe_line(f"  {said}", style=QUIET),
    )


def _choices(app: Desk, review: Looking) -> Iterator[Entry]:
    desk = review.desk
    finding = desk.finding
    for number, choice in enumerate(desk.choices if finding is not None else (), 1):
        if finding is not None:
            head = pgettext("palette", "choice {number}").format(number=number)
            title = sentences.choice_title(finding.rule, choice)
            content = partial(_pair_content, head, title)
            run = partial(_run_command, app, commands.BY_ID["show-choice"], number)
            yield Entry(COMMAND, _folded(head), _folded(f"{head} {title}"), content, run)


async def _run_command(app: Desk, command: Command, number: int | None = None) -> None:
    """Runs a command as its key does; one that can't be used says why."""
    review = review_of(app)
    reason = _reason(command, review)
    if reason is None and command.where != ON_REVIEW:
        await (app.screen if command.where == ON_FOLDER else app).run_action(command.action)
        return
    await _back_to_review(app)
    if review is None:
        app.bell()
    elif reason is not None:
        review.warn(reason)
    else:
        await review.action_run(command.id, number)


async def _back_to_review(app: Desk) -> Looking | None:
    """Closes what was opened on top of the review."""
    review = review_of(app)
    while review is not None and app.screen is not review:
        await app.pop_screen()
    return review


# Going somewhere


def _objects(found: Sequence[Branch]) -> Iterator[Branch]:
    for branch in found:
        if branch.path and branch.is_there:
            yield branch
        yield from _objects(branch.branches)


def _object(app: Desk, review: Looking, branch: Branch) -> Entry:
    path = branch.path or ()
    name = sentences.subject_at(review.session.file, path) if path and isinstance(path[-1], int) else branch.label
    beside = " · ".join(dict.fromkeys(each for each in (branch.label, branch.hint) if each and each not in name))
    text = _folded(f"{name} {beside}")
    return Entry(OBJECT, _folded(name), text, partial(_pair_content, name, beside), partial(_go_to_object, app, path))


async def _go_to_object(app: Desk, path: Path) -> None:
    review = await _back_to_review(app)
    if review is not None:
        review.go_to_object(path)


def _rule(app: Desk, rule: Rule) -> Entry:
    title = f"{rule.code} {rule.name}"
    text = f"{pgettext('palette', 'rule')} {title} {sentences.what(rule)}"
    return Entry(
        RULE, _folded(title), _folded(text), partial(_rule_content, rule), partial(_go_to_rule, app, rule.code)
    )


def _rule_content(rule: Rule) -> Content:
    return _pair_content(f"{pgettext('palette', 'rule')} {rule.code} {rule.name}", sentences.what(rule))


async def _go_to_rule(app: Desk, code: str) -> None:
    review = await _back_to_review(app)
    if review is not None:
        review.show_rule(code)
    else:
        app.push_screen(RulesScreen(None, code))


def _findings(app: Desk, review: Looking) -> Iterator[Entry]:
    """What is open first; many findings share an object, so that its words are made once."""
    file = review.session.file
    subjects: dict[str, str] = {}
    for finding in sorted(review.session.review.loud, key=lambda each: not each.is_open):
        if finding.at not in subjects:
            subjects[finding.at] = sentences.subject(file, finding)
        title = f"{finding.rule.code} {subjects[finding.at]}"
        text = _folded(f"{title} {finding.rule.name} {sentences.label(finding)}")
        content = partial(_finding_content, finding, subjects[finding.at])
        yield Entry(FINDING, _folded(title), text, content, partial(_go_to_finding, app, finding))


def _finding_content(finding: Finding, subject: str) -> Content:
    return Content.assemble(
        safe_line(f"{sentences.sign(finding)} {sentences.label(finding)} ", style=tint_of(finding)),
        safe_line(f"{finding.rule.code} {subject}", style="bold"),
        safe_line(f"  {sentences.short(finding)}", style=QUIET),
    )


async def _go_to_finding(app: Desk, finding: Finding) -> None:
    review = await _back_to_review(app)
    if review is not None:
        review.go_to_finding(finding)


def _pair_content(title: str, beside: str) -> Content:
    return Content.assemble(safe_line(title, style="bold"), safe_line(f"  {beside}", style=QUIET))


async def _nothing() -> None:
    """What picking does where there is nothing to pick."""


class DeskProvider(Provider):
    """What the palette lists: at first the commands, then whatever holds the words."""

    async def startup(self) -> None:
        """Collects what can be picked, once for each time that the palette is opened."""
        self._entries = list(entries(self.app))

    async def discover(self) -> Hits:
        """Every command."""
        for entry in self._entries:
            if entry.kind == COMMAND:
                content = entry.content()
                yield DiscoveryHit(content, entry.run, text=content.plain)

    async def search(self, query: str) -> Hits:
        """What holds the words of the query."""
        hits = found(self._entries, query)
        for score, entry in hits:
            content = entry.content()
            yield Hit(score, content, entry.run, text=content.plain)
        if not hits:
            nothing = safe_line(_("Nothing has these words."), style=QUIET)
            yield Hit(0, nothing, _nothing, text=nothing.plain)


class Palette(CommandPalette):
    """Textual's palette over the desk's own commands alone, in the language in use."""

    CSS_PATH = "palette.tcss"

    def __init__(self) -> None:
        super().__init__([DeskProvider], placeholder=_("a command, an object, a rule, a finding"))

    def on_mount(self) -> None:
        """Nothing unseen can be typed or pasted."""
        search = self.query_one(CommandInput)
        search.restrict = VISIBLE
        search.cursor_blink = False
