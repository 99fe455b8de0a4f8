"""Small samples of what an article says in its own voice, by which edited copies are known.

A sample is the lowest hashes of a set (bottom-k sketch; A. Broder, "On the resemblance and
containment of documents", 1997). Up to the lower of the highest hashes of two samples both are
complete, so that what the sets share can be counted there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from kgraph.resolve import hashes
from kgraph.resolve.text import FUNCTION_WORDS, frame, telling, words

PAIRS = 256
"""Pairs of words that are kept of an article: all of them where it has up to some 250 words."""

FACTS = 64
"""Names and numbers that are kept of it."""

_OPENING = 15
_QUOTED = re.compile(
    r"[“„«][^“”«»\n]*(?:[”»]|$)|\"[^\"\n]*(?:\"|$)|``[^`\n]*?(?:''|$)|(?<!\w)‘[^‘\n]*?’(?!\w)",
    re.MULTILINE,
)
_DATELINE = re.compile(r"\A[^\n]{0,60}?\s(?:[-–—]|--)\s")
_WORD = re.compile(r"[^\W_]+(?:[.,:’'-][^\W_]+)*")
_SENTENCE_END = frozenset(".!?:\n")


def hashed(text: str) -> int:
    """48 bits: of 10⁸ things, every 28 millionth has the hash of another."""
    return hashes.hashed(text, 48)


def lowest(hashes: Iterable[int], most: int) -> tuple[int, ...]:
    """The lowest of the distinct hashes, ascending."""
    return tuple(sorted(set(hashes))[:most])


def shared(one: Sequence[int], other: Sequence[int], most: int) -> tuple[int, int]:
    """How many hashes two samples of at most ``most`` share, and how many the smaller one has.

    Counted up to where both samples are complete.

    >>> shared((1, 2, 5), (2, 3, 5, 9), 4), shared((1, 2, 5), (2, 3, 4, 9), 3)
    ((2, 3), (1, 3))
    """
    end = min((sample[-1] for sample in (one, other) if len(sample) >= most), default=None)
    a, b = ({h for h in sample if end is None or h <= end} for sample in (one, other))
    return len(a & b), min(len(a), len(b))


def within(hashes: Iterable[int], sample: Sequence[int], most: int) -> tuple[int, int]:
    """How many of the hashes are in what was sampled, and how many of them can be looked for."""
    found = {one for one in hashes if len(sample) < most or one <= sample[-1]}
    return len(found.intersection(sample)), len(found)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where quotation marks stand around something; what is not closed ends with its paragraph."""
    return [match.span() for match in _QUOTED.finditer(text)]


def own_voice(text: str) -> str:
    """The text without its quotations.

    >>> own_voice("He came. “I saw it,” he said.")
    'He came.   he said.'
    """
    return _QUOTED.sub(" ", text)


def pairs(own: str) -> list[int]:
    """Hashes of the pairs of telling words that stand next to each other, or next but one.

    The two of a pair in any order, and without the words between them that name nothing: who edits
    a sentence turns it round and changes how it is joined, but not most of what it names.
    """
    return list(_pairs(telling(words(own))))


def opening(own: str) -> tuple[int, ...]:
    """Those of the first telling words behind the dateline; a copy mostly has one, a follow-up not."""
    start = _DATELINE.match(own)
    first = own[start.end() if start else 0 :][: 40 * _OPENING]
    return lowest(_pairs(telling(words(first))[:_OPENING]), 2 * _OPENING)


def facts(own: str) -> tuple[int, ...]:
    """Hashes of the names and numbers of an article: what sets apart two of one template."""
    numbers = (value for value in frame(words(own))[1] if value[0].isdigit())
    plain = (value.replace(":", ".").lstrip("0").rstrip("%") for value in numbers)
    return lowest(map(hashed, {*plain, *_names(own)}), FACTS)


def _pairs(names: tuple[str, ...]) -> Iterator[int]:
    for place, word in enumerate(names):
        for other in names[place + 1 : place + 3]:
            yield hashed(" ".join(sorted((word, other))))


def _names(own: str) -> Iterator[str]:
    """Words with a capital letter within a sentence, days and months aside."""
    end = -1
    for match in _WORD.finditer(own):
        between = own[end : match.start()] if end >= 0 else "\n"
        end = match.end()
        if match[0][0].isupper() and _SENTENCE_END.isdisjoint(between):
            for word in words(match[0]):
                if word not in FUNCTION_WORDS and not frame((word,))[1]:
                    yield word
