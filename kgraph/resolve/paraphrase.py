"""Statements that say the same in other words, and those on one matter that cannot both be true.

No nearness of meaning is asked for: to a model "may reopen" is nearer to "will reopen" than "is to
open again" is. What decides are the things in which two statements must agree – numbers, days,
names, negation, modality, condition, who did it to whom – and that no word of weight is left over
on both sides.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kgraph.model import Link
from kgraph.resolve.claims import ClaimRecord
from kgraph.resolve.concepts import concept
from kgraph.resolve.conflicts import of_one_frame
from kgraph.resolve.content import Content, are_of_one_time
from kgraph.resolve.dates import days_between
from kgraph.resolve.opposites import OPPOSITES
from kgraph.resolve.readings import (
    Reading,
    are_turned,
    left_over,
    names_apart,
    reading_of,
    swapped,
)
from kgraph.resolve.trimmed import Tie, Wording

PARAPHRASE_DAYS = 3
"""Days within which the same matter is one claim."""

PARAPHRASE_LOOK_BACK = 8
"""Earlier wordings of each block that one is held against."""

LEAST = 3
"""Words of weight that two statements must have in common."""

_LONGEST = 40


def paraphrase_keys(wording: Content) -> Iterator[str]:
    """The blocks in which wordings meet that may say the same: four at most.

    Any three of the four words that tell most: names and numbers, then the longest. Two are in a
    great many wordings at once; three lose none of the pairs that the rules find to be one
    (``tests/data/paraphrases.jsonl``). Days are no part of it: a block is in the order of time, so
    that the latest are the nearest.
    """
    read = reading_of(wording)
    if wording.aside or wording.stance not in _HELD or not _is_telling(read):
        return
    for words in combinations(sorted(read.telling[:4]), 3):
        yield "\x1f".join(("paraphrase", *words))


def paraphrases(wording: Wording, before: Iterable[Wording]) -> tuple[Tie, ...]:
    """The earlier wordings that are the same claim in other words."""
    return tuple(
        (other.wording_id, 0.8, "the same in other words")
        for other in before
        # What stands in one article twice is said in one voice: its own words tell it apart.
        if other.article != wording.article
        and _comparable(other, wording)
        and _agree(other, wording)
    )


def find_contrary(claim: ClaimRecord, before: Iterable[ClaimRecord]) -> tuple[Link, ...]:
    """The contradictions between a claim and other speakers' earlier ones in other words."""
    return tuple(
        Link(
            relation="contradicts",
            start=claim.iri,
            end=other.iri,
            score=0.6,
            reasons=(f"the same in other words, but {how}",),
        )
        for other in before
        if claim.actor
        and other.actor
        and claim.actor != other.actor
        and _comparable(other, claim)
        and (how := _differ(other, claim))
        # What has the same words is judged by them.
        and not of_one_frame(other, claim)
    )


def values_of(content: Content) -> frozenset[str]:
    """The numbers and days that are told, as they are meant: "twelve" is "12"."""
    return reading_of(content).values


def concepts_of(content: Content) -> frozenset[str]:
    """What is told of, as ``Reading.concepts``."""
    return reading_of(content).concepts


def _is_telling(read: Reading) -> bool:
    """Whether it says neither too little nor too much to be met again."""
    return LEAST <= len(read.concepts) <= _LONGEST


def _comparable(a: Content, b: Content) -> bool:
    """Whether both tell of one time in words that mean the same in either mouth."""
    days = days_between(a.day, b.day)
    if days is None or abs(days) > PARAPHRASE_DAYS:
        return False
    if a.stance not in _HELD or b.stance not in _HELD:
        return False
    one, other = reading_of(a), reading_of(b)
    if not _is_telling(one) or not _is_telling(other):
        return False
    if len(one.concepts & other.concepts) < LEAST:
        return False
    own = a.actor == b.actor and a.named and b.named
    # "To keep in touch" and "the security situation" say what the act makes of them.
    if not (a.has_subject and b.has_subject) and not (own and a.act == b.act):
        return False
    return (own or not (one.pointing or other.pointing)) and a.wording != b.wording


_HELD = ("telling", "against")


def _agree(a: Content, b: Content) -> bool:
    one, other = reading_of(a), reading_of(b)
    return (
        are_of_one_time(a, b, PARAPHRASE_DAYS)
        and a.stance == b.stance
        and a.negated == b.negated
        and a.modality == b.modality
        and one.negations == other.negations
        and one.values == other.values
        and _one_matter(one, other, spare=4 if a.actor == b.actor else 6)
    )


def _one_matter(one: Reading, other: Reading, *, spare: int, apart: int = 0) -> bool:
    """Whether nothing but their values and negations sets them apart.

    Args:
        spare: One may have a word more, and another for so many that both have.
        apart: Words that each may have instead of the other's.
    """
    if (one.mood, one.condition, one.narrowing) != (other.mood, other.condition, other.narrowing):
        return False
    if swapped(one, other):
        return False
    here, there = left_over(one, other), left_over(other, one)
    if (here & one.names) or (there & other.names) or names_apart(one, other):
        return False
    both = len(one.concepts & other.concepts)
    if here and there:
        return len(here) == len(there) == apart
    return not apart and len(here) + len(there) <= 1 + both // spare


def _differ(a: Content, b: Content) -> str:
    """In what alone they cannot both be true, in words, or ""."""
    one, other = reading_of(a), reading_of(b)
    days = abs(days_between(a.day, b.day) or 0)
    if days > 1 or a.modality != b.modality:
        return ""
    if not (a.has_subject and b.has_subject) or _holds(a.words, b.words):
        return ""
    if one.values == other.values:
        if a.negated != b.negated:
            turned = not _NEGATIVE & (one.concepts ^ other.concepts) and are_turned(a, b)
            return "one is negated" if turned and _one_matter(one, other, spare=6) else ""
        told = a.stance == b.stance == "telling"
        return _opposite(one, other) if told and _one_matter(one, other, spare=6, apart=1) else ""
    if a.negated or b.negated or a.stance != b.stance or days:
        return ""
    return _values_apart(one, other) if _one_matter(one, other, spare=6) else ""


def _opposite(one: Reading, other: Reading) -> str:
    """The two words that alone set them apart, where one excludes the other, or ""."""
    [here], [there] = left_over(one, other), left_over(other, one)
    return f"opposite words: {here} against {there}" if (here, there) in OPPOSED else ""


def _values_apart(one: Reading, other: Reading) -> str:
    """Two numbers or dates of which only one can be right, or ""."""
    here, there = sorted(one.values - other.values), sorted(other.values - one.values)
    if len(here) != 1 or len(there) != 1 or here[0][0] != there[0][0] or _BOUND & one.narrowing:
        return ""
    x, y = here[0][2:], there[0][2:]
    if here[0][0] == "n":
        least, most = sorted((float(x), float(y)))
        apart = most - least > _ROUNDED * most or most < _COUNTED
    else:
        apart = here[0][0] == "d" and one.mood == "will"
    return f"{x} against {y}" if apart else ""


def _holds(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the words of one stand in the other: a content within a content."""
    short, long = sorted((f" {' '.join(words)} " for words in (a, b)), key=len)
    return short in long


# "Missed" and "did not make" are one: what negates without a negation turns nothing round.
_NEGATIVE = frozenset(
    concept(word)
    for word in (
        "miss", "fail", "refuse", "deny", "lack", "without", "avoid", "stop", "prevent", "block",
        "reject", "unable", "end", "lose", "rule", "doubt", "false", "wrong", "absent", "decline",
    )
)  # fmt: skip
OPPOSED = frozenset((concept(one), concept(other)) for one, other in OPPOSITES)
"""``OPPOSITES`` as concepts."""

_BOUND = frozenset({"least", "more", "less", "fewer", "most"})
_ROUNDED = 0.1
_COUNTED = 20
