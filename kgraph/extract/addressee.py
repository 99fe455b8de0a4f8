"""To whom a statement is said."""

from spacy.tokens import Doc, Token

from kgraph.extract.acts import classify as act_of
from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import head, span_of, tokens
from kgraph.model import Spans

_TAKES_OBJECT = frozenset(
    "tell inform assure remind warn ask urge advise caution promise notify brief challenge press "
    "beg invite order instruct".split()
)
_TO = frozenset("say speak talk appeal offer write explain reply respond announce".split())


def find(doc: Doc, attribution: Attribution) -> Spans:
    """The words that name the addressee, () where none is.

    For a warning, threat or appeal without one: the named subject of its condition.
    """
    cue = tokens(doc, attribution.cue)
    if not cue:
        return ()
    main = head(cue)
    taken = {t.i for t in tokens(doc, attribution.source)}
    content = {t.i for t in tokens(doc, attribution.content)}
    for child in main.children:
        lemma = main.lemma_.lower()
        if child.i in taken:
            continue
        if child.dep_ in ("dobj", "dative", "iobj") and lemma in _TAKES_OBJECT:
            if child.pos_ in ("NOUN", "PROPN", "PRON") and child.i not in content:
                return _phrase(child, content)
        if child.lower_ in ("on", "upon") and lemma == "call" and child.dep_ in ("prep", "prt"):
            for word in child.children:
                if word.dep_ == "pobj":
                    return _phrase(word, set())
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with") and lemma in _TO:
            for word in child.children:
                if word.dep_ == "pobj" and word.i not in content:
                    return _phrase(word, content)
    act = act_of(doc, attribution)
    if act in ("call-on", "request", "warn"):
        # "urged Ukraine to …": the parser makes the one who is urged subject of the infinitive.
        for child in main.children:
            if child.dep_ in ("ccomp", "xcomp"):
                for word in child.children:
                    if word.dep_ == "nsubj" and word.i > main.i and _before(word, content):
                        return _phrase(word, content)
    if act in ("warn", "threaten", "call-on"):
        for token in tokens(doc, attribution.content):
            if token.dep_ == "nsubj" and token.pos_ == "PROPN" and _in_condition(token):
                return _phrase(token, set())
    return ()


def _before(word: Token, content: set[int]) -> bool:
    return not content or word.i < min(content)


def _in_condition(token: Token) -> bool:
    return any(c.lower_ in ("if", "unless") for c in token.head.children)


def _phrase(noun: Token, outside: set[int]) -> Spans:
    run = []
    for token in noun.subtree:
        if token.i in outside or (token.is_punct and token.i > noun.i):
            break
        if token.dep_ in ("relcl", "acl", "prep") and token.i > noun.i and token.lower_ in (
            "at", "in", "on", "during", "after", "before",
        ):  # fmt: skip
            break
        run.append(token)
    run = [t for t in run if not t.is_space]
    return (span_of(run),) if run else ()
