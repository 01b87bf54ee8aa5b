"""A plan file: its bytes, its text, and either the plan in it or why it can't be read (FORM-1, FORM-2, FORM-11)."""

from __future__ import annotations

import datetime

from eventreview.plan.faults import Fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.model import Plan
    from eventreview.plan.positions import Positions

MOST_BYTES = 16 * 1024 * 1024
BINARY_SAMPLE = 8192
BOM = b"\xef\xbb\xbf"
KNOWN_FORMAT = 1


class PlanFile:
    """What was read under one name. Immutable; positions are worked out when something asks for a line.

    name: as people see it. data: the bytes. text: without byte order mark, None where it isn't UTF-8 text. values: the
    parsed TOML, None where it isn't TOML. plan: None unless it can be reviewed. faults: all of FORM-1 to FORM-11, 14.
    """

    __slots__ = ("_positions", "data", "faults", "name", "plan", "text", "values")

    def __init__(
        self,
        name: str,
        data: bytes,
        text: str | None,
        values: dict[str, object] | None,
        plan: Plan | None,
        faults: tuple[Fault, ...],
    ) -> None:
        self.name = name
        self.data = data
        self.text = text
        self.values = values
        self.plan = plan
        self.faults = faults
        self._positions: Positions | None = None

    @property
    def positions(self) -> Positions:
        """Where everything stands in the text; of an unreadable file, nothing."""
        if self._positions is None:
            from eventreview.plan.positions import scan

            self._positions = scan(self.text if self.text is not None and self.values is not None else "")
        return self._positions

    @property
    def digest(self) -> str:
        """The first 16 hex digits of the SHA-256 of the bytes."""
        import hashlib

        return hashlib.sha256(self.data).hexdigest()[:16]


def read_path(path: str, name: str | None = None, today: datetime.date | None = None) -> PlanFile:
    """Reads the plan at a path. Whatever stands in the way becomes a fault, never an exception."""
    import os
    import stat

    name = name if name is not None else path
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                return _unreadable(name, b"", Fault("FORM-1", "not-a-file"))
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return _unreadable(name, b"", Fault("FORM-1", "gone"))
    except IsADirectoryError:
        return _unreadable(name, b"", Fault("FORM-1", "not-a-file"))
    except OSError:
        return _unreadable(name, b"", Fault("FORM-1", "cannot-open"))
    return read_bytes(name, data, today)


def _without_waiting(path: str, flags: int) -> int:
    """Opens without waiting for a writer, so that a named pipe can't hang the review."""
    import os

    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_bytes(name: str, data: bytes, today: datetime.date | None = None) -> PlanFile:
    """The plan in these bytes; `today` as on the command line."""
    if len(data) > MOST_BYTES:
        return _unreadable(name, data, Fault("FORM-1", "too-large", megabytes=MOST_BYTES // (1024 * 1024)))
    body = data.removeprefix(BOM)
    if not body.strip():
        return _unreadable(name, data, Fault("FORM-1", "empty"))
    sixteen = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\0" in data[:BINARY_SAMPLE] and not sixteen:
        return _unreadable(name, data, Fault("FORM-1", "binary"))
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        line, column = _line_and_column(body, error.start)
        guess = "not-utf-8-utf-16" if sixteen else "not-utf-8"
        return _unreadable(name, data, Fault("FORM-1", guess, position=(line, column), line=line, column=column))
    return _parse(name, data, text, today)


def read_text(name: str, text: str, base: PlanFile) -> PlanFile:
    """The plan in an edited text, with the byte order mark and the day that `base` was read with."""
    mark = BOM if base.data.startswith(BOM) else b""
    given = base.plan.today if base.plan is not None and base.plan.today_from == "option" else None
    return _parse(name, mark + text.encode(), text, given)


def _parse(name: str, data: bytes, text: str, today: datetime.date | None) -> PlanFile:
    import tomli

    try:
        values: dict[str, object] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _not_toml(name, data, text, error.msg, (error.lineno, error.colno))
    except (RecursionError, ValueError) as error:
        reason = "recursion" if isinstance(error, RecursionError) else str(error)
        return _not_toml(name, data, text, reason, None)
    number = values.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number != KNOWN_FORMAT:
        fault = Fault("FORM-11", "format", ("format",), found=number, known=KNOWN_FORMAT)
        return PlanFile(name, data, text, values, None, (fault,))
    return _read(name, data, text, values, today)


def _read(name: str, data: bytes, text: str, values: dict[str, object], today: datetime.date | None) -> PlanFile:
    from eventreview.plan import references
    from eventreview.plan.reader import read_plan

    file = PlanFile(name, data, text, values, None, ())
    ids = references.owners(values, lambda path: _start_of(file, path))
    plan, faults = read_plan(values, today, ids)
    file.plan = plan
    file.faults = tuple(faults)
    return file


def _start_of(file: PlanFile, path: tuple[str | int, ...]) -> int:
    place = file.positions.where(path)
    return place[0] * 1_000_000 + place[1] if place else 0


def _not_toml(name: str, data: bytes, text: str, reason: str, position: tuple[int, int] | None) -> PlanFile:
    from eventreview.plan.syntax import explain

    what, params = explain(reason)
    line, column = position or (1, 1)
    fault = Fault("FORM-2", what, position=(line, column), line=line, column=column, **params)
    return PlanFile(name, data, text, None, None, (fault,))


def _unreadable(name: str, data: bytes, fault: Fault) -> PlanFile:
    return PlanFile(name, data, None, None, None, (fault,))


def _line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of a byte; everything before it is UTF-8."""
    before = data[:offset].decode()
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
