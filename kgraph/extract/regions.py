"""Tokens under spans, and the head of a run of tokens."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kgraph.model import Span, Spans


def tokens(doc: Doc, spans: Spans) -> list[Token]:
    """The tokens that share a character with any of the spans, without whitespace tokens."""
    found = []
    for start, end in spans:
        piece = doc.char_span(start, end, alignment_mode="expand") if end > start else None
        if piece is not None:
            found += [token for token in piece if not token.is_space]
    return found


def head(run: Sequence[Token]) -> Token:
    """The token of the run that governs the others: the first whose head lies outside.

    Raises:
        IndexError: The run is empty.
    """
    inside = {token.i for token in run}
    # Quotation marks hang on whatever the parser found near.
    words = [token for token in run if not token.is_punct] or run
    for token in words:
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return words[0]


def span_of(run: Sequence[Token]) -> Span:
    """The characters from the first token of the run to the last."""
    return run[0].idx, run[-1].idx + len(run[-1])
