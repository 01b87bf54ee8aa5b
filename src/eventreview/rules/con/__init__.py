"""CON, consultation before decision: who was asked, whether the answer came first, and what became of it."""

from __future__ import annotations

from eventreview.rules.con.answers import CON_3
from eventreview.rules.con.designation import CON_1
from eventreview.rules.con.networks import CON_2

RULES = (CON_1, CON_2, CON_3)
