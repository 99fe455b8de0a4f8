"""Words that report: which verbs and nouns are cues, and what they take as content."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAY = _words(
    "accept acknowledge add admit advise affirm agree allege announce answer argue ask assert assure "
    "believe boast brag caution charge claim clarify comment complain concede conclude confess confirm "
    "contend counter declare demand deny determine disclose doubt emphasise emphasize "
    "estimate exclaim expect explain fear figure find forecast guarantee hint hope imply "
    "indicate inform insist joke know lament learn maintain mention note object observe opine "
    "pledge point post predict proclaim promise propose quip realise realize reason recall recommend "
    "reiterate remark remind repeat reply report respond retort reveal say show sigh speculate "
    "state stress suggest suspect swear tell testify think threaten tout tweet understand underline "
    "underscore urge vow warn wonder worry write stipulate rule decide brief"
)
"""Lemmas of verbs that take a clause or a quotation."""

INFINITIVE = _words(
    "agree aim ask beg call decline demand encourage expect hope intend invite "
    "mean offer order plan pledge prefer prepare promise propose push refuse seek swear "
    "tell threaten urge volunteer vow want warn wish press appeal "
)
"""Lemmas of verbs whose infinitive is what somebody wants, plans or asks of another."""

OBJECT = _words(
    "accuse advocate announce applaud approve assail back blame blast call challenge "
    "cite commend condemn confirm consider criticise criticize decry defend demand denounce deny "
    "deride describe detail dismiss disavow discuss dispute embrace emphasize endorse exhort explain "
    "express fault fear hail hint honor ignore laud mock "
    "name note oppose outline pan pledge praise predict promise propose protest question "
    "recall recommend refute reiterate reject repeat reveal ridicule slam slap stress "
    "suggest support tout trumpet unveil urge voice vow want warn admire defy rebuff rebuke "
    "regret resent respect threaten condone mourn dread envy proclaim label characterize characterise "
    "lambaste scold thank congratulate disclose estimate highlight reference"
)
"""Lemmas of verbs whose noun object is what somebody says, supports, rejects or wants."""

PREPOSITION = {
    "call": "for", "push": "for", "ask": "for", "refer": "to", "point": "to", "object": "to",
    "appeal": "for", "complain": "about", "talk": "about", "speak": "about", "worry": "about",
    "warn": "of", "agree": "with", "disagree": "with", "speculate": "about", "comment": "on",
    "argue": "for", "allude": "to", "think": "about", "insist": "on", "hope": "for", "boast": "of",
    "apologize": "for", "plead": "for", "hint": "at", "lash": "out", "rail": "against",
}  # fmt: skip
"""Lemmas of verbs whose content stands behind a preposition, and that preposition."""

NOUNS = _words(
    "accusation admission allegation announcement argument assertion assessment belief call "
    "charge claim commitment comment complaint concern conclusion confidence conviction criticism "
    "decision declaration demand denial desire doubt endorsement estimate expectation fear finding "
    "hope idea impression intention observation offer opinion opposition plan pledge position "
    "prediction promise proposal question readiness remark report request statement "
    "suggestion support suspicion testimony theory threat view vow warning willingness wish worry"
)
"""Nouns that report: "his belief that …", "her readiness for …"."""

ADJECTIVES = _words(
    "afraid angry aware certain clear concerned confident convinced disappointed eager glad happy "
    "hopeful optimistic pessimistic proud ready sceptical skeptical sure surprised unsure upset "
    "willing worried shocked reluctant keen"
)
"""Adjectives that tell what somebody thinks: "is confident that …", "is ready to …"."""
