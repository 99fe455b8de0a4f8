"""Where "it" stands for nothing."""

from spacy.tokens import Token

from kgraph.extract import parts

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl"})


def is_pleonastic(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that …", "it seems", "it was raining"."""
    if token.dep_ == "expl":
        return True
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    verb = token.head
    behind = [c for c in parts.children(verb) if c.i > verb.i]
    deps = {c.dep_ for c in behind}
    if verb.lemma_ in {"seem", "appear", "happen", "turn", "rain", "snow", "remain"}:
        return bool(deps & _CLAUSES) or verb.lemma_ in {"rain", "snow"}
    if token.dep_ == "nsubjpass":
        return "ccomp" in deps or "csubjpass" in deps
    if verb.lemma_ in {"be", "become"}:
        for child in behind:
            if child.dep_ in {"acomp", "attr"} and child.pos_ in {"ADJ", "NOUN"}:
                below = {c.dep_ for c in parts.children(child)}
                if (deps | below) & {"ccomp", "xcomp", "csubj"} or (
                    child.pos_ == "NOUN" and child.lower_ in {"time", "year", "day", "pity"}
                ):
                    return True
    return False
