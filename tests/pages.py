"""The generated parts of the pages: `python tests/pages.py` writes them, `--check` says whether they are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from eventreview import language
from eventreview.report import rules as rule_pages
from eventreview.rules import catalogue, passages
from eventreview.tui.commands import COMMANDS, GROUPS
from eventreview.tui.keymap import may_change

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
RULES = {"en": ROOT / "docs" / "rules.md", "fr": ROOT / "docs" / "regles.md"}
HEADINGS = {
    "en": ("The rules", "From the note to the rules", "Passage", "Section", "What it says", "Rules"),
    "fr": ("Les règles", "De la note aux règles", "Passage", "Partie", "Ce que dit le passage", "Règles"),
}
MADE = "<!-- made by `python tests/pages.py`: change the rules, not this page -->"
BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"
SHOWN = {"up": "↑", "down": "↓", "left": "←", "right": "→", "question_mark": "?", "slash": "/", "escape": "esc"}


def keys_table() -> str:
    """The keys of the desk, made from its table of commands."""
    lines = ["| key | | id, for your own keys |", "|---|---|---|"]
    for group in GROUPS:
        lines.append(f"| | **{group}** | |")
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{SHOWN.get(key, key)}`" for key in command.keys)
                own = f"`{command.id}`" if may_change(command) else ""
                lines.append(f"| {keys} | {command.help} | {own} |")
    return "\n".join(lines) + "\n"


def readme() -> str:
    """The README as it should be."""
    text = README.read_text(encoding="utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}{keys_table()}{END}{tail}"


def rules_page(spoken: str) -> str:
    """Every rule, and every passage of the note with the rules that carry it, in one language."""
    language.use(spoken)
    title, coverage, *columns = HEADINGS[spoken]
    rules = list(catalogue.rules().values())
    lines = [MADE, "", f"# {title}", "", *rule_pages.list_as_markdown(rules), "", f"## {coverage}", ""]
    lines += [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
    for passage in passages.IDS:
        carried = ", ".join(rule.code for rule in rules if passage in rule.passages)
        carried = carried or f"– {passages.why_no_rule(passage)}"
        lines.append(f"| {passage} | {passages.heading(passage)} | {passages.passage(passage)} | {carried} |")
    for rule in rules:
        lines += ["", *rule_pages.as_markdown(rule)]
    language.use("en")
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """Every generated page as it should be."""
    return {README: readme()} | {path: rules_page(spoken) for spoken, path in RULES.items()}


def main() -> int:
    """Writes the pages, or with --check compares them."""
    language.use("en")
    fresh = pages()
    if "--check" not in sys.argv[1:]:
        for path, text in fresh.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path.relative_to(ROOT) for path, text in fresh.items() if _read(path) != text]
    for path in stale:
        print(f"{path} is stale: run python tests/pages.py", file=sys.stderr)
    if not stale:
        print("the pages are fresh")
    return 1 if stale else 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
