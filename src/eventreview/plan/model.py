"""The plan, format 1: every table and key, declared once. FORMAT.md is the contract; the order here is its order."""

from __future__ import annotations

from eventreview.plan import vocabulary as v
from eventreview.plan.fields import (
    Table,
    boolean,
    date,
    identifier,
    moment,
    number,
    place_of_finding,
    population,
    populations,
    reference,
    references,
    rule_code,
    table,
    tables,
    tag,
    text,
    texts,
    when,
    whole,
    word,
    words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from datetime import datetime

    Date = dt.date
    When = Date | datetime
    Ids = tuple[str, ...]
    Populations = tuple[str, ...]
    Path = tuple[str | int, ...]

ORG = "organisations"


class Event(Table, name="event"):
    title: str | None = text(required=True)
    concerns: Populations | None = populations(required=True)
    id: str | None = identifier()
    kind: str | None = word(v.EVENT_KINDS)
    mode: str | None = word(v.EVENT_MODES)
    scope: str | None = word(v.SCOPES)
    starts: When | None = when()
    ends: When | None = when()
    timezone: str | None = text(shape="timezone")
    city: str | None = text()
    country: str | None = text(shape="country")
    host_process: str | None = text()
    languages: tuple[str, ...] | None = texts(shape="language")
    aims: tuple[str, ...] | None = words(v.AIMS)
    agenda_fixed_on: Date | None = date()
    published_on: Date | None = date()
    recorded: bool | None = boolean()
    accreditation_needed: bool | None = boolean()
    accreditation_via: str | None = reference(ORG)
    currency: str | None = text(shape="currency")
    fee_policy: str | None = word(v.FEE_POLICIES)


class Organisation(Table, name="organisations"):
    id: str | None = identifier(required=True)
    name: str | None = text(required=True)
    kind: str | None = word(v.ORGANISATION_KINDS)
    led_by: Populations | None = populations(group=False)
    led_by_basis: str | None = word(v.LED_BY_BASES)
    led_by_verified_by: str | None = reference(ORG)
    scope: str | None = word(v.SCOPES)
    member_of: Ids | None = references(ORG)
    roles: tuple[str, ...] | None = words(v.ORGANISATION_ROLES)
    listed_publicly: bool | None = boolean()
    listing_agreed_on: Date | None = date()
    position: str | None = word(v.POSITIONS)
    position_source: str | None = text()
    position_on: Date | None = date()
    capacity_changed_on: Date | None = date()
    selection_process: str | None = text()


class Consent(Table, name="consent"):
    named: str | None = word(v.CONSENTS)
    photo: str | None = word(v.CONSENTS)
    recorded: str | None = word(v.CONSENTS)
    streamed: str | None = word(v.CONSENTS)
    quoted: str | None = word(v.CONSENTS)
    on: Date | None = date()
    withdrawn_on: Date | None = date()


class Fee(Table, name="fee"):
    amount: int | float | None = number(required=True)
    currency: str | None = text(shape="currency")
    unit: str | None = word(v.FEE_UNITS, default="flat")
    rate: int | float | None = number(least=None)
    status: str | None = word(v.FEE_STATUSES, default="offered")
    declined_by: str | None = word(v.FEE_DECLINERS)
    paid_to: str | None = reference(ORG, also=("holder",))
    method: str | None = word(v.FEE_METHODS)
    prepaid: bool | None = boolean()


class Place(Table, name="speakers"):
    id: str | None = identifier(required=True)
    role: str | None = word(v.PLACE_ROLES, default="panellist")
    status: str | None = word(v.PLACE_STATUSES, default="reserved")
    display: str | None = text(private=True)
    display_kind: str | None = word(v.DISPLAY_KINDS)
    person: str | None = tag()
    organisation: str | None = reference(ORG)
    listed_as: str | None = text(private=True)
    represents: Populations | None = populations(group=False)
    basis: str | None = word(v.BASES, default="organisation")
    self_declared: bool | None = boolean()
    confirmed_by: Ids | None = references(ORG)
    chosen_by: str | None = reference(ORG)
    chosen_on: When | None = when()
    invited_on: Date | None = date()
    replaces: str | None = reference("speakers")
    out_on: Date | None = date()
    minutes: int | None = whole()
    starts: When | None = when()
    talk: str | None = word(v.TALKS)
    mode: str | None = word(v.PLACE_MODES)
    mode_chosen_by: str | None = reference(ORG, also=("self",))
    label_kind: str | None = word(v.LABEL_KINDS)
    label_chosen_by: str | None = reference(ORG, also=("self",))
    speaks_on_behalf_of: Populations | None = populations()
    delegated_by: str | None = reference(ORG)
    delegated_on: Date | None = date()
    languages: tuple[str, ...] | None = texts(shape="language")
    utc_offset: str | None = text(shape="utc-offset")
    consent: Consent | None = table(Consent)
    fee: Fee | None = table(Fee)
    import_ref: str | None = text()
    import_digest: str | None = text()

    if TYPE_CHECKING:
        parent: Panel


class Panel(Table, name="panels"):
    id: str | None = identifier(required=True)
    title: str | None = text(required=True)
    kind: str | None = word(v.PANEL_KINDS, default="panel")
    concerns: Populations | None = populations()
    starts: When | None = when()
    minutes: int | None = whole()
    questions_minutes: int | None = whole()
    proposed_by: Ids | None = references(ORG)
    agenda_set_with: Ids | None = references(ORG)
    framing: tuple[str, ...] | None = words(v.FRAMINGS)
    agenda_fixed_on: Date | None = date()
    recorded: bool | None = boolean()
    streamed: bool | None = boolean()
    screens_questions: bool | None = boolean()
    recording_shown_on: Date | None = date()
    recording_published_on: Date | None = date()
    import_ref: str | None = text()
    import_digest: str | None = text()
    speakers: tuple[Place, ...] = tables(Place)


class Sponsor(Table, name="sponsors"):
    organisation: str | None = reference(ORG, required=True)
    conditions: tuple[str, ...] | None = words(v.CONDITIONS, required=True, whole_key=True)
    quota: int | None = whole()
    amount: int | float | None = number()
    currency: str | None = text(shape="currency")
    kind: str | None = word(v.SPONSOR_KINDS)


class Consultation(Table, name="consultations"):
    id: str | None = identifier(required=True)
    by: str = reference(ORG, required=True)
    with_: str = reference(ORG, required=True)
    about: tuple[str, ...] = words(v.SUBJECTS, required=True)
    asked_on: When = when(required=True)
    ref: str | None = reference("panels", "speakers", "statements")
    reply_by: When | None = when()
    answered_on: When | None = when()
    outcome: str | None = word(v.OUTCOMES)
    changes: str | None = text()
    reply_summary: str | None = text()
    reason: str | None = text()
    reply_given_on: Date | None = date()
    paid: bool | None = boolean()


class LeftOut(Table, name="left_out"):
    population: str = population(required=True)
    reason: str = word(v.LEFT_OUT_REASONS, required=True)
    by: str | None = reference(ORG)


class Decision(Table, name="decisions"):
    what: str = word(v.SUBJECTS, required=True)
    made_on: When = when(required=True)
    made_by: Ids = references(ORG, required=True)
    ref: str | None = reference("panels", "speakers", "statements")
    binds: Populations | None = populations()
    reason: str | None = text()
    left_out: tuple[LeftOut, ...] = tables(LeftOut)


class SignOff(Table, name="sign_off"):
    organisation: str = reference(ORG, required=True)
    on: Date = date(required=True)


class Request(Table, name="requests"):
    by: str = reference(ORG, required=True)
    asked_on: Date = date(required=True)
    ask: str = text(required=True)
    answer: str | None = word(v.ANSWERS)
    reason: str | None = text()


class Statement(Table, name="statements"):
    id: str | None = identifier(required=True)
    title: str | None = text(required=True)
    drafters: Ids | None = references(ORG, required=True)
    kind: str | None = word(v.STATEMENT_KINDS)
    concerns: Populations | None = populations()
    drafting_from: Date | None = date()
    finalised_on: Date | None = date()
    published_on: Date | None = date()
    names_groups: Populations | None = populations()
    left_out: tuple[LeftOut, ...] = tables(LeftOut)
    signatories: Ids | None = references(ORG)
    sign_off: tuple[SignOff, ...] = tables(SignOff)
    requests: tuple[Request, ...] = tables(Request)
    supplement_to: str | None = reference("statements")
    linked_from_main: bool | None = boolean()
    sent_to: Ids | None = references(ORG)
    sent_on: Date | None = date()


class Source(Table, name="sources"):
    title: str = text(required=True)
    kind: str = word(v.SOURCE_KINDS, required=True)
    produced_by: str | None = text()
    year: int | None = whole(least=None)
    regions: tuple[str, ...] | None = texts()
    themes: tuple[str, ...] | None = texts()
    used_in: Ids | None = references("panels", "statements")
    credited: bool | None = boolean()
    url: str | None = text()


class Work(Table, name="work"):
    id: str | None = identifier(required=True)
    organisation: str = reference(ORG, required=True)
    role: str = word(v.WORK_ROLES, required=True)
    paid: bool | None = boolean()
    fee: Fee | None = table(Fee)


class Seat(Table, name="seats"):
    organisation: str = reference(ORG, required=True)
    vote: bool = boolean(required=True)


class Partnership(Table, name="partnership"):
    agreed_on: Date | None = date()
    managed_by: Ids | None = references(ORG)
    seats: tuple[Seat, ...] = tables(Seat)
    last_review_on: Date | None = date()
    changes: str | None = text()


class Evaluation(Table, name="evaluation"):
    planned_on: Date | None = date()
    by: Ids | None = references(ORG)
    criteria_agreed_with: Ids | None = references(ORG)
    shared_with: Ids | None = references(ORG)
    shared_on: Date | None = date()


class Reflection(Table, name="reviews"):
    on: Date = date(required=True)
    by: Ids = references(ORG, required=True)
    asks: tuple[str, ...] | None = texts()


class Assessment(Table, name="assessment"):
    tool: str | None = text()
    organiser_on: Date | None = date()
    community_on: Date | None = date()
    findings: str | None = text()


class Lesson(Table, name="lessons"):
    raised_on: Date = date(required=True)
    raised_by: str = reference(ORG, required=True)
    what: str = text(required=True)
    response: str | None = text()
    rule: str | None = rule_code()


class Previous(Table, name="previous"):
    edition: str = text(required=True)
    organisation: str = reference(ORG, required=True)
    role: str = word(v.PREVIOUS_ROLES, required=True)


class Notice(Table, name="notices"):
    opportunity: str = text(required=True)
    to: str = reference(ORG, required=True)
    sent_on: Date = date(required=True)
    deadline: Date = date(required=True)


class Collective(Table, name="collectives"):
    name: str = text(required=True)
    members: Ids = references(ORG, required=True)
    concerns: Populations | None = populations()
    asked_to_join_on: Date | None = date()


class Commitment(Table, name="commitments"):
    what: str = text(required=True)
    by: str = reference(ORG, required=True)
    due: Date | None = date()
    done_on: Date | None = date()
    reported_to: Ids | None = references(ORG)
    reported_on: Date | None = date()


class Bridge(Table, name="bridges"):
    community_organisation: str = reference(ORG, required=True)
    to: str = reference(ORG, required=True)
    purpose: str | None = word(v.PURPOSES)
    wanted_by_community: bool | None = boolean()
    direct: bool | None = boolean()
    on: Date | None = date()
    follow_up_on: Date | None = date()


class Safety(Table, name="safety"):
    host_law: str | None = word(v.HOST_LAWS, withheld=True)
    risk_assessed_on: Date | str | None = date(withheld=True)
    risk_assessed_with: Ids | str | None = references(ORG, withheld=True)
    visa_barriers_checked: bool | str | None = boolean(withheld=True)
    remote_alternative: bool | str | None = boolean(withheld=True)
    entry_barred: bool | str | None = boolean(withheld=True)
    attendee_list_public: bool | str | None = boolean(withheld=True)
    retention_days: int | str | None = whole(withheld=True)
    code_of_conduct: bool | str | None = boolean(withheld=True)
    contact: bool | str | None = boolean(withheld=True)
    disruption_plan: bool | str | None = boolean(withheld=True)
    moderator_briefed: bool | str | None = boolean(withheld=True)
    police_agreed_by: Ids | str | None = references(ORG, withheld=True)
    id_at_door: bool | str | None = boolean(withheld=True)
    badge_name_choice: bool | str | None = boolean(withheld=True)
    testimony_optional: bool | str | None = boolean(withheld=True)


class Access(Table, name="access"):
    interpretation: tuple[str, ...] | str | None = texts(shape="interpretation", withheld=True)
    captions: bool | str | None = boolean(withheld=True)
    step_free: bool | str | None = boolean(withheld=True)
    travel_prepaid: bool | str | None = boolean(withheld=True)
    quiet_room: bool | str | None = boolean(withheld=True)
    registration_waived: bool | str | None = boolean(withheld=True)
    payment_methods: tuple[str, ...] | str | None = words(v.FEE_METHODS, withheld=True)
    childcare: str | None = word(v.CHILDCARE, withheld=True)
    harm_reduction: bool | str | None = boolean(withheld=True)
    hours_agreed_with: Ids | str | None = references(ORG, withheld=True)


class Budget(Table, name="budget"):
    community_share: int | float | str | None = number(least=0, greatest=1, withheld=True)
    co_sponsor_costs_covered: bool | str | None = boolean(withheld=True)


class Judgement(Table, name="judgements"):
    rule: str = rule_code(required=True)
    at_: str = place_of_finding()
    verdict: str = word(v.VERDICTS, required=True)
    by: str = reference(ORG, required=True)
    on: Date = date(required=True)
    reason: str | None = text()
    covers: str | None = text()


class Waiver(Table, name="waivers"):
    rule: str = rule_code(required=True)
    at_: str = place_of_finding()
    reason: str = text(required=True)
    agreed_by: str = reference(ORG, required=True)
    on: Date = date(required=True)
    until: Date | None = date()
    covers: str | None = text()


class Import(Table, name="import"):
    source: str = word(v.IMPORT_SOURCES, required=True)
    host: str | None = text()
    event: str | None = text()
    retrieved_at: datetime | None = moment()
    version: str | None = text()


class Plan(Table, name=""):
    """The whole plan. Single tables are always there: an absent one is a table without keys (`has` tells).

    today: the day the plan is read on. today_from: "option", "as_of" or "clock".
    held_in_future: the stage says held, the calendar doesn't (FORM-10); the stage then counts as published.
    """

    __slots__ = ("objects", "today", "today_from")

    format: int | None = whole(least=None, required=True)
    stage: str | None = word(v.STAGES, required=True)
    as_of: Date | None = date()
    event: Event = table(Event)
    organisations: tuple[Organisation, ...] = tables(Organisation)
    panels: tuple[Panel, ...] = tables(Panel)
    sponsors: tuple[Sponsor, ...] = tables(Sponsor)
    consultations: tuple[Consultation, ...] = tables(Consultation)
    decisions: tuple[Decision, ...] = tables(Decision)
    statements: tuple[Statement, ...] = tables(Statement)
    sources: tuple[Source, ...] = tables(Source)
    work: tuple[Work, ...] = tables(Work)
    partnership: Partnership = table(Partnership)
    evaluation: Evaluation = table(Evaluation)
    reviews: tuple[Reflection, ...] = tables(Reflection)
    assessment: Assessment = table(Assessment)
    lessons: tuple[Lesson, ...] = tables(Lesson)
    previous: tuple[Previous, ...] = tables(Previous)
    notices: tuple[Notice, ...] = tables(Notice)
    collectives: tuple[Collective, ...] = tables(Collective)
    commitments: tuple[Commitment, ...] = tables(Commitment)
    bridges: tuple[Bridge, ...] = tables(Bridge)
    safety: Safety = table(Safety)
    access: Access = table(Access)
    budget: Budget = table(Budget)
    judgements: tuple[Judgement, ...] = tables(Judgement)
    waivers: tuple[Waiver, ...] = tables(Waiver)
    import_: Import = table(Import)

    if TYPE_CHECKING:
        today: Date
        today_from: str
        objects: dict[str, Table]

    def object_of(self, id: str | None) -> Table | None:
        """The object that a reference names, or None."""
        return self.objects.get(id) if id is not None else None


def key_order(path: Path) -> list[str]:
    """The keys of the table at a data path, in the order they are written.

    path: names and indexes from the root, such as ("panels", 0, "speakers", 1). An unknown table has no order: [].
    """
    cls: type[Table] = Plan
    for step in path:
        if isinstance(step, int):
            continue
        field = cls.FIELDS.get(step)
        if field is None or field.table is None:
            return []
        cls = field.table
    return list(cls.FIELDS)


def table_of(path: Path) -> type[Table] | None:
    """The class of the table at a data path, or None where the format knows no such table."""
    cls: type[Table] = Plan
    for step in path:
        if isinstance(step, int):
            continue
        field = cls.FIELDS.get(step)
        if field is None or field.table is None:
            return None
        cls = field.table
    return cls


def every_table(plan: Plan) -> list[Table]:
    """The plan and every table in it, nested ones included."""
    found: list[Table] = [plan]
    for each in found:
        for field in each.FIELDS.values():
            if field.kind == "table":
                nested = getattr(each, field.name)
                if nested is not None:
                    found.append(nested)
            elif field.kind == "tables":
                found.extend(getattr(each, field.name))
    return found
