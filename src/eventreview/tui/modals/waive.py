"""Recording that those whom a fault costs agreed to live with it, for a while: never blanket, never self-granted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from eventreview.language import gettext as _
from eventreview.language import pgettext
from eventreview.plan import outing
from eventreview.report import answering as said
from eventreview.report import sentences
from eventreview.review.answering import Waiving
from eventreview.rules.outcome import ERROR, WAIVED
from eventreview.tui.form_checks import Problem
from eventreview.tui.form_options import Option
from eventreview.tui.modals.answering import AnsweringModal, section
from eventreview.tui.outlook import prefilled
from eventreview.tui.safetext import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding


class WaiveModal(AnsweringModal):
    """Records a waiver of one finding."""

    KEYS = ("agreed_by", "reason", "until")
    NEEDED = ("agreed_by", "reason")
    asking: Waiving

    def heading(self) -> str:
        """Of what."""
        finding = self.asking.finding
        subject = sentences.subject(self.asking.session.file, finding)
        return _("Waiver of {rule} {name} · {subject}").format(
            rule=finding.rule.code, name=finding.rule.name, subject=subject
        )

    def above(self) -> Iterator[Content]:
        """What would be waived, what a waiver is, and what was agreed already."""
        finding = self.asking.finding
        yield safe(sentences.message(finding))
        waivers = [said.entry(self.asking, each) for each in self.asking.entries()]
        if waivers:
            yield section(_("Waivers so far"), waivers)
        if not self.asking.may:
            text = _("No organisation of this plan may agree to this, and nobody agrees in another’s place.")
            yield safe(text, "$warning")
            return
        text = _("Record only what was agreed; the finding stays visible, as waived.")
        if finding.severity == ERROR:
            text += " " + _("An error is waived until a day, at most 366 days from now.")
        yield safe(text)

    def below(self) -> Iterator[Content]:
        """Who may agree, and who not."""
        if self.asking.may:
            may = [said.organisation(self.asking, each) for each in self.asking.may]
            yield section(_("Who may agree"), may)
        barred = said.barred(self.asking)
        if barred:
            yield section(_("Who may not agree"), barred)

    def options(self, key: str) -> tuple[Option, ...] | None:
        """Every organisation, first those that may agree: picking another says why it may not."""
        if key != "agreed_by":
            return None
        others = [each for each in self.asking.ids if each not in self.asking.may]
        may_not = pgettext("waive", "{organisation} (may not agree)")
        return (
            *(Option(each, said.organisation(self.asking, each)) for each in self.asking.may),
            *(Option(each, may_not.format(organisation=said.organisation(self.asking, each))) for each in others),
        )

    def begun(self) -> dict[str, object]:
        """The waiver that holds already."""
        waiver = self.asking.finding.waiver
        if waiver is None or outing.reveals(waiver.reason):
            return {}
        return prefilled(waiver, self.KEYS)

    def key_of_flaw(self) -> str:
        """The day until which it is agreed."""
        return "until"

    def remarks(self, by: str | None, after: Sequence[Finding]) -> dict[str, Problem]:
        """That others have to agree as well, or that it takes the place of an earlier one."""
        if any(each.result != WAIVED for each in after):
            text = _("This counts, and the finding stays until the others concerned have agreed as well.")
            return {"agreed_by": Problem(text, False)}
        if by is not None and self.asking.of(by):
            return {"agreed_by": Problem(_("It has agreed before; this takes the place of that waiver."), False)}
        return {}
