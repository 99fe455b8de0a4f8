"""Which act a word or a phrase names: the tables that acts are read from.

Acts follow speech-act practice (assertives, commissives, directives, expressives) and the
attitudes of PARC/PolNeAR ("wants", "fears"); their PLOVER/CAMEO roots stand in
``ontology/acts.ttl``, which a test holds against these tables.
"""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import parts

LEMMAS: dict[str, str] = {
    "assert": """say state tell write add note observe remark comment claim argue contend maintain assert affirm
        continue tweet retweet post joke quip show suggest indicate imply hint signal mention_that recall remind
        inform email text shout yell chant scream whisper mutter testify read put go begin conclude_with quote
        cite brief message point caption title speak talk lie swear_that posit opine muse quip attest express voice
        reiterate repeat restate""",
    "announce": """announce flag herald declare unveil proclaim release publish introduce launch announcement declaration
        proclamation""",
    "reveal": "identify reveal disclose leak uncover expose divulge revelation disclosure",
    "report": "report reportedly find learn discover relay document finding",
    "confirm": "confirm verify reaffirm corroborate ratify certify confirmation",
    "deny": "deny dispute refute rebut contradict contest denial rebuttal disavow debunk",
    "admit": "admit acknowledge concede recognize recognise confess own_up admission concession confession plead",
    "explain": "explain elaborate clarify detail outline specify recount explanation clarification justify",
    "stress": """stress emphasize emphasise underline underscore highlight insist reinforce adamant insistence
        hammer accentuate""",
    "respond": "respond reply answer retort counter react echo response reply reaction rejoinder",
    "warn": "warn caution alert warning admonish forewarn",
    "threaten": "threaten threat menace ultimatum",
    "demand": """demand require order command instruct direct mandate press subpoena summon dictate insist_on tell_to
        instruction requirement""",
    "call-on": "task urge appeal exhort encourage implore plead_with lobby push implore rally plea entreat pressure",
    "request": "request beg petition invite solicit apply bid beseech",
    "ask": "ask question inquire enquire wonder query quiz grill interview inquiry",
    "promise": """promise pledge vow commit guarantee assure reassure swear undertake assurance commitment dedicated
        committed oath""",
    "propose": """propose offer recommend advise suggestion proposal advice recommendation advocate nominate float
        pitch counsel volunteer""",
    "accept": "accept allow permit approve authorize authorise grant consent concede_to embrace adopt yield approval",
    "reject": """reject dismiss refuse decline rebuff spurn ignore veto block downplay discount disregard shrug
        rejection refusal dismissal unwilling reluctant reluctance renounce""",
    "agree": "agree concur nod sign agreement side",
    "accuse": "accuse blame allege charge fault implicate accusation allegation allegedly indict sue",
    "criticise": """criticize criticise condemn denounce blast slam attack decry assail lambast lambaste deride mock
        ridicule rebuke scold chide deplore lament bemoan castigate chastise rail lash berate complain insult
        disparage belittle protest scoff complaint criticism condemnation critique critical trash rip knock bash
        skewer excoriate vilify protester critic lampoon gripe grumble fume rage seethe rant savage pan rap
        pillory decry bewail rubbish lambaste reprimand censure rebuke upbraid""",
    "praise": """praise applaud hail commend laud welcome credit tout salute celebrate admire honor honour compliment
        cheer admirer boast""",
    "support": """support back endorse favor favour defend champion endorsement supporter supportive backing prefer
        backer ally""",
    "oppose": "oppose resist opposition opponent opposed object objection",
    "believe": """believe think consider see view regard deem know feel assume estimate reckon conclude suspect judge
        understand imagine realize realise guess presume calculate figure determine treat perceive convince
        convinced confident sure certain aware belief opinion view impression seem appear confidence rate
        assessment conviction sense seemingly apparently assess remember""",
    "doubt": "doubt distrust mistrust skeptical sceptical unsure uncertain dubious skepticism scepticism unconvinced",
    "expect": """expect predict forecast anticipate foresee project prediction expectation await envision speculate
        speculation envisage""",
    "hope": "hope hopeful optimistic optimism hopefully pray wish aspire trust",
    "fear": """fear worry dread afraid worried concerned fearful concern anxious anxiety nervous alarm alarmed
        apprehensive""",
    "intend": """intend plan aim mean prepare ready willing prepared readiness willingness intention contemplate
        intent prefer_to vow_not set poised aim poise""",
    "want": "want seek desire wish_for demand_for like eager keen crave yearn need push_for long interested pursue",
    "decide": """decide rule resolve choose vote determine_to elect opt decision ruling pass appoint hire verdict
        sentence convict overturn uphold rescind cancel suspend""",
    "apologise": "apologize apologise apology sorry",
    "thank": "thank grateful thankful thanks gratitude",
    "congratulate": "congratulate felicitate greeting felicitation congratulation congratulations toast",
    "describe": """describe call name label portray depict characterize characterise compare dub brand liken term
        paint cast identify_as define description nickname style tag frame refer_as""",
    "discuss": """discuss reference refer address debate allude weigh focus touch invoke mention cover broach raise
        discussion consult negotiate""",
    "feel": """regret love hate enjoy glad pleased happy proud sad angry upset shocked surprised disappointed furious
        outrage outraged frustrated frustration anger dismay dismayed disillusioned resent relish appreciate dislike
        mourn condole commiserate grieve rejoice shock surprise disappointment relieved delighted stunned horrified appalled content""",
}
"""Act → lemmas of verbs, nouns, adjectives and adverbs that name it ("x_y": never looked up alone)."""


PHRASES: dict[str, str] = {
    "according to": "assert", "as say": "assert", "be quote": "assert", "go on": "assert", "point out": "assert",
    "point to": "assert", "take to": "assert", "lie about": "assert", "speak of": "discuss",
    "make public": "announce", "say no": "reject", "say yes": "accept", "turn down": "reject", "rule out": "reject",
    "brush off": "reject", "brush aside": "reject", "wave off": "reject", "walk back": "deny",
    "make clear": "stress", "make it clear": "stress", "make plain": "stress", "insist on": "demand",
    "insist upon": "demand", "hit back": "respond", "fire back": "respond", "shoot back": "respond",
    "push back": "respond", "react to": "respond", "call on": "call-on", "call upon": "call-on",
    "call for": "call-on", "push for": "call-on", "press for": "call-on", "appeal to": "call-on",
    "plead with": "call-on", "ask for": "request", "look to": "intend", "plead guilty": "admit",
    "plead not": "deny", "claim responsibility": "admit", "take responsibility": "admit", "own up": "admit",
    "sign off": "accept", "agree to": "agree", "give in": "accept", "sign up": "agree",
    "charge with": "accuse", "point the finger": "accuse", "point a finger": "accuse", "speak out against": "criticise",
    "speak against": "criticise", "lash out": "criticise", "hit out": "criticise", "take aim": "criticise",
    "take issue": "criticise", "go after": "criticise", "rail against": "criticise", "call out": "criticise",
    "tear into": "criticise", "object to": "oppose", "vote against": "oppose", "campaign against": "oppose",
    "argue against": "oppose", "come out against": "oppose", "stand against": "oppose", "vote for": "support",
    "campaign for": "support",
    "vote in favor": "support", "cast vote for": "support", "side with": "support", "stand by": "support",
    "stand with": "support", "stand up for": "support", "come out in favor": "support", "speak in favor": "support",
    "look forward": "hope", "look for": "want", "would like": "want", "count on": "expect", "be to": "intend",
    "set out": "explain", "lay out": "explain", "spell out": "explain", "refer to as": "describe",
    "talk about": "discuss", "speak about": "discuss", "write about": "discuss", "joke about": "discuss",
    "talk of": "discuss", "know as": "describe", "compare to": "describe", "take note": "discuss",
    "of view": "believe", "think tank": "assert", "play down": "reject", "distance from": "deny",
    "give thanks": "thank", "pay tribute": "praise", "credit with": "praise", "rule that": "decide",
    "swear off": "reject", "keep open": "intend", "in response": "respond", "find out": "report",
    "have no plan": "reject", "have no intention": "reject", "no comment": "reject", "couldn't agree more": "agree",
    "could n't agree more": "agree", "made clear": "stress", "make no secret": "admit", "come clean": "admit",
    "weigh in": "assert", "sound the alarm": "warn", "raise the alarm": "warn", "sound alarm": "warn",
    "offer condolence": "feel", "say sorry": "apologise", "give the green light": "accept", "reach out": "request",
    "reach an agreement": "agree", "exchange view": "discuss", "hold talk": "discuss", "trade view": "discuss",
    "with satisfaction": "praise", "with appreciation": "praise", "with concern": "fear", "with regret": "feel",
    "not mince": "criticise", "plead not guilty": "deny", "stop short of": "reject", "double down": "stress",
    "back down": "accept", "hold out": "reject", "stand firm": "reject", "fall short of": "reject", "draw parallel": "describe",
}  # fmt: skip
"""Lemmas in a row (articles and possessives left out) → act; they win over single lemmas."""


NOUNS: dict[str, str] = {
    "plan": "intend", "question": "ask", "claim": "assert", "statement": "assert", "remark": "assert",
    "comment": "assert", "aim": "intend", "goal": "intend", "attack": "criticise", "call": "call-on",
    "vote": "decide", "order": "demand", "praise": "praise", "doubt": "doubt", "object": "assert",
    "condolence": "feel", "offer": "propose", "charge": "accuse", "estimate": "believe", "thought": "believe", "idea": "propose",
    "resolve": "intend", "read": "assert", "state": "assert", "letter": "assert", "tweet": "assert",
    "message": "assert", "word": "assert", "need": "want", "address": "assert", "interview": "assert",
    "bid": "intend", "argument": "assert", "point": "assert", "promise": "promise", "sense": "believe",
    "alarm": "fear", "push": "call-on", "poll": "assert", "survey": "assert", "study": "assert",
    "campaign": "support", "pressure": "call-on", "sign": "assert", "mind": "believe", "side": "support",
}  # fmt: skip
"""Acts of lemmas that mean something else as nouns than as verbs, or are nouns only."""


_LEFT_OUT = parts.word_set(
    """
    a an the his her its their our my your also again already have 'd be very quite some new own
    himself herself itself themselves myself ourselves yourself independently immediately
    """
)

_BY_LEMMA = {lemma: act for act, words in LEMMAS.items() for lemma in words.split()}
_BY_PHRASE = {tuple(p.split()): act for p, act in PHRASES.items()}
_BY_START: defaultdict[tuple[str, int], list[tuple[str, ...]]] = defaultdict(list)
for _phrase in _BY_PHRASE:
    _BY_START[_phrase[0], len(_phrase)].append(_phrase)

ACTS = frozenset(LEMMAS)
"""Every act that ``classify`` can return."""


def base(token: Token) -> str:
    """The lemma under which the tables know the token; the tagger's own where they know none.

    >>> import spacy
    >>> base(spacy.blank("en")("Denies")[0])
    'deny'
    """
    word = token.lower_
    forms = [token.lemma_.lower(), word]
    for suffix, instead in (
        ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""),
    ):  # fmt: skip
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            stem = word[: -len(suffix)]
            forms.append(stem + instead)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    known = (f for f in forms if f in _BY_LEMMA or f in NOUNS)
    return next(known, token.lemma_.lower() or word)


def act_of(token: Token) -> str:
    """The act that the word names by itself, "" where it names none."""
    lemma = base(token)
    if token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and token.tag_ != "VBG":
        return NOUNS[lemma]
    if token.pos_ in {"ADP", "SCONJ", "CCONJ", "DET"} or token.lower_ in {"like", "back", "as"}:
        known = token.pos_ in {"VERB", "NOUN"} or token.lower_ in {"backs", "backed"}
        return _BY_LEMMA.get(lemma, "") if known else ""
    return _BY_LEMMA.get(lemma, "") or NOUNS.get(lemma, "")


def phrase_of(cue: Sequence[Token]) -> tuple[str, frozenset[str]]:
    """The act of the longest phrase that starts in the cue, and its words; "" and none if none does.

    It may end two words after the cue.
    """
    doc = cue[0].doc
    after = [doc[i] for i in range(cue[-1].i + 1, min(cue[-1].i + 3, len(doc)))]
    row: list[tuple[str, ...]] = []
    starts = 0
    for number, t in enumerate([*cue, *after]):
        if t.is_punct or (t.lower_ in _LEFT_OUT and t.lemma_ != "be"):
            continue
        row.append((t.lower_, base(t)))
        starts += number < len(cue)
    best: tuple[str, ...] = ()
    for i in range(starts):
        for size in (4, 3, 2):
            window = row[i : i + size]
            if len(window) < size or size <= len(best):
                continue
            for first in dict.fromkeys(window[0]):
                for phrase in _BY_START.get((first, size), ()):
                    if all(p in w for p, w in zip(phrase, window, strict=True)):
                        best = phrase
    return _BY_PHRASE.get(best, ""), frozenset(best)
