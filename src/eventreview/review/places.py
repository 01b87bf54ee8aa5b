"""What is known by its place in the file: whether the same thing still stands there after a change."""

from __future__ import annotations

from eventreview.plan.edits import same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from eventreview.plan.fields import Path
    from eventreview.review.finding import Review

    FindingKey = tuple[str, str, tuple[str, ...], str]


def moved(keys: Collection[FindingKey], before: Review, after: Review) -> set[FindingKey]:
    """Those of the keys that count entries, `decisions[1]`, where after a change something else may stand."""
    by_place = {key for key in keys if "[" in key[1] or key[3]}
    if not by_place:
        return set()
    old, new = before.file.values or {}, after.file.values or {}
    paths = {each.key: each.path if each.key[3] else each.object_path for each in before.findings}
    return {key for key in by_place if key not in paths or not stands_still(paths[key], old, new)}


def stands_still(path: Path, before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether the entries that a path counts are the same in the data before and after; where that can't be told, no.

    An entry is the same when it is equal, or when it alone has changed in an array that is as long as it was.
    """
    old: object = before
    new: object = after
    for step in path:
        if isinstance(step, str):
            old = old.get(step) if isinstance(old, dict) else None
            new = new.get(step) if isinstance(new, dict) else None
            continue
        if not (isinstance(old, list) and isinstance(new, list) and step < len(old) and step < len(new)):
            return False
        if same(old[step], new[step]):
            return True
        if len(old) != len(new) or not all(same(old[n], new[n]) for n in range(len(old)) if n != step):
            return False
        old, new = old[step], new[step]
    return True
