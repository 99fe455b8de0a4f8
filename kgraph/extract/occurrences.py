"""Every word of an article that tells of something happening, with those who take part.

Wider than ``events``, which are few and dated: verbs of action, saying and change, and the nouns
of one root with them. They are what the same event is recognised by in other articles.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kgraph.extract import parts
from kgraph.extract.happenings import Placed
from kgraph.extract.participants import PLACES, subject_of
from kgraph.extract.roots import STATES, is_happening, root
from kgraph.model import Occurrence, Span

_AUXILIARIES = parts.word_set("be have do get will would can could may might shall should must")
_NO_VERBS = parts.word_set("include according concern regard follow accord let seem appear")
_OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
_LIGHT = parts.word_set("have take make give hold do get carry conduct commit suffer")
_PLACED = parts.word_set("in at near on outside inside across over off around")


def read_sentence(words: Sequence[Token], told: Sequence[Placed]) -> Iterator[Occurrence]:
    """What the words of one sentence tell of, in their order.

    Args:
        words: The sentence.
        told: Its times, as ``happenings.placed`` gives them.
    """
    for token in words:
        noun = token.pos_ in {"NOUN", "PROPN"}
        lemma = token.lemma_.lower()
        told_of = _is_noun(token) if noun else _is_verb(token)
        if told_of and lemma.isalpha() and lemma.isascii():
            yield _made(token, root(lemma, noun=noun), told, noun=noun)


def read_title(
    words: Sequence[Token], told: Sequence[Placed], roots: frozenset[str]
) -> Iterator[Occurrence]:
    """What a sentence in Title Case tells of by words that were taken for names.

    Args:
        words: The sentence.
        told: Its times.
        roots: What the rest of the article tells of; only a word of one of these is none of a name.
    """
    told_of = [t for t in words if t.is_alpha and len(t) > 3]
    if 5 * sum(t.text[0].isupper() for t in told_of) < 3 * len(told_of):
        return
    for token in words:
        if token.pos_ not in {"PROPN", "ADJ", "ADV"} or not token.text.isascii():
            continue
        found = next((r for r in _titled(token.lower_) if r in roots), "")
        if found:
            yield _made(token, found, told, noun=False)


def _titled(word: str) -> Iterator[str]:
    """The roots that the word may be of, whatever its ending."""
    for ending in ("", "s", "es", "d", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield root(word.removesuffix(ending), noun=False)
    yield root(word, noun=True)


def _made(token: Token, name: str, told: Sequence[Placed], *, noun: bool) -> Occurrence:
    return Occurrence(
        start=token.idx,
        end=token.idx + len(token),
        root=name,
        agents=_spans(_agents(token, noun=noun)),
        objects=_spans(_objects(token, noun=noun)),
        places=_spans(_places(token)),
        when=_time(token, told),
    )


def _is_verb(token: Token) -> bool:
    if token.pos_ == "ADJ":
        return token.lower_ in STATES
    if token.pos_ != "VERB":
        return False
    lemma = token.lemma_.lower()
    if token.dep_ in {"aux", "auxpass", "case", "prep", "mark"} or lemma in _NO_VERBS:
        return False
    # "have" with an object of its own is a state; "had a meeting" is told by its noun.
    return lemma not in _AUXILIARIES


def _is_noun(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if not (is_happening(lemma) or is_happening(token.lower_)):
        return False
    # Half of a name ("Justice Department", "Strike Fund") tells of nothing.
    return not (token.pos_ == "PROPN" and token.ent_type_ not in {"", "EVENT"})


def _agents(token: Token, *, noun: bool) -> list[Token]:
    if noun:
        kids = parts.children(token)
        found = [c for c in kids if c.dep_ == "poss"]
        by = next((c for c in kids if c.dep_ in {"prep", "agent"} and c.lower_ == "by"), None)
        verb = token.head if token.dep_ == "dobj" and token.head.lemma_ in _LIGHT else None
        subject = subject_of(verb) if verb is not None else None
        found += [c for c in (parts.child(by, "pobj") if by is not None else None, subject) if c]
        return found
    by = parts.child(token, "agent")
    doer = parts.child(by, "pobj") if by is not None else None
    if doer is not None:
        return [doer]
    if parts.child(token, "nsubjpass") is not None:
        return []
    if token.tag_ in {"VBG", "VBN"} and token.dep_ in {"acl", "relcl", "amod"}:
        subject = parts.child(token, "nsubj")
        own = token.head if token.tag_ == "VBG" else None
        return [t for t in (subject if subject is not None else own,) if t is not None]
    subject = subject_of(token)
    return [subject] if subject is not None else []


def _objects(token: Token, *, noun: bool) -> list[Token]:
    kids = parts.children(token)
    if noun:
        found = [c for c in kids if c.dep_ in {"compound", "nmod"} and c.pos_ in {"NOUN", "PROPN"}]
        for c in kids:
            inner = parts.child(c, "pobj") if c.dep_ == "prep" and c.lower_ in _ABOUT else None
            if inner is not None:
                found.append(inner)
        return found
    found = [c for c in kids if c.dep_ in _OBJECTS and c.ent_type_ not in {"DATE", "TIME"}]
    if not found and token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}:
        found = [token.head]
    if not found:
        for c in kids:
            inner = parts.child(c, "pobj") if c.dep_ in {"prep", "dative"} else None
            if inner is not None and inner.ent_type_ not in {"DATE", "TIME"}:
                found.append(inner)
    return found[:2]


_ABOUT = parts.word_set("of against on with between to for into")


def _places(token: Token) -> list[Token]:
    found = []
    for c in parts.children(token):
        inner = parts.child(c, "pobj") if c.dep_ == "prep" and c.lower_ in _PLACED else None
        if inner is not None and inner.ent_type_ in PLACES:
            found.append(inner)
    return found[:1]


def _spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    return tuple(sorted({(t.idx, t.idx + len(t)) for t in tokens if not t.is_space}))


def _time(token: Token, told: Sequence[Placed]) -> str:
    """The time that hangs on the word itself, else on the verb whose argument it is."""
    near = [t.when for t in told if token.i in {above.i for above in t.above}]
    if near:
        return str(near[0])
    if token.pos_ != "VERB" and token.head.pos_ == "VERB":
        verb = token.head.i
        return next((str(t.when) for t in told if t.above[-1].i == verb), "")
    return ""
