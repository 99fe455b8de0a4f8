"""Whether the main predication of a content says yes or no.

Only the predicate, its arguments and the adverbials that hang on it count: "a man who could not swim
was saved" says yes.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import parts
from kgraph.extract.actwords import base

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "nowhere"})
_HARDLY = parts.word_set("hardly barely scarcely seldom rarely neither nor never no")
NEGATIVE = frozenset({"fail", "refuse", "decline", "forget", "neglect", "omit"})
"""Verbs that say of their infinitive that it was not done (Karttunen 1971, implicative verbs)."""
_NO_WAY = parts.word_set(
    "point time stage circumstance circumstances account way means sense condition conditions moment"
)
_BUT = frozenset({"but", "except", "less", "short", "other"})


def is_negative(chain: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether the words say no.

    Args:
        chain: Their predicate and the infinitives that carry it on.
        words: All of them, without marks in front.
    """
    inside = parts.indices(words)
    if sum(t.is_alpha for t in words) < 3 and words[0].lower_ in {"no", "never", "nope"}:
        return True
    if words[0].lower_ == "not" and len(words) > 1:
        return words[1].lower_ not in {"only", "just"}
    if words[0].lower_ == "no" and _has_force(words[0]) and chain[0].i == words[0].head.i:
        # A noun phrase alone is negative by its determiner: "no comment".
        return chain[0].pos_ in {"NOUN", "PROPN"} or _of_no_way(words[0].head)
    return any(_denies(verb, inside) for verb in chain) != any(
        base(verb) in NEGATIVE and _governs_to(verb) for verb in chain
    )


def _denies(verb: Token, inside: frozenset[int]) -> bool:
    """Whether the words that hang on the verb say no."""
    helpless = verb.lemma_ == "help" and parts.child(verb, "aux") is not None
    for c in (c for c in parts.children(verb) if c.i in inside):
        if c.dep_ == "neg":
            following = c.doc[c.i + 1].lower_ if c.i + 1 < len(c.doc) else ""
            if following not in {"only", "just", "merely"} and not helpless:
                return True
        elif c.dep_ == "advmod":
            far = c.lower_ == "far" and any(g.lower_ == "from" for g in parts.children(c))
            if far or (c.lower_ in _HARDLY and c.i < verb.i + 2):
                return True
            if any(g.lower_ in _HARDLY and _has_force(g) for g in parts.children(c)):
                return True
        elif c.dep_ == "prep":
            below = parts.child(c, "pobj")
            if below is not None and has_no(below) and _of_no_way(below):
                return True
        elif (c.dep_ in {"preconj", "cc", "det"} and c.lower_ in _HARDLY and c.i < verb.i + 2) or (
            c.dep_ in (*_SUBJECTS, "attr", "dobj", "pobj", "acomp") and _is_none(c)
        ):
            return True
    return verb.lower_ == "unable"


def _is_none(noun: Token) -> bool:
    """Whether a subject, object or complement means that there is none."""
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    if noun.lower_ in _NOBODY or (noun.lower_ == "one" and has_no(noun)):
        return following not in _BUT
    if noun.lower_ in {"few", "little"} and noun.dep_ in _SUBJECTS:
        return not any(c.lower_ in {"a", "the", "these", "those"} for c in parts.children(noun))
    if noun.lower_ == "unable":
        return True
    return has_no(noun) and noun.lower_ not in {"doubt", "question", "wonder", "surprise"}


def _of_no_way(noun: Token) -> bool:
    return noun.lower_ in _NO_WAY


def _governs_to(verb: Token) -> bool:
    to = parts.child(verb, "xcomp")
    return to is not None and any(c.lower_ == "to" for c in parts.children(to))


def _has_force(no: Token) -> bool:
    """Whether the "no" denies: not in "no doubt", "no-brainer", "no fewer than"."""
    following = no.doc[no.i + 1] if no.i + 1 < len(no.doc) else None
    return following is None or following.lower_ not in {
        "doubt", "wonder", "surprise", "question", "-", ",", "fewer", "less", "sooner", "matter",
    }  # fmt: skip


def has_no(noun: Token) -> bool:
    """Whether the noun has "no" or "neither" for its determiner."""
    return any(
        c.lower_ in {"no", "neither"} and c.i < noun.i and _has_force(c)
        for c in parts.children(noun)
    )
