"""FORM-4, FORM-6, FORM-14: values of another kind, words of no vocabulary, numbers and codes out of range."""

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
        "wants-array": 'It takes a list in brackets, like `["first", "second"]`.',
        "wants-table": "It takes keys of its own, under a header in brackets or between braces.",
        "wants-array-of-tables": "It takes entries, under headers in double brackets or between braces in a list.",
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
            "a quoted date, a float for a whole number, a number for yes, a time without a day",
            """not-met/error event wrong-type | key=published_on wanted=date found=string
            not-met/error p wrong-type | key=minutes wanted=int found=float
            not-met/error p wrong-type | key=recorded wanted=bool found=int
            not-met/error p wrong-type | key=starts found=time""",
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
        example(
            "a time where a day is wanted, a bare word, a table for a list of tables",
            """not-met/error event wrong-type | key=published_on wanted=date found=date-time
            not-met/error event wrong-type | key=concerns wanted=array found=string
            not-met/error plan wrong-type | key=panels found=table""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = "sex-workers", published_on = 2027-02-01T09:00:00 }
[panels]
id = "p"
""",
        ),
        example(
            "no number at all, and a yes for one",
            """not-met/error budget wrong-type | wanted=number found=float
            not-met/error safety wrong-type | wanted=int found=bool""",
            """stage = "idea"
as_of = 2026-12-01
budget = { community_share = nan }
safety = { retention_days = true }
""",
        ),
        example(
            "a blank text, and withheld outside the tables of care",
            """not-met/error net blank | key=name
            not-met/error p withheld-here | key=recorded""",
            """stage = "idea"
as_of = 2026-12-01
organisations = [{ id = "net", name = " " }]
safety = { contact = "withheld" }
[[panels]]
id = "p"
title = "withheld"
recorded = "withheld"
""",
        ),
    ),
)

FORM_6 = form_rule(
    "FORM-6",
    "unknown-word",
    "error",
    what="Where the format has a list of words, a plan uses one of them.",
    why="A word that no rule knows counts for nothing, and nobody sees that it doesn't.",
    remedy="Take a word of the list, or `other:` with a text where populations are named.",
    messages={
        "unknown-word": "“{word}” isn't one of the words that {key} takes, so it is left out.",
        "repeated": "“{word}” stands more than once in {key}; it counts once.",
        **DID_YOU_MEAN,
    },
    choice_titles={"replace": "write {new} instead", "remove": "take the second {word} out"},
    examples=(
        example(
            "another spelling, a slip, nothing near, an other without a text",
            """not-met/error event unknown-word | word=sex_workers suggestion=sex-workers
            not-met/error event unknown-word | word=womne suggestion=women
            not-met/error event unknown-word | word=other: key=concerns suggestion=
            not-met/error p unknown-word | key=kind suggestion=""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["sex_workers", "womne", "other:", "other:nurses"] }
[[panels]]
id = "p"
title = "Panel"
kind = "jamboree"
""",
        ),
        example(
            "a group where one speaks for whom one names",
            """not-met/error net unknown-word | word=key-populations key=led_by
            not-met/error s1 unknown-word | word=key-populations key=represents""",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["key-populations"] }
organisations = [{ id = "net", name = "Lantern Network (fictional)", led_by = ["key-populations"] }]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", represents = ["key-populations"], speaks_on_behalf_of = ["key-populations"] }]
""",
        ),
        example(
            "a word repeated",
            "not-met/warning event repeated | word=women key=concerns",
            """stage = "idea"
as_of = 2026-12-01
event = { title = "Rights and evidence", concerns = ["women", "sex-workers", "women"] }
""",
        ),
    ),
)

FORM_14 = form_rule(
    "FORM-14",
    "out-of-range",
    "error",
    what="Numbers and codes are within what their keys can mean.",
    why="A negative length or a country that is none makes sums and comparisons say what nobody meant.",
    remedy="Correct the value, or leave the key out.",
    messages={
        "out-of-range": "The value of {key} is beyond what this key can mean.",
        "allowed-not-negative": "It is zero or more.",
        "allowed-positive": "It is more than zero.",
        "allowed-share": "It is a share of the whole, from 0 to 1.",
        "allowed-year": "It is a year from 1800 to next year.",
        "allowed-utc-offset": "It is written like +02:00, from -12:00 to +14:00.",
        "allowed-country": "It is the code of a country, two capital letters.",
        "allowed-currency": "It is the code of a currency, three capital letters.",
        "allowed-language": "It is the code of a language, like fr or pt-BR.",
        "allowed-interpretation": "It is a pair of languages, like en-fr.",
        "allowed-timezone": "It is UTC or a place, like Europe/Zurich.",
        "allowed-panel-minutes": "It is no more than the length of the panel.",
        "allowed-with-community-quota": "It goes with the condition community-quota.",
        "over-full": "The places of this panel speak for {spoken} minutes together, and it lasts {minutes}.",
        "none-and-others": "“none” stands beside other conditions, and is passed over.",
    },
    examples=(
        example(
            "numbers",
            """not-met/error p out-of-range | key=minutes allowed=not-negative
            not-met/error s1 out-of-range | key=amount allowed=not-negative
            not-met/error s1 out-of-range | key=rate allowed=positive
            not-met/error budget out-of-range | key=community_share allowed=share
            not-met/error sources[0] out-of-range | key=year allowed=year""",
            """stage = "idea"
as_of = 2026-12-01
budget = { community_share = 40 }
sources = [{ title = "Study (fictional)", kind = "academic", year = 2028 }]
[[panels]]
id = "p"
title = "Panel"
minutes = -1
speakers = [{ id = "s1", fee = { amount = -1, rate = 0 } }]
""",
        ),
        example(
            "codes, by their shape alone",
            """not-met/error event out-of-range | key=country
            not-met/error event out-of-range | key=currency
            not-met/error event out-of-range | key=timezone
            not-met/error event out-of-range | key=languages
            not-met/error access out-of-range | key=interpretation
            not-met/error s1 out-of-range | key=utc_offset""",
            """stage = "idea"
as_of = 2026-12-01
access = { interpretation = ["en-fr", "en>fr"] }
[event]
title = "Rights"
concerns = ["sex-workers"]
country = "ch"
currency = "Euro"
timezone = "CET"
languages = ["fr", "French"]
[[panels]]
id = "p"
title = "Panel"
speakers = [{ id = "s1", utc_offset = "+15:00" }]
""",
        ),
        example(
            "sums and pairs",
            """not-met/warning p over-full | minutes=60 spoken=70
            not-met/warning p out-of-range | key=questions_minutes
            not-met/warning sponsors[0] none-and-others
            not-met/warning sponsors[0] out-of-range | key=quota""",
            """stage = "idea"
as_of = 2026-12-01
sponsors = [{ organisation = "ally", conditions = ["none", "branding"], quota = 2 }]
[[panels]]
id = "p"
title = "Panel"
minutes = 60
questions_minutes = 61
speakers = [{ id = "s1", minutes = 70 }, { id = "s2", minutes = 70, status = "withdrawn" }]
""",
        ),
    ),
)
