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


class PlainModeChosen(Message):
    """Somebody wants to go on in the plain mode on this plan; nothing is unsaved."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class LanguageSwitched(Message):
    """Everything is to be said in another language from now on."""


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


class RelatedChosen(Message):
    """An object that belongs to the finding at the cursor was picked, to go there."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


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


class PictureReached(Message):
    """The cursor of the outline came to a bar; the sentence says all that it shows."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class FilterChanged(Message):
    """The words to filter by changed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class FilterLeft(Message):
    """The filter was left; its words stay as they are."""
