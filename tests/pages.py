"""The generated parts of the pages: `python tests/pages.py` writes them, `--check` says whether they are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from eventreview import language
from eventreview.tui.commands import COMMANDS, GROUPS

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"
SHOWN = {"up": "↑", "down": "↓", "left": "←", "right": "→", "question_mark": "?", "slash": "/", "escape": "esc"}


def keys_table() -> str:
    """The keys of the desk, made from its table of commands."""
    lines = ["| key | |", "|---|---|"]
    for group in GROUPS:
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{SHOWN.get(key, key)}`" for key in command.keys)
                lines.append(f"| {keys} | {command.help} |")
    return "\n".join(lines) + "\n"


def readme() -> str:
    """The README as it should be."""
    text = README.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}{keys_table()}{END}{tail}"


def main() -> int:
    """Writes the pages, or with --check compares them."""
    language.use("en")
    fresh = readme()
    if "--check" not in sys.argv[1:]:
        README.write_text(fresh, encoding="utf-8")
        return 0
    if fresh == README.read_text(encoding="utf-8"):
        print("the pages are fresh")
        return 0
    print("README.md is stale: run python tests/pages.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
