"""Which articles carry the words of a claim in the outlet's own voice: found by runs of words.

An article is kept as hashes of the runs in its own voice. A claim is looked for by a few of its
runs, and what they find is then read.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kgraph.model import Extraction
from kgraph.resolve.hashes import hashed
from kgraph.resolve.sketches import quotations
from kgraph.resolve.text import placed_words, words

RUN = 5
"""Words of a run, and words that a claim must have to be recognised in an outlet's own voice."""

ASKED = 3
"""Runs by which a claim is looked for, at most."""

_REPORTING = frozenset({
    "said", "says", "say", "according", "told", "tells", "wrote", "writes", "announced", "claimed",
    "claims", "stated", "states", "warned", "added", "reported", "reports", "denied", "insisted",
})  # fmt: skip
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s|\n")
_MARKS = re.compile('["“”«»]')


def grams_of(extraction: Extraction) -> tuple[int, ...]:
    """The runs of five words in the article's own voice, hashed to 63 bits; distinct, ascending."""
    return tuple(
        sorted({gram for stretch in _own_voice(extraction) for gram in _grams(tuple(stretch))})
    )


@lru_cache(2**14)
def claim_grams(claim: tuple[str, ...]) -> tuple[int, ...]:
    """Those by which a claim's words are looked for: an article that repeats them has all of these.

    None where the words are too few. The one in the middle, the first and the last: any of them may
    be a phrase that many articles have ("in spite of the doubts of many"), the middle one least.
    """
    found = list(_grams(claim))
    places = (len(found) // 2, 0, -1) if found else ()
    return tuple(dict.fromkeys(found[place] for place in places))


def repeats(extraction: Extraction, claim: tuple[str, ...]) -> bool:
    """Whether the article says these words in its own voice and ascribes them to nobody."""
    article, length = extraction.article, len(claim)
    if length < RUN or any(
        words(article.quote(statement.content)) == claim for statement in extraction.statements
    ):
        return False
    return any(
        tuple(stretch[place : place + length]) == claim
        for stretch in _own_voice(extraction)
        for place in range(len(stretch) - length + 1)
    )


def _grams(run: tuple[str, ...]) -> Iterator[int]:
    for place in range(len(run) - RUN + 1):
        yield hashed(" ".join(run[place : place + RUN]), 63)


def _own_voice(extraction: Extraction) -> Iterator[list[str]]:
    """The stretches of words outside the contents of statements and outside reported sentences.

    Extraction misses some attributions; what it missed must not count as the outlet's voice.
    """
    text = extraction.article.text
    closed = [span for statement in extraction.statements for span in statement.content]
    closed += quotations(text)
    closed += _reported(text)
    waiting = sorted(closed, reverse=True)
    stretch: list[str] = []
    end = -1
    for word, start, _ in placed_words(text):
        while waiting and waiting[-1][0] <= start:
            end = max(end, waiting.pop()[1])
        if start >= end:
            stretch.append(word)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _reported(text: str) -> Iterator[tuple[int, int]]:
    """The sentences with quotation marks or a word of reporting."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        sentence = text[start:end]
        if _MARKS.search(sentence) or not _REPORTING.isdisjoint(words(sentence)):
            yield start, end
        start = end
