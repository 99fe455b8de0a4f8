"""The raw find of an extractor: who is cited, by which words, for what."""

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
