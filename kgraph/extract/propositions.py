"""What a content says, as subject, relation and object in plain words."""

from spacy.tokens import Doc, Token

from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import head, tokens
from kgraph.model import Proposition

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative")


def read(doc: Doc, attribution: Attribution) -> Proposition | None:
    """The main predication of the content; of a content without a verb, the statement's own.

    "Putin announced a ceasefire" gives (Putin, announce, ceasefire).
    """
    content = tokens(doc, attribution.content)
    if not content:
        return None
    main = head(content)
    inside = {token.i for token in content}
    if main.pos_ in ("VERB", "AUX"):
        children = [child for child in main.children if child.i in inside]
        subject = next((c for c in children if c.dep_ in _SUBJECTS), None)
        target = next((c for c in children if c.dep_ in _OBJECTS), None)
        if target is None:
            target = next(
                (w for c in children if c.dep_ in ("prep", "agent") for w in c.children), None
            )
        return Proposition(
            subject=phrase(subject) if subject else "",
            relation=main.lemma_.lower(),
            object=phrase(target) if target else "",
            negated=any(c.dep_ == "neg" for c in children),
        )
    cue, source = tokens(doc, attribution.cue), tokens(doc, attribution.source)
    if not cue or not source:
        return None
    return Proposition(
        subject=phrase(head(source)), relation=head(cue).lemma_.lower(), object=phrase(main)
    )


def phrase(token: Token) -> str:
    """The token with the words that make its name, without articles."""
    run = [
        t
        for t in token.children
        if t.dep_ in ("compound", "amod", "nummod", "poss", "neg", "prt", "quantmod") and t.i < token.i
    ]
    words = [*run, token]
    return " ".join(t.text for t in words if not t.is_space)
