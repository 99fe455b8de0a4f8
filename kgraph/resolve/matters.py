"""Contents sentence by sentence, and what two sentences have in common."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kgraph.resolve.concepts import concept
from kgraph.resolve.content import Content
from kgraph.resolve.readings import Reading, are_kin, beside_shared, reading, text_of

_END = re.compile(r"(?<=[.!?])[\"”’']*\s+|[\"”]?\s*…\s*[\"“]?")
_MOST = 8
"""Sentences of a content that are looked at."""

# What is counted or paid in, and how long: shared by numbers of anything.
_OF_ANYTHING = frozenset(
    concept(word)
    for word in (
        "percent", "euro", "dollar", "pound", "people", "year", "day", "month", "week", "hour",
        "number", "time",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Common:
    """What two sentences have in common.

    Attributes:
        shared: Concepts of the first that the second has in some form.
        here: Those of the first alone, ``there`` of the second; no first name or title of somebody
            whom both name.
        named: How many of the shared ones are names.
    """

    shared: frozenset[str]
    here: frozenset[str]
    there: frozenset[str]
    named: int

    @property
    def telling(self) -> int:
        """How many of the shared ones tell of something."""
        return sum(map(tells_something, self.shared))

    @property
    def share(self) -> float:
        """Part of the words of the one with fewer that the other has, 0 to 1."""
        whole = len(self.shared) + min(len(self.here), len(self.there))
        return len(self.shared) / whole if whole else 0.0

    @property
    def share_of_longer(self) -> float:
        """Part of the words of the one with more that the other has, 0 to 1."""
        whole = len(self.shared) + max(len(self.here), len(self.there))
        return len(self.shared) / whole if whole else 0.0


def sentences(content: Content) -> tuple[Reading, ...]:
    """The sentences of what was said, each taken apart; those that name nothing are left out."""
    return _sentences(text_of(content), content.day)


def matter(content: Content) -> frozenset[str]:
    """The concepts and numbers of weight that it tells of."""
    return _matter(text_of(content), content.day)


def in_words(shared: frozenset[str], content: Content) -> str:
    """What the concepts and numbers are called in a content, for a reason to be read."""
    named = {word: concept(word) for word in content.words}
    known = [word for word, what in named.items() if what in shared]
    return ", ".join((*known, *sorted(x[2:] for x in shared - {*named.values()} if x[1] == " ")))


@lru_cache(20_000)
def _matter(text: str, day: str) -> frozenset[str]:
    found = (one.concepts | numbers(one) for one in _sentences(text, day))
    return frozenset(x for each in found for x in each if tells_something(x))


@lru_cache(20_000)
def _sentences(text: str, day: str) -> tuple[Reading, ...]:
    found = (reading(part, day) for part in _END.split(text)[:_MOST] if part)
    return tuple(one for one in found if one.concepts)


def common(one: Reading, other: Reading) -> Common:
    """What two sentences have in common."""
    shared = one.concepts & other.concepts
    mine, others = (_forms(a, b) for a, b in ((one, other), (other, one)))
    named = shared & (one.names | other.names | one.titles)
    here, there = _left_over(one, mine), _left_over(other, others)
    return Common(mine, here, there, len(named))


def _forms(one: Reading, other: Reading) -> frozenset[str]:
    """The concepts of one that the other has in some form."""
    return frozenset(
        x for x in one.concepts if x in other.concepts or any(are_kin(x, y) for y in other.concepts)
    )


def _left_over(one: Reading, shared: frozenset[str]) -> frozenset[str]:
    """What else one has; a first name or title is nothing beside the name that both have."""
    return one.concepts - shared - beside_shared(one, shared)


def tells_something(concept_or_number: str) -> bool:
    """Whether it is not just what anything is counted in, nor "I've"."""
    return concept_or_number not in _OF_ANYTHING and "'" not in concept_or_number


def numbers(one: Reading) -> frozenset[str]:
    """Its numbers, years aside, as ``Reading.values`` has them."""
    return frozenset(v for v in one.values if v[0] == "n" and not _is_year(v))


def _is_year(value: str) -> bool:
    return value[2:].isdecimal() and 1900 <= int(value[2:]) < 2100
