"""STA-4: whether a community organisation approved a text before its name stood under it."""

from __future__ import annotations

from eventreview.plan.edits import Comment, Remove
from eventreview.plan.model import Statement
from eventreview.rules.outcome import NOT_MET, error, met, not_stated, not_yet, strongest
from eventreview.rules.process import days
from eventreview.rules.rule import Choice, example, on_statements, rule
from eventreview.rules.sta.own_populations import own_populations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from eventreview.plan.fields import Table
    from eventreview.rules.outcome import Outcome
    from eventreview.rules.words import Scene


def on_the_text(x: Statement) -> tuple[str, ...]:
    """The organisations whose names stand under a text, each once."""
    return tuple(dict.fromkeys((*(x.drafters or ()), *(x.signatories or ()))))


def concerned(scene: Scene, x: Statement) -> tuple[str, ...]:
    """Those who lead organisations whose names stand under the text."""
    return scene.expanded({p for o in on_the_text(x) for p in own_populations(scene, o, x)})


def names_of(scene: Scene, x: Statement, p: str) -> list[str]:
    """The organisations of a population whose names stand under the text."""
    return [o for o in on_the_text(x) if p in own_populations(scene, o, x)]


def decide(scene: Scene, x: Statement, p: str) -> Outcome:
    """Each organisation of theirs is a part."""
    return strongest([approved(scene, x, o).about("sign_off") for o in names_of(scene, x, p)])


def approved(scene: Scene, x: Statement, organisation: str) -> Outcome:
    """The list for one organisation; of several approvals the earliest counts."""
    out = x.published_on
    signed = min((s.on for s in x.sign_off if s.organisation == organisation and scene.past(s.on)), default=None)
    if signed is not None and (out is None or signed <= out):
        return met("1")
    if out is None:
        outcome = not_stated("2", "publication-date-missing", organisation=organisation)
        return outcome.missing((x, "published_on"))
    if scene.ahead(out):
        return not_yet("2", "before", organisation=organisation, published_on=out)
    if signed is not None:
        return error("3", "signed-after", organisation=organisation, days=days(out, signed))
    return error("4", "not-signed-off", organisation=organisation)


def offer(scene: Scene, x: Table, outcome: Outcome, populations: tuple[str, ...]) -> Iterator[Choice]:
    """Lines for an approval that only the organisation can give; or its name goes from the signatures."""
    if not isinstance(x, Statement):
        return
    for organisation in dict.fromkeys(o for p in populations for o in names_of(scene, x, p)):
        found = approved(scene, x, organisation)
        if found.line in ("2", "4"):
            lines = (f"# [[statements.sign_off]]   # {x.at}", f'# organisation = "{organisation}"', "# on =")
            yield Choice("template", "add-sign-off", (Comment(x.path, lines),), organisation=organisation)
        if found.result == NOT_MET and organisation in (x.signatories or ()):
            edits = removed(x, organisation)
            yield Choice("choice", "take-out", edits, organisation=organisation)


def removed(x: Statement, organisation: str) -> tuple[Remove, ...]:
    """The signature taken out; an array with a faulty element has other indexes in the file, and is left alone."""
    if "signatories" in x.removed:
        return ()
    found = [index for index, each in enumerate(x.signatories or ()) if each == organisation]
    return tuple(Remove((*x.path, "signatories", index)) for index in reversed(found))


# What most examples share.
TODAY = """
stage = "published"
as_of = 2027-01-10
"""

STA_4 = rule(
    "STA-4",
    "signed-off",
    set="allyship",
    severity="error",
    passages=("F9", "D3"),
    stage="published",
    judged_by="nobody",
    waived_by="organisation",
    reads=("drafters", "signatories", "sign_off", "published_on"),
    what="No community organisation's name goes under a text that it hasn't approved.",
    why="A name in print lends an organisation's word to a text. Where that word wasn't given, the organisation answers "
    "to its own members for something it didn't say, and may be put at risk by being named.",
    remedy="Have each organisation approve the text before it goes out, or take its name off.",
    messages={
        "met": "Each community organisation named approved the text by the day it went out.",
        "publication-date-missing": "The plan doesn't say when the text goes out, nor that {organisation} approved it.",
        "before": "{organisation} can approve the text until it goes out, on {published_on}.",
        "signed-after": (
            "{organisation} approved the text {days} day after it went out.",
            "{organisation} approved the text {days} days after it went out.",
            "days",
        ),
        "not-signed-off": "The text is out with the name of {organisation}, and the plan doesn't show that "
        "{organisation} approved it.",
    },
    checks=(on_statements(concerned, decide),),
    choices=offer,
    choice_titles={
        "add-sign-off": "Add lines for the approval of {organisation}, for that organisation to fill in",
        "take-out": "Take {organisation} out of the signatures",
    },
    examples=(
        example(
            "approved on the day it went out; the earliest of several; without a day of publication",
            """
            met t met sex-workers
            met u met sex-workers
            met v met sex-workers
            """,
            TODAY
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], signatories = ["ally", "net"], published_on = 2027-01-05,
      sign_off = [{ organisation = "net", on = 2027-01-05 }] },
  { id = "u", title = "Text", drafters = ["net"], published_on = 2027-01-05,
      sign_off = [{ organisation = "net", on = 2027-01-09 }, { organisation = "net", on = 2027-01-03 }] },
  { id = "v", title = "Text", drafters = ["net"], sign_off = [{ organisation = "net", on = 2027-01-10 }] } ]
""",
        ),
        example(
            "approved afterwards; never; by another alone; an approval still to come",
            """
            not-met/error t signed-after sex-workers | organisation=net days=1
            not-met/error u not-signed-off sex-workers | organisation=net
            not-met/error v not-signed-off sex-workers | organisation=net
            not-met/error w not-signed-off sex-workers | organisation=net
            """,
            TODAY
            + """
statements = [
  { id = "t", title = "Text", drafters = ["ally"], signatories = ["ally", "net"], published_on = 2027-01-05,
      sign_off = [{ organisation = "net", on = 2027-01-06 }] },
  { id = "u", title = "Text", drafters = ["ally"], signatories = ["net"], published_on = 2027-01-10 },
  { id = "v", title = "Text", drafters = ["net"], published_on = 2027-01-05,
      sign_off = [{ organisation = "ally", on = 2027-01-04 }] },
  { id = "w", title = "Text", drafters = ["net"], published_on = 2027-01-05,
      sign_off = [{ organisation = "net", on = 2027-01-11 }] } ]
""",
        ),
        example(
            "not out yet, and no day of publication",
            """
            not-yet t before sex-workers | organisation=net published_on=2027-01-11
            not-stated u publication-date-missing sex-workers | organisation=net
            """,
            TODAY
            + """
statements = [
  { id = "t", title = "Text", drafters = ["net"], published_on = 2027-01-11 },
  { id = "u", title = "Text", drafters = ["net"], sign_off = [{ organisation = "net", on = 2027-01-11 }] } ]
""",
        ),
        example(
            "each organisation is a part; for those the text is about, else for those who lead it; an ally's isn't asked",
            """
            not-met/error t not-signed-off sex-workers | organisation=bay
            not-met/error u not-signed-off sex-workers | organisation=both
            not-met/error v not-signed-off trans-people | organisation=tnet
            not-applicable w not-applicable
            """,
            TODAY
            + """
organisations = [
  { id = "net", name = "Lantern Network (fictional)", led_by = ["sex-workers"] },
  { id = "bay", name = "Lantern Bay (fictional)", led_by = ["sex-workers"] },
  { id = "both", name = "Lantern Tide (fictional)", led_by = ["trans-people", "sex-workers"] },
  { id = "tnet", name = "Trans Tide (fictional)", led_by = ["trans-people"] },
  { id = "ally", name = "Harbour Alliance (fictional)", led_by = [], roles = ["lead"] } ]
statements = [
  { id = "t", title = "Text", drafters = ["net"], signatories = ["net", "bay"], published_on = 2027-01-05,
      sign_off = [{ organisation = "net", on = 2027-01-04 }] },
  { id = "u", title = "Text", drafters = ["both"], published_on = 2027-01-05 },
  { id = "v", title = "Text", drafters = ["tnet"], published_on = 2027-01-05 },
  { id = "w", title = "Text", drafters = ["ally"], signatories = ["ally"], published_on = 2027-01-05 } ]
""",
        ),
    ),
)
