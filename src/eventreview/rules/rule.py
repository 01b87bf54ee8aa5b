"""How a rule is declared. A rule is one block: what it says, what it reads, what it decides, and examples that test it.

    REP_1 = rule(
        "REP-1", "chosen-by-community", set="allyship", severity="error", passages=("L2", "L4", "L6"), stage="inviting",
        judged_by="community", settles=("7", "9"), reads=("represents", "basis", …),
        what="…", why="…", remedy="…", question="…",
        messages={"chosen-by": "{chosen_by} chose, …", …},
        checks=(on_places(represented, decide_choice),),
        choices=offer_choices, choice_titles={"hand-over": "…"},
        examples=(example("…", "not-met error s1 chosen-by-others", '''…TOML…'''), …),
    )

A module does no work at import: literals and functions only. Texts are msgids; their contexts are `CODE/what`,
`CODE/why`, `CODE/remedy`, `CODE/question`, `CODE/<message id>` and `CODE/choice/<id>`. A plural is a triple (one, many,
name of the count parameter).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from eventreview.plan import model
    from eventreview.plan.edits import Edit
    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene

    Text = str | tuple[str, str, str]
    Applies = Callable[[Scene, Table], tuple[str, ...]]
    Decides = Callable[[Scene, Table, str], Outcome]
    Offers = Callable[[Scene, Table, Outcome, tuple[str, ...]], Iterator["Choice"]]

# In `after`: the rule comes after all others, and may ask what they say in the end, judgements and waivers applied.
LAST = "*"
# What *Applies* answers for a rule that is decided once for the object, without a population.
ONCE = ("",)
NOT_HERE: tuple[str, ...] = ()


class Check:
    """One decision list: the kind of object it concerns, for which populations it is run, and the list itself.

    applies(scene, object) gives the populations, `ONCE`, or `NOT_HERE`. decide(scene, object, population) gives the
    outcome. stage: where it differs from the rule's. silent: an outcome that isn't applicable gives no finding at all.
    """

    __slots__ = ("applies", "decide", "kind", "silent", "stage")

    def __init__(self, kind: str, applies: Applies, decide: Decides, stage: str | None, silent: bool) -> None:
        self.kind = kind
        self.applies = applies
        self.decide = decide
        self.stage = stage
        self.silent = silent


class Choice:
    """One thing a person may pick: its title, its kind (safe, choice, template) and its edits.

    of: the rule that it is a choice of, and at which object, where another rule passes it on.
    """

    __slots__ = ("edits", "kind", "of", "params", "title")

    def __init__(self, kind: str, title: str, edits: Sequence[Edit], **params: object) -> None:
        self.kind = kind
        self.title = title
        self.edits = tuple(edits)
        self.params = params
        self.of: tuple[Rule, str] | None = None

    def passed_on(self, rule: Rule, at: str) -> Choice:
        """The same, as a choice of another rule at the object with this address."""
        choice = Choice(self.kind, self.title, self.edits, **self.params)
        choice.of = self.of or (rule, at)
        return choice


class Example:
    """A plan, or the part of one that matters, and what the rule must say of it.

    name: a few words. expected: lines "RESULT [SEVERITY] AT MESSAGE-ID [POPULATION…]", one for each finding of the rule
    that isn't not-applicable (or that is named). options: stage, as_of and other settings stand in the plan itself.
    """

    __slots__ = ("expected", "name", "plan")

    def __init__(self, name: str, expected: str, plan: str) -> None:
        self.name = name
        self.expected = expected
        self.plan = plan


class Rule:
    """A rule of the catalogue. See `rule` for what each attribute holds."""

    __slots__ = (
        "after",
        "answered_by",
        "any_stage",
        "basis",
        "checks",
        "choice_titles",
        "choices",
        "code",
        "concerns",
        "examples",
        "family",
        "judged_by",
        "judged_by_itself",
        "judged_not_met",
        "messages",
        "name",
        "number",
        "passages",
        "question",
        "reads",
        "remedy",
        "set",
        "settles",
        "severity",
        "sex_workers_only",
        "softened",
        "stage",
        "waived_by",
        "what",
        "why",
    )

    code: str
    name: str
    family: str
    number: int
    set: str
    severity: str | None
    passages: tuple[str, ...]
    basis: str
    stage: str
    any_stage: bool
    judged_by: str
    waived_by: str
    judged_by_itself: bool
    answered_by: Callable[[Table], str | None] | None
    settles: tuple[str, ...]
    reads: tuple[str, ...]
    what: str
    why: str
    remedy: str
    question: str
    messages: Mapping[str, Text]
    checks: tuple[Check, ...]
    choices: Offers | None
    choice_titles: Mapping[str, str]
    after: tuple[str, ...]
    softened: bool
    sex_workers_only: bool
    concerns: Concerns | None
    judged_not_met: tuple[str, str] | None
    examples: tuple[Example, ...]

    def messages_for_translation(self) -> Iterator[tuple[str, str, str | None]]:
        """Every text of the rule as (context, msgid, plural msgid or None)."""
        for part in ("what", "why", "remedy", "question", "basis"):
            text = getattr(self, part)
            if text:
                yield f"{self.code}/{part}", text, None
        for message_id, message in self.messages.items():
            one, many = (message, None) if isinstance(message, str) else message[:2]
            yield f"{self.code}/{message_id}", one, many
        for choice, title in self.choice_titles.items():
            yield f"{self.code}/choice/{choice}", title, None

    def __repr__(self) -> str:
        return f"<{self.code} {self.name}>"


if TYPE_CHECKING:
    Concerns = Callable[[Scene, Table], tuple[str, ...]]


def rule(
    code: str,
    name: str,
    *,
    set: str,
    severity: str | None,
    stage: str | None,
    judged_by: str,
    what: str,
    why: str,
    remedy: str,
    messages: Mapping[str, Text],
    checks: Sequence[Check] = (),
    question: str = "",
    reads: Sequence[str] = (),
    passages: Sequence[str] = (),
    basis: str = "",
    settles: Sequence[str] = (),
    choices: Offers | None = None,
    choice_titles: Mapping[str, str] | None = None,
    after: Sequence[str] = (),
    softened: bool = False,
    sex_workers_only: bool = False,
    concerns: Concerns | None = None,
    judged_not_met: tuple[str, str] | None = None,
    waived_by: str = "",
    judged_by_itself: bool = False,
    answered_by: Callable[[Table], str | None] | None = None,
    examples: Sequence[Example] = (),
) -> Rule:
    """Declares a rule.

    severity: the gravest it gives, None for a question. stage: from which it speaks, None for any stage. settles: the
    lines of its list whose warning or note a judgement may turn into met. reads: the keys under *Reads*; "chosen_by"
    is a key of the object, "panel.kind" of its panel, "speakers.status" of the places of its panel (of all, for other
    objects), "panels.speakers.fee" of the places of every panel, "event.scope" of a single table,
    "organisations.led_by" of every entry, "consultations[speakers]" every key of the consultations on that subject.
    after: rules whose results it reads. softened: A2's "absent isn't no" applies to its not-met. concerns: the
    populations concerned when it decides once (default: those its object is about). judged_not_met: severity and
    message id of a not-met that comes from a judgement, where the rule names its own. judged_by_itself: only the
    organisation that the finding is about answers, or agrees to a waiver, whoever leads it. waived_by: the parameter
    that names the organisations which alone may agree to a waiver, each for itself. answered_by: the id of the
    organisation that does so alone for an object without a population concerned.
    """
    made = Rule()
    made.code = code
    made.name = name
    made.family, _, number = code.partition("-")
    made.number = int(number)
    made.set = set
    made.severity = severity
    made.stage = stage or "idea"
    made.any_stage = stage is None
    made.judged_by = judged_by
    made.what, made.why, made.remedy, made.question = what, why, remedy, question
    made.messages = messages
    made.checks = tuple(checks)
    made.reads = tuple(reads)
    made.passages = tuple(passages)
    made.basis = basis
    made.settles = tuple(settles)
    made.choices = choices
    made.choice_titles = choice_titles or {}
    made.after = tuple(after)
    made.softened = softened
    made.sex_workers_only = sex_workers_only
    made.concerns = concerns
    made.judged_not_met = judged_not_met
    made.waived_by = waived_by
    made.judged_by_itself = judged_by_itself
    made.answered_by = answered_by
    made.examples = tuple(examples)
    return made


def example(name: str, expected: str, plan: str) -> Example:
    """An example of a rule; see `Example`."""
    return Example(name, expected, plan)


# One function a kind of object, so that a check is typed by what it looks at.

if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T", bound=Table)


def _check(
    kind: str,
    applies: Callable[[Scene, T], tuple[str, ...]],
    decide: Callable[[Scene, T, str], Outcome],
    stage: str | None = None,
    silent: bool = False,
) -> Check:
    return Check(kind, applies, decide, stage, silent)  # type: ignore[arg-type]


def on_places(
    applies: Callable[[Scene, model.Place], tuple[str, ...]],
    decide: Callable[[Scene, model.Place, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each place of each panel."""
    return _check("place", applies, decide, stage)


def on_panels(
    applies: Callable[[Scene, model.Panel], tuple[str, ...]],
    decide: Callable[[Scene, model.Panel, str], Outcome],
    stage: str | None = None,
    silent: bool = False,
) -> Check:
    """A list about each panel."""
    return _check("panel", applies, decide, stage, silent)


def on_event(
    applies: Callable[[Scene, model.Event], tuple[str, ...]],
    decide: Callable[[Scene, model.Event, str], Outcome],
    stage: str | None = None,
    silent: bool = False,
) -> Check:
    """A list about the event."""
    return _check("event", applies, decide, stage, silent)


def on_organisations(
    applies: Callable[[Scene, model.Organisation], tuple[str, ...]],
    decide: Callable[[Scene, model.Organisation, str], Outcome],
    stage: str | None = None,
    silent: bool = False,
) -> Check:
    """A list about each organisation."""
    return _check("organisation", applies, decide, stage, silent)


def on_consultations(
    applies: Callable[[Scene, model.Consultation], tuple[str, ...]],
    decide: Callable[[Scene, model.Consultation, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each consultation."""
    return _check("consultation", applies, decide, stage)


def on_decisions(
    applies: Callable[[Scene, model.Decision], tuple[str, ...]],
    decide: Callable[[Scene, model.Decision, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each decision."""
    return _check("decision", applies, decide, stage)


def on_statements(
    applies: Callable[[Scene, model.Statement], tuple[str, ...]],
    decide: Callable[[Scene, model.Statement, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each statement."""
    return _check("statement", applies, decide, stage)


def on_sources(
    applies: Callable[[Scene, model.Source], tuple[str, ...]],
    decide: Callable[[Scene, model.Source, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each source."""
    return _check("source", applies, decide, stage)


def on_work(
    applies: Callable[[Scene, model.Work], tuple[str, ...]],
    decide: Callable[[Scene, model.Work, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each piece of work."""
    return _check("work", applies, decide, stage)


def on_notices(
    applies: Callable[[Scene, model.Notice], tuple[str, ...]],
    decide: Callable[[Scene, model.Notice, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each notice."""
    return _check("notice", applies, decide, stage)


def on_collectives(
    applies: Callable[[Scene, model.Collective], tuple[str, ...]],
    decide: Callable[[Scene, model.Collective, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each collective."""
    return _check("collective", applies, decide, stage)


def on_bridges(
    applies: Callable[[Scene, model.Bridge], tuple[str, ...]],
    decide: Callable[[Scene, model.Bridge, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each bridge."""
    return _check("bridge", applies, decide, stage)


def on_lessons(
    applies: Callable[[Scene, model.Lesson], tuple[str, ...]],
    decide: Callable[[Scene, model.Lesson, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each lesson."""
    return _check("lesson", applies, decide, stage)


def on_sponsors(
    applies: Callable[[Scene, model.Sponsor], tuple[str, ...]],
    decide: Callable[[Scene, model.Sponsor, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about each sponsor."""
    return _check("sponsor", applies, decide, stage)


def on_safety(
    applies: Callable[[Scene, model.Safety], tuple[str, ...]],
    decide: Callable[[Scene, model.Safety, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the table `safety`, there or not."""
    return _check("safety", applies, decide, stage)


def on_budget(
    applies: Callable[[Scene, model.Budget], tuple[str, ...]],
    decide: Callable[[Scene, model.Budget, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the table `budget`, there or not."""
    return _check("budget", applies, decide, stage)


def on_partnership(
    applies: Callable[[Scene, model.Partnership], tuple[str, ...]],
    decide: Callable[[Scene, model.Partnership, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the table `partnership`, there or not."""
    return _check("partnership", applies, decide, stage)


def on_evaluation(
    applies: Callable[[Scene, model.Evaluation], tuple[str, ...]],
    decide: Callable[[Scene, model.Evaluation, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the table `evaluation`, there or not."""
    return _check("evaluation", applies, decide, stage)


def on_assessment(
    applies: Callable[[Scene, model.Assessment], tuple[str, ...]],
    decide: Callable[[Scene, model.Assessment, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the table `assessment`, there or not."""
    return _check("assessment", applies, decide, stage)


def on_plan(
    applies: Callable[[Scene, model.Plan], tuple[str, ...]],
    decide: Callable[[Scene, model.Plan, str], Outcome],
    stage: str | None = None,
) -> Check:
    """A list about the plan as a whole."""
    return _check("plan", applies, decide, stage)
