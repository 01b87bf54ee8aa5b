"""A plan file: its bytes, its text, and either the plan in it or why it can't be read (FORM-1, FORM-2, FORM-11)."""

from __future__ import annotations

import datetime

from eventreview.plan.faults import Fault
from eventreview.plan.garbage import Uncollected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path, Table
    from eventreview.plan.model import Plan
    from eventreview.plan.positions import Positions
    from eventreview.plan.references import Ids

MOST_BYTES = 16 * 1024 * 1024
BINARY_SAMPLE = 8192
BOM = b"\xef\xbb\xbf"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
KNOWN_FORMAT = 1


class PlanFile:
    """What was read under one name. Immutable; positions and owners of ids are worked out when something asks for them.

    name: as people see it. data: the bytes. text: without byte order mark, None where it isn't UTF-8 text. values: the
    parsed TOML, None where it isn't TOML. plan: None unless it can be reviewed. faults: all of FORM-1 to FORM-11, 14.
    """

    __slots__ = ("_positions", "_tables", "data", "faults", "name", "plan", "text", "values")

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
        self._tables: dict[Path, Table] | None = None

    @property
    def positions(self) -> Positions:
        """Where everything stands in the text; of an unreadable file, nothing."""
        if self._positions is None:
            from eventreview.plan.positions import scan

            self._positions = scan(self.text if self.text is not None and self.values is not None else "")
        return self._positions

    @property
    def ids(self) -> Ids:
        """Which entry owns which id: the first in the text."""
        from eventreview.plan import references

        def start(path: Path) -> tuple[int, int]:
            place = self.positions.where(path)
            return place[:2] if place is not None else (1, 1)

        return references.owners(self.values or {}, start)

    @property
    def tables(self) -> dict[Path, Table]:
        """Every table of the plan by its data path, the plan itself at (); nothing without a plan."""
        if self._tables is None:
            from eventreview.plan.model import every_table

            self._tables = {table.path: table for table in every_table(self.plan)} if self.plan is not None else {}
        return self._tables

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
                return _cannot_open(name, "no-file")
            if state.st_size > MOST_BYTES:
                return _unreadable(name, b"", Fault("FORM-1", "too-large", size=state.st_size))
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return _cannot_open(name, "gone")
    except PermissionError:
        return _cannot_open(name, "no-permission")
    except IsADirectoryError:
        return _cannot_open(name, "no-file")
    except (OSError, ValueError):
        return _cannot_open(name)
    return read_bytes(name, data, today)


def _cannot_open(name: str, why: str = "") -> PlanFile:
    return _unreadable(name, b"", Fault("FORM-1", "cannot-open", remarks=((why, {}),) if why else ()))


def _without_waiting(path: str, flags: int) -> int:
    """Opens without waiting for a writer, so that a named pipe can't hang the review."""
    import os

    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_bytes(name: str, data: bytes, today: datetime.date | None = None) -> PlanFile:
    """The plan in these bytes; `today` as on the command line."""
    if len(data) > MOST_BYTES:
        return _unreadable(name, data, Fault("FORM-1", "too-large", size=len(data)))
    body = data.removeprefix(BOM)
    if not body.strip():
        return _unreadable(name, data, Fault("FORM-1", "empty"))
    if b"\0" in data[:BINARY_SAMPLE]:
        guess = (("reads-as-utf-16", dict[str, object]()),) if _may_be_utf_16(data) else ()
        return _unreadable(name, data, Fault("FORM-1", "binary", remarks=guess))
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        return _unreadable(name, data, _not_utf_8(data, _line_and_column(body, error.start)))
    if text.isspace():
        return _unreadable(name, data, Fault("FORM-1", "empty"))
    return _parse(name, data, text, today)


def _not_utf_8(data: bytes, position: tuple[int, int]) -> Fault:
    """The fault, with the encoding that the file was probably written in: any bytes at all are Latin-1."""
    guess = "reads-as-utf-16" if data[:2] in UTF_16_MARKS and _may_be_utf_16(data) else "reads-as-latin-1"
    params = {"line": position[0], "column": position[1]}
    return Fault("FORM-1", "not-utf-8", params=params, position=position, remarks=((guess, {}),))


def _may_be_utf_16(data: bytes) -> bool:
    """Whether bytes read as UTF-16: with its mark, or with a zero byte beside each letter of the first line."""
    sample = data[: BINARY_SAMPLE // 4 * 4]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    name = "utf-16" if data[:2] in UTF_16_MARKS else "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    if name != "utf-16" and (min(zeros) or max(zeros) * 4 < len(sample)):
        return False
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def read_text(name: str, text: str, base: PlanFile, today: datetime.date | None = None) -> PlanFile:
    """The plan in an edited text, with the byte order mark of `base`; `today` as on the command line."""
    mark = BOM if base.data.startswith(BOM) else b""
    return _parse(name, mark + text.encode(), text, today)


def _parse(name: str, data: bytes, text: str, today: datetime.date | None) -> PlanFile:
    import tomli

    try:
        values: dict[str, object] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _not_toml(name, data, text, error, (error.lineno, error.colno))
    except (RecursionError, ValueError) as error:
        return _not_toml(name, data, text, error, (1, 1))
    number = values.get("format")
    if isinstance(number, int) and not isinstance(number, bool) and number != KNOWN_FORMAT:
        fault = Fault("FORM-11", "format", ("format",), params={"found": number, "known": KNOWN_FORMAT})
        return PlanFile(name, data, text, values, None, (fault,))
    return _read(name, data, text, values, today)


def _read(name: str, data: bytes, text: str, values: dict[str, object], today: datetime.date | None) -> PlanFile:
    from eventreview.plan.reader import read_plan

    file = PlanFile(name, data, text, values, None, ())
    with Uncollected():
        plan, faults = read_plan(values, today, file.ids)
    file.plan = plan
    file.faults = tuple(faults)
    return file


def _not_toml(name: str, data: bytes, text: str, error: Exception, position: tuple[int, int]) -> PlanFile:
    from eventreview.plan.syntax import explain_error

    what, signs = explain_error(error)
    params: dict[str, object] = {"line": position[0], "column": position[1], "what": what}
    fault = Fault("FORM-2", "toml", params=params, position=position, remarks=((what, dict(signs)),))
    return PlanFile(name, data, text, None, None, (fault,))


def _unreadable(name: str, data: bytes, fault: Fault) -> PlanFile:
    return PlanFile(name, data, None, None, None, (fault,))


def _line_and_column(data: bytes, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of a byte; everything before it is UTF-8."""
    before = data[:offset].decode()
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
