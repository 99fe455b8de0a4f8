"""Who brings a happening about, who takes part, and where, by the words around its noun or verb."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.extract import parts
from kgraph.extract.actwords import base
from kgraph.extract.attribution import Attribution
from kgraph.model import Span

_BEGINNINGS = frozenset({"announcement", "declaration", "launch", "start", "proclamation"})
_BRINGS = parts.word_set(
    """
    announce declare proclaim launch order hold host stage start begin conduct sign impose
    mount organise organize carry schedule open resume convene conclude make plan wage lead
    lift suspend end call extend unveil postpone cancel complete reach stage arrange undertake
    commit trigger spark provoke
    """
)


ANNOUNCES = parts.word_set(
    """
    announce declare proclaim unveil order propose offer call demand urge seek want
    """
)


_PLURAL_TALKS = frozenset(
    ["hold", "resume", "sign", "conclude", "open", "begin", "start", "reach", "make", "complete"]
)


PLACES = frozenset({"GPE", "LOC", "FAC"})


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})


def agent_of(
    token: Token,
    verb: Token | None,
    kids: Sequence[Token],
    holder: int | None,
    attributions: Sequence[Attribution],
) -> tuple[Span | None, set[Span]]:
    """Who brings it about, and who does so with them."""
    for c in kids:
        if (
            c.dep_ == "poss"
            and parts.is_name(c)
            and token.pos_ == "NOUN"
            and c.ent_type_ not in {"DATE", "TIME"}
        ):
            return span_of(parts.noun_phrase(c)), set()
        by = c if c.dep_ in {"prep", "agent"} and c.lower_ == "by" else None
        if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN":
            by = parts.child(c, "agent")
        doer = parts.child(by, "pobj") if by is not None else None
        if doer is not None and doer.ent_type_ not in {"DATE", "TIME"}:
            return span_of(parts.noun_phrase(doer)), set()
    above = token.head
    if above.lower_ == "of" and above.head.lemma_ in _BEGINNINGS:
        owner = parts.child(above.head, "poss")
        if owner is not None and parts.is_name(owner):
            return span_of(parts.noun_phrase(owner)), set()
    if verb is None or token.dep_ not in {"dobj", "nsubjpass"}:
        return None, set()
    lemma = base(token.head) if token.head.pos_ == "VERB" else base(verb)
    following = token.doc[token.head.i + 1] if token.head.i + 1 < len(token.doc) else token
    # A lemmatizer's "stag" for "staged" is one of those verbs too.
    if not {lemma, f"{lemma}e"} & _BRINGS or (
        lemma == "call" and following.dep_ in {"prep", "prt"}
    ):
        return None, set()
    if token.dep_ == "nsubjpass":
        by = parts.child(token.head, "agent")
        doer = parts.child(by, "pobj") if by is not None else None
        return (span_of(parts.noun_phrase(doer)), set()) if doer is not None else (None, set())
    if lemma in ANNOUNCES and holder is not None and attributions[holder].source:
        cue = parts.indices(parts.tokens(token.doc, attributions[holder].cue))
        if token.head.i in cue:
            return attributions[holder].source[0], set()
    subject = subject_of(token.head)
    if subject is None or (
        subject.pos_ == "PRON" and subject.lower_ in {"it", "that", "which", "who", "this"}
    ):
        return None, set()
    others = {
        span_of([c]) if not parts.is_name(c) else span_of(parts.noun_phrase(c))
        for c in parts.children(subject)
        if c.dep_ == "conj"
    }
    if others and lemma in _PLURAL_TALKS:
        first = [t for t in parts.noun_phrase(subject) if t.i <= subject.i]
        return span_of(first), others
    return span_of(parts.noun_phrase(subject)), set()


def subject_of(verb: Token) -> Token | None:
    """The subject of the verb, or of the verb that it carries on."""
    for _ in range(4):
        subject = parts.child(verb, "nsubj")
        if subject is not None:
            return subject
        if verb.dep_ not in {"xcomp", "conj"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


UNDERGONE = parts.word_set(
    """
    trial funeral arrest assassination inauguration execution murder killing death hearing crash
    collision resignation kidnapping abduction rescue burial
    """
)
"""Nouns whose "of …" names whom it happens to, be it a name or not."""


def participants_of(token: Token, kids: Sequence[Token]) -> set[Span]:
    """Who the noun is told to be between, with or against, by its dependents."""
    found: set[Span] = set()
    for c in kids:
        if c.dep_ != "prep" or c.lower_ not in {"between", "with", "against", "among", "of"}:
            continue
        inner = parts.child(c, "pobj")
        for _ in range(6):
            if inner is None:
                break
            if (parts.is_name(inner) and inner.ent_type_ not in {"DATE", "TIME"}) or (
                inner.pos_ == "NOUN" and (c.lower_ != "of" or token.lemma_.lower() in UNDERGONE)
            ):
                whole = parts.noun_phrase(inner)
                joined = [t.i for t in parts.children(inner) if t.dep_ == "conj"]
                found.add(span_of([t for t in whole if not joined or t.i <= inner.i]))
            inner = parts.child(inner, "conj")
    return found


_WHERE = parts.word_set("in at near on outside inside across over")
_MOVES = parts.word_set("travel arrive withdraw march evacuate fly sail deport flee")


def place_of(token: Token, verb: Token | None, kids: Sequence[Token]) -> str:
    """The place that the noun, else the clause, is told to be at."""
    first = parts.child(token, "dobj") if token.pos_ == "VERB" else None
    for c in kids if token.pos_ == "NOUN" else ():
        if c.dep_ == "prep" and c.lower_ == "of":
            first = parts.child(c, "pobj")
    # "attacked a post near Kunduz", "the crash of a plane near Almaty": a place of the whole.
    inner_kids = parts.children(first) if first is not None else []
    near = [
        *kids,
        *inner_kids,
        *(parts.children(verb) if verb is not None and token.dep_ in ARGUMENTS else []),
    ]
    if verb is not None and token.dep_ in {"dobj", "nsubjpass", "nsubj"} and token.head.i != verb.i:
        near += parts.children(token.head)
    for c in near:
        moved = c.head.pos_ == "VERB" and c.head.lemma_ in _MOVES and c.lower_ in {"to", "from"}
        if c.dep_ != "prep" or not (c.lower_ in _WHERE or moved):
            continue
        inner = parts.child(c, "pobj")
        if inner is not None and _is_place(inner, c):
            words = parts.noun_phrase(inner)
            while words and words[0].dep_ == "det" and words[0].ent_type_ == "":
                words.pop(0)
            start, end = span_of(words)
            return token.doc[parts.at(token.doc, start) : parts.at(token.doc, end - 1) + 1].text
    return ""


def last_name(doc: Doc, span: Span | None) -> str:
    """The last word of a name, by which two mentions of an agent are held against each other."""
    words = parts.tokens(doc, (span,)) if span else []
    words = [t for t in words if t.tag_ != "POS" and not t.is_punct]
    return words[-1].lower_ if words else ""


def span_of(words: Sequence[Token]) -> Span:
    """From the first to the last of the words, without a genitive at the end."""
    kept = [t for t in words if t.tag_ != "POS" or t.i != words[-1].i]
    first, last = (kept or words)[0], (kept or words)[-1]
    return first.idx, last.idx + len(last)


def _is_place(noun: Token, preposition: Token) -> bool:
    """Whether the noun is known as a place, or is a name that is told to be one ("in Sumy")."""
    if noun.ent_type_ in PLACES:
        return True
    moved = preposition.lower_ in {"to", "from"}
    local = preposition.lower_ in {"in", "near", "outside", "inside"} or preposition.head.lemma_ in {
        "strike", "attack", "raid", "assault", "airstrike", "shelling",
    }  # fmt: skip
    # A model of English names knows few towns: it takes Goma for a person, Montevideo for goods.
    unknown = {"", "ORG", "PRODUCT"} | ({"PERSON"} if moved else set())
    return (
        (local or moved)
        and noun.pos_ == "PROPN"
        and noun.ent_type_ in unknown
        and not any(c.lower_ == "the" for c in parts.children(noun))
    )
