"""The condition that a content hangs on: "if", "unless", "provided that", "should …"."""

from collections.abc import Sequence

from spacy.tokens import Token

from kgraph.extract import parts
from kgraph.extract.actwords import base

_CONDITIONS = frozenset({"if", "unless", "provided", "providing"})


_PHRASES = (
    ("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"), ("in", "case"),
    ("on", "the", "condition", "that"), ("in", "the", "event", "that"), ("in", "the", "event", "of"),
    ("assuming", "that"), ("on", "the", "understanding", "that"),
)  # fmt: skip


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
        size = _marker(words, number)
        if not size or _asks_whether(token, words, number, cue):
            continue
        clause = _clause(words, number, size, root)
        if clause:
            start = number
            if number and words[number - 1].lower_ in {"only", "but"} and token.lower_ == "if":
                start = number - 1 if words[number - 1].lower_ == "only" else number
            return [*words[start:number], *clause]
    return _inverted(words, root)


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


def _asks_whether(token: Token, words: Sequence[Token], number: int, cue: Sequence[Token]) -> bool:
    """Whether "if" means "whether" here."""
    if token.lower_ != "if":
        return False
    lead = [t for t in words[:number] if not t.is_punct]
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


def _inverted(words: Sequence[Token], root: Token) -> list[Token]:
    """Reads "Should talks fail, …", "Were he to go, …", "Had they asked, …" at the head of a sentence."""
    first = next((i for i, t in enumerate(words) if not t.is_punct), 0)
    if words[first].lower_ == "that" and first + 1 < len(words):
        first += 1
    if words[first].lower_ not in {"should", "were", "had"} or words[-1].text == "?":
        return []
    comma = next((i for i, t in enumerate(words) if t.text == "," and i > first + 1), None)
    if comma is None or root.i < words[comma].i:
        return []
    return list(words[first:comma])
