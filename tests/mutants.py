"""Breaks the rules on purpose, one comparison at a time, and says which breaks no test notices.

`python tests/mutants.py rules/rep rules/con/networks.py` – every mutant of these sources, or of all of `rules` and `review`;
`--sample 200` takes that many of them, the same ones each time. Each mutant lives in a copy of the sources, where the
examples of the rules, the hard cases, the worked plans and the tests of the review are run.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "eventreview"
TESTS = ("tests/rules", "tests/review", "tests/test_hard_cases.py", "tests/test_worked_plans.py")
SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}


class Mutant:
    """One break: the file, the line, what was changed, and the whole source with the change."""

    def __init__(self, path: Path, line: int, what: str, source: str) -> None:
        self.path = path
        self.line = line
        self.what = what
        self.source = source

    def __str__(self) -> str:
        return f"{self.path.relative_to(SOURCES)}:{self.line}: {self.what}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of one source file; texts and declarations are left alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            for what, undo in _changes(node):
                yield Mutant(path, getattr(node, "lineno", 0), what, ast.unparse(copy.deepcopy(tree)))
                undo()


def _changes(node: ast.AST) -> Iterator[tuple[str, Undo]]:
    """Makes each change of a node in place, and gives the way back."""
    if isinstance(node, ast.Compare):
        for index, op in enumerate(node.ops):
            swap = SWAPS.get(type(op))
            if swap is not None:
                node.ops[index] = swap()
                yield f"{type(op).__name__} became {swap.__name__}", Undo(node.ops, index, op)
    elif isinstance(node, ast.BoolOp):
        before = node.op
        node.op = ast.Or() if isinstance(before, ast.And) else ast.And()
        yield f"{type(before).__name__} became {type(node.op).__name__}", Undo(node, "op", before)
    elif isinstance(node, ast.Name) and node.id in NAMES and isinstance(node.ctx, ast.Load):
        name, node.id = node.id, NAMES[node.id]
        yield f"{name} became {node.id}", Undo(node, "id", name)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        operand = node.operand
        node.operand = ast.UnaryOp(ast.Not(), operand)
        yield "not was dropped", Undo(node, "operand", operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        value = node.value
        changed = not value if isinstance(value, bool) else value + 1
        node.value = changed
        yield f"{value} became {changed}", Undo(node, "value", value)


class Undo:
    """Puts a changed node back."""

    def __init__(self, owner: object, place: str | int, value: object) -> None:
        self.owner = owner
        self.place = place
        self.value = value

    def __call__(self) -> None:
        if isinstance(self.owner, list) and isinstance(self.place, int):
            self.owner[self.place] = self.value
        else:
            setattr(self.owner, str(self.place), self.value)


def is_killed(mutant: Mutant, home: Path) -> bool:
    """Whether a test fails on the mutant, in the copy of the sources at `home`."""
    target = home / "eventreview" / mutant.path.relative_to(SOURCES)
    before = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *TESTS]
        environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
        try:
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)
        except subprocess.TimeoutExpired:
            return True
        return done.returncode != 0
    finally:
        target.write_text(before, encoding="utf-8")


def main() -> None:
    """Runs the mutants that the arguments ask for and prints the survivors and the score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["rules", "review"])
    parser.add_argument("--sample", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    files = [
        f for p in options.paths for f in ([SOURCES / p] if p.endswith(".py") else sorted((SOURCES / p).rglob("*.py")))
    ]
    mutants = [mutant for file in files for mutant in mutants_of(file)]
    if options.sample is not None:
        mutants = random.Random(0).sample(mutants, min(options.sample, len(mutants)))
    with tempfile.TemporaryDirectory() as folder:
        homes = [Path(folder) / str(number) for number in range(options.jobs)]
        for home in homes:
            shutil.copytree(SOURCES, home / "eventreview", ignore=shutil.ignore_patterns("__pycache__"))

        def share(number: int) -> list[Mutant]:
            return [each for each in mutants[number :: options.jobs] if not is_killed(each, homes[number])]

        with ThreadPoolExecutor(options.jobs) as pool:
            survivors = [each for found in pool.map(share, range(options.jobs)) for each in found]
    for survivor in survivors:
        print(f"survived  {survivor}")
    killed = len(mutants) - len(survivors)
    print(f"{killed} of {len(mutants)} mutants killed ({killed / max(len(mutants), 1):.0%})")


if __name__ == "__main__":
    main()
