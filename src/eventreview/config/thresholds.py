"""Thresholds and sets of rules, as RULES.md part D gives them."""

SETS_ON = ("form", "allyship", "safety", "sponsors")
SETS_OPT_IN = ("access", "invitations", "running", "follow-up", "governance")
KEY_POPULATIONS = ("sex-workers", "gay-men-and-msm", "people-who-use-drugs", "trans-people")


class Thresholds:
    """The numbers that rules compare with. Days, months and years are whole; shares lie between 0 and 1."""

    __slots__ = (
        "alone_from",
        "equal_share",
        "grace_days",
        "key_populations",
        "lag_days",
        "minutes_tolerance",
        "reply_days",
        "retention_days",
    )

    def __init__(self) -> None:
        self.alone_from = 4
        self.equal_share = 0.5
        self.grace_days = 7
        self.lag_days = 7
        self.reply_days = 14
        self.minutes_tolerance = 0.25
        self.retention_days = 365
        self.key_populations = KEY_POPULATIONS
