"""The closed vocabularies of the plan format, each in its order."""

POPULATIONS = (
    "sex-workers",
    "gay-men-and-msm",
    "people-who-use-drugs",
    "women-who-use-drugs",
    "trans-people",
    "people-in-prisons",
    "people-living-with-hiv",
    "women",
    "young-people",
    "migrants",
    "indigenous-people",
    "people-with-disabilities",
)
GROUP = "key-populations"
OTHER = "other:"
STAGES = ("idea", "drafting", "inviting", "published", "held", "closed")
SUBJECTS = (
    "aims",
    "agenda",
    "speakers",
    "moderator",
    "statement",
    "budget",
    "communication",
    "evaluation",
    "partnership",
    "safety",
)
EVENT_KINDS = (
    "side-event",
    "parallel-event",
    "conference",
    "meeting",
    "webinar",
    "panel",
    "consultation",
    "training",
    "caucus",
    "other",
)
EVENT_MODES = ("in-person", "online", "hybrid")
SCOPES = ("local", "national", "regional", "global")
AIMS = ("prioritise-communities", "meaningful-participation", "leave-no-one-behind", "influence-outcome", "other")
FEE_POLICIES = ("equal", "by-role", "nobody")
ORGANISATION_KINDS = (
    "community-network",
    "community-organisation",
    "ngo",
    "feminist-alliance",
    "un-agency",
    "government",
    "funder",
    "academic",
    "media",
    "police",
    "rights-institution",
    "private",
    "other",
)
LED_BY_BASES = ("self-declared", "network-membership", "verified-by", "unverified")
ORGANISATION_ROLES = ("lead", "co-organiser", "co-sponsor", "host", "partner", "funder", "invited")
POSITIONS = ("decriminalisation", "none-public", "criminalisation")
PANEL_KINDS = (
    "panel",
    "keynote",
    "roundtable",
    "workshop",
    "opening",
    "closing",
    "closed-caucus",
    "questions",
    "debate",
    "logistics",
)
FRAMINGS = ("barriers", "harms", "strengths", "strategies", "results")
PLACE_ROLES = ("panellist", "speaker", "keynote", "discussant", "moderator", "rapporteur", "interpreter")
PLACE_STATUSES = ("open", "reserved", "invited", "accepted", "confirmed", "declined", "withdrawn")
DISPLAY_KINDS = ("name", "pseudonym", "role-only", "to-be-confirmed")
BASES = ("organisation", "self")
TALKS = ("testimony", "analysis", "policy", "research", "demand", "facilitation", "opening", "response")
PLACE_MODES = ("in-person", "remote", "recorded", "voice-only", "written", "read-by-other")
LABEL_KINDS = ("expert-title", "organisation-role", "first-name", "testimony", "anonymous")
CONSENTS = ("yes", "no", "ask")
CHANNELS = ("named", "photo", "recorded", "streamed", "quoted")
FEE_UNITS = ("flat", "hour", "day")
FEE_STATUSES = ("not-offered", "offered", "agreed", "declined", "paid")
FEE_DECLINERS = ("holder", "organiser")
FEE_METHODS = ("bank", "cash", "mobile-money", "voucher", "other")
CONDITIONS = (
    "none",
    "branding",
    "community-quota",
    "speaker-veto",
    "content-approval",
    "message-restriction",
    "anti-prostitution-pledge",
    "population-exclusion",
    "data-sharing",
)
SPONSOR_KINDS = ("money", "in-kind")
OUTCOMES = ("agreed", "changed", "partly", "objected", "no-answer", "declined")
LEFT_OUT_REASONS = (
    "inconvenient",
    "no-time",
    "controversial",
    "partner-discomfort",
    "donor-discomfort",
    "no-contact",
    "asked-by-community",
    "safety",
)
STATEMENT_KINDS = ("declaration", "outcome-statement", "letter", "recommendations", "report")
ANSWERS = ("accepted", "partly", "refused")
SOURCE_KINDS = ("community-led", "joint-un-community", "academic", "policy", "un", "government", "media")
WORK_ROLES = ("consultant", "facilitator", "trainer", "researcher", "rapporteur", "drafter", "evaluator")
PREVIOUS_ROLES = ("invited", "speaker", "co-organiser", "co-sponsor", "lead")
PURPOSES = ("advocacy", "policy", "capacity", "movement", "funding")
HOST_LAWS = ("criminalised", "partly", "decriminalised")
CHILDCARE = ("none", "on-site", "allowance")
VERDICTS = ("met", "not-met", "not-applicable")
IMPORT_SOURCES = ("sheet", "indico", "pretalx", "schedule", "icalendar", "sessionize")
# Tables that stand once; to the rules they are always there, with or without keys.
SINGLE_TABLES = ("event", "partnership", "evaluation", "assessment", "safety", "access", "budget", "import")
RESERVED_IDS = frozenset(
    (
        "plan",
        "event",
        "partnership",
        "evaluation",
        "assessment",
        "safety",
        "access",
        "budget",
        "import",
        "self",
        "holder",
    )
)
WITHHELD = "withheld"
FORMAT = 1


def order_of(population: str) -> tuple[int, str]:
    """Where a population stands in the vocabulary's order; `other:TEXT` comes last, by its text."""
    try:
        return (POPULATIONS.index(population), "")
    except ValueError:
        return (len(POPULATIONS), population)
