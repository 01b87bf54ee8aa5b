"""PAR: running and judging the partnership."""

from eventreview.rules.par.adapting import PAR_3
from eventreview.rules.par.evaluating import PAR_2
from eventreview.rules.par.managing import PAR_1
from eventreview.rules.par.shifting import PAR_4

RULES = (PAR_1, PAR_2, PAR_3, PAR_4)
