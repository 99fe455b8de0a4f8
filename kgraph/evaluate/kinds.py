"""What kind of attribution a gold one is, told by its words alone.

Kinds must not depend on a model or on the extractor's lexicon: figures by kind of two versions
compare only where the kinds stay as they are.
"""

import re

from kgraph.evaluate.corpus import Found, Gold
from kgraph.extract.quotes import quoted
from kgraph.model import Span, Spans

_DOUBLE_QUOTE = re.compile(r"[\"“”„«»]|``|''")

_SPEECH = re.compile(
    r"\b(?:according to|said|saying|says?|told|telling|tells?|wrote|writing|written|writes?|"
    r"den(?:y|ies|ied|ying)|repl(?:y|ies|ied)|admit(?:s|ted)?|stat(?:es|ed|ing)|not(?:es?|ed|ing)|"
    r"(?:add|ask|call|claim|explain|insist|report|suggest|tweet|vow|warn)(?:s|ed|ing)?|"
    r"(?:accus|acknowledg|announc|argu|declar|describ|promis)(?:es?|ed|ing)|"
    r"(?:cit|conclud|urg)(?:es?|ed)|(?:confirm|predict|recall)(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""Words of reported speech, as the figures by kind for PolNeAR count them."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SPEECH_VERBS = _words("""
    accuse acknowledge add address applaud assail attack bemoan chant compare continue downplay email
    encourage highlight identify observe maintain portray question reference quip admit advise affirm allege announce answer apologize apologise
    argue ask assert assure attest blame blast boast brag brief call caution challenge charge chide
    cite claim clarify comment complain concede conclude condemn confess confide confirm congratulate
    contend contradict counter criticize criticise decline declare decry defend demand denounce deny
    describe detail disclose discuss dismiss dispute echo emphasize emphasise estimate exclaim explain
    express forecast hint imply indicate inform inquire insist instruct invite invoke issue joke label
    lament liken list mention mock muse name note object offer opine order outline pledge point post
    praise predict present press proclaim promise pronounce propose publish quip quote rail rant read
    recall recite recommend recount refer reiterate reject release remark remind repeat reply report
    request respond retort retweet reveal scoff shout signal slam speak speculate state stress suggest
    talk tell testify text thank threaten tout tweet underline underscore urge voice vow warn whisper
    write yell
""")

_ATTITUDE_VERBS = _words("""
    accept admire advocate agree aim anticipate appear appreciate approve assume back believe blame
    care choose consider contemplate decide desire determine disagree disapprove dislike doubt dream
    embrace endorse enjoy envision expect favor favour fear feel figure find forget gather guess hate
    hope imagine infer intend judge know lean learn like look love mean mind need oppose perceive plan
    prefer presume pretend realize realise reckon recognize recognise refuse regard regret rejoice
    remember resent resist resolve respect see seek seem sense share show strive struggle support
    suppose suspect sympathize tend think trust understand view vote wait want weigh welcome wish wonder
    worry
""")

_NOUNS = _words("""
    accusation advice agreement announcement answer argument assertion assessment attack attitude belief
    call case challenge claim comment complaint conclusion concern confidence conviction criticism
    decision declaration demand denial description desire determination disagreement doubt effort
    endorsement enthusiasm estimate evidence expectation explanation fact fear feeling finding
    frustration goal guess hope idea impression insistence intention interest interview invitation
    judgment letter line memo message mind mood need news notion objection offer opinion opposition
    order perception plan pledge poll position praise prediction preference prediction promise proposal
    push question reaction reason reference refusal regret remark reminder report request response
    revelation rhetoric rumor rumour sense sign skepticism source speculation speech statement story
    suggestion support survey suspicion testimony theory thought threat tweet understanding view vision
    vow warning willingness wish word worry
""")

_ADJECTIVES = _words("""
    adamant afraid angry anxious aware certain clear comfortable concerned confident convinced critical
    disappointed doubtful eager excited fearful glad happy hesitant hopeful interested open optimistic pessimistic pleased positive proud ready reluctant sceptical skeptical supportive
    sure surprised suspicious uncertain unhappy unsure unwilling upset wary willing worried
""")

_FUNCTION = _words("""
    about after against allegedly apparently at by for from has have had in is of on over per purportedly
    reportedly seemingly supposedly to toward towards under via was were with
""")

_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think",
    "knew": "know", "known": "know", "felt": "feel", "found": "find", "saw": "see", "seen": "see",
    "meant": "mean", "spoke": "speak", "spoken": "speak", "sought": "seek", "understood": "understand",
    "chose": "choose", "chosen": "choose", "learnt": "learn", "forgot": "forget", "shown": "show",
    "forgotten": "forget", "bade": "bid", "drew": "draw", "made": "make", "dreamt": "dream",
    "saith": "say", "swore": "swear", "sworn": "swear", "held": "hold", "gave": "give", "given": "give",
}  # fmt: skip

CUE_CLASSES = (
    "say",
    "other speech verb",
    "attitude verb",
    "noun",
    "adjective",
    "according to",
    "other function word",
    "punctuation",
    "no cue",
    "other words",
)
"""Classes of cues, in the order in which tables show them."""

QUOTE_KINDS = ("direct", "mixed", "indirect")

_SLACK = 2


def has_double_quote(text: str, content: Spans) -> bool:
    """Whether the content holds a double quotation mark."""
    return any(_DOUBLE_QUOTE.search(text[start:end]) for start, end in content)


def is_reported_speech(text: str, cue: Spans) -> bool:
    """Whether the cue holds a word of speech, or no word at all; else it is an attitude."""
    words = " ".join(text[start:end] for start, end in cue)
    return bool(_SPEECH.search(words)) or not re.search(r"\w", words)


def cue_class(words: str) -> str:
    """The one of ``CUE_CLASSES`` that the words of a cue are of.

    >>> cue_class("has repeatedly said"), cue_class("warned"), cue_class("wants"), cue_class(":")
    ('say', 'other speech verb', 'attitude verb', 'punctuation')
    >>> cue_class("according to"), cue_class("in a statement"), cue_class("were worried")
    ('according to', 'noun', 'adjective')
    """
    if not words.strip():
        return "no cue"
    found = _WORD.findall(words.casefold())
    if not found:
        return "punctuation"
    if "according" in found:
        return "according to"
    if _FUNCTION.issuperset(found):
        return "other function word"
    forms = [lemmas(word) for word in found]
    if any("say" in form for form in forms):
        return "say"
    # After an article, a possessive or a preposition the same word is a noun ("in a call").
    named = bool(_DETERMINED.search(words.casefold()))
    order = (
        ("adjective", _ADJECTIVES),
        ("noun" if named else "other speech verb", _NOUNS if named else _SPEECH_VERBS),
        ("other speech verb", _SPEECH_VERBS),
        ("attitude verb", _ATTITUDE_VERBS),
        ("noun", _NOUNS),
    )
    for name, known in order:
        if any(form & known for form in forms):
            return name
    return "other words"


_DETERMINED = re.compile(
    r"(?:^|\s)(?:a|an|the|his|her|its|their|my|our|in|of|with|by|no)\s+(?:\w+\s+)?\w+\s*$|['’]s\s+\w+\s*$"
)


def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms that an English word may be of, the right one among them.

    >>> sorted(lemmas("denies")), sorted(lemmas("planned")), sorted(lemmas("urging"))
    (['denie', 'denies', 'deny'], ['plan', 'plann', 'planne', 'planned'], ['urg', 'urge', 'urging'])
    """
    found = {word, _IRREGULAR.get(word, word)}
    for ending in ("s", "es", "ed", "d", "ing"):
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: -len(ending)]
        if ending == "es":
            found.add(stem[:-1] + "y" if stem.endswith("i") else stem)
            continue
        found.add(stem)
        if ending in ("ed", "ing"):
            found.add(stem + "e")
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if stem.endswith("i"):
                found.add(stem[:-1] + "y")
    return frozenset(found)


def quote_kind(text: str, content: Spans) -> str:
    """Direct where all words stand in quotation marks, mixed where some do, else indirect.

    Two words outside the marks ("that", a conjunction) are left to a direct quotation.
    """
    outside = inside = 0
    for start, end in content:
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        marks = [
            (max(s, start), min(e, end))
            for s, e in quoted(text, line, len(text) if stop < 0 else stop)
            if s < end and start < e
        ]
        within = sum(_count(text, mark) for mark in marks)
        inside += within
        outside += max(0, _count(text, (start, end)) - within)
    if not inside:
        return "indirect"
    return "direct" if outside <= min(_SLACK, inside // 4) else "mixed"


def _count(text: str, span: Span) -> int:
    return len(_WORD.findall(text[span[0] : span[1]]))


def kinds(text: str, one: Gold | Found) -> tuple[tuple[str, str], ...]:
    """The groups of recall tables that an attribution belongs to: (table, row) each."""
    speech = is_reported_speech(text, one.cue)
    words = " ".join(text[start:end] for start, end in one.cue)
    return (
        ("kind", "reported speech" if speech else "attitude and other"),
        ("kind", "with a source" if one.source else "without a source"),
        (
            "kind",
            "with a quotation mark"
            if has_double_quote(text, one.content)
            else "without a quotation mark",
        ),
        ("cue", cue_class(words)),
        ("quotation", quote_kind(text, one.content)),
    )
