"""Compile the translations while the package is built; by hand: `python hatch_build.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(root: str | Path) -> list[Path]:
    """Compile every `src/eventreview/locale/*/LC_MESSAGES/*.po` under `root`, and give the paths of the `.mo` files.

    Fuzzy entries are left out. Each file is replaced whole, so that a reader never meets half of one.
    Raises babel.messages.pofile.PoFileError for a catalogue that can't be read.
    """
    sources = sorted(Path(root).glob("src/eventreview/locale/*/LC_MESSAGES/*.po"))
    return [_compile(source) for source in sources]


def _compile(source: Path) -> Path:
    """Compile one catalogue beside itself and give the path of the result."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    target = source.with_suffix(".mo")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            write_mo(file, catalogue)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target


try:
    from hatchling.builders.config import BuilderConfig
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # not in a build: only the function is wanted
    pass
else:

    class CustomBuildHook(BuildHookInterface[BuilderConfig]):
        """Compile before anything is packed; an editable install reads the result where it stands."""

        def initialize(self, version: str, build_data: dict[str, list[str]]) -> None:
            """Add the compiled catalogues, which the version control ignores, to what is packed."""
            compiled = compile_catalogues(self.root)
            build_data["artifacts"] += [path.relative_to(self.root).as_posix() for path in compiled]


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).parent):
        sys.stdout.write(f"{path}\n")
