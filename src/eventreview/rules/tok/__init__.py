"""TOK, full collaborators: a place goes with a part, a date, a subject and a name that are the community's own."""

from __future__ import annotations

from eventreview.rules.tok.invited_as_early import TOK_2
from eventreview.rules.tok.more_than_a_seat import TOK_1
from eventreview.rules.tok.name_used_with_consent import TOK_5
from eventreview.rules.tok.not_for_the_donor import TOK_4
from eventreview.rules.tok.not_testimony_only import TOK_3

RULES = (TOK_1, TOK_2, TOK_3, TOK_4, TOK_5)
