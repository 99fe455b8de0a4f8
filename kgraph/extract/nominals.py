"""Attributions whose cue is a noun or an adjective: "his belief that", "is ready to"."""

from spacy.tokens import Token

from kgraph.extract import cues
from kgraph.extract.attribution import Attribution
from kgraph.extract.pieces import (
    AUXILIARIES,
    Marked,
    cue_of,
    has_to,
    made,
    plain,
    source_of,
    span_with_marks,
)


def by_noun(noun: Token) -> Attribution | None:
    """ "his belief that …", "Moscow's readiness for talks"."""
    owner = [t for c in noun.children if c.dep_ == "poss" for t in c.subtree if t.tag_ != "POS"]
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    if clause is not None and (has_to(clause) or any(c.lower_ == "that" for c in clause.children)):
        run = [t for t in clause.subtree if t.i > noun.i]
        verb = noun.head
        if not owner and noun.dep_ == "dobj" and verb.pos_ == "VERB":
            source = source_of(verb)
            return made(source, [*cue_of(verb), noun], plain(run), 0.4) if source else None
        return made(owner, [noun], plain(run), 0.4) if owner else None
    if owner:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in (
                "for",
                "of",
                "on",
                "to",
                "about",
                "against",
            ):
                run = [t for t in noun.subtree if t.i > child.i]
                if run:
                    owner, run_cue = _owner(noun, owner)
                    return made(owner, run_cue, plain(run), 0.35)
    return None


def _owner(noun: Token, owner: list[Token]) -> tuple[list[Token], list[Token]]:
    """The source and cue of a possessed noun: "Moscow reiterated its readiness" is Moscow's."""
    verb = noun.head
    if (
        noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in cues.SAY | cues.OBJECT
        and len(owner) == 1 and owner[0].tag_ == "PRP$"
    ):  # fmt: skip
        subject = source_of(verb)
        if subject:
            return subject, [*cue_of(verb), *(c for c in noun.children if c.dep_ == "poss"), noun]
    return owner, [noun]


def by_adjective(adjective: Token, paragraph: Marked) -> Attribution | None:
    """What somebody is ready, afraid or confident of, behind a form of 'be'."""
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in ("be", "remain", "feel", "seem"):
        return None
    clause = next(
        (
            c
            for c in adjective.children
            if c.dep_ in ("ccomp", "xcomp", "prep") and c.i > adjective.i
        ),
        None,
    )
    source = source_of(verb)
    if clause is None or not source:
        return None
    run = [t for t in clause.subtree if t.i > adjective.i]
    if clause.dep_ == "prep":
        run = run[1:]
    aux = [c for c in verb.children if c.dep_ in AUXILIARIES and c.i < adjective.i]
    return (
        made(source, [*aux, verb, adjective], span_with_marks(run, paragraph), 0.4) if run else None
    )


def by_clear(verb: Token) -> Attribution | None:
    """What somebody made clear."""
    source = source_of(verb)
    clear = next(c for c in verb.children if c.lower_ == "clear")
    it = [c for c in verb.children if c.lower_ == "it"]
    clause = next(
        (
            c
            for p in (verb, clear)
            for c in p.children
            if c.dep_ in ("ccomp", "advcl") and c.i > clear.i
        ),
        None,
    )
    if clause is None:
        clause = next((c for c in clear.children if c.i > clear.i), None)
    if clause is None or not source:
        return None
    run = [t for t in clause.subtree if t.i > clear.i]
    return made(source, [*cue_of(verb), *it, clear], plain(run), 0.6) if run else None
