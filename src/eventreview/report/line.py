"""`--format line`: one finding a line, for editors and for grep."""

from __future__ import annotations

from eventreview.report import sentences
from eventreview.report.marks import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.report.run import Run


def render(run: Run) -> str:
    """`path:line:column: word CODE name: subject: message`, one line each; line and column are left out when unknown."""
    lines: list[str] = []
    for review in run.reviews:
        for finding in run.reported(review):
            place = f":{finding.line}:{finding.column}" if finding.line is not None else ""
            lines.append(
                visible(
                    f"{review.file.name}{place}: {sentences.label(finding)} {finding.rule.code} {finding.rule.name} "
                    f"[{sentences.subject(review.file, finding)}] {sentences.message(finding)}"
                )
            )
    return "".join(f"{line}\n" for line in lines)
