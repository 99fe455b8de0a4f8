"""How a content stands to the facts, and whether it says yes or no.

One value is chosen, the first that holds: ``hypothetical`` (contrary to fact: "if I were …",
"would have …"), ``conditional`` (the main predication hangs on a condition, whatever the act),
``demanded`` (the act asks for it, or the words oblige: "must"), ``possible`` ("may", feared,
hoped, asked, proposed), ``planned`` (told of the future: "will", promised, intended), and else
``asserted``. What a report shifts back is read as said: "said it would leave" is planned.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import acts, parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.extract.conditions import condition_of
from kgraph.model import Modality, Polarity, Spans

_DEMANDED = frozenset({"demand", "call-on", "request"})
_UNCERTAIN = frozenset({"fear", "hope", "doubt", "ask", "propose", "expect"})
_PLANNED = frozenset(
    {"promise", "intend", "threaten", "decide", "agree", "accept", "announce", "want"}
)
_OBLIGING = frozenset({"must", "should", "ought", "shall"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_PERHAPS = parts.word_set(
    """
    perhaps maybe possibly probably likely apparently reportedly allegedly potentially
    presumably supposedly seemingly conceivably
    """
)
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_DUE = parts.word_set(
    """
    go plan intend schedule set due expect poise prepare aim mean scheduled slated slate
    decide promise vow
    """
)
_SEEMING = frozenset({"likely", "unlikely", "possible", "seem", "appear", "probable", "able"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "nowhere"})
_HARDLY = frozenset(
    {"hardly", "barely", "scarcely", "seldom", "rarely", "neither", "nor", "never", "no"}
)
_PLANS = frozenset(
    {"plan", "intention", "readiness", "willingness", "intent", "offer", "commitment", "pledge"}
)


def classify(doc: Doc, attribution: Attribution) -> tuple[Modality, Polarity, Spans]:
    """Modality and polarity of the content's main predication, and the words of its condition."""
    content = parts.tokens(doc, attribution.content)
    if not content:
        return "asserted", "positive", ()
    words = _main_sentence(content)
    root = parts.predicate(words)
    if root is None:
        return "asserted", "positive", ()
    act = acts.classify(doc, attribution)
    cue = parts.tokens(doc, attribution.cue)
    condition = condition_of(words, root, cue)
    inside = parts.indices(words)
    verbs = _chain(root)
    negative = _negative(verbs, inside, words)
    mood = _mood(act, cue, words, root, verbs, condition)
    if mood == "possible" and negative and _ruled_out(root):
        negative = False  # "cannot rule out a strike" says that a strike is possible
    return mood, "negative" if negative else "positive", parts.trimmed(condition)


def _main_sentence(content: Sequence[Token]) -> list[Token]:
    """The first sentence of the content that is not a question, else the first."""
    cut = [s for s in parts.sentences(content) if any(t.is_alpha for t in s)]
    if not cut:
        return list(content)
    told = [s for s in cut if not any(t.text == "?" for t in s[-3:])]
    return (told or cut)[0]


def _chain(root: Token) -> list[Token]:
    """The root and the infinitives that carry its predication on ("has to | come")."""
    chain = [root]
    for _ in range(3):
        verb = chain[-1]
        light = (
            base(verb) in _DUE or verb.lemma_ in {"have", "need", "be"} or verb.lemma_ in _SEEMING
        )
        following = parts.child(verb, "xcomp", "acomp") if light else None
        if following is None or following.i < verb.i:
            break
        chain.append(following)
    return chain


def _negative(chain: Sequence[Token], inside: frozenset[int], words: Sequence[Token]) -> bool:
    if len(words) < 3 and words[0].lower_ in {"no", "never", "nope"}:
        return True
    if words[0].lower_ == "not" and len(words) > 1:
        return words[1].lower_ not in {"only", "just"}
    for verb in chain:
        for c in parts.children(verb):
            if c.i not in inside:
                continue
            if c.dep_ == "advmod" and any(g.lower_ in _HARDLY for g in parts.children(c)):
                return True
            if c.dep_ == "neg":
                following = c.doc[c.i + 1].lower_ if c.i + 1 < len(c.doc) else ""
                if following not in {"only", "just", "merely"}:
                    return True
            if (
                c.dep_ in {"advmod", "preconj", "cc", "det"}
                and c.lower_ in _HARDLY
                and c.i < verb.i + 2
            ):
                return True
            if c.dep_ in (*_SUBJECTS, "attr", "dobj", "pobj"):
                if c.lower_ in _NOBODY or (c.lower_ == "one" and _has_no(c)):
                    return True
                if _has_no(c) and c.lower_ not in {"doubt", "question", "wonder", "surprise"}:
                    return True
    root = chain[0]
    first = words[0]
    # "No doubt …" apart, a noun phrase is negative by its determiner.
    return root.pos_ in {"NOUN", "PROPN"} and first.lower_ == "no" and _has_no(root)


def _has_no(noun: Token) -> bool:
    return any(c.lower_ in {"no", "neither"} and c.i < noun.i for c in parts.children(noun))


def _ruled_out(root: Token) -> bool:
    out = any(c.lower_ == "out" for c in parts.children(root))
    return (root.lemma_ == "rule" and out) or root.lemma_ == "exclude"


def _mood(
    act: str,
    cue: Sequence[Token],
    words: Sequence[Token],
    root: Token,
    verbs: Sequence[Token],
    condition: Sequence[Token],
) -> Modality:
    helpers = [
        c
        for v in verbs
        for c in parts.children(v)
        if c.dep_ in {"aux", "auxpass"} or c.tag_ == "MD"
    ]
    modals = {t.lower_ for t in helpers} | {v.lower_ for v in verbs if v.tag_ == "MD"}
    perfect = any(t.lower_ in {"have", "'ve", "’ve"} for t in helpers)
    cue_lemmas = {base(t) for t in cue}
    if _contrary(words, modals, condition, perfect=perfect):
        return "hypothetical"
    if cue_lemmas & {"wish", "imagine"} and any(parts.child(v, "nsubj") for v in verbs):
        return "hypothetical"
    if condition:
        return "conditional"
    if act in _DEMANDED:
        return "demanded"
    if (
        (modals & _OBLIGING and not perfect)
        or any(_must(v) for v in verbs)
        or _imperative(root, words, act)
    ):
        return "demanded"
    if act in _UNCERTAIN:
        return "possible"
    negated = any(c.dep_ == "neg" for v in verbs for c in parts.children(v))
    if modals & {"may", "might", "could"} or (modals & {"can"} and not negated) or _ruled_out(root):
        return "possible"
    if any(
        c.lower_ in _PERHAPS
        for v in verbs
        for c in parts.children(v)
        if c.dep_ in {"advmod", "acomp"}
    ):
        return "possible"
    if words[0].lower_ in _PERHAPS or any(
        v.lower_ in _SEEMING or v.lemma_ in _SEEMING for v in verbs
    ):
        return "possible"
    if modals & _FUTURE or (modals & {"would", "'d", "’d"} and not perfect) or _is_due(verbs):
        return "planned"
    if perfect and modals & {"would", "must", "should"}:
        return "hypothetical" if "would" in modals else "possible"
    bare = _infinitive(words)
    if act == "want":
        return "planned" if bare else "demanded"
    if act in _PLANNED and bare:
        return "planned"
    if act in {"promise", "intend", "threaten"} and root.pos_ in {"NOUN", "PROPN"}:
        return "planned"
    if act in {"promise", "threaten"} or (base(root) in _PLANS and root.pos_ == "NOUN"):
        return "planned"
    return "asserted"


def _contrary(
    words: Sequence[Token], modals: set[str], condition: Sequence[Token], *, perfect: bool
) -> bool:
    """Whether the content tells what is contrary to fact."""
    would = bool(modals & {"would", "could", "might", "'d", "’d", "should"})
    if would and perfect:
        return bool(condition) or "would" in modals
    lower = [t.lower_ for t in condition]
    if would and "were" in lower and lower.index("were") < 4:
        return "to" not in lower[lower.index("were") + 1 :][:1]
    if would and lower and "had" in lower:
        after = [t for t in condition if t.i > condition[lower.index("had")].i]
        return any(t.tag_ == "VBN" for t in after[:3])
    # In somebody's own words the past tense is no report's back-shift: "if they asked, I would".
    doc = words[0].doc
    before = doc[words[0].i - 1] if words[0].i else None
    own = parts.is_quote(words[0]) or (before is not None and parts.is_quote(before))
    return own and would and any(t.tag_ == "VBD" for t in condition)


def _must(verb: Token) -> bool:
    """Whether "have to", "need to", "is to be obliged to" or "is time to" governs."""
    if verb.lemma_ in {"have", "need"}:
        to = parts.child(verb, "xcomp")
        return to is not None and any(c.lower_ == "to" for c in parts.children(to))
    return base(verb) in {"require", "oblige"} and parts.child(verb, "auxpass") is not None


def _imperative(root: Token, words: Sequence[Token], act: str) -> bool:
    if act not in {"assert", "respond", "stress", "warn"} or root.tag_ != "VB":
        return False
    if any(
        c.dep_ in _SUBJECTS or (c.dep_ == "aux" and c.lower_ != "do") for c in parts.children(root)
    ):
        return False
    first = next((t for t in words if not t.is_punct), root)
    return first.i == root.i or first.lower_ in {"do", "please", "never", "let", "just"}


def _is_due(verbs: Sequence[Token]) -> bool:
    for verb in verbs:
        to = parts.child(verb, "xcomp")
        helped = parts.child(verb, "aux", "auxpass") is not None or verb.pos_ == "ADJ"
        infinitive = to is not None and any(c.lower_ == "to" for c in parts.children(to))
        if (
            base(verb) in _DUE
            and infinitive
            and (helped or verb.lower_ in {"plans", "plan", "intends", "aims"})
        ):
            return True
        if verb.lower_ in {
            "due",
            "set",
            "ready",
            "about",
            "scheduled",
            "slated",
            "poised",
            "willing",
            "prepared",
        }:
            return (
                any(c.dep_ in {"xcomp", "prep", "acl"} for c in parts.children(verb))
                and verb.i > verb.head.i
            )
        ready = parts.child(verb, "acomp", "oprd") if verb.lemma_ == "be" else None
        if ready is not None and ready.lower_ in {
            "due",
            "ready",
            "set",
            "about",
            "prepared",
            "willing",
            "poised",
        }:
            return True
        if verb.lemma_ == "be" and to is not None and infinitive:
            return True
        if base(verb) in {"schedule", "slate", "plan"} and parts.child(verb, "auxpass") is not None:
            return True
    return False


def _infinitive(words: Sequence[Token]) -> bool:
    first = [t for t in words if not t.is_punct][:2]
    return bool(first) and (
        first[0].tag_ == "TO" or (first[0].lower_ in {"not", "never"} and first[-1].tag_ == "TO")
    )
