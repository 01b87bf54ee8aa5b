"""The bars of a panel and the strip of the steps as characters and words; each can be read without the other."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from eventreview.language import gettext as _
from eventreview.language import npgettext, pgettext, words
from eventreview.language.labels import label_of_value
from eventreview.report import sentences
from eventreview.review.pictures.facts import AHEAD, UNDECIDED, UNSTATED, WITH, WITHOUT
from eventreview.review.pictures.panels import ALONE, IN_CLOSED_CAUCUS, KIND_UNREADABLE, picture_of, why_hidden
from eventreview.tui.safetext import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from eventreview.plan.model import Panel
    from eventreview.review.pictures.panels import Minutes, PanelPicture, Places
    from eventreview.review.pictures.steps import StepShown
    from eventreview.rules.words import Scene

COMMUNITY, UNSTATED_VOICE, ALLY, INSTITUTION, OPEN = "●", "◐", "○", "□", "·"
THEIRS, OTHERS = "▬", "─"
MINUTES_CELLS = 8
MOST_SEATS = 16
SIGNS = {WITH: "✓", WITHOUT: "✗", UNDECIDED: "?", UNSTATED: "…", AHEAD: "·"}
FACTS = {
    WITH: "with them",
    WITHOUT: "without them",
    UNDECIDED: "the dates can’t tell",
    UNSTATED: "not stated",
    AHEAD: "not yet",
}
WHY_NONE = {
    IN_CLOSED_CAUCUS: ("closed: no bar", "Nobody is counted in a closed caucus: a number could point at one person."),
    KIND_UNREADABLE: ("no bar: kind unclear", "The kind of this panel can’t be read. It may be closed, so nobody is counted."),
    ALONE: ("no bar: one voice", "One voice stands alone here: a bar would point at one person."),
}  # fmt: skip
NO_MINUTES = {
    ALONE: ("no minutes: one voice", "One voice stands alone here: its minutes would be one person’s."),
}


@dataclass(frozen=True)
class Line:
    """A bar with its words. bar: "" for none. words: the first says most. sentence: all of it, the signs explained.

    short: the first of the words in fewer cells, "" where there is no shorter way.
    """

    bar: str
    words: tuple[str, ...]
    sentence: str
    short: str = ""

    def fitted(self, room: int) -> str:
        """What fits into so many cells: the numbers before the bar, the bar before the other words."""
        whole = " · ".join(self.words)
        short = f"{self.bar} {self.short}" if self.short else ""
        for text in (f"{self.bar} {whole}", f"{self.bar} {self.words[0]}", short, self.words[0]):
            if text and cell_len(text.strip()) <= room:
                return text.strip()
        return cut(self.words[0], room)


def panel_lines(scene: Scene, panel: Panel, already_said: bool) -> list[Line]:
    """The lines of a panel; none where it needs no bar. already_said: it was said elsewhere why a closed caucus has none."""
    picture = picture_of(scene, panel)
    if picture is None or (picture.why_none == IN_CLOSED_CAUCUS and already_said):
        return []
    if picture.places is None:
        return [_why(WHY_NONE[picture.why_none])]
    lines = [_places(picture.places)]
    if picture.places.seats:
        lines.append(_minutes(picture))
    return lines


def is_closed(panel: Panel) -> bool:
    """Whether a panel has no bars because it is a closed caucus."""
    return why_hidden(panel) == IN_CLOSED_CAUCUS


def _why(texts: tuple[str, str]) -> Line:
    short, long = texts
    return Line("", (pgettext("picture", short),), pgettext("picture", long))


def _places(places: Places) -> Line:
    if not places.seats and not places.open:
        return Line("", (_("no places yet"),), _("No places yet."))
    first = _("{n} of {total} community").format(n=places.community, total=places.seats)
    short = _("{n}/{total} community").format(n=places.community, total=places.seats)
    if places.organisation is not None:
        first = _("{count} ({organisation})").format(count=first, organisation=places.organisation)
        short = _("{count} ({organisation})").format(count=short, organisation=places.organisation)
    rest = _others(places)
    explained = [f"{first} ({COMMUNITY})" if places.community else first]
    explained += [f"{text} ({character})" for text, character in rest]
    drawn = (
        COMMUNITY * places.community
        + UNSTATED_VOICE * places.unstated
        + ALLY * places.ally
        + INSTITUTION * places.institution
        + OPEN * places.open
    )
    bar = drawn if len(drawn) <= MOST_SEATS else ""
    return Line(bar, (first, *(text for text, _character in rest)), _sentence(explained), short)


def _others(places: Places) -> list[tuple[str, str]]:
    """The other seats and the open places, each kind with its character."""
    counted = (
        (
            places.unstated,
            npgettext("picture", "{n} voice not stated", "{n} voices not stated", places.unstated),
            UNSTATED_VOICE,
        ),
        (places.ally, npgettext("picture", "{n} ally", "{n} allies", places.ally), ALLY),
        (
            places.institution,
            npgettext("picture", "{n} institution", "{n} institutions", places.institution),
            INSTITUTION,
        ),
        (places.open, npgettext("picture", "{n} open", "{n} open", places.open), OPEN),
    )
    return [(text.format(n=n), character) for n, text, character in counted if n]


def _minutes(picture: PanelPicture) -> Line:
    minutes = picture.minutes
    if picture.why_no_minutes:
        return _why(NO_MINUTES[picture.why_no_minutes])
    if minutes is None:
        return Line("", (_("minutes not stated"),), _("Speaking minutes: not stated."))
    first = _("{n} of {total} min").format(n=minutes.community, total=minutes.total)
    rest = []
    if minutes.unstated:
        rest.append(
            npgettext("picture", "{n} not stated", "{n} not stated", minutes.unstated).format(n=minutes.unstated)
        )
    said = _("Speaking minutes of the community’s voices: {minutes}").format(minutes=first)
    short = _("{n}/{total} min").format(n=minutes.community, total=minutes.total)
    return Line(minutes_bar(minutes), (first, *rest), _sentence([said, *rest]), short)


def minutes_bar(minutes: Minutes) -> str:
    """Cells for the community's minutes and for the others'; neither vanishes while it has a minute."""
    if not minutes.total:
        return ""
    cells = round(MINUTES_CELLS * minutes.community / minutes.total)
    cells = max(cells, 1) if minutes.community else 0
    cells = min(cells, MINUTES_CELLS - 1) if minutes.community < minutes.total else MINUTES_CELLS
    return THEIRS * cells + OTHERS * (MINUTES_CELLS - cells)


def _sentence(parts: Sequence[str]) -> str:
    return ", ".join(parts) + "."


# The strip


def strip_line(strip: Sequence[StepShown], width: int) -> str:
    """The steps in their order with their signs and what these mean; where that doesn't fit, under what is so of them."""
    shown = "  ".join(f"{label_of_value('subject', each.subject)} {SIGNS[each.fact]}" for each in strip)
    there = [fact for fact in SIGNS if any(each.fact == fact for each in strip)]
    legend = "  ".join(f"{SIGNS[fact]} {fact_words(fact)}" for fact in there)
    whole = f"{shown}    {legend}"
    return whole if cell_len(whole) <= width else "  ".join(strip_words(strip))


def strip_words(strip: Sequence[StepShown]) -> list[str]:
    """The steps under what is so of them, one text each: "✗ decided without them: agenda, speakers"."""
    texts = []
    for fact, sign in SIGNS.items():
        steps = [each for each in strip if each.fact == fact]
        if steps:
            named = words.join([_step_words(each, strip) for each in steps])
            texts.append(_("{sign} {words}: {steps}").format(sign=sign, words=fact_words(fact), steps=named))
    return texts


def _step_words(step: StepShown, strip: Sequence[StepShown]) -> str:
    """The step, and for whom it is so where that isn't so of everybody."""
    label = label_of_value("subject", step.subject)
    everybody = {p for each in strip for p in each.populations}
    if not step.populations or set(step.populations) == everybody:
        return label
    who = words.join([label_of_value("population", p) for p in step.populations])
    return _("{step} ({populations})").format(step=label, populations=who)


def fact_words(fact: str) -> str:
    """A fact in a few words."""
    return pgettext("picture/fact", FACTS[fact])


def panel_sentence(panel: Panel, line: Line) -> str:
    """A line of a panel in full, with the panel it is about."""
    return _("{subject}: {text}").format(subject=sentences.subject_of(panel), text=line.sentence)


def messages() -> list[tuple[str, str]]:
    """The texts of the tables, as (context, msgid)."""
    whys = [text for pair in (*WHY_NONE.values(), *NO_MINUTES.values()) for text in pair]
    return [*(("picture", text) for text in whys), *(("picture/fact", text) for text in FACTS.values())]
