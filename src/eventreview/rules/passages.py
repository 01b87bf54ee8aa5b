"""The passages of the allyship note: where each stands, what it says in our words, and how it is cited.

The note is a briefing in French by the global network of sex worker projects. Headings are its own, in its own spelling
and case; its sentences are never copied. Ids are stable: never renumbered, never reused.
"""

from __future__ import annotations

from eventreview.language import npgettext, pgettext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# By the letter of the ids: the section's heading in the note, and its gloss. The opening paragraph (C) has no heading.
SECTIONS = {
    "D": (
        "Définir ce que sont un partenariat et une collaboration significatifs",
        "What meaningful partnership and collaboration are",
    ),
    "R": (
        "Reconnaître l’expertise des travailleurSEs du sexe",
        "Recognising sex workers' expertise",
    ),
    "L": (
        "Écouter les travailleurSEs du sexe",
        "Listening to sex workers",
    ),
    "V": (
        "Valoriser les contributions des travailleurSEs du sexe à la recherche",
        "Valuing sex workers' contributions to research",
    ),
    "A": (
        "Le rôle des alliés",
        "The role of allies",
    ),
    "F": (
        "Faciliter l’inclusion dans les espaces de plaidoyer et d’élaboration des politiques",
        "Easing inclusion in advocacy and policy-making spaces",
    ),
    "P": (
        "Promouvoir la participation active et égalitaire des travailleurSEs du sexe",
        "Promoting sex workers' active and equal participation",
    ),
    "B": (
        "Promouvoir les relations avec les autres parties prenantes",
        "Promoting relations with other stakeholders",
    ),
    "X": (
        "Conclusion",
        "Conclusion",
    ),
}

PARAPHRASES = {
    "C1": "The note sets out principles and good practice for real partnership with sex worker-led organisations.",
    "C2": (
        "Allies make a difference when they treat sex workers as experts and involve them in every policy, "
        "programme, discussion and decision about their lives."
    ),
    "C3": (
        "Where that is missing, allies can discredit sex workers, hide them from view or shut them out, whether "
        "they mean to or not."
    ),
    "C4": "Cases from practice show the harm, and what is expected of allies so that a partnership lasts.",
    "D1": "Meaningful collaboration is the ground of partnerships that last and that make sex workers more autonomous.",
    "D2": (
        "Sex workers take a full and real part in every side of the policies, programmes, decisions and "
        "discussions about them."
    ),
    "D3": "They have as much say as any other party in how a partnership is run and how it is judged.",
    "D4": (
        "International guidance of 2013 by UN agencies and the network (the SWIT) makes meaningful participation "
        "a necessary part of community empowerment."
    ),
    "D5": "The SWIT adds that partnerships change over time, in step with what the organisations are able to take on.",
    "D6": (
        "Meaningful participation builds trust and honest, lasting ties; as sex workers and their organisations "
        "grow stronger, power is increasingly expected to be shared with them or handed over."
    ),
    "D7": (
        "Allies keep reflecting on their partnerships and keep improving how, and in what spirit, they involve "
        "sex workers."
    ),
    "D8": (
        "The network's assessment tool of 2018 serves both sides: to see whether one involves sex workers "
        "meaningfully, or is meaningfully involved."
    ),
    "R1": (
        "There is no real partnership without accepting that sex workers are the experts on their own lives and work."
    ),
    "R2": "Their knowledge covers the strengths of their communities as well as the hardships.",
    "R3": (
        "Nobody is better placed to name the structural, economic and social barriers to their rights, and to "
        "find and carry strategies that meet their communities' needs."
    ),
    "R4": (
        "Allies work with sex workers as consultants, speakers, researchers, educators and programme managers, "
        "and see them as full collaborators."
    ),
    "R5": "Their skills and expertise reach beyond sex work, and allies acknowledge it.",
    "R6": "Their expertise should always be paid, as other experts' is.",
    "L1": (
        "Wherever their lives are discussed or decided on, sex workers' demands and expertise come first and are "
        "put forward."
    ),
    "L2": "Sex workers decide how, and by whom, they are represented.",
    "L3": "Being close to sex workers, or knowing the subject, never entitles an ally to speak or decide for them.",
    "L4": (
        "For an earlier CSW event co-sponsored with the network, allies named the sex worker speakers without "
        "asking the network first."
    ),
    "L5": (
        "Not meant so, it was felt as slighting the expertise of a worldwide network in close touch with sex "
        "worker leaders everywhere."
    ),
    "L6": "The network raised it; since then the allies leave the choice of those speakers to it at every CSW event.",
    "L7": (
        "In 2021 they co-sponsored an event beside CSW65 that went well, with a panel of three sex workers and "
        "three allies."
    ),
    "V1": (
        "Sex worker-led organisations have given much to research, policy debate and international guidance: firm "
        "evidence, grounded in the lives of diverse communities."
    ),
    "V2": (
        "That evidence spans many subjects and regions; it records harm, stigma and discrimination, and also what "
        "the organisations achieved and what works in collaboration."
    ),
    "V3": "The SWIT is a leading example of this work, and tools for other key populations are modelled on it.",
    "V4": "The newer resources and advocacy tools that these organisations keep making have not had the same credit.",
    "V5": (
        "The network's resource centre gathers community research, publications and guidance for organisations "
        "and allies to use."
    ),
    "V6": (
        "Resting only on academics' and policy makers' data passes over the variety of sex workers' lives, denies "
        "their expertise and can feed myths and wrong information."
    ),
    "A1": "Allies commit to meaningful collaboration and to recognising expertise.",
    "A2": "On that footing they can do much for sex workers' human rights and for the strength of their organisations.",
    "A3": "The commitment takes concerted effort in practice, and lessons drawn from what went wrong.",
    "F1": (
        "Allies have a key part in opening spaces that have shut sex workers out and run them down, such as the "
        "platforms of the women's movement."
    ),
    "F2": (
        "Partnerships within that movement, SWIFA above all, gave women sex workers a larger part at the CSW, the "
        "Generation Equality Forum and in CEDAW work."
    ),
    "F3": "Even so, traditional allies still regularly overlook and exclude sex workers.",
    "F4": "Exclusion that nobody intended still harms sex workers, and the partnership's chances of lasting.",
    "F5": (
        "In 2020 a worldwide feminist alliance, led by an ally of the network, wrote a statement calling for "
        "feminist policy in the pandemic."
    ),
    "F6": "The network was given no chance to contribute while the text was being drafted.",
    "F7": (
        "So women sex workers and women who use drugs were missing from its list of groups that the pandemic "
        "pushed further to the margins."
    ),
    "F8": (
        "The alliance would not amend the text to name them; after talks with the network it agreed to a "
        "supplementary statement that includes them."
    ),
    "F9": (
        "Even with allies present, sex workers still have to fight to be visible in the texts and policies about them."
    ),
    "F10": (
        "Allies push for sex workers' inclusion actively and every time, at each stage of advocacy, policy making "
        "and decisions, even when that is awkward or inconvenient for them."
    ),
    "F11": (
        "Not reckoning with sex workers, not telling them of chances to advocate, or not including them in "
        "existing collaborations deepens systemic exclusion and shakes their trust."
    ),
    "P1": (
        "Where sex workers are invited to shape programmes or policies, or to sit where decisions are made, their "
        "part often stays symbolic and shallow."
    ),
    "P2": (
        "Some organisations invite people of one marginalised population to stand in for others; the others "
        "become less visible still and the purpose is undermined."
    ),
    "P3": (
        "The proposal for an international online meeting on HIV prevention invited two representatives of gay "
        "men and other men who have sex with men, and left out people who use drugs, sex workers and trans "
        "people."
    ),
    "P4": (
        "The message it sent: the needs, priorities and identities proper to each criminalised and marginalised "
        "group were not understood, or not respected."
    ),
    "P5": (
        "By making some key populations invisible, the organisers also missed their own stated aim of putting "
        "communities first."
    ),
    "P6": (
        "Sex workers are always invited to take an active part as full collaborators, never as a symbol that "
        "fills a quota, looks diverse or satisfies a donor."
    ),
    "P7": (
        "Sex workers and every other key population can represent their own communities, on the same footing as "
        "anyone else."
    ),
    "B1": (
        "Allies can help sex worker-led organisations meet human rights institutions, civil society, governments "
        "and other parties with influence."
    ),
    "B2": (
        "This matters because sex workers are widely kept out of the forums, international and national, that "
        "shape programmes and policies, and so away from people and bodies with power."
    ),
    "B3": (
        "Allies can be a bridge towards new partnerships and alliances, for advocacy, policy, stronger "
        "organisations and movements, and funding."
    ),
    "X1": "The network values its ties with its allies and is glad to deepen and widen them.",
    "X2": "Allies put in their share too, and do not grow complacent.",
    "X3": (
        "A solid ally needs no great means or grand gestures, only the commitment to listen to sex workers and "
        "learn from their experience."
    ),
    "X4": "Allies are ready to look critically at the effects of what they do, so as to grow and improve.",
    "X5": "Such partnership is not built overnight; experience shows that both sides gain and that it is worth it.",
}

# Passages that no rule carries, and why.
WITHOUT_RULE = {
    "C1": "purpose of the note; all rules serve it",
    "C3": "principle of every message: effects, not motives",
    "C4": "announces the examples; their rules stand at L, F and P",
    "A1": "sums up D and R; carried by their rules",
    "F4": "principle of every message: effects, not motives",
    "X1": "courtesy of the conclusion, no norm",
    "X3": "principle of proportion: small or poor is no error",
    "X5": "principle of the stages: early means not yet, no error",
}

IDS = tuple(PARAPHRASES)


def passage(id: str) -> str:
    """Give our paraphrase of a passage in the language in use; KeyError for an id that isn't in IDS."""
    return pgettext(f"passage/{id}", PARAPHRASES[id])


def heading(id: str) -> str | None:
    """Give the French heading of a passage's section; None in the opening paragraph. KeyError as above."""
    return _section(id)[0]


def gloss(id: str) -> str | None:
    """Give the English of the heading of a passage's section; None in the opening paragraph. KeyError as above."""
    return _section(id)[1]


def cite(id: str) -> str:
    """Give the full citation of a passage in the language in use; KeyError for an id that isn't in IDS."""
    return cite_all([id])[0]


def cite_all(ids: Iterable[str]) -> list[str]:
    """Give one full citation for each section that `ids` come from, in their order; KeyError as above."""
    by_section: dict[str | None, list[str]] = {}
    for passage_id in ids:
        by_section.setdefault(heading(passage_id), []).append(passage_id)
    citations = []
    for section, together in by_section.items():
        n = len(together)
        if section is None:
            text = npgettext(
                "citation",
                "allyship note, opening paragraph, passage {ids}",
                "allyship note, opening paragraph, passages {ids}",
                n,
            )
        else:
            text = npgettext(
                "citation",
                "allyship note, section «{section}», passage {ids}",
                "allyship note, section «{section}», passages {ids}",
                n,
            )
        citations.append(text.format(section=section, ids=" ".join(together)))
    return citations


def why_no_rule(id: str) -> str | None:
    """Say why no rule carries a passage, in the language in use; None where rules do."""
    why = WITHOUT_RULE.get(id)
    return None if why is None else pgettext("passage-without-rule", why)


def messages() -> Iterator[tuple[str, str]]:
    """Give context and English of every paraphrase and reason, for the catalogue."""
    for passage_id, paraphrase in PARAPHRASES.items():
        yield f"passage/{passage_id}", paraphrase
    for why in WITHOUT_RULE.values():
        yield "passage-without-rule", why


def _section(id: str) -> tuple[str, str] | tuple[None, None]:
    """Give heading and gloss of the section an id stands in."""
    if id not in PARAPHRASES:
        raise KeyError(id)
    return SECTIONS.get(id[0], (None, None))
