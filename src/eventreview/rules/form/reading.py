"""FORM-1, FORM-2, FORM-11: whether there is a plan to read at all."""

from __future__ import annotations

from eventreview.plan.syntax import SENTENCES
from eventreview.rules.form.declared import form_rule
from eventreview.rules.rule import example

FORM_1 = form_rule(
    "FORM-1",
    "unreadable",
    "error",
    what="A plan is a text file in UTF-8 of at most 16 MiB.",
    why="What can't be read can't be reviewed, and silence about it would pass for agreement.",
    remedy="Save the file as text in UTF-8, and look whether you may read it.",
    messages={
        "cannot-open": "This file can't be opened.",
        "no-file": "It is a folder, a device or something else than a file.",
        "no-permission": "You don't have the permission to read it.",
        "gone": "It was there a moment ago, and is gone.",
        "too-large": "This file holds {size} bytes; a plan is read up to 16 MiB.",
        "empty": "This file holds nothing, or nothing but white space.",
        "binary": "This file holds zero bytes, as no text in UTF-8 does.",
        "not-utf-8": "This file isn't UTF-8: line {line}, column {column} can't be read.",
        "reads-as-utf-16": "It looks like UTF-16. This makes a copy in UTF-8: "
        "iconv -f UTF-16 -t UTF-8 OLD.toml > NEW.toml",
        "reads-as-latin-1": "It may be Latin-1 or Windows-1252. This makes a copy in UTF-8: "
        "iconv -f WINDOWS-1252 -t UTF-8 OLD.toml > NEW.toml",
    },
    examples=(example("a zero byte", "not-met/error plan binary", 'title = "\0"\n'),),
)

FORM_2 = form_rule(
    "FORM-2",
    "syntax",
    "error",
    what="A plan is written in TOML.",
    why="One wrong sign hides the whole file: nothing in it can be looked at until it is mended.",
    remedy="Look at the line and at the one above it. Only the first fault is known; more may show once it is mended.",
    # The clause that says why is added as a remark.
    messages={"toml": "From line {line}, column {column} on, this isn't valid TOML:", **SENTENCES},
    examples=(
        example("a text without quotation marks", "not-met/error plan toml | what=value", "city = New York\n"),
        example(
            "a key given twice", "not-met/error plan toml | what=given-twice", 'stage = "idea"\nstage = "drafting"\n'
        ),
        example(
            "a table declared twice", "not-met/error plan toml | what=declared-twice", "[safety]\n[budget]\n[safety]\n"
        ),
        example("a day that doesn't exist", "not-met/error plan toml | what=date", "as_of = 2027-02-30\n"),
    ),
)

FORM_11 = form_rule(
    "FORM-11",
    "unsupported-format",
    "error",
    what="A plan says in which format it is written, and the program knows that format.",
    why="Read by the rules of another format, keys can mean something else.",
    remedy="Use a version of the program that knows the format, or write the plan in a format it knows.",
    messages={"format": "The plan is in format {found}; this program knows format {known}."},
    examples=(
        example("a later format", "not-met/error plan format | found=2 known=1", 'format = 2\nstage = "idea"\n'),
        example("no format at all", "not-met/error plan format | found=0", 'format = 0\nstage = "someday"\n'),
        example("another type is FORM-4's", "", 'format = "2"\nstage = "idea"\n'),
    ),
)
