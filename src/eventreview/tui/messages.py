"""What the parts of the desk tell each other, as past events."""

from __future__ import annotations

from textual.message import Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.plan.fields import Path
    from eventreview.review.finding import Finding


class PlanChosen(Message):
    """A plan was picked from the list of a folder."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class FindingReached(Message):
    """The cursor of the list came to a finding; None: to the line of a folded group, or there is nothing."""

    def __init__(self, finding: Finding | None) -> None:
        super().__init__()
        self.finding = finding


class FindingOpened(Message):
    """A finding was entered in the list."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


class GroupToggled(Message):
    """The line of a group was entered, to fold or unfold it."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self.group = group


class ObjectReached(Message):
    """The cursor of the outline came to an object, or to the heading of an array of them."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class ObjectOpened(Message):
    """An object was entered in the outline."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class FilterChanged(Message):
    """The words to filter by changed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class FilterLeft(Message):
    """The filter was left; its words stay as they are."""
