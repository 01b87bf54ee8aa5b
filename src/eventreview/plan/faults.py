"""A fault of form: what the reader found wrong, where, and what it took out of the plan."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path

ERROR, WARNING = "error", "warning"


class Fault:
    """One fault of one key, entry or file. Its sentence stands with the FORM rules.

    code: FORM-1 … FORM-14. path: data path of the thing at fault, () for the whole file. at: address of its object.
    position: (line, column) where only the parser knows it (FORM-1, FORM-2), else None. related: path of another place
    that belongs to it. params never hold a value that SAF-1 forbids.
    """

    __slots__ = ("at", "code", "message_id", "params", "path", "position", "related", "severity")

    def __init__(
        self,
        code: str,
        message_id: str,
        path: Path = (),
        at: str = "plan",
        *,
        severity: str = ERROR,
        position: tuple[int, int] | None = None,
        related: Path | None = None,
        **params: object,
    ) -> None:
        self.code = code
        self.message_id = message_id
        self.path = path
        self.at = at
        self.severity = severity
        self.position = position
        self.related = related
        self.params = params

    def __repr__(self) -> str:
        return f"<{self.code} {self.message_id} {self.path}>"


def path_text(path: Path) -> str:
    """A data path as people and JSON see it: `panels[0].speakers[1].chosen_by`."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        else:
            parts.append(f".{step}" if parts else step)
    return "".join(parts)


def short(value: str) -> str:
    """A value of the plan as it may be echoed: at most 40 code points."""
    return value if len(value) <= 40 else value[:39] + "…"
