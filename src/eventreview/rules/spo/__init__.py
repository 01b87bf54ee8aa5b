"""SPO: what money and names are tied to."""

from eventreview.rules.spo.no_pledge import SPO_1
from eventreview.rules.spo.no_veto import SPO_2
from eventreview.rules.spo.position_sourced import SPO_4
from eventreview.rules.spo.share_of_budget import SPO_5
from eventreview.rules.spo.sponsor_position import SPO_3

__all__ = ["RULES"]

RULES = (SPO_1, SPO_2, SPO_3, SPO_4, SPO_5)
