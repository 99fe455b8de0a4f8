"""Which articles are about one story: rare words that they have in common, within some weeks.

Every article looks only at those that share its rarest words, a bounded number of each, so that
one more article costs the same in a large collection as in a small one.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.model import Article, Extraction
from kgraph.resolve.dates import days_between, sortable
from kgraph.resolve.text import telling, words

WINDOW = 30
"""Days that may lie between two articles about one story, where both are dated."""

LEAST = 0.12
"""Cosine from which two articles are about one story."""

_READ = 400
"""Words of an article that are looked at: news tells the story first."""

_KEYS = 16
_HOLDERS = 40
_COMMON = 400
"""Articles that share a word, from which on it leads to nothing."""

_PRIOR = 50.0
"""Articles of other stories that are taken to be there: two articles alone must differ too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """How alike each two articles are that may be about one story.

    Attributes:
        alike: For each article IRI the others of its story with their likeness, 0 to 1.
    """

    alike: Mapping[str, Mapping[str, float]]

    def of(self, a: str, b: str) -> float:
        """The likeness of two articles; 0 where they are about different things."""
        return 1.0 if a == b else self.alike.get(a, {}).get(b, 0.0)


def find_stories(extractions: Iterable[Extraction]) -> Stories:
    """The likeness of all articles that share a story."""
    articles = sorted((e.article for e in extractions), key=lambda a: a.id)
    bags = [_bag(article) for article in articles]
    df = Counter(word for bag in bags for word in bag)
    vectors = [_vector(bag, df, len(articles)) for bag in bags]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    order = sorted(
        range(len(articles)), key=lambda i: (sortable(articles[i].published), articles[i].id)
    )
    keys = [_keys(vector, df) for vector in vectors]
    for i in order:
        for word in keys[i]:
            holders[word].append(i)
    place = {(word, i): n for word, held in holders.items() for n, i in enumerate(held)}
    alike: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for i in order:
        # The nearest in time of those that hold the word, as many before as after.
        near: Counter[int] = Counter()
        for word in keys[i]:
            at = place[word, i]
            near.update(holders[word][max(0, at - _HOLDERS) : at])
        for j in sorted(near):
            if near[j] < 2 or not _close(articles[i], articles[j]):
                continue
            cosine = _cosine(vectors[i], vectors[j])
            if cosine >= LEAST:
                alike[articles[i].iri][articles[j].iri] = cosine
                alike[articles[j].iri][articles[i].iri] = cosine
    return Stories(alike=dict(alike))


def _bag(article: Article) -> Counter[str]:
    found = telling(words(article.text))[:_READ]
    return Counter(stem(word) for word in found if len(word) > 1)


def stem(word: str) -> str:
    """The word without the ending of a plural.

    >>> stem("quakes"), stem("press")
    ('quake', 'press')
    """
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _vector(bag: Counter[str], df: Mapping[str, int], many: int) -> dict[str, float]:
    weights = {
        word: (1 + math.log(times)) * math.log((many + _PRIOR) / df[word])
        for word, times in bag.items()
    }
    norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}


def _keys(vector: Mapping[str, float], df: Mapping[str, int]) -> Sequence[str]:
    shared = [word for word in vector if 1 < df[word] <= _COMMON]
    return sorted(shared, key=lambda word: (-vector[word], word))[:_KEYS]


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return round(sum(weight * b[word] for word, weight in sorted(a.items()) if word in b), 6)


def _close(a: Article, b: Article) -> bool:
    days = days_between(a.published, b.published)
    return days is None or abs(days) <= WINDOW
