"""The kind of quotation that a statement is: direct, mixed or indirect."""

import re

from kgraph.extract.quotes import quoted
from kgraph.extract.scene import Scene
from kgraph.model import QuoteKind, Span

_SLACK = 1
"""Words of a direct quotation that may stand outside the marks."""

_JOINING = frozenset({"and", "or", "but", "that"})
"""Words between quotations that are nobody's wording."""

_MARKS = "\"'“”„‘’«»` "
_WORK = re.compile(
    r"\b(?:film|movie|book|novel|song|album|single|show|series|programme|play|musical|opera|poem|memoir|painting"
    r"|documentary|podcast|magazine|game|episode|sitcom|drama|hit|track|titled|entitled|called|named|dubbed)\s*,?\s*$",
    re.IGNORECASE,
)


def quote_kind(scene: Scene, n: int) -> QuoteKind:
    """Direct where all words stand inside quotation marks, mixed where some do.

    What is quoted inside somebody's direct speech is his wording, so that a statement nested
    there is indirect unless it has marks of its own. The title of a work is no quotation.
    """
    attribution = scene.attributions[n]
    text = scene.article.text
    inside = outside = 0
    nested = scene.parents[n] is not None and any(
        scene.is_quoted(start) for start, _ in attribution.cue
    )
    for start, end in attribution.content:
        at = start
        for s, e in _marked(scene, start, end, nested=nested):
            outside += _words(text[at : max(at, s)])
            inside += _words(text[max(s, start) : min(e, end)])
            at = max(at, min(e, end))
        outside += _words(text[at:end])
    if not inside:
        return "indirect"
    return "direct" if outside <= min(_SLACK, inside // 4) else "mixed"


def _marked(scene: Scene, start: int, end: int, *, nested: bool) -> list[Span]:
    """The quotations that touch the span; for what is nested in one, those inside of it."""
    text = scene.article.text
    found = scene.quotes_in(start, end)
    if nested:
        inner = [
            span
            for s, e in found
            if s < start or e > end
            for span in quoted(text, max(s + 1, start - 1), min(e, end + 1))
            if span[0] < end and span[1] > start
        ]
        found = inner + [(s, e) for s, e in found if s >= start and e <= end]
    return sorted(span for span in found if not _is_name(text, span))


def _is_name(text: str, span: Span) -> bool:
    """Whether the marks are round a title ("the film "Dry Wells"") or stand for letters ("'n'")."""
    words = text[slice(*span)].strip(_MARKS)
    if len(words) <= 1:
        return True
    longer = [w for w in words.split() if len(w) > 3]
    capital = all(w[:1].isupper() for w in longer)
    return capital and bool(_WORK.search(text, max(0, span[0] - 20), span[0]))


def _words(text: str) -> int:
    """The words that are somebody's: those that only join quotations don't count."""
    return sum(
        any(c.isalnum() for c in word) and word.strip(_MARKS + ",.").lower() not in _JOINING
        for word in text.split()
    )
