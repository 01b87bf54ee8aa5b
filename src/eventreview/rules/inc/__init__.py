"""INC, inclusion at every stage: who convenes, who decides with whom, who is left out and why, who is told and let in."""

from __future__ import annotations

from eventreview.rules.inc.collectives import INC_5
from eventreview.rules.inc.every_stage import INC_2
from eventreview.rules.inc.opportunities import INC_4
from eventreview.rules.inc.reasons import INC_3
from eventreview.rules.inc.space_opened import INC_1

RULES = (INC_1, INC_2, INC_3, INC_4, INC_5)
