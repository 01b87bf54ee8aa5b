"""STA, statements: who drafts, who is named, what became of requests, who approved, and who receives the text."""

from __future__ import annotations

from eventreview.rules.sta.approval import STA_4
from eventreview.rules.sta.drafting import STA_1
from eventreview.rules.sta.groups_named import STA_2
from eventreview.rules.sta.requests_and_supplements import STA_3
from eventreview.rules.sta.returned import STA_5

RULES = (STA_1, STA_2, STA_3, STA_4, STA_5)
