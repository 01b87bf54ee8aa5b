"""The editing session: a plan being corrected, with undo and redo, and the only door through which it changes.

Every edit goes through `Session.apply`; so the read-only guard, the undo history and the dirty mark can't be forgotten
by a screen. After each edit the text is read and reviewed anew.
"""

from __future__ import annotations

from eventreview.config.thresholds import SETS_ON, Thresholds
from eventreview.plan import companions
from eventreview.plan.file import BOM, PlanFile, read_path, read_text
from eventreview.plan.save import identity, mode_like, save
from eventreview.review.diff import DiffLine, diff
from eventreview.review.engine import review
from eventreview.review.history import Step
from eventreview.review.keeping import Keeper
from eventreview.review.places import moved

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from eventreview.plan.edits import Edit
    from eventreview.review.finding import Finding, Review
    from eventreview.rules.rule import Choice

    FindingKey = tuple[str, str, tuple[str, ...], str]


class ReadOnly(Exception):
    """The session was opened for reading alone."""


class Change:
    """What an edit, an undo or a redo did to the open findings (not met and to be judged), by their keys.

    title: the edit's own words, "" for none.
    """

    __slots__ = ("changed", "closed", "opened", "title")

    def __init__(self, before: Review, after: Review, title: str) -> None:
        old = {f.key: _told(f) for f in before.loud if f.is_open}
        new = {f.key: _told(f) for f in after.loud if f.is_open}
        self.closed = tuple(key for key in old if key not in new)
        self.opened = tuple(key for key in new if key not in old)
        self.changed = tuple(key for key in old if key in new and old[key] != new[key])
        self.title = title


def _told(finding: Finding) -> tuple[str, str | None, str, str]:
    """What a person reads of a finding: its result and gravity, and what its sentences are made of."""
    parts = [(part.message_id, part.params) for part in finding.parts]
    return finding.result, finding.severity, finding.message_id, repr((finding.params, parts, finding.remarks))


class Preview:
    """What an edit would do: its diff, the text after it, and the reviews before and after it."""

    __slots__ = ("after", "before", "change", "lines", "text")

    def __init__(self, lines: Sequence[DiffLine], text: str, before: Review, after: Review) -> None:
        self.lines = tuple(lines)
        self.text = text
        self.before = before
        self.after = after
        self.change = Change(before, after, "")


class Session:
    """A plan on disk, its text as it stands now, and its review.

    path: where it is saved. review: of the text as it stands. `skipped` and `skipped_rules`: what a person left aside.
    keeper: its lock and its recovery copy.
    """

    def __init__(
        self,
        path: str,
        *,
        name: str | None = None,
        today: datetime.date | None = None,
        thresholds: Thresholds | None = None,
        sets: Sequence[str] = SETS_ON,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.name = name if name is not None else path
        self.read_only = read_only
        self.today = today
        self.thresholds = thresholds or Thresholds()
        self.sets = tuple(sets)
        self.skipped: set[FindingKey] = set()
        self.skipped_rules: set[str] = set()
        self.declined: set[tuple[FindingKey, str, str]] = set()
        self.generation = 0
        self.keeper = Keeper(self)
        self._open(read_path(path, self.name, today))

    def _open(self, file: PlanFile) -> None:
        self.saved_bytes = file.data
        self._identity = identity(self.path)
        self.file = file
        self.review = self._reviewed(file)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self.generation += 1
        self.keeper.settle()

    def _reviewed(self, file: PlanFile) -> Review:
        return review(file, thresholds=self.thresholds, sets=self.sets)

    # State

    @property
    def readable(self) -> bool:
        """Whether there is a plan to edit."""
        return self.file.plan is not None

    @property
    def dirty(self) -> bool:
        """Whether the text differs from what is on disk as last read or saved; undoing everything makes it clean."""
        return self.file.data != self.saved_bytes

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    @property
    def text(self) -> str:
        """The plan's text as it stands, without byte order mark."""
        return self.file.text or ""

    def findings(self) -> list[Finding]:
        """Every finding, met and not applicable ones too, in the order of the file."""
        return list(self.review.findings)

    def find(self, key: FindingKey) -> Finding | None:
        """The finding known by this key, if it is still there."""
        return next((each for each in self.review.findings if each.key == key), None)

    # Edits

    def preview(self, edits: Sequence[Edit]) -> Preview:
        """What these edits would do. Raises `plan.edit.Refused` for what can't be done safely."""
        return self.preview_text(self._edited(edits))

    def preview_text(self, text: str) -> Preview:
        """What taking a whole text would do. It changes nothing, so that a thread can work it out."""
        after = self._reviewed(read_text(self.name, text, self.file, self.today))
        return Preview(diff(self.text, text), text, self.review, after)

    def apply(self, edits: Sequence[Edit], title: str = "") -> Change:
        """Makes these edits as one step. Raises `ReadOnly`, or `plan.edit.Refused`; the plan is then as it was."""
        if self.read_only:
            raise ReadOnly
        text = self._edited(edits)
        return self.take_text(text, title)

    def take_text(self, text: str, title: str = "", preview: Preview | None = None) -> Change:
        """Takes a whole text as one step: an edit's, or a recovered one. Raises `ReadOnly`.

        preview: of this text; while nothing else has changed the plan, it isn't reviewed again.
        """
        if self.read_only:
            raise ReadOnly
        if self.readable:  # nobody is led back to a plan that can't be read
            self._done.append(Step(self.text, text, title))
        self._undone.clear()
        return self._put(text, title, preview)

    def _edited(self, edits: Sequence[Edit]) -> str:
        text, _ = companions.apply(self.text, self.file.values or {}, edits, self.file.positions)
        return text

    @property
    def text_undone(self) -> str:
        """The text without its last step."""
        return self._done[-1].undone(self.text) if self._done else self.text

    @property
    def text_redone(self) -> str:
        """The text with the step again that was taken back last."""
        return self._undone[-1].redone(self.text) if self._undone else self.text

    def undo(self, preview: Preview | None = None) -> Change | None:
        """Takes the last step back; None where there is none. preview: of `text_undone`, as in `take_text`."""
        if not self._done:
            return None
        text, step = self.text_undone, self._done.pop()
        self._undone.append(step)
        return self._put(text, step.title, preview)

    def redo(self, preview: Preview | None = None) -> Change | None:
        """Does the step again that was taken back last; None where there is none. preview: of `text_redone`."""
        if not self._undone:
            return None
        text, step = self.text_redone, self._undone.pop()
        self._done.append(step)
        return self._put(text, step.title, preview)

    def _put(self, text: str, title: str, preview: Preview | None) -> Change:
        if preview is None or preview.before is not self.review or preview.text != text:
            preview = self.preview_text(text)
        before = self.review
        self.file, self.review = preview.after.file, preview.after
        self._forget_moved(before)
        self.generation += 1
        self.keeper.settle()
        preview.change.title = title
        return preview.change

    # Disk

    def unsaved(self) -> list[DiffLine]:
        """What saving would change on disk, against what was last read or saved."""
        return diff(_text_of(self.saved_bytes), self.text)

    def on_disk(self) -> bytes | None:
        """The bytes on disk now; None where the file is gone or can't be read."""
        return _bytes_at(self.path)

    def changed_on_disk(self) -> bool:
        """Whether somebody else changed or removed the file since it was read or saved."""
        return self.on_disk() != self.saved_bytes

    def save(self, *, overwrite: bool = False) -> None:
        """Writes the plan, whole or not at all.

        overwrite: also when the file changed meanwhile. Raises `ReadOnly`, or `plan.save.NotSaved`, which says why.
        """
        if self.read_only:
            raise ReadOnly
        save(self.path, self.file.data, self.on_disk() if overwrite else self.saved_bytes, self._identity)
        self._saved()

    def save_as(self, path: str, *, overwrite: bool = False) -> None:
        """Writes the plan under another name, and goes on there. Never over a file that is there, unless `overwrite`.

        A new file is read by no more people than the plan.
        """
        expected, mode = _bytes_at(path) if overwrite else None, mode_like(self.path)
        self.keeper.move_to(path, lambda: save(path, self.file.data, expected, new_mode=mode))
        self.path = self.name = path
        self.file.name = path
        self.read_only = False
        self._saved()

    def _saved(self) -> None:
        self.saved_bytes = self.file.data
        self._identity = identity(self.path)
        self.keeper.settle()

    def reload(self) -> Change:
        """Reads the file again and forgets unsaved edits and the history."""
        before = self.review
        self._open(read_path(self.path, self.name, self.today))
        self._forget_moved(before)
        return Change(before, self.review, "")

    # What a person left aside

    def decline(self, finding: Finding, choice: Choice) -> None:
        """Remembers that a choice wasn't wanted, or that the editor refused it: it isn't pressed upon anybody again."""
        self.declined.add(_of(finding, choice))

    def is_declined(self, finding: Finding, choice: Choice) -> bool:
        """Whether this choice of a finding was declined or refused in this session."""
        return _of(finding, choice) in self.declined

    def skip(self, finding: Finding) -> None:
        """Leaves a finding aside for this session."""
        self.skipped.add(finding.key)

    def skip_rule(self, code: str) -> None:
        """Leaves every finding of a rule aside for this session."""
        self.skipped_rules.add(code)

    def unskip(self, finding: Finding) -> None:
        """Takes the skip of a finding back."""
        self.skipped.discard(finding.key)

    def unskip_rule(self, code: str) -> None:
        """Takes the skip of a rule back."""
        self.skipped_rules.discard(code)

    def is_skipped(self, finding: Finding) -> bool:
        """Whether a person left this finding or its rule aside."""
        return finding.key in self.skipped or finding.rule.code in self.skipped_rules

    def _forget_moved(self, before: Review) -> None:
        """Forgets what was left aside at a place where something else may stand now: nobody has looked at that."""
        gone = moved(self.skipped | {each[0] for each in self.declined}, before, self.review)
        self.skipped -= gone
        self.declined = {each for each in self.declined if each[0] not in gone}


def _of(finding: Finding, choice: Choice) -> tuple[FindingKey, str, str]:
    return finding.key, choice.title, repr(choice.params)


def _bytes_at(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _text_of(data: bytes) -> str:
    return data.removeprefix(BOM).decode(errors="replace")
