"""Every sentence of argparse that a person can meet is known to the catalogue."""

from __future__ import annotations

import argparse
import ast
import inspect
import sys

import pytest

from eventreview.language.argparse_words import PLURALS, SENTENCES

# Said to the author of a parser that is built wrongly, never to who runs the program.
TO_AUTHORS = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
}


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="worded for Python 3.11 to 3.13")
def test_no_sentence_of_this_python_is_left_out() -> None:
    said = set()
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            text = node.args[0]
            if isinstance(text, ast.Constant):
                said.add(text.value)
    assert "usage: " in said
    assert said - TO_AUTHORS <= {*SENTENCES, *(one for one, _ in PLURALS)}


def test_no_sentence_is_listed_twice() -> None:
    assert len(SENTENCES) == len(set(SENTENCES))
