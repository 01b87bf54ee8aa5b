"""The outline of a plan: its objects in the order of the format, each with its open findings counted."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from eventreview.review.session import Session
from eventreview.tui.messages import ObjectOpened, ObjectReached, PictureReached
from eventreview.tui.outlining import Branch, branches
from eventreview.tui.safetext import cut, safe_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.tui.picture_words import Line


class Outline(Tree[Branch]):
    """The objects of a plan. What is unfolded and where the cursor is survive a new review."""

    COMPONENT_CLASSES = {f"outline--{name}" for name in ("error", "warning", "note", "question", "quiet")}
    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
        Binding("h,left", "fold", show=False),
        Binding("l,right", "unfold", show=False),
    ]

    def __init__(self, session: Session, id: str | None = None) -> None:
        super().__init__(safe_text(""), id=id)
        self._session = session
        self.show_root = False
        self.show_guides = False
        self.guide_depth = 2
        self.auto_expand = False
        self._folded: dict[str, bool] = {}

    def show(self, path: Path | None = None) -> None:
        """Shows the objects of the plan as it stands; the cursor goes to `path`, else stays at its object, else its line."""
        here = self.cursor_node
        known = here.data.name if here is not None and here.data is not None else ""
        line = max(self.cursor_line, 0)
        self.root.remove_children()
        self._add(self.root, branches(self._session))
        self.root.expand()
        self._go_to(next((node for node in self._every_node() if _is_at(node, known, path)), None), line)

    def _add(self, parent: TreeNode[Branch], found: Iterable[Branch]) -> None:
        for branch in found:
            label = safe_text(branch.label)
            if branch.branches:
                unfolded = not self._folded.get(branch.name, branch.folds)
                self._add(parent.add(label, branch, expand=unfolded), branch.branches)
            else:
                parent.add_leaf(label, branch)

    def _every_node(self) -> Iterable[TreeNode[Branch]]:
        waiting = list(self.root.children)
        while waiting:
            node = waiting.pop(0)
            yield node
            waiting += node.children

    def _go_to(self, node: TreeNode[Branch] | None, line: int = 0) -> None:
        while node is not None and node.parent is not None and not all(each.is_expanded for each in _around(node)):
            for each in _around(node):
                each.expand()
        if node is None:
            self.cursor_line = line
        else:
            # The line of a new node is known only after the tree has been built.
            self.call_after_refresh(self.move_cursor, node)

    @property
    def path(self) -> Path | None:
        """The data path of the object at the cursor; None for a heading that holds no object."""
        return _path_of(self.cursor_node)

    def go_to(self, path: Path) -> None:
        """Moves the cursor to the object at this path, or to the nearest one around it."""
        around = [node for node in self._every_node() if _path_of(node) in [path[:end] for end in range(len(path) + 1)]]
        if around:
            self._go_to(max(around, key=lambda node: len(_path_of(node) or ())))

    def render_label(self, node: TreeNode[Branch], base_style: Style, style: Style) -> Text:
        """The object at the left, its count at the right edge, cut to the width of the pane."""
        branch = node.data
        if branch is None:
            return safe_text("")
        if branch.picture is not None:
            return self._picture(node, branch.picture, style)
        mark = ("▾ " if node.is_expanded else "▸ ") if node.allow_expand else "  "
        count = str(branch.count) if branch.count else ""
        room = self.get_label_width(node) - len(mark)
        # Marks take more room than what they stand for, so what is cut is what will be shown.
        label = cut(safe_text(branch.label).plain, max(room - len(count) - 1, 4))
        hint = cut(safe_text(f"  {branch.hint}").plain, room - len(count) - 1 - cell_len(label)) if branch.hint else ""
        quiet = style if node is self.cursor_node else style + self._tint("quiet")
        text = safe_text(mark, base_style)
        text.append_text(safe_text(label, style if branch.is_there else quiet))
        text.append_text(safe_text(hint, quiet))
        text.append_text(safe_text(" " * max(room - cell_len(label + hint) - len(count), 1), style))
        text.append_text(safe_text(count, style + self._tint(branch.worst or "question")))
        return text

    def _picture(self, node: TreeNode[Branch], line: Line, style: Style) -> Text:
        """A bar and its words, as much as the pane has room for."""
        room = self.get_label_width(node)
        text = safe_text(cut(safe_text(line.fitted(room)).plain, room), style)
        text.append_text(safe_text(" " * max(room - cell_len(text.plain), 0), style))
        return text

    def _tint(self, name: str) -> Style:
        return self.get_component_rich_style(f"outline--{name}", partial=True)

    def get_label_width(self, node: TreeNode[Branch]) -> int:
        """What the pane leaves for a label: it always fills its line."""
        return max(self.scrollable_content_region.width - self.guide_depth * len(list(_around(node))), 1)

    # Folding

    def action_fold(self) -> None:
        """Folds the object at the cursor, or goes to the one around it."""
        node = self.cursor_node
        if node is not None and node.allow_expand and node.is_expanded:
            node.collapse()
        elif node is not None and node.parent is not None and not node.parent.is_root:
            self.move_cursor(node.parent)

    def action_unfold(self) -> None:
        """Unfolds the object at the cursor, or goes to the first one in it."""
        node = self.cursor_node
        if node is None or not node.allow_expand:
            return
        if node.is_expanded:
            self.move_cursor(node.children[0])
        else:
            node.expand()

    # Events

    def on_tree_node_collapsed(self, event: Tree.NodeCollapsed[Branch]) -> None:
        """Keeps in mind what a person folded."""
        event.stop()
        if event.node.data is not None:
            self._folded[event.node.data.name] = True

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Branch]) -> None:
        """Keeps in mind what a person unfolded."""
        event.stop()
        if event.node.data is not None:
            self._folded[event.node.data.name] = False

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Branch]) -> None:
        """Tells which object the cursor came to."""
        event.stop()
        if event.node.data is not None and event.node.data.path is not None:
            self.post_message(ObjectReached(event.node.data.path))
        if event.node.data is not None and event.node.data.picture is not None:
            self.post_message(PictureReached(event.node.data.hint))

    def on_tree_node_selected(self, event: Tree.NodeSelected[Branch]) -> None:
        """Tells that an object was entered; a heading folds or unfolds."""
        event.stop()
        if event.node.data is not None and event.node.data.path:
            self.post_message(ObjectOpened(event.node.data.path))
        elif event.node.allow_expand:
            event.node.toggle()


def _path_of(node: TreeNode[Branch] | None) -> Path | None:
    return node.data.path if node is not None and node.data is not None else None


def _is_at(node: TreeNode[Branch], name: str, path: Path | None) -> bool:
    return node.data is not None and (node.data.path == path if path else node.data.name == name)


def _around(node: TreeNode[Branch]) -> Iterable[TreeNode[Branch]]:
    """The nodes around a node, the nearest first, without the root."""
    parent = node.parent
    while parent is not None and not parent.is_root:
        yield parent
        parent = parent.parent
