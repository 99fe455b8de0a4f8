"""The raw find of an extractor: who is cited, by which words, for what."""

from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The spans of one attribution, before anything is resolved.

    Terms follow PDTB and PARC (Pareti 2012): source, cue, content.

    Attributes:
        confidence: Probability that all three roles are right, 0..1.
    """

    source: Spans
    cue: Spans
    content: Spans
    confidence: float = 1.0


def overlap(a: Spans, b: Spans) -> bool:
    """Whether any character is in both.

    >>> overlap(((0, 3),), ((3, 5),)), overlap(((0, 4),), ((3, 5),))
    (False, True)
    """
    return any(s < f and r < e for s, e in a for r, f in b)


def in_text_order(found: Iterable[Attribution]) -> list[Attribution]:
    """Each attribution once, by the place of its content, then of its cue and source."""
    return sorted(set(found), key=lambda a: (a.content, a.cue, a.source))
