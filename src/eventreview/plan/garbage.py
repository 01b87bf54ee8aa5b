"""Pausing the search for garbage where very many small objects are made at once and none of them is garbage yet."""

from __future__ import annotations

import gc


class Uncollected:
    """A context in which no garbage is searched for: in a long plan that search would take half of the time.

    Contexts may be nested, and the outermost sets things back as they were.
    """

    __slots__ = ("_was_on",)

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_error: object) -> None:
        if self._was_on:
            gc.enable()


def loaded() -> None:
    """The program has been loaded: from here on garbage is searched for again, but not in the program itself."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
