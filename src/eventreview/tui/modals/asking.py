"""The shape of every window that asks something: a title, a body that scrolls, and a row of answers with their keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Static

from eventreview.tui.commands import key_label
from eventreview.tui.safetext import safe, safe_line

LEAVE = ""
WIDEST = 104
# Cells: the padding of a button, and the space after it.
AROUND_ANSWER = 4


@dataclass(frozen=True)
class Answer:
    """One answer. id: what the window gives. key: the key that gives it, beside Enter on its button."""

    id: str
    label: str
    key: str


class AskingModal(ModalScreen[str]):
    """Asks, and gives the id of the answer; `LEAVE` for Esc. The first answer has the focus, so that Enter gives it."""

    CSS_PATH = "asking.tcss"
    BINDINGS = [
        Binding("left,shift+tab", "app.focus_previous", show=False),
        Binding("right,tab", "app.focus_next", show=False),
        Binding("up,k", "scroll_body('up')", show=False),
        Binding("down,j", "scroll_body('down')", show=False),
        Binding("pageup", "scroll_body('page_up')", show=False),
        Binding("pagedown", "scroll_body('page_down')", show=False),
        Binding("home,g", "scroll_body('home')", show=False),
        Binding("end,G", "scroll_body('end')", show=False),
        Binding("escape", "give_answer('')", show=False),
    ]

    def __init__(self, title: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._heading = title
        self._answers = tuple(answers)
        for answer in self._answers:
            if answer.key != "escape":
                self._bindings.bind(answer.key, f"give_answer('{answer.id}')", show=False)

    def compose(self) -> ComposeResult:
        """The title, the body, the answers."""
        with Vertical(classes="window"):
            yield Static(safe(self._heading), classes="title")
            with VerticalScroll(classes="content", can_focus=False):
                yield from self.body()
            with Horizontal(classes="answers"):
                for answer in self._answers:
                    yield Button(_answer_content(answer), id=f"answer-{answer.id or 'leave'}", compact=True)

    def body(self) -> Sequence[Widget]:
        """What stands between the title and the answers."""
        return ()

    def on_resize(self) -> None:
        """Where there is little room the answers stand below each other, and they are never out of sight."""
        window = self.query_one(".window")
        room = min(self.size.width * 9 // 10, WIDEST) - window.gutter.width
        wanted = sum(_answer_content(answer).cell_length + AROUND_ANSWER for answer in self._answers)
        self.set_class(wanted > room, "-stacked")
        self.call_after_refresh(self._leave_room)

    def _leave_room(self) -> None:
        others = sum(self.query_one(f".{part}").outer_size.height for part in ("title", "answers"))
        window = self.query_one(".window")
        self.query_one(".content").styles.max_height = max(self.size.height - others - window.gutter.height, 1)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Gives the answer of a button."""
        event.stop()
        self.dismiss((event.button.id or "").removeprefix("answer-").replace("leave", LEAVE))

    def action_give_answer(self, id: str) -> None:
        """Gives an answer by its key."""
        self.dismiss(id)

    def action_scroll_body(self, where: str) -> None:
        """Scrolls what stands between the title and the answers."""
        content = self.query_one(".content", VerticalScroll)
        scroll = {
            "up": content.scroll_up,
            "down": content.scroll_down,
            "page_up": content.scroll_page_up,
            "page_down": content.scroll_page_down,
            "home": content.scroll_home,
            "end": content.scroll_end,
        }[where]
        scroll(animate=False)


def _answer_content(answer: Answer) -> Content:
    return Content.assemble(safe_line(answer.label), safe_line(f"  {key_label(answer.key)}", style="not bold"))
