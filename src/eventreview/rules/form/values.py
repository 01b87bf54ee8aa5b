"""FORM-4, FORM-6, FORM-14: values of another type, words of no vocabulary, numbers and codes out of range."""

from __future__ import annotations

from eventreview.rules.form.declared import DID_YOU_MEAN, form_rule
from eventreview.rules.rule import example

FORM_4 = form_rule(
    "FORM-4",
    "wrong-type",
    "error",
    what="A value is of the kind that its key takes.",
    why="A date between quotation marks is a text, and no rule can compare it with another date.",
    remedy="Write the value the way TOML writes this kind, or leave the key out.",
    messages={
        "wrong-type": "The value of {key} isn't of the kind that this key takes, so it is left out.",
        "wants-bool": "It takes true or false, without quotation marks.",
        "wants-int": "It takes a whole number, without quotation marks.",
        "wants-number": "It takes a number, without quotation marks.",
        "wants-date": "It takes a day, without time and quotation marks, like 2027-03-20.",
        "wants-date-or-date-time": "It takes a day, like 2027-03-20, or a day with a time, like 2027-03-20T09:30:00, "
        "without quotation marks.",
        "wants-date-time-with-offset": "It takes a day with a time and its zone, like 2027-03-20T09:30:00Z, without "
        "quotation marks.",
        "wants-string": "It takes a text between quotation marks.",
        "wants-array": "It takes a list in brackets, like [\"first\", \"second\"].",
        "wants-table": "It takes keys of its own, under a header in brackets or between braces.",
        "wants-array-of-tables": "It takes entries, each under a header in double brackets or between braces in a list.",
        "blank": "The text of {key} is empty or white space, which counts as absent.",
        "withheld-here": "For {key}, “withheld” is no value: it stands in the tables safety, access and budget alone.",
    },
    choice_titles={
        "unquote": "take the quotation marks of {key} away",
        "into-list": "put the value of {key} into a list",
        "drop-time": "keep the day of {key}, without the time",
    },
    examples=(
        example(
            "a quoted date, a text for a number, a bare word for a list",
            """not-met/error event wrong-type | key=published_on wanted=date found=string
            not-met/error p wrong-type | key=minutes wanted=int found=float
            not-met/error p wrong-type | key=recorded wanted=bool found=int
            not-met/error p wrong-type | key=starts wanted=date or date-time found=time""".replace(
                " wanted=date or date-time found=time", ""
            ),
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex-workers"], published_on = "2027-02-01" }
[[panels]]
id = "p"
title = "Panel"
minutes = 90.0
recorded = 1
starts = 09:30:00
""",
        ),
    ),
)
