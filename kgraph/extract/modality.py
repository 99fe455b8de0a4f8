"""How a content stands to the facts, and whether it says yes or no.

One value is chosen, the first that holds: ``hypothetical`` (contrary to fact: "if I were …",
"would have …"), ``conditional`` (the main predication hangs on a condition, whatever the act),
``demanded`` (the act asks for it, or the words oblige: "must"), ``possible`` ("may", feared,
hoped, asked, proposed), ``planned`` (told of the future: "will", promised, intended), and else
``asserted``. What a report shifts back is read as said: "said it would leave" is planned.
"""

import itertools
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import acts, parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.extract.conditions import condition_of
from kgraph.extract.polarity import NEGATIVE, has_no, is_negative
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
_SEEMING = parts.word_set(
    """
    likely unlikely possible seem appear probable conceivable plausible doubtful unsure uncertain unclear unknown
    feasible improbable undecided
    """
)
_CHANCES = parts.word_set(
    "chance possibility risk danger likelihood prospect probability threat odds potential"
)
_SURE = frozenset({"sure", "certain", "clear", "known", "confirmed", "convinced"})
_SENSED = frozenset({"see", "hear", "feel", "smell", "taste", "sense", "remember", "understand"})
_OFTEN = frozenset(
    {"often", "always", "sometimes", "usually", "regularly", "frequently", "typically"}
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
    if condition and condition[0].i <= root.i <= condition[-1].i:
        # "Should talks fail, he would go": the parser took the condition for the main clause.
        rest = [t for t in words if t.i > condition[-1].i]
        root = parts.predicate(rest) or root
    verbs = _chain(root)
    negative = is_negative(verbs, words)
    source = parts.tokens(doc, attribution.source)
    withheld = bool(cue) and (
        (acts.is_withheld(cue, act, source) and _is_clause(words, root))
        or (act == "reject" and words[0].tag_ == "TO" and acts.is_telling(root))
    )
    if withheld and not condition:
        mood: Modality = "possible"  # "has not confirmed that …" vouches for nothing
    else:
        mood = _mood(act, cue, words, root, verbs, condition)
    if mood == "possible" and negative and _ruled_out(root):
        negative = False  # "cannot rule out a strike" says that a strike is possible
    return mood, "negative" if negative else "positive", parts.trimmed(condition)


def _is_clause(words: Sequence[Token], root: Token) -> bool:
    return parts.child(root, *_SUBJECTS) is not None or words[0].lower_ == "whether"


def _main_sentence(content: Sequence[Token]) -> list[Token]:
    """The first sentence of the content that is not a question, else the first."""
    cut = [s for s in parts.sentences(content) if any(t.is_alpha for t in s)]
    if not cut:
        return list(content)
    told = [s for s in cut if not any(t.text == "?" for t in s[-3:])]
    return _bare((told or cut)[0])


def _bare(words: Sequence[Token]) -> list[Token]:
    """The words without the marks around them."""
    bare = list(words)
    while len(bare) > 1 and (bare[0].is_punct or parts.is_quote(bare[0])):
        bare.pop(0)
    return bare


def _chain(root: Token) -> list[Token]:
    """The root and the infinitives that carry its predication on ("has to | come")."""
    chain = [root]
    for _ in range(3):
        verb = chain[-1]
        light = (
            base(verb) in _DUE | NEGATIVE
            or verb.lemma_ in {"have", "need", "be", "get", "look"}
            or verb.lemma_ in _SEEMING
        )
        following = parts.child(verb, "xcomp", "acomp") if light else None
        if following is None or following.i < verb.i:
            break
        chain.append(following)
    return chain


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
    if _wishes(root):
        return "hypothetical"
    if condition:
        return "conditional"
    if act in _DEMANDED:
        return "demanded"
    if (
        (modals & _OBLIGING and not perfect)
        or any(_must(v) or _is_time(v) for v in verbs)
        or _imperative(root, words, act)
    ):
        return "demanded"
    if act in _UNCERTAIN:
        return "possible"
    if words[0].lower_ == "whether" or _may_be(verbs):
        return "possible"
    negated = any(c.dep_ == "neg" for v in verbs for c in parts.children(v))
    if modals & {"may", "might"} or _ruled_out(root):
        return "possible"
    if (modals & {"could"} and not (verbs[-1].lemma_ in _SENSED and not perfect)) or (
        modals & {"can"} and not negated
    ):
        return "possible"
    if _is_habit(verbs):
        return "asserted"
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
        return "possible" if "must" in modals else "hypothetical"
    bare = _infinitive(words)
    if act == "want":
        return "planned" if bare else "demanded"
    if act in _PLANNED and bare:
        return "planned"
    if act in {"promise", "intend", "threaten"} and root.pos_ in {"NOUN", "PROPN"}:
        return "planned"
    if act in {"promise", "threaten"} or (base(root) in _PLANS and root.pos_ == "NOUN"):
        return "planned"
    if _is_arranged(root):
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


def _wishes(root: Token) -> bool:
    """Whether the content itself wishes what is not so: "I wish we had more time"."""
    wished = parts.child(root, "ccomp") if root.lemma_ == "wish" else None
    return wished is not None and (
        wished.tag_ == "VBD" or any(c.tag_ in {"VBD", "MD"} for c in parts.children(wished))
    )


def _may_be(verbs: Sequence[Token]) -> bool:
    """Whether the predicate leaves open what is so: "there is a chance", "not sure whether"."""
    for verb in verbs:
        for c in parts.children(verb):
            if c.dep_ in {"attr", "dobj", "nsubj"} and c.lower_ in _CHANCES:
                existential = parts.child(verb, "expl") is not None
                if existential and not has_no(c):
                    return True
            if c.dep_ == "acomp" and (
                c.lower_ in _SEEMING or (c.lower_ in _SURE and parts.child(verb, "neg") is not None)
            ):
                return True
    return False


def _is_habit(verbs: Sequence[Token]) -> bool:
    """Whether a "would" tells what somebody used to do: "would often walk"."""
    return any(c.lower_ in _OFTEN and c.i < v.i for v in verbs for c in parts.children(v))


def _is_time(verb: Token) -> bool:
    """Whether it "is time" that something be done."""
    time = parts.child(verb, "attr") if verb.lemma_ == "be" else None
    return (
        time is not None
        and time.lower_ == "time"
        and any(
            t.tag_ == "TO" or t.lower_ in {"that", "we", "they", "he", "she"}
            for t in time.doc[time.i + 1 : time.i + 8]
        )
    )


def _is_arranged(root: Token) -> bool:
    """Reads "We're starting on Monday", "The talks begin tomorrow": the present with a day to come."""
    now = root.tag_ in {"VBZ", "VBP"} or (
        root.tag_ == "VBG"
        and any(
            c.lower_ in {"are", "'re", "’re", "is", "'s", "’s", "am", "'m", "’m"}
            for c in parts.children(root)
        )
    )
    if not now or root.lemma_ in {"be", "have", "say"}:
        return False
    following = list(root.doc[root.i + 1 : root.i + 8])
    for before, t in itertools.pairwise([root, *following]):
        if t.is_punct:
            break
        if t.lower_ == "tomorrow" or (before.lower_ == "next" and t.ent_type_ == "DATE"):
            return True
        if before.lower_ == "on" and t.ent_type_ == "DATE" and t.lower_.endswith("day"):
            return True
    return False


def _must(verb: Token) -> bool:
    """Whether "have to", "need to", "is to be obliged to" or "had better" governs."""
    if any(
        c.lower_ == "better" and c.dep_ == "advmod" and c.i < verb.i for c in parts.children(verb)
    ):
        return verb.tag_ in {"VB", "VBP"}
    if verb.lemma_ in {"have", "need", "get"}:
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
        if infinitive and (
            (base(verb) in _DUE and helped)
            or base(verb) in {"plan", "intend", "aim"}
            or (verb.lemma_ == "look" and verb.tag_ == "VBG")
        ):
            return True
        plan = parts.child(verb, "dobj", "attr")
        if plan is not None and base(plan) in _PLANS and verb.lemma_ in {"have", "be"}:
            return any(c.tag_ in {"VB", "VBG"} or c.lower_ == "for" for c in parts.children(plan))
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
