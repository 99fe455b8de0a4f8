"""How a content stands to the facts: asserted, possible, conditional, planned, demanded …"""

from spacy.tokens import Doc, Token

from kgraph.extract.acts import classify as act_of
from kgraph.extract.attribution import Attribution
from kgraph.extract.regions import head, span_of, tokens
from kgraph.model import Modality, Polarity, Spans

_MARKS = frozenset({"if", "unless", "provided", "providing", "until"})
_POSSIBLE = frozenset({"may", "might", "could", "perhaps", "possibly", "probably", "likely"})
_DEMANDS = frozenset({"demand", "call-on", "request"})
_PLANS = frozenset({"intend", "promise"})
_NEGATIVE = frozenset({"no", "nobody", "nothing", "never", "none", "neither"})


def classify(doc: Doc, attribution: Attribution) -> tuple[Modality, Polarity, Spans]:
    """Modality and polarity of the content's main predication, and the words of its condition."""
    content = tokens(doc, attribution.content)
    if not content:
        return "asserted", "positive", ()
    main = head(content)
    polarity: Polarity = "negative" if _negated(main, content) else "positive"
    condition = _condition(content)
    if condition:
        return "conditional", polarity, condition
    act = act_of(doc, attribution)
    words = {child.lower_ for child in main.children}
    if act in _DEMANDS:
        return "demanded", polarity, ()
    if words & {"would", "had"} and any(child.dep_ == "advcl" for child in main.children):
        return "hypothetical", polarity, ()
    if words & _POSSIBLE:
        return "possible", polarity, ()
    if act in _PLANS:
        return "planned", polarity, ()
    return "asserted", polarity, ()


def _negated(main: Token, content: list[Token]) -> bool:
    if any(child.dep_ == "neg" for child in main.children):
        return True
    subjects = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass", "attr", "expl")]
    return any(
        word.lower_ in _NEGATIVE
        for subject in subjects
        for word in (subject, *subject.children)
        if word.i >= content[0].i
    )


def _condition(content: list[Token]) -> Spans:
    inside = {token.i for token in content}
    for token in content:
        if token.lower_ not in _MARKS or token.dep_ not in ("mark", "advmod", "prep", "pcomp"):
            continue
        clause = token.head
        if token.lower_ == "until" or clause.dep_ not in ("advcl", "ccomp", "ROOT", "pcomp"):
            continue
        run = [t for t in clause.subtree if t.i in inside and t.i >= token.i and not t.is_space]
        while run and run[-1].is_punct:
            run.pop()
        # A clause that the parser let run on ends at the comma before the main clause.
        for number, word in enumerate(run):
            if word.text == "," and number > 2:
                run = run[:number]
                break
        if run:
            return (span_of(run),)
    return ()
