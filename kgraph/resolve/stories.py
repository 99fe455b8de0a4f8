"""Which articles are about one story: rare words that they have in common, within some weeks.

How rare a word is says a table of English that does not change with the collection, so that what
two articles have in common follows from these two alone.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import combinations
from typing import TypeAlias

from kgraph import ids
from kgraph.model import Article
from kgraph.resolve.dates import days_between, sortable
from kgraph.resolve.text import telling, words

STORY_DAYS = 30
"""Days after which an article is about another story, where both are dated; the nearer, the likelier."""

SPAN = 28
"""Days of the calendar's spans, from one of which into the next no event leads.

Without a border what happens every day (a minister's calls, a war's attacks) would chain into one
event that grows for as long as articles come in. Who answers whom chains into nothing, and needs
none.
"""

STORY_LOOK_BACK = 8
"""Earlier articles that an article looks at for each of its keys."""

LEAST = 0.2
"""Likeness (cosine, less for the days between) from which two articles are about one event."""

FAINT = 0.12
"""Likeness from which they may be about one story: who answers or repeats whom still has to be read in
what they say, so that more of them are looked at."""

_MOST = 20
_BEYOND = 8
"""Earlier articles that one article is alike, the likeliest: those that an event may lead to, and others."""

_READ = 400
"""Words of an article that are looked at: news tells the story first."""

_LEAD = 60
"""Words that count as its beginning, which says what it is about."""

_LEADING = 1.5
"""What a word of the beginning weighs more."""

_KEPT = 120
"""Words by which an article is compared."""

_ALONE = 12
_PAIRED = 7
"""Words of most weight that lead to others: by themselves, and each two of them.

A word that half of the collection holds leads to the latest few of its holders only; together
with another word of the story it still leads to the story.
"""

_FLOOR = 500
"""Rank up to which words are so frequent that they hardly tell one story from another."""

_FREQUENT = 2000
"""Rank up to which a word by itself does not say what somebody speaks of ("party", "country")."""

_EVERYWHERE = 100
"""Rank up to which a word belongs to no story."""


Alike: TypeAlias = tuple[str, float, bool]
"""IRI of an earlier article of one story, how like it is, and whether an event may lead there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What an article is about, in comparable form.

    Attributes:
        iri: The article.
        published: ISO 8601 date or date-time, or "".
        vector: Its telling words with their weights, the weightiest first; of length 1.
    """

    iri: str
    published: str
    vector: tuple[tuple[str, float], ...]

    @property
    def rank(self) -> str:
        """By time; those without a date are last."""
        return f"{sortable(self.published)}\x1f{ids.name_of(self.iri)}"


def story_of(article: Article) -> Story:
    """The article as it is compared with others."""
    text = article.text
    if not text.startswith(article.title):
        text = f"{article.title}\n{text}"
    found = [stem(word) for word in telling(words(text))[:_READ] if len(word) > 1]
    lead = set(found[:_LEAD])
    weights = {
        word: (1 + math.log(times)) * _rarity(word) * (_LEADING if word in lead else 1)
        for word, times in Counter(found).items()
    }
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_KEPT]
    norm = math.sqrt(sum(weights[word] ** 2 for word in kept)) or 1.0
    return Story(
        iri=article.iri,
        published=article.published,
        vector=tuple((word, round(weights[word] / norm, 4)) for word in kept),
    )


def story_keys(story: Story) -> list[str]:
    """The words by which an article finds others of its story."""
    top = [word for word, _ in story.vector]
    pairs = combinations(sorted(top[:_PAIRED]), 2)
    return [*top[:_ALONE], *(f"{one} {other}" for one, other in pairs)]


def alike(story: Story, before: Sequence[Story]) -> tuple[Alike, ...]:
    """The articles that may be of one story, those that an event may lead to first, each by likeness."""
    own = dict(story.vector)
    found: list[Alike] = []
    for other in before:
        near = _nearness(other.published, story.published)
        if not near:
            continue
        cosine = sum(weight * own.get(word, 0) for word, weight in other.vector)
        likeness = round(cosine * near, 4)
        if likeness >= FAINT:
            is_one_span = _is_one_span(other.published, story.published)
            found.append((other.iri, likeness, likeness >= LEAST and is_one_span))
    found.sort(key=lambda one: (-one[1], one[0]))
    leading = [one for one in found if one[2]]
    others = [one for one in found if not one[2]]
    return (*leading[:_MOST], *others[:_BEYOND])


def _nearness(one: str, other: str) -> float:
    """How much of a likeness is left for the time between two articles, 0 to 1."""
    days = days_between(one, other)
    return 1.0 if days is None else max(0.0, 1 - abs(days) / STORY_DAYS)


def _is_one_span(one: str, other: str) -> bool:
    """Whether no border lies between two days; what is without a date is of every span."""
    if days_between(one, other) is None:
        return True
    first, second = (date.fromisoformat(day[:10]).toordinal() for day in (one, other))
    return first // SPAN == second // SPAN


def stem(word: str) -> str:
    """The word without the ending of a plural.

    >>> stem("quakes"), stem("press")
    ('quake', 'press')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_everywhere(word: str) -> bool:
    """Whether a word is so frequent that any story may have it ("said", "made").

    >>> is_everywhere("said"), is_everywhere("resigned")
    (True, False)
    """
    return _rank(word) < _EVERYWHERE


def _rank(word: str) -> int:
    """How many words of English are more frequent, 10,000 at most.

    >>> _rank("country") < _rank("alarm") < _rank("reliquary")
    True
    """
    return _ranks().get(word, len(_ranks()))


def tells_a_matter(words: Sequence[str]) -> bool:
    """Whether telling words are enough to know of what is spoken: two of them, or one that is not frequent.

    >>> tells_a_matter(["parties"]), tells_a_matter(["free", "trade"]), tells_a_matter(["ceasefire"])
    (False, True, True)
    """
    return len(words) > 1 or any(_rank(stem(word)) >= _FREQUENT for word in words)


def _rarity(word: str) -> float:
    """How much a word tells of what a text is about."""
    return math.log1p(_rank(word) / _FLOOR)


@cache
def _ranks() -> dict[str, int]:
    """The place of each word of the table; what it does not hold, names above all, is rare."""
    table = resources.files("kgraph.resolve") / "frequent_words.txt"
    lines = table.read_text(encoding="utf-8").splitlines()
    return {word: rank for rank, word in enumerate(w for w in lines if not w.startswith("#"))}
