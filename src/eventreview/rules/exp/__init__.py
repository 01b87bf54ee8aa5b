"""EXP, expertise: communities are worked with, seated, framed and titled as the experts they are."""

from __future__ import annotations

from eventreview.rules.exp.beyond_own_subject import EXP_2
from eventreview.rules.exp.range_of_roles import EXP_1
from eventreview.rules.exp.strengths_and_strategies import EXP_3
from eventreview.rules.exp.titled_as_experts import EXP_4

RULES = (EXP_1, EXP_2, EXP_3, EXP_4)
