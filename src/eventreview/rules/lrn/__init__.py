"""LRN: reflection and learning."""

from eventreview.rules.lrn.assessment import LRN_2
from eventreview.rules.lrn.lessons import LRN_3
from eventreview.rules.lrn.looking_back import LRN_4
from eventreview.rules.lrn.reflection import LRN_1

RULES = (LRN_1, LRN_2, LRN_3, LRN_4)
