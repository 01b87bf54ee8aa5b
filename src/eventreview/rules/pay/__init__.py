"""PAY: equal pay."""

from eventreview.rules.pay.equal_fee import PAY_1
from eventreview.rules.pay.expert_work_paid import PAY_2

RULES = (PAY_1, PAY_2)
