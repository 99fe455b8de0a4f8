"""Nearly the same words are one claim, whoever is said to speak.

One desk writes "Ketson", the next "her publicist", a third quotes the sentence before as well: nobody
else says the same dozen words in these days. So pronouns, acts and names of speakers count for
less here than where a claim is told in other words; numbers, days, names, negation, mood and
condition count for as much.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from kgraph.resolve import sketches
from kgraph.resolve.concepts import concept
from kgraph.resolve.content import Content, are_of_one_time
from kgraph.resolve.dates import days_between
from kgraph.resolve.readings import Reading, left_over, reading_of
from kgraph.resolve.text import telling
from kgraph.resolve.trimmed import Tie, Wording, common

VERBATIM_DAYS = 3
"""Days within which nearly the same words are one claim; later they may be a formula."""

VERBATIM_LOOK_BACK = 8
"""Earlier wordings of each block that one is held against."""

LEAST = 6
"""Words that the shorter must have."""

PART = 0.8
"""Part of the shorter's words that must stand in the longer, in order."""

SHARE = 0.5
"""Part of the longer's words that the shorter has; of two named speakers' words ``PART``."""

ANYBODY = 10
"""Words that the shorter must have where they could be anybody's, unless they are one speaker's."""

MISREAD = 15
"""Words from which two named speakers of such words are taken for one that is misread: "I look
forward to working with …" is said by many on one day."""

_RUN = 3
_SKETCH = 3
_LONGEST = 120
_APART = 2
_SPELT = 0.8
_UNITS = frozenset(concept(word) for word in ("euros", "dollars", "pounds", "percent"))


def verbatim_keys(wording: Wording) -> Iterator[str]:
    """The blocks in which wordings meet that may have nearly the same words: three at most.

    Those of the runs of three telling words with the lowest hashes (bottom-k sketch; Broder 1997).
    """
    if wording.aside or len(wording.words) < LEAST:
        return
    content = telling(wording.words)[:_LONGEST]
    last = max(1, len(content) - _RUN + 1)
    runs = (sketches.hashed(" ".join(content[place : place + _RUN])) for place in range(last))
    for run in sketches.lowest(runs, _SKETCH):
        yield f"verbatim\x1f{run}"


def verbatim(wording: Wording, before: Sequence[Wording]) -> tuple[Tie, ...]:
    """The earlier wordings of nearly the same words."""
    return tuple(
        (other.wording_id, 0.85, "nearly the same words")
        for other in before
        if other.article != wording.article and are_nearly_the_same(other, wording)
    )


def are_nearly_the_same(a: Content, b: Content) -> bool:
    """Whether two statements have the same words but for a few that change nothing."""
    short, long = sorted((a.words, b.words), key=len)
    share = PART if _are_two(a, b) else SHARE
    if not max(LEAST, share * len(long)) <= len(short):
        return False
    if not are_of_one_time(a, b, VERBATIM_DAYS):
        return False
    if (a.stance, a.negated) != (b.stance, b.negated) or not _may_be_one_voice(a, b):
        return False
    if not _agree(reading_of(a), reading_of(b)):
        return False
    return common(short[:_LONGEST], long[:_LONGEST]) >= PART * min(len(short), _LONGEST)


def _are_two(a: Content, b: Content) -> bool:
    """Whether two people are named as speakers."""
    return a.named and b.named and a.actor != b.actor


def _may_be_one_voice(a: Content, b: Content) -> bool:
    """Whether the words mean the same in both mouths."""
    two, fewer = _are_two(a, b), min(len(a.words), len(b.words))
    if not (a.stands_alone and b.stands_alone):
        # "To maintain contacts at various levels" is agreed somewhere every day.
        if two or a.act != b.act:
            return False
        if not (a.named and b.named):
            return a.speaker == b.speaker and fewer >= ANYBODY and not days_between(a.day, b.day)
    if a.named and b.named and not two:
        return True
    pointing = any(reading_of(one).pointing for one in (a, b))
    return not pointing or fewer >= (MISREAD if two else ANYBODY)


def _agree(one: Reading, other: Reading) -> bool:
    """Whether what one has more than the other changes nothing in what both say."""
    if (one.negations, one.mood, one.condition, one.narrowing) != (
        other.negations, other.mood, other.condition, other.narrowing
    ):  # fmt: skip
        return False
    if not (one.values <= other.values or other.values <= one.values):
        return False
    both = one.concepts & other.concepts
    shared = [[x for x in read.order if x in both] for read in (one, other)]
    if common(*shared) < min(map(len, shared)):
        # Who and whom may have changed places.
        return False
    here, there = left_over(one, other) - _UNITS, left_over(other, one) - _UNITS
    if one.values != other.values and (here if one.values < other.values else there):
        # "The second of two" does not tell of less than "the first of two".
        return False
    if not here or not there:
        return not (one.names - other.concepts and other.names - one.concepts)
    if (here & one.names) or (there & other.names) or max(len(here), len(there)) > _APART:
        return False
    # In one order: the ratio of the two turned round may be another.
    first, second = sorted(
        "".join(x for x in order if x in here | there) for order in (one.order, other.order)
    )
    return SequenceMatcher(None, first, second).ratio() >= _SPELT
