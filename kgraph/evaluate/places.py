"""Which extracted statement stands where somebody has marked words of an article."""

from collections.abc import Iterable

from kgraph.model import Extraction, Statement


def statement_at(extraction: Extraction, words: str) -> Statement | None:
    """The statement with the shortest content that has at least half of the words.

    Args:
        extraction: The article, with what was found in it.
        words: Words of the article's text; where they stand more than once, the first place counts.
    """
    begin = extraction.article.text.find(words)
    fitting = [
        one
        for one in extraction.statements
        if begin >= 0 and 2 * overlap(one.content, begin, begin + len(words)) >= len(words)
    ]
    return min(fitting, key=lambda one: (_length(one), one.id), default=None)


def overlap(spans: Iterable[tuple[int, int]], begin: int, end: int) -> int:
    """How many characters from ``begin`` to ``end`` the spans have."""
    return sum(max(0, min(stop, end) - max(start, begin)) for start, stop in spans)


def _length(one: Statement) -> int:
    return sum(end - start for start, end in one.content)
