"""Why an edit wasn't made stands in `plan.refused`; the commands ask for it here."""

from eventreview.plan.refused import Refused as Refused
from eventreview.plan.refused import sentence as sentence
