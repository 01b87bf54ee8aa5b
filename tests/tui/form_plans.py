"""A plan to make forms of, and the ways the tests look at them."""

from __future__ import annotations

from eventreview.plan import edit as editor
from eventreview.plan.edits import Edit
from eventreview.plan.file import PlanFile, read_bytes
from eventreview.plan.model import key_order
from eventreview.plan.positions import Path
from eventreview.tui.form_rows import Row
from eventreview.tui.forms import Form

PLAN = """\
format = 1
stage = "held"  # tidied up later
as_of = 2027-03-20

[event]
title = "Round table"
concerns = ["sex-workers", "other:dancers"]
starts = 2027-03-10T09:30:00
languages = ["en", "fr"]
recorded = true

[[organisations]]
id = "net"
name = "Lantern Network (fictional)"
led_by = ["sex-workers"]

[[organisations]]
id = "ally"
name = "Harbour Alliance (fictional)"
led_by = []

[[panels]]
id = "p"
title = "Panel"

[[panels.speakers]]
id = "s1"
status = "confirmed"  # by the network
organisation = "net"
person = "tag-one"
minutes = 8
fee = { amount = 300, currency = "USD" }

[[panels.speakers]]
id = "s2"
replaces = "s1"

[safety]
retention_days = "withheld"
contact = true
"""
S1: Path = ("panels", 0, "speakers", 0)


def file_of(text: str = PLAN) -> PlanFile:
    """The plan in a text."""
    return read_bytes("plan.toml", text.encode())


def row_of(form: Form, name: str) -> Row:
    """The row of a key, such as `minutes` or `fee.amount`."""
    [row] = [each for each in form.rows if ".".join(map(str, each.path[len(form.path) :])) == name]
    return row


def applied(file: PlanFile, edits: tuple[Edit, ...]) -> str:
    """The text after the edits."""
    return editor.apply(file.text or "", file.values or {}, edits, key_order)[0]
