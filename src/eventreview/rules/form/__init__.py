"""FORM: the file itself. Its findings are faults of reading, judgements and waivers; here stands what they say."""

from eventreview.rules.form.answers import FORM_12, FORM_13
from eventreview.rules.form.choices import choices_of_fault
from eventreview.rules.form.dates import FORM_10
from eventreview.rules.form.ids import FORM_7, FORM_8, FORM_9
from eventreview.rules.form.keys import FORM_3, FORM_5
from eventreview.rules.form.reading import FORM_1, FORM_2, FORM_11
from eventreview.rules.form.values import FORM_4, FORM_6, FORM_14

__all__ = ["RULES", "choices_of_fault"]

RULES = (
    FORM_1,
    FORM_2,
    FORM_3,
    FORM_4,
    FORM_5,
    FORM_6,
    FORM_7,
    FORM_8,
    FORM_9,
    FORM_10,
    FORM_11,
    FORM_12,
    FORM_13,
    FORM_14,
)
