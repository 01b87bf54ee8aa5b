"""Which files a command line means: plans named, and plans found in folders."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eventreview.plan.file import PlanFile

STANDARD_INPUT = "-"
NEVER_PLANS = ("pyproject.toml", "eventreview.toml")
NEVER_SEARCHED = ("node_modules",)
PLAN_KEYS = ("format", "stage", "event")


class Found:
    """plans: paths in order, each once. named: those that stand on the command line. missing: named, and not there."""

    __slots__ = ("missing", "named", "plans")

    def __init__(self, plans: list[str], named: set[str], missing: list[str]) -> None:
        self.plans = plans
        self.named = named
        self.missing = missing


def find_plans(paths: Sequence[str]) -> Found:
    """Every plan that the paths mean; folders are searched. Without paths: the folder `plans`, else this folder."""
    plans: dict[str, str] = {}
    named: set[str] = set()
    missing: list[str] = []
    for path in paths or (("plans",) if os.path.isdir("plans") else (".",)):
        if path == STANDARD_INPUT:
            plans.setdefault(path, path)
            named.add(path)
        elif os.path.isdir(path):
            for each in sorted(_in_folder(path)):
                plans.setdefault(os.path.realpath(each), each)
        elif os.path.lexists(path):
            named.add(plans.setdefault(os.path.realpath(path), path))
        else:
            missing.append(path)
    return Found(sorted(plans.values()), named, missing)


def _in_folder(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        if "pyvenv.cfg" in files:
            folders.clear()
            continue
        folders[:] = [each for each in folders if not each.startswith(".") and each not in NEVER_SEARCHED]
        for name in files:
            if name.endswith(".toml") and not name.startswith(".") and name not in NEVER_PLANS:
                yield os.path.normpath(os.path.join(here, name))


def is_plan(file: PlanFile) -> bool:
    """Whether a file found in a folder is a plan: it doesn't parse (and is reported), or has a plan's root keys."""
    return file.values is None or any(key in file.values for key in PLAN_KEYS)
