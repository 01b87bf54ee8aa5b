"""One run of the check over some plans: what was reviewed, and which of it is to be reported."""

from __future__ import annotations

from eventreview.report.counts import Counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Sequence

    from eventreview.review.finding import Finding, Review


def is_always_reported(code: str) -> bool:
    """Whether no selection hides a rule: faults of form, and what could out somebody."""
    return code == "SAF-1" or code.startswith("FORM-")


class Run:
    """The reviews of a run, in the order of their paths, and what a person wants to see of them.

    today: the day given on the command line, or None. chosen: whether --select and --ignore let a rule's code through.
    everything: report met and not applicable results too.
    """

    __slots__ = ("chosen", "everything", "reviews", "today")

    def __init__(
        self,
        reviews: Sequence[Review],
        today: datetime.date | None = None,
        chosen: Callable[[str], bool] | None = None,
        everything: bool = False,
    ) -> None:
        self.reviews = tuple(reviews)
        self.today = today
        self.chosen = chosen
        self.everything = everything

    def reported(self, review: Review) -> list[Finding]:
        """The findings to print, in the order of the file. FORM and SAF-1 are always among them."""
        found = review.findings if self.everything else review.loud
        return [finding for finding in found if self._is_chosen(finding.rule.code)]

    def loud(self, review: Review) -> list[Finding]:
        """Those of them that somebody should read."""
        return [finding for finding in review.loud if self._is_chosen(finding.rule.code)]

    def counts(self, review: Review) -> Counts:
        """How many of each result among the rules that are reported, met ones too."""
        quiet = (result for rule, result in review.quiet_results() if self._is_chosen(rule.code))
        return Counts(self.loud(review), quiet)

    def _is_chosen(self, code: str) -> bool:
        return self.chosen is None or is_always_reported(code) or self.chosen(code)
