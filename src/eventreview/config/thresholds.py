"""Thresholds and sets of rules, as RULES.md part D gives them."""

SETS_ON = ("form", "allyship", "safety", "sponsors")
SETS_OPT_IN = ("access", "invitations", "running", "follow-up", "governance")
KEY_POPULATIONS = ("sex-workers", "gay-men-and-msm", "people-who-use-drugs", "trans-people")


class Thresholds:
    """The numbers that rules compare with. Days, months and years are whole; shares lie between 0 and 1."""

    __slots__ = (
        "alone_from",
        "comment_days",
        "equal_share",
        "grace_days",
        "key_populations",
        "lag_days",
        "length_band",
        "min_days",
        "minutes_tolerance",
        "notice_lag_days",
        "recent_years",
        "reply_days",
        "retention_days",
        "return_days",
        "review_months",
        "share_days",
        "supplement_days",
        "unpaid_consultations",
        "valid_months",
        "within_days",
    )

    def __init__(self) -> None:
        self.alone_from = 4
        self.equal_share = 0.5
        self.grace_days = 7
        self.lag_days = 7
        self.min_days = 14
        self.notice_lag_days = 3
        self.reply_days = 14
        self.comment_days = 7
        self.supplement_days = 30
        self.return_days = 14
        self.share_days = 60
        self.within_days = 90
        self.review_months = 12
        self.valid_months = 24
        self.length_band = 0.5
        self.unpaid_consultations = 2
        self.recent_years = 5
        self.minutes_tolerance = 0.25
        self.retention_days = 365
        self.key_populations = KEY_POPULATIONS
