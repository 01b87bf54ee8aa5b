"""A fault of form: what the reader found wrong, where, and what it took out of the plan."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from eventreview.plan.fields import Path

    Remark = tuple[str, dict[str, object]]

ERROR, WARNING = "error", "warning"


class Fault:
    """One fault of one key, entry or file. Its sentence stands with the FORM rules.

    code: FORM-1 … FORM-14. path: data path of the thing at fault, () for the whole file. at: address of its object.
    position: (line, column) where only the parser knows it (FORM-1, FORM-2), else None. related: path of another place
    that belongs to it. params, named: the facts its sentence needs, never a value that SAF-1 forbids. remarks: more
    sentences of the rule, added to its message, as (message id, parameters).
    """

    __slots__ = ("at", "code", "message_id", "params", "path", "position", "related", "remarks", "severity")

    def __init__(
        self,
        code: str,
        message_id: str,
        path: Path = (),
        at: str = "plan",
        params: Mapping[str, object] | None = None,
        *,
        severity: str = ERROR,
        position: tuple[int, int] | None = None,
        related: Path | None = None,
        remarks: Sequence[Remark] = (),
        **named: object,
    ) -> None:
        self.code = code
        self.message_id = message_id
        self.path = path
        self.at = at
        self.severity = severity
        self.position = position
        self.related = related
        self.remarks = tuple(remarks)
        self.params: dict[str, object] = {**(params or {}), **named}

    def __repr__(self) -> str:
        return f"<{self.code} {self.message_id} {self.path}>"


def near(suggestion: str) -> tuple[Remark, ...]:
    """The remark that names what was probably meant, where there is such a word."""
    return (("did-you-mean", {"suggestion": suggestion}),) if suggestion else ()


def path_text(path: Path) -> str:
    """A data path as people and JSON see it: `panels[0].speakers[1].chosen_by`."""
    from eventreview.plan.outing import shown

    parts: list[str] = []
    for step in shown(path):
        if isinstance(step, int):
            parts.append(f"[{step}]")
        else:
            parts.append(f".{step}" if parts else step)
    return "".join(parts)


def short(value: str) -> str:
    """A value of the plan as it may be echoed: at most 40 code points."""
    return value if len(value) <= 40 else value[:39] + "…"
