"""KP: key populations among themselves."""

from eventreview.rules.kp.aim_kept import KP_4
from eventreview.rules.kp.each_population_present import KP_2
from eventreview.rules.kp.no_substitutes import KP_1
from eventreview.rules.kp.own_voice_once import KP_3
from eventreview.rules.kp.same_footing import KP_5

RULES = (KP_1, KP_2, KP_3, KP_4, KP_5)
