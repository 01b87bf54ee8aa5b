"""No text becomes markup or reaches the terminal as a command, and no widget is given a text by another door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from eventreview.tui import safetext
from eventreview.tui.safetext import cut, safe, safe_line, safe_text

DESK = Path(safetext.__file__).parent
HOSTILE = (
    "[/b]",
    "[/b][@click=app.quit]x[/]",
    "[link=javascript:1]x[/]",
    "[red]",
    "[AI]",
    "[1/2]",
    "[",
    "[/",
    "[/ x [/b]",
    "\x1b]52;c;aGk=\x07",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\u202eabc\u200b",
    "a\x00\x08\x0b\x0c\r\x7f",
    "\ud800\udcff",
)


def has_controls(text: str) -> bool:
    """Whether a text holds C0, DEL, C1, an override, an invisible sign or half a surrogate; line ends aside."""
    return any(not letter.isprintable() and letter not in "\n\u00a0\u202f\u2009\u3000" for letter in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_stands_as_its_characters(text: str) -> None:
    for shown in (safe(text).plain, safe_line(text).plain, safe_text(text).plain):
        assert not has_controls(shown)
        if text.isprintable():
            assert shown == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_style_and_no_action_comes_from_the_text(text: str) -> None:
    assert not safe(text).spans
    assert not safe_line(text).spans
    assert not safe_text(text).spans


@given(st.text(), st.integers(0, 40))
def test_a_line_is_one_line_and_never_wider_than_its_room(text: str, width: int) -> None:
    shown = safe_line(text, width).plain
    assert "\n" not in shown
    assert "\t" not in shown
    assert cell_len(shown) <= width


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lu", "Zs"])))
def test_controls_are_shown_as_marks(text: str) -> None:
    shown = safe_line(text).plain
    assert not any(0 <= ord(letter) < 0x20 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert not any(letter in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for letter in shown)


def test_a_style_is_given_beside_the_text_and_not_in_it() -> None:
    assert [(span.start, span.end, span.style) for span in safe("[b]", "bold").spans] == [(0, 3, "bold")]


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert cut("voices", 4) == "voi…"
    assert cut("voices", 6) == "voices"
    assert cut("voices", 0) == ""
    assert cut("声声声", 4) == "声…"


# The door is guarded: what a widget is given is made by safetext, or by a function that gives content.

WIDGETS = {
    "Static", "Label", "Button", "Option", "Checkbox", "RadioButton", "Collapsible", "Tab", "Link", "Digits", "Toast",
}  # fmt: skip
METHODS = {"update", "set_label", "add_leaf", "notify", "replace_option_prompt", "replace_option_prompt_at_index"}
TEXT_ARGUMENTS = {"label", "content", "prompt", "renderable", "title", "message", "tooltip", "placeholder"}
TITLES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
MAKERS = {"safe", "safe_line", "safe_text", "assemble", "join"}


def modules() -> list[Path]:
    """The modules of the desk, safetext itself left out."""
    return sorted(path for path in DESK.rglob("*.py") if path.name != "safetext.py")


def unsafe(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Where a widget is given what safetext didn't make: line, and what is given."""
    names = set(_of_textual(tree))
    sinks = METHODS | (WIDGETS & names) | ({"add"} if "TreeNode" in names else set())
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
        known = set(_known(function))
        for node in ast.walk(function):
            for given_to_it in _given(node, sinks):
                if not _is_safe(given_to_it, known):
                    yield given_to_it.lineno, ast.unparse(given_to_it)


def _of_textual(tree: ast.Module) -> Iterator[str]:
    """The names that a module has from Textual."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
            yield from (alias.asname or alias.name for alias in node.names)


def _known(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    """Names that hold content in a function: parameters said to, and what was made by safetext."""
    for argument in [*function.args.args, *function.args.kwonlyargs]:
        if argument.annotation is not None and "Content" in ast.unparse(argument.annotation):
            yield argument.arg
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and _is_safe(node.value, set()):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _given(node: ast.AST, sinks: set[str]) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call) and _name(node.func) in sinks:
        if node.args:
            yield node.args[-1 if _name(node.func).startswith("replace") else 0]
        yield from (each.value for each in node.keywords if each.arg in TEXT_ARGUMENTS)
    if isinstance(node, ast.Assign):
        titles = [each for each in node.targets if isinstance(each, ast.Attribute) and each.attr in TITLES]
        if titles:
            yield node.value


def _name(function: ast.expr) -> str:
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def _is_safe(value: ast.expr, known: set[str]) -> bool:
    if isinstance(value, ast.Call):
        name = _name(value.func)
        return name in MAKERS or name.endswith("content") or name in CONTENT_MAKERS
    if isinstance(value, ast.Name):
        return value.id in known
    if isinstance(value, ast.BinOp):
        return _is_safe(value.left, known)
    return isinstance(value, ast.Constant) and value.value in ("", None)


def _functions_that_give_content() -> set[str]:
    found = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.FunctionDef)
                and node.returns is not None
                and ast.unparse(node.returns) == "Content"
            ):
                found.add(node.name)
    return found


CONTENT_MAKERS = _functions_that_give_content()


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(DESK).as_posix())
def test_widgets_are_given_content_alone(path: Path) -> None:
    assert list(unsafe(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(title): Static(title)",
        "def f(title): Static(f'{title}')",
        "def f(self, title): self.border_title = title",
        "def f(self, title): self.part.update(title)",
        "def f(self, title): self.notify(title)",
        "def f(title): Option(prompt=str(title))",
        "def f(title): Button(title.strip())",
    ],
)
def test_the_guard_sees_a_text_that_took_another_way(source: str) -> None:
    assert list(unsafe(ast.parse(f"from textual.widgets import Button, Option, Static\n{source}")))


def test_markup_is_never_switched_on() -> None:
    for path in modules():
        source = path.read_text("utf-8")
        assert "from_markup" not in source, path
        assert "markup=True" not in source, path
