"""The editing session: a plan being corrected, with undo and redo, and the only door through which it changes.

Every edit goes through `Session.apply`; so the read-only guard, the undo history and the dirty mark can't be forgotten
by a screen. After each edit the text is read and reviewed anew.
"""

from __future__ import annotations

from eventreview.config.thresholds import SETS_ON, Thresholds
from eventreview.plan import edit as editor
from eventreview.plan.file import BOM, PlanFile, read_path, read_text
from eventreview.plan.model import key_order
from eventreview.plan.save import save
from eventreview.review.diff import DiffLine, diff
from eventreview.review.engine import review

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from eventreview.plan.edits import Edit
    from eventreview.review.finding import Finding, Review

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


class _Step:
    """One step of the history: the slice of the text that it replaced."""

    __slots__ = ("new", "offset", "old", "title")

    def __init__(self, offset: int, old: str, new: str, title: str) -> None:
        self.offset = offset
        self.old = old
        self.new = new
        self.title = title


class Preview:
    """What an edit would do: its diff, the text after it, and the review of that text."""

    __slots__ = ("after", "change", "lines", "text")

    def __init__(self, lines: Sequence[DiffLine], text: str, after: Review, change: Change) -> None:
        self.lines = tuple(lines)
        self.text = text
        self.after = after
        self.change = change


class Session:
    """A plan on disk, its text as it stands now, and its review.

    path: where it is saved. review: of the text as it stands. `skipped` and `skipped_rules`: what a person left aside.
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
        self.generation = 0
        self._open(read_path(path, self.name, today))

    def _open(self, file: PlanFile) -> None:
        self.saved_bytes = file.data
        self.file = file
        self.review = self._reviewed(file)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self.generation += 1

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
        text = self._edited(edits)
        after = self._reviewed(read_text(self.name, text, self.file, self.today))
        return Preview(diff(self.text, text), text, after, Change(self.review, after, ""))

    def apply(self, edits: Sequence[Edit], title: str = "") -> Change:
        """Makes these edits as one step. Raises `ReadOnly`, or `plan.edit.Refused`; the plan is then as it was."""
        if self.read_only:
            raise ReadOnly
        text = self._edited(edits)
        step = _step(self.text, text, title)
        change = self._put(text, title)
        self._done.append(step)
        self._undone.clear()
        return change

    def _edited(self, edits: Sequence[Edit]) -> str:
        text, _ = editor.apply(self.text, self.file.values or {}, edits, key_order, self.file.positions)
        return text

    def undo(self) -> Change | None:
        """Takes the last step back; None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return self._put(_replaced(self.text, step.offset, step.new, step.old), step.title)

    def redo(self) -> Change | None:
        """Does the step again that was taken back last; None where there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return self._put(_replaced(self.text, step.offset, step.old, step.new), step.title)

    def _put(self, text: str, title: str) -> Change:
        before = self.review
        self.file = read_text(self.name, text, self.file, self.today)
        self.review = self._reviewed(self.file)
        self.generation += 1
        return Change(before, self.review, title)

    # Disk

    def unsaved(self) -> list[DiffLine]:
        """What saving would change on disk, against what was last read or saved."""
        return diff(_text_of(self.saved_bytes), self.text)

    def on_disk(self) -> bytes | None:
        """The bytes on disk now; None where the file is gone or can't be read."""
        try:
            with open(self.path, "rb") as file:
                return file.read()
        except OSError:
            return None

    def changed_on_disk(self) -> bool:
        """Whether somebody else changed or removed the file since it was read or saved."""
        return self.on_disk() != self.saved_bytes

    def save(self, *, overwrite: bool = False) -> None:
        """Writes the plan, whole or not at all.

        overwrite: also when the file changed meanwhile. Raises `ReadOnly`, or `plan.save.NotSaved`, which says why.
        """
        if self.read_only:
            raise ReadOnly
        save(self.path, self.file.data, self.on_disk() if overwrite else self.saved_bytes)
        self.saved_bytes = self.file.data

    def save_as(self, path: str, *, overwrite: bool = False) -> None:
        """Writes the plan under another name, and goes on there. Never over a file that is there, unless `overwrite`."""
        expected: bytes | None = None
        if overwrite:
            import os

            if os.path.exists(path):
                with open(path, "rb") as file:
                    expected = file.read()
        save(path, self.file.data, expected)
        self.path = self.name = path
        self.file.name = path
        self.saved_bytes = self.file.data
        self.read_only = False

    def reload(self) -> Change:
        """Reads the file again and forgets unsaved edits and the history."""
        before = self.review
        self._open(read_path(self.path, self.name, self.today))
        return Change(before, self.review, "")

    # What a person left aside

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


def _step(old: str, new: str, title: str) -> _Step:
    """The slice in which two texts differ."""
    limit = min(len(old), len(new))
    start = _same(old, new, limit)
    end = _same(old[start:][::-1], new[start:][::-1], limit - start)
    return _Step(start, old[start : len(old) - end], new[start : len(new) - end], title)


def _same(a: str, b: str, limit: int) -> int:
    """How many characters two texts share from their beginning, found by halving."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _replaced(text: str, offset: int, old: str, new: str) -> str:
    return text[:offset] + new + text[offset + len(old) :]


def _text_of(data: bytes) -> str:
    return data.removeprefix(BOM).decode(errors="replace")
