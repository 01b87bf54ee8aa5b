"""SAF: what a plan may hold about people, and what they have agreed to."""

from eventreview.rules.saf.consent_per_channel import SAF_3
from eventreview.rules.saf.no_outing_data import SAF_1, choices_of_outing
from eventreview.rules.saf.self_declared_only import SAF_2

__all__ = ["RULES", "choices_of_outing"]

RULES = (SAF_1, SAF_2, SAF_3)
