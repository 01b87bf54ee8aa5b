"""The catalogue of rules: what each asks, why, who judges, where it comes from, and what it says of the open plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from eventreview.language import gettext as _
from eventreview.language import labels, ngettext, pgettext
from eventreview.report import sentences
from eventreview.rules import catalogue
from eventreview.rules.outcome import NOT_APPLICABLE
from eventreview.tui.folding import matches
from eventreview.tui.safetext import safe, safe_line
from eventreview.tui.theme import QUIET, tint_of
from eventreview.tui.widgets.filter_bar import VISIBLE
from eventreview.tui.widgets.in_order import OrderedInput
from eventreview.tui.widgets.page_keys import PageKeys
from eventreview.tui.widgets.rule_detail import RuleDetail, gravity, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eventreview.review.finding import Finding
    from eventreview.review.session import Session
    from eventreview.rules.rule import Rule

LIST, DETAIL = "list", "detail"
KEYS = ("page-open", "page-search", "page-back")


class RulesScreen(Screen["Finding | None"]):
    """The rules by family, and the one at the cursor in full. Gives a finding to go to, or None.

    session: of the open plan, None where none is open. code: of the rule to begin at.
    """

    CSS_PATH = "rules.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide"), (120, "-very-wide")]
    AUTO_FOCUS = "#rules-list"
    BINDINGS = [
        Binding("slash", "search", show=False),
        Binding("escape", "go_back", show=False),
        Binding("q,R", "leave", show=False),
        Binding("j", "move('cursor_down', 'scroll_down')", show=False),
        Binding("k", "move('cursor_up', 'scroll_up')", show=False),
        Binding("g", "move('first', 'scroll_home')", show=False),
        Binding("G", "move('last', 'scroll_end')", show=False),
        Binding("l,right,f4", "show_detail", show=False),
        Binding("h,left,f3", "show_list", show=False),
    ]

    def __init__(self, session: Session | None = None, code: str | None = None) -> None:
        super().__init__()
        self._session = session
        self._begin = code
        self._rules = catalogue.rules()
        self._found: dict[str, list[Finding]] = {}
        for finding in session.findings() if session is not None else ():
            self._found.setdefault(finding.rule.code, []).append(finding)

    def compose(self) -> ComposeResult:
        """The search, the list, the rule in full, the keys."""
        yield Static(self._title_content(), id="rules-title")
        with Horizontal(id="rules-panes"):
            with Vertical(id="rules-left"):
                search = OrderedInput(placeholder=_("/ search"), restrict=VISIBLE, compact=True, id="rules-search")
                search.cursor_blink = False
                yield search
                yield OptionList(id="rules-list", markup=False, compact=True)
            yield RuleDetail(self._session, id="rules-detail")
        yield PageKeys(KEYS, id="rules-keys")

    def on_mount(self) -> None:
        """Begins at the rule that was asked for."""
        self._show_pane(LIST)
        self._fill("", self._begin)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#rules-list", OptionList)

    @property
    def _search(self) -> Input:
        return self.query_one("#rules-search", Input)

    @property
    def _detail(self) -> RuleDetail:
        return self.query_one(RuleDetail)

    @property
    def rule(self) -> Rule | None:
        """The rule at the cursor."""
        option = self._list.highlighted_option
        return self._rules.get(option.id or "") if option is not None else None

    def _title_content(self) -> Content:
        n = len(self._rules)
        count = ngettext("{n} rule", "{n} rules", n).format(n=n)
        return Content.assemble(
            safe_line(pgettext("screen", "Rules"), style="bold"), safe_line(f"  {count}", style=QUIET)
        )

    # The list

    def _fill(self, words: str, code: str | None) -> None:
        """Lists the rules that hold the words, with the cursor at a rule, or at the first one."""
        found = [rule for rule in self._rules.values() if matches(words, _text_of(rule))]
        nothing = Option(safe_line(_("No rule has these words."), style=QUIET), disabled=True)
        self._list.set_options([*self._options(found)] or [nothing])
        rows = [row for row, option in enumerate(self._list.options) if not option.disabled]
        wanted = next((row for row in rows if self._list.options[row].id == code), None)
        self._list.highlighted = wanted if wanted is not None else rows[0] if rows else None
        if not rows:
            self._detail.show(None, ())

    def _options(self, rules: Iterable[Rule]) -> Iterator[Option]:
        family = ""
        for rule in rules:
            if rule.family != family:
                family = rule.family
                heading = f"{family} – {labels.label_of_family(family)}"
                yield Option(safe_line(heading, style=QUIET), disabled=True)
            yield Option(self._entry_content(rule), id=rule.code)

    def _entry_content(self, rule: Rule) -> Content:
        """Code, name and how many of its findings are open; then severity, set, who judges, passages."""
        still_open = [finding for finding in self._found.get(rule.code, ()) if finding.is_open]
        head = Content.assemble(safe_line(f"{rule.code:<7} ", style="bold"), safe_line(rule.name))
        if still_open:
            n = len(still_open)
            said = ngettext("{n} open", "{n} open", n).format(n=n)
            head += safe_line(f"  {sentences.sign(still_open[0])} {said}", style=tint_of(still_open[0]))
        # Most rules are of one set: it is said of the others.
        its_set = "" if rule.set in ("form", "allyship") else rule.set
        facts = (gravity(rule), its_set, judge(rule), " ".join(rule.passages))
        return head + safe("\n") + safe_line("  " + " · ".join(filter(None, facts)), style=QUIET)

    # Panes

    # The focus is set at once, also into a pane that is displayed only with the next refresh: the next key is meant for it.

    def _show_pane(self, pane: str) -> None:
        for each in (LIST, DETAIL):
            self.set_class(each == pane, f"-at-{each}")

    def action_show_detail(self) -> None:
        """Goes to the rule in full: to what it says of the plan, where it says something."""
        self._show_pane(DETAIL)
        self.set_focus(self._detail.first)

    def action_show_list(self) -> None:
        """Goes to the list."""
        self._show_pane(LIST)
        self.set_focus(self._list)

    def action_search(self) -> None:
        """Goes to the search."""
        self._show_pane(LIST)
        self.set_focus(self._search)

    def action_go_back(self) -> None:
        """From the rule to the list; there shows all rules again; then back to the review."""
        if self.has_class("-at-detail"):
            self.action_show_list()
        elif self._search.value or self._search.has_focus:
            self._search.value = ""
            self.set_focus(self._list)
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Back to where it was opened from."""
        self.dismiss(None)

    def action_move(self, in_list: str, in_text: str) -> None:
        """Moves in what has the focus: a list, or the text of the rule."""
        focused = self.focused
        if isinstance(focused, OptionList):
            getattr(focused, f"action_{in_list}")()
        elif isinstance(focused, VerticalScroll):
            getattr(focused, f"action_{in_text}")()

    # Events

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follows the focus, also where Tab or the mouse put it."""
        around = {node.id for node in event.widget.ancestors_with_self}
        self._show_pane(DETAIL if "rules-detail" in around else LIST)

    @on(OptionList.OptionHighlighted, "#rules-list")
    def show_rule(self, event: OptionList.OptionHighlighted) -> None:
        """Shows the rule at the cursor."""
        event.stop()
        rule = self.rule
        found = self._found.get(rule.code, ()) if rule is not None else ()
        self._detail.show(rule, found)

    @on(OptionList.OptionSelected, "#rules-list")
    def enter_rule(self, event: OptionList.OptionSelected) -> None:
        """Goes to the rule in full."""
        event.stop()
        self.action_show_detail()

    @on(OptionList.OptionSelected, "#rule-results")
    def go_to_finding(self, event: OptionList.OptionSelected) -> None:
        """Gives the finding, for the review to go to."""
        event.stop()
        finding = self._detail.finding_of(event.option)
        if finding is not None and finding.result != NOT_APPLICABLE:
            self.dismiss(finding)

    @on(Input.Changed)
    def narrow_down(self, event: Input.Changed) -> None:
        """Lists only the rules with these words."""
        event.stop()
        rule = self.rule
        self._fill(event.value, rule.code if rule is not None else self._begin)

    @on(Input.Submitted)
    def leave_search(self, event: Input.Submitted) -> None:
        """Goes on in the list."""
        event.stop()
        self.set_focus(self._list)


def _text_of(rule: Rule) -> str:
    parts = (rule.code, rule.name, rule.set, labels.label_of_family(rule.family), gravity(rule), judge(rule))
    return " ".join((*parts, sentences.what(rule), *rule.passages))
