"""REP, representation: the community chooses who speaks for it, in which form, and nobody else does so in its place."""

from __future__ import annotations

from eventreview.rules.rep.choice_of_holder import REP_1
from eventreview.rules.rep.demands import REP_5
from eventreview.rules.rep.form_of_presence import REP_2
from eventreview.rules.rep.left_places import REP_4
from eventreview.rules.rep.speaking_for import REP_3

RULES = (REP_1, REP_2, REP_3, REP_4, REP_5)
