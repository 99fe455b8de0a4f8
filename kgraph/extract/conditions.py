"""The condition that a content hangs on: "if", "unless", "provided that", "should …"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import parts
from kgraph.extract.actwords import act_of, base

_PHRASES = (
    ("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"), ("in", "case"),
    ("on", "the", "condition", "that"), ("in", "the", "event", "that"), ("in", "the", "event", "of"),
    ("assuming", "that"), ("on", "the", "understanding", "that"), ("in", "the", "absence", "of"),
)  # fmt: skip


_BARGAINS = (("in", "exchange", "for"), ("in", "return", "for"), ("subject", "to"))
"""What makes a condition of a thing, where the main clause tells of the future."""

_WHETHER = parts.word_set(
    """
    ask wonder know see say tell decide determine doubt check question ask inquire find learn
    matter care sure unclear clear certain discuss consider debate test remember understand
    """
)


_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def condition_of(words: Sequence[Token], root: Token, cue: Sequence[Token]) -> list[Token]:
    """The words of the clause that the content hangs on, without the content's own predicate."""
    for number, token in enumerate(words):
        size = _marker(words, number) or _marker_of_future(words, number, root)
        if not size or _asks_whether(token, words, number, root, cue):
            continue
        if _is_of_complement(token, root):
            continue
        clause = _clause(words, number, size, root)
        if clause:
            start = number
            if number and words[number - 1].lower_ in {"only", "but"} and token.lower_ == "if":
                start = number - 1 if words[number - 1].lower_ == "only" else number
            return [*words[start:number], *clause]
    return _inverted(words)


def _marker(words: Sequence[Token], number: int) -> int:
    token = words[number]
    before = words[number - 1].lower_ if number else ""
    if token.lower_ in {"if", "unless"}:
        return (
            0
            if before in {"even", "as", "what", "and"} and token.lower_ == "if" and before != "and"
            else 1
        )
    if token.lower_ in {"provided", "providing"}:
        follows = words[number + 1 : number + 3]
        that = bool(follows) and (
            follows[0].lower_ == "that" or token.dep_ in {"mark", "prep", "advcl"}
        )
        main = any(
            c.dep_ in {*_SUBJECTS, "auxpass", "aux"} and c.i < token.i
            for c in parts.children(token)
        )
        return 1 if that and not main else 0
    row = tuple(t.lower_ for t in words[number : number + 5])
    return next((len(p) for p in _PHRASES if row[: len(p)] == p), 0)


def _is_of_complement(token: Token, root: Token) -> bool:
    """Whether what somebody is told to have said hangs on it: "he threatened to leave if …"."""
    if token.i < root.i or not act_of(root) or root.pos_ != "VERB":
        return False
    held = parts.child(root, "ccomp", "xcomp")
    return held is not None and root.i < held.i < token.i and bool(parts.child(root, "nsubj"))


def _marker_of_future(words: Sequence[Token], number: int, root: Token) -> int:
    """Reads "once …", "in exchange for …", "without a truce, …": conditions of what would be."""
    if not any(c.tag_ == "MD" for c in parts.children(root)):
        return 0
    token = words[number]
    if token.lower_ == "once":
        return int(token.dep_ == "mark")
    if token.lower_ == "without" and not any(
        t.is_alpha and t.lower_ != "that" for t in words[:number]
    ):
        return int(number + 1 < len(words) and words[number + 1].tag_ != "VBG")
    row = tuple(t.lower_ for t in words[number : number + 3])
    return next((len(p) for p in _BARGAINS if row[: len(p)] == p), 0)


def _asks_whether(
    token: Token, words: Sequence[Token], number: int, root: Token, cue: Sequence[Token]
) -> bool:
    """Whether "if" means "whether" here."""
    if token.lower_ != "if":
        return False
    lead = [t for t in words[:number] if not t.is_punct]
    if not lead and token.dep_ == "mark" and token.head.i == root.i:
        return True  # no clause beside it that could hang on it: "isn't saying if …"
    if not lead:
        return (
            bool({base(t) for t in cue} & _WHETHER)
            and bool(cue)
            and cue[-1].i < token.i < cue[-1].i + 4
            and (base(cue[-1]) not in {"say", "tell"})
        )
    before = lead[-1]
    return (
        base(before) in _WHETHER
        and before.pos_ in {"VERB", "ADJ", "AUX"}
        and token.i == before.i + 1
    )


def _clause(words: Sequence[Token], number: int, size: int, root: Token) -> list[Token]:
    """From the marker to the end of its clause, as the parser or else the comma has it."""
    token = words[number]
    verb = token.head
    for _ in range(3):
        if size == 1 or verb.pos_ in {"VERB", "AUX"} or verb.head.i == verb.i:
            break
        verb = verb.head
    rest = list(words[number:])
    first = next((t for t in words if not t.is_punct), token)
    initial = token.i == first.i or (number and words[number - 1].text in {",", "that"})
    after = root.i > token.i
    if size == 1 and verb.i != root.i and token.i < verb.i:
        end = verb.right_edge.i
        while end + 1 < len(token.doc) and (
            token.doc[end].text == "-" or token.doc[end + 1].text == "-"
        ):
            end += 1  # the parser parts "re-elected"
        if end < root.i or root.i < token.i:
            return _cut([t for t in rest if t.i <= end], stop_at_comma=bool(initial) and after)
    return _cut(rest, stop_at_comma=bool(initial) or after)


def _cut(clause: list[Token], *, stop_at_comma: bool) -> list[Token]:
    if stop_at_comma:
        for i, t in enumerate(clause):
            if i > 2 and t.text in {",", "then", ";", "—", "–"}:
                clause = clause[:i]
                break
    while clause and (clause[-1].is_punct or clause[-1].is_space):
        clause.pop()
    return clause if len(clause) > 1 else []


def _inverted(words: Sequence[Token]) -> list[Token]:
    """Reads "Should talks fail, …", "Were he to go, …", "…, had they asked": verb before subject."""
    if words[-1].text == "?":
        return []
    for number, token in enumerate(words[:-2]):
        if token.lower_ not in {"should", "were", "had"} or not _is_subject(words[number + 1]):
            continue
        first = not any(t.is_alpha and t.lower_ != "that" for t in words[:number])
        rest = words[number:]
        if first:
            comma = next((i for i, t in enumerate(rest) if t.text == "," and i > 1), None)
            if comma is not None and any(t.tag_ == "MD" for t in rest[comma:]):
                return list(rest[:comma])
        elif _follows(words, number):
            return _cut(list(rest), stop_at_comma=False)
        if not first:
            break
    return []


def _follows(words: Sequence[Token], number: int) -> bool:
    """Whether "had" or "should" opens a condition behind the clause that hangs on it."""
    if not any(t.lower_ in {"would", "could", "might", "will"} for t in words[:number]):
        return False
    form = {"had": "VBN", "should": "VB"}.get(words[number].lower_)
    own = words[number - 1].pos_ == "PRON"  # "… that they had the windows closed"
    return not own and any(t.tag_ == form for t in words[number + 2 : number + 6])


def _is_subject(token: Token) -> bool:
    """Whether a subject may begin with the word that follows an inverted verb."""
    return token.pos_ in {"PRON", "DET", "PROPN"} or token.tag_ in {"PRP$", "NNS", "NN"}
