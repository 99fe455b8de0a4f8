"""Which act a statement is: the cue's lemma looked up in a table, corrected by its context.

The names of the acts are the local names of ``ontology/acts.ttl``; a test holds both together.
Acts follow speech-act practice (assertives, commissives, directives, expressives) and the
attitudes of PARC/PolNeAR ("wants", "fears"); their PLOVER/CAMEO roots stand in the ontology.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token  # noqa: TID251

from kgraph.extract import parts
from kgraph.extract.attribution import Attribution

LEMMAS: dict[str, str] = {
    "assert": """say state tell write add note observe remark comment claim argue contend maintain assert affirm
        continue tweet retweet post joke quip show suggest indicate imply hint signal mention_that recall remind
        inform email text shout yell chant scream whisper mutter testify read put go begin conclude_with quote
        cite brief message point caption title speak talk lie swear_that posit opine muse quip attest express voice
        reiterate repeat restate""",
    "announce": """announce declare unveil proclaim release publish introduce launch announcement declaration
        proclamation""",
    "reveal": "reveal disclose leak uncover expose divulge revelation disclosure",
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
    "call-on": "urge appeal exhort encourage implore plead_with lobby push implore rally plea entreat pressure",
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
        skewer excoriate vilify protester critic lampoon complain gripe grumble""",
    "praise": """praise applaud hail commend laud welcome credit tout salute celebrate admire honor honour compliment
        cheer admirer boast""",
    "support": """support back endorse favor favour defend champion endorsement supporter supportive backing prefer
        backer ally""",
    "oppose": "oppose resist opposition opponent opposed object objection",
    "believe": """believe think consider see view regard deem know feel assume estimate reckon conclude suspect judge
        understand imagine realize realise guess presume calculate figure determine treat perceive convince
        convinced confident sure certain aware belief opinion view impression seem appear confidence rate
        assessment conviction sense seemingly apparently assess remember identify""",
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
    "congratulate": "congratulate congratulation congratulations toast",
    "describe": """describe call name label portray depict characterize characterise compare dub brand liken term
        paint cast identify_as define description nickname style tag frame refer_as""",
    "discuss": """discuss reference refer address debate allude weigh focus touch invoke mention cover broach raise
        discussion consult negotiate""",
    "feel": """regret love hate enjoy glad pleased happy proud sad angry upset shocked surprised disappointed furious
        outrage outraged frustrated frustration anger dismay dismayed disillusioned resent relish appreciate dislike
        mourn grieve rejoice shock surprise disappointment relieved delighted stunned horrified appalled content""",
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
    "reach an agreement": "agree", "draw parallel": "describe",
}  # fmt: skip
"""Lemmas in a row (articles and possessives left out) → act; they win over single lemmas."""

NOUNS: dict[str, str] = {
    "plan": "intend", "question": "ask", "claim": "assert", "statement": "assert", "remark": "assert",
    "comment": "assert", "aim": "intend", "goal": "intend", "attack": "criticise", "call": "call-on",
    "vote": "decide", "order": "demand", "praise": "praise", "doubt": "doubt", "object": "assert",
    "offer": "propose", "charge": "accuse", "estimate": "believe", "thought": "believe", "idea": "propose",
    "resolve": "intend", "read": "assert", "state": "assert", "letter": "assert", "tweet": "assert",
    "message": "assert", "word": "assert", "need": "want", "address": "assert", "interview": "assert",
    "bid": "intend", "argument": "assert", "point": "assert", "promise": "promise", "sense": "believe",
    "alarm": "fear", "push": "call-on", "poll": "assert", "survey": "assert", "study": "assert",
    "campaign": "call-on", "pressure": "call-on", "sign": "assert", "mind": "believe", "side": "support",
}  # fmt: skip
"""Acts of lemmas that mean something else as nouns than as verbs, or are nouns only."""

_NEGATED = {
    "support": "oppose", "oppose": "accept", "believe": "doubt", "doubt": "believe", "expect": "doubt",
    "agree": "reject", "accept": "reject", "want": "oppose", "intend": "reject", "promise": "reject",
    "deny": "admit", "confirm": "reject", "explain": "reject", "respond": "reject", "announce": "reject",
    "hope": "doubt", "fear": "doubt", "apologise": "reject", "admit": "deny", "assert": "reject", "decide": "reject",
    "praise": "criticise", "reject": "accept", "report": "reject", "discuss": "reject", "propose": "reject",
    "stress": "reject",
}  # fmt: skip
_WEAK = frozenset({"assert", "want", "believe", "intend", "discuss"})
_EXPRESSIVE = frozenset({"thank", "apologise", "congratulate", "stress", "confirm", "deny", "propose", "ask"})
_LIGHT = frozenset(
    """make give issue express voice offer deliver reiterate repeat renew have hold take raise show remain be feel
    come release publish send put restate reaffirm declare convey sound reassert lodge level provide pay get
    underline state""".split()
)
_REPEATING = frozenset("reiterate repeat renew restate reaffirm express voice underline reassert convey".split())
_LEFT_OUT = frozenset(
    "a an the his her its their our my your also again already have 'd be very quite some new".split()
)
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "without"})
_REFUSALS = frozenset({"refuse", "decline", "refusal"})
_AGENCIES = re.compile(
    r"\b(?:reuters|associated press|ap|afp|agence france-presse|tass|itar-tass|interfax|ria(?: novosti)?|sputnik"
    r"|xinhua|dpa|ansa|efe|kyodo|yonhap|pti|ukrinform|interfax-ukraine|anadolu|bloomberg|upi|unian|belta|irna|isna"
    r"|news agency|wire service|newswire|press agency|news service|bbc|cnn|cnbc|nbc(?: news)?|abc news|cbs(?: news)?"
    r"|fox news|msnbc|npr|al jazeera|sky news|politico|axios|buzzfeed|(?:new york|financial|los angeles|irish) times"
    r"|washington post|wall street journal|the (?:times|guardian|telegraph|independent|economist|post|journal"
    r"|sun|atlantic|hill|new yorker|intercept)|le monde|el pa[ií]s|der spiegel|spiegel|bild|daily (?:mail|beast)"
    r"|newspapers?|tabloid|magazine|broadcaster|state television|state tv|state media)\b",
    re.IGNORECASE,
)
_TELLING = frozenset({"say", "tell", "write", "state", "add", "report", "according", "note", "show", "as"})
_PERSONAL = frozenset(
    """liar liars traitor traitors criminal criminals terrorist terrorists thief thieves crook crooks murderer
    murderers killer killers aggressor aggressors fraud cheat spy spies racist racists war-criminal""".split()
)
_BAD = frozenset(
    """disgrace disgraceful shame shameful disaster disastrous unacceptable ridiculous absurd nonsense dangerous
    stupid reckless outrageous terrible horrible awful hypocrisy lie lies mistake failure scandal rigged corrupt
    unfair unjust illegal illegitimate cowardly barbaric despicable sham farce insult irresponsible provocation
    weak fake deplorable crooked joke hoax dishonest""".split()
)
_GOOD = frozenset(
    """hero heroes heroic great historic brave courageous excellent brilliant wonderful remarkable outstanding
    fantastic breakthrough milestone success triumph courage genius friend""".split()
)
_HOSTILE = frozenset(
    """retaliate strike destroy punish avenge attack crush annihilate sue retaliation revenge bomb hit eliminate
    expel obliterate""".split()
)

_BY_LEMMA = {lemma: act for act, words in LEMMAS.items() for lemma in words.split()}
_BY_PHRASE = {tuple(p.split()): act for p, act in PHRASES.items()}
ACTS = frozenset(LEMMAS)
"""Every act that ``classify`` can return."""


def base(token: Token) -> str:
    """The lemma under which the tables know the token; the tagger's own where they know none.

    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> base(Doc(Vocab(), words=["Denies"])[0])
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


def _act(token: Token) -> str:
    lemma = base(token)
    if token.pos_ in {"NOUN", "PROPN"} and lemma in NOUNS and token.tag_ != "VBG":
        return NOUNS[lemma]
    if token.pos_ in {"ADP", "SCONJ", "CCONJ", "DET"} or token.lower_ in {"like", "back", "as"}:
        known = token.pos_ in {"VERB", "NOUN"} or token.lower_ in {"backs", "backed"}
        return _BY_LEMMA.get(lemma, "") if known else ""
    return _BY_LEMMA.get(lemma, "") or NOUNS.get(lemma, "")


def _phrase(cue: Sequence[Token]) -> str:
    """The act of the longest phrase that starts in the cue; it may end two words after it."""
    doc = cue[0].doc
    after = [doc[i] for i in range(cue[-1].i + 1, min(cue[-1].i + 3, len(doc)))]
    row: list[tuple[str, ...]] = []
    starts = 0
    for number, t in enumerate([*cue, *after]):
        if t.is_punct or t.lower_ in _LEFT_OUT and t.lemma_ != "be":
            continue
        row.append((t.lower_, base(t)))
        starts += number < len(cue)
    best: tuple[str, ...] = ()
    for i in range(starts):
        for size in (4, 3, 2):
            window = row[i : i + size]
            if len(window) < size or size <= len(best):
                continue
            for phrase in _BY_PHRASE:
                if len(phrase) == size and all(p in w for p, w in zip(phrase, window, strict=True)):
                    best = phrase
    return _BY_PHRASE.get(best, "")


def _is_question(content: Sequence[Token]) -> bool:
    ends = [t.text for t in content if t.text in {".", "?", "!", "…"}]
    return bool(ends) and set(ends) == {"?"}


def _is_answer(doc: Doc, cue: Sequence[Token], skip: frozenset[int]) -> bool:
    """Whether the cue's own sentence says that it answers: "In response to …", "Asked about …,"."""
    start, end = parts.sentence(doc, cue[0].i)
    words = [doc[i] for i in range(start, end) if i not in skip and not doc[i].is_space]
    text = parts.plain(words)
    before = parts.plain(t for t in words if t.i < cue[0].i)
    if re.search(r"\b(?:in|by way of) (?:\w+ )?(?:response|reply|answer|reaction)(?: to\b|\s*,)", text):
        return bool(re.match(r"\W*(?:\w+ )?in (?:\w+ )?(?:response|reply|answer|reaction)\b", before)) or not re.search(
            r"\b(?:and|but|while|that)\b", text[: text.find("in re")][-60:]
        )
    return bool(
        re.match(
            r"\W*(?:when |if |(?:re)?)?(?:asked|questioned|pressed|quizzed)"
            r" (?:about|whether|if|by|on|why|how|what|when|who|where|for|repeatedly|again|directly|, )",
            before,
        )
        or re.match(r"\W*(?:responding|replying|reacting|answering)\b", before)
    )


def _calling(cue: Sequence[Token], content: Sequence[Token], between: Sequence[Token]) -> str:
    words = {t.lower_ for t in [*between, *content][:40]} | {t.lemma_.lower() for t in content[:40]}
    if words & _PERSONAL:
        return "accuse"
    if words & _BAD:
        return "criticise"
    return "praise" if words & _GOOD else "describe"


def _wants_action(content: Sequence[Token]) -> bool:
    """Whether the content is "(X) (not) to do …"."""
    for t in content[:12]:
        if t.lower_ == "to" and t.tag_ == "TO":
            return True
        if t.pos_ == "VERB" and t.tag_ not in {"VBG", "VBN"}:
            return False
    return False


def _subjunctive(content: Sequence[Token]) -> bool:
    """Whether a bare verb with a subject, or "should", heads the content ("that he resign")."""
    root = parts.predicate(content)
    if root is None:
        return False
    helpers = [c for c in parts.children(root) if c.dep_ in {"aux", "auxpass"}]
    if any(c.lower_ in {"should", "must"} for c in helpers):
        return True
    subject = parts.child(root, "nsubj", "nsubjpass")
    bare = [t for t in (*helpers, root) if t.i < root.i or t is root]
    first = bare[0]
    if first.lower_ == "be":
        return subject is not None
    plural = subject is None or subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"they", "we", "you", "i"}
    return not plural and first.tag_ == "VB"


def _main(cue: Sequence[Token], content: Sequence[Token]) -> tuple[str, Token | None]:
    """The act of the cue's weightiest word, and that word."""
    known = [(t, _act(t)) for t in cue]
    known = [(t, act) for t, act in known if act]
    nouns = [(t, act) for t, act in known if t.pos_ in {"NOUN", "ADJ", "PROPN"}]
    verbs = [(t, act) for t, act in known if t.pos_ not in {"NOUN", "ADJ", "PROPN"}]
    if any(base(t) in _LIGHT for t in cue):
        strong = [(t, act) for t, act in nouns if act != "assert"]
        if strong:
            return strong[0][1], strong[0][0]
        root = parts.predicate(content)
        if root is not None and any(base(t) in _REPEATING for t in cue):
            act = _act(root) if root.pos_ in {"NOUN", "ADJ"} else ""
            if act:
                return act, root
    if not known:
        return "", None
    strong = [(t, act) for t, act in verbs if act not in _WEAK]
    expressive = [(t, act) for t, act in strong if act in _EXPRESSIVE]
    for found in (expressive if len(verbs) > 1 and verbs[0][1] in _WEAK else [], strong):
        if found:
            return found[0][1], found[0][0]
    for found in (verbs, nouns):
        other = [(t, act) for t, act in found if act != "assert"]
        if found:
            return (other or found)[0][1], (other or found)[0][0]
    return known[0][1], known[0][0]


def classify(doc: Doc, attribution: Attribution) -> str:
    """The local name of the act that the statement is, always one of ``ACTS``."""
    cue = parts.tokens(doc, attribution.cue)
    content = parts.tokens(doc, attribution.content)
    if not cue:
        return "ask" if _is_question(content) else "assert"
    source = parts.tokens(doc, attribution.source)
    inside = parts.indices(content) | parts.indices(source)
    act, word = _main(cue, content)
    act = _phrase(cue) or act
    lemmas = {base(t) for t in cue}
    words = parts.plain(cue)
    between = [doc[i] for i in range(cue[-1].i + 1, content[0].i)][:30] if content else []

    negated = any(t.lower_ in _NOT for t in cue) or (
        word is not None and any(c.dep_ == "neg" and c.i not in inside for c in parts.children(word))
    )
    if lemmas & _REFUSALS:
        act = "assert" if "rule out" in words else "reject"
    elif negated and act and "not only" not in words:
        if "rule out" in words or "ruled out" in words or "exclude" in lemmas:
            act = "assert"
        elif word is None or word.pos_ == "VERB" or "no" in words.split():
            act = _NEGATED.get(act, act)
            if act == "reject" and "mention" in lemmas:
                act = "discuss"
    elif "call" in lemmas and act == "describe":
        act = _calling(cue, content, between)
    elif "say" in lemmas and act == "assert" and parts.plain(content[:1]) in {"no", "yes"} and len(content) < 3:
        act = "reject" if content[0].lower_ == "no" else "accept"
    elif "ask" in lemmas and act == "ask":
        if "ask about" in words or "asked about" in words:
            act = "ask"
        elif _wants_action(content) or (between and between[-1].lower_ == "to") or _subjunctive(content):
            act = "ask" if content and content[0].tag_ in {"WP", "WRB", "WDT"} else "request"
        elif between and between[-1].lower_ == "for":
            act = "request"
    elif "tell" in lemmas and act == "assert" and content and content[0].tag_ == "TO":
        act = "demand"
    elif "tell" in lemmas and act == "assert" and words.endswith("not to"):
        act = "demand"
    elif "insist" in lemmas and act == "stress" and _subjunctive(content):
        act = "demand"
    elif lemmas & {"suggest"} and act == "assert" and content:
        root = parts.predicate(content)
        gerund = root is not None and root.tag_ == "VBG" and not parts.child(root, "nsubj", "aux")
        act = "propose" if gerund or _subjunctive(content) else "assert"
    elif act == "promise" and lemmas & {"vow", "swear", "pledge"} and {base(t) for t in content[:6]} & _HOSTILE:
        act = "threaten"
    elif "claim" in lemmas and act == "assert" and "responsibility" in {t.lower_ for t in content[:2]}:
        act = "admit"
    elif "offer" in lemmas and act == "propose" and content:
        root = parts.predicate(content)
        noun = _act(root) if root is not None and root.pos_ == "NOUN" else ""
        act = noun if noun in {"apologise", "thank", "congratulate", "praise", "support"} else act

    if act in {"", "assert", "ask"}:
        if _is_answer(doc, cue, inside | parts.indices(cue)) and act != "ask":
            return "respond"
        if lemmas & _TELLING and _AGENCIES.search(parts.plain(source)):
            return "report"
        if act == "" and "as" in words.split() and "report" in lemmas:
            return "report"
        if _is_question(content) and (act != "assert" or not lemmas & {"claim", "argue", "joke"}):
            return "ask"
    return act or "assert"
