"""What each key of a plan means, in a line for whoever fills in a form; the context is `key-help/TABLE`, or `key-help`.

A key whose label says all has no line of its own: what kind of value it takes is told from the model.
"""

from __future__ import annotations

from eventreview.language import pgettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Keys of any table that says nothing of its own.
ANYWHERE = {
    "id": "A short name of this object, unique in the whole plan: small letters, digits, hyphens. Take one that names nobody.",
    "notes": "Free text, for you. Rules look into it for e-mail addresses and phone numbers alone, which don’t belong there.",
    "concerns": "The populations whose lives it is about.",
    "scope": "How far it reaches.",
    "languages": "Language tags such as en, fr, sw.",
    "currency": "Three letters, such as EUR.",
    "reason": "In a few words, without naming anybody.",
    "agenda_fixed_on": "The day from which the agenda could no longer be changed.",
    "organisation": "An organisation of this plan.",
    "left_out": "Populations left out, each with the reason.",
    "ref": "Narrows it to one panel, place or statement.",
    "format": "The format of the file: 1.",
    "stage": "How far the plan is; rules wait for their stage.",
    "as_of": "The day the plan speaks from. Dates after it are intentions, never proof.",
}

OF_TABLE: dict[str, dict[str, str]] = {
    "event": {
        "title": "As it is printed.",
        "kind": "A side event is inside the host process; a parallel event is beside it.",
        "timezone": "The name of a time zone, such as Europe/Zurich.",
        "country": "Two letters, such as CH.",
        "host_process": "The process that it belongs to, such as CSW71.",
        "aims": "What the event says it is for.",
        "accreditation_via": "The organisation through which people are accredited.",
        "fee_policy": "Who is paid: all the same, by role, or nobody.",
        "starts": "Needed once the programme is published. A date, or a date and a time.",
    },
    "organisations": {
        "led_by": "By its own declaration. An empty list: it declared that no community leads it. Not stated: nobody has said.",
        "led_by_basis": "What that declaration rests on.",
        "led_by_verified_by": "The organisation that verified it.",
        "member_of": "Networks of this plan that it belongs to.",
        "roles": "What it is to the event. A co-sponsor convenes; money has a table of its own.",
        "listed_publicly": "Whether it is shown on the programme, the poster or the site.",
        "listing_agreed_on": "The day it agreed to be shown.",
        "position": "What it says publicly on sex work law; with the source and the day.",
        "capacity_changed_on": "The day its staff or means changed, so that an old agreement should be looked at again.",
        "selection_process": "How it chooses who speaks for it.",
    },
    "panels": {
        "kind": "A closed caucus is for the community alone.",
        "concerns": "Where it says nothing, the event’s.",
        "questions_minutes": "The length of its question time, in minutes.",
        "framing": "What it is asked to speak about.",
        "screens_questions": "Whether the moderator may refuse intrusive questions.",
        "recording_shown_on": "The day its speakers were shown the cut.",
        "recording_published_on": "The day the recording was put out.",
    },
    "speakers": {
        "status": "Open: nobody yet. Reserved to confirmed: held. Declined and withdrawn: given up.",
        "display": "What is printed on the programme. No report of this program prints it.",
        "person": "An opaque tag that links two places of one holder; never printed in a report.",
        "organisation": "The organisation that the place is held for.",
        "listed_as": "The affiliation as printed. It is not a mandate.",
        "represents": "Whose voice the place carries.",
        "basis": "Whether an organisation or the holder stands for that.",
        "self_declared": "Only by the holder’s own wish. Nobody asks for it.",
        "confirmed_by": "Organisations that confirm the mandate.",
        "chosen_by": "The organisation that designated the holder.",
        "replaces": "The place that this one stands in for.",
        "out_on": "The day the place was declined or left; never why.",
        "minutes": "Speaking time, in minutes.",
        "mode_chosen_by": "Who chose the form of presence: the holder (self) or an organisation.",
        "label_chosen_by": "Who chose the title: the holder (self) or an organisation.",
        "label_kind": "How the programme titles the holder.",
        "speaks_on_behalf_of": "Others that the place claims to speak for. Each needs a delegation.",
        "delegated_by": "The organisation that asked the holder to speak for it.",
        "utc_offset": "Such as +02:00: is the hour bearable where the holder is?",
    },
    "consent": {
        "on": "The day consent was given. Channel by channel, and it can be withdrawn.",
        "named": "Whether the name may be shown. Ask: the holder is to be asked first.",
    },
    "fee": {
        "amount": "The number alone; 0 where none is paid.",
        "currency": "Three letters, such as EUR; else the event’s.",
        "rate": "What one unit of this currency is worth in the event’s.",
        "declined_by": "Who declined it: the holder, or the organiser.",
        "paid_to": "The holder, or an organisation.",
        "prepaid": "Whether it is paid before the costs arise.",
    },
    "sponsors": {
        "conditions": "What the money is tied to; none where it is free.",
        "quota": "How many places the condition asks for.",
    },
    "consultations": {
        "by": "The organisation that asked.",
        "with": "The one organisation that was asked; several: an entry for each.",
        "about": "What it was asked about.",
        "outcome": "What it answered, or that it didn’t.",
        "changes": "What changed because of the answer.",
        "reply_given_on": "The day the organiser told it what became of its answer.",
        "reason": "Why an objection was not followed.",
        "paid": "Whether its time was paid.",
    },
    "decisions": {
        "made_by": "The organisations that decided.",
        "binds": "The populations whose lives the decision touches.",
    },
    "statements": {
        "drafters": "The organisations that hold the pen.",
        "drafting_from": "The day the writing began.",
        "names_groups": "The groups that the text names.",
        "signatories": "The organisations that it is signed by.",
        "supplement_to": "The statement that this one stands beside.",
        "linked_from_main": "Whether the main text points to this one.",
    },
    "sources": {
        "used_in": "Panels and statements that rest on it.",
        "credited": "Whether its makers are named where it is used.",
    },
    "partnership": {
        "managed_by": "The organisations that run it.",
        "changes": "What the last look at it changed.",
    },
    "evaluation": {
        "criteria_agreed_with": "The organisations with which the criteria were agreed.",
    },
    "reviews": {
        "asks": "The questions that were asked, one a line.",
    },
    "lessons": {
        "rule": "The rule it is about; one that fails again weighs more.",
        "response": "What was done about it.",
    },
    "previous": {
        "edition": "Which earlier event, such as 2025.",
    },
    "notices": {
        "opportunity": "What was announced, such as a call for speakers.",
    },
    "collectives": {
        "asked_to_join_on": "The day it was asked to take sex worker-led organisations in.",
    },
    "bridges": {
        "to": "The organisation that the door is opened to.",
        "direct": "Whether they now speak without a go-between.",
    },
    "safety": {
        "host_law": "The law on sex work where the event is held.",
        "police_agreed_by": "Organisations that agreed to police being there; empty: nobody was asked.",
        "retention_days": "Days after which the data of participants are deleted.",
        "badge_name_choice": "Whether people choose the name on their badge.",
    },
    "access": {
        "interpretation": "Pairs of languages, such as en-fr.",
    },
    "budget": {
        "community_share": "Between 0 and 1: 0.25 is a quarter.",
    },
    "judgements": {
        "by": "The organisation that answered. Where the community judges, only one led by it.",
        "covers": "Written by the program: when what was judged changes, the question opens again.",
    },
    "waivers": {
        "agreed_by": "Who agreed. Where the community judges, only an organisation led by it.",
        "until": "At most 366 days on; past it, the finding comes back.",
        "covers": "Written by the program: when what was agreed to changes, the finding comes back.",
    },
}


def help_of_key(table: str, key: str) -> str:
    """What a key means, in the language in use; "" where its label says all. table: such as `panels` or `speakers`."""
    name = table.rpartition(".")[2]
    said = OF_TABLE.get(name, {}).get(key)
    if said is not None:
        return pgettext(f"key-help/{name}", said)
    said = ANYWHERE.get(key)
    return pgettext("key-help", said) if said is not None else ""


def messages() -> Iterator[tuple[str, str]]:
    """Context and English of every line, for the catalogue."""
    for said in ANYWHERE.values():
        yield "key-help", said
    for table, lines in OF_TABLE.items():
        for said in lines.values():
            yield f"key-help/{table}", said
