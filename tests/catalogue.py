"""What the sources ask to be translated, and what the French catalogue holds.

`python tests/catalogue.py` reports what is missing, unused, fuzzy or has other placeholders; `--missing` prints entries
to fill in; `--merge DIR` takes in the fragments (`*.po`) of a folder; `--drop-unused` takes out what nothing uses.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import normalize, read_po

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "eventreview"
FRENCH = SOURCES / "locale" / "fr" / "LC_MESSAGES" / "eventreview.po"
HEADER = r"""# French texts of eventreview.
msgid ""
msgstr ""
"Project-Id-Version: eventreview\n"
"Language: fr\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"
"""

# How many arguments are text, and whether the first of them is a context.
FUNCTIONS = {"gettext": (1, False), "ngettext": (2, False), "pgettext": (2, True), "npgettext": (3, True)}

# A context or None, the text, its plural or None.
Text = tuple[str | None, str, str | None]
Key = tuple[str, str]
Used = dict[Text, set[str]]


def key_of(text: Text) -> Key:
    """What a catalogue tells entries apart by: the context and the text."""
    return text[0] or "", text[1]


def used(sources: Path = SOURCES) -> Used:
    """Give every text that the sources show, with the places that ask for it."""
    texts: Used = {}
    for path in sorted(sources.rglob("*.py")):
        name = path.relative_to(sources).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        for line, text in calls(tree):
            texts.setdefault(text, set()).add(f"{name}:{line}")
        if sources == SOURCES and has_messages(tree):
            for text in messages_of_module(path):
                texts.setdefault(text, set()).add(name)
    if sources == SOURCES:
        for place, text in [*argparse_messages(), *rule_messages()]:
            texts.setdefault(text, set()).add(place)
    return texts


def calls(tree: ast.Module) -> Iterator[tuple[int, Text]]:
    """Give line and text of every call of a gettext function, by whatever name it was imported, with literals."""
    for line, text in _calls(tree):
        if text is not None:
            yield line, text


def broken_calls(tree: ast.Module) -> Iterator[int]:
    """Give the lines of calls whose text is put together before it is translated, so that no catalogue can hold it."""
    for line, text in _calls(tree):
        if text is None:
            yield line


def _calls(tree: ast.Module) -> Iterator[tuple[int, Text | None]]:
    names = {alias.asname or alias.name: alias.name for alias in _imports(tree)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = names.get(called.id) if isinstance(called, ast.Name) else None
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "language":
            name = called.attr
        if name not in FUNCTIONS:
            continue
        count, contextual = FUNCTIONS[name]
        given = node.args[:count]
        literals = [a.value for a in given if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if len(literals) == count:
            context = literals.pop(0) if contextual else None
            yield node.lineno, (context, literals[0], literals[1] if len(literals) > 1 else None)
        elif any(isinstance(a, (ast.JoinedStr, ast.BinOp, ast.Call)) for a in given[contextual:]):
            yield node.lineno, None


def _imports(tree: ast.Module) -> Iterator[ast.alias]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "eventreview.language":
            yield from (alias for alias in node.names if alias.name in FUNCTIONS)


def has_messages(tree: ast.Module) -> bool:
    """Whether a module lists texts itself, in a function `messages()` without parameters."""
    return any(
        isinstance(node, ast.FunctionDef) and node.name == "messages" and not node.args.args for node in tree.body
    )


def messages_of_module(path: Path) -> Iterator[Text]:
    """Give what a module's `messages()` lists: (context, text) or (context, one, many)."""
    parts = path.relative_to(SOURCES.parent).with_suffix("").parts
    module = importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    for context, one, *many in module.messages():
        yield context, one, many[0] if many else None


def argparse_messages() -> Iterator[tuple[str, Text]]:
    """Give the sentences of argparse."""
    words = importlib.import_module("eventreview.language.argparse_words")
    for sentence in words.SENTENCES:
        yield "language/argparse_words.py", (None, sentence, None)
    for one, many in words.PLURALS:
        yield "language/argparse_words.py", (None, one, many)


def rule_messages() -> Iterator[tuple[str, Text]]:
    """Give the texts of every rule of the catalogue of rules."""
    catalogue = importlib.import_module("eventreview.rules.catalogue")
    for rule in catalogue.rules().values():
        for text in rule.messages_for_translation():
            yield rule.code, text


def read(path: Path = FRENCH) -> Catalog:
    """Read a catalogue or a fragment without header; raises PoFileError when it isn't one."""
    source = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(source), locale="fr", abort_invalid=True)


def entries(catalogue: Catalog) -> dict[Key, Message]:
    """Give the entries of a catalogue, without its header, by context and text."""
    return {(message.context or "", ids(message)[0]): message for message in catalogue if message.id}


def ids(message: Message) -> list[str]:
    """Give the English of an entry: one text, or one and many."""
    return list(message.id) if isinstance(message.id, (list, tuple)) else [message.id]


def strings(message: Message) -> list[str]:
    """Give the French of an entry: as many texts as its English."""
    return list(message.string) if isinstance(message.string, (list, tuple)) else [message.string or ""]


def missing(catalogue: Catalog, texts: Iterable[Text]) -> list[Text]:
    """Give the texts without French: no entry, an empty one, or one that has a plural where the text has none."""
    held = entries(catalogue)
    lacking = []
    for text in texts:
        message = held.get(key_of(text))
        if message is None or not all(strings(message)) or (len(ids(message)) > 1) != (text[2] is not None):
            lacking.append(text)
    return sorted(lacking, key=key_of)


def unused(catalogue: Catalog, texts: Iterable[Text]) -> list[Key]:
    """Give the entries that no text asks for."""
    return sorted(set(entries(catalogue)) - {key_of(text) for text in texts})


def fuzzy(catalogue: Catalog) -> list[Key]:
    """Give the entries marked fuzzy, which aren't compiled."""
    return sorted(key for key, message in entries(catalogue).items() if message.fuzzy)


def placeholders(text: str) -> list[str]:
    """Give the placeholders of a text, sorted: `{name}` without its format, `%(name)s`, `%s`."""
    named = re.findall(r"(?<!\{)\{(\w*)(?:[:!][^{}]*)?\}(?!\})", text)
    return sorted({f"{{{name}}}" for name in named}) + sorted(re.findall(r"%(?:\(\w+\))?[srd](?!\w)", text))


def other_placeholders(catalogue: Catalog) -> list[Key]:
    """Give the entries whose French has other placeholders; the singular may follow either English form."""
    wrong = []
    for key, message in entries(catalogue).items():
        english = [placeholders(text) for text in ids(message)]
        for form, french in enumerate(strings(message)):
            allowed = english if form == 0 else english[-1:]
            if french and placeholders(french) not in allowed:
                wrong.append(key)
    return sorted(set(wrong))


def merge(folder: Path, path: Path = FRENCH) -> list[str]:
    """Take every fragment of a folder into the catalogue; a fragment wins over the catalogue.

    Gives a line for each entry that two fragments translate differently: the first of them, by file name, is kept.
    """
    held = entries(read(path))
    taken: dict[Key, tuple[str, Message]] = {}
    quarrels = []
    for fragment in sorted(folder.glob("*.po")):
        for key, message in entries(read(fragment)).items():
            if key in taken and taken[key][1].string != message.string:
                quarrels.append(f"{taken[key][0]} and {fragment.name} differ: {key[0]} | {key[1]}")
            taken.setdefault(key, (fragment.name, message))
    held.update({key: message for key, (_, message) in taken.items()})
    write(held.values(), path)
    return quarrels


def write(messages: Iterable[Message], path: Path = FRENCH) -> None:
    """Write a catalogue, sorted by context, then text: the same entries give the same bytes."""
    order = sorted(messages, key=lambda message: (message.context or "", ids(message)))
    path.write_text("\n".join([HEADER, *map(entry, order)]), "utf-8")


def entry(message: Message) -> str:
    """Give one entry as it stands in a file, with a line feed at its end."""
    lines = [f"# {comment}" for comment in message.user_comments]
    lines += ["#, fuzzy"] if message.fuzzy else []
    lines += [f"msgctxt {quoted(message.context)}"] if message.context else []
    english, french = ids(message), strings(message)
    lines.append(f"msgid {quoted(english[0])}")
    if len(english) > 1:
        lines.append(f"msgid_plural {quoted(english[1])}")
        lines += [f"msgstr[{form}] {quoted(text)}" for form, text in enumerate(french)]
    else:
        lines.append(f"msgstr {quoted(french[0])}")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """Give a text as catalogues quote it, one line for each of its lines."""
    return normalize(text, width=0)


def stub(text: Text) -> str:
    """Give an entry to fill in."""
    context, one, many = text
    return entry(Message([one, many] if many else one, ["", ""] if many else "", context=context))


def report(catalogue: Catalog, texts: Used) -> list[str]:
    """Give a line for each fault of a catalogue."""
    lines = [f"missing: {c or ''} | {one}  ({min(texts[c, one, many])})" for c, one, many in missing(catalogue, texts)]
    for fault, keys in (
        ("unused", unused(catalogue, texts)),
        ("fuzzy", fuzzy(catalogue)),
        ("other placeholders", other_placeholders(catalogue)),
    ):
        lines += [f"{fault}: {context} | {text}" for context, text in keys]
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked; give 1 when something is to be looked at, else 0."""
    sys.path.insert(0, str(SOURCES.parent))
    parser = argparse.ArgumentParser(description="The texts to translate, and the French catalogue.")
    parser.add_argument("--missing", action="store_true", help="print entries to fill in")
    parser.add_argument("--merge", metavar="DIR", type=Path, help="take in the fragments of a folder")
    parser.add_argument("--drop-unused", action="store_true", help="take out what nothing uses")
    options = parser.parse_args(arguments)
    quarrels = merge(options.merge) if options.merge else []
    texts = used()
    if options.drop_unused:
        wanted = {key_of(text) for text in texts}
        write(message for key, message in entries(read()).items() if key in wanted)
    catalogue = read()
    lines = [stub(text) for text in missing(catalogue, texts)] if options.missing else report(catalogue, texts)
    for line in quarrels + lines:
        sys.stdout.write(f"{line}\n")
    return 1 if quarrels or lines else 0


if __name__ == "__main__":
    sys.exit(main())
