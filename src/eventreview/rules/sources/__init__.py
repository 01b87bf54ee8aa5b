"""SRC: evidence."""

from eventreview.rules.sources.breadth import SRC_3
from eventreview.rules.sources.community_evidence import SRC_1
from eventreview.rules.sources.credit import SRC_2

RULES = (SRC_1, SRC_2, SRC_3)
