"""Which act a statement is: the cue's lemma looked up in a table, corrected by its context.

The names of the acts are the local names of ``ontology/acts.ttl``; a test holds both together.
Acts follow speech-act practice (assertives, commissives, directives, expressives) and the
attitudes of PARC/PolNeAR ("wants", "fears"); their PLOVER/CAMEO roots stand in the ontology.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.actwords import act_of, base, phrase_of
from kgraph.extract.attribution import Attribution

NEGATED = {
    "support": "oppose", "oppose": "accept", "believe": "doubt", "doubt": "believe", "expect": "doubt",
    "agree": "reject", "accept": "reject", "want": "oppose", "intend": "reject", "promise": "reject",
    "deny": "admit", "confirm": "reject", "explain": "reject", "respond": "reject", "announce": "reject",
    "hope": "doubt", "fear": "doubt", "apologise": "reject", "admit": "deny", "assert": "reject", "decide": "reject",
    "praise": "criticise", "reject": "accept", "report": "reject", "discuss": "reject", "propose": "reject",
    "stress": "reject", "reveal": "reject",
}  # fmt: skip
_WEAK = frozenset({"assert", "want", "believe", "intend", "discuss"})
_NAMING = frozenset({"call", "brand", "label", "dub", "term", "deem", "tag"})
_CHECKING = frozenset({"verify", "confirm", "corroborate", "authenticate"})
_ASKED_FOR = parts.word_set(
    """
    motion request bail appeal petition application permission entry access visa parole asylum bid permit
    injunction leave credit
    """
)
_VERDICT = frozenset({"guilty", "liable", "innocent"})
_EXPRESSIVE = frozenset(
    {"thank", "apologise", "congratulate", "stress", "confirm", "deny", "propose", "ask"}
)
_LIGHT = parts.word_set(
    """
    make give issue express voice offer deliver reiterate repeat renew have hold take raise
    show remain be feel come release publish send put restate reaffirm declare convey sound
    reassert lodge level provide pay get underline state extend
    """
)
_REPEATING = frozenset(
    [
        "reiterate",
        "repeat",
        "renew",
        "restate",
        "reaffirm",
        "express",
        "voice",
        "underline",
        "reassert",
        "convey",
    ]
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
_TELLING = frozenset(
    {"say", "tell", "write", "state", "add", "report", "according", "note", "show", "as"}
)
_PERSONAL = parts.word_set(
    """
    liar liars traitor traitors criminal criminals terrorist terrorists thief thieves crook
    crooks murderer murderers killer killers aggressor aggressors fraud cheat spy spies racist
    racists war-criminal
    """
)
_BAD = parts.word_set(
    """
    disgrace disgraceful shame shameful disaster disastrous unacceptable ridiculous absurd
    nonsense dangerous stupid reckless outrageous terrible horrible awful hypocrisy lie lies
    mistake failure scandal rigged corrupt unfair unjust illegal illegitimate cowardly
    barbaric despicable sham farce insult irresponsible provocation weak fake deplorable
    crooked joke hoax dishonest betrayal insulting insult cruel wrong waste chaos cynical heartless shambles
    mess nightmare stain blunder hypocritical immoral inhumane wicked evil shambolic pathetic appalling
    """
)
_GOOD = parts.word_set(
    """
    hero heroes heroic great historic brave courageous excellent brilliant wonderful
    remarkable outstanding fantastic breakthrough milestone success triumph courage genius
    friend
    """
)
_HOSTILE = parts.word_set(
    """
    retaliate strike destroy punish avenge attack crush annihilate sue retaliation revenge
    bomb hit eliminate expel obliterate
    """
)


def _is_question(content: Sequence[Token]) -> bool:
    ends = [t.text for t in content if t.text in {".", "?", "!", "…"}]
    return bool(ends) and set(ends) == {"?"}


def _is_answer(doc: Doc, cue: Sequence[Token], skip: frozenset[int]) -> bool:
    """Whether the cue's own sentence says that it answers: "In response to …", "Asked about …,"."""
    start, end = parts.sentence(doc, cue[0].i)
    words = [doc[i] for i in range(start, end) if i not in skip and not doc[i].is_space]
    text = parts.plain(words)
    before = parts.plain(t for t in words if t.i < cue[0].i)
    if re.search(
        r"\b(?:in|by way of) (?:\w+ )?(?:response|reply|answer|reaction)(?: to\b|\s*,)", text
    ):
        return bool(
            re.match(r"\W*(?:\w+ )?in (?:\w+ )?(?:response|reply|answer|reaction)\b", before)
        ) or not re.search(r"\b(?:and|but|while|that)\b", text[: text.find("in re")][-60:])
    return bool(
        re.match(
            r"\W*(?:when |if |(?:re)?)?(?:asked|questioned|pressed|quizzed)"
            r" (?:about|whether|if|by|on|why|how|what|when|who|where|for|repeatedly|again|directly|, )",
            before,
        )
        or re.match(r"\W*(?:responding|replying|reacting|answering)\b", before)
    )


def _calling(content: Sequence[Token], between: Sequence[Token]) -> str:
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
    plural = (
        subject is None
        or subject.tag_ in {"NNS", "NNPS"}
        or subject.lower_ in {"they", "we", "you", "i"}
    )
    uninflected = first.lower_ == first.lemma_.lower() and first.tag_ in {"VB", "VBP"}
    return not plural and uninflected and first.lower_ not in {"be", "have", "do"}


def _main(cue: Sequence[Token], content: Sequence[Token]) -> tuple[str, Token | None]:
    """The act of the cue's weightiest word, and that word."""
    known = [(t, act_of(t)) for t in cue]
    known = [(t, act) for t, act in known if act]
    nouns = [(t, act) for t, act in known if t.pos_ in {"NOUN", "ADJ", "PROPN"}]
    verbs = [(t, act) for t, act in known if t.pos_ not in {"NOUN", "ADJ", "PROPN"}]
    if any(base(t) in _LIGHT for t in cue):
        strong = [(t, act) for t, act in nouns if act != "assert"]
        if strong:
            return strong[0][1], strong[0][0]
        root = parts.predicate(content)
        if root is not None and any(base(t) in _REPEATING for t in cue):
            act = act_of(root) if root.pos_ in {"NOUN", "ADJ"} else ""
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
    """The local name of the act that the statement is, always one of ``ACTS``.

    It is worked out once for a document and kept with it: much else hangs on the act.
    """
    known: dict[Attribution, str] = doc.user_data.setdefault("kgraph acts", {})
    if attribution not in known:
        known[attribution] = _act(doc, attribution)
    return known[attribution]


def _act(doc: Doc, attribution: Attribution) -> str:
    cue = parts.tokens(doc, attribution.cue)
    content = parts.tokens(doc, attribution.content)
    if not cue:
        return "ask" if _is_question(content) else "assert"
    source = parts.tokens(doc, attribution.source)
    inside = parts.indices(content) | parts.indices(source)
    act, word = _main(cue, content)
    phrase, whole = phrase_of(cue)
    act = phrase or act
    words = f" {parts.plain(cue)} "
    lemmas = {base(t) for t in cue}
    if whole & _NOT or whole & {"stop", "fall"}:
        pass  # the phrase itself says no: "pleaded not guilty", "stopped short of"
    elif lemmas & _REFUSALS:
        act = "assert" if " rule out " in words else "reject"
    elif "fail" in lemmas and NEGATED.get(act) == "reject":
        act = "reject"
    elif act and _is_negated(cue, word, inside, source) and " not only " not in words:
        act = _denied(act, word, words, lemmas)
    else:
        act = _in_context(act, lemmas, words, cue, content)
    if act not in {"", "assert", "ask"}:
        return act
    if act == "assert" and answers_while_saying(cue):
        return "respond"
    if act != "ask" and _is_answer(doc, cue, inside | parts.indices(cue)):
        return "respond"
    if lemmas & _TELLING and _AGENCIES.search(parts.plain(source)):
        return "report"
    if _is_question(content) and not lemmas & {"claim", "argue", "joke"}:
        return "ask"
    return act or "assert"


_WITHHOLDING = _REFUSALS | {"fail", "stop", "neglect"}
"""Words that say of a telling that it was not done."""

_YET = frozenset({"yet", "unable", "unwilling", "reluctant"})
_NOBODY = frozenset({"no", "nobody", "none", "neither"})


def is_telling(verb: Token) -> bool:
    """Whether the verb tells something: whoever did not do it withheld that."""
    return NEGATED.get(act_of(verb), "") == "reject" or base(verb) in _TELLING


def answers_while_saying(cue: Sequence[Token]) -> bool:
    """Whether the cue is the participle of a verb that answers: "hit back, | saying"."""
    first = cue[0]
    if first.tag_ != "VBG" or first.dep_ != "advcl" or not 0 < first.i - first.head.i < 8:
        return False
    return phrase_of([first.head])[0] == "respond" or act_of(first.head) == "respond"


def is_withheld(cue: Sequence[Token], act: str, source: Sequence[Token]) -> bool:
    """Whether the cue says that the content was not told: "has not confirmed", "declined to say"."""
    if act not in {"reject", "doubt"}:
        return False
    told = [t for t in cue if is_telling(t)]
    return bool(told) and (
        any(base(t) in _WITHHOLDING for t in cue) or _is_negated(cue, told[0], frozenset(), source)
    )


def _is_negated(
    cue: Sequence[Token], word: Token | None, inside: frozenset[int], source: Sequence[Token] = ()
) -> bool:
    """Whether the cue, or a source of nobody, says that the act was not done."""
    if any(t.lower_ in _NOT or (t.lower_ in _YET and t.nbor(1).lower_ == "to") for t in cue[:-1]):
        return True
    if cue[-1].lower_ in _NOT:
        return True
    before = [t.lower_ for t in cue[0].doc[max(0, cue[0].i - 2) : cue[0].i] if t.i not in inside]
    if before[-1:] == ["without"] or (before[-1:] == ["to"] and before[0] in _YET):
        return True  # "has yet to | confirm"
    if source and source[0].lower_ in _NOBODY and source[-1].i < cue[0].i:
        return True  # "No official | confirmed"
    return word is not None and any(
        c.dep_ == "neg" and c.i not in inside for c in parts.children(word)
    )


def _denied(act: str, word: Token | None, words: str, lemmas: set[str]) -> str:
    """The act of a negated cue: "did not say" withholds, "does not believe" doubts."""
    if " rule out " in words or " ruled out " in words or "exclude" in lemmas:
        return "assert"
    if lemmas & _CHECKING and re.search(r"\b(?:could|cannot|can|unable|able)\b", words):
        return "doubt"
    if word is not None and word.pos_ != "VERB" and " no " not in words:
        return act
    return NEGATED.get(act, act)


def _in_context(
    act: str, lemmas: set[str], words: str, cue: Sequence[Token], content: Sequence[Token]
) -> str:
    """The act that the cue's word is in this construction, with this content."""
    between = [cue[0].doc[i] for i in range(cue[-1].i + 1, content[0].i)][:30] if content else []
    last = between[-1].lower_ if between else ""
    root = parts.predicate(content)
    if act == "describe" and lemmas & _NAMING:
        return _calling(content, between)
    if act == "assert" and "say" in lemmas and len(content) < 3:
        return {"no": "reject", "yes": "accept"}.get(parts.plain(content[:1]), act)
    if act == "ask" and "ask" in lemmas and " about " not in words:
        asked = bool(content) and content[0].tag_ in {"WP", "WRB", "WDT"}
        wanted = _wants_action(content) or _subjunctive(content) or last in {"to", "for"}
        return "request" if wanted and not asked and not _is_question(content) else "ask"
    if act == "assert" and "tell" in lemmas:
        infinitive = bool(content) and content[0].tag_ == "TO"
        return "demand" if infinitive or words.endswith((" not to ", " to ")) else act
    if lemmas & {"charge", "dare", "challenge"} and content and content[0].tag_ == "TO":
        return "call-on"
    if act == "deny" and root is not None and root.lemma_ in _ASKED_FOR:
        return "reject"
    if act == "report" and "find" in lemmas and _VERDICT & {t.lower_ for t in content[:8]}:
        return "decide"
    if act == "stress" and "insist" in lemmas:
        return "demand" if _subjunctive(content) else act
    if act == "assert" and "suggest" in lemmas and root is not None:
        gerund = root.tag_ == "VBG" and not parts.child(root, "nsubj", "aux")
        return "propose" if gerund or _subjunctive(content) else act
    if act == "promise" and {base(t) for t in content[:6]} & _HOSTILE:
        return "threaten" if lemmas & {"vow", "swear", "pledge"} else act
    if act == "assert" and "claim" in lemmas:
        return "admit" if "responsibility" in {t.lower_ for t in content[:2]} else act
    if act == "propose" and "offer" in lemmas and root is not None and root.pos_ == "NOUN":
        noun = act_of(root)
        return noun if noun in {"apologise", "thank", "congratulate", "praise", "support"} else act
    return act
