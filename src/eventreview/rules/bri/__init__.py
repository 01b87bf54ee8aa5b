"""BRI: bridges to those with influence."""

from eventreview.rules.bri.doors import BRI_1
from eventreview.rules.bri.no_gatekeeping import BRI_3
from eventreview.rules.bri.purpose import BRI_2

RULES = (BRI_1, BRI_2, BRI_3)
