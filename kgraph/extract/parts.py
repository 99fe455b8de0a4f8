"""The tokens under an attribution's spans, and their neighbourhood, at bounded cost.

Nothing here walks a subtree by recursion or scans a whole document: a lookup costs the
logarithm of the text, a neighbourhood at most ``REACH`` tokens to either side.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from kgraph.model import Span, Spans

REACH = 150
"""Tokens looked at to either side; a longer sentence is cut to this window."""

_PREDICATES = frozenset({"VERB", "AUX"})
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_QUOTES = frozenset("\"'“”‘’„«»`") | {"``", "''"}
_GLUE = frozenset({"flat", "nmod", "nummod", "compound"})


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


def at(doc: Doc, offset: int) -> int:
    """The index of the last token that starts at or before the character offset, at least 0."""
    return max(bisect_right(range(len(doc)), offset, key=lambda i: doc[i].idx) - 1, 0)


def tokens(doc: Doc, spans: Spans) -> list[Token]:
    """The tokens that the spans touch, in order, without whitespace tokens."""
    found: list[Token] = []
    for start, end in spans:
        for i in range(at(doc, start), len(doc)):
            token = doc[i]
            if token.idx >= end:
                break
            if token.idx + len(token) > start and not token.is_space:
                found.append(token)
    return found


def indices(words: Iterable[Token]) -> frozenset[int]:
    """The positions of the tokens in their document."""
    return frozenset(t.i for t in words)


def sentence(doc: Doc, i: int) -> tuple[int, int]:
    """First and one-past-last token of the sentence of token ``i``, within ``REACH`` of it."""
    start, end = i, i + 1
    while start > max(0, i - REACH) and not doc[start].is_sent_start:
        start -= 1
    while end < min(len(doc), i + REACH) and not doc[end].is_sent_start:
        end += 1
    return start, end


def around(doc: Doc, words: Sequence[Token]) -> list[Token]:
    """The tokens of the sentences of the first and the last of the words, without spaces."""
    if not words:
        return []
    start, end = sentence(doc, words[0].i)
    if words[-1].i >= end:
        end = max(end, sentence(doc, words[-1].i)[1])
    return [doc[i] for i in range(start, min(end, start + 2 * REACH)) if not doc[i].is_space]


def children(token: Token) -> list[Token]:
    """The direct dependents of the token within ``REACH`` of it, in order."""
    # spaCy scans the subtree in C, which a sentence bounds; asking for each word takes a hundredfold.
    return [c for c in token.children if abs(c.i - token.i) <= REACH]


def child(token: Token, *deps: str) -> Token | None:
    """The first direct dependent with one of these relations, or None."""
    return next((c for c in children(token) if c.dep_ in deps), None)


def roots(words: Sequence[Token]) -> list[Token]:
    """The tokens whose head lies outside the words, in order, without punctuation."""
    inside = indices(words)
    return [t for t in words if (t.head.i == t.i or t.head.i not in inside) and not t.is_punct]


def predicate(words: Sequence[Token]) -> Token | None:
    """The token that heads the words: a verb with a subject, else a verb, else any head."""
    heads = roots(words)
    verbs = [t for t in heads if t.pos_ in _PREDICATES]
    for t in verbs:
        if child(t, "nsubj", "nsubjpass", "expl", "csubj"):
            return t
    if verbs and heads[0].pos_ not in {"NOUN", "PROPN"}:
        return verbs[0]
    return heads[0] if heads else None


def sentences(words: Sequence[Token]) -> list[list[Token]]:
    """The words cut where the document's sentences start."""
    cut: list[list[Token]] = []
    for t in words:
        if not cut or t.is_sent_start:
            cut.append([])
        cut[-1].append(t)
    return cut


def plain(words: Iterable[Token]) -> str:
    """The words in lower case, one space between them."""
    return " ".join(t.lower_ for t in words)


def trimmed(words: Sequence[Token]) -> Spans:
    """One span from the first to the last of the words, without punctuation at its ends.

    Words with gaps between them give one span for each run.
    """
    runs: list[list[Token]] = []
    for t in words:
        if runs and all(t.doc[i].is_space for i in range(runs[-1][-1].i + 1, t.i)):
            runs[-1].append(t)
        else:
            runs.append([t])
    found: list[Span] = []
    for run in runs:
        while run and run[0].is_punct:
            run.pop(0)
        while run and run[-1].is_punct:
            run.pop()
        if run:
            found.append((run[0].idx, run[-1].idx + len(run[-1])))
    return tuple(found)


def noun_phrase(head: Token, *, within: tuple[int, int] | None = None) -> list[Token]:
    """The words of the phrase that the noun heads: what stands before it, "of …", "and …".

    Relative clauses, appositions and other prepositions stay outside.
    """
    doc = head.doc
    low, high = within or (0, len(doc))
    start = max(head.left_edge.i, head.i - 15, low)
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = head.i
    tip: Token | None = head
    for _ in range(8):
        if tip is None:
            break
        following = None
        for c in children(tip):
            if c.i <= end:
                continue
            if c.dep_ in _GLUE and c.i == end + 1:
                end = c.i
            elif c.dep_ == "prep" and c.lower_ == "of" and c.i == end + 1:
                inner = child(c, "pobj")
                if inner is not None and inner.i - end < 10:
                    end, following = inner.i, inner
            elif c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN", "PRON"} and c.i - end < 8:
                end, following = c.i, c
        tip = following
    return [doc[i] for i in range(start, min(end + 1, high)) if not doc[i].is_space]


def is_name(token: Token) -> bool:
    """Whether the token belongs to a proper name of a person, body, people or place."""
    return token.pos_ == "PROPN" or token.ent_type_ in _NAMED


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.pos_ in _NOMINALS


def is_quote(token: Token) -> bool:
    """Whether the token is a quotation mark of any make."""
    return token.text in _QUOTES
