"""Words that report: which cue, in which frame, is how likely an attribution.

A frame is how the content hangs on the cue (see ``rule_verbs`` and ``rule_nouns``). Words stand in
rows of falling likelihood: the share of their uses in that frame that annotators of news take for an
attribution, rounded, where they were seen often enough (PolNeAR train, Newell et al. 2018), else
that of words alike.
"""

from collections.abc import Mapping


def words(text: str) -> frozenset[str]:
    """The words of the text as a set."""
    return frozenset(text.split())


def _rows(rows: Mapping[float, str]) -> dict[str, float]:
    """Every word of the rows with its likelihood; words of two parts are joined by "_"."""
    found: dict[str, float] = {}
    for likelihood, row in sorted(rows.items()):
        found.update((word.replace("_", " "), likelihood) for word in row.split())
    return found


_SPOKEN = {
    0.8: "say tell add argue note warn joke contend describe point_out acknowledge find report "
    "insist admit conclude agree predict assert estimate complain confirm remark speculate "
    "caution pledge announce write tweet state",
    0.7: "suggest think ask claim explain indicate declare hope reveal question learn worry wonder "
    "promise demonstrate remind boast realize realise suspect doubt demand signal reiterate "
    "clarify calculate counter lament vow recommend make_clear respond concede deny allege "
    "recall emphasize emphasise stress brag testify proclaim disclose profess affirm maintain "
    "attest confess opine theorize theorise quip surmise fret grumble gripe marvel muse deduce",
    0.55: "show believe continue fear assure reply recognize recognise convince imply feel "
    "understand discuss post express point rule propose charge go_on hint denounce publish "
    "posit interject contradict inform rebut anticipate read underline underscore advise "
    "notify brief guarantee swear threaten urge forecast expect observe mention decide decree "
    "stipulate foresee envisage envision tout plead pray relate narrate recount repeat "
    "explain_away advocate trumpet tell_off retort shout yell exclaim whisper mutter sigh "
    "chant",
    0.45: "know determine consider allow guess forget address share presume conjecture reckon dream "
    "wish intimate figure regret rejoice bet dispute",
    0.35: "want assume object appreciate accept",
}
_BEFORE = {
    0.6: "say tell write add report tweet find announce warn point_out conclude declare note show "
    "read indicate concede agree confirm reveal suggest predict remark state respond claim "
    "insist explain estimate acknowledge admit allege assert contend caution joke quip promise "
    "pledge vow",
    0.45: "recall believe wonder stress emphasize emphasise observe maintain complain lament recount "
    "reason post counter boast hope fear suspect reckon guess",
}
_TO = {
    0.7: "decline vow promise vote liken",
    0.55: "want seek refuse call plan pledge hope agree expect like offer aim prefer claim call_on "
    "intend love plot consider forget threaten swear volunteer demand propose hesitate wish "
    "long yearn beg mean",
    0.4: "decide look go_on devote discuss strive require opt resolve resist call_upon plead push "
    "ask appeal campaign lobby urge profess purport",
    0.3: "respond refer determine",
}
_OBJECT = {
    0.8: "question",
    0.7: "express criticize criticise reject denounce note mock tout accuse blast prefer applaud "
    "outline credit bemoan liken deem voice decry deplore castigate berate chide extol",
    0.55: "endorse urge cite defend announce oppose discuss mention praise issue propose want recall "
    "explain condemn declare blame order confirm slam lay_out invoke reference stress thank "
    "disavow admit recite recommend play_down remember talk_up rip insult love refuse "
    "document assail dispute brush_off trumpet spell_out herald foreshadow disregard "
    "proclaim deride lambaste laud commend denigrate disparage ridicule belittle scold "
    "rebuke admonish hate admire disdain scorn",
    0.45: "seek demand say retweet appoint support describe highlight "
    "claim report dismiss reveal acknowledge repeat recognize recognise welcome reiterate "
    "state resist lament approve congratulate hail contemplate articulate attribute contradict "
    "rebut renounce attack post release answer persuade publicize single_out relish tick_off "
    "tweet_out underscore underline emphasize emphasise regret fear dread envy espouse condone "
    "refute vilify demonize pillory mourn decline resent respect distrust doubt suspect",
    0.35: "champion advocate threaten ask offer call address tweet show share nominate publish email "
    "chant feel broadcast circulate display introduce list name challenge echo embrace "
    "accept deny remind promise pledge consider promote ignore believe view understand warn "
    "detail disclose signal suggest unveil argue portray point_out recount shrug_off count "
    "concede repudiate bash indicate rule_out compare back predict estimate expect preach "
    "forecast contest trust value observe",
}
_OBJECT_AS = {
    0.75: "cite view",
    0.6: "see describe defend quote characterize characterise pitch position list frame dismiss "
    "identify regard hail mention tout denounce condemn praise deride reject decry brand label "
    "depict criticize criticise",
    0.45: "cast portray paint present attack slam reveal interpret",
}
_OBJECT_FOR = {
    0.65: "criticize criticise blame thank slam congratulate praise fault chide rebuke scold "
    "lambaste condemn",
    0.5: "blast attack mock credit endorse support back hit express voice offer nominate commend "
    "denounce",
}
_OBJECT_TO = {
    0.6: "order urge ask implore beg exhort advise warn",
    0.5: "persuade challenge propose announce tell instruct invite command direct entreat request",
    0.35: "encourage push press lobby pressure criticize",
}
_OBJECT_OF = {0.65: "accuse", 0.45: "warn remind assure suspect convict inform"}
_NAMED = {0.6: "call dub brand deem label name declare proclaim pronounce", 0.45: "consider term"}
_ABOUT = {
    0.65: "speak complain report joke brag boast worry fret gripe grumble",
    0.5: "talk think post gush rant warn inquire enquire tweet speculate muse lie",
    0.35: "ask know speak_out care write hear agonize dream",
}
_OF = {
    0.65: "warn boast accuse",
    0.5: "speak complain disapprove approve despair dream",
    0.3: "talk think",
}
_FOR = {
    0.65: "ask praise attack congratulate",
    0.5: "criticize criticise blame push blast campaign hope slam rail call advocate apologize "
    "apologise plead appeal argue",
    0.4: "vote vouch press lobby root cheer clamor clamour wish thank long",
}
_ON = {
    0.55: "comment weigh_in insist elaborate expound",
    0.4: "focus double_down touch speculate reflect remark opine",
}
_WITH = {
    0.55: "agree disagree concur sympathize sympathise",
    0.4: "show find side quibble identify differ reckon",
}
_AGAINST = {
    0.5: "defend caution rail warn campaign come_out argue inveigh protest vote lash_out speak_out "
    "decide fulminate",
}
_AS = {
    0.5: "view describe cite refer see regard defend quote dismiss characterize characterise frame "
    "pitch position",
    0.4: "portray identify list slam tout hail name present point paint",
}
_TOWARDS = {0.6: "liken", 0.4: "look devote agree", 0.35: "refer point object respond"}
_AT = {0.45: "hint lash_out balk sneer scoff bristle marvel laugh jab swipe wonder chafe"}
_FROM = {0.45: "distance"}
_OUT = {0.45: "believe delight rejoice"}

_PASSIVE_TO = {
    0.65: "expect say",
    0.5: "ask believe think know report allege rumor rumour understand estimate project forecast",
    0.3: "intend consider",
}
_PASSIVE_CLAUSE = {
    0.65: "ask tell quote say report",
    0.5: "show see inform assure remind warn convince reveal",
}
_PASSIVE_AS = {
    0.6: "know deem regard view describe see declare dub label characterize characterise",
    0.4: "consider identify portray name list criticize call depict cast brand",
}
_PASSIVE_BY = {
    0.65: "report criticize criticise condemn denounce praise accuse slam blast",
    0.5: "reject claim support endorse oppose back nominate dismiss welcome mock question blame "
    "cite confirm deny hail lambaste applaud defend deride challenge quote announce approve",
}
_PASSIVE = {0.4: "announce disclose confirm approve report mention"}
_PASSIVE_ABOUT = {0.5: "ask criticize criticise accuse charge blame question praise", 0.4: "warn"}

_THAT_NOUNS = {
    0.6: "concern notion confidence claim statement suggestion assertion belief argument insistence "
    "contention conviction allegation assurance warning complaint admission",
    0.45: "evidence doubt point report idea case hope fear view promise prediction conclusion "
    "accusation pledge announcement rumor rumour speculation revelation suspicion worry "
    "expectation feeling opinion theory acknowledgment acknowledgement declaration impression "
    "sense finding charge",
    0.3: "fact news word decision proposal recommendation demand realization",
}
_TO_NOUNS = {
    0.5: "plan promise proposal decision inclination desire intention vow reluctance unwillingness "
    "willingness pledge readiness refusal call request threat demand opposition hope wish "
    "eagerness determination",
    0.35: "reference need resistance commitment offer objection",
}
_OF_NOUNS = {
    0.75: "favor favour hope",
    0.5: "criticism mention defense defence opinion announcement denunciation critique condemnation "
    "praise rejection description characterization",
    0.3: "view idea statement message story accusation prediction embrace fear dislike denial",
}
_FOR_NOUNS = {
    0.4: "enthusiasm complaint plan support idea proposal call admiration readiness contempt "
    "respect disdain praise preference affection demand sympathy",
}
_ABOUT_NOUNS = {
    0.6: "concern comment joke doubt question complaint detail worry",
    0.4: "note word story message claim statement remark opinion feeling reservation skepticism lie "
    "anxiety",
}
_ON_NOUNS = {
    0.4: "attack comment thought statement criticism decision opinion position view stance assault "
    "remark",
}
_IN_NOUNS = {0.5: "interest confidence belief"}
_AGAINST_NOUNS = {0.4: "attack turn charge allegation accusation"}
_WITH_NOUNS = {0.35: "disagreement frustration dissatisfaction"}

_ADJECTIVES_THAT = {
    0.6: "confident glad aware hopeful concerned optimistic worried adamant upset certain convinced "
    "afraid happy proud sceptical skeptical doubtful disappointed pleased angry fearful "
    "positive clear unsure shocked insistent",
}
_ADJECTIVES_TO = {
    0.5: "willing eager devoted reluctant unwilling keen hesitant happy glad loath anxious",
    0.4: "ready",
    0.35: "determined careful afraid opposed",
}
_ADJECTIVES = {
    0.6: "critical skeptical sceptical supportive wary concerned worried upbeat confident unhappy "
    "enamored dismissive contemptuous optimistic pessimistic dubious enthusiastic furious "
    "angry passionate afraid fearful suspicious",
    0.45: "aware proud interested upset pleased satisfied sick fond sure certain convinced uncertain "
    "disappointed unsure jealous envious respectful disdainful scornful tired",
}

_STIRS = "anger rattle rankle alarm infuriate irk upset outrage unsettle enrage dismay offend appall appal horrify annoy unnerve"
"""Verbs whose object feels what the subject stirs."""

INSERTED = frozenset(
    word
    for likelihood in (0.8, 0.7, 0.55)
    for word in _SPOKEN[likelihood].split()
    if "_" not in word
) - words("believe feel read call order continue understand think want decide tout")
"""Lemmas of verbs that report what stands around them between commas."""

_TABLES: dict[str, dict[str, float]] = {
    frame: _rows(rows)
    for frame, rows in {
        "clause": _SPOKEN,
        "before": _BEFORE,
        "inserted": {0.75: " ".join(sorted(INSERTED))},
        "phrase": {0.8: "according_to", 0.6: "as_said"},
        "quoted as": {0.7: "quote cite"},
        "to": _TO,
        "so as to": {0.5: "call push go_on", 0.3: "respond look"},
        "call on": {0.7: "call call_on"},
        "ing": {
            0.5: "report propose suggest rule_out oppose support consider mention deny recommend admit regret recall"
        },
        "small": {0.45: "call say chant name dub plead consider find"},
        "object": _OBJECT,
        "object as": _OBJECT_AS,
        "object for": _OBJECT_FOR,
        "object to": _OBJECT_TO,
        "object of": _OBJECT_OF,
        "object oprd": _NAMED,
        "about": _ABOUT,
        "of": _OF,
        "for": _FOR,
        "on": _ON,
        "upon": {0.5: "remark comment"},
        "with": _WITH,
        "against": _AGAINST,
        "as": _AS,
        "to noun": _TOWARDS,
        "at": _AT,
        "from": _FROM,
        "in": _OUT,
        "over": {0.4: "attack criticize slam spar clash"},
        "seem to": {0.5: "seem appear"},
        "seem": {0.35: "seem appear"},
        "passive to": _PASSIVE_TO,
        "passive clause": _PASSIVE_CLAUSE,
        "it passive clause": {
            0.6: "say reveal report assume believe think claim allege announce decide rumor hope expect",
            0.5: "understand fear know suspect rumour agree suggest note argue estimate",
        },
        "passive as": _PASSIVE_AS,
        "reduced as": {0.4: "regard see describe"},
        "passive by": _PASSIVE_BY,
        "passive": _PASSIVE,
        "passive about": _PASSIVE_ABOUT,
        "reduced about": {0.5: "ask", 0.35: "press question"},
        "reduced by": {0.4: "oppose favor favour criticize support endorse condemn reject cite"},
        "reduced": {0.5: "announce"},
        "which": {
            0.5: "support deny oppose reject denounce criticize dispute call describe condemn announce endorse"
        },
        "given": {
            0.5: "endorsement backing support criticism praise condemnation approval scorn fire ire rebuke attack "
            "blessing applause outrage complaint objection nod opposition pushback backlash concern mark"
        },
        "stirs": {0.4: _STIRS},
        "stirred": {
            0.5: _STIRS
            + " surprise shock worry frustrate disappoint please delight impress concern excite thrill "
            "intrigue puzzle trouble baffle stun astonish disgust embarrass scare frighten amuse sadden bother"
        },
        "adj that": _ADJECTIVES_THAT,
        "adj to": _ADJECTIVES_TO,
    }.items()
}
_NOUN_TABLES = {
    kind: _rows(rows)
    for kind, rows in {
        "that": _THAT_NOUNS,
        "to": _TO_NOUNS,
        "of": _OF_NOUNS,
        "for": _FOR_NOUNS,
        "about": _ABOUT_NOUNS,
        "on": _ON_NOUNS,
        "in": _IN_NOUNS,
        "against": _AGAINST_NOUNS,
        "with": _WITH_NOUNS,
    }.items()
}
_OWNERS = {
    "poss": 0.75,
    "verb": 1.0,
    "by": 1.0,
    "from": 0.9,
    "among": 0.9,
    "prep": 0.6,
    "attr": 0.6,
    "none": 0.4,
    "appos": 0.4,
}
"""How much the way in which a noun's owner is named adds to what the noun itself tells."""

_ADJECTIVE_KINDS = frozenset({"about", "of", "in", "with", "on", "over", "at", "for"})
_LEMMAS = {
    "hop": "hope",
    "lambast": "lambaste",
    "retweete": "retweet",
    "tweete": "tweet",
    "hat": "hate",
}
"""What spaCy 3.8 makes of "hoping" and the like."""

_DEFAULTS = {"adj about": 0.5, "about": 0.35, "object as": 0.32}
"""Likelihoods of words that the lexicon doesn't know, in frames that hardly anything else takes."""

_NOUN_DEFAULTS = {"about": 0.4}


def normal(lemma: str) -> str:
    """The lemma as the lexicon spells it.

    >>> normal("hop"), normal("say")
    ('hope', 'say')
    """
    return _LEMMAS.get(lemma, lemma)


def likelihood(frame: str, lemma: str) -> float:
    """How likely the cue in this frame is an attribution, 0 where nothing speaks for it.

    >>> likelihood("clause", "say") > likelihood("clause", "know") > likelihood("clause", "eat")
    True
    """
    if frame.startswith("noun "):
        _, owner, kind = frame.split()
        known = _NOUN_TABLES.get(kind, {}).get(lemma, _NOUN_DEFAULTS.get(kind, 0.0))
        return round(known * _OWNERS.get(owner, 0.0), 2)
    default = _DEFAULTS.get(frame, 0.0)
    if frame.startswith("adj ") and frame not in _TABLES:
        return _DESCRIBED_BY.get(lemma, default) if frame[4:] in _ADJECTIVE_KINDS else 0.0
    return _TABLES.get(frame, {}).get(lemma, default)


_DESCRIBED_BY = _rows(_ADJECTIVES)

SAY = frozenset(
    w for row in (*_SPOKEN.values(), *_BEFORE.values()) for w in row.split() if "_" not in w
)
"""Lemmas of verbs that take a clause or a quotation."""

QUOTE = (SAY | words(
    "begin sign deadpan laugh text email chant scream cry bark bellow blurt croon crow drawl gasp giggle groan growl "
    "grin grouse hiss howl implore interrupt joke lecture mumble murmur nod offer open pronounce prompt rant recite scoff "
    "shrug smile snap sneer snort sob start stammer stutter sum surmise sing tease thunder venture wail weep yell close finish "
    "chuckle chime jeer blog caption title label inquire enquire press accuse pose criticize bemoan blast "
    "comment elaborate speak urge fire shoot remark caution describe praise demand beg"
)) - words("decide rule show accept find know see hear want consider allow understand share remember forget assume determine")  # fmt: skip
"""Lemmas of verbs that a quotation stands beside."""

REPORT = words(
    "say tell add argue claim insist note warn write suggest announce promise vow pledge predict stress emphasize "
    "emphasise acknowledge admit concede deny declare explain contend assert maintain reiterate urge accuse criticize "
    "criticise call describe blame praise ask demand reject cite remark joke tweet respond reply observe"
)
"""Lemmas that report whatever stands around them; coordinated with one another, they share a source."""

UTTER = words(
    "reiterate repeat express voice announce declare state stress signal emphasize emphasise underline underscore confirm "
    "affirm reaffirm renew defend withdraw retract make issue show indicate hint proclaim"
)
"""Lemmas of verbs by which somebody utters what a noun of his own names ("repeated its readiness")."""
