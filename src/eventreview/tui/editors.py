"""The person's own editor: which one it is, how each is told the line, and what running it came to."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from eventreview.language import gettext as _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

# How an editor is told the line, by the name of its program.
PLUS, COLON, GOTO, LINE = "+{line}", "{path}:{line}", "--goto", "--line"
_WAYS = {
    PLUS: (
        *(
            "vi",
            "vim",
            "nvim",
            "view",
            "vimx",
            "gvim",
            "ex",
            "nano",
            "rnano",
            "pico",
            "micro",
            "kak",
            "joe",
            "jed",
            "mg",
        ),
        *("emacs", "emacsclient", "ne", "mcedit", "gedit", "pluma", "xed"),
    ),
    COLON: ("hx", "helix", "subl", "sublime_text", "zed", "zeditor"),
    GOTO: ("code", "code-insiders", "codium", "vscodium", "cursor"),
    LINE: ("kate", "kwrite", "mate"),
}
_WAY_OF = {name: way for way, names in _WAYS.items() for name in names}


class NoEditor(Exception):
    """No editor is named, or the one that is can't be run."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def named(environ: Mapping[str, str] = os.environ) -> list[str]:
    """The editor as the words of a command line. Raises NoEditor."""
    given = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        words = shlex.split(given, posix=os.name != "nt")
    except ValueError:
        raise NoEditor(_("$VISUAL or $EDITOR can’t be understood: a quotation mark isn’t closed.")) from None
    if not words:
        raise NoEditor(_("No editor is named: set $VISUAL or $EDITOR, for example to nano."))
    if shutil.which(words[0]) is None:
        raise NoEditor(_("The editor {editor} isn’t there: $VISUAL or $EDITOR names it.").format(editor=words[0]))
    return words


def command_line(words: list[str], path: str, line: int) -> list[str]:
    """The command line that opens a file at a line, from 1; an editor that isn't known gets the file alone."""
    # A path that looks like an option would be taken for one.
    path = path if os.path.isabs(path) else os.path.join(os.curdir, path)
    way = _WAY_OF.get(name_of(words))
    if way == PLUS:
        return [*words, PLUS.format(line=line), path]
    if way == COLON:
        return [*words, COLON.format(line=line, path=path)]
    if way == GOTO:
        return [*words, GOTO, COLON.format(line=line, path=path)]
    if way == LINE:
        return [*words, LINE, str(line), path]
    return [*words, path]


def name_of(words: list[str]) -> str:
    """The editor's name without its folder."""
    return os.path.basename(words[0]).removesuffix(".exe")


def run(words: list[str], path: str, line: int) -> int:
    """Runs the editor until it ends; gives its exit status, negative for the signal that ended it. Raises NoEditor."""
    with _left_to_the_editor():
        try:
            return subprocess.call(command_line(words, path, line))
        except OSError as error:
            why = error.strerror or type(error).__name__
            said = _("The editor {editor} can’t be run: {why}.")
            raise NoEditor(said.format(editor=words[0], why=why)) from None


@contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """What a person types at the editor to stop something there doesn't stop the desk."""

    def unheard(_number: int, _frame: FrameType | None) -> None:
        """Not SIG_IGN, which the editor would inherit."""

    before = signal.signal(signal.SIGINT, unheard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
