"""SAF: what a plan may hold about people, what they have agreed to, and how an event looks after those who come."""

from eventreview.rules.saf.consent_per_channel import SAF_3
from eventreview.rules.saf.consent_revocable import SAF_4
from eventreview.rules.saf.disruption_plan import SAF_11
from eventreview.rules.saf.entry_and_visa import SAF_8
from eventreview.rules.saf.law_checked import SAF_7
from eventreview.rules.saf.lists_and_retention import SAF_10
from eventreview.rules.saf.no_outing_data import SAF_1, choices_of_outing
from eventreview.rules.saf.no_police import SAF_9
from eventreview.rules.saf.pseudonyms_kept import SAF_5
from eventreview.rules.saf.self_declared_only import SAF_2
from eventreview.rules.saf.testimony_optional import SAF_12

__all__ = ["RULES", "choices_of_outing"]

# SAF-6 is a requirement on every output, and gives no finding in a plan.
RULES = (SAF_1, SAF_2, SAF_3, SAF_4, SAF_5, SAF_7, SAF_8, SAF_9, SAF_10, SAF_11, SAF_12)
