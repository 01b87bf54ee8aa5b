"""BAL: balance of a panel, and over the event."""

from eventreview.rules.bal.balance_over_event import BAL_2
from eventreview.rules.bal.panel_balance import BAL_1

RULES = (BAL_1, BAL_2)
